"""annotate() and explained(): one note on the exceptions of real clients, and nothing else changed."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import http.client
import inspect
import logging
import pickle
import subprocess
import sys
import threading
import traceback
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from email.message import Message
from types import SimpleNamespace
from typing import Any

import aiohttp
import attrs
import botocore.config
import botocore.exceptions
import botocore.session
import httpx
import httpx2
import pytest
import requests
import stamina
import tenacity
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import Confidence, annotate, codes, explain, explained, lookup
from httpcodes_explained._notes import note_text, phrase
from httpcodes_explained.retry import retry_hint
from tests.servers import raw_server, status_response

NOTE_523 = (
    "HTTP 523 Origin Is Unreachable (Cloudflare): "
    "Cloudflare cannot reach the origin: typically no network route leads to its IP address.\n"
    "Retry: after a wait, with any method: the request was not acted upon."
)


@pytest.fixture(name="site", scope="module")
def _site() -> Iterator[str]:
    with raw_server(status_response("523 ")) as url:
        yield url


class ApiStatusError(Exception):
    """What SDKs raise: the response of the client library inside stands in `response`."""

    def __init__(self, message: str, response: object = None) -> None:
        super().__init__(message)
        self.response = response


def error_523() -> ApiStatusError:
    """Return an exception that bears 523."""
    return ApiStatusError("failed", SimpleNamespace(status_code=523))


def notes(error: BaseException) -> list[str]:
    """Return the notes of an exception."""
    return getattr(error, "__notes__", [])


# The clients.


def by_requests(url: str) -> None:
    """Raise requests' error."""
    requests.get(url, timeout=5).raise_for_status()


def by_requests_retries(url: str) -> None:
    """Raise what requests raises when retries run out: its text alone has the status."""
    with requests.Session() as session:
        session.mount("http://", requests.adapters.HTTPAdapter(max_retries=urllib3.Retry(1, status_forcelist=[523])))
        session.get(url, timeout=5)


def by_httpx(url: str) -> None:
    """Raise httpx's error."""
    httpx.get(url, timeout=5).raise_for_status()


def by_httpx_stream(url: str) -> None:
    """Raise httpx's error before the body was read."""
    with httpx.stream("GET", url, timeout=5) as response:
        response.raise_for_status()


def by_httpx2(url: str) -> None:
    """Raise httpx2's error."""
    httpx2.get(url, timeout=5).raise_for_status()


def by_urllib3(url: str) -> None:
    """Raise what urllib3 raises when retries run out."""
    with urllib3.PoolManager() as pool:
        pool.request("GET", url, retries=urllib3.Retry(1, status_forcelist=[523]))


def by_urllib(url: str) -> None:
    """Raise urllib's error, which is the response."""
    try:
        urllib.request.urlopen(url, timeout=5)
    except urllib.error.HTTPError as error:
        error.close()
        raise


def by_aiohttp(url: str) -> None:
    """Raise aiohttp's error."""

    async def fetch() -> None:
        async with aiohttp.ClientSession(raise_for_status=True) as session, session.get(url):
            raise AssertionError

    asyncio.run(fetch())


def by_botocore(url: str) -> None:
    """Raise botocore's error, of a class that it makes at run time."""
    client = botocore.session.get_session().create_client(
        "s3",
        endpoint_url=url,
        region_name="eu-west-1",
        config=botocore.config.Config(signature_version=botocore.UNSIGNED, retries={"total_max_attempts": 1}),
    )
    with contextlib.closing(client):
        client.head_bucket(Bucket="bucket")


def by_sdk(url: str) -> None:
    """Raise the error of an SDK; a requests response of an error is falsy."""
    response = requests.get(url, timeout=5)
    assert not response
    raise ApiStatusError("failed", response)


CLIENTS = [
    by_requests,
    by_requests_retries,
    by_httpx,
    by_httpx_stream,
    by_httpx2,
    by_urllib3,
    by_urllib,
    by_aiohttp,
    by_botocore,
    by_sdk,
]


def caught(call: Callable[[], object]) -> Exception:
    """Return what `call` raises."""
    with pytest.raises(Exception) as info:  # noqa: PT011 (which one differs from client to client)
        call()
    return info.value


