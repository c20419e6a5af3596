"""Where a claim stands, from its origins and conflicts alone; never what is true."""

from __future__ import annotations

from dataclasses import replace

from twosource.model import Claim, Status


def with_status(claim: Claim, *, contested: bool) -> Claim:
    """The claim with its status; ``contested``: is it part of any conflict?"""
    return replace(claim, status=_status(claim, contested))


def _status(claim: Claim, contested: bool) -> Status:
    if contested:
        return Status.CONTESTED
    if claim.independent_origins >= 2:
        return Status.CORROBORATED
    return Status.SINGLE_ORIGIN if claim.independent_origins else Status.UNATTRIBUTED
