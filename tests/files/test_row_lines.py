"""Lines that are not made again: a map is written the same, whether its lines were remembered or not."""

from __future__ import annotations

import json
import random
from copy import copy
from typing import Any

import pytest

from maps import Builder, full_map, large_map
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import native, row_lines
from model.records import Asset, Record, record_to_row


def fresh(document: Document) -> bytes:
    """The bytes of a map of which nothing is remembered."""
    row_lines._known.clear()
    return native.dumps(document, saved_by={})


def test_after_each_edit_the_bytes_are_those_of_a_map_never_written() -> None:
    builder = full_map()
    dice = random.Random(3)
    for number in range(40):
        document = builder.document
        items = list(document.item_table)
        act = dice.randrange(3)
        if act == 0:
            builder.do(cards.add_cards(document, "note", [f"één {number}"], Listing("inbox")))
        elif act == 1:
            builder.do(cards.set_text(document, items[0], f"☺ {number}"))
        else:
            builder.do(cards.delete_cards(document, items[-1:]))
        remembered = native.dumps(builder.document, saved_by={})
        kept = dict(row_lines._known)
        assert remembered == fresh(builder.document)
        row_lines._known.update(kept)


def test_only_what_changed_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    document = large_map(400)
    native.dumps(document)
    made: list[Record] = []

    def counted(record: Record) -> dict[str, Any]:
        made.append(record)
        return record_to_row(record)

    monkeypatch.setattr(row_lines, "record_to_row", counted)
    changes = cards.set_text(document, document.placed[7].id, "anders")
    native.dumps(Builder(document).document.with_changes((c.table, c.id, c.new) for c in changes))
    assert len(made) == 1


@pytest.mark.parametrize("text", ["QUJD", 'A"B', "A\\B", "één", "", "A\nB"])
def test_a_picture_is_written_as_json_writes_it(text: str) -> None:
    start = full_map().document
    picture = Asset(id="ab" * 32, mime="image/png", w=1, h=1, base64="QUJD")
    picture = picture.changed(credit='who "took" it') if text != "QUJD" else picture
    odd = copy(picture)
    odd.__dict__["base64"] = text  # as no reader would let it in
    document = start.with_changes([("assets", odd.id, odd)])
    for _ in range(2):
        written = json.loads(native.dumps(document))
        assert written["assets"][odd.id]["base64"] == text


def test_few_maps_are_remembered() -> None:
    row_lines._known.clear()
    for _ in range(10):
        native.dumps(Document(full_map().document.tables))
    assert len(row_lines._known) == row_lines._MAPS
