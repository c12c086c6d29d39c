"""The line of feelings never swings beyond its points."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.draw.curve import CurveHeight, area, curve, slopes

SCORES = st.lists(st.integers(-2, 2), min_size=2, max_size=30)
GAPS = st.lists(st.floats(1, 200), min_size=30, max_size=30)


def points_of(scores: list[int], gaps: list[float]) -> list[tuple[float, float]]:
    x, found = 0.0, []
    for score, gap in zip(scores, gaps, strict=False):
        found.append((x, -20.0 * score))
        x += gap
    return found


@given(SCORES, GAPS)
def test_between_two_points_the_line_stays_between_their_heights_and_never_turns(
    scores: list[int], gaps: list[float]
) -> None:
    points = points_of(scores, gaps)
    height = CurveHeight(points)
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        heights = [height(min(x0 + (x1 - x0) * i / 40, x1)) for i in range(41)]
        assert all(y is not None for y in heights)
        ys = [y for y in heights if y is not None]
        assert min(ys) >= min(y0, y1) - 1e-6
        assert max(ys) <= max(y0, y1) + 1e-6
        rising = [b - a for a, b in itertools.pairwise(ys)]
        assert all(step >= -1e-6 for step in rising) or all(step <= 1e-6 for step in rising)


@given(SCORES, GAPS)
def test_the_handles_stay_between_the_heights_too_so_the_drawn_cubic_does(scores: list[int], gaps: list[float]) -> None:
    points = points_of(scores, gaps)
    drawn = curve(points)
    assert drawn[0] == ("M", points[0])
    for (name, values), (_, y0), (x1, y1) in zip(drawn[1:], points, points[1:], strict=False):
        assert name == "C"
        assert values[4:] == (x1, y1)
        assert min(y0, y1) - 1e-9 <= min(values[1], values[3])
        assert max(values[1], values[3]) <= max(y0, y1) + 1e-9


def test_peaks_and_ends_are_flat() -> None:
    assert slopes([(0, 0), (10, 10), (20, 0)]) == [0, 0, 0]
    assert slopes([(0, 0), (10, 10), (20, 30)]) == [0, pytest.approx(4 / 3), 0]


def test_one_point_is_no_line_and_two_touchpoints_make_one_piece() -> None:
    assert curve([(5, 5)]) == ()
    assert area([(5, 5)], 0) == ()
    assert [name for name, _ in curve([(0, 0), (9, 9)])] == ["M", "C"]
    assert area([(0, 0), (9, 9)], 3)[-3:] == (("L", (9, 3)), ("L", (0, 3)), ("Z", ()))


def test_beside_the_line_there_is_no_height() -> None:
    height = CurveHeight([(0, 0), (10, 4)])
    assert height(-0.1) is None
    assert height(10.1) is None
    assert height(0) == 0
    assert height(10) == pytest.approx(4)
    assert CurveHeight([])(0) is None
    assert CurveHeight([(3, 7)])(3) == 7
