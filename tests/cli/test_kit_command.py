"""The paper kit from the command line."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

import kit_maps
from app import cli
from app.cli_kit import OF_NOTES
from model.export.kit.parts import PARTS
from model.export.kit.pdf import KitOptions, composed_parts
from model.files.native import dumps
from model.records import Item

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("map.journey").write_bytes(dumps(kit_maps.five_cards()))
    Path("empty.journey").write_bytes(dumps(kit_maps.empty_map()))


def pages(path: str | Path) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(Path(path).read_bytes())) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_all_that_the_map_has_in_one_file(capsys: Out) -> None:
    assert cli.main(["kit", "map.journey", "kit.pdf"]) == 0
    assert capsys.readouterr() == ("", "")
    text = "\n".join(pages("kit.pdf"))
    for words in ("Fasekoppen", "Kaartjes om op te hangen", "Parkeerplaats", "Kansenkaarten", "Pijnpunten op ernst"):
        assert words in text, "in the language of the map"
    assert "Personakaarten" not in text


def test_only_the_parts_that_are_asked_for_in_another_language_on_other_paper() -> None:
    arguments = ["--parts", "pains,headers", "--lang", "en", "--paper", "LETTER", "--bw"]
    assert cli.main(["kit", "map.journey", "kit.pdf", *arguments]) == 0
    found = pages("kit.pdf")
    assert len(found) == 2
    assert "Phase headers" in found[0]
    assert "Pain points by severity" in found[1]
    with pypdfium2.PdfDocument("kit.pdf") as pdf:
        assert [round(side / 72 * 25.4) for side in pdf[1].get_size()] == [216, 279]


@pytest.mark.parametrize("folder", [True, False])
def test_a_folder_gets_a_file_for_each_part(folder: bool) -> None:
    if folder:
        Path("kit").mkdir()
    arguments = ["kit", "map.journey", "kit", "--parts", "parking,headers,emotion"] + ([] if folder else ["--split"])
    assert cli.main(arguments) == 0
    assert sorted(path.name for path in Path("kit").iterdir()) == ["emotion.pdf", "headers.pdf", "parking.pdf"]
    assert "Parkeerplaats" in pages("kit/parking.pdf")[0]


def test_the_wall_map_on_a_roll() -> None:
    assert cli.main(["kit", "map.journey", "wall.pdf", "--parts", "wall", "--wall", "914", "--across", "3"]) == 0
    with pypdfium2.PdfDocument("wall.pdf") as pdf:
        assert len(pdf) == 1
        assert [round(side / 72 * 25.4) for side in pdf[0].get_size()] == [914, 764], "the way that takes less"


def test_the_list_says_every_part_with_its_pages_or_why_not(capsys: Out) -> None:
    assert cli.main(["kit", "map.journey", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(PARTS)
    assert lines[1].split(None, 1)[1] == "Phase headers: 1 page"
    assert "name a persona first" in next(line for line in lines if line.startswith("personas"))
    assert cli.main(["kit", "map.journey", "--list", "--json", "--paper", "A3"]) == 0
    rows = {row["part"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["blanks"]["pages"] == 6
    assert rows["actions"]["pages"] == 0
    assert rows["actions"]["why_not"]
    assert rows["wall"]["why_not"] == ""
    assert rows["wall"]["title"] == "Wall map"


@pytest.mark.parametrize(
    "arguments",
    [
        ["map.journey"],
        ["map.journey", "-"],
        ["map.journey", "kit.txt"],
        ["map.journey", "map.journey"],
        ["map.journey", "kit.pdf", "--parts", "actions"],
        ["map.journey", "kit.pdf", "--parts", "walls"],
        ["map.journey", "kit.pdf", "--parts", ""],
        ["map.journey", "kit.pdf", "--paper", "A0"],
        ["map.journey", "kit.pdf", "--note-size", "large"],
        ["map.journey", "kit.pdf", "--note-size", "1x1"],
        ["map.journey", "kit.pdf", "--note-size", "127x76", "--parts", "headers,personas"],
        ["map.journey", "kit.pdf", "--across", "0"],
        ["map.journey", "kit.pdf", "--across", "many"],
        ["map.journey", "kit.pdf", "--parts", "wall", "--wall", "610"],
        ["map.journey", "kit.pdf", "--wall", "floor"],
        ["empty.journey", "kit.pdf", "--parts", "headers"],
        ["nothing.journey", "kit.pdf"],
        ["map.journey", "no/such/folder/kit.pdf"],
        ["map.journey", "map.journey", "--split"],
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(arguments: list[str], capsys: Out) -> None:
    before = Path("map.journey").read_bytes()
    assert cli.main(["kit", *arguments]) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert len(said.splitlines()) == 1
    assert Path("map.journey").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["empty.journey", "map.journey"]


def test_a_character_without_a_font_is_told_with_its_note(capsys: Out) -> None:
    document = kit_maps.five_cards()
    lonely = Item(
        id="item-x", kind="note", number=document.info.next_number, text="\U0001e000\U000e0fff", place="inbox"
    )
    info = document.info.changed(next_number=lonely.number + 1)
    document = document.with_changes([("items", lonely.id, lonely), ("map", "map", info)])
    Path("map.journey").write_bytes(dumps(document))
    assert cli.main(["kit", "map.journey", "kit.pdf", "--parts", "stickies"]) == 1
    assert f"N{lonely.number}:" in capsys.readouterr().err
    assert Path("kit.pdf").exists()


@pytest.mark.parametrize("arguments", [["kit.pdf"], ["kit", "--split"]], ids=" ".join)
def test_strictly_nothing_is_written_not_even_a_folder(arguments: list[str], capsys: Out) -> None:
    document = kit_maps.five_cards()
    lonely = Item(id="item-x", kind="note", number=document.info.next_number, text="\U0001e000", place="inbox")
    info = document.info.changed(next_number=lonely.number + 1)
    document = document.with_changes([("items", lonely.id, lonely), ("map", "map", info)])
    Path("map.journey").write_bytes(dumps(document))
    there = sorted(path.name for path in Path().iterdir())
    assert cli.main(["kit", "map.journey", *arguments, "--strict"]) == 2
    said = capsys.readouterr().err
    assert f"N{lonely.number}:" in said and "--strict" in said
    assert sorted(path.name for path in Path().iterdir()) == there


def test_help_is_in_both_languages(capsys: Out) -> None:
    for lang, words in (("en", "a folder for a PDF of each part"), ("nl", "een map voor een pdf van elk deel")):
        assert cli.main(["kit", "--help", "--lang", lang]) == 0
        assert words in " ".join(capsys.readouterr().out.split())


def test_the_size_of_notes_is_for_exactly_the_parts_that_it_changes() -> None:
    """Any other part would be told a size that makes no difference; these are not told that it is for others."""
    document = kit_maps.five_cards()
    wide, usual = (
        {part.id: made for part, made in composed_parts(document, KitOptions(note_mm=note, day=date(2026, 11, 22)))}
        for note in ((127.0, 76.0), (76.0, 76.0))
    )
    assert {part for part in usual if wide[part] != usual[part]} == set(OF_NOTES)
