"""Read the source and keep what was made of each record by the record's text.

With thousands of records, a run in which one changed parses, validates, formats and exports that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.models.reference import Reference
from atlas.problem import ProblemsFoundError
from atlas.render.csl_json import csl_json
from atlas.render.entry import Entry, make_entry
from atlas.render.exports import bibtex, ris
from atlas.render.formatting import Formatter, style_version
from atlas.sources.cache import Cache, digest
from atlas.sources.reference_file import read_all, read_record, split_records
from atlas.sources.versions import code_version
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from atlas.problem import Problem
    from atlas.sources.shelf import Shelf

    Rule = Callable[[Shelf[Reference]], Iterator[Problem]]

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
# pandoc is handed this many records at a time, so that it works on the first while the next are read.
RECORDS_PER_HAND = 250


class Store:
    """Hold every record of a source in the order of authors; raise `ProblemsFoundError` with all its faults.

    Formatting goes on while the store is used; `save` at the end, or what was made is made again.
    """

    def __init__(self, source: Path, cache_folder: Path, rules: Sequence[Rule] = ()) -> None:
        self._cache = Cache(cache_folder)
        self._cache_folder = cache_folder
        self._texts: dict[str, dict[str, str]] = {}
        self._fresh: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        self._new: dict[str, Reference] = {}
        self._formatter = Formatter(cache_folder)
        # A page depends on the style only through its own entry; one version for both keeps that in one place.
        self.version = digest(code_version(*READERS), *(style_version(language) for language in Language))
        self.entries = sorted(self._read(source, rules), key=lambda entry: (entry.sort_key, entry.citekey))

    def text(self, kind: str, entry: Entry) -> str:
        """Return what is kept of a record: a kind of `TEXTS`, or a language for its formatted form."""
        if entry.key in self._new and isinstance(kind, Language):
            return self._formatter.entry(entry.citekey, kind)
        fresh = self._fresh[kind].get(entry.key)
        if fresh is not None:
            return fresh
        if kind not in self._texts:
            self._texts[kind] = self._cache.read(kind, [entry.key for entry in self.entries])
        return self._texts[kind][entry.key]

    def reference(self, entry: Entry) -> Reference:
        """Return the record itself."""
        return self._new.get(entry.key) or Reference.model_validate_json(self.text("record", entry))

    @property
    def as_they_come(self) -> list[Entry]:
        """Return the entries in the order in which their formatted forms will be there."""
        return sorted(self.entries, key=lambda entry: self._formatter.turn(entry.citekey))

    def save(self) -> None:
        """Keep what was made; before, nothing is kept, so that no record is known by half."""
        by_key = {entry.key: entry for entry in self.entries}
        for language in Language:
            self._fresh[language] = {key: self.text(language, by_key[key]) for key in self._new}
        for kind in KINDS:
            self._cache.write(kind, self._fresh[kind])
            self._cache.keep_only(kind, by_key)

    def _read(self, source: Path, rules: Sequence[Rule]) -> list[Entry]:
        records = split_records(_source_text(source)) or []
        keys = [digest(self.version, record.text) for record in records]
        known = {key: Entry.load(text) for key, text in self._cache.read("entry", keys).items()}
        fresh = [(key, record) for key, record in zip(keys, records, strict=True) if key not in known]
        for start in range(0, len(fresh), RECORDS_PER_HAND):
            part = {key: read_record(source, record) for key, record in fresh[start : start + RECORDS_PER_HAND]}
            sound = {key: reference for key, reference in part.items() if reference is not None}
            self._new |= sound
            if len(sound) < len(part):
                break
            self._formatter.add(sound.values())
        if not records or len(self._new) < len(fresh) or _has_twins(known, self._new, len(records)):
            known = {}
            found = _read_carefully(source, rules)
            self._new = {digest(self.version, reference.model_dump_json()): reference for reference in found}
            self._formatter = Formatter(self._cache_folder)
            self._formatter.add(found)
        self._formatter.start_rest()
        return [*known.values(), *self._make()]

    def _make(self) -> list[Entry]:
        """Make everything that is kept of new records but their formatted forms, which pandoc is making."""
        entries = [make_entry(key, reference) for key, reference in self._new.items()]
        for kind, make in TEXTS.items():
            self._fresh[kind] = {key: make(reference) for key, reference in self._new.items()}
        self._fresh["entry"] = {entry.key: entry.dump() for entry in entries}
        return entries


def _source_text(source: Path) -> str:
    try:
        return read_text(source)
    except OSError:
        # Read again by the careful reader, which makes a problem of it.
        return ""


def _has_twins(known: Mapping[str, Entry], new: Mapping[str, Reference], total: int) -> bool:
    """Tell whether two records share a citekey, DOI or PMID; where they stand is found by the careful reader."""
    citekeys = [entry.citekey for entry in known.values()] + [reference.id for reference in new.values()]
    dois = [entry.doi for entry in known.values()] + [(reference.DOI or "").lower() for reference in new.values()]
    pmids = [entry.pmid for entry in known.values()] + [reference.PMID or "" for reference in new.values()]
    identifiers = [[value for value in values if value] for values in (dois, pmids)]
    return len(set(citekeys)) < total or any(len(set(values)) < len(values) for values in identifiers)


def _read_carefully(source: Path, rules: Sequence[Rule]) -> list[Reference]:
    """Read the whole file with the place of everything; raise its problems, all at once."""
    shelf, problems = read_all(source)
    problems += [problem for rule in rules for problem in rule(shelf)]
    if problems:
        raise ProblemsFoundError(problems)
    return list(shelf.values())
