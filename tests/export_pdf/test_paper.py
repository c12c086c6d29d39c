"""The sums of tiled printing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.export.errors import ExportError
from model.export.pages import Tile, column_letters, fit, plan_tiles, turned
from model.export.papers import PAPERS, paper


@pytest.mark.parametrize(
    ("poster", "sheet", "sheets"),
    [
        ("A0", "A4", 21),
        ("A0", "A3", 9),
        ("A0", "letter", 25),
        ("A1", "A4", 12),
        ("A1", "A3", 6),
        ("A2", "A4", 8),
        ("A2", "A3", 4),
        ((2440.0, 1000.0), "A3", 27),
    ],
)
def test_sheets_at_full_size(poster: str | tuple[float, float], sheet: str, sheets: int) -> None:
    """The best direction of the paper, 5 mm margin and 10 mm overlap: the sums kept in the research."""
    size = turned(paper(poster), "landscape") if isinstance(poster, str) else poster
    plan = plan_tiles(*size, paper(sheet), least_scale=1.0)
    assert plan.columns * plan.rows == sheets
    assert plan.scale == 1
    assert plan_tiles(*size, paper(sheet)).unscaled == sheets


@pytest.mark.parametrize(
    ("size", "sheet", "sheets", "direction"),
    [
        ((1189.0, 841.0), "A4", 21, "portrait"),
        ((1189.0, 841.0), "A3", 9, "landscape"),
        ((841.0, 594.0), "A4", 12, "landscape"),
    ],
)
def test_direction_is_worked_out(size: tuple[float, float], sheet: str, sheets: int, direction: str) -> None:
    plan = plan_tiles(*size, paper(sheet), least_scale=1.0)
    assert plan.columns * plan.rows == sheets
    assert (plan.sheet[0] > plan.sheet[1]) == (direction == "landscape")


def test_a_little_smaller_saves_sheets() -> None:
    """With 8 mm of margin A0 on A4 takes 25 sheets, and 21 at 97.8 %."""
    plan = plan_tiles(1189.0, 841.0, paper("A4"), margin=8.0)
    assert (plan.unscaled, plan.columns * plan.rows, plan.scale) == (25, 21, 0.978)


def test_a1_on_a4_takes_nine_sheets_instead_of_twelve() -> None:
    plan = plan_tiles(841.0, 594.0, paper("A4"))
    assert (plan.unscaled, plan.columns, plan.rows) == (12, 3, 3)
    assert 0.975 <= plan.scale < 0.98


def test_no_smaller_than_needed() -> None:
    """A poster that gains nothing by shrinking stays at 100 %."""
    assert plan_tiles(1189.0, 841.0, paper("A3")).scale == 1


def test_one_sheet_for_a_poster_of_that_size_less_its_margin() -> None:
    plan = plan_tiles(287.0, 200.0, paper("A4"))
    assert (plan.columns, plan.rows, plan.scale, plan.sheet) == (1, 1, 1, (297.0, 210.0))


@given(width=st.floats(120, 3000), height=st.floats(120, 3000), overlap=st.floats(0, 40), margin=st.floats(0, 15))
def test_windows_cover_the_poster_and_share_the_overlap(
    width: float, height: float, overlap: float, margin: float
) -> None:
    plan = plan_tiles(width, height, PAPERS["A4"], overlap=overlap, margin=margin)
    assert 0.95 <= plan.scale <= 1
    tiles = {(tile.column, tile.row): tile for tile in plan.tiles}
    assert len(tiles) == plan.columns * plan.rows
    for (column, row), tile in tiles.items():
        assert tile.w <= plan.sheet[0] - 2 * margin + 1e-9
        assert tile.h <= plan.sheet[1] - 2 * margin + 1e-9
        assert tile.w > 0
        assert tile.h > 0
        if column:
            left = tiles[column - 1, row]
            assert left.x + left.w - tile.x == pytest.approx(overlap)
        if row:
            above = tiles[column, row - 1]
            assert above.y + above.h - tile.y == pytest.approx(overlap)
    last = tiles[plan.columns - 1, plan.rows - 1]
    assert (last.x + last.w, last.y + last.h) == pytest.approx((width * plan.scale, height * plan.scale))
    assert plan.columns * plan.rows <= plan.unscaled


def test_an_empty_window_is_known() -> None:
    plan = plan_tiles(841.0, 594.0, paper("A4"))
    boxes = [(10.0, 10.0, 20.0, 20.0)]
    assert plan.inked(boxes) == {"A1"}


def test_sheets_that_a_box_needs_are_those_with_some_of_it_beyond_their_glue_edges() -> None:
    """Against the plain rule, box by box and tile by tile, edges that touch included."""
    plan = plan_tiles(841.0, 594.0, paper("A4"))
    dice = random.Random(7)
    edges_x = [edge for tile in plan.tiles for edge in (tile.x, tile.x + plan.overlap, tile.x + tile.w)]
    edges_y = [edge for tile in plan.tiles for edge in (tile.y, tile.y + plan.overlap, tile.y + tile.h)]

    def span(edges: list[float], most: float) -> tuple[float, float]:
        some = [dice.choice(edges) if dice.random() < 0.5 else dice.uniform(-20, most + 20) for _ in range(2)]
        return min(some), max(some)

    for _ in range(500):
        (left, right), (top, bottom) = span(edges_x, plan.width), span(edges_y, plan.height)
        expected = {
            tile.name
            for tile in plan.tiles
            if left < tile.x + tile.w
            and right > tile.x + (plan.overlap if tile.column else 0)
            and top < tile.y + tile.h
            and bottom > tile.y + (plan.overlap if tile.row else 0)
        }
        assert plan.inked([(left, top, right, bottom)]) == expected


def test_names_are_letters_for_columns_and_numbers_for_rows() -> None:
    assert [column_letters(i) for i in (0, 1, 25, 26, 27, 52)] == ["A", "B", "Z", "AA", "AB", "BA"]
    assert Tile(1, 1, 0, 0, 1, 1).name == "B2"


def test_fit_is_one_factor() -> None:
    wide = fit(200, 100, 50, 50)
    assert (wide.scale, wide.x, wide.y) == (0.25, 0, 0)
    tall = fit(100, 200, 50, 50)
    assert (tall.scale, tall.x, tall.y) == (0.25, 12.5, 0)


@pytest.mark.parametrize("overlap", [-1.0, 51.0])
def test_an_impossible_overlap_is_refused(overlap: float) -> None:
    with pytest.raises(ExportError, match="between 0 and 50 mm"):
        plan_tiles(841.0, 594.0, paper("A4"), overlap=overlap)


def test_an_overlap_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(ExportError, match="leave nothing"):
        plan_tiles(841.0, 594.0, (55.0, 80.0), overlap=50.0)


def test_an_unknown_paper_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match="A0, A1, A2, A3, A4, A5"):
        paper("B4")
    assert paper("a4") == (210.0, 297.0)
    assert turned(paper("A4"), "landscape") == (297.0, 210.0)
