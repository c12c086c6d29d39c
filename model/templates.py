"""What a new map may start from: templates, and the example that a newcomer sees first.

A template is a JSON file in resources/templates: names in every language, phases, kinds of lanes, channels.  The
examples are whole maps in our own format.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from model.document import Document
from model.i18n import LANGUAGES, translate
from model.ids import new_id
from model.newmap import new_map
from model.order import spread
from model.records import Channel, Language
from model.values import dataclass
from resources import resource_path

DEFAULT = "empty"
"""The template of a map for which none was named."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template in one language: what the chooser shows of it."""

    id: str
    name: str
    description: str
    phases: tuple[str, ...]


class UnknownTemplate(ValueError):
    """There is no such template; ``str()`` is the sentence for the user."""


@cache
def _all() -> tuple[dict[str, Any], ...]:
    """The template files' contents, in the order of the chooser."""
    folder = resource_path("templates")
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return tuple(sorted(rows, key=lambda row: (row["rank"], row["id"])))


def list_templates(lang: Language) -> list[Template]:
    """Every template, in the order of the chooser, with its texts in ``lang``."""
    return [
        Template(row["id"], row["name"][lang], row["description"][lang], tuple(row["phases"][lang])) for row in _all()
    ]


def make_from_template(template_id: str, lang: Language, title: str = "") -> Document:
    """A new map in ``lang``.  Raises UnknownTemplate."""
    row = next((row for row in _all() if row["id"] == template_id), None)
    if row is None:
        text = translate("Templates", "There is no template “{id}”; choose one of these: {ids}.")
        raise UnknownTemplate(text.format(id=template_id, ids=", ".join(known["id"] for known in _all())))
    document = new_map(title, lang, row["phases"][lang], row["lanes"])
    channels = [
        Channel(id=new_id("channel"), name=entry["name"][lang], icon=entry["icon"], medium=entry["medium"], order=key)
        for entry, key in zip(row["channels"], spread(len(row["channels"])), strict=True)
    ]
    return document.with_changes(("channels", channel.id, channel) for channel in channels)


def example_path(lang: Language) -> Path:
    """The example map in ``lang``: read it, never write it."""
    if lang not in LANGUAGES:
        raise ValueError(f"no example in the language {lang!r}")
    return resource_path("templates", f"example_{lang}.journey")
