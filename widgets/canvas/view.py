"""The window onto the map: zoom about the pointer, pan, fit; what is done with the mouse goes to a handler.

While zooming the view shows a scaled picture of what it showed before, and paints anew when the gesture rests: a
step then costs the same for a map of ten cards and of a thousand.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from widgets.canvas.picture_store import arrivals
from widgets.look.theme import look

MIN_ZOOM, MAX_ZOOM = 0.05, 4.0
STEP = 1.2
"""One step of zooming in, by key, button or one notch of the wheel."""
SHARP_AFTER_MS = 120
MARGIN = 48.0
"""px of screen that can be seen beyond the map, so that its last cells are not stuck to the edge."""


class Handler(Protocol):
    """What the view gives its events to.  Positions are px of the viewport; True means that it was used."""

    def mouse_press(self, event: QMouseEvent) -> bool: ...
    def mouse_move(self, event: QMouseEvent) -> bool: ...
    def mouse_release(self, event: QMouseEvent) -> bool: ...
    def double_click(self, event: QMouseEvent) -> bool: ...
    def key_press(self, event: QKeyEvent) -> bool: ...
    def overrides_shortcut(self, event: QKeyEvent) -> bool: ...
    def input_method(self, event: QInputMethodEvent) -> None: ...
    def input_method_query(self, query: Qt.InputMethodQuery) -> object: ...
    def focus_changed(self, has_focus: bool, by_tab: bool = False) -> None: ...
    def pointer_left(self) -> None: ...
    def drag_enter(self, event: QDragEnterEvent) -> None: ...
    def drag_move(self, event: QDragMoveEvent) -> None: ...
    def drag_leave(self, event: QDragLeaveEvent) -> None: ...
    def drop(self, event: QDropEvent) -> None: ...
    def menu_at(self, position: QPoint) -> None: ...
    def menu_by_key(self) -> None: ...


class MapView(QGraphicsView):
    """A QGraphicsView of the map.  Its scale is :attr:`zoom`; nothing else turns or shears it."""

    zoom_changed = Signal(float)
    """The zoom (1.0 = 100 %) is another one."""
    moved = Signal()
    """Something else of the map is to be seen: scrolled, zoomed or resized."""
    sharpened = Signal()
    """A zoom gesture has ended: what was a scaled picture is painted as it is."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport made by Qt would have to be recognised, for which PySide loads every kind of widget there is.
        self.setViewport(QWidget())
        self.handler: Handler | None = None
        self._map = scene  # the view does not keep its scene alive
        self.setScene(scene)
        self._zoom = 1.0
        self._fitted = False
        self._pan_from: QPoint | None = None
        self._space = False
        self._shot: QPixmap | None = None
        self._shot_of = QRectF()
        self._sharp = QTimer(self)
        self._sharp.setSingleShot(True)
        self._sharp.setInterval(SHARP_AFTER_MS)
        self._sharp.timeout.connect(self.sharpen)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("mapView")
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.NoDrag)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.horizontalScrollBar().valueChanged.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        arrivals.arrived.connect(self.viewport().update)

    # -- zoom ------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._zoom

    @property
    def fitted(self) -> bool:
        """Whether the zoom was chosen by fitting, so that a resize fits again."""
        return self._fitted

    def set_fitted(self, fitted: bool) -> None:
        """Say that the zoom comes from fitting, or no longer does."""
        self._fitted = fitted

    def zoom_to(self, zoom: float, about: QPointF | None = None, *, gesture: bool = False) -> None:
        """Zoom so that the point ``about`` (viewport px, the middle by default) stays where it is.

        ``gesture``: one step of many; the picture is only scaled until the gesture rests.
        """
        zoom = min(max(zoom, MIN_ZOOM), MAX_ZOOM)
        if abs(zoom - self._zoom) < 1e-6:
            return
        if about is None:
            about = QRectF(self.viewport().rect()).center()
        if gesture:
            self._take_shot()
            self._sharp.start()
        kept, place = self.to_map(about), self.pos()
        self._zoom = zoom
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.zoom_changed.emit(zoom)  # the headers are scaled too, so the view gets another place and size
        self.show_at(kept, about - QPointF(self.pos() - place))
        self.moved.emit()

    def show_at(self, point: QPointF, at: QPointF) -> None:
        """Scroll so that ``point`` of the map stands at ``at`` in the viewport, as near as the map's edges allow."""
        origin = self.viewportTransform().map(point)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(origin.x() - at.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(origin.y() - at.y()))

    def to_map(self, position: QPointF) -> QPointF:
        """A position in the viewport as a point of the map."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.map(position)

    def shown_area(self) -> QRectF:
        """The part of the map that is to be seen."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.mapRect(QRectF(self.viewport().rect()))

    def sharpen(self) -> None:
        """End the scaled picture of a zoom gesture and paint what is there."""
        self._sharp.stop()
        if self._shot is not None:
            self._shot = None
            self.viewport().update()
            self.sharpened.emit()

    @property
    def scaling(self) -> bool:
        """Whether a scaled picture is shown, while a zoom gesture goes on."""
        return self._shot is not None

    def _take_shot(self) -> None:
        if self._shot is None:
            self._shot_of = self.shown_area()
            self._shot = self.viewport().grab()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shot is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look().color("wall.base"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < 1)
        painter.drawPixmap(self.viewportTransform().mapRect(self._shot_of), self._shot, QRectF(self._shot.rect()))
        painter.end()
        self._sharp.start()  # on a busy machine a step may take longer than the pause that ends the gesture

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, look().color("wall.base"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            delta = event.angleDelta().y() or event.pixelDelta().y()
            if delta:
                self._fitted = False
                self.zoom_to(self._zoom * STEP ** (delta / 120), event.position(), gesture=True)
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # The scene counts what changed when its turn comes.  Once painted, a card has forgotten how far it reached
            # before, and its outline and plus would stay there: it is counted before anything is painted.
            QCoreApplication.sendPostedEvents(self._map, QEvent.Type.MetaCall.value)
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._fitted = False
                about = QPointF(self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
                self.zoom_to(self._zoom * pinch.scaleFactor(), about, gesture=True)
                return True
        zoom = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zoom:
            self._fitted = False
            self.zoom_to(self._zoom * (1 + event.value()), event.position(), gesture=True)
            return True
        if event.type() == QEvent.Type.Leave and self.handler is not None:
            self.handler.pointer_left()
        return super().viewportEvent(event)

    # -- pan -------------------------------------------------------------------------------------------------

    @property
    def panning(self) -> bool:
        """Whether the map is being dragged about."""
        return self._pan_from is not None

    def _pan_starts(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        return event.button() == Qt.MouseButton.MiddleButton or (left and self._space)

    def scroll_by(self, dx: int, dy: int) -> None:
        """Move the view over the map by viewport px."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + dx)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + dy)

    def _cursor_for_pan(self) -> None:
        if self._pan_from is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    # -- events ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.sharpen()
        if self._pan_starts(event):
            self._pan_from = event.position().toPoint()
            self._cursor_for_pan()
            event.accept()
        elif self.handler is None or not self.handler.mouse_press(event):
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            position = event.position().toPoint()
            self.scroll_by(self._pan_from.x() - position.x(), self._pan_from.y() - position.y())
            self._pan_from = position
            event.accept()
        elif self.handler is None or not self.handler.mouse_move(event):
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._cursor_for_pan()
            event.accept()
        elif self.handler is None or not self.handler.mouse_release(event):
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.handler is None or not self.handler.double_click(event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # While a text is typed its keys are letters, not the shortcuts of the window.
            if self.handler is not None and self.handler.overrides_shortcut(event):
                event.accept()
                return True
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and self.handler is not None
            and self.handler.key_press(event)
        ):
            return True  # before QWidget takes Tab to move the focus away
        return super().event(event)

    def hold_space(self, held: bool) -> None:
        """Space is held down: the left button moves the map."""
        self._space = held
        self._cursor_for_pan()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.handler is None or not self.handler.key_press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self._space:
            self.hold_space(False)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.handler is not None:
            self.handler.input_method(event)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        found = self.handler.input_method_query(query) if self.handler is not None else None
        return super().inputMethodQuery(query) if found is None else found

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.handler is not None:
            by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
            self.handler.focus_changed(True, by_tab)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hold_space(False)
        if self.handler is not None:
            self.handler.focus_changed(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.handler is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.handler.menu_by_key()
        else:
            self.handler.menu_at(event.pos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.handler is not None:
            self.handler.drag_enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.handler is not None:
            self.handler.drag_move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self.handler is not None:
            self.handler.drag_leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self.handler is not None:
            self.handler.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()
