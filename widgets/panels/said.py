"""What the notes of a map say in one field, to be offered again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from model.document import Document


def said_elsewhere(document: Document, field_id: str, but: Iterable[str] = ()) -> list[str]:
    """What the notes of a map say in a field, and its actions in one of the same name; the most frequent first.

    ``but`` are the notes that ask: what only they say is no news to them.
    """
    asking = set(but)
    found: Counter[str] = Counter()
    for item in document.item_table.values():
        if item.id not in asking:
            found.update(_words(item.value(field_id, "")))
    for action in document.action_table.values():
        if action.item_id not in asking:
            found.update(_words(action.value(field_id, "")))
    return [word for word, _ in sorted(found.items(), key=lambda row: (-row[1], row[0].casefold()))]


def _words(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, tuple | list):
        return tuple(str(each) for each in value)
    return ()
