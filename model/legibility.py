"""How large a text must be for those who sit far away, and how much of a map can be shown at that size.  No Qt.

Walls (a projected image) and paper ask here; the rules are our own, the number behind LG1 is the look's.

LG1  A text reads with comfort up to as many metres as four tenths of its x-height in mm.
LG2  The text of notes on a projected image is at least 17 px of every 1,000 px of its height, wherever people sit.
LG3  On the wall stand as many whole phases side by side as the least scale allows at which LG1 holds for the smallest
     text of a note at the farthest seat, and LG2.  They are then shown larger until they fill the width, or the chosen
     lanes fill the height, or note text is 40 px of 1,000.
LG4  Lanes that do not fit in the height at that scale scroll; they never make the text smaller.
LG5  Where one phase alone is wider than the image at that scale, the scale is what the widest phase allows, never
     less than LG2, and it is said how far the text reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import floor, inf
from typing import TYPE_CHECKING

from model.i18n import number, translate
from model.text.fonts import chain, hb_font, units_per_em
from model.text.shape import TextStyle
from model.values import dataclass

if TYPE_CHECKING:
    from model.layout.boxes import CardBody, CardBox, Fonts

METRES_PER_MM = 0.4
"""LG1."""
LEAST_EM, MOST_EM = 0.017, 0.040
"""LG2 and LG3: the em of note text as part of the height of the image."""
IMAGE_M, SEAT_M = (0.2, 12.0), (0.5, 80.0)
"""What makes sense as the height of an image and the distance of a seat, in m."""
_ROUNDING = 0.01
"""px of the image by which phases may be wider than it: sums of fractions are not exact."""


@dataclass(frozen=True, slots=True)
class Room:
    """The height of the projected image and the distance of the farthest seat, both in m."""

    image_m: float = 1.5
    seat_m: float = 6.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be shown, in px at 100 %: the widths of phases and the heights of lanes in their order, the column of
    names at the left and the row of phases on top.  ``x_height`` and ``em`` are those of the smallest note text."""

    phases: tuple[float, ...]
    lanes: tuple[float, ...]
    head_w: float
    head_h: float
    x_height: float
    em: float


@dataclass(frozen=True, slots=True)
class Image:
    """The part of the screen that the map has (w by h px), and the height of the whole screen, which is that of the
    projected image."""

    w: float
    h: float
    screen_h: float


@dataclass(frozen=True, slots=True)
class Fit:
    """What was chosen: the scale (1.0 is 100 %), how many phases always fit side by side, whether all lanes fit below
    one another; how far the text is to be read and how far it can be, in m."""

    scale: float
    phases: int
    lanes_fit: bool
    seat_m: float
    reach_m: float

    @property
    def met(self) -> bool:
        """Whether the farthest seat can read it."""
        return self.reach_m >= self.seat_m - 1e-6


def x_height(style: TextStyle) -> float:
    """The height of an x of ``style`` in px at 100 %, as the bundled font says."""
    import uharfbuzz as hb

    key = chain(style.weight, style.italic)[0]
    return float(hb_font(key).get_metric_position(hb.OTMetricsTag.X_HEIGHT)) / units_per_em(key) * style.size


def reading_distance(x_height_mm: float) -> float:
    """The distance in m up to which a text with this x-height reads with comfort (LG1)."""
    return x_height_mm * METRES_PER_MM


@cache
def _ratio(font: str) -> float:
    """The height of an x as a part of the em; scripts without one are measured as the Latin letters beside them."""
    weight = font.rpartition("-")[2]
    plain = weight.rstrip("i")
    return x_height(TextStyle(1.0, 1.0, int(plain) if plain.isdecimal() else 400, weight.endswith("i")))


def x_of(font: str, size: float) -> float:
    """The height of an x in px of the map, of text in a font with an em of ``size`` px."""
    return _ratio(font) * size


def smallest_of_notes(cards: Iterable[CardBox]) -> float | None:
    """The least height of an x among the texts of notes, in px of the map; None where no note has any."""
    shown: set[tuple[str, float]] = set()
    for card in cards:
        shown |= fonts_of(card.body)
    return min((x_of(*each) for each in shown), default=None)


def fonts_of(body: CardBody) -> Fonts:
    """The fonts of a note's text with their sizes."""
    known: Fonts | None = getattr(body, "fonts", None)
    if known is None:
        found: set[tuple[str, float]] = set()
        font, size = "", 0.0  # the one noted last, which most lines have as well
        for placed in body.lines:
            for run in placed.line.runs:
                if run.font != font or run.size != size:
                    font, size = run.font, run.size
                    found.add((font, size))
        known = body.remember("fonts", _one(frozenset(found)))
    return known


