"""Tiled printing measured on the pages themselves: the ruler, the windows, the marks, and all sheets put together."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from model.draw.displaylist import Group, Path, Rect, Text, walk
from model.draw.theme import load_theme
from model.export.extent import bounds
from model.export.pages import Tiling, plan_tiles
from model.export.papers import paper
from model.export.pdf import PosterOptions, poster_pdf, read_font
from model.export.pdf_fonts import FontBook
from model.export.pdf_painter import Painter
from model.export.sheets import PT_PER_MM, assembly_page, glue_edges, ruler, tile_marks
from model.files.native import load
from model.i18n import speaking
from model.templates import example_path
from posters import HandMade, Picture, as_pdf, filled, picture, placed_texts, poster, texts_of

PER_MM = 2  # whole pixels for whole mm, so that windows of different pages fall on the same pixels
FIFTY = [f"Kaart {i}: Zoekt ‘schoen voor zere knie’ 😀" for i in range(56)]


@pytest.fixture(scope="module")
def made() -> HandMade:
    return filled(FIFTY)


@pytest.fixture(scope="module")
def plan() -> Tiling:
    return plan_tiles(841.0, 594.0, paper("A4"))


@pytest.fixture(scope="module")
def tiled(made: HandMade) -> bytes:
    return as_pdf(made, tile="A4")[0]


def dark_columns(page: Picture, row: int) -> list[int]:
    return [x for x, value in enumerate(page.rows[row]) if value < 128]


def test_the_ruler_is_100_mm_on_paper(tiled: bytes) -> None:
    """Rendered at ten pixels per mm, the ruler's line runs over 1,000 pixels."""
    page = picture(tiled, 0, per_mm=10)
    plan = plan_tiles(841.0, 594.0, paper("A4"))
    row = round((min(plan.sheet) - 16) * 10)
    line = max((dark_columns(page, y) for y in range(row - 3, row + 4)), key=len)
    assert len(line) == pytest.approx(1000, abs=2), "within 0.2 mm"
    assert line[0] == pytest.approx(120, abs=3)
    assert line[-1] - line[0] + 1 == len(line), "one line without a gap"


def test_the_rulers_strokes_stand_at_every_millimetre() -> None:
    strokes = [
        values[0] / PT_PER_MM
        for _, _, _, _, op in bounds([ruler(12.0, 100.0, "nl")])
        if isinstance(op, Path)
        for letter, values in op.segments
        if letter == "M"
    ]
    assert sorted(round(x - 12, 6) for x in strokes[1:]) == list(range(101))


def test_pages_are_the_paper_and_the_poster_is_inside_the_margin(tiled: bytes, plan: Tiling) -> None:
    read = pypdfium2.PdfDocument(tiled)
    try:
        sizes = [read[i].get_size() for i in range(len(read))]
    finally:
        read.close()
    assert len(sizes) == 10
    assert {tuple(round(side / PT_PER_MM, 1) for side in size) for size in sizes} == {(297.0, 210.0)}
    page = picture(tiled, 5, per_mm=PER_MM)
    margin = 5 * PER_MM
    inner = page.cut(margin, margin, page.width - 2 * margin, page.height - 2 * margin)
    assert min(map(min, inner.rows)) < 60


def test_all_sheets_together_are_the_poster(made: HandMade) -> None:
    """Each sheet laid over the glue edges of the next ones, as the assembly page says, gives the one-page poster."""
    plan = plan_tiles(841.0, 594.0, paper("A3"))
    assert plan.scale == 1
    tiled = as_pdf(made, tile="A3")[0]
    whole = picture(as_pdf(made)[0], per_mm=PER_MM)
    wall = [bytearray(b"\x00" * whole.width) for _ in range(whole.height)]
    for number, tile in reversed(list(enumerate(plan.tiles, 1))):
        page = picture(tiled, number, per_mm=PER_MM)
        left, top, width, height = (round(side * PER_MM) for side in (tile.x, tile.y, tile.w, tile.h))
        window = page.cut(5 * PER_MM, 5 * PER_MM, width, height)
        for y, row in enumerate(window.rows):
            wall[top + y][left : left + width] = row
    together = Picture(tuple(bytes(row) for row in wall))
    assert (together.width, together.height) == (1682, 1188)
    # The names of the sheets in the first row are the only thing on the wall that the poster has not.
    names = 5 * PER_MM
    below = together.cut(0, names, 1682, 1188 - names)
    assert below.difference(whole.cut(0, names, 1682, 1188 - names)) <= 2
    blank = Picture(tuple(b"\xff" * whole.width for _ in range(whole.height)))
    assert blank.mean_difference(whole) > 10


