"""Find the glossary's terms in a page's text, and print their definitions once at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.languages import Language
from atlas.render import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.models.glossary import Term
    from atlas.render.view import View

SHORTEST_ABBREVIATION = 2
GLOSSARY = "glossary"  # the slug of the page that holds all terms


@dataclass(frozen=True, slots=True)
class TermFinder:
    """Recognise the forms of the terms that have a definition."""

    pattern: re.Pattern[str]
    ids: dict[str, str]

    def id_of(self, text: str) -> str:
        """Return the term that a matched form belongs to."""
        if text in self.ids:
            return self.ids[text]
        folded = text.lower()
        return self.ids.get(folded) or self.ids.get(text.removesuffix("s")) or self.ids[folded.removesuffix("s")]


def find_terms(view: View) -> TermFinder:
    """Return what recognises terms on a page; the page's own topic and everyday words are left alone."""
    ids: dict[str, str] = {}
    cased: list[str] = []
    folded: list[str] = []
    for term in view.library.glossary.values():
        if term.definition is None or not term.hover or term.topic == view.slug:
            continue
        for form in _forms(term, view.language):
            is_short = form == term.abbr
            ids.setdefault(form if is_short else form.lower(), term.id)
            (cased if is_short else folded).append(form)
    return TermFinder(_pattern(cased, folded, view.language), ids)


def _forms(term: Term, language: Language) -> tuple[str, ...]:
    names = (term.en, *term.alias_en) if language is Language.EN else (term.zh, *term.alias_zh)
    # Two letters mean too many things: PD, SR and AD are left alone.
    short = term.abbr and (len(term.abbr) > SHORTEST_ABBREVIATION or term.abbr == "CI")
    return (*names, term.abbr) if term.abbr and short else names


def _pattern(cased: list[str], folded: list[str], language: Language) -> re.Pattern[str]:
    """Return a pattern in which longer names come first; abbreviations keep their capitals."""
    plural = "s?" if language is Language.EN else ""

    def any_of(forms: list[str]) -> str:
        return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"

    names, short = any_of(folded), any_of(cased)
    if language is Language.EN:
        return re.compile(rf"(?<![\w-])(?:(?i:{names})|(?:{short})){plural}(?![\w-])")
    # A Han name may stand among Han characters (but 抑郁症状 are symptoms, not the illness); Latin ones end where
    # their letters end.
    return re.compile(rf"(?<![A-Za-z0-9-])(?:(?i:{names})|(?:{short}))(?![A-Za-z0-9-]|(?<=症)状)")


def glossary_url(view: View, term_id: str) -> str:
    """Return where the glossary explains a term."""
    return f"{view.topic_url(view.topic(GLOSSARY))}#{term_id}"


def term_link(view: View, term_id: str, text: str) -> Markup:
    """Return a term as a link that is described by its definition."""
    url = glossary_url(view, term_id)
    return Markup('<a class="term" href="{}" aria-describedby="def-{}">{}</a>').format(url, term_id, text)


def render_definitions(view: View, term_ids: Iterable[str]) -> Markup:
    """Return the definitions of a page's terms, hidden; scripts show them and screen readers read them."""
    entries = Markup("").join(_definition(view, view.library.glossary[term_id]) for term_id in term_ids)
    return Markup('<div class="term-definitions" hidden>{}</div>').format(entries)


def _definition(view: View, term: Term) -> Markup:
    assert term.definition is not None  # `find_terms` leaves out what has none
    own, other = (term.en, term.zh) if view.language is Language.EN else (term.zh, term.en)
    twin = Markup('<span lang="{}">{}</span>').format(view.language.twin.tag, other)
    names = [own, *([term.abbr] if term.abbr and term.abbr != own else []), twin]
    separator = numbers.COMMA[view.language]
    return Markup('<div id="def-{}"><b>{}</b> {}</div>').format(
        term.id, Markup(separator).join(names), term.definition[view.language]
    )
