"""The look of the editor as each test of a widget finds it, and leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from model.i18n import set_language
from widgets.look.theme import look


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
