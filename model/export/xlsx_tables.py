"""The sheets of the workbook beside the notes: links, actions, evidence, and the frame of the map."""

from __future__ import annotations

from model.actionlist import action_lines, cards_for_actions, status_title
from model.document import Document, card_number
from model.evidence import evidence_used, percents, share_by_phase
from model.export.xlsx_fields import choice_titles, names_used
from model.export.xlsx_parts import (
    BLANK_ROWS,
    SEPARATOR,
    Column,
    Labels,
    Sheet,
    Value,
    card_label,
    day_value,
    persona_title,
    picture_column,
)
from model.fields import ACTORS, EVIDENCE, STATUSES
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.journey import curve_marks
from model.kinds import LANE_KINDS, LINK_KINDS
from model.records import Item, Link, Phase
from model.scale import SCORES, scale_range, score_value

_MEDIA = {
    "online": QT_TRANSLATE_NOOP("Workbook", "online"),
    "offline": QT_TRANSLATE_NOOP("Workbook", "offline"),
    "both": QT_TRANSLATE_NOOP("Workbook", "both"),
}
_ALIGNMENTS = {
    "step": QT_TRANSLATE_NOOP("Workbook", "per step"),
    "phase": QT_TRANSLATE_NOOP("Workbook", "whole phase"),
}


def _id() -> Column:
    return Column("id", "id", 10, hidden=True)


def table_lists(document: Document, labels: Labels) -> dict[str, tuple[Value, ...]]:
    """The lists of choices of the sheets below."""
    return {
        "media": tuple(translate("Workbook", text) for text in _MEDIA.values()),
        "lane_kinds": tuple(kind.title for kind in LANE_KINDS.values()),
        "alignments": tuple(translate("Workbook", text) for text in _ALIGNMENTS.values()),
        "link_kinds": tuple(kind.title for kind in LINK_KINDS.values()),
        "numbers": tuple(card_number(item) for item in _cards(document)),
        "action_cards": tuple(card_label(item) for item in cards_for_actions(document)),
        "statuses": choice_titles(STATUSES),
        "owners": names_used(document, "owner"),
        "departments": names_used(document, "department"),
        "actors": choice_titles(ACTORS),
    }


def _cards(document: Document) -> tuple[Item, ...]:
    return (*document.placed, *document.inbox, *document.parking)


# -- links ------------------------------------------------------------------------------------------------------


def told_links(document: Document) -> tuple[Link, ...]:
    """The links of the sheet of links: all but those that the notes tell already by the numbers they belong to."""
    links = [link for link in document.link_table.values() if link.kind != "attach" or link.text or link.pain_point_ids]
    place = {item.id: at for at, item in enumerate(_cards(document))}
    far = len(place)
    return tuple(
        sorted(links, key=lambda r: (place.get(r.source_id, far), r.kind, place.get(r.target_id, far), r.order, r.id))
    )


def links_sheet(document: Document) -> Sheet:
    """Every link by the numbers of its cards; their texts stand beside them to be read."""
    columns = (
        _id(),
        Column("kind", translate("Workbook", "Kind"), 20, "link_kinds", strict=True),
        Column("from", translate("Workbook", "From"), 9, "numbers"),
        Column("from_text", translate("Workbook", "From: text"), 38, told=True),
        Column("to", translate("Workbook", "To"), 9, "numbers"),
        Column("to_text", translate("Workbook", "To: text"), 38, told=True),
        Column("text", translate("Workbook", "Word at the line"), 26),
        Column(
            "pain_points",
            translate("Workbook", "Pain points on the way"),
            18,
            hint=translate("Workbook", "The numbers of pain points, such as N28; N31."),
        ),
    )
    cards = document.item_table
    rows: list[tuple[Value, ...]] = []
    for link in told_links(document):
        kind = LINK_KINDS.get(link.kind)
        ends = [cards.get(link.source_id), cards.get(link.target_id)]
        told: list[Value] = []
        for end in ends:
            told += [card_number(end), end.text or None] if end is not None else [None, None]
        pains = SEPARATOR.join(card_number(cards[i]) for i in link.pain_point_ids if i in cards)
        rows.append((link.id, kind.title if kind else link.kind, *told, link.text or None, pains or None))
    return Sheet("links", translate("Workbook", "Links"), columns, tuple(rows), BLANK_ROWS)


# -- actions ----------------------------------------------------------------------------------------------------


