"""Typing on the map: new cards, edits in place, names of headers; one step of history for what one person did."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from model.commands.cards import delete_cards, set_text
from model.commands.places import Cell
from model.document import Document
from model.newmap import new_map
from widgets.canvas.edit.caret import CaretMap

Hand = Any
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_double_click_on_a_cell_writes_a_card_at_once(hand: Hand) -> None:
    hand.double_click(hand.cell(0, 2))
    assert hand.editor.editing
    assert hand.steps == 0, "not in history before it has a text"
    hand.type("New one")
    hand.key(Key.Key_Escape)
    assert hand.texts(0, 2) == ["New one"]
    assert hand.steps == 1, "the card and its text are one step"
    assert hand.label == ("Add %n note(s)", 1)
    assert hand.editor.selection.cards == (hand.find("New one"),)
    hand.undo()
    assert hand.texts(0, 2) == []


def test_an_empty_new_card_vanishes(hand: Hand) -> None:
    hand.double_click(hand.cell(0, 2))
    assert len(hand.editor.stage.layout.cards) == 6, "it is shown while it is written"
    hand.key(Key.Key_Escape)
    assert hand.texts(0, 2) == []
    assert hand.steps == 0
    assert len(hand.editor.stage.layout.cards) == 5
    assert hand.document.info.next_number == 6, "no number was used"


def test_enter_opens_the_next_card_of_the_step_and_tab_the_next_step(hand: Hand) -> None:
    hand.click(hand.cell(0, 2))
    hand.key(Key.Key_Return)
    hand.type("first")
    hand.key(Key.Key_Return)
    hand.type("second")
    hand.key(Key.Key_Backtab, SHIFT)
    hand.type("left")
    hand.key(Key.Key_Tab)
    hand.type("right")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Return)
    assert not hand.editor.editing, "Enter on an empty new card ends"
    assert hand.texts(0, 1) == ["C", "left"]
    assert hand.texts(0, 2) == ["first", "second", "right"]
    assert hand.steps == 4


def test_enter_after_an_edit_opens_a_card_right_behind_it(hand: Hand) -> None:
    hand.double_click(hand.card(hand.find("A")))
    hand.key(Key.Key_End, CTRL)
    hand.type("!")
    hand.key(Key.Key_Return)
    hand.type("A2")
    hand.key(Key.Key_Escape)
    assert hand.texts(0, 0) == ["A!", "A2", "B"]
    assert hand.steps == 2


def test_editing_in_place_is_one_step_whatever_was_typed(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type(" and more")
    hand.key(Key.Key_Backspace)
    hand.key(Key.Key_Return, SHIFT)
    hand.type("line two")
    hand.key(Key.Key_Escape)
    assert hand.document.item_table[card].text == "A and mor\nline two"
    assert hand.steps == 1
    assert hand.label == ("Edit note", None)


def test_what_was_not_changed_is_no_step(hand: Hand) -> None:
    hand.double_click(hand.card(hand.find("A")))
    hand.key(Key.Key_Escape)
    assert hand.steps == 0


def test_undo_inside_the_text_stays_inside(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_Delete)
    hand.undo()
    hand.click(hand.card(hand.find("A")))
    hand.key(Key.Key_F2)
    hand.type(" one two")
    hand.undo()
    assert hand.editor.writer.buffer.text == "A one "
    hand.key(Key.Key_Z, CTRL | SHIFT)
    assert hand.editor.writer.buffer.text == "A one two"
    for _ in range(5):
        hand.undo()
    assert hand.editor.writer.buffer.text == "A"
    assert hand.editor.editing, "and does not undo edits of the map"
    assert hand.document.item_table[card].text == "A"


def test_the_card_shows_the_text_with_its_own_breaks_while_it_is_typed(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type(" long enough that it takes several lines on the card")
    lines = [placed.line.text for placed in hand.editor.stage.layout.cards[card].body.lines]
    height = hand.editor.stage.layout.cards[card].h
    hand.key(Key.Key_Escape)
    assert len(lines) > 2
    assert [placed.line.text for placed in hand.editor.stage.layout.cards[card].body.lines] == lines
    assert hand.editor.stage.layout.cards[card].h == height


def test_the_row_grows_while_one_types(hand: Hand) -> None:
    lane = hand.document.lanes[0].id
    before = hand.editor.stage.layout.lanes[lane].h
    hand.click(hand.card(hand.find("B")))
    hand.key(Key.Key_F2)
    hand.type(" word" * 30)
    assert hand.editor.stage.layout.lanes[lane].h > before
    hand.key(Key.Key_Escape)


def test_caret_selection_and_clipboard(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type("bcdef")
    hand.key(Key.Key_Left, SHIFT)
    hand.key(Key.Key_Left, SHIFT)
    assert hand.editor.writer.buffer.selected_text == "ef"
    hand.key(Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "ef"
    hand.key(Key.Key_Home)
    hand.key(Key.Key_V, CTRL)
    hand.key(Key.Key_A, CTRL)
    hand.key(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "efAbcd"
    hand.key(Key.Key_Escape)
    assert hand.document.item_table[card].text == "efAbcd"
    assert hand.steps == 1


def test_a_click_puts_the_caret_and_a_drag_selects(hand: Hand) -> None:
    card = hand.find("A")
    hand.editor.actual_size()
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type("BCDEFGH")
    places: CaretMap = hand.editor.writer.caret_map()
    line = places.lines[0]

    def at(place: int) -> Any:
        return hand.on_view(places.spot(place).x, line.top + line.height / 2)

    hand.click(at(3))
    assert hand.editor.writer.buffer.caret == 3
    hand.press(at(2))
    hand.move(at(6))
    hand.release(at(6))
    assert hand.editor.writer.buffer.selected_text == "CDEF"
    hand.type("x")
    hand.click(hand.cell(0, 2))
    assert not hand.editor.editing, "a click elsewhere keeps the text and ends"
    assert hand.document.item_table[card].text == "ABxGH"
    assert hand.steps == 1


def test_up_and_down_keep_to_their_column(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.key(Key.Key_F2)
    hand.type("aaa bbb ccc ddd eee fff ggg hhh iii jjj")
    buffer = hand.editor.writer.buffer
    places: CaretMap = hand.editor.writer.caret_map()
    assert len(places.lines) >= 3
    hand.key(Key.Key_Home, CTRL)
    hand.key(Key.Key_Down)
    assert places.line_of(buffer.caret) == 1
    hand.key(Key.Key_Down)
    assert places.line_of(buffer.caret) == 2
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Up)
    assert places.line_of(buffer.caret) == 0
    hand.key(Key.Key_Up)
    assert buffer.caret == 0
    hand.key(Key.Key_Escape)


def test_an_input_method_composes_on_the_card(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    QApplication.sendEvent(hand.view, QInputMethodEvent("にほ", []))
    assert hand.editor.stage.document.item_table[card].text == "Aにほ", "shown while it is composed"
    assert hand.editor.writer.buffer.text == "A"
    commit = QInputMethodEvent()
    commit.setCommitString("日本")
    QApplication.sendEvent(hand.view, commit)
    hand.key(Key.Key_Escape)
    assert hand.document.item_table[card].text == "A日本"
    assert hand.steps == 1


def test_an_input_method_is_told_where_the_caret_is(hand: Hand) -> None:
    card = hand.find("A")
    assert hand.view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    rect = hand.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    box = hand.editor.stage.layout.cards[card]
    assert hand.view.viewportTransform().mapRect(_rect(box)).contains(rect.center())
    assert hand.view.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "A"
    assert hand.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == 1
    hand.key(Key.Key_Escape)


def _rect(box: Any) -> Any:
    from PySide6.QtCore import QRectF

    return QRectF(box.x, box.y, box.w, box.h)


def test_the_text_goes_to_the_journal_at_each_letter(hand: Hand, qtbot: QtBot) -> None:
    drafts: list[tuple[str, str]] = []
    hand.editor.draft.connect(lambda where, text: drafts.append((where, text)))
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type("bc")
    assert drafts == [(card, "Ab"), (card, "Abc")]
    hand.key(Key.Key_Escape)
    assert drafts[-1] == ("", "")


def test_the_draft_of_a_new_card_names_its_cell(hand: Hand, qtbot: QtBot) -> None:
    drafts: list[tuple[str, str]] = []
    hand.editor.draft.connect(lambda where, text: drafts.append((where, text)))
    hand.double_click(hand.cell(0, 2))
    hand.type("half")
    where = f"{hand.document.lanes[0].id}/{hand.document.steps[2].id}"
    assert drafts[-1] == (where, "half")
    hand.key(Key.Key_Escape)


def test_the_draft_of_an_attached_card_is_not_kept_as_its_touchpoints_text(hand: Hand, qtbot: QtBot) -> None:
    drafts: list[tuple[str, str]] = []
    hand.editor.draft.connect(lambda where, text: drafts.append((where, text)))
    hand.click(hand.card(hand.find("B")))
    hand.editor.new_attached("insight")
    hand.type("half")
    assert drafts
    assert drafts[0][0] not in hand.document.item_table
    hand.key(Key.Key_Escape)


def test_losing_the_keyboard_keeps_the_text(hand: Hand, qtbot: QtBot) -> None:
    field = QLineEdit(hand.editor)
    field.show()
    hand.double_click(hand.cell(0, 2))
    hand.type("kept")
    field.setFocus()
    qtbot.waitUntil(lambda: not hand.editor.editing)
    assert hand.texts(0, 2) == ["kept"]


def test_a_text_goes_on_when_the_map_changes_under_it(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type("!")
    hand.bridge.run(set_text, hand.find("B"), "by another window")
    assert hand.editor.editing
    hand.key(Key.Key_Escape)
    assert hand.texts(0, 0) == ["A!", "by another window"]


def test_a_new_card_goes_on_when_the_map_changes_under_it(hand: Hand) -> None:
    from model.commands.cards import add_cards

    hand.double_click(hand.cell(0, 2))
    hand.type("mine")
    cell = Cell(hand.document.lanes[0].id, hand.document.steps[2].id)
    hand.bridge.run(add_cards, "touchpoint", ["theirs"], cell)
    hand.key(Key.Key_Escape)
    assert sorted(hand.texts(0, 2)) == ["mine", "theirs"]


def test_a_text_whose_card_is_deleted_is_kept_in_the_inbox(hand: Hand) -> None:
    said: list[str] = []
    hand.editor.toast.connect(lambda text, undo: said.append(text))
    card = hand.find("A")
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    hand.type(" precious")
    hand.bridge.run(delete_cards, [card])
    assert not hand.editor.editing
    assert [item.text for item in hand.document.inbox] == ["A precious"]
    assert said == ["The note was removed. Your text is in the inbox."]


def test_the_round_plus_adds_what_hangs_on_a_touchpoint(hand: Hand) -> None:
    from widgets.canvas.items import plus_center

    card = hand.find("B")
    hand.move(hand.card(card), held=False)
    assert hand.editor.highlights.hover == card
    at = plus_center(hand.editor.stage.layout.cards[card])
    hand.click(hand.on_view(at.x(), at.y()))
    menu = hand.editor._attach_menu
    kinds = [action.data() for action in menu.actions() if action.data()]
    assert kinds == ["pain_point", "insight", "opportunity", "solution"]
    assert menu.actions()[-1].text() == "Connect…"
    menu.actions()[0].trigger()
    menu.close()
    hand.type("ouch")
    hand.key(Key.Key_Escape)
    pain = hand.find("ouch")
    assert [item.id for item in hand.document.targets[pain]] == [card]
    assert hand.texts(2, 0) == ["P", "ouch"]
    assert hand.steps == 1


def test_enter_behind_an_attached_card_attaches_the_next(hand: Hand) -> None:
    card = hand.find("B")
    hand.click(hand.card(card))
    hand.editor.new_attached("opportunity")
    hand.type("one")
    hand.key(Key.Key_Return)
    hand.type("two")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts(4, 0) == ["one", "two"]
    for text in ("one", "two"):
        assert [item.id for item in hand.document.targets[hand.find(text)]] == [card]
    assert hand.steps == 2


def test_a_new_card_is_all_in_sight_when_it_is_written(open_map: Any, small: Document) -> None:
    for high in range(420, 560, 10):  # one of these cuts the last lane where the note would be
        hand = open_map(small, (900, high))
        hand.click(hand.card(hand.find("B")))
        hand.editor.new_attached("opportunity")
        hand.type("Show one total price")
        hand.key(Key.Key_Escape)
        box = hand.editor.stage.layout.cards[hand.find("Show one total price")]
        seen = hand.view.shown_area()
        assert seen.top() <= box.y and box.y + box.h <= seen.bottom(), high


def test_a_lane_appears_when_its_first_card_is_attached(open_map: Any) -> None:
    hand = open_map(new_map("T", "en", ("One",), ("touchpoints",)))
    hand.double_click(hand.cell(0, 0))
    hand.type("A")
    hand.key(Key.Key_Escape)
    hand.editor.new_attached("insight")
    hand.type("because")
    hand.key(Key.Key_Escape)
    assert [lane.kind for lane in hand.document.lanes] == ["touchpoints", "insights"]
    assert hand.texts(1, 0) == ["because"]
    assert hand.steps == 2


# -- headers --------------------------------------------------------------------------------------------------


def _header(hand: Hand, table: str, number: int) -> tuple[Any, QPoint]:
    """A header's bar, and its middle there."""
    layout, bar = hand.editor.stage.layout, hand.editor.bar(table)
    box = list(getattr(layout, table).values())[number]
    rect = bar.header_rect(box)
    at = bar.origin() + rect.center() * hand.view.zoom
    return bar, at.toPoint()


