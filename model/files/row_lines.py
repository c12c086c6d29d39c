"""The lines of a map's records: one that did not change since the map was written last is not made again.

A save of 5,000 cards after one edit makes one line; that is most of what saving costs.  Records never change, so a line
belongs to its record for good.  What is remembered is what the last writing of a map needed, of a few maps.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from typing import Any

from model.plaintext import clean_text
from model.records import Asset, Record, record_to_row

_MAPS = 4
"""Of so many maps lines are remembered."""

Line = tuple[Record, bytes]
_known: dict[str, dict[int, Line]] = {}
_turn = threading.Lock()


class RowLines:
    """The lines of one writing of the map with an id; :meth:`remember` them when it is done."""

    def __init__(self, document_id: str) -> None:
        self._id = document_id
        with _turn:
            self._old = _known.get(document_id, {})
        self._new: dict[int, Line] = {}

    def of(self, records: Iterable[Record]) -> list[bytes]:
        """The JSON of each record, on one line, without the comma behind it."""
        old, new = self._old, self._new
        lines = []
        for record in records:
            line = old.get(id(record))
            # The same number may be that of another record, made where a forgotten one was.
            if line is None or line[0] is not record:
                line = (record, json_line(record_to_row(record)))
            new[id(record)] = line
            lines.append(line[1])
        return lines

    def of_picture(self, record: Asset) -> bytes:
        """The line of a picture.  Its bytes are put in as they are, and not remembered: the record has them already."""
        old = self._old.get(id(record))
        if old is None or old[0] is not record:
            row = record_to_row(record)
            plain = _is_plain(record.base64)
            if plain:
                row["base64"] = ""
            key = json_line(row.pop("id"))
            old = (record, key + b": " + json_line(row) if plain else b"")
        self._new[id(record)] = old
        if not old[1]:
            row = record_to_row(record)
            return json_line(row.pop("id")) + b": " + json_line(row)
        before, _, after = old[1].partition(b'"base64": "')
        return b"".join((before, b'"base64": "', record.base64.encode("ascii"), after))

    def remember(self) -> None:
        """Keep these lines for the next time."""
        with _turn:
            _known.pop(self._id, None)
            _known[self._id] = self._new
            while len(_known) > _MAPS:
                del _known[next(iter(_known))]


def forget_lines(document_id: str) -> None:
    """Let go of the lines of a map that is closed: read again, it has other records."""
    with _turn:
        _known.pop(document_id, None)


def json_line(value: Any) -> bytes:
    """``value`` as JSON on one line."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        # A lone surrogate that came past every entry must not make saving fail for ever.
        return clean_text(text).encode("utf-8")


def _is_plain(text: str) -> bool:
    """Whether JSON writes ``text`` as it is."""
    return text.isascii() and text.isprintable() and '"' not in text and "\\" not in text
