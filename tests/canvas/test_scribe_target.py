"""Where the next note goes is on the map and in sight, whatever the map is like and wherever the last one went."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.commands.cards import add_cards
from model.commands.places import Cell
from model.document import Document
from model.newmap import new_map
from widgets.canvas.editor import MapEditor
from widgets.scribe.line import ScribeLine

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALT, CTRL, SHIFT = Modifier.AltModifier, Modifier.ControlModifier, Modifier.ShiftModifier
LANES = ("touchpoints", "thoughts", "emotion", "pain_points", "insights", "opportunities", "solutions", "notes")


class Writer:
    """Somebody who writes in the line of a map that is larger than its window."""

    def __init__(self, editor: MapEditor, line: ScribeLine) -> None:
        self.editor, self.line = editor, line

    @property
    def document(self) -> Document:
        return self.editor.bridge.document

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self.line.field, key, modifiers)

    def send(self, text: str) -> None:
        QTest.keyClicks(self.line.field, text)
        self.key(Key.Key_Return)

    def sees_the_target(self) -> bool:
        mark = self.line.mark
        assert mark.place is not None or mark.bar is not None, "there is no mark"
        view = self.editor.view
        seen = view.viewportTransform().mapRect(mark.boundingRect()).center().toPoint()
        return view.viewport().rect().contains(seen)


@pytest.fixture
def writer(open_map: Callable[..., object], qtbot: QtBot) -> Writer:
    document = new_map("Room", "en", tuple(f"Phase {n}" for n in range(1, 11)), LANES)
    cell = Cell(document.lanes[0].id, document.steps[1].id)
    made = add_cards(document, "touchpoint", [f"Touchpoint {n}" for n in range(25)], cell)
    document = document.with_changes((c.table, c.id, c.new) for c in made)
    editor: MapEditor = open_map(document, (700, 420)).editor  # type: ignore[attr-defined]  # the fixture makes a hand
    line = ScribeLine(editor.bridge, editor)
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.open()
    qtbot.waitUntil(line.field.hasFocus)
    return Writer(editor, line)


def test_it_is_in_sight_in_each_phase_and_lane(writer: Writer) -> None:
    for number in (1, 9, 2, 10, 5):
        writer.key(Qt.Key(Key.Key_0 + number % 10), ALT)
        for letter in "TQPIOSN":
            writer.key(Qt.Key(ord(letter)), ALT)
            if letter in "PIOS":  # at the last touchpoint, where there is one
                assert writer.line.target is not None
            assert writer.sees_the_target(), (number, letter)


def test_it_is_in_sight_below_a_cell_higher_than_the_window(writer: Writer) -> None:
    writer.key(Key.Key_2, ALT)
    assert writer.sees_the_target()
    for n in range(3):
        writer.send(f"One more {n}")
        assert writer.sees_the_target()


def test_it_is_in_sight_after_a_note_that_went_far_away(writer: Writer) -> None:
    writer.key(Key.Key_0, ALT)
    writer.send("Last phase")
    number = next(item.number for item in writer.document.item_table.values() if item.text == "Touchpoint 3")
    writer.send(f"/{number}pFar away")
    assert writer.sees_the_target(), "the line is still in the last phase"
    writer.send(f"/{number}tRight after it")
    assert writer.sees_the_target()


def test_a_note_that_is_typed_brings_it_back_after_the_map_was_scrolled(writer: Writer) -> None:
    writer.key(Key.Key_1, ALT)
    port = writer.editor.view.viewport()
    middle = QPointF(port.rect().center())
    for _ in range(12):
        event = QWheelEvent(
            middle,
            QPointF(port.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(-480, 0),
            Qt.MouseButton.NoButton,
            Modifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)
    assert not writer.sees_the_target()
    QTest.keyClicks(writer.line.field, "B")
    assert writer.sees_the_target()


def test_it_follows_the_notes_of_the_phase_that_are_moved_and_undone(writer: Writer) -> None:
    writer.key(Key.Key_0, ALT)
    for n in range(6):
        writer.send(f"Note {n}")
        assert writer.sees_the_target()
    for _ in range(6):
        writer.key(Key.Key_Z, CTRL)
        assert writer.sees_the_target()
    writer.key(Key.Key_Z, CTRL | SHIFT)
    assert writer.sees_the_target()
    writer.key(Key.Key_Left, ALT | SHIFT)
    assert writer.sees_the_target()
