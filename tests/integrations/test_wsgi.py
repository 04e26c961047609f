"""The WSGI middleware, under real servers and with scripted applications."""

from __future__ import annotations

import gc
import logging
import re
import weakref
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any
from wsgiref.handlers import SimpleHandler
from wsgiref.util import FileWrapper, setup_testing_defaults
from wsgiref.validate import validator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained.integrations.wsgi import ExplainMiddleware
from tests.integrations.broken import BROKEN, VALUES
from tests.integrations.served import SITES, STATUSES, Served, http, serve

PATHS = [f"/status/{status}" for status in STATUSES]
PATHS += ["/generator", "/raise", "/raise-late", "/twice-late", "/none", "/file", "/write", "/twice", "/closing"]
LOGGED: dict[str, tuple[int | None, str | None]] = {
    "/status/404": (404, None),
    "/status/499": (499, None),
    "/status/523": (523, None),
    "/generator": (404, None),
    "/raise": (500, "exception"),
    "/raise-late": (404, "cut_off"),
    "/twice-late": (404, "cut_off"),
    "/none": (None, "no_response"),
    "/file": (404, None),
    "/write": (404, None),
    "/twice": (500, None),
}
# granian's start_response returns no write callable, takes a status that is too late, and reads
# content to its end or not, as it happens, where there is nobody to send it to.
GRANIAN = {**LOGGED, "/write": (500, "exception"), "/twice-late": (500, None)}
SERVERS = {
    **dict.fromkeys(["gunicorn", "gunicorn-gthread", "granian-wsgi", "runserver"], "wsgi_site"),
    "flask": f"{SITES}:scripted_site",
}
OWN_HEAD = ("granian-wsgi", "runserver")
"""The servers that differ from others in what they read and take of an application that is asked for HEAD."""


@pytest.fixture(name="served", scope="module", params=SERVERS)
def _served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Served]]:
    with serve(request.param, SERVERS[request.param], tmp_path_factory.mktemp(request.param)) as server:
        yield request.param, server


def test_servers_send_the_same_bytes(served: tuple[str, Served]) -> None:
    """Every answer is the same with and without the middleware, and each failed request has one line."""
    name, server = served
    logged = GRANIAN if name == "granian-wsgi" else LOGGED
    requests = [(path, method) for path in PATHS for method in ("GET", "HEAD")]

    expected = server.exchange_all(http(f"/bare{path}", method, f"{method}{path}-bare") for path, method in requests)
    # runserver answers HEAD with nothing at all where the application breaks.
    assert all(expected[:: 2 if name == "runserver" else 1])
    assert expected == server.exchange_all(
        http(f"/ours{path}", method, f"{method}{path}-ours") for path, method in requests
    )

    closed = [f"closed {method}{path}" for path in ("/twice", "/closing") for method in ("GET", "HEAD")]
    failed = [(method, path) for path, method in requests if path in logged]
    lines = server.lines(len(failed) + 2 * len(closed))
    own = [line for line in lines if "http_path" in line]
    assert sorted(failed) == sorted((line["http_method"], line["http_path"]) for line in own)
    for line in own:
        if name not in OWN_HEAD or line["http_method"] == "GET":
            assert logged[line["http_path"]] == (line["http_status"], line.get("http_outcome"))
    # The content is closed once, with the middleware as without.
    for which in ("bare", "ours"):
        assert sorted(f"{text}-{which}" for text in closed) == sorted(
            line["line"].partition(" after ")[0] for line in lines if f"-{which} after " in line["line"]
        )


def test_client_that_leaves(served: tuple[str, Served]) -> None:
    """A client that goes amid the content leaves no line, and the server goes on."""
    _, server = served
    before = len(server.lines())
    server.leave(http("/ours/big"), 0.2)
    server.exchange(http("/ours/status/404"))

    assert ["/status/404"] == [line["http_path"] for line in server.lines(before + 1)[before:]]


