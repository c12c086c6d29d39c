"""Outlines of cards and headers: one path each, so that fill, outline and shadow are the same shape.

Sizes in px from the top left of the card; the paths run in the middle of a 1 px outline that stands inside the box.
"""

from __future__ import annotations

from functools import lru_cache
from math import acos, cos, pi, sin, tan

from model.draw.displaylist import Segment, Segments

HALF = 0.5
"""The outline is 1 px wide and drawn on its middle."""
NOTE_RADIUS, TOUCHPOINT_RADIUS, THOUGHT_RADIUS = 2.0, 6.0, 8.0
EDGE_BAR = 4.0
NOTCH_W, NOTCH_H = 13.0, 8.0
CUT = 13.0
TAIL_W, TAIL_H = 9.0, 5.5


def arc(cx: float, cy: float, r: float, start: float, end: float) -> Segment:
    """A circular arc of at most a quarter as one cubic, from the angle ``start`` to ``end`` (radians, y down).

    The path must already be at its beginning.
    """
    k = 4 / 3 * tan((end - start) / 4) * r
    x0, y0 = cx + r * cos(start), cy + r * sin(start)
    x1, y1 = cx + r * cos(end), cy + r * sin(end)
    return (
        "C",
        (x0 - k * sin(start), y0 + k * cos(start), x1 + k * sin(end), y1 - k * cos(end), x1, y1),
    )


def rounded(
    x: float, y: float, w: float, h: float, top_left: float, top_right: float, bottom_right: float, bottom_left: float
) -> Segments:
    """A rectangle whose corners have their own radii."""
    found: list[Segment] = [("M", (x + top_left, y)), ("L", (x + w - top_right, y))]
    if top_right:
        found.append(arc(x + w - top_right, y + top_right, top_right, -pi / 2, 0))
    found.append(("L", (x + w, y + h - bottom_right)))
    if bottom_right:
        found.append(arc(x + w - bottom_right, y + h - bottom_right, bottom_right, 0, pi / 2))
    found.append(("L", (x + bottom_left, y + h)))
    if bottom_left:
        found.append(arc(x + bottom_left, y + h - bottom_left, bottom_left, pi / 2, pi))
    found.append(("L", (x, y + top_left)))
    if top_left:
        found.append(arc(x + top_left, y + top_left, top_left, pi, 3 * pi / 2))
    found.append(("Z", ()))
    return tuple(found)


@lru_cache(maxsize=512)
def card_outline(kind: str, w: float, h: float) -> Segments:
    """The outline of a card of a kind: a touchpoint has round corners, a pain point a notch at the top right, a
    thought a tail at the bottom left, a solution a cut corner; every other kind is square."""
    x0, y0, x1, y1 = HALF, HALF, w - HALF, h - HALF
    r = NOTE_RADIUS
    if kind == "touchpoint":
        r = TOUCHPOINT_RADIUS - HALF
        return rounded(x0, y0, x1 - x0, y1 - y0, r, r, r, r)
    if kind == "thought":
        r = THOUGHT_RADIUS - HALF
        body = rounded(x0, y0, x1 - x0, y1 - y0, r, r, r, 0)
        corner = body.index(("L", (x0, y1)))
        tail: Segments = (("L", (x0 + TAIL_W, y1)), ("L", (x0, y1 + TAIL_H)))
        return body[:corner] + tail + body[corner + 1 :]
    if kind == "pain_point":
        body = rounded(x0, y0, x1 - x0, y1 - y0, r, 0, r, r)
        notch: Segments = (("L", (x1 - NOTCH_W, y0)), ("L", (x1 - NOTCH_W / 2, y0 + NOTCH_H)))
        return body[:1] + notch + body[1:]
    if kind == "solution":
        body = rounded(x0, y0, x1 - x0, y1 - y0, r, r, 0, r)
        corner = body.index(("L", (x1, y1)))
        cut: Segments = (("L", (x1, y1 - CUT)), ("L", (x1 - CUT, y1)))
        return body[:corner] + cut + body[corner + 1 :]
    return rounded(x0, y0, x1 - x0, y1 - y0, r, r, r, r)


@lru_cache(maxsize=128)
def mount_outline(kind: str, w: float, h: float) -> Segments:
    """The mount of a picture at the top of a card: the upper ``h`` px of the card's own outline."""
    x0, y0, x1 = HALF, HALF, w - HALF
    if kind == "pain_point":
        body = rounded(x0, y0, x1 - x0, h - y0, NOTE_RADIUS, 0, 0, 0)
        return (*body[:1], ("L", (x1 - NOTCH_W, y0)), ("L", (x1 - NOTCH_W / 2, y0 + NOTCH_H)), *body[1:])
    r = {"touchpoint": TOUCHPOINT_RADIUS - HALF, "thought": THOUGHT_RADIUS - HALF}.get(kind, NOTE_RADIUS)
    return rounded(x0, y0, x1 - x0, h - y0, r, r, 0, 0)


@lru_cache(maxsize=128)
def edge_bar(h: float) -> Segments:
    """The bar at the left edge of a touchpoint ``h`` px high, inside its round corners."""
    r = TOUCHPOINT_RADIUS
    turn = acos((r - EDGE_BAR) / r)
    inset = r - r * sin(turn)
    return (
        ("M", (EDGE_BAR, inset)),
        ("L", (EDGE_BAR, h - inset)),
        arc(r, h - r, r, pi - turn, pi),
        ("L", (0, r)),
        arc(r, r, r, pi, pi + turn),
        ("Z", ()),
    )


@lru_cache(maxsize=128)
def chevron(w: float, h: float, tip: float, first: bool) -> Segments:
    """The header of a phase: an arrow ``w`` px wide, its left end notched but for the first phase.

    It is filled and stroked 2 px wide with round joins in one colour.
    """
    right: Segments = (("L", (w - tip - 1, 3)), ("L", (w - 1, h / 2)), ("L", (w - tip - 1, h - 3)))
    if first:
        return (("M", (3, 3)), *right, ("L", (3, h - 3)), ("Z", ()))
    return (("M", (0, 3)), *right, ("L", (0, h - 3)), ("L", (tip, h / 2)), ("Z", ()))
