"""What of the map is on the poster, asked for on the command line."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
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
    assert asked.fields is None
    assert parse(["export", "a.journey", "a.pdf", "--fields", "time,goal"]).fields == ("goal", "time")
    assert poster_options(ExportOptions(fields=("goal",))).fields == ("goal",)
    assert poster_options(ExportOptions()).fields == ()
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


@pytest.mark.parametrize(
    "option",
    [["--links", "all"], ["--evidence", "on"], ["--aimed"], ["--blind-spots"], ["--fields", "goal"]],
)
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
    "option",
    [
        ["--links", "paths"],
        ["--links", "all"],
        ["--evidence", "off"],
        ["--aimed"],
        ["--blind-spots"],
        ["--fields", "all"],
    ],
)
def test_each_option_changes_what_is_on_the_poster_of_the_example(option: list[str]) -> None:
    assert cli.main(["export", EXAMPLE, "plain.pdf"]) == 0
    assert cli.main(["export", EXAMPLE, "asked.pdf", *option]) == 0
    assert Path("plain.pdf").read_bytes() != Path("asked.pdf").read_bytes()


def read(name: str) -> str:
    """The words of a poster, without spaces, which line ends make uncertain."""
    document = pypdfium2.PdfDocument(name)
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return "".join(text.replace("\ufffe", "").split())


def test_the_chosen_fields_are_on_the_poster_and_no_others() -> None:
    assert cli.main(["export", EXAMPLE, "plain.pdf"]) == 0
    assert cli.main(["export", EXAMPLE, "goal.pdf", "--fields", "goal"]) == 0
    assert cli.main(["export", EXAMPLE, "doel.pdf", "--fields", "goal", "--lang", "nl"]) == 0
    assert cli.main(["export", EXAMPLE, "all.pdf", "--fields", "all"]) == 0
    assert "Conversiongoal:Leavetheshopwithshoes" not in read("plain.pdf")
    assert "Conversiongoal:Leavetheshopwithshoes" in read("goal.pdf")
    assert "Recordedin:" not in read("goal.pdf")
    assert "Conversiedoel:Leavetheshopwithshoes" in read("doel.pdf")
    words = read("all.pdf")
    assert all(f"{title}:" in words for title in ("Channels", "Cause", "Recordedin", "Hand-over", "Action", "Tags"))


def test_a_field_that_there_is_not_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", EXAMPLE, "a.pdf", "--fields", "goal,golf"]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "“golf”" in said and "goal" in said and "all, none" in said
    assert not Path("a.pdf").exists()
    assert cli.main(["export", EXAMPLE, "a.pdf", "--fields", "golf", "--lang", "nl"]) == 2
    assert "“golf” kan niet op kaartjes staan" in capsys.readouterr().err


def test_none_is_the_poster_as_it_is_without_a_word_of_fields() -> None:
    assert cli.main(["export", EXAMPLE, "plain.pdf"]) == 0
    assert cli.main(["export", EXAMPLE, "none.pdf", "--fields", "none"]) == 0
    assert Path("plain.pdf").read_bytes() == Path("none.pdf").read_bytes()
