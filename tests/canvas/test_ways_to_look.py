"""Zoom by wheel, pinch, keys, to a phase and to what is chosen; headers that stay; what is drawn from how far away."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from model.commands.cards import add_cards
from model.commands.places import Cell
from model.newmap import new_map
from widgets.selection import emotion_key

Hand = Any
Key = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def spot(hand: Hand, at: QPoint) -> QPointF:
    """What of the map stands at a place of the window; the headers grow with the zoom, so the view moves in it."""
    point: QPointF = hand.view.to_map(QPointF(in_view(hand, at)))
    return point


def in_view(hand: Hand, at: QPoint) -> QPoint:
    place: QPoint = hand.port.mapFrom(hand.editor, at)
    return place


def near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < 3


def wheel(hand: Hand, at: QPoint, delta: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    event = QWheelEvent(
        QPointF(in_view(hand, at)),
        QPointF(hand.editor.mapToGlobal(at)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.port, event)


@pytest.fixture
def wide(open_map: Any) -> Hand:
    """A map larger than the window, looked at in its middle."""
    hand = open_map(new_map("Wide", "en", tuple(f"Phase {n}" for n in range(1, 10))), (800, 500))
    hand.editor.set_zoom(2.0)
    for bar in (hand.view.horizontalScrollBar(), hand.view.verticalScrollBar()):
        assert bar.maximum() > bar.minimum() + 200
        bar.setValue((bar.minimum() + bar.maximum()) // 2)
    return hand


def test_the_wheel_zooms_about_the_pointer(wide: Hand) -> None:
    at = QPoint(300, 200)
    kept = spot(wide, at)
    wheel(wide, at, 120)
    assert wide.editor.zoom == pytest.approx(2.4)
    assert near(spot(wide, at), kept)
    wheel(wide, at, -240)
    assert wide.editor.zoom == pytest.approx(2.0 / 1.2)


def test_the_wheel_alone_moves_the_map(wide: Hand) -> None:
    before = wide.view.verticalScrollBar().value()
    wheel(wide, QPoint(300, 200), -120, NO)
    assert wide.view.verticalScrollBar().value() > before
    assert wide.editor.zoom == 2.0


def test_a_pinch_on_a_touchpad_zooms_about_the_fingers(wide: Hand) -> None:
    """Wayland, macOS and Windows tell of it so."""
    at = QPoint(300, 200)
    kept = spot(wide, at)
    device = QPointingDevice.primaryPointingDevice()
    for value in (0.1, 0.1):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            device,
            2,
            QPointF(in_view(wide, at)),
            QPointF(in_view(wide, at)),
            QPointF(wide.editor.mapToGlobal(at)),
            value,
            QPointF(),
        )
        QApplication.sendEvent(wide.port, event)
    assert wide.editor.zoom == pytest.approx(2.0 * 1.21)
    assert near(spot(wide, at), kept)
    assert wide.view.scaling, "the picture is scaled until the fingers rest"


def test_a_pinch_on_a_touch_screen_zooms_about_its_middle(wide: Hand) -> None:
    at = QPoint(260, 180)
    kept = spot(wide, at)
    pinch = QPinchGesture()
    pinch.setScaleFactor(0.5)
    pinch.setHotSpot(QPointF(wide.editor.mapToGlobal(at)))
    QApplication.sendEvent(wide.port, QGestureEvent([pinch]))
    assert wide.editor.zoom == pytest.approx(1.0)
    assert abs(spot(wide, at).x() - kept.x()) < 3


def test_keys_zoom_and_fit(hand: Hand) -> None:
    hand.editor.actual_size()
    hand.key(Key.Key_Plus, CTRL)
    assert hand.editor.zoom == pytest.approx(1.2)
    hand.key(Key.Key_Minus, CTRL)
    assert hand.editor.zoom == pytest.approx(1.0)
    hand.key(Key.Key_0, CTRL)
    assert hand.view.fitted
    hand.key(Key.Key_1, CTRL)
    assert hand.editor.zoom == 1.0


def test_a_phase_is_shown_by_itself(hand: Hand) -> None:
    layout = hand.editor.stage.layout
    two = hand.document.phases[1]
    hand.editor.set_zoom(0.4)
    hand.editor.selection.choose("phase", [two.id])
    hand.editor.zoom_to_phase()
    assert hand.editor.zoom == 1.5
    seen, box = hand.view.shown_area(), layout.phases[two.id]
    assert seen.left() <= box.x
    assert seen.right() >= box.right
    assert seen.top() == pytest.approx(layout.header_height, abs=2), "from its first lane on"
    hand.editor.resize(260, 500)
    hand.editor.zoom_to_phase()
    seen = hand.view.shown_area()
    assert seen.width() >= box.w, "a narrow window shows it whole"


def test_without_a_choice_it_is_the_phase_in_the_middle(wide: Hand) -> None:
    middle = wide.editor.stage.layout.step_at(wide.view.shown_area().center().x())
    wide.editor.zoom_to_phase()
    box = wide.editor.stage.layout.phases[middle.phase_id]
    assert wide.editor.zoom == 1.5
    assert wide.view.shown_area().center().x() == pytest.approx(box.x + box.w / 2, abs=3)


@pytest.mark.parametrize("kind", ["cards", "phase", "lane", "emotion"])
def test_what_is_chosen_is_shown_whole(hand: Hand, kind: str) -> None:
    document, selection = hand.document, hand.editor.selection
    ids = {
        "cards": [hand.find("A"), hand.find("C")],
        "phase": [document.phases[2].id],
        "lane": [document.lanes[0].id],
        "emotion": [emotion_key(hand.find("A"), document.personas[0].id)],
    }
    hand.editor.set_zoom(4.0)
    selection.choose(kind, ids[kind])
    hand.editor.zoom_to_selection()
    area = hand.editor.chosen_area()
    assert not area.isNull()
    assert hand.view.shown_area().adjusted(-1, -1, 1, 1).contains(area)
    assert hand.editor.zoom <= 1.0


# -- headers ----------------------------------------------------------------------------------------------------------


def test_headers_stay_while_the_map_scrolls(wide: Hand) -> None:
    phases, lanes = wide.editor.bar("phases"), wide.editor.bar("lanes")
    places = phases.geometry(), lanes.geometry()
    before = phases.grab().toImage(), lanes.grab().toImage()
    wide.view.scroll_by(80, 40)
    assert (phases.geometry(), lanes.geometry()) == places
    assert phases.grab().toImage() != before[0], "the phases go along sideways"
    assert lanes.grab().toImage() != before[1], "the lanes up and down"
    layout = wide.editor.stage.layout
    step = layout.phases[wide.document.phases[1].id]
    on_map = wide.view.viewportTransform().map(QPointF(step.x, 0)).x()
    in_bar = phases.origin().x() + step.x * wide.editor.zoom
    assert on_map == pytest.approx(in_bar, abs=1), "a header stands over its column"


# -- how much is drawn ------------------------------------------------------------------------------------------------


def pictures(hand: Hand, zooms: tuple[float, ...]) -> list[QImage]:
    """A card from different distances, each scaled to one size."""
    found = []
    for zoom in zooms:
        hand.editor.set_zoom(zoom)
        box = hand.editor.stage.layout.cards[hand.find("A long text of several words")]
        area = hand.view.viewportTransform().mapRect(
            hand.editor.stage.scene.cards[box.id].mapRectToScene(0, 0, box.w, box.h)
        )
        found.append(hand.port.grab(area.toAlignedRect()).toImage())
    return found


def dark_parts(image: QImage) -> float:
    """The share of px that are as dark as ink."""
    dark = sum(
        image.pixelColor(x, y).lightness() < 110
        for x in range(4, image.width() - 4)
        for y in range(4, image.height() - 4)
    )
    return dark / max(1, (image.width() - 8) * (image.height() - 8))


def test_three_levels_of_detail(hand: Hand) -> None:
    """Text from 0.5 on, lines of grey below, blocks of colour below 0.25."""
    cell = Cell(hand.document.lanes[0].id, hand.document.steps[2].id)
    hand.bridge.run(add_cards, "touchpoint", ["A long text of several words"], cell)
    near_by, lines, block = pictures(hand, (1.0, 0.4, 0.2))
    assert dark_parts(near_by) > 0.03, "letters"
    assert dark_parts(block) == 0, "no letter, no icon"
    colors = {lines.pixelColor(x, y).name() for x in range(lines.width()) for y in range(lines.height())}
    assert len(colors) > 6, "icon and lines"
    box = hand.editor.stage.layout.cards[hand.find("A long text of several words")]
    hand.editor.set_zoom(1.3)
    number = box.body.number
    assert number is not None, "its number is read from near"


# -- menus ------------------------------------------------------------------------------------------------------------


def test_the_menu_key_opens_the_menu_beside_what_is_chosen(hand: Hand) -> None:
    asked: list[QPoint] = []
    hand.editor.context_menu.connect(lambda position, _cell: asked.append(position))
    for record, kind in ((hand.find("C"), "cards"), (hand.document.phases[1].id, "phase")):
        hand.editor.selection.choose(kind, [record])
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), hand.port.mapToGlobal(QPoint(5, 5)), NO
        )
        QApplication.sendEvent(hand.port, event)
        assert hand.editor.selection.ids == (record,), "it stays chosen"
    box = hand.editor.stage.layout.cards[hand.find("C")]
    middle = hand.view.viewportTransform().map(QPointF(box.x + box.w / 2, box.y + box.h / 2))
    assert near(QPointF(hand.port.mapFromGlobal(asked[0])), middle)


def test_the_right_button_chooses_phases_lanes_and_cards(hand: Hand) -> None:
    kinds: list[str] = []
    hand.editor.context_menu.connect(lambda _position, _cell: kinds.append(hand.editor.selection.kind))
    layout, zoom = hand.editor.stage.layout, hand.editor.zoom
    phases, lanes = hand.editor.bar("phases"), hand.editor.bar("lanes")
    phase = layout.phases[hand.document.phases[1].id]
    at_phase = QPoint(round(phases.origin().x() + (phase.x + 40) * zoom), round((phase.y + 20) * zoom))
    lane = layout.lanes[hand.document.lanes[2].id]
    at_lane = QPoint(20, round(lanes.origin().y() + (lane.y + 20) * zoom))
    for widget, at in ((phases, at_phase), (lanes, at_lane), (hand.port, hand.card(hand.find("B")))):
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, NO, at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at), NO)
        QApplication.sendEvent(widget, event)
    assert kinds == ["phase", "lane", "cards"]


def test_events_of_other_gestures_are_left_alone(hand: Hand) -> None:
    zoom = hand.editor.zoom
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(100, 100)
    event = QNativeGestureEvent(Qt.NativeGestureType.RotateNativeGesture, device, 2, at, at, at, 15.0, QPointF())
    QApplication.sendEvent(hand.port, event)
    assert hand.editor.zoom == zoom
    assert event.type() == QEvent.Type.NativeGesture
