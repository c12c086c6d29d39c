"""Pictures in the PDF and in the PNG made of it: really painted, stored once, whole or replaced by a quiet field."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from model.document import Document
from model.draw.displaylist import Group, Op, Picture, Rect
from model.draw.theme import load_theme
from model.export.pdf import PosterOptions, poster_pdf
from model.export.pdf_pictures import MOST_SIDE, pdf_picture
from model.export.png import export_png
from model.records import Asset
from posters import as_pdf, picture, poster
from said_maps import BLUE, BROKEN, RED, asset_of, changed, picture_asset, said_map, with_records

Colour = tuple[int, int, int]


def colours(pdf: bytes, per_mm: float = 2.0) -> tuple[bytes, int, int]:
    """The first page as rows of RGB, its bytes per row, and its height."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=per_mm * 25.4 / 72, rev_byteorder=True)
        return bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
    finally:
        document.close()


class Page:
    """A page whose colours can be asked at places in px of the display list."""

    def __init__(self, pdf: bytes, px_to_mm: float) -> None:
        self._data, self._stride, self._channels = colours(pdf)
        self._k = px_to_mm * 2.0

    def at(self, x: float, y: float) -> Colour:
        start = int(y * self._k) * self._stride + int(x * self._k) * self._channels
        return self._data[start], self._data[start + 1], self._data[start + 2]


def near(found: Colour, wanted: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=False))


def page_of(*ops: Op) -> tuple[Page, bytes]:
    made = poster(ops, 420.0, 297.0, 1000.0)
    pdf, _ = as_pdf(made)
    return Page(pdf, made.px_to_mm), pdf


def images(pdf: bytes) -> list[bytes]:
    """The dictionaries of the images in a file."""
    return re.findall(rb"<< /Type /XObject /Subtype /Image [^>]*>>", pdf)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "WEBP"])
def test_a_picture_is_painted_where_it_stands(kind: str) -> None:
    page, _ = page_of(Group((Picture(picture_asset(80, 40, RED, kind, corner=BLUE), 10, 20, 160, 80),), 100, 200))
    assert near(page.at(115, 225), RED)
    assert near(page.at(260, 290), BLUE)
    assert near(page.at(115, 290), RED)
    assert page.at(100, 225) == (255, 255, 255)
    assert page.at(280, 305) == (255, 255, 255)


def test_a_place_of_other_sides_shows_the_middle_and_a_round_one_the_disc() -> None:
    asset = picture_asset(120, 40, RED, corner=BLUE)
    page, _ = page_of(Picture(asset, 100, 100, 80, 80), Picture(asset, 300, 100, 80, 80, round=True))
    assert near(page.at(105, 105), RED)
    assert near(page.at(175, 175), BLUE)
    assert near(page.at(340, 110), RED)
    assert near(page.at(350, 150), BLUE)
    assert page.at(303, 103) == (255, 255, 255)


def test_a_picture_is_stored_once_however_often_it_is_shown() -> None:
    asset, other = picture_asset(40, 40), picture_asset(40, 40, BLUE)
    ops = [Picture(asset, 50 + 60 * i, 50, 50, 50, round=bool(i % 2)) for i in range(5)] + [
        Picture(other, 50, 200, 9, 9)
    ]
    _, pdf = page_of(*ops)
    assert len(images(pdf)) == 2


def test_a_tiled_poster_stores_it_once_too() -> None:
    pdf, report = poster_pdf(said_map(), PosterOptions(paper="A2", tile="A4"))
    assert report.pages > 3
    assert len(images(pdf)) == 2


def test_a_jpeg_goes_in_as_it_is() -> None:
    asset = picture_asset(64, 48, RED, "JPEG")
    _, pdf = page_of(Picture(asset, 50, 50, 64, 48))
    assert base64.b64decode(asset.base64) in pdf
    (entry,) = images(pdf)
    assert b"/DCTDecode" in entry
    assert b"/Width 64 /Height 48" in entry


def test_a_jpeg_for_the_press_is_turned_into_rgb() -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(out, "JPEG")
    made = pdf_picture(asset_of(out.getvalue(), "image/jpeg", 8, 8))
    assert made is not None
    assert "/DeviceRGB" in made.entries
    assert "/FlateDecode" in made.entries
    assert len(zlib.decompress(made.data)) == 8 * 8 * 3


def test_what_is_clear_in_a_picture_lets_the_ground_be_seen() -> None:
    clear = picture_asset(40, 40, (*RED, 255), "PNG", corner=(0, 0, 0, 0))
    page, pdf = page_of(Rect(100, 100, 80, 80, "#00FF00"), Picture(clear, 100, 100, 80, 80))
    assert near(page.at(110, 110), RED)
    assert near(page.at(170, 170), (0, 255, 0))
    assert b"/SMask" in pdf


