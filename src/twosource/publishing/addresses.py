"""Where a link leads: the report and the application draw the same parts at other addresses."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from twosource.publishing.safe import anchor


class Addresses(Protocol):
    """What the shared templates ask for."""

    def claim(self, name: str) -> str:
        """A claim's page."""
        ...

    def document(self, name: str) -> str:
        """A document's page."""
        ...

    def words(self, document: str, mention: str) -> str:
        """The words of a mention, in its document."""
        ...

    def series(self, name: str) -> str:
        """One series, by its anchor."""
        ...

    def view(self, name: str) -> str:
        """One of the views by its name."""
        ...

    def outlets(self) -> str:
        """Where outlets are named."""
        ...

    def claims(self, field: str, value: str) -> Markup:
        """The attributes of a link to the claims whose ``field`` has the value."""
        ...


class ReportAddresses:
    """Everything stands in one file: addresses are fragments."""

    def claim(self, name: str) -> str:
        """A claim's page."""
        return f"#{anchor('claim', name)}"

    def document(self, name: str) -> str:
        """A document's page."""
        return f"#{anchor('document', name)}"

    def words(self, document: str, mention: str) -> str:
        """The words of a mention."""
        return f"#{anchor('w', mention)}"

    def series(self, name: str) -> str:
        """One series."""
        return f"#{name}"

    def view(self, name: str) -> str:
        """One of the views."""
        return f"#{name}"

    def outlets(self) -> str:
        """The table of documents names them."""
        return "#documents"

    def claims(self, field: str, value: str) -> Markup:
        """A link to the table; the script applies the filter."""
        return Markup('href="#claims" data-filter="{}={}"').format(field, value)
