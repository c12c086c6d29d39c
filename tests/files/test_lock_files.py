"""The lock beside a map: LO1 to LO5, between real processes and with machines that are made up."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lock_keeper import Other, on_laptop_3, started, write_lock
from model.files import holder as holders
from model.files.errors import TakenOver
from model.files.holder import Holder, is_dead, own_holder
from model.files.locks import Lock, acquire, lock_path, read_lock, take_over
from model.values import replace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "map.journey"
    file.write_bytes(b"{}")
    return file


@pytest.fixture
def other(path: Path) -> Iterator[Other]:
    made = Other(path)
    yield made
    made.end()


def locked(path: Path, mine: Holder | None = None) -> Lock:
    got = acquire(path, mine=mine)
    assert isinstance(got, Lock) and got.held, got
    return got


# -- the file ---------------------------------------------------------------------------------------------------------


def test_the_lock_says_who_where_since_when_and_goes_with_its_owner(path: Path) -> None:
    lock = locked(path)
    said = json.loads((path.parent / ".map.journey.lock").read_text(encoding="utf-8"))
    assert said["format"] == "journeywall-lock"
    assert (said["pid"], said["host"]) == (os.getpid(), own_holder().host)
    assert said["session_id"] == lock.holder.session_id
    assert said["since"] and said["counter"] == 1 and said["process_started"]
    found = read_lock(path)
    assert found == lock.holder
    lock.release()
    assert sorted(p.name for p in path.parent.iterdir()) == ["map.journey"]


@pytest.mark.parametrize("name", ["a" * 255, "é" * 127, "a" * 249 + ".j", "map 😀 e\u0301.journey", "-rf", "new\nline"])
def test_every_name_has_a_lock_of_its_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"{}")
    lock = locked(path)
    place = lock_path(path)
    assert place.exists() and place.parent == tmp_path and place.name.startswith(".")
    assert len(os.fsencode(place.name)) <= 255
    assert isinstance(acquire(path), Holder)
    lock.release()


def test_a_long_name_has_not_the_lock_of_its_neighbour(tmp_path: Path) -> None:
    assert lock_path(tmp_path / ("a" * 254 + "b")) != lock_path(tmp_path / ("a" * 255))


def test_links_to_a_map_lead_to_one_lock(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.journey"
    link.symlink_to(path)
    lock = locked(link)
    assert isinstance(acquire(path), Holder)
    assert not list(folder.glob(".*lock")), "it stands beside the file itself"
    lock.release()


def test_the_count_goes_on_in_the_same_file(path: Path) -> None:
    lock = locked(path)
    before = lock_path(path).stat()
    for _ in range(12):
        assert lock.refresh() is None
    after = lock_path(path).stat()
    found = read_lock(path)
    assert found is not None and found.counter == 13
    assert (before.st_ino, before.st_size) == (after.st_ino, after.st_size)
    lock.release()


# -- processes of this machine ----------------------------------------------------------------------------------------


def test_lo1_a_second_process_is_told_who(path: Path, other: Other) -> None:
    assert other.said == "held"
    got = acquire(path)
    assert isinstance(got, Holder)
    assert got.pid == other.process.pid
    assert got.host == own_holder().host
    other.close()
    locked(path).release()


def test_lo2_the_lock_of_a_killed_process_is_taken_silently(path: Path, other: Other) -> None:
    other.kill()
    left = read_lock(path)
    assert left is not None and left.pid == other.process.pid
    lock = locked(path)
    assert lock.holder.history[-1]["how"] == "left behind"
    assert lock.holder.history[-1]["since"] == left.since
    assert read_lock(path) == lock.holder
    lock.verify()
    lock.release()
    assert not lock_path(path).exists()


def test_lo2_a_number_that_is_in_use_again_is_no_owner(path: Path) -> None:
    write_lock(path, replace(own_holder(), pid=os.getppid(), process_started="1", session_id="gone"))
    locked(path).release()


def test_lo2_a_lock_of_before_the_machine_was_started_anew_is_taken(path: Path) -> None:
    mine = replace(own_holder(), machine="this one", boot="now")
    write_lock(path, replace(mine, boot="before", session_id="gone"))
    locked(path, mine).release()


def test_lo2_a_lock_of_this_process_that_nobody_has_is_taken(path: Path) -> None:
    write_lock(path, replace(own_holder(), session_id="forgotten"))
    locked(path).release()


def test_two_processes_race_and_one_wins(path: Path) -> None:
    """Also for a lock that a crash left: of all that find it at once exactly one takes it."""
    for left in (None, replace(own_holder(), pid=2**22 + 1, session_id="gone")):
        if left is not None:
            write_lock(path, left)
        others = [started(path) for _ in range(4)]
        said = [process.stdout.readline().strip() for process in others if process.stdout is not None]
        assert sum(word == "held" for word in said) == 1, said
        for process in others:
            process.communicate("\n", timeout=20)
        assert not lock_path(path).exists()


# -- other machines ---------------------------------------------------------------------------------------------------


def test_lo2_another_machine_is_never_judged_by_age(path: Path) -> None:
    write_lock(path, on_laptop_3(since="2001-01-01T00:00:00+00:00", pid=2**22 + 1))
    os.utime(lock_path(path), (1, 1))
    got = acquire(path)
    assert isinstance(got, Holder)
    assert got.who == "Anna on laptop-3"
    assert is_dead(got, own_holder()) is None


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ({}, {"machine": "two"}),  # two machines of one name
        ({"namespace": "pid:[7]"}, {}),  # a container of its own
        ({"process_started": ""}, {}),  # the number lives, and nothing tells whether it is the same process
    ],
)
def test_lo2_what_cannot_be_told_is_somebodys(path: Path, theirs: dict[str, Any], mine: dict[str, Any]) -> None:
    me = replace(own_holder(), **({"machine": "one"} | mine))
    write_lock(path, replace(own_holder(), machine="one", pid=os.getppid(), session_id="other", **theirs))
    assert isinstance(acquire(path, mine=me), Holder)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\0" * 600, b"[]", b'{"format": "other"}', b"\xff\xfe{", b"[" * 5000, b"x" * 70_000]
)
def test_lo3_a_lock_that_cannot_be_read_is_somebodys(path: Path, data: bytes) -> None:
    lock_path(path).write_bytes(data)
    got = acquire(path)
    assert isinstance(got, Holder)
    assert not got.known
    assert got.who == "Somebody" and got.when == ""
    taken = take_over(path, got)
    assert isinstance(taken, Lock) and taken.held
    taken.release()


def test_lo3_a_lock_that_leads_elsewhere_is_not_followed(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine")
    lock_path(path).symlink_to(secret)
    assert acquire(path) == Holder()
    taken = take_over(path, Holder())
    assert isinstance(taken, Lock) and taken.held
    assert secret.read_text() == "mine"
    taken.release()


def test_what_a_lock_says_is_shown_in_one_plain_line(path: Path) -> None:
    write_lock(path, on_laptop_3(user="<b>Eve</b>\n\x1b[31m" + "e" * 900))
    got = acquire(path)
    assert isinstance(got, Holder)
    assert "\n" not in got.who and "\x1b" not in got.who and len(got.who) < 200


# -- taking over ------------------------------------------------------------------------------------------------------


def test_lo4_taking_over_is_noticed_before_the_next_save_and_logged(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    anna = locked(path, on_laptop_3())
    seen = acquire(path)
    assert isinstance(seen, Holder)
    mine = take_over(path, seen)
    assert isinstance(mine, Lock) and mine.held
    assert "taken over" in caplog.text
    assert "map.journey" not in caplog.text
    found = read_lock(path)
    assert found is not None
    assert found.history[-1] | {"ended": ""} == {
        "user": "Anna",
        "host": "laptop-3",
        "since": anna.holder.since,
        "ended": "",
        "how": "taken over",
    }
    with pytest.raises(TakenOver) as caught:
        anna.verify()
    assert "map.journey" in str(caught.value) and "work is kept" in str(caught.value)
    assert anna.taken_by == mine.holder
    anna.release()
    assert read_lock(path) == mine.holder, "whoever lost it does not remove it"
    back = take_over(path, mine.holder, mine=on_laptop_3())
    assert isinstance(back, Lock)
    assert [row["how"] for row in back.holder.history] == ["taken over", "taken over"]
    assert mine.refresh() == back.holder
    back.release()


def test_lo4_a_count_never_writes_over_a_lock_that_was_put_there_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The instant between reading our lock and counting it on is the worst one."""
    mine = locked(path)
    theirs = on_laptop_3()
    parse = holders.parse_holder

    def slow(data: bytes) -> Holder:
        monkeypatch.setattr("model.files.locks.parse_holder", parse)
        assert isinstance(take_over(path, mine.holder, mine=theirs), Lock)
        return parse(data)

    monkeypatch.setattr("model.files.locks.parse_holder", slow)
    assert mine.refresh() is None
    found = read_lock(path)
    assert found is not None and found.session_id == theirs.session_id
    assert mine.refresh() == found


