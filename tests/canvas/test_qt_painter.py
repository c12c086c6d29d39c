"""The Qt painter draws what a display list says, where it says it, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from model.draw.card_painter import card_ops
from model.draw.displaylist import Clip, Group, Icon, Op, Path, Rect, Text, ellipse, polyline
from model.draw.theme import load_theme
from model.layout.boxes import CardKey
from model.layout.cards import card_body
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextStyle
from widgets.canvas import qt_painter
from widgets.canvas.cache import IdentityCache
from widgets.canvas.qt_painter import glyph_runs, paint_ops, raw_font

STYLE = TextStyle(14, 17)
LIGHT, DARK = load_theme("light"), load_theme("dark")


def paint(
    ops: Sequence[Op], zoom: float = 1.0, *, theme: str = "light", paper: bool = False, size: int = 200
) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    try:
        paint_ops(painter, ops, load_theme("dark" if theme == "dark" else "light"), zoom, paper=paper)
    finally:
        painter.end()
    return image


def color(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def ink(image: QImage) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) of everything that is not white."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride = bytes(gray.constBits()), gray.bytesPerLine()
    rows = [data[y * stride : y * stride + gray.width()] for y in range(gray.height())]
    inked = [y for y, row in enumerate(rows) if min(row) < 200]
    xs = [x for y in inked for x, value in enumerate(rows[y]) if value < 200]
    return min(xs), inked[0], max(xs), inked[-1]


def test_a_rectangle_in_the_colour_of_the_theme() -> None:
    ops = (Rect(10, 20, 30, 40, "note.pain.fill"),)
    assert color(paint(ops), 20, 30) == LIGHT.color("note.pain.fill")
    assert color(paint(ops, theme="dark"), 20, 30) == DARK.color("note.pain.fill")
    assert color(paint(ops), 9, 30) == "#FFFFFF"
    assert color(paint(ops), 40, 30) == "#FFFFFF"


def test_literal_colours_with_alpha_last() -> None:
    assert color(paint((Rect(0, 0, 9, 9, "#FF000080"),)), 4, 4) == "#FF7F7F"


def test_a_stroke_is_centred_on_its_outline() -> None:
    image = paint((Rect(20, 20, 60, 60, None, "#000000", 4),))
    assert color(image, 19, 50) == "#000000"
    assert color(image, 21, 50) == "#000000"
    assert color(image, 17, 50) == "#FFFFFF"
    assert color(image, 23, 50) == "#FFFFFF"


def test_dashes_are_in_px_whatever_the_width() -> None:
    image = paint((Path(polyline([(10, 50), (110, 50)]), None, "#000000", 4, (10, 10)),))
    row = [color(image, x, 50) == "#000000" for x in range(10, 110)]
    assert row[1:9] == [True] * 8
    assert row[11:19] == [False] * 8
    assert row[21:29] == [True] * 8


def test_groups_move_nest_and_fade() -> None:
    inner = Group((Rect(0, 0, 10, 10, "#000000"),), 5, 5)
    image = paint((Group((inner,), 20, 30, opacity=0.5),))
    assert 120 <= QColor(color(image, 30, 40)).red() <= 135
    assert color(image, 24, 40) == "#FFFFFF"
    after = paint((Group((inner,), 20, 30, opacity=0.5), Rect(100, 100, 10, 10, "#000000")))
    assert color(after, 105, 105) == "#000000", "what follows is not faded"


def test_the_zoom_chooses_the_groups_and_paper_its_own() -> None:
    ops = (
        Group((Rect(0, 0, 10, 10, "#FF0000"),), max_zoom=0.5, paper=False),
        Group((Rect(0, 0, 10, 10, "#00FF00"),), min_zoom=0.5, max_zoom=2.0),
        Group((Rect(0, 0, 10, 10, "#0000FF"),), min_zoom=2.0, paper=False),
    )
    assert color(paint(ops, 0.49), 2, 2) == "#FF0000"
    assert color(paint(ops, 0.5), 2, 2) == "#00FF00"
    assert color(paint(ops, 2.0), 2, 2) == "#0000FF"
    assert color(paint(ops, 0.2, paper=True), 0, 0) == "#00FF00"


def test_a_clip_hides_what_is_outside_and_ends() -> None:
    image = paint((Clip(10, 10, 20, 20, (Rect(0, 0, 100, 100, "#000000"),)), Rect(50, 50, 10, 10, "#FF0000")))
    assert color(image, 15, 15) == "#000000"
    assert color(image, 40, 40) == "#FFFFFF"
    assert color(image, 55, 55) == "#FF0000"


def test_a_hole_stays_open() -> None:
    ring = ellipse(50, 50, 40) + ellipse(50, 50, 20)
    assert color(paint((Path(ring, "#000000", even_odd=True),)), 50, 50) == "#FFFFFF"
    assert color(paint((Path(ring, "#000000"),)), 50, 50) == "#000000"


@pytest.mark.parametrize("zoom", [0.5, 0.77, 1.0, 1.5, 2.0])
def test_text_stands_where_the_layout_put_it_at_any_zoom(zoom: float) -> None:
    line = shape_line("Hillegom", STYLE)
    left, top, right, bottom = ink(paint((Text(10, 40, line, "#000000"),), zoom, size=260))
    glyph = line.runs[0]
    last = glyph.xs[-1] + glyph.advances[-1]
    assert abs(left / zoom - 10) < 2.5
    assert abs((right + 1) / zoom - (10 + last)) < 2.5
    assert (bottom + 1) / zoom <= 40 + 5
    assert top / zoom > 40 - 14


@pytest.mark.parametrize("text", ["Zażółć", "Ωμέγα", "איפה", "مرحبا", "😀", "→ ★", "x²"])
def test_no_text_is_drawn_as_nothing(text: str) -> None:
    (line,) = layout_text(text, STYLE, 180)
    left, _, right, _ = ink(paint((Text(10, 40, line, "#000000"),)))
    assert right - left > line.width / 2


def test_an_icon_has_its_size_and_place() -> None:
    left, top, right, bottom = ink(paint((Icon("building-store", 40, 60, 48, "#000000"),)))
    assert left >= 40
    assert top >= 60
    assert right < 88
    assert bottom < 108
    assert right - left > 30


def test_what_does_not_exist_is_said() -> None:
    with pytest.raises(KeyError):
        paint((Rect(0, 0, 1, 1, "note.nothing.fill"),))
    with pytest.raises(KeyError):
        paint((Icon("no-such-icon", 0, 0, 10, "#000000"),))


def test_fonts_and_runs_are_made_once() -> None:
    line = shape_line("once", STYLE)
    assert glyph_runs(line) is glyph_runs(line)
    first, second = glyph_runs(line)[0], glyph_runs(shape_line("twice", STYLE))[0]
    assert first.rawFont() == second.rawFont()
    assert raw_font("atkinson-400", 14.0) is raw_font("atkinson-400", 14.0)


def test_the_painter_is_left_as_it_was() -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setOpacity(0.5)
    painter.translate(3, 4)
    before = painter.transform()
    paint_ops(painter, (Group((Rect(0, 0, 5, 5, "#000000", "#FF0000"),), 1, 1, opacity=0.2),), LIGHT, 1.0)
    assert painter.transform() == before
    assert painter.opacity() == 0.5
    painter.end()


def test_a_card_looks_the_same_without_the_hidden_part_of_its_shadow() -> None:
    key = CardKey("touchpoint", 1, "A card with a shadow", 148.0, "en", "en", "phone", (), None, (), (), ())
    body = card_body(key)
    ops = card_ops(body)
    whole: list[Op] = []
    for op in ops:  # each alone: nothing is known to cover it
        whole.append(Group((op,)))
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    other = QImage(200, 120, QImage.Format.Format_RGB32)
    for target, parts in ((image, [ops]), (other, [(group,) for group in whole])):
        target.fill(Qt.GlobalColor.white)
        painter = QPainter(target)
        painter.translate(20, 20)
        for part in parts:
            paint_ops(painter, part, LIGHT, 1.0)
        painter.end()
    pixels = zip(bytes(image.constBits()), bytes(other.constBits()), strict=True)
    assert max(abs(a - b) for a, b in pixels) < 12


def test_the_store_finds_by_identity_and_is_bounded() -> None:
    store: IdentityCache[tuple[int, ...], str] = IdentityCache(10)
    one, same = (1, 2, 3), tuple(range(1, 4))
    store.put(one, "one")
    assert store.get(one) == "one"
    assert store.get(same) is None
    keys = [(n,) for n in range(100)]
    for key in keys:
        store.put(key, "x")
        assert store.get(one) == "one", "what is used stays"
    assert len(store) <= 20


def test_forgetting_changes_nothing_that_is_seen() -> None:
    ops = (Rect(0, 0, 9, 9, "note.pain.fill"),)
    before = paint(ops)
    qt_painter.forget()
    assert paint(ops) == before
