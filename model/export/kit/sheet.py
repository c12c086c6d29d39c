"""A page of the kit: its foot, and cards side by side on it with the lines to cut along.

PK4  Every page says of which part and map it is, on which day it was printed, and which page it is of how many; the
     sheets of a tiled wall map say their place on the wall instead.
PK5  Cards touch, so that one cut parts two; the dashed lines to cut along reach a little beyond them.  The direction of
     the paper is the one that holds more cards, upright where both hold as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from model.document import Document
from model.draw.displaylist import DisplayList, Group, Op
from model.draw.fitting import fitting
from model.draw.house import House, house_of, logo_group, logo_size
from model.draw.poster_head import written_date
from model.export.errors import ExportError
from model.export.kit.ink import CUT, SOFT, Ink, K, em
from model.export.papers import millimetres
from model.i18n import number, translate
from model.text.breaking import shape_line
from model.values import dataclass

MARGIN = 5.0
"""What home printers leave white, mm."""
HEAD, FOOT = 7.0, 8.5
SIDE = 8.0
"""White at the left and the right of head and foot."""
OVERCUT = 2.5
CHECK = 50.0
"""The length of the line by which one sees that the printer kept the size."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What all parts of a kit share.  Sizes in mm, the sheet upright.

    ``lang`` is the language of the words, ``map_lang`` that of the map's own text; ``note`` the size of the notes that
    are written in the room; ``across`` and ``down`` how many of them a phase and a lane of the wall map hold at least;
    ``wall`` what the wall map is printed on: "tiles", "page", or the width of a roll in mm.
    """

    document: Document
    sheet: tuple[float, float]
    paper: str
    lang: str
    day: date
    note: tuple[float, float] = (76.0, 76.0)
    across: int = 2
    down: int = 1
    wall: str = "tiles"
    bw: bool = False

    @property
    def map_lang(self) -> str:
        """The language of the map's own text."""
        return self.document.info.language

    @property
    def title(self) -> str:
        """The map's title, or what a map without one is called."""
        return self.document.info.title.strip() or translate("Kit", "Journey map")

    @property
    def house(self) -> House:
        """The look of the organisation (rules HS1 to HS4)."""
        return house_of(self.document, bw=self.bw)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo in its place, ``w`` mm wide."""

    op: Op
    w: float


@dataclass(frozen=True, slots=True)
class Form:
    """Something that several pages show: a display list of ``width`` by ``height`` pt."""

    ops: DisplayList
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """A form on a page: ``scale`` times, its top left at (x, y) pt from the top left of the page.

    ``window`` (x, y, w, h in pt from the top left) hides what lies outside; ``reads`` False for a small picture of it.
    """

    form: str
    x: float
    y: float
    scale: float = 1.0
    window: tuple[float, float, float, float] | None = None
    reads: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: ``y`` mm from the top of its page."""

    title: str
    y: float


@dataclass(frozen=True, slots=True)
class KitPage:
    """A page of ``width`` by ``height`` mm: ``ops`` are read, ``frame`` is repeated on each page and is not.

    ``label`` is its name in a viewer, "" for its number; ``trim`` what is left after cutting (left, top, right, bottom
    in mm).
    """

    width: float
    height: float
    ops: DisplayList
    frame: DisplayList = ()
    shown: tuple[Stamp, ...] = ()
    label: str = ""
    trim: tuple[float, float, float, float] | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The pages of a part, and the forms that they show by name."""

    pages: tuple[KitPage, ...]
    forms: tuple[tuple[str, Form], ...] = ()


def logo(kit: Kit, x: float, y: float, w: float, h: float, align: Literal["start", "end"] = "start") -> Logo | None:
    """The organisation's logo in a box of ``w`` by ``h`` mm, in its middle from top to bottom; None without one."""
    shown = kit.house.logo
    if shown is None:
        return None
    wide, high = (side / K for side in logo_size(shown, w * K, h * K))
    left = x + w - wide if align == "end" else x
    group = logo_group(shown, kit.house.title, left * K, (y + (h - high) / 2) * K, wide * K, high * K, 1 / K)
    return Logo(group, wide)


def foot(kit: Kit, title: str, page: int, pages: int, width: float, height: float, *, check: bool) -> list[Op]:
    """The foot of a page, counted from 1; ``check``: with a line of 50 mm to measure."""
    ink = Ink()
    setting = em(2.9)
    above, y = height - MARGIN - 8.0, height - MARGIN - 4.2
    told = translate("Kit", "Page {page} of {pages}").format(page=number(page), pages=number(pages))
    side = (width - 2 * SIDE - (CHECK + 14 if check else 0.0)) / 2 - 2
    left = (fitting(kit.title, setting, kit.map_lang, side * K), written_date(kit.day))
    right = (fitting(title, setting, kit.lang, side * K), told)
    for at, words in zip((above, y), left, strict=True):
        line = shape_line(words, setting, kit.lang)
        ink.lines((line,), SIDE, at, line.width / K, setting, SOFT)
    for at, words in zip((above, y), right, strict=True):
        ink.lines((shape_line(words, setting, kit.lang),), width - SIDE - side, at, side, setting, SOFT, "end")
    if check:
        start, base = (width - CHECK) / 2 - 5, y + 2.0
        ink.line(start, base, start + CHECK, base, SOFT, 0.2)
        for x in (start, start + CHECK):
            ink.line(x, base - 1.3, x, base + 1.3, SOFT, 0.2)
        ink.lines((shape_line("50 mm", setting, kit.lang),), start + CHECK + 1.5, y, 12, setting, SOFT)
    return ink.ops


