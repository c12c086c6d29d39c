"""What a gesture is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt

THRESHOLD = 4.0
"""px of screen that the mouse must move before a press becomes a drag."""


class Gesture(Protocol):
    """A drag under way.  It changes nothing but overlays and drafts until it finishes."""

    def move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse is at ``point`` of the map, ``position`` in the viewport; also called when keys change."""
        ...

    def finish(self) -> None:
        """The mouse was let go: do it."""
        ...

    def cancel(self) -> None:
        """Leave everything as it was."""
        ...
