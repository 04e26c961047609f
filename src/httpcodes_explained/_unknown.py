"""Records for what no data file holds: a number that nobody defined, and no response at all."""

from __future__ import annotations

from ._model import Emitter, Fault, RetryAdvice, SeenIn, Source, State, StatusClass, StatusCode, Vendor

_RFC = Source(
    title="RFC 9110: HTTP Semantics",
    url="https://www.rfc-editor.org/rfc/rfc9110.html#section-15",
    section="15. Status Codes",
    checked="2026-11-23",
)
_REGISTRY = Source(
    title="IANA: Hypertext Transfer Protocol (HTTP) Status Code Registry",
    url="https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
    section="HTTP Status Codes",
    checked="2026-11-23",
)
_CURL = Source(
    title="curl source: tool_writeout.c",
    url="https://github.com/curl/curl/blob/master/src/tool_writeout.c",
    section="writeLong(): http_code with %03ld",
    checked="2026-11-22",
)
_FETCH = Source(
    title="Fetch Standard",
    url="https://fetch.spec.whatwg.org/#concept-network-error",
    section="network error; opaque filtered response",
    checked="2026-11-22",
)
_CLASS_WORDS = {
    StatusClass.INFORMATIONAL: "Informational",
    StatusClass.SUCCESS: "Success",
    StatusClass.REDIRECTION: "Redirection",
    StatusClass.CLIENT_ERROR: "Client Error",
    StatusClass.SERVER_ERROR: "Server Error",
    StatusClass.INVALID: "Status",
}
_ADVICE = {
    StatusClass.INFORMATIONAL: RetryAdvice.NEVER,
    StatusClass.SUCCESS: RetryAdvice.NEVER,
    StatusClass.REDIRECTION: RetryAdvice.NEVER,
    StatusClass.CLIENT_ERROR: RetryAdvice.AFTER_CHANGE,
    StatusClass.SERVER_ERROR: RetryAdvice.IF_IDEMPOTENT,
    StatusClass.INVALID: RetryAdvice.IF_IDEMPOTENT,
}
_FAULTS = {StatusClass.CLIENT_ERROR: Fault.CLIENT, StatusClass.SERVER_ERROR: Fault.SERVER}


def unassigned(number: int, registry: Vendor, *, asked: Vendor | None = None) -> StatusCode:
    """
    Return a record of a number from 100 to 999 that nobody defined: it says so, and what to do.

    Args:
        number: The number.
        registry: The vendor of registered codes, whose the record is.
        asked: The vendor whose meaning was asked for, where others have one and it has none.
    """
    status_class = StatusClass.of(number)
    valid = status_class is not StatusClass.INVALID
    interim = status_class is StatusClass.INFORMATIONAL
    treat_as = f"{number // 100}00" if valid else "500"
    return StatusCode(
        id=str(number),
        code=number,
        wire=(number,),
        vendor=registry,
        name=f"Unassigned {_CLASS_WORDS[status_class]}",
        state=State.UNASSIGNED,
        summary=f"{_nobody(number, asked)}; clients treat it like {treat_as}.",
        user_message="Something unexpected happened. Please try again later.",
        meaning=f"{number} stands neither in IANA's registry nor in {_lists(asked)}. {_rule(treat_as, valid=valid)}",
        when_to_use=(
            "Never: pick a registered code of the class, or register the number with IANA."
            if valid
            else "Never: a status code stands between 100 and 599, and no other number can be registered."
        ),
        example=(
            f"A server answers `HTTP/1.1 {number}`: the client goes on as for {treat_as}, "
            + ("and waits for the final response." if interim else "and reads the content.")
        ),
        when_not_to_use=f"Where a registered code fits, or where plain {treat_as} says as much.",
        causes=(
            "The application or a gateway made the number up; its own documentation is the only source.",
            "A status was read from the wrong place, such as a sub-code or an error number of the content.",
        ),
        client_steps=(
            "Wait for the final response, and ignore this one."
            if interim
            else "Read the response's content and `Server` field: they may name who sent it.",
        ),
        operator_steps=(f"Search the configuration and code of every hop for the literal {number}.",),
        typical_emitters=(Emitter.APPLICATION, Emitter.PROXY),
        seen_in=(SeenIn.WIRE,),
        fault=_FAULTS.get(status_class, Fault.NONE if valid else Fault.SERVER),
        storable=not interim,
        has_content=not interim,
        retry_advice=_ADVICE[status_class],
        sources=(_RFC, _REGISTRY),
    )


def _nobody(number: int, asked: Vendor | None) -> str:
    return f"Nobody is known to define {number}" if asked is None else f"Neither IANA nor {asked} defines {number}"


def _lists(asked: Vendor | None) -> str:
    return "any vendor's list held here" if asked is None else f"the list of {asked}; other vendors use the number"


def _rule(treat_as: str, *, valid: bool) -> str:
    if valid:
        return f"RFC 9110 has a client go by the first digit and treat an unrecognised code as {treat_as}."
    return "RFC 9110 calls numbers outside 100-599 invalid; a client SHOULD go on as after a 5xx."


def no_response(registry: Vendor) -> StatusCode:
    """Return the record of 0 and ``000``: client libraries write it where no response came."""
    return StatusCode(
        id="0",
        code=0,
        wire=(),
        vendor=registry,
        name="No Response",
        state=State.UNASSIGNED,
        summary="The client has no status to show: no response came, or the browser hides it.",
        user_message="The service could not be reached. Please check your connection and try again.",
        meaning=(
            "No server sent this: a status code has three digits and starts at 100. The client library reports 0 or "
            "000 because name look-up, connection, TLS or reading failed before a status line came; in a browser also "
            "where a script may not see the response of another origin."
        ),
        when_to_use="Only inside a client, as a placeholder for a response that never came.",
        example="`curl -o /dev/null -w '%{http_code}' https://unreachable.example/` prints `000`.",
        when_not_to_use="On the wire: a status code stands between 100 and 599.",
        causes=(
            "The name does not resolve, or nothing listens at the address and port.",
            "The TLS handshake failed, or the connection was reset before the status line.",
            "The client's own timeout ran out, or the browser blocked the request, as CORS demands.",
        ),
        client_steps=("Look at the client's error beside the number: it names the step that failed.",),
        operator_steps=("Check from outside with `curl -v`: it shows how far the connection gets.",),
        typical_emitters=(Emitter.CLIENT,),
        seen_in=(SeenIn.CLIENT,),
        fault=Fault.NONE,
        storable=False,
        has_content=False,
        retry_advice=RetryAdvice.IF_IDEMPOTENT,
        sources=(_RFC, _CURL, _FETCH),
    )
