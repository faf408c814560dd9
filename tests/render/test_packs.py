"""Packs hold every file of a language once, and are the same bytes each time."""

from __future__ import annotations

import gzip
import json

from atlas.languages import Language
from atlas.render.packs import TARGET, Pack, offer, pack_language

FILES = {
    "index.html": b"home",
    "guide/gloom/index.html": b"gloom",
    "assets/0123/atlas.css": b"body{}",
    "assets/0123/js/a.js": "// \u7b49".encode(),
}


def unpack(pack: Pack) -> dict[str, tuple[bytes, str]]:
    """Read a pack as the browser's script does."""
    head, _, body = gzip.decompress(pack.packed).partition(b"\n")
    files, start = {}, 0
    for path, length, kind in json.loads(head):
        files[path] = (body[start : start + length], kind)
        start += length
    return files


def test_every_file_comes_out_as_it_went_in_under_the_address_it_is_read_at() -> None:
    files = {path: what for pack in pack_language(Language.EN, FILES) for path, what in unpack(pack).items()}

    assert {path: body for path, (body, _) in files.items()} == {
        "": b"home",
        "guide/gloom/": b"gloom",
        "assets/0123/atlas.css": b"body{}",
        "assets/0123/js/a.js": FILES["assets/0123/js/a.js"],
    }
    assert files["guide/gloom/"][1] == "text/html; charset=utf-8"


def test_the_order_of_files_makes_no_difference() -> None:
    other = dict(reversed(FILES.items()))

    assert [pack.packed for pack in pack_language(Language.EN, FILES)] == [
        pack.packed for pack in pack_language(Language.EN, other)
    ]


def test_a_changed_file_changes_the_version_and_its_own_pack_only() -> None:
    before = pack_language(Language.EN, FILES)
    after = pack_language(Language.EN, {**FILES, "guide/gloom/index.html": b"new"})

    assert offer(before)["version"] != offer(after)["version"]
    assert len({pack.path for pack in before} & {pack.path for pack in after}) == len(before) - 1


def test_a_large_folder_is_cut_into_several_packs() -> None:
    files = {f"references/{number}/index.html": bytes(TARGET // 4) for number in range(16)}

    assert len(pack_language(Language.EN, files)) > 1


def test_both_languages_are_cut_by_their_own_folders() -> None:
    files = {f"zh/{path}": data for path, data in FILES.items() if path.endswith(".html")}

    assert len(pack_language(Language.ZH, files)) == 2


def test_the_offer_tells_the_sizes_of_download_and_of_what_is_stored() -> None:
    packs = pack_language(Language.EN, FILES)
    told = offer(packs)

    assert told["size"] == sum(len(pack.packed) for pack in packs)
    assert told["stored"] == sum(map(len, FILES.values()))
    assert told["pages"] == 2
