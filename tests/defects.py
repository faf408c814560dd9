"""Apply a defect to the sound fixture site, so that each rule is shown the one thing it is for.

A folder under `tests/fixtures/defects/` holds the files that replace those of `tests/fixtures/sound/`, or a
`change.txt` with lines `file <tab> text <tab> replacement`; `expected.txt` holds the problems that must be found.
"""

from __future__ import annotations

import shutil
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
SOUND = FIXTURES / "sound"
WORDS = Path(__file__).parent.parent / "docs" / "data" / "words"
NOT_CONTENT = {"change.txt", "expected.txt"}


def copy_sound(folder: Path) -> Path:
    """Copy the sound site, with the real words of the interface, into `folder` and return its root."""
    root = folder / "site"
    shutil.copytree(SOUND, root)
    shutil.copytree(WORDS, root / "docs" / "data" / "words")
    return root


def apply(defect: Path, root: Path) -> None:
    """Lay the files of a defect over a copy of the sound site and make its changes."""
    for file in defect.rglob("*"):
        if file.is_file() and file.name not in NOT_CONTENT:
            target = root / file.relative_to(defect)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    change = defect / "change.txt"
    if change.exists():
        for line in change.read_text(encoding="utf-8").splitlines():
            replace_once(root, *line.split("\t"))


def replace_once(root: Path, file: str, old: str, new: str) -> None:
    """Replace the first `old` of a file; fail if it is not there, so that no defect goes stale in silence."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    old, new = (part.replace("\\n", "\n") for part in (old, new))
    assert old in text, f"{file} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
