"""What commands on files do: open, import, recover, save, close.

SH1  A map that is shipped or cannot be written is opened as an unsaved copy.
SH2  Unsaved work is never closed without being asked for, and even then kept as recently discarded.
SH3  What a crash left is offered at the next start and stays until it is saved or discarded.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from app import filebars
from app.documents import Documents, OpenDocument
from app.filenames import file_filter, file_name, with_suffix
from app.saving import Saver
from app.versioning import Versioning
from model.document import Document
from model.files.errors import FileError, write_error
from model.files.native import SUFFIXES
from model.files.recovery import (
    FoundSession,
    discard,
    find_sessions,
    purge_discarded,
    recently_discarded,
    restore,
    tidy,
)
from model.i18n import translate
from model.owntemplates import SUFFIX, discarded_templates, own_path, purge_templates
from model.records import Language
from model.templates import example_path, make_from_template
from resources import resource_path

if TYPE_CHECKING:
    from app.reading import Readings
    from app.shell import Shell
    from app.templating import Templating
    from app.underneath import Underneath
    from app.window import MainWindow
    from model.importers.report import ImportReport
    from widgets.templates.chooser import TemplateChooser

POSTER_SUFFIX = ".pdf"
"""The ending of a poster, which carries its map."""


class Files(QObject):
    """The documents of this process and all that is done with their files."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.documents = Documents()
        self.saver = Saver(self)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._failed)
        self.versioning = Versioning(self)
        self._failing: dict[OpenDocument, datetime] = {}
        self._told_in_place: set[str] = set()

    @cached_property
    def templating(self) -> Templating:
        """What is done with templates; loaded when somebody chooses one."""
        from app.templating import Templating

        return Templating(self)

    @cached_property
    def readings(self) -> Readings:
        """The posters that are being read; loaded when there is one."""
        from app.reading import Readings

        return Readings(self, self._imported, self.tell)

    @cached_property
    def underneath(self) -> Underneath:
        """What happens to files outside this program; loaded when the first map is on the screen."""
        from app.underneath import Underneath

        return Underneath(self)

    # -- showing ---------------------------------------------------------------------------------------------

    def windows_of(self, document: OpenDocument) -> list[MainWindow]:
        """The windows that show a document."""
        windows = self._shell.windows
        return [w for w in windows if w.workspace is not None and w.workspace.open_document is document]

    def _show(self, window: MainWindow, document: OpenDocument) -> MainWindow:
        """The window that shows ``document`` now: the one that does so already, else ``window``, else a new one."""
        here = next(iter(self.windows_of(document)), None)
        if here is not None:
            here.raise_()
            here.activateWindow()
            return here
        target = window if window.workspace is None else self._shell.new_window()
        target.show_document(document)
        return target

    def tell(self, sentence: str, window: MainWindow) -> None:
        """Say what did not work; it stays until it is read."""
        filebars.tell(window, sentence)

    def release(self, document: OpenDocument) -> None:
        """A window shows a document no longer: it goes when no other window does."""
        if not self.windows_of(document):
            self._failing.pop(document, None)
            self.documents.close(document)

    # -- opening ---------------------------------------------------------------------------------------------

    def create(self, window: MainWindow, template_id: str, title: str, code: Language | None = None) -> None:
        """A new map from a template, in a language; in the one spoken where none is named."""
        own = own_path(template_id)
        if own is not None:
            self._open_template(window, own, title, code)
            return
        made = make_from_template(template_id, code or self._shell.settings.language, title)
        self._show(window, self.documents.new(made))

    def _open_template(self, window: MainWindow, path: Path, title: str, code: Language | None) -> None:
        """A new map of one of the user's own templates."""
        try:
            document = self.documents.open_template(path, title, code)
        except FileError as error:
            self.tell(str(error), window)
            return
        filebars.tell_report(self._show(window, document), document)

    def open_example(self, window: MainWindow, code: Language) -> None:
        """The example as a copy of one's own (SH1)."""
        self.open_path(window, example_path(code))

    def open_path(self, window: MainWindow, path: str | Path) -> bool:
        """Open a map, or say in one sentence why not; the one that a poster carries comes when it is read.  Whether
        it was opened now."""
        path = Path(path)
        if path.suffix.lower() == POSTER_SUFFIX:
            return self.import_path(window, path)
        shipped = resource_path().resolve() in path.resolve().parents
        try:
            if shipped or (path.is_file() and not os.access(path, os.W_OK)):
                document = self.documents.open_copy(path, read_only=not shipped)
            else:
                document = self.documents.open(path)
        except FileError as error:
            self.tell(str(error), window)
            return False
        shown = self._show(window, document)
        if shown.furnished:
            shown.bars.remove_bar("told")
        file = document.path or document.read_only
        if file is not None:
            note = partial(self._shell.remember, file, document.title, document.session.document.document_id)
            if shown.furnished or shown.workspace is None:
                note()
            else:
                shown.workspace.painted.connect(note)  # the map comes first
        if document.read_only is not None:
            filebars.tell_read_only(shown)
        filebars.tell_report(shown, document)
        if document.template is not None:
            self.templating.offer_to_keep(shown, document.template)
        return True

    def ask_and_open(self, window: MainWindow) -> None:
        """Ask which map, or which poster of one."""
        from PySide6.QtWidgets import QFileDialog  # not above: the first map is shown without

        kinds = file_filter(translate("Shell", "Journey maps and posters"), *SUFFIXES, SUFFIX, POSTER_SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Shell", "Open a map"), self.folder(), kinds)
        if chosen:
            self._shell.set("folder", str(Path(chosen).parent))
            self.open_path(window, Path(chosen))

    def ask_and_import(self, window: MainWindow) -> None:
        """Ask which diagram and read it in."""
        from PySide6.QtWidgets import QFileDialog  # not above: the first map is shown without

        from model.importers.base import IMPORTERS

        suffixes = [s for key in ("mermaid", "markdown") for s in IMPORTERS[key].suffixes]
        kinds = file_filter(translate("Shell", "Mermaid diagrams"), *suffixes)
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Shell", "Import a diagram"), self.folder(), kinds)
        if chosen:
            self._shell.set("folder", str(Path(chosen).parent))
            self.import_path(window, Path(chosen))

    def import_path(self, window: MainWindow, path: Path) -> bool:
        """Read a diagram in as a new map, and list what is to be known about it by line; a poster meanwhile, while one
        goes on working.  Whether that worked now."""
        from model.importers.base import UnknownKind, import_file

        if path.suffix.lower() == POSTER_SUFFIX:
            self.readings.read(window, path, self._shell.settings.language)
            return False
        try:
            made, report = import_file(path, None, self._shell.settings.language)
        except (FileError, UnknownKind) as error:
            self.tell(str(error), window)
            return False
        self._imported(window, made, report)
        return True

    def _imported(self, window: MainWindow, made: Document, report: ImportReport) -> None:
        if window not in self._shell.windows:
            return  # it was closed while a poster was read for it
        shown = self._show(window, self.documents.new(made, keep=True))
        if report.findings:
            filebars.list_findings(
                lambda: translate("Shell", "Imported, with remarks"),
                [(finding.line, finding.sentence) for finding in report.findings],
                shown,
            )
        else:
            said = translate("Shell", "Imported %n touchpoint(s)", n=len(made.touchpoints))
            shown.toasts.show_message(said, kind="done")

    # -- recovering ------------------------------------------------------------------------------------------

    def tidy(self) -> None:
        """Drop what earlier sessions left without any work in it, and what was discarded long ago.

        Call it before the first document is opened: a session that is just being made looks empty.
        """
        tidy()
        purge_discarded()
        purge_templates()

    def recover_left_work(self, window: MainWindow) -> None:
        """Offer what a crash left (SH3)."""
        found = find_sessions()
        if not found:
            return
        from app.recovering import show_both
        from widgets.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(found, window)
        dialog.opened.connect(lambda session: self.recover(window, session))
        dialog.discarded.connect(lambda session: self._discard(window, session))
        dialog.compared.connect(partial(show_both, dialog))
        dialog.open()

    def recover(self, window: MainWindow, found: FoundSession) -> None:
        """Open what was found as an unsaved copy."""
        try:
            document = self.documents.recover(found)
        except FileError as error:
            self.tell(str(error), window)
            return
        shown = self._show(window, document)
        filebars.tell_recovered(shown, found, document)
        filebars.tell_report(shown, document)

    def _discard(self, window: MainWindow, found: FoundSession) -> None:
        try:
            discard(found)
        except FileError as error:
            self.tell(str(error), window)

    def show_discarded(self, window: MainWindow) -> None:
        """List what was closed without saving, to be opened again."""
        found = recently_discarded()
        if not found:
            window.show_toast(translate("Shell", "No work was discarded in the last days."), False)
            return
        from app.discarded import DiscardedDialog

        dialog = DiscardedDialog(found, window)
        dialog.opened.connect(lambda session: self._take_back(window, session))
        dialog.open()

    def _take_back(self, window: MainWindow, found: FoundSession) -> None:
        try:
            self.recover(window, restore(found))
        except FileError as error:
            self.tell(str(error), window)

    # -- saving and closing ----------------------------------------------------------------------------------

    def save(self, window: MainWindow) -> bool:
        """Save a window's map; one without a file asks where.  Whether a save is under way."""
        workspace = window.workspace
        if workspace is None:
            return False
        workspace.commit()
        document = workspace.open_document
        if document.only_to_look_at:
            window.show_toast(document.why_not(), False)
            return False
        if document.path is None:
            return self.save_as(window)
        self.saver.save(document)
        return True

    def save_as(self, window: MainWindow) -> bool:
        """Ask where, and save there.  Whether a save is under way."""
        from PySide6.QtWidgets import QFileDialog  # not above: the first map is shown without

        workspace = window.workspace
        if workspace is None:
            return False
        workspace.commit()
        document = workspace.open_document
        if document.newer:
            window.show_toast(document.why_not(), False)
            return False
        proposed = document.path or Path(self.folder()) / (file_name(document.title) + SUFFIXES[0])
        kinds = file_filter(translate("Shell", "Journey maps"), *SUFFIXES)
        chosen, _ = QFileDialog.getSaveFileName(window, translate("Shell", "Save the map"), str(proposed), kinds)
        if not chosen:
            return False
        path = self.named(chosen, SUFFIXES, window)
        if path is None:
            return False
        other = self.documents.find(path)
        if other is not None and other is not document:
            self.tell(translate("Shell", "That map is open in another window. Choose another name."), window)
            return False
        self._shell.set("folder", str(path.parent))
        self.saver.save(document, path)
        return True

    def named(self, chosen: str, suffixes: Sequence[str], window: MainWindow) -> Path | None:
        """The chosen path with its suffix; None, said to the user, where that is a file nobody agreed to replace."""
        path = with_suffix(chosen, suffixes)
        try:
            taken = str(path) != chosen and path.exists()
        except OSError as error:
            self.tell(str(write_error(path, error)), window)
            return None
        if taken:
            text = translate("Shell", "“{name}” exists already. Choose another name.")
            self.tell(text.format(name=path.name), window)
            return None
        return path

    def keep_both(self, document: OpenDocument) -> None:
        """Save beside the file that another program changed, as a conflict copy of this machine, and go on there."""
        if document.path is not None:
            from socket import gethostname

            from model.files.copies import conflict_name

            self.saver.save(document, conflict_name(document.path, gethostname()))

    def open_own_copy(self, window: MainWindow, document: OpenDocument) -> None:
        """Go on in ``window`` with a copy of a map that may only be looked at: a map of its own, in no file yet."""
        shown = document.session.document
        copy = Document(shown.tables, extra=shown.extra, quarantine=shown.quarantine)
        window.exchange(self.documents.new(copy))

    def open_copy_of(self, window: MainWindow, document: Document) -> None:
        """An unsaved map of its own that says what ``document`` says."""
        copy = Document(document.tables, extra=document.extra, quarantine=document.quarantine)
        self._show(window, self.documents.new(copy, keep=True))

    def open_beside(self, window: MainWindow, path: Path) -> None:
        """Open another version of a window's map in a window of its own."""
        self.open_path(window, path)

    def _remember(self, document: OpenDocument) -> None:
        """Note what was saved for the start screen.  On the writer's thread: both take longer than a frame."""
        from app.mappictures import remember

        path = document.path
        if path is None:
            return
        entry = (path, document.title, document.session.document.document_id)
        self.saver.later(lambda: self._shell.recents.add(*entry), self._shell.remembered)
        for window in self.windows_of(document)[:1]:
            if window.workspace is not None and not document.modified:
                layout = window.workspace.editor.stage.layout
                self.saver.later(partial(remember, path, layout), self._shell.remembered)

    def _tell_in_place(self, document: OpenDocument) -> None:
        """Say that the file has several names, once for a map while the program runs."""
        told = document.session.document.document_id
        windows = [window for window in self.windows_of(document) if not window.closing]
        if document.in_place and windows and told not in self._told_in_place:
            self._told_in_place.add(told)
            for window in windows:
                filebars.tell_in_place(window, document)

    def _saved(self, document: OpenDocument) -> None:
        self._remember(document)
        self._failing.pop(document, None)
        self._tell_in_place(document)
        for window in self.windows_of(document):
            for key in ("recovered", "read_only", "save", "told"):
                window.bars.remove_bar(key)
            self.underneath.look_after(document)
            filebars.tell_lost(window, document)
            window.refresh()
            if window.closing:
                window.saved_so_close()

    def _failed(self, document: OpenDocument, error: Exception) -> None:
        """Say why a save failed and what can be done; the bar stays until a save succeeds."""
        since = self._failing.setdefault(document, datetime.now().astimezone())
        if document.watch is not None:
            document.watch.look()
        for window in self.windows_of(document):
            window.stay_open()
            if isinstance(error, FileError):
                may_merge = document.session.saved_document is not None
                merge = partial(self._merge, window, document) if may_merge else None
                filebars.tell_failed(window, error, since, partial(self.keep_both, document), merge)
            self.underneath.show_in(window)
        if not isinstance(error, FileError):
            raise error

    def _merge(self, window: MainWindow, document: OpenDocument) -> None:
        for other in self.windows_of(document):
            other.bars.remove_bar("save")
        self.underneath.merge(window, document)

    def may_close(self, window: MainWindow, document: OpenDocument) -> bool:
        """Whether a window may close now (SH2).  "Save" closes it when the file is verified."""
        if window.workspace is not None:
            window.workspace.commit()
        if len(self.windows_of(document)) > 1:
            return True
        if self.saver.busy_with(document):
            window.closing = True  # it closes, or asks, when the save is done
            return False
        if not document.modified:
            return True
        from widgets.dialogs.messages import ask_to_save

        answer = ask_to_save(window, document.title)
        if answer == "save":
            window.closing = True
            QTimer.singleShot(0, window, window.save_then_close)
        elif answer == "cancel":
            window.stay_open()
        return answer == "discard"

    # -- what the parts ask for --------------------------------------------------------------------------------

    def windows(self) -> list[MainWindow]:
        """Every window."""
        return list(self._shell.windows)

    def remember_folder(self, folder: Path) -> None:
        """Let file dialogs begin in ``folder`` from now on."""
        self._shell.set("folder", str(folder))

    def folder(self) -> str:
        """Where file dialogs begin: the folder used last, else the user's documents.

        One that is there: of another the system's dialog makes the folder that the program was started in.
        """
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known = (self._shell.settings.get("folder"), documents)
        return next(
            (each for each in known if isinstance(each, str) and each and Path(each).is_dir()), str(Path.home())
        )


def listen(chooser: TemplateChooser, window: MainWindow, files: Files) -> None:
    """Do what is asked for the user's own templates in a chooser of ``window``; what does it is loaded then."""
    chooser.file_requested.connect(lambda: files.templating.open_file(chooser, window))
    chooser.rename_requested.connect(lambda which: files.templating.rename(chooser, window, which))
    chooser.delete_requested.connect(lambda which: files.templating.delete(chooser, window, which))
    chooser.share_requested.connect(lambda which: files.templating.share(chooser, window, which))
    chooser.restore_requested.connect(lambda path: files.templating.put_back(window, Path(path)))
    chooser.set_discarded(discarded_templates)


def keep_picture(window: MainWindow) -> None:
    """Keep how the map of a window looks, for the list of recent maps; work that is in no file does not count."""
    from app.mappictures import remember

    workspace = window.workspace
    if workspace is None or workspace.open_document.modified:
        return
    file = workspace.open_document.path or workspace.open_document.read_only
    if file is not None:
        remember(file, workspace.editor.stage.layout)
