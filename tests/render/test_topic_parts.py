"""Grid, safety, approvals, disputes, header, bibliography and history of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.render.bibliography import render_bibliography
from atlas.render.disputes import render_disputes
from atlas.render.grid import render_grid
from atlas.render.header import render_header
from atlas.render.history import render_history
from atlas.render.safety import render_approvals, render_safety, render_safety_table
from atlas.render.view import View
from atlas.sources.library import load_library
from minisite import copy_minisite, miniview, soup, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup


def bibliography(tmp_path: Path, *keys: str, language: Language = Language.EN) -> BeautifulSoup:
    view = miniview(language, cache=tmp_path)
    view.cite(keys)
    return soup(render_bibliography(view))


def test_no_cell_of_the_grid_is_blank() -> None:
    grid = soup(render_grid(miniview(), "moodium"))
    assert all(words_of(cell) for cell in grid.select("td"))
    assert len(grid.select("tbody tr")) == 7


def test_not_searched_and_searched_in_vain_are_told_apart() -> None:
    grid = soup(render_grid(miniview(), "moodium"))
    assert words_of(grid.select_one(".cell-not-searched")) == "not searched yet"
    assert words_of(grid.select_one(".cell-searched-none")) == "searched, none found"


def test_a_cell_gives_direction_quality_independence_and_counts_in_words() -> None:
    cell = soup(render_grid(miniview(), "moodium")).select_one(".cell-mixed")
    assert words_of(cell) == "± mixed 1 moderate, several groups 6 studies, n = 1,200 scans"


def test_support_is_a_bar_and_a_word() -> None:
    grid = soup(render_grid(miniview(), "moodium"))
    overall = grid.select_one(".overall td")
    assert words_of(overall) == "M2 plausible ⇄ contested"
    assert overall is not None and len(overall.select(".support-m2 .bar i")) == 4
    bar = overall.select_one(".bar")
    assert bar is not None and bar["aria-label"] == "Support: step 2 of 4"


def test_a_topic_without_grid_says_so() -> None:
    assert soup(render_grid(miniview(), "calmol")).select_one(".empty") is not None


def test_a_grid_leads_to_those_of_all_mechanisms(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    gathered = (data / "topics" / "glossary.yaml").read_text(encoding="utf-8")
    gathered = gathered.replace("slug: glossary", "slug: evidence-grids")
    (data / "topics" / "evidence-grids.yaml").write_text(gathered, encoding="utf-8")
    library, problems = load_library(data)
    assert problems == []
    link = soup(render_grid(View(library, Language.ZH), "moodium")).select_one(".gathered a")
    assert link is not None and link["href"] == "/zh/guide/evidence-grids/"


def test_the_safety_box_puts_the_gravest_first_and_shows_what_is_not_confirmed() -> None:
    items = [words_of(item) for item in soup(render_safety(miniview(), "calmol")).select("li")]
    assert items == [
        "Boxed warning May cause hiccups. not confirmed in an official source",
        "Warning Do not juggle. 1",
    ]


def test_the_safety_table_shows_gap_and_severity_and_names_what_is_missing() -> None:
    table = soup(render_safety_table(miniview(), "calmol", ["washout", "renal"]))
    assert words_of(table.select_one("tbody tr")) == (
        "Gap between medicines Wait before brisk. 1 Briskine 14 days must not be combined"
    )
    assert words_of(table.select_one(".missing")) == "No entry yet: Kidney."


def test_a_safety_fact_has_one_place_to_link_to_on_its_own_page() -> None:
    view = miniview(slug="calmol")
    page = soup(render_safety(view, "calmol") + render_safety_table(view, "calmol", []))
    own = ["safety-calmol-boxed", "safety-calmol-warning", "safety-calmol-brisk"]
    assert [str(place["id"]) for place in page.select("[id^=safety]")] == own
    other = soup(render_safety_table(miniview(slug="briskine"), "briskine", ["washout"]))
    assert other.select("tbody tr") and not other.select("[id^=safety]")


def test_a_washout_stands_on_the_page_of_the_other_medicine_too() -> None:
    table = soup(render_safety_table(miniview(slug="briskine"), "briskine", ["washout"]))
    assert words_of(table.select_one("tbody .with")) == "Calmol"


def test_an_approval_says_status_date_and_whether_its_check_is_overdue() -> None:
    table = soup(render_approvals(miniview(), "calmol"))
    assert words_of(table.select_one(".status-approved")) == (
        "FDA (United States) calmol tablets : gloom approved 3 Feb 1999 1 Checked 23 Nov 2026 check overdue"
    )
    assert words_of(table.select_one(".status-not-confirmed .seen")) == "not confirmed in an official source"


def test_a_dispute_shows_both_sides_cited_and_dated() -> None:
    dispute = soup(render_disputes(miniview(), "calmol")).select_one("article#dispute-calmol-gloom")
    assert dispute is not None
    assert [words_of(position) for position in dispute.select(".position")] == [
        "It is small. 1 Sources of 2020",
        "It is nothing. 2 Sources of 2021",
    ]


def test_no_dispute_is_said_in_words() -> None:
    assert soup(render_disputes(miniview(), "gloom")).select_one(".empty") is not None


def test_a_page_nobody_has_reviewed_says_so() -> None:
    for language, text in (
        (Language.EN, "◐ Not yet reviewed by a clinician"),
        (Language.ZH, "◐ 尚未经临床医生审阅"),
    ):
        assert words_of(soup(render_header(miniview(language), "calmol")).select_one(".review")) == text


def test_a_reviewed_page_names_who_and_when() -> None:
    review = soup(render_header(miniview(), "briskine")).select_one(".review-done")
    assert words_of(review) == "● Reviewed by Nobody Real, invented clinician 2 Jan 2024"


def test_an_overdue_page_says_so() -> None:
    notice = soup(render_header(miniview(), "briskine")).select_one(".notice-expired")
    assert "1 Jan 2026" in words_of(notice)


def test_a_topic_whose_record_cites_a_retracted_paper_says_so_first() -> None:
    notice = soup(render_header(miniview(), "briskine")).select_one(".notice-retracted")
    assert notice is not None
    assert words_of(notice).startswith("This page cites a retracted publication.")
    assert [link["href"] for link in notice.select("a")] == [
        "/references/gamma2019withdrawn/",
        "https://doi.org/10.5555/gamma.notice",
    ]


def test_the_bibliography_keeps_the_order_of_the_numbers(tmp_path: Path) -> None:
    page = bibliography(tmp_path, "beta2021second", "alpha2020first")
    assert [entry["id"] for entry in page.select("li")] == ["ref-beta2021second", "ref-alpha2020first"]


def test_an_entry_says_first_what_became_of_it(tmp_path: Path) -> None:
    first = bibliography(tmp_path, "gamma2019withdrawn").select("li p")[0]
    assert words_of(first) == "Retracted, 4 Mar 2021 notice"


def test_an_entry_gives_design_finding_and_links(tmp_path: Path) -> None:
    entry = bibliography(tmp_path, "alpha2020first")
    assert words_of(entry.select_one(".finding")) == (
        "Randomized controlled trial : Calmol beat placebo in a trial that never was."
    )
    links = [str(link["href"]) for link in entry.select("a")]
    assert links.count("https://doi.org/10.5555/alpha") == 1
    assert links[-2:] == ["https://pubmed.ncbi.nlm.nih.gov/11111111/", "/references/alpha2020first/"]


def test_an_entry_in_another_language_than_the_page_says_so(tmp_path: Path) -> None:
    page = bibliography(tmp_path, "alpha2020first", "delta2018chinese", language=Language.ZH)
    assert [entry.get("lang") for entry in page.select(".entry")] == ["en", None]


def test_markup_in_a_finding_is_text(tmp_path: Path) -> None:
    page = bibliography(tmp_path, "beta2021second")
    assert page.find("script") is None
    assert "<script>alert(1)</script>" in words_of(page.select_one(".finding"))


def test_a_page_tells_how_to_cite_it_and_what_changed_last() -> None:
    page = soup(render_history(miniview(site_url="https://example.org/"), "calmol"))
    assert words_of(page.select_one(".cite-text")) == (
        "Calmol. Atlas of Anxiety and Depression. Evidence checked 23 Nov 2026. https://example.org/therapies/calmol/"
    )
    assert [words_of(change) for change in page.select(".changes li")] == [
        "1 Dec 2026 One number mended.",
        "23 Nov 2026 First published.",
    ]
