"""Any document: files made from the tables of records, and what must hold when they are saved and loaded."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from random import Random
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
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "é"]), inner, max_size=3),
    max_leaves=5,
)
PICTURES = [hashlib.sha256(bytes([number])).hexdigest() for number in range(3)]


class Dice(Random):
    """What fills the fields of one table: a seed, and the texts and other values that this file says."""

    def __init__(self, seed: int, texts: list[str], plains: list[Any]) -> None:
        super().__init__(seed)
        self.texts, self.plains = texts, plains


# hypothesis makes the tables, the seeds and everything that is written; to have it choose each field of each record as
# well takes ten times as long as what is tried with them.
Values = Callable[[Dice], Any]
Fields = dict[str, Values]


def one_of(*values: Any) -> Values:
    """One of these."""
    return lambda dice: dice.choice(values)


def whole(least: int, most: int) -> Values:
    """A whole number."""
    return lambda dice: dice.randint(least, most)


def several(values: Values, most: int) -> Values:
    """A list of them."""
    return lambda dice: [values(dice) for _ in range(dice.randint(0, most))]


def text(dice: Dice) -> str:
    """Something that is written."""
    return dice.choice(dice.texts)


def key(dice: Dice) -> str:
    """A key of order."""
    return next(made for _ in range(100) if is_key(made := "".join(dice.choices(_LETTERS, k=dice.randint(1, 6)))))


def colour(dice: Dice) -> Any:
    """None, one of the palette, or one's own."""
    return dice.choice([None, dice.randint(0, 63), "#A0b1C2"])


def unknown(dice: Dice) -> dict[str, Any]:
    """Fields of a newer version."""
    return {name: dice.choice(dice.plains) for name in dice.sample(LATER, dice.randint(0, 2))}


def _ids(prefix: str, most: int) -> Values:
    return lambda dice: f"{prefix}-{dice.randrange(most)}"


def _words(choices: Any) -> Values:
    return one_of(*sorted(choice.id for choice in choices), "", "later-word")


LATER = ("mood", "labels", "metric", "weight", "__later__")
"""Fields of a newer version."""
_LETTERS = "0123456789ABCXYZabcxyz"
PHASES, STEPS, LANES, PEOPLE = _ids("phase", 4), _ids("step", 6), _ids("lane", 6), _ids("persona", 3)
CHANNELS, ITEMS, OTHERS = _ids("channel", 3), _ids("item", 8), _ids("row", 9)
DAYS = one_of("", "2026-02-28", "1999-12-31")
FIELDS: dict[str, tuple[Values, Fields, Fields]] = {
    "phases": (
        PHASES,
        {},
        {
            "name": text,
            "order": key,
            "color": colour,
            "prompt": text,
            "loop_to": lambda dice: dice.choice([None, PHASES(dice)]),
        },
    ),
    "steps": (STEPS, {"phase_id": PHASES}, {"name": text, "order": key, "color": colour}),
    "lanes": (
        LANES,
        {"kind": one_of(*sorted(LANE_KINDS), "weather")},
        {"name": text, "order": key, "color": colour, "prompt": text, "alignment": one_of("step", "phase")},
    ),
    "personas": (
        PEOPLE,
        {},
        {
            **dict.fromkeys(("name", "role", "quote", "goals", "frustrations", "description"), text),
            "order": key, "color": colour, "actor": _words(ACTORS), "portrait": one_of(None, *PICTURES),
        },
    ),
    "channels": (CHANNELS, {}, {"name": text, "order": key, "icon": one_of("world", "later"),
                                "medium": one_of("online", "offline", "both")}),
    "items": (
        ITEMS,
        {"kind": one_of(*sorted(ITEM_KINDS), "metric_card"), "number": whole(1, 12)},
        {
            **dict.fromkeys(
                ("text", "description", "cause", "goal", "time", "owner", "department", "system", "source"), text
            ),
            **dict.fromkeys(("need_type", "insight_type", "solution_type"), one_of("", "later-word")),
            "place": one_of("map", "map", "inbox", "parking"), "lane_id": LANES, "step_id": STEPS,
            "order": key, "channel_ids": several(CHANNELS, 3), "persona_ids": several(PEOPLE, 2),
            "severity": whole(1, 5), "moment_of_truth": one_of(False, True),
            "duration": whole(0, 600), "reach": whole(0, 100),
            "pictures": several(one_of(*PICTURES), 2), "tags": several(text, 3),
            "actors": several(_words(ACTORS), 2), "impact": whole(1, 5), "effort": whole(1, 5),
            "evidence": _words(EVIDENCE), "source_date": DAYS,
        },
    ),
    "links": (
        OTHERS,
        {"kind": one_of(*sorted(LINK_KINDS), "why"), "source_id": ITEMS, "target_id": ITEMS},
        {"order": key, "text": text, "pain_point_ids": several(ITEMS, 2)},
    ),
    "emotions": (
        OTHERS,
        {"touchpoint_id": ITEMS, "persona_id": PEOPLE},
        {"score": one_of(None, -2, -1, 0, 1, 2), "aimed": one_of(None, -2, -1, 0, 1, 2), "word": text, "quote": text},
    ),
    "actions": (
        OTHERS,
        {"item_id": ITEMS},
        {"text": text, "owner": text, "department": text, "status": _words(STATUSES), "due": DAYS, "order": key},
    ),
    "filters": (
        OTHERS,
        {},
        {
            "name": text, "order": key, "words": text, "kinds": several(_words(ITEM_KINDS.values()), 2),
            "persona_ids": several(PEOPLE, 2), "channel_ids": several(CHANNELS, 2), "departments": several(text, 2),
            "evidence": several(_words(EVIDENCE), 2), "tags": several(text, 2), "severity": whole(1, 5),
        },
    ),
}  # fmt: skip
"""Of each table: ids, the fields that a record needs, and those that it may have."""
MOST = {"items": 8}
"""How many records of a table there are at most; 5 of others."""


