"""Wounded inputs: bytes flipped, cut and swapped; JSON with values no reader expects; lines and heads of pictures.

Every mutant follows from its seed alone.
"""

from __future__ import annotations

import base64
import binascii
import copy
import json
import re
import struct
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

Mutator = Callable[[bytes, Random], bytes]

MARKUP = '<b>x</b><img src="file:///etc/passwd"><a href="javascript:1">&Amp;</a>'
STACKED = "e" + "\u0301" * 20_000
"""One letter under 20,000 accents."""
TURNED = "\u202egnp.exe\u2066\u2069 \u200f\u200b\u200d\ufeff"
"""Letters that turn the line round, and letters that are not seen."""

TEXTS: tuple[str, ...] = (
    *("", " ", "\0", "\x1b[31m", "\r\n", "\u2028", "\ufffe", "null", "map", "id", "__class__", "constructor", "N1"),
    *("../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x", "\\\\host\\share", "C:\\x"),
    *(MARKUP, "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1", "%n {name} {0} {", "&Amp && &", "&lt;b&gt;", "<?xml?>"),
    *("2026-02-30", "0000-00-00", "9999-12-31", "٢٠٢٦-٠١-٠١", "#A0b1C2", "#GGGGGG", "0", "V0", "z" * 401, "!"),
    *("nl", "xx", "touchpoint", "touchpoints", "attach", "solves", "inbox", "parking", "phase", "step", "online"),
    *("\U0001f468\u200d\U0001f469\u200d\U0001f467", "مرحبا", "日本", "\u0e01\u0e33", "ﷺ" * 40, TURNED),
    *("x" * 20_000, "x" * 20_001, "word " * 5_000, "\n" * 5_000, "\t" * 300, "€" * 9_000),
)

RAW: tuple[str, ...] = (
    *("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5_000, "1" + "0" * 400, "-" + "9" * 20, "1E400"),
    *("[" * 60 + "]" * 60, "[" * 66 + "]" * 66, "[" * 990 + "]" * 990, '{"a":' * 70 + "1" + "}" * 70),
    *('"\\ud800"', '"\\udfff\\ud800"', '"\\u0000\\u0007"', '"\\ufffe"', '{"a": 1, "a": 2}', "nul", "'x'", "01", "+1"),
    *('"\\x"', '"unclosed', "[1,]", '{"a" 1}', "// x", "\ufeff1", "1 2"),
)
"""JSON, or nearly, that Python's writer does not write."""

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 5, 6, 101, 63, 64, 10**6, 10**7, 10**7 + 1, 2**31, 2**53, 2**53 + 1, 2**63),
    *(10**16, 0.5, -0.0, 1e-320, 1e308, 1.5, 1e7, -1e7),
    *([], {}, [[]], [{}], [None], {"": ""}, {"id": "map"}, {"id": None}, [1, "a", None], ["x"] * 501, [0] * 3_000),
    *([[0, 0]] * 40, [["a", 1]], {"a": {"b": {"c": [1]}}}, {"row": [None]}, {"__class__": "x", "self": 1}),
)


# -- bytes -----------------------------------------------------------------------------------------------------

_TOKENS = (
    *(b"null", b"{}", b"[]", b'""', b"-1", b"1e400", b"NaN", b'"map"', b"true", b'"x":1,', b"\0", b"\xff", b"\xc3"),
    *(b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\n", b"\r\n", b"\xe2\x80\xa8", b"<!DOCTYPE x>", b"<<<<<<< HEAD\n", b"\x1a"),
)


def any_bytes(data: bytes, dice: Random) -> bytes:
    """``data`` with one to four wounds, whatever it is."""
    wounded = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(wounded) + 1)
        kind = dice.randrange(9)
        if kind <= 1 and wounded:
            wounded[at % len(wounded)] ^= 1 << dice.randrange(8)
        elif kind == 2:
            del wounded[at : at + dice.randint(1, 200)]
        elif kind == 3:
            wounded[at:at] = wounded[: dice.randint(1, 300)]
        elif kind == 4:
            if dice.randrange(3) == 0:
                del wounded[at:]
        elif kind == 5:
            wounded[at : at + 40] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 40)))
        elif kind == 6:
            wounded = bytearray(b"\n".join(_moved(bytes(wounded).split(b"\n"), dice)))
        elif kind == 7:
            wounded[at:at] = dice.choice(_TOKENS)
        else:
            values = [i for i in range(len(wounded)) if wounded[i : i + 2] == b": "]
            if values:
                start = dice.choice(values) + 2
                end = min((e for e in (wounded.find(c, start) for c in b",}\n") if e > 0), default=start)
                wounded[start:end] = dice.choice(_TOKENS)
    return bytes(wounded)


