"""Logo and accent colour on the page of the map: chosen, dropped, typed, taken away, undone; by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from model.draw.house import BadColour, accent_from
from panel_room import Room
from widgets.controls.color_picker import PHASE_SWATCHES
from widgets.panels.house_group import HouseGroup, palette_colors
from widgets.panels.inspector_map import MapPage


@pytest.fixture
def house(room: Room) -> HouseGroup:
    room.selection.clear()
    room.settle()
    page = room.inspector.page
    assert isinstance(page, MapPage)
    return page.house


def picture(folder: Path, name: str = "logo.png") -> Path:
    path = folder / name
    Image.new("RGB", (90, 30), (227, 6, 19)).save(path)
    return path


def test_a_logo_is_chosen_by_the_keyboard_shown_whole_and_taken_away(
    room: Room, house: HouseGroup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = picture(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(path)], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(path), ""))
    assert house.logo.disc.accessibleName() == "Logo" and house.logo.remove.isHidden()
    house.logo.add.setFocus()
    with room.one_step() as step:
        room.key(Qt.Key.Key_Space)
        room.qtbot.waitUntil(lambda: not house.logo.reader.busy)
        room.settle()
    assert step.tables == {"map", "assets"}
    logo = room.document.info.logo
    assert logo in room.document.asset_table and house.logo.disc.asset is not None
    seen = house.logo.disc.grab().toImage()
    middle, above = seen.pixelColor(52, 26), seen.pixelColor(52, 6)
    assert middle.red() > 200 and middle.green() < 40, "the logo"
    assert above.name() == "#ffffff", "it is wider than high, and shown whole on white"
    house.logo.remove.setFocus()
    with room.one_step():
        room.key(Qt.Key.Key_Space)
    assert room.document.info.logo is None and not room.document.asset_table, "a picture that nothing shows goes"
    room.bridge.undo()
    room.settle()
    assert room.document.info.logo == logo and house.logo.disc.asset is not None


def test_a_logo_is_dropped_on_its_field(room: Room, house: HouseGroup, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path)))])
    at = house.logo.rect().center()
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with room.one_step():
        entered = QDragEnterEvent(at, *keys)
        QApplication.sendEvent(house.logo, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(house.logo, QDropEvent(QPointF(at), *keys))
        room.qtbot.waitUntil(lambda: not house.logo.reader.busy)
        room.settle()
    assert room.document.info.logo is not None


def test_what_is_no_picture_is_refused_in_one_sentence(
    room: Room, house: HouseGroup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "logo.png"
    bad.write_text("<svg/>")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(bad)], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(bad), ""))
    with room.no_step():
        room.click(house.logo.add)
        room.qtbot.waitUntil(lambda: not house.logo.reader.busy)
        room.settle()
    assert house.logo.error.isVisible() and house.logo.error.text().count(".") >= 1
    assert house.logo.add.accessibleDescription() == house.logo.error.text()


def test_a_colour_of_the_palette_and_back_to_the_usual(room: Room, house: HouseGroup) -> None:
    place = 3
    with room.one_step():
        house.color.picker().taken(place)
    assert room.document.info.accent == palette_colors()[place]
    assert house.color.words == PHASE_SWATCHES[place].title
    assert house.own.text() == palette_colors()[place]
    with room.one_step():
        house.color.color_chosen.emit(None)
    assert room.document.info.accent == "" and house.own.text() == ""
    with room.no_step():
        house.color.color_chosen.emit(None)


def test_a_colour_of_its_own_is_typed(room: Room, house: HouseGroup) -> None:
    room.retype(house.own, " e30613 ")
    with room.one_step():
        room.key(Qt.Key.Key_Return)
    assert room.document.info.accent == "#E30613"
    assert house.own.text() == "#E30613" and house.color.words == "#E30613"
    assert house.color.accessibleName() == "Accent colour: #E30613"
    room.retype(house.own, "rood")
    with room.no_step():
        room.key(Qt.Key.Key_Return)
    assert "rood" in house.own_row.error() and "#1F5FD0" in house.own_row.error()
    assert house.own.text() == "rood", "what was typed stays, to be mended"
    room.retype(house.own, "")
    with room.one_step():
        room.key(Qt.Key.Key_Return)
    assert room.document.info.accent == "" and house.own_row.error() == ""


@pytest.mark.parametrize(
    ("text", "color"),
    [("#E30613", "#E30613"), ("e30613", "#E30613"), ("#0af", "#00AAFF"), ("  #0AF ", "#00AAFF"), ("", ""), ("  ", "")],
)
def test_colours_are_read_as_people_write_them(text: str, color: str) -> None:
    assert accent_from(text) == color


@pytest.mark.parametrize("text", ["red", "#12", "#12345", "#1234567", "##12345", "#12345g", "１２３４５６", "x" * 500])
def test_what_is_no_colour_is_refused_shortly(text: str) -> None:
    with pytest.raises(BadColour) as caught:
        accent_from(text)
    assert len(str(caught.value)) < 160
