"""Print and export: what the menus open, and what is said when a file is made; loaded when somebody asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app import filebars
from app.filenames import file_filter, file_name
from app.settings import EXPORT_FOLDER
from model.export.base import ExportOptions, export_file
from model.export.errors import ExportError
from model.files.errors import FileError
from model.i18n import translate
from widgets.dialogs.export import ExportDialog

if TYPE_CHECKING:
    from app.files import Files
    from app.window import MainWindow


def export(files: Files, window: MainWindow, page: str) -> None:
    """Print and export: poster, workbook, picture."""
    workspace = window.workspace
    if workspace is None:
        return
    workspace.commit()
    document = workspace.open_document
    proposed, shown = export_folder(files, window) / file_name(document.title), workspace.editor.stage.options
    wanted = workspace.filtering.state.wanted if workspace.filtering is not None else None
    dialog = ExportDialog(workspace.bridge.document, proposed, page, window, shown, wanted)
    dialog.exported.connect(lambda path: remember_folder(window, Path(path)))
    dialog.exported.connect(lambda path: tell_exported(window, path))
    dialog.printed.connect(lambda words: window.toasts.show_message(words, kind="done", icon_name="printer"))
    dialog.open()


def export_folder(files: Files, window: MainWindow) -> Path:
    """Where exports of the map go: where one of it went while it is open, beside the map, where the last one of any map
    went, or where file dialogs begin.  It is there."""
    workspace = window.workspace
    path = None if workspace is None else workspace.open_document.path
    known = (
        None if workspace is None else workspace.exported_to,
        path.absolute().parent if path is not None else None,
        window.shell.settings.get(EXPORT_FOLDER),
    )
    return next((Path(each) for each in known if each and Path(each).is_dir()), Path(files.folder()))


def remember_folder(window: MainWindow, made: Path) -> None:
    """Keep where an export went: a file, or the folder of several."""
    folder = made if made.is_dir() else made.absolute().parent
    window.shell.set(EXPORT_FOLDER, str(folder))
    if window.workspace is not None:
        window.workspace.exported_to = str(folder)


def tell_exported(window: MainWindow, path: str) -> None:
    """Say where an export is, with a button that opens it, and what it lacks."""
    window.toasts.show_message(
        lambda: translate("Shell", "Saved as {name}").format(name=Path(path).name),
        kind="done",
        action=lambda: translate("Shell", "Open"),
        run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
    )
    filebars.tell_what_an_export_lacks(window)


def export_mermaid(files: Files, window: MainWindow) -> None:
    """Write a Mermaid diagram and list what it cannot hold."""
    workspace = window.workspace
    if workspace is None:
        return
    workspace.commit()
    proposed = export_folder(files, window) / (file_name(workspace.open_document.title) + ".mmd")
    kinds = file_filter(translate("Shell", "Mermaid diagrams"), ".mmd", ".mermaid")
    chosen, _ = QFileDialog.getSaveFileName(window, translate("Shell", "Save the diagram"), str(proposed), kinds)
    if not chosen:
        return
    path = files.named(chosen, (".mmd", ".mermaid"), window)
    if path is None:
        return
    try:
        made = export_file(workspace.bridge.document, path, ExportOptions())
    except (ExportError, FileError) as error:
        files.tell(str(error), window)
        return
    remember_folder(window, path)
    tell_exported(window, str(path))
    if made.findings:
        rows = [(0, finding) for finding in made.findings]
        filebars.list_findings(lambda: translate("Shell", "A Mermaid diagram cannot hold this"), rows, window)
