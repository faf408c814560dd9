"""Add the files that programs read: headers for hosts, and the records as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from atlas.languages import Language
from atlas.publishing.policy import headers_file
from atlas.render.api import api_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from atlas.publishing.edition import Edition
    from atlas.sources.library import Library

Written = frozenset[tuple[Language, str]]
# Made once for both languages, and in the edit loop only when a record changes or a page is added.
_made: list[tuple[Library, Written, dict[str, str]]] = []


def add_files(files: Files, config: MkDocsConfig, edition: Edition) -> Files:
    """Publish what belongs to no language, so that both find it when their links are checked."""
    for uri, text in {"_headers": headers_file(), **_data(edition)}.items():
        files.append(File.generated(config, uri, content=text))
    return files


def _data(edition: Edition) -> dict[str, str]:
    written = _written(edition)
    if not _made or _made[0][0] is not edition.library or _made[0][1] != written:
        texts = api_files(edition.library, lambda language, path: (language, path) in written)
        _made[:] = [(edition.library, written, texts)]
    return _made[0][2]


def _written(edition: Edition) -> Written:
    """Return which topics have a page in which language."""
    pairs = ((language, path) for language in Language for path in edition.topics)
    return frozenset(pair for pair in pairs if (edition.docs / pair[0] / f"{pair[1]}.md").is_file())
