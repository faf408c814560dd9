"""The purged stylesheet is what the installed theme yields, and parts of a stylesheet are kept or dropped whole."""

from __future__ import annotations

from pathlib import Path

from atlas.publishing.assets import join_styles
from atlas.publishing.theme_css import purge, theme_stylesheet

STYLES = Path(__file__).parents[2] / "docs" / "assets" / "css"


def test_the_committed_file_is_what_the_pinned_theme_yields() -> None:
    assert (STYLES / "theme.css").read_text(encoding="utf-8") == purge(theme_stylesheet()) + "\n"


def test_rules_of_parts_that_the_atlas_has_not_are_dropped() -> None:
    css = ".md-typeset p{margin:0}.md-search,.md-typeset ul{padding:0}.md-header{color:red}"

    assert purge(css) == ".md-typeset p{margin:0}\n.md-typeset ul{padding:0}"


def test_braces_inside_strings_do_not_end_a_rule() -> None:
    css = '.md-tag{background:url("data:image/svg+xml,{}")}.md-typeset p{margin:0}'

    assert purge(css) == ".md-typeset p{margin:0}"


def test_declarations_that_need_the_themes_colors_are_dropped() -> None:
    assert purge(".md-typeset p{margin:0;color:var(--md-fg)}") == ".md-typeset p{margin:0}"


def test_the_stylesheets_are_joined_with_the_theme_in_a_layer_of_its_own() -> None:
    css = join_styles(STYLES)

    assert css.startswith("@layer theme{")
    assert "/*" not in css
