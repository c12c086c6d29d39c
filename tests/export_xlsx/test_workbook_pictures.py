"""Pictures of cards and portraits of personas in the workbook (rules XP1 to XP4)."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from model.document import Document
from model.export.xlsx import HEAD_ROW, column_index, workbook_bytes
from model.export.xlsx_pictures import BOX, MOST_LINES, PER_LINE, SHARP, Thumbnails
from model.export.xlsx_plan import plan_workbook
from model.i18n import speaking
from said_maps import BROKEN, changed, picture_asset, said_map, with_records
from workbook_lint import faults

XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def made(document: Document, *, blank: bool = False) -> bytes:
    return workbook_bytes(document, lang="en", blank=blank)[0]


def sheet_of(data: bytes, title: str) -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(data))[title]
    assert isinstance(found, Worksheet)
    return found


def row_of(sheet: Worksheet, record_id: str) -> int:
    rows: list[int] = [row[0].row for row in sheet.iter_rows(min_row=HEAD_ROW + 1) if row[0].value == record_id]
    return rows[0]


def drawings(data: bytes) -> dict[str, list[tuple[int, int, str, str]]]:
    """By drawing: (row, column, alternative text, editAs) of each picture, counted from 1."""
    found: dict[str, list[tuple[int, int, str, str]]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in sorted(parts.namelist()):
            if name.startswith("xl/drawings/drawing"):
                for anchor in ET.fromstring(parts.read(name)):  # noqa: S314 - made here
                    start = anchor.find(f"{XDR}from")
                    words = anchor.find(f".//{XDR}cNvPr")
                    assert start is not None and words is not None
                    row, column = (int(start.findtext(f"{XDR}{side}") or -1) + 1 for side in ("row", "col"))
                    place = (row, column, words.get("descr", ""), anchor.get("editAs", ""))
                    found.setdefault(name, []).append(place)
    return found


def test_xp1_each_picture_stands_in_the_row_of_its_card_and_each_portrait_in_its_personas() -> None:
    document = said_map()
    data = made(document)
    cards, people = drawings(data).values()
    sheet = sheet_of(data, "Notes")
    with speaking("en"):
        column = column_index(plan_workbook(document, blank=False).sheets[0].columns, "pictures")
    assert sheet.cell(HEAD_ROW, column).value == "Pictures"
    rows = [row for row, *_ in cards]
    assert rows == [row_of(sheet, "c3"), row_of(sheet, "c3"), row_of(sheet, "c9")]
    assert {at for _, at, *_ in cards} == {column}
    personas = sheet_of(data, "Personas")
    assert [row for row, *_ in people] == [row_of(personas, "henk")]
    assert personas.cell(HEAD_ROW, 2).value == "Portrait"
    assert faults(data) == []


def test_the_row_is_as_high_and_the_column_as_wide_as_the_pictures_need() -> None:
    document = changed(said_map(), {"items": {"c1": {"pictures": tuple(said_map().asset_table) * 4}}})
    data = made(document)
    sheet = sheet_of(data, "Notes")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        tree = ET.fromstring(parts.read("xl/drawings/drawing1.xml"))  # noqa: S314 - made here
    ends: dict[int, int] = {}
    for anchor in tree:
        start, end = anchor.find(f"{XDR}from"), anchor.find(f"{XDR}to")
        assert start is not None and end is not None
        assert start.findtext(f"{XDR}col") == end.findtext(f"{XDR}col"), "inside its cell"
        row = int(start.findtext(f"{XDR}row") or 0) + 1
        assert row == int(end.findtext(f"{XDR}row") or 0) + 1
        ends[row] = max(ends.get(row, 0), int(end.findtext(f"{XDR}rowOff") or 0))
        letter = openpyxl.utils.get_column_letter(int(start.findtext(f"{XDR}col") or 0) + 1)
        width = int((sheet.column_dimensions[letter].width or 0) * 7 + 5)
        assert int(end.findtext(f"{XDR}colOff") or 0) / 9525 <= width
    for row, emu in ends.items():
        assert emu / 9525 * 0.75 <= (sheet.row_dimensions[row].height or 0) <= 409
    assert sheet.row_dimensions[row_of(sheet, "c1")].height > 2 * BOX[1] * 0.75, "eight pictures, in three lines"


def test_xp2_pictures_are_tied_to_their_cells() -> None:
    assert {tied for rows in drawings(made(said_map())).values() for *_, tied in rows} == {"twoCell"}


def test_xp3_a_picture_says_whose_it_is() -> None:
    words = [told for rows in drawings(made(said_map())).values() for _, _, told, _ in rows]
    assert words == [
        "N3 Past de schoen, picture 1 of 2",
        "N3 Past de schoen, picture 2 of 2",
        "N9 31 % is zoek",
        "Henk",
    ]


def test_xp4_small_copies_are_written() -> None:
    document = said_map()
    with zipfile.ZipFile(io.BytesIO(made(document))) as parts:
        media = [parts.read(name) for name in parts.namelist() if name.startswith("xl/media/")]
    assert len(media) == 4
    sizes = [Image.open(io.BytesIO(data)).size for data in media]
    assert all(w <= BOX[0] * SHARP and h <= BOX[1] * SHARP for w, h in sizes)
    assert sizes[0] == (160, 107), "a photograph of 300 by 200"
    kinds = [Image.open(io.BytesIO(data)).format for data in media]
    assert kinds == ["JPEG", "PNG", "PNG", "PNG"]


def test_what_can_be_seen_through_stays_so_and_a_small_one_is_not_made_large() -> None:
    small = Thumbnails().of(picture_asset(20, 10, (200, 30, 40, 90)))
    assert small is not None
    assert (small.w, small.h) == (20, 10)
    assert Image.open(io.BytesIO(small.data)).mode == "RGBA"


def test_what_cannot_be_shown_is_said_in_the_cell() -> None:
    document = with_records(said_map(), ("assets", BROKEN))
    many = tuple(document.asset_table)[:1] * (PER_LINE * MOST_LINES + 2)
    document = changed(
        document,
        {
            "items": {"c1": {"pictures": (BROKEN.id,)}, "c2": {"pictures": ("0" * 64,)}, "c7": {"pictures": many}},
            "personas": {"sanne": {"portrait": BROKEN.id}},
        },
    )
    data = made(document)
    sheet = sheet_of(data, "Notes")
    with speaking("en"):
        column = column_index(plan_workbook(document, blank=False).sheets[0].columns, "pictures")
    said = {i: sheet.cell(row_of(sheet, i), column).value for i in ("c1", "c2", "c3", "c7")}
    assert said == {"c1": "1 picture not shown", "c2": "1 picture not shown", "c3": None, "c7": "2 pictures not shown"}
    assert sheet_of(data, "Personas").cell(3, 2).value == "1 picture not shown"
    assert faults(data) == []


@pytest.mark.parametrize("blank", [False, True])
def test_a_map_without_pictures_and_a_template_have_no_column_for_them(blank: bool) -> None:
    document = said_map()
    if not blank:
        bare = {item.id: {"pictures": ()} for item in document.item_table.values() if item.pictures}
        document = changed(document, {"items": bare, "personas": {"henk": {"portrait": None}}})
    data = made(document, blank=blank)
    assert drawings(data) == {}
    assert "Pictures" not in [cell.value for cell in sheet_of(data, "Notes")[HEAD_ROW]]
    assert "Portrait" not in [cell.value for cell in sheet_of(data, "Personas")[HEAD_ROW]]


def test_the_same_map_gives_the_same_parts() -> None:
    def parts(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}

    assert parts(made(said_map())) == parts(made(said_map()))
