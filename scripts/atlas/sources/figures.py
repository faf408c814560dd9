"""Read drawn figures: an SVG without words, and a YAML file with its words in both languages.

Two files with one name in `docs/data/figures/`. The drawing goes into the page itself, so only plain shapes with
the classes of our style sheet are let in: no script, no style, no address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from atlas.models.figure import Figure
from atlas.problem import Position, Problem, ProblemsFoundError
from atlas.sources.validation import validate
from atlas.sources.yaml_file import read_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset({"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"})
PLACES = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points"}
ATTRIBUTES = frozenset({*PLACES, "viewBox", "class", "transform", "text-anchor", "data-label"})


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold a figure's words and its SVG text."""

    figure: Figure
    svg: str


def load_figure(path: Path, problems: list[Problem]) -> Drawing | None:
    """Read the figure whose words stand at `path`; what is wrong with either file goes to the problems."""
    drawing = path.with_suffix(".svg")
    try:
        document = read_yaml(path)
        svg = read_text(drawing)
        root = ElementTree.fromstring(svg)
    except ProblemsFoundError as error:
        problems.extend(error.problems)
        return None
    except (OSError, ElementTree.ParseError) as error:
        problems.append(Problem(Position(drawing), "bad-figure", f"found no drawing that can be read: {error}"))
        return None
    figure, found = validate(Figure, document.value, document)
    problems.extend(found)
    if figure is None:
        return None
    faults = [Problem(Position(drawing), "bad-figure", message) for message in _faults(root, figure)]
    problems.extend(faults)
    return None if faults else Drawing(figure, svg)


def _faults(root: ElementTree.Element, figure: Figure) -> Iterator[str]:
    used = set()
    for element in root.iter():
        name = str(element.tag).removeprefix(NAMESPACE)
        if name not in ELEMENTS:
            yield f"found <{name}>, expected one of {', '.join(sorted(ELEMENTS))}"
        for attribute in sorted(element.attrib.keys() - ATTRIBUTES):
            yield f"found {attribute} on <{name}>, expected one of {', '.join(sorted(ATTRIBUTES))}"
        if (element.text or "").strip():
            yield f"found words in <{name}>, expected data-label and the words in the YAML file"
        used |= {element.get("data-label")} - {None}
    if not root.get("viewBox"):
        yield "found no viewBox"
    for label in sorted(str(label) for label in used ^ figure.labels.keys()):
        where = "the drawing" if label in figure.labels else "the YAML file"
        yield f"label {label} is missing in {where}"
