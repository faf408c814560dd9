"""Load the hand-written pages, so that checks read no file themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.problem import Position, Problem, ProblemsFoundError
from atlas.sources.levels import load_levels
from atlas.sources.outline import Outline, read_outline
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from atlas.models.levels import Levels
    from atlas.sources.library import Library
    from atlas.sources.passages import Passage

GENERATED_FOLDERS = ("references/",)
GENERATED_PAGES = frozenset({"status"})


@dataclass(frozen=True)
class Page:
    """Hold one page as typed; `path` is that of both languages, such as `mechanisms/serotonin`."""

    path: str
    file: Path
    language: Language
    text: str

    @property
    def name(self) -> str:
        """Return the page's file as findings in other files name it."""
        return page_name(self.path, self.language)

    @property
    def slug(self) -> str:
        """Return the name that the page shares with its record."""
        return self.path.rpartition("/")[2]

    @property
    def title(self) -> str:
        """Return the page's own title; a topic's page has none, since its record names it."""
        return next((section.title for section in self.outline.sections if section.level == 1), self.path)

    @cached_property
    def outline(self) -> Outline:
        """Return the page's sections and blocks."""
        return read_outline(self.text)

    def position(self, line: int, column: int = 1) -> Position:
        """Return a place in the page's file."""
        return Position(self.file, line, column)


@dataclass(frozen=True)
class Site:
    """Hold the records and all hand-written pages of both languages."""

    root: Path
    library: Library
    pages: dict[Language, dict[str, Page]]
    problems: list[Problem] = field(default_factory=list)
    levels: dict[str, Levels] = field(default_factory=dict)
    passages: dict[Language, list[Passage]] = field(default_factory=dict, repr=False)

    def pairs(self) -> Iterator[tuple[str, Page | None, Page | None]]:
        """Return each path with its English and its Chinese page, either of which may be missing."""
        english, chinese = self.pages[Language.EN], self.pages[Language.ZH]
        for path in sorted(english.keys() | chinese.keys()):
            yield path, english.get(path), chinese.get(path)

    def levels_file(self, path: str) -> Path:
        """Return where it is kept which sections of a pair were level."""
        return self.library.data / "parity" / f"{path.rpartition('/')[2]}.yaml"


def page_name(path: str, language: Language) -> str:
    """Return where a page stands, or would stand, from the root of the project."""
    return f"docs/{language}/{path}.md"


def load_site(root: Path, library: Library, only: Container[str] | None = None) -> Site:
    """Read the pages under `root`; `only` names the slugs to read, for a check of a few topics."""
    site = Site(root, library, {language: {} for language in Language})
    for language in Language:
        folder = root / "docs" / language
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(folder).with_suffix("").as_posix()
            if not is_generated(path) and (only is None or path.rpartition("/")[2] in only):
                _load_page(site, path, file, language)
    site.levels.update(load_levels(library.data / "parity", site.problems))
    return site


def is_generated(path: str) -> bool:
    """Tell whether a path is written by a program, so that nobody is told to mend it by hand."""
    return path in GENERATED_PAGES or path.startswith(GENERATED_FOLDERS)


def _load_page(site: Site, path: str, file: Path, language: Language) -> None:
    try:
        text = read_text(file)
    except ProblemsFoundError as error:
        site.problems.extend(error.problems)
    except OSError as error:
        site.problems.append(Problem(Position(file), "unreadable", error.strerror or str(error)))
    else:
        site.pages[language][path] = Page(path, file, language, text)
