"""The logo and the accent colour of a map: kept in the file, told, merged, taken along, never lost or left behind."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PIL import Image

from model.changes import apply
from model.check import check_document
from model.commands.grid import set_fields
from model.commands.pictures import add_pictures, remove_picture, set_logo, set_portrait
from model.details import details
from model.difference import compare
from model.document import Document
from model.draw.house import INK, readable_shade
from model.draw.theme import load_theme
from model.export.mermaid import mermaid_text
from model.export.part import part_of
from model.export.xlsx import workbook_bytes
from model.files.native import dumps, loads
from model.i18n import speaking
from model.invariants import violations
from model.merge import merge
from model.owntemplates import as_template, map_of
from model.pictures import read_picture
from model.records import Asset, BadRecord, MapInfo
from model.restore import go_back
from small_maps import MapMaker


def picture(color: str = "red") -> Asset:
    made = io.BytesIO()
    Image.new("RGB", (9, 3), color).save(made, "PNG")
    return read_picture(made.getvalue())


LOGO = picture()


def a_map() -> Document:
    maker = MapMaker(title="Schoenen").persona("Sanne", "sanne")
    maker.columns(("Zoeken", [""]), ("Kopen", [""])).lanes("touchpoints")
    maker.card("touchpoint", "s0", "Belt")
    maker.card("touchpoint", "s1", "Betaalt")
    return Document(maker.document().tables, document_id=str(UUID(int=5)), revision=1)


def dressed(document: Document, accent: str = "#E30613") -> Document:
    document = apply(set_fields(document, "map", "map", accent=accent), document)
    return apply(set_logo(document, LOGO), document)


def test_the_file_holds_both_and_a_map_without_is_written_as_ever() -> None:
    bare = dumps(a_map())
    assert b"logo" not in bare and b"accent" not in bare
    again, report = loads(dumps(dressed(a_map())))
    assert again.info.logo == LOGO.id and again.info.accent == "#E30613"
    assert again.asset_table[LOGO.id] == LOGO and not report.problems


def test_a_file_whose_logo_is_not_there_or_whose_colour_is_none_is_mended() -> None:
    data = dumps(dressed(a_map()))
    lost = data.replace(LOGO.id.encode(), b"f" * 64, 1)
    read, report = loads(lost)
    assert violations(read) == [] and read.info.logo is None
    assert [problem.table for problem in report.problems if problem.code == "mended"] == ["map"]
    odd, report = loads(data.replace(b"#E30613", b"rood"))
    assert odd.info.accent == "" and report.mended


@pytest.mark.parametrize("accent", ["red", "#12345", "#1234567", "e30613", "#GGGGGG"])
def test_a_colour_that_is_none_is_no_colour_of_a_map(accent: str) -> None:
    with pytest.raises(BadRecord):
        MapInfo(accent=accent)


def test_the_logo_is_kept_while_anything_shows_it() -> None:
    document = dressed(a_map())
    item = document.touchpoints[0].id
    document = apply(add_pictures(document, item, [LOGO]), document)
    document = apply(set_logo(document, None), document)
    assert LOGO.id in document.asset_table, "a note shows it"
    document = apply(set_logo(document, LOGO), document)
    document = apply(remove_picture(document, item, LOGO.id), document)
    document = apply(set_portrait(document, "sanne", LOGO), document)
    document = apply(set_portrait(document, "sanne", None), document)
    assert LOGO.id in document.asset_table, "the map shows it"
    document = apply(set_logo(document, picture("blue")), document)
    assert set(document.asset_table) == {document.info.logo}, "the one that went is gone"


def test_it_is_told_in_words_and_to_programs() -> None:
    document = dressed(a_map())
    assert details(document)["map"]["accent"] == "#E30613"
    (told,) = details(document)["assets"]
    assert told["logo"] is True
    with speaking("en"):
        (entry,) = [one for one in compare(a_map(), document) if one.table == "map"]
        assert [field for field, _, _ in entry.fields] == ["Logo", "Accent colour"]
        _, left_out = mermaid_text(document)
        assert "Left out: the logo and the accent colour of the map." in left_out
        assert not any("logo" in one for one in mermaid_text(a_map())[1])
    assert not [one for one in check_document(document) if one.rule in ("K4", "K15")]


def test_what_one_side_changed_is_merged_and_going_back_takes_it_back() -> None:
    base = a_map()
    mine = apply(set_fields(base, "map", "map", accent="#E30613"), base)
    theirs = apply(set_logo(base, LOGO), base)
    merged = merge(base, mine, theirs).document
    assert merged.info.accent == "#E30613" and merged.info.logo == LOGO.id and LOGO.id in merged.asset_table
    now = dressed(base)
    assert apply(go_back(now, base), now).info == base.info


def test_parts_and_templates_take_it_along() -> None:
    document = dressed(a_map())
    part = part_of(document, phases=("2",)).attached
    assert part.info.logo == LOGO.id and LOGO.id in part.asset_table
    for notes in (False, True):
        made = map_of(as_template(document, "Ons sjabloon", notes=notes))
        assert made.info.accent == "#E30613" and made.info.logo in made.asset_table


@pytest.mark.parametrize("accent", ["#E30613", "#00AEEF", "#FFDD00", ""])
def test_the_workbooks_headers_take_the_colour_where_they_can_be_read(accent: str) -> None:
    data, _ = workbook_bytes(dressed(a_map(), accent))
    book = load_workbook(io.BytesIO(data))
    fills = {cell.fill.fgColor.rgb for sheet in book for row in sheet.iter_rows(max_row=8) for cell in row if cell.fill}
    shade = readable_shade(accent) if accent else "phase.fill"
    assert "FF" + load_theme("light").color(shade)[1:7] in fills
    assert accent != "#FFDD00" or shade == INK
