"""Dialogs over a window, under real key and mouse events; each test has a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from model.i18n import set_language
from widgets.look.theme import install, look


@pytest.fixture(autouse=True)
def _home(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    install(qapp, "light")
    look().reduce_motion(True)
    set_language("en")
    yield
    look().choose("light")
    look().reduce_motion(False)
    set_language("en")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window to stand over, as small as ours may be."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(960, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


Shower = Callable[[QDialog], None]


@pytest.fixture
def show(qtbot: QtBot) -> Shower:
    """Opens a dialog and waits for the keyboard."""

    def shown(dialog: QDialog) -> None:
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)

    return shown
