"""How fast the whole is, beside the bare parser in the same run: ``python -m bench.speed``.

Words per second of ``twosource read`` with one process and with two (start-up, storing and linking
included), of reading the same bytes again, of the parser alone and of the tagger alone; the time to
the first output of ``lint`` and of ``--help``; peak memory of the largest process. CPU seconds are
the comparable column: wall time is that of a machine that may be doing other things (its load is
printed).

The corpus is PolNeAR's development set where it stands beside the checkout, otherwise the
project's own examples, repeated under new names until they are enough.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.shared import ROOT, SHARED
from twosource.reading.tagger.folder import SHIPPED, is_shipped

PARSER = """
import sys, time
from pathlib import Path
from twosource.reading.parsed import pipeline
nlp = pipeline()
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
start, cpu = time.perf_counter(), time.process_time()
for doc in nlp.pipe(texts):
    pass
print(time.perf_counter() - start, time.process_time() - cpu)
"""

TAGGER = """
import sys, time
from pathlib import Path
from twosource.reading.tagger.relations import relations
from twosource.reading.tagger.session import load
model = load(Path(sys.argv[2]))
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
start, cpu = time.perf_counter(), time.process_time()
for text in texts:
    relations(model, text)
print(time.perf_counter() - start, time.process_time() - cpu)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One command: wall and CPU seconds, first output, peak MB of its largest process."""

    wall: float
    cpu: float
    first: float
    peak: float
    output: str


def texts() -> Iterator[str]:
    """The corpus, text by text."""
    dev = SHARED / "data" / "polnear" / "dev.jsonl.gz"
    if dev.is_file():
        with gzip.open(dev, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
        return
    from twosource.documents import Found, find, load

    for found in find([str(ROOT / "examples")]):
        if isinstance(found, Found):
            loaded = load(Path(found.path).read_bytes(), found.path)
            yield from (d.text for d in loaded.documents if d.language == "en")


def write_corpus(folder: Path, count: int) -> int:
    """Write ``count`` articles as text files; return the number of words."""
    made = list(texts())
    if not made:
        raise SystemExit("no corpus: neither PolNeAR beside the checkout nor examples/ in it")
    words = 0
    for n in range(count):
        text = made[n % len(made)]
        if n >= len(made):  # another publication, not the same bytes
            text = f"Part {n // len(made)}.\n\n{text}"
        words += len(text.split())
        (folder / f"{n:05}.txt").write_text(text, "utf-8")
    return words


def run(command: Sequence[str]) -> Run:
    """Run one command to its end; exit codes other than 0 and 1 end the bench."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    head = process.stdout.read(1)
    first = time.perf_counter() - start
    output = (head + process.stdout.read()).decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{output}")
    # the largest process: of this one and of those it waited for
    return Run(wall, usage.ru_utime + usage.ru_stime, first, usage.ru_maxrss / 1024, output)


def twosource(*words: str) -> Run:
    """Run one command of the software."""
    return run([sys.executable, "-m", "twosource", *words])


def rows(count: int) -> Iterator[tuple[str, str]]:
    """Every measure as a name and a figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "articles")
        folder.mkdir()
        words = write_corpus(folder, count)
        yield "corpus", f"{count} articles, {words:,} words"
        bare = run([sys.executable, "-c", PARSER, str(folder)])
        wall, cpu = map(float, bare.output.split()[-2:])
        yield "bare parser, without its start", _speed(words, wall, cpu)
        yield "bare parser, with its start", _speed(words, bare.wall, bare.cpu, bare.peak)
        if is_shipped():
            alone = run([sys.executable, "-c", TAGGER, str(folder), str(SHIPPED)])
            wall, cpu = map(float, alone.output.split()[-2:])
            yield "tagger alone, without its start", _speed(words, wall, cpu, alone.peak)
        for jobs in (1, 2):
            ledger = str(Path(name, f"{jobs}.ledger"))
            command = ("read", str(folder), "--ledger", ledger, "--jobs", str(jobs))
            made = twosource(*command)
            if "this run:" not in made.output:
                raise SystemExit(f"read ended early:\n{made.output}")
            yield f"read --jobs {jobs}", _speed(words, made.wall, made.cpu, made.peak)
            again = twosource(*command)
            yield f"read --jobs {jobs}, again", f"{again.wall:6.2f} s, {again.peak:4.0f} MB"
        article = str(min(folder.iterdir()))
        lint = twosource("lint", article)
        yield "lint, first output", f"{lint.first:6.2f} s, {lint.peak:4.0f} MB"
        shortest = min((twosource("--help") for _ in range(5)), key=lambda r: r.wall)
        yield "--help", f"{shortest.wall:6.2f} s, {shortest.peak:4.0f} MB"


def _speed(words: int, wall: float, cpu: float, peak: float | None = None) -> str:
    beside = f", {peak:4.0f} MB" if peak else ""
    return (
        f"{words / wall:7,.0f} words/s ({wall:5.1f} s), "
        f"{words / cpu:7,.0f} words a CPU second{beside}"
    )


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--documents", type=int, default=84, help="how many articles")
    chosen = options.parse_args()
    load, cores = os.getloadavg()[0], os.cpu_count()
    print(f"{'machine':32s} {cores} cores, load {load:.1f} before the start")
    for name, figure in rows(chosen.documents):
        print(f"{name:32s} {figure}", flush=True)


if __name__ == "__main__":
    main()
