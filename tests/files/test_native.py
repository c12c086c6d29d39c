"""Our own file: what goes in comes out, byte for byte, and what is not understood is kept."""

from __future__ import annotations

import hashlib
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from maps import full_map, large_map
from model.changes import apply
from model.commands import cards
from model.commands.filters import save_filter
from model.commands.places import Cell, lane_for
from model.document import Document
from model.files import native
from model.files.atomic import pending_path
from model.files.errors import ChangedOnDisk, ContentError, NotOurs, TooNew
from model.files.report import LoadReport
from model.finding import Filter
from model.i18n import speaking
from model.invariants import violations
from model.records import TABLES

STAMP = {"program": "Test", "time": "2026-01-01T00:00:00Z"}


def as_json(document: Document) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(native.dumps(document, saved_by=STAMP))
    return value


def as_bytes(value: dict[str, Any]) -> bytes:
    """A file as another program would write it: no line per record, no integrity."""
    return json.dumps({key: inner for key, inner in value.items() if key != "integrity"}, indent=2).encode()


def codes(report: LoadReport) -> list[str]:
    return [problem.code for problem in report.problems]


def test_round_trip_is_equal_and_byte_equal() -> None:
    document = full_map().document
    data = native.dumps(document, saved_by=STAMP)
    loaded, report = native.loads(data)
    assert report.problems == []
    assert loaded.same_content(document)
    assert loaded.document_id == document.document_id
    assert native.dumps(loaded, saved_by=STAMP) == data
    assert data.endswith(b"}\n")
    assert b"\r" not in data


def test_order_of_tables_in_memory_does_not_change_the_file() -> None:
    document = full_map().document
    shuffled = {}
    for table, rows in document.tables.items():
        keys = list(rows)
        random.Random(4).shuffle(keys)
        shuffled[table] = {key: rows[key] for key in keys}
    other = Document(shuffled, document_id=document.document_id, revision=document.revision)
    assert native.dumps(other, saved_by=STAMP) == native.dumps(document, saved_by=STAMP)


def test_saving_an_unchanged_map_changes_the_save_stamp_only(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    native.save(full_map().document, path)
    first = path.read_bytes().splitlines()
    loaded = native.load(path)
    native.save(loaded.document, path, expected=loaded.stamp)
    second = path.read_bytes().splitlines()
    differing = [a.split(b":")[0] for a, b in zip(first, second, strict=True) if a != b]
    assert set(differing) <= {b'"revision"', b'"saved_by"'}
    assert native.load(path).document.revision == loaded.document.revision + 1


def test_header_comes_first_and_integrity_last() -> None:
    document = full_map().document
    document = apply(save_filter(document, "Traag", Filter(words="traag")), document)
    lines = native.dumps(document).decode().split("\n")
    keys = [line.split(":")[0].strip('"') for line in lines if re.match(r'"[a-z_]+":', line)]
    assert keys[:6] == ["format", "format_version", "min_reader", "document_id", "revision", "saved_by"]
    assert keys[6:] == [*TABLES, "integrity"]


def test_one_record_per_line_in_map_order() -> None:
    document = full_map().document
    lines = native.dumps(document).decode().split("\n")
    start = lines.index('"items": [') + 1
    ids = [json.loads(line.removesuffix(","))["id"] for line in lines[start : lines.index("],", start)]]
    expected = [item.id for item in (*document.placed, *document.inbox, *document.parking)]
    assert ids == expected
    for table in TABLES:
        if table != "map":
            assert len(list(native.ordered_records(document, table))) == len(document.tables[table])


def test_a_move_is_a_move_in_the_files_diff() -> None:
    document = full_map().document
    lane = lane_for(document, "touchpoint")
    assert lane is not None
    card = next(item for item in document.placed if item.text.startswith("Contact 5"))
    moved = apply(cards.move_cards(document, [card.id], Cell(lane.id, document.steps[0].id)), document)
    before, after = native.dumps(document, saved_by=STAMP), native.dumps(moved, saved_by=STAMP)
    gone = set(before.splitlines()) - set(after.splitlines())
    assert [line for line in gone if b'"id": ' in line and card.id.encode() not in line] == []
    assert len(gone) <= 3  # the card, its neighbour's comma, the integrity


def test_integrity_covers_the_records_and_not_the_stamp() -> None:
    document = full_map().document
    data = native.dumps(document)
    lines = data.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith(b'"map"'))
    digest = hashlib.sha256(b"".join(lines[start:-2])).hexdigest()
    assert lines[-2] == f'"integrity": "sha256:{digest}"\n'.encode()
    later = native.dumps(document.saved_as(7), saved_by=STAMP)
    assert later.splitlines()[-2] == data.splitlines()[-2]


