"""What a spreadsheet program makes of the workbook: LibreOffice opens it, saves it anew, and every cell is still there.

Other programs than the one that wrote it are the real readers: a workbook can be sound to openpyxl and still be
mended, with a loss, by what people open it with.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from every_field_map import every_field_map
from model.commands import cards, grid
from model.document import Document
from model.export.xlsx import export_xlsx
from model.files.native import load
from model.templates import example_path
from rooms import Room

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")

HARD = [
    "=1+1",
    "+31 6 1234",
    "-2",
    "@naam",
    "'citaat",
    "een\ntwee\ttab",
    "007",
    "1-2",
    "TRUE",
    "😀 עברית",
    "<b>&amp;</b>",
]


def hard_map() -> Document:
    """Texts that a spreadsheet program would like to take for formulas, numbers, dates or truth."""
    room = Room()
    room.run(grid.add_persona, "=Sanne")
    channel = room.run(grid.add_channel, "Winkel; balie", "building-store", "offline").added("channels")[0]
    for at, text in enumerate(HARD):
        card = room.card("touchpoint", at % 3, text)
        room.run(cards.set_card, [card], channel_ids=(channel,))
        room.run(cards.set_emotion, card, room.document.personas[0].id, score=at % 5 - 2, word=text[:20], quote=text)
    room.loose("note", "los")
    return room.document


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Workbook, Workbook]]:
    """Each workbook as written, and as LibreOffice saved it; one start of the program serves all of them."""
    folder = tmp_path_factory.mktemp("office")
    example = load(example_path("nl")).document
    for name, document, blank in (
        ("filled", example, False),
        ("template", example, True),
        ("hard", hard_map(), False),
        ("said", every_field_map(), False),
    ):
        export_xlsx(document, folder / f"{name}.xlsx", blank=blank)
    written = sorted(folder.glob("*.xlsx"))
    done = subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",  # not the user's own, and none that is open
            "--headless",
            "--norestore",
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML"),
            *("--outdir", str(folder / "saved")),
            *map(str, written),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    saved = [folder / "saved" / path.name for path in written]
    assert all(path.is_file() for path in saved), done.stdout + done.stderr
    return {
        path.stem: (openpyxl.load_workbook(path), openpyxl.load_workbook(after))
        for path, after in zip(written, saved, strict=True)
    }


def cells(sheet: Worksheet) -> dict[str, Any]:
    """What stands in a sheet, by place; a cell without anything is none."""
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")}


def choices(book: Workbook) -> dict[tuple[str, str], list[Any]]:
    """(sheet, range) -> what its drop-down list offers, read from the cells that it names."""
    found: dict[tuple[str, str], list[Any]] = {}
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            if rule.type == "list":
                title, _, area = book.defined_names[str(rule.formula1)].attr_text.rpartition("!")
                rows = book[title.strip("'$")][area.replace("$", "")]
                rows = rows if isinstance(rows, tuple) else ((rows,),)
                found[sheet.title, str(rule.sqref)] = [row[0].value for row in rows]
    return found


@pytest.mark.parametrize("name", ["filled", "template", "hard", "said"])
def test_every_cell_is_read_back(books: dict[str, tuple[Workbook, Workbook]], name: str) -> None:
    written, saved = books[name]
    assert saved.sheetnames == written.sheetnames
    for sheet in written.worksheets:
        again = saved[sheet.title]
        assert isinstance(again, Worksheet)
        assert cells(again) == cells(sheet), sheet.title
        assert again.sheet_state == sheet.sheet_state
        assert not [cell.coordinate for row in again.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_pictures_are_kept_in_their_rows(books: dict[str, tuple[Workbook, Workbook]]) -> None:
    def places(book: Workbook) -> dict[str, list[tuple[int, int]]]:
        found = {}
        for sheet in book.worksheets:
            anchors = [image.anchor for image in sheet._images]
            found[sheet.title] = sorted((anchor._from.row, anchor._from.col) for anchor in anchors)
        return found

    written, saved = (places(book) for book in books["filled"])
    assert saved == written
    assert len(written["Kaartjes"]) >= 1
    assert len(written["Persona’s"]) == 3


@pytest.mark.parametrize("name", ["filled", "template"])
def test_the_drop_down_lists_are_kept(books: dict[str, tuple[Workbook, Workbook]], name: str) -> None:
    written, saved = (choices(book) for book in books[name])
    assert saved == written
    offered = {values[0] for values in written.values()}
    assert {"Contactmoment", -2, 1} <= offered, "kinds of notes, scores, severities"
    assert any(values[:1] == ["1 Latente en concrete behoefte"] for values in written.values()), "the phases"


def test_the_template_is_empty_below_its_heads(books: dict[str, tuple[Workbook, Workbook]]) -> None:
    _, saved = books["template"]
    sheet = saved["Kaartjes"]
    assert isinstance(sheet, Worksheet)
    assert {cell.row for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")} == {1, 2}
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
