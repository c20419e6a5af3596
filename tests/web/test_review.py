"""The review page without a script: every judgement by a form, refused with one line or kept."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.publishing.sample import DOCUMENTS
from tests.web.conftest import HOST, fill

from twosource.engine.relink import relink
from twosource.judging import disagreements
from twosource.ledger import JudgementKind, Ledger
from twosource.ledger.queries import joins
from twosource.web.app import create

WIRE = DOCUMENTS[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fill(tmp_path / "orlo.ledger")


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(create(path), base_url=HOST, follow_redirects=False) as made:
        yield made


def names(path: Path) -> list[str]:
    with Ledger(path) as ledger:
        return [m.id for m in ledger.mentions() if m.document == WIRE.id]


def form(client: TestClient, mention: str, kind: str) -> dict[str, str]:
    """The fields of a form as the page gives them."""
    page = html.fromstring(client.get(f"/review/mentions/{mention}").text)
    (found,) = page.xpath(f"//form[.//input[@name='kind'][@value='{kind}']][@action][1]")[:1]
    return {name: value or "" for name, value in found.fields.items() if name}


def send(client: TestClient, mention: str, which: str, **fields: str):
    data = form(client, mention, which) | fields
    return client.post("/review/judge", data=data)


def made(path: Path):
    with Ledger(path) as ledger:
        return ledger.judgements()


def test_the_queue_shows_one_statement_in_its_words_with_a_reason(client: TestClient) -> None:
    page = html.fromstring(client.get("/review").text)
    assert page.xpath("//article[contains(@class, 'card')]//mark")
    assert "of" in page.xpath("string(//p[@class='kicker'])")
    assert page.xpath("//form//button[contains(., 'Accept')]")


def test_an_acceptance_leads_to_the_next_and_is_taken_back(client: TestClient, path: Path) -> None:
    first = client.get("/review").text
    name = re.search(r'name="mention" value="([^"]+)"', first)
    assert name
    page = html.fromstring(first)
    fields = dict(page.xpath("//form[@data-accept]")[0].fields)
    done = client.post("/review/judge", data=fields)
    assert done.status_code == 303
    after = client.get(done.headers["location"])
    assert f'name="mention" value="{name[1]}"' not in after.text
    (judgement,) = made(path)
    assert judgement.kind is JudgementKind.ACCEPT
    undo = dict(html.fromstring(after.text).xpath("//form[@data-undo]")[0].fields)
    assert client.post("/review/judge", data=undo).status_code == 303
    assert [j.kind for j in made(path)] == [JudgementKind.ACCEPT, JudgementKind.UNDO]
    assert f'name="mention" value="{name[1]}"' in client.get("/review").text


def test_an_amendment_keeps_the_machines_word_beside_it(client: TestClient, path: Path) -> None:
    name = names(path)[0]
    done = send(client, name, "amend", **{"f.evidence": "imagery", "reason": "photo", "who": "Ada"})
    assert done.status_code == 303
    (judgement,) = made(path)
    assert (judgement.field, judgement.value, judgement.who) == ("evidence", "imagery", "Ada")
    page = client.get(f"/review/mentions/{name}").text
    assert "the machine reads:" in page
    assert 'value="Ada"' in page  # the browser keeps the name


def test_words_are_amended_by_themselves_or_by_position(client: TestClient, path: Path) -> None:
    name = names(path)[0]
    with Ledger(path) as ledger:
        held = ledger.held(name)
        assert held
        start, end = held.mention.content[0]
    assert send(
        client, name, "amend", **{"f.content": f"{start}:{end - 3}", "reason": "x"}
    ).is_redirect
    with Ledger(path) as ledger:
        now = ledger.held(name)
        assert now
        assert now.shown.content == ((start, end - 3),)


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        ("amend", {"f.evidence": "rumour", "reason": "x"}, "evidence is one of"),
        ("amend", {"f.figure": "low=2; high=1", "reason": "x"}, "low 2 is more than high 1"),
        ("amend", {"f.colour": "red", "reason": "x"}, "no field"),
        ("amend", {"reason": "x"}, "nothing was changed"),
        ("amend", {"f.evidence": "media", "reason": ""}, "gives its reason"),
        ("reject", {"reason": " "}, "gives its reason"),
        ("merge", {"name": "", "reason": "x"}, "two mentions or claims"),
        ("merge", {"name": "c-none", "reason": "x"}, "no claim or mention"),
        ("reject", {"kind": "burn", "reason": "x"}, "no judgement that there is"),
        ("reject", {"reason": "x", "who": "A\x1bda"}, "control characters"),
        ("reject", {"reason": "x", "seen": "j-made-up"}, "no judgement about these"),
    ],
)
def test_what_cannot_be_is_said_beside_the_form_and_nothing_is_kept(
    client: TestClient, path: Path, kind: str, fields: dict[str, str], line: str
) -> None:
    done = send(client, names(path)[0], kind, **fields)
    assert done.status_code == 422
    alarm = html.fromstring(done.text).xpath("string(//p[@role='alert'])")
    assert line in alarm
    assert made(path) == []


def test_what_was_typed_is_not_lost_when_it_is_refused(client: TestClient, path: Path) -> None:
    done = send(client, names(path)[0], "amend", **{"f.time": "yesterday", "reason": "<b>why</b>"})
    page = html.fromstring(done.text)
    assert page.xpath("//input[@name='f.time']/@value") == ["yesterday"]
    assert page.xpath("//details[@open]//input[@name='reason']/@value") == ["<b>why</b>"]


def test_a_rejected_statement_leaves_its_claim_at_once(client: TestClient, path: Path) -> None:
    name = names(path)[0]
    assert send(client, name, "reject", preset="a caption, headline or label").is_redirect
    (judgement,) = made(path)
    assert judgement.reason == "a caption, headline or label"
    with Ledger(path) as ledger:
        assert name not in {m for claim in ledger.links().claims for m in claim.mentions}
        assert not ledger.stale
    assert "Rejected" in client.get(f"/review/mentions/{name}").text


def test_merge_split_credit_and_comment_by_form(client: TestClient, path: Path) -> None:
    one, other = names(path)[:2]
    assert send(client, one, "merge", name=other, reason="one thing").is_redirect
    with Ledger(path) as ledger:
        assert any({one, other} <= set(c.mentions) for c in ledger.links().claims)
    assert send(client, one, "split", name=other, reason="two things").is_redirect
    assert send(client, one, "reattribute", asserter="Coast Guard", reason="named").is_redirect
    assert send(client, one, "comment", reason="see page 2").is_redirect
    assert [str(j.kind) for j in made(path)] == ["merge", "split", "reattribute", "comment"]
    with Ledger(path) as ledger:
        held = ledger.held(one)
        assert held
        assert held.shown.asserter == "Coast Guard"
    for view in ("made", "disagreements", "orphaned"):
        assert client.get(f"/review?view={view}").status_code == 200


def test_two_people_editing_at_once_lose_nothing(client: TestClient, path: Path) -> None:
    name = names(path)[0]
    pages = [form(client, name, "amend") for _ in range(2)]  # both load the page, then both send

    def post(fields: dict[str, str]) -> None:
        assert client.post("/review/judge", data=fields).status_code == 303

    work = [
        threading.Thread(
            target=post,
            args=(page | {"f.evidence": value, "who": who, "reason": f"{who} saw it"},),
        )
        for page, who, value in zip(pages, ("Ada", "Bo"), ("imagery", "witness"), strict=True)
    ]
    for one in work:
        one.start()
    for one in work:
        one.join()
    assert {(j.who, j.value) for j in made(path)} == {("Ada", "imagery"), ("Bo", "witness")}
    assert len(disagreements(made(path))) == 1
    page = client.get(f"/review/mentions/{name}").text
    assert "judged without knowing of one another" in page
    assert send(client, name, "accept", who="Cy").is_redirect
    assert (
        "judged without knowing of one another" not in client.get(f"/review/mentions/{name}").text
    )


def test_weak_joins_are_listed_until_somebody_judges_them(
    client: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(path) as ledger:
        relink(ledger, anew=True)
    assert "firmly tied" in client.get("/review?view=joins").text
    monkeypatch.setattr(joins, "WEAK", 1.9)  # the sample holds a copied sentence, and it alone
    page = html.fromstring(client.get("/review?view=joins").text)
    (link,) = page.xpath("//main//ol[contains(@class, 'came')]//a/@href")
    mention = link.rpartition("/")[2]
    assert send(client, mention, "accept").is_redirect
    assert "firmly tied" in client.get("/review?view=joins").text


def test_a_form_of_another_site_is_refused(client: TestClient, path: Path) -> None:
    fields = form(client, names(path)[0], "reject") | {"reason": "x"}
    assert client.post("/review/judge", data=fields | {"csrf": "guess"}).status_code == 403
    foreign = client.post("/review/judge", data=fields, headers={"origin": "http://evil.example"})
    assert foreign.status_code == 403
    assert made(path) == []


def test_nobody_is_sent_elsewhere_and_an_unknown_statement_is_said(
    client: TestClient, path: Path
) -> None:
    done = send(client, names(path)[0], "accept", back="//evil.example/x")
    assert done.headers["location"].startswith("/?made=")
    assert client.get("/review/mentions/m-none").status_code == 404
    assert client.get("/review?reason=none").status_code == 400
    assert client.get("/review?offset=99999").status_code == 200
