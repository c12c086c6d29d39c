"""The running program in a home of its own, set up to be looked at: screens.py says what is to be seen.

Everything is opened as a user opens it, in the program's own window; what must be there first (earlier versions, work
that a crash left, recent maps) is put there by the program's own code.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.mappictures import remember
from app.shell import Shell
from app.window import MainWindow
from app.workspace import Workspace
from model.changes import apply
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import native, sessions, versions
from model.files.journal import Journal
from model.files.native import dumps
from model.files.paths import sessions_folder
from model.layout.arrange import lay_out
from model.owntemplates import as_template, keep_template
from model.records import Item
from model.templates import example_path
from running_shell import end

NO = Qt.KeyboardModifier.NoModifier
NOON = datetime(2026, 5, 12, 12, 4, tzinfo=UTC)
"""When everything in the pictures happened."""


class Stage:
    """The program and its first window, of ``size`` px, with the example of ``language``."""

    def __init__(self, app: QApplication, home: Path, language: str, theme: str, size: QSize) -> None:
        self.home, self.language, self.size = home, language, size
        folder = home / "config"
        folder.mkdir(parents=True, exist_ok=True)
        settings = {"language": language, "theme": theme, "maximized": False, "window": [size.width(), size.height()]}
        (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        self.shell = Shell(app)
        self.example = native.load(example_path("nl" if language == "nl" else "en")).document
        self.maps = home / "maps"
        self.maps.mkdir(parents=True, exist_ok=True)
        self.file = self.maps / ("Sportschoenen.journey" if language == "nl" else "Sports shoes.journey")
        self._after: list[Callable[[], object]] = []
        self.window = self.shell.new_window()
        self.subject: QWidget = self.window
        """The window that is looked at."""
        self.show_start()

    # -- what there is ---------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def document(self) -> Document:
        return self.workspace.bridge.document

    @property
    def own_template(self) -> tuple[str, str]:
        """The name of the user's own template, and what it is for."""
        return ("Onze winkel", "Zo doen wij het") if self.language == "nl" else ("Our shop", "As we do it")

    def touchpoint(self, number: int) -> Item:
        return next(item for item in self.document.item_table.values() if item.number == number)

    def of_kind(self, kind: str) -> Item:
        """The first card of a kind on the map."""
        return next(item for item in self.document.placed if item.kind == kind)

    # -- time ------------------------------------------------------------------------------------------------

    def settle(self, ms: int = 60) -> None:
        """Let timers, threads and layouts have their turn."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something that comes in its own time."""
        for _ in range(2000):
            if until():
                self.settle(10)
                return
            self.settle(10)
        raise AssertionError("what was waited for did not come")

    def later(self, run: Callable[[], object]) -> None:
        """Do ``run`` when the screen was looked at."""
        self._after.append(run)

    # -- the two places to begin from ------------------------------------------------------------------------

    def show_start(self) -> None:
        """The start screen, with maps that were open lately."""
        if self.window.workspace is not None:
            self.window.leave_map()
        if not self.file.exists():
            self._keep_maps()
        self.shell.begin(self.window, None)
        self.window.resize(self.size)
        self.window.activateWindow()
        self.settle(150)

    def show_map(self, *, at: float = 0.0) -> None:
        """The example in its file; ``at`` is a zoom, 0 fits the map."""
        if self.window.workspace is None:
            assert self.shell.files.open_path(self.window, self.file)
            workspace = self.workspace
            self.window.furnish()
            _ = workspace.left, workspace.inspector
            self.window.activateWindow()
            self.settle(150)
        if at:
            self.workspace.editor.set_zoom(at)
        else:
            self.workspace.editor.fit()
        view = self.workspace.editor.view
        view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().minimum())
        self.settle()

    def _keep_maps(self) -> None:
        """Maps in files, as they were saved; the list of recent ones knows them and how they look."""
        other = native.load(example_path("en" if self.language == "nl" else "nl")).document
        small = self.example.info.title
        names = ("Open dag", "Verhuizen") if self.language == "nl" else ("Open day", "Moving house")
        for number, (name, document) in enumerate(((names[0], other), (names[1], self.example), ("", self.example))):
            path = self.maps / f"{name}.journey" if name else self.file
            native.save(document, path)
            self.shell.remember(path, name or small, f"{document.document_id}-{number}")
            remember(path, lay_out(document))
        keep_template(as_template(self.example, *self.own_template))

    def clear(self) -> None:
        """Close what was opened and choose nothing."""
        while self._after:
            self._after.pop()()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMenu) and widget.isVisible():
                widget.close()
        for dialog in reversed(self.open_dialogs()):
            dialog.reject()
        for widget in self.floating():
            widget.hide()
        self.subject = self.window
        workspace = self.window.workspace
        if workspace is not None:
            workspace.editor.view.unsetCursor()
            workspace.selection.clear()
            workspace.inspector.show_mode("details")
            workspace.editor.setFocus()
        for toast in self.window.toasts.toasts():
            toast.dismiss()
        self.window.activateWindow()
        self.settle(20)

    def end(self) -> None:
        """Close the program without a question."""
        self.clear()
        end(self.shell)

    # -- hands -----------------------------------------------------------------------------------------------

    def choose(self, *items: Item) -> None:
        """Choose cards and bring the first into sight."""
        self.workspace.selection.choose_cards([item.id for item in items])
        self.workspace.editor.reveal(items[0].id)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or self.workspace.editor.view, key, modifiers)
        QApplication.processEvents()

    def hover(self, item: Item) -> QPoint:
        """Move the pointer over a card; its place on the screen."""
        view = self.workspace.editor.view
        box = self.workspace.editor.stage.layout.cards[item.id]
        at = view.viewportTransform().map(QPointF(box.x + box.w / 2, box.y + box.h / 2))
        place = view.viewport().mapToGlobal(at.toPoint())
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QMouseEvent.Type.MouseMove, at, QPointF(place), none, none, NO)
        QApplication.sendEvent(view.viewport(), event)
        self.settle()
        return place

    def open_dialogs(self) -> list[QDialog]:
        """The dialogs that are open, those below first."""
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        return sorted(shown, key=_depth)

    # -- what must be there first ----------------------------------------------------------------------------

    def keep_versions(self) -> None:
        """Earlier versions of the map: of yesterday and today."""
        document = self.document
        first = document.touchpoints[3]
        kept: tuple[tuple[int, versions.Why, int], ...]
        kept = ((26, "save", 5), (25, "work", 9), (3, "save", 14), (1, "work", 22))
        for hours, why, number in kept:
            other = apply(cards.set_text(document, document.touchpoints[number].id, first.text), document)
            at = datetime.now(UTC) - timedelta(hours=hours)
            versions.keep(document.document_id, dumps(other), why=why, path=self.file, at=at)

    def leave_work(self) -> None:
        """What two crashes left; the file was changed since."""
        for note in ("Eerst", "Later") if self.language == "nl" else ("First", "Later"):
            journal = Journal(self.example, path=self.file, sha256="0" * 64)
            journal.append(cards.add_cards(self.example, "note", [note], Listing("inbox")))
            assert journal.flush()
            with journal._state:
                journal._ending = True
                for waiting in (journal._to_write, journal._to_sync, journal._to_base):
                    waiting.notify()
            info = sessions.read_info(journal.folder)
            info.pid = 2**22 + 3
            sessions.write_info(journal.folder, info)

    def forget_work(self) -> None:
        """Take away what :meth:`leave_work` left."""
        own = {window.workspace.open_document.journal.folder for window in self.shell.windows if window.workspace}
        for folder in sessions_folder().iterdir():
            if folder not in own:
                shutil.rmtree(folder, ignore_errors=True)

    # -- pictures --------------------------------------------------------------------------------------------

    def picture(self, area: QRect | None = None) -> QImage:
        """What stands on the screen: the window, and over it all that is open, each at its place."""
        shown = self.subject
        image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(image)
        corner = shown.mapToGlobal(QPoint(0, 0))
        for top in self.floating():
            painter.drawPixmap(top.mapToGlobal(QPoint(0, 0)) - corner, top.grab())
        painter.end()
        if area is None:
            return image
        ratio = image.devicePixelRatio()
        cut = area.intersected(shown.rect())
        place, size = cut.topLeft() * ratio, cut.size() * ratio
        return image.copy(QRect(place, size))

    def floating(self) -> list[QWidget]:
        """What is open over the windows, the lowest first: dialogs, then popups and menus."""
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, MainWindow)]
        return sorted((w for w in tops if w.parentWidget() is not None), key=_depth)

    def around_floating(self, margin: int = 8) -> QRect:
        """The part of the window in which all that is open stands."""
        found = QRect()
        for top in self.floating():
            found |= QRect(_place(top, self.subject), top.size())
        return found.adjusted(-margin, -margin, margin, margin)

    def around(self, *widgets: QWidget, margin: int = 8) -> QRect:
        """The part of the window in which these stand."""
        found = QRect()
        for widget in widgets:
            found |= QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())
        return found.adjusted(-margin, -margin, margin, margin)


def _place(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))


def _depth(widget: QWidget) -> tuple[bool, int]:
    depth, parent = 0, widget.parentWidget()
    while parent is not None:
        depth, parent = depth + parent.isWindow(), parent.parentWidget()
    return widget.windowType() == Qt.WindowType.Popup, depth
