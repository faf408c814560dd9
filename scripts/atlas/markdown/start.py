"""Give each page its own view of the library when its conversion starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.render.view import View
    from markdown import Markdown


class CurrentView:
    """Hold the view of the page that one Markdown instance is converting.

    Looking at the library's files takes a millisecond, so that it is done once a page, not once a number.
    """

    def __init__(self, make: Callable[[], View]) -> None:
        self._make = make
        self._view: View | None = None

    def start(self) -> None:
        """Begin a page."""
        self._view = self._make()

    def __call__(self) -> View:
        """Return the page's view."""
        if self._view is None:
            self.start()
        assert self._view is not None  # start() has just made it
        return self._view


class StartPreprocessor(Preprocessor):
    """Begin a page before anything else looks at its text."""

    def __init__(self, md: Markdown, page: CurrentView) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        """Leave the lines as they are."""
        self._page.start()
        return lines
