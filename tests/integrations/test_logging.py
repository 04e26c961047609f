"""The filter: on records of real servers, frameworks and clients, and on arbitrary ones."""

from __future__ import annotations

import asyncio
import copy
import io
import json
import logging
import logging.config
import os
import queue
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from logging.handlers import QueueHandler, QueueListener
from pathlib import Path
from typing import Any

import aiohttp
import aiohttp.web
import django.conf
import django.http
import django.test
import django.urls
import httpx
import httpx2
import pytest
import urllib3
import uvicorn.logging
import werkzeug.serving
import werkzeug.wrappers
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers import basehttp
from hypothesis import given
from hypothesis import strategies as st
from pythonjsonlogger.json import JsonFormatter

from httpcodes_explained import UnknownCodeError
from httpcodes_explained.integrations._log_fields import KEYS, PLACES
from httpcodes_explained.integrations.logging import ExplainFilter
from tests.integrations.broken import BROKEN, VALUES, BrokenInt
from tests.servers import free_port, raw_server, status_response, wait_for

FILTER = "httpcodes_explained.integrations.logging.ExplainFilter"
NOT_FOUND = {"http_status_id": "404", "http_status_name": "Not Found"}


UVICORN = '%s - "%s %s HTTP/%s" %d'


def made(
    name: str = "app", args: Any = (), level: int = logging.INFO, msg: str = "message", **extra: Any
) -> logging.LogRecord:
    """Return a record as a logger makes it."""
    return logging.getLogger(name).makeRecord(name, level, __file__, 1, msg, args, None, extra=extra)


def fields(record: logging.LogRecord) -> dict[str, object]:
    """Return what was added to a record."""
    return {key: value for key, value in record.__dict__.items() if key.startswith("http_status_")}


def explained(record: logging.LogRecord, **options: Any) -> dict[str, object]:
    """Return what a filter adds to a record."""
    assert ExplainFilter(**options).filter(record)
    return fields(record)


@contextmanager
def captured(name: str, **options: Any) -> Iterator[list[logging.LogRecord]]:
    """Collect the records of a logger, behind a handler that has the filter."""
    records: list[logging.LogRecord] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    handler = Collector()
    handler.addFilter(ExplainFilter(**options))
    logger = logging.getLogger(name)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


def ids(records: list[logging.LogRecord]) -> list[object]:
    """Return which code each explained record was explained as."""
    return [record.__dict__["http_status_id"] for record in records if "http_status_id" in record.__dict__]


def fetch(url: str) -> int:
    """Return the status that a server answers with."""
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            status: int = response.status
            return status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


# -- where a status is found


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [404, "404", "404 Not Found", HTTPStatus.NOT_FOUND], ids=repr)
def test_every_key_in_use_is_found(key: str, value: object) -> None:
    """A status under any of the names in use is explained, as a number or as text."""
    added = explained(made(**{key: value}), fields=("id",))

    assert added["http_status_id"] == "404"


@pytest.mark.parametrize(
    "value", [0, 99, 1000, 10**30, -404, True, 404.0, None, "", "ok", "Found", "4040", "٤٠٤", b"404"]
)
def test_what_is_no_status_is_left_alone(value: object) -> None:
    """Words, job states, and numbers that are no status get no fields."""
    assert explained(made(status=value)) == {}


def test_a_state_does_not_hide_the_status() -> None:
    """A `status` that is a word does not keep the status in another key from being found."""
    assert explained(made(status="done", status_code=404))["http_status_id"] == "404"


def test_the_plainest_word_comes_last() -> None:
    """Where two keys hold different numbers, the one that can only mean HTTP wins."""
    assert explained(made(status=200, http_status=404))["http_status_id"] == "404"


def test_other_messages_of_known_loggers_are_left_alone() -> None:
    """A record of a known logger with other arguments than a response's has no status."""
    records = [made(name, args) for name in PLACES for args in ((), (404,) * 9, None, ({"x": 404},))]

    assert [explained(record) for record in records] == [{}] * len(records)


# -- what is added


def test_fields_of_a_status() -> None:
    """By default the id, the name and the summary are added."""
    summary = "Nothing is there for this URL now, or the server will not admit that something is."

    assert {**NOT_FOUND, "http_status_summary": summary} == explained(made(status=404))


def test_a_record_without_a_status_is_not_touched() -> None:
    """Nothing is added where there is nothing to say."""
    record = made(order=7)
    before = dict(record.__dict__)

    assert ExplainFilter(set_level=True).filter(record) is True
    assert before == record.__dict__


