"""The scribe line: where the next note goes, and what a line typed into it means.

The :class:`Aim` is what the line shows beside its field; everything here is a function of a document and an aim, so
that the line, the wall and the tests agree on every key.  What is written is in :mod:`model.commands.scribing`.

SC1  A kind chosen for one note falls back to touchpoints with the next; one chosen with a capital letter stays.
SC2  Phase, step, persona and channel stay until they are changed.  A target is for one note, a feeling for the next
     touchpoint: a note that has no feelings leaves it as it is.
SC3  A note of a kind that hangs on touchpoints hangs on the last touchpoint sent or corrected, or on the note named by
     its number; it stands with it, whatever the line's own phase is, and does not move the line.  Where there is no
     such touchpoint it stands alone in the line's step.
SC4  A note that does not hang on others, sent with a number, stands right after that note.
SC5  Words that are no command are text: nothing typed is ever swallowed.  A slash before "/" or "@" says that what
     follows is text; a note that is taken back into the line has it where its own text would be a command.
SC6  A feeling is the line's persona's.  A note that is no touchpoint names whom it concerns: a thought, a need or a
     customer action names the line's persona, other kinds nobody; a persona, or nobody, that is chosen while the
     note is written holds for this note, whatever its kind.  The map's one persona without a name is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from model.commands.places import Cell, Listing, Target, item_kind_of, lane_for
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS
from model.records import Item
from model.values import dataclass, replace

PARKED = "parked"
"""The kind of a note that goes to the parking lot: a free note, but not on the map."""

LETTERS: Mapping[str, str] = {
    "touchpoint": QT_TRANSLATE_NOOP("Scribe letter", "t"),
    "action": QT_TRANSLATE_NOOP("Scribe letter", "a"),
    "thought": QT_TRANSLATE_NOOP("Scribe letter", "q"),
    "need": QT_TRANSLATE_NOOP("Scribe letter", "d"),
    "pain_point": QT_TRANSLATE_NOOP("Scribe letter", "p"),
    "insight": QT_TRANSLATE_NOOP("Scribe letter", "i"),
    "opportunity": QT_TRANSLATE_NOOP("Scribe letter", "o"),
    "solution": QT_TRANSLATE_NOOP("Scribe letter", "s"),
    "note": QT_TRANSLATE_NOOP("Scribe letter", "n"),
    PARKED: QT_TRANSLATE_NOOP("Scribe letter", "l"),
}
"""The letter after the slash that chooses a kind, a source text of the context "Scribe letter": the letters follow
the words of the language.  Those of pain points, insights, opportunities and solutions are P, I, O and S in each: with
these keys they are hung on touchpoints on the map, and one letter must not mean two of them."""

_COMMAND = re.compile(r"/(\d{0,7})([^\W\d_])")
_NUMBER = re.compile(r"/\d{0,7}")
_NAMED = re.compile(r"@([^@\s]\S*)\s")
_ESCAPED = ("//", "/@")


@dataclass(frozen=True, slots=True)
class Aim:
    """Where the next note goes and what is said with it.

    ``kind`` is a kind of card or :data:`PARKED`, ``kept`` that it stays (SC1).  ``lane_id`` is a lane chosen among
    several of its kind, else "".  ``score`` is -2..+2 or None.  ``number`` names the card to hang on or to stand after
    (SC3, SC4), else None.  ``named`` says that ``persona_id`` or nobody was chosen for this note (SC6), None for what
    its kind does.  ``host_id`` is the last touchpoint.  ``sent`` are the notes of this sitting, newest last, also
    those that an undo took away: a redo brings them back (:func:`sent_notes`);
    ``corrects`` is the note that the line holds to be corrected, else ""; ``way_back`` is where the line was before:
    step, kind, whether that stays, lane, and feeling.  ``waits`` says that the feeling was chosen before a note that
    has none (SC2).
    """

    step_id: str
    kind: str = "touchpoint"
    kept: bool = False
    lane_id: str = ""
    persona_id: str = ""
    channel_id: str = ""
    score: int | None = None
    number: int | None = None
    named: bool | None = None
    host_id: str = ""
    sent: tuple[str, ...] = ()
    corrects: str = ""
    way_back: tuple[str, str, bool, str, int | None] | None = None
    waits: bool = False

    @property
    def item_kind(self) -> str:
        """The kind of the card that is made."""
        return "note" if self.kind == PARKED else self.kind


def letter_of(kind: str) -> str:
    """The letter that chooses ``kind`` in the current language; "" for a kind without one (of a later version)."""
    source = LETTERS.get(kind)
    return translate("Scribe letter", source) if source else ""


def kind_of_letter(letter: str) -> str | None:
    """The kind that ``letter``, small or capital, chooses in the current language; None for a letter of none."""
    return next((kind for kind in LETTERS if letter_of(kind) == letter.lower()), None)


def begin(document: Document, step_id: str = "", host_id: str = "", persona_id: str = "") -> Aim:
    """The aim of a line that is opened: at ``step_id``, else at the first step; with ``persona_id``, else the first.
    Without phases it has no step until there is one (:func:`settled`)."""
    if step_id not in document.step_table:
        step_id = document.steps[0].id if document.steps else ""
    personas = document.personas
    host = document.item_table.get(host_id)
    return Aim(
        step_id,
        persona_id=persona_id if persona_id in document.persona_table else personas[0].id if personas else "",
        host_id=host_id if host is not None and host.kind == "touchpoint" else "",
    )


def settled(document: Document, aim: Aim) -> Aim:
    """``aim`` without what is gone from the map meanwhile (an undo, another window)."""
    step_id = aim.step_id
    if step_id not in document.step_table:
        step_id = document.steps[0].id if document.steps else ""
    personas = document.persona_table
    persona_id = aim.persona_id if aim.persona_id in personas else (document.personas[0].id if personas else "")
    return replace(
        aim,
        step_id=step_id,
        persona_id=persona_id,
        named=aim.named if persona_id == aim.persona_id else None,
        channel_id=aim.channel_id if aim.channel_id in document.channel_table else "",
        lane_id=aim.lane_id if aim.lane_id in document.lane_table else "",
        corrects=aim.corrects if aim.corrects in document.item_table else "",
    )


def sent_notes(document: Document, aim: Aim) -> list[Item]:
    """The notes of this sitting that are on the map now, newest last."""
    return [document.item_table[i] for i in aim.sent if i in document.item_table]


# -- what is typed ----------------------------------------------------------------------------------------------


def taken(document: Document, aim: Aim, text: str) -> tuple[Aim, str]:
    """The aim and the text left after the command at the beginning of ``text``, if one is there (SC5).

    "/p" makes a pain point, "/22p" one that hangs on note 22; a capital letter keeps the kind.  "@anna " chooses the
    persona or channel whose name begins so.  "//" begins a text with a slash, "/@" one with that sign.  Call it after
    every key.
    """
    if text.startswith(_ESCAPED):
        return aim, text
    command = _COMMAND.match(text)
    if command is not None:
        digits, letter = command.groups()
        kind = kind_of_letter(letter)
        if kind is not None and (not digits or document.by_number(int(digits)) is not None):
            aim = replace(aim, kind=kind, kept=letter != letter.lower(), lane_id="")
            return replace(aim, number=int(digits) if digits else None), text[command.end() :]
    named = _NAMED.match(text)
    if named is not None:
        start = named.group(1).casefold()
        for of_people, records in ((True, document.personas), (False, document.channels)):
            found = next((r.id for r in records if r.name.casefold().startswith(start)), None)
            if found is not None:
                rest = text[named.end() :]
                return (with_persona(document, aim, found) if of_people else replace(aim, channel_id=found)), rest
    return aim, text


def naming(text: str) -> bool:
    """Whether ``text`` is the beginning of a command that names a note by its number ("/", "/2", "/22")."""
    return _NUMBER.fullmatch(text) is not None


def unmeant(text: str) -> tuple[str, str] | None:
    """What stands at the beginning of ``text`` like a command and chooses nothing, and the number in it that no note
    has ("" where the letter is that of no kind); None where there is nothing of that sort.  It stays text (SC5).

    Ask for a text from which :func:`taken` has taken what it knows.
    """
    command = _COMMAND.match(text)
    if command is None:
        return None
    digits, letter = command.groups()
    if kind_of_letter(letter) is None:
        return command.group(), ""
    return (command.group(), digits) if digits else None


def plain(text: str) -> str:
    """What is written on the note for a line that was sent: without the slash that says "no command" (SC5)."""
    return (text[1:] if text.startswith(_ESCAPED) else text).strip()


def as_typed(document: Document, aim: Aim, text: str) -> str:
    """What has to stand in the line for a note with ``text``: with a slash before it where its beginning, or that of
    a text that goes on from it, would be a command (SC5)."""
    is_command = taken(document, aim, f"{text} ")[1] != f"{text} "
    return f"/{text}" if is_command or text.startswith(_ESCAPED) else text


def lettered(document: Document, aim: Aim, letter: str, text: str) -> tuple[Aim, str]:
    """The aim for the kind of ``letter``, chosen by a chord with ``text`` in the line, and the text left.  A capital
    keeps the kind; where the text is the number of a note and nothing else, that is what it hangs on (SC3, SC4).
    Unchanged for a letter that chooses no kind."""
    kind = kind_of_letter(letter)
    if kind is None:
        return aim, text
    number = aim.number if kind != PARKED and ITEM_KINDS[kind].attaches else None
    if text.isascii() and text.isdigit() and len(text) <= 7 and document.by_number(int(text)) is not None:
        number, text = int(text), ""
    return replace(aim, kind=kind, kept=letter != letter.lower(), lane_id="", number=number), text


# -- chosen by a key ------------------------------------------------------------------------------------------------


def to_phase(document: Document, aim: Aim, number: int) -> Aim:
    """The first step of the phase with this place (1 is the first); unchanged where there is none."""
    if not 1 <= number <= len(document.phases):
        return aim
    steps = document.steps_by_phase[document.phases[number - 1].id]
    return replace(aim, step_id=steps[0].id) if steps else aim


def phase_on(document: Document, aim: Aim, by: int) -> Aim:
    """``by`` phases on, or back; the ends stay."""
    index = phase_index(document, aim) + by
    return to_phase(document, aim, max(1, min(len(document.phases), index + 1)))


def step_on(document: Document, aim: Aim, by: int) -> Aim:
    """``by`` steps on, or back, also into the next phase; the ends stay."""
    if not document.steps:
        return aim
    index = document.step_index.get(aim.step_id, 0) + by
    return replace(aim, step_id=document.steps[max(0, min(len(document.steps) - 1, index))].id)


def kind_on(document: Document, aim: Aim, by: int) -> Aim:
    """The next lane that holds notes, below or above; it stays chosen."""
    lanes = [lane for lane in document.lanes if item_kind_of(lane) is not None]
    if not lanes:
        return aim
    here = lane_of(document, aim)
    index = next((i for i, lane in enumerate(lanes) if here is not None and lane.id == here), -1)
    lane = lanes[max(0, min(len(lanes) - 1, index + by))]
    return replace(aim, kind=item_kind_of(lane) or "note", kept=True, lane_id=lane.id)


def persona_on(document: Document, aim: Aim, by: int) -> Aim:
    """The next persona, round; for a note that names people nobody stands between the last and the first (SC6).  From a
    note that names nobody unasked it goes on with the line's own persona, and back with the one before that."""
    ids = tuple(r.id for r in document.personas)
    if not names_people(aim):
        return replace(aim, persona_id=_next(ids, aim.persona_id, by), named=True)
    here = whom(document, aim)
    if not here and aim.named is None and aim.persona_id in ids:
        return replace(aim, persona_id=aim.persona_id if by > 0 else _next(ids, aim.persona_id, by), named=True)
    there = _next((*ids, ""), here, by)
    return with_persona(document, aim, there) if there else with_nobody(aim)


