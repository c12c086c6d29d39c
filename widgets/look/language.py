"""Changing the language while the program runs: every widget hears it and asks for its texts again."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from model.i18n import set_language
from widgets.look.settle import settle


def speak(code: str) -> None:
    """Speak ``code`` ("nl", "en") from now on, in every open window.  Raises ValueError for an unknown language."""
    set_language(code)
    for window in QApplication.topLevelWidgets():
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    settle()
