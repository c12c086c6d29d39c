"""Lines of a map file: on which one a record stands, and what can be picked out of a damaged file.

The native file has one record per line, so a cut, a flipped bit or a merge's conflict marks cost the lines they hit
and no others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from model.files.errors import ContentError
from model.files.strictjson import parse_text
from model.plaintext import clean_text

LineOf = Callable[[str, int], int | None]
"""(table, index of the row) -> its line, from 1."""

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]|\n', re.DOTALL)
_FIELD = re.compile(r'"([A-Za-z0-9_]{1,60})"\s*:\s*(.*?),?\s*\Z', re.DOTALL)


def line_finder(text: str) -> LineOf:
    """Tells on which line of the sound JSON ``text`` a row starts; the text is looked through at the first question."""
    found: dict[tuple[str, int], int] = {}

    def line_of(table: str, index: int) -> int | None:
        if not found:
            found.update(_record_lines(text))
            found.setdefault(("", -1), 0)
        return found.get((table, index))

    return line_of


def _record_lines(text: str) -> dict[tuple[str, int], int]:
    lines: dict[tuple[str, int], int] = {}
    line, depth, index = 1, 0, 0
    key, table = "", ""
    for match in _TOKEN.finditer(text):
        part = match.group()
        if part == "\n":
            line += 1
        elif part in "[{":
            depth += 1
            if depth == 2:
                table, index = key, 0
                if part == "{":
                    lines[table, 0] = line
            elif depth == 3:
                lines.setdefault((table, index), line)
        elif part in "]}":
            depth -= 1
        elif part == "," and depth == 2:
            index += 1
        elif depth == 1 and part.startswith('"'):
            key = json.loads(part)
    return lines


class Salvage:
    """What was picked out of a damaged file: the JSON object, the line of each row, the lines that were lost."""

    __slots__ = ("broken", "data", "rows", "whole")

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.rows: dict[tuple[str, int], int] = {}
        self.broken: list[tuple[str, int, str]] = []
        """(table, line, what stands there)"""
        self.whole = False
        """Whether the end of the file was reached as it is written."""

    def line_of(self, table: str, index: int) -> int | None:
        """The line of a row."""
        return self.rows.get((table, index))


def salvage(data: bytes, tables: tuple[str, ...]) -> Salvage | None:
    """Every sound line of a damaged map file; None when it is not one of ours or no record is left.

    Never raises, whatever the bytes are.
    """
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    if '"format": "journeywall"' not in text[:2000]:
        return None
    result = Salvage()
    table = ""
    for count, raw in enumerate(text.split("\n"), 1):
        line = raw.strip(" \t\r\0")
        if line in ("", "{", "}"):
            result.whole = result.whole or (line == "}" and not table)
            continue
        if table:
            if line in ("]", "],", "}", "},"):
                table = ""
                continue
            if _opens(line) is None:
                _take_row(result, table, line, count)
                continue
        opened = _opens(line)
        if opened is not None:
            table, empty = opened
            result.data.setdefault(table, empty)
            continue
        _take_field(result, line, count)
    records = sum(len(result.data[name]) for name in tables if isinstance(result.data.get(name), list))
    return result if records else None


def _opens(line: str) -> tuple[str, list[Any] | dict[str, Any]] | None:
    match = re.fullmatch(r'"([a-z_]{1,60})"\s*:\s*([\[{])', line)
    if match is None:
        return None
    return match.group(1), [] if match.group(2) == "[" else {}


def _take_row(result: Salvage, table: str, line: str, count: int) -> None:
    place = result.data[table]
    try:
        if isinstance(place, list):
            row = parse_text(line.removesuffix(","))
            result.rows[table, len(place)] = count
            place.append(row)
            return
        inner = parse_text("{" + line.removesuffix(",") + "}")
        if isinstance(place, dict) and not inner.keys() & place.keys():
            place.update(inner)
            return
    except ContentError:
        pass  # it is listed with the broken lines below
    result.broken.append((table, count, clean_text(line)))


def _take_field(result: Salvage, line: str, count: int) -> None:
    match = _FIELD.fullmatch(line)
    if match is not None and match.group(1) not in result.data:
        try:
            result.data[match.group(1)] = parse_text(match.group(2))
        except ContentError:
            pass  # it is listed with the broken lines below
        else:
            if isinstance(result.data[match.group(1)], dict):
                result.rows[match.group(1), 0] = count
            return
    result.broken.append(("", count, clean_text(line)))
