"""Typed values to JSON and back, losslessly, so that no dictionary travels as a record."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


def encode(value: object) -> str:
    """Write a model value as compact JSON with a stable field order."""
    return msgspec.json.encode(value).decode("utf-8")


def decode(kind: type[T], text: str) -> T:
    """Read a model value back; raises ``msgspec.ValidationError`` where the JSON does not fit."""
    return msgspec.json.decode(text, type=kind)
