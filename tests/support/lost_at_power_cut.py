"""How old an edit can be that a power cut takes: a journal's writes and syncs, recorded with their times.

An edit is safe when a sync has ended that began after it was written.  What a cut takes is at most what was made since;
the age of the oldest of it, at the worst moment, is the time from the edit to the end of that sync.
"""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from maps import Builder, large_map
from model.commands import cards
from model.commands.places import Cell, Listing, lane_for
from model.files.journal import Journal


@dataclass(slots=True)
class Recorder:
    """Times of edits, writes and syncs (monotonic, seconds).  ``delay`` is added to each sync: a slow disk."""

    delay: float = 0.0
    made: list[float] = field(default_factory=list)
    written: list[float] = field(default_factory=list)
    syncs: list[tuple[float, float]] = field(default_factory=list)

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Listen to this process's writes to journals."""
        write, sync = os.write, os.fdatasync

        def heard(fd: int, data: bytes) -> int:
            count = write(fd, data)
            if b'"op":"edit"' in bytes(data[:60]):
                self.written.append(time.monotonic())
            return count

        def timed(fd: int) -> None:
            begin = time.monotonic()
            time.sleep(self.delay)
            sync(fd)
            self.syncs.append((begin, time.monotonic()))

        patch.setattr(os, "write", heard)
        patch.setattr(os, "fdatasync", timed)

    def ages(self) -> list[tuple[float, float]]:
        """For each edit: seconds until it was safe, and the seconds of that during which a sync was running."""
        found = []
        for made, written in zip(self.made, self.written, strict=True):
            safe = min(end for begin, end in self.syncs if begin >= written)
            running = sum(max(0.0, min(end, safe) - max(begin, made)) for begin, end in self.syncs)
            found.append((safe - made, running))
        return found


def measure(root: Path, *, delay: float, bursts: int, seed: int = 2026) -> Recorder:
    """Drags (60 moves a second), texts that are committed, and pauses, into a journal in ``root``."""
    dice, recorder = random.Random(seed), Recorder(delay)
    builder = Builder(large_map(80))
    steps = [step.id for step in builder.document.steps]
    lane = lane_for(builder.document, "touchpoint")
    assert lane is not None
    with pytest.MonkeyPatch.context() as patch:
        kept = Journal(builder.document, root=root)
        assert kept.flush()
        recorder.install(patch)
        for _ in range(bursts):
            card = dice.choice(builder.document.touchpoints).id
            for _ in range(dice.randint(20, 60)):
                changes = builder.do(cards.move_cards(builder.document, [card], Cell(lane.id, dice.choice(steps))))
                if changes:
                    recorder.made.append(time.monotonic())
                    kept.append(changes, "user")
                time.sleep(1 / 60)
            for _ in range(dice.randint(0, 3)):
                changes = builder.do(cards.add_cards(builder.document, "note", ["Nieuw"], Listing("inbox")))
                recorder.made.append(time.monotonic())
                kept.append(changes, "user")
                time.sleep(dice.random() * 0.1)
            time.sleep(dice.random() * 0.5)
        assert kept.flush()
        kept.close(keep=False)
    return recorder
