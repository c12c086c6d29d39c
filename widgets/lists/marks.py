"""The signs before the words of a cell: status, kind of card, face, evidence, severity.

A sign says what it is (cells that say the same share its picture), how much room it takes, and how it is painted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from model.actionlist import status_icon
from model.fields import EVIDENCE
from model.layout.cards import icon_of, token_of
from model.records import Item
from model.values import dataclass
from widgets.lists.model import Column
from widgets.look import paint
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_evidence, paint_face, paint_severity
from widgets.look.theme import look

HEIGHT = 24
"""px of a sign's picture, whose middle is the middle of its row."""
_MIDDLE = HEIGHT / 2
_SIGN = 16
_FACE = 20
_KNOWN = frozenset(choice.id for choice in EVIDENCE)


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """``name`` tells it from every other; ``room`` is how many px it takes, with the gap after it."""

    name: tuple[object, ...]
    room: int
    paint: Callable[[QPainter], None]
    """Paints it into ``room`` x :data:`HEIGHT` px."""


Mark = Callable[[Column, Any, str], Sign | None]
"""(column, row, token of the ink) -> its sign; None where there is nothing to show."""


def _status(column: Column, line: Any, ink: str) -> Sign | None:
    status = line.status if column.type == "status" else column.value(line)
    if not status:
        return None
    return Sign(("status", status, ink), _SIGN + 8, partial(_paint_status, status, ink))


def _paint_status(status: str, ink: str, painter: QPainter) -> None:
    paint_icon(painter, status_icon(status), QRectF(0, _MIDDLE - _SIGN / 2 + 0.5, _SIGN, _SIGN), look().color(ink))


def _card(_column: Column, line: Any, _ink: str) -> Sign:
    """The card's colour and the icon of its kind, before its number."""
    card: Item = line.card
    return Sign(("card", card.kind), 24, partial(_paint_card, card.kind))


def _paint_card(kind: str, painter: QPainter) -> None:
    token = token_of(kind)
    chip = QRectF(0, _MIDDLE - 8, 17, 17)
    paint.outlined(painter, chip, 3, fill=f"note.{token}.fill", line=f"note.{token}.outline")
    icon = icon_of(kind)
    if icon:
        paint_icon(painter, icon, chip.adjusted(2.5, 2.5, -2.5, -2.5), look().color(f"note.{token}.edge"))


def _face(column: Any, line: Any, _ink: str) -> Sign | None:
    score = column.value(line)
    if score is None:
        return None
    people = [persona.id for persona in line.document.personas]
    place = people.index(column.persona_id) if column.persona_id in people else 0
    aimed = column.type == "aimed"
    room = _FACE + (20 if aimed else 6)
    return Sign(("face", score, place, aimed), room, partial(_paint_face, score, place, aimed))


def _paint_face(score: int, place: int, aimed: bool, painter: QPainter) -> None:
    paint_face(painter, QRectF(0, _MIDDLE - _FACE / 2, _FACE, _FACE), score, place)
    if aimed:
        paint_icon(painter, "target", QRectF(_FACE + 4, _MIDDLE - 6, 13, 13), look().color("ink.2"))


def _evidence(column: Column, line: Any, ink: str) -> Sign | None:
    value = column.value(line)
    if value not in _KNOWN:
        return None
    return Sign(("evidence", value, ink), 18, partial(_paint_evidence, value, ink))


def _paint_evidence(value: str, ink: str, painter: QPainter) -> None:
    paint_evidence(painter, QRectF(0, _MIDDLE - 5.5, 11, 11), value, ink)


def _severity(column: Column, line: Any, ink: str) -> Sign | None:
    value = column.value(line)
    if not value:
        return None
    return Sign(("severity", value, ink), 32, partial(_paint_severity, value, ink))


def _paint_severity(value: int, ink: str, painter: QPainter) -> None:
    paint_severity(painter, QRectF(0, _MIDDLE - 5, 25, 10), value, ink)


def _paint_late(painter: QPainter) -> None:
    paint_icon(painter, "alert-triangle", QRectF(0, _MIDDLE - 6, 14, 14), look().color("state.danger"))


LATE = Sign(("late",), 20, _paint_late)
"""Before a day that has gone by."""


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
