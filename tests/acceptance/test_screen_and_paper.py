"""The poster is the canvas: the same lines, ended at the same place, whether Qt paints them or PDFium the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from model.document import Document
from model.draw.displaylist import Op, Text
from model.draw.poster import Poster, compose_poster
from model.draw.theme import load_theme
from model.export.papers import paper
from model.export.pdf import PosterOptions, render
from model.files.native import load
from model.i18n import speaking
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.session import Session
from model.templates import example_path
from posters import HandMade, Picture, picture, placed_texts, without_texts
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.canvas.qt_painter import glyph_runs, paint_ops
from widgets.selection import Selection

MM = 0.5
"""How far two ends of a line may be apart on A1."""
FIELDS = ("goal", "time", "cause", "owner", "actions", "feelings", "links")
"""What notes say below their text, in a second round."""
PER_MM = 6.0
PALE = 40
"""A pixel that differs by less between with and without text is no ink of the text."""


@cache
def example() -> Document:
    return load(example_path("nl")).document


@cache
def poster(fields: tuple[str, ...] = ()) -> Poster:
    return compose_poster(example(), *reversed(paper("A1")), lang="nl", show=LayoutOptions(fields=fields))


def on_screen(ops: Sequence[Op], made: Poster) -> Picture:
    """What Qt paints, in grey, ``PER_MM`` pixels to the mm of the poster."""
    scale = made.px_to_mm * PER_MM
    image = QImage(int(made.width_px * scale), int(made.height_px * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_ops(painter, ops, load_theme("poster"), 1.0, paper=True)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride = bytes(grey.constBits()), grey.bytesPerLine()
    return Picture(tuple(data[y * stride : y * stride + grey.width()] for y in range(grey.height())))


def on_paper(ops: Sequence[Op], made: Poster) -> Picture:
    """What PDFium paints of the PDF, at the same scale."""
    bare = HandMade(tuple(ops), made.width_px, made.height_px, made.px_to_mm)
    pdf, _ = render(example(), bare, PosterOptions())
    return picture(pdf, per_mm=PER_MM)


def ends(with_text: Picture, without: Picture, box: tuple[int, int, int, int]) -> tuple[int, int] | None:
    """The first and the last column of ``box`` with ink of text in it."""
    mine, bare = with_text.cut(*box), without.cut(*box)
    columns = [
        x for x in range(mine.width) if any(abs(a[x] - b[x]) > PALE for a, b in zip(mine.rows, bare.rows, strict=True))
    ]
    return (columns[0], columns[-1]) if columns else None


@pytest.mark.parametrize("fields", [(), FIELDS])
def test_every_line_ends_at_the_same_place(qtbot: QtBot, fields: tuple[str, ...]) -> None:
    """Ink against ink: each line's first and last column, Qt's and PDFium's, within half a millimetre on A1."""
    made = poster(fields)
    bare = without_texts(made.ops)
    screen, screen_bare = on_screen(made.ops, made), on_screen(bare, made)
    sheet, sheet_bare = on_paper(made.ops, made), on_paper(bare, made)
    k = made.px_to_mm * PER_MM
    beside = int(0.8 * PER_MM)  # more than may differ, and less than to the next word in the foot of a note
    apart: list[float] = []
    for text, x, y in placed_texts(made.ops):
        if not text.line.text.strip():
            continue
        size = max(run.size for run in text.line.runs)
        box = (
            int(x * k) - beside,
            int((y - 0.72 * size) * k),
            int(text.line.width * k) + 2 * beside,
            int(0.7 * size * k),
        )
        qt, pdf = ends(screen, screen_bare, box), ends(sheet, sheet_bare, box)
        assert qt is not None, f"Qt paints nothing of {text.line.text!r}"
        assert pdf is not None, f"the PDF shows nothing of {text.line.text!r}"
        far = max(abs(a - b) for a, b in zip(qt, pdf, strict=True)) / PER_MM
        assert far <= MM, (text.line.text, qt, pdf)
        apart.append(far)
    assert len(apart) > 250
    assert sum(apart) / len(apart) < MM / 4


