"""The action list under real keys and clicks: order, filters, cells edited in place, rows that come and go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from action_maps import map_with_actions
from dialog_texts import unnamed, untranslated
from list_room import ListRoom
from maps import Builder
from model.actionlist import COLUMN, status_title
from model.commands.links import set_actions
from model.fields import STATUSES, day_text
from model.i18n import PSEUDO, set_language
from model.newmap import new_map
from widgets.lists.cellpaint import CHEVRON
from widgets.lists.editors import DayCell, NameCell, TextCell
from widgets.look.fonts import sized_font
from widgets.look.language import speak
from widgets.look.theme import look

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MAP_ORDER = ["1", "4", "7", "0", "3", "6", "2", "5", "8"]


def editor(room: ListRoom) -> QWidget | None:
    """What a cell is written in, looked at anew: it comes and goes between two lines of a test."""
    return room.field


# -- order ---------------------------------------------------------------------------------------------------------


def test_rows_stand_in_the_order_of_the_map_and_the_keyboard_is_in_the_list(room: ListRoom) -> None:
    assert room.shown() == MAP_ORDER
    assert room.focus is room.table
    assert room.page.table.currentIndex().row() == 0
    assert room.page.table.rowHeight(0) == 32


def test_a_click_on_a_heading_sorts_up_then_down_then_as_the_map(room: ListRoom) -> None:
    room.click_heading("text")
    assert room.shown() == sorted(MAP_ORDER)
    assert room.page.table.horizontalHeader().isSortIndicatorShown()
    room.click_heading("text")
    assert room.shown() == sorted(MAP_ORDER, reverse=True)
    room.click_heading("text")
    assert room.shown() == MAP_ORDER
    assert not room.page.table.horizontalHeader().isSortIndicatorShown()


def test_the_keyboard_sorts_by_its_column_and_stays_on_its_row(room: ListRoom) -> None:
    room.go(4, "due")
    here = room.page.table.current_id()
    room.key(Key.Key_Up, CTRL)
    dues = [line.action.due for line in room.page.model.lines]
    said = [due for due in dues if due]
    assert said == sorted(said)
    assert dues == [*said, *[""] * dues.count("")]
    assert room.page.table.current_id() == here
    room.key(Key.Key_Down, CTRL)
    assert [line.action.due for line in room.page.model.lines if line.action.due] == sorted(said, reverse=True)
    room.key(Key.Key_Backspace, CTRL)
    assert room.shown() == MAP_ORDER
    assert room.steps == 0, "sorting is no edit"


def test_rows_keep_their_place_while_one_edits(room: ListRoom) -> None:
    room.go(0, "status")
    room.key(Key.Key_Up, CTRL)
    before = room.shown()
    row = before.index("4")
    room.go(row, "status")
    room.key(Key.Key_Space)
    room.choose("Dropped")
    assert room.action(4).status == "dropped"
    assert room.shown() == before, "sorted again only when somebody asks"


# -- filters -------------------------------------------------------------------------------------------------------


def test_the_search_field_and_the_boxes_filter_and_show_all_ends_it(room: ListRoom) -> None:
    filters = room.page.filters
    room.click(filters.search)
    room.type("balietablet")
    assert room.shown() == ["1", "4", "7"]
    assert filters.count.text() == "3 of 9 actions"
    filters.status.setCurrentIndex(filters.status.findData("doing"))
    filters.status.activated.emit(filters.status.currentIndex())
    assert room.shown() == ["1", "7"]
    room.click(filters.all)
    assert room.shown() == MAP_ORDER
    assert filters.search.text() == ""
    assert filters.status.value() == ""
    assert not filters.all.isVisible()


def test_boxes_offer_what_the_rows_say(room: ListRoom) -> None:
    owner = room.page.filters.owner
    assert [owner.itemText(i) for i in range(owner.count())] == ["Every owner", "Fatima A.", "Jan de Wit", "None"]
    owner.setCurrentIndex(3)
    owner.activated.emit(3)
    assert room.shown() == ["2", "5", "8"]
    room.bridge.run(set_actions, [room.action(1).id], owner="Zed")
    assert owner.findText("Zed") > 0
    assert owner.value() == owner.itemData(owner.currentIndex()) != "", "what is chosen stays chosen"


def test_only_what_is_overdue(room: ListRoom) -> None:
    late = (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011 - the list goes by the user's calendar
    ids = list(room.document.action_table)
    room.bridge.run(set_actions, ids, due="")
    assert not room.page.filters.overdue.isVisible(), "nothing is"
    room.bridge.run(set_actions, [room.action(3).id, room.action(4).id], due=late, status="")
    room.click(room.page.filters.overdue)
    assert room.shown() == ["4", "3"]


def test_a_row_that_an_edit_takes_out_of_the_filter_stays_until_it_is_set_anew(room: ListRoom) -> None:
    filters = room.page.filters
    filters.status.choose("open")
    filters.status.activated.emit(0)
    assert room.shown() == ["4", "0", "6"]
    room.go(0, "status")
    room.key(Key.Key_Space)
    room.choose("Done")
    assert room.shown() == ["4", "0", "6"]
    filters.status.activated.emit(0)
    assert room.shown() == ["0", "6"]


def test_a_filter_that_no_action_answers_says_so_with_the_way_out(room: ListRoom) -> None:
    room.click(room.page.filters.search)
    room.type("zzz")
    assert room.page.empty.isVisible()
    assert "No action answers" in room.page.empty.accessibleName()
    room.click(room.page._empty_all)
    assert room.shown() == MAP_ORDER
    assert room.focus is room.table


# -- cells ---------------------------------------------------------------------------------------------------------


def test_typing_in_a_cell_writes_and_enter_takes_it_as_one_edit(room: ListRoom) -> None:
    room.go(0, "text")
    room.type("Bel")
    assert isinstance(editor(room), TextCell)
    assert room.steps == 0, "nothing is written before it is taken"
    room.type(" de winkel")
    room.key(Key.Key_Return)
    assert room.field is None
    assert room.page.model.lines[0].action.text == "Bel de winkel"
    assert (room.steps, room.last) == (1, "Change 1 action")
    assert room.focus is room.table
    room.bridge.undo()
    assert room.shown() == MAP_ORDER


def test_enter_opens_a_text_shift_enter_begins_a_line_esc_leaves_it_as_it_was(room: ListRoom) -> None:
    room.go(0, "text")
    room.key(Key.Key_F2)
    assert isinstance(editor(room), TextCell)
    room.key(Key.Key_End, CTRL)
    room.key(Key.Key_Return, SHIFT)
    room.type("en bel terug")
    room.key(Key.Key_Return)
    assert room.action(1).text.endswith("\nen bel terug")
    room.key(Key.Key_Return)
    room.type("weg")
    room.key(Key.Key_Escape)
    assert room.field is None
    assert room.action(1).text.endswith("\nen bel terug")
    assert room.steps == 1


def test_tab_takes_the_cell_and_goes_on_to_the_next(room: ListRoom) -> None:
    room.go(0, "owner")
    room.type("Zed")
    room.key(Key.Key_Tab)
    assert room.action(1).owner == "Zed"
    assert room.page.table.currentIndex().column() == room.page.model.column_of("department")
    assert isinstance(room.field, NameCell)
    room.type("Kantoor")
    room.key(Key.Key_Backtab)
    assert room.action(1).department == "Kantoor"
    assert room.page.table.currentIndex().column() == room.page.model.column_of("owner")


def test_tab_goes_from_field_to_field_and_on_to_the_next_row(room: ListRoom) -> None:
    room.go(0, "text")
    room.type("Bel")
    for column in ("owner", "department", "due"):
        room.key(Key.Key_Tab)
        assert room.page.table.currentIndex().column() == room.page.model.column_of(column), "menus are skipped"
        assert room.field is not None
    room.key(Key.Key_Tab)
    assert (room.page.table.currentIndex().row(), room.page.table.currentIndex().column()) == (1, 1)
    assert isinstance(room.field, TextCell)
    assert room.steps == 1, "fields in which nothing was typed make no edit"
    room.key(Key.Key_Escape)
    assert room.focus is room.table


def test_a_click_elsewhere_keeps_what_was_typed(room: ListRoom) -> None:
    room.go(0, "text")
    room.type("Half getypt")
    room.click(room.page.filters.search)
    assert room.page.model.lines[0].action.text == "Half getypt"
    assert room.field is None


def test_names_are_offered_from_the_whole_map(room: ListRoom) -> None:
    room.go(6, "owner")
    room.key(Key.Key_Return)
    assert isinstance(room.field, NameCell)
    room.key(Key.Key_Down)
    assert [row.text for row in room.field.suggestions.shown] == ["Fatima A.", "Jan de Wit"]
    room.key(Key.Key_Down)
    room.key(Key.Key_Return)
    room.key(Key.Key_Return)
    assert room.action(2).owner == "Jan de Wit"


def test_the_status_is_chosen_from_a_menu_by_keyboard(room: ListRoom) -> None:
    room.go(1, "status")
    room.key(Key.Key_Space)
    menu = room.menu()
    assert [action.text() for action in menu.actions()] == ["To do", "In progress", "Done", "Dropped"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert room.action(4).status == "doing"


def test_a_status_for_several_rows_is_one_edit(room: ListRoom) -> None:
    room.go(0, "status")
    QTest.keyClick(room.table, Key.Key_Down, SHIFT)
    QTest.keyClick(room.table, Key.Key_Down, SHIFT)
    room.key(Key.Key_Return)
    room.choose("Done")
    assert [room.action(n).status for n in (1, 4, 7)] == ["done"] * 3
    assert (room.steps, room.last) == (1, "Change 3 actions")


def test_a_day_is_typed(room: ListRoom) -> None:
    room.go(1, "due")
    room.type("24-12-2027")
    room.key(Key.Key_Return)
    assert room.action(4).due == "2027-12-24"
    assert room.page.model.data(room.index(1, "due")) == "24 Dec 2027"
    room.key(Key.Key_Return)
    room.key(Key.Key_Delete)
    room.key(Key.Key_Return)
    assert room.action(4).due == "", "an empty field is no day"


def test_what_is_no_day_stays_typed_with_a_sentence(room: ListRoom) -> None:
    room.go(1, "due")
    before = room.action(4).due
    room.type("30-2-2027")
    for leaving in (Key.Key_Return, Key.Key_Tab):
        room.key(leaving)
        assert isinstance(room.field, DayCell)
        assert room.field.text() == "30-2-2027"
        assert room.field.property("invalid")
        assert "31-12-2026" in room.field.accessibleDescription()
    assert room.action(4).due == before
    room.key(Key.Key_Backspace)
    room.key(Key.Key_Backspace)
    room.key(Key.Key_Backspace)
    room.key(Key.Key_Backspace)
    room.key(Key.Key_Backspace)
    room.key(Key.Key_Backspace)
    room.type("3-2027")
    room.key(Key.Key_Return)
    assert room.action(4).due == "2027-03-30"


def test_a_day_is_picked_from_a_calendar(room: ListRoom) -> None:
    room.bridge.run(set_actions, [room.action(4).id], due="2027-03-10")
    room.go(1, "due")
    room.key(Key.Key_Down, ALT)
    field = room.field
    assert isinstance(field, DayCell)
    assert field.calendar is not None
    QTest.keyClick(field.calendar.focusWidget(), Key.Key_Right)
    QTest.keyClick(field.calendar.focusWidget(), Key.Key_Return)
    QApplication.processEvents()
    assert room.action(4).due == "2027-03-11"
    assert room.field is None


def test_what_the_card_says_is_edited_for_the_card(room: ListRoom) -> None:
    room.go(0, "impact")
    room.key(Key.Key_Space)
    room.choose("3")
    card = room.page.model.lines[0].card
    assert room.document.item_table[card.id].impact == 3
    assert [room.page.model.data(room.index(row, "impact")) for row in range(3)] == ["3", "3", "3"]
    room.go(0, "solution_type")
    room.key(Key.Key_Space)
    room.choose("Not said")
    assert room.document.item_table[card.id].solution_type == ""


def test_digits_give_a_scale_its_number(room: ListRoom) -> None:
    room.go(0, "impact")
    room.key(Key.Key_2)
    assert room.document.item_table[room.page.model.lines[0].card.id].impact == 2
    room.key(Key.Key_9)
    assert room.document.item_table[room.page.model.lines[0].card.id].impact == 2


def test_a_click_on_the_chevron_opens_the_menu(room: ListRoom) -> None:
    rect = room.page.table.visualRect(room.index(1, "status"))
    QTest.mouseClick(
        room.page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, rect.center().y())
    )
    assert QApplication.activePopupWidget() is None, "a click elsewhere in the cell chooses the row"
    QTest.mouseClick(
        room.page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() - 8, rect.center().y())
    )
    room.choose("Done")
    assert room.action(4).status == "done"


def test_an_action_goes_to_another_solution_by_its_number(room: ListRoom) -> None:
    room.go(0, "card")
    room.key(Key.Key_Return)
    chooser = room.page.chooser
    assert chooser is not None
    room.type("4")
    assert [command.text for command in chooser.shown_commands()] == ["N4 Terugbelknop"]
    room.key(Key.Key_Return)
    assert room.document.item_table[room.action(1).item_id].text == "Terugbelknop"
    assert room.last == "Move action"
    assert room.page.table.current_id() == room.action(1).id


def test_a_double_click_opens_the_cell(room: ListRoom) -> None:
    place = room.page.table.visualRect(room.index(2, "text")).center()
    QTest.mouseClick(room.page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(room.page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(room.field, TextCell)


# -- rows ----------------------------------------------------------------------------------------------------------


def test_insert_adds_a_row_for_the_same_solution_and_writes_at_once(room: ListRoom) -> None:
    room.go(0, "due")
    room.key(Key.Key_Insert)
    assert isinstance(room.field, TextCell)
    room.type("Nieuwe actie")
    room.key(Key.Key_Return)
    assert [line.action.text for line in room.page.model.lines][1] == "Nieuwe actie", "below the row of the keyboard"
    made = room.page.model.lines[1].action
    assert made.item_id == room.action(1).item_id
    assert room.document.actions_of[made.item_id][1] == made
    room.bridge.undo()
    room.bridge.undo()
    assert room.shown() == MAP_ORDER


def test_insert_in_the_filters_adds_a_row_as_well(room: ListRoom) -> None:
    filters = room.page.filters
    for widget in (filters.search, filters.status, filters.add):
        field = widget.focusProxy() or widget
        before = len(room.document.action_table)
        room.go(0, "due")
        field.setFocus(Qt.FocusReason.TabFocusReason)
        room.key(Key.Key_Insert)
        assert isinstance(room.field, TextCell)
        room.type("Nieuwe actie")
        room.key(Key.Key_Return)
        assert len(room.document.action_table) == before + 1


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_status_is_read_in_full_beside_its_chevron(room: ListRoom, language: str) -> None:
    set_language(language)
    metrics = QFontMetricsF(sized_font(13))
    room_for_words = COLUMN["status"].width - 8 - 24 - CHEVRON
    for status in STATUSES:
        assert metrics.horizontalAdvance(status_title(status.id)) <= room_for_words, status.id


def test_the_button_asks_for_the_solution_by_number_or_words(room: ListRoom) -> None:
    room.click(room.page.filters.add)
    chooser = room.page.chooser
    assert chooser is not None
    assert chooser.isVisible()
    assert len(chooser.shown_commands()) == 3
    room.type("voorraad")
    room.key(Key.Key_Return)
    assert isinstance(room.field, TextCell)
    room.type("Tel opnieuw")
    room.key(Key.Key_Return)
    made = next(a for a in room.document.action_table.values() if a.text == "Tel opnieuw")
    assert room.document.item_table[made.item_id].text.startswith("Voorraad")


def test_delete_removes_the_chosen_rows_and_undo_brings_them_back(room: ListRoom) -> None:
    room.go(1, "text")
    QTest.keyClick(room.table, Key.Key_Down, SHIFT)
    room.key(Key.Key_Delete)
    assert room.shown() == [n for n in MAP_ORDER if n not in ("4", "7")]
    assert room.toasts == ["2 actions deleted"]
    assert room.last == "Remove 2 actions"
    assert room.page.table.currentIndex().row() == 1, "the keyboard stays where it was"
    assert room.focus is room.table
    room.bridge.undo()
    assert room.shown() == MAP_ORDER


def test_delete_in_a_field_is_a_key_of_the_field(room: ListRoom) -> None:
    room.go(0, "text")
    room.key(Key.Key_Return)
    room.key(Key.Key_Delete)
    room.key(Key.Key_Return)
    assert len(room.document.action_table) == 9
    assert room.page.model.lines[0].action.text == ""


def test_copy_puts_rows_on_the_clipboard_as_a_spreadsheet_takes_them(room: ListRoom) -> None:
    room.bridge.run(set_actions, [room.action(4).id], text='=1+1\t"x"', owner="@jan")
    room.go(0, "text")
    QTest.keyClick(room.table, Key.Key_Down, SHIFT)
    room.key(Key.Key_C, CTRL)
    first, second = QGuiApplication.clipboard().text().split("\n")
    columns = room.page.model.columns
    seen = [place for place in range(len(columns)) if not room.page.table.isColumnHidden(place)]
    assert len(first.split("\t")) == len(seen), "what is not seen is not copied"
    assert first.split("\t")[1] == room.action(1).text
    assert first.split("\t")[2] == "N3 Orderlijst op balietablet"
    assert '"\'=1+1\t""x"""' in second, "no formula, and quoted for its tab"
    assert "\t'@jan\t" in second
    assert room.toasts == ["2 rows copied"]
    room.key(Key.Key_A, CTRL)
    assert len(room.page.table.chosen_ids()) == 9