def test_neighbours_show_the_same_strip(tiled: bytes, plan: Tiling, made: HandMade) -> None:
    """The last 10 mm of a sheet are the first 10 mm of the next one, under the hatching."""
    left, right = picture(tiled, 5, per_mm=PER_MM), picture(tiled, 6, per_mm=PER_MM)
    glue, height = 10 * PER_MM, int((200 - 10) * PER_MM)
    strip = left.cut(left.width - (5 + 10) * PER_MM, 15 * PER_MM, glue, height)
    under = right.cut(5 * PER_MM, 15 * PER_MM, glue, height)
    assert strip.mean_difference(under) < 25
    assert strip.mean_difference(Picture(tuple(b"\xff" * glue for _ in range(height)))) > 0


def test_glue_edges_only_where_a_sheet_joins(plan: Tiling) -> None:
    """No hatching at the outer edge of the wall; a dashed line up to which the neighbour comes."""
    for tile in plan.tiles:
        strips = glue_edges(plan, tile)
        assert len(strips) == (tile.column > 0) + (tile.row > 0)
        for strip in strips:
            (dashed,) = [op for op in strip.ops if isinstance(op, Path) and op.dash]
            (_, (x1, y1)), (_, (x2, y2)) = dashed.segments
            if x1 == x2:
                assert (strip.x + x1) / PT_PER_MM == pytest.approx(plan.margin + plan.overlap, abs=0.15)
                assert y2 - y1 == pytest.approx(tile.h * PT_PER_MM)
            else:
                assert y1 == y2
                assert (strip.y + y1) / PT_PER_MM == pytest.approx(plan.margin + plan.overlap, abs=0.15)


def test_crop_marks_stay_in_the_margin(plan: Tiling) -> None:
    """They never run into the picture, nor beyond the paper."""
    for tile in plan.tiles:
        crop = tile_marks(plan, tile, "Titel", "nl")[-1]
        assert isinstance(crop, Path)
        points = [(values[0] / PT_PER_MM, values[1] / PT_PER_MM) for _, values in crop.segments]
        assert len(points) == 16
        for x, y in points:
            inside = plan.margin < x < plan.margin + tile.w and plan.margin < y < plan.margin + tile.h
            assert not inside
            assert 0 <= x <= plan.sheet[0]
            assert 0 <= y <= plan.sheet[1]


@pytest.mark.parametrize("overlap", [0.0, 3.0, 10.0, 20.0])
def test_marks_fit_every_overlap(overlap: float) -> None:
    plan = plan_tiles(841.0, 594.0, paper("A4"), overlap=overlap)
    for tile in plan.tiles:
        for left, top, right, bottom, op in bounds(tile_marks(plan, tile, "Een heel lange titel " * 20, "nl")):
            if isinstance(op, Rect | Path):
                assert left >= -0.6 * PT_PER_MM
                assert top >= -0.6 * PT_PER_MM
                assert right <= (plan.sheet[0] + 0.6) * PT_PER_MM
                assert bottom <= (plan.sheet[1] + 0.6) * PT_PER_MM


def test_a_sheet_says_its_name_place_and_neighbours(plan: Tiling) -> None:
    middle = next(tile for tile in plan.tiles if tile.name == "B2")
    with speaking("en"):
        texts = [text.line.text for text, _, _ in placed_texts(tile_marks(plan, middle, "Shoes", "en"))]
    assert texts[:3] == ["sheet", "A2", "sheet B1"]
    assert texts[3] == "Sheet B2, row 2 of 3, column 2 of 3  ·  Shoes"


def test_the_version_on_a_sheet_is_not_cut_off_with_a_long_title() -> None:
    """By it a sheet of an earlier print is known."""
    base = load(example_path("nl")).document
    document = base.with_changes([("map", "map", base.info.changed(title="Sportschoenen kopen " * 9))])
    read = " ".join(texts_of(poster_pdf(document, PosterOptions(paper="A1", tile="A4"))[0], 5))
    assert "Vel B2, rij 2 van 3, kolom 2 van 3" in read
    assert "versie 1" in read and "…" in read


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("overlap", [0.0, 10.0])
def test_the_name_of_a_sheet_is_never_read_as_a_size_of_paper(lang: str, overlap: float, made: HandMade) -> None:
    """There is an A3 among sheets of A4: the word stands beside every name, or above it."""
    word = {"nl": "vel", "en": "sheet"}[lang]
    plan = plan_tiles(841.0, 594.0, paper("A4"), overlap=overlap)
    for tile in plan.tiles:
        with speaking(lang):
            found = list(placed_texts(tile_marks(plan, tile, "Shoes", lang)))
        names = [(text, x, y) for text, x, y in found if re.fullmatch(r"[A-Z]\d", text.line.text)]
        words = [(text, x, y) for text, x, y in found if text.line.text == word]
        assert len(names) == len(words) == (tile.column > 0) + (tile.column < plan.columns - 1)
        for (name, x, y), (above, left, top) in zip(names, sorted(words, key=lambda one: one[1]), strict=True):
            size = name.line.runs[0].size
            assert 0.6 * size < y - top < 1.6 * size, "right above the name"
            assert abs((x + name.line.width / 2) - (left + above.line.width / 2)) < 1.5 * size
        others = [text.line.text for text, _, _ in found if not re.fullmatch(r"[A-Z]\d", text.line.text)]
        bare = [text for text in others if re.search(rf"(?<!{word} )\b[A-Z]\d\b", text, re.IGNORECASE)]
        assert bare == []


