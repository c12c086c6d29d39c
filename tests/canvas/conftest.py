"""A map editor under real mouse and key events."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.commands.cards import add_cards, attach_cards, set_emotion
from model.commands.places import Cell
from model.document import Document
from model.i18n import set_language
from model.newmap import new_map
from model.session import Session
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.look.theme import install, look
from widgets.selection import Selection

NO = Qt.KeyboardModifier.NoModifier


class Hand:
    """The hand of somebody who works on a map: presses, drags, types, and finds things on it."""

    def __init__(self, editor: MapEditor) -> None:
        self.editor = editor
        self.view = editor.view
        self.port = editor.view.viewport()
        self.bridge = editor.bridge
        self.actions = 0

    @property
    def document(self) -> Document:
        return self.bridge.document

    @property
    def label(self) -> tuple[str, int | None]:
        """The untranslated name of the last step of history."""
        label = self.bridge.session.history.done[-1].changes.label
        assert label is not None
        return label.source, label.n

    @property
    def steps(self) -> int:
        """How many steps of history there are."""
        return len(self.bridge.session.history.done)

    # -- places ----------------------------------------------------------------------------------------------

    def on_view(self, x: float, y: float) -> QPoint:
        return self.view.viewportTransform().map(QPointF(x, y)).toPoint()

    def card(self, item_id: str) -> QPoint:
        """The middle of a card."""
        box = self.editor.stage.layout.cards[item_id]
        return self.on_view(box.x + box.w / 2, box.y + box.h / 2)

    def cell(self, lane: int, step: int, down: float = 0.9) -> QPoint:
        """A spot in a cell: lane and step by number; ``down`` 0 is its top, 1 its bottom."""
        layout = self.editor.stage.layout
        lane_box = list(layout.lanes.values())[lane]
        step_box = list(layout.steps.values())[step]
        return self.on_view(step_box.x + step_box.w / 2, lane_box.y + lane_box.h * down)

    def lane(self, kind: str) -> int:
        """The number of the lane of a kind."""
        return next(i for i, lane in enumerate(self.document.lanes) if lane.kind == kind)

    def texts(self, lane: int, step: int) -> list[str]:
        """The cards of a cell, by their texts."""
        document = self.document
        return [item.text for item in document.cell(document.lanes[lane].id, document.steps[step].id)]

    def find(self, text: str) -> str:
        """The card with a text."""
        return next(item.id for item in self.document.item_table.values() if item.text == text)

    # -- mouse -----------------------------------------------------------------------------------------------

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.mousePress(self.port, Qt.MouseButton.LeftButton, modifiers, at)

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier = NO, *, held: bool = True) -> None:
        buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        position = QPointF(at)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            position,
            QPointF(self.port.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            buttons,
            modifiers,
        )
        QApplication.sendEvent(self.port, event)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.mouseRelease(self.port, Qt.MouseButton.LeftButton, modifiers, at)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NO) -> None:
        self.actions += 1
        QTest.mouseClick(self.port, Qt.MouseButton.LeftButton, modifiers, at)

    def double_click(self, at: QPoint) -> None:
        self.actions += 1
        QTest.mouseClick(self.port, Qt.MouseButton.LeftButton, NO, at)
        QTest.mouseDClick(self.port, Qt.MouseButton.LeftButton, NO, at)
        QTest.mouseRelease(self.port, Qt.MouseButton.LeftButton, NO, at)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NO, *, drop: bool = True) -> None:
        """Drag in ten steps; with ``drop`` False the button stays down."""
        self.actions += 1
        self.press(start)
        for n in range(1, 11):
            self.move(start + (end - start) * n / 10, modifiers)
        if drop:
            self.release(end, modifiers)

    # -- keys ------------------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        self.actions += 1
        QTest.keyClick(self.view, key, modifiers)

    def type(self, text: str) -> None:
        """Type letters; they are not counted as actions."""
        QTest.keyClicks(self.view, text)

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """The program's fonts and style, put on once."""
    install(qapp, "light")


@pytest.fixture(autouse=True)
def english(dressed: None) -> Iterator[None]:
    set_language("en")
    yield
    look().choose("light")
    look().reduce_motion(False)
    set_language("en")
    QGuiApplication.clipboard().clear()


Maker = Callable[..., Hand]


@pytest.fixture
def open_map(qtbot: QtBot) -> Iterator[Maker]:
    """Opens a document in an editor of 1100 x 800."""
    editors: list[MapEditor] = []

    def make(document: Document, size: tuple[int, int] = (1100, 800)) -> Hand:
        bridge = SessionBridge(Session(document, saved=True))
        editor = MapEditor(bridge, Selection(bridge))
        editor.resize(*size)
        qtbot.addWidget(editor)
        editor.show()
        qtbot.waitExposed(editor)
        editor.activateWindow()
        editor.setFocus()
        editors.append(editor)
        return Hand(editor)

    yield make
    for editor in editors:
        editor.close_editor()


LANES = ("touchpoints", "emotion", "pain_points", "insights", "opportunities", "notes")


@pytest.fixture
def small() -> Document:
    """Three phases; touchpoints A and B in the first, C in the second; pain P hangs on A, insight I stands alone."""
    document = new_map("Test", "en", ("One", "Two", "Three"), LANES)

    def put(lane: int, step: int, *texts: str) -> None:
        nonlocal document
        cell = Cell(document.lanes[lane].id, document.steps[step].id)
        changes = add_cards(document, "note", texts, cell)
        document = document.with_changes((c.table, c.id, c.new) for c in changes)

    put(0, 0, "A", "B")
    put(0, 1, "C")
    put(2, 0, "P")
    put(3, 1, "I")
    ids = {item.text: item.id for item in document.item_table.values()}
    for changes in (
        attach_cards(document, [ids["P"]], ids["A"]),
        set_emotion(document, ids["A"], document.personas[0].id, score=1),
        set_emotion(document, ids["C"], document.personas[0].id, score=-1),
    ):
        document = document.with_changes((c.table, c.id, c.new) for c in changes)
    return document


@pytest.fixture
def hand(open_map: Maker, small: Document) -> Hand:
    return open_map(small)