def _moved(rows: list[bytes], dice: Random) -> list[bytes]:
    a, b = dice.randrange(len(rows)), dice.randrange(len(rows))
    which = dice.randrange(3)
    if which == 0:
        rows[a], rows[b] = rows[b], rows[a]
    elif which == 1:
        rows.insert(a, rows[b])
    else:
        del rows[a : a + dice.randint(1, 3)]
    return rows


# -- JSON ------------------------------------------------------------------------------------------------------


def json_values(data: bytes, dice: Random) -> bytes:
    """The JSON in ``data`` with some of its values, keys and rows changed, written in one of several ways."""
    value = json.loads(data)
    raw: list[str] = []
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        value = _changed(value, dice, raw)
    return _written(value, dice, raw)


def _nasty(dice: Random, raw: list[str], value: Any) -> Any:
    which = dice.randrange(10)
    if which < 4:
        return dice.choice(TEXTS)
    if which < 7:
        return copy.deepcopy(dice.choice(VALUES))  # what is put into a value may be changed there
    if which == 7:
        raw.append(dice.choice(RAW))
        return f"@@{len(raw) - 1}@@"
    if which == 8:
        return STACKED if dice.randrange(6) == 0 else dice.choice(TEXTS) * 2
    found = _all_texts(value)
    return dice.choice(found) if found else None


def _all_texts(value: Any) -> list[str]:
    """Texts of the value, ids of its own records among them: links may come to point anywhere."""
    found: list[str] = []
    todo = [value]
    while todo and len(found) < 400:
        part = todo.pop()
        if isinstance(part, str):
            found.append(part)
        else:
            todo += part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    return found


def _places(value: Any) -> list[tuple[Any, Any]]:
    """(container, key or index) of every value within ``value``; of the deep ones most."""
    found: list[tuple[Any, Any]] = []
    todo = [value]
    while todo:
        part = todo.pop()
        inner = (
            list(part.items()) if isinstance(part, dict) else list(enumerate(part)) if isinstance(part, list) else []
        )
        found += [(part, key) for key, _ in inner]
        todo += [child for _, child in inner]
    return found


def _changed(value: Any, dice: Random, raw: list[str]) -> Any:
    places = _places(value)
    if not places or dice.randrange(400) == 0:
        return _nasty(dice, raw, value)
    holder, key = dice.choice(places)
    which = dice.randrange(12)
    if which < 6:
        holder[key] = _nasty(dice, raw, value)
    elif which == 6:
        del holder[key]
    elif which == 7 and isinstance(holder, list):
        holder.insert(dice.randrange(len(holder) + 1), json.loads(json.dumps(holder[key])))
    elif which == 8 and isinstance(holder, list):
        dice.shuffle(holder)
    elif which == 9 and isinstance(holder, dict):
        holder[dice.choice(("mood", "__class__", "self", "id", "cls", "", "é", "\u202e", "changed", "x" * 300))] = (
            _nasty(dice, raw, value)
        )
    elif which == 10 and isinstance(holder, dict):
        holder[dice.choice(TEXTS[:20])] = holder.pop(key)
    else:
        other, place = dice.choice(places)
        try:
            holder[key], other[place] = json.loads(json.dumps(other[place])), json.loads(json.dumps(holder[key]))
        except (KeyError, IndexError, TypeError):
            return value  # the one was inside the other
    return value


def _written(value: Any, dice: Random, raw: list[str]) -> bytes:
    style = dice.randrange(6)
    if style < 4 and isinstance(value, dict):
        parts = []
        for key, inner in value.items():
            if isinstance(inner, list) and inner:
                rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in inner)
                parts.append(f"{json.dumps(key, ensure_ascii=False)}: [\n{rows}\n]")
            else:
                parts.append(f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(inner, ensure_ascii=False)}")
        if parts and dice.randrange(40) == 0:
            parts.append(dice.choice(parts))  # a key twice
        text = "{\n" + ",\n".join(parts) + "\n}\n"
    else:
        text = json.dumps(value, ensure_ascii=style == 4, indent=None if style == 4 else 2)
    for number, part in enumerate(raw):
        text = text.replace(f'"@@{number}@@"', part)
    return text.encode("utf-8", "surrogatepass")


# -- texts -----------------------------------------------------------------------------------------------------


