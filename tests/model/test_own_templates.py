"""Templates of one's own: what they hold, opening them (TP1), what stays out (TP2), deleting and putting back (TP3)."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hostile import cases
from maps import full_map
from model.check import check_document
from model.document import Document
from model.files.errors import ContentError, WriteError
from model.files.native import dumps, load, save
from model.files.paths import templates_folder
from model.files.schema import file_schema
from model.invariants import violations
from model.owntemplates import (
    HEADER,
    as_template,
    discard_template,
    discarded_templates,
    is_template,
    keep_template,
    known_templates,
    map_of,
    open_template,
    own_template,
    own_templates,
    purge_templates,
    put_back,
    rename_template,
    share_template,
    write_template,
)
from model.templates import list_templates, make_from_template

CASES = cases()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def full() -> Document:
    """A map with notes, personas, channels, pictures, prompts and a loop."""
    document = full_map().document
    phase, last = document.phases[0], document.phases[-1]
    return document.with_changes(
        [
            ("phases", phase.id, phase.changed(prompt="Wat speelt er?")),
            ("phases", last.id, last.changed(loop_to=phase.id)),
            ("lanes", document.lanes[0].id, document.lanes[0].changed(prompt="Waar?", color=3)),
        ]
    )


def texts_in(document: Document) -> str:
    return dumps(document).decode()


# -- what a template holds --------------------------------------------------------------------------------------------


def test_a_template_has_the_frame_of_the_map_and_none_of_its_notes(full: Document) -> None:
    template = as_template(full, " Intake\n gesprek ", "Voor  elk gesprek")
    assert not violations(template)
    for table in ("phases", "steps", "lanes", "personas", "channels"):
        assert template.tables[table] == full.tables[table], table
    for table in ("items", "links", "emotions", "actions", "assets"):
        assert not template.tables[table], table
    assert template.extra[HEADER] == {"name": "Intake gesprek", "description": "Voor elk gesprek"}
    assert (template.info.title, template.info.next_number) == ("", 1)
    assert template.document_id != full.document_id
    held = texts_in(template)
    for item in full.item_table.values():
        assert item.text.split("\n")[0] not in held, "TP2: no word of a note is in a template"
    assert full.info.title not in held


def test_what_could_not_be_read_stays_out_too() -> None:
    odd = Document(
        full_map().document.tables,
        extra={"moods": [{"text": "SECRET"}], "format_version": 9, "min_reader": 1},
        quarantine=({"row": {"text": "SECRET"}},),
    )
    template = as_template(odd, "A")
    assert "SECRET" not in texts_in(template)
    assert template.extra["format_version"] == 9, "a newer map makes a newer template"
    assert "SECRET" in texts_in(as_template(odd, "A", notes=True))


def test_with_the_notes_everything_stays_but_the_title(full: Document) -> None:
    template = as_template(full, "A", notes=True, personas=False, channels=False)
    for table in ("items", "links", "emotions", "personas", "channels"):
        assert template.tables[table] == full.tables[table], table
    assert template.info.title == ""
    assert template.info.next_number == full.info.next_number
    assert not violations(template)


def test_personas_and_channels_can_be_left_out(full: Document) -> None:
    template = as_template(full, "A", personas=False, channels=False)
    assert [persona.name for persona in template.personas] == [""]
    assert not template.channels
    assert not violations(template)
    assert {finding.level for finding in check_document(map_of(template))} == {"info"}


def test_a_portrait_stays_with_its_persona_only(full: Document) -> None:
    picture = {"id": "a" * 64, "mime": "image/png", "w": 2, "h": 2, "base64": "AAAA"}
    value = json.loads(dumps(full))
    value["assets"] = {key: {k: v for k, v in picture.items() if k != "id"} for key in ("a" * 64, "b" * 64)}
    value["personas"][0]["portrait"] = "a" * 64
    path = Path(os.environ["JOURNEYWALL_HOME"]).parent / "with.journey"
    path.write_text(json.dumps(value))
    shown = load(path).document
    assert list(as_template(shown, "A").asset_table) == ["a" * 64]
    assert not as_template(shown, "A", personas=False).asset_table


def test_a_template_is_what_the_schema_says(full: Document) -> None:
    validator = Draft202012Validator(file_schema())
    for template in (as_template(full, "A", "line"), as_template(full, "A", notes=True)):
        assert not list(validator.iter_errors(json.loads(dumps(template))))
    wrong = {**json.loads(dumps(as_template(full, "A"))), HEADER: {"name": 5}}
    assert list(validator.iter_errors(wrong))


# -- TP1: a template is opened as a new map ---------------------------------------------------------------------------


def test_a_template_comes_back_as_a_new_map(full: Document, tmp_path: Path) -> None:
    path = tmp_path / "intake.journeytemplate"
    write_template(as_template(full, "Intake"), path)
    before = path.read_bytes()
    one, report = open_template(path, "Gesprek met A", "en")
    other, _ = open_template(path)
    assert not report.problems
    assert path.read_bytes() == before
    assert len({one.document_id, other.document_id, full.document_id, load(path).document.document_id}) == 4
    assert (one.revision, dict(one.extra)) == (0, {})
    assert (one.info.title, one.info.language) == ("Gesprek met A", "en")
    assert (other.info.title, other.info.language) == ("", "nl")
    assert [(p.name, p.prompt) for p in one.phases] == [(p.name, p.prompt) for p in full.phases]
    assert [p.loop_to for p in one.phases] == [p.loop_to for p in full.phases]
    assert not is_template(one, "one.journey")
    save(one, tmp_path / "one.journey")
    assert HEADER not in json.loads((tmp_path / "one.journey").read_bytes())


def test_a_template_is_known_by_its_header_or_its_ending(full: Document, tmp_path: Path) -> None:
    renamed = tmp_path / "renamed.journey"
    renamed.write_bytes(dumps(as_template(full, "Intake")))
    assert is_template(load(renamed).document, renamed)
    assert is_template(full, "wall.JourneyTemplate")
    assert not is_template(full, "wall.journey")
    plain = tmp_path / "wall.journey"
    save(full, plain)
    with pytest.raises(ContentError, match="map, not a template"):
        open_template(plain)


# -- among one's own --------------------------------------------------------------------------------------------------


def test_a_kept_template_is_listed_with_all_that_is_shown_of_it(full: Document) -> None:
    path = keep_template(as_template(full, "Intake é", "Voor elk gesprek"))
    assert path.parent == templates_folder()
    (template,), problems = own_templates()
    assert problems == []
    assert (template.id, template.name, template.description) == ("intake-e", "Intake é", "Voor elk gesprek")
    assert template.phases == tuple(phase.name for phase in full.phases)
    assert template.prompts[0] == "Wat speelt er?"
    assert template.steps == (1, 2, 1)
    assert template.loops == ((len(full.phases) - 1, 0),)
    assert template.lanes == tuple(lane.kind for lane in full.lanes)
    assert template.channels == ("Webwinkel",)
    assert (template.language, template.own, template.path) == ("nl", True, str(path))
    assert [t.id for t in known_templates("en")] == [*(t.id for t in list_templates("en")), "intake-e"]


def test_names_that_are_taken_or_are_none_get_files_of_their_own() -> None:
    empty = make_from_template("empty", "nl")
    names = ("Empty", "Empty", "日本", "", "NUL", "a/../../b")
    paths = [keep_template(as_template(empty, name)) for name in names]
    assert len(set(paths)) == len(names)
    assert {path.parent for path in paths} == {templates_folder()}
    found, problems = own_templates()
    assert problems == []
    assert len({template.id for template in found}) == len(names)
    assert not {template.id for template in found} & {template.id for template in list_templates("nl")}
    for template in found:
        assert own_template(template.id) == template


def test_a_file_with_the_name_of_a_model_has_another_id() -> None:
    templates_folder().mkdir(parents=True)
    write_template(
        as_template(make_from_template("aida", "nl"), "Mijn AIDA"), templates_folder() / "aida.journeytemplate"
    )
    assert [template.id for template in own_templates()[0]] == ["own-aida"]


def test_the_list_follows_the_folder(full: Document) -> None:
    path = keep_template(as_template(full, "B"))
    keep_template(as_template(full, "a"))
    assert [template.name for template in own_templates()[0]] == ["a", "B"]
    rename_template(path, "0 ", "Nieuw")
    assert [(t.name, t.description) for t in own_templates()[0]] == [("0", "Nieuw"), ("a", "")]
    assert own_template("b") is not None, "a template keeps its id under another name"
    loaded = load(path)
    assert not loaded.report.problems
    assert loaded.document.same_content(as_template(full, "B"))


def test_renaming_keeps_what_a_newer_program_wrote(full: Document) -> None:
    template = as_template(full, "A")
    newer = Document(template.tables, extra={HEADER: {"name": "A", "cover": "blue"}, "moods": [1]})
    path = keep_template(newer)
    rename_template(path, "B", "")
    assert load(path).document.extra[HEADER] == {"name": "B", "description": "", "cover": "blue"}
    assert load(path).document.extra["moods"] == [1]


def test_a_template_is_shared_as_it_is(full: Document, tmp_path: Path) -> None:
    path = keep_template(as_template(full, "Intake"))
    out = tmp_path / "shared.journeytemplate"
    out.write_text("old")
    share_template(path, out)
    assert out.read_bytes() == path.read_bytes()
    with pytest.raises(WriteError):
        write_template(as_template(full, "Intake"), out)
    write_template(as_template(full, "Other"), out, replace=True)
    assert open_template(out)[0].phases


# -- TP3: deleting and replacing --------------------------------------------------------------------------------------


def test_a_deleted_template_is_kept_and_comes_back(full: Document) -> None:
    path = keep_template(as_template(full, "Intake"))
    held = path.read_bytes()
    lies = discard_template(path)
    assert own_templates() == ([], [])
    assert lies.read_bytes() == held
    assert put_back(lies) == path
    assert path.read_bytes() == held
    assert [template.id for template in own_templates()[0]] == ["intake"]


def test_deleted_templates_are_listed_latest_first(full: Document) -> None:
    assert discarded_templates() == []
    first = discard_template(keep_template(as_template(full, "First")))
    os.utime(first, (1, 1))
    second = discard_template(keep_template(as_template(full, "Second")))
    (second.parent / "broken.journeytemplate").write_bytes(b"{")
    assert [(t.name, t.path) for t in discarded_templates()] == [("Second", str(second)), ("First", str(first))]
    put_back(second)
    assert [t.name for t in discarded_templates()] == ["First"]


def test_a_deleted_template_comes_back_beside_one_of_its_name(full: Document) -> None:
    lies = discard_template(keep_template(as_template(full, "Intake", "first")))
    keep_template(as_template(full, "Intake", "second"))
    put_back(lies)
    assert sorted(t.description for t in own_templates()[0]) == ["first", "second"]


def test_a_replaced_template_is_kept(full: Document) -> None:
    path = keep_template(as_template(full, "Intake", "first"))
    assert keep_template(as_template(full, "Intake", "second"), replacing=path) == path
    assert [t.description for t in own_templates()[0]] == ["second"]
    (old,) = (templates_folder() / "discarded").iterdir()
    put_back(old)
    assert sorted(t.description for t in own_templates()[0]) == ["first", "second"]


def test_old_deleted_templates_go_but_the_newest_stay(full: Document) -> None:
    for number in range(23):
        discard_template(keep_template(as_template(full, f"T{number}")))
    folder = templates_folder() / "discarded"
    assert purge_templates() == 0
    assert purge_templates(time.time() + 31 * 86_400) == 3
    assert len(list(folder.iterdir())) == 20


def test_nothing_to_purge() -> None:
    assert purge_templates() == 0


# -- hostile files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(CASES))
def test_listing_takes_any_file(name: str) -> None:
    folder = templates_folder()
    folder.mkdir(parents=True)
    path = folder / "x.journeytemplate"
    path.write_bytes(CASES[name].data)
    found, problems = own_templates()
    assert len(found) + len(problems) == 1
    for template in found:
        assert template.name
        assert len(template.name) <= 120
        assert "\n" not in template.name + template.description
        assert len(template.steps) == len(template.phases)
        assert all(0 <= place < len(template.phases) for loop in template.loops for place in loop)
    for sentence in problems:
        assert path.name in sentence
        assert "\n" not in sentence
    assert path.read_bytes() == CASES[name].data


@pytest.mark.parametrize("name", sorted(name for name in CASES if name.startswith("template")))
def test_opening_a_broken_template(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(CASES[name].data)
    if CASES[name].outcome == "refused":
        with pytest.raises(ContentError, match=path.name):
            open_template(path)
        return
    document, report = open_template(path)
    assert not violations(document)
    assert bool(report.serious) == (CASES[name].outcome == "mended")
    assert HEADER not in document.extra
    assert path.read_bytes() == CASES[name].data


@pytest.mark.parametrize("header", [None, [], "x", {"name": None}, {"name": " \n"}, {"name": {"a": 1}}])
def test_a_template_without_a_name_has_that_of_its_file(header: Any, tmp_path: Path) -> None:
    templates_folder().mkdir(parents=True)
    value = json.loads(CASES["sound.journey"].data)
    value["template"] = header
    (templates_folder() / "Mijn intake.journeytemplate").write_text(json.dumps(value))
    assert [template.name for template in own_templates()[0]] == ["Mijn intake"]
