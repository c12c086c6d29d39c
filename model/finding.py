"""Finding notes: by words, kind, persona, channel, department, evidence, tag, severity and place.

FI1  Every word looked for has to be in something that the note says, in any order, whatever the case and accents.
     "N28" and "28" find the note of that number as well.
FI2  Of one sort (two kinds, three channels) any will do; all sorts that are asked for have to fit.
FI3  A note fits a persona that it names.  One that names nobody fits a persona that feels something there, and one
     for whom what it hangs on does.
FI4  A note fits a channel that it names; one that hangs on touchpoints fits the channels of those.
FI5  A note of which nothing is said is an assumption (rule EV2); a kind that makes no claim has no evidence.
FI6  What is asked of a field in which a kind says nothing (the severity of a touchpoint) does not fit it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from model.document import Document, card_number
from model.fields import EVIDENCE, shown, value_of
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item, SavedFilter
from model.values import dataclass, replace

_TOLD = frozenset({"text", "line", "tags", "choice", "choices"})
"""The types of fields in which words are looked for."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What notes are looked for; empty parts ask for nothing.

    ``kinds``, ``persona_ids``, ``channel_ids``, ``departments``, ``evidence`` and ``tags`` each hold what will do;
    ``severity`` is the least of a pain point, 1..5.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    persona_ids: tuple[str, ...] = ()
    channel_ids: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    severity: int | None = None

    def __bool__(self) -> bool:
        return bool(
            self.words.strip()
            or self.kinds
            or self.persona_ids
            or self.channel_ids
            or self.departments
            or self.evidence
            or self.tags
            or self.severity
        )


_PARTS = ("words", "kinds", "persona_ids", "channel_ids", "departments", "evidence", "tags", "severity")


def wanted_by(saved: SavedFilter) -> Filter:
    """What a saved filter looks for."""
    return Filter(**{part: getattr(saved, part) for part in _PARTS})


def fields_of(wanted: Filter) -> dict[str, Any]:
    """The fields of a saved filter that looks for the same."""
    return {part: getattr(wanted, part) for part in _PARTS} | {"words": wanted.words.strip()}


def saved_as(document: Document, wanted: Filter) -> SavedFilter | None:
    """The saved filter that looks for just that, or None."""
    asked = replace(wanted, words=wanted.words.strip())
    return next((saved for saved in document.filters if asked and wanted_by(saved) == asked), None)


def folded(text: str) -> str:
    """``text`` without case and accents, for comparing: "Oriëntatie" is "orientatie"."""
    if text.isascii():  # most notes, and much faster
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def said_by(document: Document, item: Item) -> str:
    """All that a note says in words, each on a line: its text, fields, feelings, channels, personas and actions."""
    parts = [item.text]
    kind = ITEM_KINDS.get(item.kind)
    for field in kind.fields if kind is not None else ():
        if field.type in _TOLD:
            parts.append(shown(field, value_of(item, field)))
    parts += [c.name for c in document.channels if c.id in item.channel_ids]
    parts += [p.name for p in document.personas if p.id in item.persona_ids]
    for persona in document.personas:  # by the table of all feelings a map of a thousand notes would be slow to search
        feeling = document.emotions.get((item.id, persona.id))
        if feeling is not None:
            parts += [feeling.word, feeling.quote]
    for action in document.actions_of.get(item.id, ()):
        parts += [action.text, action.owner, action.department]
    return "\n".join(part for part in parts if part)


def found(document: Document, wanted: Filter) -> tuple[str, ...]:
    """The ids of the notes that fit, in map order, then inbox and parking lot."""
    return tuple(item.id for item in _everywhere(document) if fits(document, item, wanted))


def _everywhere(document: Document) -> Iterable[Item]:
    return (*document.placed, *document.inbox, *document.parking)


def fits(document: Document, item: Item, wanted: Filter) -> bool:
    """Whether a note is one of those looked for (FI1 to FI6)."""
    if wanted.kinds and item.kind not in wanted.kinds:
        return False
    if wanted.severity is not None and (_own(item, "severity") or 0) < wanted.severity:
        return False
    if wanted.evidence and _evidence(item) not in wanted.evidence:
        return False
    if wanted.tags and not {folded(tag) for tag in item.tags} & {folded(tag) for tag in wanted.tags}:
        return False
    if wanted.departments and not _departments(document, item) & {folded(name) for name in wanted.departments}:
        return False
    if wanted.channel_ids and not _channels(document, item) & set(wanted.channel_ids):
        return False
    if wanted.persona_ids and not _personas(document, item) & set(wanted.persona_ids):
        return False
    return _holds(document, item, wanted.words)


def _own(item: Item, name: str) -> Any:
    """What a note says in a field of its kind; None where its kind has no such field (FI6)."""
    kind = ITEM_KINDS.get(item.kind)
    field = next((each for each in kind.fields if each.id == name), None) if kind is not None else None
    return value_of(item, field) if field is not None else None