def to_persona(document: Document, aim: Aim, number: int) -> Aim:
    """The persona with this place (1 is the first); unchanged where there is none."""
    personas = document.personas
    return with_persona(document, aim, personas[number - 1].id) if 1 <= number <= len(personas) else aim


def channel_on(document: Document, aim: Aim, by: int) -> Aim:
    """The next channel, round; between the last and the first is none."""
    return replace(aim, channel_id=_next(("", *(r.id for r in document.channels)), aim.channel_id, by))


def host_on(document: Document, aim: Aim, by: int) -> Aim:
    """The touchpoint before the one that the note hangs on, or after it, in the order in which they were sent, else of
    the map."""
    known = [item.id for item in sent_notes(document, aim) if item.kind == "touchpoint"]
    known = known if len(known) > 1 else [item.id for item in document.touchpoints]
    host = host_of(document, aim)
    if not known:
        return aim
    index = known.index(host.id) if host is not None and host.id in known else len(known)
    return replace(aim, number=document.item_table[known[max(0, min(len(known) - 1, index + by))]].number)


def feel(aim: Aim, score: int | None) -> Aim:
    """With a feeling, -2..+2; the same one again takes it away, or says of this note what waited for it (SC2)."""
    return replace(aim, score=None if score == aim.score and not aim.waits else score, waits=False)


