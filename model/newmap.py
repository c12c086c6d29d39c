"""A new map: phases with one step each, lanes, and the one unnamed persona."""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Document
from model.ids import new_id
from model.kinds import LANE_KINDS
from model.order import spread
from model.records import Lane, Language, MapInfo, Persona, Phase, Step

USUAL_LANES = (
    "channels",
    "touchpoints",
    "thoughts",
    "emotion",
    "pain_points",
    "insights",
    "opportunities",
    "solutions",
)
"""The lanes of a new map, from top to bottom."""


def new_map(
    title: str = "",
    language: Language = "nl",
    phases: Sequence[str] = ("",),
    lanes: Sequence[str] = USUAL_LANES,
) -> Document:
    """A map with ``phases`` (names), ``lanes`` (kinds) and one unnamed persona.  KeyError for an unknown lane kind."""
    tables: dict[str, dict[str, object]] = {"map": {"map": MapInfo(title=title, language=language)}}
    rows: list[Phase | Step | Lane | Persona] = [Persona(id=new_id("persona"))]
    for name, key in zip(phases, spread(len(phases)), strict=True):
        phase = Phase(id=new_id("phase"), name=name, order=key)
        rows += [phase, Step(id=new_id("step"), phase_id=phase.id)]
    for kind, key in zip(lanes, spread(len(lanes)), strict=True):
        rows.append(Lane(id=new_id("lane"), kind=kind, alignment=LANE_KINDS[kind].alignment, order=key))
    names = {Phase: "phases", Step: "steps", Lane: "lanes", Persona: "personas"}
    for row in rows:
        tables.setdefault(names[type(row)], {})[row.id] = row
    return Document(tables)  # type: ignore[arg-type]  # rows of the right tables, built above
