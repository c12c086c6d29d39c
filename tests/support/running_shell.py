"""A program that runs inside a test, and is ended without a question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.shell import Shell
from model.i18n import set_language
from widgets.look.theme import look


def end(shell: Shell) -> None:
    """Close every window of ``shell``, whatever is not saved."""
    for window in tuple(shell.windows):
        if window.workspace is not None:
            window.workspace.commit()
            session = window.workspace.open_document.session
            session.mark_saved(session.document, 1)  # nothing to ask about
        window.close()
    shell.stop()
    QApplication.processEvents()


@contextmanager
def shells(qapp: QApplication) -> Iterator[list[Shell]]:
    """What is put into the list is ended; then the look, the language and the clipboard are those of the beginning."""
    qapp.setQuitOnLastWindowClosed(False)
    started: list[Shell] = []
    yield started
    for shell in started:
        end(shell)
    look().choose("light")
    look().reduce_motion(False)
    set_language("en")
    QGuiApplication.clipboard().clear()
