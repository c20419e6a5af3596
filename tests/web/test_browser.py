"""The application in a real browser: opened, filtered, sorted, and followed to the words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.axe import serious
from tests.publishing.sample import EVIL_TITLE, LINKS, TOLL
from tests.web.conftest import Served, fill

from twosource.ledger import Ledger
from twosource.model import Claim, ClaimKind, Links
from twosource.web.app import create
from twosource.web.settings import Settings

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "overview": "/",
    "guide": "/guide",
    "claims": "/claims",
    "claim": "/claims/c-toll",
    "facet": "/claims/by/asserter",
    "documents": "/documents",
    "document": "/documents/wire",
    "evil": "/documents/evil",
    "compare": "/documents/reprint?view=compare&with=wire",
    "changes": "/documents/wire?view=changes",
    "figures": "/figures",
    "timeline": "/timeline",
    "map": "/map",
    "control": "/map?layer=control",
    "network": "/network",
    "conflicts": "/conflicts",
    "sources": "/sources",
    "source": "/sources?name=Defence+Ministry+of+Meria",
}
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (shutil.which("chromium") or shutil.which("chromium-browser")),
        reason="chromium is not installed",
    ),
]


class Watch:
    """What must not happen on a page: an error, a dialogue, a request to anywhere else."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.wrong: list[str] = []
        context.on("console", lambda m: self.wrong.append(m.text))
        context.on("weberror", lambda e: self.wrong.append(str(e.error)))
        context.on("dialog", lambda d: (self.wrong.append(d.message), d.dismiss()))
        context.on("request", self.asked)
        self.address = address

    def asked(self, request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.wrong.append(request.url)


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served)
    watch = Watch(context, served)
    yield context.new_page()
    context.close()
    assert watch.wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_fits_a_phone(browser: Browser, served: str, name: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=served)
    watch = Watch(context, served)
    page = context.new_page()
    assert page.goto(PAGES[name]).status == 200
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
    assert watch.wrong == []


def test_the_overview_leads_to_filtered_claims(page: Page):
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Orlo <crossing>")
    page.get_by_role("link", name="2 contested").click()
    expect(page).to_have_url("/claims?status=contested")
    expect(page.locator("#many")).to_have_text("2 claims")
    expect(page.locator("#claims tbody tr")).to_have_count(2)


def test_a_filter_changes_the_table_and_the_address_and_back_undoes_it(page: Page):
    page.goto("/claims")
    expect(page.locator("#many")).to_have_text("5 claims")
    page.get_by_role("checkbox", name="contested").check()
    expect(page.locator("#many")).to_have_text("2 claims")
    expect(page).to_have_url("/claims?status=contested")
    expect(page.get_by_role("checkbox", name="contested")).to_be_checked()
    page.get_by_role("searchbox", name="Search").fill("hospital")
    expect(page.locator("#many")).to_have_text("1 claim")
    page.reload()
    expect(page.locator("#many")).to_have_text("1 claim")
    page.get_by_role("link", name="Remove Words: hospital").click()
    expect(page.locator("#many")).to_have_text("2 claims")
    page.get_by_role("link", name="clear all").click()
    expect(page).to_have_url("/claims")
    page.go_back()
    expect(page.locator("#many")).to_have_text("2 claims")


def test_the_focus_stays_where_a_filter_was_set(page: Page):
    page.goto("/claims")
    box = page.get_by_role("checkbox", name="witness")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("link", name="Remove Evidence: witness")).to_be_visible()
    expect(page.get_by_role("checkbox", name="witness")).to_be_focused()


def test_the_table_is_sorted_and_says_how(page: Page):
    page.goto("/claims")
    page.get_by_role("link", name="Claim", exact=True).click()
    head = page.locator("#claims thead th").first
    expect(head).to_have_attribute("aria-sort", "ascending")
    titles = page.locator("#claims tbody th a").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    page.get_by_role("link", name="Claim", exact=True).click()
    expect(page.locator("#claims thead th").first).to_have_attribute("aria-sort", "descending")
    page.get_by_label("Order").select_option("documents")
    expect(page).to_have_url("/claims?sort=documents")
    cells = page.locator("#claims tbody td[data-label=Documents]").all_inner_texts()
    assert cells == sorted(cells, key=int, reverse=True)


def test_the_table_of_documents_and_sources_is_sorted(page: Page):
    page.goto("/documents")
    page.get_by_role("link", name="Document", exact=True).click()
    expect(page.locator("thead th").nth(1)).to_have_attribute("aria-sort", "ascending")
    page.goto("/sources")
    page.get_by_role("link", name="Source", exact=True).click()
    names = page.locator("tbody th a").all_inner_texts()
    assert names == sorted(names, key=str.casefold)


