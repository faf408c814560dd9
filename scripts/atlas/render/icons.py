"""Risks as people of a hundred: two fields of dots, the first of them filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.render import numbers
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from decimal import Decimal

    from markupsafe import Markup

    from atlas.models.claim import Absolute
    from atlas.render.view import View

PEOPLE = 100
COLUMNS = 20
DOT = 10
WIDTH = COLUMNS * DOT
HEIGHT = PEOPLE // COLUMNS * DOT
GAP = 20


@dataclass(frozen=True, slots=True)
class Field:
    """Hold one field of dots: where it begins, the outline of those filled, and the words below."""

    x: int
    filled: str
    words: str


def render_icons(view: View, absolute: Absolute) -> Markup | str:
    """Return both risks as dots; nothing if they are not given per hundred."""
    if absolute.per != PEOPLE or not all(0 <= n <= PEOPLE for n in (absolute.intervention, absolute.control)):
        return ""
    fields = [
        Field(x, outline(count, x), view.word("per-hundred", key, numbers.number(count, view.language)))
        for x, count, key in (
            (0, absolute.intervention, "intervention"),
            (WIDTH + GAP, absolute.control, "control"),
        )
    ]
    # The patterns are drawn once on a page; every field points to them.
    first = bool(view.claim_id_once("dot"))
    return render_template("icons", view, fields=fields, width=WIDTH, height=HEIGHT, first=first)


def outline(count: Decimal, x: int) -> str:
    """Return the path around the first `count` dots, row by row; a part of a person is a part of a dot."""
    rows, rest = divmod(count, COLUMNS)
    bottom = int(rows) * DOT
    path = f"M{x} 0H{x + WIDTH}V{bottom}" if rows else f"M{x} 0"
    if rest:
        path += f"H{x + float(rest) * DOT:g}V{bottom + DOT}"
    return f"{path}H{x}z"
