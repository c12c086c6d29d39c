"""What the preview shows, made without Qt: pages of the very PDF that would be saved, and sheets of the workbook.

A press belongs to one frozen document and is used by the worker's thread only.  It keeps the last few PDFs, so that
leafing through the sheets of a poster renders pages and composes nothing.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from model.document import Document
from model.export.actions_pdf import ActionListOptions, action_list_pdf
from model.export.errors import ExportError, NothingChanged
from model.export.kit.parts import chosen_parts
from model.export.kit.pdf import KitFile, KitOptions, MadePart, Ready, kit_file, ready_parts
from model.export.pages import Tiling
from model.export.pdf import ExportReport, PosterOptions, poster_pdf
from model.export.readable import Reading
from model.export.uncut import uncut_pdf
from model.pdfium import PDFIUM
from model.values import dataclass, replace

Wish = PosterOptions | ActionListOptions | KitOptions | tuple[PosterOptions, ...]
"""A poster, the action list, a kit, or several posters."""

KEPT = 16
"""PDFs that are kept."""
MOST_KEPT = 64 * 1024 * 1024
"""Bytes of these PDFs at most: a map with photographs is large, and every one of them has all of it."""
_File = TypeVar("_File")
WHOLE = -1
"""The page number of the whole poster, uncut."""

ROW_HEIGHT = 18.0
"""pt of a row that says nothing about it."""
MOST_ROWS, MOST_COLUMNS = 60, 24
"""What is shown of a sheet of the workbook."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered page: rows of RGB, ``stride`` bytes apart, in device px."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a sheet lies on the whole poster, in parts of its width and height; ``printed`` unless it is empty."""

    name: str
    x: float
    y: float
    w: float
    h: float
    printed: bool


@dataclass(frozen=True, slots=True)
class KitProof:
    """What a page of a paper kit belongs to: the parts of the file, and the pages that each offered part takes, by id,
    in the file or not."""

    parts: tuple[MadePart, ...]
    pages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A page to look at.  ``page`` is WHOLE or the number of a page of the PDF; ``tiling`` says how it is cut.

    Of several ``posters`` it is a page of the one with the number ``poster``, from 0, and ``page`` counts those of all;
    ``m2`` is the paper that all of them take, in square metres.
    """

    page: int
    picture: Picture
    report: ExportReport
    tiling: Tiling | None = None
    frames: tuple[Frame, ...] = ()
    kit: KitProof | None = None
    posters: int = 1
    poster: int = 0
    m2: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the workbook: its text, its ground and its ink ("#RRGGBB" or ""), and whether it is bold."""

    text: str
    fill: str = ""
    ink: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    """The beginning of a sheet as people see it.

    ``rows`` counts the rows that hold something; ``widths`` are those of the columns in characters, ``heights`` those
    of the rows in pt.
    """

    title: str
    rows: int
    columns: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook to look at: its visible sheets, how many cards are in it, its size in bytes."""

    sheets: tuple[SheetView, ...]
    cards: int
    size: int
    blank: bool


