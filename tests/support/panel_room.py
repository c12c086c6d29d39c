"""A shown window with the map editor and both panels on one session, as the program's window has them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from maps import Builder
from model.changes import ChangeSet
from model.commands import cards, grid
from model.commands.places import Listing
from model.document import Document
from model.newmap import new_map
from model.records import Item
from model.session import Session
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.panels.inspector import Inspector
from widgets.panels.left import LeftPanel
from widgets.selection import Selection


def panel_map() -> Document:
    """Three phases, two personas, two channels; touchpoints with what hangs on them, an inbox and a parking lot.

    Texts name the cards: "Zoekt", "Belt", "Betaalt" are touchpoints N1 to N3, "Wacht lang" a pain point on N2.
    """
    builder = Builder(new_map("Schoenen", "nl", ("Oriëntatie", "Aankoop", "Levering")))

    def document() -> Document:
        return builder.document

    builder.do(grid.add_persona(document(), "Sanne"))
    builder.do(grid.add_persona(document(), "Henk"))
    builder.do(grid.add_channel(document(), "Webshop", "world", "online"))
    builder.do(grid.add_channel(document(), "Winkel", "building-store", "offline"))
    first = builder.card("touchpoint", "Zoekt", 0)
    second = builder.card("touchpoint", "Belt", 1)
    builder.card("touchpoint", "Betaalt", 1)
    builder.do(cards.set_card(document(), [first], channel_ids=(document().channels[0].id,)))
    builder.do(cards.set_emotion(document(), first, document().personas[0].id, score=1))
    builder.do(cards.add_attached(document(), "pain_point", "Wacht lang", second))
    builder.do(cards.add_attached(document(), "insight", "Men belt eerst", second))
    builder.do(cards.add_cards(document(), "touchpoint", ["Los een", "Los twee", "Los drie"], Listing("inbox")))
    builder.do(cards.add_cards(document(), "note", ["Later"], Listing("parking")))
    return builder.document


@dataclass
class Step:
    """What happened inside ``Room.one_step``."""

    changes: list[ChangeSet] = field(default_factory=list)

    def ids(self, table: str) -> set[str]:
        """The records of ``table`` that changed."""
        return {record_id for changes in self.changes for record_id in changes.ids(table)}

    @property
    def tables(self) -> set[str]:
        """The tables that changed."""
        return {table for changes in self.changes for table in changes.tables}


class Room:
    """The window and its parts."""

    def __init__(self, qtbot: QtBot, document: Document | None = None) -> None:
        self.qtbot = qtbot
        self.session = Session(document or panel_map(), saved=True)
        self.bridge = SessionBridge(self.session)
        self.selection = Selection(self.bridge)
        self.editor = MapEditor(self.bridge, self.selection)
        self.left = LeftPanel(self.bridge, self.selection, self.editor)
        self.inspector = Inspector(self.bridge, self.selection, self.editor)
        self.window = QWidget()
        self.window.resize(1200, 900)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.editor, 1)
        row.addWidget(self.inspector)
        self.refused: list[str] = []
        self.toasts: list[str] = []
        self.bridge.refused.connect(self.refused.append)
        self.editor.toast.connect(lambda sentence, _undo: self.toasts.append(sentence))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        self.editor.setFocus()
        self.settle()

    def close(self) -> None:
        """Take everything down as a window does."""
        self.editor.close_editor()
        self.bridge.close()

    def settle(self) -> None:
        """Let layouts and timers of nothing run."""
        for _ in range(3):
            QApplication.processEvents()

    # -- the map ---------------------------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """Today's document."""
        return self.session.document

    def card(self, text: str) -> Item:
        """The card with a text."""
        return next(item for item in self.document.item_table.values() if item.text == text)

    def holds(self, text: str) -> bool:
        """Whether a card has this text."""
        return any(item.text == text for item in self.document.item_table.values())

    def choose(self, *texts: str) -> None:
        """Choose cards by their texts."""
        self.selection.choose_cards([self.card(text).id for text in texts])
        self.settle()

    @property
    def steps(self) -> int:
        """How many edits there are to undo."""
        return len(self.session.history.done)

    @contextmanager
    def one_step(self, count: int = 1) -> Iterator[Step]:
        """What is done inside makes exactly ``count`` steps of history, is not refused, and is undone by as many."""
        before, document = self.steps, self.document
        step = Step()
        stop = self.session.listen(lambda changes, _source: step.changes.append(changes))
        yield step
        self.settle()
        stop()
        assert self.steps == before + count
        assert self.refused == []
        assert len(step.changes) == count
        after = self.document
        for _ in range(count):
            self.session.undo()
        assert self.document.same_content(document)
        for _ in range(count):
            self.session.redo()
        assert self.document.same_content(after)
        self.settle()

    @contextmanager
    def no_step(self) -> Iterator[None]:
        """What is done inside changes nothing."""
        before, document = self.steps, self.document
        yield
        self.settle()
        assert self.steps == before
        assert self.document is document

    # -- hands -----------------------------------------------------------------------------------------------

    def focus(self, widget: QWidget) -> None:
        """Give a widget the keyboard."""
        target = widget
        while target.focusPolicy() == Qt.FocusPolicy.NoFocus:  # a row of choices gives it to the first
            target = next(child for child in target.findChildren(QWidget) if child.focusPolicy())
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()
        assert target.hasFocus()

    @property
    def focused(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, text: str) -> None:
        """Type into what has the keyboard."""
        QTest.keyClicks(self.focused, text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on what has the keyboard."""
        QTest.keyClick(self.focused, key, modifiers)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget (in its middle)."""
        assert widget.isVisible(), widget
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )
        self.settle()

    def popup_menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def retype(self, widget: QWidget, text: str) -> None:
        """Replace all of a field's text by typing."""
        self.focus(widget)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.type(text)
        else:
            self.key(Qt.Key.Key_Delete)
