"""Any document, with any unknown fields, comes back equal from its file; any rows give a sound document."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document
from model.files import native
from model.files.errors import ContentError
from model.invariants import violations
from model.order import is_key
from model.plaintext import clean_text
from model.records import TABLES, record_fields

IDS = st.sampled_from([f"x-{i}" for i in range(6)])
TEXT = st.text(max_size=20)
KEYS = st.text("0123456789ABCXYZabcxyz", min_size=1, max_size=5).filter(is_key)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
UNKNOWN = st.dictionaries(st.sampled_from(["mood", "labels", "metric", "weight"]), PLAIN, max_size=2)


def rows(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of a table: the fields, some left out, and unknown ones."""
    row = st.fixed_dictionaries({"id": IDS}, optional=fields)
    return st.lists(st.builds(lambda known, more: {**more, **known}, row, UNKNOWN), max_size=5)


FILES = st.fixed_dictionaries(
    {
        "phases": rows(name=TEXT, order=KEYS, color=st.integers(0, 63) | st.just("#A0b1C2")),
        "steps": rows(phase_id=IDS, name=TEXT, order=KEYS),
        "lanes": rows(
            kind=st.sampled_from(["touchpoints", "pain_points", "emotion", "weather"]),
            alignment=st.sampled_from(["step", "phase"]),
            order=KEYS,
        ),
        "personas": rows(name=TEXT, quote=TEXT, order=KEYS),
        "channels": rows(name=TEXT, medium=st.sampled_from(["online", "offline", "both", "air"]), order=KEYS),
        "items": rows(
            kind=st.sampled_from(["touchpoint", "pain_point", "insight", "note", "metric_card"]),
            number=st.integers(-1, 9),
            text=TEXT,
            place=st.sampled_from(["map", "inbox", "parking"]),
            lane_id=IDS,
            step_id=IDS,
            order=KEYS,
            channel_ids=st.lists(IDS, max_size=3),
            severity=st.integers(0, 6),
        ),
        "links": rows(kind=st.sampled_from(["attach", "leads_to"]), source_id=IDS, target_id=IDS, order=KEYS),
        "emotions": rows(touchpoint_id=IDS, persona_id=IDS, score=st.integers(-3, 3), word=TEXT),
    },
    optional={
        "map": st.fixed_dictionaries({}, optional={"title": TEXT, "next_number": st.integers(0, 20)}),
        "metrics": PLAIN,
    },
)


def texts_of(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inner for text in texts_of(part)]


@settings(max_examples=60, deadline=None)  # with fields that hold no such value; sound ones: test_documents.py
@given(FILES)
def test_any_rows(value: dict[str, Any]) -> None:
    header = {"format": "journeywall", "format_version": 1, "document_id": "0" * 8 + "-0000" * 3 + "-" + "0" * 12}
    document, _ = native.loads(json.dumps(header | value).encode())
    assert violations(document) == []
    data = native.dumps(document, saved_by={})
    again, report = native.loads(data)
    assert report.serious == []
    assert again.same_content(document)
    assert again.quarantine == document.quarantine
    assert native.dumps(again, saved_by={}) == data
    # Nothing that somebody wrote is gone: it is in a record or among what was put aside.
    kept = set(texts_of(json.loads(data)))
    for table in ("items", "emotions", "personas", "phases"):
        for text in texts_of([[row.get("text"), row.get("word"), row.get("name")] for row in value[table]]):
            assert not clean_text(text) or clean_text(text) in kept


@settings(max_examples=25, deadline=None)
@given(FILES)
def test_unknown_fields_are_kept(value: dict[str, Any]) -> None:
    document, _ = native.loads(json.dumps({"format": "journeywall", "format_version": 1} | value).encode())
    again, _ = native.loads(native.dumps(document))
    for table in TABLES:
        for key, record in document.tables[table].items():
            assert record_fields(again.tables[table][key]) == record_fields(record)
    if "metrics" in value:
        assert "metrics" in again.extra


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | PLAIN.map(lambda value: json.dumps(value).encode()))
def test_anything_else_is_one_sentence(data: bytes) -> None:
    try:
        document, _ = native.loads(data, "map.journey")
    except ContentError as error:
        assert "map.journey" in str(error)
    else:
        assert isinstance(document, Document)
