"""Forest plots: every value can be read back from the drawing, and no axis says more than the record does."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.render.effects import render_effects
from atlas.render.view import View
from atlas.sources.library import load_library
from minisite import copy_minisite, soup, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag

CLAIM = """\
- id: calmol-{name}
  role: efficacy
  statement: {{en: Invented., zh: 虚构。}}
  conditions: [gloom]
  population: {{en: invented adults, zh: 虚构的成人}}
  comparator_kind: {comparator}
  comparator: {{en: something, zh: 某物}}
  outcome: {{en: '{outcome}', zh: 某结局}}
  effect: {{measure: {effect}, words: {{en: so it was, zh: 如此}}}}
  citekeys: [alpha2020first]
  certainty: {{grade: {grade}, reasons: [RoB], rated_by: site}}
{marks}  checked: {{level: abstract, on: 2026-11-23, where: {{en: abstract, zh: 摘要}}}}
"""


def claim(name: str, effect: str, comparator: str = "placebo", outcome: str = "gloom", grade: str = "low") -> str:
    marks = "  marks: [WL]\n" if comparator == "waiting-list" else ""
    return CLAIM.format(name=name, effect=effect, comparator=comparator, outcome=outcome, grade=grade, marks=marks)


def draw(folder: Path, *claims: str, language: Language = Language.EN) -> BeautifulSoup:
    """Return the effects of the invented medicine with these claims alone."""
    data = copy_minisite(folder)
    record = data / "topics" / "calmol.yaml"
    text = record.read_text(encoding="utf-8")
    before, after = text.index("claims:\n") + len("claims:\n"), text.index("relations:\n")
    record.write_text(text[:before] + "".join(claims) + text[after:], encoding="utf-8")
    library, problems = load_library(data)
    assert problems == [], problems
    return soup(render_effects(View(library, language), "calmol"))


def percent(element: Tag, attribute: str) -> float:
    return float(str(element[attribute]).removesuffix("%"))


def read_back(panel: Tag, *, ratio: bool) -> list[tuple[float, ...]]:
    """Return low, value and high of each row, found by the ticks of the axis alone."""
    ticks = panel.select(".axis text")
    (first, a), (last, b) = (
        (percent(tick, "x"), float(tick.text.replace("−", "-"))) for tick in (ticks[0], ticks[-1])
    )
    a, b = (math.log(a), math.log(b)) if ratio else (a, b)

    def value(place: float) -> float:
        warped = a + (place - first) / (last - first) * (b - a)
        return math.exp(warped) if ratio else warped

    rows = []
    for strip in panel.select("li .strip-plot"):
        line, mark = strip.select_one("line:not(.null)"), strip.use
        assert line is not None and mark is not None
        rows.append(tuple(value(place) for place in (percent(line, "x1"), percent(mark, "x"), percent(line, "x2"))))
    return rows


SMD = "SMD, value: {}, low: {}, high: {}, direction: favors-intervention"
RATIO = "{}, value: {}, low: {}, high: {}, direction: {}"


@pytest.mark.parametrize("numbers", [(-0.40, -0.30, -0.20), (-1.56, -1.19, -0.81), (-0.021, -0.012, -0.003)])
def test_differences_are_read_back_from_the_drawing(tmp_path: Path, numbers: tuple[float, ...]) -> None:
    low, value, high = numbers
    page = draw(tmp_path, claim("a", SMD.format(value, low, high)))
    assert read_back(page.select(".panel")[0], ratio=False)[0] == pytest.approx(numbers, rel=0.02)


@pytest.mark.parametrize("numbers", [(0.28, 0.33, 0.38), (0.01, 0.06, 0.58), (2.1, 3.26, 50.6), (1.24, 1.33, 1.42)])
def test_ratios_are_read_back_from_a_logarithmic_axis(tmp_path: Path, numbers: tuple[float, ...]) -> None:
    low, value, high = numbers
    page = draw(tmp_path, claim("a", RATIO.format("OR", value, low, high, "higher")))
    assert read_back(page.select(".panel")[0], ratio=True)[0] == pytest.approx(numbers, rel=0.02)


def test_a_changed_record_changes_the_plot(tmp_path: Path) -> None:
    before = draw(tmp_path / "a", claim("a", SMD.format(-0.3, -0.4, -0.2)), claim("b", SMD.format(-1, -2, 0)))
    after = draw(tmp_path / "b", claim("a", SMD.format(-0.9, -1.0, -0.8)), claim("b", SMD.format(-1, -2, 0)))
    places = [percent(page.select(".strip-plot use")[0], "x") for page in (before, after)]
    assert places[1] < places[0] - 20


def test_measures_that_share_no_axis_stand_in_panels_of_their_own(tmp_path: Path) -> None:
    effects = (
        SMD.format(-0.3, -0.4, -0.2),
        SMD.format(-0.5, -0.6, -0.4).replace("SMD", "g"),
        RATIO.format("OR", 2, 1.5, 3, "favors-intervention"),
        RATIO.format("RR", 2, 1.5, 3, "favors-intervention"),
        "MD, value: -2, low: -3, high: -1, direction: favors-intervention, unit: {en: points, zh: 分}",
        "MD, value: -2, low: -3, high: -1, direction: favors-intervention, unit: {en: hours, zh: 小时}",
    )
    page = draw(tmp_path, *(claim(f"a{number}", effect) for number, effect in enumerate(effects)))
    assert [words_of(title) for title in page.select(".panel h3")] == [
        "Standardized mean difference (SMD, g) lower is better",
        "Odds ratio (OR) higher is better",
        "Risk ratio (RR) higher is better",
        "Mean difference, points (MD) lower is better",
        "Mean difference, hours (MD) lower is better",
    ]


def test_a_benefit_and_a_harm_never_share_the_words_at_the_ends(tmp_path: Path) -> None:
    page = draw(
        tmp_path,
        claim("cured", RATIO.format("OR", 2, 1.5, 3, "favors-intervention"), outcome="cured"),
        claim("hiccups", RATIO.format("OR", 2, 1.5, 3, "favors-comparator"), outcome="hiccups"),
        claim("bruises", RATIO.format("OR", 2, 1.5, 3, "higher"), outcome="bruises"),
    )
    assert [words_of(ends) for ends in page.select(".ends")] == [
        "← less often favors the comparison more often → favors the treatment",
        "← less often favors the treatment more often → favors the comparison",
        "← less often more often →",
    ]


def test_a_result_without_clear_difference_follows_the_same_outcome_and_is_never_guessed(tmp_path: Path) -> None:
    unclear = RATIO.format("OR", 1.02, 0.84, 1.25, "no-clear-difference")
    page = draw(
        tmp_path,
        claim("a", RATIO.format("OR", 0.5, 0.4, 0.6, "favors-intervention"), outcome="relapse"),
        claim("b", unclear, outcome="relapse"),
        claim("c", unclear, outcome="hiccups"),
    )
    assert [len(panel.select("li")) for panel in page.select(".panel")] == [2, 1]


def test_waiting_lists_stand_last_apart_and_with_a_warning(tmp_path: Path) -> None:
    page = draw(
        tmp_path,
        claim("a", SMD.format(-1, -1.2, -0.8), comparator="waiting-list"),
        claim("b", SMD.format(-0.3, -0.4, -0.2)),
    )
    placebo, waiting = page.select(".versus")
    assert words_of(placebo) == "Compared with: Placebo"
    assert waiting["class"] == ["versus", "apart"] and "effects look larger" in waiting.text


def test_certainty_is_a_shape_and_a_word(tmp_path: Path) -> None:
    grades = ("high", "moderate", "low", "very-low")
    page = draw(tmp_path, *(claim(grade, SMD.format(-1, -2, 0), grade=grade) for grade in grades))
    marks = [str(mark["href"]) for mark in page.select(".strip-plot use")]
    assert marks == [f"#mark-{grade}" for grade in grades]
    assert all(page.select_one(f"defs {mark}") for mark in marks)
    words = [words_of(word) for word in page.select(".panel .rated")]
    assert words == [words_of(item) for item in page.select(".forest-legend li")]
    assert words[-1] == "very low certainty"


def test_each_row_links_to_its_claim_and_its_reference_and_prints_its_numbers(tmp_path: Path) -> None:
    effect = SMD.format(-0.3, -0.4, -0.2) + ", n: 1234, k: 5"
    row = draw(tmp_path, claim("a", effect), language=Language.ZH).select(".panel li")[0]
    assert {str(link["href"]) for link in row.select("a")} == {"#claim-calmol-a", "#ref-alpha2020first"}
    assert words_of(row) == "某结局 忧郁 SMD −0.3 （95% CI −0.4～−0.2） 1 5 项研究，1,234 人 证据确定性：低"


def test_what_has_no_axis_is_counted_and_left_to_the_table(tmp_path: Path) -> None:
    page = draw(
        tmp_path, claim("a", SMD.format(-1, -2, 0)), claim("b", "percent, value: 46, direction: descriptive")
    )
    assert words_of(page.select_one(".plot-left")).startswith("1 more number")
    assert len(page.select("table.effects tbody tr:not(.group)")) == 2


def test_an_interval_that_touches_zero_on_a_logarithmic_axis_runs_to_its_end(tmp_path: Path) -> None:
    page = draw(tmp_path, claim("a", RATIO.format("RR", 0.5, 0, 2, "higher")))
    assert page.select(".strip-plot line:not(.null)")[0]["x1"] == "0"


@pytest.mark.parametrize("language", list(Language))
def test_a_plot_has_no_style_no_script_and_no_color_of_its_own(tmp_path: Path, language: Language) -> None:
    figure = draw(tmp_path, claim("a", SMD.format(-1, -2, 0)), language=language).figure
    assert not re.search(r"style=|<script|fill=|stroke=", str(figure))
