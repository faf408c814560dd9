"""Keep what is costly to compute, such as formatted references, between runs.

One SQLite file: a run reads thousands of short texts in milliseconds and writes only those that are new. Losing
or damaging the file costs time, never correctness, because a key names everything that a value depends on.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

FILE_NAME = "atlas.sqlite"
SCHEMA = "CREATE TABLE IF NOT EXISTS entry (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID"
# SQLite's limit for parameters of one statement is 999 on the oldest builds; above this a whole kind is read.
BATCH = 500


def digest(*parts: str) -> str:
    """Return a key for texts; their lengths are part of it, so that no two lists of texts share a key."""
    hasher = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode()
        hasher.update(b"%d:" % len(data))
        hasher.update(data)
    return hasher.hexdigest()


class Cache:
    """Map (kind, key) to text in a folder's cache file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def read(self, kind: str, keys: Collection[str]) -> dict[str, str]:
        """Return what is known of `keys`."""
        wanted = list(dict.fromkeys(keys))
        if not wanted or not self._path.exists():
            return {}
        if len(wanted) > BATCH:
            known = self.read_kind(kind)
            return {key: known[key] for key in wanted if key in known}
        with contextlib.suppress(sqlite3.Error), self._open() as database:
            marks = ", ".join("?" * len(wanted))
            query = f"SELECT key, value FROM entry WHERE kind = ? AND key IN ({marks})"
            return dict(database.execute(query, (kind, *wanted)).fetchall())
        return {}

    def read_kind(self, kind: str) -> dict[str, str]:
        """Return all that is known of a kind."""
        if not self._path.exists():
            return {}
        with contextlib.suppress(sqlite3.Error), self._open() as database:
            return dict(database.execute("SELECT key, value FROM entry WHERE kind = ?", (kind,)).fetchall())
        return {}

    def write(self, kind: str, values: Mapping[str, str]) -> None:
        """Add values; a cache that cannot be written is done without."""
        if not values:
            return
        try:
            self._write(kind, values)
        except OSError:
            return
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return
            # A damaged file is worth nothing: begin again.
            with contextlib.suppress(OSError, sqlite3.Error):
                self._path.unlink()
                self._write(kind, values)

    def keep_only(self, kind: str, keys: Collection[str]) -> None:
        """Drop the other values of a kind, once they are as many as those kept."""
        if not self._path.exists():
            return
        with contextlib.suppress(sqlite3.Error), self._open() as database:
            count = database.execute("SELECT COUNT(*) FROM entry WHERE kind = ?", (kind,)).fetchone()[0]
            if count <= 2 * len(keys) + BATCH:
                return
            known = {row[0] for row in database.execute("SELECT key FROM entry WHERE kind = ?", (kind,))}
            stale = [(kind, key) for key in sorted(known - set(keys))]
            database.executemany("DELETE FROM entry WHERE kind = ? AND key = ?", stale)
            database.commit()

    def _write(self, kind: str, values: Mapping[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as database:
            database.execute(SCHEMA)
            rows = [(kind, key, value) for key, value in values.items()]
            database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
            database.commit()

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._path, timeout=10)
        try:
            # A lost cache is cheap, so writes need not wait for the disk.
            database.execute("PRAGMA synchronous = OFF")
            yield database
        finally:
            database.close()


class Memory:
    """Hold what was found in texts by one version of the code, and compute only what is new."""

    def __init__(self, cache: Cache, kind: str, version: str) -> None:
        self._cache = cache
        self._kind = kind
        self._version = version
        self._old = cache.read_kind(kind)
        self._used: dict[str, str] = {}

    def get(self, name: str, text: str, compute: Callable[[], Any]) -> Any:
        """Return what `compute` makes of a text, as JSON can hold it."""
        key = digest(self._version, name, text)
        value = self._old.get(key) or self._used.get(key)
        if value is None:
            value = json.dumps(compute(), ensure_ascii=False)
        self._used[key] = value
        return json.loads(value)

    def save(self) -> None:
        """Keep what was used."""
        self._cache.write(self._kind, {key: text for key, text in self._used.items() if key not in self._old})
        self._cache.keep_only(self._kind, self._used)
