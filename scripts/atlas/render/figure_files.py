"""Each drawn figure as a picture of its own, a file a language: to open large without script, to keep, to print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from atlas.languages import Language
from atlas.render.figures import FOLDER, file_name, worded
from atlas.sources.cache import digest
from atlas.sources.output import Output

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.sources.figures import Drawing
    from atlas.sources.library import Library

# A picture by itself has no stylesheet, and a strict policy lets no style in it: its colors stand on its shapes.
# They are the light ones of tokens.css, as on paper.
COLORS = {
    "paper": "#fbfaf6",
    "raised": "#ffffff",
    "ink": "#1d2830",
    "soft": "#55626c",
    "line-strong": "#8f9391",
    "accent": "#0e5a66",
    "accent-wash": "#e6efee",
    "clay": "#9c4119",
    "clay-wash": "#f7e9e0",
}
Attributes = dict[str, str]
FONT = "system-ui, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def _shape(fill: str, stroke: str = "") -> Attributes:
    line = {"stroke": COLORS[stroke], "stroke-width": "1.5"} if stroke else {}
    return {"fill": COLORS[fill], **line}


def _line(stroke: str) -> Attributes:
    return {"fill": "none", "stroke": COLORS[stroke], "stroke-width": "2"}


def _text(fill: str = "ink", weight: str = "400") -> Attributes:
    return {"fill": COLORS[fill], "font-size": "15", "font-weight": weight}


# The classes of figures.css, and what they mean without it.
LOOKS: dict[str, Attributes] = {
    "fig-box": _shape("raised", "line-strong"),
    "fig-box-accent": _shape("accent-wash", "accent"),
    "fig-box-clay": _shape("clay-wash", "clay"),
    "fig-line": _line("soft"),
    "fig-line-accent": _line("accent"),
    "fig-line-clay": _line("clay"),
    "fig-arrow": _line("soft"),
    "fig-dash": {"stroke-dasharray": "6 4"},
    "fig-thick": {"stroke-width": "4", "stroke-linecap": "round"},
    "fig-head": _shape("soft"),
    "fig-head-accent": _shape("accent"),
    "fig-head-clay": _shape("clay"),
    "fig-patch": _shape("accent-wash"),
    "fig-number": _shape("ink"),
    "fig-number-text": _text("paper", "700"),
    "fig-text": _text(),
    "fig-text-strong": _text(weight="600"),
    "fig-text-soft": _text("soft"),
}


def plan_pictures(library: Library, docs: Path) -> list[Output]:
    """Return a file for each figure and language."""
    folder = docs / FOLDER
    texts = {
        file_name(name, language): picture(drawing, language)
        for name, drawing in library.figures.items()
        for language in Language
    }
    return [Output(folder, name, digest(text), partial(str, text)) for name, text in texts.items()]


def picture(drawing: Drawing, language: Language) -> str:
    """Return a figure as an SVG file that needs nothing else: words, colors, title and description."""
    root = worded(drawing, language)
    for element in root.iter():
        for name in element.attrib.pop("class", "").split():
            element.attrib.update(LOOKS[name])
    root.attrib.update({"xmlns": "http://www.w3.org/2000/svg", "lang": language.tag, "font-family": FONT})
    ground = ElementTree.Element("rect", {"width": "100%", "height": "100%", "fill": COLORS["paper"]})
    words = [("title", drawing.figure.title), ("desc", drawing.figure.description)]
    for place, (tag, text) in enumerate(words):
        element = ElementTree.Element(tag)
        element.text = text[language]
        root.insert(place, element)
    root.insert(len(words), ground)
    return ElementTree.tostring(root, encoding="unicode") + "\n"
