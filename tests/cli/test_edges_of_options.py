"""Every option of ``export`` and ``kit`` at its edges: what cannot be met is refused in one line, in both languages."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from app import cli
from model.document import Document
from model.files.native import save
from model.i18n import speaking
from small_maps import MapMaker

EXPORT = [
    *(["--scale", text] for text in ("0", "-5", "nan", "inf", "1e9", "401", "", "big")),
    ["--scale", "true", "--paper", "A4"],
    ["--scale", "100", "--paper", "A5"],
    ["--scale", "400", "--roll", "200"],
    *(["--scale", "true", "--note-size", text] for text in ("0x0", "76", "76x76x76", "nanxnan", "301x76", "19x19", "")),
    ["--note-size", "76x76"],
    *(["--margin", text] for text in ("-1", "nan", "inf", "101", "1e9", "wide", "")),
    ["--margin", "100", "--paper", "200x200"],
    ["--margin", "104", "--tile", "A4"],
    ["--margin", "100", "--tile", "A4", "--overlap", "20"],
    *(["--overlap", text, "--tile", "A4"] for text in ("-1", "51", "nan", "")),
    ["--overlap", "10"],
    ["--marks"],
    ["--no-marks"],
    *(["--tile", text] for text in ("A9", "", " ", "0x0", "49x100", "nan")),
    *(["--paper", text] for text in ("A9", "", " ", "0x0", "49x100", "5081x100", "nan", "-100x100")),
    *(["--roll", text] for text in ("0", "-1", "199", "1701", "nan", "inf", "")),
    ["--roll", "914", "--tile", "A4"],
    ["--roll", "914", "--paper", "A1"],
    *(["--lanes", text] for text in ("nothing", "", ",", "emotion", "touchpoints,nothing")),
    *(["--phases", text] for text in ("0", "3", "1-3", "2-1", "0-1", "-1", "1-99", "nothing", "", ",", "1;2", "1.5")),
    *(["--personas", text] for text in ("nobody", "", ",")),
    *(["--filter", text] for text in ("zzz", "", " ")),
    ["--changed-since", "nowhere.journey", "--tile", "A4"],
    ["--changed-since", "map.journey"],
    ["--changed-since", "note.txt", "--tile", "A4"],
    ["--changed-since", "", "--tile", "A4"],
    ["--orientation", "sideways"],
    ["--orientation", "portrait", "--scale", "true"],
    ["--orientation", "landscape", "--scale", "100", "--tile", "A4"],
    ["--links", "some"],
    ["--evidence", "perhaps"],
    ["--fields", "nothing"],
    ["--fields", ""],
    ["--dpi", "96"],
    *(["--to", "png", "--dpi", text] for text in ("0", "-1", "nan", "2401", "fine")),
    ["--to", ""],
    ["--to", "word"],
    ["--part", "actions"],
    ["--part", "poem"],
    ["--group", "owner"],
    *(["--preset", text] for text in ("", "office")),
    *(["--posters", text] for text in ("0", "-1", "3", "1.5", "two", "")),
    ["--no-assembly"],
    ["--fewer-sheets"],
    ["--unheard-of"],
]
KIT = [
    *(["--parts", text] for text in ("poem", "", ",", "wall,poem", "actions")),
    *(["--paper", text] for text in ("A5", "A9", "", "200x200")),
    *(["--note-size", text] for text in ("0x0", "76", "nan", "", "301x76")),
    *(["--wall", text] for text in ("0", "-5", "nan", "inf", "1e5", "floor", "")),
    *(["--across", text] for text in ("0", "9", "-1", "1.5", "two", "nan", "")),
    *(["--down", text] for text in ("0", "9")),
    *(["--parts", "parking", *option] for option in (["--wall", "914"], ["--across", "3"], ["--down", "2"])),
    ["--json"],
]


@pytest.fixture(autouse=True)
def a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    save(a_map(), "map.journey")
    Path("note.txt").write_text("no map\n")


def a_map() -> Document:
    maker = MapMaker(title="Schoenen")
    maker.columns(("Zoeken", [""]), ("1-2", [""])).lanes("touchpoints", "emotion", "thoughts", "thoughts")
    maker.card("touchpoint", "s0", "Belt de winkel")
    maker.card("thought", "s1", "Waarom?")
    return Document(maker.persona("Sanne", "sanne").document().tables, document_id=str(UUID(int=7)))


@pytest.mark.parametrize("option", EXPORT, ids=" ".join)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_an_export_that_cannot_be_met_is_refused(
    option: list[str], lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(["export", "map.journey", "out.pdf", "--lang", lang, *option], capsys)


@pytest.mark.parametrize("option", KIT, ids=" ".join)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_kit_that_cannot_be_met_is_refused(option: list[str], lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused(["kit", "map.journey", "out.pdf", "--lang", lang, *option], capsys)


def refused(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, one line that says why, and nothing written."""
    assert cli.main(command) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1 and len(said.err) > 20
    assert "Traceback" not in said.err and "Error" not in said.err
    assert {path.name for path in Path().iterdir()} == {"map.journey", "note.txt"}


