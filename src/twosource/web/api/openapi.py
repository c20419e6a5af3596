"""The OpenAPI document, made from the endpoints and their types."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from twosource.version import VERSION
from twosource.web.api.endpoint import CSV, JSON, Endpoint
from twosource.web.api.endpoints import ENDPOINTS
from twosource.web.api.problem import MEDIA_TYPE, Problem

STABLE = "1"  # counts up when something is taken away or changes its meaning
_WORDS = (
    "Reads one ledger. The same questions as the pages. Within one version of the API fields, "
    "parameters and values may be added; none is renamed, re-typed or taken away. "
    "See docs/api.md."
)
Schema = dict[str, Any]


@cache
def document() -> bytes:
    """The document as JSON."""
    answers = [each.gives for each in ENDPOINTS if each.gives is not None]
    shown, components = _schemas([*answers, Problem])
    given = iter(shown)
    replies = {each.path: next(given) for each in ENDPOINTS if each.gives is not None}
    trouble = next(given)
    parameters: dict[str, Schema] = {}
    for each in ENDPOINTS:
        asked, named = _schemas([each.asks])
        parameters[each.path] = named.pop(_name(asked[0]))
        components |= named  # enumerations
    made = {
        "openapi": "3.1.0",
        "info": {
            "title": "Twosource",
            "version": f"{STABLE}+{VERSION}",
            "description": _WORDS,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api"}],
        "security": [{}, {"token": []}],
        "paths": {
            each.path: {"get": _operation(each, parameters[each.path], replies, trouble)}
            for each in ENDPOINTS
        },
        "components": {
            "schemas": components,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "What 'twosource serve' prints, where it asks for one.",
                }
            },
        },
    }
    return msgspec.json.encode(made)


def _schemas(types: list[Any]) -> tuple[list[Schema], dict[str, Schema]]:
    shown, components = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    return list(shown), components


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _operation(
    each: Endpoint[Any], asks: Schema, replies: dict[str, Schema], trouble: Schema
) -> Schema:
    if each.lines is not None:
        content: Schema = {CSV.partition(";")[0]: {"schema": {"type": "string"}}}
    else:
        content = {JSON: {"schema": replies[each.path]}}
    refusal = {"content": {MEDIA_TYPE: {"schema": trouble}}}
    answers: Schema = {
        "200": {"description": each.summary, "content": content},
        "400": {"description": "A parameter is wrong or unknown", **refusal},
        "401": {"description": "The token is missing", **refusal},
    }
    if each.in_path or each.path == "/source":
        answers["404"] = {"description": "There is no such thing", **refusal}
    answers["503"] = {"description": "The ledger cannot be read now", **refusal}
    return {
        "operationId": each.operation,
        "summary": each.summary,
        "parameters": [
            _parameter(name, schema, name in each.in_path, name in asks.get("required", ()))
            for name, schema in asks.get("properties", {}).items()
        ],
        "responses": answers,
    }


def _parameter(name: str, schema: Schema, in_path: bool, required: bool) -> Schema:
    schema = dict(schema)
    if "anyOf" in schema:  # left out, not null
        schema = dict(next(each for each in schema["anyOf"] if each.get("type") != "null"))
    description = schema.pop("description", "")
    if "$ref" in schema and len(schema) > 1:
        default = {"default": schema["default"]} if "default" in schema else {}
        schema = {"$ref": schema["$ref"], **default}
    made: Schema = {
        "name": name,
        "in": "path" if in_path else "query",
        "required": in_path or required,
        "description": description,
        "schema": schema,
    }
    if schema.get("type") == "array":
        made |= {"style": "form", "explode": True}
    return made
