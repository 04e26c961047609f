"""The error responses of OpenAPI documents."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import fastapi
import flask
import flask_smorest
import jsonschema
import marshmallow
import openapi_spec_validator
import pytest
from apispec import APISpec

from httpcodes_explained import UnknownCodeError, codes, explain, lookup
from httpcodes_explained.enums import CloudflareStatus, HttpStatus
from httpcodes_explained.openapi import responses
from httpcodes_explained.problems import problem

PROBLEM = "application/problem+json"


def document(found: dict[int | str, dict[str, Any]], version: str = "3.1.0") -> dict[str, Any]:
    """Return an OpenAPI document with one operation that has these responses."""
    return {
        "openapi": version,
        "info": {"title": "Orders", "version": "1"},
        "paths": {"/orders": {"get": {"responses": found}}},
    }


def test_codes() -> None:
    """Numbers, texts and members of enums give keys that are texts, and descriptions in plain words."""
    found = responses(404, "409", HTTPStatus.GONE, HttpStatus.TOO_MANY_REQUESTS, CloudflareStatus.ORIGIN_IS_UNREACHABLE)

    assert ["404", "409", "410", "429", "523"] == list(found)
    assert all(type(key) is str for key in found)
    assert f"Not Found: {lookup(404).summary}" == found["404"]["description"]
    assert f"Origin Is Unreachable: {lookup('cloudflare:523').summary}" == found["523"]["description"]
    assert [PROBLEM] == list(found["404"]["content"])
    assert {} == responses()


@pytest.mark.parametrize(
    ("asked", "key", "word", "has_content"),
    [
        ("default", "default", "Error: ", True),
        ("Default", "default", "Error: ", True),
        ("5XX", "5XX", "Server Error: ", True),
        ("5xx", "5XX", "Server Error: ", True),
        ("4XX", "4XX", "Client Error: ", True),
        ("3XX", "3XX", "Redirection: ", False),
        ("2XX", "2XX", "Success: ", False),
        ("1XX", "1XX", "Informational: ", False),
    ],
)
def test_ranges(asked: str, key: str, word: str, has_content: bool) -> None:
    """Ranges and the default are spelt as OpenAPI spells them; those of errors have content."""
    ((found, response),) = responses(asked).items()

    assert key == found
    assert response["description"].startswith(word)
    assert has_content is ("content" in response)


@pytest.mark.parametrize("code", [101, 200, 204, 304, 307])
def test_codes_that_are_no_errors(code: int) -> None:
    """They are described, and promise no problem document."""
    assert {str(code): {"description": f"{lookup(code).name}: {lookup(code).summary}"}} == responses(code)


def test_the_schema_fits_the_documents() -> None:
    """The example is what `problem` makes, and both it and a full document fit the schema."""
    content = responses(404)["404"]["content"][PROBLEM]
    full = problem(404, detail="x", instance="/7", type="https://example.com/x", balance=3)

    assert problem(404) == content["example"]
    for made in (content["example"], full):
        jsonschema.validate(made, content["schema"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**full, "status": "404"}, content["schema"])


def test_a_schema_of_the_caller() -> None:
    """It takes the place of ours; it is copied, and no example contradicts it."""
    schema = {"allOf": [{"$ref": "#/components/schemas/Problem"}]}
    found = responses(404, "default", schema=schema)

    assert {PROBLEM: {"schema": schema}} == found["404"]["content"] == found["default"]["content"]
    found["404"]["content"][PROBLEM]["schema"]["allOf"].clear()
    assert [{"$ref": "#/components/schemas/Problem"}] == schema["allOf"]


def test_every_answer_is_a_new_one() -> None:
    """Frameworks merge into what they are given: no answer shares anything with the next."""
    first = responses(404, "5XX")
    for response in first.values():
        response["content"][PROBLEM]["schema"]["properties"].clear()

    assert "status" in responses(404)["404"]["content"][PROBLEM]["schema"]["properties"]
    assert 1 == len(responses(404, 404, "404"))


@pytest.mark.parametrize("code", [499, 999, 600, 0, "nginx:494"])
def test_what_no_server_sends(code: int | str) -> None:
    """A document must not promise what no client can see."""
    with pytest.raises(ValueError, match=r"never sent|no status from"):
        responses(404, code)


def test_an_error_without_content() -> None:
    """Cloud Storage answers a cancelled upload with 499 and nothing else."""
    assert ["description"] == list(responses("google-cloud-storage:499")["499"])


def test_what_is_no_code() -> None:
    """What explain does not know is reported as it reports it."""
    for code in (1_000_000, "6XX", "nonsense", ""):
        with pytest.raises(UnknownCodeError):
            responses(code)


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_the_validator_agrees(version: str) -> None:
    """All codes that can be sent, and all ranges, make a valid document of OpenAPI 3.0 and 3.1."""
    sendable = [record.id for record in codes() if record.code in record.wire and 100 <= record.code <= 599]
    found = responses(*sendable, "1XX", "2XX", "3XX", "4XX", "5XX", "default")

    assert len(found) > 60
    openapi_spec_validator.validate(json.loads(json.dumps(document(found, version))))
    with pytest.raises(openapi_spec_validator.validation.exceptions.OpenAPIValidationError):
        openapi_spec_validator.validate(document({**found, "6XX": found["default"]}, version))


def test_in_fastapi() -> None:
    """FastAPI takes it as `responses=` of an operation and of the application; its document stays valid."""
    app = fastapi.FastAPI(responses=responses(422, "default"))

    @app.get("/orders/{number}", responses={**responses(404, 409, "5XX"), 200: {"description": "The order."}})
    def order(number: int) -> dict[str, int]:
        return {"number": number}

    made = app.openapi()
    found = made["paths"]["/orders/{number}"]["get"]["responses"]

    openapi_spec_validator.validate(made)
    assert {"200", "404", "409", "422", "5XX", "default"} == set(found)
    assert "The order." == found["200"]["description"]
    for code in (404, 409, 422):
        assert f"{explain(code).name}: {explain(code).summary}" == found[str(code)]["description"]
        assert [PROBLEM] == list(found[str(code)]["content"])
    assert responses("5XX")["5XX"] == found["5XX"]


def test_in_flask_smorest() -> None:
    """flask-smorest takes it in `doc`; its document stays valid."""
    app = flask.Flask(__name__)
    app.config.update(API_TITLE="Orders", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    api = flask_smorest.Api(app)
    orders = flask_smorest.Blueprint("orders", __name__)

    class Order(marshmallow.Schema):  # type: ignore[misc, unused-ignore]
        number = marshmallow.fields.Integer()

    @orders.route("/orders")
    @orders.response(200, Order)
    @orders.doc(responses=responses(404, 409, "5XX"))
    def order() -> dict[str, int]:
        return {"number": 7}

    api.register_blueprint(orders)
    made = api.spec.to_dict()
    found = made["paths"]["/orders"]["get"]["responses"]

    openapi_spec_validator.validate(made)
    assert responses(404, 409, "5XX") == {key: found[key] for key in ("404", "409", "5XX")}
    assert {"number": 7} == app.test_client().get("/orders").json


def test_in_apispec() -> None:
    """apispec keeps the responses among a document's components; its document stays valid."""
    spec = APISpec("Orders", "1", "3.1.0")
    spec.components.response("NotFound", responses(404)["404"])
    spec.path("/orders", operations={"get": {"responses": {"404": "NotFound", **responses("default")}}})
    made = spec.to_dict()

    openapi_spec_validator.validate(made)
    assert responses(404)["404"] == made["components"]["responses"]["NotFound"]
    assert {"$ref": "#/components/responses/NotFound"} == made["paths"]["/orders"]["get"]["responses"]["404"]
