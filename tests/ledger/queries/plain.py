"""Every question answered the slow and obvious way, over a ledger taken out whole."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from twosource.ledger.queries import FACETS, ClaimFilter, ClaimSort
from twosource.model import Claim, Mention
from twosource.outlets import outlets
from twosource.publishing.book import Book
from twosource.publishing.views.common import ClaimLine, claim_line


class Plain:
    def __init__(self, book: Book) -> None:
        self.book = book

    @cached_property
    def lines(self) -> dict[str, ClaimLine]:
        return {claim.id: claim_line(self.book, claim) for claim in self.book.links.claims}

    def outlets(self, claim: Claim) -> tuple[str, ...]:
        """Named as over the whole ledger."""
        everywhere = {n.casefold(): n for n in outlets(self.book.documents).names}
        own = outlets(self.book.document.get(m.document) for m in self.book.mentions_of(claim))
        return tuple(everywhere[name.casefold()] for name in own.names)

    def certainty(self, claim: Claim) -> set[str]:
        return {str(m.certainty) for m in self.book.carriers(claim)}

    @cached_property
    def values(self) -> dict[str, dict[str, set[str]]]:
        """Claim id to facet to values."""
        found = {}
        for claim in self.book.links.claims:
            line = self.lines[claim.id]
            found[claim.id] = {
                "status": {str(claim.status)},
                "kind": {str(claim.kind)},
                "origins": {str(claim.independent_origins)},
                "evidence": set(map(str, line.evidence)),
                "certainty": self.certainty(claim),
                "asserter": set(line.asserters),
                "outlet": set(self.outlets(claim)),
                "place": set(line.places),
            }
        return found

    def holds(self, claim: Claim, where: ClaimFilter, without: str = "") -> bool:
        line, values = self.lines[claim.id], self.values[claim.id]
        chosen = {name: set(map(str, getattr(where, name, ()))) for name in FACETS}
        for name, wanted in chosen.items():
            if name != without and wanted and not wanted & values[name]:
                return False
        origins = claim.independent_origins
        checks = (
            where.time_from is None or line.time_to >= where.time_from,
            where.time_to is None or "" != line.time_from <= where.time_to,
            where.published_from is None or line.first_published >= where.published_from,
            where.published_to is None or "" != line.first_published[:10] <= where.published_to,
            without == "origins" or where.origins_from is None or origins >= where.origins_from,
            without == "origins" or where.origins_to is None or origins <= where.origins_to,
            where.outlets_from is None or (line.outlets or 0) >= where.outlets_from,
            where.documents_from is None or line.documents >= where.documents_from,
            where.document is None
            or where.document in {m.document for m in self.book.mentions_of(claim)},
        )
        return all(checks)

    def claims(self, where: ClaimFilter, sort: ClaimSort, reverse: bool) -> list[str]:
        found = [claim for claim in self.book.links.claims if self.holds(claim, where)]

        def key(claim: Claim) -> tuple[object, ...]:
            line = self.lines[claim.id]
            keys: dict[ClaimSort, tuple[object, ...]] = {
                ClaimSort.ATTENTION: (line.conflicts > 0, line.documents + line.denials),
                ClaimSort.PUBLISHED: (line.first_published,),
                ClaimSort.HAPPENED: (line.time_to,),
                ClaimSort.DOCUMENTS: (line.documents,),
                ClaimSort.OUTLETS: (line.outlets or 0,),
                ClaimSort.ORIGINS: (line.origins,),
                ClaimSort.MENTIONS: (line.mentions,),
                ClaimSort.SUMMARY: (line.summary[:60].casefold(),),
            }
            return keys[sort]

        down = (sort is not ClaimSort.SUMMARY) != reverse
        # `sorted` keeps equals in the order of linking, forwards or backwards
        return [claim.id for claim in sorted(found, key=key, reverse=down)]

    def facet(self, name: str, where: ClaimFilter) -> Counter[str]:
        return Counter(
            value
            for claim in self.book.links.claims
            if self.holds(claim, where, without=name)
            for value in self.values[claim.id][name]
        )

    def said_by(self, name: str) -> list[Mention]:
        return [m for m in self.book.mentions if m.asserter == name]

    def claims_of(self, mentions: Iterable[Mention]) -> list[Claim]:
        held = dict.fromkeys(self.book.claim_of.get(m.id) for m in mentions)
        return [self.book.claim[name] for name in held if name in self.book.claim]
