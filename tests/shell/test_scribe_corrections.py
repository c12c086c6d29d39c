"""The last note corrected, split, merged and moved by keys: one step of undo each, wherever one writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.shell import Shell
from lock_keeper import on_laptop_3, write_lock
from model.document import Document
from model.files.native import dumps
from model.newmap import new_map
from shell_person import ALT, CTRL, NO, SHIFT, Person
from wall_room import mapper_without_start, wall
from widgets.filters.popup import FilterPopup

Key = Qt.Key


class Speaker:
    """Somebody who writes into ``field``, one of the two faces of the line."""

    def __init__(self, person: Person, field: QLineEdit) -> None:
        self.person, self.field = person, field

    @property
    def document(self) -> Document:
        return self.person.document

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.keyClick(self.field, key, modifiers)
        QApplication.processEvents()

    def send(self, text: str) -> None:
        QTest.keyClicks(self.field, text)
        self.key(Key.Key_Return)

    def in_one_step(self, what: Callable[[], object]) -> None:
        """``what`` is one edit; one Ctrl+Z on the map takes it back, one Ctrl+Shift+Z does it again."""
        bridge = self.person.workspace.bridge
        before, steps = self.document, len(bridge.session.history.done)
        what()
        after = self.document
        assert not after.same_content(before)
        assert len(bridge.session.history.done) == steps + 1
        self.person.key(Key.Key_Z, CTRL, self.person.editor.view)
        assert self.document.same_content(before)
        self.person.key(Key.Key_Z, CTRL | SHIFT, self.person.editor.view)
        assert self.document.same_content(after)


@pytest.fixture(params=("line", "wall", "filtered"))
def speaker(request: pytest.FixtureRequest, qtbot: QtBot, shell: Shell) -> Speaker:
    """Somebody with Advert and Search, under the map, on the wall, or while a filter fades all that is written."""
    person = mapper_without_start(qtbot, shell)
    person.back_to_map()
    if request.param == "wall":
        person.key(Key.Key_F11)
        qtbot.waitExposed(wall(person))
        wall(person).line.field.setFocus()
        return Speaker(person, wall(person).line.field)
    if request.param == "filtered":
        person.key(Key.Key_F, CTRL, person.window)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, FilterPopup)
        QTest.keyClicks(popup.words, "advert")
        QTest.keyClick(popup.words, Key.Key_Escape)
        person.back_to_map()
    person.key(Key.Key_M, CTRL)
    return Speaker(person, person.workspace.scribe.field)


def texts(speaker: Speaker) -> list[str]:
    return [item.text for item in speaker.document.touchpoints]


def test_the_last_note_is_corrected_split_merged_and_moved(speaker: Speaker) -> None:
    for text in ("Calls the shop", "Hears a tape and hangs up"):
        speaker.in_one_step(partial(speaker.send, text))
    first = ["Advert", "Search", "Calls the shop"]

    speaker.key(Key.Key_F2)
    assert speaker.field.text() == "Hears a tape and hangs up"
    QTest.keyClicks(speaker.field, " at once")
    speaker.in_one_step(lambda: speaker.key(Key.Key_Return))
    assert texts(speaker) == [*first, "Hears a tape and hangs up at once"]

    speaker.key(Key.Key_F2)
    speaker.field.setCursorPosition(len("Hears a tape "))
    speaker.in_one_step(lambda: speaker.key(Key.Key_Return, CTRL))
    assert texts(speaker) == [*first, "Hears a tape", "and hangs up at once"]

    assert not speaker.field.text(), "undo took away the half that was in the line"
    speaker.key(Key.Key_F2)
    speaker.key(Key.Key_Home)
    speaker.in_one_step(lambda: speaker.key(Key.Key_Backspace))
    assert texts(speaker) == [*first, "Hears a tape and hangs up at once"]

    speaker.key(Key.Key_Escape)
    speaker.in_one_step(lambda: speaker.key(Key.Key_Right, ALT | SHIFT))
    phases = speaker.document.phases
    moved = next(item for item in speaker.document.touchpoints if item.text == "Hears a tape and hangs up at once")
    assert speaker.document.phase_of(moved) == phases[1]


def test_nothing_of_it_happens_where_the_map_is_only_looked_at(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "theirs.journey"
    path.write_bytes(dumps(new_map("Theirs", "en", ("One", "Two"))))
    write_lock(path, on_laptop_3())
    person.shell.files.open_path(person.window, path)
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    speaker = Speaker(person, person.workspace.scribe.field)
    before = person.document
    speaker.send("Half a note")
    assert not speaker.field.text(), "it takes no text, and says why"
    for key, modifiers in ((Key.Key_F2, NO), (Key.Key_F2, SHIFT), (Key.Key_Right, ALT | SHIFT), (Key.Key_Return, CTRL)):
        speaker.key(key, modifiers)
    assert person.document.same_content(before)
    assert any("laptop-3" in toast.text() for toast in person.window.toasts.toasts())


def test_a_map_without_phases_keeps_what_is_typed_until_it_has_one(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "none.journey"
    path.write_bytes(dumps(new_map("None", "en", ())))
    person.shell.files.open_path(person.window, path)
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    speaker = Speaker(person, person.workspace.scribe.field)
    speaker.send("Where to")
    walks = (
        (Key.Key_Right, ALT),
        (Key.Key_PageDown, ALT),
        (Key.Key_3, ALT),
        (Key.Key_F2, NO),
        (Key.Key_Right, ALT | SHIFT),
    )
    for key, modifiers in walks:
        speaker.key(key, modifiers)
    assert speaker.field.text() == "Where to" and not person.document.item_table
    person.key(Key.Key_P, CTRL | SHIFT, person.editor.view)
    person.type("First")
    person.key(Key.Key_Escape)
    speaker.field.setFocus()
    speaker.key(Key.Key_Return)
    assert [person.document.phase_of(item) for item in person.document.touchpoints] == [person.document.phases[0]]


def test_half_a_note_is_not_thrown_away_by_asking_for_a_later_one(person: Person) -> None:
    person.shell.files.create(person.window, "eight-phases", "My map")
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    speaker = Speaker(person, person.workspace.scribe.field)
    speaker.send("Whole")
    QTest.keyClicks(speaker.field, "Half")
    speaker.key(Key.Key_F2, SHIFT)
    assert speaker.field.text() == "Half"
