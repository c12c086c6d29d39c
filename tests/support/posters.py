"""Hand-made posters, so that the PDF is tested without the layout; and the pictures that PDFium makes of PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from model.document import Document
from model.draw.displaylist import Clip, DisplayList, Group, Icon, Op, Rect, Text, ellipse
from model.draw.displaylist import Path as Outline
from model.export.pdf import ExportReport, PosterOptions, render
from model.i18n import speaking
from model.newmap import new_map
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextStyle

NOTE = TextStyle(14, 17)
WIDTH = 1784.0
"""px of a hand-made poster, as in the design of the A1 poster."""


@dataclass(frozen=True)
class HandMade:
    """A poster as the composition gives it."""

    ops: DisplayList
    width_px: float
    height_px: float
    px_to_mm: float


def card(x: float, y: float, text: str, source_id: str, kind: str = "pain") -> Group:
    """A card of 148 px with an icon and its text."""
    lines = layout_text(text, NOTE, 128, first_indent=22)
    height = 24 + 17 * len(lines)
    ops: list[Op] = [
        Rect(0, 0, 148, height, fill=f"note.{kind}.fill", stroke=f"note.{kind}.outline", radius=3),
        Icon("star", 8, 8, 16, f"note.{kind}.edge"),
        Outline(ellipse(136, height - 10, 5), fill=f"note.{kind}.edge"),
    ]
    ops += [Text(8 + (22 if i == 0 else 0), 21 + 17 * i, line, f"note.{kind}.ink") for i, line in enumerate(lines)]
    return Group(tuple(ops), x=x, y=y, role="card", source_id=source_id, label=text)


def phase(x: float, y: float, name: str, source_id: str) -> Group:
    """A phase's header."""
    line = shape_line(name, TextStyle(15, 18, 600))
    ops = (Rect(0, 0, 150, 36, fill="phase.fill", radius=4), Text(12, 23, line, "phase.ink"))
    return Group(ops, x=x, y=y, role="phase", source_id=source_id, label=name)


def poster(ops: Sequence[Op], width_mm: float = 841.0, height_mm: float = 594.0, width_px: float = WIDTH) -> HandMade:
    """A poster that fills a sheet, on white."""
    k = width_mm / width_px
    height_px = height_mm / k
    return HandMade((Rect(0, 0, width_px, height_px, fill="#FFFFFF"), *ops), width_px, height_px, k)


def filled(texts: Sequence[str], columns: int = 8, width_mm: float = 841.0, height_mm: float = 594.0) -> HandMade:
    """A title, phases, and a card for each text, ten to a phase at most."""
    height_px = height_mm / (width_mm / WIDTH)
    title = Text(30, 70, shape_line("Schoenen kopen", TextStyle(38, 42, 700)), "ink.1")
    ops: list[Op] = [Group((title,), role="title")]
    ops += [phase(366 + c * 172, 30, f"Fase {c + 1}", f"phase{c}") for c in range(columns)]
    rows = -(-len(texts) // columns)
    for index, text in enumerate(texts):
        column, row = index % columns, index // columns
        ops.append(card(366 + column * 172, 90 + row * (height_px - 130) / max(rows, 1), text, f"item{index}"))
    return poster(ops, width_mm, height_mm)


def map_without_cards() -> Document:
    """A document to lend its name and language to a hand-made poster."""
    return new_map("Schoenen", "nl", ["A", "B"], ("touchpoints",))


def as_pdf(made: HandMade, **options: object) -> tuple[bytes, ExportReport]:
    """The PDF of a hand-made poster, in Dutch."""
    with speaking("nl"):
        return render(map_without_cards(), made, PosterOptions(**options))  # type: ignore[arg-type]  # keyword pass-through


def texts_of(pdf: bytes | Path, page: int = 0) -> list[str]:
    """The lines that PDFium reads on a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [line for line in document[page].get_textpage().get_text_range().split("\r\n") if line]
    finally:
        document.close()


@dataclass(frozen=True)
class Picture:
    """A page in grey: ``rows[y][x]`` is 0 (black) to 255."""

    rows: tuple[bytes, ...]

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @property
    def height(self) -> int:
        return len(self.rows)

    def cut(self, x: int, y: int, width: int, height: int) -> Picture:
        return Picture(tuple(row[x : x + width] for row in self.rows[y : y + height]))

    def difference(self, other: Picture) -> int:
        """The largest difference of two pixels."""
        return max(
            abs(a - b) for mine, its in zip(self.rows, other.rows, strict=True) for a, b in zip(mine, its, strict=True)
        )

    def mean_difference(self, other: Picture) -> float:
        """The mean difference of two pixels."""
        total = sum(
            abs(a - b) for mine, its in zip(self.rows, other.rows, strict=True) for a, b in zip(mine, its, strict=True)
        )
        return total / (self.width * self.height)


def picture(pdf: bytes, page: int = 0, *, per_mm: float = 2.0) -> Picture:
    """A page in grey at ``per_mm`` pixels per mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=per_mm * 25.4 / 72 * (1 - 1e-6), grayscale=True)
        data = bytes(bitmap.buffer)
        return Picture(tuple(data[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height)))
    finally:
        document.close()


def placed_texts(ops: Sequence[Op], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Text, float, float]]:
    """Every line of text on paper and the px at which it stands."""
    for op in ops:
        if isinstance(op, Text):
            yield op, x + op.x, y + op.y
        elif isinstance(op, Group) and op.paper:
            yield from placed_texts(op.ops, x + op.x, y + op.y)
        elif isinstance(op, Clip):
            yield from placed_texts(op.ops, x, y)


def without_texts(ops: Sequence[Op]) -> DisplayList:
    """The same list with no text in it."""
    from dataclasses import replace

    kept: list[Op] = []
    for op in ops:
        if isinstance(op, Group | Clip):
            kept.append(replace(op, ops=without_texts(op.ops)))
        elif not isinstance(op, Text):
            kept.append(op)
    return tuple(kept)
