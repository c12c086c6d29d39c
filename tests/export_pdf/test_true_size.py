"""True size, measured with a ruler of its own: pages are rendered at a known resolution and nothing else is asked.

A line is where pixels are dark; its place is the middle of its run of pixels, at 10 pixels per mm, so that 0.2 mm are
two pixels.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Sequence
from datetime import date

import pypdfium2
import pytest

from model.document import Document
from model.export.kit.pdf import PAPERS, KitFile, KitOptions, kit_pdf
from model.export.papers import paper
from model.export.pdf import PosterOptions, poster_pdf
from model.files.native import load
from posters import Picture, picture
from resources import resource_path

DAY = date(2026, 5, 21)
PT = 72 / 25.4
PER_MM = 10
NEAR = 0.2
"""mm by which anything may be off."""


@pytest.fixture(scope="module")
def example() -> Document:
    return load(resource_path("templates", "example_nl.journey")).document


class Sheet:
    """A page to measure on; places in mm from its top left."""

    def __init__(self, pdf: bytes, page: int = 0) -> None:
        self._pdf, self._page = pdf, page
        with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
            self.width, self.height = (side / PT for side in document[page].get_size())

    def rows(self, x: float, y: float, w: float, h: float) -> list[bytes]:
        """The pixels of a part, in grey."""
        with pypdfium2.PdfDocument(io.BytesIO(self._pdf)) as document:
            page = document[self._page]
            width, height = page.get_size()
            crop = (x * PT, height - (y + h) * PT, width - (x + w) * PT, y * PT)
            bitmap = page.render(scale=PER_MM / PT, crop=crop, grayscale=True)
            data = bytes(bitmap.buffer)
            return [data[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height)]

    def down(self, x: float, y: float, w: float, h: float, least: float = 0.4, dark: int = 190) -> list[float]:
        """Where lines lie in a part, from the top of the page: rows that are dark over ``least`` of its width."""
        return [y + at for at in _runs(self.rows(x, y, w, h), least, dark)]

    def across(self, x: float, y: float, w: float, h: float, least: float = 0.4, dark: int = 190) -> list[float]:
        """Where lines stand in a part, from the left of the page."""
        return [x + at for at in _runs(list(zip(*self.rows(x, y, w, h), strict=True)), least, dark)]


def _runs(rows: Sequence[Sequence[int]], least: float, dark: int) -> list[float]:
    found: list[float] = []
    start: int | None = None
    for index in range(len(rows) + 1):
        flag = index < len(rows) and sum(value < dark for value in rows[index]) > least * len(rows[index])
        if flag and start is None:
            start = index
        if not flag and start is not None:
            found.append((start + index) / 2 / PER_MM)
            start = None
    return found


def apart(places: Sequence[float]) -> list[float]:
    return [b - a for a, b in itertools.pairwise(places)]


# -- posters --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["A4", "A3", "letter", "tabloid"])
def test_the_ruler_on_the_assembly_page_is_100_mm_on_every_paper(example: Document, sheet: str) -> None:
    page = Sheet(poster_pdf(example, PosterOptions(tile=sheet))[0])
    assert sorted((page.width, page.height)) == pytest.approx(sorted(paper(sheet)), abs=0.05)
    bottom = page.height - 25
    (line,) = page.down(14, bottom, 96, 20, least=0.95)
    # The strokes at every ten millimetres are longer than those between them.
    strokes = page.across(8, line + 1.6, 110, 0.5, least=0.9)
    tens = [stroke for stroke in strokes if abs(stroke - strokes[0] - round((stroke - strokes[0]) / 10) * 10) < 1]
    assert tens[-1] - tens[0] == pytest.approx(100, abs=NEAR)


@pytest.mark.parametrize(("sheet", "overlap"), [("A4", 10.0), ("letter", 0.0), ("A3", 20.0)])
def test_the_grid_of_tiles_measures_right_in_both_directions(example: Document, sheet: str, overlap: float) -> None:
    """Crop marks stand at the edges of what is printed; windows follow at their width less the overlap."""
    pdf, report = poster_pdf(example, PosterOptions(tile=sheet, overlap_mm=overlap))
    plan = report.tiling
    assert plan is not None
    for index, name in list(enumerate(report.sheets, 1))[:4]:
        tile = next(tile for tile in plan.tiles if tile.name == name)
        page = Sheet(pdf, index)
        assert (page.width, page.height) == pytest.approx(plan.sheet, abs=0.05)
        room = plan.margin - 1.0
        marks_x = page.across(0, plan.margin + tile.h + 1.0, page.width, room - 0.5, least=0.6)
        marks_y = page.down(plan.margin + tile.w + 1.0, 0, room - 0.5, page.height, least=0.6)
        assert marks_x[-1] == pytest.approx(plan.margin + tile.w, abs=NEAR), name
        assert marks_y[-1] == pytest.approx(plan.margin + tile.h, abs=NEAR), name
        joint_x = plan.margin + (overlap if tile.column else 0.0)
        joint_y = plan.margin + (overlap if tile.row else 0.0)
        assert marks_x[0] == pytest.approx(joint_x, abs=NEAR), name
        assert marks_y[0] == pytest.approx(joint_y, abs=NEAR), name


@pytest.mark.parametrize(("sheet", "overlap"), [("A4", 10.0), ("A3", 20.0)])
def test_the_example_in_tiles_put_together_is_the_poster_of_one_page(
    example: Document, sheet: str, overlap: float
) -> None:
    """Each sheet laid over the glue edges of the next ones, pixel by pixel.

    Told tolerance: at 2 pixels per mm fewer than 2 pixels of a thousand differ by more than a tenth of the range from
    black to white, and the mean difference is below 0.5 of 255.
    """
    options = PosterOptions(paper="A1", tile=sheet, overlap_mm=overlap, fewer_sheets=False)
    pdf, report = poster_pdf(example, options)
    whole_pdf, _ = poster_pdf(example, PosterOptions(paper="A1"))
    plan = report.tiling
    assert plan is not None
    per_mm = 2
    whole = picture(whole_pdf, per_mm=per_mm)
    assert plan.scale == 1
    wall = [bytearray(b"\xff" * whole.width) for _ in range(whole.height)]
    for index, name in reversed(list(enumerate(report.sheets, 1))):
        tile = next(tile for tile in plan.tiles if tile.name == name)
        page = picture(pdf, index, per_mm=per_mm)
        left, top = round(tile.x * per_mm), round(tile.y * per_mm)
        width = min(round(tile.w * per_mm), whole.width - left)
        height = min(round(tile.h * per_mm), whole.height - top)
        window = page.cut(round(plan.margin * per_mm), round(plan.margin * per_mm), width, height)
        for y, row in enumerate(window.rows):
            wall[top + y][left : left + width] = row
    # The names of the sheets in the first row stand in white at the top; everything below is the poster.
    names = 6 * per_mm
    mine = Picture(tuple(bytes(row) for row in wall[names:]))
    its = Picture(whole.rows[names:])
    differences = [
        abs(a - b)
        for one_row, other in zip(mine.rows, its.rows, strict=True)
        for a, b in zip(one_row, other, strict=True)
    ]
    assert sum(difference > 25 for difference in differences) < 0.002 * len(differences)
    assert sum(differences) / len(differences) < 0.5
    assert sum(255 - value for row in its.rows for value in row) / len(differences) > 5, "there is something on it"


# -- the paper kit --------------------------------------------------------------------------------------------------

CARDS: dict[str, tuple[float, float]] = {
    "headers": (127, 76),
    "lanes": (127, 76),
    "personas": (132, 180),
    "stickies": (76, 76),
    "blanks": (76, 76),
    "opportunities": (190, 120),
    "ballots": (132, 180),
}
"""How large the cards of each part are that is cut up, in mm."""


@pytest.fixture(scope="module")
def kits(example: Document) -> dict[str, KitFile]:
    return {name: kit_pdf(example, KitOptions(parts=(*CARDS, "emotion"), paper=name, day=DAY)) for name in PAPERS}


@pytest.mark.parametrize("name", PAPERS)
def test_lines_to_cut_stand_at_the_size_of_the_cards_on_every_paper(kits: dict[str, KitFile], name: str) -> None:
    """Where nothing else is, beyond the cards: pairs of lines at the distance of a card, in both directions."""
    kit = kits[name]
    for part in kit.parts:
        if part.id not in CARDS:
            continue
        width, height = CARDS[part.id]
        page = Sheet(kit.data, part.start)
        assert sorted((page.width, page.height)) == pytest.approx(sorted(paper(name)), abs=0.05)
        frame_x, frame_y = _cut_lines(page)
        assert len(frame_x) >= 2, part.id
        assert len(frame_y) >= 2, part.id
        assert apart(frame_x) == pytest.approx([width] * (len(frame_x) - 1), abs=NEAR), part.id
        assert apart(frame_y) == pytest.approx([height] * (len(frame_y) - 1), abs=NEAR), part.id
        printable = 5.0
        assert frame_x[0] >= printable
        assert frame_x[-1] <= page.width - printable
        assert frame_y[0] >= printable
        assert frame_y[-1] <= page.height - printable


def _cut_lines(page: Sheet) -> tuple[list[float], list[float]]:
    """The lines to cut of a page, where they reach a little beyond the cards: the first level line is one of them."""
    top = page.down(page.width / 2 - 20, 6, 40, 40, least=0.35)[0]
    x = page.across(0, top - 2.3, page.width, 1.9, least=0.4)
    return x, page.down(x[0] - 2.3, top - 2, 1.9, page.height - top - 14, least=0.4)


@pytest.mark.parametrize("name", PAPERS)
def test_sheets_of_the_wall_map_hold_places_for_notes_of_76_mm(example: Document, name: str) -> None:
    """Dashed places as large as the notes, with air between them, on the sheets themselves, of every paper."""
    kit = kit_pdf(example, KitOptions(parts=("wall",), paper=name, day=DAY))
    wall = kit_pdf(example, KitOptions(parts=("wall",), paper=name, wall="page", day=DAY))
    whole = Sheet(wall.data)
    # Under the headers of phases: lines that stand, of which places are 76 mm apart and more than that from the next.
    stands = _sides(whole)
    assert len(stands) == 8 * 2, "two places beside each other in each of eight phases"
    for left, right in stands:
        assert right - left == pytest.approx(76, abs=NEAR)
    for (_, right), (left, _) in itertools.pairwise(stands):
        assert left - right >= 5, "a note a little askew does not cover the next place"
    sheets = [Sheet(kit.data, index) for index in range(1, min(kit.pages, 7))]
    seen = [side for sheet in sheets for side in _sides(sheet)]
    assert seen, "whole places on a sheet"
    for left, right in seen:
        assert right - left == pytest.approx(76, abs=NEAR)


def _sides(page: Sheet) -> list[tuple[float, float]]:
    """The left and the right of each place for a note that is whole, at the middle of the first row of places."""
    for y in (115.0, 125.0, 135.0, 95.0, 145.0):
        if y + 12 > page.height:
            continue
        # Writing lines lie; what stands over 12 mm is the dashed side of a place, or a line between phases.
        stands = page.across(8, y, page.width - 16, 12, least=0.45, dark=225)
        pairs = [(a, b) for a, b in itertools.combinations(stands, 2) if abs(b - a - 76) < 1]
        if pairs:
            return pairs
    return []
