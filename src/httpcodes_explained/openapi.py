"""
The error responses of an OpenAPI document, 3.0 or 3.1: what each status means, as a problem document.

>>> from httpcodes_explained.openapi import responses
>>> responses(404)["404"]["description"]
'Not Found: Nothing is there for this URL now, or the server will not admit that something is.'
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from . import explain
from .problems import MEDIA_TYPE, problem, status_to_send

__all__ = ["responses"]

_PROBLEM_SCHEMA: Final[dict[str, Any]] = {
    "title": "Problem",
    "description": "Problem details; RFC 9457.",
    "type": "object",
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "default": "about:blank",
            "description": "Identifies the kind of problem.",
        },
        "title": {"type": "string", "description": "Names the kind of problem."},
        "status": {"type": "integer", "minimum": 100, "maximum": 599, "description": "The status of the response."},
        "detail": {"type": "string", "description": "Says what happened this time."},
        "instance": {"type": "string", "format": "uri-reference", "description": "Identifies this occurrence."},
    },
}

_RANGES: Final = {
    "DEFAULT": ("default", "Error: Whatever goes wrong that has no response of its own here."),
    "1XX": ("1XX", "Informational: The request was received and is being worked on."),
    "2XX": ("2XX", "Success: The request was received, understood and accepted."),
    "3XX": ("3XX", "Redirection: The client has one more step to take."),
    "4XX": ("4XX", "Client Error: The request is wrong, or cannot be met as it was sent."),
    "5XX": ("5XX", "Server Error: The server failed at a request that looks right."),
}


def responses(*codes: int | str, schema: Mapping[str, Any] | None = None) -> dict[int | str, dict[str, Any]]:
    """
    Return OpenAPI's Response Objects of status codes, ready for FastAPI's ``responses=``.

    Keys are strings, as OpenAPI has them. Errors get content of type ``application/problem+json``
    with an example; other codes, and those without content, get a description alone.

    Args:
        *codes: What `explain` takes, one of the ranges ``"4XX"`` and ``"5XX"``, or ``"default"``.
            Of two with the same status the last counts: a document holds one response of each.
        schema: The schema of the content, such as ``{"$ref": "#/components/schemas/Problem"}``, in
            place of RFC 9457's members.

    Raises:
        ValueError: No server sends the status to a client (nginx's 499), or it is outside 100-599.
        UnknownCodeError: A code is unknown.
    """
    return dict(_response(code, schema) for code in codes)


def _response(code: int | str, schema: Mapping[str, Any] | None) -> tuple[str, dict[str, Any]]:
    if isinstance(code, str) and code.upper() in _RANGES:
        key, description = _RANGES[code.upper()]
        return key, _described(description, _content(schema, None) if key in ("default", "4XX", "5XX") else {})
    explanation = explain(code)
    status = status_to_send(explanation)
    content = _content(schema, code) if status >= 400 and explanation.has_content else {}
    return str(status), _described(f"{explanation.name}: {explanation.summary}", content)


def _described(description: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": content} if content else {"description": description}


def _content(schema: Mapping[str, Any] | None, code: int | str | None) -> dict[str, Any]:
    if schema is not None:
        return {MEDIA_TYPE: {"schema": deepcopy(dict(schema))}}
    example = {} if code is None else {"example": problem(code)}
    return {MEDIA_TYPE: {"schema": deepcopy(_PROBLEM_SCHEMA), **example}}
