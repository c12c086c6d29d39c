"""Versions of open maps: kept while they are worked on, listed, opened, gone back to.

VS1  Each map that holds unsaved work is kept every ten minutes, on the writer's thread.
VS2  A version that cannot be kept fails nothing; a bar says so until one is kept again.
VS3  Before going back today's map is kept; going back is one edit that undo takes back.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.documents import OpenDocument
from model.document import Document
from model.files.errors import FileError
from model.i18n import translate

if TYPE_CHECKING:
    from app.files import Files
    from app.window import MainWindow
    from model.files.versions import Version

WORK_MINUTES = 10
"""Minutes between two versions of work that is not saved."""

log = logging.getLogger(__name__)


class Versioning(QObject):
    """Keeps and shows the versions of the documents of this process."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._files = files
        self._last: WeakKeyDictionary[OpenDocument, Document] = WeakKeyDictionary()
        self._failing: WeakKeyDictionary[OpenDocument, str] = WeakKeyDictionary()
        self._timer = QTimer(self)
        self._timer.setInterval(WORK_MINUTES * 60_000)
        self._timer.timeout.connect(self.keep_work)
        self._timer.start()
        files.saver.kept.connect(self._kept)

    # -- keeping -----------------------------------------------------------------------------------------------

    def keep_work(self) -> None:
        """Keep a version of each map that holds unsaved work and was edited since the last time (VS1)."""
        for document in self._files.documents.all:
            if document.modified and self._last.get(document) is not document.session.document:
                self._last[document] = document.session.document
                self._files.saver.keep_work(document)

    def failing(self, document: OpenDocument) -> str:
        """Why versions of a document are not kept, as one sentence; "" while they are."""
        return self._failing.get(document, "")

    def _kept(self, document: OpenDocument, error: Exception | None) -> None:
        if error is None:
            self._failing.pop(document, None)
        elif isinstance(error, FileError):
            log.warning("a version was not kept: %s", type(error.__cause__ or error).__name__)
            self._failing[document] = str(error)
            self._last.pop(document, None)
        for window in self._files.windows_of(document):
            self.tell(window, document)
        if error is not None and not isinstance(error, FileError):
            raise error

    def tell(self, window: MainWindow, document: OpenDocument) -> None:
        """Show in a window that versions are not kept, or that they are again (VS2)."""
        sentence = self.failing(document)
        if not sentence:
            window.bars.remove_bar("versions")
        elif window.bars.bar("versions") is None:
            from widgets.controls.bar import Bar

            bar = Bar(
                "danger",
                "shield-exclamation",
                lambda: translate("Versions", "Versions are not protected."),
                lambda: self.failing(document),
            )
            bar.add_button(lambda: translate("Versions", "Try again"), partial(self._again, document), quiet=True)
            window.bars.show_bar("versions", bar)

    def _again(self, document: OpenDocument) -> None:
        self._files.saver.keep_work(document)

    # -- showing -----------------------------------------------------------------------------------------------

    def show(self, window: MainWindow) -> None:
        """List the versions of a window's map."""
        workspace = window.workspace
        if workspace is None:
            return
        from model.files.versions import versions

        workspace.commit()
        document = workspace.open_document
        found = versions(document.session.document.document_id)
        if not found:
            text = translate("Versions", "There is no earlier version yet. Each save keeps one.")
            window.show_toast(text, False)
            return
        from widgets.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(
            found,
            document.session.document,
            window,
            path=str(document.path or ""),
            options=workspace.editor.stage.options,
            may_go_back=not document.only_to_look_at,
        )
        dialog.compared.connect(partial(self.compare, window, document, dialog))
        dialog.copied.connect(partial(self.copy, window))
        dialog.restored.connect(partial(self.restore, window, document))
        dialog.open()

    def compare(
        self, window: MainWindow, document: OpenDocument, above: QObject, version: Version, earlier: Document
    ) -> None:
        """Lay an earlier version and today's map beside each other."""
        from PySide6.QtWidgets import QDialog

        from widgets.dialogs.compare import CompareDialog
        from widgets.dialogs.versions import when

        workspace = window.workspace
        if workspace is None or not isinstance(above, QDialog):
            return
        today = document.session.document
        dialog = CompareDialog(
            earlier,
            today,
            partial(when, version),
            lambda: translate("Versions", "Today"),
            above,
            options=workspace.editor.stage.options,
        )

        def chosen(run: partial[None]) -> None:
            above.accept()
            run()

        copy = partial(self.copy, window, version, earlier)
        dialog.add_choice(lambda: translate("Versions", "Open as a copy"), partial(chosen, copy))
        if not document.only_to_look_at:
            back = partial(self.restore, window, document, version, earlier)
            dialog.add_choice(lambda: translate("Versions", "Go back to it"), partial(chosen, back), "filled")
        dialog.open()

    def copy(self, window: MainWindow, _version: Version, earlier: Document) -> None:
        """Open an earlier version as an unsaved map of its own."""
        self._files.open_copy_of(window, earlier)

    def restore(self, window: MainWindow, document: OpenDocument, _version: Version, earlier: Document) -> None:
        """Go back to an earlier version, when today's is kept (VS3)."""

        def kept(error: Exception | None) -> None:
            if error is None:
                self._go_back(window, document, earlier)
            else:
                text = translate("Versions", "The map is as it was: today’s state could not be kept first. {reason}")
                self._files.tell(text.format(reason=error), window)

        self._files.saver.keep_work(document, "restore", kept)

    def _go_back(self, window: MainWindow, document: OpenDocument, earlier: Document) -> None:
        from model.restore import go_back

        if document not in self._files.documents.all or not isValid(window):
            return  # closed meanwhile
        changes = document.session.run(go_back, earlier)
        if not changes:
            window.show_toast(translate("Versions", "That is what the map says today."), False)
            return
        window.show_toast(translate("Versions", "Back at the earlier version"), True)
