"""A map that somebody else has open, and one whose file is changed, moved or cannot be reached meanwhile.

The other one is a real process, or another machine that is made up; the user works with mouse and keys.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton

import model.files.watch
from app.actions import ACTIONS
from app.exporting import tell_exported
from app.looking import turned_off
from lock_keeper import ROOT, Other, on_laptop_3, write_lock
from model.commands.cards import add_cards, set_text
from model.commands.places import Listing
from model.document import Document
from model.files import atomic
from model.files.holder import own_holder
from model.files.locks import Lock, lock_path, read_lock, take_over
from model.files.native import dumps, load, save
from model.newmap import new_map
from model.session import Session
from shell_person import CTRL, LEFT, NO, Person
from stopwatch import Stopwatch
from widgets.controls.search_field import SearchField
from widgets.dialogs.compare import CompareDialog
from widgets.dialogs.mergechoice import MergeDialog
from widgets.dialogs.takeover import TakeOverQuestion

WITHIN = 2_000
"""ms within which a trouble is to be seen."""


def a_map(path: Path, *texts: str, title: str = "Given") -> Path:
    session = Session(new_map(title, "en", ("One", "Two")))
    if texts:
        session.run(add_cards, "note", list(texts), Listing("inbox"))
    path.write_bytes(dumps(session.document))
    return path


def edited(document: Document, *texts: str) -> Document:
    """``document`` with more notes, as somebody else edits it."""
    session = Session(document)
    session.run(add_cards, "note", list(texts), Listing("inbox"))
    return session.document


def changed_elsewhere(path: Path, *texts: str) -> bytes:
    """Save ``path`` with more notes, as another program does; its bytes then."""
    before = load(path)
    save(edited(before.document, *texts), path)
    return path.read_bytes()


def bar_text(person: Person, key: str) -> str:
    bar = person.window.bars.bar(key)
    return "" if bar is None else bar.text()


def buttons(person: Person, key: str) -> list[str]:
    bar = person.window.bars.bar(key)
    assert bar is not None
    return [button.text() for button in bar.findChildren(QPushButton)]


def unsaved(person: Person) -> bool:
    return person.workspace.open_document.modified


def wait_for(person: Person, key: str, words: str = "", within: int | None = None) -> str:
    """Wait until the bar of ``key`` says ``words``, which it must ``within`` so many ms."""
    watch = Stopwatch()
    person.qtbot.waitUntil(lambda: key_says(person, key, words))
    seconds = watch.seconds()
    assert within is None or seconds <= within / 1000, f"{seconds:.2f} s"
    return bar_text(person, key)


def key_says(person: Person, key: str, words: str) -> bool:
    return person.window.bars.bar(key) is not None and words in bar_text(person, key)


def gone(person: Person, key: str) -> None:
    person.qtbot.waitUntil(lambda: person.window.bars.bar(key) is None)


def open_it(person: Person, path: Path) -> None:
    assert person.shell.files.open_path(person.window, path)
    person.back_to_map()


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are looked at as often as files: a test waits for them."""
    monkeypatch.setattr(model.files.watch, "LOCK_TICK", 0.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_map(tmp_path / "map.journey", "Advert", "Search")


@pytest.fixture
def other(path: Path) -> Iterator[Other]:
    made = Other(path)
    assert made.said == "held"
    yield made
    made.end()


# -- somebody else has it open ----------------------------------------------------------------------------------------


def test_a_map_that_another_process_has_open_may_be_looked_at(person: Person, path: Path, other: Other) -> None:
    before = path.read_bytes()
    open_it(person, path)
    mine = own_holder()
    text = bar_text(person, "held")
    assert re.match(rf"{re.escape(mine.who)} has this map open since \d\d:\d\d\.", text)
    assert "You can look, not change." in text
    assert person.window.status.safety_text() == "Read only"
    assert buttons(person, "held") == ["Open a copy", "Take over…"]
    assert person.workspace.open_document.path == path
    assert not person.workspace.open_document.modified
    found = read_lock(path)
    assert found is not None and found.pid == other.process.pid
    assert path.read_bytes() == before


def test_nothing_of_it_can_be_edited_and_that_is_said(person: Person, path: Path) -> None:
    holder = on_laptop_3()
    write_lock(path, holder)
    open_it(person, path)
    document = person.document
    why = "Anna on laptop-3 has this map open. Open a copy to change it, or take it over."

    def said() -> bool:
        found = any(why in toast.text() for toast in person.window.toasts.toasts())
        for toast in person.window.toasts.toasts():
            toast.dismiss()
        return found

    person.key(Qt.Key.Key_Insert)
    assert said()
    person.key(Qt.Key.Key_P)
    assert said()
    layout = person.editor.stage.layout
    lane = next(lane for lane in layout.lanes.values() if lane.item_kind is not None)
    step = next(iter(layout.steps.values()))
    at = person.editor.view.mapFromScene(step.x + step.w / 2, lane.y + lane.h / 2)
    QTest.mouseDClick(person.editor.view.viewport(), LEFT, NO, at)
    assert said()
    assert not person.editor.editing
    person.workspace.selection.choose("phase", [person.document.phases[0].id])
    person.back_to_map()
    person.key(Qt.Key.Key_Delete)
    assert said()
    for spec in ACTIONS:
        if spec.id in turned_off(person.workspace.open_document):
            assert not person.window.commands[spec.id].isEnabled(), spec.id
            assert person.window.commands[spec.id].toolTip() == why, spec.id
    for command in ("save", "undo", "new_card", "delete", "paste", "rename", "add_phase", "to_inbox", "feel_2"):
        assert not person.window.commands[command].isEnabled(), command
    for command in ("save_as", "export", "copy", "zoom_in", "show_trace", "new_window", "select_all"):
        spec = next(spec for spec in ACTIONS if spec.id == command)
        assert spec.id not in turned_off(person.workspace.open_document), command
    assert person.window.commands.menu("edit").toolTipsVisible()
    assert not person.shell.files.save(person.window)
    assert said()
    person.workspace.bridge.run(add_cards, "note", ["no"], Listing("inbox"))
    assert said()
    person.workspace.bridge.undo()
    assert said()
    assert person.document is document
    assert not document.inbox[2:]


def test_fields_round_it_take_no_text_but_are_read_and_searched(person: Person, path: Path) -> None:
    write_lock(path, on_laptop_3())
    open_it(person, path)
    person.menu("view", "right_panel")
    person.qtbot.waitUntil(person.workspace.inspector.isVisible)
    fields: list[QLineEdit | QPlainTextEdit] = []
    for field in (*person.workspace.findChildren(QLineEdit), *person.workspace.findChildren(QPlainTextEdit)):
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        if field.isVisible() and field.isEnabled() and not field.isReadOnly() and not isinstance(field, SearchField):
            fields.append(field)
    assert fields
    for field in fields:
        field.setFocus()
        before = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        QTest.keyClicks(field, "typed")
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClick(field, Qt.Key.Key_V, CTRL)
        assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == before
        QTest.keyClick(field, Qt.Key.Key_End)
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    assert person.window.toasts.toasts()
    for search in person.workspace.findChildren(SearchField):
        if search.isVisible():
            QTest.keyClicks(search, "adv")
            assert search.text() == "adv"
    assert not person.workspace.open_document.modified


def test_a_copy_of_it_is_ones_own(person: Person, path: Path, other: Other) -> None:
    open_it(person, path)
    person.bar_button("held", "Open a copy")
    document = person.workspace.open_document
    assert document.path is None
    assert document.session.document.document_id != load(path).document.document_id
    assert person.window.bars.bar("held") is None
    assert len(person.shell.windows) == 1
    person.add_cards("Mine")
    assert document.modified
    assert person.window.commands["undo"].isEnabled()
    assert person.window.commands["new_card"].toolTip() != document.why_not()
    assert "Mine" not in path.read_text(encoding="utf-8")


def test_saving_it_elsewhere_makes_it_ones_own(person: Person, path: Path, other: Other, tmp_path: Path) -> None:
    open_it(person, path)
    person.shell.files.saver.save(person.workspace.open_document, path)
    assert "has “map.journey” open" in wait_for(person, "save")
    elsewhere = tmp_path / "elsewhere.journey"
    person.with_file(elsewhere, lambda: person.bar_button("save", "Save elsewhere"))
    person.qtbot.waitUntil(elsewhere.exists)
    gone(person, "held")
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert "Mine" in elsewhere.read_text(encoding="utf-8")
    assert lock_path(elsewhere).exists()


def test_it_is_told_when_it_is_free_and_then_edited_as_it_is_now(person: Person, path: Path, other: Other) -> None:
    open_it(person, path)
    changed_elsewhere(path, "From there")
    other.close()
    text = wait_for(person, "held", "free now")
    assert "Nobody else has it open any more" in text
    person.bar_button("held", "Edit")
    assert person.window.bars.bar("held") is None
    assert "From there" in person.texts()
    assert not person.workspace.open_document.modified
    lock = read_lock(path)
    assert lock is not None and lock.pid == os.getpid()
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert {item.text for item in load(path).document.item_table.values()} >= {"From there", "Mine"}


def test_what_the_owner_saves_is_shown_when_one_asks(person: Person, path: Path, other: Other) -> None:
    open_it(person, path)
    changed_elsewhere(path, "From there")
    text = wait_for(person, "held", "It was changed at")
    assert re.search(r"It was changed at \d\d:\d\d\.", text)
    assert "From there" not in person.texts(), "not unasked"
    person.bar_button("held", "Show")
    assert "From there" in person.texts()
    assert "changed at" not in wait_for(person, "held")
    assert not person.window.commands["undo"].isEnabled()
    assert not person.workspace.open_document.modified


def test_taking_over_asks_first_and_then_the_map_is_ours(person: Person, path: Path) -> None:
    anna = on_laptop_3()
    write_lock(path, anna)
    open_it(person, path)
    person.answering(
        lambda dialog: person.press_button(dialog, "Only look"), lambda: person.bar_button("held", "Take over…")
    )
    assert read_lock(path) == anna
    changed_elsewhere(path, "Anna's last")

    def agree(dialog: object) -> None:
        assert isinstance(dialog, TakeOverQuestion)
        assert "Anna on laptop-3" in dialog.windowTitle()
        person.press_button(dialog, "Take over")

    person.answering(agree, lambda: person.bar_button("held", "Take over…"))
    gone(person, "held")
    lock = read_lock(path)
    assert lock is not None and lock.pid == os.getpid()
    assert lock.history[-1]["user"] == "Anna"
    assert "Anna's last" in person.texts(), "what was saved meanwhile is loaded"
    person.back_to_map()
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert {"Mine", "Anna's last"} <= {item.text for item in load(path).document.item_table.values()}


def test_a_map_that_was_taken_over_is_not_saved_over_theirs(person: Person, path: Path) -> None:
    open_it(person, path)
    person.add_cards("Mine")
    mine = read_lock(path)
    assert mine is not None
    assert isinstance(take_over(path, mine, mine=on_laptop_3()), Lock)
    theirs = changed_elsewhere(path, "Theirs")
    person.key(Qt.Key.Key_S, CTRL)
    text = wait_for(person, "taken")
    assert re.match(r"Anna on laptop-3 took this map over at \d\d:\d\d\.", text)
    person.qtbot.waitUntil(lambda: not person.shell.files.saver.busy_with(person.workspace.open_document))
    assert path.read_bytes() == theirs
    assert person.workspace.open_document.modified and "Mine" in person.texts()
    assert person.workspace.open_document.journal.flush()
    person.bar_button("taken", "Take back")
    gone(person, "taken")
    person.key(Qt.Key.Key_S, CTRL)
    wait_for(person, "save", "changed by another program")
    assert path.read_bytes() == theirs, "what they saved meanwhile is not written over either"
    person.bar_button("save", "Merge")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert {"Mine", "Theirs"} <= {item.text for item in load(path).document.item_table.values()}


def test_a_take_over_is_seen_without_saving(person: Person, path: Path) -> None:
    open_it(person, path)
    mine = read_lock(path)
    assert mine is not None
    take_over(path, mine, mine=on_laptop_3())
    wait_for(person, "taken", "Anna on laptop-3", within=WITHIN + 1_000)


def test_a_machine_that_is_not_heard_of_is_told_but_never_judged(
    person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model.files.watch, "QUIET", 0.6)
    anna = on_laptop_3()
    write_lock(path, anna)
    open_it(person, path)
    wait_for(person, "held", "Nothing was heard from there")
    assert read_lock(path) == anna
    monkeypatch.setattr(model.files.watch, "QUIET", 60.0)
    write_lock(path, on_laptop_3(session_id=anna.session_id, since=anna.since, counter=2))
    person.qtbot.waitUntil(lambda: "Nothing was heard" not in bar_text(person, "held"))


def test_a_damaged_lock_is_somebodys(person: Person, path: Path) -> None:
    lock_path(path).write_bytes(b"\0" * 40)
    open_it(person, path)
    assert bar_text(person, "held").startswith("Somebody has this map open.")


def test_the_lock_follows_save_as_and_goes_with_the_window(person: Person, path: Path, tmp_path: Path) -> None:
    open_it(person, path)
    assert lock_path(path).exists()
    new = tmp_path / "new.journey"
    person.with_file(new, person.window.handlers.save_as)
    person.qtbot.waitUntil(lambda: lock_path(new).exists() and not lock_path(path).exists())
    person.saved()
    person.window.close_map()
    assert not lock_path(new).exists()


def test_two_windows_of_one_process_share_it(person: Person, path: Path) -> None:
    open_it(person, path)
    person.menu("file", "new_window")
    assert len(person.shell.windows) == 2
    first, second = person.shell.windows
    assert second.bars.bar("held") is None
    second.close()
    assert lock_path(path).exists()
    first.close_map()
    assert not lock_path(path).exists()


def test_where_no_lock_can_be_made_that_is_said_calmly(
    person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = Lock._create

    def refuse(_lock: Lock, _place: Path) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(Lock, "_create", refuse)
    open_it(person, path)
    monkeypatch.setattr(Lock, "_create", create)
    assert bar_text(person, "nolock").startswith("Not locked.  Others cannot see that you have “map.journey” open")
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    person.bar_button("nolock", "Fine")
    person.window.show_protection()
    assert person.window.bars.bar("nolock") is None, "said once is enough"


def test_two_real_editors(path: Path, tmp_path: Path) -> None:
    """The program itself, twice, each with a home of its own; the second one only looks, also after the first died."""
    code = (
        "import sys; from pathlib import Path; import app.shell;"
        "begin = app.shell.Shell.begin\n"
        "def told(self, window, path):\n"
        "    begin(self, window, path)\n"
        "    document = window.workspace.open_document\n"
        "    print('looks' if document.only_to_look_at else 'edits', flush=True)\n"
        "app.shell.Shell.begin = told\n"
        "from app.gui import run; run(Path(sys.argv[1]))"
    )

    def start(home: str) -> subprocess.Popen[str]:
        environ = dict(os.environ, JOURNEYWALL_HOME=str(tmp_path / home), QT_QPA_PLATFORM="offscreen")
        command = [sys.executable, "-c", code, str(path)]
        return subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    running = [start("one")]
    try:
        assert running[0].stdout is not None and running[0].stdout.readline().strip() == "edits"
        running.append(start("two"))
        assert running[1].stdout is not None and running[1].stdout.readline().strip() == "looks"
        running[0].kill()
        running[0].wait(20)
        running.append(start("three"))
        assert running[2].stdout is not None and running[2].stdout.readline().strip() == "edits", (
            "a crash holds nothing"
        )
    finally:
        for process in running:
            process.kill()
            process.wait(20)
            if process.stdout is not None:
                process.stdout.close()


# -- changed underneath -----------------------------------------------------------------------------------------------


def test_a_changed_file_is_loaded_when_one_says_so_as_one_edit(person: Person, path: Path) -> None:
    open_it(person, path)
    theirs = changed_elsewhere(path, "Theirs", "Another")
    text = wait_for(person, "changed", within=WITHIN)
    assert re.match(r"The file was changed elsewhere at \d\d:\d\d\.", text)
    assert "Theirs" not in person.texts()
    assert buttons(person, "changed") == ["What is different…", "Load"]
    person.bar_button("changed", "Load")
    assert {"Theirs", "Another"} <= person.texts()
    assert not unsaved(person)
    gone(person, "changed")
    assert path.read_bytes() == theirs
    person.back_to_map()
    person.key(Qt.Key.Key_Z, CTRL)
    assert not {"Theirs", "Another"} & person.texts()
    assert unsaved(person)
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert not unsaved(person)
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert {"Mine", "Theirs"} <= {item.text for item in load(path).document.item_table.values()}


def test_both_are_kept_where_there_is_unsaved_work(person: Person, path: Path) -> None:
    open_it(person, path)
    person.add_cards("Mine")
    theirs = changed_elsewhere(path, "Theirs")
    text = wait_for(person, "changed", "Both are kept", within=WITHIN)
    assert "theirs in the file, yours here" in text
    assert buttons(person, "changed") == ["What is different…", "Save mine beside it", "Merge"]
    person.bar_button("changed", "Save mine beside it")
    person.saved()
    beside = person.workspace.open_document.path
    assert beside is not None and re.fullmatch(r"map \(conflict \d{4}-\d\d-\d\d .+\)\.journey", beside.name)
    assert path.read_bytes() == theirs
    assert "Mine" in beside.read_text(encoding="utf-8")
    assert lock_path(beside).exists() and not lock_path(path).exists()
    gone(person, "changed")


def test_a_merge_has_both_and_is_one_edit(person: Person, path: Path) -> None:
    open_it(person, path)
    person.add_cards("Mine")
    changed_elsewhere(path, "Theirs")
    wait_for(person, "changed", within=WITHIN)
    person.bar_button("changed", "Merge")
    assert {"Mine", "Theirs", "Advert"} <= person.texts()
    assert person.workspace.open_document.modified
    gone(person, "changed")
    person.back_to_map()
    person.key(Qt.Key.Key_Z, CTRL)
    assert "Mine" in person.texts() and "Theirs" not in person.texts()
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert {"Mine", "Theirs"} <= {item.text for item in load(path).document.item_table.values()}


def both_changed(person: Person, path: Path) -> None:
    """Two notes whose text was changed here and in the file, and a third only in the file; "Merge" is pressed."""
    open_it(person, path)
    session = person.workspace.open_document.session
    there = Session(load(path).document)
    for text in ("Advert", "Search"):
        card = person.card(text)
        session.run(set_text, card.id, f"Our {text}")
        there.run(set_text, card.id, f"Their {text}")
    there.run(add_cards, "note", ["Only theirs"], Listing("inbox"))
    save(there.document, path)
    wait_for(person, "changed", "Both are kept", within=WITHIN)
    person.bar_button("changed", "Merge")


def test_of_what_both_changed_one_is_chosen_by_keyboard_as_one_edit(person: Person, path: Path) -> None:
    both_changed(person, path)
    before = person.document
    dialog = comparing(person)
    assert [str(dialog.model.index(row).data()) for row in range(3)] == ["Notes", "N1 Our Advert", "N2 Our Search"]
    assert dialog.sentence.text().startswith("2 things changed here and in the file.")
    assert dialog.details.text() == "Text\nMine: Our Advert\nTheirs: Their Advert"
    assert "Only theirs" not in person.texts(), "nothing is merged before it is chosen"
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "Their Search" in dialog.details.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Right)
    said = dialog.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "N2 Our Search. Theirs · Text: Their Search"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert {"Our Advert", "Their Search", "Only theirs"} <= person.texts()
    assert not {"Their Advert", "Our Search"} & person.texts()
    gone(person, "changed")
    person.back_to_map()
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.document.same_content(before), "one step"
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert {"Our Advert", "Their Search"} <= {item.text for item in load(path).document.item_table.values()}


def test_mine_stays_where_nothing_is_chosen(person: Person, path: Path) -> None:
    both_changed(person, path)
    person.press_button(comparing(person), "Merge")
    assert {"Our Advert", "Our Search", "Only theirs"} <= person.texts()


def test_all_of_theirs_and_single_ones_of_mine_by_mouse(person: Person, path: Path) -> None:
    both_changed(person, path)
    dialog = comparing(person)
    assert isinstance(dialog, MergeDialog)
    person.press_button(dialog, "All theirs")
    assert dialog.sides.value() == "theirs"
    QTest.mouseClick(dialog.sides.button("mine"), LEFT)
    person.press_button(dialog, "Merge")
    assert {"Our Advert", "Their Search", "Only theirs"} <= person.texts()


def test_a_merge_that_is_left_by_esc_changes_nothing(person: Person, path: Path) -> None:
    both_changed(person, path)
    before, file = person.document, path.read_bytes()
    dialog = comparing(person)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert person.document is before and path.read_bytes() == file
    assert "Both are kept" in bar_text(person, "changed")


def test_what_is_different_is_shown_before_deciding(person: Person, path: Path) -> None:
    open_it(person, path)
    changed_elsewhere(path, "Theirs")
    wait_for(person, "changed", within=WITHIN)
    person.bar_button("changed", "What is different…")
    dialog = next(iter(person.window.findChildren(CompareDialog)))
    assert "1 note added" in dialog.sentence.text()
    person.press_button(dialog, "Load")
    assert "Theirs" in person.texts()


def test_our_own_echo_is_no_change(person: Person, path: Path) -> None:
    """A sync program puts back what we saved: another inode, another time, the same content."""
    open_it(person, path)
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    os.utime(path, (1, 1))
    person.qtbot.wait(1_800)
    assert person.window.bars.bar("changed") is None and person.window.bars.bar("file") is None
    person.add_cards("More")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert person.window.bars.bar("save") is None


def test_saving_is_no_change_from_elsewhere(person: Person, path: Path) -> None:
    open_it(person, path)
    seen: list[str] = []
    for text in ("one", "two", "three"):
        person.add_cards(text)
        person.key(Qt.Key.Key_S, CTRL)
        person.saved()
        person.qtbot.wait(400)
        seen.append(bar_text(person, "changed"))
    assert not any(seen)


def test_a_file_that_became_garbage_is_not_loaded(person: Person, path: Path) -> None:
    open_it(person, path)
    path.write_bytes(b"not a map any more")
    wait_for(person, "changed", within=WITHIN)
    person.bar_button("changed", "Load")
    assert person.window.bars.bar("told") is not None
    assert "Advert" in person.texts()


# -- copies of sync programs ------------------------------------------------------------------------------------------


def test_a_conflict_copy_is_offered_by_the_id_inside(person: Person, path: Path) -> None:
    document = load(path).document
    beside = path.with_name("map.sync-conflict-20261122-101400-ABCDEFG.journey")
    beside.write_bytes(dumps(edited(document, "Only there")))
    a_map(path.with_name("map (conflicted copy 2026-11-22 101400).journey"), title="Another map")
    open_it(person, path)
    text = wait_for(person, "copies")
    assert "map.sync-conflict-20261122-101400-ABCDEFG.journey" in text
    person.bar_button("copies", "What is different…")
    dialog = next(iter(person.window.findChildren(CompareDialog)))
    assert "1 note added" in dialog.sentence.text()
    person.press_button(dialog, "Open it")
    assert len(person.shell.windows) == 2
    assert "Only there" not in person.texts()
    person.shell.windows[1].close()
    assert person.window.bars.bar("copies") is None, "it was the only one"
    person.window.show_protection()
    assert person.window.bars.bar("copies") is None


def three_copies(path: Path) -> list[Path]:
    """Three machines were at it: versions with one, two and three notes more."""
    document = load(path).document
    made = []
    for number in (1, 2, 3):
        place = path.with_name(f"map (Anna & co's conflicted copy {number}).journey")
        place.write_bytes(dumps(edited(document, *(f"Only {number}.{n}" for n in range(number)))))
        made.append(place)
    return made


def comparing(person: Person) -> CompareDialog:
    person.qtbot.waitUntil(lambda: any(d.isVisible() for d in person.window.findChildren(CompareDialog)))
    return next(d for d in person.window.findChildren(CompareDialog) if d.isVisible())


def test_each_of_several_conflict_copies_is_led_to(person: Person, path: Path) -> None:
    made = three_copies(path)
    before = [copy.read_bytes() for copy in made]
    open_it(person, path)
    text = wait_for(person, "copies", "There are 3 other versions of this map.")
    assert made[0].name in text
    assert buttons(person, "copies") == ["Not now", "Choose one…", "What is different…"]
    for number, rest in ((1, "2 other versions of this map left"), (2, "1 other version of this map left")):
        person.bar_button("copies", "What is different…")
        dialog = comparing(person)
        assert f"{number} note" in dialog.sentence.text()
        person.press_button(dialog, "Done with it")
        text = wait_for(person, "copies", rest)
        assert made[number].name in text
    person.bar_button("copies", "What is different…")
    person.press_button(comparing(person), "Open it")
    assert person.window.bars.bar("copies") is None
    assert len(person.shell.windows) == 2
    person.shell.windows[1].close()
    assert [copy.read_bytes() for copy in made] == before, "all are kept"


def test_any_of_several_conflict_copies_is_compared_by_keyboard(person: Person, path: Path) -> None:
    made = three_copies(path)
    open_it(person, path)
    wait_for(person, "copies", "3 other versions")

    def choose(place: int) -> QMenu:
        bar = person.window.bars.bar("copies")
        assert bar is not None
        button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Choose one…")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == [copy.name.replace("&", "&&") for copy in made]
        for _ in range(place):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        return menu

    QTest.keyClick(choose(1), Qt.Key.Key_Return)
    dialog = comparing(person)
    assert "2 notes added" in dialog.sentence.text()
    person.press_button(dialog, "Done with it")
    text = wait_for(person, "copies", "2 other versions of this map left")
    assert made[0].name in text, "the first is still to be looked at"
    menu = choose(0)
    assert [action.isChecked() for action in menu.actions()] == [False, True, False]
    menu.close()
    person.bar_button("copies", "Not now")
    person.window.show_protection()
    assert person.window.bars.bar("copies") is None


def test_a_conflict_copy_that_went_away_is_told_and_led_to_no_more(person: Person, path: Path) -> None:
    made = three_copies(path)
    open_it(person, path)
    wait_for(person, "copies", "3 other versions")
    made[0].unlink()
    person.bar_button("copies", "What is different…")
    assert made[0].name in bar_text(person, "told")
    assert made[1].name in wait_for(person, "copies", "There are 2 other versions")


# -- newer programs ---------------------------------------------------------------------------------------------------


def newer(path: Path) -> bytes:
    value = json.loads(path.read_text(encoding="utf-8")) | {"format_version": 9, "min_reader": 9}
    value.pop("integrity", None)
    value["moods"] = [{"text": "from the future"}]
    path.write_text(json.dumps(value), encoding="utf-8")
    return path.read_bytes()


def test_a_map_for_newer_programs_is_shown_and_never_written(person: Person, path: Path, tmp_path: Path) -> None:
    before = newer(path)
    open_it(person, path)
    text = bar_text(person, "newer")
    assert "A newer Journeywall made this map" in text and "The file itself is never changed" in text
    assert "Advert" in person.texts()
    assert not lock_path(path).exists()
    for command in ("save", "save_as", "save_template", "new_card"):
        assert not person.window.commands[command].isEnabled()
    assert person.window.commands["export"].isEnabled()
    assert not person.shell.files.save(person.window)
    assert not person.shell.files.save_as(person.window)
    tell_exported(person.window, str(tmp_path / "out.pdf"))
    assert "only what this Journeywall understands" in bar_text(person, "told")
    with pytest.raises(ValueError, match="newer"):
        person.workspace.open_document.prepare_save(tmp_path / "x.journey")
    person.key(Qt.Key.Key_Insert)
    assert not person.editor.editing
    person.window.close_map()
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "map.journey"]


