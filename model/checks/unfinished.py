"""K20 to K34: what is not finished yet, or rests on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.base import Finding, at, at_map
from model.document import Document
from model.fields import ITEM_FIELDS
from model.i18n import translate
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.records import Action, Item, Persona
from model.trace import standing, unanswered, unsupported


def unfinished(document: Document) -> Iterator[Finding]:
    """Everything that is not finished yet."""
    yield from _frame(document)
    for item in document.placed:
        yield from _card(document, item)
    for persona in document.personas:
        yield from _persona(document, persona)
    if document.inbox:
        text = translate("Check", "%n note(s) wait for a place.", n=len(document.inbox))
        yield Finding("K29", "info", translate("Check", "inbox"), text)
    for found in unsupported(document):
        yield at(document, "K30", "info", found.item, found.text)
    yield from _measures(document)


def _frame(document: Document) -> Iterator[Finding]:
    if not document.info.title.strip():
        yield at_map("K20", "info", translate("Check", "The map has no title."))
    if not document.phases:
        yield at_map("K21", "info", translate("Check", "The map has no phases."))
    filled = {item.step_id for item in document.touchpoints}
    for phase in document.phases:
        if not phase.name.strip():
            yield at(document, "K22", "info", phase, translate("Check", "This phase has no name."))
        if not filled & {step.id for step in document.steps_by_phase[phase.id]}:
            yield at(document, "K23", "info", phase, translate("Check", "This phase has no touchpoints."))
    if document.touchpoints and not document.channels:
        yield at_map("K24", "info", translate("Check", "The map has no channels."))


def _card(document: Document, item: Item) -> Iterator[Finding]:
    kind = ITEM_KINDS.get(item.kind)
    if kind is None:
        return
    if item.kind == "touchpoint":
        if document.channels and not item.channel_ids:
            yield at(document, "K24", "info", item, translate("Check", "This touchpoint has no channel."))
        if not _felt(document, item):
            yield at(document, "K25", "info", item, translate("Check", "Nobody feels anything here yet."))
    elif kind.attaches and not document.targets.get(item.id):
        yield at(document, "K26", "info", item, translate("Check", "This note hangs on no touchpoint."))
    if kind.severity and item.severity is None:
        yield at(document, "K27", "info", item, translate("Check", "This pain point has no severity."))


def _felt(document: Document, item: Item) -> bool:
    """Whether anybody feels anything at a touchpoint; what is aimed for is not felt yet."""
    found = (document.emotions.get((item.id, persona.id)) for persona in document.personas)
    return any(
        emotion is not None and (emotion.score is not None or emotion.word or emotion.quote) for emotion in found
    )


def _persona(document: Document, persona: Persona) -> Iterator[Finding]:
    """K28.  The one persona of a map that names nobody has nothing to say for itself."""
    if any(e.persona_id == persona.id and e.score is not None for e in document.emotion_table.values()):
        return
    if persona.name.strip():
        yield at(document, "K28", "info", persona, translate("Check", "This persona has no score anywhere."))
    elif len(document.personas) > 1:
        yield at(document, "K28", "info", persona, translate("Check", "This persona has no name and no score."))


# -- what is done -----------------------------------------------------------------------------------------------


def _answered_by_actions(kind: str) -> bool:
    """Whether cards of a kind are ideas that cards with actions answer: opportunities."""
    return not ITEM_KINDS[kind].claims and any(
        kind in link.targets and not link.flow and any(ITEM_KINDS[s].actions for s in link.sources if s in ITEM_KINDS)
        for link in LINK_KINDS.values()
    )


def _measures(document: Document) -> Iterator[Finding]:
    """K31 to K34.  Parked cards are set aside (TR11)."""
    cards = [item for item in (*document.placed, *document.inbox) if item.kind in ITEM_KINDS]
    for item in cards:
        if _answered_by_actions(item.kind) and standing(document, item.id) == "nothing":
            yield at(document, "K31", "info", item, translate("Check", "No solution answers this opportunity."))
    for item in cards:
        if ITEM_KINDS[item.kind].actions and not document.actions_of.get(item.id):
            yield at(document, "K32", "info", item, translate("Check", "This solution has no action."))
    for item in cards:
        if ITEM_KINDS[item.kind].actions:
            for action in document.actions_of.get(item.id, ()):
                yield from _action(document, action)
    for found in unanswered(document):
        if found.standing == "nothing":
            yield at(document, "K34", "info", found.item, translate("Check", "Nothing is done about this pain point."))


def _action(document: Document, action: Action) -> Iterator[Finding]:
    """K33.  What is done or dropped needs nobody and no day any more."""
    if action.status in ("done", "dropped"):
        return
    missing = [] if action.owner.strip() else [ITEM_FIELDS["owner"].title]
    missing += [] if action.due else [translate("Check", "Due")]
    if missing:
        text = translate("Check", "This action lacks: {fields}.")
        yield at(document, "K33", "info", action, text.format(fields=", ".join(missing)))
