"""``twosource link``: claims brought up to date without reading."""

import json

from tests.linking.test_relink import corpus

from twosource.ledger import Ledger
from twosource.linking import link

from .conftest import Shell


def test_what_was_stored_without_being_linked_is_linked(shell: Shell) -> None:
    readings = corpus(3, 6)
    with Ledger(shell.ledger) as ledger:
        ledger.store_all([(reading, None) for reading in readings])
    done = shell("link")
    assert done.exit_code == 0
    assert "linked in" in done.stdout
    with Ledger(shell.ledger) as ledger:
        assert ledger.links() == link(ledger.readings())
        assert not ledger.stale
    assert "up to date already" in shell("link").stdout


def test_linking_all_anew_changes_nothing_and_says_how_much_there_is(shell: Shell) -> None:
    with Ledger(shell.ledger) as ledger:
        ledger.store_all([(reading, None) for reading in corpus(3, 6)])
    shell("link")
    with Ledger(shell.ledger) as ledger:
        before = ledger.links()
    told = json.loads(shell("link", "--all", "--json").stdout)
    assert told["documents"] == 6
    assert told["claims"] == len(before.claims)
    with Ledger(shell.ledger) as ledger:
        assert ledger.links() == before


def test_a_ledger_that_is_not_there_is_one_line(shell: Shell) -> None:
    failed = shell("link")
    assert failed.exit_code == 1
    assert "no ledger there" in failed.stderr
