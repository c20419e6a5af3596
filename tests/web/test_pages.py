"""Pages as the server writes them, without a browser."""

import csv
import io
from dataclasses import replace
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.publishing.sample import DOCUMENTS, EVIL, EVIL_TITLE, MENTIONS, TOLL
from tests.web.conftest import HOST

from twosource.engine.relink import relink
from twosource.ledger import Ledger
from twosource.model import ActorKind, Reading, Relay
from twosource.web.app import create
from twosource.web.place import Place

PAGES = (
    *("/", "/guide", "/claims", "/claims/c-toll", "/claims/by/asserter", "/documents"),
    *("/documents/wire", "/documents/evil", "/documents/reprint?view=compare&with=wire"),
    *("/documents/wire?view=changes", "/figures", "/timeline", "/map", "/map?layer=control"),
    *("/map?box=all", "/network", "/network?kind=transfer", "/conflicts", "/sources"),
    *("/sources?role=outlet", "/sources?name=Defence%20Ministry%20of%20Meria"),
)


def parsed(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text[:400])
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_and_its_links_lead_somewhere(client, path):
    page = parsed(client, path)
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//title")[0].text_content().endswith("Twosource")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page.xpath("//a/@href"):
        assert href.startswith(("/", "#", "https://")), href
        if href.startswith("#"):
            assert href[1:] in ids, href


@pytest.mark.parametrize(
    "path", ["/", "/claims/c-toll", "/documents/wire", "/conflicts", "/network"]
)
def test_links_of_a_page_are_answered(client, path):
    for href in sorted(set(parsed(client, path).xpath("//main//a/@href"))):
        if href.startswith("/") and "view=lint" not in href:
            assert client.get(href).status_code == 200, (path, href)


def test_the_three_numbers_are_those_of_the_report(client):
    page = parsed(client, "/claims/c-toll")
    numbers = page.xpath("//dl[@class='three']//dd")
    assert [n.text_content() for n in numbers] == ["2", "2", "1", "1"]


def test_a_mention_leads_to_its_claim(client):
    assert client.get("/claims/m-wire-toll").headers["location"] == "/claims/c-toll"


@pytest.mark.parametrize("path", ["/claims/none", "/documents/none", "/sources?name=none", "/x"])
def test_what_is_not_there_is_said_to_be_not_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no" in answer.text


@pytest.mark.parametrize(
    "query", ["kind=nope", "from=tomorrow", "offset=-1", "sort=luck", "origins=many", "since=x"]
)
def test_an_address_that_means_nothing_is_refused_by_name(client, query):
    answer = client.get(f"/claims?{query}")
    assert answer.status_code == 400
    assert query.split("=")[0] in answer.text


def test_filters_narrow_and_the_address_holds_them(client):
    page = parsed(client, "/claims?status=contested&asserter=army+of+Varda")
    assert page.xpath("count(//input[@type='checkbox'][@checked])") == 2
    assert len(page.xpath("//a[@class='chip']")) == 2
    fewer = len(page.xpath("//table[@id='claims']/tbody/tr"))
    assert 0 < fewer < len(parsed(client, "/claims").xpath("//table[@id='claims']/tbody/tr"))


def test_a_script_gets_the_part_that_changes_and_the_clean_address(client):
    answer = client.get("/claims?q=&sort=&status=contested", headers={"hx-request": "true"})
    assert answer.headers["hx-push-url"] == "/claims?status=contested"
    assert "<html" not in answer.text
    assert 'id="claims"' in answer.text


def test_rows_are_given_in_parts(client):
    rows = client.get("/claims/rows?offset=1&limit=2").text
    assert rows.count("<tr") == 2
    assert 'aria-rowindex="3"' in rows
    assert "<html" not in rows


def test_the_csv_holds_the_present_view_and_no_formula(client):
    answer = client.get("/claims.csv?status=contested")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows
    assert {row["status"] for row in rows} == {"contested"}
    everything = client.get("/claims.csv").text
    for line in csv.reader(io.StringIO(everything)):
        assert not any(cell.startswith(("=", "+", "-1", "@")) for cell in line)


def test_hostile_text_is_shown_as_text(client):
    page = parsed(client, "/documents/evil")
    assert page.xpath("//article//h1")[0].text_content() == EVIL_TITLE
    assert (
        "<script>document.title='owned'</script>"
        in page.xpath("//div[@class='body']")[0].text_content()
    )
    assert "U+202E" in page.xpath("//div[@class='body']")[0].text_content()
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert all(s.get("src", "").startswith("/static/") for s in page.xpath("//script"))
    assert "onload=alert" in EVIL


def test_hostile_words_in_an_address_stay_words(client):
    for words in ('"><script>alert(1)</script>', "' OR 1=1 --", "\x00", "*" * 300, "\u202e"):
        answer = client.get(f"/claims?q={quote(words)}")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_marks_give_the_text_back(client):
    page = parsed(client, "/documents/wire")
    marked = page.xpath("//div[@class='body']//mark[contains(concat(' ', @data-m, ' '), ' 0 ')]")
    assert "".join(m.text_content() for m in marked) == TOLL


