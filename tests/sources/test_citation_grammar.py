"""The grammar of citations, claim numbers and blocks, and the places that the scanners tell."""

from __future__ import annotations

import pytest

from atlas.sources.citations import (
    BlockUse,
    Cited,
    ClaimUse,
    parse_citation,
    scan,
    scan_blocks,
    scan_claims,
    scan_malformed,
)
from citation_texts import EVERYWHERE, NOWHERE


def test_several_keys_and_their_locators_are_read_from_one_bracket() -> None:
    assert parse_citation("[@a2020; @b2021, p. 33]") == [Cited("a2020"), Cited("b2021", "p. 33")]


def test_chinese_punctuation_separates_as_well() -> None:
    assert parse_citation("[@a2020，第 3 页；@b2021]") == [Cited("a2020", "第 3 页"), Cited("b2021")]


def test_citations_are_found_in_prose_lists_tables_footnotes_admonitions_and_blocks() -> None:
    assert [cited.key for _, _, cited in scan(EVERYWHERE)] == [f"{letter}2020" for letter in "abcdefg"]


def test_nothing_is_found_in_code_links_tags_addresses_or_after_a_backslash() -> None:
    assert list(scan(NOWHERE)) == []


def test_each_key_of_a_group_has_its_own_column() -> None:
    assert list(scan("one\ntwo [@aa; @bb, p. 1]")) == [(2, 6, Cited("aa")), (2, 11, Cited("bb", "p. 1"))]


@pytest.mark.parametrize("text", ["[@Upper2020]", "[@a2020 @b2021]", "[@a2020;]", "{claim:Bad}", "{claim: x}"])
def test_what_only_looks_like_a_citation_or_number_is_told(text: str) -> None:
    assert [found for _, _, found in scan_malformed(f"x {text}")] == [text]


def test_what_is_well_formed_is_not_told() -> None:
    assert list(scan_malformed(EVERYWHERE + "{claim:a-b.n}" + NOWHERE)) == []


def test_claim_numbers_are_found_with_their_part_and_place() -> None:
    text = "x {claim:calmol-gloom} `{claim:code}`\n| {claim:calmol-gloom.n} |"
    assert list(scan_claims(text)) == [
        (1, 3, ClaimUse("calmol-gloom")),
        (2, 3, ClaimUse("calmol-gloom", "n")),
    ]


def test_blocks_are_found_with_argument_and_options() -> None:
    text = "/// relations | calmol\n    show: all\n///\n\n/// bibliography\n///\n\n```\n/// grid | x\n```\n"
    assert list(scan_blocks(text)) == [
        (1, 1, BlockUse("relations", "calmol", (("show", "all"),))),
        (5, 1, BlockUse("bibliography", "")),
    ]