def waiting(aim: Aim, score: int | None) -> Aim:
    """With a feeling that waits for the next touchpoint; None for none (SC2)."""
    return replace(aim, score=score, waits=score is not None)


def with_kind(aim: Aim, kind: str) -> Aim:
    """For another kind of note, this once (SC1)."""
    return replace(aim, kind=kind, kept=False, lane_id="", number=None)


def with_persona(document: Document, aim: Aim, persona_id: str) -> Aim:
    """For another persona; unchanged where there is none with this id."""
    return replace(aim, persona_id=persona_id, named=True) if persona_id in document.persona_table else aim


def with_nobody(aim: Aim) -> Aim:
    """Of nobody, this note."""
    return replace(aim, named=False)


def names_people(aim: Aim) -> bool:
    """Whether the next note can name whom it concerns."""
    kind = ITEM_KINDS.get(aim.item_kind)
    return kind is not None and "persona_ids" in kind.own


def whom(document: Document, aim: Aim) -> str:
    """The persona whom the next note concerns, or whose feeling is said; "" for nobody (SC6)."""
    if not names_people(aim):
        return aim.persona_id
    if aim.named is not None:
        return aim.persona_id if aim.named else ""
    if aim.corrects:
        return next((i for i in document.item_table[aim.corrects].persona_ids if i in document.persona_table), "")
    kind = ITEM_KINDS[aim.item_kind]
    persona = document.persona_table.get(aim.persona_id)
    if kind.attaches or not kind.claims or persona is None:
        return ""
    return persona.id if persona.name or len(document.personas) > 1 else ""


