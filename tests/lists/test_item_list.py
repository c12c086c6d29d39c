"""The list of every note under real keys and clicks: order, columns, filter, cells edited in place, what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialog_texts import unnamed, untranslated
from list_room import ItemRoom
from maps import large_map
from model.commands import cards, grid
from model.finding import Filter
from model.i18n import PSEUDO, set_language
from model.newmap import new_map
from widgets.lists.editors import NameCell, TextCell
from widgets.look.language import speak

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
JOURNEY = ["Zoekt", "Belt", "Betaalt", "Wacht lang", "Men belt eerst", "Los een", "Los twee", "Los drie", "Later"]


# -- rows and columns ----------------------------------------------------------------------------------------------


def test_every_note_is_a_row_in_journey_order(notes: ItemRoom) -> None:
    assert notes.shown() == JOURNEY
    assert len(notes.shown()) == len(notes.document.item_table)
    assert notes.focus is notes.table
    assert notes.page.filters.count.text() == "9 notes"
    assert notes.cell("Belt", "number") == "N2"
    assert notes.cell("Belt", "kind") == "Touchpoint"
    assert notes.cell("Belt", "phase") == "2 Aankoop"
    assert notes.cell("Zoekt", "channel_ids") == "Webshop"
    assert notes.cell("Zoekt", f"feeling:{notes.document.personas[0].id}") == "+1"
    assert notes.cell("Wacht lang", "attached") == "N2"
    assert notes.cell("Los een", "phase") == "Inbox"
    assert notes.cell("Later", "phase") == "Parking lot"


def test_columns_that_the_map_does_not_use_are_hidden_until_it_does_or_somebody_asks(notes: ItemRoom) -> None:
    sanne, henk = (person.id for person in notes.document.personas)
    shown = ["number", "kind", "text", "phase", "channel_ids", f"feeling:{sanne}", "attached"]
    assert notes.columns() == shown
    notes.bridge.run(cards.set_card, [notes.card("Belt").id], owner="Fatima")
    notes.bridge.run(cards.set_emotion, notes.card("Belt").id, henk, score=-1)
    assert "owner" in notes.columns()
    assert f"feeling:{henk}" in notes.columns()
    assert "evidence" not in notes.columns()
    wished: list[dict[str, bool]] = []
    notes.page.columns_changed.connect(wished.append)
    notes.click(notes.page.filters.columns)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    toggles = notes.page.filters.open_columns().toggles
    notes.click(toggles.button("evidence"))
    notes.click(toggles.button("kind"))
    assert "evidence" in notes.columns()
    assert "kind" not in notes.columns()
    assert wished[-1] == {"evidence": True, "kind": False}


def test_what_somebody_chose_holds_in_the_next_list(qtbot: QtBot) -> None:
    room = ItemRoom(qtbot, wishes={"evidence": True, "phase": False, "aimed": True})
    assert "evidence" in room.columns()
    assert "phase" not in room.columns()
    assert len([column for column in room.columns() if column.startswith("aimed:")]) == 2
    room.close()


def test_a_click_on_a_heading_sorts_up_then_down_then_as_the_journey(notes: ItemRoom) -> None:
    notes.click_heading("text")
    assert notes.shown() == sorted(JOURNEY, key=str.casefold)
    notes.click_heading("text")
    assert notes.shown() == sorted(JOURNEY, key=str.casefold, reverse=True)
    notes.click_heading("text")
    assert notes.shown() == JOURNEY
    assert notes.steps == 0, "sorting is no edit"


def test_every_column_sorts_and_says_nothing_last(notes: ItemRoom) -> None:
    for column in notes.page.model.columns:
        notes.page.table.sort_by(column)
        texts = [column.text(line) for line in notes.page.model.lines]
        said = [text for text in texts if text]
        assert texts == [*said, *[""] * texts.count("")], column.id
    notes.page.table.sort_by(None)
    assert notes.shown() == JOURNEY


# -- what is looked for --------------------------------------------------------------------------------------------


def test_the_filter_is_the_map_s_and_the_map_s_is_the_list_s(notes: ItemRoom) -> None:
    notes.click(notes.page.filters.search)
    notes.type("los")
    assert notes.shown() == ["Los een", "Los twee", "Los drie"]
    assert notes.state.wanted == Filter(words="los")
    assert notes.page.filters.count.text() == "3 of 9 notes"
    notes.state.look_for(Filter(kinds=("pain_point", "note")))
    assert notes.shown() == ["Wacht lang", "Later"]
    assert notes.page.filters.search.text() == ""
    notes.click(notes.page.filters.all)
    assert notes.shown() == JOURNEY
    assert not notes.state.active


def test_a_note_that_an_edit_takes_out_of_the_filter_stays_until_it_is_set_anew(notes: ItemRoom) -> None:
    notes.state.look_for(Filter(words="los"))
    notes.go(0, "text")
    notes.key(Key.Key_Return)
    notes.type("Vast")
    notes.key(Key.Key_Return)
    assert notes.shown() == ["Vast", "Los twee", "Los drie"]
    notes.state.look_for(Filter(words="lo"))
    assert notes.shown() == ["Los twee", "Los drie"]


def test_nothing_that_fits_says_so_and_leads_back(notes: ItemRoom) -> None:
    notes.state.look_for(Filter(words="zebra"))
    assert notes.page.empty.isVisible()
    notes.click(notes.page.ways_on()[1])
    assert notes.shown() == JOURNEY
    assert notes.focus is notes.table


# -- cells ---------------------------------------------------------------------------------------------------------


def test_a_text_is_typed_in_its_cell_and_tab_goes_on_to_the_next(notes: ItemRoom) -> None:
    notes.bridge.run(cards.set_card, [notes.card("Belt").id], owner="Fatima")
    before = notes.steps
    notes.go(0, "text")
    notes.key(Key.Key_Return)
    assert isinstance(notes.field, TextCell)
    notes.type("Zoekt op het web")
    notes.key(Key.Key_Tab)
    assert notes.card("Zoekt op het web").number == 1
    assert notes.steps == before + 1
    field = notes.field
    assert isinstance(field, NameCell), "the owner is the next cell to type in"
    notes.type("Jan")
    notes.key(Key.Key_Return)
    assert notes.card("Zoekt op het web").owner == "Jan"
    assert notes.last == "Set the owner of 1 note"


def test_phase_lane_and_kind_are_chosen_in_place_each_one_undo_step(notes: ItemRoom) -> None:
    notes.pick("Los een", "phase", "3 Levering")
    card = notes.card("Los een")
    assert notes.document.phase_of(card) == notes.document.phases[2]
    assert (notes.steps, notes.last) == (1, "Move 1 note")
    notes.pick("Los een", "phase", "Parking lot")
    assert notes.card("Los een").place == "parking"
    notes.pick("Zoekt", "kind", "Thought")
    assert notes.card("Zoekt").kind == "thought"
    assert (notes.steps, notes.last) == (3, "Change kind of 1 note")
    notes.bridge.undo()
    assert notes.card("Zoekt").kind == "touchpoint"
    notes.bridge.run(grid.add_lane, "touchpoints", name="Achter de balie")
    assert "lane" in notes.columns(), "two lanes hold the same kind now"
    notes.pick("Belt", "lane", "Achter de balie")
    lane = notes.document.lane_table[notes.card("Belt").lane_id or ""]
    assert lane.name == "Achter de balie"
    assert notes.document.phase_of(notes.card("Belt")) == notes.document.phases[1]


def test_steps_are_a_column_where_there_are_some(notes: ItemRoom) -> None:
    assert "step" not in notes.columns()
    notes.bridge.run(grid.add_step, notes.document.phases[1].id, "Afrekenen")
    assert "step" in notes.columns()
    notes.pick("Betaalt", "step", "Afrekenen")
    assert notes.cell("Betaalt", "step") == "Afrekenen"
    assert notes.cell("Betaalt", "phase") == "2 Aankoop"


def test_channels_are_given_and_taken_one_by_one(notes: ItemRoom) -> None:
    notes.pick("Zoekt", "channel_ids", "Winkel")
    assert notes.cell("Zoekt", "channel_ids") == "Webshop, Winkel"
    notes.pick("Zoekt", "channel_ids", "Webshop")
    assert notes.cell("Zoekt", "channel_ids") == "Winkel"
    assert notes.last == "Set the channels of 1 note"


def test_a_digit_is_a_feeling_and_a_severity(notes: ItemRoom) -> None:
    sanne = notes.document.personas[0].id
    notes.go(notes.row("Belt"), f"feeling:{sanne}")
    notes.key(Key.Key_1)
    felt = notes.document.emotions[(notes.card("Belt").id, sanne)]
    assert felt.score == -2
    notes.page.model.wish("severity", True)
    notes.go(notes.row("Wacht lang"), "severity")
    notes.key(Key.Key_4)
    assert notes.card("Wacht lang").severity == 4
    notes.go(notes.row("Belt"), "severity")
    notes.key(Key.Key_4)
    assert notes.card("Belt").severity is None, "a touchpoint has none"


def test_a_choice_in_one_of_several_rows_is_for_all_of_them(notes: ItemRoom) -> None:
    notes.page.model.wish("evidence", True)
    notes.go(0, "evidence")
    notes.key(Key.Key_Down, SHIFT)
    notes.key(Key.Key_Down, SHIFT)
    assert len(notes.page.table.chosen_ids()) == 3
    notes.key(Key.Key_Space)
    notes.choose("Observed")
    assert [notes.card(text).evidence for text in JOURNEY[:4]] == ["observed", "observed", "observed", ""]
    assert (notes.steps, notes.last) == (1, "Set the evidence of 3 notes")
    assert len(notes.page.table.chosen_ids()) == 3, "they stay chosen"


def test_a_note_is_hung_on_a_touchpoint_and_taken_off(notes: ItemRoom) -> None:
    notes.go(notes.row("Wacht lang"), "attached")
    notes.key(Key.Key_Return)
    assert notes.page.chooser is not None
    notes.type("N3")
    notes.key(Key.Key_Return)
    assert notes.cell("Wacht lang", "attached") == "N2, N3"
    notes.go(notes.row("Wacht lang"), "attached")
    notes.key(Key.Key_Return)
    notes.type("N2")
    notes.key(Key.Key_Return)
    assert notes.cell("Wacht lang", "attached") == "N3"


def test_a_share_that_is_none_keeps_its_field_open_until_it_is_one(notes: ItemRoom) -> None:
    notes.page.model.wish("reach", True)
    notes.go(notes.row("Wacht lang"), "reach")
    notes.type("many")
    notes.key(Key.Key_Return)
    field = notes.field
    assert field is not None
    assert field.property("invalid")
    assert notes.steps == 0
    notes.key(Key.Key_A, CTRL)
    notes.type("35 %")
    notes.key(Key.Key_Return)
    assert notes.card("Wacht lang").reach == 35


def test_tags_are_written_with_commas(notes: ItemRoom) -> None:
    notes.page.model.wish("tags", True)
    notes.go(0, "tags")
    notes.type("spoed, balie,spoed")
    notes.key(Key.Key_Return)
    assert notes.card("Zoekt").tags == ("spoed", "balie")


# -- rows that come and go -----------------------------------------------------------------------------------------


def test_insert_adds_below_and_delete_takes_away_with_the_way_back(notes: ItemRoom) -> None:
    notes.go(notes.row("Belt"), "text")
    notes.key(Key.Key_Insert)
    notes.type("Wacht op antwoord")
    notes.key(Key.Key_Return)
    assert notes.shown()[1:4] == ["Belt", "Wacht op antwoord", "Betaalt"]
    assert notes.card("Wacht op antwoord").kind == "touchpoint"
    notes.key(Key.Key_Delete)
    assert notes.shown() == JOURNEY
    assert notes.toasts == ["1 note deleted"]
    assert notes.page.table.current_id() == notes.card("Betaalt").id
    notes.bridge.undo()
    assert "Wacht op antwoord" in notes.shown()


def test_the_first_note_of_a_map_is_written_in_the_list(qtbot: QtBot) -> None:
    room = ItemRoom(qtbot, new_map("Leeg", "nl", ("Een", "Twee")))
    assert room.page.empty.isVisible()
    room.click(room.page.ways_on()[0])
    room.type("Het begin")
    room.key(Key.Key_Return)
    assert room.card("Het begin").place == "inbox"
    room.close()


def test_rows_are_copied_as_they_are_seen(notes: ItemRoom) -> None:
    sanne = notes.document.personas[0].id
    notes.go(0, "text")
    notes.key(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "N1\tZoekt\tTouchpoint\t1 Oriëntatie\tWebshop\t+1\t"
    assert notes.columns()[5] == f"feeling:{sanne}"
    assert notes.toasts == ["1 row copied"]
    notes.key(Key.Key_A, CTRL)
    notes.key(Key.Key_C, CTRL)
    assert len(QApplication.clipboard().text().split("\n")) == 9


# -- what is chosen ------------------------------------------------------------------------------------------------


def test_what_is_chosen_is_chosen_on_the_map_and_the_other_way_round(notes: ItemRoom) -> None:
    notes.go(2, "text")
    assert notes.selection.cards == (notes.card("Betaalt").id,)
    notes.key(Key.Key_Down, SHIFT)
    assert set(notes.selection.cards) == {notes.card("Betaalt").id, notes.card("Wacht lang").id}
    notes.selection.choose_cards([notes.card(text).id for text in ("Zoekt", "Los twee")], notes.card("Los twee").id)
    assert notes.page.table.chosen_ids() == [notes.card("Zoekt").id, notes.card("Los twee").id]
    assert notes.page.table.current_id() == notes.card("Los twee").id
    assert len(notes.selection.cards) == 2, "choosing the rows chooses nothing else"


def test_a_card_chosen_on_the_map_is_scrolled_to(qtbot: QtBot) -> None:
    room = ItemRoom(qtbot, large_map(160))
    far = room.page.model.lines[130].card
    room.selection.choose_cards([far.id])
    index = room.page.model.index(130, 0)
    assert room.page.table.viewport().rect().contains(room.page.table.visualRect(index).center())
    room.close()


def test_a_list_that_nobody_sees_does_no_work_and_looks_again_when_shown(notes: ItemRoom) -> None:
    notes.page.hide()
    notes.bridge.run(cards.set_text, notes.card("Belt").id, "Belt twee keer")
    assert "Belt" in notes.shown()
    notes.page.show()
    assert "Belt twee keer" in notes.shown()


# -- words ---------------------------------------------------------------------------------------------------------


def test_every_word_is_translated_and_every_control_has_a_name(notes: ItemRoom) -> None:
    set_language(PSEUDO)
    speak(PSEUDO)
    notes.state.look_for(Filter(kinds=("touchpoint",)))
    own = {"Zoekt", "Belt", "Betaalt", "Sanne", "Henk", "Webshop", "Winkel"}
    assert not [text for text in untranslated(notes.page) if text not in own]
    assert not unnamed(notes.page)


def test_headings_do_not_follow_what_is_chosen(notes: ItemRoom) -> None:
    """Qt would ask each cell of each column whether it is chosen, to show its heading so."""
    notes.table.selectAll()
    assert len(notes.table.chosen_ids()) == len(JOURNEY)
    for bar in (notes.table.horizontalHeader(), notes.table.verticalHeader()):
        assert not bar.selectionModel().hasSelection()
