"""Sound inputs of the readers of maps, templates, diagrams and posters."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from model.files import native

_RANDOM_ID = re.compile(
    rb"\b(phase|step|lane|persona|channel|item|link|emotion|action)-[0-9a-z]{16}\b"
    rb"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)


def settled(data: bytes) -> bytes:
    """``data`` with the same ids each time it is made, so that a mutant follows from its seed; without integrity."""
    known: dict[bytes, bytes] = {}

    def named(match: re.Match[bytes]) -> bytes:
        if match.group(1) is None:
            return b"3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de"
        return known.setdefault(match.group(), b"%b-%d" % (match.group(1), len(known)))

    return re.sub(rb',\n"integrity": "[^"]*"', b"", _RANDOM_ID.sub(named, data))


@cache
def maps() -> Mapping[str, bytes]:
    """Sound maps: with every kind of record, every field, links of each kind, pictures."""
    from action_maps import map_with_actions
    from hostile import lines, linked, sound
    from linked_maps import linked_map
    from maps import full_map
    from said_maps import said_map

    found = {
        "full": full_map().document,
        "said": said_map(),
        "linked": linked_map().document(),
        "actions": map_with_actions(4).document,
    }
    written = {name: settled(native.dumps(document, saved_by={})) for name, document in found.items()}
    newer = {**sound(), "format_version": 9, "moods": [{"id": "m"}]}
    return {**written, "small": lines(sound()), "links": linked(), "newer": lines(newer)}


def templates() -> Mapping[str, bytes]:
    from hostile import template

    return {"small": template({"name": "Intake", "description": "Voor elk gesprek"}), "full": _as_template()}


@cache
def _as_template() -> bytes:
    from model.owntemplates import as_template

    document, _ = native.loads(maps()["said"])
    return settled(native.dumps(as_template(document, "Alles", "Van alles", notes=True), saved_by={}))


_CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "mermaid"


@cache
def diagrams(suffix: str) -> Mapping[str, bytes]:
    return {
        path.name: path.read_bytes() for path in sorted(_CORPUS.rglob(f"*{suffix}")) if path.stat().st_size < 20_000
    }


@cache
def posters_with_maps() -> Mapping[str, bytes]:
    """Posters that carry a map, on one page and in tiles.  PDFium is loaded here: its library is no file of theirs."""
    import pypdfium2

    from model.export.pdf import PosterOptions, poster_pdf

    document, _ = native.loads(maps()["small"])
    made = {
        "page": poster_pdf(document, PosterOptions(paper="A5"))[0],
        "tiles": poster_pdf(document, PosterOptions(paper="A4", tile="A5"))[0],
    }
    for pdf in made.values():
        pypdfium2.PdfDocument(pdf).close()
    return made


@cache
def pictures() -> Mapping[str, bytes]:
    """Small pictures of each kind and of several inner forms."""
    from PIL import Image

    dice = Random(4)
    noise = Image.frombytes("RGB", (40, 30), bytes(dice.randrange(256) for _ in range(3_600)))
    flat = Image.new("RGBA", (30, 20), (200, 30, 40, 90))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    found: dict[str, bytes] = {}

    def add(name: str, image: Image.Image, kind: str, **more: Any) -> None:
        out = io.BytesIO()
        image.save(out, kind, **more)
        found[name] = out.getvalue()

    add("png", noise, "PNG")
    add("png-clear", flat, "PNG")
    add("png-palette", noise.convert("P"), "PNG", bits=8)
    add("png-grey-16", noise.convert("I;16"), "PNG")
    add("png-profile", noise, "PNG", icc_profile=bytes(3_000))
    add("png-moving", noise, "PNG", save_all=True, append_images=[noise.rotate(180)])
    add("jpeg", noise, "JPEG", exif=exif, comment=b"hier")
    add("jpeg-steps", noise, "JPEG", progressive=True, icc_profile=bytes(2_000))
    add("jpeg-four-inks", noise.convert("CMYK"), "JPEG")
    add("webp", noise, "WEBP", quality=60)
    add("webp-exact", flat, "WEBP", lossless=True, exif=exif)
    add("webp-moving", noise, "WEBP", save_all=True, append_images=[noise.rotate(90, expand=False)])
    add("gif", noise.convert("P"), "GIF")
    add("gif-moving", noise.convert("P"), "GIF", save_all=True, append_images=[noise.rotate(180).convert("P")])
    add("bmp", noise, "BMP")
    add("bmp-palette", noise.convert("P"), "BMP")
    return found


@cache
def map_with_a_picture_of_each_kind() -> Mapping[str, bytes]:
    from said_maps import asset_of
    from small_maps import every_kind_map

    found = {}
    for name, data in pictures().items():
        document = every_kind_map()
        asset = asset_of(data, f"image/{name.partition('-')[0]}", 40, 30)
        card = next(iter(document.item_table.values()))
        document = document.with_changes(
            [("assets", asset.id, asset), ("items", card.id, card.changed(pictures=(asset.id,)))]
        )
        found[name] = settled(native.dumps(document, saved_by={}))
    return found
