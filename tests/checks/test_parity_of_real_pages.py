"""On copies of the atlas's own pages, each way in which two languages come apart is found, in both directions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atlas.checks.pairs import check_pairs
from atlas.checks.parity import check_outline
from atlas.languages import Language
from atlas.sources.citations import CITATION
from atlas.sources.library import load_library
from atlas.sources.pages import Page, Site, load_site

if TYPE_CHECKING:
    from atlas.problem import Problem

ROOT = Path(__file__).parents[2]
PAGE = "mechanisms/serotonin"
Damage = Callable[[str], str]


@cache
def real_site() -> Site:
    library, _ = load_library(ROOT / "docs" / "data")
    return load_site(ROOT, library, only={"serotonin"})


def found_after(damage: Damage | None, language: Language) -> list[Problem]:
    site = real_site()
    pages = {each: site.pages[each][PAGE] for each in Language}
    page = pages[language]
    if damage is not None:
        damaged = damage(page.text)
        assert damaged != page.text
        pages[language] = Page(page.path, page.file, language, damaged)
    pair = Site(site.root, site.library, {each: {PAGE: page} for each, page in pages.items()})
    return [*check_outline(pair), *check_pairs(pair)]


def prose(text: str) -> list[str]:
    return [block for block in text.split("\n\n") if not re.match(r"[#/|!\-\d<]", block) and len(block) > 60]


def drop_a_citation(text: str) -> str:
    return CITATION.sub("", text, count=1)


def drop_a_paragraph(text: str) -> str:
    return text.replace(prose(text)[1] + "\n\n", "", 1)


def change_a_percentage(text: str) -> str:
    return re.sub(r"(\d)(\d)%", lambda match: f"{int(match[1]) % 9 + 1}{match[2]}%", text, count=1)


def swap_an_interval(text: str) -> str:
    return re.sub(r"(\d\.\d+)( to |～| 至 )(\d\.\d+)", r"\3\2\1", text, count=1)


def move_a_section(text: str) -> str:
    sections = re.split(r"(?m)^(?=## )", text)
    return "".join([sections[0], sections[2], sections[1], *sections[3:]])


def test_the_real_pair_is_level() -> None:
    assert found_after(None, Language.EN) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (drop_a_citation, "parity-citation"),
        (drop_a_paragraph, "parity-block"),
        (change_a_percentage, "parity-number"),
        (swap_an_interval, "parity-number"),
        (move_a_section, "parity-heading"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_damage_to_one_language_is_found(damage: Damage, rule: str, language: Language) -> None:
    assert rule in {problem.rule for problem in found_after(damage, language)}
