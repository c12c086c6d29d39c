"""Make the example maps resources/templates/example_nl.journey and example_en.journey from packaging/example.toml.

    python packaging/make_example.py            write them
    python packaging/make_example.py --check    say whether they are what would be written; status 1 if not

Ids, order keys and the save stamp are fixed, so that the same source gives the same bytes everywhere.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import struct
import sys
import tomllib
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from model.document import Document  # noqa: E402 - needs the path above
from model.fields import ITEM_FIELDS  # noqa: E402 - needs the path above
from model.files.native import dumps  # noqa: E402 - needs the path above
from model.invariants import violations  # noqa: E402 - needs the path above
from model.kinds import LANE_KINDS  # noqa: E402 - needs the path above
from model.order import spread  # noqa: E402 - needs the path above
from model.records import (  # noqa: E402 - needs the path above
    TABLES,
    Action,
    Asset,
    Channel,
    Emotion,
    Item,
    Lane,
    Link,
    MapInfo,
    Persona,
    Phase,
    Record,
    Step,
)

SOURCE = ROOT / "packaging" / "example.toml"
TARGETS = {lang: ROOT / "resources" / "templates" / f"example_{lang}.journey" for lang in ("nl", "en")}
SAVED_BY = {"program": "Journeywall 0.1.0", "time": "2026-01-05T09:00:00Z"}
_NAMESPACE = uuid.UUID("6f1c1f0e-5a55-4d0c-9a35-7d0f4c6f1b8e")
PICTURES = ROOT / "packaging" / "example_pictures"
"""PNG files, drawn for the example."""
LANES = (
    "channels",
    "touchpoints",
    "thoughts",
    "needs",
    "emotion",
    "pain_points",
    "insights",
    "opportunities",
    "solutions",
)
_LISTS = ("thoughts", "needs", "pain_points", "insights", "opportunities", "solutions")


def main(argv: Sequence[str] | None = None) -> int:
    """Write or check the example maps; the exit status."""
    parser = argparse.ArgumentParser(description="Make the example maps.")
    parser.add_argument("--check", action="store_true", help="only say whether they would change")
    options = parser.parse_args(argv)
    status = 0
    for lang, data in examples().items():
        path = TARGETS[lang]
        if options.check:
            same = path.exists() and path.read_bytes() == data
            print(f"{path.name}: {'as it should be' if same else 'would change'}")
            status = status if same else 1
        else:
            path.write_bytes(data)
            print(f"{path.name}: {len(data)} bytes")
    return status


def examples() -> dict[str, bytes]:
    """The bytes of the example in each language."""
    with SOURCE.open("rb") as file:
        source = tomllib.load(file)
    return {lang: dumps(_document(source, lang), saved_by=SAVED_BY) for lang in TARGETS}


class _Maker:
    """Collects the records of one language's map."""

    def __init__(self, source: dict[str, Any], lang: str) -> None:
        self.source = source
        self.column = list(TARGETS).index(lang)
        self.tables: dict[str, dict[str, Record]] = {table: {} for table in TABLES}
        self.last = 0

    def text(self, pair: Sequence[str]) -> str:
        """The language's own of two texts."""
        return pair[self.column]

    def put(self, table: str, record: Record) -> None:
        """Add a record; a second one with its id is a mistake in the source."""
        if record.id in self.tables[table]:
            raise ValueError(f"{record.id} is there twice")
        self.tables[table][record.id] = record

    def value(self, field: str, given: Any) -> Any:
        """A value of the source: of texts and words the language's own."""
        kind = ITEM_FIELDS[field].type
        if kind in ("text", "line"):
            return self.text(given)
        return tuple(given[self.column]) if kind == "tags" else given

    def picture(self, name: str) -> str:
        """Add one of the pictures; its id.  ``name`` is a file's, or its beginning where each language has one."""
        path = PICTURES / name if "." in name else PICTURES / f"{name}_{list(TARGETS)[self.column]}.png"
        data = path.read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        asset = Asset(
            id=hashlib.sha256(data).hexdigest(),
            mime="image/png",
            w=width,
            h=height,
            base64=base64.b64encode(data).decode(),
        )
        if asset.id not in self.tables["assets"]:
            self.put("assets", asset)
        return asset.id

    def card(self, number: int, kind: str, texts: Sequence[str], order: str, **more: Any) -> Item:
        """Add a card with its short number."""
        item = Item(id=f"item-n{number}", kind=kind, number=number, text=self.text(texts), order=order, **more)
        self.put("items", item)
        self.last = max(self.last, number)
        return item