def actions_sheet(document: Document, labels: Labels, *, blank: bool) -> Sheet:
    """The actions of all cards; an empty template has room to write them."""
    columns = (
        _id(),
        Column(
            "card",
            translate("Workbook", "Belongs to"),
            36,
            "action_cards",
            hint=translate("Workbook", "Choose a solution from the list, or type its number."),
        ),
        Column("text", translate("Workbook", "Action"), 48),
        Column("owner", translate("Workbook", "Owner"), 20, "owners"),
        Column("department", translate("Workbook", "Department"), 20, "departments"),
        Column("status", translate("Workbook", "Status"), 16, "statuses", strict=True),
        Column("due", translate("Workbook", "Due"), 14, scale="date"),
        Column("phase", translate("Workbook", "Phase"), 24, told=True),
    )
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            line.action.id,
            card_label(line.card),
            line.action.text or None,
            line.action.owner or None,
            line.action.department or None,
            status_title(line.status),
            day_value(line.action.due),
            labels.phases[line.phase.id] if line.phase else None,
        )
        for line in (() if blank else action_lines(document))
    )
    return Sheet("actions", translate("Workbook", "Actions"), columns, rows, BLANK_ROWS)


# -- evidence ---------------------------------------------------------------------------------------------------


def evidence_sheet(document: Document, labels: Labels) -> Sheet | None:
    """How much of each phase is assumed, observed and measured (EV1 to EV3); None where the map says nothing of it."""
    if not evidence_used(document):
        return None
    columns = (
        _id(),
        Column("phase", translate("Workbook", "Phase"), 30, told=True),
        Column("cards", translate("Workbook", "Notes that count"), 14, scale="number", told=True),
        *(
            Column(
                choice.id,
                translate("Workbook", "{field} (%)").format(field=choice.title),
                16,
                scale="number",
                told=True,
            )
            for choice in EVIDENCE
        ),
    )
    shares = share_by_phase(document)
    rows = tuple(
        (phase.id, labels.phases[phase.id], shares[phase.id].total, *percents(shares[phase.id]))
        for phase in document.phases
    )
    return Sheet("evidence", translate("Workbook", "Evidence"), columns, rows)


# -- feelings ---------------------------------------------------------------------------------------------------


def feelings_sheet(document: Document, labels: Labels) -> Sheet | None:
    """The points of each line of feelings that have a name (CV2 to CV5), to be read; None where no line has any."""
    scale = document.info.emotion_scale
    five = tuple(score_value(score, scale) for score in SCORES)
    feeling = translate("Workbook", "Feeling ({scale})").format(scale=scale_range(scale))
    columns = (
        _id(),
        Column("persona", translate("Workbook", "Persona"), 22, told=True),
        Column("line", translate("Workbook", "Line of feelings"), 16, told=True),
        Column("mark", translate("Workbook", "Point"), 22, told=True),
        Column("number", translate("Workbook", "No."), 9, told=True),
        Column("text", translate("Workbook", "Text"), 44, told=True),
        Column("phase", translate("Workbook", "Phase"), 26, told=True),
        Column("score", feeling, 10, scale="score", told=True, levels=five),
    )
    lines = {"found": translate("Workbook", "found"), "aimed": translate("Workbook", "aimed for")}
    rows: list[tuple[Value, ...]] = []
    for (persona_id, line), marks in curve_marks(document).items():
        named = {
            "lowest": (translate("Workbook", "Lowest point"), marks.lowest),
            "peak": (translate("Workbook", "Peak"), marks.peak),
            "end": (translate("Workbook", "End"), marks.end),
            "fall_from": (translate("Workbook", "Steepest drop: from"), marks.fall[0] if marks.fall else None),
            "fall_to": (translate("Workbook", "Steepest drop: to"), marks.fall[1] if marks.fall else None),
        }
        for key, (name, point) in named.items():
            if point is None:
                continue
            item = document.item_table[point.touchpoint_id]
            phase = document.phase_of(item)
            rows.append(
                (
                    f"{persona_id}/{line}/{key}",
                    labels.personas[persona_id],
                    lines[line],
                    name,
                    card_number(item),
                    item.text or None,
                    labels.phases[phase.id] if phase else None,
                    score_value(point.score, scale),
                )
            )
    return Sheet("feelings", translate("Workbook", "Feelings"), columns, tuple(rows)) if rows else None


# -- the frame --------------------------------------------------------------------------------------------------


