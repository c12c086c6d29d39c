"""How large text must be for the last row, and what of a map fits then (LG1 to LG5).  Every number is worked out by
hand from the x-height of 496/1000 em that the bundled font has."""

from __future__ import annotations

import pytest

from model.draw.theme import tokens
from model.i18n import set_language
from model.layout import metrics as px
from model.legibility import (
    IMAGE_M,
    SEAT_M,
    Image,
    Room,
    Shown,
    fit,
    least_scale,
    metres,
    reading_distance,
    sentence,
    side_by_side,
    smallest,
    x_height,
)
from model.text.shape import TextStyle

BEAMER = Image(1600, 856, 1000)
EIGHT = Shown((160.0,) * 8, (350.0, 112.0), 104, 46, 14 * 0.496, 14)
"""Eight phases of one step, notes of 14 px, a lane of notes and the curve."""


def test_x_heights_are_those_of_the_bundled_fonts() -> None:
    assert x_height(TextStyle(1000, 1200)) == 496
    assert x_height(px.style("touchpoint")) == pytest.approx(6.944)
    assert x_height(px.style("quote")) == pytest.approx(6.944), "the italic is as large"
    assert tokens()["type"]["poster_mm"]["x_height_of_em"] == 0.496, "the posters count with the same"
    assert smallest([px.style("touchpoint"), px.SAID]) is px.SAID


def test_lg1_four_tenths_of_the_x_height_in_mm_are_metres() -> None:
    assert reading_distance(20) == 8
    # 1.5 m on 1000 px are 1.5 mm a px; 6.944 px are 10.416 mm and read up to 4.1664 m.
    assert least_scale(EIGHT, BEAMER, Room(1.5, 4.1664)) == pytest.approx(1.2142857)  # LG2 asks for more
    assert least_scale(EIGHT, BEAMER, Room(1.5, 8)) == pytest.approx(8 / 4.1664)
    assert least_scale(EIGHT, BEAMER, Room(3.0, 8)) == pytest.approx(1.2142857), (
        "an image twice as high reads twice as far"
    )


def test_lg2_note_text_is_17_px_of_1000() -> None:
    assert least_scale(EIGHT, BEAMER, Room(12, 0.5)) * 14 == pytest.approx(17)
    assert least_scale(EIGHT, Image(3200, 1712, 2000), Room(12, 0.5)) * 14 == pytest.approx(34)


def test_lg3_six_of_eight_phases_read_from_6_m() -> None:
    # 6 / 4.1664 = 1.44: 1600 / 1.44 - 104 = 1007 px, room for six of 160; six fill the width at 1600 / 1064.
    found = fit(EIGHT, BEAMER, Room(1.5, 6))
    assert (found.phases, found.lanes_fit, found.met) == (6, True, True)
    assert found.scale == pytest.approx(1600 / 1064)
    assert found.reach_m == pytest.approx(4.1664 * 1600 / 1064)


def test_lg3_farther_seats_see_fewer_phases_and_lanes_scroll() -> None:
    # 8 / 4.1664 = 1.92: 1600 / 1.92 - 104 = 729 px, room for four; 856 / 1.92 = 446 px are too low for 508.
    found = fit(EIGHT, BEAMER, Room(1.5, 8))
    assert (found.phases, found.lanes_fit, found.met) == (4, False, True)
    assert found.scale == pytest.approx(1600 / 744)


def test_lg3_a_small_map_is_shown_larger_as_far_as_its_lanes_allow() -> None:
    few = Shown((160.0,) * 3, (350.0, 112.0), 104, 46, 6.944, 14)
    found = fit(few, BEAMER, Room(3, 6))
    assert found.phases == 3
    assert found.scale == pytest.approx(856 / 508), "the height is full before the width"
    low = Shown((160.0,) * 2, (60.0,), 104, 46, 6.944, 14)
    assert fit(low, BEAMER, Room(3, 6)).scale * 14 == pytest.approx(40), "and never larger than 40 px of 1000"


def test_lg3_every_stretch_of_phases_fits_whichever_comes_first() -> None:
    assert side_by_side((160, 480, 160, 160), 640) == 2
    assert side_by_side((160, 480, 160, 160), 650) == 2
    assert side_by_side((160, 160, 160), 480) == 3
    assert side_by_side((500,), 480) == 0


def test_lg5_one_phase_too_wide_is_said() -> None:
    # 20 m need 4.8, the phase of 900 px leaves 1600 / 1004 = 1.5936: up to 6.64 m.
    wide = Shown((900.0, 160.0), (350.0,), 104, 46, 6.944, 14)
    found = fit(wide, BEAMER, Room(1.5, 20))
    assert not found.met and found.phases == 1
    assert found.scale == pytest.approx(1600 / 1004)
    assert found.reach_m == pytest.approx(6.6397, abs=1e-3)
    assert sentence(found, 1, 2) == (
        "One phase is wider than the image at the size that the last row at 20 m needs; this text reads up to 6.6 m."
    )
    very_wide = Shown((4000.0,), (350.0,), 104, 46, 6.944, 14)
    assert fit(very_wide, BEAMER, Room(1.5, 6)).scale * 14 == pytest.approx(17), "LG2 holds all the same"


def test_it_says_what_it_chose_and_why() -> None:
    six = fit(EIGHT, BEAMER, Room(1.5, 6))
    assert sentence(six, 6, 8) == "6 of 8 phases, so that the last row at 6 m can read it."
    eight = fit(EIGHT, BEAMER, Room(1.5, 8))
    assert sentence(eight, 4, 8) == "4 of 8 phases, and lanes that scroll, so that the last row at 8 m can read it."
    near = fit(EIGHT, BEAMER, Room(1.5, 2.5))
    assert sentence(near, 8, 8) == "All phases and lanes that you chose; the last row at 2.5 m can read them."
    set_language("nl")
    assert "2,5 m" in sentence(near, 8, 8)


def test_a_map_without_phases_has_a_scale_too() -> None:
    found = fit(Shown((), (100.0,), 104, 46, 6.944, 14), BEAMER, Room())
    assert found.phases == 0 and found.scale >= 6 / 4.1664 - 1e-9


@pytest.mark.parametrize(
    ("text", "metres_said"),
    [("1.5", 1.5), ("1,5 m", 1.5), ("150 cm", 1.5), ("150", 1.5), ("1500mm", 1.5), (" 2 ", 2.0)],
)
def test_heights_are_read_in_m_and_cm(text: str, metres_said: float) -> None:
    assert metres(text, IMAGE_M, or_cm=True) == pytest.approx(metres_said)


@pytest.mark.parametrize("text", ["", "high", "0", "-2", "1.5 km", "10 cm", "99 m", "1.5.2", "1e3"])
def test_what_is_no_height_is_none(text: str) -> None:
    assert metres(text, IMAGE_M, or_cm=True) is None


def test_distances_have_their_own_range() -> None:
    assert metres("12", SEAT_M) == 12
    assert metres("81", SEAT_M) is None, "too far, and nobody means cm"
    assert metres("0.3", SEAT_M) is None
