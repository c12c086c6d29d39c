"""What is dragged out of and dropped into a list of notes: the picture, the bar where it lands, and the edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QHoverEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication

from model.changes import ChangeSet
from model.commands.cards import add_cards, move_cards
from model.commands.clipboard import paste_cards
from model.commands.places import Listing
from model.document import Document
from widgets.canvas.edits import copy_to, paste_columns
from widgets.canvas.mime import cells_from_mime, columns_of, holds_text, ids_from_mime, payload_from_mime
from widgets.look.theme import look
from widgets.panels.note_row import SIDE, NoteDelegate, NoteModel

STACK = 3
"""As many cards are seen of a stack under the hand."""

Command = Callable[[Document], ChangeSet]


def taking(
    document: Document, mime: QMimeData, target: Listing, kind: str, *, copy: bool
) -> tuple[Command, tuple[str, ...]] | None:
    """The edit that puts what ``mime`` holds at ``target``, and the cards that it moves; None where it holds nothing.

    Cards of this map move, with ``copy`` copies of them come; cards of other maps are pasted; lines of text become
    cards of ``kind``.
    """
    ids = ids_from_mime(mime, document)
    payload = payload_from_mime(mime)
    if ids is not None and not copy:
        return partial(_move, ids, target), ids
    if payload is not None:
        return partial(_paste, payload, target), ()
    if ids is not None:
        return partial(_copy, ids, target), ()
    columns = columns_of(cells_from_mime(mime)) if holds_text(mime) else []
    return (partial(_paste_text, kind, columns, target), ()) if columns else None


def _move(ids: tuple[str, ...], target: Listing, document: Document) -> ChangeSet:
    return move_cards(document, ids, target)


def _copy(ids: tuple[str, ...], target: Listing, document: Document) -> ChangeSet:
    return copy_to(document, ids, target)


def _paste(payload: Mapping[str, Any], target: Listing, document: Document) -> ChangeSet:
    return paste_cards(document, payload, target)


def _paste_text(kind: str, columns: list[list[str]], target: Listing, document: Document) -> ChangeSet:
    """Lines of text as cards; the columns of a table one below the other."""
    if len(columns) > 1:
        return paste_columns(document, columns, target)
    return add_cards(document, kind, columns[0], target) if columns else ChangeSet()


def picture(
    view: QAbstractScrollArea, notes: NoteModel, delegate: NoteDelegate, ids: list[str]
) -> tuple[QPixmap, QPoint]:
    """The cards under the hand, and where the hand holds them."""
    room = view.viewport().width()
    width = room - 2 * SIDE
    rows = [notes.rows.index(card_id) for card_id in ids[:STACK]]
    more = 6 * (len(rows) - 1)
    size = QSize(width + 8 + more, max(notes.row_height(row, room) for row in rows) + 8 + more)
    ratio = view.devicePixelRatioF()
    shown = QPixmap(size * ratio)
    shown.setDevicePixelRatio(ratio)
    shown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shown)
    for place in range(len(rows) - 1, -1, -1):
        delegate.paint_note(painter, QPointF(2 + 6 * place, 2 + 6 * place), rows[place], width)
    if len(ids) > 1:
        delegate.paint_count(painter, QPointF(width - 6, 12), len(ids))
    painter.end()
    return shown, QPoint(min(24, width // 2), 12)


def drag(view: QAbstractItemView, mime: QMimeData, shown: QPixmap, hot: QPoint) -> None:
    """Drag ``mime`` out of ``view`` with a picture under the hand, until it is let go."""
    held = QDrag(view)
    held.setMimeData(mime)
    held.setPixmap(shown)
    held.setHotSpot(hot)
    held.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def leave_hover(view: QAbstractItemView) -> None:
    """The pointer is elsewhere now, and Qt does not say so after a drag."""
    nowhere = QPointF(-1, -1)
    QApplication.sendEvent(view.viewport(), QHoverEvent(QEvent.Type.HoverLeave, nowhere, nowhere, nowhere))


def row_at(view: QAbstractItemView, notes: NoteModel, position: QPoint) -> int:
    """The place in the list at which a card dropped at ``position`` lands: before that row."""
    for row in range(len(notes.rows)):
        if position.y() < view.visualRect(notes.index(row)).center().y():
            return row
    return len(notes.rows)


def paint_landing(view: QAbstractItemView, notes: NoteModel, at: int) -> None:
    """Where a card would land that is dropped before the row ``at``."""
    count = len(notes.rows)
    if at < count:
        y = view.visualRect(notes.index(at)).top() + 1.5
    else:
        y = view.visualRect(notes.index(count - 1)).bottom() - 1.5 if count else 3.0
    painter = QPainter(view.viewport())
    _paint_bar(painter, view.viewport().rect().toRectF(), y)
    painter.end()


def _paint_bar(painter: QPainter, room: QRectF, y: float) -> None:
    """Where a card would land: a bar with a dot, inside ``room``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = look().color("accent.base")
    y = max(room.top() + 3, min(y, room.bottom() - 3))
    painter.setPen(QPen(accent, 3))
    painter.drawLine(QPointF(room.left() + SIDE, y), QPointF(room.right() - SIDE, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawEllipse(QPointF(room.left() + SIDE, y), 5, 5)