@pytest.mark.parametrize("fetch", CLIENTS)
def test_the_errors_of_every_client_get_one_note(site: str, fetch: Callable[[str], None]) -> None:
    """The error of every client gets the same note, once; its type, arguments and text stay."""
    plain = caught(lambda: fetch(site))
    error = caught(lambda: explained()(fetch)(site))

    assert [NOTE_523] == notes(error)
    assert type(plain).__qualname__ == type(error).__qualname__
    assert str(plain).split(" at 0x")[0] == str(error).split(" at 0x")[0]
    assert len(plain.args) == len(error.args)
    assert error is annotate(annotate(error))
    assert [NOTE_523] == notes(error)


def test_a_body_that_nobody_read_stays_unread(site: str) -> None:
    """Neither a stream of requests nor one of httpx is consumed, nor what urllib's error still holds."""
    with requests.get(site, timeout=5, stream=True) as response:
        assert [NOTE_523] == notes(annotate(caught(response.raise_for_status)))
        assert b"no" == response.raw.read()
    with httpx.stream("GET", site, timeout=5) as streamed:
        assert [NOTE_523] == notes(annotate(caught(streamed.raise_for_status)))
        assert [b"no"] == list(streamed.iter_raw())
    with pytest.raises(urllib.error.HTTPError) as info:
        urllib.request.urlopen(site, timeout=5)
    with info.value as error:  # type: ignore[attr-defined]
        assert [NOTE_523] == notes(annotate(error))
        assert b"no" == error.read()


def test_a_body_that_breaks_off_does_not_replace_the_error() -> None:
    """A truncated body, which reading would turn into another error, is not read."""
    broken = b"HTTP/1.1 523 \r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nab"
    with (
        raw_server(broken) as url,
        pytest.raises(httpx.HTTPStatusError) as info,
        httpx.stream("GET", url, timeout=5) as response,
        explained(),
    ):
        response.raise_for_status()

    assert [NOTE_523] == notes(info.value)


def aiohttp_error(url: str) -> Exception:
    """Return the error of reading JSON that is none."""

    async def fetch() -> None:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            with explained():
                await response.json()

    return caught(lambda: asyncio.run(fetch()))


def test_an_error_that_is_not_about_its_status() -> None:
    """aiohttp's wrong content type bears the status of the response: a success says nothing, an error does."""
    with raw_server(status_response("200 OK")) as url:
        assert [] == notes(aiohttp_error(url))
    with raw_server(status_response("502 Bad Gateway")) as url:
        assert notes(aiohttp_error(url))[0].startswith(f"HTTP {explain(502)}\n")
    with raw_server(b"HTTP/1.1 4o4 Not Found\r\n\r\n") as url:
        first, last = notes(annotate(aiohttp_error(url)))[0].split("\n")
    assert f"HTTP {explain(400)}" == first
    assert "The client library raised this for a reason of its own: its message has it." == last


# What the note says.


@pytest.mark.parametrize(
    ("status", "headers", "last"),
    [
        (404, {}, "Retry: only once its cause has been mended."),
        (304, {}, "Retry: no, it succeeded, or the same request gets the same answer."),
        (502, {}, "Retry: after a wait, if the method is idempotent: it may have been acted upon."),
        (429, {"Retry-After": "7"}, "Retry: after a wait, with any method: the request was not acted upon."),
        (
            403,
            {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "60"},
            "Retry: after the wait that the response asks for: the rate limit is used up.",
        ),
        (471, {}, "Retry: only once its cause has been mended."),
        (999, {}, None),
    ],
)
def test_what_the_note_says(status: int, headers: dict[str, str], last: str | None) -> None:
    """It is the one-line explanation, and whether to retry; nothing of the single response stands in it."""
    error = annotate(ApiStatusError("failed", SimpleNamespace(status_code=status, headers=headers)))
    first, retry = notes(error)[0].split("\n")

    assert f"HTTP {explain(status)}" == first
    assert last in (retry, None)
    assert notes(error) == notes(annotate(annotate(error)))


