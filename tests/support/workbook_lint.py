"""What makes Excel repair or refuse a workbook, though openpyxl writes it without a word."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import openpyxl

CHARACTERS = 32_767
"""In one cell (Excel specifications and limits, Microsoft)."""


def faults(data: bytes) -> list[str]:
    """One line for each fault; none for a sound workbook."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found: list[str] = []
    names = [sheet.title for sheet in book]
    if len({name.casefold() for name in names}) != len(names):
        found.append(f"two sheets of one name: {names}")
    tables: list[str] = []
    for sheet in book:
        if len(sheet.title) > 31 or re.search(r"[\[\]:*?/\\]|^'|'$", sheet.title):
            found.append(f"no name for a sheet: {sheet.title}")
        if sheet.page_setup.orientation != "landscape" or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            found.append(f"{sheet.title} has no print setup")
        for table in sheet.tables.values():
            tables.append(table.displayName)
            head = [cell.value for cell in sheet[table.ref][0]]
            if head != [column.name for column in table.tableColumns]:
                found.append(f"{table.displayName}: the heads are not the table's")
            if len({str(title).casefold() for title in head}) != len(head):
                found.append(f"{table.displayName}: a head stands twice: {head}")
            if len(sheet[table.ref]) < 2:
                found.append(f"{table.displayName} has no row")
            if re.fullmatch(r"[A-Za-z]{1,3}\d+", table.displayName):
                found.append(f"{table.displayName} is the name of a cell")
        areas = []
        for rule in sheet.data_validations.dataValidation:
            for text, most in ((rule.error, 255), (rule.errorTitle, 32), (rule.promptTitle, 32), (rule.prompt, 255)):
                if len(text or "") > most:
                    found.append(f"{sheet.title}: too long for a rule: {text}")
            if rule.type == "list" and rule.formula1 not in book.defined_names:
                found.append(f"{sheet.title}: no list {rule.formula1}")
            areas += [str(area) for area in rule.sqref.ranges]
        if len(areas) != len(set(areas)):
            found.append(f"{sheet.title}: two rules for one area")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found.append(f"{sheet.title}!{cell.coordinate} is a formula")
                if isinstance(cell.value, str) and len(cell.value) > CHARACTERS:
                    found.append(f"{sheet.title}!{cell.coordinate} is too long")
    if len(tables) != len(set(tables)):
        found.append(f"two tables of one name: {tables}")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        types = ET.fromstring(parts.read("[Content_Types].xml"))  # noqa: S314 - made by a test
        named = {node.get("PartName", "").lstrip("/") for node in types}
        endings = {node.get("Extension") for node in types}
        found += [
            f"{name} has no content type"
            for name in parts.namelist()
            if name not in named and name.rsplit(".", 1)[-1] not in endings
        ]
    return found
