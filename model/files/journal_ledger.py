"""What a journal knows of the work it keeps: the document as it is written, and what a new generation begins with.

It asks the disk nothing and has no lock of its own: whoever uses it holds the journal's lock of the disk.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from model.changes import Change
from model.document import Document
from model.files.journal_parts import Edit, Saved, Start
from model.files.sessions import SessionInfo

FOLD = 1_000
"""Changes that may wait to be put into the journal's own document."""


class Ledger:
    """The document as the journal has it, and what came since the generation that is being made began.

    ``number`` is that of the last edit taken, ``unsaved`` how many edits are in no file; ``in_file`` says that the work
    so far is in its file, verified; ``draft`` is the text being typed that was written last, as (id, text).
    """

    def __init__(self, document: Document, info: SessionInfo) -> None:
        self.info = info
        self._document = document
        self._changes: list[Change] = []  # that are not in it yet
        self.number = self.unsaved = 0
        self.in_file = False
        self.draft: tuple[str, str] | None = None
        self.since: list[dict[str, Any]] = []
        """Records for the generation that is being made."""
        self.start: Start | None = None
        """What the generation that is being made begins with; None while none is made."""
        self.begin()

    def begin(self) -> Start:
        """What a generation begins with; from now on records are kept for it.  One that was begun goes on."""
        if self.start is None:
            self.since.clear()
            self._fold()
            in_file, self.in_file = self.in_file, False
            self.start = Start(self._document, self.unsaved, self.draft, copy(self.info), in_file)
        return self.start

    def give_up(self, start: Start) -> None:
        """The generation that began with ``start`` could not be made."""
        self.start = None
        self.in_file = self.in_file or start.in_file

    def came_into_force(self) -> None:
        """The generation that was made has everything now."""
        self.start = None

    def record(self, record: dict[str, Any]) -> None:
        """Keep a record for the generation that is being made."""
        if self.start is not None:
            self.since.append(record)

    def take_edit(self, job: Edit) -> None:
        """An edit, written or not: it is in the document."""
        self._changes.extend(job.changes)
        if len(self._changes) >= FOLD:
            self._fold()
        self.number = job.number
        self.unsaved += 1
        if self.draft is not None and any(c.id == self.draft[0] for c in job.changes):
            self.draft = None  # the text was committed

    def take_saved(self, job: Saved) -> None:
        """A part of the edits is in a verified file."""
        self.unsaved = self.number - job.upto
        self.info.path, self.info.file_sha256 = job.path, job.sha256
        self.info.title = job.document.info.title
        self.info.unsaved_base = False
        self._fold()
        self._document = self._document.saved_as(job.document.revision)
        self.in_file = True  # a fresh base keeps the journal short

    def _fold(self) -> None:
        """Bring the document up to date.  Not at each edit: whoever made it waits, and only a new base needs it."""
        changes, self._changes = self._changes, []
        self._document = self._document.with_changes((c.table, c.id, c.new) for c in changes)
