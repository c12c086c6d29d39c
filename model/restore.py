"""Going back to an earlier version of a map, as an edit of today's: nothing is lost, and undo takes it back."""

from __future__ import annotations

from model.changes import ChangeSet, Label, diff
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP


def go_back(document: Document, earlier: Document) -> ChangeSet:
    """Make ``document`` say what ``earlier`` says.  Numbers given to notes since are not given out again."""
    info = earlier.info
    number = max(info.next_number, document.info.next_number)
    wanted = earlier.with_changes([("map", "map", info.changed(next_number=number))])
    changes = diff(document, wanted)
    return ChangeSet(changes.changes, Label(QT_TRANSLATE_NOOP("Undo", "Go back to an earlier version")))
