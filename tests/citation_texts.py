"""Texts in which every citation counts, and in which none does."""

EVERYWHERE = """\
Prose [@a2020].

- item [@b2020]
    continued [@c2020]

| cell [@d2020] |
| --- |

!!! note
    inside [@e2020]

[^1]: footnote [@f2020]

> quote [@g2020]
"""
NOWHERE = r"""
`[@a]` and ``x [@b] ``

    [@indented]

```
[@fenced]
```

[@link](https://x.example) [see [@inside] it](y.md) ![alt [@image]](z.svg) [text](x/[@address])
<a href="[@tag]"> <!-- [@comment] --> \[@escaped] me@example.org <me@example.org>

- item

        [@indented-in-list]
"""
