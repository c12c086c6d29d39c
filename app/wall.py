"""The wall of one editor window: where it stands, what the commands do with it, and what happens when its screen goes.

The wall shows the document of its editor and is closed with it.  It holds nothing of the map: whatever way it goes,
nothing is lost, and what was being typed in its line stands in the editor's line.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from app import screens
from app.wallsettings import WallSettings
from model.i18n import translate
from model.legibility import Room, metres_text
from widgets.controls.popup import Popup
from widgets.controls.toast import Toast
from widgets.wall.plan import usual_lanes
from widgets.wall.popups import LanesPopup, RoomPopup
from widgets.wall.window import WallWindow

if TYPE_CHECKING:
    from app.window import MainWindow
    from app.workspace import Workspace

ON_THE_WALL = (
    "wall",
    "wall_next",
    "wall_previous",
    "wall_lanes",
    "wall_room",
    "wall_theme",
    "wall_screen",
    "timer",
    "timer_pause",
    "timer_more",
    "timer_less",
    "timer_stop",
    "filter",
    "undo",
    "redo",
    "save",
)
"""Commands whose keys work in the window of the wall too."""


class Wall(QObject):
    """The wall of the map that ``window`` shows."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._window, self._workspace = window, workspace
        self._settings = WallSettings(window.shell.settings.get("wall"))
        self.shown: WallWindow | None = None
        """The wall's window, while it is open."""
        self._lost: str | None = None
        """The name of the screen that the wall stood on when it went."""
        self._popup: Popup | None = None
        self._told: Toast | None = None
        """The message that says what the wall shows."""
        self._listening = self._ending = False

    # -- opening and closing ---------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Open the wall, or go back to the editor."""
        if self.shown is not None:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Open on the screen used last; where there are several and none was chosen yet, ask which."""
        here = screens.screens()
        known = screens.named(self._settings.screen)
        if known is not None or len(here) == 1:
            self.open_on(known if known is not None and len(here) > 1 else here[0])
        else:
            self.choose_screen()

    def choose_screen(self) -> QMenu:
        """A menu of the screens; the first entry is one on which the editor is not."""
        menu = QMenu(self.shown or self._window)
        menu.setObjectName("wallScreens")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor = self._window.screen()
        for screen in sorted(screens.screens(), key=lambda screen: screen == editor):
            action = menu.addAction(screens.title(screen).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.shown is not None and self.shown.screen() == screen)
            action.triggered.connect(partial(self._open_chosen, screen))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._anchor().mapToGlobal(QPoint(0, self._anchor().height())))
        return menu

    def _open_chosen(self, screen: QScreen, _checked: bool = False) -> None:
        if isValid(screen) and screen in QGuiApplication.screens():  # it may have gone while the menu was open
            self.open_on(screen)

    def _open_again(self, name: str) -> None:
        screen = screens.named(name)
        if screen is not None:
            self.open_on(screen)

    def open_on(self, screen: QScreen) -> None:
        """Show the wall on ``screen``, full, and remember it."""
        self._lost = None
        if len(screens.screens()) > 1:
            self._settings.screen = screen.name()
            self._keep()
        if self.shown is None:
            self.shown = self._make()
        wall = self.shown
        alone = screen == self._window.screen()
        wall.hide()
        wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not alone)
        wall.setScreen(screen)
        wall.setGeometry(screen.geometry())
        (wall.line.field if alone else wall.view).setFocus()
        wall.showFullScreen()
        wall.begin_here()
        self._listen()
        (wall if alone else self._window).activateWindow()  # where it covers the editor one works on it
        self._tell_fit()
        self.show_time()
        if self._workspace.filtering is not None:
            self._workspace.filtering.tell()
        self._window.refresh_commands()

    def _make(self) -> WallWindow:
        workspace, settings = self._workspace, self._settings
        lanes = usual_lanes(workspace.bridge.document, settings.kinds)
        wall = WallWindow(
            workspace.bridge, workspace.editor.stage, workspace.scribe, lanes, settings.room, settings.theme
        )
        for action_id in ON_THE_WALL:
            wall.addAction(self._window.commands[action_id])
        commands = self._window.commands
        for button, action_id in (
            (wall.lanes, "wall_lanes"),
            (wall.room, "wall_room"),
            (wall.other_theme, "wall_theme"),
            (wall.screens, "wall_screen"),
            (wall.all_notes, "show_all"),
        ):
            button.clicked.connect(commands[action_id].trigger)
        wall.screens.setEnabled(len(screens.screens()) > 1)
        wall.back_wanted.connect(self.close)
        wall.closed.connect(self._closed)
        wall.view.planned.connect(self._planned)
        workspace.editor.toast.connect(self._toast)
        return wall

    def close(self) -> None:
        """Back to the editor: the keyboard goes where one was writing."""
        wall = self.shown
        if wall is not None:
            wall.close()

    def _closed(self) -> None:
        wall = self.shown
        if wall is None:
            return
        self.shown = None
        wrote = wall.line.field.hasFocus() or wall.isActiveWindow()
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self._workspace.editor.toast.disconnect(self._toast)
        for action_id in ON_THE_WALL:
            wall.removeAction(self._window.commands[action_id])
        wall.end()
        wall.deleteLater()
        if not self._ending:
            if self._workspace.filtering is not None:
                self._workspace.filtering.tell()
            if wrote:
                self._back_to_editor()
            self._window.refresh_commands()

    def _back_to_editor(self) -> None:
        """Go on in the editor; a text that is half typed is seen there, in its line."""
        self._window.activateWindow()
        if self._workspace.scribe.field.text():
            self._workspace.show_scribe(True)
        else:
            self._workspace.editor.setFocus()

    def end(self) -> None:
        """The map is closed: so is its wall."""
        self._ending = True
        self.close()
        if self._listening:
            self._listening = False
            app = _app()
            app.screenRemoved.disconnect(self._screen_removed)
            app.screenAdded.disconnect(self._screen_added)

    # -- screens that come and go ----------------------------------------------------------------------------

    def _listen(self) -> None:
        if not self._listening:
            self._listening = True
            app = _app()
            app.screenRemoved.connect(self._screen_removed)
            app.screenAdded.connect(self._screen_added)

    def _screen_removed(self, screen: QScreen) -> None:
        """The projector was unplugged: the wall goes, the map stays, and one goes on in the editor."""
        wall = self.shown
        if wall is None:
            return
        wall.screens.setEnabled(len([other for other in screens.screens() if other != screen]) > 1)
        if wall.screen() != screen:
            return
        self._lost = screen.name()
        in_editor = self._window.isActiveWindow()
        self.close()
        if not in_editor:
            self._back_to_editor()
        self._window.toasts.show_message(
            lambda: translate("Wall", "The screen of the wall is gone. Nothing is lost: your map goes on here."),
            kind="warn",
        )

    def _screen_added(self, screen: QScreen) -> None:
        """A screen came back: offer to go on there."""
        if self.shown is not None:
            self.shown.screens.setEnabled(len(screens.screens()) > 1)
        self._window.refresh_commands()
        name = screen.name()
        if name != self._lost:
            return
        # The system first arranges its screens; then it can be asked.
        QTimer.singleShot(0, self, lambda: self._offer(name))

    def _offer(self, name: str) -> None:
        if self._lost == name and screens.named(name) is not None:
            self._window.toasts.show_message(
                lambda: translate("Wall", "The screen of the wall is back."),
                action=lambda: translate("Wall", "Open the wall"),
                run=lambda: self._open_again(name),
            )

    # -- what is on it ---------------------------------------------------------------------------------------

    def scroll(self, by: int) -> None:
        """Show the next phases, or those before."""
        if self.shown is not None:
            self.shown.view.scroll_phases(by)

    def choose_lanes(self) -> LanesPopup:
        """Ask which lanes stand on the wall, or on the next one."""
        wall, document = self.shown, self._workspace.bridge.document
        lanes = list(self._workspace.editor.stage.layout.lanes.values())
        shown = usual_lanes(document, self._settings.kinds) if wall is None else wall.view.chosen
        popup = LanesPopup(lanes, shown, self._anchor().window())
        popup.chosen.connect(self._show_lanes)
        self._open_popup(popup, wall.lanes if wall is not None else None)
        return popup

    def _show_lanes(self, lane_ids: tuple[str, ...]) -> None:
        if self.shown is not None:
            self.shown.view.choose_lanes(lane_ids)
        table = self._workspace.bridge.document.lane_table
        self._settings.kinds = tuple(dict.fromkeys(table[i].kind for i in lane_ids if i in table))
        self._keep()

    def choose_room(self) -> RoomPopup:
        """Ask how large the image is and where the farthest seat stands."""
        wall = self.shown
        popup = RoomPopup(self._settings.room, lambda: self.said()[1], self._anchor().window())
        popup.chosen.connect(self._read_in)
        self._open_popup(popup, wall.room if wall is not None else None)
        return popup

    def _read_in(self, room: Room) -> None:
        self._settings.room, self._settings.asked = room, True
        self._keep()
        if self.shown is not None:
            self.shown.view.set_room(room)

    def _open_popup(self, popup: Popup, button: QWidget | None) -> None:
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.destroyed.connect(self._popup_gone)
        self._popup = popup
        wall = self.shown
        if wall is not None and button is not None and wall.isActiveWindow():
            wall.show_controls()
            popup.open_below(button)
        else:
            popup.open_below(self._anchor())

    def _popup_gone(self) -> None:
        self._popup = None

    def switch_theme(self) -> None:
        """Light, or dark."""
        self._settings.theme = "light" if self._settings.theme == "dark" else "dark"
        self._keep()
        if self.shown is not None:
            self.shown.set_theme(self._settings.theme)
        self._window.refresh_commands()

    @property
    def dark(self) -> bool:
        """Whether it is dark."""
        return self._settings.theme == "dark"

    def said(self) -> tuple[str, str]:
        """What the wall shows, in a few words and in a sentence that says why; "" while it is closed."""
        if self.shown is None:
            return "", ""
        view = self.shown.view
        phases = len(self._workspace.bridge.document.phases)
        words = translate("Wall", "Wall: {shown} of {of}").format(shown=len(view.phases_seen()), of=phases)
        return words, view.sentence()

    # -- telling ---------------------------------------------------------------------------------------------

    def _anchor(self) -> QWidget:
        """What popups open below: the button of the wall in whichever window one works in."""
        wall = self.shown
        if wall is not None and wall.isActiveWindow():
            return wall.head
        return self._window.topbar.wall

    def _planned(self) -> None:
        self._window.refresh_commands()
        if self._told is not None and isValid(self._told):
            self._told.retranslate()

    def _tell_fit(self) -> None:
        """Say on the wall what it shows, and where to say how large the room is."""
        wall = self.shown
        if wall is None:
            return
        wall.show_controls()
        told = wall.view.sentence
        if self._settings.asked:
            self._told = wall.toasts.show_message(told, icon_name="device-tv")
        else:
            room = self._settings.room
            self._told = wall.toasts.show_message(
                lambda: translate("Wall", "{told} The image counts as {image} m high.").format(
                    told=told(), image=metres_text(room.image_m)
                ),
                icon_name="device-tv",
                action=lambda: translate("Wall", "Set"),
                run=self.choose_room,
            )

    def _toast(self, sentence: str, _undoable: bool) -> None:
        """What the editor says is said on the wall as well, where one works on it."""
        if self.shown is not None and self.shown.isActiveWindow():
            self.shown.toasts.show_message(sentence)

    def show_time(self) -> None:
        """Show the timer, where there is one."""
        wall, timing = self.shown, self._workspace.timing
        if wall is None:
            return
        if timing is None or not timing.active:
            wall.show_time("", "", None, over=False)
        else:
            wall.show_time(timing.label, timing.text(), timing.part, over=timing.is_over)

    def show_filter(self) -> None:
        """Let fade what fades in the editor, and say what is looked for."""
        wall, filtering = self.shown, self._workspace.filtering
        if wall is None:
            return
        if filtering is None or not filtering.state.active:
            wall.show_filter("", None)
        else:
            wall.show_filter(filtering.words, frozenset(filtering.state.found))

    def _keep(self) -> None:
        self._window.shell.set("wall", self._settings.as_json())


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise RuntimeError("there is no application")
    return app
