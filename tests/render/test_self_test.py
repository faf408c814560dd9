"""A questionnaire on the page: every item and answer, help at the item that calls for it, bands, and its source."""

from __future__ import annotations

import pytest

from atlas.languages import Language
from atlas.render.blocks import render_block
from atlas.render.self_test import render_self_test
from minisite import miniview, soup, words_of
from soup import attribute, pick


def test_every_item_has_a_group_of_its_own_with_every_answer() -> None:
    page = soup(render_self_test(miniview(), "wobble-2"))
    groups = page.select("fieldset:not(.unscored)")

    assert [words_of(group.legend) for group in groups] == ["1. Wobbling at breakfast", "2. Wobbling near an edge"]
    for group in groups:
        assert [str(choice["value"]) for choice in group.select("input")] == ["0", "1", "2", "3"]
        assert len({str(choice["name"]) for choice in group.select("input")}) == 1


def test_help_follows_the_item_that_calls_for_it_and_needs_no_script() -> None:
    page = soup(render_self_test(miniview(Language.ZH), "wobble-2"))
    crisis = pick(page, "fieldset[data-crisis] + [role=alert] .self-test-crisis")

    assert not crisis.has_attr("hidden")
    assert "从不" in words_of(crisis)
    assert attribute(crisis, "a", "href") == "/zh/guide/crisis-help/"


def test_bands_stand_with_their_source() -> None:
    view = miniview()
    page = soup(render_self_test(view, "wobble-2"))

    assert [words_of(row) for row in page.select("tbody tr")] == ["0 to 2 Steady", "3 to 6 Wobbly"]
    assert attribute(page, "caption .citations a", "href") == "#ref-alpha2020first"
    assert view.numbering.keys == ["alpha2020first", "beta2021second"]


def test_the_form_has_no_address_to_be_sent_to() -> None:
    form = pick(soup(render_self_test(miniview(), "wobble-2")), "form")

    assert form["method"] == "dialog"
    assert not form.has_attr("action")
    assert form["autocomplete"] == "off"
    assert form.select("[type=submit]") == []


def test_a_wording_that_was_not_seen_in_chinese_is_marked_as_english() -> None:
    page = soup(render_self_test(miniview(Language.ZH), "wobble-2"))

    assert words_of(page.select_one(".unscored legend [lang=en]")) == "Did anyone notice?"
    assert words_of(page.select_one(".self-test-wording [lang=en]")).startswith("Made up")


@pytest.mark.parametrize("language", list(Language))
def test_an_unknown_scale_is_a_visible_problem(language: Language) -> None:
    page = soup(render_block(miniview(language), "self-test", "no-such", {}))

    assert "no-such" in words_of(page.select_one(".problem"))
