"""Presets, several posters of one map, what is beside the map, and what helps a poster that reads too near."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pypdfium2
import pytest

from app import cli
from app.cli_parser import parse
from model.document import Document
from model.export.base import ExportOptions, poster_options
from model.export.errors import ExportError
from model.export.pdf import ExportReport, poster_pdf
from model.export.presets import PRESETS, with_preset
from model.export.readable import WALL_M
from model.export.remedies import KINDS, Remedy, remedy
from model.export.split import phase_groups, poster_names
from model.files.native import load
from model.importers.base import import_file
from model.progress import Cancelled, listening
from model.templates import example_path

EXAMPLE = str(example_path("en"))


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("en")).document


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)


def made(document: Document, options: ExportOptions) -> tuple[str, ExportReport]:
    data, report = poster_pdf(document, poster_options(options))
    with pypdfium2.PdfDocument(data) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return text, report


# -- presets ---------------------------------------------------------------------------------------------------------


def test_every_preset_prints_on_what_it_says(example: Document) -> None:
    reports = {name: made(example, with_preset(name, ExportOptions()))[1] for name in PRESETS}
    assert reports["home"].sheets
    assert sorted(reports["home"].paper_mm) == [210, 297]
    assert sorted(reports["shop"].paper_mm) == [841, 1189]
    assert min(reports["plotter"].paper_mm) == pytest.approx(914)
    assert sorted(reports["handout"].paper_mm) == [297, 420]
    assert [len(reports[name].sheets) for name in ("shop", "plotter", "handout")] == [0, 0, 0]


def test_what_is_asked_for_beside_a_preset_wins() -> None:
    assert with_preset("home", ExportOptions(paper="A2")).paper == "A2"
    assert with_preset("home", ExportOptions(tile="A3")).tile == "A3"
    rolled = with_preset("home", ExportOptions(roll_mm=610))
    assert (rolled.paper, rolled.tile, rolled.roll_mm) == (None, None, 610)
    papered = with_preset("plotter", ExportOptions(paper="A0"))
    assert (papered.paper, papered.roll_mm) == ("A0", None)
    true = with_preset("home", ExportOptions(scale="true"))
    assert (true.paper, true.tile) == (None, "A4")
    assert with_preset(None, ExportOptions(bw=True)) == ExportOptions(bw=True)


def test_presets_are_named_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", EXAMPLE, "a.pdf", "--preset", "handout", "--report"]) == 0
    assert sorted(json.loads(capsys.readouterr().out)["paper_mm"]) == [297, 420]
    assert cli.main(["export", EXAMPLE, "b.pdf", "--preset", "billboard"]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in PRESETS)
    assert not Path("b.pdf").exists()


# -- beside the map --------------------------------------------------------------------------------------------------


def test_title_and_legend_can_be_left_out(example: Document) -> None:
    whole, _ = made(example, ExportOptions())
    untitled, _ = made(example, ExportOptions(title_block=False))
    role = "Runner with a sore knee"
    assert role in " ".join(whole.split())
    assert role not in " ".join(untitled.split())
    bare, report = made(example, ExportOptions(legend=False))
    assert "still to be tested" in whole
    assert "still to be tested" not in bare
    neither, _ = made(example, ExportOptions(legend=False, title_block=False))
    assert "still to be tested" not in neither
    note = next(item for item in example.placed if item.kind == "touchpoint")
    assert all(word in neither for word in note.text.split())
    assert report.pages == 1


def test_the_assembly_page_can_be_left_out_and_sheets_not_be_saved(example: Document) -> None:
    _, usual = made(example, ExportOptions(paper="A2", tile="A4"))
    _, plain = made(example, ExportOptions(paper="A2", tile="A4", assembly=False, fewer_sheets=False))
    assert usual.pages == len(usual.sheets) + 1
    assert plain.pages == len(plain.sheets)
    assert plain.scale == 1.0
    assert len(plain.sheets) > len(usual.sheets)
    for option in ("--no-assembly", "--no-fewer-sheets"):
        assert cli.main(["export", EXAMPLE, "a.pdf", option]) == 2


def test_the_command_line_has_these_options() -> None:
    off = ("--no-title-block", "--no-legend", "--no-assembly", "--no-fewer-sheets")
    asked = parse(["export", "a.journey", "a.pdf", *off])
    assert (asked.title_block, asked.legend, asked.assembly, asked.fewer_sheets) == (False, False, False, False)


# -- several posters -------------------------------------------------------------------------------------------------


def test_phases_are_shared_out_in_their_order(example: Document) -> None:
    for posters in (1, 2, 3, 8):
        groups = phase_groups(example, (), posters)
        assert [phase.id for group in groups for phase in group] == [phase.id for phase in example.phases]
        assert len(groups) == posters
    with pytest.raises(ExportError, match="9 posters"):
        phase_groups(example, (), 9)
    with pytest.raises(ExportError):
        phase_groups(example, ("1-2",), 3)


def test_several_posters_are_files_that_open_as_the_maps_they_show(
    example: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", EXAMPLE, "wall.pdf", "--posters", "3", "--paper", "A3", "--report"]) == 0
    assert len(json.loads(capsys.readouterr().out)["posters"]) == 3
    names = [path.name for path in poster_names("wall.pdf", 3)]
    assert sorted(path.name for path in Path().glob("*.pdf")) == names == ["wall-1.pdf", "wall-2.pdf", "wall-3.pdf"]
    shown = [phase.name for name in names for phase in import_file(name)[0].phases]
    assert shown == [phase.name for phase in example.phases]
    assert cli.main(["export", EXAMPLE, "no.pdf", "--posters", "0"]) == 2
    assert not list(Path().glob("no*"))


# -- what helps ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif("JOURNEYWALL_FULL" not in os.environ, reason="the dialog's tests press each of them as well")
def test_what_helps_does_what_it_says(example: Document) -> None:
    start = ExportOptions(paper="A1")
    _, report = made(example, start)
    assert report.reading is not None
    assert report.reading.too_near
    found: dict[str, Remedy | None] = {
        kind: remedy(kind, example, start, report.reading.reading_m, report.mm_per_px) for kind in KINDS
    }
    paper, sheets, phases = found["paper"], found["sheets"], found["phases"]
    assert paper is not None
    assert paper.reading_m >= WALL_M
    for one in (paper, sheets):
        assert one is not None
        _, after = made(example, one.options)
        assert after.reading is not None
        assert after.reading.reading_m == pytest.approx(one.reading_m, rel=0.01)
        assert after.reading.too_near == ()
    assert phases is not None
    assert phases.posters > 1
    assert phases.reading_m >= WALL_M * 0.99
    assert found["lanes"] is None, "the phases fill the width of this map"


def test_fewer_lanes_help_a_high_map(example: Document) -> None:
    tall = ExportOptions(paper="A1", phases=("1-6",))
    _, report = made(example, tall)
    assert report.reading is not None
    found = remedy("lanes", example, tall, report.reading.reading_m, report.mm_per_px)
    assert found is not None
    assert found.left_out
    kept = {lane.kind for lane in example.lanes if lane.id in (found.options.lanes or ())}
    assert {"touchpoints", "emotion"} <= kept
    _, after = made(example, found.options)
    assert after.reading is not None
    assert after.reading.reading_m == pytest.approx(found.reading_m, rel=0.01)


# -- progress --------------------------------------------------------------------------------------------------------


def test_pages_are_counted_and_the_rest_is_not_made_when_it_is_not_wanted(example: Document) -> None:
    steps: list[tuple[int, int]] = []
    options = poster_options(ExportOptions(paper="A1", tile="A4"))
    with listening(lambda done, total: steps.append((done, total))):
        _, report = poster_pdf(example, options)
    counted = [pair for pair in steps if pair[1]]
    assert counted == [(page, report.pages) for page in range(2, report.pages + 1)]

    def stop(done: int, _total: int) -> None:
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled), listening(stop):
        poster_pdf(example, options)
