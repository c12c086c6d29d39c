"""What can be read of a poster, lane by lane, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import cli
from model.document import Document
from model.export.missing import MissingText
from model.export.pdf import PosterOptions, poster_pdf
from model.export.placing import compose_on_paper
from model.export.readable import LEAST_MM, as_json, reading_of, remarks
from model.files.native import load
from model.i18n import speaking
from model.layout import metrics as px
from model.legibility import metres_shown, x_height
from model.templates import example_path
from posters import texts_of
from small_maps import MapMaker


def a_map(text: str = "Belt de winkel", phases: int = 4) -> Document:
    """Phases with a touchpoint each, and one pain point."""
    maker = MapMaker(title="Schoenen kopen")
    maker.columns(*((f"Fase {i}", [""]) for i in range(phases))).lanes("touchpoints", "pain_points")
    for i in range(phases):
        maker.card("touchpoint", f"s{i}", text)
    maker.card("pain_point", "s2", "Winkel neemt niet op", severity=2)
    return maker.document()


def test_each_lane_reads_as_far_as_the_smallest_text_of_its_notes() -> None:
    """The x of a note's text in mm, times 0.4."""
    document = a_map()
    poster = compose_on_paper(document, PosterOptions(paper="A1"), "en")
    with speaking("en"):
        reading = reading_of(document, poster)
    expected = x_height(px.style("note")) * poster.px_to_mm
    assert [lane.name for lane in reading.lanes] == ["Touchpoints", "Pain points"]
    assert reading.lanes[1].notes_mm == pytest.approx(expected, rel=0.01)
    assert reading.lanes[1].reading_m == pytest.approx(expected * 0.4, rel=0.01)
    assert reading.reading_m == pytest.approx(poster.reading_m, rel=0.02), "as the foot of the poster says"
    assert reading.lanes[0].smallest_mm < (reading.lanes[0].notes_mm or 0), "its numbers are smaller than its text"
    assert reading.wall
    half = reading_of(document, poster, 0.5)
    assert half.reading_m == pytest.approx(reading.reading_m / 2)
    assert not half.wall


@pytest.mark.parametrize(("paper", "tile"), [("A1", None), ("A0", None), ("A0", "A4")])
def test_the_foot_says_what_is_said_of_the_poster_and_never_more(paper: str, tile: str | None) -> None:
    """Rounded down as in the dialog, and of the size in which it is printed: sheets are saved by a smaller one."""
    data, report = poster_pdf(load(example_path("nl")).document, PosterOptions(paper=paper, tile=tile))
    assert report.reading is not None
    assert (report.scale < 1) == (tile is not None), "sheets are saved"
    with speaking("nl"):
        said = f"leesbaar tot {metres_shown(report.reading.reading_m)} meter"
    words = "".join("".join(texts_of(data, page)) for page in range(report.pages))
    assert "".join(said.split()) in "".join(words.split()), said


def test_a_wall_poster_below_two_metres_is_told_and_larger_paper_ends_it() -> None:
    document = a_map(phases=6)
    said = {}
    for paper in ("A2", "A4", "A0"):
        options = PosterOptions(paper=paper)
        with speaking("en"):
            said[paper] = remarks(poster_pdf(document, options)[1], options)
    assert any("on a wall it should be 2 m" in sentence for sentence in said["A2"])
    assert not any("wall" in sentence for sentence in said["A4"]), "a page in the hand hangs on no wall"
    assert said["A0"] == ()


def test_text_below_1_4_mm_is_never_passed_over() -> None:
    document = a_map()
    options = PosterOptions(paper="A5")
    _, report = poster_pdf(document, options)
    assert report.reading is not None
    with speaking("nl"):
        said = remarks(report, options)
    assert report.reading.too_small == (report.reading.smallest_mm < LEAST_MM)
    tiny = PosterOptions(paper="", scale=12)
    _, report = poster_pdf(document, tiny)
    assert report.reading is not None
    assert report.reading.too_small
    with speaking("en"):
        assert any("less than the 1.4 mm" in sentence for sentence in remarks(report, tiny))
    assert said == () or report.reading.too_small


def test_sheets_saved_are_told() -> None:
    document = a_map(phases=6)
    options = PosterOptions(paper="A0", tile="A4")
    with speaking("en"):
        _, report = poster_pdf(document, options)
        said = remarks(report, options)
    assert said[:2] == ("14 sheets instead of 16, at 96.7 %.", "4 sheets with nothing on them left out.")
    assert report.paper_m2 == pytest.approx(report.pages * 0.21 * 0.297)


def test_a_character_without_a_glyph_is_told_with_its_note() -> None:
    """What stands on the poster is told, and nothing of what does not: a blank form has no notes, a part not all."""
    lost = "\U00012000"
    document = a_map(f"Vraag {lost}")
    info = document.info.changed(title=f"Kaart {lost}\U00012001")
    phase = document.phases[0].changed(name=f"Fase {lost}")
    document = document.with_changes([("map", "map", info), ("phases", phase.id, phase)])

    def missing(**more: Any) -> list[MissingText]:
        return sorted(poster_pdf(document, PosterOptions(**more))[1].missing, key=lambda m: m.number)

    title = MissingText(f"{lost}\U00012001", "")
    notes = [MissingText(lost, f"N{item.number}") for item in document.touchpoints]
    assert missing() == [title, *notes]
    assert missing(blank=True) == [title]
    assert missing(phases=("2",))[0] == title
    assert missing(title_block=False, blank=True) == [MissingText(lost, "")]


def test_the_report_of_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    example = str(example_path("en"))
    arguments = ["export", example, "a.pdf", "--paper", "A1", "--tile", "A3", "--report", "--lang", "en"]
    assert cli.main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sheets"] == 6
    assert told["pages"] == 7
    assert told["paper_mm"] == [297.0, 420.0] or told["paper_mm"] == [420.0, 297.0]
    assert 1.4 < told["smallest_text_mm"] < told["notes_text_mm"]
    assert told["reading_distance_m"] == pytest.approx(1.2, abs=0.1)
    assert told["missing"] == []
    names = [lane["name"] for lane in told["lanes"]]
    assert "Touchpoints" in names
    assert all(lane["reading_distance_m"] > 0.5 for lane in told["lanes"])
    assert cli.main(["export", example, "a.mmd", "--report", "--lang", "en"]) == 2
    assert "no report" in capsys.readouterr().err
    assert not Path("a.mmd").exists()


def test_the_report_names_what_cannot_be_printed() -> None:
    document = a_map("Vraag \U00012000")
    _, report = poster_pdf(document, PosterOptions(paper="A3"))
    told = as_json(report)["missing"]
    assert told == [{"note": f"N{item.number}", "characters": ["U+12000"]} for item in document.touchpoints]
