"""Pages that are read, not cut: rows below each other, carried on from page to page, every text whole.

PK7  A row that is higher than what is left of a page begins on the next one; one higher than a page is parted between
     two lines.  A heading stands with the row that follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.draw.displaylist import Op
from model.export.kit.ink import HAIR, INK, SOFT, Ink, K, broken, em
from model.export.kit.sheet import FOOT, MARGIN, Composed, Kit, KitPage, Mark, foot, logo
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

SIDE = 14.0
TOP = 13.0
_HEADED = 18.0
"""The room that a heading wants below it, mm."""
_HEADING_LINES = 6
"""A longer one may be parted between two pages."""
_LOGO = (36.0, 11.0)


Signs = Callable[[Ink, float, float], None]
"""Draws what stands beside the first lines of a row, told the left edge and the top of it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a row, ``x`` mm from the left edge of the rows, ``w`` wide, ``down`` mm below what stands above it."""

    text: str
    x: float
    w: float
    size: float = 4.2
    weight: int = 400
    italic: bool = False
    color: str = INK
    lang: str = "nl"
    down: float = 0.0

    @property
    def style(self) -> TextStyle:
        """How it is set."""
        return em(self.size, self.weight, self.italic)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a column, its height and the white above it, in mm."""

    cell: Cell
    line: TextLine
    height: float
    before: float


def _column(column: Cell | tuple[Cell, ...]) -> list[_Line]:
    found: list[_Line] = []
    for cell in column if isinstance(column, tuple) else (column,):
        setting = cell.style
        for index, line in enumerate(broken(cell.text, setting, cell.w, cell.lang)):
            found.append(_Line(cell, line, setting.line / K, 0.0 if index else cell.down))
    return found


def _height(column: Sequence[_Line]) -> float:
    return sum(line.before + line.height for line in column)


class Report:
    """Upright pages in the making; lengths in mm."""

    def __init__(self, kit: Kit, title: str) -> None:
        self.kit, self._title = kit, title
        self.width, self.height = min(kit.sheet), max(kit.sheet)
        self.room = self.width - 2 * SIDE
        self.bottom = self.height - MARGIN - FOOT - 3
        self._pages: list[Ink] = []
        self._marks: list[list[Mark]] = []
        self.y = self.bottom + 1
        self.new_page()

    @property
    def page(self) -> Ink:
        """The page that is being filled."""
        return self._pages[-1]

    def new_page(self) -> None:
        """Begin a page."""
        self._pages.append(Ink())
        self._marks.append([])
        self.y = TOP

    def need(self, height: float) -> bool:
        """Begin a page where less than ``height`` is left of this one; whether it was."""
        if self.y + height <= self.bottom or self.y <= TOP:
            return False
        self.new_page()
        return True

    def title(self, text: str, below: str = "", *, mark: bool = False, source_id: str | None = None) -> None:
        """The head of a page: large, with small print below it; ``mark``: with a bookmark of its own."""
        if mark:
            self._marks[-1].append(Mark(text, self.y))
        sign = None
        if self.y <= TOP:
            sign = logo(self.kit, SIDE + self.room - _LOGO[0], self.y, *_LOGO, "end")
        room = self.room - (sign.w + 6 if sign is not None else 0.0)
        for size in (9.0, 7.0, 5.4, 4.4):
            setting = em(size, 700)
            lines = broken(text, setting, room, self.kit.map_lang)
            if len(lines) * setting.line / K <= self.height / 3:
                if sign is not None:
                    self.page.ops.append(sign.op)
                ink = Ink()
                self.y = ink.lines(lines, SIDE, self.y, room, setting)
                self.page.part(ink.ops, "title", source_id=source_id)
                break
        else:  # one so long goes on from page to page
            self.row([Cell(text, 0, self.room, 4.4, 700, lang=self.kit.map_lang)], source_id=source_id, rule=False)
        if below:
            self.row([Cell(below, 0, self.room, 4.0, color=SOFT, lang=self.kit.map_lang)], rule=False, gap=0.5)
        self.y += 3

    def heading(self, text: str) -> None:
        """A heading above rows, with a rule."""
        setting = em(4.2, 700)
        lines = broken(text, setting, self.room, self.kit.lang)
        if len(lines) > _HEADING_LINES:
            self.row([Cell(text, 0, self.room, 4.2, 700, color=SOFT, lang=self.kit.lang)])
            return
        self.need(len(lines) * setting.line / K + 3 + _HEADED)
        ink = Ink()
        y = ink.lines(lines, SIDE, self.y + 3, self.room, setting, SOFT)
        self.page.part(ink.ops, "heading")
        self.page.line(SIDE, y + 1, SIDE + self.room, y + 1, INK, 0.35)
        self.y = y + 2.5

    def paragraph(self, text: str, size: float = 4.6, *, italic: bool = False, color: str = INK) -> None:
        """A text over the whole width."""
        self.row([Cell(text, 0, self.room, size, italic=italic, color=color, lang=self.kit.map_lang)], rule=False)

    def row(
        self,
        columns: Sequence[Cell | tuple[Cell, ...]],
        *,
        source_id: str | None = None,
        rule: bool = True,
        signs: Signs | None = None,
        least: float = 0.0,
        gap: float = 1.4,
    ) -> None:
        """A row of texts, several in one column below each other.  ``signs`` draws what stands beside its first lines,
        ``least`` mm high."""
        waiting = [_column(column) for column in columns]
        whole = max([least, *(_height(column) for column in waiting)]) + 2 * gap
        if whole <= self.bottom - TOP:
            self.need(whole)
        elif self.y + 30 > self.bottom:
            self.new_page()
        first = True
        while first or any(waiting):
            room = self.bottom - self.y - 2 * gap
            ink = Ink()
            used = least if first else 0.0
            if first and signs is not None:
                signs(ink, SIDE, self.y + gap)
            for column in waiting:
                at = 0.0
                taken = 0
                for line in column:
                    white = line.before if taken or first else 0.0
                    if taken and at + white + line.height > room + 1e-6:
                        break
                    cell = line.cell
                    top = self.y + gap + at + white
                    ink.lines((line.line,), SIDE + cell.x, top, cell.w, cell.style, cell.color)
                    at += white + line.height
                    taken += 1
                del column[:taken]
                used = max(used, at)
            first = False
            self.page.part(ink.ops, "row", source_id=source_id)
            self.y += used + 2 * gap
            if any(waiting):
                self.new_page()
        if rule:
            self.page.line(SIDE, self.y, SIDE + self.room, self.y, HAIR, 0.25)

    def writing(self, least: float, pitch: float = 10.0, heading: str = "") -> None:
        """Lines to write on down to the foot of the page; on a new one where less than ``least`` mm are left."""
        self.need(least)
        if heading:
            ink = Ink()
            self.y = ink.say(heading, SIDE, self.y + 2, self.room, 3.6, weight=600, color=SOFT, lang=self.kit.lang)
            self.page.part(ink.ops, "heading")
        self.page.writing(SIDE, self.y, self.room, self.bottom - self.y, pitch)
        self.y = self.bottom

    def finish(self) -> Composed:
        """All pages, each with its foot."""
        count = len(self._pages)
        pages = []
        for index, (ink, marks) in enumerate(zip(self._pages, self._marks, strict=True)):
            frame: list[Op] = foot(self.kit, self._title, index + 1, count, self.width, self.height, check=False)
            pages.append(KitPage(self.width, self.height, tuple(ink.ops), tuple(frame), marks=tuple(marks)))
        return Composed(tuple(pages))
