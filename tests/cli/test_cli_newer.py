"""A map for newer programs on the command line: read as far as it is understood, never written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from model.files.errors import ContentError, TooNew
from model.files.native import dumps, load, view
from model.newmap import new_map


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "later.journey"
    value = json.loads(dumps(new_map("Later", "en", ("One", "Two")))) | {"format_version": 9, "min_reader": 9}
    value["moods"] = [{"text": "from the future"}]
    value["phases"][0]["mood"] = "blue"
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


def test_info_check_and_export_say_so_and_leave_it_alone(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    out = tmp_path / "map.mmd"
    for arguments in (["info", str(path)], ["check", str(path)], ["export", str(path), str(out)]):
        assert main(arguments) == 1, arguments
        said = capsys.readouterr()
        assert "needs a newer Journeywall (file version 9)" in said.out + said.err
    assert out.stat().st_size > 20
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["later.journey", "map.mmd"]


def test_check_counts_it_as_a_problem(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert not found["ok"]
    assert any("newer Journeywall" in problem["text"] for problem in found["problems"])


def test_what_would_write_a_map_of_it_refuses(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "t.journeytemplate"
    assert main(["template", str(path), str(out)]) == 2
    assert "needs a newer Journeywall" in capsys.readouterr().err
    assert not out.exists()
    with pytest.raises(TooNew):
        load(path)


def test_unknown_fields_are_read_and_nothing_at_all_is_refused(path: Path, tmp_path: Path) -> None:
    loaded = view(path)
    assert [phase.name for phase in loaded.document.phases] == ["One", "Two"]
    assert loaded.document.phases[0].extra == {"mood": "blue"}
    assert loaded.document.extra["moods"] == [{"text": "from the future"}]
    assert [problem.code for problem in loaded.report.serious] == ["too_new"]
    value = {"format": "journeywall", "format_version": 9, "min_reader": 9, "document_id": "x", "stages": [1, 2]}
    other = tmp_path / "other.journey"
    other.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(TooNew):
        view(other)
    other.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ContentError):
        view(other)
