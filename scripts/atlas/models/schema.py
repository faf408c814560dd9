"""JSON Schemas of the record files, generated from the models so that editors complete and check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from atlas.models.base import Bilingual
from atlas.models.entity import Entity
from atlas.models.figure import Figure
from atlas.models.glossary import Term
from atlas.models.rating_scale import RatingScale
from atlas.models.reference import Reference
from atlas.models.topic import PlannedTopic, Topic

if TYPE_CHECKING:
    from pydantic import BaseModel

# File name -> the model, and the key of the list that holds it (none: the file is one record).
FILES: dict[str, tuple[type[BaseModel], str | None]] = {
    "topic": (Topic, None),
    "figure": (Figure, None),
    "scale": (RatingScale, None),
    "references": (Reference, "references"),
    "entities": (Entity, "entities"),
    "glossary": (Term, "terms"),
    "planned": (PlannedTopic, "topics"),
}


def schemas() -> dict[str, str]:
    """Return the text of each schema by its file name without ending."""
    texts = {name: _text(_file_schema(model, key)) for name, (model, key) in FILES.items()}
    family = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Bilingual"}}
    definitions = {"Bilingual": Bilingual.model_json_schema()}
    words = {"type": "object", "additionalProperties": family, "$defs": definitions}
    return {**texts, "words": _text(words)}


def _file_schema(model: type[BaseModel], key: str | None) -> dict[str, Any]:
    schema = _short_date_forms(model.model_json_schema(by_alias=True))
    if key is None:
        return schema
    definitions = schema.pop("$defs", {})
    definitions[model.__name__] = schema
    item = {"$ref": f"#/$defs/{model.__name__}"}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key],
        "properties": {key: {"type": "array", "items": item}},
        "$defs": definitions,
    }


def _short_date_forms(schema: dict[str, Any]) -> dict[str, Any]:
    """Let an editor accept `issued: 2020` and `2020-05`, which the model reads before it validates."""
    definitions = schema.get("$defs", {})
    if "CslDate" in definitions:
        short = [{"type": "integer"}, {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}]
        definitions["CslDate"] = {"anyOf": [*short, definitions["CslDate"]]}
    return schema


def _text(schema: dict[str, Any]) -> str:
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
