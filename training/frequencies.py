"""How common English words are, from spaCy's table: ``python -m training.frequencies WHEEL``.

WHEEL is ``spacy_lookups_data-1.0.5-py2.py3-none-any.whl`` (``pip download --no-deps
spacy-lookups-data==1.0.5``; MIT licence). Writes ``linking/data/frequencies.tsv``.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import textwrap
import zipfile
from collections import defaultdict
from pathlib import Path

TABLE = "spacy_lookups_data/data/en_lexeme_prob.json.gz"
OUT = Path(__file__).parent.parent / "src/twosource/linking/data/frequencies.tsv"
LEAST = 3e-7  # share of all words from which a word is listed
FLAT = 1e-5  # below it a word is simply known
HEAD = """\
# How common words are in English at large: band<TAB>words, blank-separated.
# A word of band b makes up about exp(-b/2) of running text; those of the last band less.
# Words mostly written with a capital are names and are left out: what is not here is a name.
# From the lexeme probabilities of spacy-lookups-data 1.0.5 (Explosion AI, MIT licence);
# made by training/frequencies.py.
"""


def bands(wheel: Path) -> dict[int, list[str]]:
    """Words by band, most common band first."""
    with zipfile.ZipFile(wheel) as archive:
        table: dict[str, float] = json.loads(gzip.decompress(archive.read(TABLE)))
    small: dict[str, float] = defaultdict(float)
    capital: dict[str, float] = defaultdict(float)
    for word, logarithm in table.items():
        if word.isalpha() and word.isascii():
            share = small if word.islower() else capital
            share[word.lower()] += math.exp(logarithm)
    found: dict[int, list[str]] = defaultdict(list)
    for word, share_of_text in small.items():
        if share_of_text >= LEAST and capital.get(word, 0.0) < 2 * share_of_text:
            found[round(-2 * math.log(max(share_of_text, FLAT)))].append(word)
    return {band: sorted(found[band]) for band in sorted(found)}


def main() -> None:
    """Write the table."""
    lines = [
        f"{band}\t{line}\n"
        for band, words in bands(Path(sys.argv[1])).items()
        for line in textwrap.wrap(" ".join(words), 90)
    ]
    OUT.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
