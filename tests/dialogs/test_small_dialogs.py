"""Questions, messages, remarks, found work, shortcuts: what they say, and what the keyboard does to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from dialog_texts import cut, unnamed, untranslated
from model.files.recovery import FoundSession
from model.files.sessions import SessionInfo
from model.i18n import PSEUDO, set_language
from widgets.controls.labels import KeyCap
from widgets.dialogs.about import AboutDialog
from widgets.dialogs.base import BaseDialog, shortened
from widgets.dialogs.findings import FindingsDialog
from widgets.dialogs.messages import ErrorMessage, SaveQuestion, ask_to_save
from widgets.dialogs.recovery import RecoveryDialog
from widgets.dialogs.shortcuts import Group, ShortcutSheet
from widgets.look.theme import look

Shower = Callable[[QDialog], None]
LONG = "Buying sports shoes on line and picking them up in the shop, where they are not " * 3
GROUPS: list[Group] = [
    ("⟦File⟧", [("⟦Save⟧", ("Ctrl+S",)), ("⟦Nothing⟧", ())]),
    ("⟦Edit⟧", [("⟦Redo⟧", ("Ctrl+Shift+Z", "Ctrl+Y"))]),
]


def found(title: str, path: str = "", *, edits: int = 3, draft: bool = False, damaged: bool = False) -> FoundSession:
    """Work that a crash left."""
    when = datetime(2026, 5, 12, 14, 31).astimezone()
    return FoundSession(Path("/nowhere") / title, SessionInfo(), title, path, edits, draft, when, damaged)


SESSIONS = [found("Shoes", "/maps/shoes.journey", draft=True), found("", damaged=True), found("Moving", edits=1)]

DIALOGS: dict[str, Callable[[QMainWindow], BaseDialog]] = {
    "save": lambda window: SaveQuestion(LONG, window),
    "error": lambda window: ErrorMessage("KeyError: x", Path("/var/log/journeywall.log"), window),
    "findings": lambda window: FindingsDialog(lambda: "⟦Remarks⟧", [(12, "⟦Twelve⟧"), (0, "⟦None⟧")], window),
    "recovery": lambda window: RecoveryDialog(SESSIONS, window),
    "shortcuts": lambda window: ShortcutSheet(GROUPS, window),
    "about": AboutDialog,
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("code", ["nl", "en", PSEUDO])
@pytest.mark.parametrize("name", DIALOGS)
def test_every_text_is_translated_named_and_whole(
    name: str, code: str, theme: str, window: QMainWindow, show: Shower, tmp_path: Path
) -> None:
    set_language(code)
    look().choose("dark" if theme == "dark" else "light")
    dialog = DIALOGS[name](window)
    show(dialog)
    assert cut(dialog) == []
    assert unnamed(dialog) == []
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    if code == PSEUDO:
        own = (shortened(LONG), "KeyError: x", "/var/log/journeywall.log", "Shoes", "Moving", "/maps/shoes.journey")
        keys = ("Ctrl", "Shift", str(tmp_path / "home"), "Journeywall")
        assert untranslated(dialog, *own, *keys) == []
    dialog.reject()


@pytest.mark.parametrize("name", DIALOGS)
def test_texts_follow_a_change_of_language(name: str, window: QMainWindow, show: Shower, tmp_path: Path) -> None:
    from widgets.look.language import speak

    dialog = DIALOGS[name](window)
    show(dialog)
    speak(PSEUDO)
    own = (shortened(LONG), "KeyError: x", "/var/log/journeywall.log", "Shoes", "Moving", "/maps/shoes.journey")
    assert untranslated(dialog, *own, "Ctrl", "Shift", str(tmp_path / "home"), "Journeywall") == []


@pytest.mark.parametrize("name", DIALOGS)
def test_escape_closes_and_nothing_is_left_behind(name: str, window: QMainWindow, show: Shower, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](window)
    show(dialog)
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.findChildren(BaseDialog) == []


@pytest.mark.parametrize("name", ["save", "error", "findings", "recovery", "about"])
def test_the_default_button_has_the_keyboard_and_tab_comes_round(name: str, window: QMainWindow, show: Shower) -> None:
    dialog = DIALOGS[name](window)
    show(dialog)
    begin = QApplication.focusWidget()
    assert begin is not None
    assert begin.property("default") is True
    seen = []
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)
        seen.append(focus)
        if isinstance(focus, QPlainTextEdit):
            assert focus.tabChangesFocus()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is begin:
            break
    assert QApplication.focusWidget() is begin
    assert dialog.cross in seen


@pytest.mark.parametrize(
    ("key", "presses", "answer"),
    [
        (Qt.Key.Key_Return, 0, "save"),
        (Qt.Key.Key_Escape, 0, "cancel"),
        (Qt.Key.Key_Space, -1, "cancel"),
        (Qt.Key.Key_Space, -2, "discard"),
    ],
)
def test_the_question_answers_by_the_keyboard(key: Qt.Key, presses: int, answer: str, window: QMainWindow) -> None:
    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveQuestion)
        for _ in range(-presses):
            QTest.keyClick(dialog, Qt.Key.Key_Backtab)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    QTimer.singleShot(100, reply)
    assert ask_to_save(window, "Shoes") == answer


def test_the_cross_cancels_the_question(window: QMainWindow) -> None:
    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveQuestion)
        QTest.mouseClick(dialog.cross, Qt.MouseButton.LeftButton)

    QTimer.singleShot(100, reply)
    assert ask_to_save(window, "Shoes") == "cancel"


def test_a_title_in_a_question_is_cut_and_never_markup(window: QMainWindow, show: Shower) -> None:
    dialog = SaveQuestion("<b>" + "x" * 300, window)
    show(dialog)
    assert "<b>xxx" in dialog.heading.text()
    assert len(dialog.heading.text()) < 110
    assert dialog.heading.textFormat() == Qt.TextFormat.PlainText


def test_recovery_gives_the_session_of_its_row(window: QMainWindow, show: Shower, qtbot: QtBot) -> None:
    dialog = RecoveryDialog(SESSIONS, window)
    opened: list[object] = []
    discarded: list[object] = []
    dialog.opened.connect(opened.append)
    dialog.discarded.connect(discarded.append)
    show(dialog)
    QTest.mouseClick(dialog.rows[1].open, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.rows[1].discard, Qt.MouseButton.LeftButton)
    assert opened == [SESSIONS[1]]
    assert discarded == [SESSIONS[2]]
    assert dialog.isVisible()
    focus = QApplication.focusWidget()
    assert focus is dialog.rows[0].open, "the keyboard goes to a row that is left"
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert opened == [SESSIONS[1], SESSIONS[0]]


def test_later_leaves_all_as_it_is(window: QMainWindow, show: Shower) -> None:
    dialog = RecoveryDialog(SESSIONS, window)
    said: list[object] = []
    dialog.opened.connect(said.append)
    dialog.discarded.connect(said.append)
    show(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert said == []


def test_much_found_work_scrolls(window: QMainWindow, show: Shower) -> None:
    dialog = RecoveryDialog([found(f"Map {n}") for n in range(30)], window)
    show(dialog)
    assert dialog.height() <= window.height()
    assert len(dialog.rows) == 30


def test_the_remarks_are_copied(window: QMainWindow, show: Shower) -> None:
    dialog = FindingsDialog("Remarks", [(12, "Twelve"), (0, "None")], window)
    show(dialog)
    QGuiApplication.clipboard().clear()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "12\tTwelve\nNone"


def test_a_long_remark_shows_all_its_lines(window: QMainWindow, show: Shower) -> None:
    dialog = FindingsDialog("Remarks", [(1, "Short"), (2, LONG)], window)
    show(dialog)
    assert dialog.table.rowHeight(1) >= dialog.table.rowHeight(0) + 17


def test_thousands_of_remarks_open_at_once(window: QMainWindow, show: Shower) -> None:
    dialog = FindingsDialog("Remarks", [(n, LONG) for n in range(1, 5001)], window)
    show(dialog)
    assert dialog.table.rowCount() == 5000
    assert dialog.table.rowHeight(4999) >= 50


def test_shortcuts_are_found_by_words(window: QMainWindow, show: Shower) -> None:
    dialog = ShortcutSheet([("File", [("Save", ("Ctrl+S",)), ("Quit", ("Ctrl+Q",)), ("About", ())])], window)
    show(dialog)
    assert dialog.field.hasFocus()
    assert dialog.shown() == ["Save", "Quit"], "what has no shortcut is not listed"
    QTest.keyClicks(dialog.field, "sav")
    assert dialog.shown() == ["Save"]
    QTest.keyClicks(dialog.field, "xyz")
    assert dialog.shown() == []
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "the first Esc empties the field"
    assert dialog.shown() == ["Save", "Quit"]


def test_the_name_of_a_group_finds_all_its_keys(window: QMainWindow, show: Shower) -> None:
    along: Group = ("Writing along", [("Split the note", ("Ctrl+Return",)), ("Undo", ("U",))])
    dialog = ShortcutSheet([("Edit", [("Undo", ("Ctrl+Z",))]), along], window)
    show(dialog)
    QTest.keyClicks(dialog.field, "writing")
    assert dialog.shown() == ["Split the note", "Undo"]
    assert [cap.text() for cap in dialog.findChildren(KeyCap) if cap.isVisible()] == ["Ctrl Enter", "U"]
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "undo")
    assert dialog.shown() == ["Undo", "Undo"], "each in its group"


def test_the_report_can_be_copied(window: QMainWindow, show: Shower) -> None:
    dialog = ErrorMessage("KeyError: x", None, window)
    show(dialog)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Backtab)
    copy = QApplication.focusWidget()
    assert copy is not None
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "KeyError: x"
