"""Lists of notes as they are spoken in a workshop, made by chance: the same seed gives the same list.

The form is that of the list in the corpus.  A room says how a workshop goes: how often the talk jumps to another phase,
how often another persona's turn comes, what kinds of notes there are and how far back they belong.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scribe_typist import Note

_DUTCH = (
    "Belt de winkel over de levertijd",
    "Zoekt 's avonds op de tablet",
    "Krijgt geen bevestiging",
    "Wacht twintig minuten aan de balie",
    "Monteur komt op tijd",
    "Formulier vraagt alles dubbel",
    "Één adres voor alle vragen",
    "Leest reviews; vertrouwt ze niet",
)
_ENGLISH = (
    "Calls the desk about the delay",
    "Compares prices on the phone",
    "No one knows the order number",
    "Asks a neighbour who has one",
    "The form wants everything twice",
    "Waits outside in the rain",
    "One place to ask",
    "Reads reviews; trusts none",
)
AWKWARD = (
    "/pauze is te kort",
    "/p",
    "//dubbel",
    "/22p staat op het bord",
    "@ria zegt: mooi",
    "@Bart",
    "/@home",
    "- streepje vooraan",
    "+1 voor dit idee",
    "#zomer in de etalage",
    "22",
    "3 dagen wachten",
    "50/50 kans",
    "1/2 uur",
    '"Doe gewoon die witte"',
    "\u2018Tja\u2019, zegt ze",
    "Blij \U0001f600 en weg",
    "Prijs; korting; levertijd",
    "=2+2",
    "{name} en %n",
    "<b>vet</b> & schuin",
    "!",
    "\u00e9\u00e9n vraag",
)
"""Texts that begin as the keys of the line do, or that hold what other programs trip over."""


@dataclass(frozen=True)
class Room:
    """How a workshop goes; shares are of 1.

    ``far`` of the attached notes belong to a touchpoint 2 to 10 notes back, ``very_far`` to any earlier one.
    ``felt`` of the touchpoints have a feeling, ``named`` of the attached notes say whom they concern.
    """

    phases: tuple[str, ...]
    personas: tuple[str, ...] = ("Ria", "Bart")
    language: str = "nl"
    jumps: float = 0.2
    switches: float = 0.4
    touchpoints: float = 0.5
    thoughts: float = 0.1
    needs: float = 0.03
    parked: float = 0.02
    far: float = 0.35
    very_far: float = 0.08
    felt: float = 0.97
    named: float = 0.0
    awkward: float = 0.05
    long: float = 0.02
    chained: float = 0.1
    hanging: Sequence[str] = field(default=("pain_point", "pain_point", "insight", "opportunity", "solution"))


def spoken(room: Room, seed: int, size: int = 100) -> list[Note]:
    """A list of ``size`` notes."""
    chance = random.Random(seed)
    notes: list[Note] = []
    phase, persona = 0, room.personas[0] if room.personas else ""
    for number in range(1, size + 1):
        if notes and chance.random() < room.jumps:
            phase = _next_phase(chance, phase, len(room.phases))
        if len(room.personas) > 1 and chance.random() < room.switches:
            persona = chance.choice([name for name in room.personas if name != persona])
        notes.append(_note(room, chance, notes, str(number), room.phases[phase], persona))
    return notes


def _next_phase(chance: random.Random, here: int, count: int) -> int:
    """Mostly on to the next one, else to any other."""
    if here + 1 < count and chance.random() < 0.6:
        return here + 1
    return chance.choice([place for place in range(count) if place != here] or [here])


def _note(room: Room, chance: random.Random, before: Sequence[Note], number: str, phase: str, persona: str) -> Note:
    text = _text(room, chance, number)
    said = chance.random()
    if said < room.parked:
        return Note(number, text, "note")
    said -= room.parked
    if said < room.thoughts:
        return Note(number, text, "thought", phase, persona)
    said -= room.thoughts
    if said < room.needs:
        return Note(number, text, chance.choice(("need", "action")), phase, persona)
    said -= room.needs
    touchpoints = [note for note in before if note.kind == "touchpoint"]
    if said < room.touchpoints or not touchpoints:
        felt = chance.choice((-2, -1, -1, 0, 1, 1, 2)) if persona and chance.random() < room.felt else None
        return Note(number, text, "touchpoint", phase, persona if felt is not None else "", felt)
    host = _host(room, chance, touchpoints)
    hanging = [note for note in before if note.attached == host.number]
    at = chance.choice(hanging) if hanging and chance.random() < room.chained else host
    whom = persona if chance.random() < room.named else ""
    return Note(number, text, chance.choice(room.hanging), host.phase, whom, attached=at.number)


def _host(room: Room, chance: random.Random, touchpoints: Sequence[Note]) -> Note:
    said = chance.random()
    if said < room.very_far:
        return chance.choice(touchpoints)
    if said < room.very_far + room.far:
        return chance.choice(touchpoints[-6:])
    return touchpoints[-1]


def _text(room: Room, chance: random.Random, number: str) -> str:
    said = chance.random()
    if said < room.awkward:
        return chance.choice(AWKWARD)  # the same one twice, too
    words = chance.choice(_DUTCH if room.language == "nl" else _ENGLISH)
    if said < room.awkward + room.long:
        return " ".join([words] * 12)
    return words if chance.random() < 0.1 else f"{words} {number}"


KITCHEN = (
    "Latente en concrete behoefte",
    "Oriëntatiefase",
    "Overweging tot aankoop-fase",
    "Beslismoment",
    "Aankoop",
    "Levering",
    "Gebruik",
    "Nazorg",
)
TRAVEL = ("Plan", "Prepare", "Pack", "Park", "Pass", "Plane", "Pick up", "Place", "Party", "Pack again", "Post", "Pay")
"""Twelve phases with the same first letter, which no template has."""

ROOMS: dict[str, Room] = {
    "as-the-example": Room(KITCHEN),
    "restless": Room(KITCHEN, jumps=0.35, switches=0.6, far=0.4, very_far=0.12, awkward=0.1),
    "five-personas": Room(
        KITCHEN, ("Anna", "Anneke", "Ahmed", "Bert", "Ananda"), switches=0.45, far=0.35, named=0.15, chained=0.2
    ),
    "twelve-phases": Room(TRAVEL, ("Sam", "Sue", "Sid"), "en", jumps=0.3, switches=0.5, named=0.1),
    "thoughtful": Room(KITCHEN, ("Ria", "Bart", "Cor"), touchpoints=0.3, thoughts=0.3, needs=0.1, switches=0.5),
    "late-answers": Room(KITCHEN, touchpoints=0.4, far=0.5, very_far=0.3, chained=0.3),
    "one-persona": Room(KITCHEN[:5], ("Ria",), jumps=0.25),
}
"""Workshops of every kind."""


def write_notes(path: Path, notes: Sequence[Note]) -> None:
    """Write a list in the form of the one in the corpus."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(("nr", "text", "type", "phase", "persona", "emotion", "attach_to"))
        for note in notes:
            felt = "" if note.emotion is None else note.emotion
            writer.writerow((note.number, note.text, note.kind, note.phase, note.persona, felt, note.attached))
