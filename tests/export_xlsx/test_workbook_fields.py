"""Everything that a map can say is in the workbook: fields, links, actions, evidence; and only what it does say."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from every_field_map import every_field_map
from maps import Builder
from model.commands import cards, grid
from model.document import Document
from model.export.xlsx import HEAD_ROW, LISTS, workbook_bytes
from model.export.xlsx_fields import joined
from model.export.xlsx_parts import CELL_LIMIT
from model.fields import ITEM_FIELDS, ItemField
from model.kinds import ITEM_KINDS
from model.newmap import new_map


@pytest.fixture(scope="module")
def document() -> Document:
    return every_field_map()


def sheets(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table by column key, as calamine reads them; by the key of the sheet's table."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    reader = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: dict[str, list[dict[str, Any]]] = {}
    for sheet in book:
        for name in sheet.tables:
            keys, _titles, *rows = reader.get_sheet_by_name(sheet.title).to_python()
            found[name.removeprefix("jw_")] = [dict(zip(map(str, keys), row, strict=True)) for row in rows]
    return found


def row_of(rows: list[dict[str, Any]], record_id: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == record_id)


def titles(data: bytes, table: str) -> dict[str, str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = next(s for s in book if f"jw_{table}" in s.tables)
    return {str(key.value): str(title.value) for key, title in zip(sheet[1], sheet[HEAD_ROW], strict=True)}


def test_every_field_comes_back_in_its_own_sort(document: Document) -> None:
    rows = sheets(workbook_bytes(document, lang="en")[0])["cards"]
    first = row_of(rows, document.touchpoints[0].id)
    assert first["description"] == "Uitleg\nover twee regels"
    assert first["tags"] == "pilot; winkel, balie"
    assert first["channels"] == "Telefoon"
    assert (first["goal"], first["time"], first["system"]) == ("Afspraak", "’s ochtends", "CRM")
    assert first["moment_of_truth"] == "yes"
    assert first["duration"] == 150, "whole minutes, which a spreadsheet adds up"
    assert first["actors"] == "Customer; later", "a choice of a newer version as it is"
    assert first["evidence"] == "Measured"
    assert first["source"] == "=Enquête"
    assert first["source_date"] in (date(2026, 2, 28), datetime(2026, 2, 28))  # noqa: DTZ001 - a day without a clock
    pain = next(row for row in rows if row["kind"] == "Pain point")
    assert (pain["severity"], pain["reach"], pain["cause"]) == (4, 30, "Te weinig mensen")
    opportunity = next(row for row in rows if row["kind"] == "Opportunity")
    assert (opportunity["impact"], opportunity["effort"]) == (5, 1)
    assert next(row for row in rows if row["kind"] == "Need")["need_type"] == "Latent"
    assert next(row for row in rows if row["kind"] == "Insight")["insight_type"] == "Finding"
    persona = document.personas[0].id
    assert (first[f"score:{persona}"], first[f"aimed:{persona}"]) == (-1, 2)


def test_every_field_of_the_table_is_a_column_when_it_is_used(document: Document) -> None:
    keys = set(titles(workbook_bytes(document, lang="en")[0], "cards"))
    for field in ITEM_FIELDS.values():
        if field.type != "pictures":
            assert {"channel_ids": "channels", "persona_ids": "personas"}.get(field.id, field.id) in keys, field.id


def test_headings_tell_the_unit(document: Document) -> None:
    heads = titles(workbook_bytes(document, lang="nl")[0], "cards")
    assert re.search(r"\(minuten\)", heads["duration"])
    assert heads["reach"].endswith("(%)")


def test_a_map_that_says_nothing_more_has_the_simple_columns() -> None:
    document = new_map("Leeg", "nl", ["A"], ("touchpoints", "pain_points"))
    for blank in (False, True):
        keys = list(titles(workbook_bytes(document, lang="en", blank=blank)[0], "cards"))
        fields = [key for key in keys if ":" not in key][9:]
        assert fields == ["severity", "channels"], "no column for what nobody says"
    tables = sheets(workbook_bytes(document)[0])
    assert set(tables) == {"cards", "actions", "steps", "lanes", "personas", "channels"}


def test_what_is_asked_first_of_a_card_has_a_column_where_its_lane_is() -> None:
    document = new_map("Leeg", "nl", ["A"], ("touchpoints", "needs", "solutions"))
    keys = titles(workbook_bytes(document, lang="en", blank=True)[0], "cards")
    assert {"need_type", "solution_type"} <= set(keys)
    assert "insight_type" not in keys
    assert "impact" not in keys


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_choices_are_lists_in_words_of_the_language(document: Document, lang: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang=lang)[0]))
    offered: dict[str, list[Any]] = {}
    for name in book.defined_names:
        rows = book[LISTS][book.defined_names[name].attr_text.split("!")[1].replace("$", "")]
        rows = rows if isinstance(rows, tuple) else ((rows,),)
        offered[name] = [row[0].value for row in rows]
    words = {"nl": ("Gemeten", "Klaar"), "en": ("Measured", "Done")}[lang]
    assert words[0] in offered["jw_f_evidence"]
    assert words[1] in offered["jw_statuses"]
    assert offered["jw_scale_1_5"] == [1, 2, 3, 4, 5]
    assert offered["jw_owners"] == ["Fatima A.", "Jan de Wit"]
    assert "N2 Voorraad elk uur geteld" in offered["jw_action_cards"]
    used = {rule.formula1 for sheet in book for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert used == set(offered), "each list is used, and each used one is there"


def test_numbers_and_days_are_held_to_their_limits(document: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang="en")[0]))
    sheet = next(s for s in book if "jw_cards" in s.tables)
    keys = [str(cell.value) for cell in sheet[1]]
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            rules[keys[area.min_col - 1]] = rule
    assert (rules["reach"].type, rules["reach"].formula1, rules["reach"].formula2) == ("whole", "0", "100")
    assert rules["duration"].type == "whole"
    assert rules["source_date"].type == "date"
    assert rules["source_date"].showErrorMessage
    due = next(s for s in book if "jw_actions" in s.tables)
    assert "d mmm yyyy" in {cell.number_format for cell in due["G"][2:]}


def test_links_are_told_by_number_with_their_words_and_pain_points(document: Document) -> None:
    rows = [row for row in sheets(workbook_bytes(document, lang="en")[0])["links"] if row["id"]]
    told = {row["kind"]: row for row in rows}
    assert set(told) == {"Based on", "Answers", "Hand-over"}
    number = {item.text: f"N{item.number}" for item in document.item_table.values()}
    hand = told["Hand-over"]
    assert (hand["from"], hand["to"]) == (number["Belt de winkel"], number["Past de schoen"])
    assert (hand["from_text"], hand["to_text"]) == ("Belt de winkel", "Past de schoen")
    assert (hand["text"], hand["pain_points"]) == ("-overdracht", number["Niemand neemt op"])
    assert {row["id"] for row in rows} <= set(document.link_table)


def test_actions_have_a_sheet_with_their_ids_days_and_states(document: Document) -> None:
    rows = [row for row in sheets(workbook_bytes(document, lang="en")[0])["actions"] if row["id"]]
    assert {row["id"] for row in rows} == set(document.action_table)
    for row in rows:
        action = document.action_table[row["id"]]
        assert row["text"] == action.text
        assert (row["owner"] or "", row["department"] or "") == (action.owner, action.department)
        assert row["card"].startswith(f"N{document.item_table[action.item_id].number} ")
        day = row["due"].isoformat()[:10] if row["due"] else ""
        assert day == action.due
    assert {row["status"] for row in rows} == {"To do", "In progress", "Done", "Dropped"}


def test_a_map_without_actions_has_the_sheet_with_room() -> None:
    for blank in (False, True):
        data, _ = workbook_bytes(new_map("Leeg", "nl", ["A"]), lang="en", blank=blank)
        assert [row for row in sheets(data)["actions"] if any(row.values())] == []
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Actions"]
        assert sheet.max_row > 100


def test_evidence_of_each_phase_adds_up(document: Document) -> None:
    rows = sheets(workbook_bytes(document, lang="en")[0])["evidence"]
    assert [row["phase"] for row in rows] == ["1 Behoefte", "2 Oriëntatie", "3 Aankoop"]
    for row in rows:
        percents = [row[name] for name in ("assumption", "observed", "measured")]
        assert sum(percents) in (0, 100)
        assert (sum(percents) == 0) is (row["cards"] == 0)


def test_the_named_points_of_each_line_of_feelings_are_told() -> None:
    builder = Builder(new_map("Proef", "nl", ["A", "B"], ("touchpoints",)))
    builder.do(grid.add_persona(builder.document, "Sanne"))
    persona = builder.document.personas[0]
    for text, step, score in (("Zoekt", 0, 2), ("Belt", 0, -1), ("Koopt", 1, 1)):
        card = builder.card("touchpoint", text, step)
        builder.do(cards.set_emotion(builder.document, card, persona.id, score=score))
    rows = sheets(workbook_bytes(builder.document, lang="en")[0])["feelings"]
    told = [(row["mark"], row["text"], row["phase"], row["score"]) for row in rows]
    assert told == [
        ("Lowest point", "Belt", "1 A", -1),
        ("Peak", "Zoekt", "1 A", 2),
        ("End", "Koopt", "2 B", 1),
        ("Steepest drop: from", "Zoekt", "1 A", 2),
        ("Steepest drop: to", "Belt", "1 A", -1),
    ]
    assert {(row["persona"], row["line"]) for row in rows} == {("Sanne", "found")}


def test_the_frame_tells_prompts_loops_and_who_people_are(document: Document) -> None:
    tables = sheets(workbook_bytes(document, lang="en")[0])
    last = tables["steps"][-1]
    assert (last["prompt"], last["loop_to"]) == ("Wat vraagt men hier?", "1 Behoefte")
    assert tables["lanes"][0]["prompt"] == "Wat ziet de klant?"
    assert (tables["personas"][0]["actor"], tables["personas"][0]["description"]) == ("Influencer", "Kent iedereen")


def test_no_text_of_a_field_link_or_action_becomes_a_formula(document: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document)[0]))
    assert [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []


def test_a_field_that_is_registered_later_is_a_column_too(monkeypatch: pytest.MonkeyPatch) -> None:
    later = ItemField("mood", "Mood", "scale", low=0, high=2)
    monkeypatch.setitem(ITEM_FIELDS, "mood", later)
    builder = Builder(new_map("Proef", "nl", ["A"]))
    card = builder.card("touchpoint", "Belt", 0)
    builder.do(cards.set_card(builder.document, [card], mood=0))
    data, _ = workbook_bytes(builder.document, lang="en")
    assert row_of(sheets(data)["cards"], card)["mood"] == 0, "nought is said, too"
    assert titles(data, "cards")["mood"] == "Mood"


def test_titles_of_columns_never_double() -> None:
    builder = Builder(new_map("Proef", "nl", ["A"]))
    builder.do(grid.add_persona(builder.document, "Sanne"))
    builder.do(grid.add_persona(builder.document, "SANNE"))
    heads = list(titles(workbook_bytes(builder.document, lang="en")[0], "cards").values())
    assert len({head.casefold() for head in heads}) == len(heads)


def test_more_values_than_a_cell_holds_are_counted_not_cut() -> None:
    words = [f"woord{i:05d}" for i in range(5000)]
    told = joined(words)
    assert told is not None
    assert len(told) <= CELL_LIMIT
    kept = told.split("; ")
    assert kept[-1] == f"… +{5000 - len(kept) + 1}"
    assert kept[:-1] == words[: len(kept) - 1]
    assert joined([]) is None


def test_every_kind_of_card_is_in_the_workbook(document: Document) -> None:
    rows = sheets(workbook_bytes(document, lang="en")[0])["cards"]
    kinds = {row["kind"] for row in rows if row["id"]}
    assert kinds == {ITEM_KINDS[item.kind].title for item in document.item_table.values()}


def test_rows_are_as_high_as_what_is_seen_of_them(document: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang="en")[0]))
    lanes = next(s for s in book if "jw_lanes" in s.tables)
    assert all(lanes.row_dimensions[row].height is None for row in range(HEAD_ROW + 2, HEAD_ROW + 5))


def test_a_sheet_of_many_columns_is_printed_on_several_pages_beside_each_other(document: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang="en")[0]))
    sheet = next(s for s in book if "jw_cards" in s.tables)
    assert sheet.page_setup.fitToWidth > 1
    assert sheet.print_title_cols == "$A:$C", "number and kind on each"
    assert next(s for s in book if "jw_lanes" in s.tables).page_setup.fitToWidth == 1


def test_days_on_which_spreadsheets_disagree_are_text() -> None:
    builder = Builder(new_map("Proef", "nl", ["A"]))
    card = builder.card("touchpoint", "Belt", 0)
    sure = datetime(1900, 3, 1)  # noqa: DTZ001 - a day without a clock
    for day, told in (("1900-02-28", "1900-02-28"), ("0001-01-01", "0001-01-01"), ("1900-03-01", sure)):
        builder.do(cards.set_card(builder.document, [card], source_date=day))
        book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(builder.document, lang="en")[0]))
        sheet = next(s for s in book if "jw_cards" in s.tables)
        column = [cell.value for cell in sheet[1]].index("source_date")
        assert sheet[HEAD_ROW + 1][column].value == told