def test_a_copy_stands_beside_its_original(client):
    page = parsed(client, "/documents/reprint?view=compare&with=wire")
    sides = page.xpath("//div[@class='beside']/section")
    assert len(sides) == 2
    for side, document in zip(sides, (DOCUMENTS[1], DOCUMENTS[0]), strict=True):
        for sign in side.xpath(".//a[@class='ref']"):
            sign.text = ""
        assert side.xpath(".//div[@class='body']")[0].text_content() == document.text


def test_what_changed_between_versions_is_marked(client):
    page = parsed(client, "/documents/wire?view=changes")
    assert "30" in page.xpath("//div[contains(@class,'changes')]//del")[0].text_content()
    assert "40" in page.xpath("//div[contains(@class,'changes')]//ins")[0].text_content()


def test_a_region_is_not_a_pin(client):
    page = parsed(client, "/map")
    circles = page.xpath("//*[local-name()='g' or local-name()='a']/*[local-name()='circle']")
    assert any("area" in (c.get("class") or "") for c in circles)
    assert "ambiguous" in page.text_content()


def test_the_map_is_moved_by_its_address(client):
    page = parsed(client, "/map?box=10,40,20,50")
    box = page.xpath("//figure/@data-box")[0]
    assert [float(edge) for edge in box.split(",")] == [10, 40, 20, 50]
    for href in page.xpath("//nav[@class='zoom']/a/@href"):
        assert client.get(href).status_code == 200
    for wrong in ("1,2", "a,b,c,d", "5,5,1,1", "nan,0,1,1", "0,0,1e9,1"):
        assert client.get(f"/map?box={wrong}").status_code == 400


def test_a_place_has_one_address_for_one_state():
    place = Place("/claims", (("q", "a b"), ("kind", "control"), ("offset", "50")))
    assert str(place.put(sort="summary")) == "/claims?q=a+b&kind=control&sort=summary"
    assert str(place.put(q=None)) == "/claims?kind=control"
    assert str(place.drop("kind", "control")) == "/claims?q=a+b"
    assert str(place.add("kind", "figure")) == "/claims?q=a+b&kind=control&kind=figure"


def test_what_is_new_since_the_last_visit_is_told(client):
    assert "Since " not in client.get("/").text
    name = next(n for n in client.cookies if n.endswith("-seen"))
    client.cookies.delete(name)
    client.cookies.set(name, "1000000000.1000000001")
    fresh = parsed(client, "/").xpath("//section[@class='fresh']")[0]
    assert "new document" in fresh.text_content()
    (alert,) = fresh.xpath(".//a[contains(@href, 'contested')]")
    listed = parsed(client, alert.get("href"))
    many = listed.get_element_by_id("many").text_content().split()[0]
    assert alert.text_content().split()[0] == many != "0"


@pytest.mark.parametrize("value", ["x", "1.2.3", "99999999999999999999.1", ".", "1.99999999999"])
def test_a_broken_memory_of_visits_is_no_memory(client, value):
    client.get("/")
    client.cookies.set("twosource-8000-seen", value)
    assert client.get("/").status_code == 200


def test_a_person_is_shown_with_the_offices_and_their_days(tmp_path):
    document = replace(DOCUMENTS[0], published_at="2031-03-03T08:00:00Z")
    later = replace(document, id="later", key="later", published_at="2033-05-06")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        for where, office in ((document, "mayor of Sarh"), (later, "foreign minister")):
            told = Relay("Ann Or", kind=ActorKind.PERSON, office=office)
            mention = replace(
                next(m for m in MENTIONS if m.document == document.id),
                id=f"m-{where.id}",
                document=where.id,
                relays=(Relay("Chad", kind=ActorKind.STATE), told),
            )
            ledger.store(Reading(where, (mention,)), where.text.encode())
        relink(ledger)
    with TestClient(create(tmp_path / "a.ledger"), base_url=HOST) as client:
        page = parsed(client, "/sources?name=Ann%20Or")
        offices = page.xpath("//section[@aria-labelledby='h-offices']//li")
        assert [" ".join(o.text_content().split()) for o in offices] == [
            "mayor of Sarh 3 Mar 2031, 1 mention",
            "foreign minister 6 May 2033, 1 mention",
        ]
        assert not page.xpath("//a[contains(@href, 'wikidata')]")


def test_a_state_is_shown_with_its_identifiers(tmp_path):
    document = DOCUMENTS[0]
    mention = next(m for m in MENTIONS if m.document == document.id)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        told = replace(mention, relays=(Relay("Chad", kind=ActorKind.STATE),))
        ledger.store(Reading(document, (told,)), document.text.encode())
        relink(ledger)
    with TestClient(create(tmp_path / "a.ledger"), base_url=HOST) as client:
        page = parsed(client, "/sources?name=Chad")
        (link,) = page.xpath("//a[contains(@href, 'wikidata')]")
        assert link.get("href") == "https://www.wikidata.org/wiki/Q657"
        assert "ISO 3166: TD" in page.xpath("//main")[0].text_content()
