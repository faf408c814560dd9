"""The JSON Schemas say what the models say."""

from __future__ import annotations

import json

from atlas.models.schema import schemas


def test_every_record_file_has_a_schema() -> None:
    assert set(schemas()) == {"topic", "figure", "scale", "references", "entities", "glossary", "planned", "words"}


def test_a_schema_uses_the_field_names_of_csl() -> None:
    reference = json.loads(schemas()["references"])["$defs"]["Reference"]

    assert "container-title" in reference["properties"]
    assert "language" in reference["required"]


def test_a_schema_refuses_unknown_fields() -> None:
    assert json.loads(schemas()["topic"])["additionalProperties"] is False
