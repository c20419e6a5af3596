"""Where everything stands in the web application, for templates and for redirects."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from markupsafe import Markup

from twosource.publishing.safe import anchor


def local(path: str) -> str:
    """The path where it leads to a page of this server, else ``/``: nobody is sent elsewhere."""
    safe = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if safe and path.isprintable() and "\\" not in path else "/"


class WebAddresses:
    """The addresses of the application (`twosource.publishing.addresses.Addresses`)."""

    def claim(self, name: str) -> str:
        """A claim's page."""
        return f"/claims/{quote(name, safe='')}"

    def document(self, name: str) -> str:
        """A document's page."""
        return f"/documents/{quote(name, safe='')}"

    def words(self, document: str, mention: str) -> str:
        """The words of a mention, in its document."""
        return f"{self.document(document)}#{anchor('w', mention)}"

    def series(self, name: str) -> str:
        """One series."""
        return f"/figures#{name}"

    def source(self, name: str) -> str:
        """An asserter's or an outlet's page."""
        return "/sources?" + urlencode({"name": name})

    def view(self, name: str) -> str:
        """One of the views by its name; ``overview`` is the front page."""
        return "/" if name == "overview" else f"/{name}"

    def claims(self, field: str, value: str) -> Markup:
        """The attributes of a link to the claims whose ``field`` has the value."""
        return Markup('href="{}"').format("/claims?" + urlencode({field: value}))
