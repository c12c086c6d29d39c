"""The mouse besides dragging cards: choosing, feelings, headers, zoom and pan, menus."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.i18n import set_language
from widgets.canvas.view import SHARP_AFTER_MS
from widgets.look.language import speak
from widgets.look.theme import look
from widgets.selection import emotion_key

Hand = Any
NO = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_click_shift_click_and_click_beside(hand: Hand) -> None:
    a, b, c = (hand.find(text) for text in "ABC")
    selection = hand.editor.selection
    hand.click(hand.card(a))
    hand.click(hand.card(b), SHIFT)
    hand.click(hand.card(c), CTRL)
    assert selection.cards == (a, b, c)
    hand.click(hand.card(b), CTRL)
    assert selection.cards == (a, c)
    hand.click(hand.card(a))
    assert selection.cards == (a,), "a plain click leaves one"
    hand.click(hand.cell(0, 2))
    assert selection.kind == "none"
    assert hand.editor.stage.cell == (hand.document.lanes[0].id, hand.document.steps[2].id)


def test_a_marquee_takes_what_it_touches(hand: Hand) -> None:
    start = hand.on_view(106, 400)
    corner = hand.editor.stage.layout.cards[hand.find("C")]
    start = hand.on_view(corner.right + 30, corner.bottom + 30)
    hand.drag(start, hand.on_view(130, 50))
    assert set(hand.editor.selection.cards) == {hand.find(text) for text in "ABC"}
    assert hand.editor.stage.scene.marks.marquee is None
    hand.drag(start, hand.on_view(corner.x + 20, corner.y + 10), drop=False)
    assert set(hand.editor.selection.cards) == {hand.find("C")}
    hand.key(Qt.Key.Key_Escape)
    assert set(hand.editor.selection.cards) == set(), "as before this one began"
    hand.release(start)


def test_a_card_and_its_point_light_up_together(hand: Hand) -> None:
    card = hand.find("A")
    point = hand.editor.stage.layout.emotions[hand.document.lanes[1].id].series[0].points[0]
    hand.move(hand.card(card), held=False)
    (mark,) = hand.editor.stage.scene.marks.points
    assert (mark.x, mark.y, mark.active) == (point.x, point.y, False)
    hand.move(hand.on_view(point.x, point.y), held=False)
    assert hand.editor.stage.scene.cards[card].state.lit
    hand.move(hand.cell(5, 2), held=False)
    assert hand.editor.stage.scene.marks.points == ()
    assert not hand.editor.stage.scene.cards[card].state.lit


def test_what_hangs_on_the_chosen_card_lights_up(hand: Hand) -> None:
    cards = hand.editor.stage.scene.cards
    hand.click(hand.card(hand.find("A")))
    assert cards[hand.find("P")].state.lit
    hand.click(hand.card(hand.find("P")))
    assert cards[hand.find("A")].state.lit
    assert not cards[hand.find("P")].state.lit


def test_a_point_of_the_curve_is_dragged_to_whole_scores(hand: Hand) -> None:
    persona, a = hand.document.personas[0].id, hand.find("A")
    lane = hand.document.lanes[1].id
    box = hand.editor.stage.layout.emotions[lane]
    point = box.series[0].points[0]
    start = hand.on_view(point.x, point.y)
    end = hand.on_view(point.x + 6, box.y_of(-1) + 5)
    hand.drag(start, end, drop=False)
    assert hand.editor.tag.text == "−1"
    assert hand.editor.stage.layout.emotions[lane].series[0].points[0].score == -1, "the line follows"
    assert hand.document.emotions[a, persona].score == 1, "nothing is changed before it is let go"
    (mark,) = [mark for mark in hand.editor.stage.scene.marks.points if mark.active]
    assert mark.y == box.y_of(-1)
    hand.release(end)
    assert hand.document.emotions[a, persona].score == -1
    assert hand.steps == 1
    assert hand.label == ("Set feeling", None)
    assert hand.editor.selection.current == emotion_key(a, persona)
    assert not hand.editor.tag.isVisible()


def test_escape_leaves_a_feeling_as_it_was(hand: Hand) -> None:
    lane = hand.document.lanes[1].id
    box = hand.editor.stage.layout.emotions[lane]
    point = box.series[0].points[0]
    end = hand.on_view(point.x, box.y_of(-2))
    hand.drag(hand.on_view(point.x, point.y), end, drop=False)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end)
    assert hand.steps == 0
    assert hand.editor.stage.layout.emotions[lane].series[0].points[0].score == 1


def test_a_double_click_in_the_emotion_lane_gives_a_face(hand: Hand) -> None:
    box = hand.editor.stage.layout.emotions[hand.document.lanes[1].id]
    b = hand.find("B")
    x = dict(box.columns)[b]
    hand.double_click(hand.on_view(x, box.y_of(2)))
    assert hand.document.emotions[b, hand.document.personas[0].id].score == 2
    assert hand.steps == 1


def _header_center(hand: Hand, table: str, number: int) -> tuple[Any, QPoint]:
    layout, bar = hand.editor.stage.layout, hand.editor.bar(table)
    box = list(getattr(layout, table).values())[number]
    return bar, (bar.origin() + bar.header_rect(box).center() * hand.view.zoom).toPoint()


def _drag_header(hand: Hand, table: str, number: int, by: QPoint, *, drop: bool = True) -> None:
    bar, start = _header_center(hand, table, number)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, NO, start)
    for n in range(1, 6):
        at = start + by * n / 5
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(bar.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            NO,
        )
        QApplication.sendEvent(bar, event)
    if drop:
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, NO, start + by)


def test_phases_are_reordered_by_dragging_their_headers(hand: Hand) -> None:
    _drag_header(hand, "phases", 0, QPoint(360, 0), drop=False)
    assert hand.editor.stage.scene.marks.drop.rule is not None
    assert [phase.name for phase in hand.document.phases] == ["One", "Two", "Three"]
    bar, start = _header_center(hand, "phases", 0)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, NO, start + QPoint(360, 0))
    assert [phase.name for phase in hand.document.phases] == ["Two", "Three", "One"]
    assert hand.steps == 1
    assert hand.label == ("Move phase", None)
    assert hand.texts(0, 2) == ["A", "B"], "its cards are its own"


def test_a_header_dragged_a_little_stays(hand: Hand) -> None:
    _drag_header(hand, "phases", 1, QPoint(30, 0))
    assert hand.steps == 0
    _drag_header(hand, "lanes", 0, QPoint(0, 30))
    assert hand.steps == 0


def test_lanes_are_reordered_and_escape_calls_it_off(hand: Hand) -> None:
    kinds = [lane.kind for lane in hand.document.lanes]
    _drag_header(hand, "lanes", 0, QPoint(0, 160), drop=False)
    hand.key(Qt.Key.Key_Escape)
    assert hand.editor.bar("lanes").drag is None
    bar, start = _header_center(hand, "lanes", 0)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, NO, start + QPoint(0, 160))
    assert [lane.kind for lane in hand.document.lanes] == kinds
    _drag_header(hand, "lanes", 0, QPoint(0, 160))
    assert [lane.kind for lane in hand.document.lanes][:2] == ["emotion", "touchpoints"]
    assert hand.steps == 1


def test_steps_stay_in_their_phase(hand: Hand) -> None:
    from model.commands.grid import add_step

    phase = hand.document.phases[0].id
    hand.bridge.run(add_step, phase, "late")
    _drag_header(hand, "steps", 1, QPoint(-200, 0))
    assert [step.name for step in hand.document.steps_by_phase[phase]] == ["late", ""]
    _drag_header(hand, "steps", 0, QPoint(600, 0))
    assert [step.name for step in hand.document.steps_by_phase[phase]] == ["", "late"]
    assert [step.name for step in hand.document.steps_by_phase[hand.document.phases[2].id]] == [""]


def _wheel(hand: Hand, at: QPoint, delta: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(hand.port.mapToGlobal(at)),
        QPoint(0, 0),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.port, event)


def test_the_wheel_zooms_about_the_pointer(hand: Hand, qtbot: QtBot) -> None:
    hand.editor.set_zoom(2.2)
    zooms: list[float] = []
    hand.editor.zoom_changed.connect(zooms.append)
    at = QPoint(500, 300)
    bar = hand.view.horizontalScrollBar()
    bar.setValue((bar.minimum() + bar.maximum()) // 2)
    under = hand.view.to_map(QPointF(at))
    for _ in range(3):
        place = hand.view.pos()
        _wheel(hand, at, 120)
        at = at - (hand.view.pos() - place)  # the headers grow, so the view moves under the pointer
    assert zooms == pytest.approx([2.2 * 1.2, 2.2 * 1.44, 2.2 * 1.728])
    assert hand.editor.zoom == pytest.approx(2.2 * 1.728)
    now = hand.view.to_map(QPointF(at))
    assert abs(now.x() - under.x()) < 1
    assert abs(now.y() - under.y()) < 1
    assert hand.view.scaling, "a scaled picture while the gesture goes on"
    qtbot.waitUntil(lambda: not hand.view.scaling, timeout=SHARP_AFTER_MS * 20)


def test_a_slow_step_does_not_end_the_zooming(hand: Hand) -> None:
    """The pause that ends a gesture begins when its last step is painted, not when it was asked for."""
    _wheel(hand, QPoint(500, 300), 120)
    time.sleep(SHARP_AFTER_MS * 1.5 / 1000)
    hand.view.viewport().repaint()
    QApplication.processEvents()
    assert hand.view.scaling


def test_fit_shows_all_phases_and_follows_the_window(hand: Hand) -> None:
    from model.commands.grid import add_phase

    for _ in range(9):
        hand.bridge.run(add_phase, "x")
    hand.editor.fit()
    layout = hand.editor.stage.layout
    assert layout.width * hand.editor.zoom <= hand.editor.width()
    assert hand.view.horizontalScrollBar().maximum() == hand.view.horizontalScrollBar().minimum()
    before = hand.editor.zoom
    hand.editor.resize(800, 600)
    assert hand.editor.zoom < before
    assert hand.editor.stage.layout.width * hand.editor.zoom <= 800
    hand.editor.actual_size()
    assert hand.editor.zoom == 1.0
    hand.editor.resize(900, 600)
    assert hand.editor.zoom == 1.0, "a chosen zoom stays"


def test_the_headers_stay_in_place_and_in_step(hand: Hand) -> None:
    hand.editor.set_zoom(2.0)
    hand.view.horizontalScrollBar().setValue(hand.view.horizontalScrollBar().maximum())
    hand.view.verticalScrollBar().setValue(hand.view.verticalScrollBar().maximum())
    layout = hand.editor.stage.layout
    phase, lane = list(layout.phases.values())[2], list(layout.lanes.values())[3]
    top, left = hand.editor.bar("phases"), hand.editor.bar("lanes")
    assert top.y() == 0
    assert left.x() == 0
    in_view = hand.view.viewportTransform().map(QPointF(phase.x, lane.y))
    assert top.origin().x() + phase.x * 2 + top.x() == in_view.x() + hand.view.x()
    assert left.origin().y() + lane.y * 2 + left.y() == in_view.y() + hand.view.y()


def test_the_middle_button_and_space_move_the_map(hand: Hand) -> None:
    hand.editor.set_zoom(2.5)
    bar = hand.view.horizontalScrollBar()
    bar.setValue(bar.minimum() + 100)
    before = bar.value()
    QTest.mousePress(hand.port, Qt.MouseButton.MiddleButton, NO, QPoint(400, 300))
    hand.move(QPoint(350, 300))
    QTest.mouseRelease(hand.port, Qt.MouseButton.MiddleButton, NO, QPoint(350, 300))
    assert bar.value() == before + 50
    QTest.keyPress(hand.view, Qt.Key.Key_Space)
    hand.press(QPoint(400, 300))
    hand.move(QPoint(380, 300))
    hand.release(QPoint(380, 300))
    QTest.keyRelease(hand.view, Qt.Key.Key_Space)
    assert bar.value() == before + 70
    assert hand.editor.selection.kind == "none"


def test_reveal_scrolls_no_more_than_needed(hand: Hand) -> None:
    hand.editor.set_zoom(3.0)
    hand.view.horizontalScrollBar().setValue(hand.view.horizontalScrollBar().maximum())
    hand.view.verticalScrollBar().setValue(hand.view.verticalScrollBar().maximum())
    card = hand.editor.stage.layout.cards[hand.find("A")]
    hand.editor.reveal(card.id)
    assert hand.view.shown_area().contains(QPointF(card.x, card.y))
    before = hand.view.verticalScrollBar().value()
    hand.editor.reveal(card.id)
    assert hand.view.verticalScrollBar().value() == before


def test_a_map_of_few_phases_gets_the_room_and_no_more_than_half_as_large_again(hand: Hand) -> None:
    width = hand.editor.stage.layout.width
    for room, zoom in ((round(1.2 * width) + 2, 1.2), (4 * round(width), 1.5)):
        hand.editor.resize(room, 2000)
        hand.editor.fit()
        assert hand.editor.zoom == pytest.approx(zoom, abs=0.01)
    hand.editor.resize(round(1.2 * width) + 2, 2000)
    assert hand.editor.zoom == pytest.approx(1.2, abs=0.01), "and follows the window"


def test_zoom_to_the_selection(hand: Hand) -> None:
    hand.editor.set_zoom(0.3)
    hand.click(hand.card(hand.find("I")))
    hand.editor.zoom_to_selection()
    box = hand.editor.stage.layout.cards[hand.find("I")]
    assert hand.editor.zoom == 1.0
    assert hand.view.shown_area().contains(QPointF(box.x + box.w, box.y + box.h))


def test_the_context_menu_is_for_what_is_under_the_pointer(hand: Hand) -> None:
    asked: list[Any] = []
    hand.editor.context_menu.connect(lambda position, cell: asked.append(cell))
    QTest.mouseClick(hand.port, Qt.MouseButton.RightButton, NO, hand.card(hand.find("B")))
    hand.editor.pointer.menu_at(hand.card(hand.find("B")))
    assert hand.editor.selection.cards == (hand.find("B"),)
    hand.editor.selection.choose_cards([hand.find("A"), hand.find("B")])
    hand.editor.pointer.menu_at(hand.card(hand.find("B")))
    assert len(hand.editor.selection.cards) == 2, "what is chosen stays chosen"
    hand.editor.pointer.menu_at(hand.cell(0, 2))
    assert hand.editor.selection.kind == "none"
    assert asked[-1].step_id == hand.document.steps[2].id


def test_theme_and_language_change_at_run_time(hand: Hand) -> None:
    light = hand.editor.grab().toImage()
    look().choose("dark")
    dark = hand.editor.grab().toImage()
    beside = hand.on_view(hand.editor.stage.layout.width - 20, hand.editor.stage.layout.header_height + 100)
    at = hand.view.mapTo(hand.editor, beside)
    assert light.pixelColor(at).lightness() > 200
    assert dark.pixelColor(at).lightness() < 60
    set_language("en")
    speak("nl")
    assert hand.view.accessibleName()
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 1))
    assert hand.texts(0, 1) == ["C", "A"]


def test_two_windows_show_one_map(hand: Hand, qtbot: QtBot) -> None:
    from widgets.bridge import SessionBridge
    from widgets.canvas.editor import MapEditor
    from widgets.selection import Selection

    bridge = SessionBridge(hand.bridge.session)
    other = MapEditor(bridge, Selection(bridge))
    qtbot.addWidget(other)
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2))
    box = other.stage.layout.cards[hand.find("A")]
    assert box.step_id == hand.document.steps[2].id
    other.close_editor()
    bridge.close()
    hand.undo()
    assert other.stage.layout.cards[hand.find("A")] is box, "a closed editor hears nothing"


def test_a_refused_edit_is_a_sentence(hand: Hand) -> None:
    from model.commands.cards import set_text
    from model.commands.grid import remove_step

    said: list[str] = []
    hand.bridge.refused.connect(said.append)
    assert not hand.bridge.run(remove_step, hand.document.steps[0].id)
    assert not hand.bridge.run(set_text, "item-gone", "x")
    assert said == ["That cannot be done here. Nothing was changed."] * 2
    assert hand.steps == 0
