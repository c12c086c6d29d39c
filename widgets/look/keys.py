"""How keys are written: with spaces, "Ctrl Shift Z", and "Enter" for what Qt calls Return."""

from __future__ import annotations

import re

from PySide6.QtGui import QKeySequence

_BETWEEN = re.compile(r"(?<=[^+\s])\+(?=.)")


def keys_text(keys: str) -> str:
    """``keys`` ("Ctrl+Z", "Ctrl++", "V") as they are shown to the user, in the words of the system."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    return _BETWEEN.sub(" ", native).replace("Return", "Enter")
