"""The window: menus, bars, the canvas between its panels, and the start screen while no map is open.

The window shows and asks; what happens to documents is in :mod:`app.shell`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from widgets.panels.inspector import Inspector
from widgets.panels.left import LeftPanel

from app.actions import When
from app.commands import CommandSet
from app.documents import OpenDocument
from app.handlers import Handlers
from app.statusline import StatusLine
from app.topbar import TopBar
from model.files.errors import FileError
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.bar import Bar, BarStack
from widgets.controls.command_palette import CommandPalette
from widgets.controls.texts import language_changed
from widgets.controls.toast import ToastStack
from widgets.selection import Selection

if TYPE_CHECKING:
    from app.shell import Shell

LEFT_WIDTH, RIGHT_WIDTH, RAIL_WIDTH = 236, 300, 56
FOLD_BELOW = 1440
"""px of window width below which the left panel folds to a rail (look.md, section 3)."""


class Workspace(QWidget):
    """One open map in a window: panels and canvas, with the bridge and selection that they share."""

    def __init__(self, document: OpenDocument, host: QWidget) -> None:
        super().__init__()
        self.open_document = document
        self.bridge = SessionBridge(document.session, self)
        self.selection = Selection(self.bridge, self)
        self.editor = MapEditor(self.bridge, self.selection)
        self.left = LeftPanel(self.bridge, self.selection, self.editor)
        self.inspector = Inspector(self.bridge, self.selection, self.editor)
        box = QVBoxLayout(host)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for widget in (self.left, host, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT_WIDTH, 10_000, RIGHT_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)


class MainWindow(QMainWindow):
    """A window with a map, or with the start screen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.workspace: Workspace | None = None
        self._saved_at: datetime | None = None
        self._left_wanted: bool | None = None
        self._closing = False
        self.setMinimumSize(960, 600)
        self.resize(1600, 1000)
        self._host = QWidget()
        self.handlers = Handlers(self)
        self.commands = CommandSet(self, self._host, self.handlers.table())
        self.commands.fill_menu_bar(self.menuBar())
        self.topbar = TopBar(self.commands)
        self.bars = BarStack()
        self.pages = QStackedWidget()
        self.status = StatusLine()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.topbar, self.bars, self.pages, self.status):
            column.addWidget(widget)
        column.setStretchFactor(self.pages, 1)
        middle = QWidget()
        middle.setLayout(column)
        self.setCentralWidget(middle)
        self.toasts = ToastStack(self.pages)
        self.palette_popup = CommandPalette(self)
        self.palette_popup.command_chosen.connect(self.handlers.chosen)
        self.topbar.search.installEventFilter(self)
        self.topbar.hide()
        self.status.hide()
        self._watch = QTimer(self)
        self._watch.setInterval(1000)
        self._watch.timeout.connect(self.show_protection)
        self.refresh_commands()

    # -- pages -----------------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show the start screen."""
        start = self.shell.make_start(self)
        self.pages.addWidget(start)
        self.pages.setCurrentWidget(start)
        self.setWindowTitle("Journeywall")
        self.refresh_commands()

    def show_document(self, document: OpenDocument) -> None:
        """Show a map.  The window had none before."""
        workspace = Workspace(document, self._host)
        self.workspace = workspace
        while self.pages.count():
            page = self.pages.widget(0)
            if page is not None:
                self.pages.removeWidget(page)
                page.deleteLater()
        self.pages.addWidget(workspace)
        self.topbar.show()
        self.status.show()
        workspace.bridge.changed.connect(lambda *_: self.refresh())
        workspace.bridge.refused.connect(lambda sentence: self.toasts.show_message(sentence, kind="warn"))
        workspace.selection.changed.connect(self.refresh_commands)
        editor = workspace.editor
        editor.zoom_changed.connect(self.status.show_zoom)
        editor.toast.connect(self.show_toast)
        editor.draft.connect(document.journal.draft)
        editor.context_menu.connect(self._context_menu)
        editor.editing_changed.connect(lambda _editing: self.refresh_commands())
        self.status.zoom_chosen.connect(editor.set_zoom)
        self.status.fit_chosen.connect(editor.fit)
        self._watch.start()
        self._fold()
        self.refresh()
        QTimer.singleShot(0, editor.fit)
        editor.setFocus()

    # -- what it says ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the state of the document: title, safety, counts, names of undo and redo."""
        workspace = self.workspace
        if workspace is None:
            return
        document = workspace.open_document
        session = document.session
        mark = "[*]"
        self.setWindowTitle(f"{document.title.replace('[*]', '')}{mark} · Journeywall")
        self.setWindowModified(document.modified)
        undo, redo = session.history.undo_text, session.history.redo_text
        self.commands.set_title("undo", translate("Window", "Undo: {edit}").format(edit=undo) if undo else "")
        self.commands.set_title("redo", translate("Window", "Redo: {edit}").format(edit=redo) if redo else "")
        self.status.show_counts(session.document, len(workspace.selection.cards))
        self.show_protection()
        self.refresh_commands()

    def show_protection(self) -> None:
        """Say whether the work is safe; a red bar stays as long as it is not."""
        if self.workspace is None:
            return
        document = self.workspace.open_document
        protection = document.journal.protection
        self.status.show_saved(safe=protection.safe, modified=document.modified, saved_at=self._saved_at)
        if protection.safe:
            self.bars.remove_bar("protection")
        elif self.bars.bar("protection") is None:
            bar = Bar(
                "danger",
                "shield-exclamation",
                lambda: translate("Window", "Not protected."),
                lambda: document.journal.protection.sentence,
            )
            bar.add_button(lambda: translate("Window", "Save elsewhere"), self.handlers.save_as)
            self.bars.show_bar("protection", bar)

    def refresh_commands(self) -> None:
        """Enable what can be used now."""
        workspace = self.workspace
        state: dict[When, bool] = {"always": True}
        if workspace is not None:
            selection, session = workspace.selection, workspace.open_document.session
            cards = [session.document.item_table[i] for i in selection.cards if i in session.document.item_table]
            state |= {
                "map": True,
                "undo": session.can_undo,
                "redo": session.can_redo,
                "cards": bool(cards),
                "one_card": len(cards) == 1,
                "touchpoint": bool(cards) and all(card.kind == "touchpoint" for card in cards),
                "header": selection.kind in {"phase", "step", "lane"},
                "selection": selection.kind != "none",
                "clipboard": True,
            }
            self.status.show_counts(session.document, len(cards))
        self.commands.set_state(state)
        for action_id, shown in (("left_panel", self.left_shown), ("right_panel", self.right_shown)):
            self.commands[action_id].setChecked(shown)
        choice = self.shell.theme_choice
        for name in ("system", "light", "dark"):
            self.commands[f"theme_{name}"].setChecked(choice == name)
        for code in ("nl", "en"):
            self.commands[f"language_{code}"].setChecked(self.shell.language == code)

    def show_toast(self, sentence: str, undoable: bool) -> None:
        """Say what happened; with the way back where there is one."""
        workspace = self.workspace
        if undoable and workspace is not None:
            self.toasts.show_message(
                sentence, action=lambda: translate("Window", "Put back"), run=workspace.bridge.undo
            )
        else:
            self.toasts.show_message(sentence)

    def _context_menu(self, position: QPoint, _target: object) -> None:
        self.refresh_commands()
        menu = self.commands.context_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not menu.isEmpty():
            menu.popup(position)

    # -- panels ----------------------------------------------------------------------------------------------

    @property
    def left_shown(self) -> bool:
        """Whether the left panel is there, whole."""
        return self.workspace is not None and not self.workspace.left.folded

    @property
    def right_shown(self) -> bool:
        """Whether the inspector is there."""
        return self.workspace is not None and not self.workspace.inspector.isHidden()

    def show_left(self, shown: bool) -> None:
        """Unfold the left panel, or fold it to a rail."""
        self._left_wanted = shown
        self._fold()

    def show_right(self, shown: bool) -> None:
        """Show or hide the inspector."""
        if self.workspace is not None:
            self.workspace.inspector.setVisible(shown)
            self.refresh_commands()

    def _fold(self) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        wanted = self._left_wanted if self._left_wanted is not None else self.width() >= FOLD_BELOW
        workspace.left.set_folded(not wanted)
        sizes = workspace.splitter.sizes()
        total = sum(sizes)
        left = LEFT_WIDTH if wanted else RAIL_WIDTH
        right = sizes[2] if sizes[2] else RIGHT_WIDTH
        workspace.splitter.setSizes([left, max(200, total - left - right), right])
        self.refresh_commands()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit any more."""
        super().resizeEvent(event)
        crossed = (event.oldSize().width() >= FOLD_BELOW) != (event.size().width() >= FOLD_BELOW)
        if crossed:
            self._left_wanted = None
            self._fold()
        self.status.show_hint(event.size().width() >= 1300)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The search field of the bar opens the palette, by a click or a key."""
        if watched is self.topbar.search and event.type() in {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.KeyPress,
        }:
            key = getattr(event, "key", None)
            if key is not None and key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}:
                return False
            self.handlers.find()
            return True
        return False

    # -- saving and closing ----------------------------------------------------------------------------------

    def was_saved(self) -> None:
        """The document is in its file, verified."""
        self._saved_at = datetime.now().astimezone()
        self.bars.remove_bar("save")
        self.refresh()
        if self._closing:
            self.close()

    def save_failed(self, error: Exception) -> None:
        """Say why a save failed and what can be done; the bar stays until a save succeeds."""
        self._closing = False
        if not isinstance(error, FileError):
            raise error
        bar = Bar("danger", "alert-triangle", lambda: translate("Window", "Not saved."), str(error))
        bar.add_button(lambda: translate("Window", "Try again"), self.handlers.save, quiet=True)
        bar.add_button(lambda: translate("Window", "Save elsewhere"), self.handlers.save_as)
        self.bars.show_bar("save", bar)

    def save_then_close(self) -> None:
        """Close as soon as the map is saved."""
        self._closing = True
        if not self.handlers.save():
            self._closing = False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Warn before unsaved work would go out of sight (it is kept as recently discarded even then)."""
        workspace = self.workspace
        if workspace is None or self.shell.may_close(self, workspace.open_document):
            event.accept()
            self._watch.stop()
            if workspace is not None:
                workspace.editor.close_editor()
            self.shell.window_closed(self)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.commands.retranslate()
            self.refresh()
        super().changeEvent(event)
