import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.publishing.sample import DOCUMENTS, EVIL_TITLE, LINKS, MENTIONS, book

from twosource.model import Claim, ClaimKind, Links
from twosource.publishing.book import Book
from twosource.publishing.page import report_html


def written(made: Book) -> str:
    return "".join(report_html(made, "Orlo <crossing>", "5 March 2031"))


@pytest.fixture(scope="module")
def text():
    return written(book())


@pytest.fixture(scope="module")
def page(text):
    return html.document_fromstring(text)


def test_the_policy_allows_these_scripts_and_this_style_and_nothing_else(text, page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    parts = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", text, re.DOTALL)
    assert len(parts) == 3
    for part in parts:
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_in_the_page_is_fetched_or_handles_events_inline(page):
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            assert name not in ("src", "srcset", "style", "action", "formaction", "xlink:href")
            if name == "href":
                assert value.startswith(("#", "https://")), value
    assert not page.xpath("//link | //iframe | //object | //img | //base")


def test_hostile_text_stays_text(page):
    assert len(page.xpath("//script")) == 2
    titles = page.xpath("//article[@id='document-evil']//h2")
    assert titles[0].text_content() == EVIL_TITLE
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    body = page.xpath("//article[@id='document-evil']//div[@class='body']")[0].text_content()
    assert "<script>document.title='owned'</script>" in body
    assert "U+202E" in body


def test_every_link_inside_the_page_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page.xpath("//a/@href"):
        if href.startswith("#"):
            assert href[1:] in ids or href == "#everything", href


def test_every_text_is_whole_under_its_marks(page):
    for document in DOCUMENTS:
        body = page.xpath(f"//article[@id='document-{document.id}']//div[@class='body']")[0]
        for sign in body.xpath(".//a[@class] | .//span[@class='ctl']"):
            tail = sign.tail or ""
            sign.text = ""
            for child in list(sign):
                sign.remove(child)
            sign.tail = tail
        wanted = re.sub("[\u202e\u202c\u200b]", "", document.text)
        assert body.text_content() == wanted


def test_the_three_numbers_stand_side_by_side(page):
    numbers = page.xpath("//article[@id='claim-c-toll']//dl[@class='three']//dd")
    assert [n.text_content() for n in numbers] == ["2", "2", "1", "1"]


def test_nested_statements_are_both_reachable(page):
    inner = page.xpath("//article[@id='document-wire']//mark[contains(@class,'deep')]")
    assert {m.get("data-m") for m in inner} == {"0 1"}
    assert page.xpath("//a[@id='w-m-wire-toll'] | //a[@id='w-m-wire-place']")


def test_a_region_is_not_a_pin(page):
    circles = page.xpath(
        "//*[local-name()='svg'][contains(@class,'map')]//*[local-name()='circle']"
    )
    kinds = {c.get("class").split()[0] for c in circles}
    assert kinds == {"spot", "area", "town"}
    assert "Springfield" not in "".join(page.xpath("//*[local-name()='svg']//text()"))
    assert "ambiguous" in page.xpath("//section[@id='map']")[0].text_content()


def test_an_open_bound_is_drawn_open_and_no_number_is_made_up(page):
    figures = page.xpath("//section[@id='figures']")[0].text_content()
    assert "40 or more" in figures


def test_a_copied_passage_is_marked_and_leads_to_its_original(page):
    article = page.xpath("//article[@id='document-reprint']")[0]
    assert article.xpath(".//*[contains(@class,'copied')]")
    assert "#document-wire" in article.xpath(".//p[@class='banner']//a/@href")


def test_headings_go_down_one_step_at_a_time_and_every_table_has_headings(page):
    assert len(page.xpath("//h1")) == 1
    for table in page.xpath("//table"):
        assert table.xpath(".//th[@scope]")


@settings(max_examples=12, deadline=None)
@given(
    st.text(), st.text(min_size=1), st.sampled_from(["", "</noscript>", "<!--", "]]>", "</title>"])
)
def test_whatever_a_text_holds_the_page_has_its_own_scripts_only(title, body, nasty):
    text = nasty + body
    document = replace(DOCUMENTS[0], text=text, title=nasty + title, publisher=body, url=body)
    said = replace(MENTIONS[0], content=((0, len(text)),), cue=(), source=(), reasons=())
    claim = Claim("c", ClaimKind.STATEMENT, text, (said.id,))
    page = written(Book((document,), (said,), Links((claim,))))
    assert page.count("<script>") == page.count("</script>") == 2
    assert page.count("<noscript") == page.count("</noscript") == 2
    assert "<!--" not in page


@pytest.mark.parametrize(
    "made",
    [
        Book((), ()),
        Book(DOCUMENTS, ()),
        Book(DOCUMENTS, MENTIONS),
        Book((), (), LINKS),
        Book(DOCUMENTS, (), replace(LINKS, series=())),
    ],
    ids=["nothing", "unread", "unlinked", "only links", "no mentions"],
)
def test_a_book_with_holes_is_still_a_report(made):
    page = html.document_fromstring(written(made))
    assert page.xpath("//h1")[0].text_content() == "Orlo <crossing>"
