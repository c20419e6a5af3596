"""The API answers what the queries answer, and says what is wrong in one line."""

import csv
import io

import msgspec
import pytest
from starlette.testclient import TestClient

from twosource.ledger import Ledger
from twosource.ledger.queries import (
    ClaimDetail,
    ClaimFilter,
    ClaimRow,
    ClaimSort,
    Page,
    claim,
    claims,
    document,
    documents,
    places,
    sources,
)
from twosource.model import ClaimKind, Status
from twosource.publishing.csv_tables import unguard
from twosource.web.api.endpoints import ENDPOINTS


def get(client: TestClient, address: str) -> bytes:
    answer = client.get(f"/api{address}")
    assert answer.status_code == 200, answer.text
    return answer.content


def test_a_page_of_claims_is_the_query_s(client: TestClient, ledger: Ledger) -> None:
    address = "/claims?kind=figure&kind=control&origins=1%2B&sort=documents&reverse=1&limit=7"
    found = msgspec.json.decode(get(client, address), type=Page[ClaimRow])
    where = ClaimFilter(kind=(ClaimKind.FIGURE, ClaimKind.CONTROL), origins_from=1)
    with ledger.view() as connection:
        assert found == claims(connection, where, ClaimSort.DOCUMENTS, reverse=True, limit=7)


@pytest.mark.parametrize(
    ("origins", "low", "high"), [("2", 2, 2), ("1-2", 1, 2), ("2%2B", 2, None), ("0", 0, 0)]
)
def test_origins_are_a_number_or_a_range(
    client: TestClient, ledger: Ledger, origins: str, low: int, high: int | None
) -> None:
    found = msgspec.json.decode(get(client, f"/claims?origins={origins}"), type=Page[ClaimRow])
    with ledger.view() as connection:
        where = ClaimFilter(origins_from=low, origins_to=high)
        assert found == claims(connection, where)


def test_a_claim_comes_without_texts_unless_asked(client: TestClient, ledger: Ledger) -> None:
    with ledger.view() as connection:
        name = claims(connection).rows[0].id
        whole = claim(connection, name)
    given = msgspec.json.decode(get(client, f"/claims/{name}?texts=true"), type=ClaimDetail)
    assert given == whole
    bare = msgspec.json.decode(get(client, f"/claims/{name}"), type=ClaimDetail)
    assert {d.text for d in bare.documents} == {""}
    assert bare.mentions == given.mentions


def test_csv_is_the_present_view_whole(client: TestClient, ledger: Ledger) -> None:
    text = get(client, "/claims.csv?status=contested&sort=summary").decode()
    lines = list(csv.DictReader(io.StringIO(text)))
    with ledger.view() as connection:
        where = ClaimFilter(status=(Status.CONTESTED,))
        expected = claims(connection, where, ClaimSort.SUMMARY, limit=1000)
        many = documents(connection, limit=1000)
        lie = places(connection)
    assert [line["id"] for line in lines] == [row.id for row in expected.rows]
    assert [unguard(line["claim"]) for line in lines] == [row.summary for row in expected.rows]
    text = get(client, "/documents.csv").decode()
    assert [d["id"] for d in csv.DictReader(io.StringIO(text))] == [r.id for r in many.rows]
    text = get(client, "/places.csv").decode()
    assert len(list(csv.DictReader(io.StringIO(text)))) == lie.total


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/claims?sort=nope", 400, "sort: invalid enum value 'nope', it is one of attention,"),
        ("/claims?kind=figure&kind=x", 400, "kind: invalid enum value 'x'"),
        ("/claims?limit=0", 400, "limit: expected `int` >= 1"),
        ("/claims?limit=ten", 400, "limit: expected `int`"),
        ("/claims?limit=1&limit=2", 400, "limit: given more than once"),
        ("/claims?documents=null", 400, "documents: null is no value"),
        ("/claims?colour=red", 400, "there is no parameter `colour`"),
        ("/claims?from=yesterday", 400, "from: expected `str` matching regex"),
        ("/claims?origins=2-", 400, "origins: expected `str` matching regex"),
        ("/claims?since=2025-01-01", 400, "since: a moment is written"),
        ("/overview?since=6", 400, "since: a moment is written"),
        ("/claims/c-x?id=c-y", 400, "id: stands in the path already"),
        ("/source", 400, "missing is the parameter `name`"),
        ("/claims/c-nothing", 404, "nothing of that name"),
        ("/facets/colour", 404, "nothing of that name"),
        ("/figures/100000", 404, "nothing of that name"),
        ("/nothing", 404, "no such page"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    client: TestClient, address: str, status: int, said: str
) -> None:
    answer = client.get(f"/api{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert said in problem["detail"]
    assert "\n" not in problem["detail"]


def test_the_api_changes_nothing(client: TestClient) -> None:
    refused = client.post("/api/claims")
    assert refused.status_code in (403, 405)


@pytest.mark.parametrize("words", ['"', "NEAR(a", "<script>", "' OR 1=1", "‮abc", "%00"])
def test_words_are_data(client: TestClient, words: str) -> None:
    for address in ("/claims", "/documents", "/sources", "/figures", "/search"):
        answer = client.get(f"/api{address}", params={"q": words})
        assert answer.status_code == 200, answer.text


def test_every_endpoint_has_a_page_of_one_ledger(client: TestClient, ledger: Ledger) -> None:
    with ledger.view() as connection:
        one = documents(connection).rows[0].id
        found = document(connection, one)
        who = sources(connection).rows[0].name
        assert found is not None
    names = {"/claims/{id}": found.claims[0].id, "/documents/{id}": one, "/facets/{name}": "kind"}
    needed = {"/source": {"name": who}, "/search": {"q": "village"}}
    for endpoint in ENDPOINTS:
        address = endpoint.path.replace("{id}", names.get(endpoint.path, ""))
        address = address.replace("{name}", "kind").replace("{n}", "0")
        answer = client.get(f"/api{address}", params=needed.get(endpoint.path, {}))
        assert answer.status_code == 200, (address, answer.text)
        if endpoint.gives is not None:
            msgspec.json.decode(answer.content, type=endpoint.gives)