def test_chosen_fields() -> None:
    """`fields` says which are added."""
    expected = {
        "http_status_code": 523,
        "http_status_slug": "cloudflare-523-origin-is-unreachable",
        "http_status_vendor": "cloudflare",
        "http_status_user_message": explained(made(status=523), fields=("user_message",))["http_status_user_message"],
    }

    assert expected == explained(made(status=523), fields=["code", "slug", "vendor", "user_message"])
    assert expected["http_status_user_message"]


def test_an_unknown_field_is_refused() -> None:
    """A misspelt field is reported when the filter is made, with the words that there are."""
    with pytest.raises(ValueError, match=r"unknown field 'nmae': use code, id, name, .*vendor"):
        ExplainFilter(fields=["nmae"])  # type: ignore[list-item]


def test_one_field() -> None:
    """A single field needs no list, as in `explain_column`."""
    assert explained(made(status=404), fields="name") == {"http_status_name": "Not Found"}

    with pytest.raises(ValueError, match="unknown field 'nmae'"):
        ExplainFilter(fields="nmae")  # type: ignore[arg-type]


def test_vendor() -> None:
    """`vendor` picks that vendor's meaning of a number, and the registered one where it has none."""
    assert explained(made(status=499), vendor="esri")["http_status_id"] == "esri:499"
    assert explained(made(status=404), vendor="esri")["http_status_id"] == "404"


def test_an_unknown_vendor_is_refused() -> None:
    """A misspelt vendor is reported when the filter is made."""
    with pytest.raises(UnknownCodeError, match="ngnix"):
        ExplainFilter(vendor="ngnix")


def test_min_status() -> None:
    """Codes below `min_status` get no fields, and the others do."""
    assert explained(made(status=304), min_status=400) == {}
    assert explained(made(status=304))["http_status_id"] == "304"
    assert explained(made(status=400), min_status=400)["http_status_id"] == "400"


@pytest.mark.parametrize(
    ("min_status", "error", "found"),
    [("400", TypeError, "str"), (None, TypeError, "NoneType"), (True, TypeError, "bool"), (1000, ValueError, "1000")],
)
def test_a_wrong_min_status_is_refused(min_status: Any, error: type[Exception], found: str) -> None:
    """It is reported when the filter is made: no record could be compared with it."""
    with pytest.raises(error, match=f"^min_status: expected an int from 0 to 999, such as 400, found {found}$"):
        ExplainFilter(min_status=min_status)


@pytest.mark.parametrize("name", ["always", "set_level"])
@pytest.mark.parametrize("value", ["false", 1, None], ids=repr)
def test_a_flag_that_is_no_bool_is_refused(name: str, value: Any) -> None:
    """The "false" of a settings file would count as true."""
    with pytest.raises(TypeError, match=f"^{name}: expected True or False, found {type(value).__name__}$"):
        ExplainFilter(**{name: value})


def test_a_wrong_min_status_in_dict_config() -> None:
    """In a configuration file it is reported when the file is read."""
    filters = {"explain": {"()": FILTER, "min_status": "400"}}

    with pytest.raises(ValueError, match="filter 'explain'") as caught:
        logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "filters": filters})
    assert isinstance(caught.value.__cause__, TypeError)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(made, id="no status"),
        pytest.param(lambda: made(status=BrokenInt(404)), id="broken status"),
        pytest.param(lambda: made(status=200), id="below min_status"),
        pytest.param(lambda: made("uvicorn.access", None), id="no arguments"),
    ],
)
def test_always(record: Callable[[], logging.LogRecord]) -> None:
    """With `always` a format may name the fields: they are there on each record, if only as a hyphen."""
    found = record()
    explained(found, always=True, min_status=400)
    text = logging.Formatter("%(http_status_id)s %(http_status_name)s %(http_status_summary)s").format(found)

    assert text == "- - -"


