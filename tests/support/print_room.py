"""A printer that is none: what is printed comes as a PDF, to be measured; and the tools to measure it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QEventLoop

from model.draw.theme import load_theme
from model.export.leaves import Leaf, Leaves
from widgets.dialogs.exports.print_order import Size
from widgets.dialogs.exports.print_run import PrintRun, paper_file

MM = 25.4 / 72


def printed(path: Path, leaves: Leaves, pages: Sequence[Leaf] | None = None, paper: Size | None = None) -> bytes:
    """Paint pages, all if none are named, on a paper, that of the first page if none is named; the PDF of it."""
    wanted = list(leaves.pages if pages is None else pages)
    run = PrintRun(leaves, wanted, paper_file(str(path), paper or wanted[0].paper_mm, "Proef"), load_theme("poster"))
    loop, errors = QEventLoop(), list[object]()
    run.finished.connect(loop.quit)
    run.failed.connect(errors.append)
    run.failed.connect(lambda _error: loop.quit())
    run.start()
    loop.exec()
    assert not errors, errors
    return path.read_bytes()


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(page.get_width() * MM, page.get_height() * MM) for page in document]
    finally:
        document.close()


@dataclass(frozen=True)
class Grey:
    """A page in grey, ``per_mm`` pixels to the mm."""

    per_mm: float
    rows: list[bytes]

    def run_down(self, x: tuple[float, float], dark: tuple[int, int] = (0, 127)) -> tuple[float, float]:
        """(from, length) in mm of the longest stretch of such greys in any column between two places in mm."""
        columns = range(round(x[0] * self.per_mm), round(x[1] * self.per_mm))
        return self._longest([bytes(row[at] for row in self.rows) for at in columns], dark)

    def run_across(self, y: tuple[float, float], dark: tuple[int, int] = (0, 127)) -> tuple[float, float]:
        """The same along rows."""
        return self._longest(self.rows[round(y[0] * self.per_mm) : round(y[1] * self.per_mm)], dark)

    def _longest(self, lines: Sequence[bytes], dark: tuple[int, int]) -> tuple[float, float]:
        best = (0, 0)
        for line in lines:
            begun = None
            for at, value in enumerate((*line, 256)):
                if dark[0] <= value <= dark[1]:
                    begun = at if begun is None else begun
                elif begun is not None:
                    best = max(best, (at - begun, begun))
                    begun = None
        return best[1] / self.per_mm, best[0] / self.per_mm


def grey(pdf: bytes, page: int, per_mm: float) -> Grey:
    """A page as one sees it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=per_mm * MM, grayscale=True)
        data = bytes(bitmap.buffer)
        rows = [data[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height)]
        return Grey(per_mm, rows)
    finally:
        document.close()


def places(pdf: bytes, page: int, words: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Where the first letter of each of these words stands: its left and its foot in mm from the top left."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        height, text = sheet.get_height(), sheet.get_textpage()
        found = {}
        for word in words:
            hit = text.search(word, match_case=True).get_next()
            if hit is not None:
                left, bottom, right, top = text.get_charbox(hit[0])
                found[word] = ((left + right) / 2 * MM, (height - (bottom + top) / 2) * MM)
        return found
    finally:
        document.close()
