"""The site: pages written by hand, and one page for every code of the registry (see ``_ext``)."""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "httpcodes_explained"
author = "httpcodes_explained contributors"
release = version = version_of("httpcodes-explained")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "attribute_docs", "registry_site"]
exclude_patterns = ["_build", "_static", "_templates", "_ext"]
# What stands in single backticks in a docstring.
default_role = "code"
templates_path = ["_templates"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

# The reference is built without the libraries that the integrations are for, but for narwhals, which must be there.
autodoc_mock_imports = [
    "aiohttp",
    "asgiref",
    "django",
    "flask",
    "loguru",
    "opentelemetry",
    "requests",
    "sentry_sdk",
    "starlette",
    "structlog",
    "werkzeug",
]
autodoc_typehints = "description"
# Names that have no place on this site: those of other projects, and what is private. The build fetches nothing.
nitpick_ignore_regex = [
    ("py:.*", r"(?!httpcodes_explained\.).*"),
    ("py:class", r"httpcodes_explained\.(\w+\.)*_\w+(\.\w+)*"),
]

html_theme = "furo"
html_title = "HTTP status codes, explained"
html_static_path = ["_static"]
html_favicon = "_static/icon.svg"
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#1f4e8c",
        "color-brand-content": "#1f5fae",
        "color-brand-visited": "#1f5fae",
    },
    "dark_css_variables": {
        "color-brand-primary": "#9cc3f5",
        "color-brand-content": "#8ab8f2",
        "color-brand-visited": "#8ab8f2",
    },
}
# Links within the site are relative; this address stands in canonical links, the sitemap and structured data.
html_baseurl = "https://httpcodes-explained.readthedocs.io/en/latest/"
# The theme's own search box leads to an index that knows no numbers.
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/find.html",
        "sidebar/scroll-start.html",
        "sidebar/registry.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
