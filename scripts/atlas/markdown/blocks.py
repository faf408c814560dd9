"""The generated blocks as blocks of pymdownx: each leaves an element that is filled when the page is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension  # type: ignore[import-untyped]  # ships no types
from pymdownx.blocks.block import Block  # type: ignore[import-untyped]  # ships no types

from atlas.markdown.marks import set_block
from atlas.render.blocks import BLOCKS, OPTIONS
from atlas.render.header import kicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from pymdownx.blocks import BlocksProcessor

    from atlas.render.view import View
    from markdown import Markdown


def _any(value: Any) -> Any:
    """Take an option as it is: the renderer says what is wrong, where a refused block would print raw."""
    return value


class GeneratedBlock(Block):  # type: ignore[misc]  # pymdownx ships no types
    """Stand for a block until the page is known."""

    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        """Return the element that will hold the block."""
        element = SubElement(parent, "div", {"class": f"atlas atlas-{self.NAME}"})
        argument = self.argument or ""
        options = {key: value for key, value in self.options.items() if key != "attrs" and value is not None}
        if self.NAME == "header":
            self._add_title(element, argument)
        set_block(element, self.NAME, argument, options)
        return element

    def _add_title(self, element: Element, slug: str) -> None:
        """Add the title at once and as a true heading, for the table of contents and the page's title."""
        view = self.config["view"]()
        topic = view.library.topics.get(slug)
        if topic is None:
            return
        above = SubElement(element, "p", {"class": "kicker"})
        above.text = AtomicString(" · ".join(kicker(view, topic)))
        title = SubElement(element, "h1", {"id": "topic-title"})
        title.text = AtomicString(view.text(topic.name))
        twin = view.language.twin
        other = SubElement(element, "p", {"class": "other-name", "lang": twin.tag})
        other.text = AtomicString(topic.name[twin])


def _block_class(name: str) -> type[GeneratedBlock]:
    options = dict.fromkeys(OPTIONS.get(name, ()), (None, _any))
    return type(f"{name.title().replace('-', '')}Block", (GeneratedBlock,), {"NAME": name, "OPTIONS": options})


class GeneratedBlocksExtension(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types
    """Register every generated block."""

    def __init__(self, view: Callable[[], View]) -> None:
        super().__init__()
        self._view = view

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the blocks (the name is pymdownx's own)."""
        for name in BLOCKS:
            block_mgr.register(_block_class(name), {"view": self._view})
