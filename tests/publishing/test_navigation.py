"""The navigation follows from the records."""

from __future__ import annotations

from pathlib import Path

from atlas.languages import Language
from atlas.publishing.edition import Edition
from atlas.publishing.navigation import Family, families, mkdocs_nav
from minisite import FIXTURE, minilibrary


def edition(language: Language = Language.EN) -> Edition:
    return Edition(minilibrary(), language, FIXTURE.parent)


def labels(family: Family) -> list[str]:
    return [entry.label for shelf in family.shelves for entry in shelf.entries]


def test_families_stand_in_the_order_of_the_vocabulary() -> None:
    assert [family.label for family in families(edition())] == ["Mechanisms", "Therapies", "Guide"]


def test_only_written_pages_are_linked(tmp_path: Path) -> None:
    page = tmp_path / "en" / "therapies" / "calmol.md"
    page.parent.mkdir(parents=True)
    page.touch()

    (therapies,) = families(Edition(minilibrary(), Language.EN, tmp_path))

    assert labels(therapies) == ["Calmol"]


def test_what_is_not_written_is_counted() -> None:
    shelf = families(edition())[1].shelves[0]
    planned = [topic for topic in minilibrary().planned.values() if topic.group == "antidepressants"]

    assert shelf.missing == len(planned)


def test_names_are_those_of_the_edition() -> None:
    assert labels(families(edition(Language.ZH))[1]) == ["卡莫", "轻快宁"]


def test_mkdocs_learns_titles_and_order_but_no_reference_page() -> None:
    nav = mkdocs_nav(edition())

    assert nav[0] == {"Home": "index.md"}
    assert {"Therapies": [{"Calmol": "therapies/calmol.md"}, {"Briskine": "therapies/briskine.md"}]} in nav
    assert "references" not in str(nav)


def test_an_address_ends_with_a_slash() -> None:
    entry = families(edition())[1].shelves[0].entries[0]

    assert (entry.path, entry.url) == ("therapies/calmol", "therapies/calmol/")
    assert Path(FIXTURE.parent / "en" / f"{entry.path}.md").is_file()
