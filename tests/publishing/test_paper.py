"""What a print says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.publishing.edition import Edition
from atlas.publishing.paper import crisis_numbers, printed_line
from minisite import minilibrary

if TYPE_CHECKING:
    from pathlib import Path

LINE = "**Touch a number:** Utopia [12 34](tel:1234), [56](tel:56) · Erewhon [7](tel:7)\n"
URL = "https://example.org/page/"


def edition(docs: Path, language: Language = Language.EN) -> Edition:
    return Edition(minilibrary(), language, docs)


def test_the_numbers_are_those_of_the_crisis_page_without_its_links(tmp_path: Path) -> None:
    page = tmp_path / "en" / "guide" / "crisis-help.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"# Help\n\nWords.\n\n{LINE}\nMore.\n", encoding="utf-8")

    assert crisis_numbers(edition(tmp_path)) == "Utopia 12 34, 56 · Erewhon 7"


def test_without_such_a_page_no_numbers_are_printed(tmp_path: Path) -> None:
    assert crisis_numbers(edition(tmp_path)) == ""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.EN, f"Printed from {URL}, version of 1 Dec 2026"),
        (Language.ZH, f"打印自 {URL}，2026 年 12 月 1 日的版本"),
    ],
)
def test_a_topic_is_dated_by_its_latest_check_or_change(tmp_path: Path, language: Language, line: str) -> None:
    topic = minilibrary().topics["calmol"]

    assert printed_line(URL, topic, edition(tmp_path, language)) == line


def test_a_page_without_a_record_gives_its_address_alone(tmp_path: Path) -> None:
    assert printed_line(URL, None, edition(tmp_path)) == f"Printed from {URL}"
