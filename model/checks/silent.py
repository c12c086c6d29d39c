"""K35 to K41: what is drawn but says nothing, and what is said without a ground."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.base import Finding, at
from model.document import Document
from model.evidence import counts
from model.i18n import translate
from model.journey import blind_spots, gaps, systems_used
from model.kinds import LANE_KINDS, LINK_KINDS
from model.records import Item, Lane


def silent(document: Document) -> Iterator[Finding]:
    """Everything that takes room on the map and tells nothing, then statements without a ground."""
    for lane in document.lanes:
        if lane.kind in LANE_KINDS and not _speaks(document, lane):
            yield at(document, "K35", "info", lane, translate("Check", "This lane is drawn but empty."))
    used = {step for _lane, step in document.cells}
    for phase in document.phases:
        steps = document.steps_by_phase[phase.id]
        for step in steps if len(steps) > 1 else ():
            if step.id not in used:
                yield at(document, "K36", "info", step, translate("Check", "This step is drawn but empty."))
    taken = {channel for item in document.item_table.values() for channel in item.channel_ids}
    for channel in document.channels:
        if channel.id not in taken:
            yield at(document, "K37", "info", channel, translate("Check", "No touchpoint uses this channel."))
    if systems_used(document):
        for item in blind_spots(document):
            yield at(document, "K38", "info", item, translate("Check", "A blind spot: no system records this contact."))
    for item in document.placed:
        yield from _evidence(document, item)
    yield from _aims(document)
    yield from _paths(document)


def _speaks(document: Document, lane: Lane) -> bool:
    """Whether anything stands in a lane; a question that it asks is not an answer."""
    kind = LANE_KINDS[lane.kind]
    if kind.item is not None:
        return any(lane_id == lane.id for lane_id, _step in document.cells)
    if lane.kind == "channels":
        return bool(document.channels_by_step and any(document.channels_by_step.values()))
    if lane.kind == "emotion":
        return bool(document.feeling)
    return True


def _evidence(document: Document, item: Item) -> Iterator[Finding]:
    """K39: how a thing is known, where what is said of that does not hold together."""
    if not counts(item):
        return
    sourced = bool(item.source.strip())
    if item.evidence not in ("", "assumption") and not sourced:
        text = translate("Check", "This is said to be more than an assumption, but names no source.")
        yield at(document, "K39", "info", item, text)
    if item.source_date and not sourced:
        yield at(document, "K39", "info", item, translate("Check", "The source has a date but no name."))


def _aims(document: Document) -> Iterator[Finding]:
    """K40: aims below what is felt already."""
    for gap in gaps(document):
        if gap.size < 0:
            text = translate("Check", "The feeling aimed for is worse than the one found.")
            yield at(document, "K40", "info", document.emotions[gap.touchpoint_id, gap.persona_id], text)


def _paths(document: Document) -> Iterator[Finding]:
    """K41: paths that cannot be drawn since an end does not stand on the map."""
    for item in (*document.placed, *document.inbox, *document.parking):
        for link in document.links_from.get(item.id, ()):
            target = document.item_table.get(link.target_id)
            flow = link.kind in LINK_KINDS and LINK_KINDS[link.kind].flow
            if flow and target is not None and (item.place != "map" or target.place != "map"):
                text = translate("Check", "This path leads to or from a note that is not on the map.")
                yield at(document, "K41", "info", link, text)
