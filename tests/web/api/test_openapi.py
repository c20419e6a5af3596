"""What the OpenAPI document promises is kept: by every address, for whatever is asked."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from starlette.applications import Starlette
from starlette.testclient import TestClient

from twosource.web.api.endpoints import ENDPOINTS
from twosource.web.app import create
from twosource.web.settings import Settings

TOKEN = "a token for these tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def app(path: Path) -> Iterator[Starlette]:
    made = create(path, Settings(secret=TOKEN, names=("testserver",)))
    with TestClient(made):
        yield made


@pytest.fixture(scope="module")
def described(app: Starlette) -> Any:
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=BEARER)


def test_every_endpoint_is_described(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert document["paths"].keys() == {endpoint.path for endpoint in ENDPOINTS}
    operations = [path["get"] for path in document["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        for parameter in operation["parameters"]:
            assert parameter["description"], (operation["operationId"], parameter["name"])
    for name, schema in document["components"]["schemas"].items():
        assert schema.get("description"), name


def _asked() -> Iterator[tuple[str, GenerationMode]]:
    for endpoint in ENDPOINTS:
        yield endpoint.path, GenerationMode.POSITIVE
        if set(endpoint.asks.__struct_fields__) - endpoint.in_path:
            yield endpoint.path, GenerationMode.NEGATIVE


@pytest.mark.parametrize(("address", "mode"), list(_asked()))
def test_every_address_keeps_what_the_document_says(
    described: Any, address: str, mode: GenerationMode
) -> None:
    @given(case=described[address]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=6, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def keeps(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=BEARER)

    keeps()


def test_the_page_about_the_api_names_every_address_and_parameter() -> None:
    words = Path(__file__).parents[3].joinpath("docs", "api.md").read_text("utf-8")
    prose = re.sub(r"^```.*?^```$", "", words, flags=re.M | re.S)
    named = set(re.findall(r"`([^`\n]+)`", prose))
    for endpoint in ENDPOINTS:
        assert endpoint.path in named, endpoint.path
        for field in msgspec.structs.fields(endpoint.asks):
            given = field.encode_name
            inside = any(given in re.findall(r"\w+", each) for each in named)
            assert inside, (endpoint.path, given)
