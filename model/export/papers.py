"""Paper by name, by size and from the roll.  All lengths are in mm.

A page of a PDF is at most 5.08 m long (PDF 32000-1, annex C).  A larger unit (UserUnit) would stretch that, but what
prints differs in whether it heeds it, and a poster of the wrong size is worse than none: longer pages are refused, with
what would do.
"""

from __future__ import annotations

import re

from model.export.errors import ExportError
from model.i18n import number, translate
from model.values import dataclass

PAPERS: dict[str, tuple[float, float]] = {
    "A0": (841.0, 1189.0),
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
    "ANSI-A": (215.9, 279.4),
    "ANSI-B": (279.4, 431.8),
    "ANSI-C": (431.8, 558.8),
    "ANSI-D": (558.8, 863.6),
    "ANSI-E": (863.6, 1117.6),
    "ARCH-A": (228.6, 304.8),
    "ARCH-B": (304.8, 457.2),
    "ARCH-C": (457.2, 609.6),
    "ARCH-D": (609.6, 914.4),
    "ARCH-E": (914.4, 1219.2),
    "ARCH-E1": (762.0, 1066.8),
}
"""Name -> width and height upright (ISO 216; ANSI/ASME Y14.1)."""

ROLLS = (610.0, 914.0, 1067.0)
"""The usual widths of plotter rolls: 24, 36 and 42 inch."""
ROLL_RANGE = (200.0, 1700.0)
LONGEST = 5080.0
"""The longest side of a page of a PDF."""
SHORTEST = 50.0
"""The least side of a paper that is of use."""
NOTE_RANGE = (20.0, 300.0)
NOTES = {"76x76": (76.0, 76.0), "127x76": (127.0, 76.0)}
"""The usual sticky notes, 3 by 3 and 5 by 3 inch."""
NOTE = NOTES["76x76"]

_SIZE = re.compile(r"\s*(\d{1,5}(?:[.,]\d{1,2})?)\s*[xX×*]\s*(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:mm)?\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper: its name as people know it, width and height upright."""

    name: str
    size: tuple[float, float]


def millimetres(value: float) -> str:
    """A length as the current language writes it, with a decimal only where it has one."""
    return number(value, 0 if float(value).is_integer() else 1)


def sides(text: str) -> tuple[float, float] | None:
    """The two lengths in "1200x800", None where it says none."""
    found = _SIZE.fullmatch(text)
    return (float(found[1].replace(",", ".")), float(found[2].replace(",", "."))) if found else None


def sheet(text: str) -> Sheet:
    """The paper that is meant: a name whatever its case, or a size in mm ("1200x800").  Raises ExportError."""
    plain = _plain(text)
    for key, size in PAPERS.items():
        if _plain(key) == plain:
            return Sheet(key, size)
    own = sides(text)
    if own is None:
        sizes = ", ".join(PAPERS)
        words = translate("Paper", "There is no paper “{name}”; choose one of {sizes}, or give a size in mm: 1200x800.")
        raise ExportError(words.format(name=text, sizes=sizes))
    short, long = sorted(own)
    if long > LONGEST:
        raise ExportError(too_long(long))
    if short < SHORTEST:
        words = translate("Paper", "A paper of {size} mm is too small; its sides must be {least} mm at least.")
        raise ExportError(words.format(size=f"{millimetres(own[0])} × {millimetres(own[1])}", least=number(SHORTEST)))
    return Sheet(f"{millimetres(own[0])} × {millimetres(own[1])} mm", (short, long))


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def paper_name(name: str) -> str:
    """What the paper is called that is meant, whatever the case.  Raises ExportError for an unknown one."""
    return sheet(name).name


def paper(name: str) -> tuple[float, float]:
    """Width and height of a paper upright, whatever the case of its name.  Raises ExportError for an unknown one."""
    return sheet(name).size


def roll_width(width: float) -> float:
    """The width of a roll, looked at.  Raises ExportError for one that no plotter has."""
    low, high = ROLL_RANGE
    if not low <= width <= high:
        usual = ", ".join(number(each) for each in ROLLS)
        text = translate("Paper", "A roll is {low} to {high} mm wide, usually {usual}; {given} mm is not.")
        raise ExportError(text.format(low=number(low), high=number(high), usual=usual, given=millimetres(width)))
    return width


def note_size(size: tuple[float, float]) -> tuple[float, float]:
    """The size of the notes, looked at.  Raises ExportError for one that nobody could stick or read."""
    low, high = NOTE_RANGE
    if not (low <= size[0] <= high and low <= size[1] <= high):
        text = translate("Paper", "A note has sides of {low} to {high} mm, such as 76x76 or 127x76; {given} has not.")
        given = f"{millimetres(size[0])}x{millimetres(size[1])}"
        raise ExportError(text.format(low=number(low), high=number(high), given=given))
    return size


def too_long(length: float) -> str:
    """Why a page of ``length`` mm cannot be, and what would do."""
    text = translate(
        "Paper",
        "A PDF page cannot be longer than 5.08 m, and this one would be {length} m; "
        "print it in tiles (--tile A3), make it smaller (--scale), or choose some of the phases (--phases).",
    )
    return text.format(length=number(length / 1000, 2))
