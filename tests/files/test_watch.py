"""The watch over one file: WA1 to WA4."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.files import watch as watching
from model.files.atomic import read_file, write_atomic
from model.files.locks import Lock, acquire
from model.files.watch import Seen, Watch
from stopwatch import Stopwatch, wait_for


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "TICK", 0.02)
    monkeypatch.setattr(watching, "LOCK_TICK", 0.02)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "map.journey"
    file.write_bytes(b"one")
    return file


@pytest.fixture
def heard() -> list[Seen]:
    return []


@pytest.fixture
def watch(path: Path, heard: list[Seen]) -> Iterator[Watch]:
    lock = acquire(path)
    assert isinstance(lock, Lock)
    made = Watch(path, read_file(path)[1], "id", lock=lock, on_change=heard.append)
    yield made
    made.stop()
    lock.release()


def until(condition: Callable[[], bool]) -> None:
    assert wait_for(condition)


def steady(watch: Watch, kind: str = "same") -> None:
    """For a while nothing else is seen."""
    time.sleep(0.3)
    assert watch.seen.kind == kind


def test_wa1_the_content_decides(watch: Watch, path: Path, heard: list[Seen]) -> None:
    os.utime(path, (1, 1))
    steady(watch)
    path.unlink()
    path.write_bytes(b"one")
    until(lambda: watch.seen.kind == "same")
    steady(watch)
    path.write_bytes(b"two")
    until(lambda: watch.seen.kind == "changed")
    seen = watch.seen
    assert seen.stamp is not None and seen.since is not None
    steady(watch, "changed")
    assert watch.seen == seen, "since when, not until when"
    path.write_bytes(b"one")
    until(lambda: watch.seen.kind == "same")
    assert [s.kind for s in heard if s.kind != "gone"][:2] == ["changed", "same"]


def test_wa1_our_own_save_is_no_change(watch: Watch, path: Path, heard: list[Seen]) -> None:
    for number in range(20):
        data = b"ours %d" % number
        from hashlib import sha256

        watch.expect(sha256(data).hexdigest())
        result = write_atomic(path, data)
        time.sleep(0.03)
        watch.known(result.stamp)
    steady(watch)
    assert "changed" not in [seen.kind for seen in heard]


def test_wa1_what_was_loaded_is_what_we_know(watch: Watch, path: Path) -> None:
    path.write_bytes(b"two")
    until(lambda: watch.seen.kind == "changed")
    watch.known(read_file(path)[1])
    assert watch.seen.kind == "same"
    steady(watch)


def test_wa2_watching_writes_nothing(watch: Watch, path: Path) -> None:
    before = {p.name: p.stat().st_mtime_ns for p in path.parent.iterdir()}
    time.sleep(0.3)
    assert {p.name: p.stat().st_mtime_ns for p in path.parent.iterdir()} == before


def test_wa3_a_disk_that_hangs_is_told_and_does_not_hold_up_the_end(
    watch: Watch, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat
    hang = [True]

    def slow(found: Path, **options: bool) -> os.stat_result:
        while found == path and hang[0]:
            time.sleep(0.01)
        return stat(found, **options)

    monkeypatch.setattr(watching, "HANGS", 0.1)
    monkeypatch.setattr(Path, "stat", slow)
    until(lambda: watch.seen.kind == "silent")
    assert watch.seen.since is not None
    hang[0] = False
    until(lambda: watch.seen.kind == "same")
    hang[0] = True
    time.sleep(0.05)
    held = Stopwatch()
    watch.stop()
    assert held.seconds() < 0.5
    hang[0] = False


def test_wa4_gone_and_away_are_told_apart_and_end(watch: Watch, path: Path, tmp_path: Path) -> None:
    path.rename(tmp_path / "aside")
    until(lambda: watch.seen.kind == "gone")
    (tmp_path / "aside").rename(path)
    until(lambda: watch.seen.kind == "same")
    away = tmp_path.with_name("away")
    tmp_path.rename(away)
    until(lambda: watch.seen.kind == "away")
    away.rename(tmp_path)
    until(lambda: watch.seen.kind == "same")
    assert watch.seen.since is None


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    watch = Watch(link, read_file(link)[1], "id", lock=None)
    steady(watch)
    path.write_bytes(b"two")
    until(lambda: watch.seen.kind == "changed")
    watch.stop()


def test_the_lock_is_counted_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "REFRESH", 0.05)
    lock = acquire(path)
    assert isinstance(lock, Lock)
    watch = Watch(path, read_file(path)[1], "id", lock=lock)
    until(lambda: lock.holder.counter > 3)
    watch.stop()
    lock.release()