def test_a_claim_is_followed_to_the_marked_words(page: Page):
    page.goto("/claims?q=soldiers")
    page.get_by_role("link", name="At least 40 soldiers killed").first.click()
    expect(page.locator(".three .main dd")).to_have_text("1")
    expect(page.locator("svg.chart")).to_be_visible()
    page.locator(".mentions").get_by_role("link", name="Lodestar").first.click()
    expect(page).to_have_url("/documents/wire#w-m-wire-toll")
    assert "".join(page.locator("mark[data-m~='0']").all_inner_texts()) == TOLL
    page.wait_for_load_state("load")
    page.locator("#w-m-wire-toll").focus()
    note = page.locator("#note")
    expect(note).to_contain_text("Defence Ministry of Meria")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".ref:focus")).to_have_count(1)
    page.locator("mark.deep").first.hover()
    expect(page.locator("#note > li")).to_have_count(2)


def test_the_way_back_leads_to_the_list_as_it_was_left(page: Page):
    page.goto("/claims?status=contested")
    page.locator("#claims tbody a").first.click()
    expect(page.locator(".three")).to_be_visible()
    page.wait_for_load_state("load")  # its keys are there
    page.keyboard.press("u")
    expect(page).to_have_url("/claims?status=contested")


def test_the_table_is_walked_by_keyboard(page: Page):
    page.goto("/claims")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#claims tbody tr").first.locator("a")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#claims tbody tr").nth(1).locator("a")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator(".three")).to_be_visible()


def test_hostile_text_stays_text(page: Page):
    page.goto("/documents/evil")
    expect(page.locator("h1")).to_have_text(EVIL_TITLE)
    assert page.title().startswith(EVIL_TITLE[:20])
    expect(page.locator(".body .ctl").first).to_have_text("U+202E")
    page.locator(".body mark").first.hover()
    expect(page.locator("#note bdi.root")).to_contain_text("<b>")
    page.goto("/claims?q=%3Csvg%20onload%3Dalert(1)%3E")
    expect(page.get_by_role("link", name="Remove Words")).to_contain_text("<svg onload=alert(1)>")


def test_the_map_is_moved_and_keeps_its_place_in_the_address(page: Page):
    page.goto("/map")
    before = page.locator(".pan").get_attribute("data-box")
    page.get_by_role("link", name="Closer").click()
    expect(page.locator(".pan")).not_to_have_attribute("data-box", before)
    assert "box=" in page.url
    expect(page.get_by_role("link", name="Closer")).to_be_focused()
    moved = page.locator(".pan").get_attribute("data-box")
    box = page.locator("svg.map").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 160, steps=4)
    page.mouse.up()
    expect(page.locator(".pan")).not_to_have_attribute("data-box", moved)


def test_pointing_at_a_name_lights_its_ties(page: Page):
    page.goto("/network")
    page.locator(".sankey .end").first.hover()
    expect(page.locator(".ribbons path.on").first).to_be_attached()


def test_dark_mode_is_remembered_from_page_to_page(page: Page):
    page.goto("/")
    page.get_by_role("button", name="Dark mode").click()
    page.goto("/claims")
    expect(page.get_by_role("button", name="Dark mode")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_without_javascript_filters_pages_and_links_work(browser: Browser, served: str):
    context = browser.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto("/claims")
    page.get_by_role("checkbox", name="contested").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("#many")).to_have_text("2 claims")
    page.locator("#claims").get_by_role("link", name="52 killed").click()
    expect(page.locator(".three")).to_be_visible()
    page.goto("/map")
    page.get_by_role("link", name="Wider").click()
    assert "box=" in page.url
    context.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Iterator[str]:
    path = fill(tmp_path_factory.mktemp("large") / "large.ledger")
    many = tuple(
        Claim(f"c{n:06}", ClaimKind.STATEMENT, f"Statement number {n:06}", ())
        for n in range(20_000)
    )
    with Ledger(path, create=False) as ledger:
        ledger.replace_links(Links((*LINKS.claims, *many)))
    running = Served(create(path, Settings(title="Large")))
    yield running.address
    running.stop()


def test_twenty_thousand_rows_are_scrolled_and_reached(browser: Browser, large: str):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=large)
    page = context.new_page()
    page.goto("/claims?sort=summary")
    table = page.locator("#claims")
    expect(table).to_have_attribute("aria-rowcount", "20006")
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.get_by_role("link", name="Statement number 019999")).to_be_visible()
    assert page.locator("#claims tbody tr").count() < 120
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight / 2)")
    # The rows of the end stay until the scrolled-to ones are drawn, a frame or more later.
    middle = page.locator("#claims tbody tr:not(.spacer)").nth(10)
    expect(middle).to_have_attribute("aria-rowindex", re.compile(r"^(9|10)\d{3}$"))
    expect(page.locator("#claims tbody tr.waiting")).to_have_count(0)
    index = int(middle.get_attribute("aria-rowindex"))
    middle.locator("a").focus()
    for _ in range(30):
        page.keyboard.press("j")
    reached = page.locator(f"#claims tbody tr[aria-rowindex='{index + 30}'] a:focus")
    expect(reached).to_have_count(1)
    context.close()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in frontend/)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(browser: Browser, served: str, name: str, scheme: str):
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, base_url=served)
    page = context.new_page()
    page.goto(PAGES[name])
    assert serious(page, AXE) == []
    context.close()
