"""Hostile inputs of the readers beside maps.  ``python tests/support/hostile_inputs.py`` writes them into
tests/corpus/hostile_inputs; those of maps and templates are made by hostile.py.

Each is allowed one outcome of :data:`readers.Outcome`.  The large ones are made when they are tried.
"""

from __future__ import annotations

import binascii
import json
import struct
import zlib
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "corpus" / "hostile_inputs"


class Input(NamedTuple):
    """The name of its reader's row, what is given to it, and what comes of it."""

    reader: str
    data: bytes
    outcome: str


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(wide: int, high: int, *more: tuple[bytes, bytes], rows: bytes | None = None) -> bytes:
    """A PNG that claims a size; grey, with ``rows`` as its packed content (else nothing), and more parts."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    content = zlib.compress(bytes((wide + 1) * high) if rows is None and wide * high < 10**6 else rows or b"", 9)
    parts = [(b"IHDR", head), *more, (b"IDAT", content), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _gif(wide: int, high: int, frames: int = 1) -> bytes:
    frame = b",\0\0\0\0" + struct.pack("<HH", 1, 1) + b"\0\x02\x02D\x01\0"
    return b"GIF89a" + struct.pack("<HH", wide, high) + b"\x80\0\0\xff\0\0\xff\xff\xff" + frame * frames + b";"


def _webp(form: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 12 + len(body)) + b"WEBP" + form + struct.pack("<I", len(body)) + body


def _bmp(wide: int, high: int) -> bytes:
    return (
        b"BM"
        + struct.pack("<IHHI", 58, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, wide, high, 1, 24, *[0] * 6)
        + bytes(4)
    )


def pictures() -> dict[str, Input]:
    """Bombs, lies, drawings, and bytes that are something else."""
    profile = b"x\0\0" + zlib.compress(bytes(9_000_000), 9)
    note = b"Comment\0\0" + zlib.compress(b"x" * 9_000_000, 9)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/><script>x</script></svg>'
    found = {
        "one-px.png": (png(1, 1), "opened"),
        "bomb-10000-x-10000.png": (png(10_000, 10_000, rows=bytes(10_001 * 100)), "refused"),
        "claims-2-to-the-31.png": (png(2**31 - 1, 2**31 - 1), "refused"),
        "no-size.png": (png(0, 9), "refused"),
        "1-wide-100000-high.png": (png(1, 100_000), "opened"),
        "more-rows-than-there-are.png": (png(60, 60, rows=bytes(10)), "refused"),
        "fewer-rows-than-there-are.png": (png(6, 6, rows=bytes(500_000)), "opened"),
        "profile-bomb.png": (png(4, 4, (b"iCCP", profile)), "refused"),
        "text-bomb.png": (png(4, 4, (b"zTXt", note)), "refused"),
        "exif-of-nonsense.png": (png(4, 4, (b"eXIf", b"MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12" * 60)), "opened"),
        "moving-of-a-million.png": (png(4, 4, (b"acTL", struct.pack(">II", 10**6, 0))), "opened"),
        "palette-of-none.png": (png(4, 4)[:25].replace(b"\x08\0\0", b"\x08\3\0") + png(4, 4)[25:], "opened"),
        "cut.png": (png(30, 30)[:50], "refused"),
        "head-only.png": (b"\x89PNG\r\n\x1a\n", "refused"),
        "bomb.gif": (_gif(65_535, 65_535), "refused"),
        "moving.gif": (_gif(1, 1, 500), "opened"),
        "cut.gif": (_gif(9, 9)[:20], "refused"),
        "bomb.bmp": (_bmp(40_000, -40_000), "refused"),
        "nothing-in-it.bmp": (_bmp(100, 100), "refused"),
        "negative-width.bmp": (_bmp(-9, 9), "refused"),
        "two-gigabytes-of-frames.webp": (_webp(b"VP8X", b"\2\0\0\0" + b"\xff\x3f\0" * 2) + bytes(60), "refused"),
        "claims-16384.webp": (_webp(b"VP8L", b"\x2f" + struct.pack("<I", 0x0FFFFFFF)) + bytes(60), "refused"),
        "endless.webp": (b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff" + bytes(40), "refused"),
        "bomb.jpeg": (b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\1\1\x11\0" + bytes(40), "refused"),
        "endless-markers.jpeg": (b"\xff\xd8\xff" + b"\xe0\0\2\xff" * 9_000, "refused"),
        "fill-bytes.jpeg": (b"\xff\xd8" + b"\xff" * 30_000, "refused"),
        "drawing.svg": (svg, "refused"),
        "drawing-called.png": (b"<?xml version='1.0'?>" + svg, "refused"),
        "post-script.eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run", "refused"),
        "paper.tiff": (b"II*\0\x08\0\0\0" + bytes(60), "refused"),
        "icon.ico": (b"\0\0\1\0\1\0\0\0\0\0\1\0 \0" + bytes(60), "refused"),
        "page.html": (b"<!doctype html><img src=file:///etc/passwd>", "refused"),
        "empty": (b"", "refused"),
        "zeros": (bytes(400), "refused"),
    }  # fmt: skip
    return {f"picture-{name}": Input("picture", *row) for name, row in found.items()}


def diagrams() -> dict[str, Input]:
    """Mermaid and Markdown that nobody drew."""
    task = "  Zoekt: 3: Sanne\n"
    mermaid = {
        "empty": (b"", "refused"),
        "no-journey": (b"flowchart LR\n a-->b\n", "refused"),
        "utf16": ("journey\n" + task).encode("utf-16"),
        "only-colons": (b"journey\n" + b":" * 3_000 + b"\n", "listed"),
        "scores-of-nonsense": (b"journey\n a: 1e999: b\n c: -9\n d: NaN\n e: 99999999999999999999\n", "listed"),
        "open-front-matter": (b"---\n" * 1 + b"title: x\n" * 300 + task.encode(), "refused"),
        "open-description": (b"journey\naccDescr {\n" + b"x\n" * 900, "listed"),
        "open-directive": (b"%%{init: " + b"{" * 3_000 + b"\njourney\n" + task.encode(), "opened"),
        "markup": (b"journey\ntitle <b>x</b><script>\nsection <img src=file:///etc/passwd>\n a<br>b: 3: c\n", "listed"),
        "entities": (b"journey\n" + b"#amp;#0;#x110000;#99999999;#lt;b#gt;: 3: a\n" * 60, "opened"),
        "turned-round": ("journey\n \u202egnp: 3: \u200b\u2066x\n").encode(),
        "same-person": (b"journey\n a: 3: " + b"x, " * 900 + b"\n", "listed"),
        "many-titles": (b"journey\n" + b"title a\ntitle b\n" * 200, "listed"),
        "bad-utf8": (b"journey\n a\xff\xfe: 3\n", "refused"),
        "zeros": (b"journey\n" + bytes(100) + b"\n a: 3\n", "opened"),
        "formulas": (b"journey\ntitle =cmd|' /C calc'!A0\n +1: 3: @x\n", "opened"),
    }  # fmt: skip
    markdown = {
        "fences-in-fences": (b"```mermaid\n" * 2_000, "refused"),
        "quotes-in-quotes": (b"> " * 3_000 + b"```mermaid\njourney\n", "opened"),
        "tildes": (b"~" * 9_000 + b"mermaid\njourney\n a: 3\n", "opened"),
        "brackets": (b"```{" + b"[" * 9_000 + b"mermaid}\njourney\n a: 3\n", "opened"),
    }  # fmt: skip
    found = {}
    for reader, suffix, rows in (("mermaid", ".mmd", mermaid), ("markdown", ".md", markdown)):
        for name, row in rows.items():
            data, outcome = row if isinstance(row, tuple) else (row, "refused" if name == "utf16" else "opened")
            found[f"{reader}-{name}{suffix}"] = Input(reader, data, outcome)
    return found


def _cards(**fields: Any) -> bytes:
    item = {"id": "item-1", "kind": "touchpoint", "number": 1, "text": "Een"}
    return json.dumps({"format": "journeywall-cards", "version": 1, "items": [item], **fields}).encode()


def clipboards() -> dict[str, Input]:
    """Cards that another program put on the clipboard, texts, and lists of files."""
    link = {"id": "link-1", "kind": "attach", "source_id": "item-1", "target_id": "item-1"}
    feeling = {"id": "emotion-1", "touchpoint_id": "item-1", "persona_id": "persona-1"}
    person = {"id": "persona-1", "name": "Sanne", "portrait": "f" * 64}
    cards = {
        "sound": (_cards(), "opened"),
        "none": (_cards(items=[]), "refused"),
        "other-version": (_cards(version=2), "refused"),
        "other-format": (_cards(format="cards"), "refused"),
        "items-as-object": (_cards(items={"0": {}}), "refused"),
        "item-of-null": (_cards(items=[None]), "refused"),
        "no-number": (_cards(items=[{"id": "item-1", "kind": "note"}]), "refused"),
        "same-id-twice": (_cards(items=[{"id": "a", "kind": "note", "number": n} for n in (1, 2)]), "opened"),
        "link-to-itself": (_cards(links=[link]), "opened"),
        "link-to-nothing": (_cards(links=[{**link, "target_id": "item-9"}]), "opened"),
        "feeling-that-says-nothing": (_cards(emotions=[feeling], personas=[person]), "opened"),
        "feeling-twice": (_cards(emotions=[{**feeling, "score": 1}] * 2, personas=[person]), "opened"),
        "feeling-of-nobody": (_cards(emotions=[{**feeling, "score": 1}]), "opened"),
        "picture-that-is-not-there": (
            _cards(items=[{"id": "item-1", "kind": "note", "number": 1, "pictures": ["f" * 64]}]), "opened"
        ),
        "picture-of-nonsense": (_cards(assets=[{"id": "f" * 64, "mime": "", "w": 1, "h": 1, "base64": "%"}]), "opened"),
        "source-of-nonsense": (_cards(source={"process": [], "document": {}, "ids": 5}), "opened"),
        "ids-of-dunders": (_cards(items=[{"id": "__class__", "kind": "__init__", "number": 1, "self": 1}]), "opened"),
        "deep": (_cards().replace(b'"touchpoint"', b"[" * 900 + b"]" * 900), "refused"),
        "double-key": (_cards().replace(b'"version"', b'"format": "x", "version"'), "refused"),
        "nan": (_cards().replace(b'"number": 1', b'"number": NaN'), "refused"),
        "not-json": (b"\x80\x04\x95cos\nsystem\n", "refused"),
    }  # fmt: skip
    texts = {
        "html": (b"<table><tr><td><img src='file:///etc/passwd'></td></tr></table>", "opened"),
        "only-tabs": (b"\t" * 5_000, "refused"),
        "only-bullets": ("• - * 1) \n".encode() * 200, "opened"),
        "controls": (bytes(range(32)) * 20 + b"x\x7f\xc2\x85", "opened"),
        "turned-round": ("\u202eabc\u2066\n\u200b\u200d\ufeff\n").encode(),
    }  # fmt: skip
    lists = {
        "web": (b"http://127.0.0.1:9/a.journey\r\nftp://x/y.png\r\ndata:image/png;base64,AAAA\r\n", "opened"),
        "zero-in-a-name": (b"file:///ROOM/a%00.png\r\n", "refused"),
        "climbs": (b"file:///ROOM/../../../../../../nothing.png\r\n", "refused"),
        "javascript": (b"javascript:alert(1)\r\n", "opened"),
    }  # fmt: skip
    found = {}
    for reader, kind, rows in (
        ("cards on the clipboard", "cards", cards),
        ("text on the clipboard", "text", texts),
        ("anything dropped", "list", lists),
    ):
        for name, row in rows.items():
            found[f"{kind}-{name}"] = Input(reader, *(row if isinstance(row, tuple) else (row, "opened")))
    return found


def _line(body: bytes, crc: int | None = None) -> bytes:
    return b"%08x %b\n" % (binascii.crc32(body) if crc is None else crc, body)


def own_files() -> dict[str, Input]:
    """Files of the program's own that somebody wrote over."""
    begin = _line(b'{"n":0,"op":"begin","unsaved":1}')
    edit = b'{"n":1,"op":"edit","changes":[{"table":"map","id":"x","old":null,"new":{"id":"x","title":"Twee"}}]}'
    journals = {
        "empty": (b"", "opened"),
        "zeros": (bytes(300), "opened"),
        "second-map": (begin + _line(edit), "listed"),
        "number-out-of-turn": (begin + _line(b'{"n":7,"op":"edit","changes":[]}'), "listed"),
        "number-of-a-truth": (_line(b'{"n":true,"op":"begin"}'), "opened"),
        "deep": (begin + _line(b'{"n":1,"op":' + b"[" * 5_000 + b"]" * 5_000 + b"}"), "listed"),
        "not-an-object": (begin + _line(b"[1]"), "listed"),
        "false-sum": (begin + _line(b'{"n":1}', 7), "listed"),
        "sum-of-a-sign": (b"-0000001 {}\n+0000001 {}\n", "listed"),
        "unknown-op": (begin + _line(b'{"n":1,"op":"format_disk"}'), "opened"),
        "unknown-table": (begin + _line(edit.replace(b'"map"', b'"__dict__"')), "listed"),
        "draft-of-anything": (begin + _line(b'{"n":1,"op":"draft","id":[],"text":{}}'), "opened"),
    }  # fmt: skip
    json_files = {
        "list": b"[1, 2]",
        "nan": b'{"a": NaN, "files": 1e999, "x": -1e999}',
        "double-key": b'{"a": 1, "a": 2}',
        "deep": b'{"a": ' + b"[" * 900 + b"]" * 900 + b"}",
        "digits": b'{"a": ' + b"9" * 5_000 + b"}",
        "surrogate": b'{"folder": "\\ud800", "files": [{"path": "\\udfff"}]}',
        "wrong-types": b'{"files": {"path": 5}, "language": [], "theme": {}, "window": "x", "view": 3, "links": null}',
        "zeros": bytes(64),
    }
    found = {f"journal-{name}.jsonl": Input("journal", *row) for name, row in journals.items()}
    opens = {"settings": {"wrong-types", "surrogate", "double-key"}, "recent": {"surrogate"}}
    for reader in ("settings", "recent"):
        for name, data in json_files.items():
            outcome = "opened" if name in opens[reader] else "refused"
            found[f"{reader}-{name}.json"] = Input(reader, data, outcome)
    return found


