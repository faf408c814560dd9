"""Prove that a page and its twin have the same headings; `pairs` goes on with what stands under each.

A difference is an error, unless the checker's memory shows that only one side has changed since both were level:
then the other side is behind, which is a warning here and a dated notice on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.problem import Problem, Severity
from atlas.sources.levels import ORDER, TOP, SectionState, section_states
from atlas.sources.pages import page_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.outline import Section
    from atlas.sources.pages import Page, Site

LANGUAGE_NAMES = {Language.EN: "English", Language.ZH: "Chinese"}


@dataclass(frozen=True)
class Twins:
    """Hold the two pages of one path and how each section stands."""

    pages: dict[Language, Page]
    states: dict[str, SectionState]

    def __getitem__(self, language: Language) -> Page:
        return self.pages[language]

    def severity(self, section: str) -> Severity:
        """Return how grave a difference is in a section whose other side may know that it is behind."""
        state = self.states[section or TOP].state
        return Severity.ERROR if state.lagging is None else Severity.WARNING


def twins_of(site: Site) -> Iterator[Twins]:
    """Return every path that has a page in both languages."""
    for path, english, chinese in site.pairs():
        if english is not None and chinese is not None:
            states = section_states(site.levels.get(path), english.outline, chinese.outline)
            yield Twins({Language.EN: english, Language.ZH: chinese}, states)


def check_twins(site: Site) -> Iterator[Problem]:
    """Find pages that exist in one language only."""
    for path, english, chinese in site.pairs():
        page = english or chinese
        if page is not None and (english is None or chinese is None):
            message = f"found no {page_name(path, page.language.twin)}, expected the page in both languages"
            yield Problem(page.position(1), "parity-twin", message)


def check_heading_ids(site: Site) -> Iterator[Problem]:
    """Find headings that cannot be matched across languages: without an id of their own, or with a used one."""
    for pages in site.pages.values():
        for page in pages.values():
            seen: dict[str, int] = {}
            for section in page.outline.sections:
                if section.level and not section.id:
                    message = f"heading {section.title!r} has no id, expected one such as {{#in-plain-words}}"
                    yield Problem(page.position(section.line), "heading-id", message)
                elif section.id in seen:
                    message = f"found id #{section.id} a second time; first at line {seen[section.id]}"
                    yield Problem(page.position(section.line), "heading-id", message)
                seen.setdefault(section.id, section.line)


def check_outline(site: Site) -> Iterator[Problem]:
    """Find sections that stand on one side only, elsewhere, or on another level."""
    for twins in twins_of(site):
        for language in Language:
            yield from _missing_sections(twins, language)
        yield from _moved_sections(twins)
        for key, section in twins[Language.EN].outline.by_id.items():
            other = twins[Language.ZH].outline.by_id.get(key)
            if other is not None and section.level != other.level:
                where = at(twins, Language.ZH, other.line)
                message = f"#{key} has level {section.level} here and {other.level} at {where}"
                yield _outline_problem(twins, Language.EN, section, message)


def at(twins: Twins, language: Language, line: int) -> str:
    """Return a place in a page as findings print it."""
    return f"{twins[language].name}:{line}"


def _outline_problem(twins: Twins, language: Language, section: Section, message: str, key: str = ORDER) -> Problem:
    position = twins[language].position(section.line)
    return Problem(position, "parity-heading", message, twins.severity(key))


def _missing_sections(twins: Twins, language: Language) -> Iterator[Problem]:
    twin = twins[language.twin]
    for key, section in twins[language].outline.by_id.items():
        if key and key not in twin.outline.by_id:
            message = f"#{key} stands in {LANGUAGE_NAMES[language]} only; {twin.name} has no such section"
            yield _outline_problem(twins, language, section, message, key)


def _moved_sections(twins: Twins) -> Iterator[Problem]:
    """Name each section whose order differs, by what it follows on each side."""
    keys = {
        language: [s.id for s in twins[language].outline.sections if s.id in twins[language.twin].outline.by_id]
        for language in Language
    }
    english, chinese = keys[Language.EN], keys[Language.ZH]
    stay = _longest_common(english, chinese)
    for key in english:
        if key in stay or not key:
            continue
        before = {side: _before(keys[side], key) for side in Language}
        line = twins[Language.ZH].outline.by_id[key].line
        message = (
            f"#{key} follows {before[Language.EN]} here and {before[Language.ZH]} at {at(twins, Language.ZH, line)}"
        )
        yield _outline_problem(twins, Language.EN, twins[Language.EN].outline.by_id[key], message)


def _before(keys: list[str], key: str) -> str:
    place = keys.index(key)
    return f"#{keys[place - 1]}" if place and keys[place - 1] else "the top"


def _length(run: list[str]) -> int:
    return len(run)


def _longest_common(one: list[str], two: list[str]) -> set[str]:
    """Return a longest list of ids that stand in the same order on both sides."""
    best: dict[int, list[str]] = {}
    for key in one:
        if key in two:
            place = two.index(key)
            runs = [run for end, run in best.items() if end < place]
            longest = max(runs, key=_length) if runs else []
            best[place] = [*longest, key]
    return {*max(best.values(), key=_length)} if best else set()
