"""Tell for each section of a pair whether one language has moved on since both were last level.

The memory is `docs/data/parity/<slug>.yaml`, written by the checker from a comparison, never by hand.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.models.levels import Levels
from atlas.problem import ProblemsFoundError
from atlas.sources.validation import validate
from atlas.sources.yaml_file import read_yaml

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from atlas.models.levels import Level
    from atlas.problem import Problem
    from atlas.sources.outline import Outline, Section

TOP = "top"  # the key of what stands before the first heading
ORDER = "order"


class State(StrEnum):
    """Say how the two sides of a section stand to each other."""

    LEVEL = "level"
    EN_BEHIND = "en-behind"
    ZH_BEHIND = "zh-behind"
    EN_MISSING = "en-missing"
    ZH_MISSING = "zh-missing"
    CHANGED = "changed"
    NEW = "new"

    @property
    def lagging(self) -> Language | None:
        """Return the language that lacks something that the other has, known from the record."""
        return {"en": Language.EN, "zh": Language.ZH}.get(self.value[:2])


@dataclass(frozen=True, slots=True)
class SectionState:
    """Hold a section's state and the day on which both sides were last level, if they ever were."""

    state: State
    on: datetime.date | None = None


def digest(section: Section) -> str:
    """Return a short digest of a section's text; blank lines and trailing spaces do not count."""
    return digest_of([line.rstrip() for line in section.lines if line.strip()])


def digest_of(lines: list[str]) -> str:
    """Return the digest that is kept of some lines."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def digest_of_order(outline: Outline) -> str:
    """Return a digest of a page's headings: their levels, ids and order."""
    return digest_of([f"{section.level} {section.id}" for section in outline.sections])


def load_levels(folder: Path, problems: list[Problem], only: str = "*") -> dict[str, Levels]:
    """Read what is known of every pair, or of the one named by its slug, by the path of its page."""
    found: dict[str, Levels] = {}
    for file in sorted(folder.glob(f"{only}.yaml")):
        try:
            document = read_yaml(file)
        except ProblemsFoundError as error:
            problems.extend(error.problems)
            continue
        levels, refused = validate(Levels, document.value, document)
        problems.extend(refused)
        if levels is not None:
            found[levels.page] = levels
    return found


def section_states(levels: Levels | None, english: Outline, chinese: Outline) -> dict[str, SectionState]:
    """Return the state of every section of a pair by its id, and that of the order of headings."""
    states = {}
    for key in {**english.by_id, **chinese.by_id}:
        known = levels.sections.get(key or TOP) if levels else None
        now = [digest(outline.by_id[key]) if key in outline.by_id else None for outline in (english, chinese)]
        states[key or TOP] = _state(known, *now, pair_is_known=levels is not None)
    order = levels.order if levels else None
    states[ORDER] = _state(
        order, digest_of_order(english), digest_of_order(chinese), pair_is_known=levels is not None
    )
    return states


def _state(known: Level | None, english: str | None, chinese: str | None, *, pair_is_known: bool) -> SectionState:
    """Compare digests; a section on one side only is missing on the other if the pair was level before."""
    if known is None:
        missing = State.EN_MISSING if english is None else State.ZH_MISSING
        one_sided = pair_is_known and (english is None or chinese is None)
        return SectionState(missing if one_sided else State.NEW)
    match english == known.en, chinese == known.zh:
        case True, True:
            state = State.LEVEL
        case True, False:
            state = State.EN_BEHIND
        case False, True:
            state = State.ZH_BEHIND
        case _:
            state = State.CHANGED
    return SectionState(state, known.on)


def levels_text(levels: Levels) -> str:
    """Return the file that keeps the levels of a pair."""
    lines = ["# Written by `check.py parity`; never by hand.", f"page: {levels.page}"]
    lines.append(f"{ORDER}: {_level_text(levels.order)}")
    lines.append("sections:")
    lines.extend(f"  {key}: {_level_text(level)}" for key, level in levels.sections.items())
    return "\n".join(lines) + "\n"


def _level_text(level: Level) -> str:
    return f'{{en: "{level.en}", zh: "{level.zh}", on: {level.on.isoformat()}}}'
