"""Measure first views in Chromium at a quarter of the machine's speed: paints, blocking time, layout shift, bytes.

Beside each page of the atlas stands the same page built by plain MkDocs with Material and its search.
"""

from __future__ import annotations

import functools
import gzip
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edit_loop import LEFT_OUT, ROOT

sys.path[:0] = [str(ROOT / "tests")]

from playwright.sync_api import sync_playwright  # noqa: E402  # the path above comes first
from room import room  # noqa: E402
from site_build import build_atlas, build_plain  # noqa: E402

from browser.chromium import find_chromium, sandbox_arguments  # noqa: E402
from builtsite import served  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = (
    "", "mechanisms/hpa-axis/", "therapies/ssri/", "guide/depression/", "guide/crisis-help/", "guide/glossary/",
    "guide/diagnosis-scales/", "guide/evidence-grids/", "guide/mechanism-therapy-map/", "guide/compare-medicines/",
    "references/", "references/by-topic/", "references/pan2025unveiling/",
)  # fmt: skip
COMPARED = "therapies/ssri/"
WINDOWS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
SLOWED = 4
REPEATS = 5
MOST_REPEATS = 15
# Blocking time is what each long task takes beyond 50 ms.
WATCH = """
window.seen = { blocking: 0, shift: 0, largest: 0 };
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch("longtask", (entry) => { seen.blocking += entry.duration - 50; });
watch("layout-shift", (entry) => { seen.shift += entry.value; });
watch("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
"""
FIRST = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def view(browser: Browser, address: str, window: dict[str, int]) -> dict[str, float]:
    """Open a page once with an empty cache and return what was seen, in milliseconds and gzip bytes."""
    context = browser.new_context(viewport=window, service_workers="block")  # type: ignore[arg-type]
    context.add_init_script(WATCH)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    bodies: list[Any] = []
    page.on("response", functools.partial(_keep, bodies))
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    seen: dict[str, float] = page.evaluate("seen")
    seen["first"] = page.evaluate(FIRST)
    sizes = [len(gzip.compress(response.body(), 9)) for response in bodies if response.ok]
    context.close()
    return {**seen, "page": sizes[0], "beside": sum(sizes[1:])}


def _keep(bodies: list[Any], response: Any) -> None:
    bodies.append(response)


def best(browser: Browser, address: str, window: dict[str, int]) -> dict[str, float]:
    """Return the least of each figure of several views: what the page costs, not what the machine did meanwhile.

    A page that seems to block is viewed again and again, since any other work of the machine looks the same.
    """
    views = [view(browser, address, window) for _ in range(REPEATS)]
    while len(views) < MOST_REPEATS and min(each["blocking"] for each in views) > 0:
        views.append(view(browser, address, window))
    return {name: min(each[name] for each in views) for name in views[0]}


def line(name: str, seen: dict[str, float]) -> str:
    """Return one row of the report."""
    times = (
        f"first paint {seen['first']:.0f} ms, largest {seen['largest']:.0f} ms, blocking {seen['blocking']:.0f} ms"
    )
    weight = f"page {seen['page']:,.0f} B, beside it {seen['beside']:,.0f} B"
    return f"{name}: {times}, shift {seen['shift']:.4f}, {weight}"


def report(browser: Browser, root: str, size: str) -> None:
    """Print every page in one window, and one of them beside its plain twin."""
    window = WINDOWS[size]
    for path in [side + path for side in ("", "zh/") for path in PAGES]:
        print(line(f"{size} /{path}", best(browser, f"{root}site/{path}", window)), flush=True)
    ours, plain = (best(browser, f"{root}{build}/{COMPARED}", window) for build in ("site", "plain"))
    print(line(f"{size} plain /{COMPARED}", plain))
    bytes_ratio = (ours["page"] + ours["beside"]) / (plain["page"] + plain["beside"])
    print(f"{size}: first paint {ours['first'] / plain['first']:.2f} of plain, bytes {bytes_ratio:.2f} of plain")


def main() -> int:
    """Print each page's figures in both languages and windows."""
    with room() as temporary:
        project = Path(shutil.copytree(ROOT, temporary / "project", ignore=LEFT_OUT))
        build_atlas(project)
        build_plain(project)
        with served(temporary) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=sandbox_arguments())
            for size in WINDOWS:
                report(browser, url.replace("/atlas/", "/project/"), size)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
