"""Files that are dropped on a window from the file manager: a map or template is opened, a diagram imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDropEvent

from model.i18n import translate

if TYPE_CHECKING:
    from app.files import Files
    from app.window import MainWindow


def map_suffixes() -> tuple[str, ...]:
    """The endings of what is opened as it is."""
    from model.files.native import SUFFIXES
    from model.owntemplates import SUFFIX

    return (*SUFFIXES, SUFFIX)


def diagram_suffixes() -> tuple[str, ...]:
    """The endings of what is read in as a new map."""
    from model.importers.base import IMPORTERS

    return tuple(suffix for importer in IMPORTERS.values() for suffix in importer.suffixes if importer.id != "json")


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The files of this computer that are dragged; none when there is nothing among them that we can open."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    known = {*map_suffixes(), *diagram_suffixes()}
    return paths if any(path.suffix.lower() in known for path in paths) else []


def accept(event: QDropEvent) -> list[Path]:
    """Take files, as copies whatever is proposed: for a move their owner would delete them."""
    paths = dropped_paths(event.mimeData())
    if paths:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()
    return paths


def take_later(files: Files, window: MainWindow, paths: list[Path]) -> None:
    """Open and import what was dropped, once the file manager has its answer: a question to the user may come."""
    if paths:
        QTimer.singleShot(0, window, lambda: take(files, window, paths))


def take(files: Files, window: MainWindow, paths: list[Path]) -> None:
    """Open and import files; the first in ``window`` where that shows no map, the others in windows of their own."""
    for path in paths:
        suffix = path.suffix.lower()
        if suffix in map_suffixes():
            files.open_path(window, path)
        elif suffix in diagram_suffixes():
            files.import_path(window, path)
        else:
            text = translate("Shell", "“{name}” is no map and no diagram. These can be opened: {kinds}.")
            kinds = ", ".join((*map_suffixes(), *diagram_suffixes()))
            files.tell(text.format(name=path.name, kinds=kinds), window)
