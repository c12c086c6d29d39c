"""The note that the line holds to be corrected, while the map goes on: what stands in the line is true of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.shell import Shell
from model.commands.cards import change_kind, move_cards
from model.commands.places import Cell, Listing
from model.document import card_number
from model.records import MAX_TEXT
from shell_person import ALT, CTRL, NO, SHIFT, Person
from wall_room import mapper_without_start
from widgets.scribe.line import ScribeLine

Key = Qt.Key


class Writer:
    """Somebody in the line under a map of eight phases."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.line: ScribeLine = person.workspace.scribe
        self.field: QLineEdit = self.line.field

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.keyClick(self.field, key, modifiers)
        QApplication.processEvents()

    def send(self, text: str) -> None:
        QTest.keyClicks(self.field, text)
        self.key(Key.Key_Return)

    def phase(self, text: str) -> int:
        """The number of the phase in which a note stands."""
        document = self.person.document
        phase = document.phase_of(self.person.card(text))
        assert phase is not None
        return document.phases.index(phase) + 1

    def hosts(self, text: str) -> list[str]:
        return [host.text for host in self.person.document.targets.get(self.person.card(text).id, ())]


@pytest.fixture
def writer(qtbot: QtBot, shell: Shell) -> Writer:
    person = mapper_without_start(qtbot, shell)
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    return Writer(person)


@pytest.mark.parametrize("more", ["", " twice"])
def test_a_note_that_is_moved_while_it_is_corrected_stays_there(writer: Writer, more: str) -> None:
    writer.send("Calls")
    writer.key(Key.Key_F2)
    writer.key(Key.Key_Right, ALT | SHIFT)
    assert writer.phase("Calls") == 2
    QTest.keyClicks(writer.field, more)
    writer.key(Key.Key_Return)
    assert writer.phase(f"Calls{more}") == 2
    writer.send("Goes on where the line was")
    assert writer.phase("Goes on where the line was") == 1


def test_so_does_one_that_is_dragged_elsewhere_meanwhile(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_F2)
    document, card = writer.person.document, writer.person.card("Calls")
    there = document.steps_by_phase[document.phases[4].id][0]
    writer.person.workspace.bridge.run(move_cards, [card.id], Cell(card.lane_id or "", there.id))
    QTest.keyClicks(writer.field, " twice")
    writer.key(Key.Key_Return)
    assert writer.phase("Calls twice") == 5


def test_and_one_that_became_another_kind_meanwhile(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_F2)
    writer.person.workspace.bridge.run(change_kind, [writer.person.card("Calls").id], "insight")
    QTest.keyClicks(writer.field, " twice")
    writer.key(Key.Key_Return)
    assert writer.person.card("Calls twice").kind == "insight"


def test_what_one_has_chosen_for_it_holds_though_the_map_goes_on(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_F2)
    writer.key(Key.Key_3, ALT)
    document, card = writer.person.document, writer.person.card("Calls")
    there = document.steps_by_phase[document.phases[4].id][0]
    writer.person.workspace.bridge.run(move_cards, [card.id], Cell(card.lane_id or "", there.id))
    writer.key(Key.Key_Return)
    assert writer.phase("Calls") == 3


def test_undo_of_a_merge_takes_the_words_back_out_of_the_line(writer: Writer) -> None:
    writer.send("Calls")
    writer.send("and waits")
    writer.key(Key.Key_F2)
    writer.key(Key.Key_Home)
    writer.key(Key.Key_Backspace)
    assert writer.field.text() == "Calls and waits"
    writer.key(Key.Key_Z, CTRL)
    assert writer.field.text() == "Calls", "it holds this note, which says no more again"
    writer.key(Key.Key_Return)
    assert {"Calls", "and waits"} <= writer.person.texts()


def test_undo_of_a_correction_is_not_done_again_by_enter(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_F2)
    QTest.keyClicks(writer.field, " twice")
    writer.key(Key.Key_Return)
    writer.key(Key.Key_F2)
    writer.key(Key.Key_Z, CTRL)
    assert writer.field.text() == "Calls"
    writer.key(Key.Key_Return)
    assert "Calls" in writer.person.texts() and "Calls twice" not in writer.person.texts()


def test_what_is_typed_into_it_stays_whatever_is_undone(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_F2)
    QTest.keyClicks(writer.field, " twice")
    writer.key(Key.Key_Return)
    writer.key(Key.Key_F2)
    QTest.keyClicks(writer.field, "!")
    writer.person.workspace.bridge.undo()
    assert writer.field.text() == "Calls twice!"


def test_touchpoints_of_two_phases_are_merged_with_what_hangs_on_them(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_Right, ALT)
    writer.send("and waits")
    writer.send("/pNobody answers")
    writer.key(Key.Key_F2)
    writer.key(Key.Key_F2)
    writer.key(Key.Key_Home)
    writer.key(Key.Key_Backspace)
    assert writer.hosts("Nobody answers") == ["Calls and waits"]
    assert writer.phase("Nobody answers") == writer.phase("Calls and waits") == 1


