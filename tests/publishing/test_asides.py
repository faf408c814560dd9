"""What cards show travels beside the page, whole; entries keep their design, terms their link."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from atlas.publishing.asides import Asides, detach_asides

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    '<ol class="bibliography">\n'
    '<li id="ref-one2020tea">\n<p class="entry">One.</p>\n'
    '<p class="finding"><span class="design">Review</span>: Tea &lt;calms&gt; &amp; warms.</p>\n</li>\n'
    '<li id="ref-two2021soup">\n<p class="entry">Two.</p>\n</li>\n</ol>'
)


def test_a_finding_leaves_the_page_as_text_and_the_design_stays() -> None:
    light, asides = detach_asides(PAGE)

    assert asides.findings == {"ref-one2020tea": ": Tea <calms> & warms."}
    assert '<p class="finding"><span class="design">Review</span></p>' in light
    assert "calms" not in light


def test_definitions_leave_the_page_with_their_markup() -> None:
    one, two = '<div id="def-tea"><b>tea</b> A drink.</div>', '<div id="def-soup"><b>soup</b> A meal.</div>'

    light, asides = detach_asides(f'<div><div class="term-definitions" hidden>{one}{two}</div></div>')

    assert light == "<div></div>"
    assert asides.definitions == one + two


def test_a_page_without_references_and_terms_stays_as_it_is() -> None:
    assert detach_asides("<p>Tea.</p>") == ("<p>Tea.</p>", Asides())


def test_the_file_beside_a_built_page_holds_the_finding_of_each_entry(site_folder: Path) -> None:
    for path in ("therapies/calmol", "zh/therapies/calmol"):
        page = (site_folder / path / "index.html").read_text(encoding="utf-8")
        asides = json.loads((site_folder / path / "asides.json").read_text(encoding="utf-8"))
        findings = asides["findings"]

        assert page.count('<p class="finding">') == len(findings) > 0
        assert all(f'id="{name}"' in page for name in findings)
        assert not any(text in page for text in findings.values())
