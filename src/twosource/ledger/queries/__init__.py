"""Questions to a ledger, each answered by a page of frozen rows without taking out the whole.

Every function takes an open connection (`Ledger.view`), reads only, and answers from one state
of the ledger as long as the connection is open, however much is written meanwhile.
"""

from twosource.ledger.queries.claim import ClaimDetail, claim
from twosource.ledger.queries.claims import all_claims, claims
from twosource.ledger.queries.conflicts import ConflictRow, conflict_types, conflicts
from twosource.ledger.queries.documents import (
    DocumentDetail,
    DocumentFilter,
    DocumentSort,
    document,
    documents,
    documents_named,
    versions,
)
from twosource.ledger.queries.facets import FACETS, Facet, FacetValue, facet, facets
from twosource.ledger.queries.figures import SeriesDetail, figures, series
from twosource.ledger.queries.filters import ClaimFilter, ClaimSort
from twosource.ledger.queries.network import Edge, EdgeKind, Network, Node, network
from twosource.ledger.queries.overview import Fresh, Overview, Tally, overview
from twosource.ledger.queries.paging import Page
from twosource.ledger.queries.places import ControlPoint, Places, places
from twosource.ledger.queries.review import (
    ReviewCount,
    ReviewItem,
    ReviewReason,
    review_counts,
    review_queue,
)
from twosource.ledger.queries.rows import (
    ClaimRow,
    DocumentRow,
    MentionRow,
    PlaceRow,
    Role,
    SeriesRow,
    SourceRow,
)
from twosource.ledger.queries.sources import Share, SourceDetail, SourceSort, source, sources
from twosource.ledger.queries.timeline import Bucket, Timeline, TimelinePoint, timeline

__all__ = [
    "FACETS",
    "Bucket",
    "ClaimDetail",
    "ClaimFilter",
    "ClaimRow",
    "ClaimSort",
    "ConflictRow",
    "ControlPoint",
    "DocumentDetail",
    "DocumentFilter",
    "DocumentRow",
    "DocumentSort",
    "Edge",
    "EdgeKind",
    "Facet",
    "FacetValue",
    "Fresh",
    "MentionRow",
    "Network",
    "Node",
    "Overview",
    "Page",
    "PlaceRow",
    "Places",
    "ReviewCount",
    "ReviewItem",
    "ReviewReason",
    "Role",
    "SeriesDetail",
    "SeriesRow",
    "Share",
    "SourceDetail",
    "SourceRow",
    "SourceSort",
    "Tally",
    "Timeline",
    "TimelinePoint",
    "all_claims",
    "claim",
    "claims",
    "conflict_types",
    "conflicts",
    "document",
    "documents",
    "documents_named",
    "facet",
    "facets",
    "figures",
    "network",
    "overview",
    "places",
    "review_counts",
    "review_queue",
    "series",
    "source",
    "sources",
    "timeline",
    "versions",
]
