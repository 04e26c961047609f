"""The closed vocabularies in words, and the texts of the records as HTML."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from httpcodes_explained import Emitter, RetryAdvice, SeenIn, State, StatusClass, StatusCode
from httpcodes_explained import VendorKind as Kind

STATES = {
    State.ASSIGNED: "Official",
    State.UNUSED: "Reserved, not in use",
    State.OBSOLETED: "Official, obsoleted",
    State.TEMPORARY: "Temporary registration",
    State.UNOFFICIAL: "Unofficial",
    State.RETIRED: "Retired",
    State.UNCONFIRMED: "Unconfirmed",
}
STATE_NOTES = {
    State.ASSIGNED: "in IANA's registry",
    State.UNUSED: "in IANA's registry",
    State.OBSOLETED: "in IANA's registry",
    State.TEMPORARY: "in IANA's registry",
    State.UNOFFICIAL: "not in IANA's registry",
    State.RETIRED: "no longer sent",
    State.UNCONFIRMED: "no product can be shown to send it",
}
CLASSES = {
    StatusClass.INFORMATIONAL: "Informational",
    StatusClass.SUCCESS: "Success",
    StatusClass.REDIRECTION: "Redirection",
    StatusClass.CLIENT_ERROR: "Client error",
    StatusClass.SERVER_ERROR: "Server error",
    StatusClass.INVALID: "Outside the classes of HTTP",
}
EMITTERS = {
    Emitter.ORIGIN: "the origin server",
    Emitter.APPLICATION: "the application",
    Emitter.PROXY: "a proxy, gateway or load balancer",
    Emitter.EDGE: "the edge of a CDN",
    Emitter.CLIENT: "the client library",
}
PLACES = {
    SeenIn.WIRE: "status line",
    SeenIn.LOG: "logs",
    SeenIn.BODY: "body of the response",
    SeenIn.HEADER: "header fields",
    SeenIn.CLIENT: "client",
}
RETRIES = {
    RetryAdvice.NEVER: "Do not repeat the request: it succeeded, or the same request gets the same answer.",
    RetryAdvice.AFTER_CHANGE: (
        "Repeat the request only once its cause has been mended: in it (credentials, target, header fields, size), "
        "or where it was refused."
    ),
    RetryAdvice.IF_IDEMPOTENT: (
        "After a wait, repeat requests whose method is idempotent (GET, HEAD, OPTIONS, TRACE, PUT, DELETE). "
        "Do not repeat others, such as POST: the server may have acted on the request."
    ),
    RetryAdvice.ANY_METHOD: "After a wait, repeat the request, whatever its method: it was not acted upon.",
}
KINDS = {
    Kind.REGISTRY: "Registries",
    Kind.SERVER: "Web servers",
    Kind.PROXY: "Proxies",
    Kind.CDN: "Content delivery networks",
    Kind.LOAD_BALANCER: "Load balancers",
    Kind.GATEWAY: "API gateways",
    Kind.WAF: "Web application firewalls",
    Kind.HOSTING: "Hosting platforms",
    Kind.FRAMEWORK: "Frameworks",
    Kind.API: "APIs",
    Kind.CLIENT: "Clients",
}


def html_of(text: str) -> Markup:
    """Return a record's text as HTML: what stands in backticks is code, everything else is text."""
    parts = re.split(r"`([^`]*)`", text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )


def plain(text: str) -> str:
    """Return a record's text without its backticks."""
    return text.replace("`", "")


def label_of(record: StatusCode) -> str:
    """Return what a reader knows a record by: the sub-code, the number; none where the sub-code is a word of ours."""
    if record.subcode is not None:
        return "" if record.coined else record.subcode
    return str(record.code)


def title_of(record: StatusCode) -> str:
    """Return ``523 Origin Is Unreachable (Cloudflare)``; a word of ours stands beside the vendor."""
    named = f"{label_of(record)} {record.name}".strip()
    owner = f"{record.vendor.name}, {record.subcode}" if record.coined else record.vendor.name
    return named if record.vendor.id == "iana" else f"{named} ({owner})"


def storing_of(record: StatusCode) -> str:
    """Return whether a cache may keep a response with this status."""
    if not record.storable:
        return "A cache must not store the response."
    if record.cacheable:
        return (
            "A cache may store the response and reuse it for a time of its own choosing, "
            "unless the response says otherwise (RFC 9110 section 15.1)."
        )
    return "A cache may reuse the response only where its header fields say so, for example `Cache-Control: max-age`."