class Press:
    """Makes previews of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kept: OrderedDict[PosterOptions | ActionListOptions, tuple[bytes, ExportReport]] = OrderedDict()
        self._whole: OrderedDict[PosterOptions, bytes] = OrderedDict()
        self._ready: tuple[KitOptions, list[Ready]] | None = None
        self._kits: OrderedDict[KitOptions, KitFile] = OrderedDict()

    def page(self, wish: Wish, page: int, room: tuple[int, int]) -> Proof:
        """A page of what is wished, as :meth:`proof`."""
        if isinstance(wish, tuple):
            return self.split_proof(wish, page, room)
        if isinstance(wish, KitOptions):
            return self.kit_proof(wish, page, room)
        return self.proof(wish, page, room)

    def proof(self, options: PosterOptions | ActionListOptions, page: int, room: tuple[int, int]) -> Proof:
        """A page as large as fits ``room`` (device px).  ``page`` beyond the last gives the last.

        Raises ExportError for a request that cannot be met.
        """
        data, report = self._pdf(options)
        tiling = report.tiling
        if page == WHOLE and isinstance(options, PosterOptions) and tiling is not None:
            data = self._uncut(options)
            frames = frames_of(tiling, report.sheets)
            return Proof(WHOLE, render(data, 0, room), report, tiling, frames, m2=report.paper_m2)
        number = min(max(page, 0), report.pages - 1)
        shown = page if page == WHOLE else number
        return Proof(shown, render(data, number, room), report, tiling, m2=report.paper_m2)

    def split_proof(self, wanted: Sequence[PosterOptions], page: int, room: tuple[int, int]) -> Proof:
        """A page of several posters, counted through all of them, as :meth:`proof`."""
        reports = [self._pdf(options)[1] for options in wanted]
        pages = sum(report.pages for report in reports)
        number = left = min(max(page, 0), pages - 1)
        poster = 0
        while left >= reports[poster].pages:
            left -= reports[poster].pages
            poster += 1
        data, own = self._pdf(wanted[poster])
        least = min((r.reading for r in reports if r.reading is not None), key=_reach, default=None)
        missing = dict.fromkeys(text for report in reports for text in report.missing)
        report = replace(own, pages=pages, reading=least, missing=tuple(missing))
        m2 = sum(each.paper_m2 for each in reports)
        return Proof(number, render(data, left, room), report, posters=len(reports), poster=poster, m2=m2)

    def changed(self, options: PosterOptions) -> tuple[int, int, bool]:
        """(sheets, how many of them changed since the earlier print, whether the notes kept their places)."""
        sheets = len(self._pdf(replace(options, before=None, anew=()))[1].sheets)
        try:
            report = self._pdf(options)[1]
        except NothingChanged:
            return sheets, 0, True
        return sheets, len(report.changed or ()), report.kept

    def _pdf(self, options: PosterOptions | ActionListOptions) -> tuple[bytes, ExportReport]:
        found = self._kept.pop(options, None) or self._make(options)
        self._kept[options] = found
        _forget(self._kept, lambda made: len(made[0]))
        return found

    def _uncut(self, options: PosterOptions) -> bytes:
        """The poster in one piece; how it is cut makes no difference, unless it is cut as it was before."""
        key = options
        if options.before is None:
            key = replace(options, tile="A4", margin_mm=None, overlap_mm=0.0, marks=True)
        found = self._whole.pop(key, None) or uncut_pdf(self._document, options)
        self._whole[key] = found
        _forget(self._whole, len)
        return found

    def _make(self, options: PosterOptions | ActionListOptions) -> tuple[bytes, ExportReport]:
        if isinstance(options, PosterOptions):
            return poster_pdf(self._document, options)
        return action_list_pdf(self._document, options)

    def kit_proof(self, options: KitOptions, page: int, room: tuple[int, int]) -> Proof:
        """A page of a paper kit, as :meth:`proof` for posters."""
        everything = replace(options, parts=None)
        if self._ready is None or self._ready[0] != everything:
            self._ready = (everything, ready_parts(self._document, everything))
        ready = self._ready[1]
        file = self._kits.pop(options, None) or self._kit(options, ready)
        self._kits[options] = file
        _forget(self._kits, lambda made: len(made.data))
        number = min(max(page, 0), file.pages - 1)
        made = next(part for part in file.parts if part.start <= number < part.start + part.pages)
        composed = next(each.composed for each in ready if each.part.id == made.id)
        if composed is None:
            raise ValueError("a part of the file was not composed")
        sheet = composed.pages[number - made.start]
        report = ExportReport(
            pages=file.pages,
            sheets=(),
            width_mm=sheet.width,
            height_mm=sheet.height,
            mm_per_px=25.4 / 72,
            scale=1.0,
            unscaled_sheets=file.pages,
            missing=file.missing,
            size=len(file.data),
        )
        pages = tuple((each.part.id, each.pages) for each in ready)
        return Proof(number, render(file.data, number, room), report, kit=KitProof(file.parts, pages))

    def _kit(self, options: KitOptions, ready: list[Ready]) -> KitFile:
        """The file of the parts that are chosen; raises ExportError with the reason where one cannot be printed."""
        wanted = {part.id for part in chosen_parts(self._document, options.parts)}
        found = []
        for each in ready:
            if each.part.id in wanted:
                if each.composed is None:
                    raise ExportError(each.reason)
                found.append((each.part, each.composed))
        return kit_file(self._document, options, found)

    def book(self, lang: str, *, blank: bool) -> Book:
        """The workbook, made and read back."""
        from model.export.xlsx import workbook_bytes

        data, report = workbook_bytes(self._document, lang=lang, blank=blank)
        return Book(read_sheets(data), report.cards, report.bytes, blank)


def _forget(kept: OrderedDict[Any, _File], size: Callable[[_File], int]) -> None:
    """Let the oldest PDFs go, and of very large ones more; the newest stays."""
    total = sum(map(size, kept.values()))
    while len(kept) > 1 and (len(kept) > KEPT or total > MOST_KEPT):
        total -= size(kept.popitem(last=False)[1])


def _reach(reading: Reading) -> float:
    return reading.reading_m


def frames_of(tiling: Tiling, printed: tuple[str, ...]) -> tuple[Frame, ...]:
    """The sheets of a tiled poster as parts of the whole."""
    w, h = tiling.width, tiling.height
    return tuple(
        Frame(tile.name, tile.x / w, tile.y / h, tile.w / w, tile.h / h, tile.name in printed) for tile in tiling.tiles
    )


def render(pdf: bytes, page: int, room: tuple[int, int]) -> Picture:
    """A page of a PDF as pixels, as large as fits ``room``."""
    with PDFIUM:
        import pypdfium2

        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            width, height = sheet.get_size()
            scale = min(max(room[0], 16) / width, max(room[1], 16) / height)
            bitmap = sheet.render(scale=scale, rev_byteorder=True)
            try:
                return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()
        finally:
            document.close()


def read_sheets(data: bytes) -> tuple[SheetView, ...]:
    """The visible sheets of a workbook, without their hidden rows and columns."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    return tuple(_read_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible")


