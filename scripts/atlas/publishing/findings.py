"""The findings of a page's references, in a file beside the page.

They are a tenth of a page's bytes and are read in cards, one or two at a time: the page stays light without them,
and each entry leads to its reference page, where the finding stands too.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

FILE = "findings.json"
LIST = '<ol class="bibliography"'
# What templates/bibliography.html prints of one reference, up to the end of its finding.
ENTRY = re.compile(
    r'(?P<start><li id="(?P<id>ref-[^"]+)">(?:(?!<li ).)*?<p class="finding"><span class="design">[^<]*</span>)'
    r"(?P<finding>[^<]*)</p>",
    re.DOTALL,
)


def move_findings(output: str, page: Page) -> str:
    """Write the page's findings beside it and return the page without them; a page without references stays."""
    light, findings = detach_findings(output)
    if findings:
        text = json.dumps(findings, ensure_ascii=False, separators=(",", ":"))
        write_file(text.encode(), str(Path(page.file.abs_dest_path).parent / FILE))
    return light


def detach_findings(output: str) -> tuple[str, dict[str, str]]:
    """Return the page without its findings, and these by the id of their entries, as text without markup."""
    if LIST not in output:
        return output, {}
    findings: dict[str, str] = {}

    def keep_design(entry: re.Match[str]) -> str:
        findings[entry["id"]] = html.unescape(entry["finding"])
        return f"{entry['start']}</p>"

    light = ENTRY.sub(keep_design, output)
    return light.replace(LIST, f'{LIST} data-findings="{FILE}"', 1), findings
