"""A section that lags says so, with its date, in words that a reader understands."""

from __future__ import annotations

import datetime
from pathlib import Path

from atlas.languages import Language
from atlas.render.notices import insert_notices, section_notices
from atlas.sources.levels import SectionState, State
from atlas.sources.library import Words, load_words
from atlas.sources.outline import read_outline

WORDS = Path(__file__).parents[2] / "docs" / "data" / "words" / "status.yaml"
TWIN = read_outline("## Harm {#harm}\n\nText.\n\n## New part {#new}\n\nText.\n")
THEN = datetime.date(2026, 1, 2)


def notices(states: dict[str, SectionState], language: Language) -> dict[str, str]:
    words = Words(load_words([WORDS], []))
    return {key: str(html) for key, html in section_notices(states, language, TWIN, "../x/", words).items()}


def test_the_lagging_side_alone_has_a_dated_notice_that_leads_to_the_other() -> None:
    states = {"harm": SectionState(State.ZH_BEHIND, THEN)}

    found = notices(states, Language.ZH)["harm"]

    assert "2026 年 1 月 2 日" in found
    assert 'href="../x/#harm" hreflang="en"' in found
    assert notices(states, Language.EN) == {}


def test_a_missing_section_is_named_at_the_top() -> None:
    assert "New part" in notices({"new": SectionState(State.ZH_MISSING)}, Language.ZH)[""]


def test_level_sections_have_no_notice() -> None:
    assert notices({"harm": SectionState(State.LEVEL, THEN)}, Language.ZH) == {}


def test_a_notice_stands_under_its_heading() -> None:
    html = '<h1 id="t">T</h1><h2 id="harm">害处</h2><p>文。</p>'
    states = {"harm": SectionState(State.ZH_BEHIND, THEN)}
    words = Words(load_words([WORDS], []))

    found = insert_notices(html, section_notices(states, Language.ZH, TWIN, "../x/", words))

    assert found.startswith('<h1 id="t">T</h1><h2 id="harm">害处</h2><p class="parity-notice" role="note">')
