"""The order of imports and the limits on reading, writing and printing (design: tree and direction)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ATLAS = Path(__file__).parent.parent / "scripts" / "atlas"
MODULES = sorted(ATLAS.rglob("*.py"))
# What each room may import from the atlas; a room may always import from itself.
ALLOWED = {
    "problem": set(),
    "languages": set(),
    "models": {"problem", "languages"},
    "sources": {"problem", "languages", "models"},
    "checks": {"problem", "languages", "models", "sources"},
    "render": {"problem", "languages", "models", "sources"},
    "markdown": {"problem", "languages", "models", "sources", "render"},
    "publishing": {"problem", "languages", "models", "sources", "checks", "render", "markdown"},
}
ONLY_IN_PUBLISHING = {"mkdocs", "material", "mkdocs_static_i18n"}
READING = {".read_text", ".read_bytes", ".open", "open"}
LONGEST_FILE = 330


def room_of(path: Path) -> str:
    return path.relative_to(ATLAS).parts[0].removesuffix(".py")


def imported_modules(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return names


def calls(path: Path) -> set[str]:
    """Return what a module calls: functions by name, methods with a dot before theirs."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    methods = {f".{function.attr}" for function in called if isinstance(function, ast.Attribute)}
    return methods | {function.id for function in called if isinstance(function, ast.Name)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ATLAS)))
def test_a_room_imports_only_from_the_rooms_before_it(path: Path) -> None:
    rooms = {name.split(".")[1] for name in imported_modules(path) if name.startswith("atlas.")}

    assert rooms - ALLOWED.get(room_of(path), set()) - {room_of(path)} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ATLAS)))
def test_only_publishing_knows_mkdocs(path: Path) -> None:
    packages = {name.split(".")[0] for name in imported_modules(path)}

    assert room_of(path) == "publishing" or not packages & ONLY_IN_PUBLISHING


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ATLAS)))
def test_rooms_neither_print_nor_exit(path: Path) -> None:
    assert not calls(path) & {"print", "exit", ".exit"}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room_of(path) in {"models", "checks", "markdown"}], ids=str
)
def test_models_checks_and_markdown_read_no_files(path: Path) -> None:
    assert not calls(path) & READING


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ATLAS)))
def test_no_file_becomes_a_catch_all(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
