"""Write the records as JSON and CSV for programs.

The bytes depend on the records alone: no day of a build, no address of a site, so that mirrors agree.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from atlas.languages import Language
from atlas.models.api import FORMAT, LICENSE, LICENSE_URL, api_schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from atlas.models.base import Record
    from atlas.models.claim import Claim
    from atlas.models.topic import Topic
    from atlas.sources.library import Library

    HasPage = Callable[[Language, str], bool]

# Records hold no control characters, so this one can mark a number that JSON must print as it was typed.
AS_TYPED = "\x01"
NUMBER_AS_TYPED = re.compile(r'"\\u0001([^"]*)"')


def api_files(library: Library, has_page: HasPage) -> dict[str, str]:
    """Return the text of every file under `api/` by its address from the site's root."""
    lists = _lists(library, has_page)
    return {
        **{f"api/{name}.json": _list_text(name, entries) for name, entries in lists.items()},
        **{
            f"api/topics/{slug}.json": _topic_text(topic, has_page)
            for slug, topic in sorted(library.topics.items())
        },
        **{f"api/schema/{name}.json": _schema_text(schema) for name, schema in api_schemas().items()},
        "api/claims.csv": claims_csv(library),
    }


def _lists(library: Library, has_page: HasPage) -> dict[str, list[dict[str, Any]]]:
    topics = [library.topics[slug] for slug in sorted(library.topics)]
    references = [library.references[key] for key in sorted(library.references)]
    return {
        "topics": [_topic_entry(topic, has_page) for topic in topics],
        "claims": [{"topic": topic.slug, **plain(claim)} for topic in topics for claim in topic.claims],
        "relations": [{"subject": topic.slug, **plain(each)} for topic in topics for each in topic.relations],
        "references": [
            {**plain(each), "pages": _pages(f"references/{each.id}", lambda *_: True)} for each in references
        ],
    }


def plain(record: Record) -> dict[str, Any]:
    """Return a record's fields by the names that the YAML uses, without those that are empty."""
    return record.model_dump(by_alias=True, exclude_none=True)


def _topic_entry(topic: Topic, has_page: HasPage) -> dict[str, Any]:
    fields = plain(topic)
    del fields["relations"]
    fields["claims"] = [claim.id for claim in topic.claims]
    return {**fields, "pages": _pages(topic.path, has_page), "record": f"api/topics/{topic.slug}.json"}


def _pages(path: str, has_page: HasPage) -> dict[str, str]:
    return {language.value: f"{language.prefix}{path}/" for language in Language if has_page(language, path)}


def _topic_text(topic: Topic, has_page: HasPage) -> str:
    line = _line({**plain(topic), "pages": _pages(topic.path, has_page)})
    return _envelope("topic", "../schema/topic.json", line, line)


def _list_text(name: str, entries: Iterable[dict[str, Any]]) -> str:
    """Return a file with one entry a line: quick to write, and a change shows as a changed line."""
    lines = ",\n".join(_line(entry) for entry in entries)
    return _envelope(name, f"schema/{name}.json", f"[\n{lines}\n]", lines)


def _envelope(key: str, schema: str, content: str, hashed: str) -> str:
    head = {
        "$schema": schema,
        "format": FORMAT,
        "content": f"sha256:{hashlib.sha256(hashed.encode()).hexdigest()}",
        "license": LICENSE,
        "license_url": LICENSE_URL,
    }
    fields = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    return "{\n" + ",\n".join([*fields, f"{json.dumps(key)}: {content}"]) + "\n}\n"


def _line(entry: dict[str, Any]) -> str:
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), default=_as_json)
    return NUMBER_AS_TYPED.sub(r"\1", text)


def _as_json(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    assert isinstance(value, Decimal), value
    # A trailing zero is a statement of precision.
    return f"{AS_TYPED}{value:f}"


def _schema_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def claims_csv(library: Library) -> str:
    """Return one claim a line; the first character tells spreadsheets that the text is UTF-8."""
    rows = [_row(topic.slug, claim) for _, topic in sorted(library.topics.items()) for claim in topic.claims]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(_COLUMNS), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()


def _row(slug: str, claim: Claim) -> dict[str, object]:
    return {"topic": slug, **{name: value(claim) for name, value in _COLUMNS.items() if name != "topic"}}


def _both(field: str) -> dict[str, Callable[[Claim], object]]:
    """Return a column for each language of a text."""

    def column(language: Language) -> Callable[[Claim], object]:
        return lambda claim: text[language] if (text := getattr(claim, field)) else ""

    return {f"{field}_{language}": column(language) for language in Language}


def _effect(field: str) -> dict[str, Callable[[Claim], object]]:
    return {field: lambda claim: getattr(claim.effect, field) if claim.effect else ""}


_COLUMNS: dict[str, Callable[[Claim], object]] = {
    "id": lambda claim: claim.id,
    "topic": lambda claim: "",
    "role": lambda claim: claim.role,
    **_both("statement"),
    **_both("population"),
    "comparator_kind": lambda claim: claim.comparator_kind,
    **_both("comparator"),
    **_both("outcome"),
    **_effect("measure"),
    **_effect("value"),
    **_effect("low"),
    **_effect("high"),
    **_effect("level"),
    **_effect("n"),
    **_effect("k"),
    **_effect("i2"),
    "certainty": lambda claim: claim.certainty.grade if claim.certainty else "",
    "support": lambda claim: claim.support.grade if claim.support else "",
    "contested": lambda claim: claim.contested.mark if claim.contested else "",
    "marks": lambda claim: "; ".join(claim.marks),
    "citekeys": lambda claim: "; ".join(claim.citekeys),
    "checked": lambda claim: claim.checked.level,
    "checked_on": lambda claim: claim.checked.on.isoformat(),
}
