"""What people call phases, lanes, kinds of notes and what is said of them, in Dutch and English, in a pasted table.

NM1  Names are compared without case, accents, spaces and signs: "Pijn-punten" is "pijnpunten".
NM2  A phase or step is known by its name, also behind a number ("2. Koop"), by a name of which one begins the other
     ("Oriëntatiefase", "Oriëntatie") where that is one phase only, and by its place ("3", "fase 3").
NM3  A lane is known by its name in the map, by the name of its kind in both languages, and by words for its cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from model.commands.places import item_kind_of
from model.document import Document
from model.fields import ITEM_FIELDS
from model.finding import folded
from model.i18n import LANGUAGES, speaking
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import Lane

EMOTION, CHANNELS = "emotion", "channels"
"""The kinds of lanes that hold no notes and are read all the same."""

_KINDS = {
    "touchpoint": "touchpoint touchpoints contactmoment contactmomenten contactpunt contactpunten moment momenten",
    "action": "action actions actie acties klantactie klantacties klanthandeling handeling handelingen doet doen does",
    "thought": "thought thoughts gedachte gedachten quote quotes citaat citaten uitspraak denkt denken says",
    "need": "need needs behoefte behoeften behoeftes wens wensen verwachting verwachtingen expectation expectations",
    "pain_point": "pain pains painpoint painpoints pijn pijnpunt pijnpunten knelpunt knelpunten frustratie frustraties "
    "frustration frustrations ergernis ergernissen irritatie irritaties probleem problemen problem problems",
    "insight": "insight insights inzicht inzichten bevinding bevindingen finding findings observatie observaties",
    "opportunity": "opportunity opportunities kans kansen verbeterkans verbeterkansen verbeterpunt verbeterpunten",
    "solution": "solution solutions oplossing oplossingen maatregel maatregelen idee ideeen idea ideas",
    "note": "note notes notitie notities opmerking opmerkingen remark remarks comment comments kaartje kaartjes",
}
_LANES = {
    EMOTION: "emotion emotions emotie emoties gevoel gevoelens feeling feelings beleving emotiecurve stemming mood",
    CHANNELS: "channel channels kanaal kanalen",
}
_ROLES = {
    "text": "text tekst note notes kaartje kaartjes card cards notitie titel title naam name item wat what",
    "kind": "type kind soort soortkaartje typekaartje notetype cardtype categorie category",
    "phase": "phase phases fase fases fasen stage stages journeyphase",
    "step": "step steps stap stappen substep deelstap",
    "lane": "lane lanes baan banen swimlane rij row laag layer",
    "persona": "persona personas personae doelgroep wie who klant customer",
    "channel": "channel channels kanaal kanalen medium",
    "feeling": "feeling feelings gevoel gevoelens emotion emotions emotie emoties score beleving mood stemming",
    "number": "nr no num number nummer id kaartnr",
    "hangs": "attachto attachedto hangsto hangsaan hangtaan hoortbij belongsto bij at target link gekoppeldaan",
}
_FIELDS = {
    "severity": "severity ernst zwaarte",
    "evidence": "evidence bewijs onderbouwing bewijskracht",
    "source": "source bron herkomst",
    "owner": "owner eigenaar verantwoordelijke responsible",
    "department": "department afdeling team",
    "tags": "tags tag label labels trefwoord trefwoorden keywords",
    "description": "description beschrijving omschrijving toelichting uitleg details detail explanation",
    "system": "system systeem systemen systems",
    "time": "time tijd wanneer when moment",
    "duration": "duration duur doorlooptijd",
    "goal": "goal doel conversiedoel",
    "cause": "cause oorzaak reason reden",
    "actors": "actors actoren actor",
}
_NUMBERED = re.compile(r"^\s*(?:(?:fase|phase|stap|step|stage)\s*)?\d{1,3}\s*[.):\-–—]?\s+(?=\D)", re.IGNORECASE)
_PLACE = re.compile(r"^\s*(?:fase|phase|stage)?\s*(\d{1,3})\s*[.)]?\s*$", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
MOST_OF_A_NAME = 200
"""Letters of a text that are compared; cells can hold whole reports."""
_LEAST_BEGINNING = 4
"""Letters by which the beginning of a name is known (NM2)."""


def key(text: str) -> str:
    """``text`` for comparing (NM1); a name of nothing but signs is compared by these."""
    plain = folded(text[:MOST_OF_A_NAME]).strip()
    return _SIGNS.sub("", plain) or plain


def _words(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


class Names:
    """The names that a document has, and those that everybody knows."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._phases: dict[str, tuple[str, ...]] = {}
        for phase in document.phases:
            steps = tuple(step.id for step in document.steps_by_phase[phase.id])
            self._phases.setdefault(key(phase.name), steps)
        self._phases.pop("", None)
        self._steps = {key(step.name): (step.id,) for step in reversed(document.steps) if key(step.name)}
        self._lanes = {key(lane.name): lane for lane in reversed(document.lanes) if key(lane.name)}
        self._kinds = _words(_KINDS)
        self._lane_kinds = _words(_LANES)
        self._roles = _words(_ROLES)
        self._fields = {word: f"field:{name}" for word, name in _words(_FIELDS).items()}
        for code in LANGUAGES:
            with speaking(code):
                for kind in ITEM_KINDS.values():
                    self._kinds |= {key(kind.title): kind.id, key(kind.plural_title): kind.id}
                for lane in LANE_KINDS.values():
                    (self._kinds if lane.item else self._lane_kinds)[key(lane.title)] = lane.item or lane.id
                for field in ITEM_FIELDS.values():
                    self._fields.setdefault(key(field.title), f"field:{field.id}")

    # -- columns of the map ------------------------------------------------------------------------------------

    def steps_of(self, name: str) -> tuple[str, ...]:
        """The steps of the phase that is meant, or the step (NM2); none where there is no such phase."""
        for wanted in (key(name), key(_NUMBERED.sub("", name))):
            found = self._phases.get(wanted) or self._steps.get(wanted)
            if found:
                return found
        place = _PLACE.match(name)
        if place is not None and 1 <= int(place[1]) <= len(self._document.phases):
            phase = self._document.phases[int(place[1]) - 1]
            return tuple(step.id for step in self._document.steps_by_phase[phase.id])
        wanted = key(_NUMBERED.sub("", name))
        if len(wanted) < _LEAST_BEGINNING:
            return ()
        near = [
            steps
            for known, steps in self._phases.items()
            if len(known) >= _LEAST_BEGINNING and (known.startswith(wanted) or wanted.startswith(known))
        ]
        return near[0] if len(near) == 1 else ()

    def names_phase(self, name: str) -> bool:
        """Whether a phase or step is called so; a bare number does not say that it means one."""
        return _PLACE.match(name) is None and bool(self.steps_of(name))

    # -- rows of the map ---------------------------------------------------------------------------------------

    def lane(self, name: str) -> Lane | None:
        """The lane of the map that is meant, by its own name or by that of its kind (NM3)."""
        wanted = key(name)
        if wanted in self._lanes:
            return self._lanes[wanted]
        kind = self.kind(name)
        if kind is not None:
            return next((lane for lane in self._document.lanes if item_kind_of(lane) == kind), None)
        return None

    def kind(self, name: str) -> str | None:
        """The kind of card that is meant."""
        return self._kinds.get(key(name))

    def said_lane(self, name: str) -> str:
        """ "emotion" or "channels" where such a lane is meant, else ""."""
        own = self._lanes.get(key(name))
        if own is not None:
            return own.kind if own.kind in (EMOTION, CHANNELS) else ""
        return self._lane_kinds.get(key(name), "")

    def names_lane(self, name: str) -> bool:
        """Whether a lane or a kind of lane is called so."""
        return bool(self.lane(name) or self.kind(name) or self.said_lane(name))

    # -- columns of a list -------------------------------------------------------------------------------------

    def roles(self, header: Iterable[str]) -> list[str]:
        """What each column of a list with one row per card says: "text", "kind", ..., "field:owner", or ""; no role
        is given twice.  Where no column is called the text, that is the one called like a kind of card, else the one
        with the description."""
        given: list[str] = []
        heads = list(header)
        for head in heads:
            role = self._roles.get(key(head)) or self._fields.get(key(head), "")
            given.append("" if role in given else role)
        if "text" not in given:
            kinds = [
                place for place, head in enumerate(heads) if self.kind(head) and given[place] in ("", "field:time")
            ]
            if len(kinds) == 1:
                given[kinds[0]] = "text"
            elif "field:description" in given:
                given[given.index("field:description")] = "text"
        return given