def head(kit: Kit, title: str, hint: str, width: float) -> tuple[list[Op], list[Op], list[Op]]:
    """The head of a sheet to cut: the logo, its title, and what to do with it."""
    name, told = Ink(), Ink()
    wide = max(40.0, (width - 2 * SIDE) * 0.42)
    shown = logo(kit, SIDE, MARGIN, 30.0, HEAD - 1.5)
    left = shown.w + 3.0 if shown is not None else 0.0
    name.say(title, SIDE + left, MARGIN, wide, 4.2, weight=700, lang=kit.lang)
    room = width - 2 * SIDE - wide - left
    told.say(hint, SIDE + left + wide, MARGIN + 0.9, room, 2.9, color=SOFT, align="end", lang=kit.lang)
    return [shown.op] if shown is not None else [], name.ops, told.ops


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of ``w`` by ``h`` mm side by side on a sheet as it is held; (x, y) is the top left of the first."""

    width: float
    height: float
    columns: int
    rows: int
    w: float
    h: float
    x: float
    y: float

    @property
    def count(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def place(self, index: int) -> tuple[float, float]:
        """The top left of a card, counted from 0 row by row."""
        row, column = divmod(index, self.columns)
        return self.x + column * self.w, self.y + row * self.h


def grid(kit: Kit, w: float, h: float) -> Grid:
    """How cards of ``w`` by ``h`` mm lie on the paper (PK5).  Raises ExportError where not one does."""
    best: Grid | None = None
    for width, height in (kit.sheet, kit.sheet[::-1]):
        columns = int((width - 2 * MARGIN + 1e-6) // w)
        rows = int((height - 2 * MARGIN - HEAD - FOOT + 1e-6) // h)
        if columns < 1 or rows < 1 or (best is not None and columns * rows <= best.count):
            continue
        free = height - 2 * MARGIN - HEAD - FOOT - rows * h
        best = Grid(width, height, columns, rows, w, h, (width - columns * w) / 2, MARGIN + HEAD + min(0.3 * free, 6.0))
    if best is None:
        text = translate("Kit", "A card of {width} by {height} mm does not fit on {paper}; choose a larger paper.")
        raise ExportError(text.format(width=millimetres(w), height=millimetres(h), paper=kit.paper))
    return best


def cuts(place: Grid, used: int) -> list[Op]:
    """The lines to cut along, round the first ``used`` cards of a sheet."""
    ink = Ink()
    rows = -(-used // place.columns)
    columns = min(used, place.columns)
    dash = (1.6, 1.2)
    right, bottom = place.x + columns * place.w, place.y + rows * place.h
    for column in range(columns + 1):
        x = place.x + column * place.w
        ink.line(x, place.y - OVERCUT, x, bottom + OVERCUT, CUT, 0.2, dash)
    for row in range(rows + 1):
        y = place.y + row * place.h
        ink.line(place.x - OVERCUT, y, right + OVERCUT, y, CUT, 0.2, dash)
    return ink.ops


def card_pages(
    kit: Kit, title: str, place: Grid, faces: Sequence[tuple[Sequence[Op], str | None]], hint: str = ""
) -> Composed:
    """Cards on as many sheets as they need.  Each is its operations at (0, 0) in pt and the record it shows."""
    told = hint or translate("Kit", "Print at 100 %, then cut along the dashed lines")
    sheets = [faces[at : at + place.count] for at in range(0, len(faces), place.count)]
    pages: list[KitPage] = []
    for index, cards in enumerate(sheets):
        ink = Ink()
        sign, name, note = head(kit, title, told, place.width)
        frame: list[Op] = [*note]
        if index == 0:
            ink.ops += sign
            ink.part(name, "title")
        else:
            frame += [*sign, *name]
        for at, (ops, source_id) in enumerate(cards):
            x, y = place.place(at)
            ink.part((Group(tuple(ops), x * K, y * K),), "card", source_id=source_id)
        ink.ops += cuts(place, len(cards))
        frame += foot(kit, title, index + 1, len(sheets), place.width, place.height, check=True)
        pages.append(KitPage(place.width, place.height, tuple(ink.ops), tuple(frame)))
    return Composed(tuple(pages))
