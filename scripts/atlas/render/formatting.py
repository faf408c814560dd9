"""Format references: AMA 11 for English pages, GB/T 7714-2025 for Chinese pages, by pandoc's citeproc.

Each item is formatted in the locale of its own language, because CSL styles know one locale a run and a
bibliography holds both. Entries carry no number, so each depends on its record alone and is cached alone.
"""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc  # type: ignore[import-untyped]  # ships no types

from atlas.languages import Language
from atlas.render.csl_json import GREATER, LESS, pandoc_item
from atlas.sources.cache import Cache, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from concurrent.futures import Future

    from atlas.models.reference import Reference

STYLES = Path(__file__).parent / "styles"
STYLE_OF_LANGUAGE = {Language.EN: STYLES / "ama-11.csl", Language.ZH: STYLES / "gbt-7714-2025.csl"}
# Count this up when the code below changes what it makes of pandoc's output.
VIEW_VERSION = "1"
# A large nursery spares pandoc (Haskell) an eighth of its time, which it else spends on tidying up; for 40 MB more.
RUNTIME = ("+RTS", "-A64m", "-RTS")
# Enough records a run to make pandoc's start cheap, few enough to use every processor.
RECORDS_PER_RUN = 1000

ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry" role="listitem">\n(.*?)\n</div>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ALLOWED_TAG = re.compile(r'</?(?:em|strong|sup|sub)>|<a href="https?://[^"]*">|</a>')


class PandocError(Exception):
    """Say that pandoc itself failed; a record's faults are found before it runs."""


def format_references(references: Iterable[Reference], language: Language, cache: Path) -> dict[str, str]:
    """Return each reference's entry as safe inline HTML by its citekey, in the style of a page's language.

    `cache` is the folder of the cache file, usually `.cache/`.
    """
    formatter = Formatter(cache, (language,))
    wanted = list(references)
    formatter.add(wanted)
    formatter.start_rest()
    return {reference.id: formatter.entry(reference.id, language) for reference in wanted}


class Formatter:
    """Format references in the styles of several languages, beside the caller's own work.

    pandoc begins as soon as there are enough references of one locale for a run; `entry` waits for its run alone.
    """

    def __init__(self, cache: Path, languages: Sequence[Language] = tuple(Language)) -> None:
        self._store = Cache(cache)
        self._entries: dict[Language, dict[str, str]] = {language: {} for language in languages}
        self._keys: dict[Language, dict[str, str]] = {language: {} for language in languages}
        self._waiting: dict[tuple[Language, str], list[Reference]] = {}
        self._runs: list[tuple[Language, Future[dict[str, str]]]] = []
        self._run_of: dict[tuple[Language, str], int] = {}
        self._items: dict[str, str] = {}

    def add(self, references: Collection[Reference]) -> None:
        """Take references; those that the cache knows cost no run."""
        texts = {reference.id: reference.model_dump_json(exclude={"custom"}) for reference in references}
        for language in self._entries:
            keys = {citekey: record_key(text, language) for citekey, text in texts.items()}
            known = self._store.read("formatted", keys.values())
            self._entries[language] |= {citekey: known[key] for citekey, key in keys.items() if key in known}
            self._keys[language] |= keys
        for reference in references:
            for language, entries in self._entries.items():
                if reference.id not in entries:
                    self._queue(reference, language)

    def start_rest(self) -> None:
        """Start the runs that are not full; nothing more will be added."""
        for (language, locale), waiting in sorted(self._waiting.items()):
            if waiting:
                self._start(waiting, language, locale)
        self._waiting.clear()

    def turn(self, citekey: str) -> int:
        """Return when an entry will be there in all styles, as a number that orders entries."""
        return max(self._run_of.get((language, citekey), -1) for language in self._entries)

    def entry(self, citekey: str, language: Language) -> str:
        """Return an entry as safe inline HTML, once its run has ended; raise `PandocError` if that failed."""
        entries = self._entries[language]
        if citekey not in entries:
            _, run = self._runs[self._run_of[language, citekey]]
            fresh = run.result()
            self._store.write("formatted", {self._keys[language][key]: html for key, html in fresh.items()})
            entries |= fresh
        return entries[citekey]

    def _queue(self, reference: Reference, language: Language) -> None:
        locale = _locale(reference.language)
        waiting = self._waiting.setdefault((language, locale), [])
        waiting.append(reference)
        if len(waiting) == RECORDS_PER_RUN:
            self._start(waiting, language, locale)
            self._waiting[language, locale] = []

    def _start(self, references: Sequence[Reference], language: Language, locale: str) -> None:
        self._run_of |= {(language, reference.id): len(self._runs) for reference in references}
        # Both styles are given the same items.
        for reference in references:
            if reference.id not in self._items:
                self._items[reference.id] = json.dumps(pandoc_item(reference), ensure_ascii=False)
        items = {reference.id: self._items[reference.id] for reference in references}
        self._runs.append((language, _pool().submit(_run_pandoc, items, STYLE_OF_LANGUAGE[language], locale)))


def record_key(text: str, language: Language) -> str:
    """Return the cache key of one entry, everything that its HTML depends on: the record's text and the style."""
    return digest(text, style_version(language))


@functools.cache
def style_version(language: Language) -> str:
    """Return a digest of what all entries of a language depend on: style, this module's version, pandoc."""
    style = STYLE_OF_LANGUAGE[language].read_text(encoding="utf-8")
    return digest(style, VIEW_VERSION, pypandoc.get_pandoc_version())


@functools.cache
def _pool() -> ThreadPoolExecutor:
    """Return the one pool of runs, which leaves a processor to this process."""
    return ThreadPoolExecutor(max_workers=max(1, (os.cpu_count() or 1) - 1))


def _locale(tag: str) -> str:
    """Return the citeproc locale of a record's language; Chinese in any script is printed with 等."""
    base = tag.split("-", maxsplit=1)[0]
    return {"en": "en-US", "zh": "zh-CN"}.get(base, tag)


def _run_pandoc(items: Mapping[str, str], style: Path, locale: str) -> dict[str, str]:
    """Return the entries of one run; titles reach pandoc as JSON, since in YAML it reads them as Markdown."""
    command = [
        pypandoc.get_pandoc_path(),
        *("--from=csljson", "--to=html", "--wrap=none", "--citeproc"),
        *(f"--csl={style}", f"--metadata=lang:{locale}"),
        *RUNTIME,
    ]
    data = f"[{','.join(items.values())}]"
    result = subprocess.run(command, input=data.encode(), capture_output=True, check=False)
    if result.returncode != 0:
        raise PandocError(result.stderr.decode(errors="replace").strip())
    entries = {match[1]: _safe(match[2]) for match in ENTRY.finditer(result.stdout.decode())}
    lost = [citekey for citekey in items if citekey not in entries]
    if lost:
        raise PandocError(f"pandoc printed no entry for {', '.join(lost[:5])}")
    return entries


def _safe(html: str) -> str:
    """Keep the tags of the allow-list, drop all others, and print the stand-ins as angle brackets."""
    kept = TAG.sub(lambda tag: tag.group() if ALLOWED_TAG.fullmatch(tag.group()) else "", html)
    return kept.replace(LESS, "&lt;").replace(GREATER, "&gt;").strip()
