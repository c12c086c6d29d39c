"""Open documents: which file, which session, which journal; opening, saving, closing, recovering.  No Qt.

DO1  Opening never writes the file.
DO2  A map that was repaired or recovered while opening is unsaved work, so it is not lost again by closing.
DO3  Saving writes a frozen document; edits made meanwhile stay unsaved.  Only a verified file is called saved.
DO4  One process has one OpenDocument for a file, whoever opens it again gets the same session.
DO5  A template is opened as a new map without a file (rule TP1 of :mod:`model.owntemplates`), however it is opened.
DO6  A map that somebody else has open (:mod:`model.files.locks`) may only be looked at, until it is free, taken over or
     saved elsewhere; so may one that only a newer program understands, and nothing of that one is ever written.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.document import Document
from model.files import native
from model.files.atomic import ABSENT, FileStamp, WriteResult, write_atomic
from model.files.errors import FileError, TooNew
from model.files.holder import Holder
from model.files.journal import Journal
from model.files.locks import Lock, acquire, held_by, read_lock, take_over
from model.files.recovery import FoundSession, recover
from model.files.report import LoadReport
from model.files.row_lines import forget_lines
from model.i18n import translate
from model.owntemplates import is_template, map_of
from model.records import Language
from model.session import Session
from model.values import dataclass

if TYPE_CHECKING:
    from model.files.watch import Seen, Watch

log = logging.getLogger(__name__)


RELEASE_WAIT = 1.0
"""Seconds that closing waits at most for a lock to be given back."""


@dataclass(frozen=True, slots=True)
class SaveJob:
    """One save, prepared on the interface's thread and run on the writer's: see :meth:`OpenDocument.prepare_save`.

    ``lock`` is the one of the file where that stays the same; ``locked`` takes the new one where it does not.
    """

    document: Document
    path: Path
    expected: FileStamp | None
    position: int
    lock: Lock | None
    watch: Watch | None
    locked: list[Lock]

    def run(self) -> WriteResult:
        """Write the file.  Raises model.files.errors.WriteError with one sentence; the old file is then untouched."""
        if self.lock is not None:
            self.lock.verify()
        else:
            got = acquire(self.path)
            if isinstance(got, Holder):
                raise held_by(self.path, got)
            self.locked.append(got)
        try:
            data = native.dumps(self.document)
            if self.watch is not None:
                self.watch.expect(hashlib.sha256(data).hexdigest())
            self._keep_replaced()
            return write_atomic(self.path, data, expected=self.expected)
        except BaseException:
            for lock in self.locked:
                lock.release()
            raise

    def _keep_replaced(self) -> None:
        """Keep what the save replaces as a version; a save does not wait for a program that can be read again."""
        try:
            from model.files.keeping import keep_replaced  # not loaded before the first save
        except (ImportError, OSError) as error:
            log.warning("what a save replaces was not kept: %s", type(error).__name__)
        else:
            keep_replaced(self.document.document_id, self.path, self.expected)

    def keep(self, result: WriteResult) -> None:
        """Keep what :meth:`run` wrote as a version of the map.  Raises FileError; the save stands all the same."""
        try:
            from model.files.keeping import keep_saved
        except (ImportError, OSError) as error:
            text = translate("Versions", "A part of Journeywall could not be read; start it anew to keep versions.")
            raise FileError(self.path, text) from error
        keep_saved(self.document, self.path, result.stamp.sha256)


class OpenDocument:
    """A document with its file and its journal.

    ``path`` is None until it has a file.  ``report`` says what opening found.  ``read_only`` is the file that it was
    read from and that cannot be written: the document is an unsaved copy of it.  ``saved_at`` is when this program
    last saved it, ``confirmed`` whether the disk confirmed that save as well, ``lost`` the extended attributes that it
    refused, ``in_place`` that its file has several names.  ``template`` is the template's file that it was made from.

    ``typed`` are the ids of the records that got a text which was being typed when a crash came.

    ``lock`` is its lock, ``holder`` who has it open elsewhere; ``newer`` says that only a newer program understands it
    (DO6).  ``watch`` looks after the file, from :meth:`begin_watch` on.
    """

    def __init__(
        self,
        document: Document,
        *,
        path: Path | None = None,
        stamp: FileStamp | None = None,
        report: LoadReport | None = None,
        recovered_from: FoundSession | None = None,
        keep_unsaved: bool = False,
        read_only: Path | None = None,
        template: Path | None = None,
        lock: Lock | None = None,
        holder: Holder | None = None,
        newer: bool = False,
        journal_root: Path | None = None,
    ) -> None:
        self.path = path
        self.lock = lock
        self.holder = holder
        self.newer = newer
        self.watch: Watch | None = None
        self._heard: Callable[[Seen], None] | None = None
        self.stamp = stamp
        self.read_only = read_only
        self.template = template
        self.saved_at: datetime | None = None
        self.confirmed = True
        self.lost: tuple[str, ...] = ()
        self.in_place = False
        self.typed: tuple[str, ...] = ()
        self.report = report or LoadReport()
        # A new map without an edit is nothing to save; a recovered, imported or mended one is (DO2).
        work = keep_unsaved or (self.report.mended and not self.only_to_look_at) or recovered_from is not None
        self.journal = Journal(
            document,
            path=path or "",
            sha256=stamp.sha256 if stamp else "",
            unsaved_base=work,
            recovered_from=(recovered_from.folder,) if recovered_from else (),
            root=journal_root,
        )
        self.session = Session(document, saved=not work, journal=self.journal)
        if self.only_to_look_at:
            self.session.refusal = self.why_not

    @property
    def title(self) -> str:
        """The map's title, else its file's name, else that it is new."""
        if self.session.document.info.title:
            return self.session.document.info.title
        file = self.path or self.read_only
        return file.stem if file else translate("Documents", "New map")

    @property
    def modified(self) -> bool:
        """Whether there is work that is not in the file."""
        return self.session.modified

    # -- who may edit it -------------------------------------------------------------------------------------

    @property
    def only_to_look_at(self) -> bool:
        """Whether it may not be edited (DO6)."""
        return self.newer or self.holder is not None

    def why_not(self) -> str:
        """Why it may not be edited, in a sentence that says what to do."""
        if self.newer:
            return translate("Documents", "A newer Journeywall made this map; update to change it.")
        if self.holder is not None and self.holder.known:
            text = translate("Documents", "{who} has this map open. Open a copy to change it, or take it over.")
            return text.format(who=self.holder.who)
        return translate("Documents", "Somebody has this map open. Open a copy to change it, or take it over.")

    def edit(self, lock: Lock) -> None:
        """Go on with the lock that was got: the map may be edited from now on."""
        old, self.lock = self.lock, lock
        if old is not None:
            _let_go(old)
        self.holder = None
        if not self.newer:
            self.session.refusal = None
        self._watch_anew()

    def take_over(self, seen: Holder) -> Holder | None:
        """Take the map from ``seen``, who has its lock.  Who has it now comes back where that is another one.

        Raises ReadError with one sentence where that cannot be seen.
        """
        if self.path is None:
            raise ValueError("this document has no file yet")
        got = take_over(self.path, seen)
        if isinstance(got, Lock) and got.problem:
            got = read_lock(self.path) or got  # it could not be replaced: who has it keeps it
        if isinstance(got, Holder):
            if self.holder is not None:
                self.holder = got
            return got
        self.edit(got)
        return None

    def try_to_edit(self) -> Holder | None:
        """Take the lock that is free.  Who has it comes back where somebody was faster.  Raises ReadError."""
        if self.path is None:
            raise ValueError("this document has no file yet")
        got = acquire(self.path)
        if isinstance(got, Holder):
            self.holder = got
            self._watch_anew()
            return got
        self.edit(got)
        return None

    # -- looking after the file ------------------------------------------------------------------------------

    def begin_watch(self, heard: Callable[[Seen], None]) -> None:
        """Look after the file from now on; ``heard`` is called from another thread when something is seen."""
        if self._heard is None:
            self._heard = heard
            self._watch_anew()

    def _watch_anew(self) -> None:
        if self.watch is not None:
            self.watch.stop()
            self.watch = None
        if self._heard is None or self.path is None or self.stamp is None:
            return
        from model.files.watch import Watch  # not above: the map is shown first

        self.watch = Watch(
            self.path,
            self.stamp,
            self.session.document.document_id,
            lock=self.lock,
            holder=self.holder,
            on_change=self._heard,
        )

    def loaded(self, stamp: FileStamp) -> None:
        """Take note that the session has taken over what the file holds now, by itself or merged with work of ours."""
        self.stamp = stamp
        if self.path is not None and not self.modified:
            document = self.session.document
            self.journal.saved(self.journal.position(), self.path, stamp.sha256, document)
        if self.watch is not None:
            self.watch.known(stamp)

    # -- saving ----------------------------------------------------------------------------------------------

    def prepare_save(self, path: Path | None = None) -> SaveJob:
        """The save of what the document is now, to its file or to ``path`` (which the user agreed to replace).

        Raises ValueError when there is no path at all.
        """
        target = path or self.path
        if target is None:
            raise ValueError("this document has no file yet")
        if self.newer:
            raise ValueError("a document of a newer program is never written")
        same = self.path is not None and os.path.realpath(target) == os.path.realpath(self.path)
        document = self.session.document
        return SaveJob(
            document.saved_as(document.revision + 1),
            target,
            # A name that cannot be looked at must be free: nothing is replaced unseen.
            self.stamp if same else (None if os.path.exists(target) else ABSENT),  # noqa: PTH110 - never raises
            self.journal.position(),
            self.lock if same else None,
            self.watch if same else None,
            [],
        )

    def saved(self, job: SaveJob, result: WriteResult) -> None:
        """Take note of a save that was verified (DO3)."""
        self.path = job.path
        self.stamp = result.stamp
        self.read_only = None
        for lock in job.locked:
            self.edit(lock)
        if self.watch is not None:
            self.watch.known(result.stamp)
        self.saved_at = datetime.now().astimezone()
        self.confirmed = result.confirmed
        self.lost = result.lost_attributes
        self.in_place = result.in_place
        if result.confirmed:
            self.journal.saved(job.position, job.path, result.stamp.sha256, job.document)
        self.session.mark_saved(job.document, job.document.revision)

    def save(self, path: Path | None = None) -> WriteResult:
        """Save at once, on this thread.  Raises WriteError."""
        job = self.prepare_save(path)
        result = job.run()
        self.saved(job, result)
        try:
            job.keep(result)
        except FileError as error:
            log.warning("a version was not kept: %s", type(error.__cause__ or error).__name__)
        return result

    def close(self) -> bool:
        """End it; work that is in no file, or in one that the disk did not confirm, is kept as recently discarded.

        Returns whether that worked.
        """
        if self.watch is not None:
            self.watch.stop()
        if self.lock is not None:
            _let_go(self.lock)
        return self.journal.close(keep=self.modified or not self.confirmed)

    def leave(self) -> None:
        """The system ends the program: work that is in no file is offered at the next start, as after a crash."""
        if not self.modified and self.confirmed:
            self.close()
            return
        if self.watch is not None:
            self.watch.stop()
        if self.lock is not None:
            self.lock.release()


def _let_go(lock: Lock) -> None:
    """Give a lock back, without waiting long for a disk that does not answer: a lock that stays is no one's then."""
    thread = threading.Thread(target=lock.release, name="lock", daemon=True)
    thread.start()
    thread.join(RELEASE_WAIT)


