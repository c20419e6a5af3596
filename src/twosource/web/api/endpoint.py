"""One address of the API: what it takes, what it gives, and how it is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from twosource.web.api.problem import problem
from twosource.web.state import ledger, reading

A = TypeVar("A", bound=msgspec.Struct)
JSON, CSV = "application/json", "text/csv; charset=utf-8"
_PART = 500  # lines of a table that are sent together


@dataclass(frozen=True, slots=True)
class Endpoint(Generic[A]):
    """``path`` below ``/api``; ``gives`` is the type of the answer, in JSON.

    ``answer`` gives ``None`` where there is no such thing (404). Of a table (``lines``) the answer
    is CSV, line by line.
    """

    path: str
    summary: str
    asks: type[A]
    gives: Any = None
    answer: Callable[[Connection, A], object | None] | None = None
    lines: Callable[[Connection, A], Iterable[bytes]] | None = None

    @property
    def in_path(self) -> frozenset[str]:
        """Parameters that are a part of the path."""
        return frozenset(re.findall(r"{(\w+)}", self.path))

    @property
    def operation(self) -> str:
        """A name for generated clients: ``claims_id`` for ``/claims/{id}``."""
        return "_".join(re.findall(r"\w+", self.path))

    def route(self) -> Route:
        """The route that answers it."""
        return Route(self.path, self._respond, methods=["GET"], name=f"api:{self.operation}")

    def _respond(self, request: Request) -> Response:
        try:
            asked = read(request, self.asks)
        except (ValueError, msgspec.ValidationError) as error:
            return problem(400, str(error))
        if self.lines is not None:
            return self._table(request, asked)
        assert self.answer is not None
        with reading(request) as connection:
            given = self.answer(connection, asked)
            if given is None:
                return problem(404, "There is nothing of that name in this ledger.")
            return Response(msgspec.json.encode(given), media_type=JSON)

    def _table(self, request: Request, asked: A) -> Response:
        opened, lines = ledger(request), self.lines
        assert lines is not None

        def parts() -> Iterator[bytes]:
            with opened.view() as connection:
                part: list[bytes] = []
                for line in lines(connection, asked):
                    part.append(line)
                    if len(part) == _PART:
                        yield b"".join(part)
                        part.clear()
                yield b"".join(part)

        name = self.path.strip("/").replace("/", "-")
        disposition = {"content-disposition": f'attachment; filename="{name}"'}
        return StreamingResponse(parts(), headers=disposition, media_type=CSV)


def read(request: Request, kind: type[A]) -> A:
    """The parameters of a request; raises ``ValueError`` with one line that names the wrong one."""
    fields = msgspec.structs.fields(kind)
    several = {
        field.encode_name
        for field in fields
        if str(field.type).startswith(("tuple", "typing.Annotated[tuple"))
    }
    words = {field.encode_name for field in fields if "str" in str(field.type)}
    moments = {field.encode_name for field in fields if "datetime" in str(field.type)}
    given: dict[str, object] = dict(request.path_params)
    for name in request.query_params:
        values = request.query_params.getlist(name)
        if name in request.path_params:
            raise ValueError(f"{name}: stands in the path already")
        if name not in several and len(values) > 1:
            raise ValueError(f"{name}: given more than once")
        if name in moments and "T" not in values[0].upper():  # msgspec takes seconds too
            raise ValueError(f"{name}: a moment is written YYYY-MM-DDTHH:MM:SSZ")
        if name not in words and values[0].casefold() == "null":  # msgspec takes it for nothing
            raise ValueError(f"{name}: null is no value; leave the parameter out")
        given[name] = values if name in several else values[0]
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise ValueError(_line(str(error), kind)) from None


def _line(error: str, kind: type[msgspec.Struct]) -> str:
    """``n: expected `int``` rather than ``Expected `int` - at `$.n```."""
    what, _, where = error.partition(" - at `$.")
    what = what.replace("Object contains unknown field", "there is no parameter")
    what = what.replace("Object missing required field", "missing is the parameter")
    if not where:
        return what
    name = re.sub(r"\W.*", "", where)
    if what.startswith("Invalid enum value"):
        what += f", it is one of {', '.join(_values(kind, name))}"
    return f"{name}: {what[:1].lower()}{what[1:]}"


def _values(kind: type[msgspec.Struct], name: str) -> list[str]:
    """The values of an enumeration among the parameters."""
    shown, components = msgspec.json.schema_components([kind], ref_template="{name}")
    asked = components[shown[0]["$ref"]]["properties"][name]
    found = re.findall(r"'\$ref': '(\w+)'", str(asked))
    return [str(value) for one in found for value in components[one].get("enum", ())]
