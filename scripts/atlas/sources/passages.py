"""Return all text that readers see, page by page and record by record, with the place of each character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from pydantic import BaseModel

from atlas.models.base import Bilingual
from atlas.sources.blocks import BlockKind
from atlas.sources.citations import CITATION, CLAIM_NUMBER
from atlas.sources.substance import ATTRIBUTES, CODE, COMMENT, FOOTNOTE_MARK, LINK, TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from atlas.languages import Language
    from atlas.problem import Position
    from atlas.sources.blocks import Block
    from atlas.sources.library import Library
    from atlas.sources.pages import Page, Site
    from atlas.sources.yaml_file import Step

# What stands for a piece of markup of the same width, so that offsets stay true.
MARKUP, CITED = "\x02", "\x01"


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold one block, heading or field as readers see it; `section` counts the sections of its file."""

    text: str
    place: Callable[[int], Position]
    section: int = 0


def page_passages(page: Page) -> Iterator[Passage]:
    """Return the headings and blocks of a page without markup, citations, addresses and code."""
    for number, section in enumerate(page.outline.sections):
        if section.level:
            start = section.level + 2  # after the marks and a space
            yield Passage(section.title, _in_line(page, section.line, start), number)
        for block in section.blocks:
            for part in block.cells or (block,):
                if part.kind not in {BlockKind.CODE, BlockKind.GENERATED}:
                    yield Passage(visible_text(part.text), _in_block(page, part), number)


def _in_line(page: Page, line: int, column: int) -> Callable[[int], Position]:
    return lambda offset: page.position(line, column + offset)


def _in_block(page: Page, block: Block) -> Callable[[int], Position]:
    return lambda offset: page.position(*block.place(offset))


def visible_text(text: str) -> str:
    """Blank out markup; a claim's number becomes digits, since that is what is printed."""
    for pattern in (COMMENT, CODE, CITATION):
        text = pattern.sub(lambda match: _fill(CITED, match.group()), text)
    text = CLAIM_NUMBER.sub(lambda match: "0" * len(match.group()), text)
    text = LINK.sub(_link_text, text)
    for pattern in (ATTRIBUTES, FOOTNOTE_MARK, TAG):
        text = pattern.sub(lambda match: _fill(MARKUP, match.group()), text)
    return text


def _fill(character: str, text: str) -> str:
    return re.sub(r"[^\n]", character, text)


def _link_text(match: re.Match[str]) -> str:
    lead = match.start("text") - match.start()
    return MARKUP * lead + match["text"] + MARKUP * (match.end() - match.end("text"))


def record_passages(library: Library, language: Language) -> Iterator[Passage]:
    """Return the texts of topics, findings and definitions in one language."""
    for slug, topic in library.topics.items():
        yield from _fields(topic, language, partial(library.topics.position, slug))
    for key, reference in library.references.items():
        place = partial(library.references.position, key, "custom")
        yield from _fields(reference.custom.finding, language, place, "finding")
        yield from _fields(reference.custom.status.note, language, place, "status", "note")
    for key, term in library.glossary.items():
        yield from _fields(term.definition, language, partial(library.glossary.position, key), "definition")


def _fields(value: object, language: Language, place: Callable[..., Position], *steps: Step) -> Iterator[Passage]:
    """Walk through a record to its bilingual texts."""
    if isinstance(value, Bilingual):
        where = place(*steps, language.value)
        yield Passage(value[language], lambda _offset: where)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _fields(getattr(value, name), language, place, *steps, field.alias or name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _fields(item, language, place, *steps, str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _fields(item, language, place, *steps, index)


def passages(site: Site, language: Language) -> list[Passage]:
    """Return every passage of one language; several rules read them, so they are kept."""
    if language not in site.passages:
        pages = [passage for page in site.pages[language].values() for passage in page_passages(page)]
        site.passages[language] = [*pages, *record_passages(site.library, language)]
    return site.passages[language]