def test_large_pictures_are_made_small_before_they_are_packed() -> None:
    made = pdf_picture(picture_asset(MOST_SIDE * 2, 30))
    assert made is not None
    assert f"/Width {MOST_SIDE} " in made.entries


def bomb() -> Asset:
    """A picture that says it is 60,000 px wide and high."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n"
    for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")):
        data += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return asset_of(data, "image/png", 40, 30)


def broken_pictures() -> list[Asset]:
    jpeg, png = picture_asset(64, 48, RED, "JPEG"), picture_asset(64, 48)
    cut = [asset_of(base64.b64decode(a.base64)[:-60], a.mime, 64, 48) for a in (jpeg, png)]
    return [BROKEN, bomb(), *cut, asset_of(b"", "image/png", 4, 3), BROKEN.changed(base64="%%%")]


@pytest.mark.parametrize("number", range(6))
def test_a_picture_that_cannot_be_read_is_a_quiet_field_with_a_sign(number: int) -> None:
    page, pdf = page_of(Picture(broken_pictures()[number], 100, 100, 80, 60))
    sunken = load_theme("poster").color("surface.sunken")
    ground = tuple(int(sunken[i : i + 2], 16) for i in (1, 3, 5))
    assert near(page.at(104, 104), ground, 3)
    assert min(sum(page.at(x, 130)) for x in range(125, 156)) < sum(ground) - 150
    assert images(pdf) == []


@pytest.fixture(scope="module")
def said() -> Document:
    return said_map()


def test_cards_and_personas_show_their_pictures_on_a_poster(said: Document, tmp_path: Path) -> None:
    options = PosterOptions(paper="A3", orientation="landscape")
    pdf, report = poster_pdf(said, options)
    data, _, channels = colours(pdf)
    red = sum(near((data[i], data[i + 1], data[i + 2]), RED) for i in range(0, len(data) - 3, channels))
    blue = sum(near((data[i], data[i + 1], data[i + 2]), BLUE) for i in range(0, len(data) - 3, channels))
    per_px = report.mm_per_px * 2
    assert red == pytest.approx(138 * 92 * per_px**2, rel=0.1)
    # the card's 55.5 by 111, and a disc of at least 33 px
    assert blue > (55.5 * 111 + 3.1416 * 16.5**2) * per_px**2
    export_png(said, tmp_path / "map.png", options, 60)
    from PIL import Image

    with Image.open(tmp_path / "map.png") as png:
        counts = png.convert("RGB").getcolors(10_000_000) or []
    assert any(isinstance(color, tuple) and near((color[0], color[1], color[2]), RED) for _, color in counts)


def test_a_poster_with_pictures_is_pdf_a_3b(said: Document, tmp_path: Path) -> None:
    try:
        from pikepdf import pdfa
    except ImportError:
        pytest.skip("pikepdf with its PDF/A validator is not installed: pip install 'pikepdf[pdfa]'")
    clear = picture_asset(40, 40, (*RED, 128))
    document = changed(with_records(said, ("assets", clear)), {"items": {"c4": {"pictures": (clear.id,)}}})
    pdf, _ = poster_pdf(document, PosterOptions(paper="A3", aimed=True, blind_spots=True))
    file = tmp_path / "map.pdf"
    file.write_bytes(pdf)
    assert list(pdfa.validate_written(file, "3b").findings) == []
    assert poster_pdf(document, PosterOptions(paper="A3", aimed=True, blind_spots=True))[0] == pdf


def test_in_black_and_white_an_assumption_is_dashed_and_a_measured_card_is_not(said: Document) -> None:
    from model.draw.poster import compose_poster

    options = PosterOptions(paper="A3", orientation="landscape")
    pdf, _ = poster_pdf(said, options)
    made = compose_poster(said, 420, 297)
    per_px = made.px_to_mm * 8
    page = picture(pdf, per_mm=8)

    def changes(card_id: str) -> int:
        """How often the lower edge of a card goes from ground to line and back."""
        card = made.layout.cards[card_id]
        y = (made.map_y + card.bottom - 0.5) * per_px
        left, right = ((made.map_x + x) * per_px for x in (card.x + 20, card.right - 20))
        rows = [page.rows[int(y) + d][int(left) : int(right)] for d in (-1, 0, 1)]
        ink = [min(values) < 185 for values in zip(*rows, strict=True)]
        return sum(a != b for a, b in pairwise(ink))

    assert changes("c1") > 20
    assert changes("c4") == 0


def test_the_words_of_evidence_are_read_back(said: Document) -> None:
    pdf, _ = poster_pdf(said, PosterOptions(paper="A3", aimed=True, blind_spots=True, lang="en"))
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    for words in (
        "Evidence",
        "33 %",
        "67 %",
        "22 %",
        "moment of truth",
        "seen or heard",
        "aimed for",
        "Winkel + IT",
        "1/2",
    ):
        assert words in text
