"""Looks after one open map from a thread of its own: its file, its lock, the copies that sync programs lay beside it.

WA1  A look each second: size, time and number of the file.  Where these differ its content decides; what is the same
     as ours is our own echo from a sync folder.
WA2  Nothing here writes but the lock's count; nothing is loaded or saved unasked.
WA3  A disk that does not answer holds up this thread only, and is told as well (:attr:`Watch.seen`).
WA4  What goes wrong is told with when it began, and no longer when it is over.
"""

from __future__ import annotations

import contextlib
import contextvars
import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal

from model.files.atomic import FileStamp, stamp_of
from model.files.copies import find_copies
from model.files.errors import ReadError, read_error
from model.files.holder import Holder
from model.files.locks import QUIET, REFRESH, Lock, read_lock
from model.values import dataclass, replace

TICK = 1.0
"""Seconds between two looks at the file."""
STEADY = 0.3
"""Seconds that a changed file must stay as it is to be told: programs write in pieces."""
LOCK_TICK = 3.0
"""Seconds between two looks at a lock: who has the map open, or whether somebody took it over."""
COPIES_TICK = 60.0
"""Seconds between two looks for copies of sync programs."""
HANGS = 1.0
"""Seconds after which a look that did not come back counts as a disk that does not answer."""
ROOM = 64 * 1024
"""Bytes that a disk must have free beyond the size of a map for it to be saved."""

FileKind = Literal["same", "changed", "gone", "away", "unwritable", "full", "silent"]
"""The file is what we know; somebody changed it; it was deleted or moved; its folder or disk is away or fails; it
cannot be written any more; its disk has no room for another save; its disk does not answer."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen last.

    ``since`` is when ``kind`` began; ``stamp`` the file's where it was changed, ``reason`` a sentence where it is away.
    ``holder`` has the map open, or took it over; ``free`` says that nobody has any more; ``quiet`` that the holder was
    not heard of for a while.  ``copies`` are conflict copies beside the file.
    """

    kind: FileKind = "same"
    since: datetime | None = None
    stamp: FileStamp | None = None
    reason: str = ""
    holder: Holder | None = None
    free: bool = False
    quiet: bool = False
    copies: tuple[Path, ...] = ()


