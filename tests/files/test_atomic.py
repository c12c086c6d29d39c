"""Writing a file: old or new, never less; everything that hangs on a file's name survives."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import struct
import time
from pathlib import Path

import pytest

from model.files import atomic, syncing
from model.files import exchange as exchanging
from model.files.atomic import ABSENT, FileStamp, pending_path, read_file, stamp_of, sweep, write_atomic
from model.files.errors import (
    ChangedOnDisk,
    DeviceFailed,
    DiskFull,
    FileBusy,
    FolderMissing,
    NameTooLong,
    NotVerified,
    NotWritable,
    ReadError,
    WriteError,
)

OLD = b"old content\n" * 100
NEW = b"new content, longer\n" * 300


def leftovers(folder: Path) -> list[str]:
    """Files of ours that should not be there when nothing is being written."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".journeywall-")]


def test_new_file_is_written_and_stamped(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    result = write_atomic(path, NEW)
    assert path.read_bytes() == NEW
    assert result.confirmed
    assert result.stamp == stamp_of(path)
    assert result.stamp.sha256 == hashlib.sha256(NEW).hexdigest()
    assert leftovers(tmp_path) == []


def test_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        write_atomic(tmp_path / "map.journey", NEW)
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "map.journey").stat().st_mode) == 0o640


def test_empty_content_is_written(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    write_atomic(path, b"")
    assert path.read_bytes() == b""


def test_changed_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    _, loaded = read_file(path)
    path.write_bytes(b"somebody else's work")
    with pytest.raises(ChangedOnDisk) as caught:
        write_atomic(path, NEW, expected=loaded)
    assert path.read_bytes() == b"somebody else's work"
    assert caught.value.expected == loaded
    assert caught.value.found == stamp_of(path)
    assert leftovers(tmp_path) == []


def test_change_of_same_size_and_time_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    _, loaded = read_file(path)
    before = path.stat()
    with path.open("r+b") as file:
        file.write(b"OLD")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert loaded.looks_like(path.stat())
    with pytest.raises(ChangedOnDisk):
        write_atomic(path, NEW, expected=loaded)


def test_same_content_with_another_time_is_no_conflict(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    _, loaded = read_file(path)
    path.unlink()
    path.write_bytes(OLD)
    os.utime(path, (1, 1))
    assert not loaded.looks_like(path.stat())
    write_atomic(path, NEW, expected=loaded)
    assert path.read_bytes() == NEW


def test_change_between_check_and_rename_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    _, loaded = read_file(path)
    verify = atomic._verify

    def slow(written: Path, data: bytes, target: Path) -> str:
        path.write_bytes(b"in between")
        return verify(written, data, target)

    monkeypatch.setattr(atomic, "_verify", slow)
    with pytest.raises(ChangedOnDisk):
        write_atomic(path, NEW, expected=loaded)
    assert path.read_bytes() == b"in between"
    assert leftovers(tmp_path) == []


def test_vanished_file_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    _, loaded = read_file(path)
    path.unlink()
    write_atomic(path, NEW, expected=loaded)
    assert path.read_bytes() == NEW


def test_absent_refuses_an_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    with pytest.raises(ChangedOnDisk) as caught:
        write_atomic(path, NEW, expected=ABSENT)
    assert "map.journey" in str(caught.value)
    assert path.read_bytes() == OLD


def test_absent_refuses_a_file_that_appears_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    verify = atomic._verify

    def slow(written: Path, data: bytes, target: Path) -> str:
        path.write_bytes(b"the other one was faster")
        return verify(written, data, target)

    monkeypatch.setattr(atomic, "_verify", slow)
    with pytest.raises(ChangedOnDisk):
        write_atomic(path, NEW, expected=ABSENT)
    assert path.read_bytes() == b"the other one was faster"
    assert leftovers(tmp_path) == []


def test_absent_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    result = write_atomic(tmp_path / "map.journey", NEW, expected=ABSENT)
    assert result.path.read_bytes() == NEW
    assert leftovers(tmp_path) == []
    with pytest.raises(ChangedOnDisk):
        write_atomic(tmp_path / "map.journey", OLD, expected=ABSENT)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o4755])
