"""The caps of the M0 to M4 scale (content guide, evidence grading, part B)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.models.topic import Cell
from atlas.models.vocabulary import CellDirection, Independence, Line, Quality, Question, Support
from atlas.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.topic import GridRow
    from atlas.sources.pages import Site

HUMAN = (Line.HO, Line.HP, Line.HG, Line.HI)
RANK = {Support.M1: 1, Support.M2: 2, Support.M3: 3, Support.M4: 4}
# What cannot answer whether a change precedes illness or moves symptoms.
CROSS_SECTIONAL = (Line.HO,)
DECISIVE = {Line.HG, Line.HI}


def check_grid_caps(site: Site) -> Iterator[Problem]:
    """Find overall values that their own cells do not allow."""
    for slug, topic in site.library.topics.items():
        for question, row in (topic.evidence_grid or {}).items():
            position = site.library.topics.position(slug, "evidence_grid", question, "overall")
            for message in _broken_caps(question, row):
                yield Problem(position, "grade-cap", f"{question} {row.overall}: {message}")


def _broken_caps(question: Question, row: GridRow) -> Iterator[str]:
    cells = {line: cell for line in Line if isinstance(cell := row.cell(line), Cell)}
    rank = RANK.get(row.overall, 0)
    if not cells:
        if rank:
            yield "no line of evidence is filled, expected not-established"
        return
    human = {line: cell for line, cell in cells.items() if line in HUMAN}
    if rank > 2 and not human:
        yield "rests on animal or laboratory evidence alone, which is capped at M2"
    if rank > 1 and all(cell.independence is Independence.ONE_GROUP for cell in cells.values()):
        yield "rests on one group, which is capped at M1"
    if question in {Question.Q2, Question.Q3} and rank and set(cells) <= set(CROSS_SECTIONAL):
        yield "cross-sectional evidence alone cannot answer this question"
    yield from _strong_line_caps(question, row, human, rank)


def _strong_line_caps(question: Question, row: GridRow, human: dict[Line, Cell], rank: int) -> Iterator[str]:
    contrary = {CellDirection.NEGATIVE, CellDirection.NONE}
    strong = {line for line, cell in human.items() if cell.quality is Quality.STRONG}
    against = {line for line in strong if human[line].direction in contrary}
    support = {line for line in strong if human[line].direction is CellDirection.POSITIVE}
    backing = {line for line, cell in human.items() if cell.quality is not Quality.WEAK} - against
    if rank and against and (rank > 2 or row.contested is None):
        yield "a strong contrary human line caps at M2 and needs a contested mark"
    if rank == 4 and (len(support) < 2 or (question is not Question.Q1 and not support & DECISIVE)):
        yield "M4 needs two strong concordant human lines, with HG or HI for Q2 to Q4"
    if rank == 3 and not (support and len(backing) >= 2):
        yield "M3 needs one strong supporting and one more moderate human line"
