"""The icons: Tabler's outlines as paths that every painter draws (``resources/icons``, MIT).

The table is made by ``packaging/make_icons.py``; look.md, section 11 names what each icon is for.
"""

from __future__ import annotations

import json
from functools import lru_cache

from model.draw.displaylist import Icon, Path, Segment, Segments
from model.values import dataclass
from resources import read_text

GRID = 24.0
"""The icons are drawn on a square of 24 units."""

_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_TABLE: dict[str, list[tuple[str, str]]] = json.loads(read_text("icons", "icons.json"))

ICON_NAMES: tuple[str, ...] = tuple(_TABLE)
"""Every icon there is, in alphabetic order."""

CHANNEL_ICONS: tuple[str, ...] = (
    "world", "device-mobile", "building-store", "search", "mail", "message-circle", "message", "phone", "social",
    "video", "star", "users", "heart-handshake", "credit-card", "package", "truck-delivery", "car", "home", "run",
    "speakerphone", "device-laptop", "device-tablet", "qrcode", "receipt", "mailbox", "headset", "robot", "news",
    "train", "plane", "bike", "map-pin", "building-bank", "building-hospital", "building-community", "school",
    "stethoscope", "ticket", "gift", "tool",
)  # fmt: skip
"""Icons offered for a channel; the first twenty are those of the channels every map starts with."""


@dataclass(frozen=True, slots=True)
class IconPath:
    """One path of an icon: stroked with round ends, ``width`` wide, or filled (nonzero); in the icon's own colour."""

    segments: Segments
    stroke: bool
    fill: bool
    width: float


def stroke_units(size: float) -> float:
    """The stroke of an icon of ``size`` px, in units of the grid: heavier where the icon is small (look.md, 11)."""
    return 2.2 if size <= 14 else 1.9 if size <= 18 else 1.75


@lru_cache(maxsize=1024)
def icon_paths(name: str, size: float = GRID) -> tuple[IconPath, ...]:
    """The paths of icon ``name`` in a square of ``size`` px with its top left at (0, 0), y down.

    Raises KeyError for a name that is not in :data:`ICON_NAMES`.
    """
    scale = size / GRID
    width = stroke_units(size) * scale
    return tuple(
        IconPath(_segments(data, scale), kind == "stroke", kind == "fill", width if kind == "stroke" else 0.0)
        for kind, data in _TABLE[name]
    )


def icon_ops(icon: Icon) -> tuple[Path, ...]:
    """An icon of a display list as paths, at its place and in its colour.  Raises KeyError for an unknown name."""
    return tuple(
        Path(
            tuple((letter, _moved(at, icon.x, icon.y)) for letter, at in path.segments),
            fill=icon.color if path.fill else None,
            stroke=icon.color if path.stroke else None,
            width=path.width,
            round_caps=True,
        )
        for path in icon_paths(icon.name, icon.size)
    )


def _segments(data: str, scale: float) -> Segments:
    words = data.split()
    segments: list[Segment] = []
    at = 0
    while at < len(words):
        end = at + 1 + _NUMBERS[words[at]]
        segments.append((words[at], tuple(float(word) * scale for word in words[at + 1 : end])))
        at = end
    return tuple(segments)


def _moved(at: tuple[float, ...], x: float, y: float) -> tuple[float, ...]:
    return tuple(value + (y if i % 2 else x) for i, value in enumerate(at))
