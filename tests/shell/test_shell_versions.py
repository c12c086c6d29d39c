"""Versions in the program: kept by saving and working, shown, compared, gone back to; failing is seen (VS1-3)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app import versioning
from model.changes import Edit
from model.document import Document
from model.files import atomic, native, versions
from model.files.native import load
from model.files.paths import versions_folder
from model.files.thinning import KEEP_SAVES
from model.files.version_files import unpack
from model.i18n import set_language
from model.newmap import new_map
from shell_person import Person
from stopwatch import Stopwatch
from widgets.controls.buttons import Button
from widgets.dialogs.compare import CompareDialog
from widgets.dialogs.versions import VersionsDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "shoes.journey"
    native.save(new_map("Shoes"), path)
    return path


def _open(person: Person, file: Path) -> str:
    assert person.shell.files.open_path(person.window, file)
    return person.document.document_id


def _texts(document: Document) -> set[str]:
    return {item.text for item in document.item_table.values()}


def _settle(person: Person) -> None:
    """All that the writer was asked for is done, and the window knows."""
    saver = person.shell.files.saver
    person.qtbot.waitUntil(lambda: not saver.busy_with(person.workspace.open_document))
    done: list[object] = []
    saver._pool.submit(lambda: done.append(1))
    person.qtbot.waitUntil(lambda: bool(done))
    person.qtbot.wait(20)


def _save(person: Person) -> None:
    person.menu("file", "save")
    _settle(person)


def _whys(document_id: str) -> list[str]:
    return [version.why for version in versions.versions(document_id)]


def _dialog(person: Person) -> VersionsDialog:
    person.menu("file", "show_versions")
    found = [d for d in person.window.findChildren(VersionsDialog) if d.isVisible()]
    person.qtbot.waitUntil(lambda: not found[-1].reading)
    return found[-1]


def test_each_save_keeps_a_version_and_the_first_one_what_was_there(person: Person, file: Path) -> None:
    before = file.read_bytes()
    document_id = _open(person, file)
    assert _whys(document_id) == [], "looking at a map keeps nothing"
    person.add_cards("One")
    _save(person)
    assert _whys(document_id) == ["save", "before"]
    person.add_cards("Two")
    _save(person)
    found = versions.versions(document_id)
    assert [version.why for version in found] == ["save", "save", "before"]
    texts = [_texts(versions.load(version).document) for version in found]
    assert texts == [{"One", "Two"}, {"One"}, set()]
    assert unpack(found[-1]) == before
    assert unpack(found[0]) == file.read_bytes()
    assert all(version.path == str(file) for version in found)


def test_what_another_program_left_is_kept_when_the_user_saves_over_it(person: Person, file: Path) -> None:
    """As after "save anyway": what is there is known, and about to be replaced."""
    document_id = _open(person, file)
    person.add_cards("One")
    _save(person)
    other = load(file).document
    native.save(other.with_changes([("map", "map", other.info.changed(title="By somebody else"))]), file)
    document = person.workspace.open_document
    document.stamp = atomic.stamp_of(file)
    person.add_cards("Two")
    person.shell.files.saver.save(document)
    _settle(person)
    assert _texts(load(file).document) == {"One", "Two"}
    kept = versions.versions(document_id)
    assert [(version.why, version.title) for version in kept][:2] == [("save", "Shoes"), ("before", "By somebody else")]


def test_vs1_work_is_kept_every_ten_minutes_and_only_when_there_is_some(
    person: Person, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document_id = _open(person, file)
    timer = person.shell.files.versioning._timer
    assert timer.isActive() and timer.interval() == versioning.WORK_MINUTES * 60_000 == 600_000
    timer.timeout.emit()
    _settle(person)
    assert _whys(document_id) == []
    person.add_cards("One")
    timer.timeout.emit()
    timer.timeout.emit()
    _settle(person)
    assert _whys(document_id) == ["work"]
    assert _texts(versions.load(versions.versions(document_id)[0]).document) == {"One"}
    assert _texts(load(file).document) == set(), "the file is not written"
    person.add_cards("Two")
    timer.timeout.emit()
    _settle(person)
    assert _whys(document_id) == ["work", "work"]
    _save(person)
    assert _whys(document_id) == ["save", "before", "work"], "the same content is told as saved"


def test_work_that_has_no_file_yet_is_kept_too(person: Person) -> None:
    person.window.show_document(person.shell.files.documents.new(new_map("New one")))
    person.add_cards("One")
    person.shell.files.versioning.keep_work()
    _settle(person)
    (kept,) = versions.versions(person.document.document_id)
    assert kept.title == "New one" and kept.path == ""


def test_keeping_never_runs_in_the_interfaces_thread(
    person: Person, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    seen: set[str] = set()
    real = atomic.write_atomic

    def write(*args: object, **more: object) -> object:
        seen.add(threading.current_thread().name)
        return real(*args, **more)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(versions, "write_atomic", write)
    _open(person, file)
    person.add_cards("One")
    _save(person)
    person.add_cards("Two")
    person.shell.files.versioning.keep_work()
    _settle(person)
    assert len(seen) == 1 and seen.pop().startswith("writer")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a folder that cannot be used")
def test_vs2_a_version_that_cannot_be_kept_is_seen_within_two_seconds_and_fails_nothing(
    person: Person, file: Path
) -> None:
    document_id = _open(person, file)
    person.add_cards("Secret words")
    versions_folder().parent.mkdir(parents=True, exist_ok=True)
    versions_folder().write_text("in the way")
    person.menu("file", "save")
    watch = Stopwatch()
    person.qtbot.waitUntil(lambda: person.window.bars.bar("versions") is not None)
    assert watch.seconds() <= 2.0
    _settle(person)
    assert not person.workspace.open_document.modified, "the save itself went well"
    assert _texts(load(file).document) == {"Secret words"}
    bar = person.window.bars.bar("versions")
    assert bar is not None and bar.text().startswith("Versions are not protected.")
    assert "cannot be kept" in bar.text()
    logs = "".join(path.read_text() for path in (Path(os.environ["JOURNEYWALL_HOME"]) / "logs").glob("*.log"))
    assert "Secret" not in logs
    versions_folder().unlink()
    QTest.mouseClick(next(b for b in bar.findChildren(Button) if b.text() == "Try again"), LEFT)
    person.qtbot.waitUntil(lambda: person.window.bars.bar("versions") is None)
    assert len(versions.versions(document_id)) == 1


def test_without_a_version_the_menu_says_how_one_comes(person: Person, file: Path) -> None:
    _open(person, file)
    person.menu("file", "show_versions")
    assert not person.window.findChildren(VersionsDialog)


def test_vs3_going_back_is_one_edit_and_today_is_a_version(person: Person, file: Path) -> None:
    document_id = _open(person, file)
    person.add_cards("One")
    _save(person)
    person.add_cards("Two", "Three")
    today = person.document
    dialog = _dialog(person)
    assert dialog.version is not None and dialog.version.why == "save"
    QTest.mouseClick(dialog.restore_button, LEFT)
    person.qtbot.waitUntil(lambda: person.texts() == {"One"})
    assert person.workspace.open_document.modified
    kept = versions.versions(document_id)
    assert kept[0].why == "restore"
    assert versions.load(kept[0]).document.same_content(today)
    assert _texts(load(file).document) == {"One"}, "no file was written"
    person.back_to_map()
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.document.same_content(today)


def test_vs3_what_cannot_be_kept_first_is_not_gone_back_from(
    person: Person, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(person, file)
    person.add_cards("One")
    _save(person)
    person.add_cards("Two")
    dialog = _dialog(person)

    def refuse(*_args: object, **_more: object) -> None:
        raise versions.VersionError("x", "No room.")

    monkeypatch.setattr(versions, "keep", refuse)
    QTest.mouseClick(dialog.restore_button, LEFT)
    person.qtbot.waitUntil(lambda: person.window.bars.bar("told") is not None)
    told = person.window.bars.bar("told")
    assert told is not None and "No room." in told.text()
    assert person.texts() == {"One", "Two"}


def test_a_version_opens_as_a_copy_of_its_own(person: Person, file: Path) -> None:
    document_id = _open(person, file)
    person.add_cards("One")
    _save(person)
    person.add_cards("Two")
    _save(person)
    before = file.read_bytes()
    dialog = _dialog(person)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    person.qtbot.waitUntil(dialog.copy_button.isEnabled)
    QTest.mouseClick(dialog.copy_button, LEFT)
    person.qtbot.waitUntil(lambda: len(person.shell.windows) == 2)
    opened = person.shell.windows[-1].workspace
    assert opened is not None
    assert _texts(opened.bridge.document) == {"One"}
    assert opened.bridge.document.document_id != document_id
    assert opened.open_document.path is None and opened.open_document.modified
    assert file.read_bytes() == before


def test_a_version_is_compared_with_today_and_gone_back_to_from_there(person: Person, file: Path) -> None:
    _open(person, file)
    person.add_cards("One")
    _save(person)
    person.add_cards("Two")
    dialog = _dialog(person)
    QTest.mouseClick(dialog.compare_button, LEFT)
    (compared,) = dialog.findChildren(CompareDialog)
    assert compared.sentence.text() == "1 note added"
    assert [entry.title.split()[-1] for entry in compared.difference] == ["Two"]
    back = next(b for b in compared.findChildren(type(compared.close_button)) if b.text() == "Go back to it")
    QTest.mouseClick(back, LEFT)
    person.qtbot.waitUntil(lambda: person.texts() == {"One"})
    assert not any(d.isVisible() for d in person.window.findChildren(QDialog))


def test_the_command_is_in_the_file_menu_in_dutch_as_well(person: Person, file: Path) -> None:
    _open(person, file)
    assert person.window.commands["show_versions"].text() == "Versions…"
    set_language("nl")
    person.window.commands.retranslate()
    assert person.window.commands["show_versions"].text() == "Versies…"


def test_more_saves_than_are_kept_leave_the_newest(person: Person, file: Path) -> None:
    document_id = _open(person, file)
    document = person.workspace.open_document
    for i in range(KEEP_SAVES + 3):
        info = document.session.document.info
        edit = Edit(document.session.document)
        edit.put(info.changed(title=f"Save {i}"))
        document.session.apply(edit.result())
        document.save()
    found = [version for version in versions.versions(document_id) if version.why == "save"]
    assert [version.title for version in found[:KEEP_SAVES]] == [
        f"Save {KEEP_SAVES + 2 - i}" for i in range(KEEP_SAVES)
    ]
    assert len(found) <= KEEP_SAVES + 1