def test_log_injection(served: tuple[str, Served]) -> None:
    """Line breaks, escape sequences and bytes that are no UTF-8, in the path, make neither a line nor a colour."""
    _, server = served
    before = len(server.lines())
    server.exchange(http("/ours/status/%0d%0aGET%20/f%c3%b6rged%1b%5b31m%ff/404"))

    found = server.lines(before + 1)[before:]

    assert 1 == len(found)
    assert found[0]["line"].startswith("GET /status/%0D%0AGET%20/förged%1B[31m")
    assert found[0]["line"].isprintable()


class _Handler(SimpleHandler):
    """A server in this process, which raises what the application raises."""

    def log_exception(self, exc_info: Any) -> None:
        """Keep silent."""


def _by_wsgiref(app: Any, method: str = "GET") -> bytes:
    """Return what the standard library's server sends, but for the second in which it does."""
    environ: dict[str, Any] = {"REQUEST_METHOD": method, "QUERY_STRING": ""}
    setup_testing_defaults(environ)
    sent = BytesIO()
    _Handler(BytesIO(), sent, BytesIO(), environ).run(app)  # type: ignore[arg-type]
    return re.sub(rb"\r\nDate: [^\r]+", b"", sent.getvalue())


def _lists(start_response: Any) -> Iterable[bytes]:
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    return [b"one part, whose length the server tells"]


def _generates(start_response: Any) -> Iterable[bytes]:
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    yield b"one"
    yield b"two"


def _wraps_file(start_response: Any) -> Iterable[bytes]:
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    return FileWrapper(BytesIO(b"file"))


@pytest.mark.parametrize("answer", [_lists, _generates, _wraps_file])
def test_by_wsgiref(answer: Callable[[Any], Iterable[bytes]]) -> None:
    """The standard library's server sends the same, a length that it counts included."""

    def app(_: Any, start_response: Any) -> Iterable[bytes]:
        return answer(start_response)

    assert _by_wsgiref(app) == _by_wsgiref(ExplainMiddleware(app))
    assert b"404 Not Found" in _by_wsgiref(app)


def test_protocol_is_kept() -> None:
    """The standard library's validator finds nothing wrong, neither outside nor inside."""

    def app(_: Any, start_response: Any) -> Iterable[bytes]:
        return _generates(start_response)

    assert b"onetwo" in _by_wsgiref(validator(ExplainMiddleware(validator(app))))


def _start(status: str, headers: Any, exc_info: Any = None) -> Callable[[bytes], None]:
    """Do what a server's start_response does."""
    return bytearray().extend


def _outcome(app: Any, *, method: str = "GET", read: int | None = None, **environ: Any) -> dict[str, int]:
    """Run an application as a server that reads so many parts; return what was counted."""
    middleware = ExplainMiddleware(app)
    content = middleware({"REQUEST_METHOD": method, "PATH_INFO": "/", **environ}, _start)
    for number, _ in enumerate(content):
        if number + 1 == read:
            break
    if hasattr(content, "close"):
        content.close()
    return middleware.outcomes


