"""The display list: what every painter draws, and nothing else.

A display list is a tuple of frozen operations in px (device-independent pixels at 100 % zoom, y down).
Screen, PDF and picture run the same list; none of them measures or wraps text.  Colours are names of
tokens (``"note.pain.fill"``, see :mod:`model.draw.theme`) or literal ``"#RRGGBB"``/``"#RRGGBBAA"``, so that
one list serves the light theme, the dark theme and paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from model.text.shape import TextLine
from model.values import dataclass, replace

if TYPE_CHECKING:
    from model.records import Asset

Segment = tuple[str, tuple[float, ...]]
"""("M", (x, y)) · ("L", (x, y)) · ("C", (x1, y1, x2, y2, x, y)) · ("Z", ())."""

Segments = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, corners rounded by ``radius`` px; the stroke is centred on the outline."""

    x: float
    y: float
    w: float
    h: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Any outline of lines and cubic curves.  ``dash`` is in px; ``round_caps`` also rounds the joins."""

    segments: Segments
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_caps: bool = False
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of already shaped text; (x, y) is the left end of its baseline."""

    x: float
    y: float
    line: TextLine
    color: str


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of :mod:`model.draw.icons` in a square of ``size`` px with its top left at (x, y)."""

    name: str
    x: float
    y: float
    size: float
    color: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the map in a rectangle, which it fills; what sticks out of its sides is not shown.

    ``round`` shows it in the ellipse of the rectangle.  ``most`` is how many px of its longest side a file keeps, 0 for
    all of them.  A picture that cannot be read is drawn as
    :func:`model.draw.marks.no_picture`.
    """

    asset: Asset
    x: float
    y: float
    w: float
    h: float
    round: bool = False
    most: int = 0

    def filled(self) -> tuple[float, float, float, float]:
        """Where the whole picture is (x, y, w, h), its sides as it has them, so that it fills the rectangle."""
        k = max(self.w / self.asset.w, self.h / self.asset.h)
        w, h = self.asset.w * k, self.asset.h * k
        return self.x + (self.w - w) / 2, self.y + (self.h - h) / 2, w, h


@dataclass(frozen=True, slots=True)
class Clip:
    """Operations shown only inside a rectangle."""

    x: float
    y: float
    w: float
    h: float
    ops: tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that belong together, moved by (x, y) px.

    ``source_id`` is the record that the group shows (hit-testing, PDF tags and bookmarks, accessible names).
    ``min_zoom`` and ``max_zoom`` limit on which zoom (1.0 = 100 %) the screen draws it: min <= zoom < max.
    Paper draws the groups whose ``paper`` is true, whatever their zoom.  ``role`` names the part for tags and
    tests ("card", "phase", "lane", "curve", "title", ...); ``opacity`` 0..1.
    """

    ops: tuple[Op, ...]
    x: float = 0.0
    y: float = 0.0
    source_id: str | None = None
    role: str = ""
    min_zoom: float = 0.0
    max_zoom: float = 1e9
    paper: bool = True
    opacity: float = 1.0
    label: str = ""


Op = Rect | Path | Text | Icon | Picture | Clip | Group
DisplayList = tuple[Op, ...]


def moved(op: Op, dx: float, dy: float) -> Group:
    """``op`` moved by (dx, dy) px."""
    if isinstance(op, Group):
        return replace(op, x=op.x + dx, y=op.y + dy)
    return Group((op,), dx, dy)


def walk(ops: Iterable[Op], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Op, float, float]]:
    """Every operation, parents first, with the offset in px at which it is drawn."""
    for op in ops:
        yield op, x, y
        if isinstance(op, Group):
            yield from walk(op.ops, x + op.x, y + op.y)
        elif isinstance(op, Clip):
            yield from walk(op.ops, x, y)


def without(ops: Iterable[Op], role: str) -> DisplayList:
    """``ops`` without the groups of a role, at whatever depth."""
    kept: list[Op] = []
    for op in ops:
        if isinstance(op, Group):
            if op.role != role:
                kept.append(replace(op, ops=without(op.ops, role)))
        elif isinstance(op, Clip):
            kept.append(replace(op, ops=without(op.ops, role)))
        else:
            kept.append(op)
    return tuple(kept)


def polyline(points: Iterable[tuple[float, float]], *, close: bool = False) -> Segments:
    """Straight lines through ``points`` (px)."""
    segments: list[Segment] = [("L" if i else "M", point) for i, point in enumerate(points)]
    if close:
        segments.append(("Z", ()))
    return tuple(segments)


_KAPPA = 0.5522847498  # a quarter circle by one cubic; largest error 0.03 % of the radius


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None) -> Segments:
    """A circle or ellipse round (cx, cy), radii in px, from four cubics."""
    ry = rx if ry is None else ry
    kx, ky = rx * _KAPPA, ry * _KAPPA
    return (
        ("M", (cx + rx, cy)),
        ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
        ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
        ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
        ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
        ("Z", ()),
    )