def _document(source: dict[str, Any], lang: str) -> Document:
    maker = _Maker(source, lang)
    text = maker.text
    for kind, key in zip(LANES, spread(len(LANES)), strict=True):
        name = kind.replace("_", "-")
        maker.put("lanes", Lane(id=f"lane-{name}", kind=kind, alignment=LANE_KINDS[kind].alignment, order=key))
    people = source["persona"]
    for person, key in zip(people, spread(len(people)), strict=True):
        texts = {name: text(person[name]) for name in ("role", "quote", "goals", "frustrations", "description")}
        more = {"actor": person["actor"], "portrait": maker.picture(person["portrait"])}
        maker.put("personas", Persona(id=f"persona-{person['key']}", name=person["name"], order=key, **texts, **more))
    channels = source["channels"]
    for (name, row), key in zip(channels.items(), spread(len(channels)), strict=True):
        icon, medium, *names = row
        maker.put("channels", Channel(id=f"channel-{name}", name=text(names), icon=icon, medium=medium, order=key))
    phases = source["phase"]
    for index, (phase, key) in enumerate(zip(phases, spread(len(phases)), strict=True), 1):
        maker.put("phases", Phase(id=f"phase-{index}", name=text(phase["name"]), order=key))
        step = Step(id=f"step-{index}", phase_id=f"phase-{index}")
        maker.put("steps", step)
        _touchpoints(maker, phase["touchpoints"], step)
        for kind in _LISTS:
            _cards(maker, kind, phase.get(kind, []), step)
    for place, rows in source["lists"].items():
        for (number, kind, nl, en, *severity), key in zip(rows, spread(len(rows)), strict=True):
            maker.card(number, kind, (nl, en), key, place=place, severity=severity[0] if severity else None)
    for number, said in _said(source).items():
        fields = {name: maker.value(name, given) for name, given in said.items() if name != "picture"}
        if "picture" in said:
            fields["pictures"] = (maker.picture(said["picture"]),)
        item = maker.tables["items"][f"item-n{number}"]
        maker.tables["items"][item.id] = item.changed(**fields)
    _links(maker)
    _actions(maker)
    info: dict[str, Any] = {name: text(source["map"][name]) for name in ("title", "subtitle", "scope")}
    info["language"] = lang
    maker.put("map", MapInfo(next_number=maker.last + 1, **info))
    document = Document(
        maker.tables, document_id=str(uuid.uuid5(_NAMESPACE, f"journeywall example {lang}")), revision=1
    )
    broken = violations(document)
    if broken:
        raise ValueError(f"the example breaks what must hold: {broken}")
    return document


def _said(source: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """What is said of each card by its number: evidence, department and system of groups, then its own."""
    found: dict[int, dict[str, Any]] = {}
    for group in source["known"]:
        for number in group["cards"]:
            said = {"evidence": group["evidence"], "source": group["source"], "source_date": group["date"]}
            found.setdefault(number, {}).update(said)
    for group in source["run_by"]:
        for number in group["cards"]:
            found.setdefault(number, {}).update({k: group[k] for k in ("department", "system") if k in group})
    for number, said in source["said"].items():
        found.setdefault(int(number), {}).update(said)
    return found


def _links(maker: _Maker) -> None:
    for kind, rows in maker.source["links"].items():
        for (start, end, *rest), key in zip(rows, spread(len(rows)), strict=True):
            link = Link(
                id=f"link-{kind.replace('_', '-')}-n{start}-n{end}",
                kind=kind,
                source_id=f"item-n{start}",
                target_id=f"item-n{end}",
                order=key,
                text=maker.text(rest[:2]) if rest else "",
                pain_point_ids=tuple(f"item-n{number}" for number in rest[2:]),
            )
            maker.put("links", link)


def _actions(maker: _Maker) -> None:
    places = maker.source["places"]
    for number, rows in maker.source["actions"].items():
        for i, ((nl, en, owner, place, status, due), key) in enumerate(zip(rows, spread(len(rows)), strict=True), 1):
            action = Action(
                id=f"action-n{number}-{i}",
                item_id=f"item-n{number}",
                text=maker.text((nl, en)),
                owner=owner,
                department=maker.text(places[str(place)]),
                status=status,
                due=due,
                order=key,
            )
            maker.put("actions", action)


def _touchpoints(maker: _Maker, rows: Sequence[Any], step: Step) -> None:
    feelings = maker.source["feelings"]
    for (number, channels, sanne, henk, nl, en), key in zip(rows, spread(len(rows)), strict=True):
        item = maker.card(
            number,
            "touchpoint",
            (nl, en),
            key,
            place="map",
            lane_id="lane-touchpoints",
            step_id=step.id,
            channel_ids=tuple(f"channel-{name}" for name in channels.split("+")),
        )
        for person, score in (("sanne", sanne), ("henk", henk)):
            words = feelings.get(f"{number}-{person}", ["", "", "", ""])
            emotion = Emotion(
                id=f"emotion-n{number}-{person}",
                touchpoint_id=item.id,
                persona_id=f"persona-{person}",
                score=score,
                word=maker.text(words[:2]),
                quote=maker.text(words[2:]),
                aimed=maker.source["aimed"].get(f"{number}-{person}"),
            )
            maker.put("emotions", emotion)


def _cards(maker: _Maker, lane: str, rows: Sequence[Any], step: Step) -> None:
    """The cards of a lane in one phase; what stands behind the texts are a severity and the targets."""
    kind = LANE_KINDS[lane].item or ""
    for (number, nl, en, *rest), key in zip(rows, spread(len(rows)), strict=True):
        severity = rest.pop(0) if lane == "pain_points" else None
        need = rest.pop(0) if lane == "needs" else ""
        name = lane.replace("_", "-")
        place = {"place": "map", "lane_id": f"lane-{name}", "step_id": step.id}
        item = maker.card(number, kind, (nl, en), key, severity=severity, need_type=need, **place)
        for target, order in zip(rest, spread(len(rest)), strict=True):
            link = Link(id=f"link-n{number}-n{target}", source_id=item.id, target_id=f"item-n{target}", order=order)
            maker.put("links", link)


if __name__ == "__main__":
    sys.exit(main())