def test_the_note_names_who_sent_it() -> None:
    """Where it is known who produced the response, and through whom it came, the note says so."""
    nginx, cloudflare = lookup("nginx:499").vendor, lookup("cloudflare:523").vendor
    lines = note_text(attrs.evolve(explain(502), emitted_by=nginx, via=(cloudflare, nginx))).split("\n")

    assert ["Sent by: nginx.", "Passed through: Cloudflare, nginx."] == lines[1:-1]
    assert lines[0] == note_text(explain(502)).split("\n")[0]
    assert lines[-1] == note_text(explain(502)).split("\n")[-1]


def test_the_note_names_a_possible_sender_as_that() -> None:
    """A name without its grade would pass for a fact."""
    caddy = lookup("caddy:502").vendor
    guess = attrs.evolve(explain(502), emitted_by=caddy, confidence=Confidence.POSSIBLE)

    assert "Sent by: possibly Caddy." == note_text(guess).split("\n")[1]


@pytest.mark.parametrize("record", codes(), ids=lambda record: str(record.id))
def test_every_note_is_short_and_known_again(record: Any) -> None:
    """The note of every record is two printable lines, and is added once."""
    error = ApiStatusError("failed", SimpleNamespace(status_code=record.code))
    for _ in range(3):
        annotate(error)

    assert ([] if record.is_success else [note_text(explain(record.code))]) == notes(error)
    assert all(line.isprintable() and len(line) < 250 for note in notes(error) for line in note.split("\n"))


def test_notes_of_others_stay() -> None:
    """A note that only looks like ours hides nothing, and stays; so do notes that are no text."""
    error = error_523()
    error.add_note("HTTP 523 from upstream\nRetry: by hand")
    error.__notes__.append(7)  # type: ignore[arg-type]

    assert ["HTTP 523 from upstream\nRetry: by hand", 7, NOTE_523] == notes(annotate(annotate(error)))


def test_an_exception_object_that_changes_its_status() -> None:
    """One object raised for another status gets that one's note as well, each once."""
    error = error_523()
    for status in (523, 502, 523, 502):
        error.response = SimpleNamespace(status_code=status)
        annotate(error)

    assert ["HTTP 523", "HTTP 502"] == [note[:8] for note in notes(error)]


# What is left alone.


@pytest.mark.parametrize(
    "error",
    [
        SystemExit(404),
        KeyboardInterrupt(),
        asyncio.CancelledError(),
        GeneratorExit(),
        ValueError(404),
        ApiStatusError("no response"),
        ApiStatusError("impossible", SimpleNamespace(status_code=99)),
        ApiStatusError("text", SimpleNamespace(status_code="404")),
        ApiStatusError("success", SimpleNamespace(status_code=204)),
        ConnectionRefusedError(111, "refused"),
        http.client.BadStatusLine("x"),
        ExceptionGroup("no status", [ValueError(404)]),
    ],
    ids=repr,
)
def test_what_bears_no_status_is_left_alone(error: BaseException) -> None:
    """It passes through as it was, without a note."""
    with pytest.raises(BaseException) as info, explained():  # noqa: PT011
        raise error

    assert error is info.value
    assert not hasattr(error, "__notes__")


def test_system_exit_ends_the_program_as_ever() -> None:
    """The exit status of a program does not change, and nothing is printed."""
    code = "from httpcodes_explained import explained\nwith explained(): raise SystemExit(44)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)

    assert (44, "", "") == (done.returncode, done.stdout, done.stderr)


def test_a_cause_is_explained() -> None:
    """Where an exception bears no status, the one that it was raised from does; only one of them gets a note."""
    wrapped = ValueError("payment failed")
    wrapped.__cause__ = error_523()
    twice = ApiStatusError("failed", SimpleNamespace(status_code=404))
    twice.__cause__ = error_523()

    assert [] == notes(annotate(wrapped))
    assert [NOTE_523] == notes(wrapped.__cause__)
    assert "HTTP 404" == notes(annotate(twice))[0][:8]
    assert [] == notes(twice.__cause__)


def test_causes_in_a_circle_end() -> None:
    """An exception raised from itself does not hang."""
    one, two = ValueError(1), ValueError(2)
    one.__cause__, two.__cause__ = two, one

    assert one is annotate(one)


class Broken:
    """An object all of whose attributes raise, even its class."""

    def __getattribute__(self, name: str) -> object:
        raise RuntimeError(name)


