"""The places of a map as entries of the command palette: one types a word of a card and is there."""

from __future__ import annotations

from model.document import Document, card_number
from model.i18n import translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.headers import lane_name
from widgets.controls.command_palette import Command

_LONGEST = 120


def places_of(document: Document) -> list[Command]:
    """Every card, phase and lane of a map, to go to, and its saved filters.

    Ids are ``card:ID``, ``phase:ID``, ``lane:ID``, ``filter:ID``.
    """
    found = [
        Command(
            id=f"card:{item.id}",
            text=" ".join(item.text.split())[:_LONGEST] or translate("Window", "Empty note"),
            shortcut=card_number(item),
            keywords=card_number(item),
            icon_name=(ITEM_KINDS[item.kind].icon if item.kind in ITEM_KINDS else "") or "pointer",
        )
        for item in (*document.placed, *document.inbox, *document.parking)
    ]
    found += [
        Command(
            id=f"phase:{phase.id}", text=phase.name, keywords=translate("Window", "Phase"), icon_name="chevron-right"
        )
        for phase in document.phases
        if phase.name
    ]
    found += [
        Command(
            id=f"lane:{lane.id}",
            text=lane_name(lane),
            keywords=translate("Window", "Lane"),
            icon_name=LANE_KINDS[lane.kind].icon if lane.kind in LANE_KINDS else "pointer",
        )
        for lane in document.lanes
    ]
    found += [
        Command(
            id=f"filter:{saved.id}",
            text=translate("Window", "Filter: {name}").format(name=saved.name),
            icon_name="bookmark",
        )
        for saved in document.filters
    ]
    return found
