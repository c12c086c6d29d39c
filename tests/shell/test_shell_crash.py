"""A process that is killed, and the next start: SH3, and every edit on the disk within a quarter of a second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from app.shell import Shell
from model.files.native import dumps
from model.files.recovery import find_sessions, recover
from model.newmap import new_map
from shell_person import Person

ROOT = Path(__file__).resolve().parents[2]

EDITOR = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
import app.shell
from app.cli import main

begin = app.shell.Shell.begin


def work(shell, window, path):
    begin(shell, window, path)
    QTimer.singleShot(50, lambda: edit(window))


def edit(window):
    view = window.workspace.editor.view
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Insert)
    QTest.keyClicks(view, "First edit")
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClicks(view, "Second edit")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    print("edited", time.time(), flush=True)
    if "--draft" in sys.argv:
        QTest.keyClick(view, Qt.Key.Key_Insert)
        QTest.keyClicks(view, "Half a senten")
        QTimer.singleShot(1500, lambda: print("typed", flush=True))


app.shell.Shell.begin = work
main(sys.argv[1:2])
"""
"""The program itself; what is typed comes by real key events, from inside, since nobody sits before it."""


@contextmanager
def running(home: Path, *arguments: str, until: str) -> Iterator[subprocess.Popen[str]]:
    """The editor in a process of its own, once it has said ``until``; it is killed at the end."""
    environ = {**os.environ, "JOURNEYWALL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", EDITOR, *arguments]
    with subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert any(line.startswith(until) for line in process.stdout), "the editor ended before"
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One", "Two"))))
    return path


def test_sh3_after_kill_9_the_next_start_offers_the_work(given: Path, home: Path, shell: Shell, qtbot: object) -> None:
    before = given.read_bytes()
    with running(home, str(given), until="edited"):
        time.sleep(0.25)  # so much may be lost, no more
    assert given.read_bytes() == before
    found = find_sessions()
    assert [(session.title, session.path) for session in found] == [("Given", str(given))]

    window = shell.new_window()
    shell.begin(window, None)
    person = Person(qtbot, shell, window)  # type: ignore[arg-type]  # pytest-qt's own
    person.qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)))
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    person.press_button(dialog, "Open")
    assert person.texts() == {"First edit", "Second edit"}
    assert person.workspace.open_document.path is None, "an unsaved copy"
    assert person.workspace.open_document.modified
    bar = window.bars.bar("recovered")
    assert bar is not None
    assert bar.text().startswith("Recovered.")
    assert given.read_bytes() == before
    saved = given.with_name("saved.journey")
    person.with_file(saved, lambda: person.bar_button("recovered", "Save"))
    person.saved()
    assert window.bars.bar("recovered") is None
    assert window.close()
    assert find_sessions() == [], "saved and verified: nothing is offered again"


def test_the_text_being_typed_is_in_the_journal_after_a_second(given: Path, home: Path) -> None:
    with running(home, str(given), "--draft", until="typed"):
        pass
    found = find_sessions()
    assert [session.draft for session in found] == [True]
    texts = {item.text for item in recover(found[0]).document.item_table.values()}
    assert "Half a senten" in texts


def test_left_work_can_wait_or_be_discarded(given: Path, home: Path, shell: Shell, qtbot: object) -> None:
    with running(home, str(given), until="edited"):
        time.sleep(0.3)
    for answer, left in (("Later", 1), ("Discard", 0)):
        window = shell.new_window()
        person = Person(qtbot, shell, window)  # type: ignore[arg-type]  # pytest-qt's own
        shell.files.recover_left_work(window)
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        person.press_button(dialog, answer)
        person.qtbot.waitUntil(lambda dialog=dialog: not dialog.isVisible())  # type: ignore[misc]  # a default argument
        assert len(find_sessions()) == left
        window.close()


def test_the_start_tidies_what_holds_no_work(given: Path, home: Path, shell: Shell) -> None:
    from model.files.sessions import SessionInfo, write_info

    empty = home / "state" / "sessions" / "doc-empty"
    empty.mkdir(parents=True)
    write_info(empty, SessionInfo("doc", "empty", "", "", "", "elsewhere", 1, "", "2020-01-01T00:00:00+00:00"))
    window = shell.new_window()
    shell.begin(window, None)
    assert not empty.exists()
