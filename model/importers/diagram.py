"""A journey diagram taken apart, before it becomes a map: what any list of sections, tasks, scores and people gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.document import Document
from model.ids import new_id
from model.kinds import LANE_KINDS
from model.mermaidtext import NEUTRAL
from model.newmap import USUAL_LANES
from model.order import spread
from model.records import Emotion, Item, Lane, Language, MapInfo, Persona, Phase, Record, Step


@dataclass(slots=True)
class Task:
    """``scores``: person ("" for nobody named) -> 1..5, or None where the feeling is open."""

    name: str
    scores: dict[str, int | None] = field(default_factory=dict)


@dataclass(slots=True)
class Section:
    """Tasks under one heading; ``name`` may be empty."""

    name: str
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Diagram:
    """A whole diagram; ``notes`` are lines that found no place."""

    title: str = ""
    subtitle: str = ""
    scope: str = ""
    sections: list[Section] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def add_person(self, name: str) -> None:
        """Somebody appears, in the order of the first time."""
        if name not in self._known:
            self._known.add(name)
            self.people.append(name)

    @property
    def size(self) -> int:
        """How many records its map will have, lanes and the like apart."""
        tasks = [task for section in self.sections for task in section.tasks]
        scores = sum(len(task.scores) for task in tasks)
        return 2 * len(self.sections) + len(tasks) + scores + len(self.people) + len(self.notes) + len(USUAL_LANES)


def to_document(diagram: Diagram, language: Language) -> Document:
    """The map of a diagram: a phase of one step for each section, a touchpoint for each task (in one cell, stacked)."""
    tables: dict[str, list[Record]] = {
        "phases": [],
        "steps": [],
        "lanes": [],
        "personas": [],
        "items": [],
        "emotions": [],
    }
    for kind, key in zip(USUAL_LANES, spread(len(USUAL_LANES)), strict=True):
        tables["lanes"].append(Lane(id=new_id("lane"), kind=kind, alignment=LANE_KINDS[kind].alignment, order=key))
    lane_id = next(lane.id for lane in tables["lanes"] if isinstance(lane, Lane) and lane.kind == "touchpoints")
    people = diagram.people or [""]
    personas = {
        name: Persona(id=new_id("persona"), name=name, order=key)
        for name, key in zip(people, spread(len(people)), strict=True)
    }
    tables["personas"] += personas.values()
    number = 0
    for section, phase_key in zip(diagram.sections, spread(len(diagram.sections)), strict=True):
        phase = Phase(id=new_id("phase"), name=section.name, order=phase_key)
        step = Step(id=new_id("step"), phase_id=phase.id)
        tables["phases"].append(phase)
        tables["steps"].append(step)
        for task, key in zip(section.tasks, spread(len(section.tasks)), strict=True):
            number += 1
            item = Item(
                id=new_id("item"),
                kind="touchpoint",
                number=number,
                text=task.name,
                place="map",
                lane_id=lane_id,
                step_id=step.id,
                order=key,
            )
            tables["items"].append(item)
            tables["emotions"] += [
                Emotion(
                    id=new_id("emotion"), touchpoint_id=item.id, persona_id=personas[person].id, score=score - NEUTRAL
                )
                for person, score in task.scores.items()
                if score is not None
            ]
    for text, key in zip(diagram.notes, spread(len(diagram.notes)), strict=True):
        number += 1
        tables["items"].append(Item(id=new_id("item"), kind="note", number=number, text=text, order=key))
    info = MapInfo(
        title=diagram.title or diagram.subtitle,
        subtitle=diagram.subtitle if diagram.title and diagram.subtitle != diagram.title else "",
        scope=diagram.scope,
        language=language,
        next_number=number + 1,
    )
    return Document({"map": {"map": info}, **{name: {row.id: row for row in rows} for name, rows in tables.items()}})
