"""What is published for programs keeps to published vocabularies: our JSON Schemas, and schema.org's terms."""

from __future__ import annotations

import json
import posixpath
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no types

from atlas.languages import Language
from atlas.render.api import api_files
from atlas.render.metadata import json_ld
from atlas.render.structured import Described, structured_data
from atlas.sources.library import Library, load_library
from minisite import minilibrary
from schema_org import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HOME = "https://example.org/"
LIBRARIES = pytest.mark.parametrize("name", ["minisite", "atlas"])


@cache
def library_of(name: str) -> Library:
    return minilibrary() if name == "minisite" else load_library(ROOT / "docs" / "data")[0]


@cache
def files(name: str) -> dict[str, Any]:
    texts = api_files(library_of(name), lambda language, path: True)
    return {path: json.loads(text) for path, text in texts.items() if path.endswith(".json")}


def published(library: Library) -> Iterator[dict[str, Any]]:
    """Yield every block of data that pages of the library hold."""
    for reference in library.references.values():
        yield json.loads(json_ld(reference))
    for language in Language:
        for topic in library.topics.values():
            url = f"{HOME}{language.prefix}{topic.path}/"
            keys = tuple(key for claim in topic.claims for key in claim.citekeys)
            page = Described(topic.name[language], topic.summary[language], url, HOME + language.prefix, keys)
            yield structured_data(page, topic, library, language)
            yield structured_data(page, None, library, language)


@LIBRARIES
def test_every_data_file_is_what_its_schema_describes(name: str) -> None:
    wrong = []
    for path, data in files(name).items():
        if not path.startswith("api/schema/"):
            schema = files(name)[posixpath.normpath(posixpath.join(posixpath.dirname(path), data["$schema"]))]
            errors = Draft202012Validator(schema).iter_errors(data)
            wrong += [f"{path} {error.json_path}: {error.message[:200]}" for error in errors]

    assert wrong == []


def test_every_schema_is_a_schema() -> None:
    for path, data in files("minisite").items():
        if path.startswith("api/schema/"):
            Draft202012Validator.check_schema(data)


@LIBRARIES
def test_structured_data_use_the_terms_of_schema_org_as_it_defines_them(name: str) -> None:
    assert sorted({fault for data in published(library_of(name)) for fault in faults(data)}) == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"@type": "Pill"}, "no type Pill"),
        ({"@type": "Thing", "strength": "5"}, "no property strength"),
        ({"@type": "Report", "isbn": "1"}, "isbn is no property of Report"),
        ({"@type": "WebPage", "author": "Ann"}, 'author of WebPage cannot be "Ann"'),
        ({"@graph": [{"@type": "WebPage", "dateModified": "soon"}]}, 'dateModified of WebPage cannot be "soon"'),
    ],
)
def test_a_term_that_is_not_schema_orgs_is_found(data: dict[str, Any], fault: str) -> None:
    assert list(faults(data)) == [fault]
