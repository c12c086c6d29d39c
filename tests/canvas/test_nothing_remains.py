"""The map painted bit by bit is the map painted at once: no outline, plus, line or mark stays where it is no more.

What is on the screen is read from the window's own surface; ``QWidget.grab`` would paint everything anew and show
nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from model.commands.links import link_cards
from model.document import Document
from widgets.canvas.items import plus_center

Hand = Any
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SOFT = 4
"""Of 255: a soft edge painted in two parts, or copied from a picture during a drag, is rounded otherwise."""
REDO = (Key.Key_Z, CTRL | SHIFT)


def _surface(hand: Hand) -> QImage:
    window: QWidget = hand.editor.window()
    return window.screen().grabWindow(window.winId()).toImage()


def differing(hand: Hand) -> QRect | None:
    """Where what was painted bit by bit differs from the same painted at once; None where nothing does."""
    QApplication.processEvents()
    for _ in range(3):  # what a timer asked for last is painted too, and no timer comes between the two pictures
        QCoreApplication.sendPostedEvents()
    seen = _surface(hand)
    hand.editor.repaint()
    hand.port.repaint()
    whole = _surface(hand)
    if seen == whole:
        return None
    wide, before, after = whole.bytesPerLine(), memoryview(seen.constBits()), memoryview(whole.constBits())
    box = QRect()
    for at in range(0, len(after), wide):
        if before[at : at + wide] != after[at : at + wide]:
            for n in range(at, at + wide):
                if abs(before[n] - after[n]) > SOFT:
                    box = box.united(QRect((n - at) // 4, at // wide, 1, 1))
    return None if box.isNull() else box


@pytest.fixture
def linked(open_map: Any, small: Document) -> Hand:
    """A leads to C, and pain P hangs on A."""
    ids = {item.text: item.id for item in small.item_table.values()}
    changes = link_cards(small, "next", [ids["A"]], ids["C"])
    hand = open_map(small.with_changes((c.table, c.id, c.new) for c in changes))
    assert differing(hand) is None
    return hand


def _pull(hand: Hand, source: str, target: str) -> None:
    """Begin to draw a link from the plus of one card to another, and hold it there."""
    card = hand.find(source)
    hand.move(hand.card(card), held=False)
    at = plus_center(hand.editor.stage.layout.cards[card], hand.view.zoom)
    hand.drag(hand.on_view(at.x(), at.y()), hand.card(hand.find(target)), drop=False)


def _click(text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[Hand], None]:
    return lambda hand: hand.click(hand.card(hand.find(text)), modifiers)


def _key(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[Hand], None]:
    return lambda hand: hand.key(key, modifiers)


def _undo(hand: Hand) -> None:
    hand.undo()


def _over(text: str) -> Callable[[Hand], None]:
    return lambda hand: hand.move(hand.card(hand.find(text)), held=False)


def _hold(text: str, lane: str, step: int) -> Callable[[Hand], None]:
    return lambda hand: hand.drag(hand.card(hand.find(text)), hand.cell(hand.lane(lane), step), drop=False)


def _drop(text: str, lane: str, step: int) -> Callable[[Hand], None]:
    return lambda hand: hand.drag(hand.card(hand.find(text)), hand.cell(hand.lane(lane), step))


def _drop_on(text: str, host: str) -> Callable[[Hand], None]:
    return lambda hand: hand.drag(hand.card(hand.find(text)), hand.card(hand.find(host)))


def _release(hand: Hand) -> None:
    hand.release(hand.cell(0, 2))


def _choose_link(hand: Hand) -> None:
    link = next(link for link in hand.document.link_table.values() if link.kind == "next")
    hand.click(hand.on_view(*hand.editor.stage.layout.links[link.id].middle))


def _links(mode: str) -> Callable[[Hand], None]:
    return lambda hand: hand.editor.stage.show_link_mode(mode)


def _filter(*texts: str) -> Callable[[Hand], None]:
    return lambda hand: hand.editor.highlights.set_found(frozenset(map(hand.find, texts)) if texts else None)


def _marquee(hand: Hand) -> None:
    hand.drag(hand.cell(0, 2), hand.cell(2, 0), drop=False)


def _write(hand: Hand) -> None:
    hand.type("more words than fit on one line of a note")
    hand.key(Key.Key_Escape)


WALKS: dict[str, list[Callable[[Hand], None]]] = {
    "digits and back": [
        _click("A"),
        *(_key(key) for key in (Key.Key_1, Key.Key_5, Key.Key_4)),
        *[_undo] * 3,
        *[_key(*REDO)] * 3,
    ],
    "pointer": [_over("A"), _over("B"), _over("P"), _over("C"), _over("I"), _click("I"), _key(Key.Key_Escape)],
    "keys": [
        *(_key(key) for key in (Key.Key_Home, Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Down)),
        *(_key(key, CTRL) for key in (Key.Key_Right, Key.Key_Left)),
        *[_undo] * 2,
    ],
    "attach": [_click("I"), _drop_on("I", "C"), _undo, _key(*REDO), _key(Key.Key_Escape)],
    "delete": [
        _click("A"),
        _key(Key.Key_Delete),
        _undo,
        _click("C"),
        _key(Key.Key_Delete),
        _key(Key.Key_Delete),
        _undo,
    ],
    "drag": [_hold("A", "touchpoints", 2), _key(Key.Key_Escape), _release, _drop("P", "pain_points", 2), _undo],
    "links": [
        _links("all"),
        _choose_link,
        _key(Key.Key_Escape),
        _choose_link,
        _key(Key.Key_Delete),
        _undo,
        _click("A"),
        _links("none"),
        _key(Key.Key_Escape),
    ],
    "drawn link": [lambda hand: _pull(hand, "B", "C"), _key(Key.Key_Escape), _release],
    "filter": [_filter("A"), _click("A"), _filter("C", "I"), _key(Key.Key_Escape), _filter()],
    "many": [
        _key(Key.Key_A, CTRL),
        _key(Key.Key_Escape),
        _click("A"),
        _click("C", CTRL),
        _click("I", CTRL),
        _click("B"),
    ],
    "marquee": [_marquee, _key(Key.Key_Escape), _release],
    "written": [_click("B"), _key(Key.Key_Return), _write, _undo, _key(*REDO)],
    "copies": [_click("A"), _key(Key.Key_D, CTRL), _undo, _key(Key.Key_X, CTRL), _undo],
}


@pytest.mark.parametrize("zoom", [0.4, 1.0])
@pytest.mark.parametrize("walk", WALKS)
def test_nothing_stays_where_it_was(linked: Hand, walk: str, zoom: float) -> None:
    linked.view.zoom_to(zoom)
    assert differing(linked) is None
    for n, step in enumerate(WALKS[walk]):
        step(linked)
        if not linked.editor.writer.active:  # its caret blinks
            assert differing(linked) is None, f"step {n}"


def test_what_is_painted_before_its_turn_leaves_nothing(linked: Hand) -> None:
    """A part of the map may be painted at any moment, also when a card has lost its plus and the scene has not yet
    asked for what lay under it."""
    linked.editor.selection.choose_cards([linked.find("B")])
    assert differing(linked) is None
    linked.editor.selection.clear()
    box = linked.editor.stage.layout.cards[linked.find("B")]
    linked.port.repaint(linked.view.viewportTransform().mapRect(QRectF(box.x, box.y, box.w, box.h)).toRect())
    assert differing(linked) is None
