"""The elements that stand for citations and blocks until the whole page is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown import Markdown

CITATION_TAG = "atlas-citation"
# What a block holds until it is rendered; the attribute never reaches a page.
BLOCK_ATTRIBUTE = "atlas-block"
HTML_ATTRIBUTE = "atlas-html"
ANCHOR_TAG = "atlas-anchor"


def citation_mark(bracket: str) -> Element:
    """Return an element that holds a citation as typed."""
    return Element(CITATION_TAG, {"text": bracket})


def set_block(element: Element, name: str, argument: str, options: Mapping[str, Any]) -> None:
    """Let an element stand for a block."""
    element.set(BLOCK_ATTRIBUTE, json.dumps([name, argument, options], default=str))


def take_block(element: Element) -> tuple[str, str, dict[str, Any]] | None:
    """Return the block that an element stands for, and clear it; nothing if it is no block."""
    held = element.attrib.pop(BLOCK_ATTRIBUTE, None)
    if held is None:
        return None
    name, argument, options = json.loads(held)
    return name, argument, options


def hold_html(element: Element, html: str) -> None:
    """Keep rendered HTML until other extensions have had their look at the tree."""
    element.set(HTML_ATTRIBUTE, html)


def stash(md: Markdown, html: str) -> AtomicString:
    """Return a placeholder that becomes this HTML when the page is written."""
    return AtomicString(md.htmlStash.store(html))


def walk(element: Element, above: tuple[Element, ...] = ()) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield every element in reading order with those around it, the nearest last."""
    yield element, above
    for child in list(element):
        yield from walk(child, (*above, element))
