"""What of the map is on the poster, asked for on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import cli
from app.cli_parser import parse
from model.export.base import ExportOptions, poster_options
from model.templates import example_path

EXAMPLE = str(example_path("en"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)


def test_each_option_reaches_the_poster() -> None:
    asked = parse(["export", "a.journey", "a.pdf", "--links", "paths", "--evidence", "on", "--aimed", "--blind-spots"])
    assert (asked.links, asked.evidence, asked.aimed, asked.blind_spots) == ("paths", "on", True, True)
    made = poster_options(ExportOptions(links="paths", evidence="on", aimed=True, blind_spots=True))
    assert (made.links, made.evidence, made.aimed, made.blind_spots) == ("paths", True, True, True)
    assert poster_options(ExportOptions(evidence="off")).evidence is False
    plain = poster_options(ExportOptions())
    assert (plain.links, plain.evidence, plain.aimed, plain.blind_spots) == ("none", None, False, False)
    assert poster_options(ExportOptions(evidence="auto")).evidence is None


def test_a_poster_with_all_of_it_is_made() -> None:
    arguments = ["export", EXAMPLE, "a.pdf", "--links", "all", "--evidence", "on", "--aimed", "--blind-spots"]
    assert cli.main(arguments) == 0
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("option", [["--links", "all"], ["--evidence", "on"], ["--aimed"], ["--blind-spots"]])
@pytest.mark.parametrize("out", ["a.xlsx", "a.mmd"])
def test_kinds_that_are_no_poster_refuse_them(option: list[str], out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", EXAMPLE, out, *option]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "leave that out" in said
    assert not Path(out).exists()


def test_a_word_that_is_none_of_the_choices_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", EXAMPLE, "a.pdf", "--links", "some"]) == 2
    assert "paths" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option", [["--links", "paths"], ["--links", "all"], ["--evidence", "off"], ["--aimed"], ["--blind-spots"]]
)
def test_each_option_changes_what_is_on_the_poster_of_the_example(option: list[str]) -> None:
    assert cli.main(["export", EXAMPLE, "plain.pdf"]) == 0
    assert cli.main(["export", EXAMPLE, "asked.pdf", *option]) == 0
    assert Path("plain.pdf").read_bytes() != Path("asked.pdf").read_bytes()
