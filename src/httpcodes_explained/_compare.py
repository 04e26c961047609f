"""Several codes side by side."""

from __future__ import annotations

from typing import Any

import attrs

from ._model import StatusCode

_ROWS = {
    "Code": "code",
    "Name": "name",
    "Meaning": "meaning",
    "When to use": "when_to_use",
    "When not to use": "when_not_to_use",
    "Retry": "retry_advice",
    "Cacheable": "cacheable",
}


@attrs.frozen
class Comparison:
    """Several codes side by side; `str()` gives it as plain text."""

    records: tuple[StatusCode, ...]

    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (label, one text per code) for all that helps to choose between them."""
        return tuple(
            (label, tuple(str(getattr(record, field)) for record in self.records)) for label, field in _ROWS.items()
        )

    def to_dict(self) -> dict[str, Any]:
        """Return ``{"codes": [...]}``, each as `StatusCode.to_dict` gives it."""
        return {"codes": [record.to_dict() for record in self.records]}

    def __str__(self) -> str:
        from ._render import comparison_text

        return comparison_text(self)
