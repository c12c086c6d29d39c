"""Cards on the clipboard and under a drag: ours as JSON, for other programs as text and HTML.

The same data carries a drag between the map and the lists beside it.  Inside one process and one map the cards are
known again by their ids and are moved; anywhere else they are pasted.  What comes in is capped and checked: the
clipboard belongs to everybody.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from model.commands.clipboard import MAX_CARDS, copy_cards, copy_text
from model.commands.places import in_map_order
from model.document import Document
from model.files.errors import ContentError
from model.files.strictjson import parse

if TYPE_CHECKING:
    from model.importers.cells import Cells

CARDS = "application/x-journeywall+json"
"""The MIME type of our cards."""

MAX_BYTES = 16_000_000
"""More than this is not read from the clipboard."""
MAX_LINES = MAX_CARDS

_PROCESS = secrets.token_hex(16)
# What lists in other programs begin their lines with, kept when text is copied as plain text.
_BULLET = re.compile(r"^\s*(?:[-*•‣◦–—·]|\(?\d{1,3}[.)])\s+")


def card_mime(document: Document, ids: Sequence[str]) -> QMimeData:
    """The cards ``ids`` for clipboard and drag; :func:`ids_from_mime` and :func:`payload_from_mime` read it back."""
    payload = copy_cards(document, ids)
    payload["source"] = {"process": _PROCESS, "document": document.document_id, "ids": list(ids)}
    mime = QMimeData()
    mime.setData(CARDS, json.dumps(payload, ensure_ascii=False).encode())
    rows = _table(document, ids)
    if rows is None:
        mime.setText(copy_text(document, ids))
    else:
        mime.setText("\n".join("\t".join(row) for row in rows))
    mime.setHtml(_html(document, ids, rows))
    return mime


def holds_cards(mime: QMimeData) -> bool:
    """Whether ``mime`` says that it holds our cards."""
    return mime.hasFormat(CARDS)


def ids_from_mime(mime: QMimeData, document: Document) -> tuple[str, ...] | None:
    """The ids of cards that come from this very map in this process and are still there; None for all others."""
    payload = payload_from_mime(mime)
    source = payload.get("source") if payload is not None else None
    if not isinstance(source, dict) or source.get("process") != _PROCESS:
        return None
    ids = source.get("ids")
    if source.get("document") != document.document_id or not isinstance(ids, list):
        return None
    known = tuple(i for i in ids if isinstance(i, str) and i in document.item_table)
    return known or None


def payload_from_mime(mime: QMimeData) -> dict[str, Any] | None:
    """Our cards as :func:`model.commands.clipboard.paste_cards` takes them; None when there are none to be read."""
    if not mime.hasFormat(CARDS):
        return None
    data = bytes(mime.data(CARDS).data())
    if not 0 < len(data) <= MAX_BYTES:
        return None
    try:
        payload = parse(data)
    except ContentError:
        return None
    return payload if isinstance(payload, dict) else None


def numbers_of(payload: Mapping[str, Any]) -> int:
    """How many cards a payload holds."""
    items = payload.get("items")
    return len(items) if isinstance(items, list) else 0


def clipboard_mime() -> QMimeData:
    """What the clipboard holds; nothing where the platform gives nothing, which Qt says as None."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if held is None else held


def holds_text(mime: QMimeData) -> bool:
    """Whether ``mime`` holds words, and not just the names of files of this computer."""
    return (mime.hasText() or mime.hasHtml()) and not any(url.isLocalFile() for url in mime.urls())


def cells_from_mime(mime: QMimeData) -> Cells:
    """What another program copied, as cells: from its text, or from its HTML (rules CE1 to CE4)."""
    from model.importers.cells import cells_on_clipboard  # when something is pasted, not at the start

    return cells_on_clipboard(mime.text() if mime.hasText() else "", mime.html() if mime.hasHtml() else "")


def columns_of(cells: Cells) -> list[list[str]]:
    """Cells as texts for cards: columns of lines, without the marks of lists; at most :data:`MAX_LINES` in each."""
    columns: list[list[str]] = [[] for _ in range(cells.columns)]
    for row in cells.rows:
        for column, cell in zip(columns, row, strict=True):
            column += _lines(cell)
    return [column[:MAX_LINES] for column in columns] if any(columns) else []


def list_of(cells: Cells) -> list[str]:
    """All that cells say as one list, row by row."""
    return [line for row in cells.rows for cell in row for line in _lines(cell)][:MAX_LINES]


def _lines(cell: str) -> list[str]:
    return [word for line in cell.split("\n") if (word := _BULLET.sub("", line).strip())]


def _table(document: Document, ids: Sequence[str]) -> list[list[str]] | None:
    """The texts as rows with a column for each step, where cards of several steps are chosen."""
    items = [item for item in in_map_order(document, ids) if item.place == "map"]
    steps = sorted({document.step_index[item.step_id or ""] for item in items})
    if len(steps) < 2:
        return None
    columns: list[list[str]] = [[] for _ in range(steps[0], steps[-1] + 1)]
    for item in items:
        columns[document.step_index[item.step_id or ""] - steps[0]].append(" ".join(item.text.split()))
    height = max(map(len, columns))
    return [[column[row] if row < len(column) else "" for column in columns] for row in range(height)]


def _html(document: Document, ids: Sequence[str], rows: list[list[str]] | None) -> str:
    import html  # not above: it is a large table of names

    if rows is not None:
        cells = "".join("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in rows)
        return f"<table>{cells}</table>"
    texts = [html.escape(item.text).replace("\n", "<br>") for item in in_map_order(document, ids)]
    return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
