"""Paper: sheet sizes, orientation, and the plan by which a poster is cut into sheets of a home printer.

All lengths are in mm.  A sheet of a tiled poster shows a window of it inside the printer's margin; neighbouring
windows share ``overlap`` mm, the glue edge, at the left and the top of the later sheet (print-and-excel.md keeps the
sums: A0 on A4 takes 21 sheets upright and 25 lying down, so the direction is worked out and never assumed).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Literal

from model.export.errors import ExportError
from model.export.papers import millimetres
from model.i18n import number, translate
from model.values import dataclass

Orientation = Literal["auto", "portrait", "landscape"]

DEFAULT_OVERLAP = 10.0
MAX_OVERLAP = 50.0
PRINTER_MARGIN = 5.0
"""What home printers leave white at each edge, with a little to spare (3 to 5 mm)."""

LEAST_SCALE = 0.95
"""How far a tiled poster may be made smaller to save sheets: nobody sees five per cent, a row of sheets one does."""

_STEPS = 1000  # the scale is said in tenths of a per cent
_SLACK = 1e-6


def turned(size: tuple[float, float], orientation: Literal["portrait", "landscape"]) -> tuple[float, float]:
    """A sheet held upright or lying down."""
    short, long = min(size), max(size)
    return (short, long) if orientation == "portrait" else (long, short)


@dataclass(frozen=True, slots=True)
class Fit:
    """A picture in an area: ``scale`` is the area's unit per unit of the picture, (x, y) its top left in the area."""

    scale: float
    x: float
    y: float


def fit(width: float, height: float, area_width: float, area_height: float) -> Fit:
    """The largest size at which a picture fits an area whole, at the top of it and centred across."""
    scale = min(area_width / width, area_height / height)
    return Fit(scale, (area_width - width * scale) / 2, 0.0)


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: column and row from 0, and its window (x, y, w, h) on the poster as it is printed, y down."""

    column: int
    row: int
    x: float
    y: float
    w: float
    h: float

    @property
    def name(self) -> str:
        """Column letter and row number: "B2"."""
        return column_letters(self.column) + str(self.row + 1)

    @property
    def left(self) -> str | None:
        """The name of the sheet that joins at the left, None for none."""
        return column_letters(self.column - 1) + str(self.row + 1) if self.column else None

    @property
    def above(self) -> str | None:
        """The name of the sheet that joins at the top, None for none."""
        return column_letters(self.column) + str(self.row) if self.row else None

    def joins(self, names: Collection[str]) -> bool:
        """Whether one of these sheets comes over a glue edge of this one."""
        return self.left in names or self.above in names


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster of ``width`` x ``height``, already scaled by ``scale``, in ``columns`` x ``rows`` windows.

    ``sheet`` is the paper as it lies in the printer, ``margin`` the white left round each window.
    ``unscaled`` is the number of sheets that the same poster would take at 100 %; once its content is known, of those
    that would be printed.
    """

    sheet: tuple[float, float]
    margin: float
    overlap: float
    scale: float
    width: float
    height: float
    columns: int
    rows: int
    unscaled: int

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """All windows, row by row."""
        return _windows(self)

    def inked(self, boxes: Iterable[tuple[float, float, float, float]]) -> frozenset[str]:
        """The names of the tiles that any of ``boxes`` (left, top, right, bottom, printed) needs.

        What stands in a glue edge, at the left or the top of a tile, is on the tile that comes over it.
        """
        tiles, glue = self.tiles, self.overlap
        first_row, first_column = tiles[: self.columns], tiles[:: self.columns]
        rights, bottoms = [tile.x + tile.w for tile in first_row], [tile.y + tile.h for tile in first_column]
        lefts = [tile.x + (glue if tile.column else 0.0) for tile in first_row]
        tops = [tile.y + (glue if tile.row else 0.0) for tile in first_column]
        found: set[tuple[int, int, int, int]] = set()
        # A box is mostly beside the one before, and needs the same tiles while each of its sides is between the same
        # two edges; the edges of that one are kept.
        least_left = least_right = least_top = least_bottom = math.inf
        left_end = right_end = top_end = bottom_end = -math.inf
        for left, top, right, bottom in boxes:
            if (
                least_left <= left < left_end
                and least_right < right <= right_end
                and least_top <= top < top_end
                and least_bottom < bottom <= bottom_end
            ):
                continue
            from_column, to_column = bisect_right(rights, left), bisect_left(lefts, right)
            from_row, to_row = bisect_right(bottoms, top), bisect_left(tops, bottom)
            found.add((from_column, to_column, from_row, to_row))
            least_left, left_end = _around(rights, from_column)
            least_right, right_end = _around(lefts, to_column)
            least_top, top_end = _around(bottoms, from_row)
            least_bottom, bottom_end = _around(tops, to_row)
        return frozenset(
            column_letters(column) + str(row + 1)
            for from_column, to_column, from_row, to_row in found
            for column in range(from_column, to_column)
            for row in range(from_row, to_row)
        )


