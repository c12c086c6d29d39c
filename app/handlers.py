"""What each command does in one window: the methods have the names of the commands in :mod:`app.actions`.

What a command needs of the model is imported when it is used: the window is painted before that is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.actions import ACTIONS
from app.settings import THEMES, LinkMode, ThemeChoice
from app.textfields import focused_field, run_in_field, taken_by
from model.i18n import LANGUAGES, translate

if TYPE_CHECKING:
    from app.filtering import Filtering
    from app.shell import Shell
    from app.window import MainWindow
    from app.workspace import Workspace
    from widgets.canvas.editor import MapEditor
    from widgets.panels.modes import Mode


ON_THE_CANVAS = frozenset({"add_phase", "add_step", "add_lane", "new_card"})
"""Commands that can be given in the List view, and whose work is seen on the map."""
IN_THE_LIST = frozenset({"copy", "select_all"})
"""Commands that the List view does itself."""


class Handlers:
    """The commands of one window.  Those that need a map are only enabled while there is one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._special: dict[str, Callable[[], object]] = {}
        for score in range(-2, 3):
            self._special[f"feel_{score}"] = partial(self._feel, score)
        for kind in ("pain_point", "insight", "opportunity", "solution"):
            self._special[f"add_{kind}"] = partial(self._attach, kind)
        for choice in THEMES:
            self._special[f"theme_{choice}"] = partial(self._theme, choice)
        for code in LANGUAGES:
            self._special[f"language_{code}"] = partial(self._speak, code)
        self._table: dict[str, Callable[[], object]] = {
            spec.id: self._special.get(spec.id) or getattr(self, spec.id) for spec in ACTIONS
        }

    def run(self, action_id: str) -> object:
        """Do the command with an id; some show the map first.  Raises KeyError for an unknown one."""
        if action_id in ON_THE_CANVAS and self._window.workspace is not None:
            self._workspace.show_map()
        return self._table[action_id]()

    def _feel(self, score: int) -> None:
        self._editor.set_score(score)

    def _attach(self, kind: str) -> None:
        self._editor.new_attached(kind)

    def _theme(self, choice: ThemeChoice) -> None:
        self._shell.choose_theme(choice)

    def _speak(self, code: str) -> None:
        self._shell.choose_language(code)

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

    # -- file ------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Choose a template: on the start screen while this window is empty, else in a dialog."""
        self._shell.new_map(self._window)

    def open(self) -> None:
        """Ask for a map and open it."""
        self._shell.files.ask_and_open(self._window)

    def open_example(self) -> None:
        """Open the example in the language spoken."""
        self._shell.files.open_example(self._window, self._shell.settings.language)

    def new_window(self) -> None:
        """The same map in another window: for a second screen, or another part of it."""
        self._shell.new_window().show_document(self._workspace.open_document)

    def import_mermaid(self) -> None:
        """Read a Mermaid diagram in as a new map."""
        self._shell.files.ask_and_import(self._window)

    def find_discarded(self) -> None:
        """List the work that was closed without saving."""
        self._shell.files.show_discarded(self._window)

    def show_versions(self) -> None:
        """List the earlier versions of the map."""
        self._shell.files.versioning.show(self._window)

    def forget(self) -> None:
        """Ask whether this computer may forget the map; its file stays."""
        from app.forgetting import ask_about_open

        ask_about_open(self._window)

    def save(self) -> bool:
        """Save; a map without a file asks where.  False when nothing is being saved."""
        return self._shell.files.save(self._window)

    def save_as(self) -> bool:
        """Save under another name.  False when the user gave up."""
        return self._shell.files.save_as(self._window)

    def save_template(self) -> None:
        """Keep the map as a template."""
        self._shell.files.templating.keep(self._window)

    def export(self) -> None:
        """Print or export: the poster, or, where the list is shown, the list."""
        self._shell.files.export(self._window, "poster" if self._workspace.view == "map" else "actions")

    def export_actions(self) -> None:
        """Print the list of actions."""
        self._shell.files.export(self._window, "actions")

    def export_workbook(self) -> None:
        """Export the workbook."""
        self._shell.files.export(self._window, "workbook")

    def export_picture(self) -> None:
        """Export a picture."""
        self._shell.files.export(self._window, "picture")

    def export_mermaid(self) -> None:
        """Export a Mermaid diagram."""
        self._shell.files.export_mermaid(self._window)

    def close(self) -> None:
        """Close this window; in the only one the map alone, which leads to the start screen."""
        if self._window.workspace is not None and len(self._shell.windows) == 1:
            self._window.close_map()
        else:
            self._window.close()

    def quit(self) -> None:
        """Close every window."""
        self._shell.quit()

    # -- edit ------------------------------------------------------------------------------------------------

    def _edit(self, command: str, otherwise: Callable[[], object]) -> None:
        field = focused_field(self._window)
        if field is not None and command in taken_by(field):
            run_in_field(field, command)
            self._window.refresh_commands()
        elif self._workspace.list is not None and self._workspace.view == "list" and command in IN_THE_LIST:
            self._workspace.list.run(command)
        else:
            otherwise()

    def undo(self) -> None:
        """Take the last edit back; while a text is written, the last change of the text."""
        self._edit("undo", self._editor.undo)

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._edit("redo", self._editor.redo)

    def cut(self) -> None:
        """Cut the chosen cards, or text."""
        self._edit("cut", self._editor.cut)

    def copy(self) -> None:
        """Copy the chosen cards, or text."""
        self._edit("copy", self._editor.copy)

    def paste(self) -> None:
        """Paste cards, lines or text."""
        self._edit("paste", self._editor.paste)

    def select_all(self) -> None:
        """Choose every card on the map, or the whole text."""
        self._edit("select_all", self._editor.select_all)

    def paste_lines(self) -> None:
        """Every line of the clipboard becomes a card in the inbox."""
        from model.commands import cards
        from model.commands.places import Listing
        from model.importers.lines import cards_from_lines

        self._workspace.commit()
        lines = cards_from_lines(QApplication.clipboard().text())
        if not lines.texts:
            self._window.show_toast(
                translate("Window", "There are no lines on the clipboard. Copy a list first."), False
            )
            return
        made = self._workspace.bridge.run(cards.add_cards, "touchpoint", lines.texts, Listing("inbox"))
        self._workspace.selection.choose_cards(made.added("items"))
        said = translate("Window", "%n note(s) in the inbox", n=len(lines.texts))
        if lines.left_out:
            said += " · " + translate("Window", "%n line(s) too many, left out", n=lines.left_out)
        self._window.show_toast(said, True)

    def find(self) -> None:
        """Open the palette: commands, and where a map is open its cards, phases and lanes."""
        entries = self._window.commands.palette_commands()
        if self._window.workspace is not None:
            from app.places import places_of

            entries += places_of(self._workspace.bridge.document)
        self._window.palette_popup.open(entries)

    @property
    def _filtering(self) -> Filtering:
        """The filter of the map that is shown; made when it is first asked for."""
        workspace = self._workspace
        if workspace.filtering is None:
            from app.filtering import Filtering

            workspace.filtering = Filtering(self._window, workspace)
        return workspace.filtering

    def filter(self) -> None:
        """Ask which notes are looked for; the others fade."""
        self._filtering.open(self._window.topbar.filter)

    def find_next(self) -> None:
        """Go to the next note that fits the filter."""
        self._filtering.go(1)

    def find_previous(self) -> None:
        """Go to the note before that fits the filter."""
        self._filtering.go(-1)

    def show_all(self) -> None:
        """Look for nothing any more."""
        self._filtering.clear()

    def chosen(self, entry: str) -> None:
        """Do what was chosen in the palette, or go to it."""
        kind, _, target = entry.partition(":")
        if kind == "action":
            self._window.commands[target].trigger()
            return
        self._workspace.show_map()
        selection = self._workspace.selection
        if kind == "card":
            selection.choose_cards([target])
        elif kind in ("phase", "lane"):
            selection.choose("phase" if kind == "phase" else "lane", [target])
        self._editor.reveal(target)
        self._editor.setFocus()

    # -- view ------------------------------------------------------------------------------------------------

    def view_map(self) -> None:
        """Show the map."""
        self._workspace.show_map()
        self._window.refresh_commands()

    def view_list(self) -> None:
        """Show the list of actions."""
        self._workspace.show_list()
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

    def left_panel(self) -> None:
        """Unfold or fold the left panel."""
        self._workspace.show_left(not self._workspace.left_shown)

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

    # -- map -------------------------------------------------------------------------------------------------

    def add_phase(self) -> None:
        """A phase after the chosen one, or at the end; its name is typed at once."""
        self._editor.add_phase()

    def add_step(self) -> None:
        """A step in the phase where the keyboard is."""
        self._editor.add_step()

    def add_lane(self) -> None:
        """Choose a kind of lane from a menu."""
        from model.kinds import LANE_KINDS

        menu = QMenu(self._window)
        menu.setObjectName("laneKinds")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in LANE_KINDS.values():
            action = menu.addAction(kind.title)
            action.setData(kind.id)
            action.triggered.connect(lambda _checked=False, kind=kind.id: self._editor.add_lane(kind))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._editor.mapToGlobal(QPoint(12, 56)))

    def add_persona(self) -> None:
        """A persona, to be named in the inspector."""
        from model.commands import grid

        self._workspace.commit()
        self._workspace.bridge.run(grid.add_persona, translate("Window", "New persona"))
        self.map_properties()

    def add_channel(self) -> None:
        """A channel, to be named in the inspector."""
        from model.commands import grid

        self._workspace.commit()
        self._workspace.bridge.run(grid.add_channel, translate("Window", "New channel"))
        self.map_properties()

    def rename(self) -> None:
        """Type another name for the chosen phase, step or lane."""
        self._editor.edit_current()

    def move_header_back(self) -> None:
        """One place to the left, or up."""
        self._editor.move_selection(-1, -1)

    def move_header_on(self) -> None:
        """One place to the right, or down."""
        self._editor.move_selection(1, 1)

    def remove_header(self) -> None:
        """Remove the chosen phase, step or lane; its cards go to the inbox."""
        selection, document = self._workspace.selection, self._workspace.bridge.document
        step = document.step_table.get(selection.current or "") if selection.kind == "step" else None
        if step is not None and len(document.steps_by_phase[step.phase_id]) == 1:
            self._window.show_toast(
                translate("Window", "A phase keeps at least one step. Remove the phase itself."), False
            )
            return
        self._editor.remove_current()

    def map_properties(self) -> None:
        """Show title, personas and channels of the map in the inspector."""
        self._workspace.selection.clear()
        self._workspace.inspector.show_mode("details")
        self._workspace.show_right(True)
        self._workspace.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- card ------------------------------------------------------------------------------------------------

    def new_card(self) -> None:
        """A card where the keyboard is; type at once."""
        self._editor.new_card()

    def edit_card(self) -> None:
        """Type in the chosen card or header."""
        self._editor.setFocus()
        self._editor.edit_current()

    def connect(self) -> None:
        """Link the chosen cards: click the other one or type its number."""
        self._editor.begin_connecting()

    def reverse_link(self) -> None:
        """Let the chosen path run the other way."""
        self._editor.link_work.reverse()

    def change_link_kind(self) -> None:
        """Choose another kind for the chosen path from a menu."""
        work = self._editor.link_work
        if work.chosen is not None:
            work.offer_kinds(work.chosen, work.menu_place())

    def carry_pain_points(self) -> None:
        """Choose which pain points the chosen path carries, from a menu."""
        work = self._editor.link_work
        work.offer_pains(work.menu_place())

    def duplicate(self) -> None:
        """A copy of each chosen card."""
        self._editor.duplicate_selection()

    def to_inbox(self) -> None:
        """Take the chosen cards off the map."""
        self._editor.to_inbox()

    def to_parking(self) -> None:
        """Put the chosen cards on the parking lot."""
        self._editor.park_selection()

    def delete(self) -> None:
        """Delete what is chosen."""
        if self._workspace.selection.kind in ("phase", "step", "lane"):
            self.remove_header()
        else:
            self._editor.delete_selection()

    # -- help ------------------------------------------------------------------------------------------------

    def shortcuts(self) -> None:
        """Show every shortcut."""
        self._shell.show_shortcuts(self._window)

    def about(self) -> None:
        """Show version, licence and where things are kept."""
        self._shell.show_about(self._window)
