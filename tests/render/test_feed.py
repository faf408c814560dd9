"""The feeds and llms.txt say what the records say."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from atlas.languages import Language
from atlas.render.feed import ATOM, atom_feed, llms_text
from minisite import minilibrary

SITE = "https://example.org/atlas/"


def feed(language: Language) -> ElementTree.Element:
    topics = list(minilibrary().topics.values())
    return ElementTree.fromstring(atom_feed(minilibrary(), topics, language, SITE))


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall(path.replace("/", f"/{{{ATOM}}}"))]


@pytest.mark.parametrize(
    ("language", "changes"),
    [(Language.EN, ["One number mended.", "First published."]), (Language.ZH, ["更正一个数字。", "首次发布。"])],
)
def test_a_feed_lists_changes_in_its_language_newest_first(language: Language, changes: list[str]) -> None:
    assert texts(feed(language), "./entry/summary") == changes
    assert texts(feed(language), "./updated") == ["2026-12-01T00:00:00Z"]


def test_every_entry_has_an_id_of_its_own_and_leads_to_its_page() -> None:
    chinese = feed(Language.ZH)
    ids = texts(chinese, "./entry/id")
    links = [link.get("href") for link in chinese.findall(f"./{{{ATOM}}}entry/{{{ATOM}}}link")]

    assert len(ids) == len(set(ids)) == 2
    assert set(links) == {f"{SITE}zh/therapies/calmol/"}


def test_the_list_for_language_models_names_pages_in_both_languages() -> None:
    topics = {language: list(minilibrary().topics.values()) for language in Language}
    text = llms_text(minilibrary(), topics, SITE)

    assert f"- [Calmol]({SITE}therapies/calmol/): An invented medicine." in text
    assert f"- [卡莫]({SITE}zh/therapies/calmol/): 一种虚构的药。" in text
    assert f"({SITE}api/claims.json)" in text
