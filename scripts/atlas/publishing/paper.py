"""What a page says on paper alone: numbers to call, where it was printed from, and which state of it that was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from atlas.render.numbers import date
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from atlas.models.topic import Topic
    from atlas.publishing.edition import Edition

CRISIS_PAGE = "guide/crisis-help.md"
# The crisis page's line of numbers: a label in bold, then links that call.
NUMBERS = re.compile(r"^\*\*[^*\n]+\*\*[ ]*(.*\]\(tel:.*)$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def crisis_numbers(edition: Edition) -> str:
    """Return the telephone numbers as the crisis page gives them, without links; empty if it gives none."""
    file = edition.docs / edition.language / CRISIS_PAGE
    found = NUMBERS.search(read_text(file)) if file.is_file() else None
    return LINK.sub(r"\1", found[1]) if found else ""


def printed_line(address: str, topic: Topic | None, edition: Edition) -> str:
    """Return where a print comes from, with the date of the page's latest change or check."""
    if topic is None:
        return edition.word("printed", address=address)
    latest = max([topic.checked_on, *(change.on for change in topic.changes)])
    return edition.word("printed-version", address=address, date=date(latest, edition.language))