def test_edit_outside_is_a_notice() -> None:
    data = native.dumps(full_map().document).replace(b"Niet op voorraad", b"Wel op voorraad")
    document, report = native.loads(data)
    assert codes(report) == ["integrity"]
    assert report.serious == []
    assert any(item.text == "Wel op voorraad" for item in document.item_table.values())


def test_windows_line_ends_are_no_damage() -> None:
    document = full_map().document
    loaded, report = native.loads(native.dumps(document).replace(b"\n", b"\r\n"))
    assert report.problems == []
    assert loaded.same_content(document)


def test_file_of_another_program_without_integrity_is_fine() -> None:
    document = full_map().document
    loaded, report = native.loads(as_bytes(as_json(document)))
    assert report.problems == []
    assert loaded.same_content(document)


# -- newer and unknown ------------------------------------------------------------------------------------------------


def test_unknown_fields_and_kinds_and_tables_are_kept() -> None:
    document = full_map().document
    value = as_json(document)
    value["phases"][0]["mood"] = {"deep": [1, {"a": None}]}
    value["metrics"] = [{"id": "metric-1", "value": 3}, {"id": "metric-2"}]
    value["theme"] = {"name": "night"}
    value["map"]["review"] = "Q3"
    value["assets"] = {"ab" * 32: {"mime": "image/png", "w": 1, "h": 1, "base64": "AAAA", "dpi": 96}}
    value["format_version"] = 7
    loaded, report = native.loads(as_bytes(value))
    assert codes(report) == ["newer"]
    again = as_json(loaded)
    for key in ("phases", "metrics", "theme", "map", "assets", "items", "format_version", "min_reader"):
        assert again[key] == value[key], key
    assert any(row["kind"] == "metric_card" for row in again["items"])
    assert any(row.get("labels") == ["x", {"y": None}] for row in again["items"])
    data = native.dumps(loaded, saved_by=STAMP)
    assert native.dumps(native.loads(data)[0], saved_by=STAMP) == data


def test_file_that_needs_a_newer_program_is_refused() -> None:
    value = as_json(full_map().document) | {"format_version": 9, "min_reader": 3}
    with pytest.raises(TooNew) as caught:
        native.loads(as_bytes(value), "map.journey")
    assert caught.value.needed == 3
    assert "3" in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        "text",
        5,
        None,
        {"type": "excalidraw", "elements": []},
        {"format": "Journeywall", "format_version": 1},
        {"format": 1},
    ],
)
def test_foreign_json_is_one_sentence(value: Any) -> None:
    with pytest.raises(NotOurs) as caught:
        native.loads(json.dumps(value).encode(), "package.json")
    assert "package.json" in str(caught.value)


@pytest.mark.parametrize("version", [None, 0, -1, "1", True, 1.5, [], 10**9])
@pytest.mark.parametrize("key", ["format_version", "min_reader"])
def test_version_that_is_none(version: Any, key: str) -> None:
    value = as_json(full_map().document) | {key: version}
    try:
        native.loads(as_bytes(value), "map.journey")
    except ContentError as error:
        assert "map.journey" in str(error)
    else:
        assert (key, version) == ("format_version", 10**9)  # readable: it is only newer


@pytest.mark.parametrize("document_id", ["../../../etc/passwd", "", None, 5, "x" * 5000, "A" * 36])
def test_document_id_is_never_trusted(document_id: Any) -> None:
    value = as_json(full_map().document) | {"document_id": document_id}
    loaded, report = native.loads(as_bytes(value))
    assert re.fullmatch(r"[0-9a-f-]{36}", loaded.document_id)
    assert codes(report) == ["document_id"]
    if isinstance(document_id, str) and document_id:
        assert native.loads(as_bytes(value))[0].document_id == loaded.document_id


