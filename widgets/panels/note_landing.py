"""A list of notes on which cards land: it shows where, while they hover over it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from widgets.canvas.mime import holds_cards, holds_text
from widgets.canvas.picturing import holds_picture
from widgets.panels import note_drag
from widgets.panels.note_row import NoteModel

COPIES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class LandingList(QListView):
    """Cards, lines of text and pictures land in ``notes``; what becomes of them is :meth:`take`'s."""

    notes: NoteModel
    drop_shown = Signal(bool)
    """Cards hover over the list, or no longer do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drop_at: int | None = None
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    def take(self, mime: QMimeData, at: int, *, copy: bool) -> bool:
        """Let what ``mime`` holds come to the place ``at``; False when there is nothing to take."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards and lines of text."""
        mime = event.mimeData()
        if holds_cards(mime) or holds_text(mime) or holds_picture(mime):
            event.acceptProposedAction()
            self.show_landing(self.row_at(event.position().toPoint()))
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would land."""
        self.show_landing(self.row_at(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self.show_landing(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let them land."""
        at = self.row_at(event.position().toPoint())
        self.show_landing(None)
        if self.take(event.mimeData(), at, copy=bool(event.modifiers() & COPIES)):
            event.acceptProposedAction()
        else:
            event.ignore()

    def row_at(self, position: QPoint) -> int:
        """The place in the list at which a card dropped at ``position`` lands: before that row."""
        return note_drag.row_at(self, self.notes, position)

    def show_landing(self, at: int | None) -> None:
        """Show that a card would land before the row ``at``; None shows nothing."""
        if at != self._drop_at:
            self._drop_at = at
            self.viewport().update()
            self.drop_shown.emit(at is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The notes, and where a card would land."""
        super().paintEvent(event)
        if self._drop_at is not None:
            note_drag.paint_landing(self, self.notes, self._drop_at)
