"""Read the source and keep what was made of each record by the record's text.

With thousands of records, a run in which one changed parses, validates, formats and exports that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.problem import ProblemsFoundError
from atlas.render.csl_json import csl_json
from atlas.render.entry import Entry, make_entry
from atlas.render.exports import bibtex, ris
from atlas.render.formatting import RECORDS_PER_RUN, format_all, style_version
from atlas.sources.cache import Cache, digest
from atlas.sources.reference_file import read_all, read_record, split_records
from atlas.sources.versions import code_version
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from atlas.models.reference import Reference
    from atlas.problem import Problem
    from atlas.sources.shelf import Shelf

    Rule = Callable[[Shelf[Reference]], Iterator[Problem]]
    # Records by their keys, and what waits for their entries in both styles.
    Pending = tuple[dict[str, Reference], Callable[[], dict[Language, dict[str, str]]]]

READERS = (
    "models/reference.py",
    "models/base.py",
    "models/vocabulary*",
    "models/vocabulary*/*.py",
    "sources/yaml_file.py",
    "sources/validation.py",
    "sources/reference_file.py",
    "render/csl_json.py",
    "render/entry.py",
    "render/exports.py",
    "render/text.py",
)
# What is kept of a record besides its entry: itself and its exports. Its formatted forms go by language.
TEXTS: dict[str, Callable[[Reference], str]] = {
    "record": lambda reference: reference.model_dump_json(by_alias=True, exclude_none=True),
    "bibtex": bibtex,
    "ris": ris,
    "csl": csl_json,
}
KINDS = ("entry", *TEXTS, *Language)


class Store:
    """Hold every record of a source in the order of authors; raise `ProblemsFoundError` with all its faults."""

    def __init__(self, source: Path, cache_folder: Path, rules: Sequence[Rule] = ()) -> None:
        self._cache = Cache(cache_folder)
        self._cache_folder = cache_folder
        self._texts: dict[str, dict[str, str]] = {}
        self._fresh: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        # A page depends on the style only through its own entry; one version for both keeps that in one place.
        self.version = digest(code_version(*READERS), *(style_version(language) for language in Language))
        self.entries = sorted(self._read(source, rules), key=lambda entry: (entry.sort_key, entry.citekey))
        self._save()

    def text(self, kind: str, entry: Entry) -> str:
        """Return what is kept of a record: a kind of `TEXTS`, or a language for its formatted form."""
        fresh = self._fresh[kind].get(entry.key)
        if fresh is not None:
            return fresh
        if kind not in self._texts:
            self._texts[kind] = self._cache.read(kind, [entry.key for entry in self.entries])
        return self._texts[kind][entry.key]

    def _read(self, source: Path, rules: Sequence[Rule]) -> list[Entry]:
        records = split_records(_source_text(source)) or []
        keys = [digest(self.version, record.text) for record in records]
        known = {key: Entry.load(text) for key, text in self._cache.read("entry", keys).items()}
        fresh = [(key, record) for key, record in zip(keys, records, strict=True) if key not in known]
        new: dict[str, Reference] = {}
        pending = []
        # pandoc begins with the first records while the next are read.
        for start in range(0, len(fresh), RECORDS_PER_RUN):
            part = {key: read_record(source, record) for key, record in fresh[start : start + RECORDS_PER_RUN]}
            sound = {key: reference for key, reference in part.items() if reference is not None}
            new |= sound
            if len(sound) < len(part):
                break
            pending.append((sound, format_all(sound.values(), self._cache_folder)))
        if not records or len(new) < len(fresh) or _has_twins([*known.values()], [*new.values()], len(records)):
            known = {}
            new = {
                digest(self.version, reference.model_dump_json()): reference
                for reference in _read_carefully(source, rules)
            }
            pending = [(new, format_all(new.values(), self._cache_folder))]
        return [*known.values(), *self._make(new, pending)]

    def _make(self, references: dict[str, Reference], pending: Sequence[Pending]) -> list[Entry]:
        """Make everything that is kept of new records."""
        entries = [make_entry(key, reference) for key, reference in references.items()]
        for kind, make in TEXTS.items():
            self._fresh[kind] = {key: make(reference) for key, reference in references.items()}
        self._fresh["entry"] = {entry.key: entry.dump() for entry in entries}
        for part, wait in pending:
            for language, formatted in wait().items():
                self._fresh[language] |= {key: formatted[reference.id] for key, reference in part.items()}
        return entries

    def _save(self) -> None:
        keys = [entry.key for entry in self.entries]
        for kind in KINDS:
            self._cache.write(kind, self._fresh[kind])
            self._cache.keep_only(kind, keys)


def _source_text(source: Path) -> str:
    try:
        return read_text(source)
    except OSError:
        # Read again by the careful reader, which makes a problem of it.
        return ""


def _has_twins(known: Sequence[Entry], new: Sequence[Reference], total: int) -> bool:
    """Tell whether two records share a citekey, DOI or PMID; where they stand is found by the careful reader."""
    citekeys = [entry.citekey for entry in known] + [reference.id for reference in new]
    dois = [entry.doi for entry in known] + [(reference.DOI or "").lower() for reference in new]
    pmids = [entry.pmid for entry in known] + [reference.PMID or "" for reference in new]
    identifiers = [[value for value in values if value] for values in (dois, pmids)]
    return len(set(citekeys)) < total or any(len(set(values)) < len(values) for values in identifiers)


def _read_carefully(source: Path, rules: Sequence[Rule]) -> list[Reference]:
    """Read the whole file with the place of everything; raise its problems, all at once."""
    shelf, problems = read_all(source)
    problems += [problem for rule in rules for problem in rule(shelf)]
    if problems:
        raise ProblemsFoundError(problems)
    return list(shelf.values())
