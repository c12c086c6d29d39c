"""The scene follows the layout by id: what did not change is neither touched nor painted."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from model.commands.cards import add_cards, set_text
from model.commands.places import Cell
from model.document import Document
from model.newmap import new_map
from widgets.canvas.items import CardItem, DropMarks, PaintCount

Hand = Any


def _frame(hand: Hand) -> None:
    for _ in range(2):
        QApplication.processEvents()
        QApplication.sendEvent(hand.editor.window(), QEvent(QEvent.Type.UpdateRequest))


def _counting(hand: Hand) -> PaintCount:
    counter = PaintCount()
    hand.editor.stage.scene.watch.counter = counter
    _frame(hand)
    counter.clear()
    return counter


def test_one_changed_text_paints_one_card(hand: Hand) -> None:
    counter = _counting(hand)
    hand.bridge.run(set_text, hand.find("C"), "D")
    _frame(hand)
    assert counter.cards == [hand.find("D")]


def test_nothing_changed_paints_nothing(hand: Hand) -> None:
    counter = _counting(hand)
    hand.editor.stage.refresh()
    hand.bridge.run(set_text, hand.find("C"), "C")
    _frame(hand)
    assert counter.cards == []
    assert counter.backs == 0


def test_choosing_a_card_paints_it_and_what_its_outline_touches(hand: Hand) -> None:
    counter = _counting(hand)
    hand.click(hand.card(hand.find("C")))
    _frame(hand)
    assert hand.find("C") in counter.cards
    assert not {hand.find("P"), hand.find("I")} & set(counter.cards)


def test_items_of_unchanged_cards_are_the_same_objects(hand: Hand) -> None:
    scene = hand.editor.stage.scene
    before = dict(scene.cards)
    boxes = {card: item.box for card, item in before.items()}
    cell = Cell(hand.document.lanes[0].id, hand.document.steps[2].id)
    hand.bridge.run(add_cards, "touchpoint", ["X"], cell)
    assert scene.cards.keys() - before.keys() == {hand.find("X")}
    for card, item in before.items():
        assert scene.cards[card] is item
        assert item.box is boxes[card]
    hand.undo()
    assert scene.cards == before
    shown = {item.data(0) for item in scene.items() if isinstance(item, CardItem)}
    assert shown == set(before)


def test_a_card_that_grew_is_found_where_it_grew(hand: Hand) -> None:
    card = hand.find("C")
    scene = hand.editor.stage.scene
    old = hand.editor.stage.layout.cards[card]
    below = QPointF(old.x + 20, old.bottom + 60)
    assert scene.cards[card] not in scene.items(below)
    hand.bridge.run(set_text, card, "word " * 40)
    assert scene.cards[card] in scene.items(below)


@pytest.mark.parametrize("zoom", [0.48, 0.53, 1.0])
def test_the_light_of_a_cell_paints_no_note_beside_it(open_map: Any, zoom: float) -> None:
    document: Document = new_map("T", "en", ("1", "2", "3", "4"), ("touchpoints",))
    for step in document.steps:
        changes = add_cards(document, "touchpoint", [f"c{n}" for n in range(5)], Cell(document.lanes[0].id, step.id))
        document = document.with_changes((c.table, c.id, c.new) for c in changes)
    hand = open_map(document)
    hand.editor.set_zoom(zoom)
    scene = hand.editor.stage.scene
    box = hand.editor.stage.cell_box((document.lanes[0].id, document.steps[1].id))
    own = {item.id for item in document.cell(document.lanes[0].id, document.steps[1].id)}
    counter = _counting(hand)
    for show, fills in (
        (partial(scene.marks.show_drop, DropMarks((box,))), False),
        (partial(scene.light.show_cells, (box,)), True),
        (partial(scene.light.show_cells, ()), True),
        (partial(scene.marks.show_drop, DropMarks()), False),
    ):
        counter.clear()
        show()
        _frame(hand)
        assert own >= set(counter.cards) if not fills else own == set(counter.cards)


def test_a_drag_of_all_cards_moves_one_item(open_map: Any) -> None:
    document: Document = new_map("T", "en", ("1", "2", "3"), ("touchpoints",))
    for step in document.steps:
        changes = add_cards(document, "touchpoint", [f"c{n}" for n in range(30)], Cell(document.lanes[0].id, step.id))
        document = document.with_changes((c.table, c.id, c.new) for c in changes)
    hand = open_map(document)
    hand.editor.select_all()
    places = {card: item.pos() for card, item in hand.editor.stage.scene.cards.items()}
    start = hand.card(hand.document.placed[1].id)
    hand.press(start)
    hand.move(start + QPoint(20, 20))
    hand.move(start + QPoint(22, 22))  # with the second step in a cell that is filled
    counter = _counting(hand)
    hand.move(start + QPoint(24, 24))
    _frame(hand)
    assert len(counter.cards) < 12, "only what the stack passes over"
    assert {card: item.pos() for card, item in hand.editor.stage.scene.cards.items()} == places
    hand.key(Qt.Key.Key_Escape)


def test_a_zoom_gesture_paints_no_cards_until_it_rests(hand: Hand) -> None:
    counter = _counting(hand)
    hand.view.zoom_to(1.2, gesture=True)
    counter.clear()
    for zoom in (1.4, 1.6, 1.8):
        hand.view.zoom_to(zoom, gesture=True)
        _frame(hand)
    assert counter.cards == []
    hand.view.sharpen()
    _frame(hand)
    assert len(counter.cards) > 0


def test_an_error_while_painting_is_not_swallowed(hand: Hand, qtbot: Any) -> None:
    item = next(iter(hand.editor.stage.scene.cards.values()))

    def broken() -> None:
        raise KeyError("note.nothing")

    with qtbot.captureExceptions() as errors:
        hand.editor.stage.scene.watch.counter = type("C", (), {"cards": property(lambda self: broken())})()
        try:
            item.update()
            _frame(hand)
        except KeyError as error:
            errors.append((KeyError, error, None))
    hand.editor.stage.scene.watch.counter = None
    assert errors
