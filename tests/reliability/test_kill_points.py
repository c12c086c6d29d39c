"""A crash or an error at every system call of everything that writes: old or new, never less.

Saving is done whole here, the rest in samples; ``kill_points.py`` does all of it (docs/reliability.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fault_trials import Count, Trials, every, spread
from faults import Stage, calls_in, most_calls, needs_strace
from operations import listed

needs_strace()

WHOLE = ("save", "save_as", "save_twins")
"""What is killed and failed at every call here."""
SAMPLED = [name for name in listed() if name not in WHOLE]


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.close()


def check(count: Count, least: int) -> None:
    """Nothing broken, and the faults did fall."""
    assert count.faults == []
    assert count.ended >= least
    assert count.missed == []


@pytest.mark.parametrize("name", WHOLE)
def test_killed_at_every_call(stage: Stage, tmp_path: Path, name: str) -> None:
    trials = Trials(stage, tmp_path, name)
    points = every(trials.calls())
    count = trials.kills(points)
    check(count, len(points))
    assert count.again == []  # one thread, and always the same calls
    assert len(count.states) == 2  # old and new, or none and new


@pytest.mark.parametrize("name", WHOLE)
def test_every_call_failing(stage: Stage, tmp_path: Path, name: str) -> None:
    trials = Trials(stage, tmp_path, name)
    points = every(trials.calls())
    # Two errors here, which take the two ways there are: a device that fails, and one that is full.
    count = trials.errors(points, ("EIO", "ENOSPC"))
    check(count, 2 * len(points))
    assert len(count.states) == 2


@pytest.mark.parametrize("name", SAMPLED)
def test_some_calls_killed_and_failing(stage: Stage, tmp_path: Path, name: str) -> None:
    trials = Trials(stage, tmp_path, name)
    points = every(trials.calls())
    changing = [(call, k) for call, k in points if call in CHANGING]
    check(trials.kills(spread(changing, 10)), 8 if len(changing) > 8 else 1)
    check(trials.errors(spread(points, 4), ("EDQUOT",)), 1)


CHANGING = frozenset({"openat", "write", "fsync", "fdatasync", "rename", "unlink", "mkdir", "link", "linkat"})


@pytest.mark.parametrize("name", ["save", "save_as", "save_twins", "journal_append", "journal_compact", "settings"])
def test_death_at_any_byte(stage: Stage, tmp_path: Path, name: str) -> None:
    count = Trials(stage, tmp_path, name).bytes(16)
    check(count, 16)


def test_a_fault_that_never_falls_is_told(stage: Stage, tmp_path: Path) -> None:
    """What does not fall at a number falls at the nearest there is; a call that is never made proves nothing."""
    trials = Trials(stage, tmp_path, "settings")
    near = trials.kills([("rename", 1_000)])
    assert (near.ended, len(near.again), near.missed) == (1, 1, [])
    never = trials.kills([("symlink", 1)])
    never.add(trials.errors([("symlink", 1)], ("EIO",)))
    assert (never.trials, never.ended, len(never.missed)) == (2, 0, 2)


def test_a_trial_that_breaks_off_leaves_nobody_behind(tmp_path: Path) -> None:
    broken = Stage()
    trials = Trials(broken, tmp_path, "settings")
    with trials.folder() as folder:
        with pytest.raises(RuntimeError, match="strace could not attach"):
            broken.play("settings", folder, ["-e", "inject=rename:when=0"])
        assert broken.run("settings", folder) == 0, "the next one plays"
        left = broken.begin("settings", folder, ["-e", "trace=none"])
        broken.close()
    assert not left.is_there()


def test_the_numbers_of_threads_may_be_small(tmp_path: Path) -> None:
    """strace pads them: on a machine that was just started, two spaces follow."""
    log = tmp_path / "log"
    log.write_text('12345 openat(AT_FDCWD, "a") = 3\n678   rename("a", "b" <unfinished ...>\n12345 openat(3) = 4\n')
    assert calls_in(log) == [
        ("12345", "openat", 'AT_FDCWD, "a") = 3'),
        ("678", "rename", '"a", "b" <unfinished ...>'),
        ("12345", "openat", "3) = 4"),
    ]
    assert most_calls(log) == {"openat": 2, "rename": 1}


def test_the_kills_bite(stage: Stage, tmp_path: Path) -> None:
    """A plain ``open("wb").write`` breaks under the same trials; a harness that does not see it would prove nothing."""
    trials = Trials(stage, tmp_path, "naive_in_place")
    points = every(trials.calls())
    assert len(trials.kills(points).faults) >= 3
    assert len(trials.errors(points, ("ENOSPC",)).faults) >= 1
    assert len(trials.bytes(8).faults) == 8
