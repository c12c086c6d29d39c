"""The journal of one open document: every committed edit on the local disk at once, the text being typed each second.

JO1  ``append`` and ``draft`` return at once and never raise; a thread of the journal's own writes.
JO2  One edit is one ``write``; it is synced at once when the last sync is 250 ms ago or a text was committed, and
     at most 250 ms after it was made otherwise (a drag is many edits).
JO3  What fails is told through ``on_change`` and :attr:`Journal.protection`, and tried again from a whole new base;
     no edit is lost by that, since the thread keeps the document as the journal knows it.
JO4  After 5,000 records or 4 MB the journal begins anew: new base, new journal, then the old ones go.
JO5  A session's folder goes when its work is in a verified file; otherwise it stays.
"""

from __future__ import annotations

import atexit
import contextlib
import contextvars
import errno
import logging
import os
import shutil
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from model.changes import ChangeSet, changes_to_rows
from model.document import Document
from model.files.atomic import sync_file, sync_folder, write_atomic
from model.files.errors import FileError, write_error
from model.files.journal_lines import encode_record
from model.files.native import dumps
from model.files.paths import sessions_folder
from model.files.sessions import (
    FolderLock,
    SessionInfo,
    base_file,
    generations,
    journal_file,
    mark_closed,
    new_session_id,
    own_identity,
    write_info,
)
from model.i18n import translate
from model.values import dataclass

SYNC_DELAY = 0.25
"""Seconds that an edit of a burst may wait for the disk."""
DRAFT_DELAY = 1.0
"""Seconds between two records of the text being typed."""
COMPACT_RECORDS = 5_000
COMPACT_BYTES = 4 * 1024 * 1024
RETRY_DELAY = 2.0
"""Seconds until a failing journal is tried again."""
BEHIND = 2.0
"""Seconds after which a write or sync that hangs counts as failing."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether the work is safe from a crash.  ``since`` is when it stopped being so; ``reason`` a sentence."""

    safe: bool
    since: datetime | None = None
    reason: str = ""

    @property
    def sentence(self) -> str:
        """What to show: "" while all is well."""
        if self.safe or self.since is None:
            return ""
        text = translate("Journal", "Your work is not protected since {time}: {reason}")
        return text.format(time=self.since.strftime("%H:%M"), reason=self.reason)


@dataclass(frozen=True, slots=True)
class _Edit:
    number: int
    changes: ChangeSet
    source: str
    made: float


@dataclass(frozen=True, slots=True)
class _Saved:
    upto: int
    path: str
    sha256: str
    document: Document


