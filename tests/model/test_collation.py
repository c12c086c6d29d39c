"""The order of words: as in a dictionary, whatever the case and accents; numbers by their size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.collation import collated


def mixed_and_sorted(texts: list[str]) -> list[str]:
    mixed = list(reversed(texts))
    return sorted(mixed, key=collated)


def test_words_stand_as_in_a_dictionary() -> None:
    wanted = ["‘Appel’", "Ezel", "ézel", "fiets", "ijs", "ĳzer", "Ik", "jas", "Zebra"]
    assert mixed_and_sorted(wanted) == wanted


def test_numbers_go_by_their_size_wherever_they_stand() -> None:
    wanted = ["2 winkels", "10 winkels", "N2", "N10", "stap 2b", "stap 02c", "stap 10", "stap 10" + "0" * 5000]
    assert mixed_and_sorted(wanted) == wanted


@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_texts_can_be_compared_and_different_ones_are_told_apart(texts: list[str]) -> None:
    found = sorted(texts, key=collated)
    assert mixed_and_sorted(texts) == found, "one order, however they stood before"
