"""Maps for tests: one with everything in it, and large ones."""

from __future__ import annotations

from model.changes import Change, ChangeSet, apply
from model.commands import cards, grid
from model.commands.places import Cell, Listing, lane_for
from model.document import Document
from model.newmap import new_map
from model.records import Item, Record


class Builder:
    """Runs commands one after the other; ``edits`` keeps their ChangeSets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.edits: list[ChangeSet] = []

    def do(self, changes: ChangeSet) -> ChangeSet:
        """Apply a command's result."""
        self.document = apply(changes, self.document)
        self.edits.append(changes)
        return changes

    def card(self, kind: str, text: str, step: int) -> str:
        """A new card in the lane of its kind; its id."""
        lane = lane_for(self.document, kind)
        assert lane is not None
        target = Cell(lane.id, self.document.steps[step % len(self.document.steps)].id)
        return self.do(cards.add_cards(self.document, kind, [text], target)).added("items")[0]


def full_map() -> Builder:
    """A map with every kind of record, texts of several scripts, fields of a newer version, several edits."""
    builder = Builder(new_map("Sportschoenen 😀", "nl", ("Behoefte", "Oriëntatie", "Aankoop")))
    do = builder.do

    def document() -> Document:
        return builder.document

    do(grid.add_persona(document(), "Sanne", role="klant", quote="“Ik wil ze nu.”"))  # names the unnamed one
    do(grid.add_persona(document(), "Buurvrouw", role="influencer"))
    first = document().personas[0].id
    web = do(grid.add_channel(document(), "Webwinkel", "world", "online")).added("channels")[0]
    do(grid.add_step(document(), document().phases[1].id, "Vergelijken"))
    touchpoints = [builder.card("touchpoint", f"Contact {i}\ntweede regel — مرحبا 日本", i) for i in range(6)]
    do(cards.set_card(document(), touchpoints[:2], channel_ids=(web,)))
    pain = do(cards.add_attached(document(), "pain_point", "Niet op voorraad", touchpoints[2])).added("items")[0]
    do(cards.set_card(document(), [pain], severity=4))
    do(cards.attach_cards(document(), [pain], touchpoints[3]))
    do(cards.add_attached(document(), "insight", "Men belt eerst", touchpoints[1]))
    do(cards.set_emotion(document(), touchpoints[0], first, score=-2, word="teleurgesteld", quote="Weer niet!"))
    do(cards.set_emotion(document(), touchpoints[1], first, score=1))
    do(cards.add_cards(document(), "note", ["Los idee", "Nog een"], Listing("inbox")))
    do(cards.add_cards(document(), "note", ["Parkeren: prijs"], Listing("parking")))
    newer: Record = document().item_table[touchpoints[4]].changed(mood="Inkoop", labels=["x", {"y": None}], weight=1.5)
    do(ChangeSet((Change("items", newer.id, document().item_table[newer.id], newer),)))
    unknown = Item(id="item-unknown", kind="metric_card", number=document().info.next_number, text="Van later")
    info = document().info.changed(next_number=unknown.number + 1)
    do(ChangeSet((Change("items", unknown.id, None, unknown), Change("map", "map", document().info, info))))
    return builder


def large_map(count: int) -> Document:
    """A map of ``count`` touchpoints in eight phases."""
    document = new_map("Groot", "nl", [f"Fase {i}" for i in range(8)])
    lane = lane_for(document, "touchpoint")
    assert lane is not None
    for i, step in enumerate(document.steps):
        texts = [f"Contact {n}: de klant belt de winkel over de levering" for n in range(i, count, 8)]
        document = apply(cards.add_cards(document, "touchpoint", texts, Cell(lane.id, step.id)), document)
    return document
