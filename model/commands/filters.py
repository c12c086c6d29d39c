"""Filters saved with the map, under a name.  Pure: a document in, a ChangeSet out.

SF1  A saved filter has a name and asks for something.  A name is used once, whatever its case and spaces: saving under
     one that is there changes that filter.
SF2  It asks for personas and channels of the map.  One that is removed goes out of the filters in the same step of
     history, and a filter that asks for nothing any more goes with it.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from model import order
from model.changes import ChangeSet, Edit
from model.document import Document
from model.finding import Filter, fields_of, folded, wanted_by
from model.i18n import QT_TRANSLATE_NOOP
from model.ids import new_id
from model.records import SavedFilter


def named_filter(document: Document, name: str) -> SavedFilter | None:
    """The saved filter of that name, whatever its case, accents and spaces."""
    asked = _plain(name)
    return next((saved for saved in document.filters if _plain(saved.name) == asked), None)


def save_filter(document: Document, name: str, wanted: Filter) -> ChangeSet:
    """Save a filter under ``name`` (SF1).  Raises ValueError without a name, or for one that asks for nothing."""
    known = named_filter(document, name)
    if known is not None:
        return change_filter(document, known.id, wanted)
    last = document.filters[-1].order if document.filters else None
    edit = Edit(document)
    edit.put(SavedFilter(id=new_id("filter"), name=_named(name), order=order.between(last, None), **_asked(wanted)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Save filter"))


def change_filter(document: Document, filter_id: str, wanted: Filter) -> ChangeSet:
    """Let a saved filter ask for something else.  Raises ValueError for a filter that asks for nothing."""
    edit = Edit(document)
    edit.put(document.filter_table[filter_id].changed(**_asked(wanted)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change filter"))


def rename_filter(document: Document, filter_id: str, name: str) -> ChangeSet:
    """Give a saved filter another name.  Raises ValueError without a name, or for one of another filter."""
    other = named_filter(document, name)
    if other is not None and other.id != filter_id:
        raise ValueError("another filter has that name")
    edit = Edit(document)
    edit.put(document.filter_table[filter_id].changed(name=_named(name)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Rename filter"))


def remove_filter(document: Document, filter_id: str) -> ChangeSet:
    """Remove a saved filter."""
    edit = Edit(document)
    edit.remove(document.filter_table[filter_id])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove filter"))


def forget_in_filters(edit: Edit) -> None:
    """Take what is not in the map any more out of its filters (SF2)."""
    for saved in edit.document.filters:
        left = left_of(saved, edit.document.persona_table, edit.document.channel_table)
        if left is None:
            edit.remove(saved)
        elif left is not saved:
            edit.put(left)


def left_of(saved: SavedFilter, personas: Container[str], channels: Container[str]) -> SavedFilter | None:
    """A saved filter without the personas and channels that are not among these; None where it asks for nothing then.

    What a newer version asks for besides is kept, and counts.
    """
    people = tuple(i for i in saved.persona_ids if i in personas)
    ways = tuple(i for i in saved.channel_ids if i in channels)
    left = saved
    if people != saved.persona_ids or ways != saved.channel_ids:
        left = saved.changed(persona_ids=people, channel_ids=ways)
    return left if wanted_by(left) or left.extra else None


def _asked(wanted: Filter) -> dict[str, Any]:
    if not wanted:
        raise ValueError("a saved filter asks for something")
    return fields_of(wanted)


def _named(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise ValueError("a saved filter has a name")
    return words


def _plain(name: str) -> str:
    return " ".join(folded(name).split())
