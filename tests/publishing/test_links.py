"""Addresses inside a page are relative."""

from __future__ import annotations

import pytest

from atlas.publishing.links import relative_links


@pytest.mark.parametrize(
    ("html", "relative"),
    [
        ('<a href="/guide/gloom/">', '<a href="../../guide/gloom/">'),
        ('<a href="/zh/guide/gloom/#top">', '<a href="../../zh/guide/gloom/#top">'),
        ('<img src="/assets/x.svg">', '<img src="../../assets/x.svg">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<a href="//example.org/">', '<a href="//example.org/">'),
    ],
)
def test_an_address_from_the_root_becomes_relative_to_the_page(html: str, relative: str) -> None:
    assert relative_links(html, "therapies/calmol/", "http://localhost/") == relative


def test_the_path_below_which_the_site_is_published_is_taken_off() -> None:
    html = relative_links('<a href="/atlas/guide/gloom/">', "therapies/calmol/", "https://example.org/atlas/")

    assert html == '<a href="../../guide/gloom/">'
