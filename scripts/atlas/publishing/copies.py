"""Finish a built site: what readers keep of it, and how others can copy and check it.

Nothing of this is made in the edit loop, where pages are rebuilt one by one and nobody copies them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.publishing import asides, assets
from atlas.publishing.search import BUNDLE, language_of, root_of, telephone_line
from atlas.render import archive
from atlas.render.packs import DIGITS, FOLDER, offer, pack_language
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from atlas.publishing.edition import Edition

WORKER = "sw.js"
FALLBACK = "offline.html"
FALLBACK_VERSION = 'FALLBACK_VERSION = "draft"'
PLACE = '<p data-crisis="{}"></p>'
FORMAT = 1
# Of the search index: each language's own files carry its tag; the rest serves both.
INDEXED = re.compile(r"(?:^|[./])(en|zh-cn)_|^names-(en|zh)\.json$")
ENGINE = re.compile(r"^wasm\.(.+)\.pagefind$")


def after_build(config: MkDocsConfig, edition: Edition, serving: bool) -> None:
    """Write what stands on the whole site, once its last language is built and indexed."""
    if serving or edition.language is not list(Language)[-1]:
        return
    site = root_of(Path(config.site_dir))
    _finish_fallback(site)
    _write_worker(site, edition.docs)
    _pack_sitemap(site)
    files = read_site(site)
    write_packs(site, files)
    (site / archive.NAME).write_bytes(archive.archive(files))
    (site / archive.CHECKSUMS).unlink()
    (site / archive.CHECKSUMS).write_text(archive.checksums(read_site(site)), encoding="utf-8")


def read_site(site: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _pack_sitemap(site: Path) -> None:
    """Pack the sitemap again: MkDocs writes the time into it, and every copy would differ."""
    (site / "sitemap.xml.gz").write_bytes(gzip.compress((site / "sitemap.xml").read_bytes(), mtime=0))


def _finish_fallback(site: Path) -> None:
    """Print the telephone numbers of the crisis pages on the page for readers without a connection."""
    page = site / FALLBACK
    text = read_text(page)
    for language in Language:
        text = text.replace(PLACE.format(language), telephone_line(site, language))
    page.write_text(text, encoding="utf-8")


def _write_worker(site: Path, docs: Path) -> None:
    """Publish the service worker at the root, the only place from which it may answer for every page."""
    fingerprint = hashlib.sha256((site / FALLBACK).read_bytes()).hexdigest()[:DIGITS]
    text = read_text(docs / assets.WORKER)
    (site / WORKER).write_text(
        text.replace(FALLBACK_VERSION, FALLBACK_VERSION.replace("draft", fingerprint)), encoding="utf-8"
    )


def write_packs(site: Path, files: Mapping[str, bytes]) -> None:
    """Write the packs of each language, and the list that tells readers of them."""
    offers = {}
    engines = json.loads(files[f"{BUNDLE}/pagefind-entry.json"])["languages"]
    for language in Language:
        engine = engines.get(language.tag.lower(), {}).get("wasm") or "unknown"
        wanted = {path: data for path, data in files.items() if _belongs(path, data, language, engine)}
        packs = pack_language(language, wanted)
        shutil.rmtree(site / FOLDER / language, ignore_errors=True)
        (site / FOLDER / language).mkdir(parents=True, exist_ok=True)
        for pack in packs:
            (site / pack.path).write_bytes(pack.packed)
        offers[language.value] = offer(packs)
    text = json.dumps({"format": FORMAT, "languages": offers}, separators=(",", ":"))
    (site / FOLDER / "index.json").write_text(text, encoding="utf-8")


def _belongs(path: str, data: bytes, language: Language, engine: str) -> bool:
    """Tell whether a file is part of a language read offline: its pages, its search, and what both share."""
    if path.endswith("index.html"):
        return language_of(path.removesuffix("index.html")) is language and b"<article" in data
    if path.endswith(f"/{asides.FILE}"):
        return language_of(path.removesuffix(asides.FILE)) is language
    if path.startswith(f"{BUNDLE}/"):
        return _is_searched(path.removeprefix(f"{BUNDLE}/"), language, engine)
    return path.startswith("assets/")


def _is_searched(name: str, language: Language, engine: str) -> bool:
    if match := ENGINE.match(name):
        return match[1] == engine
    match = INDEXED.search(name)
    return not match or (match[1] or match[2]) in {language.tag.lower(), language.value}
