"""What the cards of a page show, in a file beside it: the findings of its references, the definitions of its terms.

They are a sixth of a page's bytes and are read one or two at a time. The page stays light without them and complete
all the same: an entry leads to its reference page, where the finding stands, and a term to the glossary.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

FILE = "asides.json"
LIST = '<ol class="bibliography"'
# What templates/bibliography.html prints of one reference, up to the end of its finding.
ENTRY = re.compile(
    r'(?P<start><li id="(?P<id>ref-[^"]+)">(?:(?!<li ).)*?<p class="finding"><span class="design">[^<]*</span>)'
    r"(?P<finding>[^<]*)</p>",
    re.DOTALL,
)
DEFINITION = r'<div id="def-[^"]+">(?:(?!</?div).)*</div>'
DEFINITIONS = re.compile(rf'<div class="term-definitions" hidden>((?:{DEFINITION})*)</div>', re.DOTALL)


@dataclass(slots=True)
class Asides:
    """Hold findings as text by the id of their entries, and definitions as the HTML of one element."""

    findings: dict[str, str] = field(default_factory=dict)
    definitions: str = ""


def move_asides(output: str, page: Page) -> str:
    """Write what the page's cards show beside it, and return the page without it."""
    light, asides = detach_asides(output)
    if asides.findings or asides.definitions:
        content = {"findings": asides.findings, "definitions": asides.definitions}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        write_file(text.encode(), str(Path(page.file.abs_dest_path).parent / FILE))
    return light


def detach_asides(output: str) -> tuple[str, Asides]:
    """Return the page without what its cards show, and that."""
    asides = Asides()

    def keep_design(entry: re.Match[str]) -> str:
        asides.findings[entry["id"]] = html.unescape(entry["finding"])
        return f"{entry['start']}</p>"

    def keep_nothing(definitions: re.Match[str]) -> str:
        asides.definitions += definitions[1]
        return ""

    light = ENTRY.sub(keep_design, output) if LIST in output else output
    return DEFINITIONS.sub(keep_nothing, light), asides