def test_a_note_hangs_on_the_touchpoint_before_one_that_ceased_to_be_one(writer: Writer) -> None:
    writer.send("Calls")
    writer.send("Waits")
    writer.key(Key.Key_F2)
    writer.key(Key.Key_I, ALT)
    writer.key(Key.Key_Return)
    assert writer.person.card("Waits").kind == "insight"
    writer.send("/pNobody answers")
    assert writer.hosts("Nobody answers") == ["Calls"]
    assert not writer.field.text()


def test_asking_for_a_later_note_than_the_last_one_changes_nothing(writer: Writer) -> None:
    writer.send("Calls")
    writer.key(Key.Key_P, ALT | SHIFT)
    writer.key(Key.Key_1, CTRL)
    before = writer.line.aim
    told: list[str] = []
    writer.person.editor.toast.connect(lambda sentence, _undo: told.append(sentence))
    writer.key(Key.Key_F2, SHIFT)
    assert writer.line.aim == before
    assert not told, "notes were sent from here"


def test_a_note_that_was_put_into_the_inbox_is_corrected_there(writer: Writer) -> None:
    writer.send("Calls")
    writer.person.workspace.bridge.run(move_cards, [writer.person.card("Calls").id], Listing("inbox"))
    writer.key(Key.Key_F2)
    QTest.keyClicks(writer.field, " twice")
    writer.key(Key.Key_Return)
    assert writer.person.card("Calls twice").place == "inbox"
    writer.key(Key.Key_F2)
    writer.key(Key.Key_3, ALT)
    writer.key(Key.Key_Return)
    assert writer.phase("Calls twice") == 3, "unless a phase is chosen for it"


def test_the_line_says_what_the_held_note_hangs_on(writer: Writer) -> None:
    for text in ("Calls", "/pNobody answers", "/dA human", "Waits"):
        writer.send(text)
    chip = writer.line.chips["host"]
    writer.key(Key.Key_F2)
    assert chip.isHidden(), "a touchpoint hangs on nothing"
    writer.key(Key.Key_F2)
    assert chip.isHidden(), "this need stands by itself"
    writer.key(Key.Key_F2)
    assert chip.words == f"at {card_number(writer.person.card('Calls'))}", "not the touchpoint that was sent last"
    writer.key(Key.Key_Down, ALT | SHIFT)
    assert chip.words == f"at {card_number(writer.person.card('Waits'))}", "another one is chosen"
    writer.key(Key.Key_Return)
    assert writer.hosts("Nobody answers") == ["Waits"]


def test_the_note_sent_last_is_moved_back_as_well_and_not_beyond_the_ends(writer: Writer) -> None:
    writer.send("Calls")
    for key, phase in ((Key.Key_Left, 1), (Key.Key_Right, 2), (Key.Key_Right, 3), (Key.Key_Left, 2)):
        writer.key(key, ALT | SHIFT)
        assert writer.phase("Calls") == phase
    writer.send("Waits")
    assert writer.phase("Waits") == 1, "the line stays where it is"


def test_each_edit_of_the_line_has_its_name_in_the_history(writer: Writer) -> None:
    history = writer.person.workspace.bridge.session.history

    def named() -> str:
        label = history.done[-1].changes.label
        assert label is not None
        return label.source

    names = []
    writer.send("Calls the shop")
    names.append(named())
    writer.key(Key.Key_F2)
    QTest.keyClicks(writer.field, " twice")
    writer.key(Key.Key_Return)
    names.append(named())
    writer.key(Key.Key_F2)
    writer.field.setCursorPosition(len("Calls "))
    writer.key(Key.Key_Return, CTRL)
    names.append(named())
    writer.key(Key.Key_Home)
    writer.key(Key.Key_Backspace)
    names.append(named())
    writer.key(Key.Key_Escape)
    writer.key(Key.Key_Right, ALT | SHIFT)
    names.append(named())
    assert names == ["Add %n note(s)", "Correct note", "Split note", "Merge notes", "Move %n note(s)"]


def test_a_chord_that_chooses_no_kind_writes_no_letter(writer: Writer) -> None:
    QTest.keyClicks(writer.field, "Calls")
    for modifiers in (ALT, ALT | SHIFT):
        writer.key(Key.Key_X, modifiers)
    assert writer.field.text() == "Calls"
    assert writer.line.aim.kind == "touchpoint"


def test_notes_that_are_too_long_together_stay_two_and_the_line_says_why(writer: Writer) -> None:
    said: list[str] = []
    writer.person.workspace.editor.toast.connect(lambda text, *_: said.append(text))
    long = "word " * (MAX_TEXT // 10)
    for text in ("first " + long, "second " + long):
        writer.field.setText(text)
        writer.key(Key.Key_Return)
    before = writer.person.document
    writer.key(Key.Key_F2)
    held = writer.field.text()
    assert held.startswith("second ")
    writer.key(Key.Key_Home)
    writer.key(Key.Key_Backspace)
    assert writer.person.document == before
    assert writer.field.text() == held
    assert said and said[-1].startswith("Together these notes are longer")
