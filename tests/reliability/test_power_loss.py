"""A power cut in the midst of everything that writes: old or new, and new once it was called safe.

A share of what ``power_loss.py`` does; docs/reliability.md has its figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fault_trials import Trials
from faults import Stage, needs_strace
from operations import listed
from powerloss import replay, syncs

needs_strace()

SAVES = ("save", "save_as", "save_twins")


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.close()


@pytest.mark.parametrize("name", listed())
def test_states_after_a_power_cut(stage: Stage, tmp_path: Path, name: str) -> None:
    loss = replay(Trials(stage, tmp_path, name), 200 if name in SAVES else 24)
    assert loss.faults == []
    assert loss.moments >= 2
    assert loss.states >= (8 if name in SAVES else 3)


@pytest.mark.parametrize("name", [*SAVES, "version_first", "journal_begin"])
def test_a_sync_that_fails_makes_nothing_false(stage: Stage, tmp_path: Path, name: str) -> None:
    trials = Trials(stage, tmp_path, name)
    tried = 0
    for call, k in syncs(trials)[:6]:
        loss = replay(trials, 25, inject=("-e", f"inject={call}:error=EIO:when={k}"))
        assert loss.faults == [], f"{call} {k} failed"
        tried += loss.states
    assert tried >= 10


def test_the_recorder_bites(stage: Stage, tmp_path: Path) -> None:
    """What must not be done is found out: in place, a rename without a sync, a sync whose error is swallowed."""
    for name in ("naive_in_place", "naive_unsynced"):
        loss = replay(Trials(stage, tmp_path, name), 60)
        assert len(loss.faults) >= 5
        assert any("zeros" in fault for fault in loss.faults)
        assert any("it was called saved" in fault for fault in loss.faults)
    swallowed = Trials(stage, tmp_path, "naive_swallowed")
    assert replay(swallowed, 60).faults == []
    for k, least in ((1, 5), (2, 1)):
        assert len(replay(swallowed, 60, inject=("-e", f"inject=fsync:error=EIO:when={k}")).faults) >= least
