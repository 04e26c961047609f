"""The functions of the package root: the default registry's methods."""

from __future__ import annotations

from typing import Final

from ._registry import Registry

_registry: Final = Registry.default()

codes = _registry.codes
compare = _registry.compare
get = _registry.get
lookup = _registry.lookup
meanings = _registry.meanings
search = _registry.search
vendors = _registry.vendors
