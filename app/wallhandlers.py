"""What the commands of the wall and of the timer do in one window (see :mod:`app.handlers`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.viewhandlers import ViewHandlers

if TYPE_CHECKING:
    from app.timing import Timing
    from app.wall import Wall


class WallHandlers(ViewHandlers):
    """A second window on the map, and the time that the room has."""

    _time_state = (False, False)
    """Whether there is a countdown and whether it runs, as the commands show it."""

    @property
    def _wall(self) -> Wall:
        """The wall of the map that is shown; made when it is first asked for."""
        workspace = self._workspace
        if workspace.wall is None:
            from app.wall import Wall

            workspace.wall = Wall(self._window, workspace)
        return workspace.wall

    def wall(self) -> None:
        """Show the map on the wall, or go back to the editor."""
        self._wall.toggle()
        self._window.refresh_commands()

    def wall_next(self) -> None:
        """The next phase on the wall."""
        self._wall.scroll(1)

    def wall_previous(self) -> None:
        """The phase before on the wall."""
        self._wall.scroll(-1)

    def wall_lanes(self) -> None:
        """Ask which lanes stand on the wall."""
        self._wall.choose_lanes()

    def wall_room(self) -> None:
        """Ask how large the image is, and how far away people sit."""
        self._wall.choose_room()

    def wall_screen(self) -> None:
        """Ask on which screen the wall stands."""
        self._wall.choose_screen()

    def wall_theme(self) -> None:
        """The wall dark, or light again."""
        self._wall.switch_theme()

    # -- timer -----------------------------------------------------------------------------------------------

    @property
    def _timing(self) -> Timing:
        """The timer of this window's map; made when it is first asked for."""
        workspace = self._workspace
        if workspace.timing is None:
            from app.timing import Timing

            workspace.timing = Timing(workspace)
            workspace.timing.changed.connect(self._time_goes)
            workspace.timing.over.connect(self._time_is_over)
        return workspace.timing

    def timer(self) -> None:
        """Ask for how long, and what for."""
        from widgets.wall.timer import TimerPopup

        timing, wall = self._timing, self._workspace.wall
        shown = wall.shown if wall is not None else None
        on_wall = shown is not None and shown.isActiveWindow()
        anchor = shown.head if shown is not None and on_wall else self._window.topbar.timer
        popup = TimerPopup(timing.label, running=timing.active, parent=anchor.window())
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.wanted.connect(timing.start)
        popup.at_end = on_wall  # where the time will stand
        popup.open_below(anchor)

    def timer_pause(self) -> None:
        """The time stands still, or goes on."""
        self._timing.pause()

    def timer_more(self) -> None:
        """A minute more."""
        self._timing.add(1)

    def timer_less(self) -> None:
        """A minute less."""
        self._timing.add(-1)

    def timer_stop(self) -> None:
        """No time is shown any more."""
        self._timing.stop()

    def _time_goes(self) -> None:
        window, workspace = self._window, self._window.workspace
        if workspace is None or workspace.timing is None:
            return
        timing = workspace.timing
        window.status.show_time(timing.text(), timing.label)
        window.topbar.show_time(timing.text())
        if workspace.wall is not None:
            workspace.wall.show_time()
        state = (timing.active, timing.running)
        if state != self._time_state:
            self._time_state = state
            window.refresh_commands()

    def _time_is_over(self) -> None:
        """Said once in the editor; on the wall a soft light says it."""
        from model.i18n import translate

        workspace = self._window.workspace
        label = workspace.timing.label if workspace is not None and workspace.timing is not None else ""
        text = translate("Wall", "The time is over: {label}") if label else translate("Wall", "The time is over")
        self._window.toasts.show_message(text.format(label=label))
