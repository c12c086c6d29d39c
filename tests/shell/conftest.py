"""A running program in a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell import Shell
from running_shell import shells
from shell_person import Person


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, journals and logs of this test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("JOURNEYWALL_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


@pytest.fixture
def make_shell(qapp: QApplication, home: Path) -> Iterator[Callable[[], Shell]]:
    """Starts the program; every one is ended without a question."""
    with shells(qapp) as started:

        def make() -> Shell:
            shell = Shell(qapp)
            started.append(shell)
            return shell

        yield make


@pytest.fixture
def shell(make_shell: Callable[[], Shell]) -> Shell:
    return make_shell()


@pytest.fixture
def person(qtbot: QtBot, shell: Shell) -> Person:
    """Somebody before the start screen."""
    window = shell.new_window()
    qtbot.waitExposed(window)
    shell.begin(window, None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Person(qtbot, shell, window)


@pytest.fixture
def mapper(person: Person) -> Person:
    """Somebody with a new map of eight phases and two touchpoints, Advert and Search."""
    person.shell.files.create(person.window, "eight-phases", "My map")
    person.add_cards("Advert", "Search")
    return person
