"""Forest plots of a topic's effects: one panel for each measure whose numbers can share an axis.

Drawn here rather than by Vega-Lite (vl-convert 1.9): its SVG of nine rows weighs 23.7 KB, carries its colors in
every mark, sets labels on one line and shrinks with its text on a phone. Here a row is a strip of SVG whose places
are percentages, beside text that wraps like any other: one drawing fits a phone and a desk and takes the page's
colors. All plots of a page are drawn in about six milliseconds, so that none is cached.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import Certainty, ComparatorKind, Direction, Measure
from atlas.render import numbers
from atlas.render.environment import render_template
from atlas.render.scales import Scale, fit_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from atlas.models.claim import Effect
    from atlas.render.effects import EffectCells, EffectRow
    from atlas.render.view import View

STANDARDIZED = (Measure.SMD, Measure.HEDGES_G, Measure.COHENS_D)
ASSOCIATIONS = (Measure.CORRELATION, Measure.GENETIC_CORRELATION, Measure.BETA)
DIFFERENCES = (*STANDARDIZED, Measure.MD)
UNGRADED = "none"


@dataclass(frozen=True, slots=True)
class Panel:
    """Hold the rows that share an axis; `better` says which end is good, if one is."""

    measures: tuple[Measure, ...]
    unit: str
    better: str
    rows: tuple[EffectRow, ...]
    scale: Scale

    @property
    def groups(self) -> list[tuple[ComparatorKind, list[EffectRow]]]:
        """Return the rows by comparator, waiting lists last."""
        kinds = sorted(ComparatorKind, key=lambda kind: kind is ComparatorKind.WAITING_LIST)
        groups = [(kind, [row for row in self.rows if row.comparator_kind is kind]) for kind in kinds]
        return [(kind, rows) for kind, rows in groups if rows]


def is_plotted(effect: Effect) -> bool:
    """Tell whether an effect compares two groups; a plain share or count has no line of no difference."""
    return effect.measure.is_ratio or effect.measure in {*DIFFERENCES, *ASSOCIATIONS, Measure.RD}


def plan_panels(view: View, rows: Iterable[EffectRow]) -> list[Panel]:
    """Return the panels in the order of the record."""
    plotted = [row for row in rows if is_plotted(row.effect)]
    panels: dict[tuple[str, str, str], list[EffectRow]] = {}
    for row in plotted:
        panels.setdefault((*_axis(view, row.effect), _better(row, plotted)), []).append(row)
    # Panels of one measure stand together, in the order in which the record first uses it.
    order = list(dict.fromkeys(measure for measure, _, _ in panels))
    keys = sorted(panels, key=lambda key: order.index(key[0]))
    return [_panel(unit, better, panels[measure, unit, better]) for measure, unit, better in keys]


def render_plots(view: View, title: str, rows: Sequence[EffectRow], cells: EffectCells) -> Markup | str:
    """Return the panels with their legend; nothing if no effect can be drawn."""
    panels = plan_panels(view, rows)
    if not panels:
        return ""
    drawn = [row for panel in panels for row in panel.rows]
    shown = {_mark(row) for row in drawn}
    marks = [mark for mark in (*map(str, Certainty), UNGRADED) if mark in shown]
    parts = _Parts(view)
    left = len(rows) - len(drawn)
    return render_template(
        "plots", view, title=title, panels=panels, marks=marks, left=left, cells=cells, parts=parts
    )


def _panel(unit: str, better: str, rows: list[EffectRow]) -> Panel:
    effects = [row.effect for row in rows]
    measures = tuple(dict.fromkeys(effect.measure for effect in effects))
    values = [value for effect in effects for value in (effect.low, effect.value, effect.high) if value is not None]
    # A bound of 0 has no place on a log axis; the arrow of the line says that it goes on.
    values = [value for value in values if value > 0] if measures[0].is_ratio else values
    return Panel(measures, unit, better, tuple(rows), fit_scale(values, ratio=measures[0].is_ratio))


def _axis(view: View, effect: Effect) -> tuple[str, str]:
    """Return what two effects must share to stand on one axis."""
    if effect.measure in STANDARDIZED:
        return Measure.SMD, ""
    return effect.measure, view.text(effect.unit)


def _better(row: EffectRow, rows: Iterable[EffectRow]) -> str:
    """Return which end of the axis is the better one: `low`, `high`, or nothing if the record does not say.

    A result without clear difference takes the word of its own claim or of the same outcome; it is never guessed.
    """
    if row.effect.direction is not Direction.NO_CLEAR_DIFFERENCE:
        return _own_better(row.effect)
    kin = [
        other
        for other in rows
        if other.effect.measure.is_ratio == row.effect.measure.is_ratio
        and (other.claim is row.claim or other.claim.outcome == row.claim.outcome)
    ]
    known = {better for other in kin if (better := _own_better(other.effect))}
    return known.pop() if len(known) == 1 else ""


def _own_better(effect: Effect) -> str:
    null = 1 if effect.measure.is_ratio else 0
    sides = {Direction.FAVORS_INTERVENTION: ("low", "high"), Direction.FAVORS_COMPARATOR: ("high", "low")}
    if effect.direction not in sides or effect.value == null:
        return ""
    below, above = sides[effect.direction]
    return below if effect.value < null else above


def _mark(row: EffectRow) -> str:
    return str(row.claim.certainty.grade) if row.claim.certainty and not row.sub else UNGRADED


class _Parts:
    """Fill what needs more than a word."""

    def __init__(self, view: View) -> None:
        self._view = view

    def mark(self, row: EffectRow) -> str:
        return _mark(row)

    def about(self, row: EffectRow) -> str:
        """Return what a row is about in a few words: its conditions, which are shorter than its population."""
        if row.sub:
            return row.context
        return self._view.enumeration(self._view.name(slug) for slug in row.claim.conditions) or row.context

    def rated(self, row: EffectRow) -> str:
        """Return the rating of a row in words; empty for a row that has none of its own."""
        if row.sub or row.claim.ungraded:
            return ""
        if row.claim.support:
            return self._view.word("support", row.claim.support.grade)
        return self.mark_word(_mark(row))

    def mark_word(self, mark: str) -> str:
        if mark == UNGRADED:
            return self._view.word("plot", "not-graded")
        return self._view.word("plot", "certainty", self._view.word("certainty", mark))

    def place(self, scale: Scale, value: Decimal) -> str:
        """Return a place on the axis, kept within it."""
        if scale.ratio and value <= 0:
            return "0"
        return f"{scale.position(value):.1f}%"

    def tick(self, value: Decimal) -> str:
        return numbers.number(value, self._view.language)

    def heading(self, panel: Panel) -> str:
        view = self._view
        names = view.enumeration(view.word("measure", measure) for measure in panel.measures)
        name = view.word("measure-name", Measure.SMD if panel.measures[0] in STANDARDIZED else panel.measures[0])
        name = name[:1].upper() + name[1:]
        if panel.unit:
            return view.word("plot", "measure-unit", name, panel.unit, names)
        return view.word("plot", "measure", name, names)

    def end(self, panel: Panel, side: str, arrow: str) -> Markup:
        """Say what an end of the axis means: what is less or more there, and below it whom that favors."""
        view = self._view
        lines = [arrow.format(view.word("plot-end", _end_word(panel.measures[0], side)))]
        if panel.better:
            lines.append(view.word("plot-end", "treatment" if panel.better == side else "comparison"))
        return Markup("<br>").join(lines)


def _end_word(measure: Measure, side: str) -> str:
    if measure in ASSOCIATIONS:
        return {"low": "negative", "high": "positive"}[side]
    if measure in DIFFERENCES:
        return {"low": "lower", "high": "higher"}[side]
    return {"low": "less-often", "high": "more-often"}[side]
