"""What cards show travels beside the page, whole; entries keep a way to the article, terms their link."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from atlas.publishing.asides import Asides, detach_asides

if TYPE_CHECKING:
    from pathlib import Path

FINDING = '<span class="design">Review</span>: Tea &lt;calms&gt; &amp; warms.'
PUBMED = '<a href="https://pubmed.ncbi.nlm.nih.gov/1/">PubMed</a> '
LINK = '<a href="../../references/one2020tea/">Reference page</a>'


def bibliography(entry: str) -> str:
    """Return a list of two references, the first of which has a finding and links."""
    return (
        '<ol class="bibliography">\n'
        f'<li id="ref-one2020tea">\n<p class="entry">{entry}</p>\n'
        f'<p class="finding">{FINDING}</p>\n<p class="ref-links">{PUBMED}{LINK}</p></li>\n'
        '<li id="ref-two2021soup">\n<p class="entry">Two.</p>\n</li>\n</ol>'
    )


def test_design_finding_and_pubmed_link_leave_an_entry_with_a_doi() -> None:
    light, asides = detach_asides(bibliography('One. <a href="https://doi.org/10.5555/1">10.5555/1</a>'))

    assert asides.findings == {"ref-one2020tea": FINDING}
    assert asides.links == {"ref-one2020tea": PUBMED}
    assert f'<p class="finding"></p>\n<p class="ref-links">{LINK}</p></li>' in light
    assert "calms" not in light
    assert "pubmed" not in light


def test_the_pubmed_link_stays_where_no_doi_leads_to_the_article() -> None:
    light, asides = detach_asides(bibliography("One."))

    assert asides.links == {}
    assert f'<p class="ref-links">{PUBMED}{LINK}</p>' in light


def test_definitions_leave_the_page_with_their_markup() -> None:
    one, two = '<div id="def-tea"><b>tea</b> A drink.</div>', '<div id="def-soup"><b>soup</b> A meal.</div>'

    term = '<a class="term" href="#tea" aria-describedby="def-tea">tea</a>'
    light, asides = detach_asides(f'<div>{term}<div class="term-definitions" hidden>{one}{two}</div></div>')

    assert light == '<div><a class="term" href="#tea">tea</a></div>'
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
