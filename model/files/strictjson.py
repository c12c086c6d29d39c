"""JSON from outside, read one way only: sized, strict UTF-8, no double keys, no NaN, no huge numbers, not too deep.

Python's own parser lets all of these through, and each of them loses or breaks something later (double keys: the
last wins; NaN: saved as null; a lone surrogate: the next save fails).  The fast parser reads; only when it refuses,
a slow scanner of our own finds the line and column for the user.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from model.files.atomic import SIZE_LIMIT, FileStamp, read_file
from model.files.errors import ContentError, shown_name
from model.i18n import QT_TRANSLATE_NOOP, number, translate
from model.latepattern import late
from model.plaintext import clean_text

MAX_DEPTH = 64
"""Nested lists and objects; a map needs 4."""

MAX_INTEGER = 2**53
"""Beyond it other programs' numbers lose digits (RFC 8259, section 6)."""

_PART = 65_536
"""Characters that are searched at a time."""
_MAY_HOLD_SUSPECTS = re.compile("\\\\[ubfr]|[\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def read_json(path: str | os.PathLike[str], limit: int = SIZE_LIMIT) -> tuple[Any, FileStamp]:
    """The JSON value in ``path``, cleaned, and the file's stamp.  Raises ReadError or ContentError."""
    data, stamp = read_file(path, limit)
    return parse(data, path), stamp


def parse(data: bytes, path: str | os.PathLike[str] = "") -> Any:
    """The JSON value in ``data``, its texts cleaned.  ``path`` is named in errors.  Raises ContentError."""
    return parse_text(decode(data, path), path)


def decode(data: bytes, path: str | os.PathLike[str] = "") -> str:
    """``data`` as text: strict UTF-8, with or without a byte order mark.  Raises ContentError."""
    name = shown_name(path)
    if not data:
        raise ContentError(path, _empty().format(name=name))
    if not data.strip(b"\0"):
        text = translate("Files", "“{name}” holds nothing but zeros ({count} bytes): the disk lost it; open a copy.")
        raise ContentError(path, text.format(name=name, count=number(len(data))))
    if _is_utf16(data):
        text = translate("Files", "“{name}” is saved as UTF-16; save it as UTF-8 and open it again.")
        raise ContentError(path, text.format(name=name), 1, 1)
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = position(before, len(before))
        text = translate("Files", "“{name}” is damaged or not UTF-8 text (line {line}, column {column}); open a copy.")
        sentence = text.format(name=name, line=number(line), column=number(column))
        raise ContentError(path, sentence, line, column) from error
    if not decoded.strip():
        raise ContentError(path, _empty().format(name=name))
    return decoded


def parse_text(text: str, path: str | os.PathLike[str] = "") -> Any:
    """The JSON value in ``text``, its texts cleaned.  Raises ContentError with line and column."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_real,
            parse_constant=_constant,
        )
        return _cleaned(value, 1, _may_hold_suspects(text))
    except (_RefusedError, json.JSONDecodeError, RecursionError) as error:
        fault = next(scan(text), None)
        if fault is None:
            position_of_error = error.pos if isinstance(error, json.JSONDecodeError) else 0
            fault = Fault(position_of_error, NOT_JSON)
        raise fault.as_error(text, path) from error


def _may_hold_suspects(text: str) -> bool:
    """Whether any text may have to be cleaned.  In parts: a search through all of a large map lets no thread go on."""
    starts = range(0, len(text), _PART)
    return any(
        _MAY_HOLD_SUSPECTS.search(text, start, start + _PART + 1) for start in starts
    )  # a suspect has two letters


class _RefusedError(ValueError):
    """Something that JSON's grammar allows and we do not."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RefusedError
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17:
        raise _RefusedError
    value = int(digits)
    if abs(value) > MAX_INTEGER:
        raise _RefusedError
    return value


def _real(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _RefusedError
    return value


def _constant(name: str) -> NoReturn:
    raise _RefusedError(name)


def _cleaned(value: Any, depth: int, clean: bool) -> Any:
    """``value`` with clean texts; refuses what is nested too deep."""
    if isinstance(value, str):
        return clean_text(value) if clean else value
    if isinstance(value, list):
        if depth > MAX_DEPTH:
            raise _RefusedError
        for i, inner in enumerate(value):
            if isinstance(inner, list | dict) or (clean and isinstance(inner, str)):
                value[i] = _cleaned(inner, depth + 1, clean)
    elif isinstance(value, dict):
        if depth > MAX_DEPTH:
            raise _RefusedError
        for key, inner in value.items():
            if isinstance(inner, list | dict) or (clean and isinstance(inner, str)):
                value[key] = _cleaned(inner, depth + 1, clean)
        if clean and any(clean_text(key) != key for key in value):
            renamed = {clean_text(key): inner for key, inner in value.items()}
            if len(renamed) != len(value):
                raise _RefusedError
            return renamed
    return value


# -- the slow scanner: where is it wrong? -------------------------------------------------------------------------

NOT_JSON = QT_TRANSLATE_NOOP("Files", "“{name}” is damaged or not JSON (line {line}, column {column}); open a copy.")
CUT_OFF = QT_TRANSLATE_NOOP("Files", "“{name}” is cut off at line {line}, column {column}; open a copy.")
DOUBLE_KEY = QT_TRANSLATE_NOOP(
    "Files", "“{name}” has the field “{detail}” twice (line {line}, column {column}); remove one of them."
)
NO_NUMBER = QT_TRANSLATE_NOOP(
    "Files", "“{name}” has {detail} where a number should be (line {line}, column {column}); correct it."
)
HUGE_NUMBER = QT_TRANSLATE_NOOP(
    "Files", "“{name}” has a number that is too large (line {line}, column {column}); correct it."
)
TOO_DEEP = QT_TRANSLATE_NOOP("Files", "“{name}” is nested too deep (line {line}, column {column}); it is no map.")

_TOKEN = late(
    r"""[ \t\n\r]*(?:
        (?P<string>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*")
      | (?P<constant>-?Infinity|NaN)
      | (?P<number>-?(?:0|[1-9][0-9]*)(?P<fraction>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?))
      | (?P<word>true|false|null)
      | (?P<mark>[\[\]{},:])
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_OPEN_STRING = late(
    r"""[ \t\n\r]*"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*"""
    r"""(?:\\(?:u[0-9A-Fa-f]{0,3})?)?\Z"""
)
_CUT_WORDS = frozenset(word[:n] for word in ("true", "false", "null", "NaN", "-Infinity") for n in range(1, len(word)))


class Fault:
    """One thing wrong at a character position of a text."""

    def __init__(self, at: int, sentence: str, detail: str = "") -> None:
        self.at = at
        self.sentence = sentence
        self.detail = detail

    def as_error(self, text: str, path: str | os.PathLike[str]) -> ContentError:
        """The error for the user, with line and column in ``text``."""
        line, column = position(text, self.at)
        shown = clean_text(self.detail).replace("\n", " ")
        if len(shown) > 40:
            shown = shown[:40] + "…"
        sentence = translate("Files", self.sentence).format(
            name=shown_name(path), line=number(line), column=number(column), detail=shown
        )
        return ContentError(path, sentence, line, column)


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at index ``at``."""
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def scan(text: str) -> Iterator[Fault]:
    """The first fault of ``text`` as strict JSON, if there is one.  Slow, never recursive."""
    stack: list[set[str] | None] = []  # the keys of each open object, None for a list
    # What may come next: a value, a key, the first of either or an end, a colon, a comma or an end, nothing more.
    expect = "value"
    at = 0
    while True:
        match = _TOKEN().match(text, at)
        if match is None:
            cut = _OPEN_STRING().match(text, at) is not None or text[at:].lstrip() in _CUT_WORDS
            skipped = len(text) - at - len(text[at:].lstrip(" \t\n\r"))
            yield Fault(len(text), CUT_OFF) if cut else Fault(at + skipped, NOT_JSON)
            return
        kind = match.lastgroup if match.lastgroup != "fraction" else "number"
        part = match.group(kind) if kind else ""
        start = match.start(kind) if kind else at
        at = match.end()
        if kind == "end":
            if expect != "nothing":
                yield Fault(len(text), CUT_OFF)
            return
        if expect == "nothing":
            yield Fault(start, NOT_JSON)
            return
        if kind == "mark" and part in "]}":
            fits = bool(stack) and (stack[-1] is None) == (part == "]")
            if not fits or expect not in ("first value", "first key", "comma"):
                yield Fault(start, NOT_JSON)
                return
            stack.pop()
            expect = "comma" if stack else "nothing"
        elif kind == "mark" and part == ",":
            if expect != "comma":
                yield Fault(start, NOT_JSON)
                return
            expect = "value" if stack[-1] is None else "key"
        elif kind == "mark" and part == ":":
            if expect != "colon":
                yield Fault(start, NOT_JSON)
                return
            expect = "value"
        elif expect in ("key", "first key"):
            keys = stack[-1]
            if kind != "string" or keys is None:
                yield Fault(start, NOT_JSON)
                return
            key = clean_text(json.loads(part))
            if key in keys:
                yield Fault(start, DOUBLE_KEY, key)
                return
            keys.add(key)
            expect = "colon"
        elif expect not in ("value", "first value"):
            yield Fault(start, NOT_JSON)
            return
        elif kind == "mark":
            stack.append(set() if part == "{" else None)
            if len(stack) > MAX_DEPTH:
                yield Fault(start, TOO_DEEP)
                return
            expect = "first key" if part == "{" else "first value"
        else:
            if kind == "constant":
                yield Fault(start, NO_NUMBER, part)
                return
            if kind == "number" and _too_large(part, bool(match.group("fraction"))):
                yield Fault(start, HUGE_NUMBER)
                return
            expect = "comma" if stack else "nothing"


def _too_large(part: str, fraction: bool) -> bool:
    if fraction:
        return not math.isfinite(float(part))
    return len(part) > 17 or abs(int(part)) > MAX_INTEGER


def _empty() -> str:
    return translate("Files", "“{name}” is empty; open a copy of it.")


def _is_utf16(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:64]
    halves = (head[0::2], head[1::2])
    return len(head) >= 4 and any(not a.strip(b"\0") and b"\0" not in b for a, b in (halves, halves[::-1]))
