"""A slash and a letter that choose nothing: one quiet sentence says which letters there are, and no word is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.i18n import speaking
from shell_person import CTRL, Person
from wall_room import wall
from widgets.scribe import unmeant
from widgets.scribe.line import ScribeLine

Key = Qt.Key


@pytest.fixture
def scribe(mapper: Person) -> ScribeLine:
    mapper.back_to_map()
    mapper.key(Key.Key_M, CTRL)
    line = mapper.workspace.scribe
    mapper.qtbot.waitUntil(line.field.hasFocus)
    return line


def test_a_letter_of_no_kind_is_said_before_the_note_is_sent(mapper: Person, scribe: ScribeLine) -> None:
    assert scribe.remark == ""
    QTest.keyClicks(scribe.field, "/k")
    assert scribe.remark.startswith("“/k” stays text; kinds: P pain point, I insight, O opportunity")
    assert scribe.remark.endswith("L parking lot")
    assert scribe.field.hasFocus() and scribe.field.text() == "/k", "nothing is taken, nothing comes between"
    QTest.keyClicks(scribe.field, " kans")
    assert scribe.remark, "it stays for as long as the note begins so"
    QTest.keyClick(scribe.field, Key.Key_Return)
    assert "/k kans" in mapper.texts(), "not one letter is lost, and no key more was needed"
    assert scribe.remark == ""


def test_who_meant_another_key_goes_back_and_types_it(mapper: Person, scribe: ScribeLine) -> None:
    QTest.keyClicks(scribe.field, "/k")
    QTest.keyClick(scribe.field, Key.Key_Backspace)
    assert scribe.remark == ""
    QTest.keyClicks(scribe.field, "oMore")
    QTest.keyClick(scribe.field, Key.Key_Return)
    assert mapper.card("More").kind == "opportunity"


def test_a_number_of_no_note_is_said(mapper: Person, scribe: ScribeLine) -> None:
    QTest.keyClicks(scribe.field, "/99p")
    assert scribe.remark == "There is no note N99: “/99p” stays text."
    QTest.keyClicks(scribe.field, " late")
    QTest.keyClick(scribe.field, Key.Key_Return)
    assert "/99p late" in mapper.texts()


@pytest.mark.parametrize("typed", ["//k", "/", "/2", "Ask k/m", "k", "/p"])
def test_what_is_meant_so_is_not_remarked_on(scribe: ScribeLine, typed: str) -> None:
    QTest.keyClicks(scribe.field, typed)
    assert scribe.remark == ""


def test_the_kind_that_begins_so_in_the_language_comes_first() -> None:
    with speaking("nl"):
        said = unmeant.sentence("/k")
        assert said.startswith("“/k” blijft tekst; soorten: O kans, ")
        assert "P pijnpunt" in said and "S oplossing" in said


def test_it_is_seen_in_a_narrow_line_and_the_field_keeps_room(mapper: Person, scribe: ScribeLine) -> None:
    QTest.keyClicks(scribe.field, "/k")
    QApplication.processEvents()
    hints = scribe._hints
    assert scribe.width() < 1000 and hints.isVisible()
    assert hints.width() >= 0.4 * scribe.width() and scribe.field.width() > 80
    assert hints.geometry().right() <= scribe.width(), "none of it is cut"
    QTest.keyClick(scribe.field, Key.Key_Backspace)
    assert not hints.isVisible(), "there is no room for keys"


def test_it_is_said_on_the_wall_too(mapper: Person) -> None:
    mapper.back_to_map()
    mapper.key(Key.Key_F11)
    mapper.qtbot.waitExposed(wall(mapper))
    shown = wall(mapper).line
    QTest.keyClicks(shown.field, "/k")
    assert shown.remark.isVisible() and shown.remark.text().startswith("“/k” stays text; kinds: ")
    QApplication.processEvents()
    assert shown.remark.geometry().right() <= shown.width()
    assert shown.remark.width() > 150 and shown.field.width() > 150
    QTest.keyClick(shown.field, Key.Key_Backspace)
    assert not shown.remark.isVisible()
