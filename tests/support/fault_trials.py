"""Trials of operations under faults: kill at each call, fail each call, die at bytes; counted and judged."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import keeping_operations  # noqa: F401 - adds to the table
import session_operations  # noqa: F401 - adds to the table
from faults import ERRORS, Hangs, Stage, fail, kill, log_of, most_calls, said_of, tally_of
from operations import OPERATIONS, Broken, Operation

OFFSETS = 64
"""Bytes at which each operation dies."""
TRIES = 5
"""How often a trial is played whose fault does not fall."""
LEAVES = frozenset({"unlink", "unlinkat", "close", "rmdir"})
"""Calls whose failing may leave a temporary file: it is what was to remove it."""


@dataclass(slots=True)
class Count:
    """What trials came to.  ``states`` are the words of the judges, ``faults`` what was broken and by which trial."""

    trials: int = 0
    ended: int = 0
    states: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    """Trials in which the fault never fell, tried again as they were; they prove nothing."""
    again: list[str] = field(default_factory=list)
    """Trials that were tried again: two threads do not always share the work alike."""

    def add(self, other: Count) -> None:
        """Take in another count."""
        self.trials += other.trials
        self.ended += other.ended
        self.states += other.states
        self.faults += other.faults
        self.missed += other.missed
        self.again += other.again

    def line(self, name: str) -> str:
        """One row of a table."""
        states = ", ".join(f"{count} {state}" for state, count in sorted(self.states.items()))
        return f"{name:18} {self.trials:6} {self.ended:6} {len(self.faults):6} {len(self.missed):6}  {states}"


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a trial: whether its fault fell (None: it hung, which is told), and how often the call was made."""

    where: str
    fell: bool | None
    made: int = 0


HEAD = f"{'operation':18} {'trials':>6} {'fell':>6} {'broken':>6} {'missed':>6}  found"


