"""Claims as cards and effects as a table."""

from __future__ import annotations

import pytest

from atlas.languages import Language
from atlas.render.claims import render_claim, render_claims
from atlas.render.effects import render_effects
from minisite import miniview, soup, words_of


def test_a_card_shows_symbols_word_and_rater() -> None:
    card = soup(render_claim(miniview(), "calmol-gloom"))
    assert words_of(card.select_one(".certainty-moderate")) == "⊕⊕⊕◯ moderate site-rated RoB"
    symbols = card.select_one(".symbols")
    assert symbols is not None and symbols["aria-label"] == "GRADE certainty"


def test_a_grade_taken_from_a_review_says_so_and_cites_it_after_the_statement() -> None:
    card = soup(render_claim(miniview(), "calmol-waiting"))
    assert words_of(card.select_one(".rater")) == "rated by the review"
    assert [link["href"] for link in card.select(".citations a")] == [
        "#ref-beta2021second",
        "#ref-delta2018chinese",
    ]
    assert [link.text for link in card.select(".citations a")] == ["1", "2"]


def test_a_claim_without_grade_says_why() -> None:
    card = soup(render_claim(miniview(), "calmol-count"))
    assert words_of(card.select_one(".ungraded")) == "not graded a plain count"


@pytest.mark.parametrize(
    ("language", "effect"),
    [
        (
            Language.EN,
            "SMD −0.30 (95% CI −0.40 to −0.20) · 21 studies, 12,345 participants · less gloom with calmol",
        ),
        (Language.ZH, "SMD −0.30 （95% CI −0.40～−0.20） · 21 项研究，12,345 人 · 用卡莫者忧郁较轻"),
    ],
)
def test_the_numbers_stand_under_the_sentence(language: Language, effect: str) -> None:
    card = soup(render_claim(miniview(language), "calmol-gloom"))
    assert words_of(card.select_one(".effect")) == effect


def test_a_contested_mark_leads_to_both_sides_on_the_same_page() -> None:
    view = miniview(slug="calmol", disputes_shown=frozenset({"calmol"}))
    mark = soup(render_claim(view, "calmol-gloom")).select_one("a.contested-c2")
    assert words_of(mark) == "⇄ contested since 20 Jul 2022"
    assert mark is not None and mark["href"] == "#dispute-calmol-gloom"


def test_on_another_page_the_mark_leads_to_the_owner_of_the_claim() -> None:
    mark = soup(render_claim(miniview(Language.ZH, slug="gloom"), "calmol-gloom")).select_one("a.contested-c2")
    assert mark is not None and mark["href"] == "/zh/therapies/calmol/#dispute-calmol-gloom"


def test_an_overdue_claim_says_so() -> None:
    card = soup(render_claim(miniview(), "calmol-count"))
    assert words_of(card.select_one(".notice-expired")).endswith("due for a new check on 1 Jan 2027.")


def test_only_headline_claims_are_cards_of_the_topic() -> None:
    cards = soup(render_claims(miniview(), "calmol")).select("article.claim")
    assert [card["id"] for card in cards] == ["claim-calmol-gloom", "claim-calmol-count"]


def test_a_card_shown_twice_has_its_id_once() -> None:
    view = miniview()
    cards = soup(render_claim(view, "calmol-gloom") + render_claim(view, "calmol-gloom")).select("article.claim")
    assert [card.get("id") for card in cards] == ["claim-calmol-gloom", None]


def test_effects_are_grouped_by_comparator_and_waiting_lists_stand_apart() -> None:
    table = soup(render_effects(miniview(), "calmol"))
    groups = [(words_of(body.tr), len(body.select("tr")) - 1) for body in table.select("tbody")]
    assert groups == [("Compared with: Placebo", 2), ("Compared with: Waiting list", 1)]
    assert words_of(table.select_one(".comparator-waiting-list .mark-wl")) == "waiting-list control"


def test_a_table_of_effects_has_caption_and_scopes() -> None:
    table = soup(render_effects(miniview(), "calmol"))
    assert table.caption is not None
    assert {cell["scope"] for cell in table.select("th")} == {"col", "row", "rowgroup"}


def test_a_claim_without_card_can_be_linked_to_in_the_table() -> None:
    assert soup(render_effects(miniview(), "calmol")).select_one("tr#claim-calmol-waiting") is not None


def test_a_topic_without_effects_says_so() -> None:
    assert words_of(soup(render_effects(miniview(), "gloom")).select_one(".empty")).startswith("No effect sizes")
