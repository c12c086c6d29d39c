"""Logo, accent colour and date on the command line; and what is told, or refused, before anything is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app import cli
from model.files.native import load, save
from model.templates import example_path
from small_maps import MapMaker

EXAMPLE = str(example_path("en"))
LOST = "\U00012000"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (90, 30), (227, 6, 19)).save("logo.png")
    maker = MapMaker(title="Shoes").columns(("Look", [""])).lanes("touchpoints")
    maker.card("touchpoint", "s0", f"Ask {LOST}")
    maker.card("touchpoint", "s0", "Buy")
    save(maker.document(), "lost.journey")


def words(name: str, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(name)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def test_a_new_map_gets_a_logo_and_a_colour() -> None:
    assert cli.main(["new", "a.journey", "--title", "T", "--logo", "logo.png", "--accent", "0af"]) == 0
    document = load("a.journey").document
    assert document.info.accent == "#00AAFF"
    assert document.info.logo in document.asset_table
    assert cli.main(["new", "b.journey", "--accent", "none"]) == 0
    assert load("b.journey").document.info.accent == ""


def test_one_print_has_another_look_and_the_map_that_goes_along_is_the_map() -> None:
    assert cli.main(["export", EXAMPLE, "plain.pdf"]) == 0
    assert cli.main(["export", EXAMPLE, "own.pdf", "--logo", "logo.png", "--accent", "#E30613"]) == 0
    assert Path("plain.pdf").read_bytes() != Path("own.pdf").read_bytes()
    assert cli.main(["import", "own.pdf", "back.journey"]) == 0
    assert load("back.journey").document.tables == load(EXAMPLE).document.tables


@pytest.mark.parametrize("command", [["export", EXAMPLE, "a.pdf"], ["new", "a.journey"], ["kit", EXAMPLE, "a.pdf"]])
@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--logo", "nowhere.png"], "cannot be read"),
        (["--logo", "bad.png"], "no picture"),
        (["--logo", "."], "cannot be read"),
        (["--accent", "red"], "“red” is no colour"),
        (["--accent", "#12345"], "no colour"),
        (["--accent", "#1234567"], "no colour"),
    ],
)
def test_what_is_no_picture_or_colour_is_refused_in_one_line(
    command: list[str], option: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.png").write_text("<svg/>")
    assert cli.main([*command, *option]) == 2
    told = capsys.readouterr().err
    assert said in told and len(told.splitlines()) == 1
    assert not Path(command[-1]).exists()


def test_kinds_that_are_no_paper_refuse_a_look_and_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    for option in (["--logo", "logo.png"], ["--accent", "#E30613"], ["--date", "2026-05-21"]):
        assert cli.main(["export", EXAMPLE, "a.mmd", *option]) == 2
        assert "leave that out" in capsys.readouterr().err
    assert not Path("a.mmd").exists()


def test_the_date_is_none_unless_it_is_asked_for() -> None:
    assert cli.main(["export", EXAMPLE, "plain.pdf"]) == 0
    assert cli.main(["export", EXAMPLE, "none.pdf", "--date", "none"]) == 0
    assert Path("plain.pdf").read_bytes() == Path("none.pdf").read_bytes()
    assert cli.main(["export", EXAMPLE, "day.pdf", "--date", "2026-05-21"]) == 0
    assert "21 May 2026" in words("day.pdf") and "21 May" not in words("plain.pdf")
    assert cli.main(["export", EXAMPLE, "today.pdf", "--date", "TODAY"]) == 0
    assert str(date.today().year) in words("today.pdf")  # noqa: DTZ011 - the day on the user's own calendar


@pytest.mark.parametrize(
    "text",
    ["21-5-2026", "20260521", "2026-W21-4", "2026-02-30", "2026-5-21", "", "tomorrow", "٢٠٢٦-٠٥-٢١", "-1", "nan"],
)
def test_what_is_no_date_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", EXAMPLE, "a.pdf", f"--date={text}"]) == 2
    told = capsys.readouterr().err
    assert "is no date; write it as 2026-05-21" in told and len(told.splitlines()) == 1
    assert not Path("a.pdf").exists()


def test_paper_that_always_has_a_date_takes_one_and_not_none(capsys: pytest.CaptureFixture[str]) -> None:
    listed = ["export", EXAMPLE, "list.pdf", "--part", "actions", "--date"]
    assert cli.main([*listed, "2026-05-21"]) == 0
    assert "21 May 2026" in words("list.pdf")
    kit = ["kit", EXAMPLE, "kit.pdf", "--parts", "parking", "--date"]
    assert cli.main([*kit, "2026-05-21"]) == 0
    first = Path("kit.pdf").read_bytes()
    assert "21 May 2026" in words("kit.pdf")
    assert cli.main([*kit, "2026-05-21"]) == 0 and Path("kit.pdf").read_bytes() == first
    capsys.readouterr()
    for command in (listed, kit):
        assert cli.main([*command, "none"]) == 2
        assert "always has a date" in capsys.readouterr().err


def test_a_kit_has_the_logo_and_the_colour(capsys: pytest.CaptureFixture[str]) -> None:
    more = ["--parts", "headers", "--date", "2026-05-21"]
    assert cli.main(["kit", EXAMPLE, "kit.pdf", *more, "--logo", "logo.png", "--accent", "#E30613"]) == 0
    page = pypdfium2.PdfDocument("kit.pdf")
    image = page[0].render(scale=1.0).to_pil().convert("RGB")
    page.close()
    reds = sum(count for count, pixel in image.getcolors(1_000_000) or [] if pixel == (227, 6, 19))
    assert reds > 20_000, "the arrows of the phases and the logo above them"
    assert cli.main(["kit", EXAMPLE, "bw.pdf", *more, "--bw", "--logo", "logo.png", "--accent", "#E30613"]) == 0
    page = pypdfium2.PdfDocument("bw.pdf")
    image = page[0].render(scale=1.0).to_pil().convert("RGB")
    page.close()
    assert all(max(pixel) - min(pixel) <= 8 for _, pixel in image.getcolors(1_000_000) or [])


@pytest.mark.parametrize("command", ["export", "kit"])
def test_characters_that_cannot_be_printed_are_told_before_the_file_is_written(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def watched(*_args: object, **_more: object) -> None:
        seen.append(capsys.readouterr().err)

    monkeypatch.setattr("model.export.split.write_atomic", watched)
    monkeypatch.setattr("model.export.kit.write.write_atomic", watched)
    assert cli.main([command, "lost.journey", "a.pdf"]) == 1
    assert len(seen) == 1
    told = [line for line in seen[0].splitlines() if "cannot be printed" in line]
    assert told == [f"N1: these characters cannot be printed: {LOST} (U+12000)"]


@pytest.mark.parametrize("command", ["export", "kit"])
def test_strict_writes_nothing_where_a_character_cannot_be_printed(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, "lost.journey", "a.pdf", "--strict"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "Nothing was written: mend this first, or leave --strict out."
    assert any("U+12000" in line for line in told)
    assert not Path("a.pdf").exists()
    assert cli.main([command, "lost.journey", "a.pdf"]) == 1 and Path("a.pdf").exists()


def test_text_that_is_too_small_is_told_and_strict_refuses_it(capsys: pytest.CaptureFixture[str]) -> None:
    small = ["export", EXAMPLE, "a.pdf", "--paper", "A4"]
    assert cli.main([*small, "--report"]) == 0
    told = capsys.readouterr()
    assert "less than the 1.4 mm that can be read" in told.err
    report = json.loads(told.out)
    assert report["smallest_text_mm"] < 1.4 and report["missing"] == []
    Path("a.pdf").unlink()
    assert cli.main([*small, "--strict"]) == 2
    assert not Path("a.pdf").exists()
    assert cli.main(["export", EXAMPLE, "a.pdf", "--paper", "A0", "--strict"]) == 0


def test_the_report_names_missing_characters_by_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "lost.journey", "a.pdf", "--report"]) == 1
    assert json.loads(capsys.readouterr().out)["missing"] == [{"note": "N1", "characters": ["U+12000"]}]
