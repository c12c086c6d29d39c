"""The small signs: faces, severity bars, badges, evidence, markers of personas, discs of channels.

A face says its score by colour and mouth, and whose it is by its outline: circle, square, triangle, diamond.
"""

from __future__ import annotations

from functools import lru_cache
from math import pi

from model.draw.displaylist import Group, Icon, Op, Path, Rect, Segment, Segments, Text, ellipse, polyline
from model.draw.icons import ICON_NAMES
from model.draw.shapes import arc, rounded
from model.values import replace

DASHES: tuple[tuple[float, ...], ...] = ((), (7, 4), (2, 4), (9, 3, 2, 3))
"""Dashes of the lines of the first four personas, px; they begin again with the fifth."""

_GRID = 20.0
"""Faces are designed on a square of 20 units."""
_MOUTHS: dict[int, tuple[tuple[float, float], tuple[float, float], tuple[float, float]]] = {
    -2: ((5.6, 14.8), (10, 9.6), (14.4, 14.8)),
    -1: ((6.2, 13.8), (10, 11), (13.8, 13.8)),
    0: ((6.4, 12.9), (10, 12.9), (13.6, 12.9)),
    1: ((6.2, 11.9), (10, 15), (13.8, 11.9)),
    2: ((5.4, 11.2), (10, 17.6), (14.6, 11.2)),
}
_KNOWN_ICONS = frozenset(ICON_NAMES)


def icon(name: str, x: float, y: float, size: float, color: str) -> Icon:
    """An icon; one that this version does not have is drawn as a question mark in a circle."""
    return Icon(name if name in _KNOWN_ICONS else "help", x, y, size, color)


def scaled(segments: Segments, k: float, dx: float = 0.0, dy: float = 0.0) -> Segments:
    """``segments`` made ``k`` times as large and then moved."""
    return tuple((op, tuple(v * k + (dy if i % 2 else dx) for i, v in enumerate(values))) for op, values in segments)


