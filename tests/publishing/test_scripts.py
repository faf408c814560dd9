"""The common scripts are joined into one, in which their names stay apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas.publishing.scripts import MODULES, join_scripts

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"


def joined(folder: Path, **modules: str) -> str:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return join_scripts(folder, tuple(modules))


def test_each_module_is_a_function_and_hands_on_what_it_exports(tmp_path: Path) -> None:
    text = joined(
        tmp_path,
        tea="// Pours.\nconst cup = 1;\n\n/** Pour. */\n"
        "export function pour() {\n  return cup;\n}\nexport const sip = 2;\n",
        use='import { pour } from "./tea.js";\nconst cup = pour();\n',
    )

    assert text == (
        "const { pour, sip } = (() => {\nconst cup = 1;\n\nfunction pour() {\n  return cup;\n}\nconst sip = 2;\n"
        "return { pour, sip };\n})();\n(() => {\nconst cup = pour();\n})();\n"
    )


@pytest.mark.parametrize(
    ("use", "fault"),
    [
        ('import { pour } from "./late.js";\n', "use.js imports late, which must be joined before it"),
        ('import * as tea from "./tea.js";\n', "use.js imports or exports in a form that cannot be joined"),
        ("export default 1;\n", "use.js imports or exports in a form that cannot be joined"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, use: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        joined(tmp_path, tea="export const sip = 2;\n", use=use)


def test_no_script_that_is_fetched_alone_imports_one_that_is_joined() -> None:
    alone = [file for file in SCRIPTS.glob("*.js") if file.stem not in MODULES]
    found = {
        f"{file.name}: {name}"
        for file in alone
        for name in re.findall(r'["(]\./([\w-]+)\.js"', file.read_text(encoding="utf-8"))
        if name in MODULES
    }

    assert alone
    assert found == set()
