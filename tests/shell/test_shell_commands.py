"""Every command: in a menu, by its keys, translated, and taken by one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from app import screens
from app.actions import ACTIONS, MENUS, SUBMENUS, ActionSpec
from app.textfields import focused_field
from model.commands import cards, links
from model.i18n import set_language, translate
from shell_person import ALT, CTRL, SHIFT, Person
from widgets.controls.lane_menu import LaneMenu

MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)


def prepare(person: Person, spec: ActionSpec) -> list[str]:
    """Bring the window into a state where a command can be used; what it did is noted, not done."""
    if spec.when in ("undo", "redo"):
        person.workspace.bridge.run(cards.delete_cards, [person.card("Search").id])
        person.workspace.bridge.undo()
    if spec.id == "export_actions" and not person.document.action_table:
        person.workspace.bridge.run(links.add_action, person.card("Advert").id, "Call back")
    if spec.id.startswith("wall_"):
        wall = person.window.handlers._wall
        if wall.shown is None:
            wall.open_on(person.window.screen())
    if spec.id.startswith("timer_"):
        person.window.handlers._timing.start(5)
    if spec.when == "header":
        person.workspace.selection.choose("phase", [person.document.phases[1].id])
    elif spec.when == "path":
        if not person.document.link_table:
            person.workspace.bridge.run(links.link_cards, "next", [person.card("Advert").id], person.card("Search").id)
        person.workspace.selection.choose("link", [next(iter(person.document.link_table))])
    else:
        person.workspace.selection.choose_cards([person.card("Advert").id])
    QApplication.clipboard().setText("one\ntwo")
    person.back_to_map()
    person.window.refresh_commands()
    done: list[str] = []
    table: dict[str, Callable[[], object]] = {s.id: lambda: None for s in ACTIONS}
    table[spec.id] = lambda: done.append(spec.id)
    person.window.handlers._table = table
    return done


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a screen for a wall."""
    here = screens.screens()
    monkeypatch.setattr(screens, "screens", lambda: [*here, *here])


@pytest.mark.usefixtures("two_screens")
def test_every_command_works_by_mouse_from_its_menu(mapper: Person) -> None:
    table = mapper.window.handlers._table
    for spec in ACTIONS:
        done = prepare(mapper, spec)
        mapper.menu(spec.menu, spec.id)
        assert done == [spec.id]
        mapper.window.handlers._table = table


def first_of(sequence: QKeySequence) -> QKeyCombination:
    combination = sequence[0]  # type: ignore[index]  # PySide's stubs leave the operator out
    assert isinstance(combination, QKeyCombination)
    return combination


