"""What is being written, and what becomes of it: a card's text, a new card, a name in a header.

A job shows its text in a draft of the document, so that the map grows while one types, and makes one edit of it in
the end: a new card and its text are one step of history, an empty new card is none.
"""

from __future__ import annotations

from typing import Protocol

from model.changes import ChangeSet, apply
from model.commands.cards import add_attached, add_cards, set_text
from model.commands.grid import add_lane, add_phase, add_step, set_fields
from model.commands.links import add_resting
from model.commands.places import Cell, Target
from model.document import Document
from model.layout.headers import lane_name
from model.records import Item, Lane

NOTHING_YET = "\u200b"
"""Stands in a draft for a name that is empty while it is typed, so that its header keeps a line for the caret."""


class Job(Protocol):
    """A text being written.  ``table`` and ``record_id`` name the record that shows it in the draft."""

    table: str
    record_id: str
    one_line: bool

    @property
    def draft_id(self) -> str:
        """What the journal keeps the text under while it is typed: a record's id, or a place ("lane/step") for a text
        that has no record yet; never the id of another record, whose text it would take when it is recovered."""
        ...

    def begin(self, document: Document) -> str | None:
        """Get ready on ``document`` (again, when it changed under the text).  The text to start with, or None when
        what was to be written is no longer there."""
        ...

    def shown(self, document: Document, text: str) -> Document:
        """``document`` with ``text`` where it is being written."""
        ...

    def finish(self, document: Document, text: str) -> ChangeSet:
        """The edit that keeps ``text``; empty when there is nothing to keep."""
        ...


class CardText:
    """The text of a card."""

    table = "items"
    one_line = False

    def __init__(self, item_id: str) -> None:
        self.record_id = item_id

    @property
    def draft_id(self) -> str:
        return self.record_id

    def begin(self, document: Document) -> str | None:
        item = document.item_table.get(self.record_id)
        return None if item is None else item.text

    def shown(self, document: Document, text: str) -> Document:
        item = document.item_table[self.record_id]
        return document.with_changes([("items", item.id, item.changed(text=text))])

    def finish(self, document: Document, text: str) -> ChangeSet:
        return set_text(document, self.record_id, text)


class NewCard:
    """A card that does not exist before it has a text.

    ``host`` is the touchpoint that it will hang on, or the card that it will rest on, if any.
    """

    table = "items"
    one_line = False

    def __init__(self, target: Target, kind: str, host: str | None = None) -> None:
        self.target = target
        self.kind = kind
        self.host = host
        self.record_id = ""
        self._made = ChangeSet()

    @property
    def draft_id(self) -> str:
        if self.host is not None:
            return f"{self.host}/{self.kind}"
        if isinstance(self.target, Cell):
            return f"{self.target.lane_id}/{self.target.step_id}"
        return self.target.place

    def begin(self, document: Document) -> str | None:
        try:
            self._made = self._make(document, "")
        except (ValueError, KeyError):
            return None
        self.record_id = self._made.added("items")[0]
        return ""

    def _make(self, document: Document, text: str) -> ChangeSet:
        if self.host is not None and document.item_table[self.host].kind != "touchpoint":
            return add_resting(document, self.kind, text, self.host)
        if self.host is not None:
            return add_attached(document, self.kind, text, self.host)
        return add_cards(document, self.kind, [text], self.target)

    def shown(self, document: Document, text: str) -> Document:
        draft = apply(self._made, document)
        item = draft.item_table[self.record_id]
        return draft.with_changes([("items", item.id, item.changed(text=text))])

    def finish(self, document: Document, text: str) -> ChangeSet:
        if not text.strip():
            return ChangeSet()
        return _with_text(self._made, self.record_id, text)


def _with_text(made: ChangeSet, item_id: str, text: str) -> ChangeSet:
    """``made`` with another text in its new card: the card keeps the id under which it was shown."""
    changes = []
    for change in made:
        if change.table == "items" and change.id == item_id and isinstance(change.new, Item):
            change = type(change)(change.table, change.id, change.old, change.new.changed(text=text))
        changes.append(change)
    return ChangeSet(tuple(changes), made.label)


class Rename:
    """The name of a phase, step or lane; ``first``: it had none before."""

    one_line = True

    def __init__(self, table: str, record_id: str) -> None:
        self.table = table
        self.record_id = record_id
        self.first = False

    @property
    def draft_id(self) -> str:
        return self.record_id

    def begin(self, document: Document) -> str | None:
        record = document.tables[self.table].get(self.record_id)
        if record is None:
            return None
        name = lane_name(record) if isinstance(record, Lane) else str(record.value("name"))
        self.first = not name
        return name

    def shown(self, document: Document, text: str) -> Document:
        record = document.tables[self.table][self.record_id]
        return document.with_changes([(self.table, record.id, record.changed(name=text or NOTHING_YET))])

    def finish(self, document: Document, text: str) -> ChangeSet:
        record = document.tables[self.table][self.record_id]
        name = " ".join(text.split())
        if isinstance(record, Lane) and not record.name and name == lane_name(record):
            return ChangeSet()
        return set_fields(document, self.table, self.record_id, name=name)


class NewPhase:
    """A phase that is named as it is added.  ``asked`` ones come even without a name; those that followed do not."""

    table = "phases"
    one_line = True

    def __init__(self, before: str | None, *, asked: bool) -> None:
        self.before = before
        self.asked = asked
        self.record_id = ""
        self._made = ChangeSet()

    @property
    def draft_id(self) -> str:
        return self.record_id

    def begin(self, document: Document) -> str | None:
        self._made = self._make(document)
        self.record_id = self._made.added(self.table)[0]
        return ""

    def _make(self, document: Document) -> ChangeSet:
        return add_phase(document, "", self.before)

    def shown(self, document: Document, text: str) -> Document:
        draft = apply(self._made, document)
        record = draft.tables[self.table][self.record_id]
        return draft.with_changes([(self.table, record.id, record.changed(name=text or NOTHING_YET))])

    def finish(self, document: Document, text: str) -> ChangeSet:
        name = " ".join(text.split())
        if not name and not self.asked:
            return ChangeSet()
        changes = []
        for change in self._made:
            if change.table == self.table and change.id == self.record_id and change.new is not None:
                change = type(change)(change.table, change.id, None, change.new.changed(name=name))
            changes.append(change)
        return ChangeSet(tuple(changes), self._made.label)


class NewLane(NewPhase):
    """A lane that is named as it is added; it begins with the name of its kind, and keeps that where nothing else is
    typed."""

    table = "lanes"

    def __init__(self, kind: str, before: str | None) -> None:
        super().__init__(before, asked=True)
        self.kind = kind

    def begin(self, document: Document) -> str | None:
        super().begin(document)
        lane = apply(self._made, document).lane_table[self.record_id]
        self._usual = lane_name(lane)
        return self._usual

    def _make(self, document: Document) -> ChangeSet:
        return add_lane(document, self.kind, "", self.before)

    def finish(self, document: Document, text: str) -> ChangeSet:
        return super().finish(document, "" if " ".join(text.split()) == self._usual else text)


class NewStep(NewPhase):
    """A step that is named as it is added; a step may stay without a name."""

    table = "steps"

    def __init__(self, phase_id: str, before: str | None, *, asked: bool) -> None:
        super().__init__(before, asked=asked)
        self.phase_id = phase_id

    def begin(self, document: Document) -> str | None:
        if self.phase_id not in document.phase_table:
            return None
        return super().begin(document)

    def _make(self, document: Document) -> ChangeSet:
        return add_step(document, self.phase_id, "", self.before)
