"""The inspector on cards: every edit is one step of history, changes what it names, and never takes the keyboard."""

from __future__ import annotations

import itertools

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands import cards
from model.records import MAX_TEXT
from panel_room import Room
from widgets.look.theme import look
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_cards import CardsPage
from widgets.panels.inspector_point import PointPage
from widgets.panels.page import in_sight_order
from widgets.selection import emotion_key

CONTROL = Qt.KeyboardModifier.ControlModifier


def card_page(room: Room) -> CardPage:
    assert isinstance(room.inspector.page, CardPage)
    return room.inspector.page


# -- text ----------------------------------------------------------------------------------------------------


def test_writing_the_text_is_one_step_and_changes_this_card_alone(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    room.focus(page.text)
    room.key(Qt.Key.Key_End, CONTROL)
    with room.one_step() as step:
        room.type(" schoenen")
        assert room.holds("Zoekt")  # not before the field is left
        room.focus(page.faces_of(room.document.personas[0].id).buttons()[0])
    assert step.tables == {"items"}
    assert step.ids("items") == {room.card("Zoekt schoenen").id}


def test_control_enter_commits_and_the_keyboard_stays(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    room.retype(page.text, "Kijkt rond")
    with room.one_step():
        room.key(Qt.Key.Key_Return, CONTROL)
    assert room.holds("Kijkt rond")
    assert page.text.hasFocus()


def test_enter_makes_a_second_line(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    low = page.text.height()
    room.retype(page.text, "Een")
    room.key(Qt.Key.Key_Return)
    room.type("Twee")
    with room.one_step():
        room.inspector.commit_edit()
    assert room.holds("Een\nTwee")
    assert page.text.height() > low


def test_leaving_an_unchanged_field_is_no_edit(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    with room.no_step():
        room.retype(page.text, "Zoekt")
        room.key(Qt.Key.Key_Tab)
        assert not page.text.hasFocus()


def test_what_was_half_typed_goes_to_the_card_it_was_typed_for(room: Room) -> None:
    room.choose("Zoekt")
    room.retype(card_page(room).text, "Zoekt lang")
    other = room.card("Betaalt")
    with room.one_step() as step:
        room.selection.choose_cards([other.id])
    assert step.ids("items") == {room.card("Zoekt lang").id}
    assert card_page(room).text.toPlainText() == "Betaalt"


def test_a_refresh_keeps_the_keyboard_and_the_half_typed_text(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    room.retype(page.text, "Half")
    # Somebody else edits other cards, and this very card.
    room.bridge.run(cards.set_text, room.card("Belt").id, "Belt weer")
    room.bridge.run(cards.set_card, [room.card("Zoekt").id], channel_ids=())
    room.settle()
    assert page.text.hasFocus()
    assert page.text.toPlainText() == "Half"
    with room.one_step():
        room.type(" af")
        room.key(Qt.Key.Key_Return, CONTROL)
    assert room.holds("Half af")


def test_undo_shows_in_the_field(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    room.retype(page.text, "Anders")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.bridge.undo()
    assert page.text.toPlainText() == "Zoekt"


def test_a_field_with_nothing_to_undo_leaves_the_key_to_the_window(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    room.focus(page.text)

    def offered() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
        event.ignore()
        QApplication.sendEvent(page.text, event)
        return event.isAccepted()

    assert not offered()
    room.type("x")
    assert offered()
    room.key(Qt.Key.Key_Return, CONTROL)
    assert not offered()


def test_escape_keeps_the_text_and_goes_back_to_the_map(room: Room) -> None:
    room.choose("Zoekt")
    room.retype(card_page(room).text, "Gehouden")
    with room.one_step():
        room.key(Qt.Key.Key_Escape)
    assert room.holds("Gehouden")
    assert room.editor.view.hasFocus()


def test_the_text_of_a_card_that_vanishes_is_kept_in_the_inbox(room: Room) -> None:
    room.choose("Zoekt")
    room.retype(card_page(room).text, "Niet kwijt")
    room.bridge.run(cards.delete_cards, [room.card("Zoekt").id])
    room.settle()
    assert room.card("Niet kwijt").place == "inbox"


def test_half_typed_text_goes_to_the_journal(room: Room) -> None:
    drafts: list[tuple[str, str]] = []
    room.editor.draft.connect(lambda card_id, text: drafts.append((card_id, text)))
    room.choose("Zoekt")
    room.retype(card_page(room).text, "Nog niet af")
    room.qtbot.waitUntil(lambda: (room.card("Zoekt").id, "Nog niet af") in drafts)


def test_hiding_the_inspector_keeps_what_is_half_typed(room: Room) -> None:
    room.choose("Zoekt")
    room.retype(card_page(room).text, "Ook dit")
    with room.one_step():
        room.inspector.hide()
    assert room.holds("Ook dit")


# -- kind, place, number -------------------------------------------------------------------------------------


def test_head_shows_kind_number_and_place(room: Room) -> None:
    room.choose("Belt")
    page = card_page(room)
    assert page.kind.words == "Touchpoint"
    assert page.number.text() == "N2"
    assert page.place.text() == "2 Aankoop"
    room.choose("Later")
    assert page.place.text() == "Parking lot"
    assert not page.feelings.isVisible()


def test_change_of_kind_by_the_menu_of_the_chip(room: Room) -> None:
    room.choose("Later")
    page = card_page(room)
    room.click(page.kind)
    menu = room.popup_menu()
    with room.one_step() as step:
        next(action for action in menu.actions() if action.data() == "insight").trigger()
        menu.close()
    assert room.card("Later").kind == "insight"
    assert step.ids("items") == {room.card("Later").id}
    assert page.kind.words == "Insight"


def test_kebab_deletes_and_parks(room: Room) -> None:
    room.choose("Los een")
    room.click(card_page(room).kebab)
    menu = room.popup_menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert "To the parking lot" in words
    assert "To the inbox" not in words  # it is there already
    with room.one_step():
        next(action for action in menu.actions() if action.text() == "To the parking lot").trigger()
        menu.close()
    assert room.card("Los een").place == "parking"


# -- feelings ------------------------------------------------------------------------------------------------


def test_a_face_sets_the_feeling_of_that_persona_and_once_more_clears_it(room: Room) -> None:
    room.choose("Betaalt")
    henk = room.document.personas[1].id
    faces = card_page(room).faces_of(henk)
    with room.one_step() as step:
        room.click(faces.buttons()[0])
    assert step.tables == {"emotions"}
    emotion = room.document.emotions[room.card("Betaalt").id, henk]
    assert (emotion.score, emotion.word) == (-2, "")
    with room.one_step():
        room.click(faces.buttons()[0])
    assert (room.card("Betaalt").id, henk) not in room.document.emotions


def test_digits_on_the_faces(room: Room) -> None:
    room.choose("Betaalt")
    sanne = room.document.personas[0].id
    room.focus(card_page(room).faces_of(sanne).buttons()[2])
    with room.one_step():
        room.key(Qt.Key.Key_5)
    assert room.document.emotions[room.card("Betaalt").id, sanne].score == 2


def test_word_and_quote_are_folded_until_asked_for(room: Room) -> None:
    room.choose("Zoekt")
    sanne = room.document.personas[0].id
    row = card_page(room).feeling_rows.rows[sanne]
    assert row.word.isHidden()
    room.click(row.more)
    assert row.word.isVisible()
    with room.one_step() as step:
        room.type("blij")
        room.focus(row.quote)
    with room.one_step():
        room.type("Eindelijk")
        room.key(Qt.Key.Key_Return, CONTROL)
    emotion = room.document.emotions[room.card("Zoekt").id, sanne]
    assert (emotion.score, emotion.word, emotion.quote) == (1, "blij", "Eindelijk")
    assert step.ids("emotions") == {emotion.id}
    room.choose("Belt")
    assert row.word.isHidden()
    room.choose("Zoekt")
    assert row.word.currentText() == "blij"
    assert row.word.isVisible()


def test_a_word_from_the_list_is_one_step(room: Room) -> None:
    room.choose("Zoekt")
    row = card_page(room).feeling_rows.rows[room.document.personas[0].id]
    room.click(row.more)
    words = [row.word.itemText(i) for i in range(row.word.count())]
    assert "teleurgesteld" in words  # the map's language is Dutch, the program speaks English
    with room.one_step():
        row.word.setCurrentIndex(words.index("teleurgesteld"))
        row.word.activated.emit(words.index("teleurgesteld"))
    assert room.document.emotions[room.card("Zoekt").id, row.persona_id].word == "teleurgesteld"


def test_emotion_point(room: Room) -> None:
    card, sanne = room.card("Zoekt"), room.document.personas[0].id
    room.selection.choose("emotion", [emotion_key(card.id, sanne)])
    room.settle()
    page = room.inspector.page
    assert isinstance(page, PointPage)
    assert list(page.rows.rows) == [sanne]
    assert page.rows.rows[sanne].faces.value() == 1
    with room.one_step() as step:
        room.click(page.rows.rows[sanne].faces.buttons()[1])
    assert step.tables == {"emotions"}
    assert room.document.emotions[card.id, sanne].score == -1
    room.click(page.chip)
    assert room.selection.cards == (card.id,)


# -- what hangs on it ----------------------------------------------------------------------------------------


def test_adding_pain_points_one_after_the_other(room: Room) -> None:
    room.choose("Betaalt")
    group = card_page(room).pains
    room.click(group.buttons["pain_point"])
    assert group.field.hasFocus()
    with room.one_step():
        room.type("Pin weigert")
        room.key(Qt.Key.Key_Return)
    assert group.field.hasFocus()
    assert group.field.text() == ""
    with room.one_step():
        room.type("Geen bon")
        room.key(Qt.Key.Key_Escape)  # keeps what was typed, as on the map
    assert group.field.isHidden()
    attached = room.document.attachments[room.card("Betaalt").id]
    assert [(item.kind, item.text) for item in attached] == [("pain_point", "Pin weigert"), ("pain_point", "Geen bon")]
    assert [chip.words for chip in group.chips.rows.values()] == ["Pin weigert", "Geen bon"]
    assert room.selection.cards == (room.card("Betaalt").id,)


def test_adding_an_opportunity_for_which_the_map_has_a_lane_or_not(room: Room) -> None:
    room.choose("Zoekt")
    group = card_page(room).insights
    room.click(group.buttons["opportunity"])
    with room.one_step():
        room.type("Chat")
        room.key(Qt.Key.Key_Return)
    assert room.card("Chat").kind == "opportunity"


def test_an_empty_add_field_adds_nothing(room: Room) -> None:
    room.choose("Zoekt")
    group = card_page(room).solutions
    room.click(group.buttons["solution"])
    with room.no_step():
        room.key(Qt.Key.Key_Return)
    assert group.field.isHidden()


def test_a_chip_leads_to_its_card(room: Room) -> None:
    room.choose("Belt")
    pain = room.card("Wacht lang")
    revealed: list[str] = []
    room.inspector.reveal.connect(revealed.append)
    room.click(card_page(room).pains.chips.rows[pain.id], QPoint(40, 12))
    assert room.selection.cards == (pain.id,)
    assert revealed == [pain.id]


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_chip_is_taken_off_by_its_cross_or_delete(room: Room, by_mouse: bool) -> None:
    room.choose("Belt")
    pain = room.card("Wacht lang")
    chip = card_page(room).pains.chips.rows[pain.id]
    with room.one_step() as step:
        if by_mouse:
            room.click(chip, QPoint(chip.width() - 12, 14))
        else:
            room.focus(chip)
            room.key(Qt.Key.Key_Delete)
    assert step.tables == {"links"}
    assert room.card("Wacht lang").place == "map"
    assert room.selection.cards == (room.card("Belt").id,)


# -- channels ------------------------------------------------------------------------------------------------


def test_channels_are_added_and_removed(room: Room) -> None:
    room.choose("Zoekt")
    group = card_page(room).channels
    web, shop = room.document.channels
    menu = group.menu()
    with room.one_step() as step:
        next(action for action in menu.actions() if action.data() == shop.id).trigger()
    assert step.ids("items") == {room.card("Zoekt").id}
    assert room.card("Zoekt").channel_ids == (web.id, shop.id)
    room.focus(group.chips[web.id])
    with room.one_step():
        room.key(Qt.Key.Key_Delete)
    assert room.card("Zoekt").channel_ids == (shop.id,)
    assert group.chips[shop.id].hasFocus()  # the keyboard stays in the row


def test_a_new_channel_with_icon_and_medium_is_one_step(room: Room) -> None:
    room.choose("Zoekt")
    group = card_page(room).channels
    next(action for action in group.menu().actions() if action.data() == "").trigger()
    room.settle()
    assert group.form.name.hasFocus()
    room.type("Telefoon")
    room.click(group.form.icon)
    group.form.icon.picker().taken("phone")
    group.form.icon.picker().hide()
    room.click(group.form.medium.button("both"))
    with room.one_step() as step:
        room.click(group.form.take)
    assert step.tables == {"channels", "items"}
    made = room.document.channels[-1]
    assert (made.name, made.icon, made.medium) == ("Telefoon", "phone", "both")
    assert room.card("Zoekt").channel_ids[-1] == made.id
    assert group.form.isHidden()


def test_a_new_channel_of_a_known_name_is_the_known_one(room: Room) -> None:
    room.choose("Belt")
    group = card_page(room).channels
    group.form.open_form()
    with room.one_step() as step:
        room.type("winkel")
        room.key(Qt.Key.Key_Return)
    assert step.tables == {"items"}
    assert room.card("Belt").channel_ids == (room.document.channels[1].id,)


# -- attached cards ------------------------------------------------------------------------------------------


def test_severity(room: Room) -> None:
    room.choose("Wacht lang")
    with room.one_step() as step:
        room.click(card_page(room).severity.buttons()[3])
    assert room.card("Wacht lang").severity == 4
    assert step.ids("items") == {room.card("Wacht lang").id}


def test_targets_are_added_by_number_and_the_first_is_marked(room: Room) -> None:
    room.choose("Wacht lang")
    group = card_page(room).targets
    room.focus(group.number)
    with room.one_step() as step:
        room.type("n3")
        room.key(Qt.Key.Key_Return)
    assert step.tables == {"links"}
    assert group.number.text() == ""
    assert [target.text for target in room.document.targets[room.card("Wacht lang").id]] == ["Belt", "Betaalt"]
    names = [chip.accessibleName() for chip in group.chips.rows.values()]
    assert names[0].endswith(", first")
    assert not names[1].endswith(", first")
    with room.one_step():
        group.chips.rows[room.card("Betaalt").id].removed.emit()
    assert [target.text for target in room.document.targets[room.card("Wacht lang").id]] == ["Belt"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("N999", "There is no note N999. Look for the number on the map."),
        ("N5", "N5 is no touchpoint. Type the number of a touchpoint."),
        ("N2", "It hangs on N2 already."),
        ("balie", "Type the number of a touchpoint, such as N28."),
    ],
)
def test_a_number_that_cannot_be_used_is_said_and_stays(room: Room, typed: str, sentence: str) -> None:
    room.choose("Wacht lang")
    group = card_page(room).targets
    room.focus(group.number)
    with room.no_step():
        room.type(typed)
        room.key(Qt.Key.Key_Return)
    assert group.row.error() == sentence
    assert group.number.text() == typed
    assert group.number.property("invalid") is True
    room.type("0")
    assert group.row.error() == ""


# -- several cards -------------------------------------------------------------------------------------------


def cards_page(room: Room) -> CardsPage:
    assert isinstance(room.inspector.page, CardsPage)
    return room.inspector.page


def test_several_cards_are_counted_and_deleted_in_one_step(room: Room) -> None:
    room.choose("Zoekt", "Wacht lang")
    page = cards_page(room)
    assert page.count.text().startswith("2 ")
    assert page.kinds.text() == "1 × Touchpoint, 1 × Pain point"
    with room.one_step() as step:
        room.click(page.delete)
    assert len(step.ids("items")) == 2


def test_severity_of_several_goes_to_the_pain_points_only(room: Room) -> None:
    room.choose("Zoekt", "Wacht lang", "Men belt eerst")
    with room.one_step() as step:
        room.click(cards_page(room).severity.buttons()[1])
    assert step.ids("items") == {room.card("Wacht lang").id}


def test_several_cards_to_the_inbox(room: Room) -> None:
    room.choose("Zoekt", "Betaalt")
    with room.one_step():
        room.click(cards_page(room).inbox)
    assert {room.card("Zoekt").place, room.card("Betaalt").place} == {"inbox"}
    assert not cards_page(room).inbox.isEnabled()


# -- the keyboard --------------------------------------------------------------------------------------------


def test_tab_goes_through_the_page_as_it_is_seen(room: Room) -> None:
    room.choose("Belt")
    page = card_page(room)
    row = page.feeling_rows.rows[room.document.personas[0].id]
    room.click(row.more)  # comes in between
    room.focus(page.text)
    seen = [page.text.mapTo(room.inspector, QPoint(0, 0)).y()]
    for _ in range(40):
        room.key(Qt.Key.Key_Tab)
        if not page.isAncestorOf(room.focused):
            break
        top = room.focused.mapTo(page, QPoint(0, 0)).y()
        seen.append(top)
    assert len(seen) > 10
    # Within a row things may stand a few px higher or lower.
    assert all(after >= before - 12 for before, after in itertools.pairwise(seen[1:])), seen


def test_tab_knows_its_order_right_after_another_card_was_chosen(room: Room) -> None:
    room.choose("Belt")
    room.selection.choose_cards([room.card("Zoekt").id])
    assert room.inspector._ordering.isActive(), "it can wait: the next card may be chosen at once"
    page = card_page(room)
    page.text.setFocus()
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    assert not room.inspector._ordering.isActive()
    assert page._tab_order == in_sight_order(page)


def test_more_text_than_a_card_holds_is_not_taken(room: Room) -> None:
    room.choose("Zoekt")
    page = card_page(room)
    room.focus(page.text)
    QApplication.clipboard().setText("x" * (MAX_TEXT + 1))
    with room.no_step():
        room.key(Qt.Key.Key_V, CONTROL)
        assert page.text.toPlainText() == "Zoekt"
    QApplication.clipboard().setText("y" * (MAX_TEXT - 5))
    room.key(Qt.Key.Key_End, CONTROL)
    with room.one_step():
        room.key(Qt.Key.Key_V, CONTROL)
        room.type("zz")
        room.key(Qt.Key.Key_Return, CONTROL)
    assert len(page.text.toPlainText()) == MAX_TEXT


def test_panels_that_are_gone_hear_nothing(room: Room) -> None:
    other = Room(room.qtbot)
    for panel in (other.left, other.inspector):
        panel.setParent(None)
        shiboken6.delete(panel)
    other.bridge.run(cards.delete_cards, [other.card("Zoekt").id])
    other.choose("Belt")
    look().choose("dark")
    look().choose("light")
    other.close()
