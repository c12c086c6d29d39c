"""JSON from outside is read strictly, and what is wrong is told with its line and column."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.files.errors import ContentError
from model.files.strictjson import MAX_DEPTH, parse, scan

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff")),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn"))), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "line", "column", "word"),
    [
        (b"", None, None, "empty"),
        (b" \n", None, None, "empty"),
        (b"\xef\xbb\xbf", None, None, "empty"),
        (b"\0" * 4096, None, None, "4096"),
        ('{"a": 1}'.encode("utf-16"), 1, 1, "UTF-16"),
        ('{"a": 1}'.encode("utf-16-le"), 1, 1, "UTF-16"),
        ('{"a": 1}'.encode("utf-16-be"), 1, 1, "UTF-16"),
        (b'{"a":\n "\xff"}', 2, 3, "UTF-8"),
        (b'{"a": 1}\0\0\0\0', 1, 9, "damaged"),
        (b'{"a": 1', 1, 8, "cut off"),
        (b'{"a": "x', 1, 9, "cut off"),
        (b'{"a": "x\\', 1, 10, "cut off"),
        (b'{"a":\ntru', 2, 4, "cut off"),
        (b'{"a": 1, "b"', 1, 13, "cut off"),
        (b'[1,\n{"a": 1, "a": 2}]', 2, 10, "twice"),
        (b'{"a": 1, "\\u0061": 2}', 1, 10, "twice"),
        (b'{"x\\u0000": 1, "x": 2}', 1, 16, "twice"),
        (b"[1, NaN]", 1, 5, "NaN"),
        (b"[-Infinity]", 1, 2, "Infinity"),
        (b"[1e999]", 1, 2, "large"),
        (b"[" + b"9" * 5000 + b"]", 1, 2, "large"),
        (b"[9007199254740993]", 1, 2, "large"),
        (b"[" * 100_000, 1, 65, "deep"),
        (b"[" * 990 + b"]" * 990, 1, 65, "deep"),
        (b'{"a":' * 500 + b"1" + b"}" * 500, 1, 5 * 64 + 1, "deep"),
        (b"[1] [2]", 1, 5, "damaged"),
        (b"{'a': 1}", 1, 2, "damaged"),
        (b"[1,]", 1, 4, "damaged"),
        (b"[01]", 1, 3, "damaged"),
        (b'["a\nb"]', 1, 2, "damaged"),
        (b'["\\x41"]', 1, 2, "damaged"),
        (b"{1: 2}", 1, 2, "damaged"),
        (b"[}", 1, 2, "damaged"),
        (b"<html>", 1, 1, "damaged"),
    ],
)
def test_what_is_refused(data: bytes, line: int | None, column: int | None, word: str) -> None:
    begin = time.thread_time()
    with pytest.raises(ContentError) as caught:
        parse(data, "map.journey")
    assert time.thread_time() - begin < 1
    assert (caught.value.line, caught.value.column) == (line, column)
    assert word in str(caught.value)
    assert "map.journey" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_byte_order_mark_is_accepted() -> None:
    assert parse(b'\xef\xbb\xbf{"a": [1, 2.5, true, null]}') == {"a": [1, 2.5, True, None]}


def test_depth_up_to_the_limit_is_accepted() -> None:
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse(text.encode()) == json.loads(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\ud800 tail", "\ufffd tail"),
        (r"\udc00\ud800", "\ufffd\ufffd"),
        (r"\ud83d\ude00", "😀"),
        (r"a\u0000b\u0007c", "abc"),
        (r"tab\tnew\nline", "tab\tnew\nline"),
        (r"soft\u000bbreak\r\nline\rend", "soft\nbreak\nline\nend"),
        (r"\ufffe\uffff", "\ufffd\ufffd"),
        ("raw \u0085\u2028 c1 \u0099", "raw \n\n c1 "),
    ],
)
def test_texts_are_cleaned(written: str, read: str) -> None:
    value = parse(f'{{"k": ["{written}", {{"inner": "{written}"}}]}}'.encode())
    assert value == {"k": [read, {"inner": read}]}
    value["k"][0].encode("utf-8")


def test_keys_are_cleaned() -> None:
    assert parse(rb'{"a\u0000b\ud800": 1}') == {"ab\ufffd": 1}


@given(JSON)
def test_sound_json_is_read_as_it_is(value: Any) -> None:
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False, indent=1)):
        assert parse(text.encode("utf-8")) == value
        assert next(scan(text), None) is None


@given(JSON, st.data())
def test_scanner_and_parser_agree_on_damage(value: Any, data: st.DataObject) -> None:
    text = json.dumps([value], ensure_ascii=False)
    at = data.draw(st.integers(0, len(text) - 1))
    mark = data.draw(st.sampled_from([*'{}[]",:\\0-e. ', "NaN", ""]))
    broken = text[:at] + mark + text[at + 1 :]
    try:
        parse(broken.encode("utf-8"))
        refused = False
    except ContentError as error:
        refused = True
        assert error.line is None or error.line >= 1
    if broken.strip():
        assert (next(scan(broken), None) is not None) == refused


@pytest.mark.parametrize("place", [65_533, 65_534, 65_535, 65_536, 65_537, 131_071])
def test_a_suspect_between_two_parts_of_a_large_file_is_cleaned(place: int) -> None:
    """A large text is looked through in parts; an escape may begin at the end of one."""
    text = '["' + "x" * (place - 2) + '\\u0007 end"]'
    assert text.index("\\") == place
    (value,) = parse(text.encode())
    assert value.startswith("xxx") and value.endswith(" end")
    assert "\x07" not in value
