"""The name of a lane that is higher than the window stays in sight while one scrolls through the lane."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from maps import Builder
from model.newmap import new_map
from panel_room import Room


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    builder = Builder(new_map("High", "en", ("One", "Two")))
    for number in range(40):
        builder.card("touchpoint", f"Contact {number}", 0)
    made = Room(qtbot, builder.document)
    made.editor.set_zoom(1.0)
    made.settle()
    yield made
    made.close()


def scroll_to(room: Room, y: float) -> QImage:
    """The bar of the lanes with ``y`` px of the map at its top."""
    bar = room.editor._lane_bar
    scrolled = room.editor.view.verticalScrollBar()
    for _ in range(4):  # where a scroll bar's 0 is depends on the margins
        scrolled.setValue(scrolled.value() + round(y * room.editor.zoom + bar.origin().y()))
        room.settle()
    return bar.grab().toImage()


def inked(image: QImage, top: int, bottom: int) -> bool:
    """Whether something is drawn in these rows, left of the lines between phases."""
    ratio = image.devicePixelRatio()
    rows = range(round(top * ratio), round(bottom * ratio))
    colours = {image.pixel(x, y) for y in rows for x in range(round(4 * ratio), round(90 * ratio))}
    return len(colours) > 2


def test_the_name_stays_and_goes_with_the_end_of_its_lane(room: Room) -> None:
    layout = room.editor.stage.layout
    lane = next(box for box in layout.lanes.values() if box.kind == "touchpoints")
    assert lane.h > 900
    assert inked(scroll_to(room, lane.y), 4, 40)
    assert inked(scroll_to(room, lane.y + 400), 4, 40), "in the middle of the lane its name stands at the top"
    assert room.editor._lane_bar._below_top(lane) == pytest.approx(400, abs=1)
    assert not inked(scroll_to(room, lane.y + 400), 80, 300)
    scroll_to(room, lane.bottom - 20)
    moved = room.editor._lane_bar._below_top(lane)
    assert moved + max(line.y for line in lane.lines) < lane.h, "it never leaves its lane"


def test_the_scale_of_feelings_stands_where_the_curve_is(room: Room) -> None:
    layout = room.editor.stage.layout
    emotion = next(box for box in layout.lanes.values() if box.kind == "emotion")
    scroll_to(room, emotion.y + 30)
    assert room.editor._lane_bar._below_top(emotion) == 0
