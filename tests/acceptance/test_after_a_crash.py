"""kill -9 in the midst of typing: the next start offers the work as an unsaved copy, and the file is as it was.

The program runs in a process of its own and is driven by real key events; nothing is saved, nothing is closed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell import Shell
from model.files.native import load
from model.templates import example_path
from running_shell import shells
from widgets.dialogs.recovery import RecoveryDialog

ROOT = Path(__file__).resolve().parents[2]
KEPT, HALF = "Belt de winkel terug", "en vraagt of maat 39 er"

WORKER = """
import os, signal, sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.shell import Shell

def now():
    "A clock that stands still while others have the processor, where the system tells; seconds."
    try:
        waited = int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        waited = 0.0
    return time.monotonic() - waited

def wait_for(what, seconds):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        QTest.qWait(10)
    return True

path, kept, half = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
app = QApplication(sys.argv[:1])
shell = Shell(app)
window = shell.new_window()
shell.begin(window, path)
assert wait_for(lambda: window.workspace is not None, 20)
QTest.qWait(300)
editor = window.workspace.editor
window.activateWindow()
editor.setFocus()
QTest.keyClick(editor, Qt.Key.Key_Home)
QTest.keyClick(editor.view, Qt.Key.Key_Insert)
assert editor.editing
QTest.keyClicks(editor.view, kept)
journal = window.workspace.open_document.journal

def on_disk(text):
    return any(text.encode() in file.read_bytes() for file in journal.folder.glob("journal-*.jsonl"))

QTest.keyClick(editor.view, Qt.Key.Key_Return)   # keeps the card and opens the next one
begin = now()
assert wait_for(lambda: on_disk(kept), 30)
print("edit", now() - begin, flush=True)
QTest.keyClicks(editor.view, half)
begin = now()
assert wait_for(lambda: on_disk(half), 30)
print("draft", now() - begin, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("JOURNEYWALL_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


@pytest.fixture
def shell(qapp: QApplication, home: Path) -> Iterator[Shell]:
    """The next start of the program."""
    with shells(qapp) as started:
        started.append(Shell(qapp))
        yield started[0]


def crash(path: Path) -> dict[str, float]:
    """Work on ``path`` in a process that is killed; how long edit and typed text took to the disk, in seconds."""
    done = subprocess.run(
        [sys.executable, "-c", WORKER, str(path), KEPT, HALF],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return {name: float(seconds) for name, seconds in (line.split() for line in done.stdout.splitlines())}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill like that")
def test_the_next_start_offers_what_was_typed(home: Path, tmp_path: Path, shell: Shell, qtbot: QtBot) -> None:
    path = tmp_path / "wall.journey"
    path.write_bytes(example_path("nl").read_bytes())
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    took = crash(path)
    assert took["edit"] < 0.25 + 0.5, "and a busy machine"
    assert took["draft"] < 1.0 + 0.25 + 0.5

    window = shell.new_window()
    qtbot.waitExposed(window)
    shell.begin(window, None)
    qtbot.waitUntil(lambda: bool(window.findChildren(RecoveryDialog)))
    (dialog,) = window.findChildren(RecoveryDialog)
    qtbot.waitUntil(dialog.isVisible)
    (row,) = dialog.rows
    assert row.session.draft
    assert Path(row.session.path) == path
    QTest.mouseClick(row.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(w.workspace is not None for w in shell.windows))
    (workspace,) = [w.workspace for w in shell.windows if w.workspace is not None]

    document = workspace.bridge.document
    texts = [item.text for item in document.item_table.values()]
    assert KEPT in texts
    assert HALF in texts, "the sentence that was being typed"
    assert len(texts) == len(load(path).document.item_table) + 2
    assert workspace.open_document.path is None, "an unsaved copy"
    assert workspace.open_document.modified
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before, "the file is as it was"
