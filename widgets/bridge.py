"""The one place where a Session speaks Qt: its callbacks become signals, its refusals a sentence.

Windows of one process that show the same map share one Session; each has its own bridge and hears every edit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from model.changes import ChangeSet
from model.document import Document
from model.i18n import translate
from model.invariants import BrokenDocument
from model.session import OnlyToLookAt, Session

P = ParamSpec("P")
_log = logging.getLogger(__name__)


class SessionBridge(QObject):
    """Edits the document of ``session`` and tells widgets of every edit, whoever made it.

    Close it with :meth:`close` when its window goes; the session lives on for other windows.
    """

    changed = Signal(object, str)
    """(ChangeSet, source): the document is another one now; source is "user", "undo", "redo" or "load"."""

    refused = Signal(str)
    """A sentence for the user: an edit was refused and nothing was changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop: Callable[[], None] | None = session.listen(self._heard)

    @property
    def session(self) -> Session:
        """The session behind this bridge."""
        return self._session

    @property
    def document(self) -> Document:
        """Today's document."""
        return self._session.document

    def may_edit(self) -> bool:
        """Whether the document may be edited; where not, :attr:`refused` says why.  Ask before typing begins."""
        if self._session.refusal is None:
            return True
        self.refused.emit(self._session.refusal())
        return False

    def run(
        self, command: Callable[Concatenate[Document, P], ChangeSet], *args: P.args, **kwargs: P.kwargs
    ) -> ChangeSet:
        """Run a command.  Where it cannot be done, :attr:`refused` says so and the empty ChangeSet comes back."""
        try:
            return self._session.apply(command(self.document, *args, **kwargs))
        except OnlyToLookAt as error:
            self.refused.emit(str(error))
        except (BrokenDocument, ValueError, KeyError) as error:
            self._refuse(error)
        return ChangeSet()

    def apply(self, changes: ChangeSet, *, merge_key: str | None = None) -> ChangeSet:
        """Apply a change set; edits with one ``merge_key`` become one step of history.  Refuses like :meth:`run`."""
        try:
            return self._session.apply(changes, merge_key=merge_key)
        except OnlyToLookAt as error:
            self.refused.emit(str(error))
        except (BrokenDocument, ValueError) as error:
            self._refuse(error)
        return ChangeSet()

    def undo(self) -> ChangeSet:
        """Take the last edit back; the empty ChangeSet when there is none."""
        return self._session.undo() if self.may_edit() else ChangeSet()

    def redo(self) -> ChangeSet:
        """Do the last undone edit again; the empty ChangeSet when there is none."""
        return self._session.redo() if self.may_edit() else ChangeSet()

    def close(self) -> None:
        """Hear nothing of the session any more."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    def _heard(self, changes: ChangeSet, source: str) -> None:
        self.changed.emit(changes, source)

    def _refuse(self, error: Exception) -> None:
        # The text of the error is for us and may name ids, never a note's text.
        _log.warning("an edit was refused: %s: %s", type(error).__name__, error)
        self.refused.emit(translate("Canvas", "That cannot be done here. Nothing was changed."))