def test_lo4_whoever_took_it_before_us_is_asked_about_first(path: Path) -> None:
    anna = on_laptop_3()
    write_lock(path, anna)
    bert = on_laptop_3(user="Bert")
    write_lock(path, replace(bert, session_id="bert"))
    got = take_over(path, anna)
    assert isinstance(got, Holder)
    assert got.user == "Bert"


def test_a_lock_that_was_deleted_is_made_anew(path: Path) -> None:
    lock = locked(path)
    lock_path(path).unlink()
    lock.verify()
    assert isinstance(acquire(path), Holder)
    lock_path(path).unlink()
    other = locked(path, on_laptop_3())
    with pytest.raises(TakenOver):
        lock.verify()
    other.release()


def test_a_lock_that_is_half_there_for_a_moment_is_not_lost(path: Path) -> None:
    lock = locked(path)
    whole = lock_path(path).read_bytes()
    lock_path(path).write_bytes(whole[:40])
    assert lock.refresh() is None, "a sync program writes it"
    lock_path(path).write_bytes(whole)
    assert lock.refresh() is None
    lock_path(path).write_bytes(whole[:40])
    assert lock.refresh() is None
    assert lock.refresh() is not None, "it stays damaged: somebody's"
    lock_path(path).unlink()


def test_a_missing_disk_is_no_reason_to_give_up(path: Path, tmp_path: Path) -> None:
    lock = locked(path)
    away = tmp_path.with_name("away")
    tmp_path.rename(away)
    assert lock.refresh() is None
    lock.verify()
    away.rename(tmp_path)
    assert lock.refresh() is None and lock.held
    lock.release()
    assert not lock_path(path).exists()


# -- no lock ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.ENOTSUP, errno.EIO])
def test_lo5_where_no_lock_can_be_made_that_is_said(path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(name: str | os.PathLike[str], flags: int, mode: int = 0o777) -> int:
        if str(name).endswith(".lock") and flags & os.O_CREAT:
            raise OSError(number, os.strerror(number))
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    got = acquire(path)
    assert isinstance(got, Lock)
    assert not got.held
    assert "map.journey" in got.problem and "Others cannot see" in got.problem
    got.verify()
    assert got.refresh() is None
    got.release()
    assert got.holder.session_id not in holders.OURS


def test_lo5_a_lock_that_the_disk_has_no_room_for_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_fd: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    got = acquire(path)
    monkeypatch.undo()
    assert isinstance(got, Lock) and got.problem
    assert not lock_path(path).exists()


def test_a_lock_is_made_fast(path: Path) -> None:
    """Opening waits for it."""
    begin = time.thread_time()
    for _ in range(20):
        locked(path).release()
    assert (time.thread_time() - begin) / 20 < 0.01
