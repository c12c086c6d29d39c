"""Forget a document on a borrowed computer: ask, close it where it is open, and wipe what is kept of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.settings import EXPORT_FOLDER
from model.files.atomic import read_file
from model.files.errors import FileError
from model.files.forget import forget_document, traces_of
from model.files.versions import id_in
from model.i18n import translate
from widgets.dialogs.forget import ForgetDialog
from widgets.start import StartScreen

if TYPE_CHECKING:
    from app.documents import OpenDocument
    from app.window import MainWindow

WAIT_MS = 50
"""How often it is looked whether a save that is under way has ended."""


def ask_about_open(window: MainWindow) -> None:
    """The map that a window shows."""
    workspace = window.workspace
    if workspace is None:
        return
    workspace.commit()
    document = workspace.open_document
    file = document.path or document.read_only
    _ask(window, document.session.document.document_id, str(file or ""), document.title, document)


def ask_about_recent(window: MainWindow, path: str) -> None:
    """A map of the list on the start screen; one that another window shows is closed there."""
    entry = next((entry for entry in window.shell.recents.entries() if entry.path == path), None)
    if entry is None:
        return
    document = window.shell.files.documents.find(path)
    known = entry.document_id or _id_of(path)
    _ask(window, known, path, window.shell.recent_text(entry), document)


def _id_of(path: str) -> str:
    """The id that stands in a file; "" where it cannot be read: the path tells then what is to be forgotten."""
    try:
        return id_in(read_file(path)[0])
    except FileError:
        return ""


def _ask(window: MainWindow, document_id: str, path: str, title: str, document: OpenDocument | None) -> None:
    unsaved = document is not None and document.modified
    traces = traces_of(document_id, path)
    dialog = ForgetDialog(title, path, traces, shown=document is not None, unsaved=unsaved, parent=window)
    dialog.agreed.connect(lambda: _forget(window, document_id, path, title, document))
    dialog.open()


def _forget(window: MainWindow, document_id: str, path: str, title: str, document: OpenDocument | None) -> None:
    files = window.shell.files
    if document is not None and files.saver.busy_with(document):
        QTimer.singleShot(WAIT_MS, window, lambda: _forget(window, document_id, path, title, document))
        return
    if document is not None:
        for shown in files.windows_of(document):
            shown.leave_map()
    for setting in ("folder", EXPORT_FOLDER):
        if path and window.shell.settings.get(setting) == str(Path(path).parent):
            window.shell.set(setting, "")
    # After all that is still being written of it: pictures, versions, the list of recent maps.
    files.saver.later(lambda: forget_document(document_id, path), lambda error: _forgotten(window, title, error))


def _forgotten(window: MainWindow, title: str, error: Exception | None) -> None:
    """Say how it went, and list what is left."""
    if isinstance(error, FileError):
        window.shell.files.tell(str(error), window)
    elif error is not None:
        raise error
    else:
        window.toasts.show_message(
            translate("Forget", "“{title}” is forgotten on this computer.").format(title=title), kind="done"
        )
    for other in window.shell.windows:
        page = other.pages.currentWidget()
        if isinstance(page, StartScreen):
            page.set_recents(window.shell.recent_maps())
