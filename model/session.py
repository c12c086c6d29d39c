"""A session: the one owner of a document.  It validates, applies, keeps history, journals and notifies.

SE1  Nothing else changes the document; every edit is a command returning a ChangeSet.
SE2  An edit that would break an invariant is refused whole (:class:`model.invariants.BrokenDocument`).
SE3  An edit that changes nothing is no step of history and tells nobody.
SE4  Undo and redo restore exactly; they are edits for the journal and the listeners.
SE5  Listeners hear of an edit after it is in the journal's hands; one that fails does not stop the others, and
     its error is raised when all have heard.
SE6  A document that may only be looked at (somebody else has it open, a newer program made it) takes no edit; what is
     in its file may be loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, Literal, ParamSpec, Protocol

from model.breakage import violations_after
from model.changes import ChangeSet, Label, apply, diff, invert
from model.document import Document
from model.history import Entry, History
from model.invariants import BrokenDocument, violations
from model.values import replace

P = ParamSpec("P")
Source = Literal["user", "undo", "redo", "load"]
Listener = Callable[[ChangeSet, Source], None]


class OnlyToLookAt(Exception):
    """An edit was refused since the document may only be looked at; ``str()`` is the sentence for the user (SE6)."""


class JournalSink(Protocol):
    """Where committed edits go (see :mod:`model.files.journal`).  Must return at once and never raise."""

    def append(self, changes: ChangeSet, source: str) -> None:
        """Keep one edit."""

    def draft(self, item_id: str, text: str) -> None:
        """Keep the text that is being typed in a card; an empty id ends it."""


class Session:
    """An open document.

    ``document`` is today's state; ``saved_document`` the one that is in the file, None for a map that was never saved
    (a recovered or imported one).  ``refusal`` says, in a sentence, why the document may only be looked at; None where
    it may be edited (SE6).
    """

    def __init__(self, document: Document, *, saved: bool = False, journal: JournalSink | None = None) -> None:
        broken = violations(document)
        if broken:
            raise BrokenDocument(f"cannot open: {broken[:3]}")
        self.document = document
        self.saved_document: Document | None = document if saved else None
        self.journal = journal
        self.history = History()
        self.refusal: Callable[[], str] | None = None
        self._listeners: list[Listener] = []

    # -- listening -------------------------------------------------------------------------------------------

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener(changes, source)`` after each edit; the returned function stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    # -- editing ---------------------------------------------------------------------------------------------

    def run(
        self, command: Callable[Concatenate[Document, P], ChangeSet], *args: P.args, **kwargs: P.kwargs
    ) -> ChangeSet:
        """Run a command on the document and apply what it returns.  Returns the changes (false when none)."""
        return self.apply(command(self.document, *args, **kwargs))

    def apply(self, changes: ChangeSet, *, merge_key: str | None = None) -> ChangeSet:
        """Apply a change set as an edit of the user's (SE2, SE3).  Edits with one ``merge_key`` are one step."""
        if changes:
            self._may_edit()
            self._take(changes, "user")
            self.history.push(changes, merge_key)
            self._tell(changes, "user")
        return changes

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self.history.undone)

    def undo(self) -> ChangeSet:
        """Take the last edit back; an empty ChangeSet when there is none."""
        return self._travel(self.history.done, self.history.undone, "undo")

    def redo(self) -> ChangeSet:
        """Do the last undone edit again; an empty ChangeSet when there is none."""
        return self._travel(self.history.undone, self.history.done, "redo")

    def load(self, document: Document, label: Label, *, base: Document | None = None) -> ChangeSet:
        """Take over what is in the file now as one edit that can be undone, also where nothing else may be edited.

        ``base`` is what the file holds where ``document`` is more than that (merged with what was edited here).
        """
        changes = replace(diff(self.document, document), label=label)
        if changes:
            self._take(changes, "load")
        self.document = document
        self.saved_document = base or document
        if changes:
            self.history.push(changes)
            self._tell(changes, "load")
        return changes

    def _travel(self, here: list[Entry], there: list[Entry], source: Source) -> ChangeSet:
        if not here:
            return ChangeSet()
        self._may_edit()
        entry = here[-1]
        changes = invert(entry.changes) if source == "undo" else entry.changes
        self._take(changes, source)
        here.pop()
        there.append(Entry(entry.changes))
        self._tell(changes, source)
        return changes

    def _may_edit(self) -> None:
        if self.refusal is not None:
            raise OnlyToLookAt(self.refusal())

    def _take(self, changes: ChangeSet, source: Source) -> None:
        after = apply(changes, self.document)
        broken = violations_after(changes, self.document, after)
        if broken:
            raise BrokenDocument(f"the edit would break {broken[:3]}")
        self.document = after
        if self.journal is not None:
            self.journal.append(changes, source)

    def _tell(self, changes: ChangeSet, source: Source) -> None:
        errors = []
        for listener in tuple(self._listeners):
            try:
                listener(changes, source)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]

    # -- saving ----------------------------------------------------------------------------------------------

    @property
    def modified(self) -> bool:
        """Whether the document holds work that is not in its file."""
        saved = self.saved_document
        return saved is None or not (saved is self.document or saved.same_content(self.document))

    def mark_saved(self, saved: Document, revision: int) -> None:
        """Say that ``saved`` (a state of this session's document) is in the file now, with save count ``revision``."""
        self.saved_document = saved.saved_as(revision)
        self.document = self.document.saved_as(revision)
        self.history.seal()
