"""The look of the editor as each test of a widget finds it, and leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from model.i18n import set_language
from widgets.look.theme import install, look


@contextmanager
def still_and_english(app: QApplication) -> Iterator[None]:
    """Nothing moves and all is in English; afterwards it is light again, and nothing is left to paste."""
    look().reduce_motion(True)
    set_language("en")
    yield
    look().choose("light")
    look().reduce_motion(False)
    set_language("en")
    app.clipboard().clear()


@pytest.fixture(scope="session")
def installed_look(qapp: QApplication) -> None:
    """The light look, once: each installation adds to what follows the focus."""
    install(qapp, "light")


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication, installed_look: None) -> Iterator[None]:
    """For a conftest that takes it in: each of its tests begins light, still and in English."""
    with still_and_english(qapp):
        yield
