"""The edit loop of `mkdocs serve --dirty`: rebuild only what an edit touches, and survive broken files.

Plain `mkdocs serve` watches its own output of generated pages and rebuilds the whole site twice for an edit.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlas.languages import Language
from atlas.models.vocabulary import Kind
from atlas.problem import ProblemsFoundError
from atlas.publishing import search
from atlas.publishing.edition import read_library
from atlas.publishing.error_page import error_page
from atlas.publishing.staleness import stale_pages
from atlas.sources.pages import GENERATED_PAGES
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from atlas.sources.library import Library

SCRIPTS = Path(__file__).parents[2]
DIRTY_WARNING = "A 'dirty' build is being performed"

# What MkDocs's own error says nothing of: it prints the reason and raises a bare "Aborted".
_reasons: list[Exception] = []
_commands: list[str] = []


def quieten() -> None:
    """Silence MkDocs's warning about `--dirty`: what it warns of, the loop takes care of."""
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: DIRTY_WARNING not in record.getMessage())


def remember_command(command: str) -> None:
    """Keep MkDocs's command for the process."""
    _commands[:] = [command]


def is_serving() -> bool:
    """Tell whether pages are for the edit loop."""
    return _commands == ["serve"]


def remember(error: Exception) -> None:
    """Keep the reason for which a build stopped."""
    _reasons[:] = [error]


def prepare(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Watch what people write, and put the loop between the server and MkDocs."""
    docs, root = Path(config.docs_dir), Path(config.config_file_path or ".").resolve().parent
    server.unwatch(str(docs))
    for path in _hand_written(docs, root):
        server.watch(str(path))
    loop = EditLoop(server.builder, docs, root, Path(config.site_dir))
    server.builder = loop.build
    server.set_app(_with_error_page(server, loop))
    return server


def _hand_written(docs: Path, root: Path) -> Iterable[Path]:
    """Yield the folders and files that people edit; what a build writes would start the next one."""
    for language in Language:
        yield from (docs / language / kind.folder for kind in Kind if (docs / language / kind.folder).is_dir())
        pages = sorted((docs / language).glob("*.md"))
        yield from (page for page in pages if page.stem not in GENERATED_PAGES)
    yield from (docs / "data", docs / "assets", root / "overrides", SCRIPTS)


class EditLoop:
    """Build again after an edit; keep the error of the last build for the browser."""

    def __init__(self, builder: Callable[[], None], docs: Path, root: Path, site: Path) -> None:
        self.error: BaseException | None = None
        self._builder = builder
        self._docs = docs
        self._root = root
        self._site = site
        self._library = read_library(docs / "data")
        self._code = _state(SCRIPTS, "*.py")
        self._frame = _state(root / "overrides", "*")

    def build(self) -> None:
        """Delete what the edit made stale, then let MkDocs build what is missing or older than its source."""
        self._restart_if_code_changed()
        _reasons.clear()
        try:
            self._forget_stale_pages()
            self._builder()
            self.error = None
        except (Exception, SystemExit) as error:
            self.error = _reasons[0] if _reasons else error

    def _restart_if_code_changed(self) -> None:
        """Start the process anew, since Python keeps the modules that it has loaded."""
        if _state(SCRIPTS, "*.py") != self._code:
            shutil.rmtree(self._site, ignore_errors=True)
            os.execv(sys.executable, sys.orig_argv)

    def _forget_stale_pages(self) -> None:
        """Delete the outputs of pages that show a changed record; a change of the frame concerns all."""
        library, frame = read_library(self._docs / "data"), _state(self._root / "overrides", "*")
        for output in self._stale_outputs(library, frame):
            output.unlink(missing_ok=True)
        self._library, self._frame = library, frame

    def _stale_outputs(self, library: Library, frame: dict[str, int]) -> Iterable[Path]:
        if frame != self._frame:
            return list(self._site.rglob("*.html"))
        if library is self._library:
            return []
        stale = stale_pages(self._library, library, self._texts(library))
        if stale is None:
            return list(self._site.rglob("*.html"))
        folders = [self._site / language.prefix for language in Language]
        return [folder / path.removesuffix("index") / "index.html" for folder in folders for path in stale]

    def _texts(self, library: Library) -> dict[str, str]:
        """Return what is typed of each topic and of the other hand-written pages."""
        texts = {topic.path: topic.model_dump_json() for topic in library.topics.values()}
        for folder in (self._docs / language for language in Language):
            for pages in (folder, *(folder / kind.folder for kind in Kind)):
                for file in pages.glob("*.md"):
                    path = file.relative_to(folder).with_suffix("").as_posix()
                    texts[path] = texts.get(path, "") + _readable(file)
        return texts


def _readable(file: Path) -> str:
    """Return a page's text; a broken one is rebuilt in any case, and the build says what is wrong."""
    try:
        return read_text(file)
    except ProblemsFoundError:
        return ""


def _state(folder: Path, pattern: str) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob(pattern) if path.is_file()}


def _with_error_page(server: LiveReloadServer, loop: EditLoop) -> Callable[..., Iterable[bytes]]:
    """Answer requests for pages with the error, as long as there is one; the browser goes on waiting for news."""
    # MkDocs has no public way to add its reload script or to wait for a build under way.
    with_reload: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if f"/{search.BUNDLE}/" in environ["PATH_INFO"]:
            search.index_if_due()
        if not environ["PATH_INFO"].endswith(("/", ".html")):
            return server.serve_request(environ, start_response)
        with server._epoch_cond:
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
        if loop.error is None:
            return server.serve_request(environ, start_response)
        body = with_reload(error_page(loop.error).encode(), server._visible_epoch)
        start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
        return [body]

    return answer
