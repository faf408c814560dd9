"""Citations in a page: where they are recognised, how they are numbered, where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.sources.citations import scan
from citation_texts import EVERYWHERE, NOWHERE
from minisite import render, soup, words_of

if TYPE_CHECKING:
    from pathlib import Path

END = "\n\n/// bibliography\n///\n"


def numbers(html: str) -> list[tuple[str, str]]:
    return [(link.text, str(link["href"])) for link in soup(html).select(".citations a")]


def test_numbers_follow_the_reader_and_not_the_order_of_parsing(data: Path) -> None:
    text = "- item [@beta2021second]\n\n| [@alpha2020first] |\n| --- |\n| x |\n\n"
    text += "Later [@gamma2019withdrawn; @beta2021second]."
    assert numbers(render(data, text)) == [
        ("1", "#ref-beta2021second"),
        ("2", "#ref-alpha2020first"),
        ("3", "#ref-gamma2019withdrawn"),
        ("1", "#ref-beta2021second"),
    ]


def test_a_block_takes_its_place_in_the_numbering(data: Path) -> None:
    text = "First [@delta2018chinese].\n\n/// safety | calmol\n///\n\nLast [@beta2021second]."
    assert [number for number, _ in numbers(render(data, text))] == ["1", "2", "3"]


def test_citations_work_in_footnotes_admonitions_and_emphasis(data: Path) -> None:
    text = "**Bold [@alpha2020first]**[^1]\n\n!!! note\n    In it [@beta2021second].\n\n"
    text += "[^1]: Note [@delta2018chinese]."
    assert [number for number, _ in numbers(render(data, text))] == ["1", "2", "3"]


def test_code_links_escapes_and_addresses_are_left_alone(data: Path) -> None:
    text = r"`[@alpha2020first]` [@alpha2020first](x.md) [see [@alpha2020first]](y.md) \[@alpha2020first] <a@b.org>"
    assert numbers(render(data, text + "\n\n    [@alpha2020first]\n")) == []


def test_the_text_of_a_reference_link_holds_no_second_link(data: Path) -> None:
    html = render(data, "[see [@alpha2020first]][ref]\n\n[ref]: https://x.example\n")
    assert soup(html).select("a a") == []


def test_every_citation_leads_to_an_entry_of_the_page(data: Path) -> None:
    page = soup(render(data, "A [@alpha2020first; @beta2021second]. B [@delta2018chinese]." + END))
    targets = {f"#{entry['id']}" for entry in page.select("ol.bibliography > li")}
    assert {str(link["href"]) for link in page.select(".citations a")} == targets


def test_a_locator_stands_behind_the_number(data: Path) -> None:
    assert words_of(soup(render(data, "A [@alpha2020first, p. 33]"))).endswith("1 (p. 33)")
    assert "（第 3 页）" in render(data, "甲[@alpha2020first, 第 3 页]", "zh")


def test_the_space_before_a_raised_number_is_dropped(data: Path) -> None:
    assert "<p>Word.<sup" in render(data, "Word. [@alpha2020first]")


def test_an_unknown_key_is_shown_as_unknown_and_stays_out_of_the_list(data: Path) -> None:
    page = soup(render(data, "A [@nobody1900nothing; @alpha2020first]." + END))
    assert words_of(page.select_one(".citation-unknown.problem")) == "[unknown reference: nobody1900nothing]"
    assert len(page.select("ol.bibliography > li")) == 1


def test_two_pages_of_one_instance_number_apart(data: Path) -> None:
    first, second = render(data, "[@alpha2020first]"), render(data, "[@beta2021second]")
    assert numbers(first)[0][0] == numbers(second)[0][0] == "1"


def test_a_citation_in_a_heading_stays_out_of_the_contents(data: Path) -> None:
    html = render(data, "[TOC]\n\n## Heading [@alpha2020first] {#here}\n")
    assert words_of(soup(html).select_one(".toc a")) == "Heading"


def test_the_page_recognises_what_the_scanner_recognises(data: Path) -> None:
    for text in (EVERYWHERE, NOWHERE):
        page = soup(render(data, text))
        shown = [words_of(mark).removesuffix("]").split()[-1] for mark in page.select(".citation-unknown")]
        assert sorted(shown) == sorted(cited.key for _, _, cited in scan(text))