# -- what is not protected --------------------------------------------------------------------------------------------


def test_a_stick_that_is_pulled_out_and_comes_back(person: Person, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    path = a_map(stick / "map.journey")
    open_it(person, path)
    stick.rename(away)
    text = wait_for(person, "file", within=WITHIN)
    assert re.match(r"The disk or folder is away since \d\d:\d\d\.", text)
    assert "What you change is kept on this computer." in text and "map.journey" in text
    person.add_cards("Meanwhile")
    assert person.workspace.open_document.journal.flush()
    away.rename(stick)
    gone(person, "file")
    assert "What you changed meanwhile is not in it yet" in wait_for(person, "back")
    person.bar_button("back", "Save")
    person.saved()
    gone(person, "back")
    assert "Meanwhile" in path.read_text(encoding="utf-8")


def test_a_file_that_was_deleted_is_written_again_when_one_saves(person: Person, path: Path) -> None:
    open_it(person, path)
    path.unlink()
    text = wait_for(person, "file", within=WITHIN)
    assert re.match(r"The file is gone since \d\d:\d\d\.", text)
    person.bar_button("file", "Save it again")
    person.qtbot.waitUntil(path.exists)
    gone(person, "file")


def faults() -> list[tuple[str, str, Callable[[pytest.MonkeyPatch, Path], None]]]:
    def read_only(patch: pytest.MonkeyPatch, path: Path) -> None:
        access = os.access
        patch.setattr(os, "access", lambda name, mode: mode != os.W_OK and access(name, mode))

    def full(patch: pytest.MonkeyPatch, path: Path) -> None:
        statvfs = os.statvfs

        class Full:
            f_blocks, f_bavail, f_frsize = 1000, 1, 4096

        patch.setattr(os, "statvfs", lambda name: Full if str(name) == str(path.parent) else statvfs(name))

    def fails(patch: pytest.MonkeyPatch, path: Path) -> None:
        stat = Path.stat

        def broken(found: Path, **options: bool) -> os.stat_result:
            if found == path:
                raise OSError(errno.EIO, "input/output error")
            return stat(found, **options)

        patch.setattr(Path, "stat", broken)

    def hangs(patch: pytest.MonkeyPatch, path: Path) -> None:
        stat = Path.stat
        until = time.monotonic() + 4.0

        def slow(found: Path, **options: bool) -> os.stat_result:
            while found == path and time.monotonic() < until:
                time.sleep(0.05)
            return stat(found, **options)

        patch.setattr(Path, "stat", slow)

    return [
        ("The file cannot be written since", "Allow writing", read_only),
        ("The disk is full since", "Make room", full),
        ("The disk or folder is away since", "Bring it back", fails),
        ("The disk does not answer since", "cable", hangs),
    ]


@pytest.mark.parametrize(("title", "to_do", "fault"), faults(), ids=["read-only", "full", "failing", "hanging"])
def test_a_disk_that_fails_is_seen_within_two_seconds_and_so_is_its_end(
    person: Person,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    title: str,
    to_do: str,
    fault: Callable[[pytest.MonkeyPatch, Path], None],
) -> None:
    open_it(person, path)
    person.qtbot.wait(300)
    with monkeypatch.context() as patch:
        fault(patch, path)
        text = wait_for(person, "file", title, within=WITHIN)
        assert re.match(rf"{title} \d\d:\d\d\.", text)
        assert "What you change is kept on this computer." in text and to_do in text
        person.add_cards("Goes on")
        assert person.workspace.open_document.journal.flush()
    gone(person, "file")


def test_a_disk_that_does_not_confirm_is_told_until_it_does(
    person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_it(person, path)
    person.add_cards("Mine")
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "sync_folder", lambda _folder: False)
        person.key(Qt.Key.Key_S, CTRL)
        text = wait_for(person, "unconfirmed", within=WITHIN)
    assert re.match(r"The disk does not confirm since \d\d:\d\d\.", text)
    person.bar_button("unconfirmed", "Save again")
    gone(person, "unconfirmed")


def test_properties_that_a_disk_refuses_are_told(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_it(person, path)
    person.add_cards("Mine")
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_copy_attributes", lambda *_: ("user.origin",))
        person.key(Qt.Key.Key_S, CTRL)
        person.saved()
    assert any("user.origin" in toast.text() for toast in person.window.toasts.toasts())


def test_a_file_with_two_names_is_written_in_place_and_that_is_said_once(person: Person, path: Path) -> None:
    twin = path.with_name("twin.journey")
    os.link(path, twin)
    open_it(person, path)
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    text = bar_text(person, "in_place")
    assert "“map.journey” has another name on this disk" in text
    assert "Mine" in twin.read_text(encoding="utf-8")
    person.bar_button("in_place", "Fine")
    person.back_to_map()
    person.add_cards("More")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert "More" in twin.read_text(encoding="utf-8")
    assert person.window.bars.bar("in_place") is None
    person.window.close_map()
    open_it(person, path)
    person.add_cards("Again")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert person.window.bars.bar("in_place") is None, "once is enough"


def test_a_file_with_one_name_is_nothing_to_be_told(person: Person, path: Path) -> None:
    open_it(person, path)
    person.add_cards("Mine")
    person.key(Qt.Key.Key_S, CTRL)
    person.saved()
    assert person.window.bars.bar("in_place") is None


def test_work_that_is_kept_nowhere_is_not_called_kept(person: Person, tmp_path: Path, home: Path) -> None:
    """The stick and the journal's disk fail together: the bar of the file says that nothing is kept."""
    stick = tmp_path / "stick"
    stick.mkdir()
    path = a_map(stick / "map.journey")
    open_it(person, path)
    assert person.workspace.open_document.journal.flush()
    shutil.rmtree(home / "state")
    (home / "state").write_text("no folder", encoding="utf-8")
    shutil.rmtree(stick)
    person.add_cards("Nowhere")
    text = wait_for(person, "file", "kept nowhere")
    assert "Not protected." in wait_for(person, "protection")
    assert "kept on this computer" not in text
    (home / "state").unlink()
    gone(person, "protection")
    assert "kept on this computer" in wait_for(person, "file", "kept on this computer")


def test_a_map_that_cannot_be_taken_over_stays_as_it_is(
    person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = on_laptop_3()
    write_lock(path, anna)
    open_it(person, path)

    def refuse(_lock: Lock, _place: Path) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr("model.files.locks._put_over", refuse)
    person.answering(
        lambda dialog: person.press_button(dialog, "Take over"), lambda: person.bar_button("held", "Take over…")
    )
    assert "could not be taken over" in wait_for(person, "told")
    assert bar_text(person, "held").startswith("Anna on laptop-3")
    assert person.workspace.open_document.only_to_look_at
    assert read_lock(path) == anna


def test_closing_does_not_wait_for_a_disk_that_hangs(
    person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_it(person, path)
    release = Lock.release

    answers = threading.Event()

    def slow(lock: Lock) -> None:
        answers.wait(60)
        release(lock)

    monkeypatch.setattr(Lock, "release", slow)
    person.window.close_map()
    assert person.window.workspace is None, "and the disk has not answered yet"
    answers.set()


def test_a_text_that_is_being_typed_is_not_loaded_over(person: Person, path: Path) -> None:
    open_it(person, path)
    changed_elsewhere(path, "Theirs")
    wait_for(person, "changed", within=WITHIN)
    person.key(Qt.Key.Key_Insert)
    person.type("Half a sentence")
    person.shell.files.underneath.load(person.window, person.workspace.open_document)
    assert "Half a sentence" in person.texts()
    assert "Both are kept" in wait_for(person, "changed", "Both are kept")


def test_a_template_for_newer_programs_makes_no_map(person: Person, path: Path, tmp_path: Path) -> None:
    newer(path)
    template = tmp_path / "later.journeytemplate"
    path.rename(template)
    assert not person.shell.files.open_path(person.window, template)
    assert "needs a newer Journeywall" in bar_text(person, "told")
