"""The JSON Schemas of the files under `api/`: the records' own, with what an envelope and a list add."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from atlas.models.base import SLUG_PATTERN, Record, Slug
from atlas.models.claim import Claim
from atlas.models.reference import Reference
from atlas.models.relation import Relation
from atlas.models.topic import Topic

if TYPE_CHECKING:
    from pydantic import BaseModel

# Raised when a field is renamed, removed or changes its meaning; new fields do not raise it.
FORMAT = 1
LICENSE = "CC-BY-4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class ClaimEntry(Claim):
    """Hold a claim outside its topic's record."""

    topic: Slug


class RelationEntry(Relation):
    """Hold a relation outside its subject's record."""

    subject: Slug


class Pages(Record):
    """Hold the addresses of a page in both languages, from the root of the site."""

    en: str | None = None
    zh: str | None = None


class ReferenceEntry(Reference):
    """Hold a reference with its pages."""

    pages: Pages


class TopicRecord(Topic):
    """Hold a topic's whole record with its pages."""

    pages: Pages


# The name of a list, which is also the file's, and the model of its entries.
LISTS: dict[str, type[BaseModel]] = {
    "topics": TopicRecord,
    "claims": ClaimEntry,
    "relations": RelationEntry,
    "references": ReferenceEntry,
}


@cache
def api_schemas() -> dict[str, dict[str, Any]]:
    """Return each schema by its name; `topic` is that of one topic's whole record."""
    lists = {name: _schema(name, model, is_list=True) for name, model in LISTS.items()}
    _shorten_topics(lists["topics"])
    return {**lists, "topic": _schema("topic", TopicRecord, is_list=False)}


def _schema(key: str, model: type[BaseModel], *, is_list: bool) -> dict[str, Any]:
    entry = model.model_json_schema(by_alias=True, mode="serialization")
    definitions = entry.pop("$defs", {})
    definitions["Entry"] = entry
    content = {"$ref": "#/$defs/Entry"}
    properties = {
        "$schema": {"type": "string"},
        "format": {"const": FORMAT},
        "content": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "license": {"const": LICENSE},
        "license_url": {"const": LICENSE_URL},
        key: {"type": "array", "items": content} if is_list else content,
    }
    required = ["format", "content", "license", "license_url", key]
    head = {"$schema": DIALECT, "title": key, "type": "object", "additionalProperties": False}
    return {**head, "required": required, "properties": properties, "$defs": definitions}


def _shorten_topics(schema: dict[str, Any]) -> None:
    """Describe topics without what stands in the other lists: claims go by id, relations are left out."""
    entry = schema["$defs"]["Entry"]
    del entry["properties"]["relations"]
    slug = {"type": "string", "pattern": f"^{SLUG_PATTERN}$"}
    entry["properties"]["claims"] = {"type": "array", "items": slug}
    entry["properties"]["record"] = {"type": "string", "description": "address of the topic's whole record"}
    unused = ("Claim", "Relation")
    schema["$defs"] = {name: part for name, part in schema["$defs"].items() if name not in unused}
