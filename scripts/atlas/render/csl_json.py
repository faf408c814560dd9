"""Turn references into CSL-JSON: for readers to download, and for pandoc to format."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atlas.models.reference import Name, Reference

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
# The only markup that a title may hold; anything else between angle brackets is text.
TITLE_TAG = re.compile(r"</?(?:i|b|sup|sub)>")
TITLES = ("title", "title-short")
# Stand-ins from the private use area for angle brackets that are text: citeproc would read some as markup.
LESS, GREATER = "\ue000", "\ue001"
SPACES = re.compile(r"\s+")


def csl_item(reference: Reference) -> dict[str, Any]:
    """Return the item as other programs read it: CSL's own fields, without the atlas's `custom`."""
    item: dict[str, Any] = reference.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude={"custom"}, exclude_defaults=True
    )
    return {key: _plain(value) if isinstance(value, str) else value for key, value in item.items()}


def csl_json(reference: Reference) -> str:
    """Return one item as JSON text for download, a line a field."""
    fields = (
        f"  {json.dumps(field)}: {json.dumps(value, ensure_ascii=False)}"
        for field, value in csl_item(reference).items()
    )
    return "{\n" + ",\n".join(fields) + "\n}"


def pandoc_item(reference: Reference) -> dict[str, Any]:
    """Return the item for pandoc: allowed tags stay in titles, every other angle bracket becomes a stand-in."""
    item = csl_item(reference)
    for field in ("author", "editor"):
        if field in item:
            item[field] = [_pandoc_name(name) for name in getattr(reference, field)]
    # The DOI's own address says the same as the DOI.
    if re.match(r"https?://(dx\.)?doi\.org/", item.get("URL", "")) and "DOI" in item:
        del item["URL"]
    return {key: _shield(value, key in TITLES) for key, value in item.items()}


def is_han(text: str) -> bool:
    """Tell whether a text is written with Chinese characters."""
    return HAN.search(text) is not None


def whole_name(name: Name) -> str | None:
    """Return a Chinese name or a body as it is printed, undivided; `None` for names in other scripts."""
    if name.literal is not None:
        return name.literal
    return f"{name.family}{name.given or ''}" if is_han(name.family or "") else None


def _pandoc_name(name: Name) -> dict[str, str]:
    whole = whole_name(name)
    if whole is not None:
        return {"literal": whole}
    parts: dict[str, str] = name.model_dump(by_alias=True, exclude_none=True)
    return parts


def _shield(value: Any, is_title: bool) -> Any:
    if isinstance(value, str):
        return _shield_title(value) if is_title else _shield_text(value)
    if isinstance(value, list):
        return [_shield(part, False) for part in value]
    return {key: _shield(part, False) for key, part in value.items()} if isinstance(value, dict) else value


def _shield_text(text: str) -> str:
    return _plain(text).replace("<", LESS).replace(">", GREATER)


def _shield_title(title: str) -> str:
    end, parts = 0, []
    for tag in TITLE_TAG.finditer(title):
        parts += [_shield_text(title[end : tag.start()]), tag.group()]
        end = tag.end()
    return "".join([*parts, _shield_text(title[end:])])


def _plain(text: str) -> str:
    """Return text on one line: YAML's folded blocks keep line breaks that no citation has."""
    return SPACES.sub(" ", text)
