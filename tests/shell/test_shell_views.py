"""The views of a map in the window: the canvas, the list of all notes and the list of actions."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

import app.exporting
from model.commands.links import add_action
from shell_person import Person
from widgets.lists.actionpage import ActionPage
from widgets.lists.itempage import ItemPage
from widgets.panels.inspector_card import CardPage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def planner(mapper: Person) -> Person:
    """Somebody with a solution and two actions."""
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_S)
    mapper.type("Call back")
    mapper.key(Qt.Key.Key_Escape)
    solution = mapper.card("Call back")
    for text in ("Buy a phone", "Train the shop"):
        mapper.workspace.bridge.run(add_action, solution.id, text)
    return mapper


def page(person: Person) -> ActionPage:
    assert person.workspace.action_list is not None
    return person.workspace.action_list


def view(person: Person) -> str:
    """Which view is shown, looked at anew."""
    return person.workspace.view


def test_a_key_shows_the_list_and_another_the_map(planner: Person) -> None:
    assert view(planner) == "map"
    assert planner.workspace.action_list is None, "made when it is first asked for"
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    assert view(planner) == "actions"
    assert page(planner).isVisible()
    assert not planner.editor.isVisible()
    assert planner.focus is page(planner).table
    assert planner.window.commands["view_actions"].isChecked()
    assert planner.window.topbar.view.value() == "actions"
    planner.key(Qt.Key.Key_1, ALT, planner.window)
    assert view(planner) == "map"
    assert planner.editor.isVisible()
    assert planner.window.commands["view_map"].isChecked()
    assert not planner.window.commands["view_actions"].isChecked()


def test_the_switch_in_the_bar_and_the_menu_do_the_same(planner: Person) -> None:
    bar = planner.window.topbar.view
    planner.click(bar.button("actions"))
    assert view(planner) == "actions"
    planner.menu("view", "view_map")
    assert view(planner) == "map"
    assert bar.value() == "map"
    centre = bar.mapTo(planner.window, bar.rect().center()).x()
    assert abs(centre - planner.window.width() / 2) < planner.window.width() / 5, "in the middle of the bar"


def test_undo_in_the_list_names_the_edit_and_takes_it_back(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    page(planner).table.go_to(page(planner).model.lines[0].action.id, "text")
    QTest.keyClick(page(planner).table, Qt.Key.Key_Delete)
    assert [line.action.text for line in page(planner).model.lines] == ["Train the shop"]
    assert planner.window.commands["undo"].text() == "Undo: Remove 1 action"
    planner.key(Qt.Key.Key_Z, CTRL, planner.window)
    assert [line.action.text for line in page(planner).model.lines] == ["Buy a phone", "Train the shop"]
    assert view(planner) == "actions"
    assert "1 action deleted" in [toast.text() for toast in planner.window.toasts.toasts()]


def test_commands_on_notes_cannot_hit_what_is_not_in_sight(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    commands = planner.window.commands
    for command in ("delete", "duplicate", "to_inbox", "cut", "paste", "zoom_in", "add_pain_point", "rename"):
        assert not commands[command].isEnabled(), command
    for command in ("copy", "select_all", "new_card", "export", "save"):
        assert commands[command].isEnabled(), command
    planner.menu("edit", "select_all")
    assert len(page(planner).table.chosen_ids()) == 2
    planner.menu("edit", "copy")
    assert "Train the shop" in QApplication.clipboard().text()
    planner.click(planner.window.topbar.view.button("map"))
    assert commands["delete"].isEnabled()


def test_a_new_note_and_a_card_found_lead_to_the_map(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    planner.window.handlers.run("new_card")
    assert view(planner) == "map"
    planner.type("Written on the map")
    planner.key(Qt.Key.Key_Escape)
    assert planner.card("Written on the map").place == "map"
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    planner.window.handlers.chosen(f"card:{planner.card('Search').id}")
    assert view(planner) == "map"
    assert planner.workspace.selection.cards == (planner.card("Search").id,)


def test_the_row_s_solution_is_chosen_and_shown_on_the_map(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    solution = planner.card("Call back")
    assert planner.workspace.selection.cards == (solution.id,)
    QTest.keyClick(page(planner).table, Qt.Key.Key_Return, CTRL)
    assert view(planner) == "map"
    assert planner.workspace.selection.cards == (solution.id,)
    assert planner.focus is planner.editor or planner.editor.isAncestorOf(planner.focus)


def test_what_is_half_typed_in_the_list_is_saved_with_the_map(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    page(planner).table.go_to(page(planner).model.lines[0].action.id, "text")
    for letter in "Ring":
        QTest.keyClicks(QApplication.focusWidget() or planner.window, letter)
    planner.workspace.commit()
    assert "Ring" in [action.text for action in planner.document.action_table.values()]


def test_the_list_is_printed_from_the_menu_and_from_the_list(planner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(app.exporting, "export", lambda _files, _window, page: asked.append(page))
    planner.menu("file", "export_actions")
    planner.menu("file", "export")
    planner.click(planner.window.topbar.view.button("actions"))
    planner.click(planner.window.topbar.export)
    assert asked == ["actions", "poster", "actions"]


def test_the_poster_begins_with_the_links_that_the_map_draws(planner: Person) -> None:
    from widgets.dialogs.export import ExportDialog

    planner.menu("view", "show_all_links")
    planner.click(planner.window.topbar.export)
    dialog = planner.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.form.options().links == "all"
    dialog.reject()


def test_insert_in_a_filter_of_the_list_adds_an_action_and_stays_there(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    before = len(planner.document.item_table)
    planner.click(page(planner).filters.search)
    planner.key(Qt.Key.Key_Insert, widget=planner.focus)
    assert view(planner) == "actions"
    assert len(planner.document.item_table) == before, "no note was made"
    assert len(planner.document.action_table) == 3


def test_without_actions_there_is_no_list_to_print(mapper: Person) -> None:
    assert not mapper.window.commands["export_actions"].isEnabled()


def test_a_second_window_of_the_map_has_its_own_view(planner: Person) -> None:
    planner.key(Qt.Key.Key_8, ALT, planner.window)
    planner.window.handlers.new_window()
    other = planner.shell.windows[-1]
    assert other.workspace is not None
    assert other.workspace.view == "map"
    assert view(planner) == "actions"


def test_the_start_loads_nothing_of_the_list() -> None:
    code = "import sys, app.window, app.workspace, app.topbar; print([m for m in sys.modules if 'widgets.lists' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# -- the list of all notes -----------------------------------------------------------------------------------------


def notes(person: Person) -> ItemPage:
    assert person.workspace.list is not None
    return person.workspace.list


def shown(person: Person) -> list[str]:
    return [line.card.text for line in notes(person).model.lines]


def test_three_views_by_keys_and_by_the_switch(planner: Person) -> None:
    planner.key(Qt.Key.Key_2, ALT, planner.window)
    assert view(planner) == "list"
    assert len(shown(planner)) == len(planner.document.item_table)
    assert planner.focus is notes(planner).table
    planner.click(planner.window.topbar.view.button("actions"))
    assert view(planner) == "actions"
    assert not notes(planner).isVisible()
    planner.click(planner.window.topbar.view.button("list"))
    assert view(planner) == "list"
    assert planner.window.commands["view_list"].isChecked()
    planner.key(Qt.Key.Key_1, ALT, planner.window)
    assert view(planner) == "map"


def test_what_is_chosen_in_the_list_is_what_inspector_and_map_show(planner: Person) -> None:
    planner.key(Qt.Key.Key_2, ALT, planner.window)
    advert = planner.card("Advert")
    notes(planner).table.go_to(advert.id, "text")
    assert planner.workspace.selection.cards == (advert.id,)
    page = planner.workspace.inspector.page
    assert isinstance(page, CardPage)
    assert page.text.toPlainText() == "Advert"
    planner.key(Qt.Key.Key_1, ALT, planner.window)
    canvas, box = planner.editor.view, planner.editor.stage.layout.cards[advert.id]
    assert canvas.viewport().rect().contains(canvas.mapFromScene(box.x + 4, box.y + 4)), "it is in sight"
    assert planner.workspace.selection.cards == (advert.id,)


def test_the_list_and_the_map_look_for_the_same(planner: Person) -> None:
    planner.key(Qt.Key.Key_2, ALT, planner.window)
    planner.click(notes(planner).filters.search)
    planner.type("advert")
    assert shown(planner) == ["Advert"]
    assert planner.window.bars.bar("filter") is not None, "the grey bar says so"
    planner.window.handlers.run("filter")
    assert view(planner) == "list", "what is looked for is asked over the list"
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    planner.key(Qt.Key.Key_1, ALT, planner.window)
    assert planner.workspace.filtering is not None
    assert planner.workspace.filtering.state.found == (planner.card("Advert").id,)
    planner.back_to_map()
    planner.window.handlers.run("show_all")
    planner.key(Qt.Key.Key_2, ALT, planner.window)
    assert len(shown(planner)) == len(planner.document.item_table)


def test_the_columns_that_somebody_chose_are_kept(planner: Person) -> None:
    planner.key(Qt.Key.Key_2, ALT, planner.window)
    popup = notes(planner).filters.open_columns()
    planner.click(popup.toggles.button("evidence"))
    popup.close()
    assert planner.shell.settings.list_columns == {"evidence": True}
    planner.window.handlers.new_window()
    other = planner.shell.windows[-1]
    other.handlers.run("view_list")
    assert other.workspace is not None
    page = other.workspace.list
    assert page is not None
    assert page.model.shows(page.model.columns[page.model.column_of("evidence")])


def test_commands_on_the_chosen_rows_and_none_on_what_is_not_in_sight(planner: Person) -> None:
    planner.key(Qt.Key.Key_2, ALT, planner.window)
    notes(planner).table.go_to(planner.card("Advert").id, "text")
    commands = planner.window.commands
    for command in ("duplicate", "to_inbox", "to_parking", "copy", "select_all"):
        assert commands[command].isEnabled(), command
    for command in ("cut", "paste", "zoom_in", "add_pain_point", "rename"):
        assert not commands[command].isEnabled(), command
    planner.key(Qt.Key.Key_I, CTRL, planner.window)
    assert planner.card("Advert").place == "inbox"
    assert shown(planner)[-2:] == ["Advert", "Call back"], "what hangs on it goes along"
    planner.key(Qt.Key.Key_Z, CTRL, planner.window)
    assert planner.card("Advert").place == "map"


def test_several_notes_are_changed_by_the_menu_of_the_map(planner: Person) -> None:
    chosen = [planner.card("Advert").id, planner.card("Search").id]
    planner.workspace.selection.choose_cards(chosen)
    planner.window.open_context_menu(planner.window.mapToGlobal(planner.window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    evidence = next(action.menu() for action in menu.actions() if action.text() == "Evidence")
    assert isinstance(evidence, QMenu)
    next(action for action in evidence.actions() if action.text() == "Measured").trigger()
    menu.close()
    assert {planner.document.item_table[i].evidence for i in chosen} == {"measured"}
    assert planner.window.commands["undo"].text() == "Undo: Set the evidence of 2 notes"