def steps_sheet(document: Document, labels: Labels) -> Sheet:
    """Phases and steps; what is asked in a phase and where it loops back to, where the map says so."""
    prompts = any(phase.prompt for phase in document.phases)
    loops = any(phase.loop_to for phase in document.phases)
    columns = [
        _id(),
        Column("phase", translate("Workbook", "Phase"), 36),
        Column("step", translate("Workbook", "Step"), 30),
        Column("label", translate("Workbook", "In the lists"), 26),
    ]
    if prompts:
        columns.append(Column("prompt", translate("Workbook", "Question"), 44))
    if loops:
        columns.append(Column("loop_to", translate("Workbook", "Goes back to"), 26, "phases", strict=True))
    rows: list[tuple[Value, ...]] = []
    for phase in document.phases:
        for i, step in enumerate(document.steps_by_phase[phase.id]):
            row: list[Value] = [step.id, (phase.name or None) if i == 0 else None, step.name or None]
            row.append(labels.steps[step.id])
            if prompts:
                row.append((phase.prompt or None) if i == 0 else None)
            if loops:
                row.append(_loop(phase, labels) if i == 0 else None)
            rows.append(tuple(row))
    return Sheet("steps", translate("Workbook", "Phases and steps"), tuple(columns), tuple(rows))


def _loop(phase: Phase, labels: Labels) -> str | None:
    return labels.phases.get(phase.loop_to or "")


def lanes_sheet(document: Document, labels: Labels) -> Sheet:
    """Lanes, with the questions of their own where there are any."""
    prompts = any(lane.prompt for lane in document.lanes)
    columns = [
        _id(),
        Column("name", translate("Workbook", "Lane"), 30),
        Column("kind", translate("Workbook", "Kind"), 20, "lane_kinds", strict=True),
        Column("alignment", translate("Workbook", "Cells"), 16, "alignments", strict=True),
    ]
    if prompts:
        columns.append(Column("prompt", translate("Workbook", "Question"), 44))
    rows: list[tuple[Value, ...]] = []
    for lane in document.lanes:
        kind = LANE_KINDS[lane.kind].title if lane.kind in LANE_KINDS else lane.kind
        row: list[Value] = [lane.id, labels.lanes[lane.id], kind, translate("Workbook", _ALIGNMENTS[lane.alignment])]
        if prompts:
            row.append(lane.prompt or None)
        rows.append(tuple(row))
    return Sheet("lanes", translate("Workbook", "Lanes"), tuple(columns), tuple(rows))


def personas_sheet(document: Document, *, blank: bool = False) -> Sheet:
    """Personas; who they are and what is told of them, where the map says so; not ``blank``: with their portraits."""
    actors = any(persona.actor for persona in document.personas)
    described = any(persona.description for persona in document.personas)
    columns = [
        _id(),
        Column("name", translate("Workbook", "Name"), 22),
        Column("role", translate("Workbook", "Role"), 28),
        Column("quote", translate("Workbook", "Quote"), 36),
        Column("goals", translate("Workbook", "Goals"), 36),
        Column("frustrations", translate("Workbook", "Frustrations"), 36),
    ]
    if actors:
        columns.insert(2, Column("actor", translate("Workbook", "Who"), 18, "actors", strict=True))
    if described:
        columns.append(Column("description", translate("Workbook", "Description"), 44))
    portrayed = not blank and any(persona.portrait for persona in document.personas)
    portraits = tuple(
        (persona_title(r), (document.asset_table.get(r.portrait),) if r.portrait else ()) for r in document.personas
    )
    if portrayed:
        columns.insert(1, picture_column(translate("Workbook", "Portrait"), [row for _, row in portraits]))
    titles = {choice.id: choice.title for choice in ACTORS}
    rows: list[tuple[Value, ...]] = []
    for r in document.personas:
        row: list[Value] = [r.id, r.name or None, r.role or None, r.quote or None, r.goals or None]
        row.append(r.frustrations or None)
        if actors:
            row.insert(2, titles.get(r.actor, r.actor) or None)
        if described:
            row.append(r.description or None)
        if portrayed:
            row.insert(1, None)
        rows.append(tuple(row))
    shown = portraits if portrayed else ()
    return Sheet("personas", translate("Workbook", "Personas"), tuple(columns), tuple(rows), pictures=shown)


def channels_sheet(document: Document, labels: Labels) -> Sheet:
    """Channels, with room for more."""
    columns = (
        _id(),
        Column("name", translate("Workbook", "Channel"), 26),
        Column("medium", translate("Workbook", "Medium"), 14, "media", strict=True),
    )
    rows = tuple((r.id, labels.channels[r.id], translate("Workbook", _MEDIA[r.medium])) for r in document.channels)
    return Sheet("channels", translate("Workbook", "Channels"), columns, rows, blank_rows=20)
