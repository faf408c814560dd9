"""List every name by which a reader may look for a page: what the full text cannot match.

The dialog matches the list itself (abbreviations, brands, misspellings, the other language, pinyin), so that no
page carries hidden text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from pypinyin import Style, lazy_pinyin

from atlas.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atlas.models.entity import Entity
    from atlas.models.glossary import Term
    from atlas.models.topic import PlannedTopic, Topic
    from atlas.sources.library import Library

HANZI = re.compile(r"[一-鿿]+")
LONGEST_PINYIN = 10
# A page of the same shelf is nearer than one that mentions the topic often, but not than one that treats it.
SAME_GROUP, SAME_KIND = 4.0, 0.5
# Pages that mention everything are near to nothing.
GENERAL = {
    "glossary",
    "about-editorial",
    "how-to-write-a-topic",
    "disputed-claims",
    "evidence-grids",
    "mechanism-therapy-map",
}


class NameList:
    """Gather the names of one language's dialog."""

    def __init__(
        self, library: Library, language: Language, texts: Mapping[str, str], more: Mapping[str, list[str]]
    ) -> None:
        self._library = library
        self._language = language
        self._more = more
        self._texts = {path: text.lower() for path, text in texts.items()}
        self._written = [topic for topic in library.topics.values() if topic.path in texts]
        self._places = {topic.slug: index for index, topic in enumerate(self._written)}

    def render(self) -> dict[str, Any]:
        """Return topics, written ones first, and terms; both point at topics by their place."""
        planned = [topic for topic in self._library.planned.values() if topic.slug not in self._places]
        places = {**self._places, **{topic.slug: len(self._written) + i for i, topic in enumerate(planned)}}
        topics = [*map(self._topic, self._written), *map(self._planned_topic, planned)]
        terms = [self._term(term, places) for term in self._library.glossary.values()]
        entities = [self._entity(entity, places) for entity in self._library.entities.values()]
        return {"topics": topics, "terms": [term for term in [*terms, *entities] if term]}

    def _topic(self, topic: Topic) -> dict[str, Any]:
        aliases = [name for kinds in topic.aliases.values() for names in kinds.values() for name in names]
        short = [topic.short_name.en, topic.short_name.zh] if topic.short_name else []
        names = [*short, *aliases, *self._more.get(topic.slug, [])]
        return {
            "path": topic.path,
            "title": topic.name[self._language],
            "kind": topic.kind,
            "group": topic.group,
            "summary": topic.summary[self._language],
            "grades": _grades(topic),
            **self._names(topic, names),
        }

    def _planned_topic(self, topic: PlannedTopic) -> dict[str, Any]:
        names = self._more.get(topic.slug, [])
        found, shown = self._names(topic, names), topic.name[self._language]
        return {
            "title": shown,
            "kind": topic.kind,
            "planned": True,
            "near": self._nearest([shown, *_parts(shown), *names], topic),
            **found,
        }

    def _names(self, topic: Topic | PlannedTopic, names: list[str]) -> dict[str, Any]:
        other = topic.name[self._language.twin]
        listed = _distinct([other, *_parts(topic.name.en), *_parts(topic.name.zh), *names])
        shown = topic.name[self._language]
        return {
            "names": [name for name in listed if name != shown],
            "pinyin": _pinyin([topic.name.zh, *listed]),
        }

    def _term(self, term: Term, places: Mapping[str, int]) -> dict[str, Any] | None:
        abbreviation = [term.abbr] if term.abbr else []
        chinese = [term.zh, *term.alias_zh, *term.plain_zh, *term.avoid_zh, *term.brand_zh]
        forms = _distinct([term.en, *abbreviation, *term.alias_en, *chinese])
        title = term.en if self._language is Language.EN else term.zh
        to = places.get(term.topic or "", None)
        near = self._nearest([title]) if to is None else None
        found = {"id": term.id, "title": title, "names": [name for name in forms if name != title]}
        found["pinyin"] = _pinyin([term.zh]) if term.topic else []
        return found | _pointer(to, near)

    def _entity(self, entity: Entity, places: Mapping[str, int]) -> dict[str, Any] | None:
        """A condition or medicine without a page leads to the page that says most of it."""
        title = entity.name[self._language]
        names = _distinct(
            [entity.name.en, entity.name.zh, *([entity.abbr] if entity.abbr else []), *entity.aliases]
        )
        near = self._nearest([title])
        if near is None:
            return None
        return {"title": title, "names": [name for name in names if name != title], "pinyin": []} | _pointer(
            None, near
        )

    def _nearest(self, names: list[str], topic: PlannedTopic | None = None) -> int | None:
        """Return the place of the written page that says most of what is named."""
        scores = {
            place: self._mentions(self._written[place].path, names) + _kinship(self._written[place], topic)
            for place in self._places.values()
            if self._written[place].slug not in GENERAL
        }
        best = max(scores, key=lambda place: scores[place], default=None)
        return best if best is not None and scores[best] > 0 else None

    def _mentions(self, path: str, names: list[str]) -> float:
        text = self._texts[path]
        # Short Latin words occur inside others.
        count = sum(text.count(name.lower()) for name in names if len(name) > 3 or HANZI.fullmatch(name))
        return math.log1p(count) * 1.5 - (math.log1p(len(text)) * 0.05 if count else 0)


def _kinship(page: Topic, topic: PlannedTopic | None) -> float:
    if topic is None:
        return 0
    return SAME_GROUP if page.group is topic.group else SAME_KIND if page.kind is topic.kind else 0


def _pointer(to: int | None, near: int | None) -> dict[str, int]:
    """Say where a term leads: to its own topic, or to the page that says most of it."""
    if to is not None:
        return {"to": to}
    return {"near": near} if near is not None else {}


def _grades(topic: Topic) -> list[str]:
    """Return the grades that the topic's claims carry, the commonest first."""
    grades = [
        str((claim.certainty or claim.support).grade)  # type: ignore[union-attr]  # one of them is given
        for claim in topic.claims
        if claim.certainty or claim.support
    ]
    return [grade for grade, _ in Counter(grades).most_common()]


def _parts(name: str) -> list[str]:
    """Return the pieces of a name that joins several: "Psilocybin, LSD and MDMA"."""
    pieces = re.split(r"[,、：:（）()？?]|\s+and\s+|与", name)
    found = [piece.strip() for piece in pieces if piece.strip()]
    return found if len(found) > 1 else []


def _distinct(names: Iterable[str]) -> list[str]:
    return list({name.casefold(): name for name in reversed(list(names))}.values())[::-1]


def _pinyin(names: Iterable[str]) -> list[str]:
    """Return the pinyin of the Chinese in names, without spaces and tones, as it is typed."""
    runs = {run for name in names for run in ("".join(HANZI.findall(name)),) if 2 <= len(run) <= LONGEST_PINYIN}
    return sorted({_spell(run) for run in runs})


@cache
def _spell(run: str) -> str:
    return "".join(lazy_pinyin(run, style=Style.NORMAL)).replace("ü", "v")