def _rename(hand: Hand, table: str, number: int) -> None:
    bar, at = _header(hand, table, number)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_double_click_renames_a_phase_and_tab_the_next(hand: Hand) -> None:
    _rename(hand, "phases", 0)
    hand.type("Alpha")
    hand.key(Key.Key_Tab)
    hand.type("Beta")
    hand.key(Key.Key_Return)
    assert [phase.name for phase in hand.document.phases] == ["Alpha", "Beta", "Three"]
    assert hand.steps == 2
    assert hand.label == ("Change phase", None)
    assert hand.editor.selection.kind == "phase"


def test_double_click_renames_a_lane(hand: Hand) -> None:
    _rename(hand, "lanes", 0)
    assert hand.editor.writer.buffer.text == "Touchpoints"
    hand.key(Key.Key_Escape)
    assert hand.steps == 0, "its kind's name is not written down as its own"
    hand.key(Key.Key_F2)
    hand.type("Meetings")
    hand.key(Key.Key_Return)
    assert hand.document.lanes[0].name == "Meetings"
    assert hand.steps == 1
    hand.key(Key.Key_F2)
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_Return)
    assert hand.document.lanes[0].name == "", "an empty name is its kind's"


def test_adding_phases_goes_on_until_an_empty_one(open_map: Any) -> None:
    hand = open_map(new_map("T", "en", (), ("touchpoints",)))
    hand.editor.add_phase()
    for name in ("One", "Two", "Three", "Four", "Five"):
        hand.type(name)
        hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert [phase.name for phase in hand.document.phases] == ["One", "Two", "Three", "Four", "Five"]
    assert hand.steps == 5, "each phase with its name is one step"
    assert hand.actions + 1 <= 8, "peers.md, task 1"
    assert all(hand.document.steps_by_phase[phase.id] for phase in hand.document.phases)


