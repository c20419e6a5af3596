"""spaCy is imported without its command line, and is whole all the same."""

import subprocess
import sys

CODE = """
import sys
from twosource.reading.light import import_spacy
import_spacy()
import_spacy()
assert "spacy" in sys.modules
assert not any(name.startswith(("spacy.cli", "typer", "weasel")) for name in sys.modules)
import spacy
assert spacy.blank("en")("One two")[1].text == "two"
assert spacy.info()["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.download
"""


def test_spacy_without_its_command_line():
    subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, timeout=120)


def test_it_leaves_an_imported_spacy_alone():
    code = "import spacy, spacy.cli\n" + CODE.replace("assert not any", "assert any")
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=120)
