"""The Sphinx extension that makes the site out of the registry: pages, and the files beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from files import files_of
from httpcodes_explained import Registry
from pages import Pages
from search_data import search_data

BEFORE_THE_THEME = 400
"""A priority of event handlers."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect what this extension does to the events of a build."""
    site = RegistrySite()
    app.connect("builder-inited", site.begin)
    app.connect("html-collect-pages", site.pages)
    app.connect("html-page-context", site.share_navigation, priority=BEFORE_THE_THEME)
    app.connect("build-finished", site.write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class RegistrySite:
    """What one build of the site makes out of the registry."""

    def __init__(self) -> None:
        """Begin with nothing rendered."""
        self._navigation: dict[str, str] = {}
        self._urls: set[str] = set()

    def begin(self, app: Sphinx) -> None:
        """Collect the pages, and leave out Sphinx's own search, which finds no numbers."""
        if isinstance(app.builder, StandaloneHTMLBuilder):
            app.builder.search = False
        self._pages = Pages(Registry.default(), app.config.html_baseurl, app.builder.get_relative_uri)

    def pages(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the name, the context and the template of every page."""
        for page in self._pages:
            self._urls.add(page.head.url)
            context = {"title": page.head.title, "body": page.body, "toc": page.contents, "head": page.head}
            yield page.address, context, "page.html"

    def share_navigation(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """
        Render the navigation once for all pages of one depth, and name each page's lasting address.

        Pages of the registry stand nowhere in it, so it differs by the way up alone; rendering it anew
        for each makes the build half as long again.
        """
        head = context.get("head")
        if head is None:
            return
        context["pageurl"] = head.url
        render, depth = context["toctree"], context["content_root"]

        def shared(**options: Any) -> str:
            if depth not in self._navigation:
                self._navigation[depth] = render(**options)
            return self._navigation[depth]

        context["toctree"] = shared

    def write_files(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the files beside the pages, and what the front page searches in."""
        if exception is not None:
            return
        written = {self._pages.base + app.builder.get_target_uri(name) for name in app.env.all_docs}
        for name, text in files_of(self._pages, self._urls | written):
            _write(Path(app.outdir, name), text.encode())
        for name, content in search_data(self._pages.registry).items():
            _write(Path(app.outdir, "_static", name), content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
