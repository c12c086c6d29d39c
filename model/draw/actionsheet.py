"""The action list on paper: pages as display lists in pt, every text whole.

AS1  A text is never cut: a row grows with it, and one higher than a page goes on on the next.
AS2  A heading stands on the page of its first row; a group that goes on repeats its heading, in two lines at most.
AS3  Title and date on the first page, both small on the others; page numbers and the columns' names on each.
     The logo of the organisation stands above the date.
AS4  Columns in which no row says anything are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.actionlist import (
    COLUMNS,
    ActionLine,
    Grouping,
    LineGroup,
    ListColumn,
    action_lines,
    grouped,
    status_icon,
    tell_counts,
)
from model.document import Document
from model.draw.displaylist import DisplayList, Group, Icon, Op, Rect, Text
from model.draw.fitting import few_lines
from model.draw.house import house_of, logo_group, logo_size
from model.draw.poster_head import written_date
from model.fields import ITEM_FIELDS, says, shown, value_of
from model.i18n import number, translate
from model.layout import metrics
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

PT_PER_MM = 72 / 25.4
MARGIN = 14 * PT_PER_MM

_TITLES = (TextStyle(20, 24, 700), TextStyle(15, 18, 700), TextStyle(11, 14, 700), TextStyle(8.5, 11, 600))
_SUB = TextStyle(10, 13.5)
_BODY, _STRONG = TextStyle(9.5, 12.5), TextStyle(9.5, 12.5, 600)
_HEAD, _SMALL = TextStyle(8.5, 11, 600), TextStyle(8.5, 11)
_BAND = TextStyle(10.5, 13.5, 600)
_PAD, _GAP = 4.0, 8.0
_SIGN = 10.0
_GROUND, _HAIR, _INK, _SOFT, _LATE = "#E4E4E4", "#B4B4B4", "ink.1", "#4A4F58", "state.danger"
_LEAST = {"status": 74.0, "due": 66.0, "impact": 40.0, "effort": 40.0}
"""pt that a column needs for its longest single words."""
_AGAIN = 2
"""Lines of a heading that is repeated; it stands whole where its group begins."""
_LOGO = (36 * PT_PER_MM, 11 * PT_PER_MM)
_ORPHANS = 3
"""Lines of its first row that a heading takes along, at least."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place for a bookmark: a heading, its page from 0, and y in pt from the top."""

    title: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class ActionSheets:
    """The printed list: ``pages`` hold what is read, ``frames`` what every page repeats; sizes in pt."""

    pages: tuple[DisplayList, ...]
    frames: tuple[DisplayList, ...]
    width: float
    height: float
    marks: tuple[Mark, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column on the paper: from ``x`` on, ``w`` wide, in pt."""

    column: ListColumn
    x: float
    w: float


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of one cell; ``sign`` is the status shown before the first; those from ``late`` on tell of lateness."""

    x: float
    w: float
    lines: tuple[TextLine, ...]
    style: TextStyle
    sign: str = ""
    late: int = 1_000_000


@dataclass(frozen=True, slots=True)
class _Sign:
    """The logo in its place, and its size in pt."""

    op: Op
    w: float
    h: float


def compose_action_sheets(
    document: Document, width_mm: float, height_mm: float, *, lang: str, by: Grouping = "solution", day: date
) -> ActionSheets:
    """The actions of a map on pages of ``width_mm`` x ``height_mm``, in the language that is spoken now.

    ``lang`` is where words are cut; ``day`` stands at the top and says what is overdue.
    """
    lines = action_lines(document)
    width, height = width_mm * PT_PER_MM, height_mm * PT_PER_MM
    paper = _Paper(document, lines, width, height, lang, by, day)
    for group in grouped(lines, by):
        paper.add_group(group)
    return paper.finish()


def used_columns(lines: Sequence[ActionLine], by: Grouping, *, wide: bool) -> tuple[ListColumn, ...]:
    """The columns of a printed list (AS4): what the heading of a group says already is not said again.

    What the card says of itself stands in a column where the page is ``wide`` and no heading tells it.
    """
    left_out = {"solution": {"card"}, "owner": {"owner"}, "due": {"due"}}[by]
    found = []
    for column in COLUMNS:
        if column.id in left_out:
            continue
        about_card = column.record == "card"
        if about_card and (by == "solution" or not wide):
            continue
        if column.id in ("status", "text", "card") or any(column.text(line) for line in lines):
            found.append(column)
    return tuple(found)


class _Paper:
    """Fills pages from top to bottom."""

    def __init__(
        self,
        document: Document,
        lines: Sequence[ActionLine],
        width: float,
        height: float,
        lang: str,
        by: Grouping,
        day: date,
    ) -> None:
        self._lines, self._width, self._height, self._lang, self._by, self._day = lines, width, height, lang, by, day
        self._room = width - 2 * MARGIN
        self._house = house_of(document)
        self._title = document.info.title.strip() or translate("Poster", "Journey map")
        self._slots = self._columns(used_columns(lines, by, wide=width > height))
        self._foot = height - MARGIN - _SMALL.line - 6
        self._pages: list[list[Op]] = [[]]
        self._marks: list[Mark] = []
        self._fresh = False
        """Nothing but a heading stands on the page yet."""
        self._top = MARGIN + _SMALL.line + 8 + self._head_height() + 4
        self._y = self._first_head()

    # -- columns -----------------------------------------------------------------------------------------------

    def _columns(self, columns: Sequence[ListColumn]) -> list[_Slot]:
        room = self._room - 2 * _PAD - _GAP * (len(columns) - 1)
        share = sum(column.share for column in columns)
        wide = {column.id: max(_LEAST.get(column.id, 0.0), room * column.share / share) for column in columns}
        rest = room - sum(wide[column.id] for column in columns if column.id in _LEAST)
        others = sum(column.share for column in columns if column.id not in _LEAST)
        slots, x = [], MARGIN + _PAD
        for column in columns:
            w = wide[column.id] if column.id in _LEAST else rest * column.share / others
            slots.append(_Slot(column, x, w))
            x += w + _GAP
        return slots

    def _head_lines(self) -> list[tuple[_Slot, tuple[TextLine, ...]]]:
        return [(slot, layout_text(slot.column.title, _HEAD, slot.w, lang=self._lang)) for slot in self._slots]

    def _head_height(self) -> float:
        return max(len(lines) for _, lines in self._head_lines()) * _HEAD.line + 6

    def _head_ops(self, y: float) -> list[Op]:
        ops: list[Op] = []
        bottom = y + self._head_height()
        for slot, lines in self._head_lines():
            ops += self._text(lines, slot.x, bottom - 5 - len(lines) * _HEAD.line, slot.w, _HEAD, _SOFT)
        ops.append(Rect(MARGIN, bottom - 1, self._room, 0.9, fill=_INK))
        return ops

    # -- text --------------------------------------------------------------------------------------------------

    @staticmethod
    def _text(lines: Sequence[TextLine], x: float, y: float, w: float, style: TextStyle, color: str) -> list[Op]:
        ops: list[Op] = []
        for line in lines:
            left = x + w - line.width if line.rtl else x
            ops.append(Text(left, y + metrics.baseline(style), line, color))
            y += style.line
        return ops

    def _set(self, text: str, style: TextStyle, w: float) -> tuple[TextLine, ...]:
        return layout_text(text, style, w, lang=self._lang)

    # -- pages -------------------------------------------------------------------------------------------------

    def _first_head(self) -> float:
        when = self._set(written_date(self._day), _SUB, 160)
        sign, beside = self._logo(), max(line.width for line in when) + 16
        if sign is not None:
            beside = max(beside, sign.w + 16)
        sub = self._set(
            f"{translate('Lists', 'Action list')} · {tell_counts(self._lines, self._day)}", _SUB, self._room
        )
        below = len(sub) * _SUB.line + 18 + self._head_height()
        style, title = self._title_lines(self._room - beside)
        base = MARGIN + metrics.baseline(style) - metrics.baseline(_SUB)
        right = self._width - MARGIN
        if sign is not None:
            self._page.append(sign.op)
            base = MARGIN + sign.h + 4
        dated = [Text(right - line.width, base + metrics.baseline(_SUB), line, _SOFT) for line in when]
        y = MARGIN
        while title:  # one longer than a page goes on on the next, as every text does
            fits = max(1, int((self._foot - y - below) / style.line))
            ops = self._text(title[:fits], MARGIN, y, self._room - beside, style, _INK)
            self._page.append(Group(tuple(ops), role="title"))
            y += len(title[:fits]) * style.line + 4
            title = title[fits:]
            if title:
                self._pages.append([])
                y = self._top
        self._page.append(Group(tuple(self._text(sub, MARGIN, y, self._room, _SUB, _SOFT)), role="subtitle"))
        self._pages[0].append(Group(tuple(dated), role="date"))
        y += len(sub) * _SUB.line + 10
        if sign is not None and len(self._pages) == 1:
            y = max(y, base + len(when) * _SUB.line + 8)
        if len(self._pages) > 1:
            return y  # the frame of later pages has the columns' names
        self._page.append(Group(tuple(self._head_ops(y)), role="columns"))
        return y + self._head_height() + 4

    def _logo(self) -> _Sign | None:
        """The organisation's logo at the top right."""
        if self._house.logo is None:
            return None
        w, h = logo_size(self._house.logo, *_LOGO)
        left = self._width - MARGIN - w
        group = logo_group(self._house.logo, self._house.title, left, MARGIN, w, h, 1 / PT_PER_MM)
        return _Sign(group, w, h)

    def _title_lines(self, width: float) -> tuple[TextStyle, tuple[TextLine, ...]]:
        """The title, smaller where it would take more than a third of the page."""
        for style in _TITLES:
            lines = self._set(self._title, style, width)
            if len(lines) * style.line <= self._height / 3:
                return style, lines
        return _TITLES[-1], self._set(self._title, _TITLES[-1], width)

    @property
    def _page(self) -> list[Op]:
        return self._pages[-1]

    def _new_page(self) -> None:
        self._pages.append([])
        self._y = self._top

    # -- rows --------------------------------------------------------------------------------------------------

    def add_group(self, group: LineGroup) -> None:
        """A heading on a grey band, and its rows."""
        rows = [(line, self._cells(line)) for line in group.lines]
        first = max(len(cell.lines) for cell in rows[0][1])
        needed = self._band_height(group, again=False) + self._least(group, first) * _BODY.line + 2 * _PAD
        if self._y + needed > self._foot and self._marks:
            self._new_page()
            self._fresh = True
        self._marks.append(Mark(group.title, len(self._pages) - 1, self._y))
        self._add_band(group, again=False)
        for line, cells in rows:
            self._add_row(group, line, cells)
        self._y += 8

    def _about(self, group: LineGroup) -> str:
        """What a card says of itself, for its heading."""
        if group.card is None:
            return ""
        parts = [group.lines[0].phase.name] if group.lines[0].phase else []
        for column in COLUMNS:
            field = ITEM_FIELDS.get(column.id)
            if column.record == "card" and field is not None and says(group.card, field):
                text = shown(field, value_of(group.card, field))
                parts.append(text if column.type == "choice" else f"{field.title} {text}")
        return " · ".join(part for part in parts if part)

    def _band(self, group: LineGroup, *, again: bool) -> list[tuple[TextLine, TextStyle, str]]:
        """The lines of a heading with their style and colour; ``again``: at the top of a page on which its group goes
        on."""
        room = self._room - 2 * _PAD
        about = self._about(group)
        if not again:
            title = self._set(group.title, _BAND, room)
            told = self._set(about, _SMALL, room) if about else ()
        else:
            more = translate("Lists", "(continued)")
            title = self._set(f"{group.title} {more}".strip(), _BAND, room)
            if len(title) > _AGAIN:
                shown = few_lines(group.title, _BAND, self._lang, room - self._width_of(more, _BAND), _AGAIN)
                title = (*shown[:-1], shape_line(f"{shown[-1].text} {more}", _BAND, self._lang))
            told = few_lines(about, _SMALL, self._lang, room, 1) if about else ()
        return [*((line, _BAND, _INK) for line in title), *((line, _SMALL, _SOFT) for line in told)]

    def _width_of(self, text: str, style: TextStyle) -> float:
        return shape_line(f" {text}", style, self._lang).width

    def _band_height(self, group: LineGroup, *, again: bool) -> float:
        return sum(style.line for _, style, _ in self._band(group, again=again)) + 2 * _PAD

    def _add_band(self, group: LineGroup, *, again: bool) -> None:
        """The heading; one that is higher than the rest of a page goes on on the next."""
        lines = self._band(group, again=again)
        source = group.card.id if group.card else None
        while lines:
            y, end = self._y + _PAD, self._foot - _PAD
            ops: list[Op] = []
            taken = 0
            for line, style, color in lines:
                if taken and y + style.line > end:
                    break
                ops += self._text((line,), MARGIN + _PAD, y, self._room - 2 * _PAD, style, color)
                y += style.line
                taken += 1
            ground = Rect(MARGIN, self._y, self._room, y + _PAD - self._y, fill=_GROUND)
            self._page.append(Group((ground, *ops), role="group", source_id=None if again else source))
            self._y = y + _PAD
            lines = lines[taken:]
            if lines:
                self._new_page()
                self._fresh = False

    def _cells(self, line: ActionLine) -> list[_Cell]:
        cells = []
        for slot in self._slots:
            column = slot.column
            text, x, w, sign = column.text(line), slot.x, slot.w, ""
            if column.type == "status":
                sign, x, w = line.status, slot.x + _SIGN + 4, slot.w - _SIGN - 4
            if column.id == "text" and not text.strip():
                text = translate("Lists", "No text yet")
            lines = self._set(text, _BODY, w) if text else ()
            late = 1_000_000
            if column.type == "date" and line.overdue(self._day):
                late = len(lines)
                lines = (*lines, *self._set(translate("Lists", "overdue"), _STRONG, w - 11))
            cells.append(_Cell(x, w, lines, _BODY, sign, late))
        if self._by == "due" and line.overdue(self._day):
            cells[0] = self._told_late(cells[0])
        return cells

    def _told_late(self, cell: _Cell) -> _Cell:
        """The status with a word of its lateness, where no column of days can say so."""
        lines = (*cell.lines, *self._set(translate("Lists", "overdue"), _STRONG, cell.w - 11))
        return _Cell(cell.x, cell.w, lines, cell.style, cell.sign, len(cell.lines))

    def _fresh_fit(self, group: LineGroup) -> int:
        """How many lines of a row a page takes that begins with the group's repeated heading."""
        room = self._foot - self._top - self._band_height(group, again=True)
        return max(1, int((room - 2 * _PAD) / _BODY.line + 1e-6))

    def _least(self, group: LineGroup, rest: int) -> int:
        """How many of ``rest`` lines have to stand together: all of them where a page can hold them."""
        return rest if rest <= self._fresh_fit(group) else min(rest, _ORPHANS)

    def _add_row(self, group: LineGroup, line: ActionLine, cells: Sequence[_Cell]) -> None:
        count, start = max(len(cell.lines) for cell in cells), 0
        while start < count:
            fit = int((self._foot - self._y - 2 * _PAD) / _BODY.line + 1e-6)
            if fit < self._least(group, count - start) and not self._fresh:
                self._new_page()
                self._add_band(group, again=True)
                self._fresh = True
                continue
            take = min(max(fit, 1), count - start)
            self._draw_row(line, cells, start, take)
            self._fresh = False
            start += take

    def _draw_row(self, line: ActionLine, cells: Sequence[_Cell], start: int, take: int) -> None:
        y = self._y + _PAD
        ops: list[Op] = []
        for cell in cells:
            if cell.sign and start == 0:
                top = y + (_BODY.line - _SIGN) / 2
                ops.append(Icon(status_icon(cell.sign), cell.x - _SIGN - 4, top, _SIGN, _INK))
            for place in range(start, min(start + take, len(cell.lines))):
                text = cell.lines[place : place + 1]
                at = y + (place - start) * cell.style.line
                if place < cell.late:
                    ops += self._text(text, cell.x, at, cell.w, cell.style, _INK)
                else:
                    ops.append(Icon("alert-triangle", cell.x, at + 2, 8.5, _LATE))
                    ops += self._text(text, cell.x + 11, at, cell.w - 11, _STRONG, _LATE)
        height = take * _BODY.line + 2 * _PAD
        ops.append(Rect(MARGIN, self._y + height - 0.25, self._room, 0.5, fill=_HAIR))
        self._page.append(Group(tuple(ops), role="row", source_id=line.action.id))
        self._y += height

    # -- what every page has -----------------------------------------------------------------------------------

    def finish(self) -> ActionSheets:
        """All pages, each with its number."""
        frames = tuple(self._frame(page, len(self._pages)) for page in range(len(self._pages)))
        return ActionSheets(
            tuple(tuple(page) for page in self._pages),
            frames,
            self._width,
            self._height,
            tuple(self._marks),
            len(self._lines),
        )

    def _frame(self, page: int, pages: int) -> DisplayList:
        ops: list[Op] = []
        y = self._height - MARGIN - _SMALL.line
        told = translate("Lists", "Page {page} of {pages}").format(page=number(page + 1), pages=number(pages))
        right = self._set(told, _SMALL, 140)
        ops += [
            Text(self._width - MARGIN - line.width, y + metrics.baseline(_SMALL), line, _SOFT) for line in right[:1]
        ]
        if page:
            name = f"{self._title} · {translate('Lists', 'Action list')} · {written_date(self._day)}"
            head = self._set(name, _SMALL, self._room)
            # A title over several lines is told whole on the first page; here its beginning finds the sheet again.
            ops += self._text(head[:1], MARGIN, MARGIN, self._room, _SMALL, _SOFT)
            ops += self._head_ops(MARGIN + _SMALL.line + 8)
        return tuple(ops)
