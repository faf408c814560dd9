"""Hold pages to the glossary: one Chinese name for a term, no disallowed form, no abbreviation unexplained.

A form within quotation marks or brackets is mentioned, not used: “忧郁症” may be named as a word of other regions.
A disallowed form inside a longer name that is allowed is no finding, nor is one that another term prints.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.problem import Problem, Severity
from atlas.sources.passages import Passage, page_passages, passages
from atlas.sources.word_list import read_word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atlas.models.glossary import Term
    from atlas.sources.library import Library
    from atlas.sources.pages import Page, Site

MENTIONED = re.compile(r"“[^“”]*”|（[^（）]*）|《[^《》]*》")
ABBREVIATION = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{2,7}(?=s?(?![A-Za-z0-9]))(?!-\d)")
# A tolerated form this short is mostly a part of ordinary words, such as 压力.
SHORTEST_FORM = 3


def any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of all forms, longest first, so that a longer name hides what stands inside it."""
    return re.compile("|".join(re.escape(form) for form in sorted(set(forms), key=len, reverse=True)) or r"(?!)")


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _is_inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


def check_disallowed_forms(site: Site) -> Iterator[Problem]:
    """Find forms that are obsolete, wrong, or of another region."""
    terms = list(site.library.glossary.values())
    printed = {form for term in terms for form in (term.zh, *term.alias_zh, *term.plain_zh)} | _names(site.library)
    expected = {form: term for term in terms for form in term.avoid_zh if form not in printed}
    disallowed, allowed = any_of(expected), any_of(printed)
    for passage in passages(site, Language.ZH):
        hidden = [*_spans(allowed, passage.text), *_spans(MENTIONED, passage.text)]
        for match in disallowed.finditer(passage.text):
            if not _is_inside(match, hidden):
                term = expected[match.group()]
                message = f"found {match.group()}, expected {term.zh} ({term.en})"
                yield Problem(passage.place(match.start()), "term-disallowed", message)


def _names(library: Library) -> set[str]:
    names = {entity.name.zh for entity in library.entities.values()}
    names |= {topic.name.zh for topic in library.topics.values()}
    return names | {topic.name.zh for topic in library.planned.values()}


def check_one_name(site: Site) -> Iterator[Problem]:
    """Find tolerated forms in print: an error beside the glossary's form on the same page, else a warning."""
    for page in site.pages[Language.ZH].values():
        parts = list(page_passages(page))
        text = "\n".join(part.text for part in parts)
        for term in site.library.glossary.values():
            forms = [form for form in term.alias_zh if len(form) >= SHORTEST_FORM and form in text]
            if forms:
                yield from _other_names(site, parts, term, forms, both=_without(text, forms).count(term.zh) > 0)


def _without(text: str, forms: list[str]) -> str:
    return any_of(forms).sub("", text)


def _other_names(
    site: Site, parts: list[Passage], term: Term, forms: list[str], *, both: bool
) -> Iterator[Problem]:
    longer = any_of({name for name in _all_names(site.library) if any(form in name for form in forms)} - {*forms})
    for part in parts:
        hidden = [*_spans(longer, part.text), *_spans(MENTIONED, part.text)]
        for match in any_of(forms).finditer(part.text):
            if not _is_inside(match, hidden):
                beside = ", which the page prints as well" if both else ""
                message = f"found {match.group()}, expected {term.zh}{beside} ({term.en})"
                severity = Severity.ERROR if both else Severity.WARNING
                yield Problem(part.place(match.start()), "term-two-names", message, severity)


def _all_names(library: Library) -> set[str]:
    terms = library.glossary.values()
    return {form for term in terms for form in (term.zh, *term.alias_zh, *term.plain_zh)} | _names(library)


def check_abbreviations(site: Site) -> Iterator[Problem]:
    """Find abbreviations that a page uses before it says what they stand for.

    A warning if the glossary defines the abbreviation, since the page then shows its names on hover and focus.
    """
    universal = read_word_list(site.library.data / "universal-abbreviations.txt")
    for language in Language:
        full_names = _full_names(site.library, language)
        for page in site.pages[language].values():
            yield from _unexplained(site, page, full_names, universal)


def _full_names(library: Library, language: Language) -> dict[str, set[str]]:
    """Return the names that explain each abbreviation of the glossary and of the entities."""
    found: dict[str, set[str]] = {}
    for term in library.glossary.values():
        names = (term.en, *term.alias_en) if language is Language.EN else (term.zh, *term.alias_zh, *term.plain_zh)
        found.setdefault(term.abbr or "", set()).update(name.lower() for name in names)
    for entity in library.entities.values():
        found.setdefault(entity.abbr or "", set()).add(entity.name[language].lower())
    return found


def _unexplained(
    site: Site, page: Page, full_names: dict[str, set[str]], universal: frozenset[str]
) -> Iterator[Problem]:
    parts = list(page_passages(page))
    told = _told_by_record(site.library, page)
    defined = {term.abbr for term in site.library.glossary.values() if term.definition}
    read_so_far = ""
    alone = {part.text.strip(" *`") for part in parts}  # a cell or item that lists the abbreviation itself
    for part in parts:
        read_so_far += "\n" + part.text.lower()
        for match in ABBREVIATION.finditer(part.text):
            short = match.group()
            if short in told or short.lower() in universal:
                continue
            told.add(short)
            explained = short in alone or _stands_beside_its_name(short, part.text)
            if not explained and not any(name in read_so_far for name in full_names.get(short, ())):
                message = (
                    f"found {short} before it is explained, expected its full name with ({short}) at first use"
                )
                severity = Severity.WARNING if short in defined else Severity.ERROR
                yield Problem(part.place(match.start()), "term-unexplained", message, severity)


def _told_by_record(library: Library, page: Page) -> set[str]:
    """Return the abbreviations that the page's own header explains."""
    topic = library.topics.get(page.slug)
    names = [topic.name.en, topic.name.zh] if topic else []
    return {match.group() for name in names for match in ABBREVIATION.finditer(name)}


def _stands_beside_its_name(short: str, text: str) -> bool:
    """Tell whether brackets next to the abbreviation hold its name, or hold it next to its name."""
    return (
        re.search(
            rf"[(（][^()（）]*(?<![A-Za-z]){short}(?!\w*[A-Z])|(?<![A-Za-z]){short}s?(?:[ ]?[(（]|[，,] )", text
        )
        is not None
    )
