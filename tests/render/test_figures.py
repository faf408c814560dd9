"""A drawn figure: words from the record, shapes from the drawing, nothing else let in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import defects
from atlas.languages import Language
from atlas.render.blocks import render_block
from atlas.render.figure_files import COLORS, LOOKS, plan_pictures
from atlas.render.view import View
from atlas.sources.library import load_library

if TYPE_CHECKING:
    from atlas.problem import Problem
    from atlas.sources.library import Library

WORDS = """title: {en: Loop, zh: 环}
description: {en: A acts on B., zh: 甲作用于乙。}
labels: {a: {en: "Part <A>|upper", zh: 甲}}
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200">
<path class="fig-line" d="M0 0L10 10"/><text data-label="a" x="5" y="6" class="fig-text"/></svg>"""


def load(folder: Path, drawing: str = DRAWING) -> tuple[Library, list[Problem]]:
    figures = defects.copy_sound(folder) / "docs/data/figures"
    figures.mkdir()
    (figures / "loop.yaml").write_text(WORDS, encoding="utf-8")
    (figures / "loop.svg").write_text(drawing, encoding="utf-8")
    return load_library(figures.parent)


def render(folder: Path, language: Language) -> str:
    return str(render_block(View(load(folder)[0], language), "figure", "loop", {}))


def test_a_label_is_printed_in_the_page_language(tmp_path: Path) -> None:
    assert ">甲</text>" in render(tmp_path, Language.ZH)


def test_a_bar_breaks_a_label_into_lines_and_words_are_escaped(tmp_path: Path) -> None:
    assert "Part &lt;A&gt;</tspan><tspan" in render(tmp_path, Language.EN)


def test_a_figure_is_an_image_with_a_text_that_says_the_same(tmp_path: Path) -> None:
    html = render(tmp_path, Language.EN)

    assert 'role="img" aria-label="Loop" aria-describedby="figure-loop-text"' in html
    assert '<p id="figure-loop-text">A acts on B.</p>' in html


@pytest.mark.parametrize(
    ("drawing", "message"),
    [
        (DRAWING.replace("</svg>", "<script/></svg>"), "found <script>"),
        (DRAWING.replace('d="M', 'style="x" d="M'), "found style on <path>"),
        (DRAWING.replace('class="fig-text"/>', ">words</text>"), "found words in <text>"),
        (DRAWING.replace('data-label="a"', 'data-label="b"'), "label b is missing in the YAML file"),
        (DRAWING.replace("</svg>", ""), "found no drawing that can be read"),
    ],
)
def test_what_does_not_belong_in_a_drawing_is_refused(tmp_path: Path, drawing: str, message: str) -> None:
    library, problems = load(tmp_path, drawing)

    assert "loop" not in library.figures
    assert any(message in problem.message for problem in problems)


def test_a_figure_leads_to_a_file_that_needs_no_page(tmp_path: Path) -> None:
    library, _ = load(tmp_path)
    files = {output.name: output.render() for output in plan_pictures(library, tmp_path)}

    assert 'href="/downloads/figures/loop.zh.svg"' in render(tmp_path / "page", Language.ZH)
    picture = files["loop.zh.svg"]
    assert all(text in picture for text in ("<title>环</title>", "甲作用于乙。", ">甲</text>", 'stroke="#55626c"'))
    assert "class=" not in picture and "style" not in picture


def test_a_file_has_the_colors_of_the_page_and_knows_every_class_of_its_stylesheet() -> None:
    css = Path(__file__).parents[2] / "docs" / "assets" / "css"
    tokens = (css / "tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", tokens.split("[data-scheme")[0]))
    shapes = set(re.findall(r"\.(fig-[a-z-]+)", (css / "figures.css").read_text(encoding="utf-8")))

    assert {name: light[name] for name in COLORS} == COLORS
    assert shapes - {"fig-text"} <= LOOKS.keys() and LOOKS.keys() - {"fig-text"} <= shapes
