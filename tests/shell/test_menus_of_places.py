"""The menus at a place of the map begin with what is done most, copy notes, and say up and down for a lane."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from shell_person import Person
from widgets.selection import Kind


def entries(person: Person) -> list[str]:
    person.window.open_context_menu(person.editor.mapToGlobal(person.editor.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = ["" if action.isSeparator() else action.objectName() or action.text() for action in menu.actions()]
    menu.close()
    return found


def test_the_menu_of_a_note_begins_with_editing_and_has_cut_and_copy(mapper: Person) -> None:
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    found = entries(mapper)
    assert found[0] == "edit_card"
    at = found.index("cut")
    assert found[at - 1 : at + 5] == ["", "cut", "copy", "paste", "copy_picture", ""]
    assert found[-1] == "delete"
    assert all(found[i] or found[i + 1] for i in range(len(found) - 1)), "no two lines"
    mapper.window.commands["copy"].trigger()
    assert QApplication.clipboard().text().strip() == "Advert"


@pytest.mark.parametrize("kind", ["phase", "lane"])
def test_the_menu_of_a_header_begins_with_its_own_commands(mapper: Person, kind: Kind) -> None:
    records = mapper.document.phases if kind == "phase" else mapper.document.lanes
    mapper.workspace.selection.choose(kind, [records[1].id])
    mapper.back_to_map()
    found = entries(mapper)
    assert found[0] == "rename"
    assert found[-1] == "remove_header", "what takes away stands last"
    assert found.index("copy_picture") > found.index("move_header_on")


def test_a_lane_moves_up_and_down_and_a_phase_back_and_on(mapper: Person) -> None:
    commands = mapper.window.commands

    def texts() -> list[str]:
        return [commands[name].text() for name in ("move_header_back", "move_header_on")]

    mapper.workspace.selection.choose("phase", [mapper.document.phases[1].id])
    assert texts() == ["Move back", "Move on"]
    pictures = [commands[name].icon().cacheKey() for name in ("move_header_back", "move_header_on")]
    lanes = [lane.id for lane in mapper.document.lanes]
    mapper.workspace.selection.choose("lane", [lanes[1]])
    assert texts() == ["Move up", "Move down"]
    assert all(
        commands[name].icon().cacheKey() != before
        for name, before in zip(("move_header_back", "move_header_on"), pictures, strict=True)
    )
    mapper.back_to_map()
    mapper.menu("map", "move_header_back")
    assert [lane.id for lane in mapper.document.lanes][:2] == [lanes[1], lanes[0]]
    mapper.workspace.selection.clear()
    assert texts() == ["Move back", "Move on"]
