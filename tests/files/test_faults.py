"""A crash or an error at every system call of saving, journaling and recovering: old or new, never less.

With JOURNEYWALL_FULL=1 in the environment the matrix is the full one; it takes some minutes.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults import Stage, fail, kill, needs_strace
from maps import full_map, large_map
from model.changes import diff
from model.document import Document
from model.files import native, recovery, sessions
from model.files.atomic import pending_path
from model.files.errors import ContentError

needs_strace()

OLD = native.dumps(full_map().document)
NEW = native.dumps(large_map(60))
FULL = bool(os.environ.get("JOURNEYWALL_FULL"))
"""Set to run the full matrix: six error codes, every call of the journal and of recovery."""
ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EACCES", "EROFS", "EBUSY") if FULL else ("EIO", "ENOSPC")
NOT_SPACE = frozenset({"read", "newfstatat", "fstat", "lseek", "getdents64", "close"})
"""Calls that cannot run out of space; they fail with one code."""


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.close()


class Trials:
    """A new folder for each trial."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.count = 0

    def folder(self, kind: str) -> Path:
        """The scene of one trial: ``save``, ``save_new``, ``twins`` (hard links), ``edit``, ``recover``."""
        self.count += 1
        folder = self.root / str(self.count)
        folder.mkdir()
        (folder / "new").write_bytes(NEW)
        if kind in ("save", "twins"):
            (folder / "map.journey").write_bytes(OLD)
        if kind == "twins":
            os.link(folder / "map.journey", folder / "twin.journey")
        return folder


@pytest.fixture
def trials(tmp_path: Path) -> Trials:
    return Trials(tmp_path)


def tally(folder: Path) -> int:
    """What the actor had confirmed."""
    value: int = struct.unpack("<q", (folder / "tally").read_bytes())[0]
    return value


def content(folder: Path) -> str:
    """What the product's own reader finds: "old", "new", "none"; fails on anything else."""
    path = folder / "map.journey"
    if not path.exists():
        return "none"
    loaded = native.load(path)
    assert not loaded.report.damaged
    for name, data in (("old", OLD), ("new", NEW)):
        if loaded.document.same_content(native.loads(data)[0]):
            return name
    raise AssertionError("neither the old nor the new map")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".journeywall-")]


SCENES = [("save", "save", "old"), ("save_new", "save_new", "none"), ("save", "twins", "old")]


@pytest.mark.parametrize(("action", "scene", "before"), SCENES, ids=[scene for _, scene, _ in SCENES])
def test_save_killed_at_every_call(stage: Stage, trials: Trials, action: str, scene: str, before: str) -> None:
    folder = trials.folder(scene)
    calls = stage.trace(action, folder)
    assert content(folder) == "new"
    assert leftovers(folder) == []
    outcomes = []
    for call, count in sorted(calls.items()):
        for k in range(1, count + 1):
            folder = trials.folder(scene)
            assert stage.play(action, folder, kill(call, k)) == -9, f"{call} {k} did not fire"
            found = content(folder)
            assert found in (before, "new"), f"killed at {call} {k}: {found}"
            outcomes.append(found)
            # The next save sweeps, and goes through.
            native.save(full_map().document, folder / "map.journey")
            assert leftovers(folder) == [], f"killed at {call} {k}"
    assert len(outcomes) >= 25
    assert {before, "new"} <= set(outcomes)


@pytest.mark.parametrize(("action", "scene", "before"), SCENES, ids=[scene for _, scene, _ in SCENES])
def test_save_with_every_call_failing(stage: Stage, trials: Trials, action: str, scene: str, before: str) -> None:
    folder = trials.folder(scene)
    calls = stage.trace(action, folder)
    refused = 0
    for call, count in sorted(calls.items()):
        for k in range(1, count + 1):
            for error in ERRORS[:1] if call in NOT_SPACE else ERRORS:
                folder = trials.folder(scene)
                status = stage.play(action, folder, fail(call, k, error))
                where = f"{call} {k} {error}"
                assert status in (0, 3), f"{where}: {(folder / 'sentence').read_text(encoding='utf-8')}"
                found = content(folder)
                if status == 0:
                    assert found == "new", f"{where}: saved, but {found}"
                else:
                    refused += 1
                    assert found in (before, "new"), f"{where}: {found}"
                    assert (folder / "sentence").read_text(encoding="utf-8").endswith(".")
                if call not in ("unlink", "close"):
                    assert [n for n in leftovers(folder) if n != pending_path(folder / "map.journey").name] == [], where
    assert refused >= 8