def test_always_without_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the data files cannot be read, a format that names the fields still works."""
    filtering = ExplainFilter(always=True, fields=("name",))

    def unreadable(*args: object, **options: object) -> None:
        raise OSError

    monkeypatch.setattr("httpcodes_explained.integrations._log_fields.explain", unreadable)
    record = made(status=404)

    assert filtering.filter(record)
    assert fields(record) == {"http_status_name": "-"}


def test_own_fields_stay() -> None:
    """A field that the program set itself is not overwritten."""
    assert explained(made(status=404, http_status_name="mine"))["http_status_name"] == "mine"


def test_twice_is_once() -> None:
    """A record that passes several filters is the same as after the first one."""
    record = made(status=499, level=logging.ERROR)
    filtering = ExplainFilter(set_level=True)
    filtering.filter(record)
    first = dict(record.__dict__)
    filtering.filter(record)
    ExplainFilter(vendor="esri", always=True).filter(record)

    assert first == record.__dict__


# -- levels


@pytest.mark.parametrize(
    ("status", "level", "expected"),
    [
        pytest.param(499, logging.ERROR, "INFO", id="no client ever saw it"),
        pytest.param(404, logging.INFO, "WARNING", id="the client's fault"),
        pytest.param(503, logging.INFO, "ERROR", id="the server's fault"),
        pytest.param(200, logging.ERROR, "ERROR", id="an error of the program's own, beside a success"),
        pytest.param(304, logging.DEBUG, "DEBUG", id="no error"),
        pytest.param(None, logging.ERROR, "ERROR", id="no status"),
    ],
)
def test_set_level(status: int | None, level: int, expected: str) -> None:
    """An error's code sets number and name of the level; what is no error keeps its level."""
    record = made(status=status, level=level)
    explained(record, set_level=True)

    assert (logging.getLevelName(expected), expected) == (record.levelno, record.levelname)


def test_set_level_below_min_status() -> None:
    """A code that is not to be explained still sets the level."""
    record = made(status=404)

    assert explained(record, set_level=True, min_status=500) == {}
    assert record.levelname == "WARNING"


def test_level_is_left_alone() -> None:
    """Without `set_level` no level changes."""
    record = made(status=503)
    explained(record)

    assert (logging.INFO, "INFO") == (record.levelno, record.levelname)


def test_set_level_with_renamed_levels() -> None:
    """The name is the one that the program gave the level."""
    logging.addLevelName(logging.WARNING, "WARN")
    try:
        record = made(status=404)
        explained(record, set_level=True)
    finally:
        logging.addLevelName(logging.WARNING, "WARNING")

    assert record.levelname == "WARN"


# -- handlers, formatters, configuration


def test_dict_config(capsys: pytest.CaptureFixture[str]) -> None:
    """`logging.config.dictConfig` makes the filter by its dotted name, with its options."""
    logger = logging.getLogger("configured")
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"explain": {"()": FILTER, "fields": ["name"], "vendor": "nginx", "always": True}},
            "formatters": {"line": {"format": "%(name)s %(message)s [%(http_status_name)s]"}},
            "handlers": {
                "out": {
                    "class": "logging.StreamHandler",
                    "stream": "ext://sys.stdout",
                    "formatter": "line",
                    "filters": ["explain"],
                }
            },
            "loggers": {"configured": {"handlers": ["out"], "level": "INFO"}},
        }
    )
    try:
        logger.getChild("child").info("gone", extra={"status": 499})
        logger.info("started")
    finally:
        logger.handlers.clear()

    assert capsys.readouterr().out == "configured.child gone [Client Closed Request]\nconfigured started [-]\n"


def test_python_json_logger() -> None:
    """python-json-logger writes the fields where there are some, and no empty ones elsewhere."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter("%(message)s"))
    handler.addFilter(ExplainFilter(fields=("id", "name")))
    handler.handle(made(status_code=404))
    handler.handle(made())
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())

    assert {"message": "message", "status_code": 404, **NOT_FOUND, "taskName": None} == {"taskName": None, **first}
    assert {"message": "message", "taskName": None} == {"taskName": None, **second}


def test_queue_handler_and_listener() -> None:
    """On a QueueHandler the filter sees the arguments, and the listener's handlers get fields and level."""
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    stream = io.StringIO()
    target = logging.StreamHandler(stream)
    target.setLevel(logging.WARNING)
    target.setFormatter(logging.Formatter("%(levelname)s %(message)s: %(http_status_name)s"))
    target.addFilter(ExplainFilter(always=True))
    handler = QueueHandler(records)
    handler.addFilter(ExplainFilter(set_level=True))
    listener = QueueListener(records, target, respect_handler_level=True)
    listener.start()
    for status in (200, 404):
        handler.handle(made("uvicorn.access", ("127.0.0.1:5", "GET", "/a", "1.1", status), msg=UVICORN))
    listener.stop()

    assert stream.getvalue() == 'WARNING 127.0.0.1:5 - "GET /a HTTP/1.1" 404: Not Found\n'


