"""Where a reader stands: the address of a page, and that of the same page a little changed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A path and its query; empty values are left out, so that one state has one address."""

    path: str
    pairs: Pairs

    @classmethod
    def of(cls, request: Request, known: tuple[str, ...]) -> Place:
        """The place of a request; names that the page does not know are dropped."""
        pairs = tuple(
            (name, value.strip())
            for name, value in request.query_params.multi_items()
            if name in known and value.strip()
        )
        return cls(request.url.path, tuple(dict.fromkeys(pairs)))

    def __str__(self) -> str:
        """The address."""
        return f"{self.path}?{self.query}" if self.pairs else self.path

    @property
    def query(self) -> str:
        """What stands after the question mark."""
        return urlencode(self.pairs)

    def at(self, path: str) -> Place:
        """The same query elsewhere."""
        return Place(path, self.pairs)

    def put(self, **values: object) -> Place:
        """With other values of some names; ``None`` and ``""`` take a name away.

        A change leads to the first part of a list, unless it says otherwise.
        """
        changed = {name: "" if value is None else str(value) for name, value in values.items()}
        changed.setdefault("offset", "")
        kept = tuple(pair for pair in self.pairs if pair[0] not in changed)
        return Place(self.path, kept + tuple((n, v) for n, v in changed.items() if v))

    def drop(self, name: str, value: str | None = None) -> Place:
        """Without one value of a name, or without any of it."""
        gone = {"offset"} | ({name} if value is None else set())
        return Place(
            self.path,
            tuple(p for p in self.pairs if p[0] not in gone and p != (name, value)),
        )

    def add(self, name: str, value: str) -> Place:
        """With one more value of a name."""
        return Place(self.path, (*self.drop("offset").pairs, (name, value)))

    def has(self, name: str, value: str) -> bool:
        """True where the query holds this value of the name."""
        return (name, value) in self.pairs

    def get(self, name: str) -> str:
        """The last value of a name, ``""`` where it has none."""
        return dict(self.pairs).get(name, "")
