"""Undo and redo without limit: two stacks of ChangeSets.  No Qt, so the command line and tests use it as well."""

from __future__ import annotations

from model.changes import ChangeSet, squash
from model.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of history.  ``merge_key`` lets the next edit with the same key become part of it."""

    changes: ChangeSet
    merge_key: str | None = None


class History:
    """What was done and what was undone, newest last."""

    def __init__(self) -> None:
        self.done: list[Entry] = []
        self.undone: list[Entry] = []

    def push(self, changes: ChangeSet, merge_key: str | None = None) -> None:
        """Remember an edit; what had been undone is forgotten."""
        self.undone.clear()
        if merge_key is not None and self.done and self.done[-1].merge_key == merge_key:
            last = self.done.pop()
            merged = squash([last.changes, changes])
            if merged:
                self.done.append(replace(last, changes=merged))
            return
        self.done.append(Entry(changes, merge_key))

    def seal(self) -> None:
        """The next edit begins a new step, whatever its merge key."""
        if self.done and self.done[-1].merge_key is not None:
            self.done[-1] = replace(self.done[-1], merge_key=None)

    @property
    def undo_text(self) -> str:
        """The name of what undo would undo, in the current language; "" when there is nothing."""
        return _text(self.done)

    @property
    def redo_text(self) -> str:
        """The name of what redo would do again, in the current language; "" when there is nothing."""
        return _text(self.undone)


def _text(entries: list[Entry]) -> str:
    label = entries[-1].changes.label if entries else None
    return label.text if label is not None else ""
