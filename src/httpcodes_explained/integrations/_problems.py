"""The content of an error response, for every framework whose errors become problem documents."""

from __future__ import annotations

import json
from typing import Any

from httpcodes_explained import explain
from httpcodes_explained.problems import BLANK


def problem_content(
    status: int,
    detail: object = None,
    *,
    user_message: bool = False,
    errors: object = None,
) -> bytes:
    """
    Return the JSON of a problem document; empty where the status allows no content (RFC 9110); never raises.

    Unlike `problems.problem` it takes any number: by now the application has decided on it.

    Args:
        status: The status of the response.
        detail: The application's own words. What is no text stands under ``errors`` instead.
        user_message: Put the code's `user_message` where the application has no words.
        errors: More about what is wrong, in an extension of this name; what is no JSON is left out.
    """
    if 100 <= status <= 199 or status in (204, 205, 304):
        return b""
    plain: dict[str, Any] = {"type": BLANK}
    if 100 <= status <= 999:
        explanation = explain(int(status))
        plain.update(title=explanation.name, status=int(status))
        if user_message:
            plain["detail"] = explanation.user_message
    document = dict(plain)
    if isinstance(detail, str):
        document["detail"] = detail
    elif detail is not None:
        errors = detail
    if errors is not None:
        document["errors"] = errors
    try:
        return json.dumps(document, allow_nan=False).encode()
    except Exception:  # noqa: BLE001 (what an application takes for JSON may be anything)
        return json.dumps(plain).encode()
