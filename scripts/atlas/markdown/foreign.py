"""Mark Chinese words in the prose of English pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor

from atlas.languages import Language
from atlas.markdown.marks import stash
from atlas.render.foreign import HAN_RUN, in_chinese

if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Match
    from xml.etree.ElementTree import Element

    from atlas.render.view import View
    from markdown import Markdown

SKIPPED = frozenset({"code", "pre", "script", "style"})


class ForeignTreeprocessor(Treeprocessor):
    """Give every run of Chinese its language; runs last, when only prose is left in the tree."""

    def __init__(self, md: Markdown, view: Callable[[], View]) -> None:
        super().__init__(md)
        self._view = view

    def run(self, root: Element) -> None:
        """Mark the page's text; Chinese pages are left as they are."""
        if self._view().language is Language.EN:
            self._walk(root)

    def _walk(self, element: Element) -> None:
        if element.tag in SKIPPED or element.get("lang"):
            return
        element.text = self._marked(element.text)
        for child in element:
            self._walk(child)
            child.tail = self._marked(child.tail)

    def _marked(self, text: str | None) -> str | None:
        return HAN_RUN.sub(self._span, text) if text else text

    def _span(self, match: Match[str]) -> str:
        return str(stash(self.md, in_chinese(match.group())))
