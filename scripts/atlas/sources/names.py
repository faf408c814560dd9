"""Read the words of pages and the names of topics without reading the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.models.base import Bilingual
from atlas.models.entity import Entity
from atlas.models.topic import PlannedTopic
from atlas.sources.cache import Memory
from atlas.sources.library import Words, load_words
from atlas.sources.shelf import Shelf, load_list

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.problem import Problem
    from atlas.sources.cache import Cache


def read_words(files: list[Path], cache: Cache, version: str, problems: list[Problem]) -> Words:
    """Return the words that files of `docs/data/words/` hold."""
    memory = Memory(cache, "words", version)
    families = memory.get("words", _joined(files), lambda: _plain_words(files, problems))
    if not problems:
        memory.save()
    return Words(
        {
            family: {key: Bilingual.model_construct(**word) for key, word in words.items()}
            for family, words in families.items()
        }
    )


def _plain_words(files: list[Path], problems: list[Problem]) -> dict[str, dict[str, dict[str, str]]]:
    families = load_words(files, problems)
    return {family: {key: word.model_dump() for key, word in words.items()} for family, words in families.items()}


def read_unwritten(data: Path, cache: Cache, version: str) -> dict[str, Bilingual]:
    """Return the names of what has no page: planned topics and entities; the checks name their faults."""
    memory = Memory(cache, "names", version)
    names = memory.get(
        "names", _joined([data / "entities.yaml", data / "planned.yaml"]), lambda: _plain_names(data)
    )
    memory.save()
    return {slug: Bilingual(**name) for slug, name in names.items()}


def _plain_names(data: Path) -> dict[str, dict[str, str]]:
    entities: Shelf[Entity] = Shelf()
    planned: Shelf[PlannedTopic] = Shelf()
    if (data / "entities.yaml").exists():
        load_list(data / "entities.yaml", "entities", Entity, entities, [])
    if (data / "planned.yaml").exists():
        load_list(data / "planned.yaml", "topics", PlannedTopic, planned, [])
    names = {slug: entity.name for slug, entity in entities.items()}
    names |= {slug: topic.name for slug, topic in planned.items()}
    return {slug: name.model_dump() for slug, name in names.items()}


def _joined(files: list[Path]) -> str:
    return "\0".join(
        f"{file.name}\0{file.read_text(encoding='utf-8', errors='replace')}" for file in files if file.is_file()
    )
