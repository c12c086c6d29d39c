"""Forget this document: from the File menu and from the start screen, after asking; the file stays."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QMenu

import app.documents
from app.shell import Shell
from model.files import native, recovery
from model.files.atomic import write_atomic
from model.files.forget import traces_of
from model.newmap import new_map
from shell_person import Person

TITLE, NOTE = "Reorganisatie Zuid", "Ontslag van Pietersen"


def words_left(home: Path, *words: str) -> list[str]:
    """Where one of ``words`` stands below ``home``, in a name or in the bytes of a file."""
    found = []
    for folder, _, files in os.walk(home):
        for path in (Path(folder), *(Path(folder, name) for name in files)):
            try:
                data = b"" if path.is_dir() else path.read_bytes()
            except FileNotFoundError:
                continue  # it went while we look: that is what is waited for
            found += [
                f"{path.relative_to(home)}: {word}" for word in words if word in path.name or word.encode() in data
            ]
    return found


def dialog_of(person: Person) -> QDialog:
    person.qtbot.waitUntil(lambda: any(d.isVisible() for d in person.window.findChildren(QDialog)))
    return next(d for d in person.window.findChildren(QDialog) if d.isVisible())


def said(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def worked(person: Person, tmp_path: Path) -> tuple[Person, Path, str]:
    """A map that was saved, edited and closed without saving, and opened again with an edit in it."""
    path = tmp_path / "zuid.journey"
    native.save(new_map(TITLE, "nl", ("A",)), path)
    for _ in range(2):
        assert person.shell.files.open_path(person.window, path)
        person.add_cards(NOTE)
        person.window.handlers.save()
        person.saved()
        person.add_cards(NOTE + " nog eens")
        if _ == 0:
            person.window.leave_map()
    person.shell.set("folder", str(path.parent))
    return person, path, person.document.document_id


def test_an_open_map_is_closed_and_nothing_of_it_stays(worked: tuple[Person, Path, str], home: Path) -> None:
    person, path, document_id = worked
    before = path.read_bytes()
    words = (document_id, TITLE, str(path), NOTE)
    assert words_left(home, *words)
    person.menu("file", "forget")
    dialog = dialog_of(person)
    told = said(dialog)
    assert TITLE in told
    assert "not saved" in told
    assert "closed without saving: 1 time" in told
    assert "start screen" in told
    assert f"The file itself stays as it is: {path}" in told
    person.press_button(dialog, "Forget")
    person.qtbot.waitUntil(lambda: person.window.workspace is None)
    person.qtbot.waitUntil(lambda: words_left(home, *words) == [])
    person.qtbot.waitUntil(lambda: person.start.recent_rows() == [])
    assert not traces_of(document_id, path)
    assert path.read_bytes() == before
    assert person.shell.settings.get("folder") != str(path.parent)


def test_cancel_keeps_everything(worked: tuple[Person, Path, str]) -> None:
    person, path, document_id = worked
    kept = traces_of(document_id, path)
    person.menu("file", "forget")
    person.press_button(dialog_of(person), "Cancel")
    assert person.window.workspace is not None
    assert traces_of(document_id, path) == kept
    assert NOTE + " nog eens" in person.texts()


def test_from_the_list_of_the_start_screen(worked: tuple[Person, Path, str], home: Path) -> None:
    person, path, document_id = worked
    person.window.leave_map()
    (row,) = person.start.recent_rows()
    assert row.more is not None
    person.click(row.more)
    menu = next(menu for menu in row.findChildren(QMenu) if menu.isVisible())
    person.choose(menu, "Forget this document…")
    dialog = dialog_of(person)
    assert "2 time" in said(dialog)
    person.press_button(dialog, "Forget")
    person.qtbot.waitUntil(lambda: not person.start.recent_rows())
    person.qtbot.waitUntil(lambda: words_left(home, document_id, TITLE, str(path), NOTE) == [])
    assert recovery.recently_discarded() == []
    assert path.exists()


def test_a_map_that_another_window_shows_is_closed_there(
    worked: tuple[Person, Path, str], home: Path, shell: Shell
) -> None:
    person, path, document_id = worked
    other = shell.new_window()
    other.show_start()
    shell.files.windows_of(person.workspace.open_document)
    there = Person(person.qtbot, shell, other)
    (row,) = there.start.recent_rows()
    row.click()  # shows the window that has it
    assert person.window.workspace is not None
    there.start.forget_requested.emit(str(path))
    there.press_button(dialog_of(there), "Forget")
    person.qtbot.waitUntil(lambda: person.window.workspace is None)
    person.qtbot.waitUntil(lambda: words_left(home, document_id, str(path), NOTE) == [])
    person.qtbot.waitUntil(lambda: there.start.recent_rows() == [])
    assert there.start.recent_rows() == []


def test_a_map_without_a_file_says_that_nothing_stays(mapper: Person, home: Path) -> None:
    document_id = mapper.document.document_id
    mapper.menu("file", "forget")
    dialog = dialog_of(mapper)
    assert "nothing of it stays" in said(dialog)
    mapper.press_button(dialog, "Forget")
    mapper.qtbot.waitUntil(lambda: mapper.window.workspace is None)
    mapper.qtbot.waitUntil(lambda: words_left(home, document_id, "Advert") == [])


def test_a_save_under_way_is_waited_for(
    worked: tuple[Person, Path, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, path, document_id = worked

    def slow(*args: object, **named: object) -> object:
        time.sleep(0.4)
        return write_atomic(*args, **named)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(app.documents, "write_atomic", slow)
    person.window.handlers.save()
    person.menu("file", "forget")
    person.press_button(dialog_of(person), "Forget")
    person.qtbot.waitUntil(lambda: person.window.workspace is None)
    person.qtbot.waitUntil(lambda: words_left(home, document_id, str(path), NOTE) == [])
    person.qtbot.wait(300)
    assert words_left(home, document_id, str(path), NOTE) == [], "and nothing comes back"
