"""Somebody who works with the whole window: opens menus, presses keys, answers dialogs.  Real mouse and key events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.actions import SUBMENUS, action
from app.shell import Shell
from app.window import MainWindow
from app.workspace import Workspace
from model.document import Document
from model.records import Item
from widgets.canvas.editor import MapEditor
from widgets.start import StartScreen

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Person:
    """Works in ``window`` of a running program."""

    def __init__(self, qtbot: QtBot, shell: Shell, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.shell = shell
        self.window = window

    # -- what is there ---------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def editor(self) -> MapEditor:
        return self.workspace.editor

    @property
    def document(self) -> Document:
        return self.workspace.bridge.document

    @property
    def start(self) -> StartScreen:
        page = self.window.pages.currentWidget()
        assert isinstance(page, StartScreen)
        return page

    def card(self, text: str) -> Item:
        return next(item for item in self.document.item_table.values() if item.text == text)

    def texts(self) -> set[str]:
        return {item.text for item in self.document.item_table.values()}

    @property
    def focus(self) -> QWidget:
        """What has the keyboard; the offscreen platform forgets it when a menu closes, the window does not."""
        here: QWidget | None = QApplication.focusWidget()
        before: QWidget | None = self.window.focusWidget()
        return here or before or self.window

    # -- keys and mouse --------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, widget: QWidget | None = None) -> None:
        """A key, to the widget that has the keyboard."""
        target = widget or self.focus
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def back_to_map(self) -> None:
        """The keyboard goes to the map, also after a dialog of the offscreen platform, which keeps it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.editor.setFocus()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, NO, at if at is not None else widget.rect().center())
        QApplication.processEvents()

    def add_cards(self, *texts: str) -> None:
        """New cards by keyboard: Insert, a text, Enter for the next, Esc."""
        self.back_to_map()
        self.key(Qt.Key.Key_Insert)
        for place, text in enumerate(texts):
            if place:
                self.key(Qt.Key.Key_Return)
            self.type(text)
        self.key(Qt.Key.Key_Escape)

    def menu(self, menu_id: str, action_id: str) -> None:
        """Open a menu of the menu bar, and the menu in it where the command is in one, and click a command in it."""
        inside = next((menu.inside for menu in SUBMENUS if menu.id == menu_id), menu_id)
        menu = self.window.commands.menu(inside)
        bar = self.window.menuBar()
        QTest.mouseClick(bar, LEFT, NO, bar.actionGeometry(menu.menuAction()).center())
        self.qtbot.waitUntil(menu.isVisible)
        part = action(action_id).menu
        if part != inside:
            within = self.window.commands.menu(part)
            QTest.mouseClick(menu, LEFT, NO, menu.actionGeometry(within.menuAction()).center())
            self.qtbot.waitUntil(within.isVisible)
            menu = within
        self.choose(menu, self.window.commands[action_id].text())

    def choose(self, menu: QMenu, text: str) -> None:
        """Click an entry of an open menu."""
        action = next(action for action in menu.actions() if action.text() == text)
        assert action.isEnabled(), f"{text} cannot be used"
        QTest.mouseClick(menu, LEFT, NO, menu.actionGeometry(action).center())
        QApplication.processEvents()

    # -- dialogs ---------------------------------------------------------------------------------------------

    def answering(self, answer: Callable[[QDialog], None], what: Callable[[], object]) -> None:
        """Do ``what``, which opens a dialog and waits for it; ``answer`` gets the dialog."""
        done: list[BaseException | None] = []
        tries = [0]

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            tries[0] += 1
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                if tries[0] < 200:
                    QTimer.singleShot(25, look)
                return
            try:
                answer(dialog)
                done.append(None)
            except BaseException as error:
                done.append(error)
                dialog.reject()  # else the test waits for ever

        QTimer.singleShot(0, look)
        what()
        self.qtbot.waitUntil(lambda: bool(done))
        if done[0] is not None:
            raise done[0]

    def with_file(self, path: Path, what: Callable[[], object]) -> None:
        """Do ``what``, which asks for a file, and type ``path`` there."""

        def answer(dialog: QDialog) -> None:
            assert isinstance(dialog, QFileDialog)
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            dialog.setDirectory(str(path.parent))
            field.selectAll()
            QTest.keyClicks(field, path.name)
            popup = QApplication.activePopupWidget()  # proposals of names
            if popup is not None:
                popup.hide()
            box = dialog.findChild(QDialogButtonBox)
            assert isinstance(box, QDialogButtonBox)
            accept = next(b for b in box.buttons() if box.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole)
            QTest.mouseClick(accept, LEFT)
            assert not dialog.isVisible(), field.text()

        self.answering(answer, what)

    def press_button(self, dialog: QWidget, text: str) -> None:
        button = next(b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.text() == text)
        QTest.mouseClick(button, LEFT)

    def bar_button(self, key: str, text: str) -> None:
        """Press a button of a bar under the toolbar."""
        bar = self.window.bars.bar(key)
        assert bar is not None, f"there is no bar {key}"
        self.press_button(bar, text)

    def saved(self) -> None:
        """Wait until the map is in its file, verified."""
        document = self.workspace.open_document
        self.qtbot.waitUntil(lambda: not self.shell.files.saver.busy_with(document))
        self.qtbot.waitUntil(lambda: not document.modified)


def in_a_wide_window(qtbot: QtBot, shell: Shell, path: Path) -> Person:
    """Somebody with the map at ``path``, in a window as wide as both of its panels want it."""
    window = shell.new_window()
    shell.begin(window, path)
    qtbot.waitExposed(window)
    person = Person(qtbot, shell, window)
    window.showNormal()
    window.resize(1600, 800)
    assert person.workspace.inspector.isWidgetType()  # asking for it makes the panels
    qtbot.wait(20)
    person.back_to_map()
    return person
