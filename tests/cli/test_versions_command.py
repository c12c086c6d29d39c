"""journeywall versions: what is kept of a map, also when its file is damaged or gone, and one of them as a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_room import Out, english_folder, refused, run
from model.document import Document
from model.files import native, versions
from model.files.versions import Version
from model.newmap import new_map


@pytest.fixture(autouse=True)
def work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    yield english_folder(monkeypatch, tmp_path)


@pytest.fixture
def three(work: Path) -> tuple[Document, list[Version]]:
    """A map saved three times, each with another title."""
    document = new_map("One")
    for title in ("One", "Two", "Three"):
        document = document.with_changes([("map", "map", document.info.changed(title=title))])
        data = native.dumps(document)
        (work / "map.journey").write_bytes(data)
        versions.rotate(document.document_id, data, why="save", path=work / "map.journey")
    return document, versions.versions(document.document_id)


def test_the_list_says_when_why_and_what_changed(three: tuple[Document, list[Version]], capsys: Out) -> None:
    assert run("versions", "map.journey") == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == "" and len(lines) == 3
    newest = three[1][0]
    assert lines[0].split() == [
        str(newest.number), newest.time.strftime("%Y-%m-%d"), newest.time.strftime("%H:%M"), "save", "Title", "changed"
    ]  # fmt: skip
    assert lines[2].endswith("save       One"), "the oldest is told by its title"


def test_json_says_it_to_programs(three: tuple[Document, list[Version]], work: Path, capsys: Out) -> None:
    assert run("versions", "map.journey", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["title"] for row in rows] == ["Three", "Two", "One"]
    assert rows[0] == {
        "number": three[1][0].number,
        "time": three[1][0].time.isoformat(),
        "why": "save",
        "title": "Three",
        "path": str(work / "map.journey"),
        "readable": True,
        "changed": "Title changed",
    }


def test_a_version_comes_back_as_the_file_it_was(
    three: tuple[Document, list[Version]], work: Path, capsys: Out
) -> None:
    number = str(three[1][1].number)
    assert run("versions", "map.journey", "--restore", number, "back.journey") == 0
    assert native.load(work / "back.journey").document.info.title == "Two"
    assert capsys.readouterr() == ("", "")


def test_nothing_is_replaced_without_force(three: tuple[Document, list[Version]], work: Path, capsys: Out) -> None:
    number = str(three[1][2].number)
    said = refused(capsys, "versions", "map.journey", "--restore", number, "map.journey")
    assert "exists already" in said
    assert run("versions", "map.journey", "--restore", number, "map.journey", "--force") == 0
    assert native.load(work / "map.journey").document.info.title == "One"


@pytest.mark.parametrize("left", [None, b"", b'{\n"format": "journeywall",\n"docum'])
def test_a_map_that_is_gone_or_cut_off_still_has_its_versions(
    three: tuple[Document, list[Version]], work: Path, left: bytes | None, capsys: Out
) -> None:
    """The day this is for."""
    file = work / "map.journey"
    if left is None:
        file.unlink()
    else:
        file.write_bytes(left)
    assert run("versions", "map.journey") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert run("versions", "map.journey", "--restore", str(three[1][0].number), "back.journey") == 0
    assert native.load(work / "back.journey").document.info.title == "Three"


def test_a_damaged_version_is_a_finding_and_is_not_brought_back(
    three: tuple[Document, list[Version]], work: Path, capsys: Out
) -> None:
    bad = three[1][1]
    bad.file.write_bytes(bad.file.read_bytes()[:-30])
    assert run("versions", "map.journey") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].endswith("Damaged; cannot be opened")
    assert lines[0].endswith("Title changed"), "since the sound one before"
    said = refused(capsys, "versions", "map.journey", "--restore", str(bad.number), "back.journey")
    assert "damaged" in said


def test_what_was_no_map_even_then_is_not_brought_back(work: Path, capsys: Out) -> None:
    document = new_map("One")
    (work / "map.journey").write_bytes(native.dumps(document))
    kept = versions.keep(document.document_id, b"no map at all", why="before")
    assert kept is not None
    said = refused(capsys, "versions", "map.journey", "--restore", str(kept.number), "back.journey")
    assert said == f"Version {kept.number} is no map that can be read; choose another one."


def test_an_unknown_number_and_a_map_without_versions(work: Path, capsys: Out) -> None:
    (work / "new.journey").write_bytes(native.dumps(new_map("New")))
    assert run("versions", "new.journey") == 0
    assert capsys.readouterr() == ("", "No earlier version of this map is kept on this computer.\n")
    assert "There is no version 7" in refused(capsys, "versions", "new.journey", "--restore", "7", "out.journey")
    assert "is not there" in refused(capsys, "versions", "missing.journey")