def lines_of_text(data: bytes, dice: Random) -> bytes:
    """A text with lines and words of it doubled, swapped, cut, or replaced by what nobody writes."""
    text = data.decode("utf-8", "replace")
    for _ in range(dice.choice((1, 1, 2, 4))):
        rows = text.split("\n")
        at = dice.randrange(len(rows))
        which = dice.randrange(7)
        if which == 0:
            rows.insert(at, dice.choice(rows))
        elif which == 1:
            rows[at] = dice.choice(TEXTS)
        elif which == 2:
            rows[at] += dice.choice((":", ": 3: ", ":::", "\t", " # ", ";", ",", dice.choice(TEXTS)))
        elif which == 3:
            words = re.split(r"(\W)", rows[at])
            words[dice.randrange(len(words))] = dice.choice((*TEXTS, STACKED))
            rows[at] = "".join(words)
        elif which == 4:
            rows[at:at] = [dice.choice(rows)] * dice.choice((2, 50, 400))
        elif which == 5:
            del rows[at]
            rows = rows or [""]
        else:
            rows[at] = rows[at] * dice.choice((2, 30, 300))
        text = "\n".join(rows)[:400_000]
    return text.encode("utf-8", "surrogatepass")


# -- journals --------------------------------------------------------------------------------------------------


def sealed_lines(data: bytes, dice: Random) -> bytes:
    """A journal whose lines have other content and checksums that fit it."""
    rows = [line for line in data.split(b"\n") if line]
    for _ in range(dice.choice((1, 1, 2, 5))):
        at = dice.randrange(len(rows))
        try:
            body = json_values(rows[at][9:], dice).replace(b"\n", b" ")
        except (ValueError, RecursionError):  # it is no JSON any more, and gets wounds of another kind
            body = any_bytes(rows[at][9:], dice).replace(b"\n", b" ")
        rows[at] = b"%08x %b" % (binascii.crc32(body), body)
        if dice.randrange(8) == 0:
            rows = _moved(rows, dice) or rows[:1]
    return b"\n".join(rows) + b"\n"


# -- pictures --------------------------------------------------------------------------------------------------


def picture_parts(data: bytes, dice: Random) -> bytes:
    """A picture with another size, other parts, or its parts in another order; of a PNG the checksums fit."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _other_head(data, dice)
    chunks, at = [], 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    for _ in range(dice.randint(1, 3)):
        if not chunks:
            break
        place = dice.randrange(len(chunks))
        kind, body = chunks[place]
        which = dice.randrange(6)
        if which == 0 and kind == b"IHDR" and len(body) == 13:
            size = dice.choice(((1, 100_000), (6_325, 6_325), (40_000_001, 1), (2**31 - 1, 2**31 - 1), (0, 0), (7, 5)))
            body = struct.pack(">II", *size) + bytes(dice.choice((*b"\0\1\2\3\4\6\10\20", 255)) for _ in range(5))
        elif which == 1:
            body = any_bytes(body, dice)
        elif which == 2 and kind == b"IDAT":
            body = zlib.compress(bytes(dice.randrange(3_000_000)))
        elif which == 3:
            kind = dice.choice(
                (b"IDAT", b"PLTE", b"tRNS", b"iCCP", b"zTXt", b"iTXt", b"eXIf", b"acTL", b"fdAT", b"IEND")
            )
        elif which == 4:
            chunks.insert(place, (dice.choice((b"iCCP", b"zTXt")), b"x\0\0" + zlib.compress(bytes(5_000_000))))
            continue
        else:
            chunks.insert(dice.randrange(len(chunks)), chunks.pop(place))
            continue
        chunks[place] = (kind, body)
    return data[:8] + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def _other_head(data: bytes, dice: Random) -> bytes:
    wounded = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(min(len(wounded), 60))
        wounded[at : at + 2] = dice.choice((b"\xff\xff", b"\0\0", b"\xff\x3f", b"\1\0", b"\xff\xd8", b"\xff\xe1"))
    return bytes(wounded)


def pictures_of_a_map(data: bytes, dice: Random) -> bytes:
    """A map in which a picture's bytes are others."""
    value = json.loads(data)
    for asset in value.get("assets", {}).values():
        picture = base64.b64decode(asset["base64"])
        asset["base64"] = base64.b64encode(dice.choice((picture_parts, any_bytes))(picture, dice)).decode()
        if dice.randrange(3) == 0:
            asset[dice.choice(("w", "h"))] = dice.choice((1, 100_000, 4_000))
    return _written(value, dice, [])