def inputs() -> dict[str, Input]:
    """Every one of them by the name of its file."""
    return {**pictures(), **diagrams(), **clipboards(), **own_files()}


def large() -> dict[str, Input]:
    """Too large to be kept as files."""
    task = b"  Zoekt: 3: Sanne\n"
    row = {"id": "item-1", "kind": "note", "number": 1}
    return {
        "100,000 lines of Mermaid": Input("mermaid", b"journey\n" + task * 100_000, "refused"),
        "20,000 lines of Mermaid": Input("mermaid", b"journey\n section a\n" + task * 20_000, "opened"),
        "a line of 5 MB": Input("mermaid", b"journey\n " + b"a:" * 2_500_000 + b"\n", "listed"),
        "a picture of 31 MB": Input("picture", b"\x89PNG\r\n\x1a\n" + bytes(31_000_000), "refused"),
        "clipboard of 17 MB": Input("cards on the clipboard", _cards(x="x" * 17_000_000), "refused"),
        "100,000 cards": Input("cards on the clipboard", _cards(items=[row] * 100_000), "refused"),
        "a table of 100,000 rows": Input("text on the clipboard", b"a\tb\tc\n" * 100_000, "opened"),
        "one line of 10 MB": Input("pasted list", b"x" * 10_000_000, "opened"),
        "a letter under 20,000 accents": Input(
            "pasted list", "e\u0301".encode() + "\u0301".encode() * 20_000, "opened"
        ),
        "nested 100,000 deep": Input("map", b"[" * 100_000, "refused"),
    }


def main() -> None:
    """Write every one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, row in inputs().items():
        (FOLDER / name).write_bytes(row.data)
    print(f"{len(inputs())} files in {FOLDER}")


if __name__ == "__main__":
    main()
