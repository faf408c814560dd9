"""Write an invented atlas of the size that the real one is to reach, to try the map on: 31, 42 and 800.

Every name and statement is made of syllables; the same call writes the same records.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import yaml

from atlas.models.vocabulary import GROUPS_OF_KIND, Kind

if TYPE_CHECKING:
    from pathlib import Path

MECHANISMS, THERAPIES, CONDITIONS, RELATIONS = 31, 42, 12, 800
SYLLABLES = ("mo", "di", "um", "cal", "bri", "ske", "glo", "flus", "ter", "wob", "lin", "zan")
HANZI = "虚构情素卡莫轻快宁慌乱忧郁环路肽酶轴波"
SUPPORTS = ("M1", "M1", "M1", "M2", "M2", "M2", "M2", "M3", "M3", "M4", "M0", "not-established")
CERTAINTIES = ("high", "moderate", "low", "very-low")
CITEKEYS = ("alpha2020first", "beta2021second", "delta2018chinese")
# Who says what of whom, and how often of a hundred.
PATTERNS: tuple[tuple[str, str, tuple[str, ...], int], ...] = (
    ("therapy", "mechanism", ("acts_on", "modulates", "modulates", "hypothesised_via"), 29),
    ("therapy", "mechanism", ("not_via",), 2),
    ("therapy", "target", ("acts_on", "hypothesised_via"), 5),
    ("mechanism", "condition", ("altered_in", "precedes", "causal_for", "genetic_support", "nonspecific_to"), 28),
    ("mechanism", "mechanism", ("interacts_with", "upstream_of"), 9),
    ("therapy", "condition", ("treats", "treats", "augments", "prevents_relapse"), 16),
    ("therapy", "condition", ("ineffective_for", "may_worsen"), 2),
    ("therapy", "therapy", ("compared_with", "combined_with"), 5),
    ("therapy", "guideline", ("recommended_by",), 4),
)


def write_large_records(data: Path) -> None:
    """Write the records beside those of the tiny library in `data`."""
    chance = random.Random(800)
    slugs = {
        "mechanism": [f"mechanism-{number}" for number in range(MECHANISMS)],
        "therapy": [f"therapy-{number}" for number in range(THERAPIES)],
        "condition": [f"condition-{number}" for number in range(CONDITIONS)],
        "target": [f"target-{number}" for number in range(8)],
        "guideline": ["guideline-mini"],
    }
    relations = _relations(chance, slugs)
    for kind in (Kind.MECHANISM, Kind.THERAPY, Kind.GUIDE):
        for order, slug in enumerate(slugs["condition" if kind is Kind.GUIDE else kind]):
            record = _topic(chance, kind, slug, order) | {"relations": relations.get(slug, [])}
            (data / "topics" / f"{slug}.yaml").write_text(_yaml(record), encoding="utf-8")
    entities = yaml.safe_load((data / "entities.yaml").read_text(encoding="utf-8"))
    entities["entities"] += [{"id": slug, "kind": "target", "name": _name(chance)} for slug in slugs["target"]]
    (data / "entities.yaml").write_text(_yaml(entities), encoding="utf-8")


def _relations(chance: random.Random, slugs: dict[str, list[str]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    seen: set[tuple[str, str, str]] = set()
    weights = [weight for *_, weight in PATTERNS]
    while len(seen) < RELATIONS:
        subject_kind, object_kind, predicates, _ = chance.choices(PATTERNS, weights)[0]
        # Some are related to much more than others, as in the real records.
        subject, other = (_skewed(chance, slugs[kind]) for kind in (subject_kind, object_kind))
        condition = _skewed(chance, slugs["condition"])
        predicate = chance.choice(predicates)
        key = (subject, predicate, other if object_kind != "guideline" else condition)
        if subject == other or key in seen:
            continue
        seen.add(key)
        found.setdefault(subject, []).append(_relation(chance, predicate, other, condition))
    return found


def _skewed(chance: random.Random, slugs: list[str]) -> str:
    return slugs[int(len(slugs) * chance.random() ** 1.6)]


def _relation(chance: random.Random, predicate: str, other: str, condition: str) -> dict[str, Any]:
    relation: dict[str, Any] = {"predicate": predicate, "object": other, "checked_on": "2026-11-23"}
    relation["citekeys"] = chance.sample(CITEKEYS, chance.randint(1, 2))
    if predicate == "recommended_by":
        seen = {"level": "official-page", "on": "2026-11-23", "where": {"en": "p. 1", "zh": "第 1 页"}}
        return relation | {"condition": condition, "strength": "consider", "year": 2022, "checked": seen}
    if chance.random() < 0.9:
        graded = predicate in {"treats", "augments", "prevents_relapse"}
        relation |= {"certainty": chance.choice(CERTAINTIES)} if graded else {"support": chance.choice(SUPPORTS)}
    if chance.random() < 0.08:
        relation["contested"] = "C2"
    relation["species"] = chance.sample(["human", "mouse", "rat"], chance.randint(1, 2))
    relation["note"] = _name(chance)
    return relation


def _topic(chance: random.Random, kind: Kind, slug: str, order: int) -> dict[str, Any]:
    groups = GROUPS_OF_KIND[kind]
    group = groups[0] if kind is Kind.GUIDE else groups[order % len(groups)]
    return {
        "slug": slug,
        "kind": kind.value,
        "group": group.value,
        "order": 100 + order,
        "name": _name(chance),
        "summary": {"en": "Invented.", "zh": "虚构。"},
        "checked_on": "2026-11-23",
        "expires_on": "2028-11-23",
    }


def _name(chance: random.Random) -> dict[str, str]:
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(chance.randint(1, 5))]
    return {"en": " ".join(words).capitalize(), "zh": "".join(chance.choices(HANZI, k=chance.randint(2, 17)))}


def _yaml(value: object) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    # Dates are dates in the records, not texts.
    return text.replace("'2026-11-23'", "2026-11-23").replace("'2028-11-23'", "2028-11-23")
