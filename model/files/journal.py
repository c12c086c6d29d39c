"""The journal of one open document: every committed edit on the local disk at once, the text being typed each second.

JO1  ``append`` returns when the edit is written, so that no crash of the program loses it, and at most after a
     moment (``PATIENCE``) where the disk does not answer; ``draft`` returns at once.  Neither ever raises.
JO2  One edit is one ``write``; it is synced at once when the last sync is 250 ms ago or a text was committed, and
     at most 250 ms after it was made otherwise (a drag is many edits).  Nothing waits for a sync to be written.
JO3  What fails is told through ``on_change`` and :attr:`Journal.protection`, and tried again from a whole new base;
     no edit is lost by that, since the journal keeps the document as it knows it.
JO4  After 5,000 records or 4 MB, and after each save, the journal begins anew: new base, new journal, then the old
     ones go.  Edits made meanwhile go into the old journal, and into the new one before it comes into force.
JO5  A session's folder goes when its work is in a verified file; otherwise it stays.
"""

from __future__ import annotations

import atexit
import contextvars
import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from copy import copy
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from model.changes import ChangeSet
from model.document import Document
from model.files.generation import Generation
from model.files.journal_ledger import Ledger
from model.files.journal_parts import Edit, Protection, Saved, Start, commits_text, edit_record, reason_of
from model.files.native import dumps
from model.files.paths import sessions_folder
from model.files.session_place import SessionPlace, remove
from model.files.sessions import SessionInfo, new_session_id, own_identity, write_info
from model.files.syncing import require_synced
from model.i18n import translate

SYNC_DELAY = 0.2
"""Seconds that an edit of a burst may wait for the disk; with the waking of a thread on a busy machine, 250 ms."""
DRAFT_DELAY = 0.6
"""Seconds between two records of the text being typed; with what a busy machine adds, a second at most is lost."""
PATIENCE = 0.1
"""Seconds that an edit waits to be written.  It takes less than a thousandth; a disk that hangs holds nobody up."""
COMPACT_RECORDS = 5_000
COMPACT_BYTES = 4 * 1024 * 1024
RETRY_DELAY = 2.0
"""Seconds until a failing journal is tried again."""
BEHIND = 1.25
"""Seconds after which a write or sync that hangs counts as failing: it is to be seen within two."""

log = logging.getLogger(__name__)


