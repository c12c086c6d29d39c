"""The line of feelings: a monotone cubic through points, which never swings beyond them.

Method of Fritsch and Butland (1984): the slope at a point is the harmonic mean of the slopes on its two sides, and 0
where these differ in sign and at both ends.  In x every piece is even, so that y is a plain cubic of x.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from model.draw.displaylist import Segment, Segments

Point = tuple[float, float]


def slopes(points: Sequence[Point]) -> list[float]:
    """The slope of the curve at each point; their x must rise."""
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.pairwise(points)]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in itertools.pairwise(steps)]
    return [0.0, *inner, 0.0][: len(points)]


def curve(points: Sequence[Point]) -> Segments:
    """The curve through ``points`` (px, from left to right); nothing for fewer than two."""
    if len(points) < 2:
        return ()
    m = slopes(points)
    found: list[Segment] = [("M", points[0])]
    for i, ((x0, y0), (x1, y1)) in enumerate(itertools.pairwise(points)):
        h = (x1 - x0) / 3
        found.append(("C", (x0 + h, y0 + m[i] * h, x1 - h, y1 - m[i + 1] * h, x1, y1)))
    return tuple(found)


def area(points: Sequence[Point], zero: float) -> Segments:
    """The outline between the curve and the level ``zero``."""
    line = curve(points)
    if not line:
        return ()
    return (*line, ("L", (points[-1][0], zero)), ("L", (points[0][0], zero)), ("Z", ()))


class CurveHeight:
    """Where the curve through ``points`` is at an x: for keeping labels off it."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._points = points
        self._xs = [x for x, _ in points]
        self._slopes: dict[int, float] = {}

    def _slope(self, i: int) -> float:
        """The slope at a point, which is a matter of its neighbours only."""
        if i not in self._slopes:
            around = slopes(self._points[max(i - 1, 0) : i + 2])
            self._slopes[i] = around[1] if 0 < i < len(self._points) - 1 else 0.0
        return self._slopes[i]

    def __call__(self, x: float) -> float | None:
        """y at ``x``, or None left and right of the curve."""
        if not self._points or not self._xs[0] <= x <= self._xs[-1]:
            return None
        i = min(bisect_right(self._xs, x) - 1, len(self._xs) - 2)
        if i < 0:
            return self._points[0][1]
        (x0, y0), (x1, y1) = self._points[i], self._points[i + 1]
        h = x1 - x0
        t = (x - x0) / h
        a, b = self._slope(i) * h, self._slope(i + 1) * h
        return y0 + t * (a + t * (3 * (y1 - y0) - 2 * a - b + t * (a + b - 2 * (y1 - y0))))
