"""The running program: its windows, documents, settings and recent files; what commands on files do.

SH1  A map that is shipped or cannot be written is opened as an unsaved copy.
SH2  Unsaved work is never closed without being asked for, and even then kept as recently discarded.
SH3  What a crash left is offered at the next start and stays until it is saved or discarded.
"""

from __future__ import annotations

import locale
import os
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from app.documents import Documents, OpenDocument
from app.handlers import file_filter, with_suffix
from app.saving import Saver
from app.window import MainWindow
from model.export.errors import ExportError
from model.files.errors import FileError
from model.files.native import SUFFIXES
from model.files.recovery import discard, find_sessions, purge_discarded
from model.files.store import RecentFiles, settings_store
from model.i18n import LANGUAGES, set_language, translate
from model.records import Language
from model.templates import example_path, make_from_template
from resources import resource_path
from widgets.look.theme import Choice, look
from widgets.start import RecentMap, StartScreen


class Shell(QObject):
    """One for the process."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.documents = Documents()
        self.saver = Saver(self)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._failed)
        self.recents = RecentFiles()
        self._store = settings_store()
        self._settings = self._store.read()
        self.windows: list[MainWindow] = []

    # -- settings --------------------------------------------------------------------------------------------

    @property
    def language(self) -> Language:
        """The language of the interface: the chosen one, else the system's."""
        chosen = self._settings.get("language")
        if chosen in LANGUAGES:
            return cast(Language, chosen)
        spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
        return "nl" if spoken.lower().startswith("nl") else "en"

    @property
    def theme_choice(self) -> Choice:
        """Light, dark, or as the system."""
        chosen = self._settings.get("theme")
        return cast(Choice, chosen) if chosen in {"light", "dark", "system"} else "light"

    def choose_language(self, code: str) -> None:
        """Speak ``code`` in every window from now on."""
        self._set("language", code)
        set_language(code)
        for widget in self._app.topLevelWidgets():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))

    def choose_theme(self, choice: Choice) -> None:
        """Show light or dark, or follow the system."""
        self._set("theme", choice)
        look().choose(choice)
        for window in self.windows:
            window.refresh_commands()

    def _set(self, key: str, value: object) -> None:
        self._settings = {**self._settings, key: value}
        try:
            self._store.write(self._settings)
        except FileError as error:
            self._tell(str(error))

    # -- windows ---------------------------------------------------------------------------------------------

    def new_window(self) -> MainWindow:
        """A window without a map."""
        window = MainWindow(self)
        self.windows.append(window)
        window.show()
        return window

    def window_closed(self, window: MainWindow) -> None:
        """Forget a window; its document goes when no other window shows it."""
        if window in self.windows:
            self.windows.remove(window)
        workspace = window.workspace
        if workspace is None:
            return
        workspace.bridge.close()
        document = workspace.open_document
        if not self._windows_of(document):
            self.documents.close(document, keep=document.modified)

    def _windows_of(self, document: OpenDocument) -> list[MainWindow]:
        return [w for w in self.windows if w.workspace is not None and w.workspace.open_document is document]

    def start_screen(self, window: MainWindow) -> None:
        """The start screen in a window without a map."""
        if window.workspace is None:
            window.show_start()
        else:
            self.new_window().show_start()

    def make_start(self, window: MainWindow) -> StartScreen:
        """A start screen whose wishes are heard."""
        start = StartScreen()
        start.open_requested.connect(
            lambda path: self.open_path(window, Path(path)) if path else self.ask_and_open(window)
        )
        start.import_requested.connect(lambda: self.ask_and_import(window))
        start.create_requested.connect(lambda template, title: self.create(window, template, title))
        start.example_requested.connect(lambda code: self.open_example(window, code))
        start.language_chosen.connect(self.choose_language)
        start.set_recents([_recent(entry.path, entry.title) for entry in self.recents.entries()])
        return start

    def quit(self) -> None:
        """Close every window; stop where one must not be closed."""
        for window in tuple(self.windows):
            if not window.close():
                return

    def _show(self, window: MainWindow, document: OpenDocument) -> MainWindow:
        here = next((w for w in self._windows_of(document)), None)
        if here is not None:
            here.raise_()
            here.activateWindow()
            return here
        target = window if window.workspace is None else self.new_window()
        target.show_document(document)
        return target

    def _tell(self, sentence: str, window: MainWindow | None = None) -> None:
        shown = window or (self.windows[-1] if self.windows else None)
        if shown is not None:
            shown.toasts.show_message(sentence, kind="warn")

    # -- opening ---------------------------------------------------------------------------------------------

    def create(self, window: MainWindow, template_id: str, title: str) -> None:
        """A new map from a template."""
        self._show(window, self.documents.new(make_from_template(template_id, self.language, title)))

    def open_example(self, window: MainWindow, code: str) -> None:
        """The example as a copy of one's own (SH1)."""
        self.open_path(window, example_path(cast(Language, code)))

    def open_path(self, window: MainWindow, path: Path) -> None:
        """Open a map, and say in one sentence why not."""
        try:
            document = self._open(path)
        except FileError as error:
            self._tell(str(error), window)
            return
        shown = self._show(window, document)
        if document.path is not None:
            self._remember(document)
        self._tell_report(shown, document)

    def _open(self, path: Path) -> OpenDocument:
        shipped = resource_path().resolve() in path.resolve().parents
        readable = path.exists() and not os.access(path, os.W_OK)
        if not shipped and not readable:
            return self.documents.open(path)
        from model.files.native import load

        return self.documents.new(load(path).document, keep=readable and not shipped)

    def ask_and_open(self, window: MainWindow) -> None:
        """Ask which map."""
        kinds = file_filter(translate("Shell", "Journey maps"), *SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Shell", "Open a map"), self._folder(), kinds)
        if chosen:
            self._set("folder", str(Path(chosen).parent))
            self.open_path(window, Path(chosen))

    def ask_and_import(self, window: MainWindow) -> None:
        """Ask which diagram, read it, and list what is to be known about it by line."""
        from widgets.dialogs.findings import FindingsDialog

        from model.importers.base import IMPORTERS, UnknownKind, import_file

        suffixes = [s for key in ("mermaid", "markdown") for s in IMPORTERS[key].suffixes]
        kinds = file_filter(translate("Shell", "Mermaid diagrams"), *suffixes)
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Shell", "Import a diagram"), self._folder(), kinds)
        if not chosen:
            return
        try:
            made, report = import_file(chosen, None, self.language)
        except (FileError, UnknownKind) as error:
            self._tell(str(error), window)
            return
        shown = self._show(window, self.documents.new(made, keep=True))
        if report.findings:
            FindingsDialog(
                lambda: translate("Shell", "Imported, with remarks"),
                [(finding.line, finding.sentence) for finding in report.findings],
                shown,
            ).open()
        else:
            said = translate("Shell", "Imported %n touchpoint(s)", n=len(made.touchpoints))
            shown.toasts.show_message(said, kind="done")

    def _tell_report(self, window: MainWindow, document: OpenDocument) -> None:
        """A bar with what opening found, when that is more than a notice."""
        from widgets.dialogs.findings import FindingsDialog

        from widgets.controls.bar import Bar

        serious = document.report.serious
        if not serious:
            return
        rows = [(problem.line or 0, problem.text) for problem in serious]
        bar = Bar(
            "warn",
            "alert-triangle",
            lambda: translate("Shell", "Opened with remarks."),
            lambda: translate("Shell", "%n remark(s); the file itself was not changed.", n=len(rows)),
        )
        bar.add_button(lambda: translate("Shell", "Fine"), lambda: window.bars.remove_bar("report"), quiet=True)
        bar.add_button(
            lambda: translate("Shell", "View"),
            lambda: FindingsDialog(lambda: translate("Shell", "Opened with remarks"), rows, window).open(),
        )
        window.bars.show_bar("report", bar)

    def recover_left_work(self, window: MainWindow) -> None:
        """Offer what a crash left (SH3)."""
        purge_discarded()
        found = find_sessions()
        if not found:
            return
        from widgets.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(found, window)
        dialog.opened.connect(lambda session: self._recover(window, session))
        dialog.discarded.connect(self._discard)
        dialog.open()

    def _recover(self, window: MainWindow, session: object) -> None:
        from model.files.recovery import FoundSession
        from widgets.controls.bar import Bar

        found = cast(FoundSession, session)
        try:
            document = self.documents.recover(found)
        except FileError as error:
            self._tell(str(error), window)
            return
        shown = self._show(window, document)
        time = found.last_edit.strftime("%H:%M")
        bar = Bar(
            "info",
            "history",
            lambda: translate("Shell", "Recovered."),
            lambda: translate("Shell", "%n edit(s) up to {time}. Save to keep them.", n=found.edits).format(time=time),
        )
        bar.add_button(lambda: translate("Shell", "Fine"), lambda: shown.bars.remove_bar("recovered"), quiet=True)
        bar.add_button(lambda: translate("Shell", "Save"), shown.handlers.save)
        shown.bars.show_bar("recovered", bar)
        self._tell_report(shown, document)

    def _discard(self, session: object) -> None:
        from model.files.recovery import FoundSession

        try:
            discard(cast(FoundSession, session))
        except FileError as error:
            self._tell(str(error))

    # -- saving and closing ----------------------------------------------------------------------------------

    def save(self, window: MainWindow) -> bool:
        """Save a window's map; one without a file asks where.  Whether a save is under way."""
        workspace = window.workspace
        if workspace is None:
            return False
        workspace.editor.commit_edit()
        document = workspace.open_document
        if document.path is None:
            return self.save_as(window)
        self.saver.save(document, document.prepare_save())
        return True

    def save_as(self, window: MainWindow) -> bool:
        """Ask where, and save there.  Whether a save is under way."""
        workspace = window.workspace
        if workspace is None:
            return False
        workspace.editor.commit_edit()
        document = workspace.open_document
        proposed = document.path or Path(self._folder()) / (file_name(document.title) + SUFFIXES[0])
        kinds = file_filter(translate("Shell", "Journey maps"), *SUFFIXES)
        chosen, _ = QFileDialog.getSaveFileName(window, translate("Shell", "Save the map"), str(proposed), kinds)
        if not chosen:
            return False
        path = with_suffix(chosen, SUFFIXES[0])
        other = self.documents.find(path)
        if other is not None and other is not document:
            self._tell(translate("Shell", "That map is open in another window. Choose another name."), window)
            return False
        self._set("folder", str(path.parent))
        self.saver.save(document, document.prepare_save(path))
        return True

    def _saved(self, document: OpenDocument) -> None:
        self._remember(document)
        for window in self._windows_of(document):
            window.bars.remove_bar("recovered")
            window.was_saved()

    def _failed(self, document: OpenDocument, error: Exception) -> None:
        for window in self._windows_of(document):
            window.save_failed(error)

    def _remember(self, document: OpenDocument) -> None:
        if document.path is None:
            return
        try:
            self.recents.add(document.path, document.title, document.session.document.document_id)
        except FileError as error:
            self._tell(str(error))

    def may_close(self, window: MainWindow, document: OpenDocument) -> bool:
        """Whether a window may close now (SH2).  "Save" closes it when the file is verified."""
        if window.workspace is not None:
            window.workspace.editor.commit_edit()
        if not document.modified or len(self._windows_of(document)) > 1:
            return True
        from widgets.dialogs.messages import ask_to_save

        answer: str = ask_to_save(window, document.title)
        if answer == "save":
            QTimer.singleShot(0, window.save_then_close)
        return answer == "discard"

    # -- exports ---------------------------------------------------------------------------------------------

    def export(self, window: MainWindow, page: str) -> None:
        """Print and export: poster, workbook, picture."""
        workspace = window.workspace
        if workspace is None:
            return
        from widgets.dialogs.export import ExportDialog

        workspace.editor.commit_edit()
        document = workspace.open_document
        folder = document.path.parent if document.path else Path(self._folder())
        dialog = ExportDialog(workspace.bridge.document, folder / file_name(document.title), page, window)
        dialog.exported.connect(lambda path: self._exported(window, path))
        dialog.open()

    def _exported(self, window: MainWindow, path: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        window.toasts.show_message(
            translate("Shell", "Saved as {name}").format(name=Path(path).name),
            kind="done",
            action=lambda: translate("Shell", "Open"),
            run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
        )

    def export_mermaid(self, window: MainWindow) -> None:
        """Write a Mermaid diagram and list what it cannot hold."""
        from widgets.dialogs.findings import FindingsDialog

        from model.export.base import ExportOptions, export_file

        workspace = window.workspace
        if workspace is None:
            return
        workspace.editor.commit_edit()
        proposed = Path(self._folder()) / (file_name(workspace.open_document.title) + ".mmd")
        kinds = file_filter(translate("Shell", "Mermaid diagrams"), ".mmd", ".mermaid")
        chosen, _ = QFileDialog.getSaveFileName(window, translate("Shell", "Save the diagram"), str(proposed), kinds)
        if not chosen:
            return
        path = with_suffix(chosen, ".mmd")
        try:
            made = export_file(workspace.bridge.document, path, ExportOptions())
        except (ExportError, FileError) as error:
            self._tell(str(error), window)
            return
        self._exported(window, str(path))
        if made.findings:
            rows = [(0, finding) for finding in made.findings]
            FindingsDialog(lambda: translate("Shell", "A Mermaid diagram cannot hold this"), rows, window).open()

    # -- help ------------------------------------------------------------------------------------------------

    def show_shortcuts(self, window: MainWindow) -> None:
        """Every command with its keys."""
        from widgets.dialogs.shortcuts import ShortcutSheet

        from app.actions import ACTIONS, MENUS

        groups = [
            (menu.title.replace("&", ""), [(s.title.rstrip("…"), s.shortcuts) for s in ACTIONS if s.menu == menu.id])
            for menu in MENUS
        ]
        ShortcutSheet(groups, window).open()

    def show_about(self, window: MainWindow) -> None:
        """Version, licence, and where work is kept."""
        from widgets.dialogs.about import AboutDialog

        AboutDialog(window).open()

    def _folder(self) -> str:
        chosen = self._settings.get("folder")
        if isinstance(chosen, str) and Path(chosen).is_dir():
            return chosen
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _recent(path: str, title: str) -> RecentMap:
    try:
        changed = datetime.fromtimestamp(Path(path).stat().st_mtime).astimezone()
        detail = f"{changed.day}-{changed.month}-{changed.year} · {Path(path).name}"
    except OSError:
        detail = path
    return RecentMap(path, title or Path(path).stem, detail)


def file_name(title: str) -> str:
    """A title as the beginning of a file name that every system takes."""
    plain = "".join(c if c.isalnum() or c in " -_.,()&" else " " for c in title)
    return " ".join(plain.split())[:80].strip(" .") or translate("Shell", "map")