class Documents:
    """The documents that this process has open."""

    def __init__(self, *, journal_root: Path | None = None) -> None:
        self._open: list[OpenDocument] = []
        self._root = journal_root

    @property
    def all(self) -> tuple[OpenDocument, ...]:
        """Every open document."""
        return tuple(self._open)

    def find(self, path: str | os.PathLike[str]) -> OpenDocument | None:
        """The open document of a file (DO4)."""
        real = os.path.realpath(path)
        return next((d for d in self._open if d.path is not None and os.path.realpath(d.path) == real), None)

    def open(self, path: str | os.PathLike[str]) -> OpenDocument:
        """Open a map, to look at where DO6 says so.  Raises ReadError or ContentError with one sentence."""
        here = self.find(path)
        if here is not None:
            return here
        newer = False
        try:
            loaded = native.load(path)
        except TooNew:
            loaded, newer = native.view(path), True
            if is_template(loaded.document, path):
                raise  # a map made of a part of it would be one's own, and saved
        if is_template(loaded.document, path):
            return self._from_template(loaded)
        # Of a damaged file only the whole lines were picked out: it is a copy, and must not be saved over the rest.
        salvaged = loaded.report.damaged
        got = None if salvaged or newer else acquire(path)
        try:
            document = OpenDocument(
                loaded.document,
                path=None if salvaged else Path(path).absolute(),
                stamp=None if salvaged else loaded.stamp,
                report=loaded.report,
                keep_unsaved=salvaged,
                lock=got if isinstance(got, Lock) else None,
                holder=got if isinstance(got, Holder) else None,
                newer=newer,
                journal_root=self._root,
            )
        except BaseException:
            if isinstance(got, Lock):
                got.release()
            raise
        return self._add(document)

    def open_copy(self, path: str | os.PathLike[str], *, read_only: bool) -> OpenDocument:
        """An unsaved copy of a map whose file is not to be written: one of ours, or one that cannot be.

        It is a map of its own, with an id of its own.  Raises ReadError or ContentError with one sentence.
        """
        try:
            loaded = native.load(path)
        except TooNew:
            return self.open(path)
        if is_template(loaded.document, path):
            return self._from_template(loaded)
        copy = Document(loaded.document.tables, extra=loaded.document.extra, quarantine=loaded.document.quarantine)
        return self._add(
            OpenDocument(
                copy,
                report=loaded.report,
                read_only=Path(path).absolute() if read_only else None,
                journal_root=self._root,
            )
        )

    def new(self, document: Document, *, keep: bool = False) -> OpenDocument:
        """A document without a file.  ``keep`` says that it is work already (an import), to be saved or discarded."""
        return self._add(OpenDocument(document, keep_unsaved=keep, journal_root=self._root))

    def open_template(
        self, path: str | os.PathLike[str], title: str = "", lang: Language | None = None
    ) -> OpenDocument:
        """A new map of a template's file (DO5).  Raises ReadError or ContentError with one sentence."""
        return self._from_template(native.load(path), title, lang)

    def _from_template(self, loaded: native.Loaded, title: str = "", lang: Language | None = None) -> OpenDocument:
        made = map_of(loaded.document, title, lang)
        template = loaded.path.absolute()
        return self._add(OpenDocument(made, report=loaded.report, template=template, journal_root=self._root))

    def recover(self, found: FoundSession) -> OpenDocument:
        """What a crash left, as an unsaved copy.  Raises ContentError when nothing of it can be read."""
        recovered = recover(found)
        document = OpenDocument(
            recovered.document, report=recovered.report, recovered_from=found, journal_root=self._root
        )
        document.typed = recovered.drafts
        return self._add(document)

    def close(self, document: OpenDocument) -> bool:
        """End a document; see :meth:`OpenDocument.close`."""
        if document in self._open:
            self._open.remove(document)
        forget_lines(document.session.document.document_id)
        return document.close()

    def _add(self, document: OpenDocument) -> OpenDocument:
        self._open.append(document)
        return document
