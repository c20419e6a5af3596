import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.publishing.sample import book

from twosource.model import ActorKind, Named, Relay
from twosource.publishing.book import Book
from twosource.publishing.exchange import ledger_json


def exported(made: Book):
    return json.loads(b"".join(ledger_json(made)))


def schema():
    path = files("twosource").joinpath("publishing", "schema", "ledger.schema.json")
    return json.loads(path.read_text("utf-8"))


def test_an_export_fits_the_schema_that_ships_with_the_package():
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(exported(book()), schema())


def test_an_empty_ledger_is_a_valid_ledger():
    jsonschema.validate(exported(Book((), ())), schema())


def test_the_schema_refuses_a_value_that_the_format_does_not_know():
    wrong = exported(book())
    wrong["mentions"][0]["evidence"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema())


def test_fields_have_the_names_of_the_format():
    claims = {c["id"]: c for c in exported(book())["claims"]}
    assert claims["c-toll"]["time"] == {"from": "2031-03-02", "to": "2031-03-02"}
    transfer = claims["c-evil"]["transfer"]
    assert transfer == {"from": "@Aldria", "to": None, "what": "\tgrain", "in_return": "=1+1"}
    mentions = {m["id"]: m for m in exported(book())["mentions"]}
    assert mentions["m-reprint-toll"]["chain"] == ["Lodestar", "Defence Ministry of Meria"]
    assert mentions["m-reprint-toll"]["claim"] == "c-toll"


def test_a_bound_that_the_text_does_not_fix_stays_empty_and_whole_numbers_stay_whole():
    text = b"".join(ledger_json(book())).decode()
    figure = next(c for c in exported(book())["claims"] if c["id"] == "c-toll")["figure"]
    assert figure["high"] is None
    assert '"low":40,' in text


def test_the_copied_document_names_its_original():
    documents = {d["id"]: d for d in exported(book())["documents"]}
    assert documents["reprint"]["derived_from"] == "wire"
    assert documents["wire"]["derived_from"] is None


def test_every_record_stands_on_a_line_of_its_own():
    lines = b"".join(ledger_json(book())).decode().splitlines()
    for line in lines:
        if line.startswith(" {"):
            json.loads(line.rstrip(","))


@pytest.mark.skipif(
    not (Path(__file__).parents[3] / "shared" / "bench" / "score.py").exists(),
    reason="the scorer of shared/bench is not here",
)
def test_the_scorer_reads_the_export(tmp_path):
    import subprocess
    import sys

    bench = Path(__file__).parents[3] / "shared" / "bench"
    out = tmp_path / "ledger.json"
    out.write_bytes(b"".join(ledger_json(book())))
    done = subprocess.run(
        [sys.executable, bench / "score.py", out, bench / "scenarios" / "seed", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "mention" in json.loads(done.stdout)


def test_actors_come_with_their_offices_and_the_days_that_give_them():
    relay = Relay("Ann Or", ((0, 6),), Named.NAMED, ActorKind.PERSON, "mayor of Sarh", ((8, 21),))
    made = book()
    told = [replace(m, relays=(Relay("Chad", kind=ActorKind.STATE), relay)) for m in made.mentions]
    ledger = exported(replace(made, mentions=tuple(told)))
    jsonschema.validate(ledger, schema())
    chad, ann = ({a["name"]: a for a in ledger["actors"]}[name] for name in ("Chad", "Ann Or"))
    assert (chad["wikidata"], chad["country"], chad["kind"]) == ("Q657", "TD", "state")
    days = sorted(
        made.document[m.document].published_at[:10]
        for m in told
        if made.document[m.document].published_at
    )
    assert ann["offices"] == [
        {"office": "mayor of Sarh", "first": days[0], "last": days[-1], "mentions": len(told)}
    ]
    assert (ann["wikidata"], ann["mentions"]) == (None, len(told))
