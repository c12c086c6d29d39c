"""Dragging cards: what is shown is what happens, one step of history each, Esc leaves everything."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from model.document import Document, card_number
from model.newmap import new_map
from widgets.canvas.mime import card_mime, ids_from_mime

Hand = Any


def test_a_card_is_dragged_by_its_body_to_another_step(hand: Hand) -> None:
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 1))
    assert hand.texts(0, 0) == ["B"]
    assert hand.texts(0, 1) == ["C", "A"]
    assert hand.texts(2, 1) == ["P"], "what hangs on it follows"
    assert hand.steps == 1
    assert hand.label == ("Move %n note(s)", 1)
    hand.undo()
    assert hand.texts(0, 0) == ["A", "B"]
    assert hand.texts(2, 0) == ["P"]


def test_the_insertion_bar_says_where_it_lands(hand: Hand) -> None:
    box = hand.editor.stage.layout.cards[hand.find("C")]
    above = hand.on_view(box.x + 40, box.y + 4)
    hand.drag(hand.card(hand.find("A")), above, drop=False)
    marks = hand.editor.stage.scene.marks.drop
    assert len(marks.cells) == 1
    assert marks.cells[0].contains(box.x, box.y)
    (bar,) = marks.bars
    assert bar[1] < box.y, "before C"
    assert hand.texts(0, 1) == ["C"], "nothing moves before it is let go"
    hand.release(above)
    assert hand.texts(0, 1) == ["A", "C"]
    assert hand.editor.stage.scene.marks.drop.cells == ()


def test_within_a_cell_it_changes_places(hand: Hand) -> None:
    box = hand.editor.stage.layout.cards[hand.find("A")]
    hand.drag(hand.card(hand.find("B")), hand.on_view(box.x + 40, box.y + 3))
    assert hand.texts(0, 0) == ["B", "A"]
    hand.drag(hand.card(hand.find("A")), hand.card(hand.find("A")) + QPoint(12, 3))
    assert hand.texts(0, 0) == ["B", "A"], "let go where it was"
    assert hand.steps == 1


def test_escape_calls_a_drag_off(hand: Hand) -> None:
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2), drop=False)
    assert hand.editor.highlights.away == {hand.find("A")}
    hand.key(Qt.Key.Key_Escape)
    assert hand.editor.highlights.away == frozenset()
    assert hand.editor.stage.scene.marks.drop.cells == ()
    hand.release(hand.cell(0, 2))
    assert hand.texts(0, 0) == ["A", "B"]
    assert hand.steps == 0
    assert hand.editor.selection.cards == (hand.find("A"),)


def test_several_go_as_one_stack_and_one_step(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.click(hand.card(hand.find("B")), Qt.KeyboardModifier.ShiftModifier)
    hand.click(hand.card(hand.find("C")), Qt.KeyboardModifier.ControlModifier)
    hand.drag(hand.card(hand.find("B")), hand.cell(0, 2))
    assert hand.texts(0, 2) == ["A", "B", "C"]
    assert hand.steps == 1
    assert hand.label == ("Move %n note(s)", 3)
    assert set(hand.editor.selection.cards) == {hand.find(text) for text in "ABC"}


def test_over_the_wrong_lane_it_lands_in_its_own(hand: Hand) -> None:
    hand.drag(hand.card(hand.find("A")), hand.cell(2, 2), drop=False)
    (cell,) = hand.editor.stage.scene.marks.drop.cells
    lane = next(iter(hand.editor.stage.layout.lanes.values()))
    assert cell.y() == lane.y, "its own lane is lit, in the step under the pointer"
    hand.release(hand.cell(2, 2))
    assert hand.texts(0, 2) == ["A"]
    assert hand.texts(2, 2) == ["P"]


def test_beside_the_map_it_says_not_here(hand: Hand) -> None:
    layout = hand.editor.stage.layout
    beside = hand.on_view(layout.width + 30, layout.header_height + 40)
    hand.drag(hand.card(hand.find("A")), beside, drop=False)
    assert hand.editor.tag.isVisible()
    assert hand.editor.tag.text == "Not here"
    hand.release(beside)
    assert not hand.editor.tag.isVisible()
    assert hand.texts(0, 0) == ["A", "B"]
    assert hand.steps == 0


def test_alt_drags_a_copy(hand: Hand) -> None:
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2), Qt.KeyboardModifier.AltModifier)
    assert hand.texts(0, 0) == ["A", "B"]
    assert hand.texts(0, 2) == ["A"]
    assert hand.steps == 1
    assert hand.label == ("Duplicate %n note(s)", 1)
    copy = hand.document.cell(hand.document.lanes[0].id, hand.document.steps[2].id)[0]
    assert hand.editor.selection.cards == (copy.id,)
    hand.undo()
    assert hand.texts(0, 2) == []


def test_dropped_on_a_touchpoint_it_is_attached(hand: Hand) -> None:
    insight, touchpoint = hand.find("I"), hand.find("B")
    hand.drag(hand.card(insight), hand.card(touchpoint), drop=False)
    lit = hand.editor.stage.scene.marks.drop.card
    assert lit is not None
    assert lit.y() == hand.editor.stage.layout.cards[touchpoint].y
    hand.release(hand.card(touchpoint))
    assert [item.id for item in hand.document.targets[insight]] == [touchpoint]
    assert hand.texts(3, 0) == ["I"], "it stands under what it hangs on"
    assert hand.steps == 1
    assert hand.label == ("Attach %n note(s)", 1)


def test_a_row_grows_when_something_lands_in_it(hand: Hand) -> None:
    before = hand.editor.stage.layout.lanes[hand.document.lanes[0].id].h
    hand.drag(hand.card(hand.find("C")), hand.cell(0, 0))
    assert hand.editor.stage.layout.lanes[hand.document.lanes[0].id].h > before


def test_at_the_edge_the_map_scrolls(hand: Hand, qtbot: Any) -> None:
    hand.editor.set_zoom(2.5)
    bar = hand.view.horizontalScrollBar()
    bar.setValue(bar.minimum())
    hand.view.verticalScrollBar().setValue(hand.view.verticalScrollBar().minimum())
    start = hand.card(hand.find("A"))
    hand.press(start)
    hand.move(start + QPoint(20, 0))
    before = bar.value()
    hand.move(QPoint(hand.port.width() - 3, start.y()))
    qtbot.waitUntil(lambda: bar.value() > before + 60)
    hand.key(Qt.Key.Key_Escape)
    stopped = bar.value()
    qtbot.wait(80)
    assert bar.value() == stopped


def _drop(hand: Hand, mime: Any, at: QPoint) -> QDropEvent:
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    button = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, actions, mime, button, none)
    QApplication.sendEvent(hand.port, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(hand.port, QDragMoveEvent(at, actions, mime, button, none))
    drop = QDropEvent(QPointF(at), actions, mime, button, none)
    QApplication.sendEvent(hand.port, drop)
    return drop


def test_a_card_of_the_inbox_is_dropped_on_the_map(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.editor.to_inbox()
    assert [item.text for item in hand.document.inbox] == ["A", "P"]
    mime = card_mime(hand.document, [card])
    assert _drop(hand, mime, hand.cell(0, 2)).isAccepted()
    assert hand.texts(0, 2) == ["A"]
    assert hand.texts(2, 2) == ["P"]
    assert hand.steps == 2
    assert hand.label == ("Move %n note(s)", 1)


def test_cards_of_another_map_are_pasted(hand: Hand) -> None:
    other = new_map("Other", "en", ("X",), ("touchpoints",))
    from model.commands.cards import add_cards
    from model.commands.places import Cell

    made = add_cards(other, "touchpoint", ["Z"], Cell(other.lanes[0].id, other.steps[0].id))
    other = other.with_changes((c.table, c.id, c.new) for c in made)
    mime = card_mime(other, [made.added("items")[0]])
    assert ids_from_mime(mime, hand.document) is None
    _drop(hand, mime, hand.cell(0, 2))
    assert hand.texts(0, 2) == ["Z"]
    assert hand.label == ("Paste %n note(s)", 1)


def test_text_of_another_program_is_dropped_as_cards(hand: Hand) -> None:
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    mime.setText("- first\n- second\n")
    _drop(hand, mime, hand.cell(0, 2))
    assert hand.texts(0, 2) == ["first", "second"]
    assert hand.steps == 1


def test_a_drag_that_leaves_the_map_goes_on_as_one_of_the_system(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, ...] | None] = []

    def fake_exec(drag: Any, *_: Any) -> Qt.DropAction:
        seen.append(ids_from_mime(drag.mimeData(), hand.document))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("widgets.canvas.gesture.cards.QDrag.exec", fake_exec)
    card = hand.find("A")
    hand.press(hand.card(card))
    hand.move(hand.card(card) + QPoint(20, 0))
    hand.move(QPoint(hand.port.width() + 400, 60))
    assert seen == [(card,)]
    assert hand.editor.highlights.away == frozenset()
    assert hand.editor.pointer.gesture is None
    hand.release(QPoint(hand.port.width() + 400, 60))
    assert hand.texts(0, 0) == ["A", "B"]
    assert hand.steps == 0


def test_a_click_without_a_drag_moves_nothing(hand: Hand) -> None:
    at = hand.card(hand.find("A"))
    hand.press(at)
    hand.move(at + QPoint(2, 1))
    hand.release(at + QPoint(2, 1))
    assert hand.steps == 0
    assert hand.editor.selection.cards == (hand.find("A"),)


def test_a_card_without_a_lane_cannot_land(open_map: Any, small: Document) -> None:
    lane = next(lane for lane in small.lanes if lane.kind == "insights")
    from model.commands.grid import remove_lane

    changes = remove_lane(small, lane.id)
    hand = open_map(small.with_changes((c.table, c.id, c.new) for c in changes))
    card = hand.document.inbox[0].id
    mime = card_mime(hand.document, [card])
    drop = _drop(hand, mime, hand.cell(0, 2))
    assert not drop.isAccepted()
    assert hand.document.inbox[0].id == card


def test_the_hand_says_that_a_note_comes_off_its_touchpoint(hand: Hand) -> None:
    pains = hand.lane("pain_points")
    hand.drag(hand.card(hand.find("P")), hand.cell(pains, 2), drop=False)
    number = card_number(hand.document.item_table[hand.find("A")])
    assert hand.editor.tag.text == f"Moving to Three, 1st; no longer at {number}"
    hand.release(hand.cell(pains, 2))
    assert not hand.document.targets.get(hand.find("P"))
    hand.undo()
    hand.drag(hand.card(hand.find("P")), hand.cell(pains, 0), drop=False)
    assert hand.editor.tag.text == "Moving to One, 1st", "its touchpoint stands there"
    hand.release(hand.cell(pains, 0))
    hand.click(hand.card(hand.find("A")))
    hand.click(hand.card(hand.find("P")), Qt.KeyboardModifier.ControlModifier)
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2), drop=False)
    assert hand.editor.tag.text == "Moving to Three, 1st", "its touchpoint goes along"
    hand.release(hand.cell(0, 2))
    assert [host.text for host in hand.document.targets[hand.find("P")]] == ["A"]
