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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from atlas.models.reference import Reference

STYLES = Path(__file__).parent / "styles"
STYLE_OF_LANGUAGE = {Language.EN: STYLES / "ama-11.csl", Language.ZH: STYLES / "gbt-7714-2025.csl"}
# Count this up when the code below changes what it makes of pandoc's output.
VIEW_VERSION = "1"
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
    return format_all(references, cache, (language,))()[language]


def format_all(
    references: Iterable[Reference], cache: Path, languages: Sequence[Language] = tuple(Language)
) -> Callable[[], dict[Language, dict[str, str]]]:
    """Begin to format references in the styles of several languages; the function returned waits for the entries.

    pandoc runs beside this process, which meanwhile has other work to do.
    """
    items = {reference.id: reference for reference in references}
    store = Cache(cache)
    keys = {language: {key: record_key(item, language) for key, item in items.items()} for language in languages}
    known = {language: store.read("formatted", keys[language].values()) for language in languages}
    missing = {
        language: [items[citekey] for citekey, key in keys[language].items() if key not in known[language]]
        for language in languages
    }
    wait = _start_pandoc(missing)

    def collect() -> dict[Language, dict[str, str]]:
        entries = {}
        for language, fresh in wait().items():
            own = keys[language]
            store.write("formatted", {own[citekey]: html for citekey, html in fresh.items()})
            found = known[language]
            entries[language] = {
                citekey: fresh[citekey] if citekey in fresh else found[key] for citekey, key in own.items()
            }
        return entries

    return collect


def record_key(reference: Reference, language: Language) -> str:
    """Return the cache key of one entry: everything that its HTML depends on."""
    return digest(reference.model_dump_json(exclude={"custom"}), style_version(language))


@functools.cache
def style_version(language: Language) -> str:
    """Return a digest of what all entries of a language depend on: style, this module's version, pandoc."""
    style = STYLE_OF_LANGUAGE[language].read_text(encoding="utf-8")
    return digest(style, VIEW_VERSION, pypandoc.get_pandoc_version())


def _start_pandoc(missing: Mapping[Language, Sequence[Reference]]) -> Callable[[], dict[Language, dict[str, str]]]:
    """Start as many runs at once as there are processors, each for one style and one locale."""
    runs = [
        (language, _pool().submit(_run_pandoc, part, STYLE_OF_LANGUAGE[language], locale))
        for language, references in missing.items()
        for part, locale in _parts(references)
    ]

    def wait() -> dict[Language, dict[str, str]]:
        entries: dict[Language, dict[str, str]] = {language: {} for language in missing}
        for language, run in runs:
            entries[language] |= run.result()
        return entries

    return wait


@functools.cache
def _pool() -> ThreadPoolExecutor:
    """Return the one pool of runs, as wide as the machine."""
    return ThreadPoolExecutor(max_workers=os.cpu_count())


def _parts(references: Sequence[Reference]) -> Iterator[tuple[Sequence[Reference], str]]:
    """Yield what one run of pandoc may hold: references of one locale, not too many."""
    groups: dict[str, list[Reference]] = {}
    for reference in references:
        groups.setdefault(_locale(reference.language), []).append(reference)
    for locale, group in sorted(groups.items()):
        for start in range(0, len(group), RECORDS_PER_RUN):
            yield group[start : start + RECORDS_PER_RUN], locale


def _locale(tag: str) -> str:
    """Return the citeproc locale of a record's language; Chinese in any script is printed with 等."""
    base = tag.split("-", maxsplit=1)[0]
    return {"en": "en-US", "zh": "zh-CN"}.get(base, tag)


def _run_pandoc(references: Sequence[Reference], style: Path, locale: str) -> dict[str, str]:
    """Return the entries of one run; titles reach pandoc as JSON, since in YAML it reads them as Markdown."""
    command = [
        pypandoc.get_pandoc_path(),
        *("--from=csljson", "--to=html", "--wrap=none", "--citeproc"),
        *(f"--csl={style}", f"--metadata=lang:{locale}"),
    ]
    data = json.dumps([pandoc_item(reference) for reference in references], ensure_ascii=False)
    result = subprocess.run(command, input=data.encode(), capture_output=True, check=False)
    if result.returncode != 0:
        raise PandocError(result.stderr.decode(errors="replace").strip())
    entries = {match[1]: _safe(match[2]) for match in ENTRY.finditer(result.stdout.decode())}
    lost = [reference.id for reference in references if reference.id not in entries]
    if lost:
        raise PandocError(f"pandoc printed no entry for {', '.join(lost[:5])}")
    return entries


def _safe(html: str) -> str:
    """Keep the tags of the allow-list, drop all others, and print the stand-ins as angle brackets."""
    kept = TAG.sub(lambda tag: tag.group() if ALLOWED_TAG.fullmatch(tag.group()) else "", html)
    return kept.replace(LESS, "&lt;").replace(GREATER, "&gt;").strip()
