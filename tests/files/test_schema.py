"""The published schema (docs/journeywall.schema.json): current, sound, met by maps and not by broken ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from linked_maps import linked_map
from maps import full_map
from model.document import Document
from model.fields import ITEM_FIELDS
from model.files.native import dumps, loads
from model.files.schema import file_schema, schema_text
from model.i18n import speaking
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS
from model.records import TABLES, Asset, Channel, Item, Persona, Phase
from model.templates import example_path, list_templates, make_from_template

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = Draft202012Validator(file_schema())


def faults(data: bytes | dict[str, Any]) -> list[str]:
    value = json.loads(data) if isinstance(data, bytes) else data
    return [f"{error.json_path}: {error.message[:120]}" for error in VALIDATOR.iter_errors(value)]


def test_the_published_schema_is_current() -> None:
    published = (ROOT / "docs" / "journeywall.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "run: journeywall schema --out docs/journeywall.schema.json --force"
    with speaking("nl"):
        assert published == schema_text()


def test_it_is_a_schema_of_its_dialect() -> None:
    assert file_schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(file_schema())


def test_every_table_field_and_kind_is_in_it_with_a_description() -> None:
    schema = file_schema()
    assert set(schema["$defs"]) == set(TABLES)
    for table, record in TABLES.items():
        values = schema["$defs"][table]["properties"]
        assert set(values) == set(record.names) - ({"id"} if table == "assets" else set())
        assert [name for name, value in values.items() if not value.get("description")] == []
    cards = schema["$defs"]["items"]["properties"]
    assert [choice["id"] for choice in cards["kind"]["x-choices"]] == list(ITEM_KINDS)
    assert [c["id"] for c in schema["$defs"]["lanes"]["properties"]["kind"]["x-choices"]] == list(LANE_KINDS)
    assert [c["id"] for c in schema["$defs"]["links"]["properties"]["kind"]["x-choices"]] == list(LINK_KINDS)
    for field in ITEM_FIELDS.values():
        assert cards[field.id]["x-kinds"] == [kind.id for kind in ITEM_KINDS.values() if field in kind.fields]
        assert [c["id"] for c in cards[field.id].get("x-choices", ())] == [choice.id for choice in field.choices]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_example_fits(lang: str) -> None:
    assert faults(example_path("nl" if lang == "nl" else "en").read_bytes()) == []


def test_every_template_fits() -> None:
    for template in list_templates("en"):
        assert faults(dumps(make_from_template(template.id, "en"))) == [], template.id


def test_a_map_with_everything_in_it_fits() -> None:
    assert faults(dumps(full_map().document)) == []
    made = linked_map().put(Asset(id="a" * 64, mime="image/png", w=3, h=2, base64="QUJD"))
    made.put(Persona(id="sanne", portrait="a" * 64, actor="robot"), Phase(id="p1", loop_to="p2", color=3))
    assert faults(dumps(made.document())) == []


WORDS = st.text(max_size=20)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "line": WORDS,
    "choice": st.from_regex(r"[a-z_]{0,9}", fullmatch=True),
    "choices": st.lists(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), max_size=3).map(tuple),
    "scale": st.none() | st.integers(1, 5),
    "percent": st.none() | st.integers(0, 100),
    "duration": st.none() | st.integers(0, 10_000_000),
    "date": st.just("") | st.dates().map(lambda day: f"{day:%Y}".zfill(4) + f"-{day:%m-%d}"),
    "switch": st.booleans(),
    "tags": st.lists(WORDS, max_size=3).map(tuple),
    "channels": st.lists(st.just("web"), max_size=1).map(tuple),
    "personas": st.lists(st.just("sanne"), max_size=1).map(tuple),
    "pictures": st.lists(st.just("a" * 64), max_size=1).map(tuple),
}


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_said_of_a_card_fits_and_is_read_again(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from([*ITEM_KINDS, "of_later"]))
    fields = {f.id: data.draw(VALUES[f.type], f.id) for f in ITEM_FIELDS.values() if f.id in Item.names}
    made = linked_map().put(Asset(id="a" * 64, mime="image/png", w=3, h=2, base64="QUJD"))
    made.put(Channel(id="web", name="Web"), Persona(id="sanne", name="Sanne"))
    document: Document = made.card("x", kind, "s1" if data.draw(st.booleans()) else "", **fields).document()
    written = dumps(document)
    assert faults(written) == []
    assert loads(written)[0].item_table["x"] == document.item_table["x"]


BROKEN: list[tuple[str, Any]] = [
    ("format", "other"),
    ("format_version", 0),
    ("format_version", "1"),
    ("document_id", "x"),
    ("integrity", "md5:1"),
    ("phases", {}),
    ("phases", [{"name": "no id"}]),
    ("phases", [{"id": "UPPER"}]),
    ("phases", [{"id": "p", "loop_to": 3}]),
    ("steps", [{"id": "s"}]),
    ("lanes", [{"id": "l", "kind": "touchpoints", "alignment": "column"}]),
    ("channels", [{"id": "c", "medium": "by air"}]),
    ("items", [{"id": "i", "kind": "note"}]),
    ("items", [{"id": "i", "kind": "note", "number": 0}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "severity": 6}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "reach": 101}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "order": "A0"}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "source_date": "1 May"}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "tags": "one"}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "actors": ["Two Words"]}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "pictures": ["abc"]}]),
    ("items", [{"id": "i", "kind": "note", "number": 1, "text": "x" * 20_001}]),
    ("links", [{"id": "l", "source_id": "a"}]),
    ("emotions", [{"id": "e", "touchpoint_id": "a", "persona_id": "b", "score": 3}]),
    ("emotions", [{"id": "e", "touchpoint_id": "a", "persona_id": "b", "aimed": 1.5}]),
    ("actions", [{"id": "a"}]),
    ("filters", [{"id": "f", "severity": 6}]),
    ("filters", [{"id": "f", "kinds": ["Two Words"]}]),
    ("actions", [{"id": "a", "item_id": "i", "due": "soon"}]),
    ("assets", {"abc": {"mime": "image/png", "w": 1, "h": 1, "base64": ""}}),
    ("assets", {"a" * 64: {"mime": "image/png", "w": 0, "h": 1, "base64": ""}}),
    ("assets", {"a" * 64: {"mime": "image/png", "w": 1, "h": 1}}),
    ("quarantine", ["text"]),
]


@pytest.mark.parametrize(("key", "value"), BROKEN, ids=[f"{k}-{i}" for i, (k, _) in enumerate(BROKEN)])
def test_broken_files_do_not_fit(key: str, value: Any) -> None:
    sound = json.loads(dumps(linked_map().document()))
    assert faults(sound) == []
    assert faults({**sound, key: value})


def test_what_a_newer_version_brings_fits() -> None:
    sound = json.loads(dumps(linked_map().document()))
    sound["items"][0] |= {"mood": {"of": "later"}}
    sound["metrics"] = [{"id": "m"}]
    assert faults({**sound, "format_version": 2}) == []
