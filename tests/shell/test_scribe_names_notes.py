"""Whoever wants to hang a note on "note 28" sees which one that is; and the chips say where the note really goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.shell import Shell
from model import scribe
from model.commands.places import Cell
from shell_person import ALT, CTRL, Person
from wall_room import mapper_without_start, wall

Key = Qt.Key


@pytest.fixture
def writer(person: Person) -> Person:
    """Somebody writing along, with a touchpoint in each of two phases."""
    person.shell.files.create(person.window, "eight-phases", "Keuken", "nl")
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    person.qtbot.waitUntil(person.workspace.scribe.field.hasFocus)
    send(person, "First")
    person.key(Key.Key_2, ALT)
    send(person, "Second")
    return person


def send(person: Person, text: str) -> None:
    QTest.keyClicks(person.focus, text)
    person.key(Key.Key_Return)


def numbers(person: Person) -> dict[str, QRectF]:
    """The numbers that stand out on the map, with their places."""
    return person.workspace.scribe.numbers.mark.tags(1.0)


def test_a_slash_and_a_digit_show_the_numbers_until_the_note_is_named(writer: Person) -> None:
    field = writer.workspace.scribe.field
    assert not numbers(writer)
    QTest.keyClicks(field, "/1")
    assert set(numbers(writer)) == {"N1", "N2"}
    layout = writer.workspace.editor.stage.layout
    first = layout.cards[writer.card("First").id]
    assert QRectF(first.x, first.y - 12, first.w + 12, first.h).contains(numbers(writer)["N1"].center())
    QTest.keyClicks(field, "p")
    assert not numbers(writer), "the note is named"
    field.clear()
    QTest.keyClicks(field, "/")
    assert not numbers(writer), "most who type a slash want a kind"
    writer.qtbot.waitUntil(lambda: bool(numbers(writer)))
    writer.key(Key.Key_Backspace)
    assert not numbers(writer)


def test_a_fraction_or_a_path_is_no_number(writer: Person) -> None:
    field = writer.workspace.scribe.field
    for text in ("1/2", "//1", "/1x ", "/12345678"):
        field.clear()
        QTest.keyClicks(field, text)
        assert not scribe.naming(field.text())
        assert not numbers(writer), text


def test_who_leaves_the_line_leaves_no_numbers_behind(writer: Person) -> None:
    QTest.keyClicks(writer.workspace.scribe.field, "/1")
    assert numbers(writer)
    writer.back_to_map()
    assert not numbers(writer)


def test_the_wall_shows_them_as_well(qtbot: QtBot, shell: Shell) -> None:
    room = mapper_without_start(qtbot, shell)
    room.back_to_map()
    room.key(Key.Key_F11)
    qtbot.waitExposed(wall(room))
    view, field = wall(room).view, wall(room).line.field
    plain = view.grab().toImage()
    seen = [view.numbered]
    QTest.keyClicks(field, "/1")
    seen.append(view.numbered)
    assert view.grab().toImage() != plain
    field.setFocus()
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClick(field, Key.Key_Backspace)
    assert [*seen, view.numbered] == [False, True, False]


def test_the_chip_says_the_phase_in_which_the_note_will_stand(writer: Person) -> None:
    line = writer.workspace.scribe
    assert line.chips["phases"].words.startswith("Ori")
    QTest.keyClicks(line.field, "/1pDoes not fit")
    place = line.target
    assert isinstance(place, Cell)
    step = writer.document.step_table[place.step_id]
    phase = writer.document.phase_table[step.phase_id]
    assert line.chips["phases"].words == phase.name == writer.document.phases[0].name
    writer.key(Key.Key_Return)
    assert writer.document.phase_of(writer.card("Does not fit")) == phase
    assert line.chips["phases"].words.startswith("Ori"), "the line itself did not move"
