"""A map with its panels in one window, light and in English at the beginning of each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from light_look import installed_look, light_look
from panel_room import Room

__all__ = ["installed_look", "light_look"]  # fixtures of these tests too


@pytest.fixture
def room(qtbot: QtBot, light_look: None) -> Iterator[Room]:
    made = Room(qtbot)
    yield made
    made.close()
