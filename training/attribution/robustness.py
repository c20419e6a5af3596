"""The same articles in other styles: ``python -m training.attribution.robustness --model FOLDER``.

Prints the table of the model card: F1 in each style, and how far it is from the style as printed.
"""

from __future__ import annotations

import sys

from training.attribution.readings import articles, options, reader
from training.attribution.styles import STYLES, edited
from twosource.learning.annotated import ROLES
from twosource.learning.measures import Measures, measure


def figures(found: Measures) -> list[float]:
    """One row: soft relation F1, then token F1 by role."""
    return [found.relation["all"].f1, *(found.tokens[role].f1 for role in ROLES)]


def main() -> int:
    """Print the table as Markdown."""
    args = options(__doc__).parse_args()
    read, printed = reader(args), articles(args)
    print("| style | soft relation F1 | tokens: content | source | cue |")
    print("|---|---|---|---|---|")
    first: list[float] = []
    for name, style in STYLES.items():
        varied = [edited(document, style(document.text)) for document in printed]
        row = figures(measure(varied, read(varied)))
        first = first or row
        cells = (f"{f:.3f} ({f - g:+.3f})" for f, g in zip(row, first, strict=True))
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
