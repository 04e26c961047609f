"""Problem documents."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.exceptions import NotFound

from httpcodes_explained import Registry, StatusCode, UnknownCodeError, codes, explain, lookup, problems
from httpcodes_explained.enums import CloudflareStatus, HttpStatus
from httpcodes_explained.problems import MEDIA_TYPE, problem

OUR_TEXTS = [
    *("summary", "user_message", "meaning", "when_to_use", "example", "when_not_to_use"),
    *("causes", "client_steps", "operator_steps"),
]


def texts(record: StatusCode) -> list[str]:
    """Return every sentence of ours that a record holds."""
    found = [getattr(record, name) for name in OUR_TEXTS]
    return [text for value in found for text in ([value] if isinstance(value, str) else value) if text]


@pytest.mark.parametrize(
    ("target", "title", "status"),
    [
        (404, "Not Found", 404),
        ("404", "Not Found", 404),
        ("Payload Too Large", "Content Too Large", 413),
        (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Content Too Large", 413),
        (HttpStatus.NOT_FOUND, "Not Found", 404),
        (CloudflareStatus.ORIGIN_IS_UNREACHABLE, "Origin Is Unreachable", 523),
        ("cloudflare:523", "Origin Is Unreachable", 523),
        ("esri:499", "Token Required", 499),
        (NotFound(), "Not Found", 404),
        (471, "Unassigned Client Error", 471),
        (307, "Temporary Redirect", 307),
    ],
    ids=str,
)
def test_without_more(target: object, title: str, status: int) -> None:
    """A code alone gives its name and its number, and about:blank says that there is no more to it."""
    document = problem(target)

    assert {"type": "about:blank", "title": title, "status": status} == document
    assert [int, str] == [type(document["status"]), type(document["title"])]


def test_all_members() -> None:
    """RFC 9457's members come in its order, extensions after them."""
    document = problem(
        403,
        type="https://example.com/probs/out-of-credit",
        detail="Your current balance is 30, but that costs 50.",
        instance="/account/12345/msgs/abc",
        balance=30,
        accounts=["/account/12345", "/account/67890"],
    )

    assert [
        ("type", "https://example.com/probs/out-of-credit"),
        ("title", "Forbidden"),
        ("status", 403),
        ("detail", "Your current balance is 30, but that costs 50."),
        ("instance", "/account/12345/msgs/abc"),
        ("balance", 30),
        ("accounts", ["/account/12345", "/account/67890"]),
    ] == list(document.items())
    assert "application/problem+json" == MEDIA_TYPE


def test_the_title_never_varies() -> None:
    """Whatever else is said, the title is the code's name."""
    varied: list[dict[str, Any]] = [
        {"detail": "x"},
        {"instance": "/7"},
        {"type": "https://example.com/x"},
        {"user_message": True},
        {"name": "x"},
    ]
    for more in varied:
        assert "Not Found" == problem(404, **more)["title"]
    with pytest.raises(ValueError, match="title is not for the caller"):
        problem(404, title="Nope")
    with pytest.raises(ValueError, match="status is not for the caller"):
        problem(404, status=500)


@pytest.mark.parametrize("name", ["abc", "Abc", "a_1", "balance", "x" * 100])
def test_names_of_extensions(name: str) -> None:
    """Letters, digits and underscores, a letter first, three or more; RFC 9457 section 4."""
    assert "value" == problem(404, **{name: "value"})[name]


@pytest.mark.parametrize("name", ["", "a", "ab", "1ab", "_ab", "a-b", "a b", "a.b", "äbc", "abc\n", "xml:lang", "<b>"])
def test_names_that_are_no_extensions(name: str) -> None:
    """Any other name is refused, and the error names it."""
    with pytest.raises(ValueError, match="cannot name an extension") as caught:
        problem(404, **{name: "value"})
    assert str(caught.value).startswith(repr(name))


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (499, r"499 Client Closed Request \(nginx\) is never sent to a client$"),
        (444, "is never sent to a client$"),
        ("nginx:494", "is never sent to a client; clients see 400 instead$"),
        ("nextcloud:998", "no status from 100 to 599"),
        (999, "no status from 100 to 599"),
        (600, "no status from 100 to 599"),
        (0, "no status from 100 to 599"),
        (100, "100 Continue has no content"),
        (204, "204 No Content has no content"),
        (205, "has no content"),
        (304, "has no content"),
    ],
    ids=str,
)
def test_what_no_server_sends_as_a_problem(target: object, message: str) -> None:
    """What clients and logs make up, what is no valid status, and what has no content is refused."""
    with pytest.raises(ValueError, match=message):
        problem(target)


