"""Writing a map as a Mermaid ``journey`` diagram, with a list of what the grammar cannot hold.

ME1  A phase becomes a section, a touchpoint a task, a feeling its score plus 3, a named persona an actor.
ME2  Every text is escaped for its field, so that Mermaid and our importer read back what stands on the card.
ME3  What Mermaid cannot say but a comment can is written as ``%% journeywall ...``: the order of the personas, that a
     task repeats the one before it because the personas feel differently, that a task's neutral face means no feeling.
     Importing an export therefore gives the same phases, touchpoints, scores and named personas.
ME4  Title, subtitle and scope become ``title``, ``accTitle`` and ``accDescr``.
ME5  All else is counted, by kind, in the list of what was left out; nothing is left out in silence.
"""

from __future__ import annotations

import re

from model.document import Document
from model.fields import ITEM_FIELDS, says
from model.i18n import speaking, translate
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.mermaidtext import BLANK, MARK, NEUTRAL, escape, escape_card, escape_name
from model.plaintext import clean_text
from model.records import Item, Persona

_SPACES = re.compile(r"\s+")


def mermaid_text(document: Document) -> tuple[str, list[str]]:
    """The diagram of a map, and a sentence for each sort of thing that it cannot hold."""
    names = actor_names(document)
    lines = ["journey"]
    info = document.info
    if info.title.strip():
        lines.append(f"    title {escape_name(info.title)}")
    if info.subtitle.strip():
        lines.append(f"    accTitle: {escape_name(info.subtitle, '')}")
    if info.scope.strip():
        lines += _description(info.scope)
    body, order = _sections(document, names)
    wanted = [names[p.id] for p in document.personas if names[p.id] or p.id in _feeling(document)]
    if wanted != order:
        lines += [f"    %% {MARK} persona {name}".rstrip() for name in wanted]
    return "\n".join([*lines, *body]) + "\n", left_out(document)


def actor_names(document: Document) -> dict[str, str]:
    """Persona id -> how the diagram calls it, escaped: the first unnamed one is nobody (""), doubles get a number."""
    with speaking(document.info.language):
        unnamed = translate("Export", "Persona")
    found: dict[str, str] = {}
    nobody = False
    for persona in document.personas:
        plain = _SPACES.sub(" ", clean_text(persona.name)).strip()
        if not plain and not nobody:
            nobody = True
            found[persona.id] = ""
            continue
        name = base = escape_name(plain or unnamed, ":,")
        count = 2
        while name in found.values():
            name = f"{base} ({count})"
            count += 1
        found[persona.id] = name
    return found


def _description(scope: str) -> list[str]:
    lines = [escape(line.strip(), "{}") for line in clean_text(scope).strip().split("\n")]
    if len(lines) == 1:
        return [f"    accDescr: {lines[0]}"]
    return ["    accDescr {", *(f"        {line}" for line in lines), "    }"]


def _sections(document: Document, names: dict[str, str]) -> tuple[list[str], list[str]]:
    """The lines of all sections, and the personas in the order in which a reader would meet them."""
    tasks: dict[str, list[Item]] = {phase.id: [] for phase in document.phases}
    for item in document.touchpoints:
        phase = document.phase_of(item)
        if phase is not None:
            tasks[phase.id].append(item)
    lines: list[str] = []
    met: dict[str, None] = {}
    for index, phase in enumerate(document.phases):
        name = escape_name(phase.name)
        # Tasks before any section are what a phase without a name is; an empty one would be lost that way.
        if not (index == 0 and name == BLANK and tasks[phase.id]):
            lines.append(f"    section {name}")
        for item in tasks[phase.id]:
            lines += _task(document, item, names, met)
    return lines, list(met)


def _task(document: Document, item: Item, names: dict[str, str], met: dict[str, None]) -> list[str]:
    """A touchpoint's task, repeated for each further score; personas that are met are added to ``met``."""
    groups: dict[tuple[int, bool], list[str]] = {}
    for persona in document.personas:
        emotion = document.emotions.get((item.id, persona.id))
        if emotion is not None and emotion.score is not None:
            name = names[persona.id]
            groups.setdefault((emotion.score + NEUTRAL, not name), []).append(name)
    text = escape_card(item.text)
    if not groups:
        return [f"      %% {MARK} unscored", f"      {text}: {NEUTRAL}"]
    lines: list[str] = []
    for (score, nobody), actors in groups.items():
        met.update(dict.fromkeys(actors))
        if lines:
            lines.append(f"      %% {MARK} same")
        lines.append(f"      {text}: {score}" + ("" if nobody else f": {', '.join(actors)}"))
    return lines


def _feeling(document: Document) -> set[str]:
    """The personas that have a score at a touchpoint of the map."""
    placed = {item.id for item in document.touchpoints}
    return {
        emotion.persona_id
        for emotion in document.emotion_table.values()
        if emotion.score is not None and emotion.touchpoint_id in placed
    }