def with_channel(aim: Aim, channel_id: str) -> Aim:
    """On another channel; "" for none."""
    return replace(aim, channel_id=channel_id)


def moved(aim: Aim, step_id: str, host_id: str) -> Aim:
    """At another place of the map, chosen there: the touchpoint ``host_id`` is the last one, if it is one."""
    return replace(aim, step_id=step_id, host_id=host_id or aim.host_id)


def _next(ids: tuple[str, ...], here: str, by: int) -> str:
    if not ids:
        return ""
    return ids[(ids.index(here) + by) % len(ids)] if here in ids else ids[0]


# -- where it goes ---------------------------------------------------------------------------------------------------


def phase_index(document: Document, aim: Aim) -> int:
    """The place of the line's phase, 0 is the first."""
    step = document.step_table.get(aim.step_id)
    return next((i for i, phase in enumerate(document.phases) if step is not None and phase.id == step.phase_id), 0)


def lane_of(document: Document, aim: Aim) -> str | None:
    """The lane in which the next note stands; None where the map has none of its kind yet."""
    chosen = document.lane_table.get(aim.lane_id)
    if chosen is not None and item_kind_of(chosen) == aim.item_kind:
        return chosen.id
    lane = lane_for(document, aim.item_kind)
    return None if lane is None else lane.id


def host_of(document: Document, aim: Aim) -> Item | None:
    """The card that the next note hangs on (SC3), or after which it stands (SC4); of a note that is corrected what it
    hangs on, until another one is named."""
    kind = ITEM_KINDS.get(aim.item_kind)
    if aim.number is not None:
        named = document.by_number(aim.number)
        if named is not None and kind is not None and kind.attaches:
            return named if named.kind == "touchpoint" else next(iter(document.targets.get(named.id, ())), None)
        return named
    if kind is None or not kind.attaches:
        return None
    if aim.corrects:  # it hangs there already, or nowhere
        return next(iter(document.targets.get(aim.corrects, ())), None)
    known = document.item_table.get(aim.host_id)
    if known is not None and known.kind == "touchpoint":
        return known
    return next((item for item in reversed(sent_notes(document, aim)) if item.kind == "touchpoint"), None)