def test_what_is_no_code() -> None:
    """What explain does not know is reported as it reports it."""
    for number in (99, 1_000_000, 10**30):
        with pytest.raises(UnknownCodeError):
            problem(number)
    for target in (None, object(), 4.04):
        with pytest.raises(TypeError):
            problem(target)
    for member in ("detail", "instance", "type"):
        with pytest.raises(TypeError, match=f"{member} must be a str, not int"):
            problem(404, **{member: 7})


@pytest.mark.parametrize("record", codes(), ids=lambda record: record.id)
def test_every_code(record: StatusCode) -> None:
    """Each code gives a document that explains as its number, or an error; none has a sentence of ours."""
    if record.code not in record.wire or not record.has_content or not 100 <= record.code <= 599:
        with pytest.raises(ValueError, match=r"never sent|no status from|no content"):
            problem(record.id)
        return
    document = problem(record.id)

    assert record.name == document["title"]
    assert record.code == explain(json.loads(json.dumps(document))).code
    shown = str(document)
    assert [] == [text for text in texts(record) if text in shown]


def test_the_user_message_is_for_asking() -> None:
    """Asked for, the message for end users becomes the detail, unless there is one; nothing else does."""
    message = explain(503).user_message

    assert message
    assert "detail" not in problem(503)
    assert message == problem(503, user_message=True)["detail"]
    assert "Back at 8." == problem(503, user_message=True, detail="Back at 8.")["detail"]
    shown = str(problem(503, user_message=True))
    assert [message] == [text for text in texts(lookup(503)) if text in shown]


def test_a_sub_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """With about:blank a sub-code has its status's name, as RFC 9457 section 4.2.1 asks; with a type its own."""
    sub = attrs.evolve(
        lookup("cloudflare:523"), id="cloudflare:x1", code=403, wire=(403,), subcode="x1", name="Rule Hit"
    )
    nowhere = attrs.evolve(sub, id="cloudflare:x2", code=None, wire=(), subcode="x2")
    monkeypatch.setattr(problems, "explain", Registry.default().extended([sub, nowhere]).explain)

    assert {"type": "about:blank", "title": "Forbidden", "status": 403} == problem("cloudflare:x1")
    assert "Rule Hit" == problem("cloudflare:x1", type="https://example.com/rule")["title"]
    with pytest.raises(ValueError, match="no status from 100 to 599"):
        problem("cloudflare:x2")


@given(
    status=st.integers(300, 599),
    detail=st.none() | st.text(),
    instance=st.none() | st.text(),
    extensions=st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{2,9}", fullmatch=True), st.integers() | st.text()),
)
def test_documents_are_read_back(
    status: int, detail: str | None, instance: str | None, extensions: dict[str, Any]
) -> None:
    """What can be sent comes back from JSON whole, and explains as the status that it names."""
    taken = {"title", "status", "detail", "instance", "type", "user_message"}
    extensions = {name: value for name, value in extensions.items() if name not in taken}
    try:
        document = problem(status, detail=detail, instance=instance, **extensions)
    except ValueError:
        assert status == 304 or status not in explain(status).wire
        return
    received = json.loads(json.dumps(document))

    assert document == received
    assert status == explain(received).code == received["status"]
    assert explain(status).record == explain(received).record
    assert (detail, instance) == (received.get("detail"), received.get("instance"))
    assert extensions == {name: received[name] for name in extensions}


@pytest.mark.parametrize(
    "document", [{}, {"status": "404"}, {"status": None}, {"status": True}, {"title": "Not Found"}]
)
def test_documents_without_a_status(document: dict[str, object]) -> None:
    """A member of the wrong type counts as absent, as RFC 9457 section 3.1 asks; then nothing is left to explain."""
    with pytest.raises(TypeError):
        explain(document)