def test_uvicorn_formatter() -> None:
    """uvicorn's own formatter, which copies the record, can name the fields."""
    record = made("uvicorn.access", ("127.0.0.1:5", "GET", "/a", "1.1", 499), msg=UVICORN)
    explained(record)
    formatter = uvicorn.logging.AccessFormatter(
        "%(request_line)s %(status_code)s [%(http_status_name)s]", use_colors=False
    )

    assert formatter.format(record) == "GET /a HTTP/1.1 499  [Client Closed Request]"


def test_nothing_from_outside_reaches_a_field() -> None:
    """Text beside the number, such as a forged second line, is not repeated."""
    record = made(status="404 \x1b[31mred\r\nINFO all is well")

    assert explained(record) == explained(made(status=404))


# -- real servers

SITE = """
def status_of(path):
    return int(path.strip("/"))

async def asgi(scope, receive, send):
    assert scope["type"] == "http", scope["type"]
    headers = [(b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status_of(scope["path"]), "headers": headers})
    await send({"type": "http.response.body"})

def wsgi(environ, start_response):
    start_response(f"{status_of(environ['PATH_INFO'])} As Told", [("Content-Length", "0")])
    return []
"""
SERVERS = {
    "uvicorn.access": ["-m", "uvicorn", "site_under_test:asgi", "--lifespan", "off", "--log-config"],
    "hypercorn.access": ["-m", "hypercorn", "site_under_test:asgi", "--access-logfile", "-", "--log-config"],
    "gunicorn.access": ["-m", "gunicorn", "site_under_test:wsgi", "--log-config-json"],
    "granian.access": ["-m", "granian", "site_under_test:wsgi", "--interface", "wsgi", "--access-log", "--log-config"],
}


@pytest.mark.parametrize("name", SERVERS)
def test_access_log_of_a_server(name: str, tmp_path: Path) -> None:
    """The access log of a server that was given the filter in its configuration is explained, line by line."""
    log = tmp_path / "access.json"
    config = {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"explain": {"()": FILTER, "fields": ["id"], "set_level": True}},
        "formatters": {"json": {"()": "pythonjsonlogger.json.JsonFormatter", "fmt": "%(name)s %(levelname)s"}},
        "handlers": {
            "access": {
                "class": "logging.FileHandler",
                "filename": str(log),
                "formatter": "json",
                "filters": ["explain"],
            },
            "null": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["null"], "level": "INFO"},
        "loggers": {name: {"handlers": ["access"], "level": "INFO", "propagate": False}},
    }
    (tmp_path / "site_under_test.py").write_text(SITE)
    written = tmp_path / "config.json"
    written.write_text(json.dumps(config))
    port = free_port()
    command = SERVERS[name]
    has_port = name in ("uvicorn.access", "granian.access")
    address = ["--port", str(port)] if has_port else ["--bind", f"127.0.0.1:{port}"]
    # hypercorn tells the kind of file by a word before it.
    named = f"json:{written}" if name == "hypercorn.access" else str(written)
    paths = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    server = subprocess.Popen(
        [sys.executable, *command, named, *address],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        for status in (200, 404, 499, 503):
            assert fetch(f"http://127.0.0.1:{port}/{status}") == status
        end = time.monotonic() + 10  # a line may be written after the response was sent
        while log.read_text().count("\n") < 4 and time.monotonic() < end:
            time.sleep(0.02)
    finally:
        server.terminate()
        server.wait(10)
    lines = [json.loads(line) for line in log.read_text().splitlines()]

    # granian's threads may write theirs in any order.
    assert sorted((line["http_status_id"], line["levelname"], line["name"]) for line in lines) == [
        ("200", "INFO", name),
        ("404", "WARNING", name),
        ("503", "ERROR", name),
        ("nginx:499", "INFO", name),
    ]


def test_aiohttp_access_log() -> None:
    """The records of aiohttp's server bear the status in `extra`."""

    async def answer(request: aiohttp.web.Request) -> aiohttp.web.Response:
        return aiohttp.web.Response(status=int(request.path[1:]))

    async def visit() -> None:
        app = aiohttp.web.Application()
        app.router.add_get("/{status}", answer)
        runner = aiohttp.web.AppRunner(app)
        await runner.setup()
        site = aiohttp.web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        async with aiohttp.ClientSession() as session:
            for status in (404, 523):
                async with session.get(f"http://{host}:{port}/{status}") as response:
                    assert response.status == status
        await runner.cleanup()

    with captured("aiohttp.access") as records:
        asyncio.run(visit())

    assert ids(records) == ["404", "cloudflare:523"]


@contextmanager
def serving(server: Any) -> Iterator[str]:
    """Run a server of `socketserver`'s kind in a thread; yield its address."""
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_werkzeug_log() -> None:
    """The records of Werkzeug's server bear the status as text among their arguments."""

    @werkzeug.wrappers.Request.application
    def app(request: werkzeug.wrappers.Request) -> werkzeug.wrappers.Response:
        return werkzeug.wrappers.Response(status=int(request.path[1:]))

    with captured("werkzeug") as records:
        server = werkzeug.serving.make_server("127.0.0.1", 0, app)
        with serving(server) as site:
            assert [404, 523] == [fetch(f"{site}/{status}") for status in (404, 523)]

    assert ids(records) == ["404", "cloudflare:523"]


def told(request: django.http.HttpRequest, status: int) -> django.http.HttpResponse:
    """Answer with the status that the path names."""
    return django.http.HttpResponse(status=status)


urlpatterns = [django.urls.path("<int:status>", told)]


@pytest.fixture(name="django_site")
def _django_site() -> Iterator[None]:
    if not django.conf.settings.configured:
        django.conf.settings.configure()
    with django.test.override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[], DEBUG=False):
        yield


