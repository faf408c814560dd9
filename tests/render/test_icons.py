"""Risks as people of a hundred."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from atlas.languages import Language
from atlas.models.base import Bilingual
from atlas.models.claim import Absolute
from atlas.render.claims import render_claims
from atlas.render.icons import outline, render_icons
from minisite import miniview, soup, words_of

WORDS = Bilingual(en="something", zh="某事")


def risks(intervention: str, control: str, per: int = 100) -> Absolute:
    return Absolute(
        intervention=Decimal(intervention), control=Decimal(control), per=per, outcome=WORDS, basis=WORDS
    )


def dots_within(path: str) -> float:
    """Return how many dots a path encloses, by the area of its right-angled outline."""
    corners: list[tuple[float, float]] = []
    for command, number, second in re.findall(r"([MHV])(-?[\d.]+)(?: (-?[\d.]+))?", path):
        x, y = corners[-1] if corners else (0.0, 0.0)
        corners.append((float(number), float(second or y)) if command != "V" else (x, float(number)))
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(a * d - b * c for (a, b), (c, d) in pairs)) / 2 / 100


@pytest.mark.parametrize("count", ["0", "1", "9.6", "20", "24.5", "69.3", "99", "100"])
@pytest.mark.parametrize("x", [0, 220])
def test_as_many_dots_are_filled_as_people_are_meant(count: str, x: int) -> None:
    assert dots_within(outline(Decimal(count), x)) == pytest.approx(float(count))


def test_both_risks_are_said_below_their_dots() -> None:
    picture = soup(render_icons(miniview(Language.ZH), risks("9.6", "24.5")))
    assert words_of(picture) == "每 100 人中 9.6 人 对照：每 100 人中 24.5 人"


@pytest.mark.parametrize("absolute", [risks("5", "4", per=1000), risks("105", "4")])
def test_what_is_not_people_of_a_hundred_is_not_drawn(absolute: Absolute) -> None:
    assert render_icons(miniview(), absolute) == ""


def test_a_card_draws_the_risks_that_it_states_and_the_patterns_once() -> None:
    view = miniview()
    page = soup(render_claims(view, "calmol") + render_claims(view, "calmol"))
    assert len(page.select(".claim .per-hundred")) == 2
    assert len(page.select("pattern")) == 2
