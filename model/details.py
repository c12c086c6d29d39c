"""What a map holds in full, as plain values for other programs: the keys that ``info --json`` adds to its summary.

Ids are those of the file.  Words of choices are those of the file too, in no language; docs/command-line.md lists all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.document import Document
from model.evidence import Share, evidence_used, percents, share_by_phase, share_of_map
from model.fields import ITEM_FIELDS, says, value_of
from model.journey import blind_spots, borders, contradictions, crossings, curve, curve_marks, gaps, systems_used
from model.kinds import ITEM_KINDS
from model.records import Asset, Item, Record, record_to_row
from model.trace import unanswered, unsupported

_PLACING = ("id", "kind", "number", "text", "place", "lane_id", "step_id", "order")


def details(document: Document) -> dict[str, Any]:
    """Every record of a map and what follows from them by the rules of docs/rules.md."""
    cards = _cards(document)
    return {
        "map": _said(document.info, {"id", "next_number"}),
        "columns": [
            {
                "phase": phase.id,
                **_said(phase, {"id", "order"}),
                "steps": [{"id": step.id, "name": step.name} for step in document.steps_by_phase[phase.id]],
            }
            for phase in document.phases
        ],
        "rows": [{"lane": lane.id, **_said(lane, {"id", "order"})} for lane in document.lanes],
        "people": [_persona(document, persona) for persona in document.personas],
        "channel_list": [_channel(document, channel) for channel in document.channels],
        "kinds": {kind: sum(item.kind == kind for item in cards) for kind in _kinds(cards)},
        "items": [_item(document, item) for item in cards],
        "links": [
            {
                "id": link.id,
                "kind": link.kind,
                "source": link.source_id,
                "target": link.target_id,
                "text": link.text,
                "pain_points": list(link.pain_point_ids),
                **_extra(link),
            }
            for item in cards
            for link in document.links_from.get(item.id, ())
        ],
        "feelings": [
            {
                "touchpoint": emotion.touchpoint_id,
                "persona": emotion.persona_id,
                "score": emotion.score,
                "aimed": emotion.aimed,
                "word": emotion.word,
                "quote": emotion.quote,
                **_extra(emotion),
            }
            for item in cards
            for persona in document.personas
            if (emotion := document.emotions.get((item.id, persona.id))) is not None
        ],
        "actions": [
            {
                "id": action.id,
                "item": action.item_id,
                "text": action.text,
                "owner": action.owner,
                "department": action.department,
                "status": action.status or "open",
                "due": action.due,
                **_extra(action),
            }
            for item in cards
            for action in document.actions_of.get(item.id, ())
        ],
        "filters": [{"filter": saved.id, **_said(saved, {"id", "order"})} for saved in document.filters],
        "assets": [_asset(document, asset) for asset in document.asset_table.values()],
        "evidence": _evidence(document),
        "curves": _curves(document),
        "gaps": [
            {
                "touchpoint": gap.touchpoint_id,
                "persona": gap.persona_id,
                "found": gap.found,
                "aimed": gap.aimed,
                "size": gap.size,
            }
            for gap in gaps(document)
        ],
        "blind_spots": {
            "systems_used": systems_used(document),
            "touchpoints": [item.id for item in blind_spots(document)],
        },
        "crossings": [
            {"link": each.link.id, "media": each.media, "departments": each.departments} for each in crossings(document)
        ],
        "borders": [
            {
                "from": each.before.id,
                "to": each.after.id,
                "departments": [each.before.department.strip(), each.after.department.strip()],
            }
            for each in borders(document)
        ],
        "contradictions": [{"rule": each.rule, "id": each.record.id} for each in contradictions(document)],
        "trace": _trace(document),
    }


def _cards(document: Document) -> list[Item]:
    """Every card, in map order, then inbox and parking lot."""
    return [*document.placed, *document.inbox, *document.parking]


def _said(record: Record, without: set[str]) -> dict[str, Any]:
    """Every value of a record, also its defaults and what a newer version says."""
    return {key: value for key, value in record_to_row(record, whole=True).items() if key not in without}


def _extra(record: Record) -> dict[str, Any]:
    """What a newer version says."""
    return {key: value for key, value in record_to_row(record).items() if key in record.extra}


def _kinds(cards: Iterable[Item]) -> list[str]:
    """Every kind that is known, then those that are not, by name."""
    return [*ITEM_KINDS, *sorted({item.kind for item in cards} - ITEM_KINDS.keys())]


def _item(document: Document, item: Item) -> dict[str, Any]:
    phase = document.phase_of(item)
    said = record_to_row(item)
    row = {
        "id": item.id,
        "number": item.number,
        "kind": item.kind,
        "text": item.text,
        "place": item.place,
        "phase": phase.id if phase is not None else None,
        "step": item.step_id,
        "lane": item.lane_id,
    }
    row |= {field.id: said.get(field.id, value_of(item, field)) for field in ITEM_FIELDS.values() if says(item, field)}
    return row | {key: value for key, value in said.items() if key not in row and key not in _PLACING}


def _channel(document: Document, channel: Record) -> dict[str, Any]:
    used = [item.id for item in document.placed if channel.id in item.channel_ids]
    return {"channel": channel.id, **_said(channel, {"id", "order"}), "touchpoints": used}


def _persona(document: Document, persona: Record) -> dict[str, Any]:
    named = [item.id for item in _cards(document) if persona.id in item.persona_ids]
    return {"persona": persona.id, **_said(persona, {"id", "order"}), "notes": named}


def _asset(document: Document, asset: Asset) -> dict[str, Any]:
    """A picture without its bytes, the cards and personas that show it, and whether it is the map's logo."""
    cards = _cards(document)
    return {
        "id": asset.id,
        "mime": asset.mime,
        "w": asset.w,
        "h": asset.h,
        "items": [item.id for item in cards if asset.id in item.pictures],
        "personas": [persona.id for persona in document.personas if persona.portrait == asset.id],
        "logo": document.info.logo == asset.id,
    }


def _share(share: Share) -> dict[str, Any]:
    return {"counts": share._asdict(), "percents": percents(share)._asdict()}


def _evidence(document: Document) -> dict[str, Any]:
    return {
        "used": evidence_used(document),
        **_share(share_of_map(document)),
        "phases": [{"phase": phase, **_share(share)} for phase, share in share_by_phase(document).items()],
    }


def _curves(document: Document) -> list[dict[str, Any]]:
    found = []
    for (persona, line), marks in curve_marks(document).items():
        fall = marks.fall
        found.append(
            {
                "persona": persona,
                "line": line,
                "points": [{"touchpoint": p.touchpoint_id, "score": p.score} for p in curve(document, persona, line)],
                "lowest": marks.lowest.touchpoint_id if marks.lowest else None,
                "peak": marks.peak.touchpoint_id if marks.peak else None,
                "end": marks.end.touchpoint_id if marks.end else None,
                "steepest_drop": {
                    "from": fall[0].touchpoint_id,
                    "to": fall[1].touchpoint_id,
                    "size": fall[1].score - fall[0].score,
                }
                if fall
                else None,
            }
        )
    return found


def _trace(document: Document) -> dict[str, Any]:
    lacking: dict[str, list[str]] = {}
    for each in unsupported(document):
        lacking.setdefault(each.rule, []).append(each.item.id)
    return {
        "unsupported": lacking,
        "unanswered": [{"item": each.item.id, "standing": each.standing} for each in unanswered(document)],
    }
