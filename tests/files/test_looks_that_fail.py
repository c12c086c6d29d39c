"""A look at the disk that fails while work is discarded or a lock is taken: one sentence, and nothing is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lock_keeper import on_laptop_3, write_lock
from model.files import locks, recovery, sessions
from model.files.errors import FileError, ReadError, WriteError
from model.files.holder import OURS, Holder
from model.files.locks import Lock, acquire, lock_path, read_lock, take_over
from session_operations import dead_session


@contextmanager
def no_look(call: str, place: Path, *, spare: int = 0) -> Iterator[None]:
    """A disk on which ``os.<call>`` of ``place`` fails; the first ``spare`` of them do not."""
    plain, seen = getattr(os, call), 0

    def failing(path: object, *rest: object, **more: object) -> object:
        nonlocal seen
        if isinstance(path, str | os.PathLike) and Path(path) == place:
            seen += 1
            if seen > spare:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain(path, *rest, **more)

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(os, call, failing)
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "map.journey"
    file.write_bytes(b"{}")
    return file


# -- discarding -------------------------------------------------------------------------------------------------------


def test_work_that_cannot_be_discarded_stays_offered(tmp_path: Path) -> None:
    dead_session(tmp_path, 3)
    (found,) = recovery.find_sessions(tmp_path)
    with no_look("stat", found.folder), pytest.raises(WriteError) as caught:
        recovery.discard(found)
    assert str(caught.value) == f"“{found.title}” could not be put away; it is offered again at the next start."
    (again,) = recovery.find_sessions(tmp_path)
    assert again.edits == 3


@pytest.mark.parametrize("name", ["journal-000001.jsonl", "base-000001.json"])
def test_work_that_cannot_be_read_just_now_is_not_recovered_without_it(tmp_path: Path, name: str) -> None:
    """A map without its edits would be saved, and the journal that holds them would go."""
    folder = dead_session(tmp_path, 3)
    (found,) = recovery.find_sessions(tmp_path)
    with no_look("open", folder / name), pytest.raises(ReadError) as caught:
        recovery.recover(found)
    assert str(caught.value) == f"The work in “{found.title}” cannot be read; its files stay in {folder}."
    assert recovery.recover(found).edits == 3


@pytest.mark.parametrize(("call", "name"), [("open", "session.json"), ("listdir", ".")])
def test_tidying_takes_nothing_away_that_it_could_not_look_at(tmp_path: Path, call: str, name: str) -> None:
    folder = dead_session(tmp_path, 3)
    (folder / "journal-000001.jsonl").unlink()  # an imported map that was not edited
    with no_look(call, folder / name):
        assert recovery.tidy(tmp_path) == 0
    assert recovery.tidy(tmp_path) == 0
    (found,) = recovery.find_sessions(tmp_path)
    assert found.info.unsaved_base


def test_marking_a_session_as_closed_says_what_failed(tmp_path: Path) -> None:
    folder = dead_session(tmp_path, 3)
    with no_look("stat", folder), pytest.raises(WriteError):
        sessions.mark_closed(folder)
    sessions.mark_closed(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


def test_work_that_cannot_be_taken_back_stays_discarded(tmp_path: Path) -> None:
    folder = dead_session(tmp_path, 3)
    sessions.mark_closed(folder)
    (found,) = recovery.recently_discarded(tmp_path)
    with no_look("unlink", folder / "closed.json"), pytest.raises(WriteError) as caught:
        recovery.restore(found)
    assert str(caught.value) == f"“{found.title}” could not be taken back; it stays among the discarded work."
    assert len(recovery.recently_discarded(tmp_path)) == 1


def test_work_whose_lock_cannot_be_looked_at_is_somebodys(tmp_path: Path) -> None:
    folder = dead_session(tmp_path, 3)
    info = sessions.read_info(folder)
    info.host = "elsewhere"
    sessions.write_info(folder, info)
    with no_look("stat", folder / "lock"):
        assert recovery.find_sessions(tmp_path) == []
    assert len(recovery.find_sessions(tmp_path)) == 1


def test_a_folder_is_let_go_of_though_the_disk_complains(tmp_path: Path) -> None:
    lock, plain = sessions.FolderLock(tmp_path), os.close
    assert lock.acquire()

    def complaining(fd: int) -> None:
        plain(fd)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(os, "close", complaining)
        lock.release()
    assert not lock.held
    assert sessions.FolderLock(tmp_path).acquire()


# -- locks ------------------------------------------------------------------------------------------------------------


def test_lo3_a_lock_that_cannot_be_looked_at_is_somebodys(path: Path) -> None:
    anna = on_laptop_3()
    write_lock(path, anna)
    for call in ("lstat", "open"):
        with no_look(call, lock_path(path)):
            assert read_lock(path) == Holder()
    assert read_lock(path) == anna


def test_lo4_a_lock_is_not_taken_from_somebody_who_cannot_be_looked_at(path: Path) -> None:
    anna = on_laptop_3()
    write_lock(path, anna)
    for call in ("lstat", "open"):
        with no_look(call, lock_path(path)), pytest.raises(ReadError) as caught:
            take_over(path, anna)
        assert str(caught.value) == "Who has “map.journey” open cannot be seen at the moment; try again."
    assert read_lock(path) == anna
    taken = take_over(path, anna)
    assert isinstance(taken, Lock) and taken.held
    taken.release()


def test_lo4_a_lock_that_was_taken_is_ours_though_the_look_at_it_fails(path: Path) -> None:
    anna = on_laptop_3()
    write_lock(path, anna)
    with no_look("lstat", lock_path(path), spare=1):
        taken = take_over(path, anna)
    assert isinstance(taken, Lock) and taken.held
    assert read_lock(path) == taken.holder
    taken.release()
    assert not lock_path(path).exists()


def test_lo2_a_lock_of_a_process_that_is_gone_is_ours_though_the_look_at_it_fails(path: Path) -> None:
    gone = acquire(path)
    assert isinstance(gone, Lock)
    OURS.discard(gone.holder.session_id)
    with no_look("lstat", lock_path(path), spare=1):
        taken = acquire(path)
    assert isinstance(taken, Lock) and taken.held, taken
    assert read_lock(path) == taken.holder
    taken.release()


def test_a_lock_made_anew_meanwhile_is_not_lost_by_a_look_that_fails(path: Path) -> None:
    lock = acquire(path)
    assert isinstance(lock, Lock)
    plain, first = os.open, True

    def gone_for_a_moment(name: str | os.PathLike[str], flags: int, *rest: int) -> int:
        nonlocal first
        if Path(name) == lock_path(path) and not flags & os.O_CREAT and first:
            first = False
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return plain(name, flags, *rest)

    with pytest.MonkeyPatch.context() as broken, no_look("lstat", lock_path(path)):
        broken.setattr(os, "open", gone_for_a_moment)
        lock.verify()
    assert lock.held and not first
    lock.release()


def test_a_link_that_cannot_be_followed_is_one_sentence(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    before = set(OURS)
    with no_look("readlink", link):
        for call in (acquire, lambda file: take_over(file, Holder())):
            with pytest.raises(FileError) as caught:
                call(link)
            assert "link.journey" in str(caught.value)
        assert read_lock(link) == Holder()
    assert before == OURS
    assert locks.lock_path(link) == lock_path(path)
