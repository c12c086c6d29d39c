"""A text that is too long for its line: an ellipsis while nobody writes, the whole of it in the tooltip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from model.commands import cards
from model.commands.links import add_action
from model.commands.places import Listing
from panel_room import Room
from widgets.panels.fields import LineField
from widgets.panels.inspector_actions import ActionRow

LONG = "Maten van vijf merken naast elkaar leggen en per merk zeggen hoe het valt, en dat op de site zetten"
TAGGED = "<b>Maten</b> van vijf merken naast elkaar leggen & per merk zeggen hoe het valt, op de site"


class Lines:
    """Two fields of one line, below each other in a window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.long, self.other = (LineField("Action") for _ in range(2))
        column = QVBoxLayout(self.window)
        for field in (self.long, self.other):
            field.setProperty("quiet", True)
            column.addWidget(field)
        self.window.setFixedSize(240, 120)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.setFocus()

    def picture(self, field: LineField) -> QImage:
        return field.grab().toImage()


@pytest.fixture
def lines(qtbot: QtBot) -> Lines:
    return Lines(qtbot)


def ask_tooltip(field: LineField) -> str:
    QToolTip.hideText()
    place = QPoint(20, 10)
    QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, place, field.mapToGlobal(place)))
    return QToolTip.text()


def test_a_long_text_ends_in_an_ellipsis_until_one_writes(lines: Lines) -> None:
    lines.long.show_value(LONG)
    short = next(LONG[:end] for end in range(len(LONG), 0, -1) if _looks_like(lines, LONG[:end] + "…"))
    assert 15 < len(short) < 60
    lines.long.setFocus(Qt.FocusReason.TabFocusReason)
    assert not _looks_like(lines, short + "…")
    assert lines.long.text() == LONG, "nothing of it is lost"
    QTest.keyClick(lines.long, Qt.Key.Key_End)
    QTest.keyClicks(lines.long, "!")
    said: list[str] = []
    lines.long.committed.connect(said.append)
    lines.other.setFocus(Qt.FocusReason.TabFocusReason)
    assert said == [LONG + "!"]


def _looks_like(lines: Lines, text: str) -> bool:
    """Whether the long field looks as the other one with ``text``, which fits."""
    lines.other.show_value(text)
    if lines.other.fontMetrics().horizontalAdvance(text) > lines.other.width() - 20:
        return False
    return lines.picture(lines.long) == lines.picture(lines.other)


def test_the_tooltip_says_all_of_it_letter_by_letter(lines: Lines) -> None:
    lines.long.show_value("Maten")
    assert ask_tooltip(lines.long) == "", "what fits needs none"
    lines.long.show_value(TAGGED)
    assert ask_tooltip(lines.long) == (
        "<span>&lt;b&gt;Maten&lt;/b&gt; van vijf merken naast elkaar leggen &amp; per merk zeggen hoe het valt, "
        "op de site</span>"
    )
    QToolTip.hideText()


def test_an_action_in_the_inspector_is_cut_so(room: Room) -> None:
    made = room.bridge.run(cards.add_cards, "solution", ["Maattabel"], Listing("inbox"))
    solution = made.added("items")[0]
    room.bridge.run(add_action, solution, LONG)
    room.selection.choose_cards([solution])
    QApplication.processEvents()
    row = room.inspector.findChild(ActionRow)
    assert isinstance(row, ActionRow)
    assert ask_tooltip(row.text) == f"<span>{LONG}</span>"
    QToolTip.hideText()
