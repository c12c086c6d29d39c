"""Pictures of what does not change while something is dragged over it.

Each step of a drag uncovers what the hand leaves, and painting a card anew takes ten times as long as copying a
picture of it.  A picture is taken when its card is first uncovered, in pixels of the screen and at the card's own
place between them, so that it cannot be told from the card; all of them go when the drag ends.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

MOST = 600
"""Pictures that are kept, those used last: some 20 MB of cards at 100 %."""
_PARTS = 64
"""Parts of a pixel by which two places between pixels are told apart."""


class _Still:
    """What was ``shown`` when a ``picture`` was taken, in which ``form``, and where it was painted last."""

    __slots__ = ("at", "form", "picture", "shown", "world")

    def __init__(
        self, shown: object, form: tuple[float, ...], world: QTransform, at: QPointF, picture: QPixmap
    ) -> None:
        self.shown = shown
        self.form = form
        self.world = world
        self.at = at
        self.picture = picture


class Stills:
    """The pictures of one drag."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, _Still] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def paint(
        self,
        painter: QPainter,
        name: Hashable,
        shown: object,
        bounds: QRectF,
        draw: Callable[[QPainter], None],
        *,
        moving: bool = False,
    ) -> None:
        """Paint what ``draw`` paints inside ``bounds``, at the place of ``painter``.

        The picture is kept under ``name`` for as long as the same object ``shown`` is to be seen.  What is ``moving``
        stands on whole pixels, wherever it goes.
        """
        world = painter.worldTransform()
        found = self._known.get(name)
        if found is None or found.shown is not shown or found.world != world:
            found = self._taken(painter, found, shown, bounds, draw, moving=moving)
            self._known[name] = found
            if len(self._known) > MOST:
                self._known.popitem(last=False)
        self._known.move_to_end(name)
        painter.setWorldMatrixEnabled(False)
        painter.drawPixmap(found.at, found.picture)
        painter.setWorldMatrixEnabled(True)

    @staticmethod
    def _taken(
        painter: QPainter,
        known: _Still | None,
        shown: object,
        bounds: QRectF,
        draw: Callable[[QPainter], None],
        *,
        moving: bool,
    ) -> _Still:
        """The picture for this place: the one that is known, where it looks the same there, else a new one."""
        world = painter.worldTransform()
        ratio = painter.device().devicePixelRatioF()
        where = world.mapRect(bounds)
        left, top = floor(where.left() * ratio), floor(where.top() * ratio)
        at = QPointF(left / ratio, top / ratio)
        dx, dy = world.dx() - at.x(), world.dy() - at.y()
        between = () if moving else (round(dx * _PARTS), round(dy * _PARTS))
        form = (world.m11(), world.m12(), world.m21(), world.m22(), ratio, *between)
        if known is not None and known.shown is shown and known.form == form:
            return _Still(shown, form, world, at, known.picture)
        # One pixel more than its size, since it may begin between two.
        picture = QPixmap(ceil(where.width() * ratio) + 1, ceil(where.height() * ratio) + 1)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        into = QPainter(picture)
        into.setRenderHints(painter.renderHints())
        into.setWorldTransform(QTransform(world.m11(), world.m12(), world.m21(), world.m22(), dx, dy))
        draw(into)
        into.end()
        return _Still(shown, form, world, at, picture)
