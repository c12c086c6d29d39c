"""Looking a map over: findings, each with its rule and its place.  docs/rules.md lists the rules.

Levels: "error" is broken, lost or cannot be printed; "warning" is most likely a slip; "info" is not finished yet.
Errors always count as problems, warnings when the check is strict, infos never.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from model.document import Document, card_number
from model.files.atomic import read_file
from model.files.native import dumps
from model.i18n import number, translate
from model.invariants import violations
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import Channel, Item, Lane, Persona, Phase, Step
from model.values import dataclass

if TYPE_CHECKING:
    from model.files.native import Loaded

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.  ``place`` says where in words; ``table``, ``id`` and ``line`` (of the file) for programs."""

    rule: str
    level: Level
    place: str
    text: str
    table: str = ""
    id: str = ""
    line: int | None = None

    @property
    def line_text(self) -> str:
        """The finding as one line of a list."""
        words = {
            "error": translate("Check", "error"),
            "warning": translate("Check", "warning"),
            "info": translate("Check", "remark"),
        }
        return f"{self.place}: {words[self.level]} {self.rule}: {self.text}"


def counts(finding: Finding, *, strict: bool = False) -> bool:
    """Whether a finding is a problem."""
    return finding.level == "error" or (strict and finding.level == "warning")


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "place": finding.place,
        "text": finding.text,
        "table": finding.table,
        "id": finding.id,
        "line": finding.line,
    }


def check_file(loaded: Loaded, *, strict: bool = False) -> list[Finding]:
    """What was found while reading a map's file, then what is found in the map.

    ``strict`` also compares the file with what saving it again would write (K2).  Raises ReadError.
    """
    levels: dict[str, Level] = {"error": "error", "warning": "error", "notice": "info"}
    found = [
        Finding("K1", levels[p.severity], p.place or _whole(), p.text, p.table, p.id, p.line)
        for p in loaded.report.problems
    ]
    if strict:
        found += _same_bytes(loaded)
    return found + check_document(loaded.document)


def _same_bytes(loaded: Loaded) -> Iterator[Finding]:
    written, _ = read_file(loaded.path)
    again = dumps(loaded.document, saved_by=loaded.report.saved_by)
    if written == again:
        return
    pairs = zip(written.split(b"\n"), again.split(b"\n"), strict=False)
    line = next((i for i, (old, new) in enumerate(pairs, 1) if old != new), 1)
    place = translate("Check", "line {line}").format(line=number(line))
    text = translate("Check", "Saving this map again would write it differently from here on.")
    yield Finding("K2", "error", place, text, line=line)


def check_document(document: Document) -> list[Finding]:
    """Everything found in a map, errors first, each level in map order."""
    found = [*_broken(document), *_unprintable(document), *_slips(document), *_unfinished(document)]
    rank = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda finding: rank[finding.level])


# -- errors -----------------------------------------------------------------------------------------------------


def _broken(document: Document) -> Iterator[Finding]:
    for violation in violations(document):
        text = translate("Check", "This breaks the rule {rule} of every map; open and save it to have it mended.")
        yield Finding(
            violation.rule,
            "error",
            place_of(document, violation.table, violation.id),
            text.format(rule=violation.rule),
            violation.table,
            violation.id,
        )


def _unprintable(document: Document) -> Iterator[Finding]:
    from model.text.fonts import missing_characters

    for table, record_id, texts in _texts(document):
        missing = list(
            dict.fromkeys(c for text in texts if text and not text.isascii() for c in missing_characters(text))
        )
        if missing:
            text = translate("Check", "No font here can print: {characters}")
            named = " ".join(f"{c} ({_code(c)})" for c in missing)
            yield Finding(
                "K3", "error", place_of(document, table, record_id), text.format(characters=named), table, record_id
            )


def _code(cluster: str) -> str:
    return " ".join(f"U+{ord(c):04X}" for c in cluster)


