"""Join the scripts that every page uses into one.

A dozen small modules are pleasant to write and slow to fetch: on a slow phone every request costs milliseconds of
the thread that also lays the page out. Each becomes a function of its own, so that their names stay apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from pathlib import Path

# In the order in which they run; what another imports comes before it.
MODULES = (
    "asides", "place", "palette", "drawer", "contents", "language", "both", "search", "cards", "terms",
)  # fmt: skip
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:(?:async )?function|const) (\w+))", re.MULTILINE)
COMMENT_LINE = re.compile(r"^ *(?://|/\*\*.*\*/$).*\n", re.MULTILINE)


def join_scripts(folder: Path, names: tuple[str, ...] = MODULES) -> str:
    """Return the modules of `folder` as one script; raise `ValueError` if one imports what does not come before."""
    return "".join(
        _wrapped(name, read_text(folder / f"{name}.js"), names[:place]) for place, name in enumerate(names)
    )


def _wrapped(name: str, text: str, before: tuple[str, ...]) -> str:
    late = [imported for imported in IMPORT.findall(text) if imported not in before]
    if late:
        raise ValueError(f"{name}.js imports {', '.join(late)}, which must be joined before it")
    exported = ", ".join(EXPORT.findall(text))
    body = COMMENT_LINE.sub("", EXPORT.sub("", IMPORT.sub("", text)))
    if re.search(r"^(?:import|export)\b", body, re.MULTILINE):
        raise ValueError(f"{name}.js imports or exports in a form that cannot be joined")
    if not exported:
        return f"(() => {{\n{body}}})();\n"
    return f"const {{ {exported} }} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"
