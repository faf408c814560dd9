"""The evidence grid of a mechanism: four questions, six lines of evidence, no blank cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.models.topic import Cell
from atlas.models.vocabulary import CellDirection, Line, Question
from atlas.render import grades
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.models.topic import GridRow
    from atlas.render.view import View

CLASS_OF_DIRECTION = {
    CellDirection.POSITIVE: "positive",
    CellDirection.NEGATIVE: "negative",
    CellDirection.MIXED: "mixed",
    CellDirection.NONE: "none",
}
# The page that shows every mechanism's grid.
ALL_GRIDS = "evidence-grids"
SIGN_OF_DIRECTION = {
    CellDirection.POSITIVE: "+",
    CellDirection.NEGATIVE: "−",
    CellDirection.MIXED: "±",
    CellDirection.NONE: "0",
}


def render_grid(view: View, slug: str) -> Markup:
    """Return the grid as a table, and below it the reason for each overall value."""
    topic = view.topic(slug)
    return render_template(
        "grid",
        view,
        topic=topic,
        rows=topic.evidence_grid,
        questions=list(Question),
        lines=list(Line),
        cells=_Cells(view),
        all_grids=view.topic_url(gathered) if (gathered := view.library.topics.get(ALL_GRIDS)) else "",
    )


class _Cells:
    """Fill the cells that need more than a word."""

    def __init__(self, view: View) -> None:
        self._view = view

    def overall(self, row: GridRow) -> Markup:
        return grades.support(self._view, row.overall)

    def contested(self, row: GridRow) -> Markup | str:
        return grades.contested_mark(self._view, row.contested) if row.contested else ""

    def judged(self, row: GridRow, line: Line) -> Cell | None:
        """Return the judgement of a cell; nothing if it holds a word such as `not-searched`."""
        cell = row.cell(line)
        return cell if isinstance(cell, Cell) else None

    def quality(self, cell: Cell) -> Markup:
        parts = [self._view.word("quality", cell.quality), self._view.word("independence", cell.independence)]
        return self._view.clauses(parts)

    def counts(self, cell: Cell) -> Markup:
        parts = [self._view.counted("grid", "studies", cell.k)] if cell.k is not None else []
        parts += [self._view.word("grid", "people", self._view.number(cell.n))] if cell.n is not None else []
        return self._view.clauses(parts)

    def css(self, cell: Cell) -> str:
        return CLASS_OF_DIRECTION[cell.direction]

    def sign(self, cell: Cell) -> str:
        return SIGN_OF_DIRECTION[cell.direction]
