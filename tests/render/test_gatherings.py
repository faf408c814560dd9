"""The pages that gather the whole atlas: every dispute, every notice, every grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.models.topic import Cell
from atlas.models.vocabulary import Line, Question
from atlas.render.all_disputes import render_all_disputes, render_all_notices
from atlas.render.all_grids import render_all_grids
from atlas.render.grid import render_grid
from atlas.render.view import View
from atlas.sources.library import load_library
from minisite import copy_minisite, minilibrary, miniview, soup, words_of

if TYPE_CHECKING:
    from pathlib import Path


def test_every_contested_claim_is_listed_with_all_its_positions() -> None:
    page = soup(render_all_disputes(miniview()))
    contested = [
        claim for topic in minilibrary().topics.values() for claim in topic.claims if claim.contested is not None
    ]
    assert [str(item["id"]) for item in page.select("details")] == [f"dispute-{claim.id}" for claim in contested]
    assert len(page.select(".position")) == sum(
        len(claim.contested.positions) for claim in contested if claim.contested
    )


def test_a_dispute_names_its_sources_by_author_and_year_and_leads_to_its_place() -> None:
    dispute = soup(render_all_disputes(miniview(Language.ZH))).select_one("details")
    assert dispute is not None
    links = [str(link["href"]) for link in dispute.select("a")]
    assert links == [
        "/zh/references/alpha2020first/",
        "/zh/references/beta2021second/",
        "/zh/therapies/calmol/#dispute-calmol-gloom",
    ]


def test_a_dispute_appears_and_goes_with_the_record(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    record = data / "topics" / "calmol.yaml"
    lines = record.read_text(encoding="utf-8").split("\n")
    record.write_text("\n".join(line for line in lines if "contested:" not in line), encoding="utf-8")
    library, _ = load_library(data)
    assert soup(render_all_disputes(View(library, Language.EN))).select_one(".empty") is not None


def test_every_publication_with_a_notice_is_listed_the_gravest_first() -> None:
    page = soup(render_all_notices(miniview()))
    known = [reference.custom.status.state for reference in minilibrary().references.values()]
    assert len(page.select("li")) == sum(state != "ok" for state in known)
    heads = [words_of(head) for head in page.select("h3")]
    assert heads == [head for head in ("Retracted", "Expression of concern", "Corrected") if head in heads]
    assert all(item.select_one(".ref-notice") for item in page.select("li"))


def test_a_name_in_small_letters_keeps_its_form_at_the_start_of_a_title(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    record = data / "topics" / "calmol.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("How large", "mOOD at work"), encoding="utf-8")
    page = soup(render_all_disputes(View(load_library(data)[0], Language.EN)))
    assert words_of(page.select_one("summary")).startswith("mOOD at work")


def test_all_grids_show_each_cell_of_each_record() -> None:
    page = soup(render_all_grids(miniview()))
    topics = [topic for topic in minilibrary().topics.values() if topic.evidence_grid]
    assert len(page.select(".small-grid")) == len(topics)
    for table, topic in zip(page.select(".small-grid"), topics, strict=True):
        assert topic.evidence_grid is not None
        cells = [topic.evidence_grid[question].cell(line) for question in Question for line in Line]
        shown = table.select("tbody td")
        assert len(shown) == len(cells)
        for cell, drawn in zip(cells, shown, strict=True):
            sign = drawn.select_one("[aria-hidden]")
            assert sign is not None and words_of(drawn.select_one(".visually-hidden"))
            if isinstance(cell, Cell):
                assert len(sign.text) == {"weak": 1, "moderate": 2, "strong": 3}[cell.quality]
            else:
                assert sign.text == {"not-searched": "·", "searched-none": "○"}[cell]


def test_a_grid_leads_to_the_grid_of_its_own_page() -> None:
    page = soup(render_all_grids(miniview(Language.ZH)))
    assert {str(link["href"]) for link in page.select("a")} == {"/zh/mechanisms/moodium/#evidence-grid"}


def test_a_changed_cell_changes_the_grid_on_both_pages(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    record = data / "topics" / "moodium.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("HO: {direction: mixed", "HO: {direction: '+'", 1), encoding="utf-8")
    changed, same = View(load_library(data)[0], Language.EN), miniview()
    own = [words_of(soup(render_grid(view, "moodium")).select_one("td.cell")) for view in (same, changed)]
    gathered = [
        words_of(soup(render_all_grids(view)).select_one(".small-grid td[class]")) for view in (same, changed)
    ]
    assert own[0].startswith("± mixed") and own[1].startswith("+ supports")
    assert gathered[0].startswith("±±") and gathered[1].startswith("++")
