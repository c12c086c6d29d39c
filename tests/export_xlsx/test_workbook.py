"""The workbook: what it holds comes back cell for cell; nothing in it makes a spreadsheet program repair or guess."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from every_field_map import every_field_map
from model.commands import cards, grid
from model.document import Document
from model.export.xlsx import ABOUT, HEAD_ROW, LISTS, export_xlsx, workbook_bytes
from model.export.xlsx_plan import BLANK_ROWS
from model.files.errors import WriteError
from rooms import Room
from workbook_lint import faults

NASTY = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+31 6 1234",
    "-2",
    "@naam",
    "'citaat",
    "regel een\nregel twee\ttab",
    "😀 emoji, עברית, العربية",
    "a" * 20_000,
    "<b>&amp;</b>",
]


@pytest.fixture
def document() -> Document:
    room = Room()
    room.run(grid.add_persona, "Sanne", role="loopt hard")
    room.run(grid.add_persona, "Henk")
    room.run(grid.set_fields, "phases", room.document.phases[2].id, name="")
    channel = room.run(grid.add_channel, "Winkel; balie", "building-store", "offline").added("channels")[0]
    for i, text in enumerate(NASTY):
        card = room.card("touchpoint", i % 3, text)
        room.run(cards.set_card, [card], channel_ids=(channel,))
        room.run(cards.set_emotion, card, room.document.personas[0].id, score=i % 5 - 2, word=text[:20], quote=text)
    touchpoint = room.document.touchpoints[0].id
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    room.run(cards.attach_cards, [pain], room.document.touchpoints[1].id)
    room.run(cards.set_card, [pain], severity=5)
    room.loose("note", "los")
    return room.document


def rows_of(data: bytes, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by column key, as calamine reads them."""
    grid_rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()
    keys, _titles, *rows = grid_rows
    return [dict(zip(map(str, keys), row, strict=True)) for row in rows]


def test_every_card_comes_back_cell_for_cell(document: Document) -> None:
    data, report = workbook_bytes(document, lang="en")
    rows = rows_of(data, "Notes")
    filled = [row for row in rows if row["id"]]
    assert report.cards == len(filled) == len(document.item_table)
    for row in filled:
        item = document.item_table[row["id"]]
        assert row["text"] == item.text
        assert row["number"] == f"N{item.number}"
        assert row["kind"] == {"touchpoint": "Touchpoint", "pain_point": "Pain point", "note": "Note"}[item.kind]
        assert row["severity"] == (item.severity or "")
        felt = document.emotions.get((item.id, document.personas[0].id))
        column = f"score:{document.personas[0].id}"
        assert row[column] == ("" if felt is None else felt.score)
    pain = next(row for row in filled if row["kind"] == "Pain point")
    assert pain["targets"] == "; ".join(f"N{t.number}" for t in document.targets[pain["id"]])
    assert pain["targets"].count("N") == 2


def test_order_is_phase_step_lane_position_then_inbox(document: Document) -> None:
    data, _ = workbook_bytes(document, lang="en")
    rows = rows_of(data, "Notes")
    expected = [i.id for i in (*document.placed, *document.inbox, *document.parking)]
    assert [row["id"] for row in rows if row["id"]] == expected


def test_no_text_becomes_a_formula(document: Document) -> None:
    data, _ = workbook_bytes(document)
    book = openpyxl.load_workbook(io.BytesIO(data))
    formulas = [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert formulas == []
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert not any(b"<f>" in parts.read(name) for name in sheets)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("blank", [False, True])
def test_nothing_that_makes_excel_repair_the_file(document: Document, lang: str, blank: bool) -> None:
    for told in (document, every_field_map()):
        assert faults(workbook_bytes(told, lang=lang, blank=blank)[0]) == []
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang=lang, blank=blank)[0]))
    assert sum(len(sheet.tables) for sheet in book) == (6 if blank else 7), "and the lines of feelings"


def test_a_template_has_the_frame_the_lists_and_room_but_no_cards(document: Document) -> None:
    data, report = workbook_bytes(document, lang="nl", blank=True)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert report.cards == 0
    sheet = next(s for s in book if "jw_cards" in s.tables)
    keys = [cell.value for cell in sheet[1]]
    assert sheet.max_row == HEAD_ROW + BLANK_ROWS
    assert all(cell.value is None for row in sheet.iter_rows(min_row=HEAD_ROW + 1) for cell in row)
    lists = {rule.formula1: rule for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert set(lists) >= {"jw_kinds", "jw_phases", "jw_steps", "jw_channels", "jw_scores", "jw_severities"}
    assert max(area.max_row for area in lists["jw_phases"].sqref.ranges) == HEAD_ROW + BLANK_ROWS
    named = {
        name: [row[0].value for row in book[LISTS][book.defined_names[name].attr_text.split("!")[1].replace("$", "")]]
        for name in book.defined_names
    }
    assert named["jw_phases"] == ["1 A", "2 B", "3"]
    assert named["jw_scores"] == [-2, -1, 0, 1, 2]
    assert named["jw_channels"] == ["Winkel, balie"]
    assert sum(str(key).startswith("score:") for key in keys) == 2


def test_it_says_what_it_is_twice(document: Document) -> None:
    data, _ = workbook_bytes(document)
    book = openpyxl.load_workbook(io.BytesIO(data))
    about = {row[0].value: row[1].value for row in book[ABOUT].iter_rows()}
    props = {prop.name: prop.value for prop in book.custom_doc_props.props}
    assert about["document_id"] == props["document_id"] == document.document_id
    assert about["revision"] == props["revision"] == document.revision
    assert book[ABOUT].sheet_state == book[LISTS].sheet_state == "hidden"


def test_ids_and_keys_are_there_but_not_in_the_way(document: Document) -> None:
    data, _ = workbook_bytes(document)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        if sheet.tables:
            assert sheet.column_dimensions["A"].hidden
            assert sheet.row_dimensions[1].hidden
            assert sheet.freeze_panes is not None


def test_the_overview_reads_like_the_wall(document: Document) -> None:
    data, _ = workbook_bytes(document, lang="nl")
    grid_rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    head = next(row for row in grid_rows if "1 A" in row)
    assert head[1:4] == ["1 A", "2 B", "3"]
    cells = [cell for row in grid_rows for cell in row]
    assert all(item.text in cells for item in document.placed)


def test_a_folder_that_is_not_there_is_one_sentence_and_no_file(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "nergens" / "kaart.xlsx"
    with pytest.raises(WriteError) as caught:
        export_xlsx(document, target)
    assert len(str(caught.value).splitlines()) == 1
    assert not target.exists()
