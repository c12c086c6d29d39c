"""Calls of the commands for saved filters, each with what it may change, and what filters lose with a record."""

from __future__ import annotations

from random import Random

from command_calls import Allowed, Call, Case
from model.document import Document
from model.finding import Filter


def save_filter(document: Document, dice: Random) -> Call:
    if document.filters and dice.random() < 0.5:
        saved = dice.choice(document.filters)
        allowed = Allowed()
        allowed.change("filters", [saved.id], ["words", "persona_ids", "channel_ids"])
        return Call((f" {saved.name.upper()} ", Filter(words="anders")), allowed)
    return Call(("Nieuw", Filter(words="zoek")), Allowed(added={"filters": 1}))


def change_filter(document: Document, dice: Random) -> Call | None:
    if not document.filters:
        return None
    saved = dice.choice(document.filters)
    allowed = Allowed()
    allowed.change("filters", [saved.id], ["words", "severity", "persona_ids", "channel_ids"])
    return Call((saved.id, Filter(words="anders", severity=2)), allowed)


def rename_filter(document: Document, dice: Random) -> Call | None:
    if not document.filters:
        return None
    saved = dice.choice(document.filters)
    allowed = Allowed()
    allowed.change("filters", [saved.id], ["name"])
    return Call((saved.id, "Anders"), allowed)


def remove_filter(document: Document, dice: Random) -> Call | None:
    if not document.filters:
        return None
    saved = dice.choice(document.filters)
    return Call((saved.id,), Allowed(removed={("filters", saved.id)}))


def lose_in_filters(document: Document, allowed: Allowed, record_id: str) -> None:
    """A persona or channel goes out of the filters that ask for it; those that ask for nothing else go too (SF2)."""
    for saved in document.filters:
        asked = (*saved.persona_ids, *saved.channel_ids)
        if record_id not in asked:
            continue
        if asked == (record_id,) and not saved.words:
            allowed.removed.add(("filters", saved.id))
        else:
            field = "persona_ids" if record_id in saved.persona_ids else "channel_ids"
            allowed.change("filters", [saved.id], [field])


CALLS: tuple[Case, ...] = (save_filter, change_filter, rename_filter, remove_filter)