def test_the_menu_of_a_row_does_what_it_says(room: ListRoom, qtbot: QtBot) -> None:
    room.go(0, "text")
    QTest.keyClick(room.table, Key.Key_Menu)
    index = room.index(0, "text")
    menu = room.page.table.row_menu(index)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "New action",
        "Status",
        "Move to another solution…",
        "Show on the map",
        "Copy",
        "Sort by Action",
        "Column",
        "Delete",
    ]
    with qtbot.waitSignal(room.page.map_wanted) as caught:
        next(action for action in menu.actions() if action.text() == "Show on the map").trigger()
    assert caught.args == [room.action(1).item_id]
    status = next(action.menu() for action in menu.actions() if action.text() == "Status")
    assert isinstance(status, QMenu)
    next(action for action in status.actions() if action.text() == "Done").trigger()
    assert room.action(1).status == "done"


# -- what is chosen ------------------------------------------------------------------------------------------------


def test_the_row_s_card_is_chosen_for_the_map_and_a_card_chosen_there_brings_its_row(room: ListRoom) -> None:
    room.go(3, "text")
    assert room.selection.cards == (room.action(0).item_id,)
    QTest.keyClick(room.table, Key.Key_Up)
    assert room.selection.current == room.action(7).item_id
    room.selection.choose_cards([room.action(2).item_id])
    assert room.page.table.current_id() == room.action(2).id
    room.selection.choose_cards([room.document.touchpoints[0].id])
    assert room.page.table.current_id() == room.action(2).id, "a card without actions moves nothing"


