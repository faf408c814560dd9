"""Name every check by its family, in the order in which a run goes through them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from atlas.checks import (
    citations,
    grades,
    pairs,
    parity,
    paths,
    references,
    schema,
    skeleton,
    spelling,
    terms,
    topics,
    typography,
    words,
)
from atlas.problem import Problem
from atlas.sources.pages import Site

Check = Callable[[Site], Iterator[Problem]]

FAMILIES: dict[str, tuple[Check, ...]] = {
    "references": (references.check_duplicate_doi, references.check_duplicate_pmid),
    "topics": (
        topics.check_citekeys,
        topics.check_claims,
        topics.check_claim_count,
        topics.check_relations,
        topics.check_therapy_has_mechanism,
        topics.check_mechanism_has_grid,
        topics.check_planned,
        topics.check_objects,
    ),
    "grades": (grades.check_grid_caps,),
    "citations": (
        citations.check_page_citekeys,
        citations.check_scale_citekeys,
        citations.check_malformed,
        citations.check_claim_numbers,
        citations.check_blocks,
        citations.check_findings,
        citations.check_bibliography,
    ),
    "parity": (parity.check_twins, parity.check_heading_ids, parity.check_outline, pairs.check_pairs),
    "skeleton": (skeleton.check_skeleton, skeleton.check_safety_is_shown),
    "terms": (terms.check_disallowed_forms, terms.check_one_name, terms.check_abbreviations),
    "typography": (typography.check_chinese, spelling.check_english),
    "words": (words.check_vocabulary_words,),
    "schema": (schema.check_schema,),
    "paths": (paths.check_paths,),
}
