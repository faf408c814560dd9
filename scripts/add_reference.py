"""Add references from BibTeX, RIS or CSL-JSON to `docs/data/references.yaml`, each where it belongs.

    add_reference.py item.bib --design rct --topics ssri depression --seen "PubMed page with title, authors and DOI"

`--seen` is obligatory: a reference enters only if its DOI was seen next to its title and first author. The key
is made from first author, year and first word of the title unless `--key` is given. Nothing is written if a
record is refused.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pypandoc  # type: ignore[import-untyped]  # ships no types

from atlas.models.reference import ItemType, Reference
from atlas.models.vocabulary import Design
from atlas.problem import Problem, ProblemsFoundError
from atlas.render.reference_yaml import FIELDS, reference_file
from atlas.sources.validation import validate
from atlas.sources.yaml_file import parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
READERS = {".bib": "biblatex", ".ris": "ris", ".json": "csljson"}
SMALL_WORDS = frozenset({"a", "an", "the", "of", "on", "in", "and", "is", "are", "do", "does", "to", "for"})
DEFAULT_TYPE = "article-journal"


def read_items(file: Path) -> list[dict[str, Any]]:
    """Return the CSL items of a BibTeX, RIS or CSL-JSON file, as pandoc reads them."""
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise ValueError(f"{file}: found {file.suffix or 'no ending'}, expected one of {', '.join(READERS)}")
    items: list[dict[str, Any]] = json.loads(pypandoc.convert_file(str(file), "csljson", format=reader))
    return items


def to_record(item: Mapping[str, Any], custom: Mapping[str, Any], key: str | None = None) -> dict[str, Any]:
    """Return a record as typed by hand: known fields only, in our forms."""
    record = {field: item[field] for field in FIELDS if field in item}
    record.setdefault("language", "en")
    record["type"] = item["type"] if item.get("type") in get_args(ItemType) else DEFAULT_TYPE
    for role in ("author", "editor"):
        if role in record:
            record[role] = [_name(name) for name in record[role]]
    for field in ("issued", "accessed"):
        if field in record:
            record[field] = _short_date(record[field])
    return {**record, "id": key or citekey(record), "custom": dict(custom)}


def _name(name: Mapping[str, Any]) -> dict[str, Any]:
    """Return a name as the records keep it: a lone family name is a body's or a Chinese name, and literal."""
    given = {part: text for part, text in name.items() if text}
    return {"literal": given["family"]} if set(given) == {"family"} else given


def _short_date(date: Mapping[str, Any]) -> int | str:
    parts = [int(part) for part in date["date-parts"][0]]
    return parts[0] if len(parts) == 1 else "-".join([f"{parts[0]}", *(f"{part:02}" for part in parts[1:])])


def citekey(record: Mapping[str, Any]) -> str:
    """Return `firstauthorYEARfirstword` in lower-case ASCII."""
    name = (record.get("author") or record.get("editor") or [{}])[0]
    words = re.findall(r"\w+", _ascii(str(record.get("title", ""))))
    word = next((word for word in words if word not in SMALL_WORDS), "item")
    year = str(record.get("issued", ""))[:4]
    return re.sub(r"[^a-z0-9]", "", _ascii(name.get("family") or name.get("literal") or "anon")) + year + word


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def add(path: Path, records: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Write the file with the records added, or return why it was left as it is."""
    document = read_yaml(path)
    items = [*document.value["references"], *records]
    text = reference_file(items)
    changed = parse_yaml(path, text)
    problems = [
        problem
        for index, item in enumerate(changed.value["references"])
        for problem in validate(Reference, item, changed, "references", index)[1]
    ]
    problems += _taken(document.value["references"], records, path)
    if not problems:
        path.write_text(text, encoding="utf-8")
    return problems


def _taken(items: Sequence[Mapping[str, Any]], records: Sequence[Mapping[str, Any]], path: Path) -> list[Problem]:
    problems = []
    known = read_yaml(path)
    for index, item in enumerate(items):
        for record in records:
            for field in ("id", "DOI", "PMID"):
                if field in record and str(record[field]).lower() == str(item.get(field, "")).lower():
                    place = known.position("references", index, field)
                    problems.append(Problem(place, "duplicate-key", f"has this {field} already: {record[field]}"))
    return problems


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Add the references; return 1 and write nothing if one is refused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="BibTeX (.bib), RIS (.ris) or CSL-JSON (.json)")
    parser.add_argument("--design", required=True, choices=[design.value for design in Design])
    parser.add_argument("--topics", nargs="*", default=[], help="slugs of topics")
    parser.add_argument("--seen", required=True, help="where title, first author and DOI were seen together")
    parser.add_argument("--key", help="the citekey, for a file with one item")
    options = parser.parse_args(arguments)
    custom = {"design": options.design, "topics": options.topics, "seen": options.seen}
    try:
        records = [to_record(item, custom, options.key) for item in read_items(options.file)]
        problems = add(root / "docs" / "data" / "references.yaml", records)
    except (ValueError, RuntimeError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except ProblemsFoundError as error:
        problems = error.problems
    print(*(problems or [record["id"] for record in records]), sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
