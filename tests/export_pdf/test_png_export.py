"""The picture of a map is its PDF, rendered."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest

from model.export import pdf as pdf_module
from model.export.errors import ExportError
from model.export.pdf import PosterOptions
from model.export.png import check_size, encode_png, export_png
from posters import HandMade, as_pdf, filled, map_without_cards, picture


def chunks(data: bytes) -> dict[bytes, bytes]:
    """A PNG's chunks by kind, their checksums checked."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0]
        found[kind] = found.get(kind, b"") + body
        at += 12 + size
    return found


def decoded(data: bytes) -> tuple[int, int, list[bytes]]:
    found = chunks(data)
    width, height, depth, colour = struct.unpack(">IIBB", found[b"IHDR"][:10])
    assert (depth, colour) == (8, 2)
    raw = zlib.decompress(found[b"IDAT"])
    rows = [raw[y * (3 * width + 1) : (y + 1) * (3 * width + 1)] for y in range(height)]
    assert all(row[0] == 0 for row in rows)
    return width, height, [row[1:] for row in rows]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> HandMade:
    poster = filled(["Een kaart 😀", "Nog een"], width_mm=297.0, height_mm=210.0)
    monkeypatch.setattr(pdf_module, "_compose", lambda *args: poster)
    return poster


def test_the_picture_is_the_page(made: HandMade, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    report = export_png(map_without_cards(), out, PosterOptions(paper="A4", tile="A4"), dpi=96)
    width, height, rows = decoded(out.read_bytes())
    assert (width, height) == pytest.approx((297 / 25.4 * 96, 210 / 25.4 * 96), abs=1.5)
    assert report.pages == 1
    assert report.size == out.stat().st_size
    page = picture(as_pdf(made)[0], per_mm=96 / 25.4)
    darkest = min(range(width), key=lambda x: sum(rows[height // 25][3 * x : 3 * x + 3]))
    assert page.rows[height // 25][darkest] < 130


def test_it_says_its_resolution(made: HandMade) -> None:
    out = io.BytesIO()
    export_png(map_without_cards(), out, PosterOptions(paper="A4"), dpi=150)
    across, down, unit = struct.unpack(">IIB", chunks(out.getvalue())[b"pHYs"])
    assert (across, down, unit) == (5906, 5906, 1)


def test_colours_are_not_swapped() -> None:
    data = encode_png(2, 1, 8, bytes([255, 0, 0, 0, 0, 255, 9, 9]), 96)
    assert decoded(data) == (2, 1, [bytes([255, 0, 0, 0, 0, 255])])


def test_a_picture_too_large_is_refused_with_what_would_do(made: HandMade, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    with pytest.raises(ExportError, match=r"too large; use (\d+) dpi at most") as raised:
        export_png(map_without_cards(), out, PosterOptions(paper="A4"), dpi=5000)
    assert not out.exists()
    most = float(str(raised.value).split(" dpi")[0].rsplit(" ", 1)[1])
    check_size(297, 210, most)
    with pytest.raises(ExportError):
        check_size(297, 210, most + 2)


def test_no_dots_are_refused() -> None:
    with pytest.raises(ExportError, match="more than 0"):
        check_size(297, 210, 0)
