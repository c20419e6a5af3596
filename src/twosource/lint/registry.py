"""Finds the rules: every module of `twosource.lint.rules` that defines ``RULE``."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from twosource.lint import rules as package
from twosource.lint.rule import Rule


class UnknownRuleError(ValueError):
    """A code, or the beginning of one, that no rule has."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    found = [
        import_module(f"{package.__name__}.{module.name}").RULE
        for module in pkgutil.iter_modules(package.__path__)
    ]
    return tuple(sorted(found, key=lambda rule: rule.code))


def find(code: str) -> Rule:
    """The rule of this code or name, in any case; raises `UnknownRuleError`."""
    wanted = code.strip().casefold()
    for rule in rules():
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    raise UnknownRuleError(f"no rule '{code}'; 'twosource rule' lists them")


def matching(codes: Iterable[str]) -> frozenset[str]:
    """Codes that begin with one of ``codes`` (``ALL`` = every one)."""
    chosen: set[str] = set()
    for code in codes:
        begin = code.strip().upper()
        hits = {r.code for r in rules() if begin == "ALL" or (begin and r.code.startswith(begin))}
        if not hits:
            raise UnknownRuleError(f"no rule begins with '{code}'; 'twosource rule' lists them")
        chosen |= hits
    return frozenset(chosen)


def selection(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules to run: those selected (all where none is) without those ignored."""
    wanted = matching(tuple(select) or ("ALL",)) - matching(ignore)
    return tuple(rule for rule in rules() if rule.code in wanted)
