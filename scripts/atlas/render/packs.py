"""Gather a language's files into packs, which readers fetch to have the language offline.

Some two thousand small files would be as many requests; packed, neighbors of one kind shrink to less than half.
A pack is named after its bytes, so that a new version sends only the packs that differ.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atlas.languages import Language

FOLDER = "offline"
# Unpacked; a folder with more than that is cut up, by a hash of each path, into a power of two, so that few files
# change their pack when others come or go.
TARGET = 1_000_000
# The index of each page is compressed already, so packing more of them together saves nothing.
FINE_TARGETS = {"pagefind/fragment": 100_000}
DIGITS = 16
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
OTHER = "application/octet-stream"
PAGE = "index.html"


@dataclass(frozen=True)
class Pack:
    """Hold files of one language: a line of JSON that lists them, then their bytes one after the other."""

    language: Language
    files: Mapping[str, bytes]

    @cached_property
    def payload(self) -> bytes:
        """Return the unpacked bytes."""
        paths = sorted(self.files)
        head = [[_address(path), len(self.files[path]), _type(path)] for path in paths]
        line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        return b"\n".join([line, b"".join(self.files[path] for path in paths)])

    @cached_property
    def sha256(self) -> str:
        """Return the fingerprint of the unpacked bytes."""
        return hashlib.sha256(self.payload).hexdigest()

    @cached_property
    def packed(self) -> bytes:
        """Return what is published; without a time, so that equal files give equal bytes."""
        return gzip.compress(self.payload, mtime=0)

    @property
    def path(self) -> str:
        """Return where the pack is published."""
        return f"{FOLDER}/{self.language}/{self.sha256[:DIGITS]}.pack"

    def entry(self) -> dict[str, Any]:
        """Return what the list of packs says of it."""
        return {"path": self.path, "size": len(self.packed), "sha256": self.sha256, "files": len(self.files)}


def pack_language(language: Language, files: Mapping[str, bytes]) -> list[Pack]:
    """Return a language's files in packs: folder by folder, large folders in several."""
    folders: dict[str, dict[str, bytes]] = {}
    for path in sorted(files):
        own = path.removeprefix(language.prefix)
        folders.setdefault(_folder(own), {})[path] = files[path]
    return [Pack(language, part) for name, folder in folders.items() for part in _parts(name, folder)]


def _folder(path: str) -> str:
    """Return what is packed together; of the search index, what each page has apart from what any edit changes."""
    depth = 2 if path.startswith("pagefind/") else 1
    return "/".join(path.split("/")[:-1][:depth])


def _parts(folder: str, files: Mapping[str, bytes]) -> Iterable[Mapping[str, bytes]]:
    size = sum(map(len, files.values()))
    count = 1 << (size // FINE_TARGETS.get(folder, TARGET)).bit_length()
    parts: dict[int, dict[str, bytes]] = {}
    for path, data in files.items():
        parts.setdefault(_bucket(path, count), {})[path] = data
    return [parts[number] for number in sorted(parts)]


def _bucket(path: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:4]) % count


def offer(packs: Iterable[Pack]) -> dict[str, Any]:
    """Return what readers are told of a language before they save it: its version, its sizes, its packs."""
    packs = list(packs)
    version = hashlib.sha256("".join(pack.sha256 for pack in packs).encode()).hexdigest()[:DIGITS]
    return {
        "version": version,
        "size": sum(len(pack.packed) for pack in packs),
        "stored": sum(len(data) for pack in packs for data in pack.files.values()),
        "pages": sum(PurePosixPath(path).name == PAGE for pack in packs for path in pack.files),
        "packs": [pack.entry() for pack in packs],
    }


def _address(path: str) -> str:
    """Return a file's address: that of a page is its folder's."""
    return path.removesuffix(PAGE) if PurePosixPath(path).name == PAGE else path


def _type(path: str) -> str:
    return TYPES.get(PurePosixPath(path).suffix, OTHER)
