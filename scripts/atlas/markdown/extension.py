"""Register everything with a Markdown instance."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlas.languages import Language
from atlas.markdown.assembly import FinishTreeprocessor, NumberTreeprocessor
from atlas.markdown.blocks import GeneratedBlocksExtension
from atlas.markdown.code import CodePostprocessor
from atlas.markdown.foreign import ForeignTreeprocessor
from atlas.markdown.inline import CitationProcessor, ClaimNumberProcessor
from atlas.markdown.start import CurrentView, StartPreprocessor
from atlas.markdown.tables import TableTreeprocessor
from atlas.markdown.terms import TermTreeprocessor
from atlas.render.view import View
from atlas.sources.current import current_library
from markdown import Extension

if TYPE_CHECKING:
    from markdown import Markdown


class AtlasExtension(Extension):
    """Turn citations, claim numbers and blocks into HTML, for one language and one data folder."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "language of the pages: en or zh"],
            "data": ["docs/data", "folder of the records"],
            "cache": [".cache", "folder of the formatted references"],
            "site_url": [os.environ.get("SITE_URL", "http://127.0.0.1:8000/"), "address of the published site"],
            "record_url": ["", "where records are published, such as {base}data/topics/{slug}.yaml"],
            "today": ["", "the day that decides what is overdue, YYYY-MM-DD; empty: the day of the build"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Register the processors; their priorities say when each runs among those of other extensions."""
        page = CurrentView(self.view)
        md.preprocessors.register(StartPreprocessor(md, page), "atlas-start", 1000)
        GeneratedBlocksExtension(page).extendMarkdown(md)
        # After escapes and code (190), before links (160).
        md.inlinePatterns.register(CitationProcessor(md), "atlas-citation", 165)
        md.inlinePatterns.register(ClaimNumberProcessor(md, page), "atlas-claim-number", 164)
        # Before the table of contents (5), which takes stock of ids; citations reach headings only after it.
        md.treeprocessors.register(NumberTreeprocessor(md, page), "atlas-number", 6.5)
        md.treeprocessors.register(FinishTreeprocessor(md), "atlas-finish", 4.5)
        md.treeprocessors.register(TableTreeprocessor(md), "atlas-tables", 4.4)
        # Last, when citations and blocks are placeholders that hold no words.
        md.treeprocessors.register(TermTreeprocessor(md, page), "atlas-terms", 4.3)
        md.treeprocessors.register(ForeignTreeprocessor(md, page), "atlas-foreign", 4.2)
        # After raw HTML is back in its place (30).
        md.postprocessors.register(CodePostprocessor(md), "atlas-code", 5)

    def view(self) -> View:
        """Return a fresh view of the library as it is now; each page gets its own."""
        today = self.getConfig("today")
        return View(
            library=current_library(Path(self.getConfig("data"))),
            language=Language(self.getConfig("language")),
            site_url=self.getConfig("site_url"),
            cache=Path(self.getConfig("cache")),
            record_url=self.getConfig("record_url"),
            today=datetime.date.fromisoformat(today) if today else datetime.date.today(),
        )


def makeExtension(**options: Any) -> AtlasExtension:  # noqa: N802  # Markdown's own name
    """Return the extension, for tools that name it by its module."""
    return AtlasExtension(**options)
