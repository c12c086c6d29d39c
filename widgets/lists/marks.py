"""The signs before the words of a cell: status, kind of card, face, evidence, severity.

Each takes the place in the middle of the cell's left end and says how many px it took.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from model.actionlist import status_icon
from model.fields import EVIDENCE
from model.layout.cards import icon_of, token_of
from model.records import Item
from widgets.lists.model import Column
from widgets.look import paint
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_evidence, paint_face, paint_severity
from widgets.look.theme import look

_SIGN = 16
_FACE = 20
_KNOWN = frozenset(choice.id for choice in EVIDENCE)
Mark = Callable[[QPainter, Column, Any, QPointF, str], float]


def _status(painter: QPainter, column: Column, line: Any, at: QPointF, ink: str) -> float:
    status = line.status if column.type == "status" else column.value(line)
    if not status:
        return 0
    place = QRectF(at.x(), at.y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
    paint_icon(painter, status_icon(status), place, look().color(ink))
    return _SIGN + 8


def _chip(painter: QPainter, card: Item, at: QPointF) -> float:
    """The card's colour and the icon of its kind, before its number."""
    token = token_of(card.kind)
    chip = QRectF(at.x(), at.y() - 8, 17, 17)
    paint.outlined(painter, chip, 3, fill=f"note.{token}.fill", line=f"note.{token}.outline")
    icon = icon_of(card.kind)
    if icon:
        paint_icon(painter, icon, chip.adjusted(2.5, 2.5, -2.5, -2.5), look().color(f"note.{token}.edge"))
    return 24


def _card(painter: QPainter, _column: Column, line: Any, at: QPointF, _ink: str) -> float:
    return _chip(painter, line.card, at)


def _face(painter: QPainter, column: Any, line: Any, at: QPointF, _ink: str) -> float:
    score = column.value(line)
    if score is None:
        return 0
    people = [persona.id for persona in line.document.personas]
    place = people.index(column.persona_id) if column.persona_id in people else 0
    paint_face(painter, QRectF(at.x(), at.y() - _FACE / 2, _FACE, _FACE), score, place)
    if column.type == "aimed":
        paint_icon(painter, "target", QRectF(at.x() + _FACE + 4, at.y() - 6, 13, 13), look().color("ink.2"))
        return _FACE + 20
    return _FACE + 6


def _evidence(painter: QPainter, column: Column, line: Any, at: QPointF, ink: str) -> float:
    value = column.value(line)
    if value not in _KNOWN:
        return 0
    paint_evidence(painter, QRectF(at.x(), at.y() - 5.5, 11, 11), value, ink)
    return 18


def _severity(painter: QPainter, column: Column, line: Any, at: QPointF, ink: str) -> float:
    value = column.value(line)
    if not value:
        return 0
    paint_severity(painter, QRectF(at.x(), at.y() - 5, 25, 10), value, ink)
    return 32


_BY_ID: dict[str, Mark] = {
    "status": _status,
    "number": _card,
    "card": _card,
    "evidence": _evidence,
    "severity": _severity,
}
_BY_TYPE: dict[str, Mark] = {"feeling": _face, "aimed": _face}


def mark_of(column: Column) -> Mark | None:
    """The sign of a column; None for one of words alone."""
    return _BY_ID.get(column.id) or _BY_TYPE.get(column.type)