@lru_cache(maxsize=256)
def _one(fonts: Fonts) -> Fonts:
    """The same object for equal ones, since most notes have one font."""
    return fonts


def smallest(styles: Iterable[TextStyle]) -> TextStyle:
    """The style whose x is lowest.  Raises ValueError for none."""
    return min(styles, key=x_height)


def least_scale(shown: Shown, image: Image, room: Room) -> float:
    """The least scale at which the farthest seat can read the notes (LG1), and LG2 holds."""
    mm_per_px = room.image_m * 1000 / image.screen_h
    needed = room.seat_m / METRES_PER_MM / (shown.x_height * mm_per_px)
    return max(needed, LEAST_EM * image.screen_h / shown.em)


def side_by_side(phases: Sequence[float], room_px: float) -> int:
    """How many phases fit side by side in ``room_px``, whichever one is the first; 0 where the widest does not."""
    for count in range(len(phases), 0, -1):
        if widest(phases, count) <= room_px + _ROUNDING:
            return count
    return 0


def widest(phases: Sequence[float], count: int) -> float:
    """The width of the widest ``count`` phases that follow each other; 0.0 for none."""
    return max((sum(phases[i : i + count]) for i in range(len(phases) - count + 1)), default=0.0)


def fit(shown: Shown, image: Image, room: Room) -> Fit:
    """The scale, and what fits at it (LG3 to LG5)."""
    scale = least_scale(shown, image, room)
    count = side_by_side(shown.phases, image.w / scale - shown.head_w)
    if count or not shown.phases:
        across = image.w / (shown.head_w + widest(shown.phases, count)) if count else inf
        down = image.h / (shown.head_h + sum(shown.lanes))
        if down < scale:
            down = inf  # they scroll anyway
        scale = max(scale, min(across, down, MOST_EM * image.screen_h / shown.em))
    else:
        floor_scale = LEAST_EM * image.screen_h / shown.em
        scale = max(floor_scale, min(scale, image.w / (shown.head_w + max(shown.phases))))
        count = 1
    mm_per_px = room.image_m * 1000 / image.screen_h
    lanes_fit = shown.head_h + sum(shown.lanes) <= image.h / scale + _ROUNDING
    return Fit(scale, count, lanes_fit, room.seat_m, reading_distance(shown.x_height * scale * mm_per_px))


def sentence(chosen: Fit, shown: int, of: int) -> str:
    """What was chosen and why, in one sentence: ``shown`` of ``of`` phases stand on the wall now."""
    seat = metres_text(chosen.seat_m)
    if not chosen.met:
        reach = metres_text(floor(chosen.reach_m * 10) / 10)
        return translate(
            "Wall",
            "One phase is wider than the image at the size that the last row at {seat} m needs; this text reads up to "
            "{reach} m.",
        ).format(seat=seat, reach=reach)
    if shown >= of:
        if chosen.lanes_fit:
            text = translate("Wall", "All phases and lanes that you chose; the last row at {seat} m can read them.")
        else:
            text = translate("Wall", "All phases, and lanes that scroll, so that the last row at {seat} m can read it.")
        return text.format(seat=seat)
    if chosen.lanes_fit:
        text = translate("Wall", "{shown} of {of} phases, so that the last row at {seat} m can read it.")
    else:
        text = translate(
            "Wall", "{shown} of {of} phases, and lanes that scroll, so that the last row at {seat} m can read it."
        )
    return text.format(shown=shown, of=of, seat=seat)


def metres_shown(metres: float) -> str:
    """A distance up to which something reads, with one decimal, rounded down: from there it can be read, and 1.96 m is
    not the 2 m that a wall asks for."""
    return number(floor(metres * 10 + 1e-9) / 10, 1)


def metres_text(metres: float) -> str:
    """A length in m as it is written: 8, 6.5 (6,5 in Dutch)."""
    return number(metres, 0 if abs(metres - round(metres)) < 0.05 else 1)


_LENGTH = re.compile(r"\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*(mm|cm|m)?\s*", re.IGNORECASE)
_UNITS = {"mm": 0.001, "cm": 0.01, "m": 1.0}


def metres(text: str, allowed: tuple[float, float], *, or_cm: bool = False) -> float | None:
    """The length in m that ``text`` says ("1,5", "1.5 m", "150 cm"), None where it is none or outside ``allowed``.

    Without a unit it is m; with ``or_cm`` it is cm where it would be too many m.
    """
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    value, unit = float(found[1].replace(",", ".")), (found[2] or "").lower()
    if not unit:
        unit = "cm" if or_cm and value > allowed[1] else "m"
    value *= _UNITS[unit]
    return value if allowed[0] <= value <= allowed[1] else None
