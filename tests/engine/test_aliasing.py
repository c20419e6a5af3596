"""Other names of actors: they reach chains, claims, origins and exports, and can be taken back."""

import json

import pytest

from twosource.engine.aliasing import follow, other_actors, read_aliases, same_actor
from twosource.engine.ingest import ingest
from twosource.engine.relink import relink
from twosource.judging.identities import identities
from twosource.judging.judgement import ACTOR
from twosource.ledger import Judgement, JudgementKind, Ledger
from twosource.model import ActorKind
from twosource.publishing.book import Book
from twosource.publishing.exchange import ledger_json

TEXTS = (
    "Forty soldiers were killed near Huambo on Monday, the Northern Council said.",
    "The Council of the North said that 40 soldiers had been killed near Huambo on Monday.",
)


@pytest.fixture
def ledger(tmp_path):
    for n, text in enumerate(TEXTS):
        (tmp_path / f"{n}.json").write_text(
            json.dumps({"text": text, "published_at": "1994-06-08", "language": "en",
                        "publisher": f"Paper {n}", "url": f"https://paper{n}.example/1"})
        )  # fmt: skip
    with Ledger(str(tmp_path / "l"), create=True) as opened:
        ingest(opened, [str(tmp_path / "0.json"), str(tmp_path / "1.json")], jobs=1)
        yield opened


def asserters(ledger):
    return {mention.asserter for mention in ledger.mentions()}


def exported(ledger):
    book = Book.of(ledger)
    return json.loads(b"".join(ledger_json(book)))


def test_a_merge_reaches_chains_origins_and_the_export_and_is_reversible(ledger):
    before = asserters(ledger)
    assert len(before) == 2
    name, other = sorted(before)
    made = same_actor(ledger, name, [other], who="Ada", reason="one council")
    relink(ledger)
    assert asserters(ledger) == {name}
    found = exported(ledger)
    assert {m["chain"][-1] for m in found["mentions"]} == {name}
    assert {o["actor"] for claim in found["claims"] for o in claim["origins"]} == {name}
    assert all(claim["independent_origins"] <= 1 for claim in found["claims"])
    assert ledger.verify() == []

    ledger.judge(JudgementKind.UNDO, [made.id], who="Ada", reason="two councils")
    relink(ledger)
    assert asserters(ledger) == before


def test_what_is_read_later_goes_by_the_judged_name(ledger, tmp_path):
    same_actor(ledger, "Council", ["Northern Council"], who="Ada", reason="short",
               kind=ActorKind.GROUP)  # fmt: skip
    (tmp_path / "2.txt").write_text("Nine trucks were burnt, the Northern Council said.")
    ingest(ledger, [str(tmp_path / "2.txt")], jobs=1)
    relays = [m.relays[-1] for m in ledger.mentions() if m.asserter == "Council"]
    assert len(relays) == 2
    assert {relay.kind for relay in relays} == {ActorKind.GROUP}


def test_why_a_name_stands_is_a_reason(ledger):
    same_actor(ledger, "Council", ["Northern Council"], who="Ada", reason="short")
    mention = next(m for m in ledger.mentions() if m.asserter == "Council")
    assert any("judged by Ada" in r.rule and r.field == "chain" for r in mention.reasons)


def test_a_split_parts_what_a_merge_joined(ledger):
    before = asserters(ledger)
    name, other = sorted(before)
    same_actor(ledger, name, [other], who="Ada", reason="one council")
    other_actors(ledger, [name, other], who="Bob", reason="two")
    assert asserters(ledger) == before
    with pytest.raises(ValueError, match="no merge joins"):
        other_actors(ledger, [name, other], who="Bob", reason="again")


def test_the_ledger_follows_its_alias_file(ledger):
    first = read_aliases(b"Council\tNorthern Council\tgroup\n", "names.tsv")
    assert follow(ledger, first, "names.tsv", who="Ada").added == 1
    assert "Council" in asserters(ledger)
    assert follow(ledger, first, "names.tsv", who="Ada").known == 1
    gone = follow(ledger, read_aliases(b"# none\n", "names.tsv"), "names.tsv", who="Ada")
    assert (gone.added, gone.taken_back) == (0, 1)
    assert "Northern Council" in asserters(ledger)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Council", "no other name"),
        ("Council\t", "no other name"),
        ("\tCouncil", "an empty name"),
        ("Council\tThe council", "its own other name"),
        ("Council\tSenate\tplanet", "no kind"),
        ("Council\tSenate\tgroup\tmore", "4 columns"),
        ("Council\tSen\x07ate", "control characters"),
        ("Council\t" + "x" * 600, "600 characters"),
        ("Diet\tAssembly", "keep one of the two"),
    ],
)
def test_a_line_that_does_not_hold_is_named_and_the_rest_is_done(line, why):
    data = f"Chamber\tAssembly\n{line}\nHouse\tLower House\n".encode()
    found = read_aliases(data, "names.tsv")
    assert [row.alias for row in found.rows] == ["Assembly", "Lower House"]
    assert len(found.problems) == 1
    assert found.problems[0].startswith("names.tsv:2: ")
    assert why in found.problems[0]


def test_csv_with_a_heading_quotes_and_a_mark_of_order():
    data = '\ufeffname,alias,kind\n"Council, Northern",Northern Council,group\n'.encode()
    (row,) = read_aliases(data, "names.csv").rows
    assert (row.name, row.kind, row.line) == ("Council, Northern", ActorKind.GROUP, 2)


def test_bytes_that_are_no_text_are_one_problem():
    assert "not UTF-8" in read_aliases(b"\xff\xfe\x00", "names.tsv").problems[0]


def merge(n, name, other):
    return Judgement(f"j{n}", JudgementKind.MERGE, (f"{ACTOR}{name}", f"{ACTOR}{other}"), "Ada",
                     f"2020-01-0{n}T00:00:00+00:00", "same")  # fmt: skip


def test_merges_in_a_circle_end_with_the_name_given_last():
    known = identities([merge(1, "A", "B"), merge(2, "B", "C"), merge(3, "C", "A")])
    assert {known.name(name) for name in "ABC"} == {"C"}


def test_names_are_found_without_regard_to_case_and_article():
    known = identities([merge(1, "Council", "the Northern council")])
    assert known.name("Northern Council") == "Council"
    assert known.name("Northern Council of Elders") == "Northern Council of Elders"
