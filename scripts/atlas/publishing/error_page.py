"""Show what stopped a build as a page, since the edit loop has nothing newer to show."""

from __future__ import annotations

import html

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>The site could not be built</title>
<link rel="stylesheet" href="/assets/draft/atlas.css">
</head>
<body>
<main class="page page-alone"><article class="md-typeset">
<h1>The site could not be built</h1>
<p>Mend the file and save it: this page then gives way to the one you were reading.
<span lang="zh-CN">改好文件并保存，本页会自动换回原来的页面。</span></p>
<pre tabindex="0"><code>{message}</code></pre>
</article></main>
</body>
</html>
"""


def error_page(error: BaseException) -> str:
    """Return the page for an error."""
    message = str(error) or type(error).__name__
    return PAGE.format(message=html.escape(message))
