"""Reading pictures: what is kept of them, what is refused and how (rules PR1 to PR4 of model.pictures)."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import struct
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from model import pictures
from model.changes import apply
from model.checks.pictures import picture_fault
from model.commands.pictures import add_pictures
from model.export.pdf_pictures import pdf_picture
from model.i18n import speaking
from model.invariants import violations
from model.newmap import new_map
from model.pictureheader import Claim, claim_of
from model.pictures import LONGEST_SIDE, NotAPicture, picture_bytes, read_picture, read_picture_file
from model.records import Asset


def made(size: tuple[int, int] = (40, 30), mode: str = "RGB", colour: Any = (200, 30, 30)) -> Image.Image:
    return Image.new(mode, size, colour)


def noise(size: tuple[int, int]) -> Image.Image:
    """As many colours as a photograph."""
    return Image.frombytes("RGB", size, os.urandom(size[0] * size[1] * 3))


def data_of(picture: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    into = io.BytesIO()
    picture.save(into, kind, **more)
    return into.getvalue()


def opened(asset: Asset) -> Image.Image:
    return Image.open(io.BytesIO(picture_bytes(asset)))


def test_a_picture_is_kept_with_its_size_and_the_hash_of_its_bytes() -> None:
    asset = read_picture(data_of(made()))
    data = base64.b64decode(asset.base64, validate=True)
    assert asset.id == hashlib.sha256(data).hexdigest()
    assert (asset.w, asset.h) == (40, 30)
    assert opened(asset).size == (40, 30)
    assert opened(asset).getpixel((5, 5)) == (200, 30, 30)


def test_the_same_picture_is_the_same_asset() -> None:
    data = data_of(noise((50, 40)), "JPEG")
    assert read_picture(data) == read_picture(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P"])
def test_pr1_every_kind_is_read(kind: str, mode: str) -> None:
    picture = made().convert(mode)
    if kind == "JPEG" and mode == "P":
        picture = picture.convert("CMYK")
    if kind == "WEBP":
        picture = picture.convert("RGB")
    asset = read_picture(data_of(picture, kind))
    assert (asset.w, asset.h) == (40, 30)
    assert asset.mime in ("image/png", "image/jpeg")


def test_pr1_of_a_moving_picture_the_first_frame() -> None:
    frames = [made(colour=(250, 0, 0)), made(colour=(0, 0, 250))]
    data = data_of(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    pixel = opened(read_picture(data)).convert("RGB").getpixel((9, 9))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > pixel[2]


@pytest.mark.parametrize("kind", ["TIFF", "ICO", "PPM", "TGA", "PCX"])
def test_pr1_other_kinds_are_refused(kind: str) -> None:
    with pytest.raises(NotAPicture, match="PNG, JPEG, WebP, GIF or BMP"):
        read_picture(data_of(made(), kind))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"PK\x03\x04" + bytes(60),
        b"II*\x00" + bytes(60),
    ],
)
def test_pr1_what_is_no_picture_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NotAPicture) as caught:
        read_picture(data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_sentences_are_in_the_language_of_now() -> None:
    with speaking("xx"), pytest.raises(NotAPicture, match="⟦"):
        read_picture(b"hello")


def test_pr2_a_file_that_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = data_of(noise((60, 60)))
    monkeypatch.setattr(pictures, "MOST_BYTES", len(data) - 1)
    with pytest.raises(NotAPicture, match="30 MB"):
        read_picture(data)
    file = tmp_path / "groot.png"
    file.write_bytes(data)
    with pytest.raises(NotAPicture, match="30 MB"):
        read_picture_file(file)


def test_the_sentence_stays_short_whatever_a_file_is_called() -> None:
    with pytest.raises(NotAPicture) as refused:
        read_picture_file("/kaarten/" + "x" * 20_000 + "\r.png")
    assert len(str(refused.value)) < 400
    assert "\r" not in str(refused.value)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(wide: int, high: int, rows: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 8000), (20_000, 20_000), (2**31 - 1, 2**31 - 1), (40_000_001, 1)])
def test_pr2_too_many_pixels_are_refused_before_they_are_unpacked(size: tuple[int, int]) -> None:
    begun = time.thread_time()
    with pytest.raises(NotAPicture):
        read_picture(png(*size))
    assert time.thread_time() - begun < 1


def webp(form: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 12 + len(body)) + b"WEBP" + form + struct.pack("<I", len(body)) + body


def jpeg(wide: int, high: int) -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08" + struct.pack(">HH", high, wide) + bytes(60)


BOMBS = {
    "png": png(6400, 6400),
    "gif": b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + bytes(60),
    "bmp": b"BM" + bytes(12) + struct.pack("<Iii", 40, 40_000, -40_000) + bytes(60),
    "bmp of os/2": b"BM" + bytes(12) + struct.pack("<IHH", 12, 65_535, 65_535) + bytes(60),
    "webp of two frames": webp(b"VP8X", b"\x02\0\0\0" + b"\xff\x3f\x00" * 2) + bytes(60),
    "webp without loss": webp(b"VP8L", b"\x2f" + struct.pack("<I", 0x0FFFFFFF)) + bytes(60),
    "webp": webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 16_383, 16_383)) + bytes(60),
    "jpeg": jpeg(65_000, 65_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_pr2_no_decoder_sees_a_bomb(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor those in a map from elsewhere: whoever paints them asks for their bytes."""

    def not_called(*_given: object, **_named: object) -> None:
        raise AssertionError("a decoder was asked")

    monkeypatch.setattr(Image, "open", not_called)
    with pytest.raises(NotAPicture, match="40 million"):
        read_picture(BOMBS[name])
    text = base64.b64encode(BOMBS[name]).decode()
    asset = Asset(id=hashlib.sha256(BOMBS[name]).hexdigest(), mime="image/png", w=4, h=3, base64=text)
    assert picture_bytes(asset) == b""
    assert "cannot be shown" in picture_fault(asset)
    assert pdf_picture(asset) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
