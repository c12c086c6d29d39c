"""An action list in a window of its own, light and in English at the beginning of each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from light_look import still_and_english
from list_room import ItemRoom, ListRoom
from widgets.look.theme import install


@pytest.fixture(scope="session")
def _installed(qapp: QApplication) -> None:
    install(qapp, "light")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication, _installed: None) -> Iterator[None]:
    with still_and_english(qapp):
        yield


@pytest.fixture
def room(qtbot: QtBot, _look: None) -> Iterator[ListRoom]:
    made = ListRoom(qtbot)
    yield made
    made.close()


@pytest.fixture
def notes(qtbot: QtBot, _look: None) -> Iterator[ItemRoom]:
    made = ItemRoom(qtbot)
    yield made
    made.close()
