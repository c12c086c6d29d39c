"""Which tiles a poster needs: what each of its parts needs by itself, in whatever order they come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model.export.pages import Tiling, plan_tiles

Box = tuple[float, float, float, float]


def plan(width: float, height: float, overlap: float) -> Tiling:
    """A poster of mm on A5."""
    return plan_tiles(width, height, (148.0, 210.0), overlap=overlap, margin=5.0)


@st.composite
def boxes_on(draw: st.DrawFn, tiling: Tiling) -> list[Box]:
    """Boxes near each other and far apart, many of them with a side on the edge of a tile or of its glue edge."""
    xs = [edge for tile in tiling.tiles for edge in (tile.x, tile.x + tile.w, tile.x + tiling.overlap)]
    ys = [edge for tile in tiling.tiles for edge in (tile.y, tile.y + tile.h, tile.y + tiling.overlap)]
    across = st.one_of(st.sampled_from(xs), st.floats(0, tiling.width))
    down = st.one_of(st.sampled_from(ys), st.floats(0, tiling.height))
    found = []
    for _ in range(draw(st.integers(1, 12))):
        left, right = sorted((draw(across), draw(across)))
        top, bottom = sorted((draw(down), draw(down)))
        box = (left, top, right, bottom)
        found += [box] * draw(st.integers(1, 3))
        found.append((left, top, (left + right) / 2, (top + bottom) / 2))
    return found


@settings(max_examples=50, deadline=None)
@given(st.data(), st.floats(100, 900), st.floats(100, 900), st.sampled_from([0.0, 10.0, 20.0]))
def test_together_they_need_what_each_needs_alone(
    data: st.DataObject, width: float, height: float, overlap: float
) -> None:
    tiling = plan(width, height, overlap)
    boxes = data.draw(boxes_on(tiling))
    alone = frozenset(name for box in boxes for name in tiling.inked([box]))
    assert tiling.inked(boxes) == alone
    assert tiling.inked(reversed(boxes)) == alone


@settings(max_examples=50, deadline=None)
@given(st.data(), st.floats(100, 900), st.floats(100, 900), st.sampled_from([0.0, 10.0, 20.0]))
def test_a_tile_is_needed_for_what_no_neighbour_has(
    data: st.DataObject, width: float, height: float, overlap: float
) -> None:
    """A box needs each tile that it reaches into beyond the glue edge over which the next one comes."""
    tiling = plan(width, height, overlap)
    for left, top, right, bottom in data.draw(boxes_on(tiling)):
        expected = {
            tile.name
            for tile in tiling.tiles
            if left < tile.x + tile.w
            and right > tile.x + (overlap if tile.column else 0.0)
            and top < tile.y + tile.h
            and bottom > tile.y + (overlap if tile.row else 0.0)
        }
        assert tiling.inked([(left, top, right, bottom)]) == expected
