"""Dragging cards: the whole card is the handle, several go as a stack, Esc leaves everything where it was.

Nothing in the document moves before the mouse is let go, and only one item moves on the scene, however many cards
are dragged.  Outside the map the drag goes on as one of the system, so that lists and other windows can take it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QDrag

from widgets.canvas.gesture.drop import DropPreview, Load
from widgets.canvas.mime import card_mime
from widgets.canvas.stage import Stage
from widgets.canvas.stills import Stills
from widgets.canvas.tag import MARGIN, GhostItem, Tag

EDGE = 28.0
"""px from the edge of the viewport within which the map scrolls by itself."""
FASTEST = 26.0
TICK_MS = 16
LEAVES = 10
"""px outside the canvas at which a drag becomes one of the system's."""
COPIES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class EdgeScroll:
    """Scrolls the map while the pointer is held at an edge of the viewport; ``moved`` is called after each tick."""

    def __init__(self, stage: Stage, moved: Callable[[], None]) -> None:
        self._stage = stage
        self._moved = moved
        self._speed = QPointF()
        self._timer = QTimer(stage)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def pointer_at(self, position: QPointF) -> None:
        """The pointer is here now."""
        room = self._stage.view.viewport().rect()
        self._speed = QPointF(_speed(position.x(), room.width()), _speed(position.y(), room.height()))
        if self._speed.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _tick(self) -> None:
        self._stage.view.scroll_by(round(self._speed.x()), round(self._speed.y()))
        self._moved()


def _speed(at: float, room: float) -> float:
    if at < EDGE:
        return -FASTEST * min((EDGE - at) / EDGE, 1.0)
    if at > room - EDGE:
        return FASTEST * min((at - room + EDGE) / EDGE, 1.0)
    return 0.0


class CardDrag:
    """A drag of the chosen cards, begun on one of them.

    ``away`` is told which cards are under way, so that their places are drawn dashed.  ``canvas`` is the rectangle
    of the whole canvas on the screen.
    """

    def __init__(
        self,
        stage: Stage,
        tag: Tag,
        grabbed: str,
        start: QPointF,
        away: Callable[[frozenset[str]], None],
        canvas: Callable[[], QRect],
    ) -> None:
        self._stage = stage
        self._tag = tag
        self._away = away
        self._canvas = canvas
        self.ids = stage.selection.cards
        self._all = frozenset(self.ids)
        item = stage.scene.cards[grabbed]
        self._hold = start - QPointF(item.box.x, item.box.y)
        self._ghost = GhostItem(stage.scene.watch, item.box, item.ops, len(self.ids))
        stage.scene.addItem(self._ghost)
        stage.scene.watch.stills = Stills()
        self._preview = DropPreview(stage, Load(self.ids))
        self._position = QPointF()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._edge = EdgeScroll(stage, self._again)
        self._over = False
        away(self._all)

    def move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._position, self._modifiers = position, modifiers
        if self._over:
            return
        outside = self._stage.view.viewport().mapToGlobal(position.toPoint())
        if not self._canvas().adjusted(-LEAVES, -LEAVES, LEAVES, LEAVES).contains(outside):
            self._hand_over()
            return
        self._edge.pointer_at(position)
        self._ghost.setPos(point - self._hold)
        copy = bool(modifiers & COPIES)
        if not copy:
            self._away(self._all)
        else:
            self._away(frozenset())
        self._preview.at(point, copy=copy)
        self._tag.show_below(self._preview.sentence, self._foot(point))

    def _foot(self, point: QPointF) -> QPointF:
        """The middle of the lower edge of what is under the hand, in px of the viewport: words must not cover it."""
        foot = point - self._hold + QPointF(self._ghost.wide / 2, self._ghost.high)
        return self._stage.view.viewportTransform().map(foot)

    def _again(self) -> None:
        self.move(self._stage.point(self._position), self._position, self._modifiers)

    def finish(self) -> None:
        preview = self._preview
        self._clean(keep_marks=True)
        if not self._over:
            preview.commit()
        preview.clear()

    def cancel(self) -> None:
        self._clean()

    def _clean(self, *, keep_marks: bool = False) -> None:
        self._edge.stop()
        self._tag.clear()
        self._stage.scene.watch.stills = None
        if self._ghost.scene() is not None:
            self._stage.scene.removeItem(self._ghost)
        self._away(frozenset())
        if not keep_marks:
            self._preview.clear()

    def _hand_over(self) -> None:
        """Go on as a drag of the system: lists, other windows and other programs see it."""
        self._over = True
        ids = self.ids
        ratio = self._stage.view.devicePixelRatioF()
        picture = self._ghost.picture(ratio)
        hold = self._hold + QPointF(MARGIN, MARGIN)
        self._clean()
        self._away(frozenset(ids))
        drag = QDrag(self._stage.view)
        drag.setMimeData(card_mime(self._stage.bridge.document, ids))
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(round(hold.x()), round(hold.y())))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._away(frozenset())

    @property
    def handed_over(self) -> bool:
        """Whether the drag went on as one of the system's, and is done here."""
        return self._over
