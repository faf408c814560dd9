"""One language of the site while it is being built."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atlas.problem import ProblemsFoundError
from atlas.sources.current import current_records

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.languages import Language
    from atlas.models.topic import Topic
    from atlas.sources.library import Library


@dataclass(frozen=True)
class Edition:
    """Hold what every step of one language's build needs to know."""

    library: Library
    language: Language
    docs: Path
    topics: dict[str, Topic] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "topics", {topic.path: topic for topic in self.library.topics.values()})

    def word(self, key: str, **values: object) -> str:
        """Return a text of the interface in the edition's language; without values, places for them stay."""
        text = self.library.words("interface", key, self.language)
        return text.format(**values) if values else text

    def topic_of(self, source: str) -> Topic | None:
        """Return the topic of a page, given its file such as `en/mechanisms/serotonin.md`."""
        return self.topics.get(source.removeprefix(f"{self.language}/").removesuffix(".md"))

    def has_page(self, path: str) -> bool:
        """Tell whether a page is written in the edition's language."""
        return (self.docs / self.language / f"{path}.md").is_file()


def read_library(data: Path) -> Library:
    """Return the records; raise `ProblemsFoundError` if any cannot be read."""
    library, problems = current_records(data)
    if problems:
        raise ProblemsFoundError(problems)
    return library
