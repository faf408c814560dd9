"""Prove that the blocks of a page and of its twin assert the same, and keep in mind which sections were level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.checks.alignment import Pair, Side, align, read_sides
from atlas.checks.matching import Difference, OtherForms, find_differences
from atlas.checks.parity import LANGUAGE_NAMES, Twins, at, check_outline, twins_of
from atlas.languages import Language
from atlas.models.levels import Level, Levels
from atlas.problem import Position, Problem, Severity
from atlas.sources.blocks import BlockKind
from atlas.sources.levels import ORDER, TOP, SectionState, State, digest, digest_of_order

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from atlas.sources.blocks import Block
    from atlas.sources.pages import Site

RULES = {
    "citation": "parity-citation",
    "claim": "parity-claim",
    "link": "parity-link",
    "name": "parity-name",
    "number": "parity-number",
    "interval": "parity-interval",
}


def check_pairs(site: Site) -> Iterator[Problem]:
    """Find differences block by block, sections in which a language is behind, and levels that are not true."""
    other_forms = names_in_other_forms(site)
    for twins in twins_of(site):
        differing: dict[str, Problem] = {}
        for key, problem in _differences(twins, other_forms):
            differing.setdefault(key, problem)
            yield problem
        yield from _drift(site, twins, differing)


def names_in_other_forms(site: Site) -> OtherForms:
    """Return for each name the other forms that the glossary holds, such as 5-羟色胺 for 5-HT."""
    found: dict[str, frozenset[str]] = {}
    for term in site.library.glossary.values():
        forms = {term.en, term.zh, term.abbr or "", *term.alias_en, *term.alias_zh} - {""}
        upper = frozenset(form.upper() for form in forms)
        for form in upper:
            found[form] = found.get(form, frozenset()) | upper
    return found


def _differences(twins: Twins, other_forms: OtherForms) -> Iterator[tuple[str, Problem]]:
    """Return every difference with the key of its section."""
    english, chinese = twins[Language.EN].outline.by_id, twins[Language.ZH].outline.by_id
    for key in english.keys() & chinese.keys():
        pairs = list(_align(english[key].blocks, chinese[key].blocks, twins[Language.EN].path))
        for one, two in pairs:
            for problem in _block_problems(twins, key, one, two):
                yield key or TOP, problem
        for side, other in _compared(pairs, twins[Language.EN].path):
            for difference in find_differences(side, other, other_forms):
                yield key or TOP, _substance_problem(twins, key, side, other, difference)


def _align(english: tuple[Block, ...], chinese: tuple[Block, ...], path: str) -> Iterator[Pair]:
    return align(read_sides(english, Language.EN, path), read_sides(chinese, Language.ZH, path))


def _block_problems(twins: Twins, key: str, one: Side | None, two: Side | None) -> Iterator[Problem]:
    if one is not None and two is not None:
        if one.block.detail != two.block.detail:
            message = f"found {one.block.label}, but {two.block.label} at {at(twins, Language.ZH, two.block.line)}"
            yield _block_problem(twins, key, one, message)
        return
    side = one or two
    assert side is not None  # a pair has at least one side
    line = twins[side.language.twin].outline.by_id[key].line
    message = (
        f"{side.block.label} stands in {LANGUAGE_NAMES[side.language]} only{_excerpt(side.block)}; "
        f"{_section_name(key)} at {at(twins, side.language.twin, line)} has no such block"
    )
    yield _block_problem(twins, key, side, message)


def _block_problem(twins: Twins, key: str, side: Side, message: str) -> Problem:
    position = twins[side.language].position(side.block.line, side.block.column)
    return Problem(position, "parity-block", message, twins.severity(key))


def _excerpt(block: Block) -> str:
    """Return the beginning of a block's text; a generated part has none."""
    text = " ".join(block.text.split())
    return f": “{text[:40]}…”" if len(text) > 40 else f": “{text}”" if text else ""


def _section_name(key: str) -> str:
    return f"#{key}" if key else "the part before the first heading"


