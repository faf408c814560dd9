"""Cutting a reference file into records."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.sources.reference_file import read_record, split_records

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
