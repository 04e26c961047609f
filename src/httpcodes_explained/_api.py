"""The functions of the package root: the default registry's methods."""

from __future__ import annotations

from typing import Final

from ._registry import Registry

_registry: Final = Registry.default()

codes: Final = _registry.codes
compare: Final = _registry.compare
get: Final = _registry.get
lookup: Final = _registry.lookup
meanings: Final = _registry.meanings
search: Final = _registry.search
vendors: Final = _registry.vendors