@lru_cache(maxsize=8)  # each sheet asks for those around it
def _windows(plan: Tiling) -> tuple[Tile, ...]:
    across, down = plan.sheet[0] - 2 * plan.margin, plan.sheet[1] - 2 * plan.margin
    made: list[Tile] = []
    for row in range(plan.rows):
        for column in range(plan.columns):
            x, y = column * (across - plan.overlap), row * (down - plan.overlap)
            made.append(Tile(column, row, x, y, min(across, plan.width - x), min(down, plan.height - y)))
    return tuple(made)


def _around(edges: Sequence[float], place: int) -> tuple[float, float]:
    """The edges before and after a place among them."""
    return edges[place - 1] if place else -math.inf, edges[place] if place < len(edges) else math.inf


@lru_cache(maxsize=256)
def column_letters(column: int) -> str:
    """A, B, ... Z, AA, AB, ... for columns from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheets_along(length: float, printable: float, overlap: float) -> int:
    """How many windows of ``printable`` mm, sharing ``overlap``, cover ``length``."""
    return max(1, math.ceil((length - overlap) / (printable - overlap) - _SLACK))


def plan_tiles(
    width: float,
    height: float,
    sheet: tuple[float, float],
    *,
    overlap: float = DEFAULT_OVERLAP,
    margin: float = PRINTER_MARGIN,
    least_scale: float = LEAST_SCALE,
) -> Tiling:
    """The plan with the fewest sheets: both directions of the paper, and sizes down to ``least_scale``, tried.

    Among equal numbers the largest scale wins, then the direction of the poster itself.
    Raises ExportError for a margin and an overlap that leave nothing to print on.
    """
    if not 0 <= overlap <= MAX_OVERLAP:
        text = translate("Paper", "The overlap must be between 0 and {most} mm; {given} mm is not.")
        raise ExportError(text.format(most=number(MAX_OVERLAP), given=millimetres(overlap)))
    if min(sheet) - 2 * margin <= overlap:
        text = translate(
            "Paper",
            "A margin of {margin} mm and an overlap of {overlap} mm leave nothing to print on; make them smaller.",
        )
        raise ExportError(text.format(margin=millimetres(margin), overlap=millimetres(overlap)))
    own: Literal["portrait", "landscape"] = "landscape" if width >= height else "portrait"
    other: Literal["portrait", "landscape"] = "portrait" if own == "landscape" else "landscape"
    best: tuple[int, int, int] | None = None
    best_plan: tuple[tuple[float, float], int, int] | None = None
    unscaled: int | None = None
    for turn, direction in enumerate((own, other)):
        across, down = turned(sheet, direction)
        for step in range(_STEPS, math.ceil(least_scale * _STEPS) - 1, -1):
            columns = sheets_along(width * step / _STEPS, across - 2 * margin, overlap)
            rows = sheets_along(height * step / _STEPS, down - 2 * margin, overlap)
            if step == _STEPS:
                unscaled = min(unscaled or columns * rows, columns * rows)
            rank = (columns * rows, _STEPS - step, turn)
            if best is None or rank < best:
                best, best_plan = rank, ((across, down), columns, rows)
    if best is None or best_plan is None or unscaled is None:
        raise ValueError("the least scale is above 1")
    scale = (_STEPS - best[1]) / _STEPS
    size, columns, rows = best_plan
    return Tiling(size, margin, overlap, scale, width * scale, height * scale, columns, rows, unscaled)
