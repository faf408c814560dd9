"""The evidence grids of all mechanisms at once: overall values in one table, then each grid in small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.topic import Cell
from atlas.models.vocabulary import Group, Kind, Line, Quality, Question
from atlas.render import grades
from atlas.render.environment import render_template
from atlas.render.grid import CLASS_OF_DIRECTION, SIGN_OF_DIRECTION

if TYPE_CHECKING:
    from atlas.models.topic import GridRow, Topic
    from atlas.render.view import View

# How often a sign is repeated; the better the evidence, the more often.
REPEATS = {Quality.WEAK: 1, Quality.MODERATE: 2, Quality.STRONG: 3}
SIGN_OF_WORD = {"not-searched": "·", "searched-none": "○"}


def render_all_grids(view: View) -> Markup:
    """Return every grid that is recorded, by group."""
    topics = [topic for topic in view.library.topics.values() if topic.evidence_grid]
    topics.sort(key=lambda topic: (list(Group).index(topic.group), topic.order))
    planned = [slug for slug, topic in view.library.planned.items() if topic.kind is Kind.MECHANISM]
    missing = [slug for slug in planned if slug not in view.library.topics]
    return render_template(
        "all_grids",
        view,
        topics=topics,
        missing=[view.name(slug) for slug in missing],
        questions=list(Question),
        lines=list(Line),
        signs={**{css: SIGN_OF_DIRECTION[key] for key, css in CLASS_OF_DIRECTION.items()}, **SIGN_OF_WORD},
        parts=_Parts(view),
    )


class _Parts:
    """Fill the cells that need more than a word."""

    def __init__(self, view: View) -> None:
        self._view = view

    def overall(self, row: GridRow) -> Markup:
        support = grades.support(self._view, row.overall)
        if row.contested is None:
            return support
        return Markup("{} {}").format(support, grades.contested_mark(self._view, row.contested))

    def word(self, row: GridRow) -> str:
        return self._view.word("support", row.overall)

    def place(self, topic: Topic) -> str:
        return f"{self._view.topic_url(topic)}#evidence-grid"

    def css(self, row: GridRow, line: Line) -> str:
        cell = row.cell(line)
        if isinstance(cell, Cell):
            return f"cell-{CLASS_OF_DIRECTION[cell.direction]} quality-{cell.quality}"
        return f"cell-{cell}"

    def sign(self, row: GridRow, line: Line) -> str:
        cell = row.cell(line)
        if isinstance(cell, Cell):
            return SIGN_OF_DIRECTION[cell.direction] * REPEATS[cell.quality]
        return SIGN_OF_WORD[cell]

    def meaning(self, row: GridRow, line: Line) -> Markup | str:
        """Say a cell in words, for those who hear the page."""
        cell = row.cell(line)
        if not isinstance(cell, Cell):
            return self._view.word("cell-direction", cell)
        words = [("cell-direction", cell.direction), ("quality", cell.quality)]
        return self._view.clauses(self._view.word(family, key) for family, key in words)
