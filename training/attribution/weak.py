"""Recall where other tools fail: ``python -m training.attribution.weak --model FOLDER``."""

from __future__ import annotations

import sys
from collections.abc import Callable

from training.attribution.readings import articles, options, reader
from twosource.learning.measures import Measured, Ruler, matched

PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "who", "you"])
SPOTS: dict[str, Callable[[Measured], bool]] = {
    "no source": lambda m: not m.tokens["source"],
    "a pronoun for source": lambda m: _source(m) in PRONOUNS,
    "cue of several words": lambda m: len(m.tokens["cue"]) > 1,
    "no cue": lambda m: not m.tokens["cue"],
    "content of one to four words": lambda m: len(m.tokens["content"]) <= 4,
    "content in several pieces": lambda m: len(m.spans["content"]) > 1,
    "content over several paragraphs": lambda m: any(
        "\n" in m.ruler.text[a:b] for a, b in m.spans["content"]
    ),
    "all": lambda m: True,
}


def _source(m: Measured) -> str:
    return " ".join(m.ruler.text[a:b] for a, b in m.spans["source"]).casefold()


def main() -> int:
    """Print recall by kind of annotated attribution, as Markdown."""
    args = options(__doc__).parse_args()
    gold = articles(args)
    counts = {name: [0, 0] for name in SPOTS}
    for document, found in zip(gold, reader(args)(gold), strict=True):
        ruler = Ruler(document.text)
        wanted = [Measured(ruler, a) for a in document.attributions]
        met = {j for _, j in matched([Measured(ruler, a) for a in found], wanted)}
        for j, one in enumerate(wanted):
            for name, fits in SPOTS.items():
                if fits(one):
                    counts[name][0] += j in met
                    counts[name][1] += 1
    print("| annotated attributions with | found | of |\n|---|---|---|")
    for name, (right, every) in counts.items():
        print(f"| {name} | {right / every if every else 0:.3f} | {every} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
