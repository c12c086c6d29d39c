"""Paints a map as it is seen from far away: for the minimap and the small pictures of the start screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from model.draw.curve import curve
from model.draw.far import Block, FarMap
from model.draw.shapes import chevron
from widgets.look.icons import painter_path

TIP = 9.0
"""How far a phase's chevron points, px of the map."""


def paint_far(
    painter: QPainter, far: FarMap, across: float, down: float, color: Callable[[str], QColor], line: float = 1.0
) -> None:
    """Paint the map where the painter stands: ``across`` and ``down`` px for each of its own; lines ``line`` wide.

    Raises KeyError for a token that ``color`` does not know, ValueError for what is no colour.
    """

    def box(block: Block) -> QRectF:
        return QRectF(block.x * across, block.y * down, block.w * across, block.h * down)

    sized = QTransform.fromScale(across, down)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ground in far.grounds:
        painter.fillRect(box(ground), color(ground.token))
    painter.setPen(Qt.PenStyle.NoPen)
    for phase in far.phases:
        # A line's width of the ground stays between two of them.
        arrow = painter_path(chevron(max(phase.w - line / across, TIP), phase.h, TIP, phase.first))
        painter.setBrush(color(phase.token))
        painter.drawPath(sized.map(arrow).translated(box(phase).topLeft()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for card in far.cards:
        painter.fillRect(box(card), color(f"{card.token}.fill"))
        if card.kind == "touchpoint":
            # White on the wall is seen by its edge.
            painter.setPen(QPen(color(f"{card.token}.outline"), 0.6 * line))
            painter.drawRect(box(card))
    for feelings in far.curves:
        painter.setPen(QPen(color(feelings.token), (1.4 if feelings.chosen else 1.0) * line))
        painter.drawPath(painter_path(curve([(x * across, y * down) for x, y in feelings.points])))
    painter.restore()
