"""The report in a real browser, opened from disk: sorted, filtered, and followed to the words."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.axe import serious
from tests.publishing.sample import DOCUMENTS, EVIL_TITLE, LINKS, MENTIONS, TOLL, book

from twosource.model import Claim, ClaimKind, Links
from twosource.publishing.book import Book
from twosource.publishing.page import report_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIEWS = [
    *("overview", "claims", "claim-c-toll", "document-wire", "document-reprint", "conflicts"),
    *("figures", "map", "documents", "sources", "guide"),
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def file_of(made: Book, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text("".join(report_html(made, "Orlo", "")), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return file_of(book(), tmp_path_factory.mktemp("report"))


class Watch:
    """What must not happen on a page: an error, a dialogue, a request."""

    def __init__(self, page: Page, address: str) -> None:
        self.wrong: list[str] = []
        page.on("console", lambda m: self.wrong.append(m.text))
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("dialog", lambda d: (self.wrong.append(d.message), d.dismiss()))
        page.on("request", self.asked)
        self.address = address

    def asked(self, request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.wrong.append(request.url)


@pytest.fixture
def page(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    watch = Watch(opened, address)
    opened.goto(address)
    yield opened
    context.close()
    assert watch.wrong == []


def test_the_overview_leads_to_filtered_claims(page: Page):
    expect(page.get_by_role("heading", level=1)).to_have_text("Orlo")
    page.get_by_role("link", name="2 contested").click()
    expect(page.locator("#found")).to_have_text("2 of 5 claims")
    assert page.url.endswith("#claims?status=contested")
    expect(page.locator("#claim-table tbody tr")).to_have_count(2)


def test_claims_are_sorted_and_the_heading_says_how(page: Page):
    page.get_by_role("navigation", name="Report").get_by_role("link", name="Claims").click()
    heads = page.locator("#claim-table thead th")
    page.get_by_role("button", name="Origins").click()
    expect(heads.nth(8)).to_have_attribute("aria-sort", "descending")
    cells = page.locator("#claim-table tbody td.origins").all_inner_texts()
    assert cells == sorted(cells, reverse=True)
    page.get_by_role("button", name="Claim", exact=True).click()
    expect(heads.nth(0)).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("#claim-table tbody tr").first).to_contain_text("-1+1")


def test_claims_are_filtered_and_searched_through_their_quotations(page: Page):
    page.goto(page.url + "#claims")
    page.locator("#filters").get_by_label("Evidence").select_option("witness")
    expect(page.locator("#found")).to_have_text("2 of 5 claims")
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Search").fill("an officer told")
    expect(page.locator("#found")).to_have_text("1 of 5 claims")
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Happened from").fill("2031-03-01")
    page.get_by_label("Happened until").fill("2031-03-01")
    expect(page.locator("#found")).to_have_text("1 of 5 claims")


def test_a_claim_is_followed_to_the_marked_words(page: Page):
    page.goto(page.url + "#claims")
    page.get_by_role("link", name="At least 40 soldiers killed").first.click()
    claim = page.locator("#claim-c-toll")
    expect(claim).to_be_visible()
    expect(claim.locator(".three .main dd")).to_have_text("1")
    expect(claim.locator("svg.chart")).to_be_visible()
    claim.locator(".mentions").get_by_role("link", name="Lodestar").click()
    document = page.locator("#document-wire")
    expect(document).to_be_visible()
    expect(claim).to_be_hidden()
    expect(page.locator("#w-m-wire-toll")).to_be_focused()
    marked = document.locator("mark[data-m~='0']").all_inner_texts()
    assert "".join(marked) == TOLL
    note = page.locator("#note")
    expect(note).to_be_visible()
    expect(note).to_contain_text("Defence Ministry of Meria")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.go_back()
    expect(claim).to_be_visible()


def test_nested_statements_are_both_told_on_hover(page: Page):
    page.goto(page.url + "#document-wire")
    page.locator("#document-wire mark.deep").first.hover()
    expect(page.locator("#note > li")).to_have_count(2)


def test_the_table_is_walked_by_keyboard(page: Page):
    page.goto(page.url + "#claims")
    page.get_by_label("Search").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    expect(page.locator("#claim-table tbody tr").nth(1).locator("a")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator(".view.claim.current")).to_have_count(1)


def test_hostile_text_stays_text(page: Page):
    page.goto(page.url + "#document-evil")
    expect(page.locator("#document-evil h2")).to_have_text(EVIL_TITLE)
    assert "owned" not in page.title().replace(EVIL_TITLE, "")
    expect(page.locator("#document-evil .body .ctl").first).to_have_text("U+202E")
    page.locator("#document-evil mark").first.hover()
    expect(page.locator("#note bdi.root")).to_contain_text("<b>")


def test_dark_mode_is_remembered_on_the_page(page: Page):
    button = page.get_by_role("button", name="Dark mode")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") is not None
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("view", ["overview", "claims", "claim-c-toll", "conflicts", "figures"])
def test_nothing_runs_off_the_side_of_a_phone(browser: Browser, address: str, view: str):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}#{view}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_without_javascript_all_tables_and_links_are_there(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#claim-table tbody tr")).to_have_count(5)
    expect(page.locator("#claim-c-toll")).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()
    page.locator("#claim-table").get_by_role("link", name="52 killed").click()
    assert page.url.endswith("#claim-c-hospital")
    context.close()


def test_five_thousand_claims_stay_quick(browser: Browser, tmp_path: Path):
    many = tuple(
        Claim(f"c{n}", ClaimKind.STATEMENT, f"Statement number {n}", ()) for n in range(5000)
    )
    large = file_of(Book(DOCUMENTS, MENTIONS, Links((*LINKS.claims, *many))), tmp_path)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{large}#claims")
    expect(page.locator("#claim-table tbody tr")).to_have_count(100)
    page.get_by_label("Search").fill("number 4321")
    expect(page.locator("#found")).to_have_text("1 of 5,005 claims")
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("button", name="after").click()
    expect(page.locator("#pages")).to_contain_text("page 2 of 51")
    spent = page.evaluate(
        "() => { const t = performance.now();"
        " document.querySelector('#claim-table thead button').click();"
        " return performance.now() - t }"
    )
    assert spent < 1500
    context.close()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in frontend/)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(browser: Browser, address: str, view: str, scheme: str):
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)  # axe comes from outside
    page = context.new_page()
    page.goto(f"{address}#{view}")
    assert serious(page, AXE) == []
    context.close()
