"""Which Wikidata items states, agencies and outlets are: ``python -m training.identifiers FOLDER``.

FOLDER holds what ``npm pack @rapideditor/country-coder@5.6.1 name-suggestion-index@8.0.20260918``
leaves there (ISC and BSD-3-Clause licences). Writes ``grounding/data/identifiers.tsv``: only names
that the packages know by exactly one item; of agencies and outlets only those whose item describes
itself as one, since "Petra" is also a company.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from twosource.lexicon import rows
from twosource.reading.states import fold

BORDERS = "package/src/data/borders.json"
ITEMS = "package/dist/wikidata/wikidata.json"
OUT = Path(__file__).parent.parent / "src/twosource/grounding/data/identifiers.tsv"
SHORTEST = 5  # letters of a name that may be looked up: initials mean many things
BODY = re.compile(
    r"\b(agency|organi[sz]ation|nations|union|forces|army|police|ministry|committee|department|"
    r"service|newspaper|broadcaster|news|television|radio)\b",
    re.IGNORECASE,
)
HEAD = """\
# Actors and what others know them by: name<TAB>Wikidata item<TAB>ISO 3166-1 alpha-2, or -.
# States from @rapideditor/country-coder 5.6.1 (ISC licence), agencies and outlets from
# name-suggestion-index 8.0.20260918 (BSD-3-Clause); names are those of this project's lexicons.
# States that are no more, and those that few recognise, are not in the packages.
# Made by training/identifiers.py.
"""

Found = Mapping[str, frozenset[tuple[str, str]]]  # folded name -> item and country


def inside(folder: Path, package: str, name: str) -> Any:  # noqa: ANN401 - JSON
    """A JSON file of one of the packages."""
    (archive,) = folder.glob(f"{package}-*.tgz")
    with tarfile.open(archive) as packed:
        file = packed.extractfile(name)
        assert file is not None
        return json.load(file)


def _found(pairs: Iterable[tuple[str, tuple[str, str]]]) -> Found:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, what in pairs:
        found[_key(name)].add(what)
    return {name: frozenset(items) for name, items in found.items()}


def _key(name: str) -> str:
    return fold(name).replace("&", "and").replace("saint ", "st. ")


def countries(folder: Path) -> Found:
    """Every country by its English name and its aliases."""
    features = inside(folder, "rapideditor-country-coder", BORDERS)["features"]
    told = [feature["properties"] for feature in features]
    return _found(
        (name, (each["wikidata"], each["iso1A2"]))
        for each in told
        if "iso1A2" in each
        for name in (each["nameEn"], *each.get("aliases", ()))
    )


def bodies(folder: Path) -> Found:
    """Every item that says it is a body of the sort that speaks."""
    items = inside(folder, "name-suggestion-index", ITEMS)["wikidata"]
    return _found(
        (each["label"], (item, "-"))
        for item, each in items.items()
        if each.get("label") and BODY.search(each.get("description") or "")
    )


def lines(folder: Path) -> Iterator[str]:
    """The table's lines, in the order of the lexicons."""
    states, others, done = countries(folder), bodies(folder), set[str]()
    for name, _, _, also, *_ in rows("reading", "states"):
        done.add(name)
        yield from _line(name, also.split(","), states)
    for lexicon in ("agencies", "outlets"):
        for name, *_, also in rows("grounding", lexicon):
            if name in done:
                continue  # the unions of states
            long = [each for each in (name, *also.split(";")) if len(each) >= SHORTEST]
            yield from _line(name, long, others)


def _line(name: str, also: Iterable[str], known: Found) -> Iterator[str]:
    items = frozenset[tuple[str, str]]().union(
        *(known.get(_key(each), frozenset()) for each in (name, *also))
    )
    if len(items) == 1:
        ((item, country),) = items
        yield f"{name}\t{item}\t{country}\n"


def main() -> None:
    """Write the table."""
    OUT.write_text(HEAD + "".join(lines(Path(sys.argv[1]))), "utf-8")


if __name__ == "__main__":
    main()
