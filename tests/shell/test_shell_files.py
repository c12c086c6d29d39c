"""Opening, saving, closing: what the rules DO1 to DO4 and SH1 to SH2 promise, through the whole window."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

import app.documents
from app.cli import main
from app.documents import Documents, OpenDocument
from app.filenames import file_name, with_suffix
from app.settings import Settings
from app.shell import Shell
from model.commands.cards import add_cards
from model.commands.places import Listing
from model.files.atomic import WriteResult, write_atomic
from model.files.errors import DiskFull
from model.files.journal_parts import Protection
from model.files.native import dumps, load
from model.files.recovery import find_sessions, recently_discarded
from model.i18n import language
from model.newmap import new_map
from model.templates import example_path
from resources import resource_path
from running_shell import shells
from shell_person import CTRL, Person
from stopwatch import Stopwatch


def a_map(path: Path, title: str = "Given") -> Path:
    path.write_bytes(dumps(new_map(title, "en", ("One", "Two"))))
    return path


def save_as(person: Person, path: Path) -> Path:
    person.with_file(path, person.window.handlers.save_as)
    person.saved()
    return path


def unsaved(document: OpenDocument) -> bool:
    return document.modified


def fail_with(error: Callable[[Path], Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, data: bytes, **_options: object) -> WriteResult:
        raise error(path)

    monkeypatch.setattr(app.documents, "write_atomic", write)


# -- documents --------------------------------------------------------------------------------------------------------


def test_do1_opening_never_writes_the_file(person: Person, tmp_path: Path) -> None:
    path = a_map(tmp_path / "given.journey")
    os.utime(path, ns=(1, 1))
    before = path.read_bytes()
    assert person.shell.files.open_path(person.window, path)
    person.add_cards("New")
    person.window.workspace.open_document.journal.flush()  # type: ignore[union-attr]  # a map is open
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == [".given.journey.lock", "given.journey", "home"]


def test_do2_a_mended_or_damaged_map_is_unsaved_work(person: Person, tmp_path: Path) -> None:
    path = a_map(tmp_path / "cut.journey")
    path.write_bytes(path.read_bytes()[:-200])
    before = path.read_bytes()
    assert person.shell.files.open_path(person.window, path)
    document = person.workspace.open_document
    assert document.modified
    assert document.path is None, "the rest of the damaged file must not be saved over"
    bar = person.window.bars.bar("report")
    assert bar is not None
    assert bar.text().startswith("Opened with remarks.")
    assert path.read_bytes() == before


def test_do3_edits_made_while_saving_stay_unsaved(tmp_path: Path) -> None:
    documents = Documents()
    opened = documents.open(a_map(tmp_path / "a.journey"))
    opened.session.run(add_cards, "note", ["one"], Listing("inbox"))
    job = opened.prepare_save()
    opened.session.run(add_cards, "note", ["two"], Listing("inbox"))
    opened.saved(job, job.run())
    assert unsaved(opened)
    assert [item.text for item in load(tmp_path / "a.journey").document.inbox] == ["one"]
    opened.save()
    assert not unsaved(opened)
    assert [item.text for item in load(tmp_path / "a.journey").document.inbox] == ["one", "two"]
    assert documents.close(opened)


def test_do4_a_file_has_one_document_by_whatever_name(tmp_path: Path) -> None:
    documents = Documents()
    path = a_map(tmp_path / "a.journey")
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    opened = documents.open(path)
    assert documents.open(link) is opened
    assert documents.find(tmp_path / "." / "a.journey") is opened
    documents.close(opened)
    assert documents.find(path) is None


# -- opening ----------------------------------------------------------------------------------------------------------


def test_sh1_the_example_is_a_copy_of_ones_own(person: Person) -> None:
    person.shell.files.open_example(person.window, "en")
    document = person.workspace.open_document
    assert document.path is None
    assert not document.modified
    assert document.session.document.document_id != load(example_path("en")).document.document_id
    assert not person.shell.recents.entries(), "a file of the program is no recent file"
    person.add_cards("Mine")
    assert "Mine" not in example_path("en").read_text(encoding="utf-8")
    assert resource_path() in example_path("en").parents


def test_sh1_a_file_that_cannot_be_written_says_so_and_offers_a_copy(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_map(tmp_path / "locked.journey", "Locked")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert person.shell.files.open_path(person.window, path)
    monkeypatch.undo()
    bar = person.window.bars.bar("read_only")
    assert bar is not None
    assert bar.text().startswith("Read only.")
    assert not person.workspace.open_document.modified
    assert [entry.path for entry in person.shell.recents.entries()] == [str(path)]
    copy = tmp_path / "copy.journey"
    person.with_file(copy, lambda: person.bar_button("read_only", "Make a copy"))
    person.saved()
    assert person.window.bars.bar("read_only") is None
    assert person.workspace.open_document.path == copy


@pytest.mark.parametrize("content", [b"", b"not json", b'{"format": "something else"}', b"\x00" * 200])
def test_a_file_that_is_no_map_gets_one_sentence(person: Person, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign.journey"
    path.write_bytes(content)
    assert not person.shell.files.open_path(person.window, path)
    bar = person.window.bars.bar("told")
    assert bar is not None
    assert "foreign.journey" in bar.text()
    assert person.window.workspace is None
    assert path.read_bytes() == content


def test_a_missing_recent_file_is_said_and_stays_in_the_list(person: Person, tmp_path: Path) -> None:
    person.shell.remember(tmp_path / "gone.journey", "Gone", "x")
    person.window.show_start()
    row = person.start.recent_rows()[0]
    assert "Not found" in row.accessibleDescription()
    person.click(row)
    bar = person.window.bars.bar("told")
    assert bar is not None
    assert "gone.journey" in bar.text()


def test_the_menu_lists_recent_maps_by_their_titles(person: Person, tmp_path: Path) -> None:
    path = a_map(tmp_path / "a.journey", "Tea & cake")
    person.shell.remember(path, "Tea & cake", "x")
    person.window._recents.aboutToShow.emit()
    assert [action.text() for action in person.window._recents.actions()] == ["Tea && cake"]
    person.window._recents.actions()[0].trigger()
    assert person.workspace.open_document.path == path


def test_a_map_that_is_open_is_not_opened_twice(mapper: Person, tmp_path: Path) -> None:
    path = save_as(mapper, tmp_path / "one.journey")
    other = mapper.shell.new_window()
    other.show_start()
    mapper.shell.files.open_path(other, path)
    assert other.workspace is None
    assert len(mapper.shell.files.documents.all) == 1


def test_a_diagram_is_imported_as_unsaved_work_with_its_remarks(person: Person, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "day.mmd"
    path.write_text("journey\n  title My day\n  section Go\n    Make tea: 9: Me\n", encoding="utf-8")
    assert person.shell.files.import_path(person.window, path)
    document = person.workspace.open_document
    assert document.modified
    assert document.path is None
    assert [item.text for item in person.document.touchpoints] == ["Make tea"]
    dialog = next(d for d in person.window.findChildren(QDialog) if d.isVisible())
    assert dialog.windowTitle() == "Imported, with remarks"
    dialog.close()


def test_a_poster_opens_as_the_map_that_it_carries(person: Person, tmp_path: Path) -> None:
    """As unsaved work: the file is a picture of the map, and no place to save it."""
    from model.export.pdf import PosterOptions, poster_pdf

    document = load(example_path("en")).document
    path = tmp_path / "poster.PDF"
    path.write_bytes(poster_pdf(document, PosterOptions(paper="A5"))[0])
    before = path.read_bytes()
    person.shell.files.open_path(person.window, path)
    person.qtbot.waitUntil(lambda: person.window.workspace is not None)
    assert person.document.same_content(document)
    assert person.document.document_id == document.document_id
    assert person.workspace.open_document.path is None
    assert person.workspace.open_document.modified
    assert path.read_bytes() == before


def test_a_pdf_that_carries_no_map_gets_one_sentence(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.4 a letter")
    person.shell.files.open_path(person.window, path)
    person.qtbot.waitUntil(lambda: person.window.bars.bar("told") is not None)
    bar = person.window.bars.bar("told")
    assert bar is not None
    assert "letter.pdf" in bar.text()
    assert person.window.workspace is None


# -- saving -----------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_is_called_saved(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_as(mapper, tmp_path / "full.journey")
    before = path.read_bytes()
    mapper.add_cards("Third")
    fail_with(lambda where: DiskFull(where, "There is no room left."), monkeypatch)
    mapper.key(Qt.Key.Key_S, CTRL)
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("save") is not None)
    bar = mapper.window.bars.bar("save")
    assert bar is not None
    assert re.fullmatch(r"Not saved since \d\d:\d\d\.  There is no room left\.", bar.text())
    assert mapper.window.isWindowModified()
    assert path.read_bytes() == before
    monkeypatch.undo()
    mapper.bar_button("save", "Try again")
    mapper.saved()
    assert mapper.window.bars.bar("save") is None
    assert b"Third" in path.read_bytes()


def test_a_folder_that_went_is_told_and_one_saves_elsewhere(mapper: Person, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_as(mapper, stick / "a.journey")
    shutil.rmtree(stick)
    stick.write_text("no folder any more", encoding="utf-8")
    mapper.add_cards("Third")
    mapper.key(Qt.Key.Key_S, CTRL)
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("save") is not None)
    elsewhere = tmp_path / "elsewhere.journey"
    mapper.with_file(elsewhere, lambda: mapper.bar_button("save", "Save elsewhere"))
    mapper.saved()
    assert load(elsewhere).document.same_content(mapper.document)


def test_a_file_that_another_program_changed_is_kept_beside_ours(mapper: Person, tmp_path: Path) -> None:
    path = save_as(mapper, tmp_path / "both.journey")
    a_map(path, "Theirs")
    theirs = path.read_bytes()
    mapper.add_cards("Third")
    mapper.key(Qt.Key.Key_S, CTRL)
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("save") is not None)
    bar = mapper.window.bars.bar("save")
    assert bar is not None
    assert "changed by another program" in bar.text()
    assert path.read_bytes() == theirs
    mapper.bar_button("save", "Keep both")
    mapper.saved()
    assert path.read_bytes() == theirs
    beside = mapper.workspace.open_document.path
    assert beside is not None and beside.parent == tmp_path
    assert re.fullmatch(r"both \(conflict \d{4}-\d\d-\d\d [^)]+\)\.journey", beside.name)
    assert "Third" in beside.read_text(encoding="utf-8")


def test_saving_twice_at_once_does_not_meet_itself(mapper: Person, tmp_path: Path) -> None:
    path = save_as(mapper, tmp_path / "twice.journey")
    mapper.add_cards("Third")
    mapper.shell.files.save(mapper.window)
    mapper.add_cards("Fourth")
    mapper.shell.files.save(mapper.window)
    mapper.saved()
    assert mapper.window.bars.bar("save") is None
    assert "Fourth" in path.read_text(encoding="utf-8")


def test_a_save_that_the_disk_did_not_confirm_keeps_the_journal(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.files.atomic.sync_folder", lambda _folder: False)
    save_as(mapper, tmp_path / "unsure.journey")
    document = mapper.workspace.open_document
    assert document.saved_at is not None
    assert mapper.window.status.safety_text() == f"Saved {document.saved_at:%H:%M}, not confirmed yet"
    assert mapper.window.close()
    assert [found.title for found in recently_discarded()] == ["My map"]


def test_an_open_name_is_not_saved_over(mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_as(mapper, tmp_path / "one.journey")
    second = mapper.shell.new_window()
    mapper.shell.files.create(second, "empty", "Second")
    other = Person(mapper.qtbot, mapper.shell, second)
    before = path.read_bytes()
    document = other.workspace.open_document
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    assert not mapper.shell.files.save_as(second)
    assert mapper.shell.files.documents.find(path) is mapper.workspace.open_document
    assert document.path is None
    assert path.read_bytes() == before


# -- protection -------------------------------------------------------------------------------------------------------


def test_a_failing_journal_is_shown_red_until_it_works_again(mapper: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = mapper.workspace.open_document.journal
    bad = Protection(False, datetime(2026, 5, 12, 14, 31).astimezone(), "no room left.")
    monkeypatch.setattr(type(journal), "protection", property(lambda _self: bad))
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("protection") is not None)
    bar = mapper.window.bars.bar("protection")
    assert bar is not None
    assert bar.text() == "Not protected.  Your work is not protected since 14:31: no room left."
    assert mapper.window.status.safety_text() == "Not protected"
    monkeypatch.undo()
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("protection") is None)


def test_a_journal_that_cannot_be_written_is_shown_within_two_seconds(
    person: Person, home: Path, tmp_path: Path
) -> None:
    sessions = home / "state" / "sessions"
    sessions.parent.mkdir(parents=True, exist_ok=True)
    if sessions.exists():
        sessions.rmdir()
    sessions.write_text("a file stands where the folder should be", encoding="utf-8")
    person.shell.files.create(person.window, "empty", "x")
    watch = Stopwatch()
    person.qtbot.waitUntil(lambda: person.window.bars.bar("protection") is not None)
    assert watch.seconds() <= 2.0
    sessions.unlink()


# -- closing ----------------------------------------------------------------------------------------------------------


def test_sh2_closing_unsaved_work_asks_and_cancel_stays(mapper: Person) -> None:
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Cancel"), lambda: mapper.key(Qt.Key.Key_W, CTRL))
    assert mapper.window.isVisible()
    assert mapper.workspace.open_document.modified


def test_sh2_work_closed_without_saving_can_be_taken_back(mapper: Person) -> None:
    other = mapper.shell.new_window()
    other.show_start()
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Do not save"), mapper.window.close)
    assert not mapper.window.isVisible()
    assert [found.title for found in recently_discarded()] == ["My map"]
    assert find_sessions() == []
    person = Person(mapper.qtbot, mapper.shell, other)
    person.window.handlers.find_discarded()
    dialog = next(d for d in other.findChildren(QDialog) if d.isVisible())
    person.press_button(dialog, "Open")
    assert person.texts() == {"Advert", "Search"}
    assert person.workspace.open_document.modified
    assert recently_discarded() == []


def test_sh2_save_on_closing_closes_when_the_file_is_verified(mapper: Person, tmp_path: Path) -> None:
    path = save_as(mapper, tmp_path / "close.journey")
    mapper.add_cards("Third")
    window = mapper.window
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Save"), window.close)
    mapper.qtbot.waitUntil(lambda: window not in mapper.shell.windows)
    assert "Third" in path.read_text(encoding="utf-8")


def test_a_failed_save_on_closing_keeps_the_window(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(mapper, tmp_path / "close.journey")
    mapper.add_cards("Third")
    fail_with(lambda where: DiskFull(where, "There is no room left."), monkeypatch)
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Save"), mapper.window.close)
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("save") is not None)
    assert mapper.window.isVisible()
    assert not mapper.window.closing


def test_quitting_asks_for_each_window_and_stops_at_cancel(mapper: Person, tmp_path: Path) -> None:
    save_as(mapper, tmp_path / "first.journey")
    first = mapper.window
    second = mapper.shell.new_window()
    mapper.shell.files.create(second, "empty", "Second")
    other = Person(mapper.qtbot, mapper.shell, second)
    other.add_cards("Unsaved")
    third = mapper.shell.new_window()
    third.show_start()
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Cancel"), mapper.shell.quit)
    assert first not in mapper.shell.windows
    assert second.isVisible()
    assert third.isVisible()
    assert not mapper.shell.quitting
    path = tmp_path / "second.journey"
    save_as(other, path)
    mapper.shell.quit()
    mapper.qtbot.waitUntil(lambda: not mapper.shell.windows)


def test_quitting_goes_on_after_a_save(mapper: Person, tmp_path: Path) -> None:
    path = save_as(mapper, tmp_path / "first.journey")
    mapper.add_cards("Third")
    mapper.shell.new_window().show_start()
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Save"), mapper.shell.quit)
    mapper.qtbot.waitUntil(lambda: not mapper.shell.windows)
    assert "Third" in path.read_text(encoding="utf-8")


def test_closing_while_a_save_is_under_way_waits_for_it(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_as(mapper, tmp_path / "slow.journey")
    gate = threading.Event()

    def slow(where: Path, data: bytes, **options: object) -> WriteResult:
        gate.wait(10)
        return write_atomic(where, data, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(app.documents, "write_atomic", slow)
    mapper.add_cards("Third")
    mapper.shell.files.save(mapper.window)
    window = mapper.window
    assert not window.close()
    gate.set()
    mapper.qtbot.waitUntil(lambda: window not in mapper.shell.windows)
    assert "Third" in path.read_text(encoding="utf-8")


# -- windows ----------------------------------------------------------------------------------------------------------


def test_two_windows_of_a_map_share_one_document(mapper: Person) -> None:
    mapper.menu("file", "new_window")
    second = Person(mapper.qtbot, mapper.shell, mapper.shell.windows[-1])
    assert second.workspace.open_document is mapper.workspace.open_document
    second.add_cards("From the second")
    assert "From the second" in mapper.texts()
    assert mapper.editor.stage.layout.cards.keys() == second.editor.stage.layout.cards.keys()
    mapper.key(Qt.Key.Key_Z, CTRL, mapper.editor.view)
    assert "From the second" not in second.texts()
    assert second.window.close(), "nothing is lost by closing one of two"
    assert mapper.workspace.open_document in mapper.shell.files.documents.all
    mapper.add_cards("After")
    assert "After" in mapper.texts()


# -- small things -----------------------------------------------------------------------------------------------------


def test_names_of_files_are_good_on_every_system() -> None:
    assert file_name('Tea / "cake": 5 < 6?') == "Tea cake 5 6"
    assert file_name("...") == "map"
    suffixes = (".journey", ".json")
    assert with_suffix("/a/map", suffixes) == Path("/a/map.journey")
    assert with_suffix("/a/map.JSON", suffixes) == Path("/a/map.JSON")
    assert with_suffix("/a/v1.2 draft", suffixes) == Path("/a/v1.2 draft.journey")


def test_a_suffix_that_was_added_replaces_no_file_unasked(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = a_map(tmp_path / "taken.journey")
    before = taken.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "taken"), ""))
    assert not mapper.shell.files.save_as(mapper.window)
    assert taken.read_bytes() == before
    bar = mapper.window.bars.bar("told")
    assert bar is not None
    assert "exists already" in bar.text()


def test_settings_outlive_the_program(person: Person, make_shell: Callable[[], Shell]) -> None:
    person.shell.choose_theme("dark")
    person.shell.choose_language("nl")
    again = make_shell()
    assert (again.settings.theme, again.settings.language) == ("dark", "nl")


def test_a_start_speaks_what_it_was_asked_for_and_the_choice_stays(
    person: Person, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.shell.choose_language("en")
    asked: list[object] = []

    def run(path: Path, spoken: object) -> int:
        asked.extend((path, spoken))
        return 0

    monkeypatch.setattr("app.gui.run", run)
    assert main(["--lang", "nl", "kaart.journey"]) == 0
    assert main(["kaart.journey"]) == 0
    assert asked == [Path("kaart.journey"), "nl", Path("kaart.journey"), None]
    with shells(qapp) as started:
        started.append(Shell(qapp, "nl"))
        assert (started[0].settings.language, language()) == ("nl", "nl")
        started[0].set("theme", "dark")  # what is written now does not make the asked language the chosen one
        assert Settings().language == "en"
        started[0].choose_language("en")
        assert (started[0].settings.language, language()) == ("en", "en")


def test_broken_settings_are_set_aside_and_said(home: Path, make_shell: Callable[[], Shell]) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text("{broken", encoding="utf-8")
    shell = make_shell()
    window = shell.new_window()
    shell.begin(window, None)
    assert shell.settings.theme == "system"
    assert (home / "config" / "settings.json.broken").exists()
    assert "settings.json" in window.toasts.toasts()[-1].text()
