"""Open documents: which file, which session, which journal; opening, saving, closing, recovering.  No Qt.

DO1  Opening never writes the file.
DO2  A map that was repaired or recovered while opening is unsaved work, so it is not lost again by closing.
DO3  Saving writes a frozen document; edits made meanwhile stay unsaved.  Only a verified file is called saved.
DO4  One process has one OpenDocument for a file, whoever opens it again gets the same session.
DO5  A template is opened as a new map without a file (rule TP1 of :mod:`model.owntemplates`), however it is opened.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from model.document import Document
from model.files import native
from model.files.atomic import ABSENT, FileStamp, WriteResult, write_atomic
from model.files.journal import Journal
from model.files.recovery import FoundSession, recover
from model.files.report import LoadReport
from model.i18n import translate
from model.owntemplates import is_template, map_of
from model.records import Language
from model.session import Session
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class SaveJob:
    """One save, prepared on the interface's thread and run on the writer's: see :meth:`OpenDocument.prepare_save`."""

    document: Document
    path: Path
    expected: FileStamp | None
    position: int

    def run(self) -> WriteResult:
        """Write the file.  Raises model.files.errors.WriteError with one sentence; the old file is then untouched."""
        return write_atomic(self.path, native.dumps(self.document), expected=self.expected)


class OpenDocument:
    """A document with its file and its journal.

    ``path`` is None until it has a file.  ``report`` says what opening found.  ``read_only`` is the file that it was
    read from and that cannot be written: the document is an unsaved copy of it.  ``saved_at`` is when this program
    last saved it, ``confirmed`` whether the disk confirmed that save as well.  ``template`` is the template's file that
    it was made from.
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
        journal_root: Path | None = None,
    ) -> None:
        self.path = path
        self.stamp = stamp
        self.read_only = read_only
        self.template = template
        self.saved_at: datetime | None = None
        self.confirmed = True
        self.report = report or LoadReport()
        # A new map without an edit is nothing to save; a recovered, imported or mended one is (DO2).
        work = keep_unsaved or self.report.mended or recovered_from is not None
        self.journal = Journal(
            document,
            path=path or "",
            sha256=stamp.sha256 if stamp else "",
            unsaved_base=work,
            recovered_from=(recovered_from.folder,) if recovered_from else (),
            root=journal_root,
        )
        self.session = Session(document, saved=not work, journal=self.journal)

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

    def prepare_save(self, path: Path | None = None) -> SaveJob:
        """The save of what the document is now, to its file or to ``path`` (which the user agreed to replace).

        Raises ValueError when there is no path at all.
        """
        target = path or self.path
        if target is None:
            raise ValueError("this document has no file yet")
        same = self.path is not None and os.path.realpath(target) == os.path.realpath(self.path)
        document = self.session.document
        return SaveJob(
            document.saved_as(document.revision + 1),
            target,
            self.stamp if same else (None if target.exists() else ABSENT),
            self.journal.position(),
        )

    def saved(self, job: SaveJob, result: WriteResult) -> None:
        """Take note of a save that was verified (DO3)."""
        self.path = job.path
        self.stamp = result.stamp
        self.read_only = None
        self.saved_at = datetime.now().astimezone()
        self.confirmed = result.confirmed
        if result.confirmed:
            self.journal.saved(job.position, job.path, result.stamp.sha256, job.document)
        self.session.mark_saved(job.document, job.document.revision)

    def save(self, path: Path | None = None) -> WriteResult:
        """Save at once, on this thread.  Raises WriteError."""
        job = self.prepare_save(path)
        result = job.run()
        self.saved(job, result)
        return result

    def close(self) -> bool:
        """End it; work that is in no file, or in one that the disk did not confirm, is kept as recently discarded.

        Returns whether that worked.
        """
        return self.journal.close(keep=self.modified or not self.confirmed)


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
        """Open a map.  Raises ReadError or ContentError with one sentence."""
        here = self.find(path)
        if here is not None:
            return here
        loaded = native.load(path)
        if is_template(loaded.document, path):
            return self._from_template(loaded)
        # Of a damaged file only the whole lines were picked out: it is a copy, and must not be saved over the rest.
        salvaged = loaded.report.damaged
        return self._add(
            OpenDocument(
                loaded.document,
                path=None if salvaged else Path(path).absolute(),
                stamp=None if salvaged else loaded.stamp,
                report=loaded.report,
                keep_unsaved=salvaged,
                journal_root=self._root,
            )
        )

    def open_copy(self, path: str | os.PathLike[str], *, read_only: bool) -> OpenDocument:
        """An unsaved copy of a map whose file is not to be written: one of ours, or one that cannot be.

        It is a map of its own, with an id of its own.  Raises ReadError or ContentError with one sentence.
        """
        loaded = native.load(path)
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
        return self._add(
            OpenDocument(recovered.document, report=recovered.report, recovered_from=found, journal_root=self._root)
        )

    def close(self, document: OpenDocument) -> bool:
        """End a document; see :meth:`OpenDocument.close`."""
        if document in self._open:
            self._open.remove(document)
        return document.close()

    def _add(self, document: OpenDocument) -> OpenDocument:
        self._open.append(document)
        return document
