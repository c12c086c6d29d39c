"""The pages of an export as display lists, for a painter that draws them on something else than a PDF: a printer.

The exporters compose their pages once and hand them to :class:`model.export.pdf_file.PdfFile`.  Inside
:func:`keeping_leaves` it also notes down what it was given: what is printed is what would be saved, page by page.
All lengths are in pt (1/72 inch) from the top left of the page, y down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from model.draw.displaylist import DisplayList, Op, Rect
from model.export.extent import bounds
from model.values import dataclass, replace

MM = 25.4 / 72
"""mm of one pt."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A form on a page, its top left at (x, y), one px of it ``scale`` pt long.

    ``window`` (x, y, w, h) hides what lies outside; ``reads`` False for what is no content, or is read elsewhere.
    """

    form: str
    x: float
    y: float
    scale: float
    window: tuple[float, float, float, float] | None
    reads: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: forms first, then ``over``, a list in pt, which is content where ``reads``."""

    width: float
    height: float
    shown: tuple[Stamped, ...]
    over: DisplayList
    reads: bool

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in mm, as it is looked at."""
        return self.width * MM, self.height * MM

    @property
    def paper_mm(self) -> tuple[float, float]:
        """The paper it is on, upright, in whole tenths of a mm."""
        short, long = sorted(round(side, 1) for side in self.size_mm)
        return short, long


class Leaves:
    """The pages of one file, and the forms that they show, by name."""

    def __init__(self) -> None:
        self.forms: dict[str, DisplayList] = {}
        self.pages: list[Leaf] = []
        self._content: set[str] = set()

    def keep(self, name: str, ops: DisplayList, *, content: bool) -> None:
        """Note down a form; ``content`` False for marks and the like."""
        self.forms[name] = ops
        if content:
            self._content.add(name)

    def add(self, other: Leaves, prefix: str) -> None:
        """Take over the pages of another file behind these, the names of its forms behind ``prefix``."""
        self.forms |= {prefix + name: ops for name, ops in other.forms.items()}
        self._content |= {prefix + name for name in other._content}
        for leaf in other.pages:
            shown = tuple(replace(stamp, form=prefix + stamp.form) for stamp in leaf.shown)
            self.pages.append(replace(leaf, shown=shown))

    def is_content(self, stamp: Stamped) -> bool:
        """Whether a form on a page is more than marks, or a picture of what is read elsewhere."""
        return stamp.reads and stamp.form in self._content


_KEPT: ContextVar[Leaves | None] = ContextVar("kept leaves", default=None)


@contextmanager
def keeping_leaves() -> Iterator[Leaves]:
    """Notes down the pages of the PDF that is made inside."""
    leaves = Leaves()
    token = _KEPT.set(leaves)
    try:
        yield leaves
    finally:
        _KEPT.reset(token)


def kept_leaves() -> Leaves | None:
    """Where the pages are noted down that are made now, if anywhere."""
    return _KEPT.get()


def batches(leaves: Leaves) -> list[tuple[tuple[float, float], list[Leaf]]]:
    """The pages by their paper, upright in mm: a printer is given one paper at a time."""
    found: dict[tuple[float, float], list[Leaf]] = {}
    for leaf in leaves.pages:
        found.setdefault(leaf.paper_mm, []).append(leaf)
    return list(found.items())


Margins = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def outside(leaf: Leaf, leaves: Leaves, margins_mm: Margins, color: Callable[[str], str]) -> tuple[bool, bool]:
    """Whether (content, marks) of a page stand where a printer leaves its paper white.

    ``color`` answers the colour of a token: white grounds leave no ink.  What is cut off by a window is not there.
    """
    left, top, right, bottom = (side / MM for side in margins_mm)
    inner = (left, top, leaf.width - right, leaf.height - bottom)
    content = marks = False
    for stamp in leaf.shown:
        if stamp.window is not None and _within(_corners(stamp.window), inner):
            continue
        found = _sticks_out(leaves.forms[stamp.form], stamp, leaf, inner, color)
        content |= found and leaves.is_content(stamp)
        marks |= found and not leaves.is_content(stamp)
    plain = Stamped("", 0.0, 0.0, 1.0, None, leaf.reads)
    found = _sticks_out(leaf.over, plain, leaf, inner, color)
    return content or (found and leaf.reads), marks or (found and not leaf.reads)


Box = tuple[float, float, float, float]


def _corners(window: Box) -> Box:
    return window[0], window[1], window[0] + window[2], window[1] + window[3]


def _within(box: Box, inner: Box) -> bool:
    slack = 0.5  # pt; a fifth of a mm at the edge is nothing that one sees
    return (
        box[0] >= inner[0] - slack
        and box[1] >= inner[1] - slack
        and box[2] <= inner[2] + slack
        and box[3] <= inner[3] + slack
    )


def _sticks_out(ops: DisplayList, stamp: Stamped, leaf: Leaf, inner: Box, color: Callable[[str], str]) -> bool:
    shown: Box = (0.0, 0.0, leaf.width, leaf.height) if stamp.window is None else _corners(stamp.window)
    for a, b, c, d, op in bounds(ops):
        box = (
            max(stamp.x + a * stamp.scale, shown[0]),
            max(stamp.y + b * stamp.scale, shown[1]),
            min(stamp.x + c * stamp.scale, shown[2]),
            min(stamp.y + d * stamp.scale, shown[3]),
        )
        if box[0] < box[2] and box[1] < box[3] and not _within(box, inner) and not _is_ground(op, color):
            return True
    return False


def _is_ground(op: Op, color: Callable[[str], str]) -> bool:
    return isinstance(op, Rect) and op.stroke is None and color(op.fill or "#FFFFFF")[:7].upper() == "#FFFFFF"
