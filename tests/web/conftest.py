"""A served ledger: invented dispatches of `tests.publishing.sample`, one of them full of spite."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from starlette.applications import Starlette
from starlette.testclient import TestClient
from tests.publishing.sample import DOCUMENTS, LINKS, MENTIONS

from twosource.ledger import Ledger
from twosource.model import Reading
from twosource.web.app import create
from twosource.web.server import listen, server, warm
from twosource.web.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
HOST = "http://127.0.0.1:8000"
expect.set_options(timeout=20_000)  # on a busy machine a page takes its time


def fill(path: Path) -> Path:
    """A ledger of the sample; the wire exists in two versions."""
    with Ledger(path, create=True) as ledger:
        wire = DOCUMENTS[0]
        text = wire.text.replace("40 soldiers", "30 soldiers")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        older = replace(wire, id="wire-1", text=text, sha256=sha256)
        for document in (older, *DOCUMENTS):
            own = tuple(m for m in MENTIONS if m.document == document.id)
            ledger.store(Reading(document, own), document.text.encode())
        ledger.replace_links(LINKS)
    return path


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory) -> Path:
    return fill(tmp_path_factory.mktemp("web") / "orlo.ledger")


@pytest.fixture
def client(ledger_file: Path) -> Iterator[TestClient]:
    with TestClient(create(ledger_file), base_url=HOST, follow_redirects=False) as made:
        yield made


def guarded(ledger_file: Path, secret: str = "a-long-enough-secret") -> TestClient:
    app = create(ledger_file, Settings(title="Orlo", secret=secret, names=("ledger.example",)))
    return TestClient(app, base_url=HOST, follow_redirects=False)


class Served:
    """An application on a free port of this computer."""

    def __init__(self, app: Starlette) -> None:
        listener = listen("127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self._server = server(app)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="session")
def served(ledger_file: Path) -> Iterator[str]:
    app = create(ledger_file, Settings(title="Orlo <crossing>"))
    warm(app.state.ledger)
    running = Served(app)
    yield running.address
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
