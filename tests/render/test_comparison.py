"""Therapies side by side: each cell is the record's own, and only what was measured alike is put in order."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.render.blocks import render_block
from atlas.render.comparison import render_all_compared
from atlas.render.comparison_csv import plan_csv
from atlas.render.comparison_effects import render_all_effects
from atlas.render.effects import render_effects
from atlas.render.effects_csv import BYTE_ORDER_MARK
from atlas.render.relations import render_relations
from atlas.render.view import View
from atlas.sources.library import Library, load_library
from minisite import copy_minisite, minilibrary, miniview, soup, words_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

CLAIM = """\
- id: {slug}-{name}
  role: efficacy
  statement: {{en: Invented., zh: 虚构。}}
  conditions: [gloom]
  population: {{en: invented adults, zh: 虚构的成人}}
  comparator_kind: {comparator}
  comparator: {{en: '{versus}', zh: 某物}}
  outcome: {{en: '{outcome}', zh: 某结局}}
  effect: {{measure: {measure}, value: {value}, direction: favors-intervention, words: {{en: so, zh: 如此}}}}
  citekeys: [alpha2020first]
  certainty: {{grade: low, reasons: [RoB], rated_by: site}}
{marks}  checked: {{level: abstract, on: 2026-11-23, where: {{en: abstract, zh: 摘要}}}}
"""


def claim(slug: str, value: float, comparator: str = "placebo", **other: str) -> str:
    words = {"name": "a", "versus": "a pill", "outcome": "gloom", "measure": "SMD", **other}
    marks = "  marks: [WL]\n" if comparator == "waiting-list" else ""
    return CLAIM.format(slug=slug, value=value, comparator=comparator, marks=marks, **words)


def library_of(folder: Path, **claims: str) -> Library:
    """Return the tiny library with these claims alone, by their medicine."""
    data = copy_minisite(folder)
    for slug in ("calmol", "briskine"):
        record = data / "topics" / f"{slug}.yaml"
        text = record.read_text(encoding="utf-8")
        before, after = text.index("claims:"), text.index("relations:")
        own = f"claims:\n{claims[slug]}" if slug in claims else "claims: []\n"
        record.write_text(text[:before] + own + text[after:], encoding="utf-8")
    library, problems = load_library(data)
    assert problems == [], problems
    return library


def results(library: Library, language: Language = Language.EN) -> BeautifulSoup:
    return soup(render_all_effects(View(library, language), "medicines"))


def cell(page: BeautifulSoup, slug: str, concern: str) -> Tag:
    found = page.select_one(f"[data-slug={slug}] [data-concern={concern}]")
    assert found is not None
    return found


def test_every_cell_shows_what_was_seen_of_a_fact_and_leads_to_it() -> None:
    page = soup(render_all_compared(miniview(Language.ZH), "medicines"))
    facts = [
        (words_of(fact), str(link["href"]))
        for fact in cell(page, "calmol", "warnings").select("p")
        if (link := fact.a)
    ]
    assert facts == [
        ("可致打嗝。 未能核实", "/zh/therapies/calmol/#safety-calmol-boxed"),
        ("不要杂耍。 监管文件", "/zh/therapies/calmol/#safety-calmol-warning"),
    ]


def test_an_empty_cell_says_not_confirmed_and_is_never_blank() -> None:
    page = soup(render_all_compared(miniview(), "medicines"))
    assert words_of(cell(page, "calmol", "weight")) == "Weight not confirmed"
    assert all(words_of(each) for each in page.select("td"))


def test_approvals_name_agency_products_and_status() -> None:
    page = soup(render_all_compared(miniview(), "medicines"))
    assert [words_of(line) for line in cell(page, "calmol", "approval").select("p")] == [
        "FDA (United States): calmol tablets approved",
        "NMPA (China): calmol tablets not confirmed",
    ]


def test_what_needs_no_license_is_not_called_unconfirmed(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    record = data / "topics" / "briskine.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("antidepressants", "psychological"), "utf-8")
    page = soup(render_all_compared(View(load_library(data)[0], Language.EN), "therapies"))
    assert words_of(cell(page, "briskine", "approval")) == "Approval by country does not apply"
    assert words_of(cell(page, "briskine", "stopping")) == "Stopping and switching not confirmed"


def test_medicines_and_other_therapies_never_share_a_table_and_what_is_planned_is_named() -> None:
    medicines, others = (soup(render_all_compared(miniview(), name)) for name in ("medicines", "therapies"))
    assert [str(row["data-slug"]) for row in medicines.select("tbody tr")] == ["calmol", "briskine"]
    assert others.table is None
    assert words_of(others.select_one(".gathered")).endswith("Sunbath")


def test_a_therapy_leads_to_all_others_of_its_kind() -> None:
    compared = soup(render_relations(miniview(Language.ZH, slug="briskine"), "briskine", "compared"))
    assert compared.a is not None and compared.a["href"] == "/zh/guide/compare-medicines/#side-by-side"


def test_a_block_that_names_no_comparison_says_so() -> None:
    assert "problem" in render_block(miniview(), "all-compared", "spoons", {})


def test_results_stand_by_comparison_with_waiting_lists_last_and_marked(tmp_path: Path) -> None:
    own = claim("calmol", -1, "waiting-list", name="b") + claim("calmol", -0.3)
    page = results(library_of(tmp_path, calmol=own, briskine=claim("briskine", -0.2, "active")))
    heads = [words_of(head) for head in page.select(".group")]
    assert [head.split(". ")[0] for head in heads[:2]] == [
        "Compared with: Placebo",
        "Compared with: Another treatment",
    ]
    assert heads[2].startswith("Compared with: Waiting list") and page.select(".group")[2].select(".mark-wl")


def test_the_same_outcome_measure_and_comparison_can_be_put_in_order(tmp_path: Path) -> None:
    page = results(library_of(tmp_path, calmol=claim("calmol", -0.3), briskine=claim("briskine", -0.5)))
    assert [(row["data-series"], row["data-value"]) for row in page.select("[data-series]")] == [
        ("0", "-0.3"),
        ("0", "-0.5"),
    ]
    assert page.select("[name=numbers]")


@pytest.mark.parametrize(
    "other",
    [
        {"comparator": "usual-care"},
        {"comparator": "mixed"},
        {"versus": "another pill"},
        {"outcome": "fluster"},
        {"measure": "MD"},
    ],
)
def test_results_that_differ_in_one_of_them_are_never_put_in_order(tmp_path: Path, other: dict[str, str]) -> None:
    library = library_of(tmp_path, calmol=claim("calmol", -0.3), briskine=claim("briskine", -0.5, **other))
    page = results(library)
    assert not page.select("[data-series]") and not page.select("[name=numbers]")
    assert "so none are put in order" in words_of(page.select_one(".gathered"))


def test_two_mixtures_of_controls_are_never_the_same_comparison(tmp_path: Path) -> None:
    both = {slug: claim(slug, -0.3, "mixed") for slug in ("calmol", "briskine")}
    assert not results(library_of(tmp_path, **both)).select("[data-series]")


def test_every_result_of_the_record_is_shown_as_typed_and_leads_to_its_claim() -> None:
    page = soup(render_all_effects(miniview(), "medicines"))
    rows = {words_of(row.select_one(".value")): row for row in page.select("[data-slug]")}
    assert list(rows) == ["SMD −0.30", "OR 1.50", "46%"]
    link = rows["SMD −0.30"].a
    assert link is not None and link["href"] == "/therapies/calmol/#claim-calmol-gloom"
    assert words_of(rows["SMD −0.30"].select_one(".interval")) == "(95% CI −0.40 to −0.20)"
    assert "a further row of: response" in words_of(rows["OR 1.50"])


def test_a_changed_record_changes_the_plot_the_comparison_and_the_file(tmp_path: Path) -> None:
    shown = []
    for number, value in enumerate((-0.30, -0.90)):
        far = claim("calmol", -2, name="far", outcome="fluster")  # so that both plots have the same axis
        library = library_of(tmp_path / str(number), calmol=claim("calmol", value) + far)
        plot = soup(render_effects(View(library, Language.EN), "calmol")).select_one(".strip-plot use")
        assert plot is not None
        line = csv_lines(library, "medicines-effects.csv")[0]
        shown.append((plot["x"], words_of(results(library).select_one(".value")), line["value"]))
    assert shown[0][1:] == ("SMD −0.3", "-0.3") and shown[1][1:] == ("SMD −0.9", "-0.9")
    assert shown[0][0] != shown[1][0]


def test_a_changed_fact_changes_its_cell(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    record = data / "topics" / "calmol.yaml"
    text = record.read_text(encoding="utf-8").replace("May cause hiccups.", "May cause sneezes.")
    record.write_text(text.replace("kind: boxed-warning", "kind: weight"), encoding="utf-8")
    page = soup(render_all_compared(View(load_library(data)[0], Language.EN), "medicines"))
    assert words_of(cell(page, "calmol", "weight")) == "Weight May cause sneezes. not confirmed"


def csv_lines(library: Library, name: str) -> list[dict[str, str]]:
    texts = {output.name: output.render() for output in plan_csv(library, Path("docs"))}
    return list(csv.DictReader(io.StringIO(texts[name].removeprefix(BYTE_ORDER_MARK))))


def test_the_file_has_every_fact_in_both_languages_and_names_what_is_not_confirmed() -> None:
    lines = csv_lines(minilibrary(), "medicines.csv")
    boxed, empty = (
        next(line for line in lines if line["therapy"] == "calmol" and line["concern"] == concern)
        for concern in ("warnings", "weight")
    )
    assert (boxed["record"], boxed["text_zh"], boxed["seen"]) == ("calmol-boxed", "可致打嗝。", "not-confirmed")
    assert (empty["text_en"], empty["seen"]) == ("", "not-confirmed")
    values = {line["claim"]: Decimal(line["value"]) for line in csv_lines(minilibrary(), "medicines-effects.csv")}
    assert values["calmol-gloom"] == Decimal("-0.30")
