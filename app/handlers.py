"""What each command does in one window: the methods have the names of the commands in :mod:`app.actions`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from app.actions import ACTIONS
from model.commands import cards, grid
from model.commands.places import Listing
from model.i18n import LANGUAGES, translate
from model.importers.lines import cards_from_lines
from model.kinds import LANE_KINDS
from widgets.controls.command_palette import Command

if TYPE_CHECKING:
    from app.shell import Shell
    from app.window import MainWindow, Workspace
    from widgets.canvas.editor import MapEditor
    from widgets.look.theme import Choice

_CHOICES: tuple[Choice, ...] = ("system", "light", "dark")
_TABLES = {"phase": "phases", "step": "steps", "lane": "lanes"}


class Handlers:
    """The commands of one window.  Those that need a map are only enabled while there is one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """Command id -> what it does."""
        special: dict[str, Callable[[], object]] = {}
        for score in range(-2, 3):
            special[f"feel_{score}"] = partial(self._feel, score)
        for kind in ("pain_point", "insight", "opportunity", "solution"):
            special[f"add_{kind}"] = partial(self._attach, kind)
        for choice in _CHOICES:
            special[f"theme_{choice}"] = partial(self._theme, choice)
        for code in LANGUAGES:
            special[f"language_{code}"] = partial(self._speak, code)
        for spec in ACTIONS:
            if spec.id not in special:
                special[spec.id] = getattr(self, spec.id)
        return special

    def _feel(self, score: int) -> None:
        self._editor.set_score(score)

    def _attach(self, kind: str) -> None:
        self._editor.new_attached(kind)

    def _theme(self, choice: Choice) -> None:
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
        """The start screen, in this window while it is empty, else in a new one."""
        self._shell.start_screen(self._window)

    def open(self) -> None:
        """Ask for a map and open it."""
        self._shell.ask_and_open(self._window)

    def open_example(self) -> None:
        """Open the example in the language spoken."""
        self._shell.open_example(self._window, self._shell.language)

    def import_mermaid(self) -> None:
        """Read a Mermaid diagram in as a new map."""
        self._shell.ask_and_import(self._window)

    def save(self) -> bool:
        """Save; a map without a file asks where.  False when nothing is being saved."""
        return self._shell.save(self._window)

    def save_as(self) -> bool:
        """Save under another name.  False when the user gave up."""
        return self._shell.save_as(self._window)

    def export(self) -> None:
        """Print or export: the poster."""
        self._shell.export(self._window, "poster")

    def export_workbook(self) -> None:
        """Export the workbook."""
        self._shell.export(self._window, "workbook")

    def export_picture(self) -> None:
        """Export a picture."""
        self._shell.export(self._window, "picture")

    def export_mermaid(self) -> None:
        """Export a Mermaid diagram."""
        self._shell.export_mermaid(self._window)

    def close(self) -> None:
        """Close this window's map."""
        self._window.close()

    def quit(self) -> None:
        """Close every window."""
        self._shell.quit()

    # -- edit ------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last edit back."""
        self._workspace.bridge.undo()

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._workspace.bridge.redo()

    def cut(self) -> None:
        """Cut the chosen cards."""
        self._editor.cut()

    def copy(self) -> None:
        """Copy the chosen cards."""
        self._editor.copy()

    def paste(self) -> None:
        """Paste cards or lines."""
        self._editor.paste()

    def paste_lines(self) -> None:
        """Every line of the clipboard becomes a card in the inbox."""
        lines = cards_from_lines(QApplication.clipboard().text())
        texts = lines.texts
        if not texts:
            self._window.show_toast(
                translate("Window", "There are no lines on the clipboard. Copy a list first."), False
            )
            return
        made = self._workspace.bridge.run(cards.add_cards, "touchpoint", texts, Listing("inbox"))
        self._workspace.selection.choose_cards(made.added("items"))
        said = translate("Window", "%n card(s) in the inbox", n=len(texts))
        if lines.left_out:
            said += " · " + translate("Window", "%n line(s) too many, left out", n=lines.left_out)
        self._window.show_toast(said, True)

    def select_all(self) -> None:
        """Choose every card on the map."""
        self._editor.select_all()

    def find(self) -> None:
        """Open the palette with commands, cards and phases."""
        entries = self._window.commands.palette_commands()
        if self._window.workspace is not None:
            document = self._workspace.bridge.document
            entries += [
                Command(
                    id=f"card:{item.id}",
                    text=" ".join(item.text.split())[:120] or translate("Window", "Empty card"),
                    shortcut=f"N{item.number}",
                    keywords=f"N{item.number}",
                    icon_name="note",
                )
                for item in (*document.placed, *document.inbox, *document.parking)
            ]
        self._window.palette_popup.open(entries)

    def chosen(self, entry: str) -> None:
        """Do what was chosen in the palette, or go to it."""
        kind, _, target = entry.partition(":")
        if kind == "action":
            self._window.commands[target].trigger()
        else:
            self._workspace.selection.choose_cards([target])
            self._editor.reveal(target)
            self._editor.setFocus()

    # -- view ------------------------------------------------------------------------------------------------

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
        self._window.show_left(not self._window.left_shown)

    def right_panel(self) -> None:
        """Show or hide the inspector."""
        self._window.show_right(not self._window.right_shown)

    def both_panels(self) -> None:
        """Both panels away, or both back."""
        shown = not (self._window.left_shown or self._window.right_shown)
        self._window.show_left(shown)
        self._window.show_right(shown)

    # -- map -------------------------------------------------------------------------------------------------

    def add_phase(self) -> None:
        """A phase after the chosen one, or at the end; its name is typed at once."""
        self._editor.add_phase()

    def add_step(self) -> None:
        """A step in the phase where the keyboard is."""
        self._editor.add_step()

    def add_lane(self) -> None:
        """Choose a kind of lane from a menu."""
        from PySide6.QtGui import QCursor
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self._window)
        for kind in LANE_KINDS.values():
            menu.addAction(kind.title).triggered.connect(
                lambda _checked=False, kind=kind.id: self._editor.add_lane(kind)
            )
        menu.exec(QCursor.pos())

    def add_persona(self) -> None:
        """A persona, to be named in the inspector."""
        self._workspace.bridge.run(grid.add_persona, translate("Window", "New persona"))
        self.map_properties()

    def add_channel(self) -> None:
        """A channel, to be named in the inspector."""
        self._workspace.bridge.run(grid.add_channel, translate("Window", "New channel"))
        self.map_properties()

    def rename(self) -> None:
        """Type another name for the chosen phase, step or lane."""
        self._editor.edit_current()

    def move_header_back(self) -> None:
        """One place to the left, or up."""
        self._move_header(-1)

    def move_header_on(self) -> None:
        """One place to the right, or down."""
        self._move_header(1)

    def _move_header(self, by: int) -> None:
        selection, document = self._workspace.selection, self._workspace.bridge.document
        table, record_id = _TABLES[selection.kind], cast(str, selection.current)
        if table == "steps":
            rows = document.steps_by_phase[document.step_table[record_id].phase_id]
        else:
            rows = getattr(document, table)
        ids = [row.id for row in rows]
        place = ids.index(record_id) + by
        if not 0 <= place < len(ids):
            return
        before = place if by < 0 else place + 1
        self._workspace.bridge.run(grid.reorder, table, record_id, ids[before] if before < len(ids) else None)

    def remove_header(self) -> None:
        """Remove the chosen phase, step or lane; its cards go to the inbox."""
        selection, document = self._workspace.selection, self._workspace.bridge.document
        record_id = cast(str, selection.current)
        if selection.kind == "step" and len(document.steps_by_phase[document.step_table[record_id].phase_id]) == 1:
            self._window.show_toast(
                translate("Window", "A phase keeps at least one step. Remove the phase itself."), False
            )
            return
        remove = {"phase": grid.remove_phase, "step": grid.remove_step, "lane": grid.remove_lane}[selection.kind]
        before = len(document.inbox)
        self._workspace.bridge.run(remove, record_id)
        moved = len(self._workspace.bridge.document.inbox) - before
        self._window.show_toast(translate("Window", "Removed; %n card(s) went to the inbox", n=moved), True)

    def map_properties(self) -> None:
        """Show title, personas and channels of the map in the inspector."""
        self._workspace.selection.clear()
        self._window.show_right(True)
        self._workspace.inspector.setFocus()

    # -- card ------------------------------------------------------------------------------------------------

    def new_card(self) -> None:
        """A card where the keyboard is; type at once."""
        self._editor.new_card()

    def edit_card(self) -> None:
        """Type in the chosen card or header."""
        self._editor.edit_current()

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
        if self._workspace.selection.kind in _TABLES:
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


def file_filter(text: str, *suffixes: str) -> str:
    """A filter of a file dialog: "Journey maps (*.journey *.json)"."""
    return f"{text} ({' '.join('*' + suffix for suffix in suffixes)})"


def with_suffix(path: str, suffix: str) -> Path:
    """``path`` with ``suffix`` where the user gave none."""
    chosen = Path(path)
    return chosen if chosen.suffix else chosen.with_name(chosen.name + suffix)
