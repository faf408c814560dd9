"""A drawn figure with its words in the page's language, and the same in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from markupsafe import Markup

from atlas.render.environment import render_template
from atlas.render.view import UnknownError
from atlas.sources.figures import NAMESPACE

if TYPE_CHECKING:
    from atlas.languages import Language
    from atlas.render.view import View
    from atlas.sources.figures import Drawing

LINE_HEIGHT = "1.25em"
FOLDER = "downloads/figures"


def render_figure(view: View, name: str) -> Markup:
    """Return a figure as inline SVG, so that it follows the page's colors, with its text alternative."""
    drawing = view.library.figures.get(name)
    if drawing is None:
        raise UnknownError(view.word("problem", "figure", name))
    return render_template(
        "figure",
        view,
        key=name,
        figure=drawing.figure,
        svg=_inline(view, name, drawing),
        file=f"{view.base}{FOLDER}/{file_name(name, view.language)}",
    )


def file_name(name: str, language: Language) -> str:
    """Return the name of the file that holds a figure alone, in one language."""
    return f"{name}.{language}.svg"


def worded(drawing: Drawing, language: Language) -> ElementTree.Element:
    """Return a drawing with its labels in one language."""
    root = ElementTree.fromstring(drawing.svg)
    for element in root.iter():
        element.tag = str(element.tag).removeprefix(NAMESPACE)
        element.tail = None
        if label := element.attrib.pop("data-label", None):
            _set_lines(element, drawing.figure.labels[label][language].split("|"))
    return root


def _inline(view: View, name: str, drawing: Drawing) -> Markup:
    root = worded(drawing, view.language)
    # The caption and the description below say it all; the picture is one image to a screen reader.
    root.attrib.update({"class": "drawing", "role": "img", "aria-label": view.text(drawing.figure.title)})
    root.set("aria-describedby", f"figure-{name}-text")
    return Markup(ElementTree.tostring(root, encoding="unicode"))  # built from checked shapes and escaped words


def _set_lines(element: ElementTree.Element, lines: list[str]) -> None:
    """Break a label into lines, centered on the place of the text."""
    if len(lines) == 1:
        element.text = lines[0]
        return
    x = element.get("x", "0")
    first = f"{-(len(lines) - 1) * 0.625:g}em"
    for number, line in enumerate(lines):
        part = ElementTree.SubElement(element, "tspan", {"x": x, "dy": LINE_HEIGHT if number else first})
        part.text = line
