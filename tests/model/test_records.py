"""Records: what they hold and refuse, and that the quick check and the judge (pydantic) say the same of everything."""

from __future__ import annotations

import copy
import json
import os
import pickle
import subprocess
import sys
from math import isnan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from maps import full_map
from model.fieldtypes import UNSURE, EitherType, FieldType, TextType, field_type, quick_check
from model.judge import jsonable, judge, model_of
from model.plaintext import clean_text
from model.record import Checked, _taken, make_record, plain
from model.records import TABLES, BadRecord, Item, MapInfo, Phase, Record, record_fields, record_to_row, row_to_record

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = 1_000 if os.environ.get("JOURNEYWALL_FULL") else 20


class Word(str):
    """A text that is not exactly one."""

    __slots__ = ()


class Count(int):
    """A number that is not exactly one."""


HOSTILE: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, -2, -3, 2, 5, 6, 63, 64, 100, 101, 100_000, 100_001),
    *(10**7, 10**7 + 1, 10**30, -(10**30)),
    *(0.0, -0.0, 1.0, 3.0, 3.5, 1e30, float("inf"), float("-inf"), float("nan"), 1j, Count(3)),
    *("", "0", "1", "3", "3.0", "true", "yes", "map", "inbox", "Inbox", "nl", "NL", "online", "step", "V", "V0", "a b"),
    *("v\n", "id-1", "ID-1", "id-1\n", "é", "#12aBcd", "#12aBcg", "#12aBcd\n", "2026-03-01", "2026-02-30", "2026-3-1"),
    *("five", "20260301", "2026-03-01T00:00", "٢٠٢٦-٠٣-٠١", "0000-00-00", "١٢"),
    *("\ud800", "a\udfffb", "\x00", "a\x07b", "a\r\nb\u2028c\x85d\x0be", "\ufffe", "\ufeff", "\U0001f600", "e\u0301"),
    *("x" * count for count in (60, 61, 80, 81, 400, 401, 20_000, 20_001)),
    *("\x07" * 20_001, "\r\n" * 10_001, "\U0001f600" * 20_000, "a" * 64, "A" * 64, "a" * 63, "g" * 64),
    *(Word("map"), Word("#123456"), Word("a\x07"), b"map", bytearray(b"x"), object(), Item, len),
    *((), [], ["a"], ("a",), ("a", "b\x07"), ["A"], [1], [None], ["a", Word("b")], ["\ud800"], [["a"]], [()]),
    *({"a"}, frozenset({"a"}), {}, {"a": 1}, {"a": 1}.keys(), range(3), iter(("a",))),
    *(["a"] * 500, ["a"] * 501, ["a" * 64], ("x" * 20_001,)),
)
"""Values that somebody may put anywhere."""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)

NAMES = (
    *(
        "mood",
        "ID",
        "id ",
        "",
        "self",
        "cls",
        "kind",
        "extra",
        "value",
        "changed",
        "names",
        "types",
        "defaults",
        "fields",
    ),
    *("_unknown", "_start", "_checks", "__dict__", "__class__", "__slots__", "__init__", "__reduce__", "__eq__"),
    *("model_dump", "model_extra", "model_config", "model_fields", "__pydantic_extra__", "__pydantic_fields_set__"),
    *("copy", "json", "dict", "café", "\U0001f600", "a b"),
)
"""Names that an unknown field may have."""

KEYS = st.sampled_from(NAMES) | st.text(max_size=6) | st.sampled_from(("\ud800", "a\udc00", Word("mood"), Word("text")))


def fitting(told: FieldType) -> st.SearchStrategy[Any]:
    """Values that may be right for a field, and some of them are."""
    if isinstance(told, EitherType):
        return st.one_of(*map(fitting, told.types), st.none())
    if isinstance(told, TextType):
        if told.pattern and "#" not in told.pattern:
            return st.from_regex(told.pattern) | st.dates().map(str)
        return st.text(max_size=12) | st.from_regex(r"\A#[0-9a-f]{6}\Z")
    each = getattr(told, "each", None)
    if each is not None:
        return st.lists(fitting(each), max_size=3) | st.lists(fitting(each), max_size=3).map(tuple)
    words = getattr(told, "words", ())
    return st.sampled_from(words) if words else st.booleans() | st.integers(-4, 200)


FITTING = {(table, name): fitting(told) for table, kind in TABLES.items() for name, told in kind.types.items()}


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, dict[Any, Any]]:
    """A table and a row of it: some fields right, some not, some unknown."""
    table = draw(st.sampled_from(sorted(TABLES)))
    kind = TABLES[table]
    needed = [name for name in kind.names if name not in kind.defaults and draw(st.integers(0, 19))]
    others = draw(st.lists(st.sampled_from(sorted(kind.names)), max_size=4))
    row: dict[Any, Any] = {}
    for name in dict.fromkeys([*others, *needed]):
        row[name] = draw(st.sampled_from(HOSTILE) if draw(st.integers(0, 9)) == 0 else FITTING[table, name])
    return table, row | draw(st.dictionaries(KEYS, JSON, max_size=2))


