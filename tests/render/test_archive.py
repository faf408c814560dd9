"""The archive opens from a disk, and lists of checksums are those that the usual program checks."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from atlas.render.archive import archive, checksums, page_on_disk


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../x/">', '<a href="../x/index.html">'),
        ('<a href="../x/#part">', '<a href="../x/index.html#part">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a class="y" href="./">', '<a class="y" href="./index.html">'),
        ('<a href="#part">', '<a href="#part">'),
        ('<a href="">', '<a href="">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="tel:555">', '<a href="tel:555">'),
        ('<a href="../../api/claims.json">', '<a href="../../api/claims.json">'),
        ('<img alt="href=" src="../assets/x.svg">', '<img alt="href=" src="../assets/x.svg">'),
        ('<meta content="0; url=../calmol/">', '<meta content="0; url=../calmol/index.html">'),
        ("<code>&lt;a href=\"x/\"&gt;</code>", "<code>&lt;a href=\"x/\"&gt;</code>"),
        ('<p>a</p>\n<script type="module" src="x.js"></script>\n<p>b</p>', "<p>a</p>\n<p>b</p>"),
        ('the <a href="../../atlas.zip">archive</a>', "the archive"),
    ],
)  # fmt: skip
def test_links_name_files_and_nothing_runs(before: str, after: str) -> None:
    assert page_on_disk(before) == after


def test_equal_files_give_equal_archives() -> None:
    files = {"index.html": b"<p>", "a/index.html": b"<p>"}

    assert archive(files) == archive(dict(reversed(files.items())))


def test_an_archive_holds_a_list_of_its_own_files() -> None:
    with zipfile.ZipFile(io.BytesIO(archive({"index.html": b"<p>", "sw.js": b"x"}))) as read:
        lines = read.read("atlas/checksums.txt").decode().splitlines()
        listed = {path: digest for digest, path in (line.split("  ") for line in lines)}
        names = {name.removeprefix("atlas/") for name in read.namelist()}

        assert names == {*listed, "checksums.txt"} == {"index.html", "README.txt", "checksums.txt"}
        for name, digest in listed.items():
            assert hashlib.sha256(read.read(f"atlas/{name}")).hexdigest() == digest


def test_a_list_names_each_file_with_its_sum() -> None:
    assert checksums({"b": b"", "a": b"x"}) == (
        f"{hashlib.sha256(b'x').hexdigest()}  a\n{hashlib.sha256(b'').hexdigest()}  b\n"
    )
