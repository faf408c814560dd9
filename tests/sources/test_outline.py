"""A page is cut into the blocks that a writer sees."""

from __future__ import annotations

from atlas.languages import Language
from atlas.sources.outline import read_outline
from atlas.sources.substance import read_substance

PAGE = """---
title: Fake
---
Top text.

## One {#one}

A paragraph
of two lines.

- item
  going on
    - nested

1. first

| a | b |
|---|---|
| `x|y` | 2 \\| 3 |

!!! note "Title"
    Inside.

/// claims | fake
    show: all
///

```text
## no heading
```

![alt](x.svg)

[^1]: A note.
## Two
"""


def test_blocks_stand_in_order_with_their_kind_and_line() -> None:
    one = read_outline(PAGE).by_id["one"]

    assert [(str(block.kind), block.detail, block.line) for block in one.blocks] == [
        ("paragraph", "", 8),
        ("list item", "bullet", 11),
        ("list item", "bullet, level 2", 13),
        ("list item", "numbered", 15),
        ("table", "2 rows, 2 columns", 17),
        ("admonition", "note", 21),
        ("paragraph", "level 2", 22),
        ("generated part", "claims | fake, show: all", 24),
        ("code", "text", 28),
        ("figure", "", 32),
        ("footnote", "1", 34),
    ]


def test_a_bar_in_code_or_after_a_backslash_does_not_end_a_cell() -> None:
    table = next(block for block in read_outline(PAGE).by_id["one"].blocks if block.cells)

    assert [cell.text for cell in table.cells] == ["a", "b", "`x|y`", "2 \\| 3"]


def test_a_heading_without_id_is_a_section_all_the_same() -> None:
    assert [(section.level, section.id) for section in read_outline(PAGE).sections] == [
        (0, ""),
        (2, "one"),
        (2, ""),
    ]


def test_a_place_in_a_block_is_told_by_line_and_column() -> None:
    block = read_outline(PAGE).by_id["one"].blocks[0]

    assert block.place(block.text.index("two")) == (9, 4)


def test_substance_names_what_a_block_asserts() -> None:
    text = "The 5-HT1A and PHQ-9 in 12 people `99` [see](../a/b.md#c){#x7}.[@fake2020one, p. 33] {claim:fake-1.n}"
    block = read_outline(text).sections[0].blocks[0]

    found = read_substance(block, Language.EN, "guide/page")

    assert [item.key for item in found.citations] == ["fake2020one"]
    assert [item.key for item in found.claims] == ["fake-1.n"]
    assert [item.key for item in found.links] == ["a/b#c"]
    assert [item.key for item in found.names] == ["5-HT1A", "PHQ-9"]
    assert [item.text for item in found.quantities] == ["12"]
