"""The process: one instance, errors that nobody caught, and what is loaded before the first paint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.faults import ErrorHooks
from app.gui import open_asked
from app.instance import Instance, server_name
from model.files.native import dumps
from model.newmap import new_map
from shell_person import Person

ROOT = Path(__file__).resolve().parents[2]


def test_a_second_start_hands_its_map_over(person: Person, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "gïven map.journey"
    path.write_bytes(dumps(new_map("Given", "en")))
    instance = Instance(name=str(tmp_path / "socket"))
    instance.asked.connect(lambda asked: open_asked(person.shell, asked))
    assert instance.listen()
    code = (
        "import sys, pathlib; from app.instance import Instance;"
        "ok = Instance(name=sys.argv[1]).hand_over(pathlib.Path(sys.argv[2]) if sys.argv[2] else None);"
        "sys.exit(0 if ok else 5)"
    )
    for wish in (str(path), ""):
        with subprocess.Popen([sys.executable, "-c", code, instance.name, wish], cwd=ROOT) as guest:
            while guest.poll() is None:
                qtbot.wait(20)
        assert guest.returncode == 0
    assert person.workspace.open_document.path == path
    assert len(person.shell.windows) == 2, "a start without a map gets a window to begin in"
    instance.stop()
    assert not Instance(name=instance.name).hand_over(path)


def test_an_instance_that_does_not_answer_is_no_hindrance(tmp_path: Path) -> None:
    name = tmp_path / "dead"
    name.write_text("the socket of a program that crashed", encoding="utf-8")
    instance = Instance(name=str(name))
    assert not instance.hand_over(None)
    assert instance.listen()
    instance.stop()


def test_every_home_has_an_instance_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    first = server_name()
    monkeypatch.setenv("JOURNEYWALL_HOME", "/somewhere/else")
    assert server_name() != first


@pytest.fixture
def hooks(home: Path) -> Iterator[ErrorHooks]:
    made = ErrorHooks()
    made.install()
    yield made
    made.remove()


def test_an_error_in_a_slot_is_logged_told_once_and_the_program_goes_on(
    mapper: Person, hooks: ErrorHooks, home: Path, qtbot: QtBot
) -> None:
    def break_down() -> None:
        raise ValueError("the secret text of a note")

    for _ in range(3):
        QTimer.singleShot(0, break_down)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in mapper.window.findChildren(QDialog)))
    qtbot.wait(50)
    shown = [d for d in mapper.window.findChildren(QDialog) if d.isVisible()]
    assert len(shown) == 1
    log = (home / "logs" / "journeywall.log").read_text(encoding="utf-8")
    assert log.count("ValueError") == 3
    assert "break_down" in log
    assert "secret" not in log
    mapper.press_button(shown[0], "Go on")
    mapper.add_cards("Still works")
    assert "Still works" in mapper.texts()
    QTimer.singleShot(0, break_down)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in mapper.window.findChildren(QDialog)))
    next(d for d in mapper.window.findChildren(QDialog) if d.isVisible()).close()


def test_errors_of_threads_and_warnings_of_qt_go_to_the_log(hooks: ErrorHooks, home: Path) -> None:
    def break_down() -> None:
        raise KeyError("secret")

    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qWarning("Qt complains")
    log = (home / "logs" / "journeywall.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "secret" not in log
    assert "Qt complains" in log
    assert (home / "logs" / "crash.log").exists()


def test_nothing_but_qt_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    code = """
import json, sys
import app.shell
from app.cli import main


def begin(shell, window, path):
    print(json.dumps(sorted(sys.modules)), flush=True)
    shell._app.exit(0)


app.shell.Shell.begin = begin
main([])
"""
    environ = {**os.environ, "JOURNEYWALL_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(json.loads(done.stdout))
    heavy = {"pydantic", "uharfbuzz", "reportlab", "openpyxl", "pypdfium2", "bidi", "uniseg", "pyphen"}
    assert not heavy & loaded
    assert not {"model.records", "model.document", "widgets.canvas.editor", "PySide6.QtNetwork"} & loaded
