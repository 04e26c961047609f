"""
The records, and the closed vocabularies that they use.

Everything here is frozen. This module knows no file, no client library and no framework.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

# The same package as `attrs`, which would also load converters, filters and validators on every start.
import attr

T = TypeVar("T")

Headers = Mapping[Any, Any] | Iterable[tuple[Any, Any]]
"""Header fields as callers hold them: a mapping, or pairs; names and values `str` or `bytes`."""


class StatusClass(StrEnum):
    """The class that the first digit names; RFC 9110 section 15."""

    INFORMATIONAL = "1xx"
    SUCCESS = "2xx"
    REDIRECTION = "3xx"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"
    INVALID = "invalid"
    """Outside 100-599, which RFC 9110 calls invalid and has clients treat as a server error."""

    @classmethod
    def of(cls, number: int) -> StatusClass:
        """Return the class of a status code, which may be any integer."""
        return _CLASSES.get(number // 100, cls.INVALID)


_CLASSES = {int(member[0]): member for member in StatusClass if member is not StatusClass.INVALID}


class State(StrEnum):
    """How official a code is, and whether anybody sends it."""

    ASSIGNED = "assigned"
    UNUSED = "unused"
    OBSOLETED = "obsoleted"
    TEMPORARY = "temporary"
    UNOFFICIAL = "unofficial"
    RETIRED = "retired"
    UNCONFIRMED = "unconfirmed"
    """A number that lists repeat, and no owner can be shown to send."""
    UNASSIGNED = "unassigned"
    """A number that nobody defined; only synthetic records bear it."""


class Emitter(StrEnum):
    """What kind of party produced a response."""

    ORIGIN = "origin"
    APPLICATION = "application"
    PROXY = "proxy"
    EDGE = "edge"
    CLIENT = "client"


class SeenIn(StrEnum):
    """Where a code shows itself."""

    WIRE = "wire"
    LOG = "log"
    BODY = "body"
    HEADER = "header"
    CLIENT = "client"


class Fault(StrEnum):
    """Whose move it is to mend the cause."""

    CLIENT = "client"
    SERVER = "server"
    INTERMEDIARY = "intermediary"
    NONE = "none"


class RetryAdvice(StrEnum):
    """Whether the same request may be sent again."""

    NEVER = "never"
    """It succeeded, or the answer to the same request will not change."""
    AFTER_CHANGE = "after-change"
    """Only once its cause has been mended: in the request (credentials, target, size), or where it was refused."""
    IF_IDEMPOTENT = "if-idempotent"
    """After a wait, for idempotent methods only: the server may have acted on the request."""
    ANY_METHOD = "any-method"
    """After a wait, whatever the method: the request was not acted upon."""


class Confidence(StrEnum):
    """How sure it is who produced a response."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    NONE = "none"


class VendorKind(StrEnum):
    """What sort of product a vendor's is."""

    REGISTRY = "registry"
    SERVER = "server"
    PROXY = "proxy"
    CDN = "cdn"
    LOAD_BALANCER = "load-balancer"
    GATEWAY = "gateway"
    WAF = "waf"
    HOSTING = "hosting"
    FRAMEWORK = "framework"
    API = "api"
    CLIENT = "client"


class _ByValue:
    """
    Equality, hash and repr from the values of all fields.

    attrs would compile them for every class when it is made, which took longer than all else here.
    """

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field.name) for field in self.__attrs_attrs__ if field.eq)

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        values = (f"{field.name}={getattr(self, field.name)!r}" for field in self.__attrs_attrs__)
        return f"{type(self).__name__}({', '.join(values)})"


@attr.frozen(kw_only=True, eq=False, repr=False)
class Source(_ByValue):
    """Where a fact was read."""

    title: str
    url: str
    section: str
    checked: str
    """The day it was read, as ``YYYY-MM-DD``."""
    primary: bool = True
    """False for a page that only repeats what others say."""


@attr.frozen(kw_only=True, eq=False, repr=False)
class Vendor(_ByValue):
    """A product that emits codes of its own."""

    id: str
    name: str
    company: str
    kind: VendorKind
    url: str
    docs: str
    forms: tuple[str, ...] = ()
    """How combined sub-codes are written, such as ``sH--``."""
    over: tuple[str, ...] = ()
    """Ids of the vendors that it beats when both match a response."""

    def __str__(self) -> str:
        return self.name


