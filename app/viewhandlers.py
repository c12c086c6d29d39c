"""What the commands of the View menu, the scribe line and the filter do in one window (see :mod:`app.handlers`)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.settings import LinkMode
from model.i18n import translate

if TYPE_CHECKING:
    from app.filtering import Filtering
    from app.picturecopy import PictureCopier
    from app.shell import Shell
    from app.window import MainWindow
    from app.workspace import Workspace
    from widgets.canvas.editor import MapEditor
    from widgets.panels.modes import Mode


class ViewHandlers:
    """How the map of ``window`` is looked at, and what is looked for in it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # -- what it works on ------------------------------------------------------------------------------------

    @property
    def _shell(self) -> Shell:
        return self._window.shell

    @property
    def _workspace(self) -> Workspace:
        if self._window.workspace is None:
            raise RuntimeError("no map is open in this window")
        return self._window.workspace

    @property
    def _editor(self) -> MapEditor:
        return self._workspace.editor

    # -- view ------------------------------------------------------------------------------------------------

    def view_map(self) -> None:
        """Show the map."""
        self._workspace.show_map()
        self._window.refresh_commands()

    def view_list(self) -> None:
        """Show the list of all notes."""
        from app.listcolumns import read_arrangement

        settings = self._shell.settings
        self._workspace.show_list(self.filtering.state, settings.list_columns, read_arrangement(settings, "list"))
        self._window.refresh_commands()

    def view_actions(self) -> None:
        """Show the list of actions."""
        from app.listcolumns import read_arrangement

        self._workspace.show_actions(read_arrangement(self._shell.settings, "actions"))
        self._window.refresh_commands()

    def scribe(self) -> None:
        """Write notes in the line under the map."""
        self._workspace.show_scribe(True)
        self._window.refresh_commands()

    def scribe_line(self) -> None:
        """Show the scribe line, or put it away."""
        self._workspace.show_scribe(not self._workspace.scribe_shown)
        self._window.refresh_commands()

    def zoom_in(self) -> None:
        """Larger."""
        self._editor.zoom_in()

    def zoom_out(self) -> None:
        """Smaller."""
        self._editor.zoom_out()

    def zoom_fit(self) -> None:
        """The whole map."""
        self._editor.fit()

    def zoom_actual(self) -> None:
        """As large as on paper: 100 %."""
        self._editor.actual_size()

    def zoom_phase(self) -> None:
        """One phase."""
        self._editor.zoom_to_phase()

    def zoom_selection(self) -> None:
        """What is chosen."""
        self._editor.zoom_to_selection()

    def still(self) -> None:
        """Let nothing move, or let it move again."""
        self._shell.choose_stillness(not self._shell.settings.still)

    def left_panel(self) -> None:
        """Unfold or fold the left panel."""
        self._workspace.show_left(not self._workspace.left_shown)

    def minimap(self) -> None:
        """Show the minimap at the bottom of the left panel, or put it away."""
        self._workspace.show_minimap(not self._workspace.panels.minimap)

    def right_panel(self) -> None:
        """Show or hide the inspector."""
        self._workspace.show_right(not self._workspace.right_shown)

    def both_panels(self) -> None:
        """Both panels away, or both back."""
        workspace = self._workspace
        shown = not (workspace.left_shown or workspace.right_shown)
        workspace.show_left(shown)
        workspace.show_right(shown)

    def show_details(self) -> None:
        """What is chosen, in the right panel."""
        self._show_mode("details")

    def show_trace(self) -> None:
        """What the chosen note rests on and what is done about it, in the right panel."""
        self._show_mode("trace")

    def show_people(self) -> None:
        """The personas and the channels, in the right panel."""
        self._show_mode("people")

    def show_legend(self) -> None:
        """What the map draws, in the right panel."""
        self._show_mode("legend")

    def show_check(self) -> None:
        """What is wrong or unfinished in the map, in the right panel."""
        self._show_mode("check")

    def choose_fields(self) -> None:
        """Choose what notes say below their text: in the legend, where the keyboard goes to the first of the chips."""
        self._show_mode("legend")
        from widgets.panels.legend_page import LegendPage

        page = self._workspace.inspector.page
        if isinstance(page, LegendPage):
            page.go_to_fields()

    def show_evidence(self) -> None:
        """Draw how notes are known where the map says so, or nowhere."""
        stage = self._editor.stage
        stage.set_view(evidence=None if stage.options.evidence is False else False)

    def show_aimed(self) -> None:
        """Draw the feelings aimed for and the gaps, or do not."""
        stage = self._editor.stage
        stage.set_view(aimed=not stage.options.aimed)

    def show_blind_spots(self) -> None:
        """Mark the touchpoints that no system records, or do not."""
        stage = self._editor.stage
        stage.set_view(blind_spots=not stage.options.blind_spots)

    def show_borders(self) -> None:
        """Mark where the journey comes to another department, and draw the hand-overs, or do not."""
        stage = self._editor.stage
        stage.set_view(borders=not stage.options.borders)
        if stage.options.borders:
            self._tell_no_border()

    def _tell_no_border(self) -> None:
        """Say why nothing is to be seen, where there is no border yet."""
        from model.journey import borders

        document = self._workspace.bridge.document
        if borders(document):
            return
        if any(item.department.strip() for item in document.touchpoints):
            said = translate("Window", "There is no border: all touchpoints that name a department name the same one.")
        else:
            said = translate("Window", "There is no border yet: say at touchpoints which department they are of.")
        self._window.show_toast(said, False)

    def _show_mode(self, mode: Mode) -> None:
        self._workspace.inspector.show_mode(mode)
        self._workspace.show_right(True)
        self._workspace.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.refresh_commands()

    def show_paths(self) -> None:
        """Draw the paths between touchpoints, or only the links of what is chosen."""
        self._show_links("paths")

    def show_all_links(self) -> None:
        """Draw every link, or only those of what is chosen."""
        self._show_links("all")

    def _show_links(self, mode: LinkMode) -> None:
        """Switch ``mode`` on, or off where it is on; new windows begin like this one."""
        stage = self._editor.stage
        shown: LinkMode = "none" if stage.options.links == mode else mode
        stage.show_link_mode(shown)

    # -- pictures --------------------------------------------------------------------------------------------

    @cached_property
    def copier(self) -> PictureCopier:
        """What makes pictures for the clipboard; made with the first."""
        from app.picturecopy import PictureCopier

        return PictureCopier(self._window)

    def copy_picture(self) -> None:
        """Copy the chosen phase, lane or cards as a picture."""
        self.copier.copy_chosen()

    def copy_map_picture(self) -> None:
        """Copy the whole map as a picture."""
        self.copier.copy_map()

    # -- finding ---------------------------------------------------------------------------------------------

    @property
    def filtering(self) -> Filtering:
        """The filter of the map that is shown; made when it is first asked for."""
        workspace = self._workspace
        if workspace.filtering is None:
            from app.filtering import Filtering

            workspace.filtering = Filtering(self._window, workspace)
        return workspace.filtering

    def filter(self) -> None:
        """Ask which notes are looked for; the others fade."""
        wall = self._workspace.wall
        shown = wall.shown if wall is not None else None
        on_wall = shown is not None and shown.isActiveWindow()
        self.filtering.open(shown.head if shown is not None and on_wall else self._window.topbar.filter)

    def find_next(self) -> None:
        """Go to the next note that fits the filter."""
        self.filtering.go(1)

    def find_previous(self) -> None:
        """Go to the note before that fits the filter."""
        self.filtering.go(-1)

    def show_all(self) -> None:
        """Look for nothing any more."""
        self.filtering.clear()