def destination(document: Document, aim: Aim) -> Target | None:
    """Where the next note lands; None when its lane is made with it, or there is no phase."""
    if aim.kind == PARKED:
        return Listing("parking")
    host = host_of(document, aim)
    lane = lane_of(document, aim)
    if host is not None and host.place != "map":
        return Listing(host.place)
    step_id = aim.step_id if host is None else (host.step_id or "")
    if lane is None or step_id not in document.step_table:
        return None
    attaches = ITEM_KINDS[aim.item_kind].attaches
    if host is None or attaches or host.lane_id != lane:
        return Cell(lane, step_id)
    cell = document.cell(lane, step_id)
    after = next(i for i, item in enumerate(cell) if item.id == host.id) + 1
    return Cell(lane, step_id, cell[after].id if after < len(cell) else None)


def shown_step(document: Document, aim: Aim) -> str:
    """The step that has to be in sight."""
    place = destination(document, aim)
    if isinstance(place, Cell):
        return place.step_id
    host = host_of(document, aim)
    return host.step_id or aim.step_id if host is not None else aim.step_id


# -- notes sent before -----------------------------------------------------------------------------------------------


def recalled(document: Document, aim: Aim, item_id: str) -> Aim:
    """The aim that holds the note ``item_id`` to be corrected."""
    sent = [item.id for item in sent_notes(document, aim)]
    if item_id not in sent:
        return aim
    return recall(document, released(aim), sent.index(item_id) - len(sent))[0]


def recall(document: Document, aim: Aim, by: int = -1) -> tuple[Aim, str]:
    """Take the note sent last into the line to correct it, or the one before (-1) or after (+1) the one that is held;
    its text comes along.  Going on past the newest lets go of it.  Unchanged where nothing was sent, or none after the
    one that is being written."""
    sent = [item.id for item in sent_notes(document, aim)]
    if not sent or (by > 0 and not aim.corrects):
        return aim, ""
    index = (sent.index(aim.corrects) if aim.corrects in sent else len(sent)) + by
    if index >= len(sent):
        return released(aim), ""
    item = document.item_table[sent[max(0, index)]]
    held = replace(
        aim,
        corrects=item.id,
        way_back=aim.way_back if aim.corrects else (aim.step_id, aim.kind, aim.kept, aim.lane_id, aim.score),
        kind=_line_kind(item),
        kept=False,
        lane_id=item.lane_id or "",
        step_id=item.step_id or aim.step_id,
        number=None,
        named=None,
        score=None,
        waits=False,
    )
    return held, item.text


def _line_kind(item: Item) -> str:
    """The kind that the line says of a note."""
    return PARKED if item.place == "parking" else item.kind


def stood(aim: Aim, item: Item) -> str:
    """The step of the line while it corrects ``item`` and no other one is chosen: that of the note, else its own."""
    return item.step_id or (aim.way_back[0] if aim.way_back is not None else aim.step_id)


def followed(aim: Aim, old: Item, new: Item) -> Aim:
    """The aim that corrects a note which the map made ``new`` of ``old`` meanwhile: what the line said of the note is
    said of it as it is now, and what was chosen for it since stays chosen."""
    return replace(
        aim,
        step_id=stood(aim, new) if aim.step_id == stood(aim, old) else aim.step_id,
        kind=_line_kind(new) if aim.kind == _line_kind(old) else aim.kind,
        lane_id=(new.lane_id or "") if aim.lane_id == (old.lane_id or "") else aim.lane_id,
    )


def released(aim: Aim) -> Aim:
    """The aim when the note that is corrected is let go: the line is where it was before."""
    step_id, kind, kept, lane_id, score = aim.way_back or (aim.step_id, "touchpoint", False, "", None)
    return replace(
        waiting(aim, score),
        step_id=step_id,
        kind=kind,
        kept=kept,
        lane_id=lane_id,
        corrects="",
        way_back=None,
        number=None,
        named=None,
    )
