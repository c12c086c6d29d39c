"""A picture of a map that can be scrolled and zoomed, with marks on what is different.

A mark is an outline and a sign in a disc, so that it is known without its colour: a plus, a minus, a pencil, arrows.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from model.difference import EntryKind
from widgets.canvas.picture_store import arrivals
from widgets.canvas.qt_painter import paint_ops
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.dialogs.maps.laid import Box, LaidMap
from widgets.far_painter import paint_far
from widgets.look.icons import paint_icon
from widgets.look.theme import look

SIGNS: dict[EntryKind, str] = {"added": "plus", "removed": "minus", "changed": "pencil", "moved": "arrows-move"}
"""The icon of each kind of difference."""
COLORS: dict[EntryKind, str] = {
    "added": "state.ok",
    "removed": "state.danger",
    "changed": "state.info",
    "moved": "state.warn",
}
"""Its colour, a token."""
GROUNDS: dict[EntryKind, str] = {
    "added": "state.ok_bg",
    "removed": "state.danger_bg",
    "changed": "state.info_bg",
    "moved": "state.warn_bg",
}
"""What its sign stands on, a token."""

_LINES: dict[EntryKind, Qt.PenStyle] = {
    "added": Qt.PenStyle.SolidLine,
    "removed": Qt.PenStyle.DashLine,
    "changed": Qt.PenStyle.SolidLine,
    "moved": Qt.PenStyle.DotLine,
}
_DISC = 20.0
"""px of a sign, at any zoom."""
_LEAST, _MOST = 0.02, 2.0
_STEP = 1.25
_MARGIN = 12.0
_FAR = 0.25
"""Below this zoom a map is painted as it is seen from far away."""
_MANY = 400
"""Notes from which that is so; fewer are painted as they are."""


class MapPane(QAbstractScrollArea):
    """Shows a :class:`LaidMap`; plus, minus and 0 (all of it) zoom, so does the wheel with Ctrl."""

    zoomed = Signal(float)
    """The user chose another zoom (1.0 = 100 %)."""

    def __init__(self, name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._laid: LaidMap | None = None
        self._marks: dict[tuple[str, str], EntryKind] = {}
        self._lit: Box | None = None
        self._zoom = 1.0
        self._fits = True
        self._least = _LEAST
        self.setProperty("flat", True)
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        arrivals.arrived.connect(self.viewport().update)
        look().theme_changed.connect(self.viewport().update)
        self.retranslate()

    @property
    def laid(self) -> LaidMap | None:
        """What is shown."""
        return self._laid

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._zoom

    @property
    def marks(self) -> Mapping[tuple[str, str], EntryKind]:
        """(table, id) -> how it is marked."""
        return self._marks

    @property
    def lit(self) -> Box | None:
        """What is ringed, in px at 100 %."""
        return self._lit

    def show_map(
        self, laid: LaidMap | None, marks: Mapping[tuple[str, str], EntryKind] | None = None, least: float = _LEAST
    ) -> None:
        """Show a map: all of it, or its upper left where that would be smaller than ``least``; None for nothing."""
        self._laid, self._marks, self._lit = laid, dict(marks or {}), None
        self._least = least
        self._fits = True
        self._fit()

    def set_name(self, name: TextSource) -> None:
        """Name the picture for screen readers."""
        self._name = name
        self.retranslate()

    def set_zoom(self, zoom: float) -> None:
        """Zoom, with the middle of the view staying where it is."""
        zoom = min(_MOST, max(_LEAST, zoom))
        view = self.viewport().rect()
        middle = self._to_map(QPointF(view.width() / 2, view.height() / 2))
        self._fits = False
        self._zoom = zoom
        self._measure()
        self._bring(middle)

    def fit(self) -> None:
        """All of the map."""
        self._least = _LEAST
        self._fits = True
        self._fit()

    def light(self, box: Box | None) -> None:
        """Ring a place and scroll to it; None for none."""
        self._lit = box
        if box is not None:
            x, y, w, h = box
            self._bring(QPointF(x + min(w, self.viewport().width() / self._zoom) / 2, y + min(h, 200) / 2))
        self.viewport().update()

    def shown_box(self) -> QRectF:
        """What part of the map is in view, in px at 100 %."""
        view = self.viewport().rect()
        return QRectF(self._to_map(QPointF(0, 0)), self._to_map(QPointF(view.width(), view.height())))

    # -- geometry ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        if self._laid is not None:
            width, height = self._laid.size
            view = self.viewport().rect()
            across = (view.width() - 2 * _MARGIN) / max(width, 1.0)
            down = (view.height() - 2 * _MARGIN) / max(height, 1.0)
            self._zoom = min(1.0, max(min(across, down), self._least, _LEAST))
        self._measure()
        self.viewport().update()

    def _measure(self) -> None:
        """Give the scroll bars their ranges."""
        width, height = self._laid.size if self._laid is not None else (0.0, 0.0)
        view = self.viewport().rect()
        for bar, size, room in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            whole = round(size * self._zoom + 2 * _MARGIN)
            bar.setRange(0, max(0, whole - room))
            bar.setPageStep(room)
            bar.setSingleStep(40)
        self.viewport().update()

    def _origin(self) -> QPointF:
        """Where the map's top left stands in the view; a small map in the middle."""
        width, height = self._laid.size if self._laid is not None else (0.0, 0.0)
        view = self.viewport().rect()
        x = max(_MARGIN, (view.width() - width * self._zoom) / 2)
        y = max(_MARGIN, (view.height() - height * self._zoom) / 2)
        return QPointF(x - self.horizontalScrollBar().value(), y - self.verticalScrollBar().value())

    def _to_map(self, at: QPointF) -> QPointF:
        return (at - self._origin()) / self._zoom

    def _bring(self, at: QPointF) -> None:
        """Scroll so that a point of the map is in the middle."""
        view = self.viewport().rect()
        self.horizontalScrollBar().setValue(round(at.x() * self._zoom + _MARGIN - view.width() / 2))
        self.verticalScrollBar().setValue(round(at.y() * self._zoom + _MARGIN - view.height() / 2))
        self.viewport().update()

    # -- painting ----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The part of the map that is in view, and the marks."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look().color("wall.base"))
        laid = self._laid
        if laid is not None:
            origin = self._origin()
            painter.save()
            painter.translate(origin)
            if self._zoom < _FAR and len(laid.layout.cards) > _MANY:
                paint_far(painter, laid.far, self._zoom, self._zoom, look().color)
            else:
                painter.scale(self._zoom, self._zoom)
                seen = self.shown_box()
                for box, ops in laid.pieces:
                    if box is None or seen.intersects(QRectF(*box).adjusted(-8, -8, 8, 8)):
                        paint_ops(painter, ops, look().theme, self._zoom)
            painter.restore()
            self._paint_marks(painter, laid, origin)
        painter.end()

    def _paint_marks(self, painter: QPainter, laid: LaidMap, origin: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (table, record_id), kind in self._marks.items():
            box = laid.box_of(table, record_id)
            if box is not None:
                self._paint_mark(painter, self._in_view(box, origin), kind)
        if self._lit is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self._in_view(self._lit, origin).adjusted(-6, -6, 6, 6)
            painter.setPen(QPen(look().color("focus.gap"), 5))
            painter.drawRoundedRect(ring, 6, 6)
            painter.setPen(QPen(look().color("focus.ring"), 3))
            painter.drawRoundedRect(ring, 6, 6)

    def _in_view(self, box: Box, origin: QPointF) -> QRectF:
        x, y, w, h = (value * self._zoom for value in box)
        return QRectF(origin.x() + x, origin.y() + y, w, h)

    def _paint_mark(self, painter: QPainter, place: QRectF, kind: EntryKind) -> None:
        color = look().color(COLORS[kind])
        painter.setPen(QPen(color, 2.5, _LINES[kind]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 4, 4)
        size = min(_DISC, max(10.0, place.height() * 1.2))
        disc = QRectF(place.right() - size * 0.55, place.top() - size * 0.45, size, size)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(look().color(GROUNDS[kind]))
        painter.drawEllipse(disc)
        inner = disc.adjusted(size * 0.18, size * 0.18, -size * 0.18, -size * 0.18)
        paint_icon(painter, SIGNS[kind], inner, color)

    # -- events ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of the map stays in view as long as nobody zoomed."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()
        else:
            self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Painted anew."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 zoom; the arrows scroll."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
            self.zoomed.emit(self._zoom)
        else:
            super().keyPressEvent(event)

    def _zoom_by(self, factor: float) -> None:
        self.set_zoom(self._zoom * factor)
        self.zoomed.emit(self._zoom)

    def sizeHint(self) -> QSize:
        """Room to see something."""
        return QSize(420, 380)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Name it for screen readers."""
        name_for_readers(self, resolve(self._name))