# -- put aside --------------------------------------------------------------------------------------------------------


def check_kept(loaded: Document, report: LoadReport) -> None:
    """What was put aside is in the file of the next save, and reading that says so without doing it twice."""
    assert violations(loaded) == []
    data = native.dumps(loaded, saved_by=STAMP)
    again, later = native.loads(data)
    assert again.quarantine == loaded.quarantine
    assert again.same_content(loaded)
    assert native.dumps(again, saved_by=STAMP) == data
    assert later.serious == []
    assert codes(later) == (["put_aside_before"] if loaded.quarantine else [])


def test_bad_value_costs_the_value_and_not_the_card() -> None:
    document = full_map().document
    value = as_json(document)
    row = next(row for row in value["items"] if row.get("severity") == 4)
    row["severity"] = 9
    row["mood"] = "kept"
    loaded, report = native.loads(as_bytes(value))
    item = loaded.item_table[row["id"]]
    assert item.text == "Niet op voorraad"
    assert item.severity is None
    assert item.extra["mood"] == "kept"
    assert [(p.code, p.table, p.id) for p in report.serious] == [("bad_value", "items", row["id"])]
    assert loaded.quarantine == (
        {"problem": "bad_value", "table": "items", "id": row["id"], "fields": {"severity": 9}},
    )
    assert report.mended
    check_kept(loaded, report)


def test_broken_records_are_put_aside_with_their_place() -> None:
    value = as_json(full_map().document)
    value["phases"].insert(1, {"name": "no id"})
    value["lanes"].append("a text")
    value["channels"].append({"id": "Bad Id!", "name": "x"})
    data = as_bytes(value)
    loaded, report = native.loads(data)
    lines = data.decode().split("\n")
    problems = {problem.table: problem for problem in report.serious}
    assert set(problems) == {"phases", "lanes", "channels"}
    assert "no id" in lines[problems["phases"].line or 0]  # the line after the opening brace
    assert "{" in lines[(problems["channels"].line or 1) - 1]
    assert "Bad Id!" in lines[problems["channels"].line or 0]
    assert problems["channels"].id == "Bad Id!"
    assert {"problem": "not_a_record", "table": "lanes", "row": "a text"} in loaded.quarantine
    check_kept(loaded, report)


def test_lines_are_those_of_our_own_file() -> None:
    data = native.dumps(full_map().document)
    broken = data.replace(b'"severity": 4', b'"severity": 7')
    line = next(i for i, text in enumerate(broken.splitlines(), 1) if b'"severity": 7' in text)
    _, report = native.loads(broken)
    problem = report.serious[0]
    assert problem.line == line
    assert problem.place == f"line {line}, items {problem.id}"
    with speaking("nl"):
        assert problem.place.startswith("regel") or problem.place.startswith("line")


def test_double_ids_keep_the_first() -> None:
    value = as_json(full_map().document)
    value["phases"].append(value["phases"][0] | {"name": "the double"})
    loaded, report = native.loads(as_bytes(value))
    assert loaded.phase_table[value["phases"][0]["id"]].name == "Behoefte"
    assert [problem.code for problem in report.serious] == ["double"]
    assert loaded.quarantine[0]["row"]["name"] == "the double"  # type: ignore[index]  # plain JSON
    check_kept(loaded, report)


def test_dangling_links_and_feelings_are_put_aside() -> None:
    value = as_json(full_map().document)
    value["links"].append({"id": "link-x", "source_id": "item-none", "target_id": "item-none"})
    value["emotions"].append({"id": "emotion-x", "touchpoint_id": "item-none", "persona_id": "none", "score": 1})
    value["steps"].append({"id": "step-x", "phase_id": "phase-none", "name": "nowhere"})
    loaded, report = native.loads(as_bytes(value))
    assert sorted(problem.id for problem in report.serious) == ["emotion-x", "link-x", "step-x"]
    assert {problem.code for problem in report.serious} == {"dangling"}
    assert len(loaded.quarantine) == 3
    check_kept(loaded, report)


