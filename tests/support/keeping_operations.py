"""Operations beside a map's file: earlier versions of it, and the lock that says who has it open."""

from __future__ import annotations

import dataclasses
import os
from datetime import UTC, datetime
from pathlib import Path

from model.files import native, versions
from model.files.errors import DeviceFailed, FileError
from model.files.holder import OURS, Holder, own_holder
from model.files.locks import Lock, acquire, lock_path, read_lock, take_over
from model.files.paths import versions_folder
from operations import Broken, Operation, Say, map_to_save, new_bytes, old_map, operation

SAVES = 24
"""Versions that are there before: more than are kept for good, so that the next one lets others go."""


class Versions(Operation):
    """Operations on the versions of one map."""

    def scene(self, folder: Path) -> None:
        (folder / "new").write_bytes(new_bytes())
        for i in range(SAVES):
            document = old_map().saved_as(i + 1)
            info = document.info.changed(title=f"Versie {i}")
            data = native.dumps(document.with_changes([("map", "map", info)]))
            at = datetime(2026, 11, 2, 9, 0, i, tzinfo=UTC)
            assert versions.keep(old_map().document_id, data, why="save", path="/k.journey", at=at)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        found = versions.versions(old_map().document_id)
        sound = []
        for version in found:
            try:
                loaded = versions.load(version)
            except FileError as error:
                raise Broken(f"a version cannot be read: {error}") from error
            if loaded.report.damaged:
                raise Broken("a version is damaged")
            sound.append(loaded.document)
        titles = [document.info.title for document in sound if not document.same_content(map_to_save())]
        # The last twenty saves stay, whatever else goes.
        if not {f"Versie {i}" for i in range(SAVES - 19, SAVES)} <= set(titles):
            raise Broken(f"versions are missing: {titles}")
        there = any(document.same_content(map_to_save()) for document in sound)
        if (said or returned) and not there:
            raise Broken("it was called kept, and is not there")
        return "new" if there else "old"

    def written(self, folder: Path) -> tuple[int, int]:
        newest = versions_folder() / old_map().document_id
        return 0, max(path.stat().st_size for path in newest.rglob("*") if path.is_file())


@operation
class VersionRotate(Versions):
    """Keep a version and let go of those that are not needed any more."""

    data = b""

    def prepare(self, folder: Path) -> None:
        self.data = (folder / "new").read_bytes()

    def act(self, folder: Path, say: Say) -> None:
        versions.rotate(versions.id_in(self.data), self.data, why="save", path="/k.journey")
        say(1)


@operation
class VersionFirst(VersionRotate):
    """Keep the first version that there ever was: every folder is new."""

    def scene(self, folder: Path) -> None:
        (folder / "new").write_bytes(new_bytes())

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        found = versions.versions(old_map().document_id)
        there = bool(found) and versions.load(found[0]).document.same_content(map_to_save())
        if (said or returned) and not there:
            raise Broken("it was called kept, and is not there")
        return "new" if there else "none"


class Locks(Operation):
    """Operations on the lock of a map.  A lock that is lost costs a question, never work: the judge asks for no more
    than that the map is whole, that it can be opened by whoever comes next, and that no lock keeps it shut for ever."""

    lock: Lock | Holder

    def scene(self, folder: Path) -> None:
        native.save(old_map(), folder / "map.journey")

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        path = folder / "map.journey"
        try:
            native.load(path)
        except FileError as error:
            raise Broken(f"unreadable: {error}") from error
        before = read_lock(path)
        got = acquire(path)
        if isinstance(got, Holder):
            # Nobody knows who holds it, or on what machine: whoever comes next is asked, and may take it over.
            if got.known and got.namespace == own_holder().namespace:
                raise Broken(f"a dead process keeps the map: {got}")
            got = take_over(path, got)
        if isinstance(got, Holder) or got.problem:
            raise Broken("the map cannot be taken over")
        got.release()
        if lock_path(path).exists():
            raise Broken("the lock stays")
        return "free" if before is None else "locked" if before.known else "unknown"

    def written(self, folder: Path) -> tuple[int, int]:
        return 0, lock_path(folder / "map.journey").stat().st_size


@operation
class LockAcquire(Locks):
    """Lock a map that nobody has open."""

    def act(self, folder: Path, say: Say) -> None:
        self.lock = acquire(folder / "map.journey")
        if isinstance(self.lock, Holder):
            raise DeviceFailed(folder, "Somebody has the map open.")


@operation
class LockClaim(LockAcquire):
    """Lock a map whose lock was left by a process that is gone."""

    def scene(self, folder: Path) -> None:
        super().scene(folder)
        gone = dataclasses.replace(own_holder(), process_started="0", session_id="left-behind", pid=os.getpid())
        acquire(folder / "map.journey", mine=gone)
        OURS.discard(gone.session_id)


@operation
class LockTakeOver(Locks):
    """Take a map from somebody on another machine."""

    def scene(self, folder: Path) -> None:
        super().scene(folder)
        other = dataclasses.replace(own_holder(), host="elsewhere", machine="other", session_id="elsewhere")
        acquire(folder / "map.journey", mine=other)
        OURS.discard(other.session_id)

    def act(self, folder: Path, say: Say) -> None:
        seen = read_lock(folder / "map.journey")
        got = take_over(folder / "map.journey", seen or Holder())
        if isinstance(got, Holder):
            raise DeviceFailed(folder, "Somebody has the map open.")

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        found = read_lock(folder / "map.journey")
        if found is not None and found.session_id == "elsewhere":
            taken = take_over(folder / "map.journey", found)
            if isinstance(taken, Holder):
                raise Broken("the map cannot be taken over")
            taken.release()
            return "theirs"
        return super().judge(folder, said, returned)


@operation
class LockRefresh(Locks):
    """Count on, while a map is open."""

    def prepare(self, folder: Path) -> None:
        self.lock = acquire(folder / "map.journey")
        assert isinstance(self.lock, Lock)

    def act(self, folder: Path, say: Say) -> None:
        assert isinstance(self.lock, Lock)
        self.lock.refresh()
        self.lock.refresh()


@operation
class LockRelease(LockRefresh):
    """Let go of a map's lock."""

    def act(self, folder: Path, say: Say) -> None:
        assert isinstance(self.lock, Lock)
        self.lock.release()

    def written(self, folder: Path) -> tuple[int, int]:
        return 0, 0
