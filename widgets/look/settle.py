"""Layouts that are whole before they are painted.

Qt hands a change of size up one nested layout at a time, by events that wait in the same queue as the painting does.
A page of several levels was therefore painted squashed, and mended frame by frame: for half a second where
everything is painted anew, as after a change of theme.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

_ROUNDS = 16
"""Each takes a change one layout further up, and a widget that is styled late begins anew; the fields of a note need
nearly ten. A round with nothing to do takes microseconds."""


def settle() -> None:
    """Let everything that waits to be styled and laid out be so now."""
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.PolishRequest)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