def _read_sheet(sheet: Any) -> SheetView:
    from openpyxl.utils import get_column_letter

    sizes = sheet.column_dimensions
    columns = [c for c in range(1, sheet.max_column + 1) if not sizes[get_column_letter(c)].hidden]
    rows = [r for r in range(1, sheet.max_row + 1) if not sheet.row_dimensions[r].hidden]
    filled = [r for r in rows if any(sheet.cell(r, c).value is not None for c in columns)]
    shown = columns[:MOST_COLUMNS]
    return SheetView(
        title=sheet.title,
        rows=len(filled),
        columns=len(columns),
        widths=tuple(float(sizes[get_column_letter(c)].width) for c in shown),
        heights=tuple(float(sheet.row_dimensions[r].height or ROW_HEIGHT) for r in rows[:MOST_ROWS]),
        cells=tuple(tuple(_cell(sheet.cell(r, c)) for c in shown) for r in rows[:MOST_ROWS]),
    )


def _cell(cell: Any) -> Cell:
    fill = ""
    if cell.fill is not None and cell.fill.fill_type == "solid":
        fill = "#" + str(cell.fill.fgColor.rgb)[-6:]
    ink = cell.font.color.rgb if cell.font is not None and cell.font.color is not None else None
    value = cell.value.date() if isinstance(cell.value, datetime) else cell.value
    return Cell(
        text="" if value is None else str(value),
        fill=fill,
        ink="#" + ink[-6:] if isinstance(ink, str) else "",
        bold=bool(cell.font and cell.font.bold),
    )