class BrokenError(Broken, Exception):
    """An exception of that sort."""


class RefusesNotesError(ApiStatusError):
    """An exception that takes no note."""

    def add_note(self, note: str, /) -> None:
        """Raise."""
        raise RuntimeError(note)


@attrs.frozen(slots=False)
class Frozen(Exception):  # noqa: N818 (the name says what it is)
    """An exception that cannot be changed."""

    response: object


def with_notes(value: object) -> ApiStatusError:
    """Return an exception whose notes are no list of texts."""
    error = error_523()
    error.__notes__ = value  # type: ignore[assignment]
    return error


BROKEN: list[Callable[[], Any]] = [
    Broken,
    BrokenError,
    lambda: RefusesNotesError("failed", SimpleNamespace(status_code=523)),
    lambda: Frozen(SimpleNamespace(status_code=523)),
    lambda: ApiStatusError("failed", Broken()),
    lambda: with_notes(None),
    lambda: with_notes(7),
    lambda: with_notes("text"),
    lambda: urllib.error.HTTPError("http://x/", 10**30, "", Message(), None),
    lambda: requests.HTTPError(response=requests.Response()),
    lambda: aiohttp.ClientResponseError(None, (), status=True),  # type: ignore[arg-type]
    lambda: botocore.exceptions.ClientError({}, "HeadObject"),
    lambda: None,
    lambda: 404,
    lambda: "404",
    lambda: SimpleNamespace(status_code=404),
    object,
]


@pytest.mark.parametrize("make", BROKEN)
def test_broken_objects(make: Callable[[], Any]) -> None:
    """Whatever it is handed, nothing is raised and the same object comes back."""
    target = make()

    assert target is annotate(target)
    if issubclass(type(target), Exception):  # isinstance would ask the object for its class
        group = ExceptionGroup("", [target, error_523()])
        assert [NOTE_523] == notes(annotate(group).exceptions[1])


STATUSES = st.one_of(
    st.integers(),
    st.sampled_from([0, 99, 100, 103, 404, 523, 599, 600, 999, 1020, 10**30, None, "abc", "404", True, 404.0]),
    st.binary(max_size=5),
)
HEADERS = st.one_of(
    st.none(),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5)),
    st.lists(st.tuples(st.binary(max_size=5), st.binary(max_size=5)), max_size=3),
    st.just(object()),
)


@given(STATUSES, HEADERS, st.lists(st.one_of(st.text(max_size=9), st.integers(), st.none()), max_size=3))
def test_any_status_headers_and_notes(status: object, headers: object, own: list[Any]) -> None:
    """Whatever an exception bears, it comes back with its own notes and at most one more."""
    error = ApiStatusError("failed", SimpleNamespace(status_code=status, headers=headers))
    error.__notes__ = [*own]
    args, text = error.args, str(error)

    assert error is annotate(annotate(error))
    assert own == notes(error)[: len(own)]
    valid = isinstance(status, int) and not isinstance(status, bool) and (status == 0 or 100 <= status <= 999)
    assert (valid and not 200 <= int(str(status)) <= 299) == (len(notes(error)) - len(own))
    assert (args, text) == (error.args, str(error))


# Groups.


def test_groups() -> None:
    """Every exception of a group gets its own note, however deep it lies; the group stays as it is."""
    leaves: list[Exception] = [error_523(), ValueError(404), error_523()]
    group = ExceptionGroup("outer", [leaves[0], ExceptionGroup("inner", [leaves[1], leaves[2], leaves[0]])])

    assert group is annotate(group)
    assert [[NOTE_523], [], [NOTE_523]] == [notes(leaf) for leaf in leaves]
    assert [] == notes(group)
    assert group is annotate(group)
    assert [[NOTE_523], [], [NOTE_523]] == [notes(leaf) for leaf in leaves]


def test_a_group_with_an_exit_in_it() -> None:
    """A BaseExceptionGroup keeps its KeyboardInterrupt untouched."""
    group = BaseExceptionGroup("mixed", [KeyboardInterrupt(), error_523()])

    assert [[], [NOTE_523]] == [notes(one) for one in annotate(group).exceptions]


