"""The first use of a term in each section leads to its definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import minisite

if TYPE_CHECKING:
    from pathlib import Path

GLOSSARY = """terms:
- id: cold-bath
  en: cold bath
  zh: 冷水浴
  abbr: CBX
  section: baths
  definition: {en: A bath in cold water., zh: 用冷水洗的澡。}
- id: bath
  en: bath
  zh: 浴
  section: baths
  definition: {en: A place to wash., zh: 洗澡处。}
  hover: false
"""
TOPIC = """slug: glossary
kind: guide
group: this-site
order: 10
name: {en: Glossary, zh: 术语表}
summary: {en: Fake terms., zh: 假术语。}
checked_on: 2026-01-02
expires_on: 2028-01-02
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = minisite.copy_minisite(tmp_path)
    (folder / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (folder / "topics" / "glossary.yaml").write_text(TOPIC, encoding="utf-8")
    return folder


def test_the_first_use_in_each_section_is_linked_and_described(data: Path) -> None:
    text = "## A {#a}\n\nCold baths and a cold bath.\n\n## B {#b}\n\nA CBX."

    html = minisite.render(data, text)

    link = '<a class="term" href="/guide/glossary/#cold-bath" aria-describedby="def-cold-bath">'
    assert f"{link}Cold baths</a> and a cold bath." in html
    assert f"A {link}CBX</a>." in html
    assert html.count('id="def-cold-bath"') == 1
    assert "A bath in cold water." in html


def test_a_chinese_term_is_found_among_han_characters(data: Path) -> None:
    html = minisite.render(data, "他用冷水浴治病。", "zh")

    assert ">冷水浴</a>治病" in html
    assert '<span lang="en">cold bath</span>' in html


def test_headings_links_and_code_stay_as_they_are(data: Path) -> None:
    html = minisite.render(data, "## Cold bath {#a}\n\n[cold bath](x.md) and `cold bath`")

    assert 'class="term"' not in html


def test_everyday_words_are_left_alone(data: Path) -> None:
    assert 'class="term"' not in minisite.render(data, "A bath.")


def test_without_a_glossary_page_nothing_is_linked(data: Path) -> None:
    (data / "topics" / "glossary.yaml").unlink()

    assert 'class="term"' not in minisite.render(data, "A cold bath.")


@pytest.mark.parametrize(("language", "letter"), [("en", "C"), ("zh", "L")])
def test_the_glossary_stands_under_its_letters(data: Path, language: str, letter: str) -> None:
    html = minisite.render(data, "/// glossary\n///", language)

    assert f'<h3 id="letter-{letter.lower()}">{letter}</h3>' in html
    assert '<div id="cold-bath" data-find="lengshuiyu lsy">' in html
