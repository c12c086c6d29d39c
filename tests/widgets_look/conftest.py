"""The look on the tests' application, and each test begins light, in English, with motion."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from model.i18n import set_language
from widgets.look.theme import install, look


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    install(qapp, "light")
    look()._system_is_still = False  # whatever the desktop of whoever runs the tests says
    look().reduce_motion(False)
    set_language("en")
    yield
    look().choose("light")
    look().reduce_motion(False)
    set_language("en")