def test_the_assembly_page_says_what_names_of_sheets_are(tiled: bytes) -> None:
    read = "".join(" ".join(texts_of(tiled, 0)).split())
    assert "velC3iskolom3,rij3" in read.replace("-", "")


def test_the_later_neighbours_are_named_outside_of_what_is_kept(plan: Tiling) -> None:
    """At the right and the bottom the names stand in the margin, which is cut off; none where nobody joins."""
    middle = next(tile for tile in plan.tiles if tile.name == "B2")
    with speaking("en"):
        found = {text.line.text: (x, y) for text, x, y in placed_texts(tile_marks(plan, middle, "Shoes", "en"))}
    assert {"A2", "sheet B1", "C2", "sheet B3"} <= found.keys()
    right, bottom = (plan.margin + middle.w) * PT_PER_MM, (plan.margin + middle.h) * PT_PER_MM
    assert found["C2"][0] >= right
    assert found["sheet B3"][1] >= bottom
    last = plan.tiles[-1]
    names = " ".join(text.line.text for text, _, _ in placed_texts(tile_marks(plan, last, "Shoes", "en")))
    assert "D3" not in names
    assert "C4" not in names
    narrow = plan_tiles(841.0, 594.0, paper("A4"), margin=2.0)
    assert "C2" not in [text.line.text for text, _, _ in placed_texts(tile_marks(narrow, middle, "", "en"))]


def test_crop_marks_can_be_left_out(made: HandMade) -> None:
    """And nothing but them: the corners of a sheet are white then."""
    corners = {}
    for marks in (True, False):
        page = picture(as_pdf(made, tile="A4", marks=marks)[0], 5, per_mm=10)
        edge = 45  # of the 50 pixels of the margin
        corner = page.cut(page.width - 60, 0, 60, edge)
        corners[marks] = min(map(min, corner.rows))
    assert corners[True] < 100
    assert corners[False] == 255


def test_the_grid_of_sheets_measures_right_on_paper(made: HandMade) -> None:
    """Rendered at ten pixels per mm: crop marks stand where the window ends, and windows follow at their distance."""
    plan = plan_tiles(841.0, 594.0, paper("A3"))
    tiled = as_pdf(made, tile="A3")[0]
    tile = plan.tiles[0]
    page = picture(tiled, 1, per_mm=10)
    above = dark_columns(page, 25)
    below = dark_columns(page, page.height - 25)
    for found in (above, below):
        middles = [x for x in found if x - 1 not in found]
        assert middles[0] / 10 == pytest.approx(plan.margin, abs=0.2)
        assert middles[-1] / 10 == pytest.approx(plan.margin + tile.w, abs=0.2)
    second = plan.tiles[1]
    assert second.x == pytest.approx(tile.w - plan.overlap)
    other = picture(tiled, 2, per_mm=10)
    left = [x for x in dark_columns(other, 25) if x - 1 not in dark_columns(other, 25)]
    assert left[0] / 10 == pytest.approx(plan.margin + plan.overlap, abs=0.2), "where the neighbour's edge comes"


def test_the_assembly_page_comes_first_and_names_every_sheet(tiled: bytes) -> None:
    read = " ".join(texts_of(tiled, 0))
    for name in ("A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3", "100 mm"):
        assert name in read


def test_the_small_map_shows_where_the_sheets_are(plan: Tiling) -> None:
    page = assembly_page(plan, plan.tiles[:4], paper_name="A4", title="Kaart", version=3, lang="nl")
    frames = [op for *_, op in bounds(page.ops) if isinstance(op, Rect) and op.stroke == "accent.base"]
    assert len(frames) == 4
    last = plan.tiles[3]
    assert frames[3].x == pytest.approx(page.map_x + last.x * page.map_scale)
    assert frames[3].w == pytest.approx(last.w * page.map_scale)
    right = max(c for *_, c, _, op in bounds(page.ops) if isinstance(op, Rect))
    assert right < page.width


