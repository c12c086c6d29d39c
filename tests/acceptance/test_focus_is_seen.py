"""Who works by keyboard sees where: Tab leads through every screen, and each control looks different when it has it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from operator import ne
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cut_labels import WALKED
from model.i18n import set_language
from screen_stage import Stage
from screens import open_screen
from widgets.look.theme import look

AROUND = 6
"""px round a control in which its ring lies."""
LEAST = 40
"""Pixels that differ at least; a caret alone is fewer, the ring round the smallest control is more than 200."""
EXCEPT = {"WallView"}
"""What is typed over the map on the wall goes to the line, whose caret stays: a ring would say nothing to a room."""
MOST_TABS = 400
SOME = {"start", "map", "list", "export-poster", "wall"}
"""Between them they have most kinds of controls; the others are walked in full runs."""
CHOSEN = [screen for screen in WALKED if os.environ.get("JOURNEYWALL_FULL") or screen.name in SOME]


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    qapp.setQuitOnLastWindowClosed(False)
    QApplication.setCursorFlashTime(0)  # a caret that stays is no difference
    made = Stage(qapp, tmp_path, "en", "light", QSize(1366, 768))
    look().reduce_motion(True)
    yield made
    made.end()
    look().reduce_motion(False)
    set_language("en")


def test_every_control_that_tab_reaches_shows_that_it_has_the_keyboard(stage: Stage) -> None:
    wrong: dict[str, list[str]] = {}
    looked_at: list[QWidget] = []
    for screen in CHOSEN:
        open_screen(stage, screen)
        top = stage.floating()[-1] if stage.floating() else stage.subject
        if not isinstance(top, QMenu):  # a menu is walked by arrows, and lights its row
            top.activateWindow()
            reached, unseen = walk(top, looked_at)
            if unseen or not reached:
                wrong[screen.name] = unseen or ["Tab reaches nothing"]
        stage.clear()
    assert not wrong, "\n".join(f"{name}: {said}" for name, said in wrong.items())


def walk(top: QWidget, looked_at: list[QWidget]) -> tuple[int, list[str]]:
    """Tab once round ``top``: how many controls had the keyboard, and those of which nobody would see it."""
    unseen: list[str] = []
    been: list[QWidget] = []

    def look_at(control: QWidget) -> None:
        if not any(control is other for other in looked_at) and type(control).__name__ not in EXCEPT:
            looked_at.append(control)
            if (differing := difference(control)) < LEAST:
                unseen.append(f"{type(control).__name__} {control.accessibleName()!r}: {differing} px")

    if (first := QApplication.focusWidget()) is not None and first.window() is top.window():
        look_at(first)
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is not None and been and now is been[-1]:
            continue  # along links, rows or the like of one control
        if now is None or now in been or now.window() is not top.window():
            break
        been.append(now)
        look_at(now)
    return len(been), unseen if len(been) > 1 else []  # where there is one control, the keyboard is nowhere else


def difference(control: QWidget) -> int:
    """How many px round ``control`` are others when it has the keyboard."""
    window = control.window()
    area = QRect(control.mapTo(window, QPoint(0, 0)), control.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    area = area.intersected(window.rect())
    control.clearFocus()
    QApplication.processEvents()
    without = window.grab(area).toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return pixels(window.grab(area).toImage(), without)


def pixels(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures of one size differ."""
    same_format = QImage.Format.Format_RGB32
    a, b = (bytes(image.convertToFormat(same_format).constBits()) for image in (one, other))
    if a == b:
        return 0
    return sum(map(ne, memoryview(a).cast("I"), memoryview(b).cast("I")))
