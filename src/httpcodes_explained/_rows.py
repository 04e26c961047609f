"""Records as flat rows of scalars, for tables."""

from __future__ import annotations

from ._model import StatusCode
from ._registry import Registry


def row_of(registry: Registry, record: StatusCode) -> dict[str, str | int | None]:
    """Return a record as `to_records` has it."""
    vendor = record.vendor
    meanings = () if record.code is None else registry._owners_of(record.code).values()
    return {
        "id": record.id,
        "code": record.code,
        "subcode": record.subcode,
        "vendor": vendor.id,
        "vendor_name": vendor.name,
        "company": vendor.company,
        "name": record.name,
        "summary": record.summary,
        "is_default": record.id == next(iter(meanings), None),
        "is_official": record.is_official,
        "is_error": record.is_error,
        "state": record.state.value,
        "status_class": None if record.status_class is None else record.status_class.value,
        "fault": record.fault.value,
        "retry_advice": record.retry_advice.value,
        "log_level": record.log_level,
        "cacheable": record.cacheable,
        "storable": record.storable,
        "has_content": record.has_content,
        "user_message": record.user_message or None,
        "meaning": record.meaning or None,
        "when_to_use": record.when_to_use or None,
        "example": record.example or None,
        "when_not_to_use": record.when_not_to_use or None,
        "slug": record.slug,
        "registry_entry": record.registry_entry,
        "expires": record.expires,
        "source_url": next((source.url for source in record.sources), None),
    }
