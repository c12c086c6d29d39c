"""What tests of the export dialog do alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from widgets.dialogs.export import ExportDialog


def settle(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait until what was asked for is shown, with what follows from it."""
    QTest.qWait(20)
    qtbot.waitUntil(lambda: not dialog.worker.busy)


def answer(monkeypatch: pytest.MonkeyPatch, *names: Path | str) -> list[str]:
    """Let the system's dialog answer with these names, in turn; what was proposed to it."""
    replies, proposed = iter(names), list[str]()

    def reply(_parent: object, _title: str, where: str, _kinds: str) -> tuple[str, str]:
        proposed.append(where)
        return str(next(replies)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", reply)
    return proposed
