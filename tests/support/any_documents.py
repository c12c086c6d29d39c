"""Any document: files made from the tables of records, and what must hold when they are saved and loaded."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from model.document import Document
from model.fields import ACTORS, EVIDENCE, STATUSES
from model.files import native
from model.invariants import violations
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS
from model.order import is_key
from model.plaintext import clean_text
from model.records import TABLES, record_fields

TEXT = st.text(max_size=30) | st.sampled_from(
    [
        "",
        "<b>x</b>",
        "=1+1",
        "\u202eabc",
        "e\u0301" * 20,
        "regel\nregel",
        "😀",
        "مرحبا",
        "日本",
        "x" * 2_000,
        "\0a\x1b[0m",
    ]
)
KEYS = st.text("0123456789ABCXYZabcxyz", min_size=1, max_size=6).filter(is_key)
ALIGNMENTS = st.sampled_from(["step", "phase"])
COLOURS = st.none() | st.integers(0, 63) | st.just("#A0b1C2")
DAYS = st.sampled_from(["", "2026-02-28", "1999-12-31"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "é"]), inner, max_size=3),
    max_leaves=5,
)
UNKNOWN = st.dictionaries(st.sampled_from(["mood", "labels", "metric", "weight", "__later__"]), PLAIN, max_size=2)
PICTURES = [hashlib.sha256(bytes([number])).hexdigest() for number in range(3)]


def _ids(prefix: str, most: int) -> st.SearchStrategy[str]:
    return st.integers(0, most - 1).map(lambda number: f"{prefix}-{number}")


PHASES, STEPS, LANES, PEOPLE = _ids("phase", 4), _ids("step", 6), _ids("lane", 6), _ids("persona", 3)
CHANNELS, ITEMS, OTHERS = _ids("channel", 3), _ids("item", 8), _ids("row", 9)
WORDS = st.sampled_from(["", "later-word"])


def _words(choices: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(choice.id for choice in choices)) | WORDS


Strategies = dict[str, st.SearchStrategy[Any]]
FIELDS: dict[str, tuple[st.SearchStrategy[str], Strategies, Strategies]] = {
    "phases": (
        PHASES,
        {},
        {"name": TEXT, "order": KEYS, "color": COLOURS, "prompt": TEXT, "loop_to": st.none() | PHASES},
    ),
    "steps": (STEPS, {"phase_id": PHASES}, {"name": TEXT, "order": KEYS, "color": COLOURS}),
    "lanes": (
        LANES,
        {"kind": st.sampled_from([*sorted(LANE_KINDS), "weather"])},
        {"name": TEXT, "order": KEYS, "color": COLOURS, "prompt": TEXT, "alignment": ALIGNMENTS},
    ),
    "personas": (
        PEOPLE,
        {},
        {
            **dict.fromkeys(("name", "role", "quote", "goals", "frustrations", "description"), TEXT),
            "order": KEYS, "color": COLOURS, "actor": _words(ACTORS), "portrait": st.none() | st.sampled_from(PICTURES),
        },
    ),
    "channels": (CHANNELS, {}, {"name": TEXT, "order": KEYS, "icon": st.sampled_from(["world", "later"]),
                                "medium": st.sampled_from(["online", "offline", "both"])}),
    "items": (
        ITEMS,
        {"kind": st.sampled_from([*sorted(ITEM_KINDS), "metric_card"]), "number": st.integers(1, 12)},
        {
            **dict.fromkeys(
                ("text", "description", "cause", "goal", "time", "owner", "department", "system", "source"), TEXT
            ),
            **dict.fromkeys(("need_type", "insight_type", "solution_type"), WORDS),
            "place": st.sampled_from(["map", "map", "inbox", "parking"]), "lane_id": LANES, "step_id": STEPS,
            "order": KEYS, "channel_ids": st.lists(CHANNELS, max_size=3), "severity": st.integers(1, 5),
            "moment_of_truth": st.booleans(), "duration": st.integers(0, 600), "reach": st.integers(0, 100),
            "pictures": st.lists(st.sampled_from(PICTURES), max_size=2), "tags": st.lists(TEXT, max_size=3),
            "actors": st.lists(_words(ACTORS), max_size=2), "impact": st.integers(1, 5), "effort": st.integers(1, 5),
            "evidence": _words(EVIDENCE), "source_date": DAYS,
        },
    ),
    "links": (
        OTHERS,
        {"kind": st.sampled_from([*sorted(LINK_KINDS), "why"]), "source_id": ITEMS, "target_id": ITEMS},
        {"order": KEYS, "text": TEXT, "pain_point_ids": st.lists(ITEMS, max_size=2)},
    ),
    "emotions": (
        OTHERS,
        {"touchpoint_id": ITEMS, "persona_id": PEOPLE},
        {"score": st.none() | st.integers(-2, 2), "aimed": st.none() | st.integers(-2, 2), "word": TEXT, "quote": TEXT},
    ),
    "actions": (
        OTHERS,
        {"item_id": ITEMS},
        {"text": TEXT, "owner": TEXT, "department": TEXT, "status": _words(STATUSES), "due": DAYS, "order": KEYS},
    ),
}  # fmt: skip
"""Of each table: ids, the fields that a record needs, and those that it may have."""


def _rows(table: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    ids, needed, optional = FIELDS[table]
    row = st.fixed_dictionaries({"id": ids, **needed}, optional=optional)
    with_more = st.builds(lambda known, more: {**more, **known}, row, UNKNOWN)
    most = 8 if table == "items" else 5
    # Most files hold no id twice; some do.
    once = st.lists(with_more, max_size=most, unique_by=lambda row: row["id"])
    return st.one_of(once, once, once, st.lists(with_more, max_size=most))


ASSETS = st.dictionaries(
    st.sampled_from(PICTURES),
    st.fixed_dictionaries({"mime": st.just("image/png"), "w": st.integers(1, 9), "h": st.integers(1, 9),
                           "base64": st.sampled_from(["", "AAAA", "iVBO"])}),
    max_size=3,
)  # fmt: skip
INFO = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXT,
        "subtitle": TEXT,
        "scope": TEXT,
        "language": st.sampled_from(["nl", "en"]),
        "next_number": st.integers(1, 40),
        "emotion_words": st.lists(TEXT, max_size=3),
        "later": PLAIN,
    },
)
FILES = st.fixed_dictionaries(
    {"map": INFO, **{table: _rows(table) for table in FIELDS}, "assets": ASSETS},
    optional={
        "metrics": PLAIN,
        "moods": st.lists(UNKNOWN, max_size=2),
        "template": PLAIN,
        "quarantine": st.lists(PLAIN),
    },
)
HEADER = {"format": "journeywall", "format_version": 1, "document_id": "3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de"}
LATER = ("mood", "labels", "metric", "weight", "__later__")
"""Fields of a newer version."""
_WRITTEN = frozenset(
    {
        *("name", "prompt", "role", "quote", "goals", "frustrations", "description", "text", "cause", "goal", "time"),
        *("owner", "department", "system", "source", "word", "tags", *LATER),
    }
)
"""Fields with what somebody wrote; others say how records hang together, and are mended where they do not."""
_STAMP = re.compile(rb'^"(revision|saved_by)": .*$', re.MULTILINE)


def bytes_of(value: dict[str, Any]) -> bytes:
    """The file that another program could have written."""
    return json.dumps(HEADER | value, ensure_ascii=True).encode()


def texts_of(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inner for text in texts_of(part)]


def check(value: dict[str, Any]) -> Document:
    """Save and load a file's value; AssertionError where something is lost or other."""
    document, _ = native.loads(bytes_of(value))
    assert violations(document) == []
    first = native.dumps(document)
    again, report = native.loads(first)
    assert report.serious == []
    assert again.same_content(document)
    assert again.quarantine == document.quarantine
    assert again.document_id == document.document_id
    assert dict(again.extra) == dict(document.extra)
    for table in TABLES:
        for key, record in document.tables[table].items():
            assert record_fields(again.tables[table][key]) == record_fields(record), (table, key)
    second = native.dumps(again.saved_as(again.revision + 1))
    assert _STAMP.sub(b"", second) == _STAMP.sub(b"", first), "an unchanged map is other bytes"
    _nothing_is_gone(value, document, first)
    return document


def _nothing_is_gone(value: dict[str, Any], document: Document, data: bytes) -> None:
    kept = set(texts_of(json.loads(data)))
    for table in FIELDS:
        for row in value[table]:
            for text in texts_of({name: part for name, part in row.items() if name in _WRITTEN}):
                assert not clean_text(text) or clean_text(text) in kept, (table, text)
    for name in ("metrics", "moods", "template"):
        assert (name in value) == (name in document.extra), name
    for table in FIELDS:
        for row in value[table]:
            for name in LATER:
                if name in row:
                    assert json.dumps(name).encode() in data, name


def run(count: int, first: int = 0) -> dict[str, int]:
    """How many documents were made, how many of them were whole as they were, and how many records they hold."""
    tally = {"documents": 0, "whole": 0, "records": 0, "put aside": 0}

    @seed(first)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(FILES)
    def one(value: dict[str, Any]) -> None:
        document = check(value)
        tally["documents"] += 1
        tally["whole"] += not document.quarantine
        tally["records"] += sum(len(rows) for rows in document.tables.values())
        tally["put aside"] += len(document.quarantine)

    one()
    return tally