def test_card_without_a_place_lies_in_the_inbox() -> None:
    value = as_json(full_map().document)
    row = next(row for row in value["items"] if row.get("text") == "Men belt eerst")
    row["lane_id"] = "lane-none"
    loaded, report = native.loads(as_bytes(value))
    assert row["id"] in {item.id for item in loaded.inbox}
    assert [(p.severity, p.code, p.id) for p in report.serious] == [("warning", "to_inbox", row["id"])]
    check_kept(loaded, report)


def test_doubled_missing_and_absurd_numbers() -> None:
    value = as_json(full_map().document)
    first, second, third, fourth = value["items"][:4]
    second["number"] = first["number"]
    third.pop("number")
    fourth["number"] = 2**53
    value["map"]["next_number"] = 10_000_000
    loaded, report = native.loads(as_bytes(value))
    numbers = [item.number for item in loaded.item_table.values()]
    assert len(set(numbers)) == len(value["items"])
    assert max(numbers) < loaded.info.next_number < 1000
    assert first["number"] in {loaded.item_table[row["id"]].number for row in (first, second)}
    assert [p.code for p in report.serious].count("renumbered") == 3
    check_kept(loaded, report)


def test_everything_missing_gives_a_map_to_work_with() -> None:
    loaded, report = native.loads(b'{"format": "journeywall", "format_version": 1}')
    assert violations(loaded) == []
    assert len(loaded.personas) == 1
    assert report.serious == []
    check_kept(loaded, report)


@pytest.mark.parametrize("table", list(TABLES))
@pytest.mark.parametrize("junk", [None, 5, "x", {"a": 1}, [None], [[]], [{}], [5], [{"id": None}], [{"id": {}}]])
def test_any_junk_in_any_table(table: str, junk: Any) -> None:
    value = as_json(full_map().document) | {table: junk}
    loaded, report = native.loads(as_bytes(value), "map.journey")
    check_kept(loaded, report)


def test_lone_surrogate_in_memory_does_not_stop_saving(tmp_path: Path) -> None:
    document = full_map().document
    extra = {"theme": "\ud800", "items2": [{"a": "\udfff"}]}
    broken = Document(document.tables, document_id=document.document_id, extra=extra)
    native.save(broken, tmp_path / "map.journey")
    assert native.load(tmp_path / "map.journey").document.extra["theme"] == "\ufffd"


def test_too_many_records_is_one_sentence() -> None:
    links = [{"id": f"link-{i}", "source_id": "a", "target_id": "b"} for i in range(100_001)]
    value = {"format": "journeywall", "format_version": 1, "links": links}
    with pytest.raises(ContentError) as caught:
        native.loads(json.dumps(value).encode(), "map.journey")
    assert "100000" in str(caught.value)


# -- damaged files ----------------------------------------------------------------------------------------------------


def test_cut_file_gives_its_whole_lines() -> None:
    document = full_map().document
    data = native.dumps(document)
    cut = data[: data.index(b'"links"') - 40]
    loaded, report = native.loads(cut, "map.journey")
    assert report.damaged and report.mended
    assert {"damaged", "cut_off"} <= set(codes(report))
    assert len(loaded.item_table) == len(document.item_table) - 1
    assert loaded.quarantine[0]["problem"] == "unreadable_line"  # type: ignore[index]  # plain JSON
    assert violations(loaded) == []


def test_double_key_costs_one_card_and_is_kept() -> None:
    data = native.dumps(full_map().document)
    broken = data.replace(b'"severity": 4', b'"severity": 4, "severity": 2')
    loaded, report = native.loads(broken, "map.journey")
    assert report.damaged
    lines = [problem.line for problem in report.problems if problem.code == "unreadable_line"]
    assert lines == [next(i for i, line in enumerate(broken.splitlines(), 1) if b'"severity": 2' in line)]
    assert "cut_off" not in codes(report)
    assert "Niet op voorraad" in str(loaded.quarantine)


def test_conflict_marks_of_a_merge_keep_both_sides() -> None:
    data = native.dumps(full_map().document).decode()
    line = next(text for text in data.split("\n") if "Men belt eerst" in text)
    other = line.replace("Men belt eerst", "Men mailt eerst")
    broken = data.replace(line, f"<<<<<<< ours\n{line}\n=======\n{other}\n>>>>>>> theirs")
    loaded, report = native.loads(broken.encode(), "map.journey")
    assert any(item.text == "Men belt eerst" for item in loaded.item_table.values())
    assert "Men mailt eerst" in str(loaded.quarantine)
    assert "double" in codes(report)


