"""Pictures, evidence and ways back on the canvas: painted by Qt as on paper, and room for them in the headers."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from model import pictures
from model.draw.displaylist import Op, Picture, Rect
from model.draw.theme import load_theme
from model.records import Asset
from said_maps import BLUE, BROKEN, RED, asset_of, picture_asset, said_map
from widgets.canvas import picture_store
from widgets.canvas.editor import MapEditor
from widgets.canvas.picture_store import forget_pictures, picture_image
from widgets.canvas.qt_painter import paint_ops
from widgets.look.decoding import decode

LIGHT = load_theme("light")


def paint(*ops: Op, zoom: float = 1.0, size: int = 200) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    try:
        paint_ops(painter, ops, LIGHT, zoom)
    finally:
        painter.end()
    return image


def near(image: QImage, x: int, y: int, wanted: tuple[int, ...], by: int = 8) -> bool:
    color = image.pixelColor(x, y)
    return all(abs(a - b) <= by for a, b in zip((color.red(), color.green(), color.blue()), wanted, strict=False))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_qt_paints_a_picture_where_it_stands(kind: str) -> None:
    image = paint(Picture(picture_asset(80, 40, RED, kind, corner=BLUE), 10, 20, 160, 80))
    assert near(image, 14, 24, RED)
    assert near(image, 165, 95, BLUE)
    assert near(image, 14, 95, RED)
    assert near(image, 8, 24, (255, 255, 255))
    assert near(image, 172, 95, (255, 255, 255))


def test_a_round_one_is_a_disc_with_the_middle_of_the_picture() -> None:
    image = paint(Picture(picture_asset(120, 40, RED, corner=BLUE), 20, 20, 80, 80, round=True))
    assert near(image, 22, 22, (255, 255, 255))
    assert near(image, 60, 30, RED)
    assert near(image, 70, 80, BLUE)


def test_what_is_clear_lets_the_ground_be_seen() -> None:
    clear = picture_asset(40, 40, (*RED, 255), "PNG", corner=(0, 0, 0, 0))
    image = paint(Rect(0, 0, 100, 100, "#00FF00"), Picture(clear, 0, 0, 100, 100))
    assert near(image, 10, 10, RED)
    assert near(image, 90, 90, (0, 255, 0))


def test_a_picture_that_cannot_be_read_is_a_quiet_field_with_a_sign() -> None:
    cut = asset_of(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "image/png", 40, 30)
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
    for asset in (
        asset_of(drawing, "image/png", 40, 30),
        BROKEN,
        cut,
        BROKEN.changed(base64="%%%"),
        asset_of(b"", "image/png", 4, 3),
    ):
        image = paint(Picture(asset, 10, 10, 80, 60))
        assert image.pixelColor(12, 12).name().upper() == LIGHT.color("surface.sunken")
        assert any(image.pixelColor(x, 40).lightness() < 160 for x in range(35, 66))


def test_a_picture_is_decoded_once_and_not_larger_than_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_pictures()
    read: list[str] = []
    original = pictures.picture_bytes

    def counted(asset: Asset) -> bytes:
        read.append(asset.id)
        return original(asset)

    monkeypatch.setattr(pictures, "picture_bytes", counted)
    asset = picture_asset(1600, 1200)
    for zoom in (0.3, 1.0, 4.0):
        paint(Picture(asset, 0, 0, 138, 104), zoom=zoom)
    paint(Picture(picture_asset(1600, 1200), 0, 0, 40, 30))  # another record of the same bytes
    assert read == [asset.id]
    largest = picture_image(asset, 10_000)
    small = picture_image(asset, 138)
    assert largest is not None
    assert small is not None
    assert largest.width() == picture_store.MOST_SIDE
    assert 138 <= small.width() < 2 * 138 + 2


def test_the_store_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_pictures()
    monkeypatch.setattr(picture_store, "_MOST_BYTES", 3_000_000)
    assets = [picture_asset(600, 400, (i, 90, 90)) for i in range(8)]
    for asset in assets:
        assert picture_image(asset, 600) is not None
    total = sum(image.sizeInBytes() for sizes in picture_store._images.values() for image in sizes)
    assert total <= 3_000_000 + 600 * 400 * 4 * 2
    assert assets[-1].id in picture_store._images
    assert assets[0].id not in picture_store._images


def test_a_picture_too_large_to_decode_is_not_decoded() -> None:
    forget_pictures()
    image = QImage(9000, 8000, QImage.Format.Format_Mono)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # bytes in the stub, but a str is what it takes
    asset = asset_of(bytes(buffer.data().data()), "image/png", 9000, 8000)
    assert base64.b64decode(asset.base64)[:4] == b"\x89PNG"
    assert picture_image(asset, 100) is None


def test_a_picture_larger_than_ours_is_decoded_beside_the_interface(
    qtbot: QtBot, open_map: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_pictures()
    where: list[str] = []
    original = picture_store._decoded

    def told(data: bytes) -> list[QImage]:
        where.append(threading.current_thread().name)
        return original(data)

    monkeypatch.setattr(picture_store, "_decoded", told)
    view = open_map(said_map()).editor.view
    painted: list[bool] = []
    monkeypatch.setattr(view, "paintEvent", lambda event: painted.append(True))
    qtbot.wait(50)
    asset = picture_asset(3000, 2000)
    with qtbot.waitSignal(picture_store.arrivals.arrived):
        assert picture_image(asset, 100) is None
        assert picture_image(asset, 100) is None  # asked for again, not begun again
        painted.clear()
    assert picture_image(asset, 100) is not None
    assert len(where) == 1
    assert where[0].startswith("pictures of the map")
    qtbot.waitUntil(lambda: bool(painted))


def test_a_gif_whose_screen_is_larger_than_its_frame_is_no_larger_than_asked() -> None:
    data = bytearray(base64.b64decode(picture_asset(40, 30, RED, "GIF").base64))
    data[8:10] = (55_551).to_bytes(2, "little")
    image = decode(bytes(data), 800)
    assert max(image.width(), image.height()) <= 800


@pytest.fixture
def said(open_map: Callable[..., Any]) -> MapEditor:
    return opened(open_map)


def opened(open_map: Callable[..., Any]) -> MapEditor:
    editor: MapEditor = open_map(said_map()).editor
    editor.actual_size()
    return editor


def test_the_headers_have_room_for_the_way_back_and_the_evidence(said: MapEditor) -> None:
    layout = said.stage.layout
    bar = said.bar("phases")
    assert bar.height() == round(layout.header_height)
    assert layout.header_height == 18 + layout.phase_height + 16 + 24
    picture = bar.grab().toImage()
    ratio = picture.devicePixelRatio()

    def at(x: float, y: float) -> QColor:
        return picture.pixelColor(round((x - layout.header_width) * ratio), round(y * ratio))

    box = layout.evidence["p0"]
    dark = QColor(LIGHT.color("ink.2")).lightness()
    assert abs(at(box.x + box.bar_x + 5, box.y + 8).lightness() - dark) < 12
    (way,) = layout.loops
    assert at((way.start * 3 + way.end) / 4, way.level).lightness() < 140
    phase = layout.phases["p0"]
    assert at(phase.x + 200, phase.y + 6).name().upper() == LIGHT.color("phase.fill")


def test_a_point_below_the_evidence_is_a_step_and_one_above_it_a_phase(said: MapEditor) -> None:
    from PySide6.QtCore import QPointF

    layout, bar = said.stage.layout, said.bar("phases")
    assert bar.table_at(QPointF(120, layout.step_top - 1)) == "phases"
    assert bar.table_at(QPointF(120, layout.step_top + 1)) == "steps"
    assert layout.phase_header_at(120, layout.phase_top + 5) is layout.phases["p0"]
    assert layout.phase_header_at(120, 5) is None


def test_the_corner_names_the_row(open_map: Callable[..., Any]) -> None:
    editors = [opened(open_map) for _ in range(2)]
    editors[1].stage.set_options(evidence=False)
    named, bare = (editor.grab().toImage() for editor in editors)
    top = round(editors[0].stage.layout.step_top - 16)
    inked = [
        sum(picture.pixelColor(x, y).lightness() < 140 for x in range(8, 60) for y in range(top + 2, top + 14))
        for picture in (named, bare)
    ]
    assert inked[0] > 20
    assert inked[1] == 0


def test_switching_evidence_moves_the_map_and_comes_back(said: MapEditor) -> None:
    before = said.stage.layout.header_height
    said.stage.set_options(evidence=False)
    assert said.stage.layout.header_height == before - 16
    assert said.bar("phases").height() == round(before - 16)
    assert said.view.sceneRect().top() == before - 16
    said.stage.set_options(evidence=None)
    assert said.bar("phases").height() == round(before)


def test_the_star_of_a_moment_of_truth_is_inside_what_the_item_paints(said: MapEditor) -> None:
    item: Any = said.stage.scene.cards["c2"]
    assert item.boundingRect().top() <= -8
    box = item.box
    port = said.view.viewport().grab().toImage()
    spot = said.view.mapFromScene(box.right - 15, box.y - 5)
    assert port.pixelColor(spot).lightness() < 90
