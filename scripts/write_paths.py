"""Add the site's new addresses to `docs/data/published-paths.txt`; none is ever taken off it."""

from __future__ import annotations

import sys
from pathlib import Path

from atlas.sources.library import load_library
from atlas.sources.pages import load_site
from atlas.sources.published import FILE, current_paths, read_published

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# Every address that the site has published, from its root. `make paths` adds new ones; nothing is taken off.
# A page that moves keeps its line and says where to: old-address/ -> new-address/
"""


def write_paths(root: Path) -> int:
    """Write the list and return how many addresses are new."""
    data = root / "docs" / "data"
    library, problems = load_library(data)
    published = {entry.path: entry.target for entry in read_published(data)}
    new = current_paths(load_site(root, library)) - published.keys() if not problems else set()
    lines = {**published, **dict.fromkeys(new)}
    texts = [f"{path} -> {target}" if target else path for path, target in sorted(lines.items())]
    (data / FILE).write_text(HEAD + "\n".join(texts) + "\n", encoding="utf-8")
    return len(new)


def main() -> int:
    """Write the list, say how many addresses are new; return 0."""
    print(f"{write_paths(ROOT)} new addresses")
    return 0


if __name__ == "__main__":
    sys.exit(main())
