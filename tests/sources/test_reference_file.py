"""Cutting a reference file into records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atlas.sources.reference_file import load_references, read_all, read_record, split_records
from atlas.sources.shelf import Shelf

if TYPE_CHECKING:
    from atlas.models.reference import Reference
    from atlas.problem import Problem

ITEM = """\
- id: smith2020tea
  type: article-journal
  language: en
  title: >-
    Tea
    and calm
  author:
  - {family: Smith, given: Ann}
  issued: 2020
  DOI: 10.9999/tea
  custom: {design: rct, seen: a made-up copy}
"""
PATH = Path("references.yaml")


def indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" for line in text.splitlines())


@pytest.mark.parametrize("by", ["", "  "])
def test_every_item_is_a_record_with_its_line(by: str) -> None:
    text = "# a comment\n\nreferences:\n# another\n" + indented(ITEM, by) + "\n" + indented(ITEM, by)

    records = split_records(text)

    assert records is not None
    assert [record.line for record in records] == [5, 17]
    assert "".join(record.text for record in records) == text.split("# another\n")[1]


def test_lists_inside_an_item_do_not_cut_it() -> None:
    records = split_records("references:\n" + ITEM)

    assert records is not None and len(records) == 1
    reference = read_record(PATH, records[0])
    assert reference is not None and reference.title == "Tea and calm"


def test_a_record_keeps_its_key_when_lines_are_added_before_it() -> None:
    plain, moved = split_records("references:\n" + ITEM), split_records("\n\nreferences:\n" + ITEM)

    assert plain is not None and moved is not None
    assert plain[0].key == moved[0].key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "references: []\n",
        f"references:\n{ITEM}other: 1\n",
        f"other: 1\nreferences:\n{ITEM}",
        f"references:\n{ITEM}---\n{ITEM}",
        f"references:\n-\n{ITEM}",
        f"references:\n{ITEM}\t- id: x\n",
        f"terms:\n{ITEM}",
    ],
)
def test_an_unusual_form_is_left_to_the_reader_of_the_whole_file(text: str) -> None:
    assert split_records(text) is None


@pytest.mark.parametrize(
    "change", [("language: en", "language: English"), ("id: ", "id: &a "), ("2020\n", "'2020\n"), ("DOI", "D0I")]
)
def test_a_record_with_a_fault_is_no_reference(change: tuple[str, str]) -> None:
    records = split_records("references:\n" + ITEM.replace(*change))

    assert records is not None
    assert read_record(PATH, records[0]) is None


def loaded(path: Path, text: str) -> tuple[Shelf[Reference], list[Problem]]:
    path.write_text(text, encoding="utf-8")
    shelf: Shelf[Reference] = Shelf()
    problems: list[Problem] = []
    load_references(path, shelf, problems)
    return shelf, problems


def test_places_follow_when_lines_are_added_before_a_record_read_earlier(tmp_path: Path) -> None:
    path = tmp_path / "references.yaml"
    before, _ = loaded(path, "references:\n" + ITEM)
    after, problems = loaded(path, "# one\n# two\nreferences:\n" + ITEM)

    assert problems == []
    assert before.position("smith2020tea", "issued").line + 2 == after.position("smith2020tea", "issued").line
    assert after.position("smith2020tea", "issued").column == before.position("smith2020tea", "issued").column


def test_a_fault_is_told_with_the_same_place_as_by_the_reader_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "references.yaml"
    text = "references:\n" + ITEM + ITEM.replace("language: en", "language: English").replace("smith", "jones")
    loaded(path, text)
    shelf, problems = loaded(path, "\n" + text)

    assert list(shelf) == ["smith2020tea"]
    assert problems == read_all(path)[1] != []


def test_a_record_that_comes_twice_is_told(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path / "references.yaml", "references:\n" + ITEM + ITEM)

    assert [problem.rule for problem in problems] == ["duplicate-key"]