def test_an_edit_elsewhere_is_shown_and_moves_nothing(room: ListRoom) -> None:
    room.go(4, "owner")
    room.bridge.run(set_actions, [room.action(3).id], owner="Zed")
    assert room.page.model.data(room.index(4, "owner")) == "Zed"
    assert room.page.table.currentIndex().row() == 4


# -- empty ---------------------------------------------------------------------------------------------------------


def test_a_map_without_solutions_says_where_to_begin(qtbot: QtBot) -> None:
    room = ListRoom(qtbot, new_map("Leeg", "nl", ["A"]))
    assert room.page.empty.isVisible()
    assert "Put a solution on the map" in room.page.empty.accessibleName()
    assert not room.page._empty_add.isVisible()
    with qtbot.waitSignal(room.page.map_wanted):
        room.key(Key.Key_Space)


def test_the_first_action_is_made_from_the_empty_list(qtbot: QtBot) -> None:
    builder = Builder(new_map("Leeg", "nl", ["A"]))
    builder.card("solution", "Bel terug", 0)
    room = ListRoom(qtbot, builder.document)
    assert room.page.empty.isVisible()
    room.key(Key.Key_Space)
    assert isinstance(room.field, TextCell), "there is one solution, so nothing is asked"
    room.type("Koop een telefoon")
    room.key(Key.Key_Return)
    assert [a.text for a in room.document.action_table.values()] == ["Koop een telefoon"]