@pytest.mark.parametrize("size", [(1, 1), (3, 700), (641, 2)])
def test_the_claimed_size_is_the_size(kind: str, size: tuple[int, int]) -> None:
    more: list[dict[str, Any]] = [{}]
    if kind == "WEBP":
        more += [{"lossless": True}, {"exif": Image.Exif().tobytes() + b"x"}]
    if kind == "JPEG":
        more += [{"progressive": True}, {"comment": b"\xff\xc0" * 40}]
    for options in more:
        claim = claim_of(data_of(noise(size), kind, **options))
        assert claim == Claim(kind, *size)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(BOMBS)), st.integers(0, 80), st.binary(max_size=12))
def test_any_head_is_measured(name: str, cut: int, tail: bytes) -> None:
    claim = claim_of(BOMBS[name][:cut] + tail)
    assert claim is None or claim.pixels >= 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_no_picture_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.png")
    begun = time.perf_counter()
    with pytest.raises(NotAPicture, match=r"pijp\.png"):
        read_picture_file(tmp_path / "pijp.png")
    assert time.perf_counter() - begun < 1


def test_pr2_the_bomb_names_its_pixels() -> None:
    with pytest.raises(NotAPicture, match="40 million"):
        read_picture(png(20_000, 20_000))


def test_pr2_a_text_that_unpacks_to_very_much_is_no_way_in() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "x" * 70_000_000, zip=True)
    data = data_of(made(), pnginfo=info)
    assert len(data) < 1_000_000
    try:
        asset = read_picture(data)
    except NotAPicture:
        return
    assert len(asset.base64) < 10_000


def test_pr3_upright_small_and_nothing_but_pixels() -> None:
    picture = noise((400, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # held on its side
    exif[0x010F] = "Camera of Sanne"
    exif.get_ifd(0x8825)[1] = "N"
    data = data_of(picture, "JPEG", exif=exif, comment=b"secret place", icc_profile=b"profile" * 20)
    assert b"Camera of Sanne" in data
    asset = read_picture(data)
    assert (asset.w, asset.h) == (200, 400)
    kept = picture_bytes(asset)
    for trace in (b"Exif", b"Camera", b"secret", b"ICC_PROFILE", b"profile"):
        assert trace not in kept
    assert not opened(asset).getexif()


@pytest.mark.parametrize("size", [(4000, 2000), (900, 5000), (2049, 10), (2048, 2048), (9, 3000)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pr3_no_side_is_longer_than_2048(size: tuple[int, int], kind: str) -> None:
    asset = read_picture(data_of(made(size), kind))
    assert max(asset.w, asset.h) == min(LONGEST_SIDE, max(size))
    assert opened(asset).size == (asset.w, asset.h)
    assert min(asset.w, asset.h) >= 1
    assert asset.w / asset.h == pytest.approx(size[0] / size[1], rel=0.15)


def test_pr4_photographs_become_jpeg_and_screenshots_stay_exact() -> None:
    assert read_picture(data_of(noise((300, 300)))).mime == "image/jpeg"
    screenshot = made((600, 400), colour=(255, 255, 255))
    for row in range(20, 380, 9):
        screenshot.paste((20, 20, 60), (30, row, 400, row + 2))
    asset = read_picture(data_of(screenshot))
    assert asset.mime == "image/png"
    assert opened(asset).tobytes() == screenshot.tobytes()


def test_pr4_what_can_be_seen_through_stays_so() -> None:
    asset = read_picture(data_of(made(mode="RGBA", colour=(10, 200, 10, 90))))
    assert asset.mime == "image/png"
    assert opened(asset).getpixel((3, 3)) == (10, 200, 10, 90)


def test_a_picture_cut_short_is_damaged() -> None:
    for kind in ("PNG", "JPEG", "WEBP", "GIF", "BMP"):
        data = data_of(noise((200, 200)), kind)
        with pytest.raises(NotAPicture):
            read_picture(data[: len(data) // 2])


_GOOD = [data_of(noise((24, 18)), kind) for kind in ("PNG", "JPEG", "WEBP", "GIF", "BMP")]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 4), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=8))
def test_broken_bytes_are_refused_or_read_and_nothing_else(which: int, hits: list[tuple[int, int]]) -> None:
    data = bytearray(_GOOD[which])
    for place, value in hits:
        data[place % len(data)] = value
    try:
        asset = read_picture(bytes(data))
    except NotAPicture as refused:
        assert str(refused).endswith(".")
    else:
        assert max(asset.w, asset.h) <= LONGEST_SIDE


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.png", tmp_path, tmp_path / "a\nb.png"):
        with pytest.raises(NotAPicture) as caught:
            read_picture_file(path)
        assert "\n" not in str(caught.value)
    file = tmp_path / "goed.txt"  # the name says nothing
    file.write_bytes(data_of(made()))
    assert read_picture_file(file).w == 40


def test_the_bytes_of_an_asset_that_is_not_sound_are_none() -> None:
    asset = read_picture(data_of(made()))
    assert picture_bytes(asset.changed(base64="***")) == b""


def test_a_read_picture_goes_on_a_card() -> None:
    document = new_map("Proef", "nl", ["A"])
    from model.commands.cards import add_cards
    from model.commands.places import Listing

    document = apply(add_cards(document, "note", ["x"], Listing("inbox")), document)
    card = next(iter(document.item_table))
    document = apply(add_pictures(document, card, [read_picture(data_of(made()))]), document)
    assert violations(document) == []
    assert document.item_table[card].pictures == tuple(document.asset_table)