class Trials:
    """Trials of one operation, each in a new folder, deleted when nothing was wrong with it."""

    def __init__(self, stage: Stage, root: Path, name: str) -> None:
        self.stage = stage
        self.operation: Operation = OPERATIONS[name]
        self.root = root.resolve() / name
        self.root.mkdir(parents=True, exist_ok=True)
        self._master = self.root / "scene"
        self._count = 0
        self._make_scene()

    def _make_scene(self) -> None:
        self._master.mkdir()
        with at_home(self._master):
            self.operation.scene(self._master)

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """A scene for one trial."""
        self._count += 1
        folder = self.root / str(self._count)
        shutil.copytree(self._master, folder, symlinks=True)
        if self.operation.name == "save_twins":  # a copy knows no hard links
            (folder / "twin.journey").unlink()
            os.link(folder / "map.journey", folder / "twin.journey")
        for path in folder.rglob("*.journey"):
            # A file as new as can be is looked at more closely: every trial goes the longer way, at any pace.
            if not path.is_symlink():
                later = path.stat().st_mtime_ns + 3_600_000_000_000
                os.utime(path, ns=(later, later))
        yield folder
        shutil.rmtree(folder)
        for path in self.root.glob(f"{folder.name}.*"):
            path.unlink()

    def calls(self) -> Counter[str]:
        """How often each call is made when nothing is in the way; checks that all is well then."""
        with self.folder() as folder:
            calls = self.stage.trace(self.operation.name, folder)
            self.judge(folder, tally_of(folder), True)
            return calls

    def kills(self, points: Iterable[tuple[str, int]]) -> Count:
        """Kill at each point: a call, and the how-manieth."""
        count = Count()
        for point in points:
            count.trials += 1
            self._until_it_falls(count, point, self._kill)
        return count

    def errors(
        self, points: Iterable[tuple[str, int]], errors: Iterable[str] = ERRORS, *, in_turn: bool = False
    ) -> Count:
        """Fail each point with each error, or (``in_turn``) each with one of them."""
        count, errors = Count(), tuple(errors)
        for i, point in enumerate(points):
            for error in (errors[i % len(errors)],) if in_turn else errors:
                count.trials += 1
                self._until_it_falls(count, point, partial(self._fail, error=error))
        return count

    def _until_it_falls(self, count: Count, point: tuple[str, int], play: Callable[[Count, str, int], Played]) -> None:
        """Play a trial; where its fault did not fall, again at the nearest point that there was in that run.

        Two threads do not always share the work alike: the sixth sync of one is the first of the other.
        """
        call, k = point
        for _ in range(TRIES):
            played = play(count, call, k)
            if played.fell is not False:
                count.ended += played.fell is True
                return
            count.again.append(played.where)
            k = max(1, min(k, played.made))
        count.missed.append(count.again[-1])

    def _kill(self, count: Count, call: str, k: int) -> Played:
        where = f"{self.operation.name}: killed at {call} {k}"
        with self.folder() as folder:
            status = self._play(folder, kill(call, k), count, where)
            if status is None:
                return Played(where, None)
            self._note(count, folder, where, status == 0)
            return Played(where, status == -9, most_calls(log_of(folder))[call])

    def _fail(self, count: Count, call: str, k: int, error: str) -> Played:
        where = f"{self.operation.name}: {call} {k} failed with {error}"
        with self.folder() as folder:
            status = self._play(folder, fail(call, k, error), count, where)
            if status is None:
                return Played(where, None)
            said = said_of(folder)
            if status not in (0, 3):
                count.faults.append(f"{where}: status {status}: {said}")
            elif status == 3 and not said.strip().endswith("."):
                count.faults.append(f"{where}: no sentence: {said!r}")
            if self._note(count, folder, where, status == 0) and call not in LEAVES:
                left = [path.name for path in folder.rglob(".journeywall-*.tmp")]
                if left:
                    count.faults.append(f"{where}: left {left}")
            injected = "(INJECTED)" in log_of(folder).read_text(encoding="utf-8", errors="replace")
            return Played(where, injected, most_calls(log_of(folder))[call])

    def bytes(self, offsets: int = OFFSETS) -> Count:
        """Die at ``offsets`` places spread over what is written."""
        with self.folder() as folder:
            assert self.stage.run(self.operation.name, folder) == 0, said_of(folder)
            with at_home(folder):
                first, last = self.operation.written(folder)
        count = Count()
        for i in range(offsets if last > first else 0):
            limit = first + i * (last - first) // offsets
            with self.folder() as folder:
                count.trials += 1
                where = f"{self.operation.name}: died at byte {limit} of {last}"
                status = self.stage.die_at_byte(self.operation.name, folder, limit)
                if status not in (0, 3, -25):
                    count.faults.append(f"{where}: status {status}: {said_of(folder)}")
                # Where the rest of a write that came out short is not tried again, the actor ends by itself.
                count.ended += status == -25
                self._note(count, folder, where, status == 0)
        return count

    def _play(self, folder: Path, options: list[str], count: Count, where: str) -> int | None:
        try:
            return self.stage.play(self.operation.name, folder, options)
        except Hangs as error:
            count.faults.append(f"{where}: {error}")
            return None

    def _note(self, count: Count, folder: Path, where: str, returned: bool) -> bool:
        try:
            count.states[self.judge(folder, tally_of(folder), returned)] += 1
        except Broken as error:
            count.faults.append(f"{where}: {error}")
            return False
        return True

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        """What the operation's judge says.  Raises Broken."""
        with at_home(folder):
            return self.operation.judge(folder, said, returned)


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """With the program's own folders in a trial's folder, as its actor has them."""
    before = os.environ.get("JOURNEYWALL_HOME")
    os.environ["JOURNEYWALL_HOME"] = str(folder / "home")
    try:
        yield
    finally:
        if before is None:
            del os.environ["JOURNEYWALL_HOME"]
        else:
            os.environ["JOURNEYWALL_HOME"] = before


def every(calls: Counter[str]) -> list[tuple[str, int]]:
    """Every point of a trace."""
    return [(call, k) for call, count in sorted(calls.items()) for k in range(1, count + 1)]


def spread(points: list[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """At most ``most`` of them, evenly spread, the first and the last among them."""
    if len(points) <= most:
        return points
    return [points[i * (len(points) - 1) // (most - 1)] for i in range(most)]
