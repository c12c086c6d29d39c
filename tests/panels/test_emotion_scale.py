"""The scale of feelings: chosen on the page of the map or of the emotion lane, seen wherever a score is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands.grid import set_fields
from model.scale import SCALES
from panel_room import Room
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_frame import FramePage
from widgets.panels.inspector_map import MapPage
from widgets.panels.outline_rows import CardRow, spoken_row


@pytest.fixture
def map_page(room: Room) -> MapPage:
    room.selection.clear()
    QApplication.processEvents()
    page = room.inspector.page
    assert isinstance(page, MapPage)
    return page


def test_the_page_of_the_map_chooses_it_by_a_click_and_undo_takes_it_back(room: Room, map_page: MapPage) -> None:
    assert map_page.scale.value() == "signed"
    with room.one_step():
        room.click(map_page.scale.button("five"))
    assert room.document.info.emotion_scale == "five"
    room.bridge.undo()
    QApplication.processEvents()
    assert map_page.scale.value() == "signed"


def test_it_is_chosen_by_the_keyboard_too(room: Room, map_page: MapPage) -> None:
    button = map_page.scale.button("signed")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    chosen = QApplication.focusWidget()
    assert chosen is map_page.scale.button("five")
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    assert room.document.info.emotion_scale == "five"


def test_the_emotion_lane_has_it_and_other_lanes_do_not(room: Room) -> None:
    lanes = {lane.kind: lane.id for lane in room.document.lanes}
    room.selection.choose("lane", [lanes["touchpoints"]])
    QApplication.processEvents()
    page = room.inspector.page
    assert isinstance(page, FramePage) and not page.scale_row.isVisible()
    room.selection.choose("lane", [lanes["emotion"]])
    QApplication.processEvents()
    assert page.scale_row.isVisible()
    with room.one_step():
        room.click(page.scale.button("faces"))
    assert room.document.info.emotion_scale == "faces"


@pytest.mark.parametrize(("scale", "said"), [("signed", "+1 good"), ("five", "4 good"), ("faces", "good")])
def test_the_faces_of_a_touchpoint_say_it_in_the_map_s_scale(room: Room, scale: str, said: str) -> None:
    room.choose("Zoekt")
    page = room.inspector.page
    assert isinstance(page, CardPage)
    room.bridge.run(set_fields, "map", "map", emotion_scale=scale)
    QApplication.processEvents()
    faces = page.faces_of(room.document.personas[0].id)
    chosen = next(button for button in faces.buttons() if button.isChecked())
    assert said in chosen.accessibleName()
    QTest.keyClick(chosen, Qt.Key.Key_5)
    assert room.document.emotions[room.card("Zoekt").id, room.document.personas[0].id].score == 2, "stored as ever"


def test_the_outline_says_it_in_the_map_s_scale(room: Room) -> None:
    row = CardRow(room.card("Zoekt").id, "N1", "Zoekt", "world", ((0, 1),))
    assert [spoken_row(row, scale).rpartition("feeling ")[2] for scale in SCALES] == ["+1", "4", "good"]
