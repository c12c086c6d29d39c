"""The action list from the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from action_maps import map_with_actions
from app import cli
from model.files.native import dumps
from model.newmap import new_map

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("map.journey").write_bytes(dumps(map_with_actions(12).document))
    Path("empty.journey").write_bytes(dumps(new_map("Leeg", "nl", ["A"])))


def pages(path: str) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(Path(path).read_bytes())) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_the_list_is_made_on_a4_upright_by_solution(capsys: Out) -> None:
    assert cli.main(["export", "map.journey", "a.pdf", "--part", "actions", "--lang", "en"]) == 0
    assert capsys.readouterr().err == ""
    assert "Actie 11" in " ".join(pages("a.pdf"))
    assert "N2 Voorraad elk uur geteld" in pages("a.pdf")[0]
    with pypdfium2.PdfDocument("a.pdf") as pdf:
        assert [round(side / 72 * 25.4) for side in pdf[0].get_size()] == [210, 297]


def test_grouped_by_owner_lying_down_on_another_paper() -> None:
    arguments = ["--part", "actions", "--group", "owner", "--orientation", "landscape", "--paper", "A3"]
    assert cli.main(["export", "map.journey", "a.pdf", *arguments]) == 0
    assert "Zonder eigenaar" in pages("a.pdf")[0], "the words are in the map's language"
    with pypdfium2.PdfDocument("a.pdf") as pdf:
        assert [round(side / 72 * 25.4) for side in pdf[0].get_size()] == [420, 297]


@pytest.mark.parametrize(
    "arguments",
    [
        ["empty.journey", "a.pdf", "--part", "actions"],
        ["map.journey", "a.png", "--part", "actions"],
        ["map.journey", "a.xlsx", "--part", "actions"],
        ["map.journey", "a.pdf", "--part", "actions", "--tile", "A4"],
        ["map.journey", "a.pdf", "--part", "actions", "--links", "all"],
        ["map.journey", "a.pdf", "--part", "actions", "--blank"],
        ["map.journey", "a.pdf", "--group", "owner"],
        ["map.journey", "a.pdf", "--part", "list"],
        ["map.journey", "a.pdf", "--part", "actions", "--paper", "Z9"],
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(arguments: list[str], capsys: Out) -> None:
    assert cli.main(["export", *arguments]) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert len(said.splitlines()) == 1
    assert not Path(arguments[1]).exists()


def test_the_poster_stays_what_is_printed_unless_asked() -> None:
    assert cli.main(["export", "map.journey", "a.pdf", "--part", "poster"]) == 0
    assert cli.main(["export", "map.journey", "b.pdf"]) == 0
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()
