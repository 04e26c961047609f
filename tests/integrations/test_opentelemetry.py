"""OpenTelemetry, with its own instrumentations and an exporter that keeps the spans."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import aiohttp
import httpx
import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("opentelemetry.sdk", reason="needs opentelemetry-sdk and the instrumentations")

from opentelemetry.instrumentation.aiohttp_client import AioHttpClientInstrumentor
from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware as AsgiMiddleware
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.instrumentation.wsgi import OpenTelemetryMiddleware as WsgiMiddleware
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import INVALID_SPAN, StatusCode

from httpcodes_explained.integrations.opentelemetry import async_response_hook, response_hook
from tests.servers import raw_server, status_response

OURS = {"httpcodes.name": "Origin Is Unreachable", "httpcodes.slug": "cloudflare-523-origin-is-unreachable"}


@pytest.fixture(name="exporter")
def _exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture(name="provider")
def _provider(exporter: InMemorySpanExporter) -> TracerProvider:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider


@pytest.fixture(name="url")
def _url() -> Iterator[str]:
    with raw_server(status_response("523 ")) as url:
        yield url


def ours(span: ReadableSpan) -> dict[str, object]:
    """Return the attributes that are this library's."""
    return {name: value for name, value in (span.attributes or {}).items() if name.startswith("httpcodes.")}


def check(exporter: InMemorySpanExporter) -> None:
    """Check the span of a failed request of a client."""
    (span,) = exporter.get_finished_spans()
    assert OURS == ours(span)
    assert StatusCode.ERROR is span.status.status_code
    assert span.status.description in (None, "")


def test_requests(exporter: InMemorySpanExporter, provider: TracerProvider, url: str) -> None:
    """The hook fits the instrumentation of requests."""
    RequestsInstrumentor().instrument(tracer_provider=provider, response_hook=response_hook)
    try:
        assert 523 == requests.get(url, timeout=5).status_code
    finally:
        RequestsInstrumentor().uninstrument()

    check(exporter)


def test_httpx(exporter: InMemorySpanExporter, provider: TracerProvider, url: str) -> None:
    """The hook fits the instrumentation of httpx, whose body is not read by it."""
    with httpx.Client() as client:
        HTTPXClientInstrumentor.instrument_client(client, tracer_provider=provider, response_hook=response_hook)
        assert "no" == client.get(url).text

    check(exporter)


def test_httpx_async(exporter: InMemorySpanExporter, provider: TracerProvider, url: str) -> None:
    """Async clients await their hook."""

    async def fetch() -> None:
        async with httpx.AsyncClient() as client:
            HTTPXClientInstrumentor.instrument_client(
                client, tracer_provider=provider, response_hook=async_response_hook
            )
            assert "no" == (await client.get(url)).text

    asyncio.run(fetch())
    check(exporter)


def test_aiohttp(exporter: InMemorySpanExporter, provider: TracerProvider, url: str) -> None:
    """The hook fits the instrumentation of aiohttp's client."""

    async def fetch() -> None:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            assert 523 == response.status

    AioHttpClientInstrumentor().instrument(tracer_provider=provider, response_hook=response_hook)
    try:
        asyncio.run(fetch())
    finally:
        AioHttpClientInstrumentor().uninstrument()

    check(exporter)


@pytest.mark.parametrize(
    ("status", "slug"), [(404, "404-not-found"), (499, "nginx-499-client-closed-request"), (200, None)]
)
def test_asgi(exporter: InMemorySpanExporter, provider: TracerProvider, status: int, slug: str | None) -> None:
    """The hook fits the ASGI middleware, which hands over the message that starts the response."""
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b"x"})

    async def send(message: Any) -> None:
        sent.append(message["type"])

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "scheme": "http", "http_version": "1.1"}
    wrapped: Any = AsgiMiddleware(app, tracer_provider=provider, client_response_hook=response_hook)
    asyncio.run(wrapped(scope, receive, send))

    assert ["http.response.start", "http.response.body"] == sent
    assert slug in [ours(span).get("httpcodes.slug") for span in exporter.get_finished_spans()]
    assert (slug is None) is not any(ours(span) for span in exporter.get_finished_spans())


def test_wsgi(exporter: InMemorySpanExporter, provider: TracerProvider) -> None:
    """The hook fits the WSGI middleware, which hands over a status line."""

    def app(environ: Any, start_response: Any) -> list[bytes]:
        start_response("523 ", [("X", "y")])
        return [b"x"]

    wrapped = WsgiMiddleware(app, tracer_provider=provider, response_hook=response_hook)
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "SERVER_NAME": "x", "SERVER_PORT": "80"}
    result: Any = wrapped({**environ, "wsgi.url_scheme": "http"}, lambda *_: None)
    assert [b"x"] == list(result)

    (span,) = exporter.get_finished_spans()
    assert OURS == ours(span)


@pytest.mark.parametrize("name", ["http.response.status_code", "http.status_code"])
def test_the_spans_own_status(exporter: InMemorySpanExporter, provider: TracerProvider, name: str) -> None:
    """Where a hook is handed no response, the status that the span bears counts, by its new and its old name."""
    with provider.get_tracer("test").start_as_current_span("x") as span:
        span.set_attribute(name, 523)
        response_hook(span, object())

    assert OURS == ours(exporter.get_finished_spans()[0])


def test_a_span_that_does_not_record_is_left_alone() -> None:
    """Nothing is worked out for a span that nobody keeps."""
    assert response_hook(INVALID_SPAN, 523) is None


@pytest.mark.parametrize("body", [b"", b"error code: 1020"])
def test_the_status_alone_counts(exporter: InMemorySpanExporter, provider: TracerProvider, body: bytes) -> None:
    """Neither the sender nor a sub-code shows: whether a client has read the body by now is its own affair."""
    response = requests.Response()
    response.status_code, response._content = 403, body
    response.headers.update({"CF-RAY": "8f00-FRA", "Server": "cloudflare"})
    with provider.get_tracer("test").start_as_current_span("x") as span:
        response_hook(span, object(), response)

    (finished,) = exporter.get_finished_spans()
    assert {"httpcodes.name": "Forbidden", "httpcodes.slug": "403-forbidden"} == ours(finished)


class Raising:
    """An object all of whose attributes raise."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)


@given(
    st.lists(st.one_of(st.integers(), st.none(), st.text(max_size=5), st.booleans(), st.just(Raising())), max_size=3)
)
def test_hook_never_raises(arguments: list[Any]) -> None:
    """Whatever is handed over, only the two attributes are ever set."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with provider.get_tracer("test").start_as_current_span("x") as span:
        response_hook(span, *arguments)

    assert set(exporter.get_finished_spans()[0].attributes or {}) <= set(OURS)


@pytest.mark.parametrize(
    "span", [None, Raising(), SimpleNamespace(is_recording=lambda: True)], ids=["none", "asked", "told"]
)
def test_any_span(span: Any) -> None:
    """What is no span, or raises when it is asked or told something, is left alone, also where the hook is awaited."""
    assert response_hook(span, 523) is None
    assert asyncio.run(async_response_hook(span, 523)) is None