def left_out(document: Document) -> list[str]:
    """What a Mermaid diagram cannot hold of this map (ME5), one sentence for each sort."""
    found: list[str] = []

    def tell(count: int, sentence: str) -> None:
        if count:
            found.append(sentence)

    items = document.item_table.values()
    placed = [item for item in items if item.place == "map"]
    for kind, known in ITEM_KINDS.items():
        count = sum(item.kind == kind for item in placed)
        if count and kind != "touchpoint":
            name = known.plural_title if count != 1 else known.title
            text = translate("Export", "Left out: {count} of the kind “{kind}”.")
            found.append(text.format(count=count, kind=name))
    n = sum(item.kind not in ITEM_KINDS for item in placed)
    tell(n, translate("Export", "Left out: %n note(s) of a kind that this version does not know.", n=n))
    n = sum(item.place != "map" for item in items)
    tell(n, translate("Export", "Left out: %n note(s) of the inbox and the parking lot.", n=n))
    n = sum(link.kind == "attach" for link in document.link_table.values())
    tell(n, translate("Export", "Left out: %n attachment(s) of a note to a touchpoint.", n=n))
    found += _links(document)
    tell(len(document.action_table), translate("Export", "Left out: %n action(s).", n=len(document.action_table)))
    found += _fields(document)
    n = len({channel for item in document.touchpoints for channel in item.channel_ids})
    tell(n, translate("Export", "Left out: %n channel(s) of the touchpoints.", n=n))
    n = sum(bool(step.name.strip()) for step in document.steps)
    tell(n, translate("Export", "Left out: the name(s) of %n step(s).", n=n))
    n = sum(len(own) - 1 for own in document.steps_by_phase.values() if len(own) > 1)
    tell(n, translate("Export", "Left out: %n division(s) of a phase into steps.", n=n))
    n = sum(bool(lane.name.strip()) for lane in document.lanes)
    tell(n, translate("Export", "Left out: the name(s) of %n lane(s).", n=n))
    colors = [*(r.color for r in document.phases), *(r.color for r in document.steps)]
    colors += [*(r.color for r in document.lanes), *(r.color for r in document.personas)]
    n = sum(color is not None for color in colors)
    tell(n, translate("Export", "Left out: the own colour(s) of %n phase(s), step(s), lane(s) or persona(s).", n=n))
    n = sum(bool(phase.prompt) for phase in document.phases) + sum(bool(lane.prompt) for lane in document.lanes)
    tell(n, translate("Export", "Left out: the question(s) of %n phase(s) or lane(s).", n=n))
    n = sum(phase.loop_to is not None for phase in document.phases)
    tell(n, translate("Export", "Left out: %n loop(s) from a phase back to another.", n=n))
    n = sum(emotion.aimed is not None for emotion in document.emotion_table.values())
    tell(n, translate("Export", "Left out: %n feeling(s) aimed for.", n=n))
    dressed = bool(document.info.logo or document.info.accent)
    tell(dressed, translate("Export", "Left out: the logo and the accent colour of the map."))
    tell(bool(document.info.emotion_words), translate("Export", "Left out: the map’s own list of words for feelings."))
    n = sum(bool(emotion.word or emotion.quote) for emotion in document.emotion_table.values())
    tell(n, translate("Export", "Left out: the word(s) or quote(s) of %n feeling(s).", n=n))
    n = _repeated(document)
    tell(
        n,
        translate("Export", "%n task(s) stand there once for each score, because the personas feel differently.", n=n),
    )
    scored = _scored(document)
    n = sum(item.id not in scored for item in document.touchpoints)
    tell(n, translate("Export", "%n touchpoint(s) without a feeling show a neutral face in Mermaid.", n=n))
    feeling = _feeling(document)
    n = sum(bool(persona.name.strip()) and persona.id not in feeling for persona in document.personas)
    tell(n, translate("Export", "%n persona(s) without a feeling do not show in Mermaid.", n=n))
    n = sum(_described(persona) for persona in document.personas)
    tell(n, translate("Export", "Left out: the description(s) of %n persona(s).", n=n))
    n = _doubles(document)
    tell(n, translate("Export", "%n persona(s) got a number, because Mermaid knows people by their name only.", n=n))
    return found


def _links(document: Document) -> list[str]:
    """Links beside attachments, counted by kind; those of a newer version by their own id."""
    counts: dict[str, int] = {}
    for link in document.link_table.values():
        if link.kind != "attach":
            counts[link.kind] = counts.get(link.kind, 0) + 1
    order = [kind for kind in LINK_KINDS if kind in counts] + sorted(counts.keys() - LINK_KINDS.keys())
    names = {kind: LINK_KINDS[kind].title if kind in LINK_KINDS else kind for kind in order}
    text = translate("Export", "Left out: {count} of the links “{kind}”.")
    return [text.format(count=counts[kind], kind=names[kind]) for kind in order]


def _fields(document: Document) -> list[str]:
    """What touchpoints say besides their text, feelings and channels, counted by field."""
    found = []
    for field in ITEM_FIELDS.values():
        count = sum(says(item, field) for item in document.touchpoints)
        if count and field.type != "channels":
            text = translate("Export", "Left out: “{field}” of %n touchpoint(s).", n=count)
            found.append(text.format(field=field.title))
    return found


def _scored(document: Document) -> set[str]:
    return {emotion.touchpoint_id for emotion in document.emotion_table.values() if emotion.score is not None}


def _repeated(document: Document) -> int:
    scores: dict[str, set[int]] = {item.id: set() for item in document.touchpoints}
    for emotion in document.emotion_table.values():
        if emotion.score is not None and emotion.touchpoint_id in scores:
            scores[emotion.touchpoint_id].add(emotion.score)
    return sum(len(found) > 1 for found in scores.values())


def _described(persona: Persona) -> bool:
    said = (persona.role, persona.quote, persona.goals, persona.frustrations, persona.actor, persona.description)
    return any(said) or persona.portrait is not None


def _doubles(document: Document) -> int:
    names = actor_names(document)
    return sum(
        names[persona.id] != "" and names[persona.id] != escape_name(persona.name, ":,")
        for persona in document.personas
    )
