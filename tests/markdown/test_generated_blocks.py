"""Generated blocks in a page."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from markdown.treeprocessors import Treeprocessor

import markdown
from atlas.markdown import AtlasExtension
from atlas.render.blocks import BLOCKS
from atlas.sources.citations import BLOCK_NAMES
from atlas.sources.current import current_library
from minisite import render, soup, words_of

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

# Blocks whose argument is no topic.
ARGUMENTS = {"all-compared": "medicines", "all-effects": "medicines"}
PAGE = """\
/// header | calmol
///

## In plain words {#in-plain-words}

Prose [@delta2018chinese].

""" + "\n\n".join(
    f"/// {name}\n///" if name == "bibliography" else f"/// {name} | {ARGUMENTS.get(name, 'calmol')}\n///"
    for name in BLOCKS
    if name not in {"header", "claim", "grid", "figure", "self-test"}
)


def test_the_scanner_and_the_renderer_know_the_same_blocks() -> None:
    assert tuple(BLOCKS) == BLOCK_NAMES


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_whole_page_has_no_problem_no_style_no_script_and_no_id_twice(data: Path, language: str) -> None:
    html = render(data, PAGE, language)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert "problem" not in html
    assert " style=" not in html and "<script" not in html
    assert sorted(ids) == sorted(set(ids))
    assert "wzxhzdk" not in html and "atlas-html" not in html and "atlas-anchor" not in html


def test_every_link_within_a_page_has_its_target(data: Path) -> None:
    page = soup(render(data, PAGE))
    targets = {f"#{element['id']}" for element in page.select("[id]")}
    assert {str(link["href"]) for link in page.select("a[href^='#']")} <= targets


def test_the_header_prints_title_other_title_and_the_true_state_of_review(data: Path) -> None:
    page = soup(render(data, PAGE, "zh"))
    assert page.h1 is not None and page.h1.text == "卡莫"
    other = page.select_one(".other-name")
    assert other is not None and (other.text, other["lang"]) == ("Calmol", "en")
    assert words_of(page.select_one(".review-missing")) == "◐ 尚未经临床医生审阅"
    assert words_of(page.select_one(".checked")) == "证据核对于 2026 年 11 月 23 日"


def test_the_header_counts_what_the_whole_page_cites(data: Path) -> None:
    page = soup(render(data, PAGE))
    assert words_of(page.select_one(".counts")) == "3 claims · 3 references"
    assert words_of(page.select_one(".contested-count")) == "⇄ 1 contested"


def test_the_title_is_a_heading_of_the_table_of_contents(data: Path) -> None:
    md = markdown.Markdown(extensions=["toc", AtlasExtension(data=str(data), cache=str(data.parent / "cache"))])
    md.convert(PAGE)
    assert [token["id"] for token in md.toc_tokens] == ["topic-title"]  # type: ignore[attr-defined]


def test_other_extensions_find_the_ids_of_blocks_in_the_tree(data: Path) -> None:
    found: list[str] = []

    class Listener(Treeprocessor):
        def run(self, root: Element) -> None:
            found.extend(element.get("id", "") for element in root.iter())

    md = markdown.Markdown(extensions=[AtlasExtension(data=str(data), cache=str(data.parent / "cache"))])
    md.treeprocessors.register(Listener(md), "listener", 5)
    md.convert(PAGE)
    assert {"claim-calmol-gloom", "dispute-calmol-gloom", "ref-alpha2020first"} <= set(found)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("/// claims | nowhere\n///", "Unknown topic: nowhere"),
        ("/// claims\n///", "Unknown topic:"),
        ("/// claim | calmol-nothing\n///", "Unknown claim: calmol-nothing"),
        ("/// relations | calmol\n    show: nonsense\n///", "Unknown option: nonsense"),
        ("/// safety-table | calmol\n    kinds: [nonsense]\n///", "Unknown option: nonsense"),
        ("/// header | nowhere\n///", "Unknown topic: nowhere"),
        ("/// self-test | nowhere\n///", "Unknown scale: nowhere"),
    ],
)
def test_what_is_unknown_is_a_visible_problem_in_its_place(data: Path, block: str, message: str) -> None:
    assert words_of(soup(render(data, f"before\n\n{block}\n\nafter")).select_one("p.problem")) == message


def test_a_block_inside_an_admonition_is_rendered(data: Path) -> None:
    page = soup(render(data, "!!! note\n    text\n\n    /// claim | calmol-gloom\n    ///\n"))
    assert page.select_one(".admonition article.claim") is not None


def test_html_in_a_record_is_shown_as_text(data: Path) -> None:
    page = soup(render(data, PAGE))
    assert page.find("script") is None
    assert words_of(page.select_one(".statement")).startswith("Calmol lifts gloom <i>slightly</i>.")


def test_tables_of_prose_get_scopes_classes_and_a_scroll_wrapper(data: Path) -> None:
    page = soup(render(data, "| a | b |\n| --- | --: |\n| 1 | 2 |\n"))
    wrapper = page.select_one("div.table-scroll")
    assert wrapper is not None and wrapper["tabindex"] == "0"
    assert [(cell["scope"], cell.get("class")) for cell in page.select("th")] == [
        ("col", None),
        ("col", ["align-right"]),
    ]
    assert page.select_one("[style]") is None


def test_a_table_of_prose_is_named_by_the_heading_above_it(data: Path) -> None:
    page = soup(render(data, "## First {#first}\n\n## Second {#second}\n\n| a |\n| --- |\n| 1 |\n"))
    wrapper = page.select_one("div.table-scroll")
    assert wrapper is not None and (wrapper["role"], wrapper["aria-labelledby"]) == ("group", "second")


def test_a_claim_is_named_by_its_statement_where_it_has_its_place(data: Path) -> None:
    page = soup(render(data, PAGE))
    for card in page.select("article.claim[id]"):
        assert words_of(page.find(id=str(card["aria-labelledby"]))) in words_of(card.select_one(".statement"))
    assert page.select("article.claim[id]")


def test_the_library_is_read_again_only_when_a_file_has_changed(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data, tmp_path / "data")
    first = current_library(tmp_path / "data")
    assert current_library(tmp_path / "data") is first
    record = tmp_path / "data" / "topics" / "gloom.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("Gloom", "Doom"), encoding="utf-8")
    os.utime(record, (1, 1))
    assert current_library(tmp_path / "data").topics["gloom"].name.en == "Doom"


def test_a_broken_record_leaves_the_other_pages_whole(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data, tmp_path / "data")
    (tmp_path / "data" / "topics" / "gloom.yaml").write_text("slug: [", encoding="utf-8")
    assert "Calmol" in render(tmp_path / "data", "/// header | calmol\n///\n")