class Watch:
    """Watches ``path``, whose content is known by ``stamp``.

    ``lock`` is ours, to be counted on; without one ``holder`` is who has it.  ``on_change(seen)`` is called from the
    thread when something else is seen.  Call :meth:`stop` at the end.
    """

    def __init__(
        self,
        path: Path,
        stamp: FileStamp,
        document_id: str,
        *,
        lock: Lock | None = None,
        holder: Holder | None = None,
        on_change: Callable[[Seen], None] | None = None,
    ) -> None:
        self.path = path
        self.lock = lock
        self.on_change = on_change
        self._document_id = document_id
        self._wake = threading.Condition()
        self._stamp = stamp
        self._coming: set[str] = set()
        self._round = 0  # goes up whenever what is known of the file does: a look that began before does not count
        self._foreign: FileStamp | None = None
        self._soon = False  # the file is another one since this look: it may still be on its way
        self._seen = Seen(holder=holder)
        self._stopped = False
        self._looking: float | None = None  # since when the disk is being asked
        self._hash = False  # the whole file is being read, which may take a while
        self._heard = time.monotonic()
        self._next_lock = self._next_count = time.monotonic()
        self._next_copies = time.monotonic()
        if lock is not None:
            self._next_count += REFRESH
        run = contextvars.copy_context().run  # the thread speaks the language of now
        self._thread = threading.Thread(target=run, args=(self._run,), name="watch", daemon=True)
        self._thread.start()

    # -- called by the interface -----------------------------------------------------------------------------

    @property
    def seen(self) -> Seen:
        """What was seen last; cheap."""
        with self._wake:
            seen, looking, reading = self._seen, self._looking, self._hash
        if looking is not None and not reading and time.monotonic() - looking > HANGS:
            late = time.monotonic() - looking
            since = datetime.fromtimestamp(time.time() - late).astimezone()
            return Seen("silent", since, holder=seen.holder, copies=seen.copies)
        return seen

    def expect(self, sha256: str) -> None:
        """Say that this content is about to be written by us."""
        with self._wake:
            self._coming.add(sha256)

    def known(self, stamp: FileStamp) -> None:
        """Say that this is the file now: it was saved, or what is there was loaded."""
        with self._wake:
            self._round += 1
            self._stamp = stamp
            self._coming.clear()
            self._foreign = None
            self._tell_kind("same")
        self.look()

    def look(self) -> None:
        """Look now."""
        with self._wake:
            self._next_lock = time.monotonic()
            self._next_copies = min(self._next_copies, time.monotonic() + TICK)
            self._wake.notify_all()

    def stop(self) -> None:
        """End the thread, without waiting for a disk that does not answer."""
        with self._wake:
            self._stopped = True
            self.on_change = None
            self._wake.notify_all()

    # -- the thread ------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._wake:
                if self._stopped:
                    return
                self._looking = time.monotonic()
                before = self._seen
            try:
                self._look()
            except Exception as error:
                # A fault of ours must not end the watch; what it says may name a file, so only its kind is told.
                log.error("a look at a file failed: %s", type(error).__name__)
            with self._wake:
                self._looking = None
                seen, tell = self._seen, self.on_change
            if seen != before and tell is not None:
                tell(seen)
            with self._wake:
                if not self._stopped:
                    self._wake.wait(min(TICK, STEADY) if self._soon else TICK)

    def _look(self) -> None:
        self._look_at_file()
        now = time.monotonic()
        if now >= self._next_lock:
            self._next_lock = now + LOCK_TICK
            self._look_at_lock(now)
        if now >= self._next_copies:
            self._next_copies = now + COPIES_TICK
            with self._wake:
                sha256 = self._stamp.sha256
            copies = find_copies(self.path, self._document_id, sha256)
            with self._wake:
                self._seen = replace(self._seen, copies=copies)

    # -- the file --------------------------------------------------------------------------------------------

    def _look_at_file(self) -> None:
        with self._wake:
            began, stamp, foreign = self._round, self._stamp, self._foreign
            self._soon = False
        try:
            found = self.path.stat()
        except FileNotFoundError as error:
            folder = Path(os.path.realpath(self.path)).parent
            if folder.is_dir():
                self._found(began, "gone")
            else:
                self._found(began, "away", reason=str(read_error(self.path, error)))
            return
        except OSError as error:
            self._found(began, "away", reason=str(read_error(self.path, error)))
            return
        if not stamp.looks_like(found):
            if foreign is None or not foreign.looks_like(found):
                foreign = self._read(began)
                if foreign is None:
                    return
            with self._wake:
                ours = foreign.sha256 == self._stamp.sha256
                if ours and began == self._round:
                    self._stamp = foreign  # our own echo (WA1)
                elif foreign.sha256 not in self._coming:
                    self._soon = foreign is not self._foreign
                    self._foreign = foreign
                    if began == self._round and not self._soon:
                        self._tell_kind("changed", foreign)
                    return
        self._found(began, self._writable(found))

    def _read(self, began: int) -> FileStamp | None:
        """The stamp of the changed file; None, and told, when it cannot be read."""
        self._hash = True
        try:
            stamp = stamp_of(self.path)
        except ReadError as error:
            self._found(began, "away", reason=str(error))
            return None
        finally:
            with self._wake:
                self._hash = False
                self._looking = time.monotonic()
        if stamp is None:
            self._found(began, "gone")
        return stamp

    def _writable(self, found: os.stat_result) -> FileKind:
        """Whether the next save has a chance; a map that is not ours to save needs none."""
        if self.lock is None:
            return "same"
        real = Path(os.path.realpath(self.path))
        if not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
            return "unwritable"
        with contextlib.suppress(OSError, AttributeError):  # Windows has no such call: the save itself will tell
            disk = os.statvfs(real.parent)
            if disk.f_blocks and disk.f_bavail * disk.f_frsize < found.st_size + ROOM:
                return "full"
        return "same"

    def _found(self, began: int, kind: FileKind, reason: str = "") -> None:
        with self._wake:
            if began == self._round:
                self._tell_kind(kind, reason=reason)

    def _tell_kind(self, kind: FileKind, stamp: FileStamp | None = None, reason: str = "") -> None:
        """Note what the file is; since when stays as long as it is so (WA4).  The caller holds the condition."""
        seen = self._seen
        if kind == "same":
            since = None
        elif seen.kind == kind and seen.stamp == stamp:
            since = seen.since
        else:
            since = datetime.now().astimezone()
        self._seen = replace(seen, kind=kind, since=since, stamp=stamp, reason=reason)

    # -- the lock --------------------------------------------------------------------------------------------

    def _look_at_lock(self, now: float) -> None:
        if self.lock is not None:
            if now >= self._next_count:
                self._next_count = now + REFRESH
                taken = self.lock.refresh()
            else:
                taken = self.lock.look()
            with self._wake:
                self._seen = replace(self._seen, holder=taken)
            return
        with self._wake:
            before = self._seen.holder
        if before is None:
            return
        holder = read_lock(self.path)
        if holder is not None and holder != before:
            self._heard = now
        with self._wake:
            if self.lock is None:
                quiet = holder is not None and now - self._heard > QUIET
                self._seen = replace(self._seen, holder=holder or before, free=holder is None, quiet=quiet)