def test_django_request_log(django_site: None) -> None:
    """Django's record of a failed request is explained, and 499 is logged as no error."""
    with captured("django.request", set_level=True) as records:
        client = django.test.Client()
        assert [404, 499, 503] == [client.get(f"/{status}").status_code for status in (404, 499, 503)]

    assert ids(records) == ["404", "nginx:499", "503"]
    assert [record.levelname for record in records] == ["WARNING", "INFO", "ERROR"]


def test_django_server_log(django_site: None) -> None:
    """The records of Django's development server are explained."""
    with captured("django.server") as records:
        server = basehttp.WSGIServer(("127.0.0.1", 0), basehttp.WSGIRequestHandler)
        server.set_app(WSGIHandler())
        with serving(server) as site:
            assert fetch(f"{site}/404") == 404

    assert ids(records) == ["404"]


# -- real clients


@pytest.mark.parametrize(
    ("logger", "get"),
    [
        pytest.param("httpx", httpx.get, id="httpx"),
        pytest.param("httpx2", httpx2.get, id="httpx2"),
        pytest.param("urllib3.connectionpool", lambda url: urllib3.request("GET", url, retries=False), id="urllib3"),
    ],
)
def test_records_of_a_client(logger: str, get: Callable[[str], object]) -> None:
    """The record that a client makes of a response is explained, and its others are not."""
    with raw_server(status_response("523 ")) as site, captured(logger) as records:
        get(site)

    assert ids(records) == ["cloudflare:523"]


# -- never in the way


@given(
    name=st.sampled_from([*PLACES, "app", "", None, []]),
    args=st.one_of(
        st.none(),
        st.lists(VALUES, max_size=9).map(tuple),
        st.dictionaries(st.sampled_from(["s", "h"]), VALUES),
        VALUES,
    ),
    extra=st.dictionaries(st.sampled_from([*KEYS, "http_status_name", "other"]), VALUES),
    always=st.booleans(),
)
def test_any_record_passes(name: Any, args: Any, extra: dict[str, Any], always: bool) -> None:
    """Whatever a record holds, it passes, nothing is raised, and only fields of ours are added."""
    record = made()
    record.__dict__.update({"name": name, "args": args, **extra})
    before = copy.copy(record.__dict__)
    filtering = ExplainFilter(always=always)

    assert filtering.filter(record) is True
    assert before.keys() <= record.__dict__.keys()
    assert all(record.__dict__[key] is value for key, value in before.items())
    added = record.__dict__.keys() - before.keys()
    assert added <= {"http_status_id", "http_status_name", "http_status_summary"}
    assert not always or {"http_status_id", "http_status_name", "http_status_summary"} <= record.__dict__.keys()


def test_what_is_no_record_passes() -> None:
    """The filter answers True for what is no record at all."""
    others: list[Any] = [None, 404, object(), BROKEN, {"status": 404}]
    filtering = ExplainFilter(set_level=True, always=True)

    assert [True] * 5 == [filtering.filter(other) for other in others]