def _quadratic(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> Segments:
    """A quadratic curve from a to c with the handle b, as a cubic."""
    return (
        ("M", a),
        (
            "C",
            (
                a[0] + (b[0] - a[0]) * 2 / 3,
                a[1] + (b[1] - a[1]) * 2 / 3,
                c[0] + (b[0] - c[0]) * 2 / 3,
                c[1] + (b[1] - c[1]) * 2 / 3,
                c[0],
                c[1],
            ),
        ),
    )


@lru_cache(maxsize=256)
def face_ops(score: int, persona: int, size: float) -> tuple[Op, ...]:
    """A face of ``size`` px at (0, 0); ``persona`` counts the map's personas from 0."""
    fill, ink = f"emotion.{score}.fill", f"emotion.{score}.ink"
    shape, k = persona % 4, size / _GRID
    outline: Path
    if shape == 1:
        outline = Path(scaled(rounded(1, 1, 18, 18, 4.5, 4.5, 4.5, 4.5), k), fill)
    elif shape == 2:
        triangle = polyline(((10, 0.6), (19.6, 18.2), (0.4, 18.2)), close=True)
        outline = Path(scaled(triangle, k), fill, fill, k, round_caps=True)
    elif shape == 3:
        outline = Path(scaled(polyline(((10, 0.3), (19.7, 10), (10, 19.7), (0.3, 10)), close=True), k), fill)
    else:
        outline = Path(scaled(ellipse(10, 10, 9.4), k), fill)
    inner, dx, dy = {2: (0.71, 2.9, 5.2), 3: (0.81, 1.9, 1.9)}.get(shape, (1.0, 0.0, 0.0))

    def drawn(segments: Segments) -> Segments:
        return scaled(segments, inner * k, dx * k, dy * k)

    ops: list[Op] = [outline]
    if score == -2:
        brows = (*polyline(((5.2, 5.9), (8, 7.1))), *polyline(((14.8, 5.9), (12, 7.1))))
        ops.append(Path(drawn(brows), None, ink, 1.5 * inner * k, round_caps=True))
    ops.append(Path(drawn((*ellipse(7, 8.6, 1.25), *ellipse(13, 8.6, 1.25))), ink))
    mouth: Segments = _quadratic(*_MOUTHS[score])
    if score == 2:
        mouth = (*mouth, ("Z", ()))
    ops.append(Path(drawn(mouth), ink if score == 2 else None, ink, 1.6 * inner * k, round_caps=True))
    return tuple(ops)


def face(score: int, persona: int, x: float, y: float, size: float) -> Group:
    """The face of a score -2..+2 in a square of ``size`` px with its top left at (x, y)."""
    return Group(face_ops(score, persona, size), x, y)


@lru_cache(maxsize=64)
def severity_ops(severity: int, color: str, scale: float = 1.0) -> tuple[Op, ...]:
    """Five rising bars, 25 by 10 px at scale 1, the first ``severity`` of them filled."""
    return tuple(
        Rect(i * 5 * scale, (7 - i * 1.6) * scale, 3.6 * scale, (i * 1.6 + 3) * scale, color if i < severity else None,
             color, 0.9 * scale)
        for i in range(5)
    )  # fmt: skip


def badge(token: str, icon_name: str, x: float, y: float, w: float, digits: Text | None) -> tuple[Op, ...]:
    """What hangs on a touchpoint: the kind's icon in its colours, 16 px high, with the count from two on."""
    edge = f"note.{token}.edge"
    ops: list[Op] = [Rect(x, y, w, 16, f"note.{token}.fill", radius=4), icon(icon_name, x + 2, y + 2.5, 11, edge)]
    if digits is not None:
        ops.append(digits)
    return tuple(ops)


EVIDENCE_DASH = (2.4, 1.7)
"""The ring of an assumption, on a mark of 12 units."""


@lru_cache(maxsize=128)
def evidence_ops(evidence: str, color: str, size: float) -> tuple[Op, ...]:
    """The mark of evidence in a square of ``size`` px: full is measured, half is observed, a dashed ring assumed."""
    k = size / 12
    ring = scaled(ellipse(6, 6, 4.6), k)
    if evidence == "measured":
        return (Path(ring, color, color, 1.5 * k),)
    if evidence == "assumption":
        return (Path(ring, None, color, 1.5 * k, tuple(v * k for v in EVIDENCE_DASH)),)
    half: Segments = (("M", (6, 1.4)), arc(6, 6, 4.6, 3 * pi / 2, pi), arc(6, 6, 4.6, pi, pi / 2), ("Z", ()))
    return (Path(ring, None, color, 1.5 * k), Path(scaled(half, k), color))


def evidence_bar(
    share: tuple[int, int, int], x: float, y: float, w: float, h: float, color: str, scale: float = 1.0
) -> tuple[Op, ...]:
    """A bar of (measured, observed, assumption) from the left: full, hatched, dashed; their sum is not 0."""
    k, total = scale, sum(share)
    ops: list[Op] = []
    at = x
    for kind, part in zip(("measured", "observed", "assumption"), share, strict=True):
        long = w * part / total
        if kind == "measured" and long:
            ops.append(Rect(at, y, long, h, color))
        elif long:
            dash = (2 * k, 2 * k) if kind == "assumption" else ()
            inset = min(0.5 * k, long / 2)
            ops.append(Rect(at + inset, y + 0.5 * k, long - 2 * inset, h - k, None, color, k, dash=dash))
        if kind == "observed":
            step = 5 * k
            lines = [
                (("M", (at + i * step, y + h - 0.5 * k)), ("L", (at + (i + 1) * step, y + 0.5 * k)))
                for i in range(int(long // step))
            ]
            if lines:
                ops.append(Path(tuple(segment for line in lines for segment in line), None, color, 0.9 * k))
        at += long
    return tuple(ops)


def star(x: float, y: float, scale: float = 1.0) -> tuple[Op, ...]:
    """The sign of a moment of truth: a star on a dark disc of 16 px with its top left at (x, y)."""
    k = scale
    return (
        Rect(x, y, 18 * k, 16 * k, "ink.1", radius=8 * k),
        icon("star-filled", x + 4 * k, y + 3 * k, 10 * k, "surface.panel"),
    )


def no_picture(x: float, y: float, w: float, h: float) -> tuple[Op, ...]:
    """What stands where a picture cannot be shown: a quiet field with a sign."""
    size = min(22.0, w * 0.6, h * 0.6)
    return (
        Rect(x, y, w, h, "surface.sunken"),
        icon("photo", x + (w - size) / 2, y + (h - size) / 2, size, "ink.3"),
    )


def marker(persona: int, x: float, y: float, color: str, r: float, fill: str) -> Path:
    """The point of a persona's line: circle, square, triangle or diamond with its middle at (x, y)."""
    shape = persona % 4
    outline: Segments
    if shape == 1:
        outline = polyline(((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)), close=True)
    elif shape == 2:
        outline = polyline(((x, y - r * 1.2), (x + r * 1.15, y + r * 0.9), (x - r * 1.15, y + r * 0.9)), close=True)
    elif shape == 3:
        d = r * 1.25
        outline = polyline(((x, y - d), (x + d, y), (x, y + d), (x - d, y)), close=True)
    else:
        outline = ellipse(x, y, r)
    return Path(outline, fill, color, 1.6)


def aimed_dash(persona: int) -> tuple[float, ...]:
    """The dash of a persona's line of feelings aimed for: short dots for a full line, else its own dash halved."""
    dash = DASHES[persona % 4]
    return tuple(v / 2 for v in dash) if dash else (1.5, 3.0)


def aim(persona: int, x: float, y: float, color: str, fill: str, scale: float = 1.0) -> tuple[Op, ...]:
    """A feeling aimed for: the persona's marker, thin and hollow, with a dot in its middle like a target."""
    ring = replace(marker(persona, x, y, color, 3.2 * scale, fill), width=1.1 * scale)
    return (ring, Path(ellipse(x, y, 1.1 * scale), color))


def bracket(x: float, top: float, bottom: float, w: float, color: str) -> Path:
    """The bracket of a gap: open to the left, its line at x + w."""
    return Path(polyline(((x, top), (x + w, top), (x + w, bottom), (x, bottom))), None, color, 1.1)


def fall_arrow(x: float, y: float, w: float, h: float) -> Path:
    """The arrow of the steepest fall with its middle at (x, y): a dark triangle that points down."""
    corners = ((x - w / 2, y - h / 2), (x + w / 2, y - h / 2), (x, y + h / 2))
    return Path(polyline(corners, close=True), "ink.1", "wall.emotion", 1.2)


def line_sample(
    persona: int, color: str, chosen: bool, x: float, y: float, w: float, ground: str, scale: float = 1.0
) -> tuple[Op, ...]:
    """A stretch of a persona's line from (x, y) to the right, with its marker in the middle."""
    dash = tuple(v * 0.57 for v in DASHES[persona % 4]) if w < 30 * scale else DASHES[persona % 4]
    width = 2.6 if chosen else 2.0
    middle = marker(persona, x + w / 2, y, color, 3.0 * scale, color if chosen else ground)
    line = Path(polyline(((x, y), (x + w, y))), None, color, width * scale, tuple(v * scale for v in dash))
    return (line, middle)


def chip(icon_name: str, medium: str, x: float, y: float, w: float, h: float) -> tuple[Op, ...]:
    """A channel: its icon on a disc that is clear when the channel is offline, tinted when it is online, and tinted
    in its left half when it is both."""
    inset, width = 0.65, 1.3
    r = h / 2 - inset
    ops: list[Op] = []
    if medium == "both":
        half: tuple[Segment, ...] = (
            ("M", (x + w / 2, y + inset)),
            ("L", (x + w / 2, y + h - inset)),
            ("L", (x + inset + r, y + h - inset)),
            arc(x + inset + r, y + h / 2, r, pi / 2, pi),
            arc(x + inset + r, y + h / 2, r, pi, 3 * pi / 2),
            ("Z", ()),
        )
        ops.append(Path(half, "surface.pressed"))
    fill = "surface.pressed" if medium == "online" else None
    ops.append(Rect(x + inset, y + inset, w - 2 * inset, h - 2 * inset, fill, "ink.3", width, r))
    ops.append(icon(icon_name, x + (w - 14) / 2, y + (h - 14) / 2, 14, "ink.1"))
    return tuple(ops)
