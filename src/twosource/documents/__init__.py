"""Bytes to documents: every format of the trade, known by its content.

`load` is pure; `find` alone looks at the disk. Heavy libraries are imported by the format that
needs them, when it needs them.
"""

from twosource.documents.draft import Loaded
from twosource.documents.finding import Found, find
from twosource.documents.loading import load

__all__ = ["Found", "Loaded", "find", "load"]
