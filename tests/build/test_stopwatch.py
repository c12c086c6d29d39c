"""The clock for limits of time leaves out what the machine withholds, and nothing else."""

from __future__ import annotations

import time

import pytest

import stopwatch
from stopwatch import Stopwatch, within


def test_what_the_program_waits_for_itself_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopwatch, "_waited", lambda: 0.0)
    watch = Stopwatch()
    time.sleep(0.3)
    assert 0.0 < watch.seconds() <= watch.seconds()
    assert watch.seconds() + sum(watch._overslept) >= 0.29


def test_what_the_machine_gave_to_others_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    waited = [5.0]
    monkeypatch.setattr(stopwatch, "_waited", lambda: waited[0])
    watch = Stopwatch()
    time.sleep(0.2)
    waited[0] += 10.0
    assert watch.seconds() == 0.0


def test_too_late_is_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopwatch, "_waited", lambda: 0.0)
    monkeypatch.setattr(stopwatch, "TICK", 10.0)  # nobody oversleeps
    begin = time.monotonic()
    assert not within(0.05, lambda: time.monotonic() - begin > 0.15)
    assert within(30.0, lambda: True)
    assert not stopwatch.wait_for(lambda: False, 0.02)
