"""``twosource serve`` as a person starts it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from twosource.cli.serve import command, only_here


def started(*arguments: str) -> tuple[subprocess.Popen[str], str]:
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "twosource", "serve", *arguments, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert running.stdout
    line = running.stdout.readline()
    found = re.search(r"http://\S+", line)
    if not found:
        running.kill()
        raise AssertionError(line + running.stdout.read())
    return running, found[0]


def stop(running: subprocess.Popen[str]) -> int:
    running.send_signal(signal.SIGINT)
    return running.wait(20)


def test_it_prints_an_address_answers_there_and_stops(ledger_file: Path):
    running, address = started(str(ledger_file))
    try:
        with urllib.request.urlopen(address + "claims", timeout=20) as answer:
            assert answer.status == 200
            assert b"At least 40 soldiers" in answer.read()
        assert "token" not in address
    finally:
        code = stop(running)
    assert code in (0, -signal.SIGINT, 130)


def test_a_server_that_others_can_reach_asks_for_a_token(ledger_file: Path):
    running, address = started(str(ledger_file), "--host", "0.0.0.0")
    try:
        assert "/enter?token=" in address
        bare = address.split("enter?")[0]
        with urllib.request.urlopen(bare + "claims", timeout=20) as answer:
            assert "/enter" in answer.url
            assert b"40 soldiers" not in answer.read()
    finally:
        stop(running)


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_only_loopback_is_this_computer_alone(host, alone):
    assert only_here(host) is alone


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.ledger"], "no ledger there"),
        (["x.ledger", "--ledger", "y.ledger"], "name the ledger once"),
        (["x.ledger", "--token", "short"], "8 or more"),
        (["x.ledger", "--token", "long enough token"], "without blanks"),
        (["x.ledger", "--token", "longenough", "--password-file", "p"], "not both"),
        (["x.ledger", "--password-file", "missing.txt"], "missing.txt"),
    ],
)
def test_bad_input_gets_one_clear_line(arguments, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code != 0
    assert says in result.output
    assert "Traceback" not in result.output


def test_a_short_password_is_refused(tmp_path):
    (tmp_path / "p").write_text("short\n")
    result = CliRunner().invoke(command, ["x", "--password-file", str(tmp_path / "p")])
    assert "8 characters" in result.output


def test_a_taken_port_is_named(ledger_file: Path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(command, [str(ledger_file), "--port", port])
    assert result.exit_code == 1
    assert f"port {port}" in result.output
    assert "--port" in result.output
