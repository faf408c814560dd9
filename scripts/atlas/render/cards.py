"""Draw what link previews show of a page: its kind, its title in both scripts, what it says, the site's name.

Drawn when the site is built, in the page's own colors, with a typeface that has both scripts. Each color is drawn
on a layer of its own, in steps from the paper's: so the few colors of a small file are known without a search.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pylopdf_fonts_zh_cn as fonts
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.ImageFont import FreeTypeFont as Font

# Raise when the drawing changes, so that kept cards are drawn anew.
VERSION = "1"
WIDTH, HEIGHT = 1200, 630
MARGIN = 84
PAPER = "#fbfaf6"
COLORS = {"ink": "#1d2830", "soft": "#55626c", "accent": "#0e5a66"}
# With the paper that makes sixteen colors, which is what four bits a point can name.
STEPS = 5
# Of a layer's 256 steps: all, a hairline, too little to be kept.
FULL, FAINT, NOTHING = 255, 40, 24
ONE_LINE, TWO_LINES = (96, 88, 80), (74, 68, 62, 56, 50)
MOST_LINES = {"title": 2, "other": 1, "summary": 3}
FOOT = HEIGHT - 118
ROOM = WIDTH - 2 * MARGIN
STEP = 24
SUMMARY = 31
# A Chinese character is a piece of its own, so that a line may end after it; a Latin word is not cut.
HAN = "\\u3400-\\u9fff\\u3000-\\u303f\\uff00-\\uffef“”‘’…—·"
PIECE = re.compile(rf"[{HAN}]|[^\s{HAN}]+|\s+")
NOT_FIRST = frozenset("，。、；：？！）》」』”’…—·%")
NOT_LAST = frozenset("（《「『“‘")
LEFT_OFF = "，。、；：,.;: "


@dataclass(frozen=True, slots=True)
class Card:
    """Hold what a card says."""

    kicker: str
    title: str
    other: str
    summary: str
    site: str
    other_site: str

    @property
    def text(self) -> str:
        """Return everything that is drawn."""
        return "\n".join((self.kicker, self.title, self.other, self.summary, self.site, self.other_site))


class Sheet:
    """Hold the layers of a card, and write on them."""

    def __init__(self) -> None:
        self._layers = {name: Image.new("L", (WIDTH, HEIGHT)) for name in COLORS}
        self.pens = {name: ImageDraw.Draw(layer) for name, layer in self._layers.items()}

    def write(self, lines: Iterable[str], top: float, font: Font, color: str, leading: float) -> float:
        """Write lines one below the other; return where the next would begin."""
        for line in lines:
            self.pens[color].text((MARGIN, top), line, font=font, fill=FULL)
            top += font.size * leading
        return top

    def png(self) -> bytes:
        """Return the layers as one picture."""
        whole = Image.new("L", (WIDTH, HEIGHT))
        palette = [*ImageColor.getrgb(PAPER)]
        for number, (name, layer) in enumerate(self._layers.items()):
            start = 1 + number * STEPS
            steps = [start + step * STEPS // 256 if step >= NOTHING else 0 for step in range(256)]
            whole = ImageChops.lighter(whole, layer.point(steps))
            palette += _shades(COLORS[name])
        whole = whole.convert("P")
        whole.putpalette(palette)
        target = io.BytesIO()
        whole.save(target, "PNG")
        return target.getvalue()


def _shades(color: str) -> list[int]:
    """Return the steps from the paper's color to another."""
    paper, full = ImageColor.getrgb(PAPER), ImageColor.getrgb(color)
    shares = [(step + 1) / STEPS for step in range(STEPS)]
    return [round(low + (high - low) * share) for share in shares for low, high in zip(paper, full, strict=True)]


def draw(card: Card) -> bytes:
    """Return the card as a PNG."""
    sheet = Sheet()
    sheet.pens["accent"].rectangle((0, 0, 18, HEIGHT), fill=FULL)
    top = 58.0
    if card.kicker:
        top = sheet.write([card.kicker], top, _sans(29), "accent", 1.86)
    size, lines = _title(card.title)
    top = sheet.write(lines, top, _serif(size), "ink", 1.22)
    if card.other:
        font = _serif(40)
        top = sheet.write(wrap(card.other, font, MOST_LINES["other"]), top + 20, font, "soft", 1.4)
    font = _sans(SUMMARY)
    room = max(0, min(MOST_LINES["summary"], int((FOOT - 24 - top - 18) // (SUMMARY * 1.45))))
    sheet.write(wrap(card.summary, font, room), top + 18, font, "ink", 1.45)
    _foot(sheet, card)
    return sheet.png()


def _title(title: str) -> tuple[int, list[str]]:
    """Return the largest size at which the title fits, and its lines, as even as they can be."""
    for size in ONE_LINE:
        if len(wrap(title, _serif(size))) == 1:
            return size, [title]
    for size in TWO_LINES:
        if len(wrap(title, _serif(size))) <= MOST_LINES["title"]:
            break
    font = _serif(size)
    count, width = len(wrap(title, font)), ROOM
    while width > STEP and len(wrap(title, font, width=width - STEP)) == count:
        width -= STEP
    return size, wrap(title, font, width=width)


def _foot(sheet: Sheet, card: Card) -> None:
    """Draw the site's mark and its names above the lower edge."""
    sheet.pens["soft"].line((MARGIN, FOOT, WIDTH - MARGIN, FOOT), fill=FAINT, width=2)
    pen, left, top, side = sheet.pens["accent"], MARGIN, FOOT + 32, 44
    pen.rounded_rectangle((left, top, left + side, top + side), radius=10, fill=FULL)
    pen.ellipse((left + 9, top + 9, left + side - 9, top + side - 9), outline=0, width=3)
    middle = side // 2
    pen.line((left + 9, top + middle, left + side - 9, top + middle), fill=0, width=3)
    pen.line((left + middle, top + 9, left + middle, top + side - 9), fill=0, width=3)
    base = top + side - 11
    sheet.pens["ink"].text((left + side + 20, base), card.site, font=_serif(32), fill=FULL, anchor="ls")
    sheet.pens["soft"].text((WIDTH - MARGIN, base), card.other_site, font=_serif(29), fill=FULL, anchor="rs")


def wrap(text: str, font: Font, most: int | None = None, width: int = ROOM) -> list[str]:
    """Return a text in lines that fit; what is too much ends in dots."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and font.getlength((lines[-1] + piece).rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    if most is None or len(lines) <= most:
        return [line for line in lines if line]
    return [*lines[: most - 1], _shortened(lines[most - 1], font)] if most else []


def _shortened(line: str, font: Font) -> str:
    """End a line in dots."""
    pieces = _pieces(line)
    while len(pieces) > 1 and font.getlength(f"{''.join(pieces)}…") > ROOM:
        pieces.pop()
    return f"{''.join(pieces).rstrip(LEFT_OFF)}…"


def _pieces(text: str) -> list[str]:
    """Return what a line may break between: closing marks stay with what precedes, opening ones with the next."""
    pieces: list[str] = []
    for piece in PIECE.findall(text):
        if pieces and (piece[0] in NOT_FIRST or pieces[-1][-1] in NOT_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


@cache
def _serif(size: int) -> Font:
    return ImageFont.truetype(fonts.serif_path(), size)


@cache
def _sans(size: int) -> Font:
    return ImageFont.truetype(fonts.sans_path(), size)
