"""What browsers are told to refuse, in every page and, where hosts send it, in headers."""

from __future__ import annotations

# Nothing is allowed but what is named. WebAssembly is for the search index; `data:` pictures are for exports of
# plots and marks in stylesheets. No inline script or style: the templates have none.
SOURCES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
# What browsers heed in headers only.
ONLY_IN_HEADERS = {"frame-ancestors": "'none'"}
UNUSED_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # A reader's page must not be known to the sites that its links lead to.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What only some files are sent with: programs in other sites' pages may read the data; the assets stand in a folder
# named after their bytes; the worker that keeps pages decides what is fresh, so it must be fresh itself.
OF_FILES = {
    "/api/*": {"Access-Control-Allow-Origin": "*"},
    "/assets/*": {"Cache-Control": "public, max-age=31536000, immutable"},
    "/sw.js": {"Cache-Control": "no-cache"},
}


def page_policy() -> str:
    """Return the policy that stands in each page."""
    return _joined(SOURCES)


def headers_file() -> str:
    """Return the text of `_headers`, which several hosts of static sites read."""
    policy = {"Content-Security-Policy": _joined({**SOURCES, **ONLY_IN_HEADERS})}
    rules = {"/*": {**policy, **HEADERS}, **OF_FILES}
    return "".join(_rule(path, headers) for path, headers in rules.items())


def _joined(sources: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def _rule(path: str, headers: dict[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