def test_save_dying_at_any_byte(stage: Stage, trials: Trials) -> None:
    died = 0
    for scene in ("save", "twins", "save_new"):
        for i in range(22):
            folder = trials.folder(scene)
            limit = i * len(NEW) // 20
            status = stage.die_at_byte("save_new" if scene == "save_new" else "save", folder, limit)
            died += status == -25
            assert (status == 0) == (limit >= len(NEW))
            assert content(folder) in ("none" if scene == "save_new" else "old", "new")
    assert died >= 60


def test_the_harness_bites(stage: Stage, trials: Trials) -> None:
    """The naive writer breaks under the same trials; a harness that does not see it would prove nothing."""
    folder = trials.folder("save")
    calls = stage.trace("save_naively", folder)
    broken = 0
    for call in ("write", "close"):
        for k in range(1, calls[call] + 1):
            folder = trials.folder("save")
            stage.play("save_naively", folder, kill(call, k))
            try:
                content(folder)
            except (AssertionError, ContentError):
                broken += 1
    for i in range(1, 8):
        folder = trials.folder("save")
        stage.die_at_byte("save_naively", folder, i * len(NEW) // 8)
        try:
            content(folder)
        except (AssertionError, ContentError):
            broken += 1
    assert broken >= 8


# -- journal and recovery ---------------------------------------------------------------------------------------------


def recovered_edits(folder: Path) -> int:
    """How many of the actor's edits the next start finds; 0 when not even the session was begun."""
    found = recovery.find_sessions(folder / "sessions")
    if not found:
        return 0
    assert len(found) == 1
    document = recovery.recover(found[0]).document
    texts = [item.text for item in document.inbox]
    # Without a gap and in their order: a state that the map was in.
    assert texts == [f"kaart {i}" for i in range(len(texts))]
    return len(texts)


def some(count: int, most: int) -> list[int]:
    """Up to ``most`` numbers spread over 1..count, the first and the last among them."""
    if FULL or count <= most:
        return list(range(1, count + 1))
    return sorted({1 + i * (count - 1) // (most - 1) for i in range(most)})


def test_journal_killed_at_its_calls(stage: Stage, trials: Trials) -> None:
    folder = trials.folder("edit")
    calls = stage.trace("edit", folder)
    assert recovered_edits(folder) == tally(folder) == 24
    died = 0
    for call in ("write", "fdatasync", "fsync", "rename", "unlink", "openat", "mkdir", "flock"):
        assert calls[call] >= 1, call
        for k in some(calls[call], 9):
            folder = trials.folder("edit")
            status = stage.play("edit", folder, kill(call, k))
            died += status == -9
            confirmed, found = tally(folder), recovered_edits(folder)
            assert found >= confirmed, f"killed at {call} {k}: {confirmed} confirmed, {found} found"
    assert died >= 40


def test_journal_with_its_calls_failing(stage: Stage, trials: Trials) -> None:
    folder = trials.folder("edit")
    calls = stage.trace("edit", folder)
    for call in ("write", "fdatasync", "fsync", "rename", "unlink", "mkdir"):
        for k in some(calls[call], 3):
            folder = trials.folder("edit")
            status = stage.play("edit", folder, fail(call, k, "ENOSPC"))
            assert status == 0, (folder / "sentence").read_text(encoding="utf-8")
            # One failed call is got over: in the end everything is there.
            assert tally(folder) == recovered_edits(folder) == 24, f"{call} {k} failed"


def left_session(stage: Stage, trials: Trials) -> tuple[Path, Document]:
    """A folder with a session that died, and the map in it."""
    folder = trials.folder("edit")
    assert stage.play("edit", folder, ["-e", "trace=none"]) == 0
    (found,) = recovery.find_sessions(folder / "sessions")
    return folder, recovery.recover(found).document


def test_recovery_killed_at_its_calls(stage: Stage, trials: Trials) -> None:
    """A second crash while recovering loses nothing: the work is in a session or in the saved file."""
    folder, document = left_session(stage, trials)
    master = trials.root / "master"
    shutil.copytree(folder / "sessions", master)
    calls = stage.trace("recover", folder)
    assert sessions.generations(folder) == []
    died = 0
    for call in ("write", "fdatasync", "fsync", "rename", "unlink", "unlinkat", "openat", "mkdir", "rmdir"):
        for k in some(calls[call], 6):
            folder = trials.folder("recover")
            shutil.copytree(master, folder / "sessions")
            died += stage.play("recover", folder, kill(call, k)) == -9
            offered = recovery.find_sessions(folder / "sessions")
            kept = [recovery.recover(found).document for found in offered]
            path = folder / "map.journey"
            if path.exists():
                kept.append(native.load(path).document)
            assert any(not diff(copy, document) for copy in kept), f"killed at {call} {k}"
            assert tally(folder) == 0 or not diff(native.load(path).document, document)
    assert died >= 25