def row(table: str, dice: Dice) -> dict[str, Any]:
    """A record with what it needs, any of what it may have, and fields of a newer version."""
    ids, needed, optional = FIELDS[table]
    known = {name: values(dice) for name, values in needed.items()}
    kept = dice.random()
    known |= {name: values(dice) for name, values in optional.items() if dice.random() < kept}
    return {**unknown(dice), "id": ids(dice), **known}


def rows(table: str, number: int, twice: bool, dice: Dice) -> list[dict[str, Any]]:
    """So many records; with the same id ``twice``, or not."""
    made = [row(table, dice) for _ in range(number)]
    return made if twice else list({each["id"]: each for each in made}.values())


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
        "emotion_scale": st.sampled_from(["signed", "five", "faces"]),
        "logo": st.sampled_from([None, *PICTURES]),
        "accent": st.sampled_from(["", "#E30613", "#e30613"]),
        "later": PLAIN,
    },
)
UNKNOWN = st.dictionaries(st.sampled_from(LATER), PLAIN, max_size=2)


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """The value of any file."""
    said = draw(
        st.fixed_dictionaries(
            {"map": INFO, "assets": ASSETS},
            optional={
                "metrics": PLAIN,
                "moods": st.lists(UNKNOWN, max_size=2),
                "template": PLAIN,
                "quarantine": st.lists(PLAIN),
            },
        )
    )
    texts, plains = draw(st.lists(TEXT, min_size=1, max_size=6)), draw(st.lists(PLAIN, min_size=1, max_size=3))
    for table in FIELDS:
        number = draw(st.integers(0, MOST.get(table, 5)))
        seed = draw(st.integers(0, 2**32)) if number else 0
        # Most files hold no id twice; some do.
        said[table] = rows(table, number, seed % 4 == 3, Dice(seed, texts, plains))
    return said


HEADER = {"format": "journeywall", "format_version": 1, "document_id": "3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de"}
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
    @given(files())
    def one(value: dict[str, Any]) -> None:
        document = check(value)
        tally["documents"] += 1
        tally["whole"] += not document.quarantine
        tally["records"] += sum(len(rows) for rows in document.tables.values())
        tally["put aside"] += len(document.quarantine)

    one()
    return tally
