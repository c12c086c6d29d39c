"""What each command does in one window: the methods have the names of the commands in :mod:`app.actions`.

What a command needs of the model is imported when it is used: the window is painted before that is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.actions import ACTIONS
from app.settings import THEMES, ThemeChoice
from app.textfields import focused_field, run_in_field, taken_by
from app.wallhandlers import WallHandlers
from model.i18n import LANGUAGES, translate

if TYPE_CHECKING:
    from app.window import MainWindow


ON_THE_CANVAS = frozenset({"add_phase", "add_step", "add_lane", "new_card"})
"""Commands that can be given in a list, and whose work is seen on the map."""
IN_THE_LIST = frozenset({"copy", "select_all"})
"""Commands that a list does itself."""


class Handlers(WallHandlers):
    """The commands of one window.  Those that need a map are only enabled while there is one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
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
        """Print or export: the poster, or, where the list of actions is shown, that list."""
        self._export("actions" if self._workspace.view == "actions" else "poster")

    def export_kit(self) -> None:
        """The paper for a workshop, made of the map."""
        self._export("kit")

    def export_actions(self) -> None:
        """Print the list of actions."""
        self._export("actions")

    def export_workbook(self) -> None:
        """Export the workbook."""
        self._export("workbook")

    def export_picture(self) -> None:
        """Export a picture."""
        self._export("picture")

    def export_mermaid(self) -> None:
        """Export a Mermaid diagram."""
        from app.exporting import export_mermaid

        export_mermaid(self._shell.files, self._window)

    def _export(self, page: str) -> None:
        from app.exporting import export

        export(self._shell.files, self._window, page)

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
        elif self._workspace.shown_list is not None and command in IN_THE_LIST:
            self._workspace.shown_list.run(command)
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

    def chosen(self, entry: str) -> None:
        """Do what was chosen in the palette, or go to it."""
        kind, _, target = entry.partition(":")
        if kind == "action":
            self._window.commands[target].trigger()
            return
        self._workspace.show_map()
        if kind == "filter":
            self.filtering.apply(target)
            self._editor.setFocus()
            return
        selection = self._workspace.selection
        if kind == "card":
            selection.choose_cards([target])
        elif kind in ("phase", "lane"):
            selection.choose("phase" if kind == "phase" else "lane", [target])
        self._editor.reveal(target)
        self._editor.setFocus()

    # -- map -------------------------------------------------------------------------------------------------

    def add_phase(self) -> None:
        """A phase after the chosen one, or at the end; its name is typed at once."""
        self._editor.add_phase()

    def add_step(self) -> None:
        """A step in the phase where the keyboard is."""
        self._editor.add_step()

    def add_lane(self) -> None:
        """Choose kinds of lanes from a menu; the name of a single one is typed at once, and Enter asks for the next."""
        from widgets.controls.lane_menu import LaneMenu

        menu = LaneMenu(self._window)
        menu.wanted.connect(lambda kind, several: self._editor.add_lane(kind, naming=not several))
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
