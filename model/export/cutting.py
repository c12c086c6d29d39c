"""How a poster is cut into sheets, and which of them hang on the wall.

CU1  A sheet is printed where it has something beyond the glue edges over which its neighbours come: what lies in such
     an edge stands on the neighbour already, and that one is printed.
CU2  A poster that is to fit is made a little smaller only where that saves sheets that would really be printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from model.draw.displaylist import DisplayList
from model.draw.theme import Theme
from model.export.extent import ink
from model.export.pages import LEAST_SCALE, Tiling, plan_tiles
from model.export.papers import paper
from model.export.placing import tile_margin
from model.values import dataclass, replace

if TYPE_CHECKING:
    from model.export.pdf import PosterOptions


class Drawing(Protocol):
    """A poster as a display list, filling its sheet."""

    @property
    def ops(self) -> DisplayList: ...

    @property
    def width_px(self) -> float: ...

    @property
    def height_px(self) -> float: ...

    @property
    def px_to_mm(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Saving:
    """What a little smaller saves: at ``scale`` it takes ``sheets`` of ``columns`` x ``rows``, instead of
    ``instead_of`` that would be printed at 100 %."""

    scale: float
    columns: int
    rows: int
    sheets: int
    instead_of: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A poster in sheets: the plan, the names of those on the wall (CU1), and what is saved or could be (CU2)."""

    tiling: Tiling
    hung: frozenset[str]
    saving: Saving | None = None


def cut_poster(poster: Drawing, options: PosterOptions, theme: Theme, *, like: Tiling | None = None) -> Cut:
    """The sheets of a poster; ``like`` is the plan of an earlier print, which is kept."""
    boxes = ink(poster.ops, theme, poster.px_to_mm)
    if like is not None:
        return Cut(like, like.inked(_scaled(boxes, like.scale)))
    whole = _plan(poster, options, 1.0)
    on_whole = whole.inked(boxes)
    whole = replace(whole, unscaled=len(on_whole))
    smaller = _plan(poster, options, LEAST_SCALE) if options.scale == "fit" else whole
    if smaller.scale == 1:
        return Cut(whole, on_whole)
    on_smaller = smaller.inked(_scaled(boxes, smaller.scale))
    if len(on_smaller) >= len(on_whole):
        return Cut(whole, on_whole)
    saving = Saving(smaller.scale, smaller.columns, smaller.rows, len(on_smaller), len(on_whole))
    if not options.fewer_sheets:
        return Cut(whole, on_whole, saving)
    return Cut(replace(smaller, unscaled=len(on_whole)), on_smaller, saving)


def _plan(poster: Drawing, options: PosterOptions, least_scale: float) -> Tiling:
    return plan_tiles(
        poster.width_px * poster.px_to_mm,
        poster.height_px * poster.px_to_mm,
        paper(options.tile or "A4"),
        overlap=options.overlap_mm,
        margin=tile_margin(options),
        least_scale=least_scale,
    )


_Box = tuple[float, float, float, float]


def _scaled(boxes: Iterable[_Box], k: float) -> Iterable[_Box]:
    return ((left * k, top * k, right * k, bottom * k) for left, top, right, bottom in boxes)