@pytest.mark.parametrize("line", [b'"format": "journeywall"', b'"format_version": 1', b'"min_reader": 1'])
def test_damaged_header_line_does_not_hide_the_map(line: bytes) -> None:
    document = full_map().document
    loaded, report = native.loads(native.dumps(document).replace(line, line + b"\\"), "map.journey")
    assert report.damaged
    assert loaded.same_content(document)


def test_large_map_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "LARGE", 1000)
    assert codes(native.loads(native.dumps(full_map().document))[1]) == ["large"]


def test_bytes_that_are_no_text_cost_a_character() -> None:
    data = native.dumps(full_map().document).replace(b"Men belt eerst", b"Men \xff\xfe eerst")
    loaded, report = native.loads(data, "map.journey")
    assert report.damaged
    assert any(item.text == "Men \ufffd\ufffd eerst" for item in loaded.item_table.values())


def test_damaged_file_without_any_record_is_one_sentence() -> None:
    with pytest.raises(ContentError) as caught:
        native.loads(b'{\n"format": "journeywall",\n"format_version": 1,\n"min_rea', "map.journey")
    assert "map.journey" in str(caught.value)


def test_every_cut_of_a_map_opens_or_is_one_sentence() -> None:
    data = native.dumps(full_map().document)
    whole, _ = native.loads(data)
    for at in range(0, len(data), 7):
        try:
            loaded, report = native.loads(data[:at], "map.journey")
        except ContentError as error:
            assert str(error)
            continue
        assert report.damaged or at >= len(data) - 2
        assert violations(loaded) == []
        for key, item in loaded.item_table.items():
            assert item.text == whole.item_table[key].text


# -- files ------------------------------------------------------------------------------------------------------------


def test_opening_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(native.dumps(full_map().document)[:-200])
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    assert native.load(path).report.damaged
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before


def test_save_refuses_to_overwrite_another_programs_work(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    native.save(full_map().document, path)
    loaded = native.load(path)
    native.save(large_map(5), path)
    with pytest.raises(ChangedOnDisk):
        native.save(loaded.document, path, expected=loaded.stamp)
    assert len(native.load(path).document.item_table) == 5


def test_save_gives_the_stamp_for_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    saved = native.save(full_map().document, path)
    for _ in range(3):
        saved = native.save(saved.document, path, expected=saved.result.stamp)
    assert native.load(path).document.revision == 4


def test_cut_off_save_in_place_is_completed_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    document = full_map().document
    data = native.dumps(document)
    path.write_bytes(data[:1000])
    pending_path(path).write_bytes(data)
    loaded = native.load(path)
    assert loaded.document.same_content(document)
    assert "interrupted_save" in codes(loaded.report)
    assert loaded.report.mended
    assert not loaded.report.damaged
    saved = native.save(loaded.document, path, expected=loaded.stamp)
    assert native.load(path).document.same_content(document)
    assert saved.document.revision == document.revision + 1


def test_sound_file_is_not_replaced_by_a_leftover_copy(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(native.dumps(full_map().document))
    pending_path(path).write_bytes(native.dumps(large_map(3)))
    assert len(native.load(path).document.item_table) > 3


def test_a_copy_left_by_a_save_long_ago_does_not_replace_later_work(tmp_path: Path) -> None:
    """The power went just before the copy was removed; the map was saved again since, and then changed by hand."""
    path = tmp_path / "map.journey"
    pending_path(path).write_bytes(native.dumps(large_map(3).saved_as(4)))
    later = large_map(5).saved_as(9)
    path.write_bytes(native.dumps(later).replace(b"Groot", b"Klein"))
    loaded = native.load(path)
    assert len(loaded.document.item_table) == 5
    assert loaded.document.info.title == "Klein"
    assert [problem.code for problem in loaded.report.problems] == ["integrity"]
    path.write_bytes(native.dumps(large_map(3).saved_as(4))[:-400])
    assert len(native.load(path).document.item_table) == 3  # and one of the same save still completes it