def test_a_deep_group() -> None:
    """A group that lies deeper than Python recurses is walked all the same."""
    leaf = error_523()
    group = ExceptionGroup("0", [leaf])
    for _ in range(3 * sys.getrecursionlimit()):
        group = ExceptionGroup("n", [group])
    annotate(group)

    assert [NOTE_523] == notes(leaf)
    while group.exceptions[0] is not leaf:  # Python frees nested groups recursively: take it apart by hand
        group = group.exceptions[0]  # type: ignore[assignment]


def test_task_groups(site: str) -> None:
    """The failed tasks of an asyncio.TaskGroup are explained in its exception group, and `except*` works."""

    async def fetch() -> None:
        async with httpx.AsyncClient(timeout=5) as client:
            (await client.get(site)).raise_for_status()

    async def both() -> None:
        async with explained(), asyncio.TaskGroup() as tasks:
            tasks.create_task(fetch())
            tasks.create_task(fetch())

    found: list[Exception] = []
    try:
        asyncio.run(both())
    except* httpx.HTTPStatusError as group:
        found += group.exceptions  # type: ignore[arg-type]

    assert 1 <= len(found) <= 2
    assert all([NOTE_523] == notes(error) for error in found)


# Retries.


def test_a_singleton_gets_one_note_in_many_threads() -> None:
    """An exception object that is raised again and again bears one note."""
    error = error_523()

    def raise_it() -> None:
        for _ in range(100):
            with contextlib.suppress(ApiStatusError), explained(), explained():
                raise error

    threads = [threading.Thread(target=raise_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [NOTE_523] == notes(error)


@pytest.mark.parametrize("outside", [True, False])
def test_with_stamina(outside: bool) -> None:
    """Around a retry or inside it: as many attempts as without, and one note."""
    error = error_523()
    calls: list[int] = []

    def fetch() -> None:
        calls.append(1)
        raise error

    retry = stamina.retry(on=retry_hint, attempts=3, wait_initial=0.001, wait_jitter=0)
    call = explained()(retry(fetch)) if outside else retry(explained()(fetch))

    assert error is caught(call)
    assert 3 == len(calls)
    assert [NOTE_523] == notes(error)


def test_with_tenacity() -> None:
    """tenacity wraps the last error in one of its own: the last error, which was its cause, is explained."""

    @explained()
    @tenacity.retry(stop=tenacity.stop_after_attempt(2))
    def fetch() -> None:
        raise error_523()

    error = caught(fetch)

    assert isinstance(error, tenacity.RetryError)
    assert [NOTE_523] == notes(error.__cause__ or error)


# Where the note shows, and what survives.


def test_tracebacks_show_the_note(capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    """It stands beneath the message in a traceback, in a logged exception, and where a program ends."""
    error = annotate(error_523())

    shown = "".join(traceback.format_exception(error))
    assert shown.endswith(f"ApiStatusError: failed\n{NOTE_523}\n")
    logging.getLogger("test").error("failed", exc_info=error)
    assert NOTE_523 in caplog.text
    code = (
        "import io, urllib.error, email.message\nfrom httpcodes_explained import explained\n"
        "with explained(): raise urllib.error.HTTPError('http://x/', 523, '', email.message.Message(), io.BytesIO())"
    )
    ended = subprocess.run([sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True)
    assert ended.stderr.endswith(f"urllib.error.HTTPError: HTTP Error 523: \n{NOTE_523}\n")


def test_a_note_does_not_change_the_message() -> None:
    """str() and repr() stay, and so does everything that compares or groups by them."""
    error = error_523()
    before = (str(error), repr(error), error.args)

    assert before == (str(annotate(error)), repr(error), error.args)


def pickled(error: Exception) -> object:
    """Return what pickling makes of an exception: the copy, or the name of the error that it ends in."""
    try:
        return pickle.loads(pickle.dumps(error))
    except Exception as failure:  # noqa: BLE001 (which one is the library's affair)
        return type(failure).__name__


@pytest.mark.parametrize("fetch", CLIENTS)
def test_pickling_works_exactly_where_the_library_allows_it(site: str, fetch: Callable[[str], None]) -> None:
    """An exception that could be pickled still can, and one that could not still cannot."""
    error = caught(lambda: fetch(site))
    before = pickled(error)
    after = pickled(annotate(error))

    assert type(before) is type(after)
    assert before == after if isinstance(before, str) else str(before) == str(after)
    if fetch is by_requests:
        assert isinstance(after, requests.HTTPError)
        assert [NOTE_523] == notes(after) == notes(annotate(after))
    if fetch is by_botocore:  # its __reduce__ drops the notes; the copy takes a new one
        assert isinstance(after, botocore.exceptions.ClientError)
        assert ([], [NOTE_523]) == (notes(after), notes(annotate(after)))


# explained().


def raise_523() -> None:
    """Raise an exception that bears 523."""
    raise error_523()


async def raise_523_async() -> None:
    """Raise it after a wait."""
    await asyncio.sleep(0)
    raise error_523()


class Service:
    """Methods of every sort, decorated."""

    @explained()
    def method(self) -> None:
        """Raise."""
        assert isinstance(self, Service)
        raise_523()

    @explained()
    async def coroutine(self) -> None:
        """Raise."""
        assert isinstance(self, Service)
        await raise_523_async()

    @staticmethod
    @explained()
    def static() -> None:
        """Raise."""
        raise_523()

    @classmethod
    @explained()
    async def of_class(cls) -> None:
        """Raise."""
        await raise_523_async()

    @property
    @explained()
    def value(self) -> None:
        """Raise."""
        raise_523()

    async def __call__(self) -> None:
        """Raise; an object of this sort is no coroutine function."""
        await raise_523_async()


def with_block() -> None:
    """Raise in a `with` block."""
    with explained():
        raise_523()


async def async_with_block() -> None:
    """Raise in an `async with` block."""
    async with explained():
        await raise_523_async()


async def with_block_in_coroutine() -> None:
    """Raise in a plain `with` block of a coroutine."""
    with explained():
        await raise_523_async()


def in_exit_stack() -> None:
    """Raise beneath an ExitStack."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(explained())
        raise_523()


async def in_async_exit_stack() -> None:
    """Raise beneath an AsyncExitStack."""
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(explained())
        await raise_523_async()


def plainly_marked() -> Any:
    """Return a coroutine, as what another decorator made of a coroutine function does."""
    return raise_523_async()


def generator_body() -> None:
    """Raise in the body of a generator that has a block inside."""

    def lines() -> Iterator[int]:
        with explained():
            yield 1
            raise_523()

    list(lines())


async def async_generator_body() -> None:
    """Raise in the body of an async generator that has a block inside."""

    async def lines() -> AsyncIterator[int]:
        with explained():
            yield 1
            await raise_523_async()

    async for _ in lines():
        pass


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(explained()(raise_523), id="function"),
        pytest.param(explained()(raise_523_async), id="coroutine function"),
        pytest.param(explained()(explained()(raise_523)), id="twice"),
        pytest.param(Service().method, id="method"),
        pytest.param(Service().coroutine, id="async method"),
        pytest.param(Service.static, id="static method"),
        pytest.param(Service.of_class, id="async class method"),
        pytest.param(lambda: Service().value, id="property"),
        pytest.param(explained()(functools.partial(raise_523)), id="partial"),
        pytest.param(explained()(functools.partial(raise_523_async)), id="partial of a coroutine function"),
        pytest.param(explained()(plainly_marked), id="function that returns a coroutine"),
        pytest.param(explained()(Service()), id="callable object"),
        with_block,
        async_with_block,
        with_block_in_coroutine,
        in_exit_stack,
        in_async_exit_stack,
        generator_body,
        async_generator_body,
    ],
)
def test_every_way_to_use_it(call: Callable[[], Any]) -> None:
    """As a block or a decorator, sync or async, the exception that leaves it bears one note."""

    async def run() -> None:
        result = call()
        if inspect.isawaitable(result):
            await result

    error = caught(lambda: asyncio.run(run()))

    assert isinstance(error, ApiStatusError)
    assert [NOTE_523] == notes(error)


def test_what_succeeds_is_returned() -> None:
    """A decorated function returns what it returned, the same object, with the same name and signature."""
    result = object()

    def give(value: object, *, again: bool = False) -> object:
        """Give it back."""
        return value

    async def give_async(value: object) -> object:
        return value

    decorated = explained()(give)
    assert result is decorated(result, again=True)
    assert (give.__name__, give.__doc__) == (decorated.__name__, decorated.__doc__)
    assert inspect.signature(give) == inspect.signature(decorated)
    assert not inspect.iscoroutinefunction(decorated)
    assert inspect.iscoroutinefunction(explained()(give_async))
    assert result is asyncio.run(explained()(give_async)(result))  # type: ignore[arg-type]


def test_a_block_swallows_nothing_and_gives_nothing() -> None:
    """The block has no value, and an exception leaves it as the same object with its traceback."""
    error = error_523()

    with pytest.raises(ApiStatusError) as info, explained() as value:  # type: ignore[func-returns-value]
        raise error
    assert error is info.value
    assert value is None
    assert error.__context__ is None
    assert __file__ == traceback.extract_tb(error.__traceback__)[-1].filename


def test_one_object_is_used_many_times() -> None:
    """What explained() returns keeps no state: it can be entered again, and inside itself."""
    block = explained()
    for _ in range(2):
        with pytest.raises(ApiStatusError) as info, block, block:
            raise_523()
        assert [NOTE_523] == notes(info.value)
    with block:
        pass


def test_cancelling_passes_through() -> None:
    """A cancelled coroutine is cancelled, without a note."""

    @explained()
    async def wait() -> None:
        await asyncio.sleep(60)

    async def run() -> BaseException:
        task = asyncio.ensure_future(wait())
        await asyncio.sleep(0)
        task.cancel("enough")
        try:
            await task
        except asyncio.CancelledError as error:
            return error
        raise AssertionError

    error = asyncio.run(run())
    assert ("enough",) == error.args
    assert [] == notes(error)


def lines() -> Iterator[int]:
    """Be a generator function."""
    yield 1


async def lines_async() -> AsyncIterator[int]:
    """Be an async generator function."""
    yield 1


@pytest.mark.parametrize("function", [lines, lines_async, functools.partial(lines)])
def test_generator_functions_are_refused(function: Callable[..., Any]) -> None:
    """It would catch nothing there, and says so when it is applied, with what to write instead."""
    with pytest.raises(TypeError, match=r"generator function (lines|lines_async|partial): .* write `with explained"):
        explained()(function)


def test_without_parentheses() -> None:
    """`@explained` is `@explained()`."""
    with pytest.raises(ApiStatusError) as caught:
        explained(raise_523)()
    assert [NOTE_523] == caught.value.__notes__
    with pytest.raises(TypeError, match="decorates functions, not a int"):
        explained(404)  # type: ignore[call-overload]


@pytest.mark.parametrize("target", [Service, staticmethod(raise_523), classmethod(raise_523), property(), 7, None])
def test_what_is_no_function_is_refused(target: Any) -> None:
    """A class, or a descriptor, would become a function or silently stay unexplained."""
    with pytest.raises(TypeError, match="decorates functions, not a"):
        explained()(target)


def test_contextmanagers_may_be_decorated() -> None:
    """A context manager made of a generator is a function that returns one, and stays so."""

    @explained()
    @contextlib.contextmanager
    def block() -> Iterator[int]:
        yield 1

    with block() as value:
        assert 1 == value


# The phrase that the clients' hooks fill in.


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (404, "Not Found"),
        (200, "OK"),
        (523, "Origin Is Unreachable (Cloudflare)"),
        (471, ""),
        (218, ""),
        (0, ""),
        (10**30, ""),
        (None, ""),
    ],
)
def test_phrases(target: object, expected: str) -> None:
    """A registered name, or a vendor's with its owner; nothing where nobody is known to send the code."""
    assert expected == phrase(target)


def test_phrase_of_a_broken_object() -> None:
    """There is none, and nothing is raised."""
    assert "" == phrase(Broken())


def test_phrases_fit_a_status_line() -> None:
    """They are printable ASCII on one line."""
    found = [phrase(number) for number in range(100, 1000)]

    assert all(text.isascii() and text.isprintable() and text == text.strip() for text in found)
    assert 100 < len([text for text in found if text])
