"""Several notes changed at once, in the inspector and by the menu: one step of history, what differs shown, told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from model.commands import cards, grid
from panel_room import Room
from widgets.panels.card_menu import fill_card_menu
from widgets.panels.inspector_cards import CardsPage
from widgets.panels.page import Tools
from widgets.panels.pick_field import PickField
from widgets.panels.quick_edits import NamePopup

LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def page(room: Room, *texts: str) -> CardsPage:
    room.choose(*texts)
    assert isinstance(room.inspector.page, CardsPage)
    return room.inspector.page


def take(field: PickField, words: str) -> None:
    """Choose a row of a box."""
    field.setCurrentIndex(field.findText(words))
    field.activated.emit(field.currentIndex())


def menu_of(room: Room) -> QMenu:
    tools = Tools(room.bridge, room.selection, room.editor, room.editor.reveal)
    menu = fill_card_menu(room.window, tools)
    menu.popup(room.window.mapToGlobal(room.window.rect().center()))
    return menu


def sub(menu: QMenu, title: str) -> QMenu:
    found = next(action.menu() for action in menu.actions() if action.text() == title)
    assert isinstance(found, QMenu)
    return found


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def ticked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def pick(room: Room, menu: QMenu, title: str, entry: str) -> None:
    """Open a menu in a menu and click an entry."""
    inner = sub(menu, title)
    QTest.mouseClick(menu, LEFT, NO, menu.actionGeometry(inner.menuAction()).center())
    room.qtbot.waitUntil(inner.isVisible)
    action = next(action for action in inner.actions() if action.text() == entry)
    QTest.mouseClick(inner, LEFT, NO, inner.actionGeometry(action).center())
    room.settle()


# -- the inspector -------------------------------------------------------------------------------------------------


def test_places_that_differ_are_shown_so_and_a_phase_is_chosen_for_all(room: Room) -> None:
    shown = page(room, "Zoekt", "Belt", "Los een")
    phase = shown.places.phase
    assert phase.currentText() == "Several values"
    with room.one_step() as step:
        take(phase, "3 Levering")
    assert step.tables <= {"items"}
    for text in ("Zoekt", "Belt", "Los een", "Wacht lang", "Men belt eerst"):
        found = room.document.phase_of(room.card(text))
        assert found is not None, text
        assert found.name == "Levering", text
    assert room.session.history.undo_text == "Move 3 notes"
    assert phase.currentText() == "3 Levering"


def test_a_phase_is_chosen_by_keyboard_too(room: Room) -> None:
    shown = page(room, "Belt", "Betaalt")
    assert shown.places.phase.currentText() == "2 Aankoop"
    room.focus(shown.places.phase)
    room.key(Qt.Key.Key_Down)
    found = room.document.phase_of(room.card("Belt"))
    assert found is not None
    assert found.name == "Levering"


def test_a_lane_is_offered_where_there_is_a_choice_and_who_stays_is_told(room: Room) -> None:
    shown = page(room, "Zoekt", "Wacht lang")
    assert not shown.places.lane.isVisible()
    room.bridge.run(grid.add_lane, "touchpoints", name="Balie")
    assert shown.places.lane.isVisible()
    lane = shown.places.lane
    with room.one_step():
        take(lane, "Balie")
    assert room.document.lane_table[room.card("Zoekt").lane_id or ""].name == "Balie"
    assert room.toasts == ["1 note stays where it is: the lane “Balie” is for another kind."]


def test_an_owner_is_set_where_there_can_be_one_and_who_has_none_is_told(room: Room) -> None:
    shown = page(room, "Zoekt", "Belt", "Wacht lang")
    room.click(shown.more.chip("owner"))
    with room.one_step():
        room.type("Fatima")
        room.key(Qt.Key.Key_Return)
    assert [room.card(text).owner for text in ("Zoekt", "Belt", "Wacht lang")] == ["Fatima", "Fatima", ""]
    assert room.session.history.undo_text == "Set the owner of 2 notes"
    assert room.toasts == ["1 note stays as it is: pain points have no “Owner”."]


def test_the_kind_of_several_keeps_what_would_be_lost(room: Room) -> None:
    shown = page(room, "Zoekt", "Los een", "Later")
    room.click(shown.change_kind)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Need")
    with room.one_step():
        QTest.mouseClick(menu, LEFT, NO, menu.actionGeometry(action).center())
    assert [room.card(text).kind for text in ("Zoekt", "Los een", "Later")] == ["touchpoint", "need", "need"]
    assert len(room.document.emotion_table) == 1
    assert len(room.toasts) == 1
    assert room.toasts[0].startswith("1 note stays as it is")


# -- the menu ------------------------------------------------------------------------------------------------------


def test_the_menu_ticks_what_all_say_and_names_what_some_do(room: Room) -> None:
    room.bridge.run(cards.set_card, [room.card("Belt").id], channel_ids=tuple(c.id for c in room.document.channels))
    room.choose("Zoekt", "Belt")
    menu = menu_of(room)
    assert texts(sub(menu, "Channels")) == ["Webshop", "Winkel (some of them)"]
    assert ticked(sub(menu, "Channels")) == ["Webshop"]
    assert texts(sub(menu, "Move to phase"))[0] == "Several values"
    assert ticked(sub(menu, "Change the kind")) == ["Touchpoint"]
    assert "Personas" not in texts(menu), "of a touchpoint these are who feels something there"
    menu.close()


def test_channels_and_evidence_are_given_to_all_by_the_menu(room: Room) -> None:
    room.choose("Zoekt", "Belt", "Wacht lang")
    with room.one_step():
        pick(room, menu_of(room), "Channels", "Winkel")
    shop = room.document.channels[1].id
    assert shop in room.card("Zoekt").channel_ids
    assert shop in room.card("Belt").channel_ids
    assert room.toasts == ["1 note stays as it is: pain points have no “Channels”."]
    with room.one_step():
        pick(room, menu_of(room), "Evidence", "Measured")
    assert {room.card(text).evidence for text in ("Zoekt", "Belt", "Wacht lang")} == {"measured"}
    assert room.session.history.undo_text == "Set the evidence of 3 notes"


def test_personas_are_given_to_notes_and_taken_from_them(room: Room) -> None:
    room.choose("Wacht lang", "Men belt eerst")
    henk = room.document.personas[1].id
    with room.one_step():
        pick(room, menu_of(room), "Personas", "Henk")
    assert room.card("Wacht lang").persona_ids == room.card("Men belt eerst").persona_ids == (henk,)
    with room.one_step():
        pick(room, menu_of(room), "Personas", "Henk")
    assert room.card("Wacht lang").persona_ids == ()


def test_a_tag_that_nobody_used_yet_is_typed(room: Room) -> None:
    room.choose("Zoekt", "Later")
    pick(room, menu_of(room), "Tags", "Something else…")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, NamePopup)
    with room.one_step():
        QTest.keyClicks(popup.field, "spoed")
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert room.card("Zoekt").tags == room.card("Later").tags == ("spoed",)
    assert room.session.history.undo_text == "Set the tags of 2 notes"
    menu = menu_of(room)
    assert "spoed" in texts(sub(menu, "Tags"))
    menu.close()


def test_notes_of_the_inbox_have_the_same_menu(room: Room) -> None:
    room.choose("Los een", "Los twee")
    with room.one_step():
        pick(room, menu_of(room), "Move to phase", "1 Oriëntatie")
    assert room.card("Los een").place == room.card("Los twee").place == "map"
