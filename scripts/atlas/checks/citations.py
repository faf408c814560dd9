"""What pages cite and print from the records exists, and can be shown in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.checks.topics import cited_in
from atlas.models.vocabulary import Comparison, ReferenceStatus
from atlas.problem import Problem
from atlas.sources.citations import (
    BLOCK_NAMES,
    CLAIM_PARTS,
    BlockUse,
    scan,
    scan_blocks,
    scan_claims,
    scan_malformed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.claim import Claim
    from atlas.sources.library import Library
    from atlas.sources.pages import Page, Site

# Blocks whose argument is not the slug of a topic.
WITHOUT_ARGUMENT = frozenset(
    {
        "bibliography",
        "glossary",
        "all-disputes",
        "all-notices",
        "all-grids",
        "all-topics",
        "all-relations-map",
        "all-relations",
        "offline",
    }
)
PAGES_OF_DISPUTES = frozenset({"disputed-claims"})


def _pages(site: Site) -> Iterator[Page]:
    for pages in site.pages.values():
        yield from pages.values()


def check_page_citekeys(site: Site) -> Iterator[Problem]:
    """Find citations of references that do not exist, and of retracted ones outside disputes."""
    for page in _pages(site):
        for line, column, cited in scan(page.text):
            reference = site.library.references.get(cited.key)
            if reference is None:
                message = f"found @{cited.key}, expected a key of references.yaml"
                yield Problem(page.position(line, column), "unknown-citekey", message)
            elif reference.custom.status.state is ReferenceStatus.RETRACTED and not _may_cite_retracted(page, line):
                message = f"{cited.key} is retracted: cite it under disputes-and-corrections only"
                yield Problem(page.position(line, column), "retracted-support", message)


def _may_cite_retracted(page: Page, line: int) -> bool:
    """Allow retracted work where a page speaks of disputes and corrections."""
    before = page.text.split("\n")[:line]
    heading = next((text for text in reversed(before) if text.startswith("## ")), "")
    return "{#disputes-and-corrections}" in heading or page.slug in PAGES_OF_DISPUTES


def check_scale_citekeys(site: Site) -> Iterator[Problem]:
    """Find citekeys of rating scales that name no reference."""
    library = site.library
    for key, scale in library.scales.items():
        for name in ("bands_source", "licence_source"):
            if getattr(scale, name) not in library.references:
                message = f"found {getattr(scale, name)}, expected a key of references.yaml"
                yield Problem(library.scales.position(key, name), "unknown-citekey", message)


def check_malformed(site: Site) -> Iterator[Problem]:
    """Find what looks like a citation or a claim number and would be printed raw."""
    for page in _pages(site):
        for line, column, text in scan_malformed(page.text):
            message = f"found {text}, expected [@key], [@a; @b] or {{claim:id}}"
            yield Problem(page.position(line, column), "bad-citation", message)


def check_claim_numbers(site: Site) -> Iterator[Problem]:
    """Find `{claim:id}` whose claim does not exist or has no such number."""
    for page in _pages(site):
        for line, column, use in scan_claims(page.text):
            if message := _claim_fault(site.library, use.id, use.part):
                yield Problem(page.position(line, column), "unknown-claim", message)


def _claim_fault(library: Library, claim_id: str, part: str | None) -> str | None:
    if not library.is_known_claim(claim_id):
        return f"found claim {claim_id}, expected the id of a claim"
    if part is not None and part not in CLAIM_PARTS:
        return f"found part {part}, expected one of {', '.join(CLAIM_PARTS)}"
    claim = library.claims.get(claim_id)
    return None if claim is None or _has_number(claim[1], part) else f"claim {claim_id} has no {part or 'effect'}"


def _has_number(claim: Claim, part: str | None) -> bool:
    if part == "absolute":
        return claim.absolute is not None
    if claim.effect is None:
        return False
    field = {None: "value", "interval": "low"}.get(part, part)
    return getattr(claim.effect, str(field)) is not None


def check_blocks(site: Site) -> Iterator[Problem]:
    """Find generated blocks with a name or an argument that does not exist."""
    for page in _pages(site):
        for line, column, block in scan_blocks(page.text):
            if message := _block_fault(site.library, block):
                yield Problem(page.position(line, column), "unknown-block", message)


def _block_fault(library: Library, block: BlockUse) -> str | None:
    if block.name not in BLOCK_NAMES:
        return f"found block {block.name}, expected one of {', '.join(BLOCK_NAMES)}"
    if block.name in WITHOUT_ARGUMENT:
        return None
    if block.name == "claim":
        known, kind = library.is_known_claim(block.argument), "the id of a claim"
    elif block.name == "self-test":
        known, kind = block.argument in library.scales, "the id of a scale in docs/data/scales/"
    elif block.name in {"all-compared", "all-effects"}:
        known, kind = block.argument in list(Comparison), f"one of {', '.join(Comparison)}"
    elif block.name == "figure":
        known, kind = block.argument in library.figures, "the name of a figure in docs/data/figures/"
    else:
        known = block.argument in library.topics or block.argument in library.unread
        kind = "the slug of a topic"
    return None if known else f"found {block.name} | {block.argument}, expected {kind}"


def check_findings(site: Site) -> Iterator[Problem]:
    """Hold every reference that is cited to a finding in both languages."""
    library = site.library
    cited = {cited.key for page in _pages(site) for _, _, cited in scan(page.text)}
    cited |= {key for topic in library.topics.values() for key, _ in cited_in(topic)}
    for key in sorted(cited & library.references.keys()):
        if library.references[key].custom.finding is None:
            position = library.references.position(key, "custom")
            yield Problem(position, "finding-missing", f"{key} is cited: say its finding in both languages")


def check_bibliography(site: Site) -> Iterator[Problem]:
    """Hold every page that cites to a bibliography of its own."""
    for page in _pages(site):
        first = next(scan(page.text), None)
        if first and not any(block.name == "bibliography" for _, _, block in scan_blocks(page.text)):
            message = "the page cites and has no /// bibliography"
            yield Problem(page.position(*first[:2]), "no-bibliography", message)
