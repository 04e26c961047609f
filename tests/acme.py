"""A made-up vendor, for the tests that extend a registry."""

SOURCE = {"title": "Acme", "url": "https://acme.example/", "section": "codes", "checked": "2026-11-22"}
"""Where its facts are read."""

IDENTITY = {
    "id": "acme",
    "name": "Acme",
    "company": "Acme",
    "kind": "gateway",
    "url": "https://acme.example/",
    "docs": "https://acme.example/",
}
"""Who it is, as a data file says it."""
