"""Does a score mean what it says? ``python -m training.attribution.reliability --model FOLDER``.

Writes the plot of the model card (SVG) and prints its table: of the attributions scored about so
high, how many agree with an annotated one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.attribution.readings import articles, options, reader
from twosource.learning.measures import Measured, Ruler, matched

BINS = 10
SIZE, EDGE = 320, 44  # of the plot and around it


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions scored between two tenths: how many, mean score, and the share that is right."""

    count: int
    score: float
    right: float


def bins(scored: Sequence[tuple[float, bool]]) -> list[Bin]:
    """By score, empty ones left out."""
    made = []
    for k in range(BINS):
        mine = [(s, ok) for s, ok in scored if min(BINS - 1, int(s * BINS)) == k]
        if mine:
            n = len(mine)
            made.append(Bin(n, sum(s for s, _ in mine) / n, sum(ok for _, ok in mine) / n))
    return made


def error(found: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance between score and share, by count."""
    every = sum(b.count for b in found)
    return sum(b.count * abs(b.score - b.right) for b in found) / every if every else 0.0


def svg(found: Sequence[Bin]) -> str:
    """The plot, for light and dark pages."""
    most = max((b.count for b in found), default=1)
    x = lambda v: EDGE + v * SIZE  # noqa: E731
    y = lambda v: EDGE / 2 + (1 - v) * SIZE  # noqa: E731
    bars = "".join(
        f'<rect class="n" x="{x(b.score) - 7:.1f}" y="{y(0.25 * b.count / most):.1f}" width="14" '
        f'height="{0.25 * b.count / most * SIZE:.1f}"/>'
        for b in found
    )
    points = " ".join(f"{x(b.score):.1f},{y(b.right):.1f}" for b in found)
    dots = "".join(
        f'<circle cx="{x(b.score):.1f}" cy="{y(b.right):.1f}" r="4"><title>scored {b.score:.2f}, '
        f"right {b.right:.2f}, {b.count} attributions</title></circle>"
        for b in found
    )
    ticks = "".join(
        f'<text x="{x(v):.0f}" y="{y(0) + 18:.0f}" text-anchor="middle">{v:g}</text>'
        f'<text x="{x(0) - 8:.0f}" y="{y(v) + 4:.0f}" text-anchor="end">{v:g}</text>'
        for v in (0, 0.25, 0.5, 0.75, 1)
    )
    width, height = SIZE + 2 * EDGE, SIZE + 2 * EDGE
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" \
aria-label="Share of attributions that are right, by score">
<style>
svg {{ background: #fff; }} text {{ font: 12px sans-serif; fill: #333; }}
.f, .d, .l {{ fill: none; stroke: #888; }} .d {{ stroke-dasharray: 4 4; }}
.l {{ stroke: #0b62a4; stroke-width: 2; }} circle {{ fill: #0b62a4; }} .n {{ fill: #c9d9e6; }}
@media (prefers-color-scheme: dark) {{
svg {{ background: #16191d; }} text {{ fill: #ccc; }} .n {{ fill: #2c4356; }}
.l {{ stroke: #6cb4ee; }} circle {{ fill: #6cb4ee; }} }}
</style>
{bars}<rect class="f" x="{x(0)}" y="{y(1)}" width="{SIZE}" height="{SIZE}"/>
<path class="d" d="M{x(0)} {y(0)}L{x(1)} {y(1)}"/>
<polyline class="l" points="{points}"/>{dots}{ticks}
<text x="{x(0.5)}" y="{y(0) + 38}" text-anchor="middle">score (bars: how many)</text>
<text transform="translate(12 {y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>
</svg>
"""


def main() -> int:
    """Write the plot and print the table as Markdown."""
    parser = options(__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/reliability.svg"))
    args = parser.parse_args()
    gold = articles(args)
    scored: list[tuple[float, bool]] = []
    for document, found in zip(gold, reader(args)(gold), strict=True):
        ruler = Ruler(document.text)
        given = [Measured(ruler, a) for a in found]
        pairs = matched(given, [Measured(ruler, a) for a in document.attributions])
        right = {i for i, _ in pairs}
        scored += [(a.score or 0.0, i in right) for i, a in enumerate(found)]
    made = bins(scored)
    args.out.write_text(svg(made), "utf-8")
    print("| attributions | mean score | right |\n|---|---|---|")
    for each in made:
        print(f"| {each.count} | {each.score:.2f} | {each.right:.2f} |")
    print(f"\nexpected calibration error {error(made):.3f}; {args.out} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
