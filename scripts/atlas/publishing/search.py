"""Index the built site for search, one index a language, and write the names that the dialog matches itself.

Pagefind reads lean copies of the articles: without lists of references, which would make every page match every
author, and without the frame. Nothing is added to the pages, and readers load nothing before they search.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from atlas.languages import Language
from atlas.models.vocabulary import Certainty, Support
from atlas.render.search_names import NameList
from atlas.sources.search_names import load_search_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from atlas.publishing.edition import Edition
    from atlas.sources.library import Library

BUNDLE = "pagefind"
CRISIS = "guide/crisis-help"
# Lists of everything match every word; the glossary and the site's own pages are found by their names.
LISTS = re.compile(
    r"^(?:status|guide/(?:glossary|disputed-claims|evidence-grids|mechanism-therapy-map)|references(?:/by-[a-z]+)?|)/?$"
)
EXCLUDED = [
    ".atlas-bibliography",
    ".term-definitions",
    ".citations",
    ".headerlink",
    ".parity-notice",
    ".kicker",
    ".atlas-history",
    ".atlas-relations",
    ".atlas-grid",
    "svg",
]
# What Pagefind writes for other dialogs than ours.
UNUSED = ("*ui*", "pagefind-highlight.js", "pagefind-worker.js")
TAG = re.compile(r"<[^>]+>")
TELEPHONE = re.compile(r'<p>(?:(?!</p>).)*href="tel:.*?</p>', re.DOTALL)
LINK = re.compile(r'<a [^>]*href="(tel:[^"]+)"[^>]*>(.*?)</a>')
# Which built site waits for its index: the edit loop makes it only when someone searches.
_due: list[tuple[Path, Edition]] = []


def after_build(config: MkDocsConfig, edition: Edition, serving: bool) -> None:
    """Index the site once its last language is built; in the edit loop, only note that it is due."""
    if edition.language is not list(Language)[-1]:
        return
    _due[:] = [(Path(config.site_dir), edition)]
    if not serving:
        index_if_due()


def index_if_due() -> None:
    """Index the site if it was built since the last time."""
    while _due:
        site, edition = _due.pop()
        _index(root_of(site), edition)


def root_of(site: Path) -> Path:
    """Return the folder of the whole site; static-i18n builds the second language into a folder of the first's."""
    return site.parent if site.name in {language.prefix.rstrip("/") for language in Language} else site


def _index(site: Path, edition: Edition) -> None:
    articles = dict(_articles(site))
    bundle = site / BUNDLE
    shutil.rmtree(bundle, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        _write_copies(Path(folder), articles)
        _run_pagefind(Path(folder), bundle)
    for pattern in UNUSED:
        for file in bundle.glob(pattern):
            file.unlink()
    _sort_entry(bundle / "pagefind-entry.json")
    ids = _ids(bundle, edition.library)
    more = load_search_names(edition.library.data / "search.yaml", edition.library)
    for language in Language:
        texts = _texts(articles, language, edition.library)
        names = NameList(edition.library, language, texts, more).render()
        for topic in names["topics"]:
            topic["id"] = ids.get(language.prefix + topic.get("path", "?"), "")
        names |= {"words": _words(edition.library, language), "crisis": _crisis(articles, language)}
        text = json.dumps(names, ensure_ascii=False, separators=(",", ":"))
        (bundle / f"names-{language}.json").write_text(text, encoding="utf-8")


def _articles(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the article of each built page that is to be found."""
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        own = _in_language(path)[1]
        if LISTS.match(own) and not own.startswith("guide/"):
            continue
        text = file.read_text(encoding="utf-8")
        start, end = text.find("<article"), text.rfind("</article>")
        if 0 <= start < end:
            yield path, text[start:end] + "</article>"


def _in_language(path: str) -> tuple[Language, str]:
    prefix = Language.ZH.prefix.rstrip("/")
    if path == prefix or path.startswith(f"{prefix}/"):
        return Language.ZH, path.removeprefix(prefix).removeprefix("/")
    return Language.EN, "" if path == "." else path


def _write_copies(folder: Path, articles: dict[str, str]) -> None:
    for path, article in articles.items():
        language, own = _in_language(path)
        if LISTS.match(own):
            continue
        file = folder / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'<!doctype html><html lang="{language.tag}"><body>{article}</body></html>', encoding="utf-8"
        )


def _run_pagefind(folder: Path, bundle: Path) -> None:
    """Run Pagefind as a program: its Python service ends before its last file is whole."""
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(bundle)]
    done = subprocess.run(
        [*command, "--exclude-selectors", ", ".join(EXCLUDED), "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PluginError(f"Pagefind could not index the site:\n{done.stdout}{done.stderr}")


def _sort_entry(file: Path) -> None:
    """Name the languages in one order: Pagefind's differs from run to run, and so would every copy of the site."""
    entry = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")


def _ids(bundle: Path, library: Library) -> dict[str, str]:
    """Return Pagefind's name of each topic's page, so that the dialog can rank results before it loads them."""
    paths = {f"{language.prefix}{topic.path}" for topic in library.topics.values() for language in Language}
    found = {}
    for file in (bundle / "fragment").iterdir():
        with gzip.open(file) as stream:
            start = stream.read(300).decode(errors="ignore")
        match = re.search(r'"url":"/([^"]*?)/?"', start)
        if match and match.group(1) in paths:
            found[match.group(1)] = file.stem
    return found


def _texts(articles: dict[str, str], language: Language, library: Library) -> dict[str, str]:
    paths = {language.prefix + topic.path: topic.path for topic in library.topics.values()}
    return {paths[path]: _plain(article) for path, article in articles.items() if path in paths}


def _plain(article: str) -> str:
    """Return an article's words, without its references."""
    return html.unescape(TAG.sub("", article.split('class="bibliography"', maxsplit=1)[0]))


def language_of(path: str) -> Language:
    """Return the language of a page, given its path from the site's root."""
    return _in_language(path.rstrip("/") or ".")[0]


def telephone_line(site: Path, language: Language) -> str:
    """Return the crisis page's first paragraph with numbers, as HTML."""
    page = site / language.prefix / CRISIS / "index.html"
    found = TELEPHONE.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    return found.group() if found else ""


def _words(library: Library, language: Language) -> dict[str, str]:
    """Return what the dialog says, with the names of the grades."""
    words = {key: text[language] for key, text in library.words.families.get("search", {}).items()}
    grades = {str(grade): library.words("certainty", grade, language) for grade in Certainty}
    return (
        words | grades | {str(grade): f"{grade} {library.words('support', grade, language)}" for grade in Support}
    )


def _crisis(articles: dict[str, str], language: Language) -> list[list[Any]]:
    """Return the telephone numbers as the crisis page's first paragraph with numbers gives them."""
    paragraph = TELEPHONE.search(articles.get(language.prefix + CRISIS, ""))
    if not paragraph:
        return []
    parts, end = [], 0
    text = paragraph.group()
    for link in LINK.finditer(text):
        parts += [
            [html.unescape(TAG.sub("", text[end : link.start()]))],
            [TAG.sub("", link.group(2)), link.group(1)],
        ]
        end = link.end()
    return parts
