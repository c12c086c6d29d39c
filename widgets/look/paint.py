"""Painting that several controls share, in the colours of the current theme.

Controls that Qt has no stylesheet for are painted here and in :mod:`widgets.look.style`, so that a colour is
chosen in one package only.  All sizes are device-independent px.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from widgets.look.theme import look
from widgets.look.tokens import tokens


def outlined(
    painter: QPainter, rect: QRectF, radius: float, *, fill: str = "", line: str = "", width: float = 1
) -> None:
    """A rounded rectangle inside ``rect``: ``fill`` and ``line`` are tokens, "" for none; the line lies inside."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look().color(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(look().color(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if line else 0.0
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)


def flat_shadow(painter: QPainter, rect: QRectF, radius: float, kind: str = "dialog") -> None:
    """The shadow of ``rect``: the same shape moved down, in steps; never a blur.  ``kind`` is of ``shadow.*``.

    The shape itself is cut out, so that a see-through surface stays clear.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    for dx, dy, token in reversed(shadow_steps(kind)):
        moved = QPainterPath()
        moved.addRoundedRect(rect.translated(dx, dy), radius, radius)
        painter.setBrush(look().color(token))
        painter.drawPath(moved.subtracted(shape))


def shadow_steps(kind: str) -> list[tuple[float, float, str]]:
    """The steps of a shadow of the current theme: (dx, dy, colour)."""
    return [(float(dx), float(dy), str(color)) for dx, dy, color in tokens()[look().theme_name]["shadow"][kind]]


def chevron(painter: QPainter, rect: QRectF, direction: str, color: QColor, size: float = 16) -> None:
    """A chevron ("up", "down", "left", "right") of an icon of ``size``, in the middle of ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.9 * size / 24)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(rect.center())
    painter.rotate({"down": 0, "left": 90, "up": 180, "right": 270}[direction])
    unit = size / 24
    painter.drawPolyline([QPointF(-6 * unit, -3 * unit), QPointF(0, 3 * unit), QPointF(6 * unit, -3 * unit)])
    painter.restore()


def tick(painter: QPainter, rect: QRectF, color: QColor, width: float = 2) -> None:
    """A tick mark filling three quarters of ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    painter.drawPolyline(
        [
            QPointF(x + 0.23 * w, y + 0.52 * h),
            QPointF(x + 0.42 * w, y + 0.71 * h),
            QPointF(x + 0.78 * w, y + 0.32 * h),
        ]
    )
    painter.restore()


def check_box(painter: QPainter, rect: QRectF, *, state: Qt.CheckState, enabled: bool, hover: bool) -> None:
    """The box of a check box, 18 px, radius 4."""
    if state == Qt.CheckState.Unchecked:
        line = ("ink.2" if hover else "line.field") if enabled else "line.hair"
        outlined(painter, rect, 4, fill="surface.field" if enabled else "surface.sunken", line=line, width=1.5)
        return
    fill = ("accent.hover" if hover else "accent.base") if enabled else "ink.disabled"
    outlined(painter, rect, 4, fill=fill)
    mark = look().color("ink.on_accent" if enabled else "surface.sunken")
    if state == Qt.CheckState.PartiallyChecked:
        painter.setPen(QPen(mark, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = rect.center().y()
        painter.drawLine(QPointF(rect.x() + 5, middle), QPointF(rect.right() - 5, middle))
    else:
        tick(painter, rect, mark)


def radio_button(painter: QPainter, rect: QRectF, *, on: bool, enabled: bool, hover: bool) -> None:
    """The disc of a radio button, 18 px; chosen: a ring of 6 px."""
    round_ = rect.width() / 2
    ground = "surface.field" if enabled else "surface.sunken"
    if on:
        line = ("accent.hover" if hover else "accent.base") if enabled else "ink.disabled"
        outlined(painter, rect, round_, fill=ground, line=line, width=rect.width() / 3)
    else:
        line = ("ink.2" if hover else "line.field") if enabled else "line.hair"
        outlined(painter, rect, round_, fill=ground, line=line, width=1.5)


def switch(painter: QPainter, rect: QRectF, *, position: float, enabled: bool, hover: bool) -> None:
    """A switch of 34 x 20; ``position`` 0 is off, 1 is on, between them it is moving."""
    on = position >= 0.5
    if enabled:
        fill = ("accent.hover" if hover else "accent.base") if on else ("ink.2" if hover else "line.field")
    else:
        fill = "line.strong"
    outlined(painter, rect, rect.height() / 2, fill=fill)
    side = rect.height() - 6
    knob = QRectF(rect.x() + 3 + position * (rect.width() - side - 6), rect.y() + 3, side, side)
    painter.setBrush(look().color("ink.on_accent"))
    painter.drawEllipse(knob)


def field_frame(painter: QPainter, rect: QRectF, *, enabled: bool, focus: bool, hover: bool, invalid: bool) -> None:
    """The frame of a field: 1 px, accent 2 px with the focus, red 2 px when wrong."""
    if not enabled:
        outlined(painter, rect, 6, fill="surface.sunken", line="line.hair")
    elif invalid:
        outlined(painter, rect, 6, fill="surface.field", line="state.danger", width=2)
    elif focus:
        outlined(painter, rect, 6, fill="surface.field", line="accent.base", width=2)
    else:
        outlined(painter, rect, 6, fill="surface.field", line="ink.2" if hover else "line.field")


def row_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    """What lies under a row of a list: whether it is chosen or under the pointer, and the ring of the keyboard."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    ground = "surface.selected" if chosen else "surface.hover" if state & QStyle.StateFlag.State_MouseOver else ""
    ring = "focus.ring" if state & QStyle.StateFlag.State_HasFocus else ""
    if ground or ring:
        outlined(painter, rect, 6, fill=ground, line=ring, width=float(tokens()["focus_ring"]["width"]))


def focus_ring(painter: QPainter, control: QRectF, radius: float) -> None:
    """The ring round ``control``: a gap of 2 px, then 2 px of ring; its corners follow the control's."""
    numbers = tokens()["focus_ring"]
    gap, width = float(numbers["gap"]), float(numbers["width"])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = gap / 2
    painter.setPen(QPen(look().color("focus.gap"), gap))
    painter.drawRoundedRect(control.adjusted(-out, -out, out, out), radius + out, radius + out)
    out = gap + width / 2
    painter.setPen(QPen(look().color("focus.ring"), width))
    painter.drawRoundedRect(control.adjusted(-out, -out, out, out), radius + out, radius + out)
