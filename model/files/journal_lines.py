"""The lines of a journal: a checksum, a space, one JSON object.  Reading gives the good beginning and never raises."""

from __future__ import annotations

import json
import zlib
from typing import Any

from model.values import dataclass


@dataclass(frozen=True, slots=True)
class JournalRead:
    """The good records at the beginning of a journal.

    ``good_bytes`` is where they end; ``torn`` that only the last line is unfinished (a crash while writing, nothing
    that was confirmed is missing); ``damaged`` that something else follows that is no sound record.
    """

    records: tuple[dict[str, Any], ...]
    good_bytes: int
    torn: bool = False
    damaged: bool = False


def encode_record(record: dict[str, Any]) -> bytes:
    """One line; the checksum (crc32, 8 hex digits) is of the JSON's bytes."""
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"%08x %b\n" % (zlib.crc32(body), body)


def read_records(data: bytes) -> JournalRead:
    """The records of a journal up to the first bad one: wrong checksum, no JSON, or a number out of turn."""
    records: list[dict[str, Any]] = []
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        if end < 0:
            return JournalRead(tuple(records), start, torn=True)
        record = _decode(data[start:end])
        if record is None or (records and record["n"] != records[-1]["n"] + 1):
            return JournalRead(tuple(records), start, damaged=True)
        records.append(record)
        start = end + 1
    return JournalRead(tuple(records), start)


def _decode(line: bytes) -> dict[str, Any] | None:
    if len(line) < 11 or line[8:9] != b" ":
        return None
    try:
        checksum = int(line[:8], 16)
        if checksum != zlib.crc32(line[9:]):
            return None
        record = json.loads(line[9:])
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("n"), int):
        return None
    return record
