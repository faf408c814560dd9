"""Make of the site's files an archive that can be read from a disk, and lists of checksums.

Browsers opening a page from a disk show a folder's list of files where a server sends its `index.html`, and load no
module scripts. So links name the file, and scripts and what only they can use are left out.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "atlas.zip"
CHECKSUMS = "checksums.txt"
FOLDER = "atlas"
# What only servers, search engines or scripts read; the empty places of this archive and of its list.
LEFT_OUT = re.compile(
    rf"^(?:pagefind|offline|cards)/|^(?:sw\.js|offline\.html|404\.html|_headers|_redirects|sitemap\.xml.*"
    rf"|{re.escape(NAME)}|{re.escape(CHECKSUMS)})$|^assets/[^/]+/(?:js|search)/"
    r"|(?:^|/)findings\.json$"
)
# Each begins with letters that are rarely found, which is ten times as fast as beginning with any space.
SCRIPT = re.compile(r"<script\b.*?</script>\n?", re.DOTALL)
SEARCH = re.compile(r'<button class="search-button".*?</button>\n?', re.DOTALL)
POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
# From a disk, browsers disagree on what `'self'` is; nothing in the archive runs in any case.
POLICY_ON_DISK = r"\1script-src 'none'"
OWN = re.compile(rf'<a href="[^"]*{re.escape(NAME)}">(.*?)</a>')
# Pictures for link previews are for programs on the web.
CARD = re.compile(r'<meta (?:property="og:image|name="twitter:)[^>]*>')
TAG = re.compile(r"<(?:a|link|img|meta|image|use)\b[^>]*>")
LINK = re.compile(r'(?<=\s)(href|src)="(?![a-z][a-z0-9+.-]*:|//|#)([^"#?]*)|(?<="0; url=)()([^"#?]*)')
# The same in every archive, so that equal files give equal bytes.
TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3
MODE = 0o100644 << 16
READ_ME = (
    "Open index.html with your browser.\nThe search works on the website only.\n\n"
    "请用浏览器打开 index.html（中文在 zh/index.html）。\n搜索只能在网站上使用。\n"
)


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the site as a ZIP file whose pages can be read by opening them."""
    chosen = {path: _on_disk(path, data) for path, data in files.items() if not LEFT_OUT.match(path)}
    chosen["README.txt"] = READ_ME.encode()
    chosen[CHECKSUMS] = checksums(chosen).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for path in sorted(chosen):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", TIME)
            entry.create_system, entry.external_attr, entry.compress_type = UNIX, MODE, zipfile.ZIP_DEFLATED
            written.writestr(entry, chosen[path])
    return target.getvalue()


def checksums(files: Mapping[str, bytes]) -> str:
    """Return a list that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))


def _on_disk(path: str, data: bytes) -> bytes:
    return page_on_disk(data.decode()).encode() if path.endswith(".html") else data


def page_on_disk(html: str) -> str:
    """Return a page without scripts, with links that name files."""
    html = SEARCH.sub("", SCRIPT.sub("", html))
    html = OWN.sub(r"\1", CARD.sub("", POLICY.sub(POLICY_ON_DISK, html)))
    return TAG.sub(lambda tag: LINK.sub(_with_file, tag[0]), html)


def _with_file(match: re.Match[str]) -> str:
    """Name the file that a server would send for a folder; a link to the page itself stays one."""
    start = f'{match[1]}="' if match[1] else ""
    path = match[2] if match[1] else match[4]
    if path.rpartition("/")[2] in {".", ".."}:
        path += "/"
    return f"{start}{path}index.html" if path.endswith("/") else f"{start}{path}"
