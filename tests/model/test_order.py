"""Order keys: between any two there is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.order import between, is_key, spread


@given(st.lists(st.integers(min_value=0, max_value=10_000), max_size=200))
def test_keys_inserted_anywhere_stay_in_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else None
        high = keys[at] if at < len(keys) else None
        keys.insert(at, between(low, high))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert all(is_key(key) for key in keys)


@given(st.integers(min_value=0, max_value=300), st.booleans(), st.booleans())
def test_spread_gives_that_many_keys_inside_the_bounds(count: int, bounded_low: bool, bounded_high: bool) -> None:
    low, high = ("A" if bounded_low else None), ("B" if bounded_high else None)
    keys = spread(count, low, high)
    assert len(keys) == count == len(set(keys))
    assert keys == sorted(keys)
    assert all((low is None or low < key) and (high is None or key < high) for key in keys)


def test_a_thousand_cards_put_at_the_end_keep_short_keys() -> None:
    keys = [between(None, None)]
    for _ in range(1000):
        keys.append(between(keys[-1], None))
    assert len(keys[-1]) <= 20


@pytest.mark.parametrize(("low", "high"), [("B", "A"), ("A", "A"), ("A0", None), ("", None), (None, "é")])
def test_what_is_no_key_or_out_of_order_is_refused(low: str | None, high: str | None) -> None:
    with pytest.raises(ValueError, match="key"):
        between(low, high)
