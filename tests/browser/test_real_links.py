"""Every internal link and anchor of the atlas itself resolves, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from internal_links import broken_links

if TYPE_CHECKING:
    from builtsite import BuiltSite


def test_every_internal_link_and_anchor_of_the_atlas_resolves(real_site: BuiltSite) -> None:
    assert broken_links(real_site.folder, real_site.url) == []
