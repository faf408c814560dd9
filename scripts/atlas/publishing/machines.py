"""Add the files that programs read: headers for hosts, the records as data, feeds, llms.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from atlas.languages import Language
from atlas.publishing.policy import headers_file
from atlas.publishing.previews import card_files
from atlas.publishing.redirects import redirect_files
from atlas.render import archive
from atlas.render.api import api_files
from atlas.render.feed import atom_feed, llms_text

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from atlas.publishing.edition import Edition
    from atlas.sources.library import Library

# Made from the whole site, when it is there; until then their places are kept, so that links to them hold.
LATER = {archive.NAME: "", archive.CHECKSUMS: ""}
Written = frozenset[tuple[Language, str]]
# Made once for both languages, and in the edit loop only when a record changes or a page is added.
_made: list[tuple[Library, Written, dict[str, str]]] = []


def add_files(files: Files, config: MkDocsConfig, edition: Edition, cache: Path) -> Files:
    """Publish what belongs to no language, so that both find it when their links are checked."""
    redirects = redirect_files(edition.docs / "data")
    texts = {"_headers": headers_file(), **_texts(edition, config.site_url or "/"), **redirects, **LATER}
    for uri, text in texts.items():
        files.append(File.generated(config, uri, content=text))
    for uri, picture in card_files(edition, cache).items():
        files.append(File.generated(config, uri, content=picture))
    return files


def _texts(edition: Edition, site_url: str) -> dict[str, str]:
    written = _written(edition)
    if not _made or _made[0][0] is not edition.library or _made[0][1] != written:
        data = api_files(edition.library, lambda language, path: (language, path) in written)
        _made[:] = [(edition.library, written, {**data, **_news(edition, written, site_url)})]
    return _made[0][2]


def _news(edition: Edition, written: Written, site_url: str) -> dict[str, str]:
    library = edition.library
    topics = {
        language: [topic for path, topic in sorted(edition.topics.items()) if (language, path) in written]
        for language in Language
    }
    feeds = {
        f"{language.prefix}feed.xml": atom_feed(library, topics[language], language, site_url)
        for language in Language
    }
    return {**feeds, "llms.txt": llms_text(library, topics, site_url)}


def _written(edition: Edition) -> Written:
    """Return which topics have a page in which language."""
    pairs = ((language, path) for language in Language for path in edition.topics)
    return frozenset(pair for pair in pairs if (edition.docs / pair[0] / f"{pair[1]}.md").is_file())
