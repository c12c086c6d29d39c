"""The signs of how far an action is: a ring, a ring half full, a disc with a tick, a ring with a cross.

They differ in shape and not by colour, so that they read in black and white; the word always stands beside them.
"""

from __future__ import annotations

from functools import lru_cache

from model.draw.displaylist import Op, Path, Segments, ellipse, polyline

_HALF: Segments = (
    ("M", (5.0, 0.9)),
    ("C", (7.26, 0.9, 9.1, 2.74, 9.1, 5.0)),
    ("C", (9.1, 7.26, 7.26, 9.1, 5.0, 9.1)),
    ("Z", ()),
)
_TICK = polyline(((2.9, 5.2), (4.4, 6.7), (7.2, 3.6)))
_CROSS = (*polyline(((3.4, 3.4), (6.6, 6.6))), *polyline(((6.6, 3.4), (3.4, 6.6))))


@lru_cache(maxsize=64)
def status_ops(status: str, size: float, ink: str = "ink.2", ground: str = "#FFFFFF") -> tuple[Op, ...]:
    """The sign of a status in a square of ``size`` at (0, 0); one of a newer version is a ring with a dot.

    ``ink`` and ``ground`` are colours of the display list; the ground is that of the tick.
    """
    k = size / 10

    def drawn(segments: Segments) -> Segments:
        return tuple((letter, tuple(value * k for value in at)) for letter, at in segments)

    ring = Path(drawn(ellipse(5, 5, 4.1)), None, ink, 1.1 * k)
    if status in ("", "open"):
        return (ring,)
    if status == "doing":
        return (Path(drawn(_HALF), ink), ring)
    if status == "done":
        return (Path(drawn(ellipse(5, 5, 4.65)), ink), Path(drawn(_TICK), None, ground, 1.3 * k, round_caps=True))
    if status == "dropped":
        return (ring, Path(drawn(_CROSS), None, ink, 1.1 * k, round_caps=True))
    return (ring, Path(drawn(ellipse(5, 5, 1.6)), ink))