class Journal:
    """Keeps the edits of one document; give it to the Session as its sink.

    ``path`` and ``sha256`` are the file's as it was opened (both "" for a map without one).  ``unsaved_base`` says
    that the map itself is in no file yet and is worth keeping without any edit (imported, recovered).
    ``on_change(protection)`` is called from the journal's thread when :attr:`protection` changes.
    """

    def __init__(
        self,
        document: Document,
        *,
        path: str | os.PathLike[str] = "",
        sha256: str = "",
        unsaved_base: bool = False,
        recovered_from: tuple[Path, ...] = (),
        on_change: Callable[[Protection], None] | None = None,
        root: Path | None = None,
    ) -> None:
        host, pid, started = own_identity()
        self.info = SessionInfo(
            document_id=document.document_id,
            session_id=new_session_id(),
            title=document.info.title,
            path=os.fspath(path),
            file_sha256=sha256,
            host=host,
            pid=pid,
            process_started=started,
            started=datetime.now().astimezone().isoformat(timespec="seconds"),
            unsaved_base=unsaved_base,
            recovered_from=tuple(folder.name for folder in recovered_from),
        )
        self.folder = (root or sessions_folder()) / f"{self.info.document_id}-{self.info.session_id}"
        self._on_change = on_change
        self._wake = threading.Condition()
        self._jobs: deque[_Edit | _Saved] = deque()
        self._draft: tuple[str, str] | None = None
        self._made = 0  # edits handed in
        self._synced = 0  # of those, how many are on the disk
        self._oldest: float | None = None  # when the oldest edit that is not was made
        self._based = False  # whether the first base is on the disk
        self._busy = False  # whether the thread works on jobs it took
        self._rush = False
        self._ending = False
        self._trouble: Protection | None = None
        # What follows belongs to the thread.
        self._document = document
        self._lock = FolderLock(self.folder)
        self._fd: int | None = None
        self._generation = 0
        self._number = 0
        self._written = 0
        self._bytes = 0
        self._records = 0
        self._unsaved = 0
        self._last_sync = 0.0
        self._dirty_since: float | None = None
        self._draft_written: tuple[str, str] | None = None
        self._draft_time = 0.0
        self._retry_at = 0.0
        # The thread speaks the language that is spoken now.
        run = contextvars.copy_context().run
        self._thread = threading.Thread(target=run, args=(self._run,), name="journal", daemon=True)
        self._thread.start()
        atexit.register(self._at_exit)

    # -- called by the interface -------------------------------------------------------------------------------

    def append(self, changes: ChangeSet, source: str = "user") -> None:
        """Keep one edit."""
        now = time.monotonic()
        with self._wake:
            self._made += 1
            if self._oldest is None:
                self._oldest = now
            self._jobs.append(_Edit(self._made, changes, source, now))
            self._wake.notify()

    def draft(self, item_id: str, text: str) -> None:
        """Keep the text that is being typed in a card; an empty id ends it.  Call it at each key, it is cheap."""
        with self._wake:
            self._draft = (item_id, text) if item_id else ("", "")
            self._wake.notify()

    def position(self) -> int:
        """How many edits were handed in; ask at the moment when a document is taken to be saved."""
        with self._wake:
            return self._made

    def saved(self, upto: int, path: str | os.PathLike[str], sha256: str, document: Document) -> None:
        """Say that the first ``upto`` edits are in a verified file, of which ``document`` is the content."""
        with self._wake:
            self._jobs.append(_Saved(upto, os.fspath(path), sha256, document))
            self._wake.notify()

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until every edit handed in so far is on the disk; False when it is not after ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        with self._wake:
            target = self._made
            self._rush = True
            self._wake.notify_all()
            while not self._based or self._busy or self._synced < target or self._jobs or self._draft is not None:
                if self._trouble is not None or not self._thread.is_alive():
                    return False
                if not self._wake.wait(max(0.0, deadline - time.monotonic())) and time.monotonic() >= deadline:
                    return False
        return True

    @property
    def protection(self) -> Protection:
        """Whether the work is safe now.  A disk that hangs is found by asking this once a second."""
        with self._wake:
            trouble, oldest = self._trouble, self._oldest
        if trouble is not None:
            return trouble
        late = 0.0 if oldest is None else time.monotonic() - oldest
        if late > BEHIND:
            since = datetime.fromtimestamp(time.time() - late).astimezone()
            return Protection(False, since, translate("Journal", "the disk of this computer does not answer."))
        return Protection(True)

    def close(self, *, keep: bool, timeout: float = 10.0) -> bool:
        """End the session.  ``keep`` says that there is work in no file: it stays as "recently discarded".

        Without ``keep`` the folder goes, and those of the sessions that it continued.  Returns whether everything is
        on the disk or no longer needed.
        """
        done = self.flush(timeout) if keep else True
        with self._wake:
            self._ending = True
            self._wake.notify_all()
        self._thread.join(timeout)
        atexit.unregister(self._at_exit)
        if self._thread.is_alive():
            return False
        self._lock.release()
        earlier = [self.folder.with_name(Path(name).name) for name in self.info.recovered_from]
        try:
            for folder in (self.folder, *earlier):
                if keep:
                    mark_closed(folder)
                else:
                    self._remove(folder)
        except (OSError, FileError) as error:
            log.warning("closing a session failed: %s", type(error).__name__)
            done = False
        return done

    @staticmethod
    def _remove(folder: Path) -> None:
        if folder.is_dir():
            shutil.rmtree(folder)

    def _at_exit(self) -> None:
        # The interpreter ends without close(): the folder stays, so that the next start offers the work.
        self.flush(2.0)

    # -- the thread --------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._ready(time.monotonic()):
                    self._wake.wait(self._patience(time.monotonic()))
                jobs = list(self._jobs)
                self._jobs.clear()
                draft, rush, ending = self._draft, self._rush, self._ending
                self._rush = False
                self._busy = True
            # Whatever happens below, the edits are in the thread's document first: a new base holds them all.
            for job in jobs:
                self._take(job)
            if ending and not jobs:
                self._end()
                return
            try:
                self._work(jobs, draft, rush or ending)
            except (OSError, FileError) as error:
                self._fail(error)
            except Exception as error:
                # A fault of ours must not stop the protection silently: it is shown, logged and tried again.
                # The message may quote a note, and logs hold none: where it happened is enough.
                where = "".join(traceback.format_tb(error.__traceback__))
                log.error("the journal failed: %s\n%s", type(error).__name__, where)
                self._fail(OSError(0, type(error).__name__))
            with self._wake:
                self._busy = False
                self._wake.notify_all()

    def _ready(self, now: float) -> bool:
        if self._ending or (self._jobs and self._fd is not None and self._trouble is None):
            return True
        return self._patience(now) == 0.0

    def _patience(self, now: float) -> float | None:
        """Seconds until something is due; None for "until woken"."""
        if self._trouble is not None or self._fd is None:
            return max(0.0, self._retry_at - now)
        due = []
        if self._dirty_since is not None:
            due.append(now if self._rush else max(self._dirty_since, self._last_sync) + SYNC_DELAY)
        if self._draft is not None:
            due.append(now if self._rush or not self._draft[0] else self._draft_time + DRAFT_DELAY)
        return max(0.0, min(due) - now) if due else None

    def _take(self, job: _Edit | _Saved) -> None:
        if isinstance(job, _Edit):
            self._document = self._document.with_changes((c.table, c.id, c.new) for c in job.changes)
            self._number = job.number
            self._unsaved += 1
            if self._draft_written is not None and any(c.id == self._draft_written[0] for c in job.changes):
                self._draft_written = None  # the text was committed
        else:
            self._unsaved = self._number - job.upto
            self.info.path, self.info.file_sha256 = job.path, job.sha256
            self.info.title = job.document.info.title
            self.info.unsaved_base = False
            self._document = self._document.saved_as(job.document.revision)

    def _work(self, jobs: list[_Edit | _Saved], draft: tuple[str, str] | None, rush: bool) -> None:
        if self._fd is None:
            self._begin()
        elif any(isinstance(job, _Saved) for job in jobs):
            # The work so far is in its file: a fresh base keeps the journal short.
            self._begin()
            self._drop_recovered()
        else:
            for job in jobs:
                if isinstance(job, _Edit):
                    self._write_edit(job)
        now = time.monotonic()
        if draft is not None and (rush or not draft[0] or now >= self._draft_time + DRAFT_DELAY):
            self._write_draft(draft, now)
        text = any(isinstance(job, _Edit) and _commits_text(job.changes) for job in jobs)
        if self._dirty_since is not None and (rush or text or now >= self._last_sync + SYNC_DELAY):
            self._sync()
        if self._records >= COMPACT_RECORDS or self._bytes >= COMPACT_BYTES:
            self._begin()
        self._recovered()

    def _begin(self) -> None:
        """Start a new generation: base and journal, synced; only then drop the older ones (JO4)."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._lock.acquire():
            raise OSError(0, "the session folder is locked")
        older = generations(self.folder)
        generation = max(self._generation, *older, 0) + 1
        if not older:
            sync_folder(self.folder.parent)
        write_info(self.folder, self.info)
        write_atomic(base_file(self.folder, generation), dumps(self._document))
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        fd = os.open(journal_file(self.folder, generation), flags, 0o600)
        old = self._fd
        self._fd, self._generation = fd, generation
        self._bytes = self._records = self._written = 0
        if old is not None:
            os.close(old)
        self._write({"op": "begin", "format": "journeywall-journal", "version": 1, "unsaved": self._unsaved})
        if self._draft_written is not None:
            self._write({"op": "draft", "id": self._draft_written[0], "text": self._draft_written[1]})
        sync_folder(self.folder)
        self._sync()
        for number in older:
            for path in (journal_file(self.folder, number), base_file(self.folder, number)):
                path.unlink(missing_ok=True)

    def _drop_recovered(self) -> None:
        """The sessions that this one continued are in a verified file now."""
        names, self.info.recovered_from = self.info.recovered_from, ()
        for name in names:
            self._remove(self.folder.with_name(Path(name).name))
        if names:
            write_info(self.folder, self.info)

    def _write_edit(self, job: _Edit) -> None:
        record: dict[str, Any] = {"op": "edit", "source": job.source, "changes": changes_to_rows(job.changes)}
        self._write(record)

    def _write_draft(self, draft: tuple[str, str], now: float) -> None:
        if draft != self._draft_written and (draft[0] or self._draft_written is not None):
            self._write({"op": "draft", "id": draft[0], "text": draft[1]})
        self._draft_written = draft if draft[0] else None
        self._draft_time = now
        with self._wake:
            if self._draft == draft:
                self._draft = None
                self._wake.notify_all()

    def _write(self, record: dict[str, Any]) -> None:
        if self._fd is None:
            raise OSError(0, "the journal is not open")
        line = encode_record({"n": self._written, **record})
        written = 0
        while written < len(line):
            count = os.write(self._fd, line[written:])
            if count <= 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            written += count
        self._written += 1
        self._records += 1
        self._bytes += len(line)
        if self._dirty_since is None:
            self._dirty_since = time.monotonic()

    def _sync(self) -> None:
        if self._fd is None:
            return
        if os.fstat(self._fd).st_nlink == 0:
            # Somebody emptied the folder: what is written goes nowhere, although every call succeeds.
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        if hasattr(os, "fdatasync"):
            os.fdatasync(self._fd)
        else:
            sync_file(self._fd)
        self._last_sync = time.monotonic()
        self._dirty_since = None
        with self._wake:
            self._synced = self._number
            self._based = True
            self._oldest = min((job.made for job in self._jobs if isinstance(job, _Edit)), default=None)
            self._wake.notify_all()

    def _fail(self, error: OSError | FileError) -> None:
        """Say so, and try again soon, from a whole new base: a descriptor that failed once is never trusted again."""
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.close(self._fd)
            self._fd = None
        self._lock.release()
        self._dirty_since = None
        self._retry_at = time.monotonic() + RETRY_DELAY
        reason = str(error) if isinstance(error, FileError) else str(write_error(self.folder, error))
        log.warning("the journal is not written: %s %s", type(error).__name__, getattr(error, "errno", ""))
        with self._wake:
            first = self._trouble is None
            since = datetime.now().astimezone() if self._trouble is None else self._trouble.since
            self._trouble = Protection(False, since, reason)
            trouble = self._trouble
            self._wake.notify_all()
        if first:
            self._tell(trouble)

    def _recovered(self) -> None:
        with self._wake:
            was, self._trouble = self._trouble, None
        if was is not None:
            self._tell(Protection(True))

    def _tell(self, protection: Protection) -> None:
        if self._on_change is None:
            return
        try:
            self._on_change(protection)
        except Exception:
            # The listener's fault must not end the thread that protects the work; it is in the log.
            log.exception("a listener of the journal failed")

    def _end(self) -> None:
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.close(self._fd)
            self._fd = None


def _commits_text(changes: ChangeSet) -> bool:
    """Whether a text was written or changed, as against a place, an order or a colour."""
    for change in changes:
        old, new = change.old, change.new
        if new is None:
            continue
        for name, value in new.__dict__.items():
            if (
                isinstance(value, str)
                and name in _TEXTS
                and (old is None or getattr(old, name, None) != value)
                and value
            ):
                return True
    return False


_TEXTS = frozenset({"text", "name", "title", "subtitle", "scope", "role", "quote", "goals", "frustrations", "word"})
