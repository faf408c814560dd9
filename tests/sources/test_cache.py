"""The cache: it may be lost, damaged or read-only, and nothing but time is lost with it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from atlas.sources.cache import BATCH, FILE_NAME, Cache, Memory, digest

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    Cache(tmp_path).write("kind", {"a": "茶", "b": "sea"})

    assert Cache(tmp_path).read("kind", ["a", "c"]) == {"a": "茶"}


def test_kinds_do_not_mix(tmp_path: Path) -> None:
    Cache(tmp_path).write("one", {"a": "tea"})

    assert Cache(tmp_path).read("two", ["a"]) == {}


def test_many_keys_are_read_at_once(tmp_path: Path) -> None:
    values = {str(number): "x" for number in range(BATCH * 3)}
    Cache(tmp_path).write("kind", values)

    assert Cache(tmp_path).read("kind", list(values)) == values


def test_a_damaged_file_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database" * 100)
    cache = Cache(tmp_path)

    assert cache.read("kind", ["a"]) == {}
    cache.write("kind", {"a": "tea"})
    assert cache.read("kind", ["a"]) == {"a": "tea"}


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file")

    cache.write("kind", {"a": "tea"})

    assert cache.read("kind", ["a"]) == {}


def test_old_values_go_once_they_are_many(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("kind", {str(number): "x" for number in range(BATCH + 10)})

    cache.keep_only("kind", ["1", "2"])

    assert cache.read_kind("kind") == {"1": "x", "2": "x"}


def test_memory_computes_a_text_once_a_version(tmp_path: Path) -> None:
    counter = itertools.count(1)

    def remember(version: str) -> object:
        memory = Memory(Cache(tmp_path), "kind", version)
        value = memory.get("name", "text", lambda: {"n": next(counter)})
        memory.save()
        return value

    assert [remember("1"), remember("1"), remember("2")] == [{"n": 1}, {"n": 1}, {"n": 2}]


def test_a_digest_tells_apart_how_texts_are_divided() -> None:
    assert digest("ab", "c") != digest("a", "bc")
