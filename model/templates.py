"""What a new map may start from: the journey models, and the example that a newcomer sees first.

A model is a JSON file in resources/templates: texts in every language, phases with the question to ask the room, lanes,
channels.  The examples are whole maps in our own format.  A user's own templates are in :mod:`model.owntemplates`.
Listing needs no records: the start screen and the command line ask for it early.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from model.i18n import LANGUAGES, language, translate
from model.values import dataclass
from resources import resource_path

if TYPE_CHECKING:
    from model.document import Document
    from model.records import Language

DEFAULT = "empty"
"""The template of a map for which none was named."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template in one language: what the chooser shows of it.

    ``description`` is one line on what it is, ``when`` one on when to take it, ``source`` who it is from.  ``prompts``
    are the questions of the phases and ``steps`` their numbers of steps; ``loops`` lead from a phase back to another,
    by place from 0.  ``lanes`` are kinds of lanes, ``channels`` names, ``audience`` of "b2c" and "b2b".  ``figure`` is
    how its picture is drawn ("" for a row of phases with the lanes ``drawn`` under it).  One of the user's own has a
    ``path``, and a language of its own.
    """

    id: str
    name: str
    description: str
    phases: tuple[str, ...]
    when: str = ""
    source: str = ""
    prompts: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    loops: tuple[tuple[int, int], ...] = ()
    lanes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    figure: str = ""
    drawn: tuple[str, ...] = ()
    language: str = ""
    path: str = ""

    @property
    def own(self) -> bool:
        """Whether it is one of the user's own."""
        return bool(self.path)


class UnknownTemplate(ValueError):
    """There is no such template; ``str()`` is the sentence for the user."""


@cache
def _all() -> tuple[dict[str, Any], ...]:
    """The template files' contents, in the order of the chooser."""
    folder = resource_path("templates")
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return tuple(sorted(rows, key=lambda row: (row["rank"], row["id"])))


def list_templates(lang: Language) -> list[Template]:
    """The built-in templates, in the order of the chooser, with their texts in ``lang``."""
    return [_in_language(row, lang) for row in _all()]


def _in_language(row: dict[str, Any], lang: Language) -> Template:
    phases = row["phases"]
    return Template(
        row["id"],
        row["name"][lang],
        row["description"][lang],
        tuple(phase["name"][lang] for phase in phases),
        when=row["when"][lang],
        source=row.get("source", {}).get(lang, ""),
        prompts=tuple(phase.get("prompt", {}).get(lang, "") for phase in phases),
        steps=(1,) * len(phases),
        loops=tuple((place, phase["loop_to"]) for place, phase in enumerate(phases) if "loop_to" in phase),
        lanes=tuple(_kind(lane) for lane in row["lanes"]),
        channels=tuple(channel["name"][lang] for channel in row["channels"]),
        audience=tuple(row["audience"]),
        figure=row.get("figure", ""),
        drawn=tuple(row.get("drawn", ())),
        language=lang,
    )


def _kind(lane: str | dict[str, Any]) -> str:
    """The kind of a lane: a word, or an entry with what the model says of its own."""
    return lane if isinstance(lane, str) else cast("str", lane["kind"])


def audience_text(template: Template) -> str:
    """Whom a template is for, in the current language; "" where it does not say."""
    if set(template.audience) >= {"b2c", "b2b"}:
        return translate("Templates", "Consumers and B2B")
    if "b2b" in template.audience:
        return translate("Templates", "B2B")
    return translate("Templates", "Consumers") if "b2c" in template.audience else ""


def as_json(template: Template) -> dict[str, Any]:
    """A template as plain values, for other programs."""
    said: dict[str, Any] = {"id": template.id, "name": template.name, "description": template.description}
    said |= {"when": template.when, "source": template.source, "audience": template.audience, "own": template.own}
    said |= {"language": template.language, "phases": template.phases, "prompts": template.prompts}
    loops = [{"from": source, "to": target} for source, target in template.loops]
    said |= {"loops": loops, "lanes": template.lanes, "channels": template.channels}
    return said | ({"path": template.path} if template.own else {})


def make_from_template(template_id: str, lang: Language, title: str = "") -> Document:
    """A new map in ``lang`` from a built-in template.  Raises UnknownTemplate."""
    from model.ids import new_id
    from model.newmap import new_map
    from model.order import spread
    from model.records import Channel, Record

    row = next((row for row in _all() if row["id"] == template_id), None)
    if row is None:
        raise unknown_template(template_id, [known["id"] for known in _all()])
    document = new_map(title, lang, [p["name"][lang] for p in row["phases"]], [_kind(lane) for lane in row["lanes"]])
    changes: list[tuple[str, str, Record | None]] = []
    for phase, said in zip(document.phases, row["phases"], strict=True):
        loop = document.phases[said["loop_to"]].id if "loop_to" in said else None
        changed = phase.changed(prompt=said.get("prompt", {}).get(lang, ""), loop_to=loop)
        changes.append(("phases", phase.id, changed))
    for lane, said in zip(document.lanes, row["lanes"], strict=True):
        if isinstance(said, dict):
            own = {key: said[key][lang] for key in ("name", "prompt") if key in said}
            alignment = said.get("alignment", lane.alignment)
            changes.append(("lanes", lane.id, lane.changed(**own, alignment=alignment)))
    for entry, key in zip(row["channels"], spread(len(row["channels"])), strict=True):
        name = entry["name"][lang]
        channel = Channel(id=new_id("channel"), name=name, icon=entry["icon"], medium=entry["medium"], order=key)
        changes.append(("channels", channel.id, channel))
    return document.with_changes(changes)


def unknown_template(template_id: str, known: list[str]) -> UnknownTemplate:
    """The error for an id that is none of ``known``."""
    text = translate("Templates", "There is no template “{id}”; choose one of these: {ids}.")
    return UnknownTemplate(text.format(id=template_id, ids=", ".join(known)))


def spoken_language() -> Language:
    """The language of templates where none was chosen: the one spoken, where there are templates in it."""
    return "nl" if language() == "nl" else "en"


def example_path(lang: Language) -> Path:
    """The example map in ``lang``: read it, never write it."""
    if lang not in LANGUAGES:
        raise ValueError(f"no example in the language {lang!r}")
    return resource_path("templates", f"example_{lang}.journey")
