"""The lists of references."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import markdown
from atlas.languages import Language
from atlas.models.base import Bilingual
from atlas.render.entry import Entry, make_entry, sort_key
from atlas.render.reference_indexes import index_pages
from atlas.render.reference_pages import Speaker, TopicName
from atlas.sources.library import Words, load_words
from references import make_reference, people
from soup import attribute, pick

WORDS = Path(__file__).parent.parent.parent / "docs" / "data" / "words"
TOPICS = {
    "tea": TopicName("tea", Bilingual(en="Tea", zh="茶"), "therapies/tea"),
    "sea": TopicName("sea", Bilingual(en="Sea", zh="海")),
}


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load_words([WORDS / "citations.yaml", WORDS / "vocabulary.yaml"], []))


def entry(key: str, author: str, year: int = 2020, design: str = "rct", topics: tuple[str, ...] = ()) -> Entry:
    custom = {"design": design, "topics": list(topics), "seen": "a made-up copy"}
    return make_entry(key, make_reference(id=key, author=people(author), issued=year, custom=custom))


def lists(entries: list[Entry], words: Words, language: Language = Language.EN) -> dict[str, BeautifulSoup]:
    ordered = sorted(entries, key=lambda one: (one.sort_key, one.citekey))
    return {
        name: BeautifulSoup(markdown.markdown(text.split("---\n", 2)[2], extensions=["md_in_html"]), "html.parser")
        for name, text in index_pages(ordered, TOPICS, Speaker(words, language))
    }


def headings(page: BeautifulSoup) -> list[tuple[str, int]]:
    lists = page.select("ol.reference-list")
    return [(h2.text, len(items.select("li"))) for h2, items in zip(page.select("h2"), lists, strict=True)]


def test_chinese_authors_stand_where_their_pinyin_does(words: Words) -> None:
    entries = [entry("a", "Zimmer, Zoe"), entry("b", "孙晓艳"), entry("c", "Óscar, Ola"), entry("d", "白居易")]

    page = lists(entries, words, Language.ZH)["index.md"]

    assert [h2.text for h2 in page.find_all("h2")] == ["B", "O", "S", "Z"]


def test_authors_who_begin_with_no_letter_come_last(words: Words) -> None:
    page = lists([entry("a", "23andMe"), entry("b", "Ames, Ann")], words)["index.md"]

    assert headings(page) == [("A", 1), ("Other", 1)]


def test_one_author_is_sorted_by_year() -> None:
    keys = [sort_key(make_reference(issued=year)) for year in (2021, 2019, 2020)]

    assert sorted(keys) == [keys[1], keys[2], keys[0]]


def test_years_run_from_the_newest(words: Words) -> None:
    entries = [entry("a", "Ames, A", 1999), entry("b", "Berg, B", 2021), entry("c", "Cole, C", 2021)]

    assert headings(lists(entries, words)["by-year.md"]) == [("2021", 2), ("1999", 1)]


def test_a_reference_stands_under_each_of_its_topics(words: Words) -> None:
    entries = [entry("a", "Ames, A", topics=("tea", "sea")), entry("b", "Berg, B")]

    page = lists(entries, words)["by-topic.md"]

    assert headings(page) == [("Sea", 1), ("Tea", 1), ("No topic given", 1)]
    assert attribute(page, "#topic-tea a", "href") == "../../therapies/tea/"


def test_designs_keep_the_order_of_the_vocabulary(words: Words) -> None:
    entries = [entry("a", "Ames, A", design="animal"), entry("b", "Berg, B", design="meta-analysis")]

    assert [one for one, _ in headings(lists(entries, words)["by-design.md"])] == ["Meta-analysis", "Animal study"]


def test_every_heading_can_be_jumped_to(words: Words) -> None:
    for page in lists([entry("a", "Ames, A", topics=("tea",)), entry("b", "孙晓艳")], words).values():
        targets = [str(link["href"]).removeprefix("#") for link in page.select(".reference-jump a")]
        assert targets == [h2["id"] for h2 in page.find_all("h2")]


@pytest.mark.parametrize(("name", "href"), [("index.md", "a/"), ("by-year.md", "../a/")])
def test_lines_lead_to_the_reference_pages(name: str, href: str, words: Words) -> None:
    page = lists([entry("a", "Ames, A")], words)[name]

    assert attribute(page, ".reference-list a", "href") == href


@pytest.mark.parametrize(
    ("language", "name", "href"),
    [
        (Language.EN, "index.md", "library.bib"),
        (Language.EN, "by-year.md", "../library.bib"),
        (Language.ZH, "index.md", "../../references/library.bib"),
        (Language.ZH, "by-year.md", "../../../references/library.bib"),
    ],
)
def test_downloads_are_found_from_every_list(language: Language, name: str, href: str, words: Words) -> None:
    assert attribute(lists([entry("a", "Ames, A")], words, language)[name], "a[download]", "href") == href


def test_a_retracted_reference_is_marked_in_every_list(words: Words) -> None:
    status = {"state": "retracted", "DOI": "10.9999/notice"}
    custom = {"design": "rct", "seen": "a made-up copy", "status": status}
    entries = [make_entry("a", make_reference(custom=custom))]

    for page in lists(entries, words).values():
        assert pick(page, ".reference-list .status-retracted").text == "Retracted"


def test_a_line_names_its_language_where_that_is_not_the_page_s(words: Words) -> None:
    status = {"state": "retracted", "DOI": "10.9999/notice"}
    custom = {"design": "rct", "seen": "a made-up copy", "status": status}
    entries = [make_entry("a", make_reference(custom=custom))]

    english, chinese = (lists(entries, words, language)["index.md"] for language in Language)

    assert not english.select(".reference-list [lang]")
    assert attribute(chinese, ".reference-list li", "lang") == "en"
    assert [part["lang"] for part in chinese.select(".reference-list li > [lang]")] == ["zh-CN", "zh-CN"]


def test_html_in_a_record_is_text_in_a_list(words: Words) -> None:
    reference = make_reference(
        title="<script>alert(1)</script>", container_title="<b>J</b>", author=people("<img>")
    )

    page = lists([make_entry("a", reference)], words)["index.md"]

    assert not page.find_all(["script", "img", "b"])
    assert "<script>alert(1)</script>" in page.text
