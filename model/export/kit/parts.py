"""The parts of the paper kit, as one table: the command line and the dialog read it.

A part whose data a map does not have is not offered; asked for by name it is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from model.document import Document
from model.export.errors import ExportError
from model.export.kit import ballots, heads, ideas, lists, notes, people, wall
from model.export.kit.sheet import Composed, Kit
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class KitPart:
    """A part of the kit.

    ``name`` and ``about`` (what it is for) are source texts of the context "Kit", ``lack`` the reason why a map has
    none, said when ``offered`` is false.  ``pages`` composes it in the language that is spoken.
    """

    id: str
    name: str
    about: str
    lack: str
    offered: Callable[[Document], bool]
    pages: Callable[[Kit], Composed]

    @property
    def title(self) -> str:
        """The part's name in the current language."""
        return translate("Kit", self.name)

    @property
    def description(self) -> str:
        """What it is for, in the current language."""
        return translate("Kit", self.about)

    @property
    def reason(self) -> str:
        """Why a map has none, in the current language."""
        return translate("Kit", self.lack)


PARTS: dict[str, KitPart] = {
    part.id: part
    for part in (
        KitPart(
            "wall",
            QT_TRANSLATE_NOOP("Kit", "Wall map"),
            QT_TRANSLATE_NOOP("Kit", "An empty map at true size, to hang and to fill with notes"),
            QT_TRANSLATE_NOOP("Kit", "This map has no phases or no lanes yet; a wall map is made of both."),
            wall.can_hang,
            wall.wall_pages,
        ),
        KitPart(
            "headers",
            QT_TRANSLATE_NOOP("Kit", "Phase headers"),
            QT_TRANSLATE_NOOP("Kit", "A card for each phase, with its question"),
            QT_TRANSLATE_NOOP("Kit", "This map has no phases yet."),
            lambda document: bool(document.phases),
            heads.phase_pages,
        ),
        KitPart(
            "lanes",
            QT_TRANSLATE_NOOP("Kit", "Lane cards"),
            QT_TRANSLATE_NOOP("Kit", "A card for each lane, with its question"),
            QT_TRANSLATE_NOOP("Kit", "This map has no lanes yet."),
            lambda document: bool(document.lanes),
            heads.lane_pages,
        ),
        KitPart(
            "personas",
            QT_TRANSLATE_NOOP("Kit", "Persona cards"),
            QT_TRANSLATE_NOOP("Kit", "Who travels: portrait, words, goals and frustrations"),
            QT_TRANSLATE_NOOP("Kit", "Nothing is said of anybody on this map yet; name a persona first."),
            lambda document: bool(people.told_personas(document.personas)),
            people.persona_pages,
        ),
        KitPart(
            "emotion",
            QT_TRANSLATE_NOOP("Kit", "Emotion strip"),
            QT_TRANSLATE_NOOP("Kit", "Faces and lines, to draw how it feels from phase to phase"),
            QT_TRANSLATE_NOOP("Kit", "This map has no emotion lane and no feelings yet."),
            lambda document: bool(document.emotion_table) or any(lane.kind == "emotion" for lane in document.lanes),
            heads.emotion_pages,
        ),
        KitPart(
            "stickies",
            QT_TRANSLATE_NOOP("Kit", "Notes to hang"),
            QT_TRANSLATE_NOOP("Kit", "Every note as a card with its number, to cut and hang"),
            QT_TRANSLATE_NOOP("Kit", "This map has no notes yet."),
            lambda document: bool(notes.printed_notes(document)),
            notes.note_pages,
        ),
        KitPart(
            "blanks",
            QT_TRANSLATE_NOOP("Kit", "Empty notes"),
            QT_TRANSLATE_NOOP("Kit", "A sheet of empty notes for each lane, to write on"),
            QT_TRANSLATE_NOOP("Kit", "No lane of this map holds notes."),
            lambda document: bool(notes.lane_items(document)),
            notes.blank_pages,
        ),
        KitPart(
            "parking",
            QT_TRANSLATE_NOOP("Kit", "Parking lot"),
            QT_TRANSLATE_NOOP("Kit", "A sheet for what matters, but not here and not now"),
            "",
            lambda _document: True,
            lists.parking_pages,
        ),
        KitPart(
            "handouts",
            QT_TRANSLATE_NOOP("Kit", "Handouts"),
            QT_TRANSLATE_NOOP("Kit", "Each phase on its own, with all its notes"),
            QT_TRANSLATE_NOOP("Kit", "No phase of this map holds a note yet."),
            lambda document: bool(lists.handed_out(document)),
            lists.handout_pages,
        ),
        KitPart(
            "pains",
            QT_TRANSLATE_NOOP("Kit", "Pain points by severity"),
            QT_TRANSLATE_NOOP("Kit", "The list to decide from, the worst first"),
            QT_TRANSLATE_NOOP("Kit", "This map has no pain points yet."),
            lambda document: bool(lists.pain_points(document)),
            lists.pain_pages,
        ),
        KitPart(
            "opportunities",
            QT_TRANSLATE_NOOP("Kit", "Opportunity cards"),
            QT_TRANSLATE_NOOP("Kit", "Half a sheet for each opportunity, to work it out"),
            QT_TRANSLATE_NOOP("Kit", "This map has no opportunities yet."),
            lambda document: bool(ideas.opportunities(document)),
            ideas.idea_pages,
        ),
        KitPart(
            "ballots",
            QT_TRANSLATE_NOOP("Kit", "Ballots"),
            QT_TRANSLATE_NOOP("Kit", "What matters most? Notes with dots to fill in, one for each who votes"),
            QT_TRANSLATE_NOOP("Kit", "There is nothing to vote on yet: two pain points, opportunities or solutions."),
            lambda document: bool(ballots.choices(document)),
            ballots.ballot_pages,
        ),
        KitPart(
            "actions",
            QT_TRANSLATE_NOOP("Kit", "Action list"),
            QT_TRANSLATE_NOOP("Kit", "Who does what before when"),
            QT_TRANSLATE_NOOP("Kit", "This map has no actions yet; give a solution its first action."),
            lists.has_actions,
            lists.action_pages,
        ),
    )
}
"""Every part by its id, in the order in which it is printed."""


def offered(document: Document) -> list[KitPart]:
    """The parts for which a map has the data."""
    return [part for part in PARTS.values() if part.offered(document)]


def chosen_parts(document: Document, wanted: Iterable[str] | None) -> list[KitPart]:
    """The parts that are asked for, in the order of the table; all that are offered where None are named.

    Raises ExportError for an unknown part, for one that the map has no data for, and where none is asked for.
    """
    if wanted is None:
        return offered(document)
    names = list(dict.fromkeys(name.strip().casefold() for name in wanted if name.strip()))
    if not names:
        raise ExportError(translate("Kit", "No part is chosen; choose one at least."))
    if "all" in names:
        return offered(document)
    for name in names:
        if name not in PARTS:
            text = translate("Kit", "There is no part “{name}”; choose some of {parts}, or all.")
            raise ExportError(text.format(name=name, parts=", ".join(PARTS)))
        if not PARTS[name].offered(document):
            text = translate("Kit", "“{part}” cannot be printed: {reason}")
            raise ExportError(text.format(part=PARTS[name].title, reason=PARTS[name].reason))
    return [part for part in PARTS.values() if part.id in names]