def _evidence(item: Item) -> str:
    kind = ITEM_KINDS.get(item.kind)
    if kind is None or not kind.claims:
        return item.evidence  # an idea needs none, but may have some (FI5)
    return item.evidence if item.evidence in {choice.id for choice in EVIDENCE} else "assumption"


def _departments(document: Document, item: Item) -> set[str]:
    named = {folded(action.department) for action in document.actions_of.get(item.id, ())}
    own = _own(item, "department")
    return (named | {folded(own)} if own else named) - {""}


def _channels(document: Document, item: Item) -> set[str]:
    ids = set(item.channel_ids)
    for host in document.targets.get(item.id, ()):
        ids.update(host.channel_ids)
    return ids


def _personas(document: Document, item: Item) -> set[str]:
    named = _own(item, "persona_ids")
    if named:
        return set(named)
    where = {item.id, *(host.id for host in document.targets.get(item.id, ()))}
    return {p.id for p in document.personas if any((host, p.id) in document.emotions for host in where)}


def _holds(document: Document, item: Item, words: str) -> bool:
    asked = folded(words).split()
    if not asked:
        return True
    number = card_number(item)
    if len(asked) == 1 and asked[0] in (number.casefold(), number[1:]):
        return True
    body = folded(said_by(document, item))
    return all(word in body for word in asked)


def meant(document: Document, words: str) -> str:
    """A word of the map that is much like one that nothing holds: "balle" -> "balie"; "" where there is none."""
    import difflib  # a miss is rare, and every start would pay for it

    asked = folded(words).split()
    known: dict[str, str] = {}
    for item in _everywhere(document):
        for word in re.findall(r"\w{3,}", said_by(document, item)):
            known.setdefault(folded(word), word)
    better = []
    for word in asked:
        if any(word in other for other in known):
            better.append(word)
            continue
        close = difflib.get_close_matches(word, known, 1, 0.7)
        if not close:
            return ""
        better.append(known[close[0]])
    said = " ".join(better)
    return "" if folded(said) == folded(words) else said


def told(document: Document, wanted: Filter) -> str:
    """The filter in words of the current language: "pain point, severity 3 or more, Henk"."""
    parts = [f"“{wanted.words.strip()}”"] if wanted.words.strip() else []
    parts += [kind.title if (kind := ITEM_KINDS.get(name)) else name for name in wanted.kinds]
    if wanted.severity is not None:
        parts.append(translate("Finding", "severity {number} or more").format(number=wanted.severity))
    people = document.persona_table
    parts += [people[i].name or translate("Finding", "somebody") for i in wanted.persona_ids if i in people]
    parts += [document.channel_table[i].name for i in wanted.channel_ids if i in document.channel_table]
    parts += [*wanted.departments, *(f"#{tag}" for tag in wanted.tags)]
    parts += [choice.title for choice in EVIDENCE if choice.id in wanted.evidence]
    return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be asked of a map: only what its notes say, and its saved filters ask for."""

    kinds: tuple[str, ...]
    persona_ids: tuple[str, ...]
    channel_ids: tuple[str, ...]
    departments: tuple[str, ...]
    evidence: tuple[str, ...]
    tags: tuple[str, ...]
    severities: tuple[int, ...]


def offered(document: Document) -> Offer:
    """What a filter of this map can ask for, in the order of the map or the alphabet: what notes say, and what the
    saved filters ask for."""
    items, saved = tuple(_everywhere(document)), document.filters
    kinds = {item.kind for item in items} | {kind for each in saved for kind in each.kinds}
    people = {e.persona_id for e in document.emotion_table.values()} | {i for item in items for i in item.persona_ids}
    people |= {i for each in saved for i in each.persona_ids}
    channels = {i for item in items for i in item.channel_ids} | {i for each in saved for i in each.channel_ids}
    departments = {str(d) for item in items if (d := _own(item, "department"))}
    departments |= {a.department for a in document.action_table.values() if a.department}
    tags = {tag for item in items for tag in item.tags} | {tag for each in saved for tag in each.tags}
    departments |= {name for each in saved for name in each.departments}
    evidence = {_evidence(item) for item in items} | {name for each in saved for name in each.evidence}
    severities = {int(s) for item in items if (s := _own(item, "severity"))}
    severities |= {each.severity for each in saved if each.severity is not None}
    known = {choice.id for choice in EVIDENCE}
    return Offer(
        tuple(kind for kind in ITEM_KINDS if kind in kinds),
        tuple(p.id for p in document.personas if p.id in people),
        tuple(c.id for c in document.channels if c.id in channels),
        tuple(_distinct(departments)),
        tuple(c.id for c in EVIDENCE if c.id in evidence) if evidence & (known - {"assumption"}) else (),
        tuple(_distinct(tags)),
        tuple(sorted(severities)),
    )


def _distinct(names: Iterable[str]) -> list[str]:
    """Each name once, whatever its case, in the order of the alphabet."""
    by_fold: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (folded(n), n)):
        by_fold.setdefault(folded(name), name)
    return list(by_fold.values())
