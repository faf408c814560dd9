"""Cards for link previews are drawn whole, in both scripts, with a glyph for every character."""

from __future__ import annotations

import io
from pathlib import Path

import pylopdf_fonts_zh_cn as fonts
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types
from PIL import Image, ImageFont

from atlas.languages import Language
from atlas.publishing import previews
from atlas.publishing.edition import Edition, read_library
from atlas.render import cards
from minisite import minilibrary

ROOT = Path(__file__).parents[2]
CARD = cards.Card("Therapy · Sham", "Calmol", "卡莫", "An invented medicine.", "Atlas", "图谱")


def edition_of_the_atlas() -> Edition:
    return Edition(read_library(ROOT / "docs" / "data"), Language.EN, ROOT / "docs")


@pytest.mark.parametrize("path", [fonts.sans_path(), fonts.serif_path()], ids=["sans", "serif"])
def test_every_character_of_every_card_of_the_atlas_has_a_glyph(path: Path) -> None:
    known = set(TTFont(path).getBestCmap())
    written = {character for _, card in previews.cards_of(edition_of_the_atlas()) for character in card.text}

    assert {character for character in written - {"\n"} if ord(character) not in known} == set()
    assert "…" not in written or ord("…") in known


def test_a_card_is_a_small_picture_of_the_usual_size() -> None:
    data = cards.draw(CARD)
    picture = Image.open(io.BytesIO(data))

    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))
    assert len(data) < 40_000


def test_equal_cards_are_equal_bytes_and_other_titles_give_others() -> None:
    other = cards.Card("Therapy · Sham", "卡莫", "Calmol", "An invented medicine.", "Atlas", "图谱")

    assert cards.draw(CARD) == cards.draw(CARD) != cards.draw(other)


def font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts.sans_path(), 30)


def test_no_line_begins_with_a_closing_mark_or_cuts_a_word() -> None:
    text = "一二三四五六七八九十，" * 8 + "serotonin and noradrenaline " * 6
    lines = cards.wrap(text, font())

    assert len(lines) > 2
    assert [line for line in lines if line[0] in "，。"] == []
    assert {word for line in lines for word in line.split() if word.isascii()} <= {
        "serotonin",
        "and",
        "noradrenaline",
    }
    assert max(font().getlength(line) for line in lines) <= cards.ROOM


def test_what_does_not_fit_ends_in_dots() -> None:
    lines = cards.wrap("word " * 100, font(), most=2)

    assert len(lines) == 2
    assert lines[1].endswith("word…")


def test_an_unchanged_card_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = Edition(minilibrary(), Language.EN, tmp_path)
    first = previews.card_files(edition, tmp_path)
    monkeypatch.setattr(cards, "draw", lambda card: pytest.fail(f"drawn again: {card.title}"))

    assert previews.card_files(edition, tmp_path) == first
    assert {"cards/en/calmol.png", "cards/zh/calmol.png", "cards/en/atlas.png", "cards/zh/atlas.png"} <= set(first)


def test_old_cards_are_dropped_and_what_another_process_is_drawing_is_left_alone(tmp_path: Path) -> None:
    edition = Edition(minilibrary(), Language.EN, tmp_path)
    kept = tmp_path / previews.FOLDER
    kept.mkdir()
    (kept / "old.png").write_bytes(b"old")
    (kept / ".new.png.1.tmp").write_bytes(b"half")
    files = previews.card_files(edition, tmp_path)

    assert {file.name for file in kept.iterdir()} & {"old.png", ".new.png.1.tmp"} == {".new.png.1.tmp"}
    assert sorted(files.values()) == sorted(file.read_bytes() for file in kept.glob("*.png"))
