"""Make the addresses inside a page relative, so that the site works below any path and from any mirror."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mkdocs.utils import get_relative_url

ROOTED = re.compile(r'(?<=\s)(href|src)="(/(?!/)[^"]*)"')


def relative_links(html: str, page_url: str, site_url: str) -> str:
    """Replace addresses from the site's root, which blocks print because they do not know their page."""
    base = urlsplit(site_url).path.rstrip("/") + "/"

    def relative(match: re.Match[str]) -> str:
        attribute, address = match.groups()
        if not address.startswith(base):
            return match.group()
        path, mark, anchor = address.removeprefix(base).partition("#")
        return f'{attribute}="{get_relative_url(path or ".", page_url)}{mark}{anchor}"'

    return ROOTED.sub(relative, html)