def _compared(pairs: list[Pair], path: str) -> Iterator[tuple[Side, Side]]:
    """Return the sides to compare; tables of one shape are compared cell by cell."""
    for one, two in pairs:
        if one is None or two is None:
            continue
        if one.block.kind is not BlockKind.TABLE:
            yield one, two
        elif one.block.detail == two.block.detail:
            cells = (
                read_sides(one.block.cells, Language.EN, path),
                read_sides(two.block.cells, Language.ZH, path),
            )
            yield from zip(*cells, strict=False)  # a row may lack its last cells


def _substance_problem(twins: Twins, key: str, one: Side, two: Side, difference: Difference) -> Problem:
    side, other = (one, two) if difference.side is Language.EN else (two, one)
    position = twins[side.language].position(*side.block.place(difference.start))
    language = LANGUAGE_NAMES[side.language]
    where = f"in {side.block.label} of {_section_name(key)}"
    there = at(twins, other.language, other.block.line)
    if difference.kind == "interval":
        message = f"interval {difference.item} stands {difference.note} in {language}, {where}; not so at {there}"
    else:
        note = f" {difference.note}" if difference.note else ""
        message = f"{difference.kind} {difference.item} stands in {language} only{note}, {where}; not at {there}"
    return Problem(position, RULES[difference.kind], message, twins.severity(key))


def _drift(site: Site, twins: Twins, differing: dict[str, Problem]) -> Iterator[Problem]:
    for key, standing in twins.states.items():
        language = standing.state.lagging
        if language is not None and key != ORDER:
            yield _behind(twins, key, standing, language)
        elif standing.state is State.LEVEL and key in differing:
            found = differing[key]
            message = f"{key} is recorded as level, but differs at line {found.position.line}: {found.message}"
            yield Problem(Position(site.levels_file(twins[Language.EN].path)), "parity-level", message)


def _behind(twins: Twins, key: str, standing: SectionState, language: Language) -> Problem:
    section = twins[language].outline.by_id.get("" if key == TOP else key)
    since = f" since both were level on {standing.on.isoformat()}" if standing.on else ""
    message = f"{LANGUAGE_NAMES[language]} is behind in {key}: {LANGUAGE_NAMES[language.twin]} has changed{since}"
    position = twins[language].position(section.line if section else 1)
    return Problem(position, "parity-behind", message, Severity.WARNING)


def level(site: Site, slug: str, today: datetime.date, *, only_changed: bool = False) -> tuple[str, Levels] | None:
    """Return a pair's path and its new levels: every section that the checks find equal is level from today.

    With `only_changed` a section in which one language is behind keeps its memory, so that the publish workflow
    can run this after every change; without it somebody has compared the pages and says that they are level.
    A section that differs is never levelled. Returns `None` if there is no such pair.
    """
    twins = next((twins for twins in twins_of(site) if twins[Language.EN].slug == slug), None)
    if twins is None:
        return None
    path = twins[Language.EN].path
    known = site.levels.get(path)
    differing = {key for key, _ in _differences(twins, names_in_other_forms(site))}
    sections = {}
    english, chinese = twins[Language.EN].outline, twins[Language.ZH].outline
    for key in english.by_id:
        before = known.sections.get(key or TOP) if known else None
        standing = twins.states[key or TOP].state
        keep = standing is State.LEVEL or (only_changed and standing.lagging is not None)
        if key in chinese.by_id and not keep and (key or TOP) not in differing:
            now = Level(en=digest(english.by_id[key]), zh=digest(chinese.by_id[key]), on=today)
            sections[key or TOP] = now
        elif before is not None:
            sections[key or TOP] = before
    return path, Levels(page=path, order=_level_of_order(site, twins, known, today), sections=sections)


def _level_of_order(site: Site, twins: Twins, known: Levels | None, today: datetime.date) -> Level:
    """Return the order's new level, or the old one if the headings differ or nothing has changed."""
    english, chinese = twins[Language.EN].outline, twins[Language.ZH].outline
    now = Level(en=digest_of_order(english), zh=digest_of_order(chinese), on=today)
    if known is None:
        return now
    here = {twins[language].file for language in Language}
    differs = any(problem.position.path in here for problem in check_outline(site))
    unchanged = twins.states[ORDER].state is State.LEVEL
    return known.order if differs or unchanged else now
