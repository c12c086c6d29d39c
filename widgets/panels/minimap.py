"""The whole map, small: blocks and curve, and the part of it that the canvas shows, to be dragged about."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.draw.far import far_map
from model.i18n import translate
from model.layout.maplayout import MapLayout
from widgets.canvas.editor import MapEditor
from widgets.controls.texts import language_changed, name_for_readers
from widgets.far_painter import paint_far
from widgets.look import paint
from widgets.look.theme import look

HEIGHT = 136
"""px (look.md, section 3)."""
LATER_MS = 300
"""How long after an edit the picture is made anew: nobody looks at it while typing."""
_PAN = 40
"""px of the view that an arrow key moves."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Minimap(QWidget):
    """136 high, painted from the boxes of the canvas's own layout as from far away."""

    menu_wanted = Signal(QPoint, str)
    """(place on the screen, phase id): its menu is wanted there, for a phase, or "" for none."""

    def __init__(self, editor: MapEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._picture: QPixmap | None = None
        self._scale = 1.0
        self._left = self._top = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._forget)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ringRadius", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        editor.stage.laid_out.connect(self._changed)
        editor.view.moved.connect(self.update)
        look().theme_changed.connect(self._forget)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """136 high."""
        return QSize(200, HEIGHT)

    # -- geometry --------------------------------------------------------------------------------------------

    def _arrange(self, layout: MapLayout) -> None:
        room = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        wide, high = max(layout.width, 1.0), max(layout.height, 1.0)
        self._scale = min(room.width() / wide, room.height() / high)
        self._left = room.x() + (room.width() - wide * self._scale) / 2
        self._top = room.y() + (room.height() - high * self._scale) / 2

    def shown_rect(self) -> QRectF:
        """The part of the map that the canvas shows, in px of the minimap; headers that stick are part of it."""
        layout = self._editor.stage.layout
        self._arrange(layout)
        seen = self._editor.view.shown_area()
        seen.adjust(-layout.header_width, -layout.header_height, 0, 0)
        seen = seen.intersected(QRectF(0, 0, layout.width, layout.height))
        return QRectF(
            self._left + seen.x() * self._scale,
            self._top + seen.y() * self._scale,
            seen.width() * self._scale,
            seen.height() * self._scale,
        )

    def map_point(self, position: QPointF) -> QPointF:
        """The point of the map under a position."""
        self._arrange(self._editor.stage.layout)
        return QPointF((position.x() - self._left) / self._scale, (position.y() - self._top) / self._scale)

    # -- painting --------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._later.start()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _draw(self) -> QPixmap:
        layout = self._editor.stage.layout
        self._arrange(layout)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), look().color("wall.base"))
        painter.translate(self._left, self._top)
        paint_far(painter, far_map(layout), self._scale, self._scale, cache(look().color))
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and over it what the canvas shows."""
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        paint.outlined(painter, QRectF(self.rect()), 6, line="line.strong")
        shown = self.shown_rect().adjusted(-2, -2, 2, 2).intersected(QRectF(self.rect()))
        paint.outlined(painter, shown, 5, line="accent.base", width=2)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another picture."""
        self._forget()
        super().resizeEvent(event)

    # -- moving the view -------------------------------------------------------------------------------------

    def _go(self, position: QPointF) -> None:
        view = self._editor.view
        layout = self._editor.stage.layout
        point = self.map_point(position)
        # The headers stick, so the middle of what one sees is not the middle of the viewport.
        middle = QRectF(view.viewport().rect()).center()
        middle -= QPointF(layout.header_width, layout.header_height) * (view.zoom / 2)
        view.show_at(point, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the part that is shown."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the view over the map, Esc gives the keyboard back."""
        if event.key() in _ARROWS:
            dx, dy = _ARROWS[Qt.Key(event.key())]
            self._editor.view.scroll_by(dx * _PAN, dy * _PAN)
        elif event.key() == Qt.Key.Key_Escape:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, for the phase under the pointer; by key for the one in the middle of what is shown."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            middle = self.shown_rect().center()
            place, at = self.mapToGlobal(middle.toPoint()), middle
        else:
            place, at = event.globalPos(), QPointF(event.pos())
        self.menu_wanted.emit(place, self.phase_at(at))

    def phase_at(self, position: QPointF) -> str:
        """The id of the phase under a position; "" for none."""
        layout = self._editor.stage.layout
        x = self.map_point(position).x()
        return next((phase.id for phase in layout.phases.values() if phase.x <= x < phase.x + phase.w), "")

    def _retranslate(self) -> None:
        name = translate("Panels", "The whole map, small")
        hint = translate("Panels", "Arrow keys move the view, the menu key shows what else there is.")
        name_for_readers(self, name, hint)
        self.setToolTip("")

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._retranslate()
        super().changeEvent(event)
