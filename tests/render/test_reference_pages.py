"""The page of one reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
import yaml
from bs4 import BeautifulSoup

import markdown
from atlas.languages import Language
from atlas.models.base import Bilingual
from atlas.render.csl_json import csl_json
from atlas.render.exports import bibtex, ris
from atlas.render.reference_pages import CitedBy, Speaker, TopicName, make_work, reference_page
from atlas.sources.citing import CitingClaim, CitingPage
from atlas.sources.library import Words, load_words
from references import make_reference, people
from soup import attribute, pick

if TYPE_CHECKING:
    from atlas.models.reference import Reference

WORDS = Path(__file__).parent.parent.parent / "docs" / "data" / "words"
EVIL = '</title></script><script>alert(1)</script><img src=x onerror="alert(1)">'
CUSTOM = {"design": "rct", "seen": "a made-up copy"}


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load_words([WORDS / "citations.yaml", WORDS / "vocabulary.yaml"], []))


def page_of(
    reference: Reference,
    words: Words,
    language: Language = Language.EN,
    cited_by: CitedBy | None = None,
    topics: dict[str, TopicName] | None = None,
) -> tuple[dict[str, str], BeautifulSoup]:
    """Return front matter and HTML of a page, as Markdown makes it."""
    texts = {"bibtex": bibtex(reference), "ris": ris(reference), "csl": f"[{csl_json(reference)}]\n"}
    work = make_work(reference, texts)
    text = reference_page(work, "Formatted.", cited_by or CitedBy(), topics or {}, Speaker(words, language))
    _, head, body = text.split("---\n", 2)
    html = markdown.markdown(body, extensions=["md_in_html", "attr_list", "tables", "footnotes"])
    return yaml.safe_load(head), BeautifulSoup(html, "html.parser")


def retracted() -> Reference:
    status = {
        "state": "retracted",
        "on": "2021-01-02",
        "DOI": "10.9999/notice",
        "note": {"en": "Fraud.", "zh": "造假。"},
    }
    return make_reference(custom=CUSTOM | {"status": status})


@pytest.mark.parametrize(("language", "word"), [(Language.EN, "Retracted"), (Language.ZH, "已撤稿")])
def test_a_retracted_item_says_so_before_anything_else(words: Words, language: Language, word: str) -> None:
    head, page = page_of(retracted(), words, language)

    first = page.find(string=lambda text: bool(text.strip()))
    assert first is not None and word in first
    assert attribute(page, "aside.status-retracted a", "href") == "https://doi.org/10.9999/notice"
    assert head["title"].startswith(word) and head["description"].startswith(word)


def test_an_item_without_a_notice_begins_with_its_title(words: Words) -> None:
    _, page = page_of(make_reference(), words)

    assert page.find("aside") is None
    assert pick(page, "h1").text == "Tea and calm"


def test_the_finding_is_in_the_readers_language(words: Words) -> None:
    reference = make_reference(custom=CUSTOM | {"finding": {"en": "Tea calms.", "zh": "茶使人平静。"}})

    _, page = page_of(reference, words, Language.ZH)

    assert pick(page, ".reference-finding").text == "茶使人平静。"


def test_a_finding_that_is_only_in_english_says_so_on_the_chinese_page(words: Words) -> None:
    reference = make_reference(custom=CUSTOM | {"finding_en": "Tea calms."})

    _, page = page_of(reference, words, Language.ZH)

    assert attribute(page, ".reference-finding", "lang") == "en"
    assert "目前只有英文概述" in page.text


def test_topics_are_links_once_they_are_written(words: Words) -> None:
    names = {
        "tea": TopicName("tea", Bilingual(en="Tea", zh="茶"), "therapies/tea"),
        "sea": TopicName("sea", Bilingual(en="Sea", zh="海")),
    }
    reference = make_reference(custom=CUSTOM | {"topics": ["tea", "sea", "unknown"]})

    _, page = page_of(reference, words, Language.ZH, topics=names)

    assert [(topic.text, topic.get("href")) for topic in page.find_all(class_="topic")] == [
        ("茶", "../../therapies/tea/"),
        ("海", None),
        ("unknown", None),
    ]


def test_every_page_and_claim_that_cites_it_is_named(words: Words) -> None:
    claim = CitingClaim("therapies/tea", "tea-calms", Bilingual(en="Tea calms.", zh="茶使人平静。"))
    cited_by = CitedBy((CitingPage("index", "Home"), CitingPage("therapies/tea", "Tea")), (claim,))

    _, page = page_of(make_reference(), words, cited_by=cited_by)

    assert [link["href"] for link in page.select(".citing-pages a")] == ["../../", "../../therapies/tea/"]
    assert attribute(page, ".citing-claims a", "href") == "../../therapies/tea/#claim-tea-calms"


def test_a_claim_without_a_place_of_its_own_leads_to_its_page(words: Words) -> None:
    claim = CitingClaim("therapies/tea", "tea-rare", Bilingual(en="Rare.", zh="少见。"), has_place=False)

    _, page = page_of(make_reference(), words, cited_by=CitedBy((), (claim,)))

    assert attribute(page, ".citing-claims a", "href") == "../../therapies/tea/"


def test_an_item_nobody_cites_says_so(words: Words) -> None:
    assert "No page of the atlas cites it yet." in page_of(make_reference(), words)[1].text


def test_the_exports_are_shown_and_can_be_downloaded(words: Words) -> None:
    reference = make_reference(title="Tea & <i>calm</i> < 茶")

    _, page = page_of(reference, words)

    assert [code.text for code in page.select(".export code")] == [
        bibtex(reference),
        ris(reference),
        f"[{csl_json(reference)}]\n",
    ]
    assert [link["download"] for link in page.select(".export a")] == [
        "smith2020tea.bib",
        "smith2020tea.ris",
        "smith2020tea.json",
    ]


@pytest.mark.parametrize("field", ["title", "container_title", "publisher", "genre", "collection_title", "edition"])
def test_html_in_a_field_is_shown_as_text(field: str, words: Words) -> None:
    head, page = page_of(make_reference(**{field: f"Tea {EVIL}"}), words)

    assert page.find("img") is None
    assert [script.get("type") for script in page.find_all("script")] == ["application/ld+json"]
    assert "<" not in head["title"] + head["description"]


@pytest.mark.parametrize("field", ["seen", "finding_en"])
def test_html_in_our_own_words_is_shown_as_text(field: str, words: Words) -> None:
    _, page = page_of(make_reference(custom=CUSTOM | {field: f"Tea {EVIL}"}), words)

    assert page.find("img") is None
    assert EVIL in page.text


def test_html_in_a_name_is_shown_as_text(words: Words) -> None:
    head, page = page_of(make_reference(author=people(EVIL)), words)

    assert page.find("img") is None
    assert "<" not in head["description"]


def test_title_tags_are_kept_if_they_nest(words: Words) -> None:
    _, nested = page_of(make_reference(title="<i>In vivo</i> x<sub>2</sub>"), words)
    _, crossed = page_of(make_reference(title="<i>In <b>vivo</i></b>"), words)

    assert pick(nested, "h1 i").text == "In vivo"
    assert pick(crossed, "h1").text == "<i>In <b>vivo</i></b>"


def test_markdown_in_a_record_stays_text(words: Words) -> None:
    _, page = page_of(make_reference(title="*Tea* [@other2020] `x` {claim:y}\n\n# no heading"), words)

    assert pick(page, "h1").text == "*Tea* [@other2020] `x` {claim:y} # no heading"


def test_coins_name_the_work(words: Words) -> None:
    reference = make_reference(language="zh", title="茶与平静", author=people("张三"), container_title="虚构杂志")

    fields = parse_qs(attribute(page_of(reference, words)[1], ".Z3988", "title"))

    assert fields["rft.atitle"] == ["茶与平静"]
    assert fields["rft.au"] == ["张三"]
    assert fields["rft_id"] == ["info:doi/10.9999/tea"]


def test_json_ld_says_that_the_page_is_about_the_work(words: Words) -> None:
    data = json.loads(pick(page_of(make_reference(title=f"Tea {EVIL}"), words)[1], "script").text)

    assert data["@type"] == "WebPage"
    assert data["mainEntity"]["@type"] == "ScholarlyArticle"
    assert data["mainEntity"]["name"] == f"Tea {EVIL}"
    assert "https://doi.org/10.9999/tea" in data["mainEntity"]["sameAs"]


def test_addresses_of_old_dois_are_encoded(words: Words) -> None:
    _, page = page_of(make_reference(DOI="10.1002/(SICI)1099:1%2;2-#"), words)

    assert attribute(page, ".reference-facts a", "href") == "https://doi.org/10.1002/(SICI)1099:1%252;2-%23"