def test_qt_ends_each_line_where_the_layout_does(qtbot: QtBot) -> None:
    """By Qt's own advances of the very glyph runs that are drawn: lines are broken by the measure that paints."""
    made = poster()
    lines = 0
    for text, _, _ in placed_texts(made.ops):
        runs = glyph_runs(text.line)
        if not runs:
            continue
        end = 0.0
        for run in runs:
            advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
            end = max(end, *(at.x() + step.x() for at, step in zip(run.positions(), advances, strict=True)))
        assert end * made.px_to_mm == pytest.approx(text.line.width * made.px_to_mm, abs=MM), text.line.text
        lines += 1
    assert lines > 250


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0, 2.4, 3.0, 4.0])
def test_text_is_painted_at_every_zoom_and_on_every_screen(qtbot: QtBot, zoom: float, ratio: float) -> None:
    """Letters of every size, up to 400 % on a screen of double density: each leaves ink, always as wide."""
    styles: dict[tuple[str, float], Text] = {}
    for text, _, _ in placed_texts(poster().ops):
        for run in text.line.runs:
            if "".join(run.clusters).strip():
                styles.setdefault((run.font, run.size), text)
    assert len(styles) > 6
    for (font, size), text in styles.items():
        wide, high = int((text.line.width + 40) * zoom * ratio), int(3 * size * zoom * ratio)
        image = QImage(wide, high, QImage.Format.Format_Grayscale8)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(zoom, zoom)
        paint_ops(painter, (replace(text, x=20.0, y=2 * size, color="#000000"),), load_theme("poster"), zoom)
        painter.end()
        data, stride = bytes(image.constBits()), image.bytesPerLine()
        rows = [data[y * stride : y * stride + wide] for y in range(high)]
        columns = [x for x in range(wide) if min(row[x] for row in rows) < 200]
        assert columns, f"nothing is seen of {text.line.text!r} in {font} at {size * zoom * ratio:.0f} px"
        width = (columns[-1] - columns[0]) / zoom / ratio
        assert text.line.width - size <= width <= text.line.width + size / 4


@pytest.mark.parametrize("fields", [(), FIELDS])
def test_the_canvas_breaks_as_the_poster_does(qtbot: QtBot, fields: tuple[str, ...]) -> None:
    """The lines of every card, header and lane in the open editor are those of the poster, glyph by glyph."""
    with speaking("nl"):
        bridge = SessionBridge(Session(example(), saved=True))
        editor = MapEditor(bridge, Selection(bridge))
        qtbot.addWidget(editor)
        try:
            editor.stage.set_view(fields=fields)
            canvas, paper_layout = editor.stage.layout, poster(fields).layout
            assert any(card.body.said for card in canvas.cards.values()) == bool(fields)
            assert canvas.cards.keys() == paper_layout.cards.keys()
            for card_id, card in canvas.cards.items():
                printed = paper_layout.cards[card_id]
                assert card.body.lines == printed.body.lines, card_id
                assert card.body.said == printed.body.said, card_id
                assert (card.x, card.w, card.h) == (printed.x, printed.w, printed.h)
            for phase_id, phase in canvas.phases.items():
                assert phase.lines == paper_layout.phases[phase_id].lines
                assert (phase.x, phase.w) == (paper_layout.phases[phase_id].x, paper_layout.phases[phase_id].w)
            for lane_id, lane in canvas.lanes.items():
                assert lane.lines == paper_layout.lanes[lane_id].lines
        finally:
            editor.close_editor()
            bridge.close()


def test_the_targets_of_an_attached_card_are_printed(qtbot: QtBot) -> None:
    """“bij N28” is on the paper for each attached card, in the language of the map."""
    layout = lay_out(example(), LayoutOptions(language="nl"))
    printed = [text.line.text for text, _, _ in placed_texts(poster().ops)]
    document = example()
    hanging = [item for item in document.placed if item.id in document.targets]
    assert len(hanging) > 20
    for item in hanging:
        words = " ".join(line.line.text for line in layout.cards[item.id].body.foot.targets)
        assert words == "bij " + ", ".join(f"N{target.number}" for target in document.targets[item.id])
        assert all(line.line.text in printed for line in layout.cards[item.id].body.foot.targets)
