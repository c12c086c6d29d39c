"""The system ends the program: no question, no loss, and the work is offered at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.sessionend import SessionEnd
from model.files.locks import lock_path
from model.files.native import dumps
from model.files.recovery import find_sessions, recently_discarded, recover
from model.newmap import new_map
from shell_person import Person

ROOT = Path(__file__).resolve().parents[2]

EDITOR = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
import app.gui, app.shell
from app.cli import main

app.gui.LISTEN_MS = 0
begin = app.shell.Shell.begin


def work(shell, window, path):
    begin(shell, window, path)
    QTimer.singleShot(200, lambda: edit(window))


def edit(window):
    view = window.workspace.editor.view
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    view.setFocus()
    if "--untouched" not in sys.argv:
        QTest.keyClick(view, Qt.Key.Key_Insert)
        QTest.keyClicks(view, "A whole edit")
        QTest.keyClick(view, Qt.Key.Key_Return)
        QTest.keyClicks(view, "Half a senten")
    if "--asking" in sys.argv:
        QTimer.singleShot(0, window.close)
    QTimer.singleShot(100, lambda: print("ready", flush=True))


app.shell.Shell.begin = work
sys.exit(main(sys.argv[1:2]))
"""


def ended(home: Path, path: Path, how: int, *arguments: str) -> tuple[int, str]:
    """The exit status and errors of an editor that somebody worked in, and that got a signal."""
    environ = {**os.environ, "JOURNEYWALL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", EDITOR, str(path), *arguments],
        env=environ,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert any(line.startswith("ready") for line in process.stdout), "the editor ended before"
        process.send_signal(how)
        _, errors = process.communicate(timeout=60)
        return process.returncode, errors


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One", "Two"))))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_loses_nothing_and_the_work_is_offered(given: Path, home: Path, name: str) -> None:
    before = given.read_bytes()
    status, errors = ended(home, given, getattr(signal, name))
    assert status == 0, errors
    (found,) = find_sessions()
    texts = {item.text for item in recover(found).document.item_table.values()}
    assert {"A whole edit", "Half a senten"} <= texts
    assert found.edits == 2, "what was being typed is an edit"
    assert recently_discarded() == []
    assert given.read_bytes() == before, "nobody asked to save"
    assert not lock_path(given).exists(), "others can open it"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_signal_while_a_question_waits(given: Path, home: Path) -> None:
    status, errors = ended(home, given, signal.SIGTERM, "--asking")
    assert status == 0, errors
    (found,) = find_sessions()
    assert found.edits == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_map_without_work_leaves_nothing(given: Path, home: Path) -> None:
    status, errors = ended(home, given, signal.SIGTERM, "--untouched")
    assert status == 0, errors
    assert find_sessions() == []
    assert not list((home / "state" / "sessions").iterdir())


def test_logging_out_keeps_what_is_typed_and_may_be_called_off(mapper: Person, qapp: QApplication) -> None:
    """What the system asks before it ends the session; the program goes on when somebody calls that off."""
    end = SessionEnd(mapper.shell, qapp)
    try:
        mapper.back_to_map()
        QTest.keyClicks(mapper.editor.view, "")
        mapper.window.handlers.new_card()
        mapper.type("Half a senten")
        end.keep()
        assert "Half a senten" in mapper.texts()
        journal = mapper.workspace.open_document.journal
        assert journal.position() == journal._synced
        assert mapper.window.isVisible()
        mapper.add_cards("And on")
        assert "And on" in mapper.texts()
    finally:
        end.remove()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