def same(one: Any, other: Any) -> bool:
    """Whether both are the same to the last type: True is not 1."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (isinstance(one, float) and isnan(one) and isnan(other))


def judged(kind: type[Record], row: dict[Any, Any]) -> tuple[dict[str, Any], dict[str, Any]] | frozenset[str]:
    """What pydantic makes of a row, or the fields for which it refuses it."""
    try:
        known, unknown = judge(kind.__name__, kind.types, kind.defaults, row)
    except BadRecord as error:
        return error.fields
    return known, unknown or {}


def hold_against_the_judge(kind: type[Record], row: dict[Any, Any]) -> bool:
    """Fails where both disagree; whether the quick check took the row."""
    expected = judged(kind, row)
    quick = _taken(kind, kind._start.copy(), None, row) if kind._required <= row.keys() else None
    if quick is not None:
        assert not isinstance(expected, frozenset), f"refused for {expected}"
        assert same(quick.__dict__, expected[0])
        assert same(dict(quick.extra), expected[1])
    try:
        made = make_record(kind, row)
    except BadRecord as error:
        assert error.fields == expected
    else:
        assert not isinstance(expected, frozenset)
        assert same((made.__dict__, dict(made.extra)), expected)
        whole = model_of(kind.__name__, kind.types, kind.defaults)(**row) if all(type(n) is str for n in row) else None
        if whole is not None:
            dumped = {**whole.model_dump(mode="json", exclude_defaults=True), "id": made.id}
            assert same(record_to_row(made), dumped)
            assert same(record_to_row(made, whole=True), whole.model_dump(mode="json"))
    return quick is not None


# -- quick check and judge ---------------------------------------------------------------------------------------


@settings(max_examples=10 * EXAMPLES, deadline=None)
@given(rows())
def test_the_quick_check_takes_what_the_judge_takes_as_it_is(drawn: tuple[str, dict[Any, Any]]) -> None:
    table, row = drawn
    hold_against_the_judge(TABLES[table], row)


def sound(kind: type[Record]) -> dict[str, Any]:
    """A row of ``kind`` with what has to be given."""
    given_values = {"kind": "note", "number": 1, "w": 1, "h": 1, "mime": "image/png", "base64": ""}
    row = {name: given_values.get(name, "some-id") for name in kind.names if name not in kind.defaults}
    return row | ({"id": "a" * 64} if kind is TABLES["assets"] else {})


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_every_record_with_every_hostile_value(table: str) -> None:
    kind = TABLES[table]
    assert hold_against_the_judge(kind, sound(kind))
    for name in kind.names:
        taken = 0
        for value in HOSTILE:
            if not hasattr(value, "__next__"):  # an iterator tells its values once only
                taken += hold_against_the_judge(kind, {**sound(kind), name: value})
        assert taken, f"the quick check takes nothing for {name}"


@pytest.mark.parametrize("table", TABLES)
def test_what_lacks_or_is_a_default_is_judged_alike(table: str) -> None:
    kind = TABLES[table]
    for name in sound(kind):
        row = sound(kind)
        del row[name]
        assert hold_against_the_judge(kind, row) is (name in kind.defaults)
    for name, value in kind.defaults.items():
        assert same(quick_check(kind.types[name])(value), value), f"the default of {name} is right"


@settings(max_examples=4 * EXAMPLES, deadline=None)
@given(rows(), rows())
def test_a_changed_record_is_what_the_judge_makes_of_all_its_fields(
    drawn: tuple[str, dict[Any, Any]], other: tuple[str, dict[Any, Any]]
) -> None:
    table, row = drawn
    change = {name: value for name, value in other[1].items() if type(name) is str}
    try:
        record = row_to_record(table, row)
    except BadRecord:
        return
    expected = judged(TABLES[table], record_fields(record) | change)
    try:
        changed = record.changed(**change)
    except BadRecord as error:
        assert error.fields == expected
    else:
        assert not isinstance(expected, frozenset)
        assert same((changed.__dict__, dict(changed.extra)), expected)


def test_no_character_is_missed_by_the_quick_check_of_texts() -> None:
    for code in range(0x110000):
        if chr(code).isprintable():
            assert clean_text(chr(code)) == chr(code)


def test_everything_of_a_full_map_is_plainly_right() -> None:
    for table, records in full_map().document.tables.items():
        for record in records.values():
            row = json.loads(json.dumps(record_to_row(record)))
            assert hold_against_the_judge(TABLES[table], row)


@given(JSON)
@example({"a": (1, [float("nan")]), "b": {1: None}})
@example([float("inf"), True, {"": {}}, {1, 2}, b"x"])
def test_unknown_values_are_written_as_the_judge_writes_them(value: Any) -> None:
    assert same(plain(value), jsonable(value))


# -- values ------------------------------------------------------------------------------------------------------


def item(**fields: Any) -> Item:
    """A card, with fields that need not be known."""
    return make_record(Item, {"id": "item-1", "kind": "note", "number": 1, **fields})


def test_a_record_cannot_be_changed() -> None:
    record = item(mood=[1])
    with pytest.raises(AttributeError):
        record.text = "x"  # type: ignore[misc]  # that is what must not go
    with pytest.raises(AttributeError):
        del record.text
    with pytest.raises(AttributeError):
        record.mood = "x"  # type: ignore[attr-defined]  # nor this
    with pytest.raises(TypeError):
        record.extra["mood"] = "x"  # type: ignore[index]  # nor this
    assert record == item(mood=[1])


def test_records_are_equal_by_value() -> None:
    assert item(text="a") == item(text="a")
    assert hash(item(text="a", mood=[1])) == hash(item(text="a", mood=[1]))
    assert item(text="a") != item(text="b")
    assert item(mood=1) != item()
    assert item(mood=1) != item(mood=2)
    assert Phase(id="a") != TABLES["personas"](id="a")
    assert item() != "item-1"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in Item.names])
def test_an_unknown_field_shadows_nothing(name: str) -> None:
    record = item(**{name: {"deep": [1]}})
    assert dict(record.extra) == {name: {"deep": [1]}}
    assert record.value(name) == {"deep": [1]}
    assert name not in record.__dict__
    assert record.__class__ is Item
    assert record.changed(text="x").changed(text="") == record
    assert record_to_row(record) == {"id": "item-1", "kind": "note", "number": 1, name: {"deep": [1]}}
    assert row_to_record("items", record_to_row(record)) == record


def test_a_field_by_its_name() -> None:
    record = item(text="a", mood=1)
    assert (record.value("text"), record.value("mood"), record.value("changed"), record.value("none", 7)) == (
        "a",
        1,
        None,
        7,
    )
    assert not hasattr(record, "mood"), "an unknown field is no attribute"


def test_copies() -> None:
    record = item(text="a", pictures=["a" * 64], mood={"deep": [1]})
    for again in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):  # noqa: S301 - our own
        assert type(again) is Item
        assert again == record
        assert dict(again.extra) == {"mood": {"deep": [1]}}
        assert repr(again) == repr(record)
    deep = copy.deepcopy(record).extra["mood"]
    assert deep == record.extra["mood"]
    assert deep is not record.extra["mood"]


def test_a_row_shares_nothing_with_its_record() -> None:
    record = item(tags=["a"], mood={"deep": [1]})
    row = record_to_row(record)
    row["mood"]["deep"].append(2)
    row["tags"].append("b")
    assert record == item(tags=["a"], mood={"deep": [1]})
    assert list(record_to_row(MapInfo(title="x"))) == ["title", "id"]
    assert record_to_row(MapInfo(), whole=True) == {
        "id": "map", "title": "", "subtitle": "", "scope": "", "language": "nl", "next_number": 1, "emotion_words": [],
        "emotion_scale": "signed", "logo": None, "accent": "",
    }  # fmt: skip


def test_a_refusal_names_the_fields_and_not_what_they_say() -> None:
    with pytest.raises(BadRecord) as caught:
        item(severity=9, lane_id="Secret Lane", text="secret" * 5_000)
    assert caught.value.fields == {"severity", "lane_id", "text"}
    assert "secret" not in str(caught.value).casefold()
    assert "severity: Input should be less than or equal to 5" in str(caught.value)
    assert caught.value.__cause__ is None
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (str(again), again.fields) == (str(caught.value), caught.value.fields)
    with pytest.raises(TypeError):
        Item("item-1")  # type: ignore[call-arg]  # fields go by name


def test_what_cannot_be_declared() -> None:
    names: dict[str, Any] = {"Here": Any}
    for annotation in ("float", "Here", "Nowhere", "str | int", "Ids | None"):
        with pytest.raises(TypeError):
            field_type(annotation, {**names, **vars(sys.modules["model.fieldtypes"])})
    with pytest.raises(TypeError, match="changed"):
        type("Odd", (Checked,), {"__annotations__": {"changed": "str"}, "__module__": "model.fieldtypes"})
    assert quick_check(field_type("bool", names))("true") is UNSURE


# -- without pydantic --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["info", "--json"], ["check"], ["export", "--to", "mermaid"]])
def test_no_command_on_a_sound_map_loads_pydantic(command: list[str], tmp_path: Path) -> None:
    from model.files.native import dumps

    path = tmp_path / "sound.journey"
    path.write_bytes(dumps(full_map().document))
    out = [str(tmp_path / "out")] if command[0] == "export" else []
    script = (
        "import sys\nfrom app.cli import main\n"
        f"code = main({[command[0], str(path), *command[1:], *out]!r})\n"
        "print('loaded', [name for name in sys.modules if name.startswith('pydantic')], code, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert "loaded [] " in done.stderr, done.stderr
