"""The first view of every kind of page of the atlas itself is light, still, and asks for nothing in vain."""

from __future__ import annotations

import gzip
import statistics
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Response

    from builtsite import BuiltSite

# Bytes as hosts send them, compressed by gzip -9.
BESIDE_THE_PAGE = 30_000
MEDIAN_TOPIC = 25_000
KINDS = (
    "",
    "mechanisms/hpa-axis/",
    "mechanisms/serotonin/",
    "therapies/ssri/",
    "therapies/exercise/",
    "guide/depression/",
    "guide/diagnosis-scales/",
    "guide/crisis-help/",
    "guide/about-editorial/",
    "guide/data/",
    "guide/glossary/",
    "guide/disputed-claims/",
    "guide/evidence-grids/",
    "guide/mechanism-therapy-map/",
    "guide/compare-medicines/",
    "guide/compare-therapies/",
    "references/",
    "references/by-topic/",
    "references/by-year/",
    "references/by-design/",
    "references/pan2025unveiling/",
    "status/",
)
SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
PATHS = pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")
PHONE = {"width": 390, "height": 844}
KEEP_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open one phone-sized context without worker: what it would fetch later is not the first view."""
    context = browser.new_context(viewport=PHONE, service_workers="block")  # type: ignore[arg-type]
    context.add_init_script(KEEP_SHIFTS)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def packed(response: Response) -> int:
    return len(gzip.compress(response.body(), 9))


@SIDES
@PATHS
def test_a_first_view_is_light_and_still(page: Page, real_site: BuiltSite, path: str, side: str) -> None:
    responses: list[Response] = []
    failures: list[str] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108  # Playwright wants a Python function
    page.on("requestfailed", lambda request: failures.append(request.url))
    page.goto(real_site.url + side + path, wait_until="networkidle")

    assert failures == []
    assert [response.url for response in responses if not response.ok] == []
    sizes = {response.url.removeprefix(real_site.url): packed(response) for response in responses[1:]}
    assert sum(sizes.values()) <= BESIDE_THE_PAGE, sizes
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
def test_topic_pages_link_no_stylesheet_or_script_of_another_kind(real_site: BuiltSite, side: str) -> None:
    html = (real_site.folder / side / "therapies" / "ssri" / "index.html").read_text(encoding="utf-8")

    assert [
        name for name in ("glossary.", "map.", "compar", "self-test") if f"/{name}" in html.split("</head>")[0]
    ] == []


def test_the_median_topic_page_is_light(real_site: BuiltSite) -> None:
    sizes = {
        page.relative_to(real_site.folder).as_posix(): len(gzip.compress(page.read_bytes(), 9))
        for page in _topic_pages(real_site.folder)
    }

    assert len(sizes) > 10
    assert statistics.median(sizes.values()) <= MEDIAN_TOPIC, sorted(sizes.items(), key=lambda item: item[1])


def _topic_pages(folder: Path) -> Iterator[Path]:
    for family in ("mechanisms", "therapies"):
        yield from folder.glob(f"{family}/*/index.html")
        yield from folder.glob(f"zh/{family}/*/index.html")
