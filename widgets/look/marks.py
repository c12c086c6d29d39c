"""Faces, bars, evidence and persona lines on controls: the same drawing as on the map, in the theme of now."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from model.draw.displaylist import Op
from model.draw.marks import evidence_ops, face_ops, line_sample, severity_ops
from widgets.canvas.qt_painter import paint_ops
from widgets.canvas.stills import Stills
from widgets.look.theme import look


def paint_face(painter: QPainter, rect: QRectF, score: int, persona: int = 0, opacity: float = 1.0) -> None:
    """A face that fills the square ``rect``; ``persona`` counts the map's personas and gives it its shape."""
    ops, theme = face_ops(score, persona, rect.width()), look().theme

    def draw(into: QPainter) -> None:
        into.setOpacity(into.opacity() * opacity)
        paint_ops(into, ops, theme, 1.0)

    painter.save()
    painter.translate(rect.topLeft())
    # From a picture: the inspector shows five faces for each persona, anew with every card that is looked at.
    _faces.paint(painter, (theme.name, score, persona, rect.width(), opacity), ops, _around(rect), draw)
    painter.restore()


def paint_severity(painter: QPainter, rect: QRectF, severity: int, color: str) -> None:
    """Severity bars that fill ``rect`` (25 to 10); ``color`` is a token."""
    _paint(painter, rect, severity_ops(severity, color, rect.width() / 25))


def paint_evidence(painter: QPainter, rect: QRectF, evidence: str, color: str) -> None:
    """The mark of evidence that fills the square ``rect``; ``color`` is a token."""
    _paint(painter, rect, evidence_ops(evidence, color, rect.width()))


def paint_persona_line(painter: QPainter, rect: QRectF, persona: int, color: str, *, chosen: bool = False) -> None:
    """A stretch of a persona's line with its marker, in the middle of ``rect``."""
    _paint(painter, rect, _line(persona, color, chosen, rect.height() / 2, rect.width()))


@lru_cache(maxsize=64)
def _line(persona: int, color: str, chosen: bool, y: float, width: float) -> tuple[Op, ...]:
    # Kept, since the painter finds what it prepared by identity.
    return line_sample(persona, color, chosen, 0.0, y, width, "surface.panel")


def _around(rect: QRectF) -> QRectF:
    """Where a face of this size reaches, from its own corner."""
    return QRectF(-1, -1, rect.width() + 2, rect.height() + 2)


_faces = Stills()
atexit.register(_faces.clear)  # pictures must be gone before Qt ends


def _paint(painter: QPainter, rect: QRectF, ops: Sequence[Op]) -> None:
    painter.save()
    painter.translate(rect.topLeft())
    paint_ops(painter, ops, look().theme, 1.0)
    painter.restore()
