"""Settings of a project: the nearest ``twosource.toml`` or ``pyproject.toml`` upward.

``[lint]`` in ``twosource.toml`` and ``[tool.twosource.lint]`` in ``pyproject.toml`` take two keys,
``select`` and ``ignore``: lists of codes or their beginnings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from twosource.lint.registry import UnknownRuleError, matching


class SettingsError(ValueError):
    """A settings file that cannot be used; the message names it and what is wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules a project wants; ``path`` is the file that says so."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    path: Path | None = None


def _table(path: Path) -> Mapping[str, object] | None:
    try:
        content: object = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
    keys = ("lint",) if path.name == "twosource.toml" else ("tool", "twosource", "lint")
    for key in keys:
        if not isinstance(content, Mapping) or key not in content:
            return None
        content = content[key]
    if not isinstance(content, Mapping):
        raise SettingsError(f"{path}: [{'.'.join(keys)}] is not a table")
    return content


def _codes(table: Mapping[str, object], key: str, path: Path) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise SettingsError(f"{path}: '{key}' must be a list of rule codes")
    try:
        matching(value)
    except UnknownRuleError as error:
        raise SettingsError(f"{path}: {error}") from error
    return tuple(value)


def settings(folder: Path) -> Settings:
    """The nearest settings at or above ``folder``; raises `SettingsError` on a bad file."""
    here = folder.resolve()
    for place in (here, *here.parents):
        for name in ("twosource.toml", "pyproject.toml"):
            path = place / name
            table = _table(path) if path.is_file() else None
            if table is None:
                continue
            unknown = sorted(set(table) - {"select", "ignore"})
            if unknown:
                raise SettingsError(f"{path}: unknown lint setting '{unknown[0]}'")
            return Settings(_codes(table, "select", path), _codes(table, "ignore", path), path)
    return Settings()