class Classified:
    """What follows from the class of a status."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def status_class(self) -> StatusClass | None:
            """The class that the first digit names."""

    @property
    def is_informational(self) -> bool:
        """Whether it is 1xx."""
        return self.status_class is StatusClass.INFORMATIONAL

    @property
    def is_success(self) -> bool:
        """Whether it is 2xx."""
        return self.status_class is StatusClass.SUCCESS

    @property
    def is_redirection(self) -> bool:
        """Whether it is 3xx."""
        return self.status_class is StatusClass.REDIRECTION

    @property
    def is_client_error(self) -> bool:
        """Whether it is 4xx."""
        return self.status_class is StatusClass.CLIENT_ERROR

    @property
    def is_server_error(self) -> bool:
        """Whether it is 5xx."""
        return self.status_class is StatusClass.SERVER_ERROR


@attr.frozen(kw_only=True, repr=False, eq=False)
class StatusCode(Classified, _ByValue):
    """
    One meaning of one status code or sub-code.

    It is not an `int`: two vendors' records of one number are different things. Hand `.code` to
    whatever wants a number.
    """

    id: str
    """``404``, ``cloudflare:523``, ``iis:404.13``."""
    code: int | None
    """The number as the vendor names it; None where a sub-code rides on no known status."""
    wire: tuple[int, ...]
    """The statuses that a client really sees with it, ascending; empty where it never reaches one."""
    vendor: Vendor
    """Who defined it."""
    name: str
    state: State
    summary: str
    """One sentence of at most 120 characters, for a log line."""
    sources: tuple[Source, ...]
    subcode: str | None = None
    coined: bool = False
    """True where the sub-code is this library's word, because the vendor gives none."""
    table: str | None = None
    """Which of the vendor's lists it stands in."""
    aliases: tuple[str, ...] = ()
    registry_entry: str | None = None
    """IANA's description, verbatim."""
    expires: str | None = None
    """The day a temporary registration ends, as ``YYYY-MM-DD``."""
    user_message: str = ""
    """Safe to show to an end user: no internals."""
    meaning: str = ""
    when_to_use: str = ""
    example: str = ""
    when_not_to_use: str = ""
    causes: tuple[str, ...] = ()
    client_steps: tuple[str, ...] = ()
    operator_steps: tuple[str, ...] = ()
    typical_emitters: tuple[Emitter, ...] = ()
    seen_in: tuple[SeenIn, ...] = ()
    fault: Fault = Fault.NONE
    cacheable: bool = False
    """Heuristically cacheable; RFC 9110 section 15.1."""
    storable: bool = True
    """False where a cache must not store it."""
    has_content: bool = True
    """False where the response carries no content."""
    required_headers: tuple[str, ...] = ()
    """Header fields that the response must carry."""
    retry_advice: RetryAdvice = RetryAdvice.NEVER
    confused_with: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def status_class(self) -> StatusClass | None:
        """The class of the status; None where there is no status."""
        return None if self.code is None else StatusClass.of(self.code)

    @property
    def is_official(self) -> bool:
        """Whether IANA's registry assigns it, for good or for the time being."""
        return self.state in (State.ASSIGNED, State.TEMPORARY)

    @property
    def is_error(self) -> bool:
        """Whether it is 4xx, 5xx, or invalid, which RFC 9110 section 15 treats like 5xx."""
        return self.is_client_error or self.is_server_error or self.status_class is StatusClass.INVALID

    @property
    def log_level(self) -> int:
        """
        The `logging` level that fits: ERROR where a server is at fault, WARNING where a client is.

        What only a log shows, such as nginx's 499, and what is no error at all is INFO.
        """
        import logging

        if not self.is_error and self.code is not None:
            return logging.INFO
        if self.fault in (Fault.SERVER, Fault.INTERMEDIARY):
            return logging.ERROR
        return logging.INFO if not self.wire and SeenIn.LOG in self.seen_in else logging.WARNING

    @property
    def slug(self) -> str:
        """A stable key of lower-case words, unique among all records."""
        label = self.subcode if self.subcode is not None else str(self.code)
        words = _slug_words(f"{label} {self.name}")
        return words if self.vendor.id == "iana" else f"{self.vendor.id}-{words}"

    def to_dict(self) -> dict[str, Any]:
        """Return a plain dict of JSON types; `vendor` becomes its id."""
        import attrs

        values = attrs.asdict(self, value_serializer=_plain)
        derived = {"slug": self.slug, "log_level": self.log_level, "is_official": self.is_official}
        return {**values, "vendor": self.vendor.id, **derived}

    def __repr__(self) -> str:
        return f"<StatusCode {self.id} {self.name!r}>"

    def __str__(self) -> str:
        return one_line(self)


