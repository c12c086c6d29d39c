"""Links in the window: the button and the key of "Connect", the switches of the View menu, the menu of a link."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from app.shell import Shell
from model.commands.links import link_cards
from model.i18n import set_language
from model.records import Link
from shell_person import Person

SHIFT = Qt.KeyboardModifier.ShiftModifier


def number_field(person: Person) -> QLineEdit:
    assert person.editor.connecting is not None
    return person.editor.connecting.field.edit


def connecting(person: Person) -> bool:
    """Whether a note waits for the one it is to be linked with."""
    return person.editor.connecting is not None


def links_shown(person: Person) -> str:
    """Which links the canvas shows, looked at anew."""
    return person.editor.stage.options.links


@pytest.fixture
def linked(mapper: Person) -> Link:
    """Advert leads to Search."""
    made = mapper.workspace.bridge.run(link_cards, "next", [mapper.card("Advert").id], mapper.card("Search").id)
    (link_id,) = made.added("links")
    mapper.workspace.selection.clear()
    return mapper.document.link_table[link_id]


def test_the_key_and_the_number(mapper: Person) -> None:
    source, target = mapper.card("Advert"), mapper.card("Search")
    mapper.workspace.selection.choose_cards([source.id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_L)
    field = number_field(mapper)
    assert mapper.focus is field
    QTest.keyClicks(field, f"1l{target.number}")  # a letter and a digit are text here, and no commands
    assert field.text() == f"1l{target.number}"
    field.setText(str(target.number))
    QTest.keyClick(field, Qt.Key.Key_Return)
    (link,) = mapper.document.link_table.values()
    assert (link.source_id, link.target_id) == (source.id, target.id)
    assert mapper.editor.link_work.menu is not None
    mapper.editor.link_work.menu.close()
    assert mapper.window.commands.title("undo") == "Undo: Link 1 note"


def test_the_button_stands_behind_the_new_note_and_needs_a_note(mapper: Person) -> None:
    bar = mapper.window.topbar
    mapper.workspace.selection.clear()
    assert not bar.connect_notes.isEnabled()
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    assert bar.connect_notes.isEnabled()
    assert bar.card.x() < bar.connect_notes.x() < bar.view.x()
    mapper.click(bar.connect_notes)
    assert connecting(mapper)
    QTest.keyClick(number_field(mapper), Qt.Key.Key_Escape)
    assert not connecting(mapper)
    assert mapper.focus is mapper.editor.view


def test_the_switches_show_paths_or_all_links_or_none(
    mapper: Person, linked: Link, make_shell: Callable[[], Shell]
) -> None:
    commands, stage = mapper.window.commands, mapper.editor.stage
    assert not commands["show_paths"].isChecked() and not stage.layout.links
    mapper.menu("view", "show_paths")
    assert set(stage.layout.links) == {linked.id}
    assert commands["show_paths"].isChecked() and not commands["show_all_links"].isChecked()
    mapper.menu("view", "show_all_links")
    assert commands["show_all_links"].isChecked() and not commands["show_paths"].isChecked()
    assert links_shown(mapper) == "all"
    other = mapper.window.shell.new_window()
    other.show_document(mapper.workspace.open_document)
    assert other.workspace is not None
    assert other.workspace.editor.stage.options.links == "all", "a new window begins like the last one"
    mapper.menu("view", "show_all_links")
    assert links_shown(mapper) == "none" and not stage.layout.links
    assert other.workspace.editor.stage.options.links == "all", "each window keeps its own"
    assert make_shell().settings.links == "none"


def test_the_menu_of_a_path(mapper: Person, linked: Link) -> None:
    mapper.menu("view", "show_paths")
    mapper.workspace.selection.choose("link", [linked.id])
    mapper.window.open_context_menu(mapper.window.mapToGlobal(QPoint(300, 300)))
    menu = next(menu for menu in mapper.window.findChildren(QMenu) if menu.isVisible())
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == ["edit_card", "reverse_link", "change_link_kind", "carry_pain_points", "delete"]
    menu.close()
    mapper.menu("card", "reverse_link")
    assert mapper.document.link_table[linked.id].source_id == linked.target_id
    mapper.menu("card", "change_link_kind")
    kinds = mapper.editor.link_work.menu
    assert kinds is not None and kinds.isVisible()
    mapper.choose(kinds, "Hand-over")
    assert mapper.document.link_table[linked.id].kind == "handover"
    mapper.menu("card", "carry_pain_points")
    pains = mapper.editor.link_work.menu
    assert pains is not None
    mapper.choose(pains, "New pain point…")
    field = mapper.editor.link_work.field.edit
    QTest.keyClicks(field, "lost")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [mapper.document.item_table[i].text for i in mapper.document.link_table[linked.id].pain_point_ids] == [
        "lost"
    ]


def test_what_is_no_path_has_a_shorter_menu(mapper: Person) -> None:
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_P)
    mapper.type("dear")
    mapper.key(Qt.Key.Key_Escape)
    (link,) = mapper.document.link_table.values()
    mapper.workspace.selection.choose("link", [link.id])
    mapper.window.open_context_menu(mapper.window.mapToGlobal(QPoint(300, 300)))
    menu = next(menu for menu in mapper.window.findChildren(QMenu) if menu.isVisible())
    assert [a.objectName() for a in menu.actions() if not a.isSeparator()] == ["edit_card", "delete"]
    menu.close()


def test_tab_walks_the_links_and_leaves_the_map(mapper: Person, linked: Link) -> None:
    mapper.workspace.selection.choose_cards([linked.source_id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Tab)
    assert mapper.workspace.selection.kind == "link" and mapper.focus is mapper.editor.view
    mapper.key(Qt.Key.Key_Tab)
    assert mapper.focus is not mapper.editor.view, "nobody is held in the map"
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Tab, SHIFT)
    assert mapper.workspace.selection.cards == (linked.source_id,)


def test_delete_and_undo(mapper: Person, linked: Link) -> None:
    mapper.workspace.selection.choose("link", [linked.id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Delete)
    assert not mapper.document.link_table
    mapper.menu("edit", "undo")
    assert set(mapper.document.link_table) == {linked.id}


def test_in_dutch(mapper: Person) -> None:
    set_language("nl")
    mapper.window.commands.retranslate()
    titles = [mapper.window.commands.title(i) for i in ("connect", "show_paths", "show_all_links", "reverse_link")]
    assert titles == ["Verbind…", "Toon paden", "Toon alle verbindingen", "Draai pad om"]


def test_what_is_drawn_is_kept_for_the_next_window(mapper: Person, shell: Shell) -> None:
    mapper.window.commands["show_blind_spots"].trigger()
    mapper.window.commands["show_evidence"].trigger()
    options = mapper.editor.stage.options
    assert (options.blind_spots, options.evidence) == (True, False)
    assert shell.settings.view == {"aimed": False, "blind_spots": True, "borders": False, "evidence": False}
    mapper.window.commands["show_evidence"].trigger()
    assert "evidence" not in shell.settings.view, "where used is no choice to keep"
