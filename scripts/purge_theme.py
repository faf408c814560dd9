"""Write `docs/assets/css/theme.css`: the rules of the installed theme that the site uses.

Run it after the theme's version changed; `--check` only compares.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from atlas.publishing.theme_css import purge, theme_stylesheet

TARGET = Path(__file__).parent.parent / "docs" / "assets" / "css" / "theme.css"


def main() -> int:
    """Write or compare the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail if the file is not what the theme yields")
    css = purge(theme_stylesheet()) + "\n"
    if parser.parse_args().check:
        if TARGET.read_text(encoding="utf-8") != css:
            print(f"{TARGET} is stale: run scripts/purge_theme.py", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(css, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
