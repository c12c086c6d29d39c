"""How far the wall is scrolled: from phase to phase, and through lanes that do not fit in its height."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from model.layout.maplayout import MapLayout
from model.values import dataclass
from widgets.look.theme import look


@dataclass(frozen=True, slots=True)
class Ground:
    """What can be scrolled, px of the map at 100 %: where the wall can begin, how much fits across, where the map
    ends, and how far lanes scroll down."""

    stops: tuple[float, ...]
    across: float
    end: float
    down: float

    @property
    def last(self) -> int:
        """The first stop from which on everything to the end is seen."""
        stops = self.stops
        return next((i for i, x in enumerate(stops) if self.end - x <= self.across + 0.5), len(stops) - 1)


def stops_of(layout: MapLayout, across: float) -> tuple[float, ...]:
    """Where the wall can begin: at every phase, and inside one that is wider than the image at its steps."""
    stops: list[float] = []
    for phase in layout.phases.values():
        stops.append(phase.x)
        if phase.w > across + 0.5:
            stops += [layout.steps[i].x for i in phase.step_ids[1:] if i in layout.steps]
    return tuple(stops) or (layout.header_width,)


class WallScroll(QObject):
    """Goes from one stop to another, gliding where motion is wanted.  ``x`` and ``y`` are what is seen first now."""

    scrolled = Signal()
    """Other parts of the map are seen."""
    went = Signal()
    """It is on its way to another place."""

    def __init__(self, ground: Callable[[], Ground], glides: Callable[[], bool], x: float, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._glides = ground, glides
        self.first = 0
        """The number of the stop where the wall begins."""
        self.x, self.y = x, 0.0
        self._from, self.to = (x, 0.0), (x, 0.0)
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._moved)

    def stop(self) -> None:
        """Stand still."""
        self._motion.stop()

    def phases(self, by: int) -> None:
        """Go ``by`` stops on, or back; not beyond the ends."""
        self.go(min(max(self.first + by, 0), self._ground().last), self.to[1])

    def rows(self, by: float) -> None:
        """Go ``by`` px of the map down, or up."""
        self.go(self.first, self.to[1] + by)

    def reaching(self, left: float, right: float) -> int:
        """The stop nearest to this one from which ``left`` to ``right`` is seen."""
        ground = self._ground()
        stops = ground.stops
        if left < stops[self.first] - 0.5:
            return max(i for i, x in enumerate(stops) if x <= left + 0.5)
        if right > stops[self.first] + ground.across + 0.5:
            return next((i for i, x in enumerate(stops) if x + ground.across >= right - 0.5), len(stops) - 1)
        return self.first

    def keep(self) -> None:
        """Stay where one was, as near as the map's new size allows."""
        ground = self._ground()
        self.first = min(self.first, ground.last)
        self._motion.stop()
        self.x = ground.stops[self.first]
        self.y = min(max(self.to[1], 0.0), ground.down)
        self.to = (self.x, self.y)

    def go(self, first: int, y: float) -> None:
        """Go to a stop, and down to ``y``."""
        ground = self._ground()
        self.first = first
        to = (ground.stops[first], min(max(y, 0.0), ground.down))
        if to == self.to:
            return
        self._from, self.to = (self.x, self.y), to
        self._motion.stop()
        duration = look().motion("zoom")
        if duration and self._glides():
            self._motion.setDuration(duration)
            self._motion.start()
        else:
            self._moved(1.0)
        self.went.emit()

    def _moved(self, part: float) -> None:
        self.x = self._from[0] + (self.to[0] - self._from[0]) * part
        self.y = self._from[1] + (self.to[1] - self._from[1]) * part
        self.scrolled.emit()
