"""What a map holds, as plain values for other programs and as lines for people."""

from __future__ import annotations

from typing import Any

from model.details import details
from model.document import Document
from model.evidence import evidence_used, percents, share_of_map
from model.i18n import speaking, translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import Lane

COUNTED = ("touchpoint", "insight", "pain_point", "opportunity", "solution", "note")
"""The kinds of cards that are counted, wherever they lie; links are counted beside them."""


def overview(document: Document, format_version: int) -> dict[str, Any]:
    """The object of ``journeywall info --json`` (docs/command-line.md): the summary, then everything in full."""
    return summary(document, format_version) | details(document)


def summary(document: Document, format_version: int) -> dict[str, Any]:
    """The first part of that object: phases, lanes, personas, counts, feelings.

    ``format_version`` is the file's.  Personas are the named ones; a feeling's persona is null for an unnamed one.
    Feelings stand in map order, then those of cards off the map; a score is null where only a word or quote is known.
    """
    per_phase = {phase.id: 0 for phase in document.phases}
    for item in document.touchpoints:
        phase = document.phase_of(item)
        if phase is not None:
            per_phase[phase.id] += 1
    named = {persona.id for persona in document.personas if persona.name.strip()}
    counts = {kind: sum(item.kind == kind for item in document.item_table.values()) for kind in COUNTED}
    return {
        "format_version": format_version,
        "title": document.info.title,
        "language": document.info.language,
        "phases": [
            {
                "id": phase.id,
                "name": phase.name,
                "steps": len(document.steps_by_phase[phase.id]),
                "touchpoints": per_phase[phase.id],
            }
            for phase in document.phases
        ],
        "lanes": [
            {"id": lane.id, "name": lane_name(lane, document.info.language), "kind": lane.kind}
            for lane in document.lanes
        ],
        "personas": [
            {"id": persona.id, "name": persona.name, "role": persona.role}
            for persona in document.personas
            if persona.id in named
        ],
        "channels": [
            {"id": channel.id, "name": channel.name, "medium": channel.medium} for channel in document.channels
        ],
        "counts": {**counts, "link": len(document.link_table)},
        "emotions": [
            {
                "touchpoint": emotion.touchpoint_id,
                "persona": emotion.persona_id if emotion.persona_id in named else None,
                "score": emotion.score,
            }
            for item in (*document.placed, *document.inbox, *document.parking)
            for persona in document.personas
            if (emotion := document.emotions.get((item.id, persona.id))) is not None
        ],
    }


def lane_name(lane: Lane, language: str) -> str:
    """A lane's name as the map shows it: its own, or that of its kind in the map's language."""
    if lane.name.strip() or lane.kind not in LANE_KINDS:
        return lane.name
    with speaking(language):
        return LANE_KINDS[lane.kind].title


def overview_lines(document: Document) -> list[str]:
    """The same for people, line by line, in the current language."""
    held = summary(document, 0)
    lines = [held["title"] or translate("Overview", "(no title)")]
    lines += [text for text in (document.info.subtitle, document.info.scope) if text]
    lines.append("")
    for index, phase in enumerate(held["phases"], 1):
        name = phase["name"] or translate("Overview", "(no name)")
        touchpoints = translate("Overview", "%n touchpoint(s)", n=phase["touchpoints"])
        if phase["steps"] > 1:
            touchpoints += ", " + translate("Overview", "%n step(s)", n=phase["steps"])
        lines.append(f"{index:>2}. {name}: {touchpoints}")
    lines.append("")

    def tell(label: str, names: list[str]) -> None:
        if names:
            lines.append(f"{label}: {', '.join(names)}")

    tell(translate("Overview", "Lanes"), [lane["name"] for lane in held["lanes"]])
    people = [f"{p['name']} ({p['role']})" if p["role"] else p["name"] for p in held["personas"]]
    tell(translate("Overview", "Personas"), people)
    tell(translate("Overview", "Channels"), [channel["name"] for channel in held["channels"]])
    tell(translate("Overview", "Saved filters"), [saved.name for saved in document.filters])
    kinds = [f"{ITEM_KINDS[kind].plural_title} {held['counts'][kind]}" for kind in COUNTED]
    tell(translate("Overview", "Notes"), kinds)
    scored = sum(emotion["score"] is not None for emotion in held["emotions"])
    said = [
        translate("Overview", "%n score(s)", n=scored),
        translate("Overview", "%n link(s)", n=held["counts"]["link"]),
    ]
    if document.action_table:
        said.append(translate("Overview", "%n action(s)", n=len(document.action_table)))
    lines.append(", ".join(said))
    if evidence_used(document):
        share = percents(share_of_map(document))
        text = translate("Overview", "{measured} % measured, {observed} % observed, {assumption} % assumption")
        tell(translate("Overview", "Evidence"), [text.format(**share._asdict())])
    return lines
