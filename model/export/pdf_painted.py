"""What painting a display list for a PDF gives: its operators, and what they hold that a page or a tree must know."""

from __future__ import annotations

from model.draw.displaylist import DisplayList
from model.export.pdf_pictures import PdfPicture
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the stream that belongs to the tag tree; ``kind`` is a structure type ("P", "H1", "Figure").

    (x, y) is where it begins, in px of the display list.
    """

    mcid: int
    kind: str
    role: str
    source_id: str | None
    label: str
    x: float
    y: float
    text: str = ""
    """What it reads as, where its glyphs alone do not say it: hyphens, emoji, right-to-left scripts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phase or lane stands, in px of the display list; for bookmarks."""

    role: str
    source_id: str | None
    label: str
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """Characters that no font can draw, and the record whose text holds them."""

    text: str
    source_id: str | None


@dataclass(frozen=True, slots=True)
class IconForm:
    """An icon in one size and colour, in a square of ``size`` px with its top left at (0, 0) and y negated."""

    name: str
    code: str
    size: float


@dataclass(frozen=True, slots=True)
class Painted:
    """What painting a display list gave.

    ``alphas`` are the opacities in use, in 1/255; ``icons`` the icons, each drawn once, by the name of their form;
    ``pictures`` the pictures, each once, by the name under which the stream shows them.
    ``ops`` is the list itself, for whoever draws the same pages elsewhere (:mod:`model.export.leaves`).
    """

    code: str
    marks: tuple[Mark, ...]
    places: tuple[Place, ...]
    missing: tuple[MissingCharacter, ...]
    alphas: frozenset[int]
    icons: tuple[IconForm, ...]
    pictures: tuple[tuple[str, PdfPicture], ...] = ()
    ops: DisplayList = ()