def _texts(document: Document) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Every text that is printed: (table, id, texts)."""
    info = document.info
    yield "map", "map", (info.title, info.subtitle, info.scope)
    for phase in document.phases:
        yield "phases", phase.id, (phase.name,)
    for step in document.steps:
        yield "steps", step.id, (step.name,)
    for lane in document.lanes:
        yield "lanes", lane.id, (lane.name,)
    for persona in document.personas:
        yield "personas", persona.id, (persona.name, persona.role, persona.quote, persona.goals, persona.frustrations)
    for channel in document.channels:
        yield "channels", channel.id, (channel.name,)
    for item in (*document.placed, *document.inbox, *document.parking):
        yield "items", item.id, (item.text,)
    for emotion in document.emotion_table.values():
        yield "emotions", emotion.id, (emotion.word, emotion.quote)


# -- warnings ---------------------------------------------------------------------------------------------------


def _slips(document: Document) -> Iterator[Finding]:
    for item in (*document.placed, *document.inbox, *document.parking):
        if not item.text.strip():
            yield _at(document, "K10", "warning", item, translate("Check", "This note is empty."))
        if item.kind not in ITEM_KINDS:
            text = translate("Check", "This version does not know the kind of note “{kind}”; it is kept as it is.")
            yield _at(document, "K12", "warning", item, text.format(kind=item.kind))
        elif item.severity is not None and not ITEM_KINDS[item.kind].severity:
            text = translate("Check", "Only pain points have a severity; the one of this note shows nowhere.")
            yield _at(document, "K13", "warning", item, text)
        if item.channel_ids and item.kind != "touchpoint":
            text = translate("Check", "Only touchpoints have channels; those of this note show nowhere.")
            yield _at(document, "K13", "warning", item, text)
    for lane in document.lanes:
        if lane.kind not in LANE_KINDS:
            text = translate("Check", "This version does not know the kind of lane “{kind}”; it is kept as it is.")
            yield _at(document, "K12", "warning", lane, text.format(kind=lane.kind))
    yield from _doubles(document, document.phases, translate("Check", "There is more than one phase “{name}”."))
    yield from _doubles(document, document.lanes, translate("Check", "There is more than one lane “{name}”."))
    yield from _doubles(document, document.personas, translate("Check", "There is more than one persona “{name}”."))
    yield from _doubles(document, document.channels, translate("Check", "There is more than one channel “{name}”."))


def _doubles(
    document: Document, records: Iterable[Phase | Lane | Persona | Channel], sentence: str
) -> Iterator[Finding]:
    """K11: a name that another record of the table has already; case and spaces make no difference."""
    seen: set[str] = set()
    for record in records:
        key = " ".join(record.name.casefold().split())
        if key and key in seen:
            yield _at(document, "K11", "warning", record, sentence.format(name=record.name.strip()))
        seen.add(key)


# -- not finished -----------------------------------------------------------------------------------------------


def _unfinished(document: Document) -> Iterator[Finding]:
    if not document.info.title.strip():
        yield Finding("K20", "info", _whole(), translate("Check", "The map has no title."), "map", "map")
    if not document.phases:
        yield Finding("K21", "info", _whole(), translate("Check", "The map has no phases."), "map", "map")
    filled = {item.step_id for item in document.touchpoints}
    for phase in document.phases:
        if not phase.name.strip():
            yield _at(document, "K22", "info", phase, translate("Check", "This phase has no name."))
        if not filled & {step.id for step in document.steps_by_phase[phase.id]}:
            yield _at(document, "K23", "info", phase, translate("Check", "This phase has no touchpoints."))
    felt = {emotion.touchpoint_id for emotion in document.emotion_table.values()}
    if document.touchpoints and not document.channels:
        yield Finding("K24", "info", _whole(), translate("Check", "The map has no channels."), "map", "map")
    for item in document.placed:
        if item.kind == "touchpoint":
            if document.channels and not item.channel_ids:
                yield _at(document, "K24", "info", item, translate("Check", "This touchpoint has no channel."))
            if item.id not in felt:
                yield _at(document, "K25", "info", item, translate("Check", "Nobody feels anything here yet."))
        elif item.kind in ITEM_KINDS and ITEM_KINDS[item.kind].attaches and not document.targets.get(item.id):
            yield _at(document, "K26", "info", item, translate("Check", "This note hangs on no touchpoint."))
        if item.kind in ITEM_KINDS and ITEM_KINDS[item.kind].severity and item.severity is None:
            yield _at(document, "K27", "info", item, translate("Check", "This pain point has no severity."))
    for persona in document.personas:
        scored = any(e.persona_id == persona.id and e.score is not None for e in document.emotion_table.values())
        if persona.name.strip() and not scored:
            yield _at(document, "K28", "info", persona, translate("Check", "This persona has no score anywhere."))
    if document.inbox:
        text = translate("Check", "%n note(s) wait for a place.", n=len(document.inbox))
        yield Finding("K29", "info", translate("Check", "inbox"), text)


# -- places -----------------------------------------------------------------------------------------------------

_TABLE_OF = {Item: "items", Phase: "phases", Lane: "lanes", Persona: "personas", Channel: "channels"}


def _at(
    document: Document, rule: str, level: Level, record: Item | Phase | Lane | Persona | Channel, text: str
) -> Finding:
    table = _TABLE_OF[type(record)]
    return Finding(rule, level, place_of(document, table, record.id), text, table, record.id)


def _whole() -> str:
    return translate("Check", "the map")


def place_of(document: Document, table: str, record_id: str) -> str:
    """Where a record stands, in words: "N28, phase 6 “Delivery”"; its table and id when it stands nowhere."""
    record = document.tables[table].get(record_id) if table in document.tables else None
    if table == "map":
        return _whole()
    if table == "items" and isinstance(record, Item):
        return f"{card_number(record)}, {_whereabouts(document, record)}"
    if table == "emotions" and record_id in document.emotion_table:
        emotion = document.emotion_table[record_id]
        if emotion.touchpoint_id in document.item_table:
            feeling = translate("Check", "feeling at {number}")
            return feeling.format(number=card_number(document.item_table[emotion.touchpoint_id]))
    words: dict[str, tuple[str, str, Sequence[Phase | Step | Lane | Persona | Channel]]] = {
        "phases": (
            translate("Check", "phase {number} “{name}”"),
            translate("Check", "phase {number}"),
            document.phases,
        ),
        "steps": (translate("Check", "step {number} “{name}”"), translate("Check", "step {number}"), document.steps),
        "lanes": (translate("Check", "lane {number} “{name}”"), translate("Check", "lane {number}"), document.lanes),
        "personas": (
            translate("Check", "persona {number} “{name}”"),
            translate("Check", "persona {number}"),
            document.personas,
        ),
        "channels": (
            translate("Check", "channel {number} “{name}”"),
            translate("Check", "channel {number}"),
            document.channels,
        ),
    }
    if table in words:
        named, plain, records = words[table]
        for index, known in enumerate(records, 1):
            if known.id == record_id:
                name = known.name.strip()
                return (named if name else plain).format(number=index, name=name)
    return f"{table} {record_id}".rstrip()


def _whereabouts(document: Document, item: Item) -> str:
    if item.place == "inbox":
        return translate("Check", "inbox")
    if item.place == "parking":
        return translate("Check", "parking lot")
    phase = document.phase_of(item)
    return place_of(document, "phases", phase.id) if phase is not None else translate("Check", "nowhere")
