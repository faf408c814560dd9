"""Chinese words in English prose name their language; code can be scrolled by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.render.foreign import mark_han
from minisite import copy_minisite, render, soup

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_minisite(tmp_path_factory.mktemp("foreign"))


def test_chinese_in_english_prose_is_marked_wherever_it_stands(data: Path) -> None:
    page = soup(
        render(
            data,
            "## Gloom 阴郁 {#gloom}\n\nIt is *阴郁症，轻度* or [气](https://example.org).\n\n| a |\n|---|\n| 表 |",
        )
    )

    assert [span.text for span in page.select("[lang=zh-CN]")] == ["阴郁", "阴郁症，轻度", "气", "表"]


def test_chinese_pages_and_code_are_left_as_they_are(data: Path) -> None:
    assert "lang=" not in render(data, "阴郁。", language="zh")
    assert "lang=" not in render(data, "Write `阴郁`.")


def test_a_text_of_a_record_is_escaped_and_marked() -> None:
    assert mark_han("<b> 速开朗 (X)", Language.EN) == '&lt;b&gt; <span lang="zh-CN">速开朗</span> (X)'
    assert mark_han("速开朗 & X", Language.ZH) == "速开朗 &amp; X"


@pytest.mark.parametrize("text", ["```\na very long line\n```", "    a very long line"], ids=["fenced", "indented"])
def test_code_can_be_reached_by_key(data: Path, text: str) -> None:
    assert soup(render(data, text)).select_one("pre[tabindex='0']") is not None
