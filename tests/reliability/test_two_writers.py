"""Two editors and an outside program on one file: nothing is lost, whoever comes in between.

Some of what ``two_writers_run.py`` does; docs/reliability.md has its figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults import needs_strace
from two_writers import OUTSIDE, Interleavings, interleave

needs_strace()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Interleavings]:
    writers = Interleavings(tmp_path)
    yield writers
    writers.close()


def test_some_interleavings(made: Interleavings) -> None:
    interleave(made, 16, 7)
    assert made.faults == []
    assert made.stopped >= 14
    assert len(made.found) >= 2


def test_at_the_last_instant(made: Interleavings) -> None:
    look = made.last_look()
    for other in ("B", *OUTSIDE):
        made.run(look, other)
    assert made.faults == []
    assert made.stopped == 4
    assert not any(words.startswith("A saved") for words in made.found)


def test_a_look_and_a_rename_would_lose_work(tmp_path: Path) -> None:
    """The harness bites: without the exchange, what another program wrote at the last instant is gone."""
    writers = Interleavings(tmp_path, "writer_plain")
    try:
        writers.run(writers.last_look(), "rename")
    finally:
        writers.close()
    assert [fault.partition(": ")[2] for fault in writers.faults] == ["lost ['van buiten']"]
