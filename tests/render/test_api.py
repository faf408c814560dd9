"""The files for programs hold every record, as typed, and the same bytes on every mirror."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from atlas.models.api import LISTS
from atlas.render.api import api_files
from minisite import minilibrary

NAMES = pytest.mark.parametrize("name", LISTS)


def texts() -> dict[str, str]:
    return api_files(minilibrary(), lambda language, path: path != "therapies/briskine")


@cache
def document(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(texts()[f"api/{name}.json"], parse_float=Decimal)
    return value


@NAMES
def test_a_list_names_its_licence_format_and_schema(name: str) -> None:
    head = document(name)

    assert (head["license"], head["format"]) == ("CC-BY-4.0", 1)
    assert f"api/{head['$schema']}" in texts()
    assert re.fullmatch("sha256:[0-9a-f]{64}", head["content"])


def test_every_record_is_there() -> None:
    library = minilibrary()

    assert {topic["slug"] for topic in document("topics")["topics"]} == set(library.topics)
    assert {claim["id"] for claim in document("claims")["claims"]} == set(library.claims)
    assert {reference["id"] for reference in document("references")["references"]} == set(library.references)
    assert len(document("relations")["relations"]) == sum(len(topic.relations) for topic in library.topics.values())


@pytest.mark.parametrize("name", ["claims", "relations", "references"])
def test_entries_are_what_the_schemas_model_accepts(name: str) -> None:
    for entry in document(name)[name]:
        LISTS[name].model_validate(entry)


def test_a_topics_whole_record_is_what_the_model_accepts() -> None:
    record = json.loads(texts()["api/topics/calmol.json"], parse_float=Decimal)

    LISTS["topics"].model_validate(record["topic"])


@NAMES
def test_the_schema_describes_every_field(name: str) -> None:
    schema = json.loads(texts()[f"api/schema/{name}.json"])
    properties = schema["$defs"]["Entry"]["properties"]

    assert {key for entry in document(name)[name] for key in entry} <= set(properties)
    assert set(document(name)) <= set(schema["properties"])


def test_every_definition_a_schema_refers_to_is_in_it() -> None:
    for name, text in texts().items():
        if name.startswith("api/schema/"):
            referred = set(re.findall(r'"#/\$defs/([^"]+)"', text))
            assert referred <= set(json.loads(text)["$defs"]), name


def test_numbers_keep_the_digits_that_were_typed() -> None:
    assert '"value":-0.30,' in texts()["api/claims.json"]


def test_a_topic_leads_to_its_written_pages_and_to_its_record() -> None:
    topics = {topic["slug"]: topic for topic in document("topics")["topics"]}

    assert topics["calmol"]["pages"] == {"en": "therapies/calmol/", "zh": "zh/therapies/calmol/"}
    assert topics["briskine"]["pages"] == {}
    assert topics["calmol"]["record"] in texts()


def test_the_bytes_are_the_same_each_time_and_name_no_site() -> None:
    assert texts() == texts()
    assert "127.0.0.1" not in "".join(texts().values())


def test_the_table_of_claims_has_a_line_for_each_claim() -> None:
    rows = list(csv.DictReader(io.StringIO(texts()["api/claims.csv"].removeprefix("\ufeff"))))
    first = rows[0]

    assert [row["id"] for row in rows] == ["calmol-gloom", "calmol-waiting", "calmol-count"]
    assert (first["topic"], first["value"], first["n"], first["certainty"]) == (
        "calmol",
        "-0.30",
        "12345",
        "moderate",
    )
    assert first["comparator_zh"] == "安慰剂"
