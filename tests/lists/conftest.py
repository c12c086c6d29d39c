"""An action list in a window of its own, light and in English at the beginning of each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from light_look import installed_look, light_look
from list_room import ItemRoom, ListRoom

__all__ = ["installed_look", "light_look"]  # fixtures of these tests too


@pytest.fixture
def room(qtbot: QtBot, light_look: None) -> Iterator[ListRoom]:
    made = ListRoom(qtbot)
    yield made
    made.close()


@pytest.fixture
def notes(qtbot: QtBot, light_look: None) -> Iterator[ItemRoom]:
    made = ItemRoom(qtbot)
    yield made
    made.close()
