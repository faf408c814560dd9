"""Give the first use of a term in each section its definition on hover and focus."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from atlas.markdown.marks import stash
from atlas.render.terms import GLOSSARY, find_terms, render_definitions, term_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.render.terms import TermFinder
    from atlas.render.view import View
    from markdown import Markdown

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Nothing inside these is prose of the page: links cannot hold links, code is no language.
SKIPPED = HEADINGS | {"a", "code", "pre", "script", "style", "svg", "button"}


class TermTreeprocessor(Treeprocessor):
    """Link terms; runs last, when citations and blocks are placeholders that hold no words."""

    def __init__(self, md: Markdown, view: Callable[[], View]) -> None:
        super().__init__(md)
        self._view = view

    def run(self, root: Element) -> None:
        """Link the first use of each term in each section, and add the definitions at the end."""
        view = self._view()
        if GLOSSARY not in view.library.topics or view.slug == GLOSSARY:
            return
        linker = _Linker(self.md, view, find_terms(view))
        linker.walk(root)
        if linker.used:
            holder = Element("div")
            holder.text = stash(self.md, render_definitions(view, linker.used))
            root.append(holder)


class _Linker:
    """Walk through a page in reading order."""

    def __init__(self, md: Markdown, view: View, finder: TermFinder) -> None:
        self._md = md
        self._view = view
        self._finder = finder
        self._seen: set[str] = set()
        self.used: dict[str, None] = {}

    def walk(self, element: Element) -> None:
        """Link terms in an element's text and after each of its children."""
        if element.tag in HEADINGS:
            self._seen.clear()
        skipped = element.tag in SKIPPED or "claim-number" in element.get("class", "").split()
        if element.text and not skipped:
            element.text = self._linked(element.text)
        for child in element:
            if not skipped:
                self.walk(child)
            if child.tail and not skipped:
                child.tail = self._linked(child.tail)

    def _linked(self, text: str) -> str:
        """Return a text in which first uses are placeholders of links."""
        if isinstance(text, AtomicString):
            return text
        parts, end = [], 0
        for match in self._finder.pattern.finditer(text):
            term_id = self._finder.id_of(match.group())
            if term_id in self._seen:
                continue
            self._seen.add(term_id)
            self.used[term_id] = None
            link = term_link(self._view, term_id, match.group())
            parts += [text[end : match.start()], stash(self._md, link)]
            end = match.end()
        return AtomicString("".join([*parts, text[end:]])) if parts else text
