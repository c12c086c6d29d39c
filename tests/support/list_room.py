"""A shown action list on a session, and somebody before it with keys and a mouse."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from action_maps import map_with_actions
from model.document import Document
from model.records import Action, Item
from model.session import Session
from panel_room import panel_map
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.filters.state import MapFilter
from widgets.lists.actionpage import ActionPage
from widgets.lists.itempage import ItemPage
from widgets.lists.page import ListPage
from widgets.lists.table import ListTableView
from widgets.selection import Selection

NO = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


PageT = TypeVar("PageT", bound=ListPage)


class _Room(Generic[PageT]):
    """A window with a list."""

    page: PageT

    def __init__(self, qtbot: QtBot, document: Document) -> None:
        self.qtbot = qtbot
        self.bridge = SessionBridge(Session(document, saved=True))
        self.selection = Selection(self.bridge)
        self.page = self.make_page()
        self.window = QMainWindow()
        self.window.setCentralWidget(self.page)
        self.window.resize(1400, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.take_keyboard()
        self.toasts: list[str] = []
        self.page.toast.connect(lambda sentence, _undo: self.toasts.append(sentence))

    def make_page(self) -> PageT:
        raise NotImplementedError

    def close(self) -> None:
        self.bridge.close()

    @property
    def document(self) -> Document:
        return self.bridge.document

    @property
    def table(self) -> ListTableView:
        return self.page.table

    @property
    def steps(self) -> int:
        """How many edits can be undone."""
        return len(self.bridge.session.history.done)

    @property
    def last(self) -> str:
        return self.bridge.session.history.undo_text

    def index(self, row: int, column: str) -> QModelIndex:
        model = self.page.table.table
        return model.index(row, model.column_of(column))

    def go(self, row: int, column: str) -> None:
        """Click a cell."""
        index = self.index(row, column)
        self.page.table.scrollTo(index)
        place = self.page.table.visualRect(index).center()
        QTest.mouseClick(self.page.table.viewport(), LEFT, NO, place)
        QApplication.processEvents()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        """A key to whatever has the keyboard."""
        QTest.keyClick(self.focus, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letter by letter: the first one may open a field, which takes the others."""
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    @property
    def focus(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            inside: QWidget | None = popup.focusWidget()  # none, whatever the stubs say, before something has it
            return inside if inside is not None else popup
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def field(self) -> QWidget | None:
        return self.page.table.cells.field

    def menu(self) -> QMenu:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu), "no menu is open"
        return popup

    def choose(self, text: str) -> None:
        """Click an entry of the open menu."""
        menu = self.menu()
        action = next(action for action in menu.actions() if action.text() == text)
        QTest.mouseClick(menu, LEFT, NO, menu.actionGeometry(action).center())
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, NO, at if at is not None else widget.rect().center())
        QApplication.processEvents()

    def click_heading(self, column: str) -> None:
        header = self.page.table.horizontalHeader()
        place = header.sectionViewportPosition(self.page.table.table.column_of(column)) + 20
        self.click(header.viewport(), QPoint(place, header.height() // 2))


class ListRoom(_Room[ActionPage]):
    """A window with the list of nine actions of three solutions (see ``map_with_actions``)."""

    def __init__(self, qtbot: QtBot, document: Document | None = None) -> None:
        super().__init__(qtbot, document or map_with_actions(9).document)

    def make_page(self) -> ActionPage:
        return ActionPage(self.bridge, self.selection)

    def shown(self) -> list[str]:
        """The actions by the number in their text, "" for one without."""
        return [line.action.text.removeprefix("Actie ").split(":")[0] for line in self.page.model.lines]

    def action(self, number: int) -> Action:
        return next(a for a in self.document.action_table.values() if a.text.startswith(f"Actie {number}:"))


class ItemRoom(_Room[ItemPage]):
    """A window with the list of all notes, and the map's editor, which nobody sees."""

    def __init__(self, qtbot: QtBot, document: Document | None = None, wishes: dict[str, bool] | None = None) -> None:
        self.wishes = wishes or {}
        super().__init__(qtbot, document or panel_map())

    def make_page(self) -> ItemPage:
        self.editor = MapEditor(self.bridge, self.selection)
        self.state = MapFilter(self.bridge, self.editor)
        return ItemPage(self.bridge, self.selection, self.state, self.wishes)

    def close(self) -> None:
        self.editor.close_editor()
        super().close()
        self.editor.deleteLater()

    def shown(self) -> list[str]:
        """The texts of the rows."""
        return [line.card.text for line in self.page.model.lines]

    def card(self, text: str) -> Item:
        return next(item for item in self.document.item_table.values() if item.text == text)

    def row(self, text: str) -> int:
        return self.shown().index(text)

    def cell(self, text: str, column: str) -> str:
        """What a cell shows."""
        return str(self.index(self.row(text), column).data())

    def columns(self) -> list[str]:
        """The columns that are shown, from left to right."""
        table = self.page.table
        return [self.page.model.columns[place].id for place in table.shown_places()]

    def pick(self, text: str, column: str, entry: str) -> None:
        """Choose an entry of a cell's menu, by the keyboard that opens it and a click on it."""
        self.go(self.row(text), column)
        self.key(Qt.Key.Key_Space)
        self.choose(entry)
