"""The map by keyboard alone: going about, moving, feelings, clipboard; with the counts of the comparison."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from model.i18n import translate
from model.importers.cells import cells_from_text
from model.newmap import new_map
from widgets.canvas.mime import CARDS, columns_of
from widgets.selection import emotion_key

Hand = Any
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ten_touchpoints_in_at_most_fifteen_actions(open_map: Any) -> None:
    hand = open_map(new_map("T", "en", ("1", "2", "3", "4", "5"), ("touchpoints", "emotion")))
    hand.key(Key.Key_Home)
    hand.key(Key.Key_Return)
    for step in range(5):
        hand.type(f"a{step}")
        hand.key(Key.Key_Return)
        hand.type(f"b{step}")
        hand.key(Key.Key_Tab)
    assert hand.actions <= 15
    assert [hand.texts(0, step) for step in range(5)] == [[f"a{step}", f"b{step}"] for step in range(5)]
    assert hand.steps == 10


def test_ten_feelings_in_twelve_keys(open_map: Any) -> None:
    hand = open_map(new_map("T", "en", ("1", "2"), ("touchpoints", "emotion")))
    hand.double_click(hand.cell(0, 0))
    for n in range(10):
        hand.type(f"t{n}")
        hand.key(Key.Key_Tab if n == 4 else Key.Key_Return)
    hand.key(Key.Key_Escape)
    hand.actions = 0
    hand.key(Key.Key_Home)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Down)
    hand.actions = 1
    for key in "5432154321":
        hand.key(Key(ord(key)))
    assert hand.actions <= 12
    persona = hand.document.personas[0].id
    scores = [hand.document.emotions[item.id, persona].score for item in hand.document.touchpoints]
    assert scores == [2, 1, 0, -1, -2, 2, 1, 0, -1, -2]
    assert hand.label == ("Set feeling", None)


def test_a_list_becomes_cards_in_three_actions(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("• one\r\n2. two\n\n- three\n")
    hand.actions = 1  # copying it elsewhere
    hand.click(hand.cell(0, 2))
    hand.key(Key.Key_V, CTRL)
    assert hand.actions <= 3
    assert hand.texts(0, 2) == ["one", "two", "three"]
    assert hand.steps == 1
    assert hand.label == ("Paste %n note(s)", 3)


def test_a_row_of_a_spreadsheet_goes_to_the_steps(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("x1\tx2\tx3\ny1\t\ty3")
    hand.click(hand.cell(0, 0, 0.98))
    hand.key(Key.Key_V, CTRL)
    assert hand.texts(0, 0)[2:] == ["x1", "y1"]
    assert hand.texts(0, 1)[1:] == ["x2"]
    assert hand.texts(0, 2) == ["x3", "y3"]
    assert hand.steps == 1


def _columns(text: str) -> list[list[str]]:
    return columns_of(cells_from_text(text))


def test_text_is_capped_and_cleaned() -> None:
    assert _columns("a\x00b\n" * 10_000) == [["ab"] * 5000]
    assert len(_columns("x" * 50_000)[0][0]) == 20_000
    assert _columns(" \n\t\n") == []


def test_arrows_go_from_card_to_cell_to_header(hand: Hand) -> None:
    selection, stage = hand.editor.selection, hand.editor.stage
    hand.key(Key.Key_Home)
    assert selection.cards == (hand.find("A"),)
    hand.key(Key.Key_Down)
    assert selection.cards == (hand.find("B"),)
    hand.key(Key.Key_Right)
    assert selection.cards == (hand.find("C"),)
    hand.key(Key.Key_Right)
    assert selection.cards == ()
    assert stage.cell == (hand.document.lanes[0].id, hand.document.steps[2].id)
    assert stage.scene.marks.ring is not None
    hand.key(Key.Key_Down)
    assert stage.cell == (hand.document.lanes[2].id, hand.document.steps[2].id), "the emotion lane has no cells"
    hand.key(Key.Key_End)
    hand.key(Key.Key_Home)
    assert selection.cards == (hand.find("P"),)
    hand.key(Key.Key_Left)
    assert (selection.kind, selection.current) == ("lane", hand.document.lanes[2].id)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Up)
    assert selection.current == hand.document.lanes[0].id
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Up)
    assert (selection.kind, selection.current) == ("phase", hand.document.phases[0].id)
    hand.key(Key.Key_Right)
    assert selection.current == hand.document.phases[1].id
    hand.key(Key.Key_Down)
    assert selection.cards == (hand.find("C"),)
    assert hand.steps == 0


def test_the_ring_is_for_the_keyboard_only(hand: Hand) -> None:
    card = hand.find("A")
    hand.click(hand.card(card))
    item = hand.editor.stage.scene.cards[card]
    assert item.state.selected
    assert not item.state.ring
    hand.key(Key.Key_Down)
    assert hand.editor.stage.scene.cards[hand.find("B")].state.ring


def test_the_ring_of_a_cell_goes_with_the_keyboard(hand: Hand, qtbot: QtBot) -> None:
    """While another field has the keyboard no ring on the map says that it is there."""
    other = QLineEdit(hand.editor)
    other.show()
    marks = hand.editor.stage.scene.marks
    hand.key(Key.Key_End)
    assert hand.editor.selection.kind == "none" and marks.ring is not None
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert marks.ring is None
    hand.view.setFocus()
    qtbot.waitUntil(hand.view.hasFocus)
    assert marks.ring is not None


def test_enter_on_an_empty_cell_writes_and_on_a_card_edits(hand: Hand) -> None:
    hand.key(Key.Key_End)
    assert hand.editor.selection.kind == "none"
    hand.key(Key.Key_Return)
    hand.type("new")
    hand.key(Key.Key_Escape)
    hand.key(Key.Key_Return)
    hand.type("er")
    hand.key(Key.Key_Escape)
    assert hand.texts(0, 2) == ["newer"]


def test_ctrl_and_arrows_do_what_a_drag_does(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.key(Key.Key_Down, CTRL)
    assert hand.texts(0, 0) == ["B", "A"]
    hand.key(Key.Key_Up, CTRL)
    assert hand.texts(0, 0) == ["A", "B"]
    hand.key(Key.Key_Right, CTRL)
    assert hand.texts(0, 0) == ["B"]
    assert hand.texts(0, 1) == ["A", "C"]
    assert hand.texts(2, 1) == ["P"], "what hangs on it comes along"
    assert hand.editor.selection.cards == (hand.find("A"),)
    assert hand.steps == 3
    hand.key(Key.Key_Up, CTRL)
    assert hand.steps == 3, "there is nowhere to go"
    hand.key(Key.Key_Right, CTRL)
    hand.key(Key.Key_Right, CTRL)
    assert hand.texts(0, 2) == ["A"]
    assert hand.steps == 4


def test_several_move_together_by_keyboard(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.key(Key.Key_Down, SHIFT)
    assert hand.editor.selection.cards == (hand.find("A"), hand.find("B"))
    hand.key(Key.Key_Right, CTRL)
    assert hand.texts(0, 1) == ["A", "B", "C"]
    assert hand.steps == 1
    assert hand.label == ("Move %n note(s)", 2)


def test_a_free_note_moves_into_another_lane_by_keyboard(hand: Hand) -> None:
    hand.click(hand.cell(hand.lane("notes"), 0))
    hand.key(Key.Key_Return)
    hand.type("free")
    hand.key(Key.Key_Escape)
    hand.key(Key.Key_Up, CTRL)
    assert hand.texts(hand.lane("opportunities"), 0) == ["free"]


def test_phases_and_lanes_are_reordered_by_keyboard(hand: Hand) -> None:
    hand.editor.selection.choose("phase", [hand.document.phases[0].id])
    hand.key(Key.Key_Right, CTRL)
    assert [phase.name for phase in hand.document.phases] == ["Two", "One", "Three"]
    hand.key(Key.Key_Left, CTRL)
    hand.key(Key.Key_Left, CTRL)
    assert [phase.name for phase in hand.document.phases] == ["One", "Two", "Three"]
    assert hand.steps == 2
    hand.editor.selection.choose("lane", [hand.document.lanes[0].id])
    hand.key(Key.Key_Down, CTRL)
    assert hand.document.lanes[1].kind == "touchpoints"
    assert hand.label == ("Move lane", None)


def test_delete_offers_the_way_back_and_goes_on_to_the_next_card(hand: Hand) -> None:
    said: list[tuple[str, bool]] = []
    hand.editor.toast.connect(lambda text, undo: said.append((text, undo)))
    hand.click(hand.card(hand.find("A")))
    card = hand.find("A")
    hand.key(Key.Key_Delete)
    assert hand.texts(0, 0) == ["B"]
    assert said == [(translate("Canvas", "%n note(s) deleted", n=1), True)]
    assert hand.editor.selection.cards == (hand.find("B"),)
    assert hand.label == ("Delete %n note(s)", 1)
    hand.undo()
    assert hand.texts(0, 0) == ["A", "B"]
    assert hand.editor.selection.cards == (card,), "undo chooses what it brought back"
    assert [item.id for item in hand.document.targets[hand.find("P")]] == [card]


def test_deleting_a_phase_moves_its_cards_to_the_inbox(hand: Hand) -> None:
    said: list[str] = []
    hand.editor.toast.connect(lambda text, undo: said.append(text))
    hand.editor.selection.choose("phase", [hand.document.phases[0].id])
    name = hand.document.phases[0].name
    hand.key(Key.Key_Delete)
    assert len(hand.document.phases) == 2
    assert [item.text for item in hand.document.inbox] == ["A", "B", "P"]
    assert said == [f"Phase “{name}” removed. " + translate("Canvas", "%n note(s) went to the inbox.", n=3)]
    assert hand.steps == 1
    assert hand.editor.selection.kind == "none"


def test_duplicate_and_select_all(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.key(Key.Key_D, CTRL)
    assert hand.texts(0, 0) == ["A", "A", "B"]
    assert hand.steps == 1
    hand.key(Key.Key_A, CTRL)
    assert len(hand.editor.selection.cards) == 6
    hand.key(Key.Key_Escape)
    assert hand.editor.selection.kind == "none"


def test_copy_and_paste_keep_what_hangs_together(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.click(hand.card(hand.find("P")), CTRL)
    hand.key(Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasFormat(CARDS)
    assert mime.text() == "A\nP"
    assert "<li>A</li>" in mime.html()
    assert mime.hasImage()
    hand.click(hand.cell(0, 2))
    hand.key(Key.Key_V, CTRL)
    assert hand.texts(0, 2) == ["A"]
    assert hand.texts(2, 2) == ["P"]
    made = hand.document.cell(hand.document.lanes[2].id, hand.document.steps[2].id)[0]
    assert [item.text for item in hand.document.targets[made.id]] == ["A"]
    assert hand.steps == 1
    assert len(hand.editor.selection.cards) == 2


def test_cards_of_several_steps_are_copied_as_a_table(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.click(hand.card(hand.find("B")), CTRL)
    hand.click(hand.card(hand.find("C")), CTRL)
    hand.key(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "A\tC\nB\t"


def test_cut_is_one_step(hand: Hand) -> None:
    hand.click(hand.card(hand.find("C")))
    hand.key(Key.Key_X, CTRL)
    assert hand.texts(0, 1) == []
    assert hand.steps == 1
    hand.click(hand.cell(0, 2))
    hand.key(Key.Key_V, CTRL)
    assert hand.texts(0, 2) == ["C"]
    persona = hand.document.personas[0].id
    assert hand.document.emotions[hand.find("C"), persona].score == -1, "its feeling came along"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": "other"}', b"\xff\xfe", b'{"items": 3}' * 3])
def test_a_foreign_clipboard_does_no_harm(hand: Hand, data: bytes) -> None:
    mime = QMimeData()
    mime.setData(CARDS, data)
    QGuiApplication.clipboard().setMimeData(mime)
    hand.click(hand.cell(0, 2))
    hand.key(Key.Key_V, CTRL)
    assert hand.steps == 0


def test_digits_are_feelings_for_touchpoints_only(hand: Hand) -> None:
    hand.click(hand.card(hand.find("I")))
    hand.key(Key.Key_1)
    assert hand.steps == 0
    hand.click(hand.card(hand.find("B")))
    hand.key(Key.Key_1)
    persona = hand.document.personas[0].id
    assert hand.document.emotions[hand.find("B"), persona].score == -2
    assert hand.editor.selection.cards == (hand.find("C"),), "and on to the next touchpoint"
    hand.key(Key.Key_5)
    assert hand.document.emotions[hand.find("C"), persona].score == 2
    assert hand.steps == 2


def test_digits_on_pain_points_are_their_severity(open_map: Any) -> None:
    hand = open_map(new_map("T", "en", ("1", "2"), ("touchpoints", "pain_points")))
    for step in range(2):
        hand.double_click(hand.cell(1, step))
        hand.type(f"p{step}")
        hand.key(Key.Key_Escape)
    steps = hand.steps
    hand.key(Key.Key_4)
    assert [item.severity for item in hand.document.placed] == [None, 4]
    assert hand.steps == steps + 1
    assert hand.document.placed[1].text == "p1"
    hand.key(Key.Key_A, CTRL)
    hand.key(Key.Key_1)
    assert [item.severity for item in hand.document.placed] == [1, 1]
    assert hand.steps == steps + 2, "several at once are one step"


def test_digits_keep_word_and_quote_and_go_to_the_active_persona(hand: Hand) -> None:
    from model.commands.cards import set_emotion
    from model.commands.grid import add_persona

    touchpoint = hand.find("A")
    first = hand.document.personas[0].id
    hand.bridge.run(set_emotion, touchpoint, first, score=1, word="glad", quote="Nice.")
    hand.bridge.run(add_persona, "Sanne")
    hand.bridge.run(add_persona, "Henk")
    second = hand.document.personas[1].id
    hand.click(hand.card(touchpoint))
    hand.key(Key.Key_2)
    feeling = hand.document.emotions[touchpoint, first]
    assert (feeling.score, feeling.word, feeling.quote) == (-1, "glad", "Nice.")
    hand.editor.set_persona(second)
    hand.click(hand.card(touchpoint))
    hand.key(Key.Key_4)
    assert hand.document.emotions[touchpoint, second].score == 1


def test_arrows_change_a_feeling_and_go_along_the_line(hand: Hand) -> None:
    persona = hand.document.personas[0].id
    a, c = hand.find("A"), hand.find("C")
    hand.editor.choose_feeling(a, persona)
    hand.key(Key.Key_Up)
    assert hand.document.emotions[a, persona].score == 2
    hand.key(Key.Key_Up)
    assert hand.steps == 1, "there is nothing above +2"
    hand.key(Key.Key_Right)
    assert hand.editor.selection.current == emotion_key(c, persona)
    hand.key(Key.Key_Delete)
    assert (c, persona) not in hand.document.emotions
    assert hand.editor.selection.cards == (c,)


def test_new_card_without_a_choice_goes_to_the_first_lane(hand: Hand) -> None:
    hand.editor.new_card()
    hand.type("first")
    hand.key(Key.Key_Escape)
    assert hand.texts(0, 0) == ["A", "B", "first"]
    hand.editor.new_card("insight")
    hand.type("why")
    hand.key(Key.Key_Escape)
    assert hand.texts(3, 0) == ["why"]


def test_parking_and_inbox_by_command(hand: Hand) -> None:
    hand.click(hand.card(hand.find("I")))
    hand.editor.park_selection()
    assert [item.text for item in hand.document.parking] == ["I"]
    assert hand.steps == 1
    hand.undo()
    assert hand.texts(3, 1) == ["I"]


def test_what_the_keyboard_is_on_is_said(hand: Hand) -> None:
    hand.click(hand.card(hand.find("P")))
    assert "Pain point N4: P" in hand.view.accessibleDescription()
    assert "at N1" in hand.view.accessibleDescription()
    hand.key(Key.Key_Right)
    assert hand.view.accessibleDescription() == "Empty place: Pain points, Two"
    hand.editor.selection.choose("lane", [hand.document.lanes[0].id])
    assert hand.view.accessibleDescription() == "Lane: Touchpoints"
    hand.editor.choose_feeling(hand.find("A"), hand.document.personas[0].id)
    assert "+1" in hand.view.accessibleDescription()


def test_a_shortcut_of_the_window_does_not_take_ctrl_and_arrows(hand: Hand) -> None:
    from PySide6.QtGui import QAction

    taken: list[int] = []
    action = QAction("other", hand.editor)
    action.setShortcut("Ctrl+Down")
    action.triggered.connect(lambda: taken.append(1))
    hand.editor.addAction(action)
    hand.click(hand.card(hand.find("A")))
    hand.key(Key.Key_Down, CTRL)
    assert hand.texts(0, 0) == ["B", "A"]
    assert taken == []


def test_single_key_shortcuts_are_letters_while_one_types(hand: Hand) -> None:
    from PySide6.QtGui import QAction, QKeySequence

    taken: list[int] = []
    action = QAction("other", hand.editor)
    action.setShortcuts([QKeySequence(keys) for keys in ("P", "1", "Delete", "Ctrl+C", "Ctrl+S")])
    action.triggered.connect(lambda: taken.append(1))
    hand.editor.addAction(action)
    hand.click(hand.card(hand.find("B")))
    hand.key(Key.Key_F2)
    hand.type("P1")
    hand.key(Key.Key_C, CTRL)
    hand.key(Key.Key_Left)
    hand.key(Key.Key_Delete)
    assert taken == []
    assert hand.editor.writer.buffer.text == "BP"
    hand.key(Key.Key_S, CTRL)
    assert taken == [1], "but saving works"
    hand.key(Key.Key_Escape)
