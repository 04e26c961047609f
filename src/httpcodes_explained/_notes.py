"""Explanations on exceptions: one note (PEP 678), which tracebacks, loggers and error trackers print."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from functools import wraps
from typing import Any, TypeVar, cast, overload

from ._explain import explain
from ._model import Confidence, Explanation, RetryAdvice, State

E = TypeVar("E", bound=BaseException)
F = TypeVar("F", bound=Callable[..., Any])

# A note ends in one of these lines, which is how it is known again.
_RETRY = {
    RetryAdvice.NEVER: "Retry: no, it succeeded, or the same request gets the same answer.",
    RetryAdvice.AFTER_CHANGE: "Retry: only once its cause has been mended.",
    RetryAdvice.IF_IDEMPOTENT: "Retry: after a wait, if the method is idempotent: it may have been acted upon.",
    RetryAdvice.ANY_METHOD: "Retry: after a wait, with any method: the request was not acted upon.",
}
_LIMIT_USED_UP = "Retry: after the wait that the response asks for: the rate limit is used up."
_CLIENT_MADE = "The client library raised this for a reason of its own: its message has it."
_LAST_LINES = (*_RETRY.values(), _LIMIT_USED_UP, _CLIENT_MADE)


def annotate(exc: E, /) -> E:
    """
    Add an explanation to an exception that bears an HTTP status, as a note (PEP 678).

    The note is the same for every exception with the same meaning, so that error trackers group them;
    it names no URL and no time. It is added once, however often the exception is raised again. In an
    exception group every exception gets its own. Where an exception bears no status, the one that it
    was raised from is looked at; a success, such as that of a response with the wrong content type,
    is not explained. No body is read, and nothing is ever raised.

    Args:
        exc: The exception of any client library, or one whose ``response`` is a library's response.

    Returns:
        The same object.
    """
    waiting: list[object] = [exc]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        # What goes wrong here must not take the place of the error that is being handled.
        with suppress(Exception):
            if id(one) not in seen and isinstance(one, BaseException):
                seen.add(id(one))
                waiting += _annotate_one(one)
    return exc


def _annotate_one(exc: BaseException) -> Iterable[object]:
    """Add the note, or return the exceptions that have to be looked at instead."""
    if isinstance(exc, BaseExceptionGroup):
        return cast("BaseExceptionGroup[BaseException]", exc).exceptions
    explanation = explanation_of(exc)
    if explanation is None or explanation.is_success:
        return (exc.__cause__,)
    if not any(_is_ours(note, explanation.code) for note in getattr(exc, "__notes__", ())):
        exc.add_note(note_text(explanation))
    return ()


def explanation_of(target: object) -> Explanation | None:
    """Return the explanation of whatever bears a status; None where nothing does. Never raises."""
    try:
        return explain(target)
    except Exception:  # noqa: BLE001 (a hook of ours never gets in the way)
        return None


def _is_ours(note: object, code: int | None) -> bool:
    return isinstance(note, str) and note.startswith(f"HTTP {code} ") and note.endswith(_LAST_LINES)


def note_text(explanation: Explanation) -> str:
    """Return the lines of a note: what it means, who sent it where that is known, whether to retry."""
    lines = [f"HTTP {explanation}"]
    if explanation.emitted_by is not None:
        possibly = "possibly " if explanation.confidence is Confidence.POSSIBLE else ""
        lines.append(f"Sent by: {possibly}{explanation.emitted_by.name}.")
    if explanation.via:
        lines.append(f"Passed through: {', '.join(vendor.name for vendor in explanation.via)}.")
    return "\n".join((*lines, _last_line(explanation)))


def _last_line(explanation: Explanation) -> str:
    if explanation.synthetic:
        return _CLIENT_MADE
    if explanation.retry.should and explanation.retry_advice is RetryAdvice.AFTER_CHANGE:
        return _LIMIT_USED_UP
    return _RETRY[explanation.retry_advice]


def phrase(response: object) -> str:
    """
    Return a reason phrase for a response that came without one, such as ``Origin Is Unreachable (Cloudflare)``.

    It is empty where nobody is known to send the code. Nothing is ever raised.
    """
    explanation = explanation_of(response)
    if explanation is None or explanation.state in (State.UNASSIGNED, State.UNCONFIRMED):
        return ""
    # The owner stands behind a name that is not registered: the number alone may be somebody else's.
    owner = "" if explanation.vendor.id == "iana" else f" ({explanation.vendor.name})"
    return f"{explanation.name}{owner}"


class Explained:
    """
    What `explained` returns: a context manager, sync and async, and a decorator.

    It keeps no state, so one may be used many times, in several threads, and inside itself.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if error is not None:
            annotate(error)

    async def __aenter__(self) -> None:
        return

    async def __aexit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        self.__exit__(kind, error, traceback)

    def __call__(self, function: F, /) -> F:
        """
        Return `function` with its exceptions annotated.

        Args:
            function: A function, a method, or a coroutine function.

        Raises:
            TypeError: It is a generator function, whose body runs only after the call has returned,
                or no function.
        """
        _check(function)
        from inspect import iscoroutinefunction

        @wraps(function)
        async def awaiting(*args: Any, **kwargs: Any) -> Any:
            with self:
                return await function(*args, **kwargs)

        @wraps(function)
        def calling(*args: Any, **kwargs: Any) -> Any:
            with self:
                result = function(*args, **kwargs)
            # Another decorator, or a callable object, may hide a coroutine function.
            return self._await(result) if isinstance(result, Coroutine) else result

        return cast("F", awaiting if iscoroutinefunction(function) else calling)

    async def _await(self, coroutine: Any) -> Any:
        with self:
            return await coroutine


def _check(function: Any) -> None:
    from inspect import isasyncgenfunction, isgeneratorfunction

    kind = type(function).__name__
    if isgeneratorfunction(function) or isasyncgenfunction(function):
        msg = (
            f"explained() cannot decorate the generator function {getattr(function, '__qualname__', kind)}: its body "
            "runs after the call has returned; write `with explained():` inside it, which works in async ones as well"
        )
        raise TypeError(msg)
    if not callable(function) or isinstance(function, type | staticmethod):
        msg = (
            f"explained() decorates functions, not a {kind}: "
            "put it on the methods of a class, and beneath @classmethod, @staticmethod and @property"
        )
        raise TypeError(msg)


@overload
def explained() -> Explained: ...
@overload
def explained(function: F, /) -> F: ...
def explained(function: Callable[..., Any] | None = None, /) -> Any:
    """
    Return a context manager that is a decorator as well: an exception that leaves it is annotated.

    ::

        with explained():              # `async with` works as well
            requests.get(url).raise_for_status()


        @explained                     # or @explained(), and on coroutine functions
        def fetch(url: str) -> bytes: ...

    Exceptions pass through as they are: the same object, of the same type, with a note more. On a
    generator function it raises `TypeError`: its body runs after the call, so write ``with
    explained():`` inside.
    """
    return Explained() if function is None else Explained()(function)
