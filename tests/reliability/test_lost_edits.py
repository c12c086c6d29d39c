"""A power cut takes no edit older than 250 ms and the sync that was running (``lost_edits.py`` measures it)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lost_at_power_cut import measure
from stopwatch import Stopwatch


@pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="listens to another call here")
@pytest.mark.parametrize("delay", [0.0, 0.08])
def test_edits_at_risk(tmp_path: Path, delay: float) -> None:
    watch = Stopwatch()
    recorder = measure(tmp_path, delay=delay, bursts=3)
    ages = recorder.ages()
    assert len(ages) >= 60
    assert recorder.syncs
    assert len(recorder.syncs) < len(ages)  # a drag is not synced at each of its steps
    # What is typical must hold, and the worst be near; some threads are woken one after the other, each late on a busy
    # machine.
    without = sorted(age - running for age, running in ages)
    assert without[len(without) * 9 // 10] <= 0.27 + 4 * watch.slowness(0.9)
    assert without[-1] <= 0.5 + 4 * watch.slowness(1.0)