# -- words and look ------------------------------------------------------------------------------------------------


def test_cells_and_headings_are_told_to_screen_readers(room: ListRoom) -> None:
    model = room.page.model
    told = model.data(room.index(0, "owner"), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Owner: Jan de Wit"
    assert model.data(room.index(6, "owner"), Qt.ItemDataRole.AccessibleTextRole) == "Owner: empty"
    room.bridge.run(set_actions, [room.action(1).id], due="2020-01-02", status="")
    assert model.data(room.index(0, "due"), Qt.ItemDataRole.AccessibleTextRole).endswith("overdue")
    room.key(Key.Key_Up, CTRL)
    section = room.page.table.currentIndex().column()
    heading = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Action, sorted up"
    assert unnamed(room.page) == []


def test_every_word_is_translated_and_follows_the_language(room: ListRoom) -> None:
    set_language(PSEUDO)
    speak(PSEUDO)
    QApplication.processEvents()
    own = ("Fatima A.", "Jan de Wit", "Winkel", "IT", "9")
    assert untranslated(room.page, *own) == []
    for column in range(room.page.model.columnCount()):
        assert str(room.page.model.headerData(column, Qt.Orientation.Horizontal)).startswith("⟦")
    set_language("en")
    speak("en")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_painted_in_the_theme_with_hairlines_and_signs(room: ListRoom, theme: str) -> None:
    look().choose(theme)  # type: ignore[arg-type]  # a literal in a loop
    QApplication.processEvents()
    room.go(5, "text")
    image = room.page.table.viewport().grab().toImage()
    scale = image.width() / room.page.table.viewport().width()

    def pixel(x: int, y: int) -> str:
        return image.pixelColor(round(x * scale), round(y * scale)).name()

    assert pixel(4, 16) == look().color("surface.raised").name()
    assert pixel(4, 31) == look().color("line.hair").name()
    assert pixel(4, 5 * 32 + 16) == look().color("surface.selected").name(), "the chosen row"
    rect = room.page.table.visualRect(room.index(0, "card"))
    assert pixel(rect.left() + 8 + 3, rect.center().y() - 5) == look().color("note.solution.fill").name()
    sign = room.page.table.visualRect(room.index(6, "status"))
    drawn = {QColor(pixel(sign.left() + 8 + x, sign.center().y())).name() for x in range(16)}
    assert len(drawn) > 2, "a sign stands before the word"


def test_columns_that_no_card_says_are_left_out(qtbot: QtBot) -> None:
    room = ListRoom(qtbot, map_with_actions(3).document)
    assert not room.page.table.isColumnHidden(room.page.model.column_of("impact"))
    for item in list(room.document.item_table.values()):
        if item.impact is not None:
            room.bridge.run(_no_impact, item.id)
    assert room.page.table.isColumnHidden(room.page.model.column_of("impact"))


def _no_impact(document, item_id):  # type: ignore[no-untyped-def]  # a command of one line
    from model.commands.cards import set_card

    return set_card(document, [item_id], impact=None)


def test_days_are_shown_as_people_write_them(room: ListRoom) -> None:
    line = next(line for line in room.page.model.lines if line.action.due)
    row = room.page.model.lines.index(line)
    assert room.page.model.data(room.index(row, "due")) == day_text(line.action.due)


def test_a_long_list_is_quick(qtbot: QtBot) -> None:
    """A thousand actions: sorted and filtered without a wait that one feels."""
    import time

    room = ListRoom(qtbot, map_with_actions(1000).document)
    begun = time.thread_time()
    room.click_heading("owner")
    room.page.model.set_filter(room.page.filters.wanted())
    assert time.thread_time() - begun < 1.0
    QTest.mouseClick(room.page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert len(room.page.model.lines) == 1000
