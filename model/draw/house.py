"""The look of an organisation on paper: its logo, and its colour where words stay readable.

HS1  The logo keeps its proportions, in a box of at most :data:`LOGO_W` by :data:`LOGO_H` px of the example poster, and
     is stored with 300 dots per inch at most: a finer one makes the file larger and nothing sharper.
HS2  The bar above the title has the colour as it is: no text stands on it.
HS3  Headers of phases that have no colour of their own, and the rules above the parts of the head, take the colour
     where white text on it has a contrast of 4.5 (WCAG 2.2, 1.4.3), else the lightest darker shade of it that has.
     Where that would be quite another colour, as olive for yellow, they are in ink.
HS4  On paper without colour there is no such colour, and the logo is grey.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from model.document import Document
from model.draw.displaylist import Clip, DisplayList, Group, Op, Path, Picture, Rect, Text
from model.i18n import translate
from model.records import Asset, MapInfo
from model.values import dataclass, replace

LOGO_W, LOGO_H = 220.0, 56.0
LEAST_CONTRAST = 4.5
DPI = 300.0
INK = "ink.1"
_WHITE = "#FFFFFF"
_LEAST_SHADE = 60
"""Per cent of the light of a colour; below it nobody sees that it is the same."""


_SHOWN = 40
_DIGITS = frozenset("0123456789abcdefABCDEF")


class BadColour(ValueError):
    """What was written is no colour; ``str()`` is a sentence for the user."""


def accent_from(text: str) -> str:
    """The colour that somebody wrote, as "#RRGGBB": with or without its #, three digits or six; "" for nothing.

    Raises BadColour.
    """
    plain = text.strip()
    if not plain:
        return ""
    digits = plain.removeprefix("#")
    if len(digits) not in (3, 6) or not _DIGITS.issuperset(digits):
        words = translate("House", "“{text}” is no colour; write six digits 0 to 9 and A to F, such as #1F5FD0.")
        raise BadColour(words.format(text=plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"))
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits.upper()}"


def luminance(color: str) -> float:
    """The relative luminance of #RRGGBB, 0 (black) to 1 (white), by WCAG 2.2."""
    found = 0.0
    for at, weight in ((1, 0.2126), (3, 0.7152), (5, 0.0722)):
        channel = int(color[at : at + 2], 16) / 255
        found += weight * (channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
    return found


def contrast(one: str, other: str) -> float:
    """How much two colours differ in light, 1 to 21, by WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable_shade(color: str) -> str:
    """``color``, or the lightest darker shade of its hue on which white text can be read, or else ink (HS3)."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    for part in range(100, _LEAST_SHADE - 1, -1):
        shade = "#" + "".join(f"{channel * part // 100:02X}" for channel in channels)
        if contrast(shade, _WHITE) >= LEAST_CONTRAST:
            return shade
    return INK


@dataclass(frozen=True, slots=True)
class House:
    """What an organisation puts on its paper: the logo, and "#RRGGBB" or "" for the program's own colours; ``title`` is
    that of its map."""

    logo: Asset | None = None
    accent: str = ""
    title: str = ""

    @property
    def shade(self) -> str:
        """The colour where text stands on it or beside it (HS3); "" for none."""
        return readable_shade(self.accent) if self.accent else ""


def house_of(document: Document, *, bw: bool = False) -> House:
    """The look of the map's organisation; ``bw``: on paper without colour (HS4)."""
    info = document.info
    return House(document.asset_table.get(info.logo or ""), "" if bw else info.accent, info.title.strip())


def logo_size(logo: Asset, width: float, height: float) -> tuple[float, float]:
    """Width and height of a logo in a box, with the proportions that it has."""
    k = min(width / logo.w, height / logo.h)
    return logo.w * k, logo.h * k


def logo_words(title: str) -> str:
    """What a logo is called for who does not see it; ``title`` is that of the map, "" for none."""
    if not title:
        return translate("Poster", "Logo of the organisation")
    return translate("Poster", "Logo of the organisation behind “{title}”").format(title=title)


def logo_group(logo: Asset, title: str, x: float, y: float, w: float, h: float, mm: float) -> Group:
    """The logo with its top left at (x, y), of a size that :func:`logo_size` gave (HS1).

    ``title`` is that of the map; ``mm`` is the printed size of one unit of the list.
    """
    most = max(1, ceil(max(w, h) * mm / 25.4 * DPI))
    shown = Picture(logo, x, y, w, h, most=most if most < max(logo.w, logo.h) else 0)
    return Group((shown,), role="logo", label=logo_words(title))


def accented(ops: Iterable[Op], shade: str) -> DisplayList:
    """``ops`` of a map with the headers of phases in ``shade``, where they have no colour of their own (HS3)."""
    colors = {"phase.fill": shade, "phase.number_ink": shade}
    return tuple(_accented(op, colors) if isinstance(op, Group) and op.role == "phase" else op for op in ops)


def _accented(op: Op, colors: dict[str, str]) -> Op:
    if isinstance(op, Group | Clip):
        return replace(op, ops=tuple(_accented(one, colors) for one in op.ops))
    if isinstance(op, Path | Rect):
        return replace(op, fill=colors.get(op.fill or "", op.fill), stroke=colors.get(op.stroke or "", op.stroke))
    if isinstance(op, Text):
        return replace(op, color=colors.get(op.color, op.color))
    return op


def dressed(document: Document, logo: Asset | None, accent: str | None) -> Document:
    """The map with another logo and colour for one print, None for its own."""
    info = document.info
    changes: list[tuple[str, str, Asset | MapInfo]] = []
    if logo is not None:
        info = info.changed(logo=logo.id)
        changes.append(("assets", logo.id, logo))
    if accent is not None:
        info = info.changed(accent=accent)
    return document.with_changes([*changes, ("map", info.id, info)]) if info is not document.info else document