def test_client_disconnect() -> None:
    """Content that the server does not read to its end had a client that left, unless none is sent at all."""

    def app(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        return (part for part in (b"a", b"b"))

    def unchanged(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("304 Not Modified", [])
        return (part for part in (b"a", b"b"))

    assert {"client_disconnect": 1} == _outcome(app, read=1)
    assert {} == _outcome(app)
    assert {} == _outcome(app, method="HEAD", read=1)
    assert {} == _outcome(unchanged, read=1)


def test_starts() -> None:
    """A late start, a replaced one, and one that never comes are counted."""

    def late(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        yield b""

    def replaced(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        start_response("500 Oops", [], exc_info=(None, None, None))
        return []

    assert {"late_start": 1} == _outcome(late)
    assert {"replaced_start": 1} == _outcome(replaced)
    assert {"no_response": 1} == _outcome(lambda *_: [])
    assert {"no_response": 1} == _outcome(lambda *_: iter(()))


@pytest.mark.parametrize("status", ["abc", "", None, 5, BROKEN])
def test_odd_status(status: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A status that is none, which a lenient server takes, is logged as such."""

    def app(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response(status, [])
        return iter(())

    with caplog.at_level(logging.DEBUG):
        ExplainMiddleware(app, min_status=0)({"REQUEST_METHOD": "GET"}, _start).close()  # type: ignore[attr-defined]

    assert ["0 Invalid Status"] == [record.getMessage()[5:21] for record in caplog.records]


class _Pointer:
    """What some servers' file wrapper, which is no class, returns."""

    filelike = BytesIO(b"file")

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"file"])


class _Unreadable:
    """Content whose attributes raise."""

    @property
    def read(self) -> None:
        """Fail."""
        raise RuntimeError


@pytest.mark.parametrize(
    ("content", "wrapper"),
    [
        ([b"a"], None),
        ((b"a",), None),
        (FileWrapper(BytesIO(b"a")), FileWrapper),
        (BytesIO(b"file"), lambda file: file),
        (_Pointer(), lambda file: file),
        (BROKEN, lambda file: file),
        (_Unreadable(), lambda file: file),
    ],
    ids=repr,
)
def test_handed_on(content: Any, wrapper: Any) -> None:
    """What servers recognise by its type or its length reaches them as it is."""

    def app(_: Any, start_response: Any) -> Any:
        start_response("200 OK", [])
        return content

    assert content is ExplainMiddleware(app)({"wsgi.file_wrapper": wrapper}, _start)


def test_generator_is_not_handed_on() -> None:
    """Content that the server must read is watched, whatever the server's file wrapper is."""
    for wrapper in (FileWrapper, lambda file: file):
        middleware = ExplainMiddleware(lambda _, start_response: _generates(start_response))
        content = middleware({"REQUEST_METHOD": "GET", "wsgi.file_wrapper": wrapper}, _start)

        assert [b"one", b"two"] == list(content)
        assert {"late_start": 1} == middleware.outcomes


def test_content_by_next() -> None:
    """Content that was a generator can be read by next(), as some middleware does."""
    middleware = ExplainMiddleware(lambda _, start_response: _generates(start_response))
    content: Any = middleware({"REQUEST_METHOD": "GET"}, _start)

    assert (b"one", [b"two"]) == (next(content), list(content))
    with pytest.raises(StopIteration):
        next(content)
    content.close()
    assert {"late_start": 1} == middleware.outcomes


class _Closing:
    """Content that counts what is done to it."""

    def __init__(self, error: Exception | None = None) -> None:
        self.closed = 0
        self.left = 2
        self.error = error

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if not self.left:
            raise StopIteration
        self.left -= 1
        return b"part"

    def close(self) -> None:
        """Count."""
        self.closed += 1
        if self.error is not None:
            raise self.error


@pytest.mark.parametrize("error", [None, ValueError("own")])
@pytest.mark.parametrize("read", [0, 1, 3])
def test_close(read: int, error: Exception | None, caplog: pytest.LogCaptureFixture) -> None:
    """close() is called when the server calls it, once, wherever the content is; what it raises is passed on."""
    content = _Closing(error)

    def app(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("404 Not Found", [])
        return content

    answer: Any = ExplainMiddleware(app)({"REQUEST_METHOD": "GET"}, _start)
    iterator = iter(answer)
    for _ in range(read):
        next(iterator, None)
    del iterator
    gc.collect()
    assert 0 == content.closed
    try:
        answer.close()
    except ValueError as raised:
        assert error is raised
    assert 1 == content.closed
    assert 1 == len(caplog.records)


def test_exceptions_are_the_same(caplog: pytest.LogCaptureFixture) -> None:
    """What the application raises, when called or when read, is raised as the same object, and logged once."""
    own = ValueError("own")

    def early(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        raise own

    def late(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        raise own
        yield b""

    for app in (early, late):
        with pytest.raises(ValueError, match="own") as caught:
            _outcome(app)
        assert own is caught.value
    with pytest.raises(TypeError, match="'NoneType' object is not iterable"):
        _outcome(lambda *_: None)
    assert [(500, "exception")] * 3 == [
        (record.__dict__["http_status"], record.__dict__["http_outcome"]) for record in caplog.records
    ]


def test_refused_start() -> None:
    """An error of the server's start_response reaches the application, and leaves no reference cycle."""
    seen: list[Exception] = []

    class Own(Exception):  # noqa: N818
        pass

    def refuse(_status: str, _headers: Any, exc_info: Any = None) -> Any:
        try:
            raise exc_info[1].with_traceback(exc_info[2])
        finally:
            exc_info = None  # as PEP 3333 has servers do

    def app(_: Any, start_response: Any) -> Iterable[bytes]:
        try:
            start_response("500 Oops", [], (Own, Own(), None))
        except Own as error:
            seen.append(error)
        return []

    gc.disable()
    try:
        ExplainMiddleware(app)({"REQUEST_METHOD": "GET"}, refuse)
        left = weakref.ref(seen.pop())
        assert left() is None
    finally:
        gc.enable()


def test_path(caplog: pytest.LogCaptureFixture) -> None:
    """The path is the mount point and what follows it, read as UTF-8; the query is left out."""
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "/app",
        "PATH_INFO": "/caf\xc3\xa9",
        "QUERY_STRING": "key=secret",
    }
    ExplainMiddleware(lambda _, start_response: _lists(start_response))(environ, _start)

    assert "/app/café" == caplog.records[0].__dict__["http_path"]
    assert "secret" not in caplog.text


def test_broken_environ() -> None:
    """An environ whose values raise passes."""
    content = ExplainMiddleware(lambda _, start_response: _lists(start_response))({"PATH_INFO": BROKEN}, _start)

    assert isinstance(content, list)


@pytest.mark.parametrize(("logger", "level"), [(logging.getLogger("of.my.own"), logging.DEBUG), ("of.my.own", "DEBUG")])
def test_options(caplog: pytest.LogCaptureFixture, logger: logging.Logger | str, level: int | str) -> None:
    """The logger, the level and the lowest status can be chosen, the first two by name as well."""
    with caplog.at_level(logging.DEBUG):
        for status in ("404 Not Found", "503 Service Unavailable"):

            def app(_: Any, start_response: Any, status: str = status) -> Iterable[bytes]:
                start_response(status, [])
                return []

            ExplainMiddleware(app, logger=logger, level=level, min_status=500)({"REQUEST_METHOD": "GET"}, _start)

    assert [("of.my.own", "DEBUG", 503)] == [
        (record.name, record.levelname, record.__dict__["http_status"]) for record in caplog.records
    ]


@pytest.mark.parametrize(
    ("options", "error"),
    [({"level": "LOUD"}, ValueError), ({"logger": 7}, TypeError), ({"min_status": "400"}, TypeError)],
)
def test_wrong_options(options: Any, error: type[Exception]) -> None:
    """A wrong option is reported when the middleware is made, not with the first failure."""
    with pytest.raises(error, match=f"^{next(iter(options))}: expected "):
        ExplainMiddleware(lambda *_: [], **options)


@given(
    st.lists(st.tuples(VALUES, VALUES), max_size=3),
    st.lists(VALUES, max_size=3),
    st.dictionaries(st.sampled_from(["REQUEST_METHOD", "PATH_INFO", "SCRIPT_NAME", "wsgi.file_wrapper"]), VALUES),
    st.sampled_from([None, ValueError("own"), KeyboardInterrupt()]),
    st.booleans(),
)
def test_never_in_the_way(
    starts: list[Any], parts: list[Any], environ: dict[str, Any], error: BaseException | None, late: Any
) -> None:
    """Whatever is started, yielded and raised, passes as the same objects, and nothing is added."""
    started: list[Any] = []

    def start_response(*args: Any) -> None:
        started.append(args)

    def generated(start_response: Any) -> Iterator[Any]:
        for start in starts:
            start_response(*start)
        yield from parts
        if error is not None:
            raise error

    def app(_: Any, start_response: Any) -> Iterable[Any]:
        content = generated(start_response)
        return content if late else list(content)

    read: list[Any] = []
    raised: BaseException | None = None
    try:
        content = ExplainMiddleware(app, min_status=100)(environ, start_response)
        for part in content:
            read.append(part)  # noqa: PERF402 (what was read before an error counts)
    except (ValueError, KeyboardInterrupt) as caught:
        raised = caught

    assert error is raised
    assert len(starts) == len(started)
    assert all(
        one is other for mine, its in zip(starts, started, strict=True) for one, other in zip(mine, its, strict=True)
    )
    if late or error is None:
        assert len(parts) == len(read)
        assert all(one is other for one, other in zip(parts, read, strict=True))
