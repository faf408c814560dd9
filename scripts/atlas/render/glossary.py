"""Print the whole glossary under the letters of the page's language: English initials, or those of the pinyin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypinyin import Style, lazy_pinyin

from atlas.languages import Language
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.models.glossary import Term
    from atlas.render.view import View

# What a name begins with and is not sorted by: the 5 of 5-羟色胺, the γ of γ-氨基丁酸.
NOT_SORTED_BY = re.compile(r"^[^A-Za-z\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one term as the page prints it; `find` is what the filter looks through, in lower case."""

    term: Term
    name: str
    other: str
    letter: str
    order: str
    find: str


def render_glossary(view: View) -> Markup:
    """Return all terms under their letters, with a filter that works as the reader types."""
    entries = sorted((_entry(term, view.language) for term in view.library.glossary.values()), key=_order)
    letters: dict[str, list[Entry]] = {}
    for entry in entries:
        letters.setdefault(entry.letter, []).append(entry)
    return render_template("glossary", view, letters=letters, total=len(entries))


def _order(entry: Entry) -> tuple[str, str]:
    return entry.letter, entry.order


def _entry(term: Term, language: Language) -> Entry:
    name, other = (term.en, term.zh) if language is Language.EN else (term.zh, term.en)
    order = sort_key(name)
    return Entry(term, name, other, order[:1].upper() or "#", order, " ".join(_findable(term)).lower())


def sort_key(name: str) -> str:
    """Return what a name is sorted by; Chinese characters by their pinyin."""
    start = NOT_SORTED_BY.sub("", name)
    return "".join(lazy_pinyin(start, style=Style.NORMAL)).lower()


def _findable(term: Term) -> list[str]:
    """Return every form, also those that are never printed, with the pinyin of the Chinese name."""
    forms = [*term.alias_en, *term.alias_zh, *term.plain_zh, *term.avoid_zh, *term.brand_zh]
    syllables = lazy_pinyin(NOT_SORTED_BY.sub("", term.zh), errors="ignore")
    return [*forms, "".join(syllables), "".join(syllable[0] for syllable in syllables)]
