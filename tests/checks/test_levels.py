"""The checker remembers which sections were level, and tells which side has moved on."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import check
import defects
from atlas.checks.pairs import level
from atlas.languages import Language
from atlas.sources.levels import State, levels_text, section_states
from atlas.sources.library import load_library
from atlas.sources.pages import Site, load_site

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.sources.levels import SectionState

THEN, NOW = datetime.date(2026, 1, 2), datetime.date(2026, 3, 4)
ENGLISH, CHINESE = "docs/en/guide/baths.md", "docs/zh/guide/baths.md"


def open_site(root: Path) -> Site:
    return load_site(root, load_library(root / "docs" / "data")[0])


def level_pair(folder: Path) -> Path:
    root = defects.copy_sound(folder)
    defects.apply(defects.FIXTURES / "pair", root)
    check.write_levels(root, "baths", THEN)
    return root


def states(root: Path) -> dict[str, SectionState]:
    site = open_site(root)
    pages = [site.pages[language]["guide/baths"] for language in Language]
    return section_states(site.levels.get("guide/baths"), pages[0].outline, pages[1].outline)


def change(root: Path, *files: str) -> None:
    """Change the same number in the pages named."""
    if ENGLISH in files:
        defects.replace_once(root, ENGLISH, "30% stayed", "35% stayed")
    if CHINESE in files:
        defects.replace_once(root, CHINESE, "30% 的人", "35% 的人")


def test_a_pair_that_was_compared_is_level(tmp_path: Path) -> None:
    assert {standing.state for standing in states(level_pair(tmp_path)).values()} == {State.LEVEL}


def test_a_change_in_one_language_leaves_the_other_behind_since_they_were_level(tmp_path: Path) -> None:
    root = level_pair(tmp_path)

    change(root, ENGLISH)

    assert (states(root)["effect"].state, states(root)["effect"].on) == (State.ZH_BEHIND, THEN)
    assert states(root)["harm"].state is State.LEVEL


def test_a_change_in_both_languages_levels_itself(tmp_path: Path) -> None:
    root = level_pair(tmp_path)
    change(root, ENGLISH, CHINESE)

    check.write_levels(root, None, NOW)

    assert (states(root)["effect"].state, states(root)["effect"].on) == (State.LEVEL, NOW)
    assert states(root)["harm"].on == THEN


def test_a_change_in_one_language_does_not_level_itself(tmp_path: Path) -> None:
    root = level_pair(tmp_path)
    change(root, CHINESE)

    check.write_levels(root, None, NOW)

    assert states(root)["effect"].state is State.EN_BEHIND


def test_a_section_that_differs_cannot_be_called_level(tmp_path: Path) -> None:
    root = level_pair(tmp_path)
    change(root, CHINESE)

    check.write_levels(root, "baths", NOW)

    assert states(root)["effect"].state is State.EN_BEHIND


def test_whoever_compared_a_reworded_section_can_call_it_level(tmp_path: Path) -> None:
    root = level_pair(tmp_path)
    defects.replace_once(root, ENGLISH, "Nothing is known", "Nothing much is known")

    check.write_levels(root, "baths", NOW)

    assert states(root)["effect"].state is State.LEVEL


def test_a_new_section_in_one_language_is_missing_in_the_other(tmp_path: Path) -> None:
    root = level_pair(tmp_path)
    defects.replace_once(root, CHINESE, "## 往事", "## 新 {#new}\n\n新的一节。\n\n## 往事")

    assert states(root)["new"].state is State.EN_MISSING
    assert check.report(check.find_problems(root, ("parity",)), "text", root) == 0


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    assert check.write_levels(level_pair(tmp_path), "baths", NOW) == []


def test_the_file_of_levels_is_read_as_it_was_written(tmp_path: Path) -> None:
    site = open_site(level_pair(tmp_path))
    found = level(site, "baths", NOW)

    assert found is not None
    assert levels_text(found[1]) == site.levels_file("guide/baths").read_text(encoding="utf-8")
