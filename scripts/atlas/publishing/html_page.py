"""Pages that are HTML already: converting them again is half the time of a build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "references"
ANCHOR = re.compile(r'\sid="([^"]+)"')


class HtmlPage(Page):
    """Take the page's text as it is, below its front matter.

    The reference pages are written by templates without a word of Markdown, and Python-Markdown would parse their
    HTML only to print it unchanged.
    """

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set what MkDocs's own conversion sets."""
        self.content = self.markdown or ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(ANCHOR.findall(self.content))


def take_as_html(files: Files, config: MkDocsConfig) -> Files:
    """Make the pages of the generated folder before MkDocs makes ordinary ones of them."""
    for file in files.documentation_pages():
        if file.src_uri.split("/")[1:2] == [FOLDER]:
            HtmlPage(None, file, config)
    return files
