"""A changed record makes stale the pages that show it, and no others."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from atlas.publishing.staleness import stale_pages
from atlas.sources.shelf import Shelf
from minisite import minilibrary

if TYPE_CHECKING:
    from atlas.models.topic import Topic
    from atlas.sources.library import Library

TEXTS = {
    "therapies/calmol": "/// header | calmol\n [@alpha2020first]",
    "mechanisms/moodium": "[@beta2021second]",
    "guide/gloom": "/// claim | calmol-gloom",
    "guide/gathered": "/// all-disputes",
    "guide/other": "calmol is a word here, and calmolate another",
}


def changed(slug: str, **fields: object) -> Library:
    """Return the tiny library with some fields of a topic changed."""
    before = minilibrary()
    topics: Shelf[Topic] = Shelf()
    topics._records.update(before.topics)
    topics._records[slug] = before.topics[slug].model_copy(update=fields)
    return dataclasses.replace(before, topics=topics)


def test_nothing_changed_makes_nothing_stale() -> None:
    assert stale_pages(minilibrary(), minilibrary(), TEXTS) == set()


def test_a_changed_claim_concerns_its_page_those_that_show_it_and_what_it_relates_to() -> None:
    after = changed("calmol", claims=minilibrary().topics["calmol"].claims[:2])

    assert stale_pages(minilibrary(), after, TEXTS) == {
        "therapies/calmol",
        "mechanisms/moodium",
        "guide/gloom",
        "guide/gathered",
        "index",
    }


def test_a_new_name_concerns_every_page() -> None:
    assert stale_pages(minilibrary(), changed("calmol", order=99), TEXTS) is None


def test_a_changed_reference_concerns_the_pages_that_cite_it() -> None:
    before = minilibrary()
    references = Shelf()  # type: ignore[var-annotated]
    references._records.update(before.references)
    references._records["beta2021second"] = before.references["alpha2020first"]

    stale = stale_pages(before, dataclasses.replace(before, references=references), TEXTS)

    assert stale == {"mechanisms/moodium", "index"}