class Journal:
    """Keeps the edits of one document; give it to the Session as its sink.

    ``path`` and ``sha256`` are the file's as it was opened (both "" for a map without one).  ``unsaved_base`` says
    that the map itself is in no file yet and is worth keeping without any edit (imported, recovered).
    ``on_change(protection)`` is called from one of the journal's threads when :attr:`protection` changes.

    Three threads: one writes what is handed in, one syncs, one makes new bases.  A sync takes as long as the disk
    likes, and the base of a large map half a second; neither may keep an edit from being written.
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
        # The state, under one lock that is never held while the disk is asked anything.
        self._state = threading.Lock()
        self._to_write, self._to_sync, self._to_base, self._told = (threading.Condition(self._state) for _ in range(4))
        self._jobs: deque[Edit | Saved] = deque()
        self._draft: tuple[str, str] | None = None
        self._draft_asked: float | None = None  # when the first draft that is not written was handed in
        self._draft_time = 0.0
        self._made = 0  # edits handed in
        self._kept = 0  # of those, how many are written
        self._synced = 0  # of those, how many are on the disk for sure
        self._unsynced: deque[tuple[int, float]] = deque()  # (number, when it was made) of those that are not
        self._writing = self._syncing = self._basing = self._placing = False
        self._base_wanted = True
        self._slow = False
        """The disk did not answer in time: nobody waits for it until it has caught up."""
        self._dirty = self._urgent = False
        self._last_sync = 0.0
        self._retry_at = 0.0
        self._rush = False
        self._ending = False
        self._trouble: Protection | None = None
        # What is on the disk, under a lock of its own, held while something is written or exchanged.
        self._disk = threading.Lock()
        self._ledger = Ledger(document, self.info)
        self._now: Generation | None = None
        self._number_at_exchange = 0
        # What belongs to the thread that makes bases.
        self._place = SessionPlace(self.folder)
        # The threads speak the language that is spoken now.
        self._threads = [
            threading.Thread(target=contextvars.copy_context().run, args=(run,), name=name, daemon=True)
            for run, name in (
                (self._write_all, "journal"),
                (self._sync_all, "journal sync"),
                (self._base_all, "journal base"),
            )
        ]
        for thread in self._threads:
            thread.start()
        atexit.register(self._at_exit)

    # -- called by the interface -------------------------------------------------------------------------------

    def append(self, changes: ChangeSet, source: str = "user") -> None:
        """Keep one edit (JO1)."""
        now = time.monotonic()
        with self._state:
            self._made += 1
            number = self._made
            self._unsynced.append((number, now))
            self._jobs.append(Edit(number, changes, source))
            self._to_write.notify()
            while self._kept < number and self._now is not None and not self._slow:
                if not self._told.wait(max(0.0, now + PATIENCE - time.monotonic())):
                    self._slow = time.monotonic() >= now + PATIENCE

    def draft(self, item_id: str, text: str) -> None:
        """Keep the text that is being typed in a card; an empty id ends it.  Call it at each key, it is cheap."""
        with self._state:
            self._draft = (item_id, text) if item_id else ("", "")
            if self._draft_asked is None:
                self._draft_asked = time.monotonic()
            self._to_write.notify()

    def position(self) -> int:
        """How many edits were handed in; ask at the moment when a document is taken to be saved."""
        with self._state:
            return self._made

    def saved(self, upto: int, path: str | os.PathLike[str], sha256: str, document: Document) -> None:
        """Say that the first ``upto`` edits are in a verified file, of which ``document`` is the content."""
        with self._state:
            self._jobs.append(Saved(upto, os.fspath(path), sha256, document))
            self._to_write.notify()

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until every edit handed in so far is on the disk; False when it is not after ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        with self._state:
            target = self._made
            self._rush = True
            for waiting in (self._to_write, self._to_sync):
                waiting.notify()
            while not (settled := self._settled(target)):
                if self._trouble is not None or not all(thread.is_alive() for thread in self._threads):
                    break
                if not self._told.wait(max(0.0, deadline - time.monotonic())) and time.monotonic() >= deadline:
                    break
            self._rush = False
        return settled

    def _settled(self, target: int) -> bool:
        handed = bool(self._jobs) or self._draft is not None or self._writing
        renewed = self._base_wanted or self._basing
        return not (handed or renewed or self._dirty or self._syncing or self._synced < target)

    @property
    def protection(self) -> Protection:
        """Whether the work is safe now.  A disk that hangs is found by asking this several times a second."""
        with self._state:
            if self._trouble is not None:
                return self._trouble
            made = self._unsynced[0][1] if self._unsynced else None
            typed = None if self._draft_asked is None else self._draft_asked + DRAFT_DELAY
        oldest = min((time for time in (made, typed) if time is not None), default=None)
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
        with self._state:
            self._ending = True
            for waiting in (self._to_write, self._to_sync, self._to_base):
                waiting.notify()
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        atexit.unregister(self._at_exit)
        if any(thread.is_alive() for thread in self._threads):
            return False
        if self._now is not None:
            self._now.close()
        return self._place.leave(self._place.beside(self.info.recovered_from), keep=keep) and done

    def _at_exit(self) -> None:
        # The interpreter ends without close(): the folder stays, so that the next start offers the work.
        self.flush(2.0)

    # -- writing -----------------------------------------------------------------------------------------------

    def _write_all(self) -> None:
        while True:
            with self._state:
                while not self._jobs and not self._ending and self._draft_in(time.monotonic()) != 0.0:
                    self._to_write.wait(self._draft_in(time.monotonic()))
                jobs = tuple(self._jobs)
                self._jobs.clear()
                draft = self._draft if self._ending or self._draft_in(time.monotonic()) == 0.0 else None
                if self._ending and not jobs and draft is None:
                    return
                self._writing = True
            with self._disk:
                generation = self._now
                error = self._write(jobs, draft)
            if error is not None:
                self._fail(error, generation)
            with self._state:
                self._writing = False
                self._slow = self._slow and bool(self._jobs)
                self._told.notify_all()

    def _draft_in(self, now: float) -> float | None:
        """Seconds until the typed text is to be written; None where there is none."""
        if self._draft is None:
            return None
        if self._rush or not self._draft[0]:
            return 0.0
        return max(0.0, self._draft_time + DRAFT_DELAY - now)

    def _write(self, jobs: tuple[Edit | Saved, ...], draft: tuple[str, str] | None) -> Exception | None:
        """Write what was handed in; what went wrong, if anything did.

        Whatever fails, the edits are in the document: the next base holds them all.
        """
        error: Exception | None = None
        for job in jobs:
            if isinstance(job, Edit):
                try:
                    error = error or self._put(partial(edit_record, job))
                    self._wrote(job.number, urgent=commits_text(job.changes), sound=error is None)
                except Exception as fault:  # it is told, logged and tried again by _fail
                    error = error or fault
                finally:
                    self._ledger.take_edit(job)
            else:
                self._ledger.take_saved(job)
        if draft is not None:
            if draft != self._ledger.draft and (draft[0] or self._ledger.draft is not None):
                record = {"op": "draft", "id": draft[0], "text": draft[1]}
                error = error or self._put(lambda: record)
            self._ledger.draft = draft if draft[0] else None
            self._wrote_draft(draft)
        if self._worn():
            with self._state:
                self._base_wanted = True
                self._to_base.notify()
        return error

    def _worn(self) -> bool:
        """Whether it is time to begin anew (JO4)."""
        now = self._now
        full = now is not None and (now.records >= COMPACT_RECORDS or now.size >= COMPACT_BYTES)
        return self._ledger.in_file or (full and self._ledger.start is None)

    def _put(self, make: Callable[[], dict[str, Any]]) -> Exception | None:
        """Write one record to the generation in force, and keep it for the one that is being made."""
        try:
            record = make()
            self._ledger.record(record)
            if self._now is not None:
                self._now.write(record)
        except Exception as error:  # it is told, logged and tried again by _fail
            return error
        return None

    def _wrote(self, number: int, *, urgent: bool, sound: bool) -> None:
        with self._state:
            if sound and self._now is not None:
                self._kept = number
                self._dirty = True
                self._urgent = self._urgent or urgent
                self._to_sync.notify()
            self._told.notify_all()

    def _wrote_draft(self, draft: tuple[str, str]) -> None:
        with self._state:
            self._draft_time = time.monotonic()
            if self._draft == draft:
                self._draft = self._draft_asked = None
            else:
                self._draft_asked = self._draft_time
            self._dirty = self._dirty or self._now is not None
            self._to_sync.notify()

    # -- syncing -----------------------------------------------------------------------------------------------

    def _sync_all(self) -> None:
        while True:
            with self._state:
                while not self._ending and self._sync_in(time.monotonic()) != 0.0:
                    self._to_sync.wait(self._sync_in(time.monotonic()))
                generation, number = self._now, self._kept
                if generation is None or self._sync_in(time.monotonic()) is None:
                    return
                self._dirty = self._urgent = False
                self._syncing = True
            try:
                generation.sync()
                self._synced_to(generation, number)
            except Exception as error:  # it is told, logged and tried again by _fail
                self._fail(error, generation)
            with self._state:
                self._syncing = False
                self._told.notify_all()

    def _sync_in(self, now: float) -> float | None:
        """Seconds until the next sync is due; None where nothing waits for one."""
        if not self._dirty or self._now is None or self._placing:
            return None
        if self._rush or self._urgent or self._ending:
            return 0.0
        return max(0.0, self._last_sync + SYNC_DELAY - now)

    def _synced_to(self, generation: Generation, number: int) -> None:
        """Take note that the first ``number`` edits are on the disk, if ``generation`` is still the one that counts."""
        with self._state:
            if generation is not self._now:
                return
            self._last_sync = time.monotonic()
            self._synced = max(self._synced, number)
            while self._unsynced and self._unsynced[0][0] <= self._synced:
                self._unsynced.popleft()
            self._told.notify_all()

    # -- new bases ---------------------------------------------------------------------------------------------

    def _base_all(self) -> None:
        while True:
            with self._state:
                while not self._ending and self._base_in(time.monotonic()) != 0.0:
                    self._to_base.wait(self._base_in(time.monotonic()))
                if self._ending:
                    return
                self._base_wanted = False
                self._basing = True
            self._renew()
            with self._state:
                self._basing = False
                self._told.notify_all()

    def _base_in(self, now: float) -> float | None:
        return max(0.0, self._retry_at - now) if self._base_wanted else None

    def _renew(self) -> None:
        """Make a new generation, bring it into force, synced, and only then drop the older ones (JO4)."""
        made: Generation | None = None
        with self._disk:
            start = self._ledger.begin()
        try:
            made = Generation(self.folder, self._place.next_generation(anew=self._trouble is not None))
            self._make(made, start)
            before = self._exchange(made)
        except Exception as error:  # it is told, logged and tried again by _fail; the old journal goes on
            with self._disk:
                self._ledger.give_up(start)
            if made is not None:
                made.abandon()
            self._fail(error, None)
            return
        try:
            number = self._number_at_exchange
            require_synced(self.folder)
            made.sync()
            with self._state:
                self._placing = False
            self._synced_to(made, number)
            if before is not None:
                before.close()
            made.drop_older()
            if start.in_file:
                self._drop_recovered()
        except Exception as error:  # it is told, logged and tried again by _fail
            self._fail(error, made)
        else:
            self._recovered()
        finally:
            with self._state:
                self._placing = False
                self._to_sync.notify()

    @staticmethod
    def _make(made: Generation, start: Start) -> None:
        """Write the base of ``made`` and the beginning of its journal."""
        write_info(made.folder, start.info)
        made.prepare(dumps(start.document))
        made.write({"op": "begin", "format": "journeywall-journal", "version": 1, "unsaved": start.unsaved})
        if start.draft is not None:
            made.write({"op": "draft", "id": start.draft[0], "text": start.draft[1]})
        made.sync()

    def _exchange(self, made: Generation) -> Generation | None:
        """Write what came meanwhile, and let ``made`` be the one that counts; the one that was."""
        with self._disk:
            for record in self._ledger.since:
                made.write(record)
            made.place()
            self._ledger.came_into_force()
            with self._state:
                before, self._now = self._now, made
                self._kept = self._number_at_exchange = self._ledger.number
                self._base_wanted = self._base_wanted or self._worn()
                self._placing = True
                self._told.notify_all()
        return before

    def _drop_recovered(self) -> None:
        """The sessions that this one continued are in a verified file now."""
        if self.info.recovered_from:
            for folder in self._place.beside(self.info.recovered_from):
                remove(folder)
            with self._disk:
                self.info.recovered_from = ()
                info = copy(self.info)
            write_info(self.folder, info)

    # -- trouble -----------------------------------------------------------------------------------------------

    def _fail(self, error: Exception, generation: Generation | None) -> None:
        """Say so, and try again soon, from a whole new base: a ``generation`` that failed once is never trusted again.

        One that is replaced already does not matter; None is a new one that could not be made, where the old goes on.
        """
        reason = reason_of(error, self.folder)
        with self._state:
            if generation is not None:
                if generation is not self._now:
                    return
                self._now = None
                self._dirty = self._urgent = False
            self._retry_at = time.monotonic() + RETRY_DELAY
            self._base_wanted = True
            first = self._trouble is None
            since = datetime.now().astimezone() if self._trouble is None else self._trouble.since
            trouble = self._trouble = Protection(False, since, reason)
            self._to_base.notify()
            self._told.notify_all()
        if generation is not None:
            generation.close()
        if first:
            self._tell(trouble)

    def _recovered(self) -> None:
        with self._state:
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
