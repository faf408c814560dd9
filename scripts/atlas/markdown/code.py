"""Let code that is wider than the page be scrolled by key."""

from __future__ import annotations

from markdown.postprocessors import Postprocessor

PRE = "<pre><code"
REACHED = '<pre tabindex="0"><code'


class CodePostprocessor(Postprocessor):
    """Put code blocks into the order of the keyboard; fenced ones are HTML before there is a tree."""

    def run(self, text: str) -> str:
        """Mend every code block of the page."""
        return text.replace(PRE, REACHED)
