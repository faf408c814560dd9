"""Recognise citations and claim numbers in a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from atlas.markdown.marks import citation_mark
from atlas.render.claims import claim_number
from atlas.render.view import UnknownError
from atlas.sources.citations import CITATION, CLAIM_NUMBER
from atlas.sources.visible import hide_links

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from atlas.render.view import View
    from markdown import Markdown


class CitationProcessor(InlineProcessor):
    """Put a mark where a citation stands; numbers are given later, since this is not called in reading order."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(CITATION.pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802  # Markdown's own name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the mark, or nothing if the bracket is part of a link."""
        if hide_links(data)[m.start() : m.end()] != m[0]:
            return None, None, None
        return citation_mark(m[1]), m.start(), m.end()


class ClaimNumberProcessor(InlineProcessor):
    """Print a claim's number, so that prose and record cannot differ."""

    def __init__(self, md: Markdown, view: Callable[[], View]) -> None:
        super().__init__(CLAIM_NUMBER.pattern, md)
        self._view = view

    def handleMatch(  # type: ignore[override]  # noqa: N802  # Markdown's own name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Return the number, or a visible problem."""
        css = "claim-number"
        try:
            text = claim_number(self._view(), m[1], m[2])
        except UnknownError as error:
            css, text = "problem", f"[{error}]"
        element = Element("span", {"class": css})
        element.text = AtomicString(text)
        return element, m.start(), m.end()
