"""The window: menus, bars, and a page for the start screen or the map.

It shows and asks; what happens to files is in :mod:`app.files`.  It can be painted before anything but Qt is loaded:
the pages come after its first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.actions import MENUS
from widgets.look.menubar import MenuBar

if TYPE_CHECKING:
    from app.commands import CommandSet
    from app.documents import OpenDocument
    from app.handlers import Handlers
    from app.listcolumns import ListKind
    from app.shell import Shell
    from app.statusline import StatusLine
    from app.topbar import TopBar
    from app.workspace import Workspace
    from model.commands.places import Cell
    from widgets.controls.bar import BarStack
    from widgets.controls.command_palette import CommandPalette
    from widgets.controls.toast import Choices, ToastStack
    from widgets.lists.columns import Arrangement

TOPBAR_HEIGHT, STATUS_HEIGHT = 48, 28
"""px (look.md, section 3)."""
HINT_FROM = 1200
"""px of the window from which the status line has room for its hint."""
WATCH_MS = 400
"""How often the window asks whether the work is protected: a disk that hangs tells nobody."""
MADE_LATE = frozenset({"commands", "handlers", "topbar", "status", "bars", "toasts", "palette_popup"})
"""What a window has from the first paint of its map on, or as soon as it is asked for."""


class MainWindow(QMainWindow):
    """A window with a map, or with the start screen.

    A new one is a light frame: the names of the menus and empty bars.  :meth:`furnish` makes it work; it is called
    when the first map was painted, or the frame where there is no map, or at once for a second window.
    """

    painted = Signal()
    """The window was painted for the first time."""

    commands: CommandSet
    handlers: Handlers
    topbar: TopBar
    status: StatusLine
    bars: BarStack
    toasts: ToastStack
    palette_popup: CommandPalette

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.workspace: Workspace | None = None
        self.closing = False
        """The window closes as soon as its map is saved; with ``map_only`` the map does, and the window stays."""
        self.map_only = False
        self.furnished = False
        self._fresh = True
        self._host = QWidget()
        self._watch: QTimer | None = None
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.setMenuBar(MenuBar())
        # Without the letters to press with Alt: they work when the menus are filled.
        self._menus = [QMenu(spec.title.replace("&", ""), self.menuBar()) for spec in MENUS]
        for menu in self._menus:
            self.menuBar().addMenu(menu)
        self._top, self._bottom = _empty_bar("topbar", TOPBAR_HEIGHT), _empty_bar("statusline", STATUS_HEIGHT)
        self.pages = QStackedWidget()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self._top, self.pages, self._bottom):
            self._column.addWidget(widget)
        self._column.setStretchFactor(self.pages, 1)
        middle = QWidget()
        middle.setLayout(self._column)
        self.setCentralWidget(middle)
        self.setWindowTitle("Journeywall")
        self.show_frame(False)

    def furnish(self) -> None:
        """Fill menus and bars."""
        if self.furnished:
            return
        self.furnished = True
        self.shell.finish_look()
        from app.commands import CommandSet
        from app.handlers import Handlers
        from app.recentmaps import RecentMaps
        from app.statusline import StatusLine
        from app.topbar import TopBar
        from widgets.controls.bar import BarStack
        from widgets.controls.command_palette import CommandPalette
        from widgets.controls.toast import ToastStack

        self.handlers = Handlers(self)
        self.commands = CommandSet(self, self._host, self.handlers.run)
        self.commands.fill_menus(self._menus)
        self.commands.menu_opens.connect(self.refresh_commands)
        self._recents = RecentMaps(self)
        self.commands.insert_submenu("open_example", self._recents)
        self.topbar = TopBar(self.commands)
        self.status = StatusLine(self.commands)
        self.bars = BarStack()
        for place, empty, bar in ((0, self._top, self.topbar), (2, self._bottom, self.status)):
            bar.setVisible(not empty.isHidden())
            self._column.removeWidget(empty)
            empty.deleteLater()
            self._column.insertWidget(place, bar)
        self._top, self._bottom = self.topbar, self.status
        self._column.insertWidget(1, self.bars)
        self.toasts = ToastStack(self.pages)
        self.palette_popup = CommandPalette(self)
        self.palette_popup.command_chosen.connect(self.handlers.chosen)
        self.topbar.search.installEventFilter(self)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.show_protection)
        self._retranslate()
        self._fit_width()
        if self.workspace is None:
            self.refresh_commands()
        else:
            self._serve(self.workspace)

    def __getattr__(self, name: str) -> Any:
        """What :meth:`furnish` makes is made when somebody needs it sooner."""
        if name in MADE_LATE and not self.furnished:
            self.furnish()
            return getattr(self, name)
        raise AttributeError(name)

    # -- pages -----------------------------------------------------------------------------------------------

    def show_frame(self, shown: bool) -> None:
        """Show toolbar and status line, which belong to a map, or hide them."""
        self._top.setVisible(shown)
        self._bottom.setVisible(shown)

    def show_start(self) -> None:
        """Show the start screen; does nothing in a window with a map."""
        if self.workspace is not None:
            return
        self._clear_pages()
        self.pages.addWidget(self.shell.make_start(self))
        self.show_frame(False)
        self.refresh_commands()

    def _drawn_changed(self) -> None:
        """Something else of the map is drawn: new windows begin like this one."""
        if self.workspace is not None:
            options = self.workspace.editor.stage.options
            self.shell.set("links", options.links)
            view: dict[str, Any] = {
                "evidence": options.evidence,
                "aimed": options.aimed,
                "blind_spots": options.blind_spots,
                "borders": options.borders,
                "fields": list(options.fields) or None,
            }
            self.shell.set("view", {name: value for name, value in view.items() if value is not None})
            self.refresh_commands()

    def show_document(self, document: OpenDocument) -> None:
        """Show a map.  The window had none before."""
        from app.workspace import Workspace

        workspace = self.workspace = Workspace(document, self._host, self.shell.panels.copy())
        if self.shell.settings.links != "none":
            workspace.editor.stage.show_link_mode(self.shell.settings.links)
        if self.shell.settings.view:
            workspace.editor.stage.set_options(**self.shell.settings.view)
        workspace.editor.stage.view_changed.connect(self._drawn_changed)
        workspace.editor.fit()  # from now on at every size, so that the first picture of the map fits already
        self.setUpdatesEnabled(False)
        self._clear_pages()
        self.pages.addWidget(workspace)
        self.show_frame(True)
        workspace.editor.draft.connect(document.journal.draft)
        if self.furnished:
            self._serve(workspace)
        else:
            workspace.painted.connect(self.furnish)  # the map comes first
        self.setUpdatesEnabled(True)
        workspace.editor.setFocus()

    def _serve(self, workspace: Workspace) -> None:
        """Let bars and menus follow the map that is shown, and work on it."""
        workspace.bridge.changed.connect(lambda *_: self.refresh())
        workspace.bridge.refused.connect(lambda sentence: self.toasts.show_message(sentence, kind="warn"))
        workspace.selection.changed.connect(self.refresh_commands)
        workspace.arranged.connect(self.refresh_commands)
        workspace.view_changed.connect(self._view_changed)
        workspace.panels_changed.connect(self._panels_changed)
        workspace.minimap_menu.connect(self.open_minimap_menu)
        editor = workspace.editor
        editor.zoom_changed.connect(self.status.show_zoom)
        editor.toast.connect(self.show_toast)
        editor.offered.connect(lambda sentence, choices: self.show_toast(sentence, True, choices))
        editor.context_menu.connect(self.open_context_menu)
        editor.lane_wanted.connect(self.handlers.add_lane)
        editor.editing_changed.connect(lambda _editing: self.refresh())
        self.status.zoom_chosen.connect(editor.set_zoom)
        if self._watch is not None:
            self._watch.start()
        self.shell.files.underneath.look_after(workspace.open_document)
        self.refresh()
        self.status.show_zoom(editor.zoom)

    def _view_changed(self) -> None:
        """The lists are made late: hear what they have to say."""
        workspace = self.workspace
        page = workspace.shown_list if workspace is not None else None
        if workspace is not None and page is not None and not page.property("heard"):
            page.setProperty("heard", True)
            page.toast.connect(self.show_toast)
            kind: ListKind = "list" if page is workspace.list else "actions"
            page.arranged.connect(lambda chosen, kind=kind: self._keep_columns(kind, chosen))
            if workspace.list is not None and page is workspace.list:
                workspace.list.columns_changed.connect(lambda wishes: self.shell.set("list_columns", wishes))
        self.status.show_zoom_controls(workspace is not None and workspace.view == "map")
        self.refresh_commands()

    def _keep_columns(self, kind: ListKind, chosen: Arrangement) -> None:
        """The next list of this kind begins as this one was arranged."""
        from app.listcolumns import keep_arrangement

        keep_arrangement(self.shell.settings, self.shell.set, kind, chosen)

    def _panels_changed(self) -> None:
        """The next window begins as this one is left."""
        if self.workspace is not None:
            self.shell.panels = self.workspace.panels.copy()

    def _leave_document(self) -> None:
        """Let go of the map that was shown; the window has none then."""
        workspace = self.workspace
        if workspace is None:
            return
        if self._watch is not None:
            self._watch.stop()
        from app.files import keep_picture

        keep_picture(self)
        workspace.end()
        self.workspace = None
        self.shell.files.release(workspace.open_document)
        self.shell.memory.map_closed()

    def exchange(self, document: OpenDocument) -> None:
        """Show another map instead of one that may only be looked at: there is no work in that one to ask about."""
        self._leave_document()
        self._new_host()
        self.bars.clear()
        self.show_document(document)

    def _new_host(self) -> None:
        """The other went with the map; the commands of the canvas need one."""
        self._host = QWidget()
        self.commands.set_canvas(self._host)
        self.shell.files.underneath.forget(self)

    def _clear_pages(self) -> None:
        while (page := self.pages.widget(0)) is not None:
            self.pages.removeWidget(page)
            page.deleteLater()

    # -- what it says ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the state of the document: title, safety, counts, names of undo and redo."""
        workspace = self.workspace
        if workspace is None:
            return
        document = workspace.open_document
        self.setWindowTitle(f"{document.title.replace('[*]', '')}[*] · Journeywall")
        self.setWindowModified(document.modified)
        self.show_protection()
        self.refresh_commands()

    def show_protection(self) -> None:
        """Say whether the work is safe; a red bar stays as long as it is not."""
        workspace = self.workspace
        if workspace is None:
            return
        document = workspace.open_document
        self.shell.files.underneath.show_in(self)
        protection = document.journal.protection
        self.status.show_saved(document, safe=protection.safe)
        if protection.safe:
            self.bars.remove_bar("protection")
        elif self.bars.bar("protection") is None:
            from app.filebars import tell_not_protected

            tell_not_protected(self, document)

    def refresh_commands(self) -> None:
        """Enable what can be used now, and name what undo and redo would do."""
        from app.commandstate import show_state

        show_state(self)

    def show_toast(self, sentence: str, undoable: bool, choices: Choices = ()) -> None:
        """Say what happened; with the way back where there is one, and with what else can be had instead."""
        workspace = self.workspace
        if undoable and workspace is not None:
            from app.wayback import tell_with_way_back

            tell_with_way_back(self.toasts, workspace.bridge, sentence, choices)
        else:
            self.toasts.show_message(sentence)

    def open_context_menu(self, position: QPoint, _cell: Cell | None = None) -> None:
        """The menu of what is chosen, at a place of the screen."""
        from app.contextmenus import open_context_menu

        open_context_menu(self, position)

    def open_minimap_menu(self, position: QPoint, phase_id: str) -> None:
        """The menu of the minimap, at a place of the screen; ``phase_id`` is the phase that is meant, "" for none."""
        from app.contextmenus import open_minimap_menu

        open_minimap_menu(self, position, phase_id)

    # -- panels ----------------------------------------------------------------------------------------------

    @property
    def left_shown(self) -> bool:
        """Whether the left panel is there, whole."""
        return self.workspace is not None and self.workspace.left_shown

    @property
    def right_shown(self) -> bool:
        """Whether the inspector is there."""
        return self.workspace is not None and self.workspace.right_shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        if self.furnished:
            self.status.show_hint(self.width() >= HINT_FROM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The search field of the bar opens the palette, by a click or a key."""
        if watched is self.topbar.search:
            if event.type() == QEvent.Type.MouseButtonPress:
                self.handlers.find()
                return True
            if event.type() == QEvent.Type.KeyPress and self.topbar.search.opens(event):
                self.handlers.find()
                return True
        return False

    # -- saving and closing ----------------------------------------------------------------------------------

    def save_then_close(self) -> None:
        """Close as soon as the map is saved."""
        self.closing = True
        if not self.handlers.save():
            self.stay_open()

    def saved_so_close(self) -> None:
        """The map is saved: go on with the closing that waited for it."""
        self.closing = False
        if self.map_only:
            self.close_map()
        else:
            self.close()

    def stay_open(self) -> None:
        """The window does not close after all, so the program does not end either."""
        self.closing = self.map_only = False
        self.shell.quitting = False

    def close_map(self) -> None:
        """Close the map and show the start screen.  Unsaved work is treated as when the window closes."""
        workspace = self.workspace
        if workspace is None:
            return
        self.map_only = True
        if self.shell.files.may_close(self, workspace.open_document):
            self.leave_map()

    def leave_map(self) -> None:
        """Show the start screen and no map any more; what happens to unsaved work was asked before."""
        self.map_only = False
        self._leave_document()
        self._new_host()
        self.bars.clear()
        for toast in self.toasts.toasts():  # what it offers to put back is gone
            toast.dismiss()
        self.status.show_zoom_controls(True)
        self.setWindowModified(False)
        self.setWindowTitle("Journeywall")
        self.show_start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Warn before unsaved work would go out of sight (it is kept as recently discarded even then)."""
        workspace = self.workspace
        self.map_only = False
        if workspace is not None and not self.shell.files.may_close(self, workspace.open_document):
            event.ignore()
            return
        event.accept()
        self.shell.window_closed(self)
        self._leave_document()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the file manager: maps and diagrams are taken, where nothing in the window takes them itself."""
        if self.furnished:
            from app.dropping import accept

            accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import them."""
        from app.dropping import accept, take_later

        take_later(self.shell.files, self, accept(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground; says when it was painted for the first time."""
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing took: its command is off, and that is said; or the commands of the map are not there yet:
        they are made now, and it does its work."""
        keys = QKeySequence(event.keyCombination())
        if self.furnished:
            why = self.commands.why_off(keys)
            if why:
                self.toasts.show_message(why, kind="warn")
            else:
                super().keyPressEvent(event)
            return
        self.furnish()
        for action in self.commands.actions.values():
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if event.type() == QEvent.Type.LanguageChange and self.furnished:
            self.commands.retranslate()
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._recents.retranslate()


def _empty_bar(name: str, height: int) -> QFrame:
    """The ground of a bar, until there is something in it."""
    bar = QFrame()
    bar.setObjectName(name)
    bar.setFixedHeight(height)
    return bar


def active_window(windows: list[MainWindow]) -> MainWindow | None:
    """The window that the user looks at, else the newest."""
    active = QApplication.activeWindow()
    return next((w for w in windows if w is active), windows[-1] if windows else None)
