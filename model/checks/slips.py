"""K10 to K14, K16: what is most likely a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.checks.base import Finding, at
from model.document import Document
from model.fields import ACTORS, ITEM_FIELDS, STATUSES, Choice, ItemField, fitting, says, value_of
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.journey import contradictions
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS
from model.records import Action, Channel, Item, Lane, Persona, Phase, SavedFilter

_CONTRADICTORY = {
    "FL4": QT_TRANSLATE_NOOP("Check", "This path says that it leads on, but it ends in an earlier step."),
    "FL5": QT_TRANSLATE_NOOP("Check", "This path says that it leads back, but it ends in a later step."),
    "FL6": QT_TRANSLATE_NOOP("Check", "This phase goes back to a phase that comes later."),
    "FL7": QT_TRANSLATE_NOOP("Check", "Nothing is handed over here: channels and department stay the same."),
    "FL8": QT_TRANSLATE_NOOP("Check", "These happen at the same time, but stand in different phases."),
}


def slips(document: Document) -> Iterator[Finding]:
    """Everything that is most likely a slip, rule by rule within a table, each table in map order."""
    cards = (*document.placed, *document.inbox, *document.parking)
    for item in cards:
        yield from _card(document, item)
    for lane in document.lanes:
        if lane.kind not in LANE_KINDS:
            text = translate("Check", "This version does not know the kind of lane “{kind}”; it is kept as it is.")
            yield at(document, "K12", "warning", lane, text.format(kind=lane.kind))
    for persona in document.personas:
        yield from _unknown(document, persona, translate("Check", "Role in the journey"), [persona.actor], ACTORS)
    for item in cards:
        for link in document.links_from.get(item.id, ()):
            if link.kind not in LINK_KINDS:
                text = translate("Check", "This version does not know the kind of link “{kind}”; it is kept as it is.")
                yield at(document, "K12", "warning", link, text.format(kind=link.kind))
        for action in document.actions_of.get(item.id, ()):
            if not action.text.strip():
                yield at(document, "K10", "warning", action, translate("Check", "This action is empty."))
            yield from _unknown(document, action, translate("Check", "Status"), [action.status], STATUSES)
    yield from _doubles(document, document.phases, translate("Check", "There is more than one phase “{name}”."))
    yield from _doubles(document, document.lanes, translate("Check", "There is more than one lane “{name}”."))
    yield from _doubles(document, document.personas, translate("Check", "There is more than one persona “{name}”."))
    yield from _doubles(document, document.channels, translate("Check", "There is more than one channel “{name}”."))
    yield from _doubles(document, document.filters, translate("Check", "There is more than one filter “{name}”."))
    for found in contradictions(document):
        yield at(document, "K14", "warning", found.record, translate("Check", _CONTRADICTORY[found.rule]))


def _card(document: Document, item: Item) -> Iterator[Finding]:
    if not item.text.strip():
        yield at(document, "K10", "warning", item, translate("Check", "This note is empty."))
    kind = ITEM_KINDS.get(item.kind)
    if kind is None:
        text = translate("Check", "This version does not know the kind of note “{kind}”; it is kept as it is.")
        yield at(document, "K12", "warning", item, text.format(kind=item.kind))
        return
    fields = kind.fields
    for field in fields:
        if field.type in ("choice", "choices"):
            value = value_of(item, field)
            yield from _unknown(
                document, item, field.title, [value] if isinstance(value, str) else value, field.choices
            )
    extra = item.extra
    lost = [field.title for field in fields if field.id in extra and _unusable(field, extra[field.id])]
    if lost:
        text = translate("Check", "What is written there cannot be used: {fields}.")
        yield at(document, "K16", "warning", item, text.format(fields=", ".join(lost)))
    own = {field.id for field in fields}
    hidden = [field.title for field in ITEM_FIELDS.values() if field.id not in own and says(item, field)]
    if hidden:
        text = translate("Check", "A note of this kind does not show what is said there: {fields}.")
        yield at(document, "K13", "warning", item, text.format(fields=", ".join(hidden)))
    if not kind.actions and document.actions_of.get(item.id):
        text = translate("Check", "A note of this kind has no actions; those of this note show nowhere.")
        yield at(document, "K13", "warning", item, text)


def _unusable(field: ItemField, value: object) -> bool:
    """K16: whether what a record keeps unseen is no value of its field."""
    return bool(fitting(field, value) != (tuple(value) if isinstance(value, list) else value))


def _unknown(
    document: Document, record: Item | Persona | Action, field: str, values: Iterable[str], choices: tuple[Choice, ...]
) -> Iterator[Finding]:
    """K12: words that are none of the choices."""
    known = {choice.id for choice in choices}
    for value in values:
        if value and value not in known:
            text = translate("Check", "{field}: this version does not know “{value}”; it is kept as it is.")
            yield at(document, "K12", "warning", record, text.format(field=field, value=value))


def _doubles(
    document: Document, records: Iterable[Phase | Lane | Persona | Channel | SavedFilter], sentence: str
) -> Iterator[Finding]:
    """K11: a name that another record of the table has already; case and spaces make no difference."""
    seen: set[str] = set()
    for record in records:
        key = " ".join(record.name.casefold().split())
        if key and key in seen:
            yield at(document, "K11", "warning", record, sentence.format(name=record.name.strip()))
        seen.add(key)
