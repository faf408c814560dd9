"""Fill in citations and blocks once the whole page is known, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from atlas.markdown.marks import (
    ANCHOR_TAG,
    BLOCK_ATTRIBUTE,
    CITATION_TAG,
    HTML_ATTRIBUTE,
    hold_html,
    stash,
    take_block,
    walk,
)  # fmt: skip
from atlas.render.blocks import LAST, render_block
from atlas.sources.citations import parse_citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from atlas.render.view import View
    from markdown import Markdown

ID = re.compile(r'<[a-z0-9]+ [^<>]*?\bid="([^"]+)"')


class NumberTreeprocessor(Treeprocessor):
    """Render citations and blocks in reading order, so that numbers follow the reader."""

    def __init__(self, md: Markdown, view: Callable[[], View]) -> None:
        super().__init__(md)
        self._view = view

    def run(self, root: Element) -> None:
        """Render what the page holds; the header and the lists come last, because they count the rest."""
        places = [(element, above) for element, above in walk(root) if _is_mark(element)]
        if not places:
            return
        view = self._view()
        blocks = {element: take_block(element) for element, _ in places}
        named = [block for block in blocks.values() if block]
        view.slug = next((argument for name, argument, _ in named if name == "header"), "")
        view.disputes_shown = frozenset(argument for name, argument, _ in named if name == "disputes")
        last = []
        for element, above in places:
            block = blocks[element]
            if block is None:
                _render_citation(view, element, above)
            elif block[0] in LAST:
                last.append((element, block))
            else:
                _render_block(view, element, block)
        for element, block in last:
            _render_block(view, element, block)


def _is_mark(element: Element) -> bool:
    return element.tag == CITATION_TAG or BLOCK_ATTRIBUTE in element.attrib


def _render_citation(view: View, element: Element, above: tuple[Element, ...]) -> None:
    text = element.attrib.pop("text")
    if any(parent.tag == "a" for parent in above):
        # A link cannot hold a link: what stands in its text stays as typed.
        element.tag, element.text = "span", f"[{text}]"
        return
    _drop_space_before(element, above[-1])
    hold_html(element, view.cite(parse_citation(text)))


def _drop_space_before(element: Element, parent: Element) -> None:
    """Bring the raised number to the word it follows."""
    position = list(parent).index(element)
    if position == 0:
        parent.text = (parent.text or "").rstrip()
    else:
        before = parent[position - 1]
        before.tail = (before.tail or "").rstrip()


def _render_block(view: View, element: Element, block: tuple[str, str, dict[str, object]]) -> None:
    html = render_block(view, *block)
    hold_html(element, html)
    # Other extensions check links against the ids that they find in the tree.
    for name in _ids(html):
        SubElement(element, ANCHOR_TAG, {"id": name})


def _ids(html: str) -> Iterable[str]:
    return dict.fromkeys(name for name in ID.findall(html))


class FinishTreeprocessor(Treeprocessor):
    """Put the rendered HTML in its place."""

    def run(self, root: Element) -> None:
        """Replace marks by placeholders of the HTML that they hold."""
        for element, above in list(walk(root)):
            html = element.attrib.pop(HTML_ATTRIBUTE, None)
            if html is None:
                continue
            if element.tag == CITATION_TAG:
                _replace(above[-1], element, stash(self.md, html))
            else:
                _fill(element, stash(self.md, html))


def _replace(parent: Element, element: Element, text: str) -> None:
    """Put text where an element stands."""
    position = list(parent).index(element)
    text += element.tail or ""
    if position == 0:
        parent.text = (parent.text or "") + text
    else:
        before = parent[position - 1]
        before.tail = (before.tail or "") + text
    parent.remove(element)


def _fill(element: Element, text: str) -> None:
    """Put text after what the block already holds, such as the title of the header."""
    for anchor in element.findall(ANCHOR_TAG):
        element.remove(anchor)
    if len(element):
        element[-1].tail = text
    else:
        element.text = text
