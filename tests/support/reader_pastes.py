"""How what is pasted or dropped is given to its readers."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from model.changes import ChangeSet, apply
from model.document import Document
from model.files import native
from model.importers.lines import MAX_CARDS, cards_from_lines
from model.invariants import violations
from model.pictures import NotAPicture
from mutants import (
    MARKUP,
)
from reader_base import Call, Outcome, Result, sentence
from reader_samples import maps, pictures

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


@cache
def _here() -> Document:
    from said_maps import said_map

    return said_map()


def _pasted(changes: ChangeSet) -> Result:
    after = apply(changes, _here())

    def holds() -> None:
        assert violations(after) == []
        again, report = native.loads(native.dumps(after))
        assert again.same_content(after), "what was pasted does not come back from its file"
        assert not report.serious

    few = len(changes.added("items")) < 200
    return Result("opened" if changes else "refused", after if changes and few else None, holds)


@cache
def cards_stage() -> Mapping[str, bytes]:
    from model.commands.clipboard import copy_cards

    found = {}
    for name in ("said", "full", "linked"):
        document, _ = native.loads(maps()[name])
        payload = copy_cards(document, list(document.item_table))
        source = {"process": "x", "document": document.document_id, "ids": list(document.item_table)[:3]}
        found[name] = json.dumps({**payload, "source": source}, ensure_ascii=False).encode()
    return found


def _mime(**formats: bytes) -> QMimeData:
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    for name, data in formats.items():
        mime.setData(name.replace("__", "/"), data)
    return mime


def clipboard_cards(data: bytes, _room: Path) -> Call:
    from widgets.canvas.mime import CARDS

    mime = _mime(**{CARDS: data})

    def call() -> Result:
        from model.commands.clipboard import paste_cards
        from model.commands.places import Cell, Listing
        from widgets.canvas.gesture.drop import Load
        from widgets.canvas.mime import holds_cards, ids_from_mime, numbers_of, payload_from_mime
        from widgets.panels.note_drag import taking

        document = _here()
        assert holds_cards(mime)
        assert ids_from_mime(mime, document) is None
        payload = payload_from_mime(mime)
        found = taking(document, mime, Listing("inbox"), "note", copy=False)
        if payload is None:
            assert found is None
            return Result("refused")
        numbers_of(payload)
        Load((), payload)
        try:
            changes = paste_cards(document, payload, Cell(document.lanes[1].id, document.steps[0].id))
        except (ValueError, KeyError) as error:  # what the editor's bridge tells in one sentence
            assert str(error)
            return Result("refused")
        assert found is not None
        _pasted(found[0](document))
        return _pasted(changes)

    return call


_HTML = f"""<html><head><style>@import url(file:///etc/passwd)</style></head><body><ul><li>Een</li><li>{MARKUP}</li></ul>
<table><tr><td>a</td><td>b</td></tr></table><img src="data:image/png;base64,AAAA"><script>x</script></body></html>"""


def texts_stage() -> Mapping[str, bytes]:
    return {
        "list": "• Eén ding\n2) twee\n- [x] drie\n\n\tvier — €\r\nvijf".encode(),
        "table": b"a\tb\tc\n1\t\t3\n\t\t\nx\ty",
        "long": ("woord " * 50 + "\n").encode() * 30,
        "markup": _HTML.encode(),
    }


def clipboard_text(data: bytes, _room: Path) -> Call:
    text = data.decode("utf-8", "surrogatepass") if _decodes(data) else data.decode("latin-1")

    def call() -> Result:
        from model.commands.places import Cell
        from widgets.canvas.edit.buffer import TextBuffer
        from widgets.canvas.edits import paste_columns
        from widgets.canvas.mime import cells_from_mime, columns_of

        buffer = TextBuffer("Begin")
        buffer.insert(text)
        buffer.undo()
        columns = columns_of(cells_from_mime(_mime(text__plain=text.encode("utf-8", "replace"))))
        if not columns:
            return Result("refused")
        document = _here()
        few = [column[:60] for column in columns[:12]]
        return _pasted(paste_columns(document, few, Cell(document.lanes[1].id, document.steps[0].id)))

    return call


_TABLES = {
    "grid": """\tFase 1\tNieuw
Contactmomenten\t"a
b ""c""\"\td
Emotie\t-1\t2
Pijnpunten\tx\t
Backstage\ty\tz
""",
    "rows": """Nr\tFase\tContactmoment\tPersona\tGevoel\tKanaal\tErnst\tBij\tPrijs\tDuur\tDatum van de bron
1\tKoop\tKassa\tAnna\t4\tWinkel, web\t3\t\t12\t2 u\t1-2-2026
2\t2\tPin\t\t1\t\t\t1\t\teeuwig\t31-2-2026
""",
    "kinds": """type\ttext\tattach_to
pain_point\trij\t1
kans\tkassa erbij\trij
oplossing\tkoop er een\tkassa erbij
raar\t?\t99
""",
}


def tables_stage() -> Mapping[str, bytes]:
    cells = ["".join(f"<td>{cell}</td>" for cell in line.split("\t")) for line in _TABLES["kinds"].splitlines()]
    html = "<table>" + "".join(f"<tr>{row}" for row in cells) + "</table>"
    return {name: text.encode() for name, text in _TABLES.items()} | {"html": html.encode()}


def pasted_table(data: bytes, _room: Path) -> Call:
    """A table on the clipboard, as text and as HTML: by its names on the map, and with the phases that lack."""
    as_text, as_html = _mime(text__plain=data), _mime(text__html=data)

    def call() -> Result:
        from model.commands.places import Cell, Listing, Target
        from model.importers.tablepaste import paste_table, told
        from model.importers.tables import recognise
        from widgets.canvas.mime import cells_from_mime

        document = _here()
        cell = Cell(document.lanes[1].id, document.steps[0].id)
        result = Result("refused")
        targets: tuple[Target, Target] = (Listing("inbox"), cell)
        for mime, where in zip((as_html, as_text), targets, strict=True):
            table = recognise(document, cells_from_mime(mime))
            if table is None:
                continue
            assert 0 < len(table.cards) <= 5_000
            for make in (False, True):
                changes = paste_table(document, table, where, make)
                assert len(changes.added("items")) == len(table.cards)
                assert told(table, changes, apply(changes, document))
                result = _pasted(changes)
                result.holds()
        return result

    return call


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def pasted_lines(data: bytes, _room: Path) -> Call:
    text = data.decode("utf-8", "surrogatepass") if _decodes(data) else data.decode("latin-1")

    def call() -> Result:
        from model.commands.cards import add_cards
        from model.commands.places import Listing

        found = cards_from_lines(text)
        assert len(found.texts) <= MAX_CARDS
        if not found.texts:
            return Result("refused")
        result = _pasted(add_cards(_here(), "touchpoint", found.texts[:40], Listing("inbox")))
        return Result("listed" if found.left_out else "opened", result.document)

    return call


_KINDS = ("text/plain", "text/html", "text/uri-list", "image/png", "image/jpeg", "application/x-journeywall+json")


def _dropped_mime(data: bytes, room: Path) -> QMimeData:
    return _mime(**{kind: data.replace(b"/ROOM/", os.fsencode(room) + b"/") for kind in _KINDS})


def named_stage(data: bytes, room: Path) -> tuple[str, ...]:
    return tuple(str(Path(url.toLocalFile())) for url in _dropped_mime(data, room).urls() if url.isLocalFile())


def anything_dropped(data: bytes, room: Path) -> Call:
    """The same bytes under every kind that the program looks for, on the clipboard and under a drag."""
    (room / "b.png").write_bytes(pictures()["png"])
    mime = _dropped_mime(data, room)

    def call() -> Result:
        from app.dropping import dropped_paths
        from model.commands.places import Listing
        from widgets.canvas.mime import cells_from_mime, columns_of, holds_text
        from widgets.panels.note_drag import taking
        from widgets.picture_reader import holds_pictures, pictures_in

        paths = dropped_paths(mime)
        if holds_text(mime):
            columns_of(cells_from_mime(mime))
        outcome: Outcome = "opened" if paths else "refused"
        if holds_pictures(mime):
            try:
                outcome = "opened" if pictures_in(mime)() else outcome
            except NotAPicture as refused:
                sentence(refused)
        found = taking(_here(), mime, Listing("inbox"), "note", copy=True)
        if found is not None:
            try:
                return _pasted(found[0](_here()))
            except ValueError as error:
                assert str(error)
        return Result(outcome)

    return call


def dropped_lists() -> Mapping[str, bytes]:
    return {
        "maps": b"file:///ROOM/a.journey\r\nfile:///ROOM/b.mmd\r\n",
        "pictures": b"file:///ROOM/b.png\r\n",
        "web": b"http://127.0.0.1:9/a.journey\r\nfile://host/share/a.journey\r\nfile:///ROOM/%00a.png\r\n",
        "html": _HTML.encode(),
        "text": "• Eén\n• twee".encode(),
        "png": pictures()["png"],
    }
