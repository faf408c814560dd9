"""Say on a section that the other language has moved on, in words that a reader understands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.languages import Language
from atlas.render import numbers
from atlas.sources.levels import ORDER, TOP, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atlas.sources.levels import SectionState
    from atlas.sources.library import Words
    from atlas.sources.outline import Outline

FAMILY = "parity-notice"
MISSING = {Language.EN: State.EN_MISSING, Language.ZH: State.ZH_MISSING}
BEHIND = {Language.EN: State.EN_BEHIND, Language.ZH: State.ZH_BEHIND}


def section_notices(
    states: Mapping[str, SectionState], language: Language, twin: Outline, twin_url: str, words: Words
) -> dict[str, Markup]:
    """Return the notice of each section of a page that is behind its twin, by the section's id.

    A section that the page lacks is named at the top of the page, under the empty id.
    """
    notices: dict[str, Markup] = {}
    missing = []
    for key, standing in states.items():
        section = "" if key == TOP else key
        if standing.state is BEHIND[language] and key != ORDER:
            anchor = f"#{section}" if section else ""
            notices[section] = _notice(_behind(standing, language, words), f"{twin_url}{anchor}", language, words)
        elif standing.state is MISSING[language]:
            missing.append(twin.by_id[section].title)
    if missing:
        names = numbers.ENUMERATION[language].join(missing)
        text = words(FAMILY, "missing", language).format(names)
        notices[""] = notices.get("", Markup("")) + _notice(text, twin_url, language, words)
    return notices


def _behind(standing: SectionState, language: Language, words: Words) -> str:
    if standing.on is None:
        return words(FAMILY, "behind-undated", language)
    return words(FAMILY, "behind", language).format(numbers.date(standing.on, language))


def _notice(text: str, url: str, language: Language, words: Words) -> Markup:
    link = Markup('<a href="{}" hreflang="{}">{}</a>').format(
        url, language.twin.tag, words(FAMILY, "read", language)
    )
    return Markup('<p class="parity-notice" role="note">{} {}</p>').format(text, link)


def insert_notices(html: str, notices: Mapping[str, Markup]) -> str:
    """Put each notice under its heading, and the one for the top under the page's title."""
    for section, notice in notices.items():
        heading = rf'<h([2-6])[^>]*\bid="{re.escape(section)}"[^>]*>.*?</h\1>' if section else r"<h1[^>]*>.*?</h1>"
        match = re.search(heading, html, flags=re.DOTALL)
        place = match.end() if match else 0
        html = html[:place] + str(notice) + html[place:]
    return html
