"""Write the JSON Schemas of `docs/data/schema/` from the models."""

from __future__ import annotations

import sys
from pathlib import Path

from atlas.models.schema import schemas

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "data" / "schema"


def main() -> int:
    """Write every schema; return 0."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
