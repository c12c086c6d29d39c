"""A part of a map on one sheet: it is as large as the sheet lets it be, and the poster tells all that it shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import cli
from model.checks.base import place_of
from model.document import Document
from model.draw.poster import LARGEST_NOTE
from model.export.errors import ExportError
from model.export.pdf import PosterOptions, poster_pdf
from model.export.placing import compose_on_paper
from model.export.readable import reading_of, remarks
from model.files.native import dumps, load
from model.i18n import speaking
from model.layout import metrics as px
from model.legibility import metres_shown
from model.overview import lane_name
from model.templates import example_path
from posters import texts_of
from small_maps import MapMaker


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("nl")).document


def a_part(columns: int, rows: int) -> Document:
    """Phases with some notes below one another in one lane."""
    maker = MapMaker(title="Deel").columns(*((f"Fase {i}", [""]) for i in range(columns))).lanes("touchpoints")
    for i in range(columns * rows):
        maker.card("touchpoint", f"s{i % columns}", "Belt de winkel")
    return maker.document()


@pytest.mark.parametrize("paper", ["A4", "A1"])
@pytest.mark.parametrize(("columns", "rows"), [(1, 4), (2, 2), (5, 1)])
@pytest.mark.parametrize("legend", [True, False])
def test_fit_is_the_largest_scale_that_the_paper_takes(paper: str, columns: int, rows: int, legend: bool) -> None:
    """One percent more is refused, unless the notes are as wide as four sticky notes."""
    document = a_part(columns, rows)
    poster = compose_on_paper(document, PosterOptions(paper=paper, legend=legend), "nl")
    note = poster.px_to_mm * px.CARD_W
    assert note <= LARGEST_NOTE + 0.01
    percent = note / 76 * 100
    if percent * 1.015 <= LARGEST_NOTE / 0.76:
        with pytest.raises(ExportError):
            compose_on_paper(document, PosterOptions(paper=paper, legend=legend, scale=percent * 1.015), "nl")
    right = poster.map_x + poster.layout.width
    assert right <= poster.width_px
    assert poster.map_y + poster.layout.height <= poster.height_px


def test_two_phases_and_two_lanes_fill_an_a1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = ["--paper", "A1", "--lanes", "touchpoints,pain_points", "--phases", "2,3", "--no-legend", "--report"]
    assert cli.main(["export", str(example_path("nl")), "a.pdf", *arguments, "--no-title-block", "--lang", "nl"]) == 0
    bare = json.loads(capsys.readouterr().out)
    assert cli.main(["export", str(example_path("nl")), "b.pdf", *arguments, "--lang", "nl"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["note_width_mm"] > 136, "what --scale 180 gives fits as well"
    assert bare["note_width_mm"] >= told["note_width_mm"]


def test_a_distance_that_is_told_is_rounded_down() -> None:
    """It never says that 2.0 m should be 2 m."""
    with speaking("nl"):
        assert metres_shown(1.96) == "1,9"
        assert metres_shown(2.0) == "2,0"
        assert metres_shown(0.3 * 7) == "2,1"
    document = a_part(4, 2)
    for scale in (85.0, 150.0):
        options = PosterOptions(paper="", scale=scale)
        poster = compose_on_paper(document, options, "en")
        with speaking("en"):
            near = reading_of(document, poster, 1.97 / reading_of(document, poster).reading_m)
            assert near.too_near
            _, report = poster_pdf(document, options)
            from model.values import replace

            said = remarks(replace(report, reading=near), options)
        assert any(sentence.startswith("The notes read up to 1.9 m, on a wall") for sentence in said)


def test_faces_on_touchpoints_are_explained_without_the_lane_of_feelings(example: Document) -> None:
    read = " ".join(texts_of(poster_pdf(example, PosterOptions(paper="A1", lanes=("touchpoints", "pain_points")))[0]))
    assert "Rond is Sanne; vierkant is Henk" in read
    without = " ".join(texts_of(poster_pdf(example, PosterOptions(paper="A1", lanes=("pain_points",)))[0]))
    assert "Rond is" not in without, "what is not drawn is not explained"


def test_a_note_that_came_out_higher_is_named() -> None:
    document = a_part(3, 1)
    item = document.touchpoints[1]
    long = document.with_changes([("items", item.id, item.changed(text="Een heel lang verhaal. " * 16))])
    options = PosterOptions(paper="", scale="true")
    with speaking("en"):
        assert remarks(poster_pdf(long, options)[1], options)[0] == (
            f"1 note holds more than fits 76 × 76 mm, and came out higher: N{item.number}."
        )


def test_a_lane_without_a_name_has_that_of_the_map_wherever_it_is_told() -> None:
    document = MapMaker().columns(("Fase", [""])).lanes("channels", "touchpoints").document()
    with speaking("en"):
        assert place_of(document, "lanes", "channels") == "lane 1 “Kanalen”"
        assert lane_name(document.lanes[0], "nl") == "Kanalen"


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_a_lane_that_was_asked_for_and_is_empty_is_told(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maker = MapMaker().columns(("Fase", [""])).lanes("channels", "touchpoints", "needs", "pain_points")
    maker.card("touchpoint", "s0", "Belt de winkel")
    Path("a.journey").write_bytes(dumps(maker.document()))
    asked = ["--paper", "A4", "--lanes", "Kanalen,Contactmomenten,needs"]
    assert cli.main(["export", "a.journey", f"a.{kind}", *asked, "--lang", "en"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "2 lanes with nothing in them left out: “Kanalen”, “Behoeften”."
    assert cli.main(["export", "a.journey", f"b.{kind}", "--paper", "A4", "--lang", "en"]) == 0
    assert "left out" not in capsys.readouterr().err, "nobody asked for them"
    assert cli.main(["export", "a.journey", f"c.{kind}", *asked, "--blank", "--lang", "en"]) == 0
    assert "left out" not in capsys.readouterr().err, "a form has them"
