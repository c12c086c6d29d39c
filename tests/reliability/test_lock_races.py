"""Several processes want one map at the same instant: one has it.  ``lock_races_run.py`` plays a thousand rounds."""

from __future__ import annotations

import pytest

from lock_races import failures, race

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def test_one_has_it_whatever_they_do() -> None:
    count = race(40)
    assert failures(count) == 0, count
    assert count["one owner"] == count["one after a take-over"] == 40
    assert count["a lock was left"] > 5
    assert count["a killed process held nothing"] + count["asked after a kill"] > 0


def test_the_race_bites() -> None:
    """A lock that is made by a look and a write has two owners sooner or later."""
    assert race(60, plain=True)["two owners"] > 0
