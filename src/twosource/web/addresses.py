"""Where everything stands in the web application, for templates and for redirects."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from markupsafe import Markup

from twosource.publishing.safe import anchor


def local(path: str) -> str:
    """The path where it leads to a page of this server, else ``/``: nobody is sent elsewhere."""
    safe = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if safe and path.isprintable() and "\\" not in path else "/"


def _one(room: str, name: str) -> str:
    """A page by an id, which may hold anything; browsers eat the segments ``.`` and ``..``."""
    if any(segment in ("", ".", "..") for segment in name.split("/")):
        return f"{room}/?" + urlencode({"id": name})
    return f"{room}/{quote(name, safe='')}"


class WebAddresses:
    """The addresses of the application (`twosource.publishing.addresses.Addresses`)."""

    def claim(self, name: str) -> str:
        """A claim's page."""
        return _one("/claims", name)

    def document(self, name: str) -> str:
        """A document's page."""
        return _one("/documents", name)

    def review(self, mention: str) -> str:
        """The page on which one mention is judged."""
        return f"/review/mentions/{quote(mention, safe='')}"

    def face(self, address: str, **query: str) -> str:
        """Another face of a page: its address with a query."""
        return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"

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

    def outlets(self) -> str:
        """The list of who printed it."""
        return "/sources?role=outlet"

    def published(self, start: str, end: str) -> Markup:
        """The attributes of a link to the documents published in some days."""
        return Markup('href="{}"').format(
            "/documents?" + urlencode({"said_from": start, "said_to": end})
        )

    def said(self, start: str, end: str) -> Markup:
        """The attributes of a link to the claims first said in some days."""
        return Markup('href="{}"').format(
            "/claims?" + urlencode({"said_from": start, "said_to": end})
        )

    def happened(self, start: str, end: str) -> Markup:
        """The attributes of a link to the claims of what happened in some days."""
        return Markup('href="{}"').format("/claims?" + urlencode({"from": start, "to": end}))

    def claims(self, field: str, value: str) -> Markup:
        """The attributes of a link to the claims whose ``field`` has the value."""
        return Markup('href="{}"').format("/claims?" + urlencode({field: value}))

    def control(self, place: str) -> Markup:
        """The attributes of a link to the claims of control of a place."""
        return Markup('href="{}"').format(
            "/claims?" + urlencode({"kind": "control", "place": place})
        )

    def told(self, said: tuple[str, str], happened: tuple[str, str]) -> Markup:
        """The attributes of a link to the claims first said in some days of other days."""
        days = {"said_from": said[0], "said_to": said[1], "from": happened[0], "to": happened[1]}
        return Markup('href="{}"').format("/claims?" + urlencode(days))
