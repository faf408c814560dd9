"""What search engines are told claims no more than the record holds."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.languages import Language
from atlas.render.structured import Described, structured_data
from minisite import minilibrary

HOME = "https://example.org/atlas/"
# Properties that schema.org defines for the types in use.
KNOWN = {
    "MedicalWebPage": {"lastReviewed", "reviewedBy", "about", "dateModified", "author", "citation"},
    "WebPage": {"citation"},
}
SHARED = {
    "@type", "@id", "url", "name", "description", "inLanguage", "isPartOf", "isAccessibleForFree", "license",
}  # fmt: skip


def graph(path: str, slug: str = "", language: Language = Language.EN, citekeys: tuple[str, ...] = ()) -> Any:
    page = Described("A name", "A description", f"{HOME}{path}", HOME, citekeys)
    topic = minilibrary().topics[slug] if slug else None
    return structured_data(page, topic, minilibrary(), language)["@graph"]


def test_a_page_without_review_names_no_day_of_review() -> None:
    page = graph("therapies/calmol/", "calmol")[0]

    assert page["@type"] == "MedicalWebPage"
    assert not {"lastReviewed", "reviewedBy"} & set(page)
    assert page["dateModified"] == "2026-12-01"


def test_a_reviewed_page_names_reviewer_and_day() -> None:
    page = graph("therapies/briskine/", "briskine")[0]

    assert page["lastReviewed"] == "2024-01-02"
    assert page["reviewedBy"][0]["name"] == "Nobody Real"


def test_a_page_is_about_its_subject_under_both_names() -> None:
    about = graph("zh/therapies/calmol/", "calmol", Language.ZH)[0]["about"]

    assert about == {"@type": "MedicalTherapy", "name": "卡莫", "alternateName": "Calmol"}


def test_citations_are_the_pages_own() -> None:
    cited = graph("therapies/calmol/", "calmol", citekeys=("alpha2020first",))[0]["citation"]

    assert cited == ["https://doi.org/10.5555/alpha"]


@pytest.mark.parametrize("slug", ["calmol", "briskine", "moodium", "gloom", ""])
def test_only_properties_of_the_vocabulary_are_used(slug: str) -> None:
    page = graph("somewhere/", slug, citekeys=("alpha2020first",))[0]

    assert set(page) <= SHARED | KNOWN[page["@type"]]


@pytest.mark.parametrize(("path", "steps"), [("guide/gloom/", 2), ("references/", 2), ("references/alpha/", 3)])
def test_breadcrumbs_lead_from_the_first_page_to_this_one(path: str, steps: int) -> None:
    items = graph(path)[1]["itemListElement"]

    assert [item["position"] for item in items] == list(range(1, steps + 1))
    assert (items[0]["item"]["@id"], items[-1]["item"]["@id"]) == (HOME, f"{HOME}{path}")


def test_the_first_page_has_no_breadcrumbs() -> None:
    assert len(graph("")) == 1
