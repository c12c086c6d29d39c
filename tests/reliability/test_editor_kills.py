"""CI's share of the kills of the running editor; the full count is a run of editor_kills.py."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent
KILLS = 1_000 if os.environ.get("JOURNEYWALL_FULL") else 12

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")


@pytest.fixture(scope="module")
def harness() -> ModuleType:
    spec = importlib.util.spec_from_file_location("editor_kills", HERE / "editor_kills.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["editor_kills"] = module
    spec.loader.exec_module(module)
    return module


def test_kills_at_random_moments_lose_nothing(harness: ModuleType, tmp_path: Path) -> None:
    full = KILLS > 20
    tally = harness.run(KILLS, 1, tmp_path, jobs=2 if full else 1, longest=harness.WORK if full else 50)
    assert tally.faults == [], tally.line()
    assert tally.kills >= KILLS
    assert tally.edits > KILLS, tally.line()
    assert tally.again, "no session was recovered and killed again"


def test_the_harness_bites(harness: ModuleType, tmp_path: Path) -> None:
    """With the journal's writing switched off, losses are found."""
    tally = harness.run(3, 1, tmp_path, silent=True)
    assert any("acknowledged" in fault for fault in tally.faults), tally.line()
