"""Find who cites a reference: pages in their text or through the parts of records that they show, and claims.

What a file says is kept by its text, because the 5,000 references of a library are far fewer bytes to compare
than the topics and pages that cite them are to read.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from atlas.languages import Language
from atlas.models.base import Bilingual
from atlas.problem import ProblemsFoundError
from atlas.sources.cache import Cache, Memory
from atlas.sources.citations import scan, scan_blocks
from atlas.sources.library import load_topic
from atlas.sources.pages import GENERATED_FOLDERS, is_generated
from atlas.sources.shelf import Shelf
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.models.claim import Claim
    from atlas.models.topic import Topic
    from atlas.problem import Problem

# Which part of a topic's record each generated block shows.
PART_OF_BLOCK = {
    "claims": "claims",
    "effects": "claims",
    "disputes": "claims",
    "grid": "grid",
    "relations": "relations",
    "guidelines": "relations",
    "safety": "safety",
    "safety-table": "safety",
    "approvals": "approvals",
}
FRONT_TITLE = re.compile(r"\A---\n(?:.*\n)*?title:[ ]*(.+)\n(?:.*\n)*?---")


@dataclass(frozen=True, slots=True)
class CitingPage:
    """Name a page that cites; `path` has no language and no ending."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class CitingClaim:
    """Name a claim that cites, with the page of the topic that owns it."""

    path: str
    id: str
    statement: Bilingual
    # Whether it has a place of its own on that page: a card, or a line among the effects.
    has_place: bool = True


@dataclass(frozen=True)
class Citations:
    """Hold who cites each reference, and the topics' names for links."""

    pages: dict[Language, dict[str, list[CitingPage]]]
    claims: dict[str, list[CitingClaim]]
    topics: dict[str, tuple[str, Bilingual]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_citations(docs: Path, data: Path, cache: Cache, version: str) -> Citations:
    """Read every topic record under `data` and every hand-written page under `docs`.

    A record with faults cites nothing here; its problems are handed on. `version` names the code that read.
    """
    problems: list[Problem] = []
    known = Memory(cache, "cites", version)
    topics = [_read_topic(path, known, problems) for path in sorted((data / "topics").glob("*.yaml"))]
    records = {topic["slug"]: topic for topic in topics if topic is not None}
    claims: dict[str, list[CitingClaim]] = defaultdict(list)
    for topic in records.values():
        for claim_id, statement, keys, has_place in topic["claims"]:
            for key in keys:
                claims[key].append(CitingClaim(topic["path"], claim_id, Bilingual(**statement), has_place))
    pages = {language: _read_pages(docs, language, records, known) for language in Language}
    known.save()
    names = {slug: (topic["path"], Bilingual(**topic["name"])) for slug, topic in records.items()}
    return Citations(pages, dict(claims), names, problems)


def _read_topic(path: Path, known: Memory, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        # Read again below, where the fault becomes a problem.
        text = ""
    found: list[Problem] = []

    def compute() -> dict[str, Any] | None:
        shelf: Shelf[Topic] = Shelf()
        load_topic(path, shelf, found)
        return next((_summary(topic) for topic in shelf.values()), None)

    summary: dict[str, Any] | None = known.get(path.name, text, compute) if text else compute()
    if summary is None and not found:
        compute()
    problems.extend(found)
    return summary


def _summary(topic: Topic) -> dict[str, Any]:
    """Keep of a topic what reference pages say about it."""
    parts = {
        "claims": sorted({key for claim in topic.claims for key in claim_keys(claim)}),
        "grid": sorted({key for row in (topic.evidence_grid or {}).values() for key in row.citekeys}),
        "relations": sorted({key for relation in topic.relations for key in relation.citekeys}),
        "safety": sorted({key for fact in topic.safety for key in fact.citekeys}),
        "approvals": sorted({key for approval in topic.approvals for key in approval.citekeys}),
    }
    claims = [
        (claim.id, claim.statement.model_dump(), claim_keys(claim), claim.has_place) for claim in topic.claims
    ]
    return {
        "slug": topic.slug,
        "path": topic.path,
        "name": topic.label.model_dump(),
        "parts": parts,
        "claims": claims,
    }


def claim_keys(claim: Claim) -> list[str]:
    """Return every key that a claim cites, wherever in it."""
    positions = claim.contested.positions if claim.contested else []
    keys = [
        *claim.citekeys,
        *(key for row in claim.rows for key in row.citekeys),
        *(key for position in positions for key in position.citekeys),
        *([claim.certainty.source] if claim.certainty and claim.certainty.source else []),
    ]
    return sorted(set(keys))


def _read_pages(
    docs: Path, language: Language, records: dict[str, dict[str, Any]], known: Memory
) -> dict[str, list[CitingPage]]:
    keys_of_claim = {claim[0]: claim[2] for topic in records.values() for claim in topic["claims"]}
    folder = docs / language
    citing: dict[str, list[CitingPage]] = defaultdict(list)
    for file in _hand_written(folder):
        path = file.relative_to(folder).with_suffix("").as_posix()
        text = _page_text(file)
        if text is None or is_generated(path):
            continue
        page: dict[str, Any] = known.get(path, text, functools.partial(_scan_page, text))
        record = records.get(file.stem)
        title = record["name"][language.value] if record and record["path"] == path else page["title"] or path
        keys = set(page["keys"])
        for name, argument in page["blocks"]:
            if name == "claim":
                keys.update(keys_of_claim.get(argument, ()))
            elif name in PART_OF_BLOCK and argument in records:
                keys.update(records[argument]["parts"][PART_OF_BLOCK[name]])
        for key in keys:
            citing[key].append(CitingPage(path, title))
    return dict(citing)


def _hand_written(folder: Path) -> list[Path]:
    """Return the pages below a folder; the thousands of generated ones are not even listed."""
    if not folder.is_dir():
        return []
    inner = [path for path in folder.iterdir() if path.is_dir() and f"{path.name}/" not in GENERATED_FOLDERS]
    return sorted([*folder.glob("*.md"), *(file for path in inner for file in path.rglob("*.md"))])


def _page_text(file: Path) -> str | None:
    """Return a page's text; a page that cannot be read is named by the checks, not here."""
    try:
        return read_text(file)
    except (OSError, ProblemsFoundError):
        return None


def _scan_page(text: str) -> dict[str, Any]:
    return {
        "keys": sorted({cited.key for _, _, cited in scan(text)}),
        "blocks": sorted({(block.name, block.argument) for _, _, block in scan_blocks(text)}),
        "title": _front_title(text),
    }


def _front_title(text: str) -> str | None:
    match = FRONT_TITLE.match(text)
    if match is None:
        return None
    try:
        title = yaml.safe_load(match[1])
    except yaml.YAMLError:
        title = match[1]
    return str(title)