@pytest.mark.parametrize("size", [(841.0, 594.0), (594.0, 841.0), (1189.0, 841.0), (3000.0, 300.0), (300.0, 3000.0)])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_on_the_assembly_page_leaves_it_or_overlaps(size: tuple[float, float], lang: str) -> None:
    with speaking(lang):
        plan = plan_tiles(*size, paper("A4"))
        page = assembly_page(plan, plan.tiles, paper_name="A4", title="Een lange titel " * 6, version=12, lang=lang)
    boxes = list(bounds(page.ops))
    assert all(a >= 0 and b >= 0 and c <= page.width and d <= page.height for a, b, c, d, _ in boxes)
    map_bottom = max(d for *_, d, op in boxes if isinstance(op, Rect))
    ruler_top = min(b for _, b, _, _, op in boxes if isinstance(op, Path) and b > (210 - 17) * PT_PER_MM)
    assert map_bottom < ruler_top


@pytest.mark.parametrize(
    ("overlap", "crop", "said", "unsaid"),
    [
        (10.0, True, ("crop marks", "glue edge"), ("edge to edge",)),
        (10.0, False, ("where the picture ends", "glue edge"), ("crop marks",)),
        (0.0, True, ("on all sides, along the crop marks", "edge to edge"), ("glue edge", "dashed")),
        (0.0, False, ("on all sides, where the picture ends", "edge to edge"), ("glue edge", "crop marks")),
    ],
)
def test_the_steps_speak_of_what_the_sheets_have(
    overlap: float, crop: bool, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    with speaking("en"):
        plan = plan_tiles(841.0, 594.0, paper("A4"), overlap=overlap)
        page = assembly_page(plan, plan.tiles, paper_name="A4", title="", version=0, lang="en", crop=crop)
    lines = [op.line.text for op, _, _ in walk(page.ops) if isinstance(op, Text)]
    read = " ".join(lines)
    assert all(words in read for words in said)
    assert not any(words in read for words in unsaid)


@pytest.mark.parametrize("size", [(60.0, 60.0), (100.0, 100.0), (148.0, 105.0), (210.0, 297.0)])
def test_the_assembly_page_has_room_however_small_the_sheets_and_long_the_names(size: tuple[float, float]) -> None:
    with speaking("en"):
        plan = plan_tiles(1189.0, 841.0, size)
        names = [tile.name for tile in plan.tiles]
        title = "A title of many words " * 900
        page = assembly_page(plan, plan.tiles, paper_name="small", title=title, version=1, lang="en", changed=names)
    assert page.width >= 210 * PT_PER_MM and page.height >= 148 * PT_PER_MM and page.map_scale > 0
    boxes = list(bounds(page.ops))
    assert all(a >= -0.5 and b >= 0 and c <= page.width and d <= page.height for a, b, c, d, _ in boxes)
    facts = next(op for op, _, _ in walk(page.ops) if isinstance(op, Group) and op.role == "facts")
    assert max(d for *_, d, _ in bounds([facts])) < page.map_y, "the words end above the map"


def form_streams(pdf: bytes) -> list[bytes]:
    return re.findall(rb"/Subtype /Form.*?\nstream\n(.*?)\nendstream", pdf, re.S)


def test_the_map_is_stored_once(made: HandMade) -> None:
    """Twenty-one sheets cost little more than one page: in bytes at most 1.3 times."""
    big = filled(FIFTY * 10, width_mm=1189.0, height_mm=841.0)
    one, _ = as_pdf(big)
    many, report = as_pdf(big, tile="A4")
    assert report.pages >= 16
    assert len(many) <= 1.3 * len(one) + 30_000  # the fixed cost of the assembly page's own fonts
    assert max(map(len, form_streams(many))) == max(map(len, form_streams(one)))
    assert len(form_streams(many)) <= len(form_streams(one)) + 4, "the map, its icons, and strips of glue edges"


def test_empty_sheets_are_left_out() -> None:
    corner = poster([Rect(20, 20, 50, 50, fill="#000000")])
    pdf, report = as_pdf(corner, tile="A4")
    assert report.sheets == ("A1",)
    assert report.pages == 2
    assert any("8" in line for line in texts_of(pdf, 0)), "the page says how many sheets are left out"


def test_the_marks_are_no_content() -> None:
    """A reader skips the marks: they are artifacts, the texts of the map are not."""
    plan = plan_tiles(841.0, 594.0, paper("A4"))
    painter = Painter(load_theme("poster").color, FontBook(read_font), tagged=False)
    painted = painter.paint(tile_marks(plan, plan.tiles[4], "Titel", "nl"))
    assert painted.marks == ()
    assert painted.code.startswith("/Artifact BMC")
    assert "MCID" not in painted.code