def _plain(_instance: type, _attribute: attr.Attribute[Any], value: Any) -> Any:
    """Return enum members as plain strings, and tuples as lists, as JSON gives them back."""
    if isinstance(value, tuple):
        return list(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return value.value if isinstance(value, StrEnum) else value


def _slug_words(text: str) -> str:
    """Return `text` in lower case with everything but letters, digits and dots as single hyphens."""
    kept = (char if char.isalnum() or char == "." else " " for char in text.lower().replace("'", ""))
    return "-".join("".join(kept).split())


def one_line(record: StatusCode) -> str:
    """Return ``523 Origin Is Unreachable (Cloudflare): ...`` for a message or a log line."""
    owner = "" if record.vendor.id == "iana" else record.vendor.name
    if record.subcode is not None and not record.coined:
        owner = f"{owner} {record.subcode}"
    number = "" if record.code is None else f"{record.code} "
    return f"{number}{record.name}{f' ({owner})' if owner else ''}: {record.summary}"


@attr.frozen(eq=False, repr=False)
class Retry(_ByValue):
    """Whether to send the request again, and when."""

    should: bool
    """True: send it again with your own backoff, or after `after` seconds."""
    after: float | None
    """Seconds to wait, where the response names them."""
    reason: str


class _FromRecord(Generic[T]):
    """A field of `Explanation` that is the record's."""

    __slots__ = ("_name",)

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> _FromRecord[T]: ...
    @overload
    def __get__(self, instance: Explanation, owner: type) -> T: ...
    def __get__(self, instance: Explanation | None, owner: type) -> T | _FromRecord[T]:
        return self if instance is None else self._value(instance)

    def _value(self, instance: Explanation) -> T:
        value: T = getattr(instance.record, self._name)
        return value


class _FromRecordOrStatus(_FromRecord[T]):
    """A text that a sub-code's record may leave empty: the status's own record has it then."""

    __slots__ = ()

    def _value(self, instance: Explanation) -> T:
        value = super()._value(instance)
        if value in ("", ()) and instance.parent is not None:
            parents: T = getattr(instance.parent, self._name)
            return parents
        return value


class _RecordView:
    """What reads like the record's."""

    __slots__ = ()

    id: ClassVar[_FromRecord[str]] = _FromRecord()
    name: ClassVar[_FromRecord[str]] = _FromRecord()
    vendor: ClassVar[_FromRecord[Vendor]] = _FromRecord()
    state: ClassVar[_FromRecord[State]] = _FromRecord()
    wire: ClassVar[_FromRecord[tuple[int, ...]]] = _FromRecord()
    summary: ClassVar[_FromRecord[str]] = _FromRecord()
    user_message: ClassVar[_FromRecord[str]] = _FromRecordOrStatus()
    meaning: ClassVar[_FromRecord[str]] = _FromRecordOrStatus()
    when_to_use: ClassVar[_FromRecord[str]] = _FromRecordOrStatus()
    example: ClassVar[_FromRecord[str]] = _FromRecordOrStatus()
    when_not_to_use: ClassVar[_FromRecord[str]] = _FromRecordOrStatus()
    causes: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecordOrStatus()
    client_steps: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecordOrStatus()
    operator_steps: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecordOrStatus()
    typical_emitters: ClassVar[_FromRecord[tuple[Emitter, ...]]] = _FromRecordOrStatus()
    seen_in: ClassVar[_FromRecord[tuple[SeenIn, ...]]] = _FromRecord()
    fault: ClassVar[_FromRecord[Fault]] = _FromRecord()
    cacheable: ClassVar[_FromRecord[bool]] = _FromRecord()
    storable: ClassVar[_FromRecord[bool]] = _FromRecord()
    has_content: ClassVar[_FromRecord[bool]] = _FromRecord()
    required_headers: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecord()
    retry_advice: ClassVar[_FromRecord[RetryAdvice]] = _FromRecord()
    coined: ClassVar[_FromRecord[bool]] = _FromRecord()
    table: ClassVar[_FromRecord[str | None]] = _FromRecord()
    aliases: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecord()
    registry_entry: ClassVar[_FromRecord[str | None]] = _FromRecord()
    expires: ClassVar[_FromRecord[str | None]] = _FromRecord()
    confused_with: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecord()
    related: ClassVar[_FromRecord[tuple[str, ...]]] = _FromRecord()
    sources: ClassVar[_FromRecord[tuple[Source, ...]]] = _FromRecord()
    log_level: ClassVar[_FromRecord[int]] = _FromRecord()
    slug: ClassVar[_FromRecord[str]] = _FromRecord()
    status_class: ClassVar[_FromRecord[StatusClass | None]] = _FromRecord()
    is_official: ClassVar[_FromRecord[bool]] = _FromRecord()
    is_informational: ClassVar[_FromRecord[bool]] = _FromRecord()
    is_success: ClassVar[_FromRecord[bool]] = _FromRecord()
    is_redirection: ClassVar[_FromRecord[bool]] = _FromRecord()
    is_client_error: ClassVar[_FromRecord[bool]] = _FromRecord()
    is_server_error: ClassVar[_FromRecord[bool]] = _FromRecord()
    is_error: ClassVar[_FromRecord[bool]] = _FromRecord()


@attr.frozen(kw_only=True, repr=False, eq=False)
class Explanation(_RecordView, _ByValue):
    """
    What a code means, who sent it, and what to do next.

    It reads like its record: `.name`, `.summary`, `.meaning` and the rest are the record's own.
    `str()` gives one line; `format(e, "long")` and `format(e, "markdown")` give all of it.
    """

    code: int | None
    """The status that was asked about; None where a sub-code rides on no known status."""
    known: bool
    """False where nobody defined the number: the record then says what RFC 9110 tells a client to do."""
    record: StatusCode
    """The most specific record: the sub-code's where there is one."""
    parent: StatusCode | None = None
    """The status's own record, beside a sub-code's."""
    also: tuple[StatusCode, ...] = ()
    """The other sub-codes of a combined value."""
    subcode: str | None = None
    """The sub-code as it was read, also where no record of it is held."""
    emitted_by: Vendor | None = None
    """Who produced this response; None where it cannot be told, and for a bare number."""
    via: tuple[Vendor, ...] = ()
    """Whom the response merely passed through."""
    emitter: Emitter | None = None
    confidence: Confidence = Confidence.NONE
    """How sure `emitted_by` is."""
    evidence: tuple[str, ...] = ()
    """Which marks said so."""
    retry: Retry
    synthetic: bool = False
    """True where the client library made the status up and no server sent it."""
    _meanings: Callable[[int], tuple[StatusCode, ...]] = attr.field(eq=False, alias="meanings")
    """The look-up of the registry that it came from."""

    @property
    def alternatives(self) -> tuple[StatusCode, ...]:
        """The other meanings of the number, likeliest first; read from their files when asked for."""
        if self.code is None:
            return ()
        return tuple(other for other in self._meanings(self.code) if other.id not in self._own_ids())

    def _own_ids(self) -> tuple[str, ...]:
        return (self.record.id,) if self.parent is None else (self.record.id, self.parent.id)

    def to_dict(self) -> dict[str, Any]:
        """Return a plain dict of JSON types: what was found out, and under ``record`` what it means."""
        import attrs

        return {
            "code": self.code,
            "known": self.known,
            "id": self.id,
            "name": self.name,
            "vendor": self.vendor.id,
            "summary": self.summary,
            "subcode": self.subcode,
            "emitted_by": None if self.emitted_by is None else self.emitted_by.id,
            "via": [vendor.id for vendor in self.via],
            "emitter": self.emitter,
            "confidence": self.confidence,
            "evidence": list(self.evidence),
            "retry": attrs.asdict(self.retry),
            "synthetic": self.synthetic,
            "record": self.record.to_dict(),
            "parent": None if self.parent is None else self.parent.to_dict(),
            "also": [record.id for record in self.also],
            "alternatives": [record.id for record in self.alternatives],
        }

    def to_json(self) -> str:
        """Return `to_dict` as one line of JSON."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False)

    def __repr__(self) -> str:
        return f"<Explanation of {self.code}: {self.record.id} {self.name!r}>"

    def __str__(self) -> str:
        line = one_line(self.record)
        return f"{self.code} {line}" if self.record.code is None and self.code is not None else line

    def __format__(self, form: str) -> str:
        if form in ("", "short"):
            return str(self)
        from . import _render

        renderers = {"long": _render.long_text, "markdown": _render.markdown}
        if form in renderers:
            return renderers[form](self)
        try:
            return format(str(self), form)
        except ValueError:
            msg = f"unknown format {form!r}: use 'short', 'long', 'markdown', or a width as str takes it"
            raise ValueError(msg) from None

    def _repr_html_(self) -> str:
        from ._render import html

        return html(self)

    def __rich_console__(self, console: Any, options: Any) -> Iterable[Any]:
        from ._render import rich_parts

        return rich_parts(self)