def test_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_atomic(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    try:
        os.setxattr(path, "user.origin", b"workshop 12\0x")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    result = write_atomic(path, NEW)
    assert os.getxattr(path, "user.origin") == b"workshop 12\0x"
    assert result.lost_attributes == ()


def test_access_list_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    nobody = 0xFFFFFFFF
    entries = [(1, 6, nobody), (2, 4, 12345), (4, 4, nobody), (0x10, 4, nobody), (0x20, 0, nobody)]
    acl = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    try:
        os.setxattr(path, "system.posix_acl_access", acl)
    except OSError:
        pytest.skip("this file system has no access lists")
    write_atomic(path, NEW)
    assert os.getxattr(path, "system.posix_acl_access") == acl


def test_refused_attribute_is_reported_not_fatal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(os, "listxattr", lambda _path: ["user.origin"])
    monkeypatch.setattr(os, "getxattr", lambda _path, _name: b"x")
    monkeypatch.setattr(os, "setxattr", refuse)
    assert write_atomic(path, NEW).lost_attributes == ("user.origin",)
    assert path.read_bytes() == NEW


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only the administrator can give files away")
def test_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    os.chown(path, 12345, 23456)
    write_atomic(path, NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_symbolic_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "map.journey"
    target.write_bytes(OLD)
    link = tmp_path / "link.journey"
    link.symlink_to(target)
    result = write_atomic(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert result.path == target


def test_dangling_symbolic_link_is_filled(tmp_path: Path) -> None:
    link = tmp_path / "link.journey"
    link.symlink_to(tmp_path / "not yet.journey")
    write_atomic(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "not yet.journey").read_bytes() == NEW


def test_circle_of_links_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(WriteError):
        write_atomic(tmp_path / "a", NEW)
    with pytest.raises(ReadError):
        read_file(tmp_path / "a")


def test_hard_links_stay_together(tmp_path: Path) -> None:
    path, twin = tmp_path / "map.journey", tmp_path / "twin.journey"
    path.write_bytes(NEW)
    os.link(path, twin)
    result = write_atomic(path, OLD)
    assert result.in_place
    assert twin.read_bytes() == path.read_bytes() == OLD
    assert path.stat().st_nlink == 2
    assert leftovers(tmp_path) == []
    assert result.stamp == stamp_of(path)


def test_hard_linked_file_changed_outside_is_not_overwritten(tmp_path: Path) -> None:
    path, twin = tmp_path / "map.journey", tmp_path / "twin.journey"
    path.write_bytes(OLD)
    os.link(path, twin)
    _, loaded = read_file(path)
    twin.write_bytes(b"by the other name")
    with pytest.raises(ChangedOnDisk):
        write_atomic(path, NEW, expected=loaded)
    assert path.read_bytes() == b"by the other name"


def test_failed_write_in_place_puts_the_old_bytes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    os.link(path, tmp_path / "twin")
    sync, calls = syncing.sync_file, []

    def failing(fd: int) -> None:
        calls.append(fd)
        if len(calls) == 2:  # the first is the copy beside it, the second the file itself
            raise OSError(errno.EIO, "broken")
        sync(fd)

    monkeypatch.setattr(atomic, "sync_file", failing)
    with pytest.raises(DeviceFailed):
        write_atomic(path, NEW)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_disk_that_keeps_failing_in_place_leaves_the_new_content_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    os.link(path, tmp_path / "twin")
    sync, calls = syncing.sync_file, []

    def failing(fd: int) -> None:
        calls.append(fd)
        if len(calls) >= 2:
            raise OSError(errno.EIO, "broken")
        sync(fd)

    monkeypatch.setattr(atomic, "sync_file", failing)
    with pytest.raises(DeviceFailed):
        write_atomic(path, NEW)
    assert pending_path(path).read_bytes() == NEW


@pytest.mark.parametrize(
    "name",
    [
        "klantreis sportschoenen 😀.journey",
        "e\u0301toile.journey",
        "\u00e9toile.journey",
        "مسار.journey",
        "a" * 255,
        "é" * 127,
        " leading and trailing ",
        "-rf",
        "new\nline",
        "per%cent {brace} 'quote'",
        os.fsdecode(b"not utf-8 \xff\xfe.journey"),
    ],
)
def test_names(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "map é 😀"
    folder.mkdir()
    path = folder / name
    path.write_bytes(OLD)
    write_atomic(path, NEW)
    assert path.read_bytes() == NEW
    assert [found.name for found in folder.iterdir()] == [name]


def test_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(NameTooLong):
        write_atomic(tmp_path / ("a" * 256), NEW)
    assert list(tmp_path.iterdir()) == []


def test_impossible_name_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_atomic(str(tmp_path / "a\0b"), NEW)
    assert "\0" not in str(caught.value)
    with pytest.raises(ReadError):
        read_file(str(tmp_path / "a\0b"))


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        write_atomic(tmp_path / "gone" / "map.journey", NEW)
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(FolderMissing):
        write_atomic(tmp_path / "file" / "map.journey", NEW)


def test_folder_or_device_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        write_atomic(tmp_path, NEW)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError):
        write_atomic(tmp_path / "pipe", NEW)
    with pytest.raises(ReadError):
        read_file(tmp_path / "pipe")
    with pytest.raises(ReadError):
        read_file(tmp_path)


def test_read_only_file_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    path.chmod(0o444)
    # The administrator may write everything; what an ordinary user is told is what counts here.
    monkeypatch.setattr(os, "access", lambda p, mode: bool(p.stat().st_mode & 0o200) or mode != os.W_OK)
    with pytest.raises(NotWritable):
        write_atomic(path, NEW)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, NotWritable),
        (errno.EACCES, NotWritable),
        (errno.EIO, DeviceFailed),
        (errno.ENODEV, DeviceFailed),
        (errno.EBUSY, FileBusy),
        (errno.EINVAL, WriteError),
    ],
)
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_errors_are_typed_and_leave_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[WriteError], call: str
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(kind) as caught:
        write_atomic(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []
    sentence = str(caught.value)
    assert "map.journey" in sentence
    assert sentence.count(".") == 2  # one sentence, and the name's own dot


def test_file_size_limit_leaves_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limits for files")
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) - 7, hard))
    try:
        with pytest.raises(DiskFull):
            write_atomic(path, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_disk_that_stores_something_else_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    write = os.write

    def lying(fd: int, data: bytes) -> int:
        write(fd, bytes(data)[: len(data) // 2])
        return len(data)

    monkeypatch.setattr(os, "write", lying)
    with pytest.raises(NotVerified):
        write_atomic(path, NEW)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_failing_folder_sync_is_saved_but_not_confirmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    fsync = os.fsync

    def failing(fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            raise OSError(errno.EIO, "broken")
        fsync(fd)

    monkeypatch.setattr(os, "fsync", failing)
    result = write_atomic(path, NEW)
    assert not result.confirmed
    assert path.read_bytes() == NEW


class WindowsError32(OSError):
    """What Windows raises while a virus scanner holds the file."""

    winerror = 32


def test_windows_lock_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    replace, tries = os.replace, []

    def busy(source: Path, target: Path) -> None:
        tries.append(target)
        if len(tries) < 4:
            raise WindowsError32(errno.EACCES, "sharing violation")
        replace(source, target)

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(atomic, "RETRY_DELAYS", (0.001,) * 8)
    write_atomic(path, NEW)
    assert len(tries) == 4
    assert path.read_bytes() == NEW


def test_windows_lock_that_stays_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)

    def busy(_source: Path, _target: Path) -> None:
        raise WindowsError32(errno.EACCES, "sharing violation")

    monkeypatch.setattr(os, "replace", busy)
    assert 2.4 <= sum(atomic.RETRY_DELAYS) <= 2.6
    monkeypatch.setattr(atomic, "RETRY_DELAYS", (0.001,) * 8)
    with pytest.raises(FileBusy):
        write_atomic(path, NEW)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_stale_temporary_files_are_swept(tmp_path: Path) -> None:
    dead = tmp_path / f".journeywall-{atomic._host_tag()}-{2**22 + 1}-0123456789abcdef.tmp"
    mine = tmp_path / f".journeywall-{atomic._host_tag()}-{os.getpid()}-0123456789abcdef.tmp"
    foreign = tmp_path / ".journeywall-deadbeef-1-0123456789abcdef.tmp"
    old = tmp_path / ".journeywall-deadbeef-2-0123456789abcdef.tmp"
    other = tmp_path / ".journeywall-notes.tmp"
    for path in (dead, mine, foreign, old, other):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 2 * 86_400,) * 2)
    assert set(sweep(tmp_path)) == {dead, old}
    assert mine.exists() and foreign.exists() and other.exists()


def test_too_large_a_file_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "huge.journey"
    with path.open("wb") as file:
        file.truncate(251 * 1024 * 1024)  # a sparse file: no bytes on the disk
    begin = time.thread_time()
    with pytest.raises(ReadError) as caught:
        read_file(path)
    assert time.thread_time() - begin < 0.1
    assert "250" in str(caught.value)


def test_stamp_of_nothing(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") is None
    assert isinstance(stamp_of(__file__), FileStamp)


def swapped_under(monkeypatch: pytest.MonkeyPatch, path: Path, theirs: bytes, times: int = 1) -> None:
    """Another program replaces ``path`` at the last instant, after every look at it, so many times."""
    plain, left = exchanging.exchange, [times]

    def late(one: Path, other: Path) -> bool:
        if left[0]:
            left[0] -= 1
            temp = path.with_name(f"theirs-{left[0]}")
            temp.write_bytes(theirs + b"%d" % left[0])
            temp.replace(path)
        return plain(one, other)

    monkeypatch.setattr(atomic, "exchange", late)


@pytest.mark.skipif(os.name == "nt", reason="there is no such exchange")
def test_change_at_the_last_instant_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    stamp = stamp_of(path)
    swapped_under(monkeypatch, path, b"theirs")
    with pytest.raises(ChangedOnDisk) as caught:
        write_atomic(path, NEW, expected=stamp)
    assert path.read_bytes() == b"theirs0"
    assert caught.value.found is not None
    assert caught.value.found.size == 7
    assert [each.name for each in tmp_path.iterdir()] == ["map.journey"]


@pytest.mark.skipif(os.name == "nt", reason="there is no such exchange")
def test_two_changes_at_the_last_instant_are_both_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    stamp = stamp_of(path)
    swapped_under(monkeypatch, path, b"theirs", 2)
    with pytest.raises(ChangedOnDisk):
        write_atomic(path, NEW, expected=stamp)
    assert path.read_bytes() == b"theirs1"
    (aside,) = [each for each in tmp_path.iterdir() if each != path]
    assert aside.read_bytes() == b"theirs0"
    assert aside.name.startswith("map (conflict ")
    assert aside.suffix == ".journey"


def test_a_disk_without_exchange_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "exchange", lambda _one, _other: False)
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    write_atomic(path, NEW, expected=stamp_of(path))
    assert path.read_bytes() == NEW
    assert leftovers(tmp_path) == []


def test_a_link_that_cannot_be_looked_at_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tmp_path / "real.journey"
    real.write_bytes(OLD)
    link = tmp_path / "map.journey"
    link.symlink_to(real)
    plain = os.lstat

    def failing(path: str, *rest: object, **more: object) -> os.stat_result:
        if os.fspath(path) == str(link):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain(path, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    with monkeypatch.context() as broken:
        broken.setattr(os, "lstat", failing)
        with pytest.raises(DeviceFailed):
            write_atomic(link, NEW)
    assert link.is_symlink()
    assert real.read_bytes() == OLD


def test_new_folders_are_synced_into_those_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    plain = syncing.require_synced

    def noted(folder: Path) -> None:
        synced.append(folder)
        plain(folder)

    monkeypatch.setattr(syncing, "require_synced", noted)
    syncing.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    syncing.make_folder(tmp_path / "a" / "b")
    assert len(synced) == 2

    def failing(_folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(syncing, "require_synced", failing)
    with pytest.raises(OSError, match="error"):
        syncing.make_folder(tmp_path / "a" / "c")
    assert not (tmp_path / "a" / "c").exists()  # the next try makes it, and syncs it
