"""Both ends of relations, derived relations, and the matrix of recommendations."""

from __future__ import annotations

from atlas.languages import Language
from atlas.models.vocabulary import Certainty, Predicate
from atlas.render.edges import edges_of, shown
from atlas.render.relations import render_guidelines, render_relations
from minisite import minilibrary, miniview, soup, words_of


def rows(slug: str, show: str, language: Language = Language.EN) -> list[str]:
    table = soup(render_relations(miniview(language, slug=slug), slug, show))
    return [f"{words_of(row.td)} | {words_of(row.th)}" for row in table.select("tbody tr")]


def test_a_relation_stands_on_the_page_of_its_subject() -> None:
    assert rows("calmol", "mechanisms") == ["acts on blocks | Moodium system"]


def test_the_same_relation_stands_inverted_on_the_page_of_its_object_with_not_via_shown() -> None:
    assert rows("moodium", "therapies") == [
        "is acted on by blocks | Calmol",
        "is not how it works | Briskine",
    ]


def test_treats_is_derived_from_claims_of_benefit_at_both_ends() -> None:
    derived = [edge for edge in edges_of(minilibrary(), "calmol") if edge.derived]
    assert [(edge.predicate, edge.object, edge.certainty) for edge in derived] == [
        (Predicate.TREATS, "gloom", Certainty.MODERATE),
        (Predicate.TREATS, "fluster", Certainty.LOW),
    ]
    assert "is treated with | Calmol" in rows("gloom", "therapies")


def test_a_topic_not_written_yet_is_named_without_a_link() -> None:
    table = soup(render_relations(miniview(slug="calmol"), "calmol", "compared"))
    assert words_of(table.select_one("tbody th .planned")) == "Sunbath (not written yet)"
    assert table.select("tbody th a") == []


def test_a_written_topic_is_a_link_of_the_same_language() -> None:
    table = soup(render_relations(miniview(Language.ZH, slug="moodium"), "moodium", "therapies"))
    assert [link["href"] for link in table.select("tbody th a")] == [
        "/zh/therapies/calmol/",
        "/zh/therapies/briskine/",
    ]


def test_links_stay_below_the_path_of_the_published_site() -> None:
    view = miniview(slug="moodium", site_url="https://example.org/atlas/")
    link = soup(render_relations(view, "moodium", "therapies")).select_one("tbody th a")
    assert link is not None and link["href"] == "/atlas/therapies/calmol/"


def test_all_leaves_out_what_has_a_block_of_its_own() -> None:
    predicates = {edge.predicate for edge in shown(minilibrary(), edges_of(minilibrary(), "calmol"), "all")}
    assert predicates == {Predicate.ACTS_ON, Predicate.TREATS, Predicate.COMPARED_WITH}


def test_a_contested_relation_carries_its_mark() -> None:
    table = soup(render_relations(miniview(slug="moodium"), "moodium", "conditions"))
    assert words_of(table.select_one(".strength .contested-c2")) == "⇄ contested"


def test_no_relation_is_said_in_words() -> None:
    empty = soup(render_relations(miniview(), "briskine", "compared")).select_one(".empty")
    assert words_of(empty) == "No such relation is recorded yet."


def test_guidelines_are_a_matrix_of_guidelines_and_conditions() -> None:
    table = soup(render_guidelines(miniview(slug="calmol"), "calmol"))
    assert [words_of(cell) for cell in table.select("thead th")] == ["Guideline", "Gloom", "Fluster"]
    assert (
        words_of(table.select_one("tbody tr")) == "Mini guideline consider (2022) second 1 not recommended (2022) 1"
    )


def test_the_page_of_a_condition_shows_the_therapies_recommended_for_it() -> None:
    table = soup(render_guidelines(miniview(slug="gloom"), "gloom"))
    assert [words_of(cell) for cell in table.select("thead th")] == ["Therapy", "Mini guideline"]
    assert words_of(table.select_one("tbody th")) == "Calmol"


def test_an_overview_leaves_the_sources_to_the_pages_it_leads_to() -> None:
    overview = soup(render_relations(miniview(slug="gloom"), "gloom", "all"))
    mechanism = soup(render_relations(miniview(slug="moodium"), "moodium", "therapies"))

    assert overview.select(".citations") == []
    assert mechanism.select(".citations") != []
