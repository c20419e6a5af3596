"""Local processes: parts of documents to readings, in whatever order they finish.

A document that kills its process (or whose process is killed for memory) breaks the whole pool. The
parts that were running are then tried again one at a time, and split until the document stands
alone; after two tries it is set aside and named.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import Connection

from twosource.model import Document, Reading

Kernel = Callable[[Sequence[Document]], list[Reading]]
AHEAD = 2  # parts waiting for each process: enough to keep it busy, few enough to hold in memory
TRIES = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one part: readings in the order of its documents, and those set aside.

    ``failed`` holds a document's place in the part and one line that says what happened.
    """

    number: int
    readings: tuple[tuple[int, Reading], ...]
    failed: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    places: tuple[int, ...]
    documents: tuple[Document, ...]


def run(
    parts: Iterable[Sequence[Document]], *, jobs: int, kernel: Kernel, isolated: bool = False
) -> Iterator[Outcome]:
    """Read parts, numbered from 0 as they come; ``kernel`` must be importable by its name.

    ``parts`` is drawn from only as fast as the processes need more. With one job everything
    happens in this process, unless ``isolated``: then one other process does the reading, so that
    a document that ends it does not end this one.
    """
    tasks = (
        _Task(number, tuple(range(len(part))), tuple(part)) for number, part in enumerate(parts)
    )
    if jobs <= 1 and not isolated:
        for task in tasks:
            yield _work(kernel, task)
    else:
        yield from _pooled(tasks, max(jobs, 1), kernel)


def _work(kernel: Kernel, task: _Task) -> Outcome:
    """Read one part; where it fails, each of its documents alone, to find the one it fails on."""
    try:
        return Outcome(task.number, tuple(zip(task.places, kernel(task.documents), strict=True)))
    except Exception as error:
        if len(task.documents) == 1:
            what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            return Outcome(task.number, (), ((task.places[0], f"could not be read ({what})"),))
    return _joined(task.number, [_work(kernel, single) for single in _singles(task)])


def _singles(task: _Task) -> list[_Task]:
    return [
        _Task(task.number, (place,), (document,))
        for place, document in zip(task.places, task.documents, strict=True)
    ]


def _joined(number: int, outcomes: Sequence[Outcome]) -> Outcome:
    return Outcome(
        number,
        tuple(reading for outcome in outcomes for reading in outcome.readings),
        tuple(failure for outcome in outcomes for failure in outcome.failed),
    )


def _pooled(tasks: Iterator[_Task], jobs: int, kernel: Kernel) -> Iterator[Outcome]:
    pool = _Pool(jobs)
    running: dict[Future[Outcome], _Task] = {}
    try:
        while True:
            while len(running) < jobs * AHEAD and (task := next(tasks, None)) is not None:
                try:
                    running[pool.submit(kernel, task)] = task
                except BrokenProcessPool:
                    running[_broken()] = task
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            if not any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                for future in done:
                    del running[future]
                    yield future.result()
                continue
            pool.close()
            suspects, running = running, {}
            for future, task in suspects.items():
                yield _result(future) or _alone(kernel, task)
            pool = _Pool(jobs)
    finally:
        pool.stop()


def _broken() -> Future[Outcome]:
    future: Future[Outcome] = Future()
    future.set_exception(BrokenProcessPool())
    return future


def _result(future: Future[Outcome]) -> Outcome | None:
    """The outcome of a part that was finished before the pool broke."""
    if not future.done() or future.cancelled() or future.exception() is not None:
        return None
    return future.result()


def _alone(kernel: Kernel, task: _Task) -> Outcome:
    tries = TRIES if len(task.documents) == 1 else 1
    for _ in range(tries):
        pool = _Pool(1)
        try:
            return pool.submit(kernel, task).result()
        except BrokenProcessPool:
            continue
        finally:
            pool.stop()
    if len(task.documents) == 1:
        what = f"ended its process {TRIES} times: set aside"
        return Outcome(task.number, (), ((task.places[0], what),))
    return _joined(task.number, [_alone(kernel, single) for single in _singles(task)])


class _Pool:
    """Processes with a way to stop them at once, in the middle of their work."""

    def __init__(self, jobs: int) -> None:
        # spawn: fork would copy threads and locks of the libraries loaded here
        context = multiprocessing.get_context("spawn")
        # A pipe, not an Event: setting an Event waits for sleepers, and a killed one never wakes.
        self._held, self._open = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_start, initargs=(self._held,)
        )

    def submit(self, kernel: Kernel, task: _Task) -> Future[Outcome]:
        return self._executor.submit(_work, kernel, task)

    def close(self) -> None:
        """Let processes that have nothing to do end."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._open.close()

    def stop(self) -> None:
        """End them now: what they are reading is read again by the next run."""
        self._open.close()
        self._executor.shutdown(wait=False, cancel_futures=True)


def _start(held: Connection[object, object]) -> None:
    """In a fresh process: leave Ctrl-C to the parent; end when it says so, or ends itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after, args=(held,), daemon=True).start()


def _end_after(held: Connection[object, object]) -> None:
    with contextlib.suppress(EOFError, OSError):
        held.recv_bytes()  # nothing is ever sent: it comes back when the other end is closed
    os._exit(1)


def default_jobs(size: int) -> int:
    """How many processes are worth starting for so many bytes of input."""
    if size < SMALL:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


SMALL = 400_000  # bytes: below it, loading the parser once more costs about what it would save
