"""The extension under another renderer than MkDocs, so that the content survives the theme."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from minisite import soup, words_of

SCRIPTS = Path(__file__).parents[2] / "scripts"
PAGE = """\
/// header | calmol
///

## Key claims {#key-claims}

Prose [@beta2021second] and {claim:calmol-gloom}.

/// claims | calmol
///

/// bibliography
///
"""


def test_zensical_renders_claims_and_citations(data: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    options = {"language": "en", "data": str(data), "cache": str(data.parent / "cache")}
    config = {"site_name": "Mini", "markdown_extensions": ["attr_list", "tables", {"atlas.markdown": options}]}
    # JSON is YAML.
    (tmp_path / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("zensical")), "build", "-f", "mkdocs.yml"]
    path = os.pathsep.join([str(SCRIPTS), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = soup((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    assert [link.text for link in page.select(".citations a")][:2] == ["1", "2"]
    assert words_of(page.select_one(".claim-number")) == "SMD −0.30 (95% CI −0.40 to −0.20)"
    assert len(page.select("article.claim")) == 2
    assert [entry["id"] for entry in page.select("ol.bibliography > li")] == [
        "ref-beta2021second",
        "ref-alpha2020first",
    ]
    assert "[@" not in page.text and "///" not in page.text
