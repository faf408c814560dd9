"""Lead from addresses that pages have left to where they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from atlas.publishing.policy import page_policy
from atlas.sources.published import read_published

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
<title>{target}</title>
</head>
<body><p><a href="{target}">{target}</a></p></body>
</html>
"""


def redirect_files(data: Path) -> dict[str, str]:
    """Return a small page for each address that has moved, and a file for hosts that can redirect by themselves."""
    moved = [(entry.path, entry.target) for entry in read_published(data) if entry.target]
    pages = {
        f"{path}index.html": PAGE.format(target=get_relative_url(target, path), policy=page_policy())
        for path, target in moved
        if path.endswith("/")
    }
    rules = "".join(f"/{path} /{target} 301\n" for path, target in moved)
    return {**pages, "_redirects": rules} if moved else {}
