"""The list of left work: by map, with its path; both are shown where the file was changed; nothing is written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from app.shell import Shell
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import native, sessions
from model.files.journal import Journal
from model.files.recovery import find_sessions, grouped
from model.newmap import new_map
from shell_person import Person
from widgets.dialogs.compare import CompareDialog
from widgets.dialogs.recovery import RecoveryDialog

Leave = Callable[..., Journal]


@pytest.fixture
def leave(home: Path) -> Leave:
    """Leaves what a crash would leave: a session with one more note, of a process that is gone."""

    def left(
        document: Document, note: str, path: Path | None = None, sha256: str = "", draft: tuple[str, str] = ("", "")
    ) -> Journal:
        journal = Journal(document, path=path or "", sha256=sha256)
        if note:
            journal.append(cards.add_cards(document, "note", [note], Listing("inbox")))
        if draft[1]:
            journal.draft(*draft)
        assert journal.flush()
        with journal._state:
            journal._ending = True
            for waiting in (journal._to_write, journal._to_sync, journal._to_base):
                waiting.notify()
        info = sessions.read_info(journal.folder)
        info.pid = 2**22 + 3
        sessions.write_info(journal.folder, info)
        return journal

    return left


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Document, Path, str]:
    path = tmp_path / "reis.journey"
    made = native.save(new_map("Reis", "nl", ("A", "B")), path)
    return made.document, path, made.result.stamp.sha256


def offered(person: Person) -> RecoveryDialog:
    person.shell.files.recover_left_work(person.window)
    return next(d for d in person.window.findChildren(RecoveryDialog) if d.isVisible())


def said(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_sessions_of_one_map_stand_together(person: Person, leave: Leave, saved: tuple[Document, Path, str]) -> None:
    document, path, sha256 = saved
    other = new_map("Andere", "nl", ("A",))
    leave(document, "eerste", path, sha256)
    leave(other, "los")
    leave(document, "tweede", path, sha256)
    groups = grouped(find_sessions())
    assert sorted(len(group) for group in groups) == [1, 2]
    dialog = offered(person)
    assert len(dialog.rows) == 3
    told = said(dialog)
    assert told.count("Found 2 times for one map, the newest first") == 1
    assert told.count(str(path)) == 2
    mine = [row for row in dialog.rows if row.session.path]
    at = [dialog.rows.index(row) for row in mine]
    assert at[1] == at[0] + 1, "beside one another"
    assert all(row.both is None for row in mine), "the file is what they began from"
    person.press_button(mine[0], "Discard")
    assert "Found 2 times for one map, the newest first" not in said(dialog)


def test_both_are_shown_where_the_file_was_changed(
    person: Person, leave: Leave, saved: tuple[Document, Path, str], shell: Shell
) -> None:
    document, path, sha256 = saved
    leave(document, "van voor de crash", path, sha256)
    changes = cards.add_cards(document, "note", ["van een ander"], Listing("inbox"))
    native.save(document.with_changes((c.table, c.id, c.new) for c in changes), path)
    before = path.read_bytes()
    dialog = offered(person)
    (row,) = dialog.rows
    assert any("the file was changed since" in text for text in said(dialog))
    assert row.both is not None
    person.click(row.both)
    both = next(d for d in dialog.findChildren(CompareDialog) if d.isVisible())
    assert both.difference
    assert {entry.kind for entry in both.difference.entries if entry.table == "items"} == {"added", "removed"}
    assert dialog.isVisible(), "looking decides nothing"
    person.press_button(both, "Open what was found")
    person.qtbot.waitUntil(lambda: person.window.workspace is not None)
    assert person.texts() == {"van voor de crash"}
    assert person.workspace.open_document.path is None, "an unsaved copy"
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_read_is_told(person: Person, leave: Leave, saved: tuple[Document, Path, str]) -> None:
    document, path, sha256 = saved
    leave(document, "van voor de crash", path, sha256)
    path.write_bytes(b"\0" * 500)
    dialog = offered(person)
    (row,) = dialog.rows
    assert row.both is not None
    person.click(row.both)
    assert any("They cannot be shown" in text for text in said(dialog))
    assert find_sessions(), "it is still offered"


@pytest.mark.parametrize("note", ["", "van voor de crash"])
def test_a_sentence_that_was_being_typed_is_said_and_shown(
    person: Person, leave: Leave, saved: tuple[Document, Path, str], note: str
) -> None:
    document, path, sha256 = saved
    lane, step = document.lanes[0].id, document.steps[0].id
    leave(document, note, path, sha256, (f"{lane}/{step}", "Half een zin van de meeschrijfre"))
    dialog = offered(person)
    told = next(text for text in said(dialog) if "being typed" in text)
    assert ("1 edit · with a text that was being typed" in told) is bool(note)
    assert "0 edits" not in told
    person.press_button(dialog, "Open")
    person.qtbot.waitUntil(lambda: person.window.workspace is not None)
    bar = person.window.bars.bar("recovered")
    assert bar is not None
    assert "What was being typed is in the inbox, chosen." in bar.text()
    assert "0 edits" not in bar.text()
    assert ("1 edit up to" in bar.text()) is bool(note)
    (chosen,) = person.workspace.selection.cards
    assert person.document.item_table[chosen].text == "Half een zin van de meeschrijfre"


def test_a_text_typed_in_a_note_of_the_map_is_said_to_be_there(
    person: Person, leave: Leave, saved: tuple[Document, Path, str]
) -> None:
    document, path, sha256 = saved
    leave(document, "", path, sha256, (document.phases[0].id, "Een halve na"))
    person.press_button(offered(person), "Open")
    person.qtbot.waitUntil(lambda: person.window.workspace is not None)
    bar = person.window.bars.bar("recovered")
    assert bar is not None
    assert "What was being typed is in the map." in bar.text()
    assert person.document.phases[0].name == "Een halve na"
