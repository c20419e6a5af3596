"""Where a claim stands, from its origins and conflicts alone; never what is true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Claim, Conflict, Status


def _status(claim: Claim, contested: bool) -> Status:
    if contested:
        return Status.CONTESTED
    if claim.independent_origins >= 2:
        return Status.CORROBORATED
    return Status.SINGLE_ORIGIN if claim.independent_origins else Status.UNATTRIBUTED


def with_status(claims: Iterable[Claim], conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """The same claims, each with its status."""
    open_claims = {side for conflict in conflicts for side in (conflict.a, conflict.b)}
    return tuple(replace(c, status=_status(c, c.id in open_claims)) for c in claims)
