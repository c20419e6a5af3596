"""Reviewing in a real browser: by single keys, words chosen by keys and mouse, kept, undone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.axe import serious
from tests.publishing.sample import DOCUMENTS, MENTIONS
from tests.web.conftest import Served, fill
from tests.web.test_browser import AXE

from twosource.engine.relink import relink
from twosource.ledger import JudgementKind, Ledger
from twosource.model import Evidence, Reading
from twosource.web.app import create
from twosource.web.settings import Settings

WIRE = DOCUMENTS[0]
TOLL = next(m for m in MENTIONS if m.document == WIRE.id)
SHOTS = os.environ.get("TWOSOURCE_SHOTS")  # a folder: screenshots to be looked at
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (shutil.which("chromium") or shutil.which("chromium-browser")),
        reason="chromium is not installed",
    ),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = fill(tmp_path_factory.mktemp("review") / "orlo.ledger")
    read_again(made)
    return made


def read_again(path: Path) -> None:
    """The machine reads all of it again, and is less sure of it."""
    with Ledger(path) as ledger:
        for document in DOCUMENTS:
            own = [replace(m, score=0.4) for m in MENTIONS if m.document == document.id]
            ledger.store(Reading(document, tuple(own)))
        relink(ledger, anew=True)


@pytest.fixture(scope="module")
def address(path: Path) -> Iterator[str]:
    running = Served(create(path, Settings(title="Orlo <crossing>")))
    yield running.address
    running.stop()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    wrong: list[str] = []
    context.on("weberror", lambda e: wrong.append(str(e.error)))
    context.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    yield opened
    context.close()
    assert wrong == []


def standing(path: Path) -> list[JudgementKind]:
    with Ledger(path) as ledger:
        return [j.kind for j in ledger.judgements(standing=True)]


def test_keys_alone_accept_take_back_skip_and_reject(tab: Page, address: str, path: Path) -> None:
    tab.goto(f"{address}/review")
    mention = tab.locator("[data-accept] [name=mention]")
    first = mention.input_value()
    tab.keyboard.press("a")
    expect(tab.locator("[data-undo]")).to_be_visible()
    expect(mention).not_to_have_value(first)
    assert standing(path) == [JudgementKind.ACCEPT]
    tab.keyboard.press("z")
    expect(tab.locator("[data-undo]")).to_have_count(0)
    assert standing(path) == []
    tab.goto(f"{address}/review")
    expect(mention).to_have_value(first)
    tab.keyboard.press("n")
    tab.wait_for_url("**offset=1")
    tab.keyboard.press("p")
    tab.wait_for_url(lambda url: "offset" not in url)
    tab.keyboard.press("r")
    expect(tab.locator("[data-act=reject]")).to_have_attribute("open", "")
    tab.keyboard.press("2")
    expect(tab.locator("[data-undo]")).to_contain_text("reject")
    assert standing(path) == [JudgementKind.REJECT]
    tab.keyboard.press("z")
    expect(tab.locator("[data-undo]")).to_have_count(0)
    assert standing(path) == []


def test_words_are_chosen_by_keys_kept_over_a_reread_and_taken_back(
    tab: Page, address: str, path: Path
) -> None:
    page = f"{address}/review/mentions/{TOLL.id}"
    tab.goto(page)
    tab.keyboard.press("e")
    field = tab.locator("[name='f.content']")
    expect(field).to_be_focused()
    (start, end), *_ = TOLL.content
    tab.keyboard.press("ArrowLeft")
    shorter = field.input_value()
    s, e = map(int, shorter.split(":"))
    assert (s, e < end) == (start, True)
    tab.keyboard.press("Shift+ArrowRight")
    s, e = map(int, field.input_value().split(":"))
    assert s > start
    expect(tab.locator("label.span output").first).to_have_text(WIRE.text[s:e])
    expect(tab.locator(".passage .sel").first).to_be_visible()
    if SHOTS:
        tab.screenshot(path=f"{SHOTS}/review-amend.png", full_page=True)
    tab.fill("#why-amend", "cut too wide")
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-undo]")).to_contain_text("amend content")
    read_again(path)
    with Ledger(path) as ledger:
        held = ledger.held(TOLL.id)
        assert held is not None
        assert held.shown.content == ((s, e),)
        assert held.mention.content == TOLL.content  # the machine's own is kept beside it
    tab.goto(page)
    expect(tab.locator(".passage mark").first).to_contain_text(WIRE.text[s : s + 10])
    tab.locator(".undo button").first.click()
    expect(tab.locator(".history .tag").first).to_have_text("taken back")
    with Ledger(path) as ledger:
        held = ledger.held(TOLL.id)
        assert held is not None
        assert held.shown.content == TOLL.content


def test_words_are_chosen_by_mouse(tab: Page, address: str, path: Path) -> None:
    tab.goto(f"{address}/review/mentions/{TOLL.id}")
    tab.keyboard.press("e")
    tab.locator("[name='f.source']").focus()
    words = tab.locator(".passage .w")
    one, other = words.nth(4).bounding_box(), words.nth(7).bounding_box()
    assert one is not None
    assert other is not None
    tab.mouse.move(one["x"] + 2, one["y"] + one["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(other["x"] + other["width"] - 2, other["y"] + other["height"] / 2, steps=4)
    tab.mouse.up()
    field = tab.locator("[name='f.source']")
    wanted = f"{words.nth(4).get_attribute('data-s')}:{words.nth(7).get_attribute('data-e')}"
    expect(field).to_have_value(wanted)
    tab.locator("[name='f.evidence']").select_option(Evidence.WITNESS.value)
    tab.fill("#why-amend", "named here")
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-undo]")).to_be_visible()
    with Ledger(path) as ledger:
        held = ledger.held(TOLL.id)
        assert held is not None
        start, end = map(int, wanted.split(":"))
        assert held.shown.source == ((start, end),)
        assert held.shown.evidence is Evidence.WITNESS


@pytest.mark.skipif(not AXE.exists(), reason="npm ci has not been run in frontend/")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier_light_and_dark(
    browser: Browser, address: str, path: Path, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    tab = context.new_page()
    with Ledger(path) as ledger:
        made = ledger.judge(JudgementKind.COMMENT, [TOLL.id], who="ann", reason="see above")
        ledger.judge(JudgementKind.UNDO, [made.id], who="ann", reason="not so")
    for name, where in (
        ("claim with what was taken back", f"/claims/{TOLL.id}"),
        ("document with what was taken back", f"/documents/{WIRE.id}"),
        ("queue", "/review"),
        ("one", f"/review/mentions/{TOLL.id}"),
        ("made", "/review?view=made"),
    ):
        tab.goto(address + where)
        for key in ("", "e", "s", "m", "r"):
            if key and name != "one":
                continue
            if key:
                tab.keyboard.press("Escape")
                tab.keyboard.press(key)
            tab.evaluate("scrollTo(0, 0)")  # what sticks covers what was scrolled beneath it
            assert serious(tab, AXE) == [], (name, key)
            if SHOTS:
                tab.screenshot(path=f"{SHOTS}/{name}{key}-{scheme}.png", full_page=True)
    if SHOTS:
        tab.set_viewport_size({"width": 390, "height": 844})
        tab.goto(f"{address}/review/mentions/{TOLL.id}")
        tab.screenshot(path=f"{SHOTS}/phone-{scheme}.png", full_page=True)
    context.close()


def test_without_a_script_the_forms_do_it_all(browser: Browser, address: str, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/review/mentions/{TOLL.id}")
    tab.locator("[data-act=comment] summary").click()
    tab.locator("[data-act=comment] input[name=reason]").fill("said by a form")
    tab.locator("[data-act=comment] button").click()
    assert "said by a form" in tab.locator(".history").inner_text()
    context.close()
