"""kill -9 while a map is being edited: no edit that was synced is lost, and of the typed text at most a second."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from faults import Stage, tally_of
from model.files import recovery
from model.files.journal import DRAFT_DELAY, SYNC_DELAY

KILLS = 1_000 if os.environ.get("JOURNEYWALL_FULL") else 12


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
def test_kills_at_random_moments(tmp_path: Path) -> None:
    stage = Stage()
    dice = random.Random(2026)
    edits = 0
    try:
        for i in range(KILLS):
            folder = tmp_path / str(i)
            folder.mkdir()
            moment = stage.kill_after("edit_and_type", folder, 0.1 + dice.random() * (1.6 if i % 4 == 0 else 0.4))
            synced = tally_of(folder)
            sessions = recovery.find_sessions(folder / "sessions")
            if not sessions:
                assert synced == 0, "killed before there was a journal: a busy machine"
                continue
            (found,) = sessions
            recovered = recovery.recover(found)
            texts = [item.text for item in recovered.document.inbox]
            cards = [text for text in texts if text.startswith("kaart")]
            typed = [float(text) for text in texts if not text.startswith("kaart")]
            assert cards == [f"kaart {n}" for n in range(len(cards))]
            assert len(cards) >= synced
            assert len(typed) == 1
            assert moment - typed[0] < DRAFT_DELAY + SYNC_DELAY + 0.5  # and a busy machine
            edits += len(cards)
    finally:
        stage.close()
    assert edits > 10 * KILLS