def test_a_range_that_runs_too_far_is_told_as_it_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "map.journey", "out.pdf", "--phases", "1-99"]) == 2
    assert "“1-99”" in capsys.readouterr().err


def test_a_margin_that_leaves_nothing_of_a_sheet_is_told_with_the_overlap(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "map.journey", "out.pdf", "--tile", "A4", "--margin", "100", "--overlap", "15"]) == 2
    assert "A margin of 100 mm and an overlap of 15 mm" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["out.xlsx"], ["out.mmd"], ["out.pdf", "--part", "actions"]], ids=" ".join)
def test_several_posters_of_what_is_no_poster_are_refused_as_such(
    option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """They were refused as if somebody had asked for some of the phases."""
    assert cli.main(["export", "map.journey", *option, "--posters", "2"]) == 2
    said = capsys.readouterr().err
    assert "--posters" in said and "phases" not in said
    assert {path.name for path in Path().iterdir()} == {"map.journey", "note.txt"}


def test_a_picture_with_words_too_small_is_refused_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "map.journey", "out.png", "--scale", "1", "--strict"]) == 2
    said = capsys.readouterr().err
    assert "1.4 mm" in said and "--strict" in said


def made(*option: str) -> bytes:
    assert cli.main(["export", "map.journey", "out.pdf", *option]) == 0
    return Path("out.pdf").read_bytes()


def test_phases_and_lanes_are_named_in_any_way_and_twice() -> None:
    whole = made("--phases", "1,2")
    assert made("--phases", "2,1") == made("--phases", "1,1,2") == made("--phases", "zoeken,2") == whole
    assert made("--phases", "1-2") != b"", "a phase of that name, or the range: both are shown"
    thoughts = made("--lanes", "thoughts")
    assert made("--lanes", "Gedachten,gedachten, THOUGHTS") == thoughts, "two lanes of one name are both shown"


def test_numbers_are_read_with_a_comma_as_with_a_point() -> None:
    assert made("--scale", "97,5%") == made("--scale", "97.5")
    assert made("--margin", "5,5") == made("--margin", "5.5")
    assert made("--scale", "TRUE") == made("--scale", "true")
    with speaking("nl"):
        assert made("--paper", "1200 x 800") == made("--paper", "1200x800 mm")


def test_what_is_set_to_its_usual_value_changes_nothing() -> None:
    plain = made()
    assert made("--numbers") == made("--attach") == made("--scale", "fit") == made("--paper", "a1") == plain
    assert made("--evidence", "auto") == made("--links", "none") == made("--orientation", "auto") == plain
    tiled = made("--tile", "A4")
    assert made("--tile", "a4", "--marks", "--overlap", "10", "--margin", "5", "--assembly") == tiled
    for option in (["--no-marks"], ["--overlap", "0"], ["--margin", "8"], ["--no-assembly"], ["--bw"]):
        assert made("--tile", "A4", *option) != tiled
