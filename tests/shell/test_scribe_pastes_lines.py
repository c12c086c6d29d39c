"""A list pasted into the line becomes a note for each of its lines, where the line stands, as one edit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell import Shell
from shell_person import ALT, CTRL, Person
from wall_room import mapper_without_start, wall
from widgets.look.theme import look
from widgets.scribe.line import ScribeLine

Key = Qt.Key
LIST = "Belt de klantenservice\n- Krijgt een sms\n\n• /p Monteur te laat\n3. Tweede bezoek\n"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages stay, however slow the computer is."""
    usual = look().motion
    monkeypatch.setattr(look(), "motion", lambda name: 600_000 if name == "toast_stay" else usual(name))


@pytest.fixture
def writer(person: Person) -> Person:
    person.shell.files.create(person.window, "eight-phases", "Keuken", "nl")
    person.shell.choose_language("nl")
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    person.qtbot.waitUntil(person.workspace.scribe.field.hasFocus)
    person.key(Key.Key_3, ALT)
    return person


def paste(person: Person, text: str) -> ScribeLine:
    QApplication.clipboard().setText(text)
    line = person.workspace.scribe
    QTest.keySequence(line.field, QKeySequence(QKeySequence.StandardKey.Paste))
    return line


def test_every_line_is_a_note_where_the_line_stands(writer: Person) -> None:
    line = paste(writer, LIST)
    document = writer.document
    phase = document.phases[2]
    assert [(item.text, item.kind) for item in document.placed] == [
        ("Belt de klantenservice", "touchpoint"),
        ("Krijgt een sms", "touchpoint"),
        ("Tweede bezoek", "touchpoint"),
        ("Monteur te laat", "pain_point"),
    ]
    assert {document.phase_of(item) for item in document.placed} == {phase}
    (host,) = document.targets[writer.card("Monteur te laat").id]
    assert host.text == "Krijgt een sms", "as if each line had been typed"
    assert not document.inbox and line.field.text() == ""
    assert writer.workspace.bridge.session.history.undo_text == "Voeg 4 kaartjes toe"
    writer.editor.undo()
    assert not writer.document.item_table


def test_it_may_be_one_note_instead(writer: Person) -> None:
    line = paste(writer, "Eerste regel\nen de rest")
    toast = writer.window.toasts.toasts()[-1]
    assert toast.text() == "2 kaartjes, een voor elke regel."
    (choice,) = toast.choice_buttons()
    assert choice.text() == "Als één kaartje"
    writer.click(choice)
    assert not writer.document.item_table
    assert line.field.text() == "Eerste regel en de rest"
    writer.key(Key.Key_Return, widget=line.field)
    assert writer.texts() == {"Eerste regel en de rest"}


def test_another_edit_later_it_may_not(writer: Person) -> None:
    paste(writer, "Eerste regel\nen de rest")
    toast = writer.window.toasts.toasts()[-1]
    (choice,) = toast.choice_buttons()
    writer.add_cards("Sindsdien")
    assert choice.isHidden(), "it would take back nothing, or something else"
    writer.editor.undo()
    while choice.isHidden():
        assert writer.workspace.bridge.session.can_undo
        writer.editor.undo()
    assert writer.texts() == {"Eerste regel", "en de rest"}


def test_one_line_or_a_line_within_a_text_is_only_text(writer: Person) -> None:
    line = paste(writer, "Een regel\n")
    assert line.field.text().strip() == "Een regel"
    line = paste(writer, "en\nnog wat")
    assert not writer.document.item_table
    assert line.field.text().split() == ["Een", "regel", "en", "nog", "wat"]


def test_the_line_of_the_wall_does_the_same(qtbot: QtBot, shell: Shell) -> None:
    room = mapper_without_start(qtbot, shell)
    room.back_to_map()
    room.key(Key.Key_F11)
    qtbot.waitExposed(wall(room))
    before = room.texts()
    QApplication.clipboard().setText("Een\nTwee")
    QTest.keySequence(wall(room).line.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert room.texts() - before == {"Een", "Twee"}
    assert wall(room).line.field.text() == ""
