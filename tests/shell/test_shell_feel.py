"""The palette has every command; what moves can be told to be still; the outline has menus; undo has names."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.actions import ACTIONS, action
from app.settings import Settings
from app.shell import Shell
from shell_person import Person
from widgets.look.theme import look
from widgets.panels.outline import Outline
from widgets.selection import emotion_key


def test_the_palette_has_every_command_at_some_time(mapper: Person) -> None:
    """Whatever is chosen: all commands of the table but the palette itself are found in it, with name and key."""
    person, commands = mapper, mapper.window.commands
    seen: dict[str, tuple[str, str]] = {}

    def look_at() -> None:
        person.window.refresh_commands()
        seen.update({c.id.removeprefix("action:"): (c.text, c.shortcut) for c in commands.palette_commands()})

    selection, document = person.workspace.selection, person.document
    for kind, record in (
        ("none", ""),
        ("cards", person.card("Advert").id),
        ("phase", document.phases[0].id),
        ("lane", document.lanes[0].id),
        ("emotion", emotion_key(person.card("Advert").id, document.personas[0].id)),
    ):
        selection.choose(kind, [record] if record else [])  # type: ignore[arg-type]  # kinds of what can be chosen
        look_at()
    person.editor.to_inbox()
    person.editor.undo()
    look_at()
    rare = {"find", "export_actions"}  # the palette itself; a map with actions
    rare |= {spec.id for spec in ACTIONS if spec.when == "path" or spec.id.startswith(("wall_", "timer_"))}
    assert {spec.id for spec in ACTIONS} - rare <= seen.keys()
    for action_id in ("copy_picture", "zoom_phase", "add_lane"):
        assert seen[action_id] == (action(action_id).title.rstrip("…"), commands.keys(action_id))


def test_nothing_moves_when_that_is_asked(mapper: Person, shell: Shell) -> None:
    person = mapper
    assert look().motion("panel") > 0
    person.menu("view", "still")
    assert look().reduced_motion
    assert look().motion("panel") == 0
    assert person.window.commands["still"].isChecked()
    assert Settings().still, "the next start remembers it"
    person.menu("view", "still")
    assert look().motion("panel") > 0
    assert not person.window.commands["still"].isChecked()


def test_the_outline_has_the_menus_of_the_map(mapper: Person) -> None:
    person = mapper
    outline = person.workspace.left.findChild(Outline)
    assert isinstance(outline, Outline)
    asked: list[str] = []
    person.editor.context_menu.connect(lambda _place, _cell: asked.append(person.workspace.selection.kind))
    for row in (0, 1):
        at = outline.visualRect(outline.model().index(row, 0)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, outline.viewport().mapToGlobal(at))
        QApplication.sendEvent(outline.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        person.key(Qt.Key.Key_Escape, widget=menu)
    assert asked == ["phase", "phase"]
    below = QPoint(5, 3_000)
    nothing = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, outline.viewport().mapToGlobal(below))
    QApplication.sendEvent(outline.viewport(), nothing)
    assert asked == ["phase", "phase"]


def test_undo_names_what_it_takes_back(mapper: Person) -> None:
    person = mapper
    person.back_to_map()
    person.workspace.selection.choose_cards([person.card("Advert").id])
    person.key(Qt.Key.Key_5)
    assert person.window.commands.title("undo") == "Undo: Set feeling"
    person.workspace.selection.choose("phase", [person.document.phases[2].id])
    person.key(Qt.Key.Key_Delete)
    assert person.window.commands.title("undo") == "Undo: Remove phase"
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.window.commands.title("redo") == "Redo: Remove phase"
