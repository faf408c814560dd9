"""Every value of a closed vocabulary has its words in both languages."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from atlas.models import vocabulary
from atlas.problem import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.pages import Site


def family_of(vocabulary_class: type[StrEnum]) -> str:
    """Return the key under which a vocabulary's words stand: its name in kebab-case."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", vocabulary_class.__name__).lower()


def check_vocabulary_words(site: Site) -> Iterator[Problem]:
    """Find values that readers would see as code."""
    families = site.library.words.families
    position = Position(site.library.data / "words" / "vocabulary.yaml")
    for _, member in inspect.getmembers(vocabulary, inspect.isclass):
        if not issubclass(member, StrEnum) or member is StrEnum:
            continue
        family = family_of(member)
        for value in member:
            if value not in families.get(family, {}):
                yield Problem(position, "missing-word", f"found no {family}.{value}, expected it in both languages")
