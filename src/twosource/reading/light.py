"""spaCy without its command line, which is a third of the time that importing it takes.

``import spacy`` loads ``spacy.cli`` (and with it typer, httpx, requests and weasel) for the sake of
one function, ``spacy.info``. Here that part waits until somebody asks for it.
"""

from __future__ import annotations

import sys
from types import ModuleType


def _info(*args: object, **options: object) -> object:
    """``spacy.info``, loaded when called."""
    from spacy.cli.info import info

    return info(*args, **options)  # type: ignore[arg-type]


def import_spacy() -> None:
    """Import spaCy, unless it is already; afterwards ``spacy.cli`` can be imported as ever."""
    if "spacy" in sys.modules or "spacy.cli" in sys.modules:
        return
    stand_in, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    stand_in.__path__ = []
    vars(module)["info"] = _info
    names = {"spacy.cli": stand_in, "spacy.cli.info": module}
    sys.modules.update(names)
    try:
        import spacy
    finally:
        for name, put in names.items():
            if sys.modules.get(name) is put:
                del sys.modules[name]
    vars(spacy).pop("cli", None)