def press(sequence: QKeySequence) -> None:
    combination = first_of(sequence)
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def test_every_shortcut_works_once_and_only_once(mapper: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either the command takes a key or the map itself, never both."""
    table = mapper.window.handlers._table
    taken: list[int] = []

    def note(event: QKeyEvent) -> bool:
        if event.key() not in MODIFIERS:
            taken.append(event.key())
        return True

    monkeypatch.setattr(mapper.editor.keyboard, "press", note)
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            done = prepare(mapper, spec)
            taken.clear()
            press(QKeySequence.fromString(keys))
            assert done == [spec.id], f"{keys} for {spec.id}"
            assert taken == [], f"{keys} reached the map as well"
            mapper.window.handlers._table = table


def test_no_shortcut_stands_twice(mapper: Person) -> None:
    keys = Counter(QKeySequence.fromString(keys).toString() for spec in ACTIONS for keys in spec.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(first_of(QKeySequence.fromString(key)).key() != Qt.Key.Key_unknown for key in keys)
    others = {s.key().toString() for s in mapper.window.findChildren(QShortcut)}
    assert not others & set(keys), "a panel has a shortcut of its own that is a command's"


def test_every_command_is_in_one_menu_and_has_dutch_words() -> None:
    assert {spec.menu for spec in ACTIONS} == {menu.id for menu in (*MENUS, *SUBMENUS)}
    set_language("nl")
    same = [s.text for s in ACTIONS if translate("Actions", s.text) == s.text]
    assert set(same) <= {"Nederlands", "English", "Open…", "Zoom in", "Timer…"}
    assert all(translate("Menus", menu.text) != menu.text for menu in MENUS if menu.id not in ("help", "workshop"))


def test_every_menu_fits_a_laptop(mapper: Person) -> None:
    """768 px, in one column; Qt breaks a higher one into columns that cover the window."""
    for spec in MENUS:
        menu = mapper.window.commands.menu(spec.id)
        menu.aboutToShow.emit()
        rows = [action for action in menu.actions() if not action.isSeparator()]
        assert len(rows) * 32 + (len(menu.actions()) - len(rows)) * 11 + 20 <= 768, spec.id


def test_a_key_without_a_command_in_this_state_is_the_maps(mapper: Person) -> None:
    """With no card chosen Delete is no command; with one it deletes once."""
    mapper.workspace.selection.choose_cards([mapper.card("Search").id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Delete)
    assert mapper.texts() == {"Advert"}
    mapper.key(Qt.Key.Key_Z, CTRL)
    assert mapper.texts() == {"Advert", "Search"}
    mapper.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert mapper.texts() == {"Advert"}


def test_digits_and_letters_set_feelings_and_hang_notes_on_a_touchpoint(mapper: Person) -> None:
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_5)
    emotions = list(mapper.document.emotion_table.values())
    assert [(e.touchpoint_id, e.score) for e in emotions] == [(mapper.card("Advert").id, 2)]
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.key(Qt.Key.Key_P)
    mapper.type("Too loud")
    mapper.key(Qt.Key.Key_Escape)
    pain = mapper.card("Too loud")
    assert pain.kind == "pain_point"
    assert [target.text for target in mapper.document.targets[pain.id]] == ["Advert"]


def test_undo_and_redo_are_named_in_menu_and_tooltip(mapper: Person) -> None:
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Delete)
    undo = mapper.window.commands["undo"]
    assert undo.text() == "Undo: " + mapper.workspace.bridge.session.history.undo_text
    assert undo.text() in mapper.window.topbar.undo.toolTip()
    mapper.click(mapper.window.topbar.undo)
    assert mapper.window.commands["redo"].text().startswith("Redo: ")
    assert mapper.window.commands["redo"].text() in mapper.window.topbar.redo.toolTip()


def test_while_a_note_is_written_undo_is_for_its_text(mapper: Person) -> None:
    steps = len(mapper.workspace.bridge.session.history.done)
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Insert)
    mapper.type("abc")
    assert mapper.window.commands["undo"].text() == "Undo"
    mapper.menu("edit", "undo")
    assert mapper.editor.editing
    assert mapper.editor.writer.buffer.text == ""
    mapper.click(mapper.window.topbar.redo)
    assert mapper.editor.writer.buffer.text == "abc"
    assert len(mapper.workspace.bridge.session.history.done) == steps
    mapper.key(Qt.Key.Key_Escape)
    assert "abc" in mapper.texts()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_in_a_field_the_edit_menu_is_for_the_field(
    mapper: Person, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    field = kind(mapper.workspace.inspector)
    field.show()
    mapper.window.activateWindow()
    field.setFocus()
    assert focused_field(mapper.window) is field

    def text() -> str:
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    QTest.keyClicks(field, "xyz")
    steps = len(mapper.workspace.bridge.session.history.done)
    mapper.menu("edit", "undo")
    assert text() == ""
    mapper.menu("edit", "redo")
    assert text() == "xyz"
    mapper.menu("edit", "select_all")
    mapper.menu("edit", "copy")
    assert QApplication.clipboard().text() == "xyz"
    mapper.menu("edit", "cut")
    assert text() == ""
    mapper.menu("edit", "paste")
    assert text() == "xyz"
    assert len(mapper.workspace.bridge.session.history.done) == steps
    assert len(mapper.document.placed) == 2


def test_headers_are_moved_and_removed_by_commands(mapper: Person) -> None:
    names = [phase.name for phase in mapper.document.phases]
    mapper.workspace.selection.choose("phase", [mapper.document.phases[0].id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Right, ALT | SHIFT)
    assert [phase.name for phase in mapper.document.phases] == [names[1], names[0], *names[2:]]
    mapper.menu("map", "move_header_back")
    assert [phase.name for phase in mapper.document.phases] == names
    mapper.menu("map", "remove_header")
    assert [phase.name for phase in mapper.document.phases] == names[1:]
    assert {item.text for item in mapper.document.inbox} == {"Advert", "Search"}
    toast = mapper.window.toasts.toasts()[-1]
    button = toast.action_button()
    assert button is not None
    assert button.text() == "Put back"
    mapper.click(button)
    assert [phase.name for phase in mapper.document.phases] == names
    assert not mapper.document.inbox


def test_the_last_step_of_a_phase_stays(mapper: Person) -> None:
    step = mapper.document.steps[0]
    mapper.workspace.selection.choose("step", [step.id])
    mapper.menu("map", "remove_header")
    assert step.id in mapper.document.step_table
    assert "at least one step" in mapper.window.toasts.toasts()[-1].text()


def test_a_lane_is_added_by_its_kind(mapper: Person) -> None:
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_L, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.objectName() == "laneKinds"
    action = next(a for a in menu.actions() if a.data() == "notes")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert mapper.editor.editing, "its name is typed at once"
    mapper.type("Front stage")
    mapper.key(Qt.Key.Key_Escape)
    assert (mapper.document.lanes[-1].kind, mapper.document.lanes[-1].name) == ("notes", "Front stage")
    assert mapper.workspace.bridge.session.history.undo_text == "Add lane"


def test_lanes_go_on_by_enter(mapper: Person) -> None:
    mapper.back_to_map()
    before = len(mapper.document.lanes)
    mapper.key(Qt.Key.Key_L, CTRL | SHIFT)
    for name in ("One", "Two"):
        menu = QApplication.activePopupWidget()
        assert menu is not None
        mapper.key(Qt.Key.Key_Return, widget=menu)
        mapper.type(name)
        mapper.key(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    mapper.key(Qt.Key.Key_Escape, widget=menu)
    added = mapper.document.lanes[before:]
    assert [(lane.kind, lane.name) for lane in added] == [("channels", "One"), ("channels", "Two")]


def test_several_lanes_from_one_menu(mapper: Person) -> None:
    """Space, and clicks with Ctrl, leave the menu open."""
    mapper.back_to_map()
    before = len(mapper.document.lanes)
    mapper.key(Qt.Key.Key_L, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LaneMenu)
    by_kind = {action.data(): action for action in menu.actions()}
    left = Qt.MouseButton.LeftButton
    for kind in ("needs", "actions"):
        QTest.mouseClick(menu, left, CTRL, menu.actionGeometry(by_kind[kind]).center())
        assert menu.isVisible()
    menu.setActiveAction(by_kind["notes"])
    mapper.key(Qt.Key.Key_Space, widget=menu)
    assert [lane.kind for lane in mapper.document.lanes[before:]] == ["needs", "actions", "notes"]
    mapper.key(Qt.Key.Key_Escape, widget=menu)
    assert len(mapper.document.lanes) == before + 3


def test_lines_of_the_clipboard_become_notes_in_the_inbox(mapper: Person) -> None:
    QApplication.clipboard().setText("Call the shop\n- Ask for size 39\n\n2. Wait")
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert [item.text for item in mapper.document.inbox] == ["Call the shop", "Ask for size 39", "Wait"]
    assert mapper.workspace.selection.cards == tuple(item.id for item in mapper.document.inbox)
    mapper.key(Qt.Key.Key_Z, CTRL)
    assert not mapper.document.inbox
    QApplication.clipboard().clear()
    mapper.window.handlers.paste_lines()
    assert "no lines on the clipboard" in mapper.window.toasts.toasts()[-1].text()


def test_the_palette_does_commands_and_goes_to_cards(mapper: Person) -> None:
    mapper.workspace.selection.clear()
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_K, CTRL)
    palette = mapper.window.palette_popup
    assert palette.isVisible()
    mapper.type("adver")
    mapper.key(Qt.Key.Key_Return)
    assert mapper.workspace.selection.cards == (mapper.card("Advert").id,)
    assert QApplication.focusWidget() is mapper.editor.view
    mapper.click(mapper.window.topbar.search)
    assert palette.isVisible()
    mapper.type("zoom to 100")
    mapper.key(Qt.Key.Key_Return)
    assert mapper.editor.zoom == 1.0
    number = mapper.card("Search").number
    mapper.key(Qt.Key.Key_F, CTRL)
    mapper.type(f"N{number}")
    mapper.key(Qt.Key.Key_Return)
    assert mapper.workspace.selection.cards == (mapper.card("Search").id,)
    mapper.key(Qt.Key.Key_K, CTRL)
    mapper.type(mapper.document.phases[2].name)
    mapper.key(Qt.Key.Key_Return)
    assert mapper.workspace.selection.kind == "phase"
    assert mapper.workspace.selection.current == mapper.document.phases[2].id


def test_every_command_that_can_be_used_is_found_by_its_name_in_the_palette(mapper: Person) -> None:
    """Of every menu: what the table of commands names is found by typing that name."""
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_K, CTRL)
    palette = mapper.window.palette_popup
    field = mapper.focus
    assert isinstance(field, QLineEdit)
    usable = [spec for spec in ACTIONS if spec.id != "find" and mapper.window.commands[spec.id].isEnabled()]
    assert {spec.menu for spec in usable} >= {*(menu.id for menu in MENUS), *(menu.id for menu in SUBMENUS)}
    lost = []
    for spec in usable:
        field.selectAll()
        name = mapper.window.commands.title(spec.id).rstrip("…")
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, name))
        if f"action:{spec.id}" not in [command.id for command in palette.shown_commands()]:
            lost.append(spec.id)
    assert not lost
    mapper.key(Qt.Key.Key_Escape)


def test_the_context_menu_is_for_what_is_chosen(mapper: Person) -> None:
    place = mapper.window.mapToGlobal(mapper.window.rect().center())

    def entries() -> set[str]:
        mapper.window.open_context_menu(place)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        found = {action.objectName() for action in menu.actions() if not action.isSeparator()}
        menu.close()
        return found

    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    assert {"edit_card", "add_pain_point", "duplicate", "to_inbox", "delete"} <= entries()
    mapper.workspace.selection.choose("phase", [mapper.document.phases[0].id])
    assert {"rename", "move_header_on", "remove_header"} <= entries()
    mapper.workspace.selection.clear()
    assert {"new_card", "paste", "add_phase"} <= entries()
    assert "delete" not in entries()


def test_a_right_click_on_a_card_opens_its_menu(mapper: Person) -> None:
    box = mapper.editor.stage.layout.cards[mapper.card("Advert").id]
    view = mapper.editor.view
    at = view.mapFromScene(box.x + box.w / 2, box.y + box.h / 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    assert view.handler is not None
    view.handler.menu_at(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.objectName() == "to_inbox")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert [item.text for item in mapper.document.inbox] == ["Advert"]


@pytest.mark.parametrize("part", ["outline", "lists", "minimap"])
def test_the_keyboard_is_back_on_the_map_when_the_panel_over_it_goes(mapper: Person, part: str) -> None:
    mapper.window.showNormal()
    mapper.window.resize(1366, 768)
    left = mapper.workspace.left
    mapper.qtbot.waitUntil(lambda: left.folded)
    button = left.rail_buttons[part]

    def opened() -> None:
        mapper.click(button)
        assert left.flyout_open
        assert left.body.isAncestorOf(mapper.focus)

    def on_the_map() -> bool:
        return not left.flyout_open and mapper.focus is mapper.editor.view

    opened()
    mapper.key(Qt.Key.Key_Escape)
    assert on_the_map()
    opened()
    mapper.click(button)
    assert on_the_map()
    opened()
    mapper.click(mapper.window.status)  # takes no keyboard itself
    assert on_the_map()
    opened()
    field = next(found for found in mapper.workspace.inspector.findChildren(QPlainTextEdit) if found.isVisible())
    mapper.click(field)
    assert not left.flyout_open
    assert mapper.focus is field, "a press on a field leads into it"
