"""What the cards of a page show, in a file beside it: design, finding and PubMed link of its references, its terms.

They are a fifth of a page's bytes and are read one or two at a time. The page stays light without them and complete
all the same: an entry leads to its DOI and its reference page, where all of it stands, and a term to the glossary.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

FILE = "asides.json"
LIST = '<ol class="bibliography"'
# What templates/bibliography.html prints of one reference, up to its links.
ENTRY = re.compile(
    r'(?P<start><li id="(?P<id>ref-[^"]+)">(?P<entry>(?:(?!<li ).)*?)<p class="finding">)(?P<finding>.*?)</p>'
    r'(?P<between>\n<p class="ref-links">)?(?P<pubmed><a href="https://pubmed\.[^>]*>[^<]*</a> )?',
    re.DOTALL,
)
DOI = 'href="https://doi.org/'
DEFINITION = r'<div id="def-[^"]+">(?:(?!</?div).)*</div>'
DEFINITIONS = re.compile(rf'<div class="term-definitions" hidden>((?:{DEFINITION})*)</div>', re.DOTALL)
DESCRIBED = re.compile(r'(<a class="term" [^>]*?) aria-describedby="def-[^"]+"')


@dataclass(slots=True)
class Asides:
    """Hold what left a page, as HTML: findings and links by the id of their entries, and definitions."""

    findings: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    definitions: str = ""


def move_asides(output: str, page: Page) -> str:
    """Write what the page's cards show beside it, and return the page without it."""
    light, asides = detach_asides(output)
    if asides.findings or asides.definitions:
        text = json.dumps(asdict(asides), ensure_ascii=False, separators=(",", ":"))
        write_file(text.encode(), str(Path(page.file.abs_dest_path).parent / FILE))
    return light


def detach_asides(output: str) -> tuple[str, Asides]:
    """Return the page without what its cards show, and that."""
    asides = Asides()

    def keep_start(entry: re.Match[str]) -> str:
        asides.findings[entry["id"]] = entry["finding"]
        pubmed = entry["pubmed"] or ""
        if DOI not in entry["entry"]:  # Then PubMed is the way to the article.
            return f"{entry['start']}</p>{entry['between'] or ''}{pubmed}"
        if pubmed:
            asides.links[entry["id"]] = pubmed
        return f"{entry['start']}</p>{entry['between'] or ''}"

    def keep_nothing(definitions: re.Match[str]) -> str:
        asides.definitions += definitions[1]
        return ""

    light = ENTRY.sub(keep_start, output) if LIST in output else output
    light = DEFINITIONS.sub(keep_nothing, light)
    # What describes the links is gone; the script that brings it back ties them again.
    return (DESCRIBED.sub(r"\1", light) if asides.definitions else light), asides
