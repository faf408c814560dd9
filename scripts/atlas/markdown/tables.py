"""Make tables of prose fit for phones, screen readers and a strict content policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from atlas.markdown.marks import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)")
HEADING = re.compile(r"h[1-6]")


class TableTreeprocessor(Treeprocessor):
    """Give tables scopes, a scroll wrapper and classes where Markdown writes styles."""

    def run(self, root: Element) -> None:
        """Mend every table of the page."""
        heading = ""
        for element, above in list(walk(root)):
            if HEADING.fullmatch(element.tag):
                heading = element.get("id", "")
            if element.tag == "table" and above:
                _mend_cells(element.iter())
                _wrap(element, above[-1], heading)


def _mend_cells(cells: Iterable[Element]) -> None:
    for cell in cells:
        if cell.tag == "th":
            cell.set("scope", "col")
        alignment = cell.attrib.pop("align", None) or _style_alignment(cell)
        if alignment:
            cell.set("class", f"{cell.get('class', '')} align-{alignment}".strip())


def _style_alignment(cell: Element) -> str | None:
    match = ALIGNMENT.search(cell.get("style", ""))
    if match is None:
        return None
    del cell.attrib["style"]
    return match[1]


def _wrap(table: Element, parent: Element, heading: str) -> None:
    """Put a table into an element that can be scrolled by finger and by key, and is named by its heading."""
    wrapper = Element("div", {"class": "table-scroll", "tabindex": "0"})
    if heading:
        # A group, not a region: two tables under one heading would be two landmarks of one name.
        wrapper.attrib.update({"role": "group", "aria-labelledby": heading})
    wrapper.tail, table.tail = table.tail, None
    position = list(parent).index(table)
    parent[position] = wrapper
    wrapper.append(table)