def test_a_phase_that_was_asked_for_comes_without_a_name(hand: Hand) -> None:
    hand.editor.add_phase()
    hand.key(Key.Key_Escape)
    assert [phase.name for phase in hand.document.phases] == ["One", "Two", "Three", ""]
    assert hand.steps == 1


def test_steps_get_a_row_of_names_as_soon_as_one_is_written(hand: Hand) -> None:
    assert hand.editor.stage.layout.header_height == 46
    hand.click(hand.card(hand.find("A")))
    hand.editor.add_step()
    assert hand.editor.stage.layout.header_height > 46
    hand.type("second step")
    hand.key(Key.Key_Escape)
    first = hand.document.phases[0]
    assert [step.name for step in hand.document.steps_by_phase[first.id]] == ["", "second step"]
    assert hand.steps == 1
    assert hand.label == ("Add step", None)
    _rename(hand, "steps", 0)
    hand.type("first step")
    hand.key(Key.Key_Return)
    assert [step.name for step in hand.document.steps_by_phase[first.id]] == ["first step", "second step"]


def test_a_word_longer_than_the_card_shows_its_hyphen_and_the_caret_finds_its_way(open_map: Any) -> None:
    document: Document = new_map("T", "nl", ("Een",), ("touchpoints",))
    hand = open_map(document)
    hand.double_click(hand.cell(0, 0))
    hand.type("arbeidsongeschiktheidsverzekeringsvragen bij")
    writer = hand.editor.writer
    places: CaretMap = writer.caret_map()
    assert len(places.lines) >= 3
    seen = set()
    for place in range(len(writer.buffer.text) + 1):
        spot = places.spot(place)
        seen.add(spot.line)
        line = places.lines[spot.line]
        assert places.place_at(spot.x, line.top + 1) in (place, place + 1, place - 1)
    assert seen == set(range(len(places.lines)))
    hand.key(Key.Key_Escape)


def test_hebrew_runs_from_right_to_left_under_the_caret(hand: Hand) -> None:
    card = hand.find("A")
    hand.bridge.run(set_text, card, "איפה ההזמנה")
    hand.editor.reveal(card)
    hand.click(hand.card(card))
    hand.key(Key.Key_F2)
    places: CaretMap = hand.editor.writer.caret_map()
    xs = [places.spot(place).x for place in range(len("איפה ההזמנה") + 1)]
    assert xs == sorted(xs, reverse=True)
    assert xs[0] - xs[-1] > 50
    hand.key(Key.Key_Escape)


def test_saving_can_keep_what_is_being_typed(hand: Hand) -> None:
    hand.double_click(hand.cell(0, 2))
    hand.type("half a sen")
    hand.editor.commit_edit()
    assert hand.texts(0, 2) == ["half a sen"]
