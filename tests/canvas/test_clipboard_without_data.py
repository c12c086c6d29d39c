"""A clipboard that gives nothing at all, as some platforms do when its owner has gone, which Qt says as None."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from widgets.canvas.mime import cells_from_mime, clipboard_mime, holds_text, payload_from_mime


def test_it_is_an_empty_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def mimeData(self) -> None:
            return None

    with monkeypatch.context() as context:
        context.setattr(QGuiApplication, "clipboard", staticmethod(Gone))
        held = clipboard_mime()
    assert payload_from_mime(held) is None
    assert not holds_text(held)
    assert not cells_from_mime(held).rows


def test_what_is_there_is_given(qtbot: QtBot) -> None:
    board = QGuiApplication.clipboard()
    assert isinstance(board, QClipboard)
    board.setText("five notes")
    assert clipboard_mime().text() == "five notes"
