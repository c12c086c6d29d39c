"""A tiled poster printed again after an edit: the sheets that changed, and only these, in the places of the first."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from app import cli
from model.changes import apply
from model.commands.cards import add_cards, delete_cards
from model.commands.places import Cell
from model.document import Document
from model.draw.displaylist import Group, Rect, polyline
from model.draw.displaylist import Path as Outline
from model.export.errors import ExportError
from model.export.pages import Tile
from model.export.pdf import PosterOptions, poster_pdf
from model.export.readable import remarks
from model.export.reprint import changed_sheets
from model.export.uncut import uncut_pdf
from model.files.native import load, save
from model.i18n import speaking
from model.templates import example_path
from posters import picture, texts_of

OPTIONS = PosterOptions(paper="A2", tile="A4")


@pytest.fixture(scope="module")
def before() -> Document:
    return load(example_path("en")).document


@pytest.fixture(scope="module")
def first(before: Document) -> bytes:
    return poster_pdf(before, OPTIONS)[0]


def with_text(document: Document, text: str) -> Document:
    """The second touchpoint says something else."""
    item = document.touchpoints[1]
    return document.with_changes([("items", item.id, item.changed(text=text))])


def since(before: Document, **more: object) -> PosterOptions:
    return PosterOptions(paper="A2", tile="A4", before=before, **more)  # type: ignore[arg-type]  # keyword pass-through


def pages_by_name(pdf: bytes) -> dict[str, int]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {document.get_page_label(i).rpartition(" ")[2]: i for i in range(len(document))}
    finally:
        document.close()


def test_only_what_changed_is_printed_and_fits_the_old_wall(before: Document, first: bytes) -> None:
    """Rendered, each sheet that is left out equals the old one, and each that is printed does not."""
    now = with_text(before, "Asks a friend").saved_as(before.revision + 1)
    pdf, report = poster_pdf(now, since(before))
    whole, all_of_it = poster_pdf(with_text(before, "Asks a friend"), OPTIONS)
    assert report.kept
    assert report.changed == report.sheets
    assert 0 < len(report.sheets) < len(all_of_it.sheets)
    assert report.mm_per_px == all_of_it.mm_per_px
    old, new, part = pages_by_name(first), pages_by_name(whole), pages_by_name(pdf)
    assert set(part) - {"Assembly"} == set(report.sheets)
    for name in all_of_it.sheets:
        differs = picture(first, old[name]).difference(picture(whole, new[name])) > 8
        assert differs == (name in report.sheets), name
    for name in report.sheets:
        again = picture(pdf, part[name])
        inner = again.cut(0, 30, again.width, again.height - 30)  # below the name, which says the version
        assert inner.difference(picture(whole, new[name]).cut(0, 30, again.width, again.height - 30)) <= 8, name


def test_the_assembly_page_and_the_remark_say_which(before: Document) -> None:
    now = with_text(before, "Asks a friend")
    options = since(before, lang="en")
    pdf, report = poster_pdf(now, options)
    with speaking("en"):
        (said, *_) = remarks(report, options)
    names = ", ".join(report.sheets)
    assert said.startswith(f"{len(report.sheets)} sheet")
    assert names in said
    assert f"changed: {names}. Hang" in " ".join(texts_of(pdf, 0))


def test_a_note_that_goes_moves_nothing_else(before: Document) -> None:
    """The lane keeps the height that it had, though its longest column became shorter."""
    longest = max(before.cells.items(), key=lambda cell: len(cell[1]) if cell[0][0] == "lane-touchpoints" else 0)[1]
    now = apply(delete_cards(before, [longest[-1].id]), before)
    _, report = poster_pdf(now, since(before))
    assert report.kept
    assert len(report.sheets) < 12


def test_a_note_too_many_lays_the_map_out_anew_and_says_so(before: Document) -> None:
    step = before.steps[0]
    lane = next(lane for lane in before.lanes if lane.kind == "touchpoints")
    now = apply(
        add_cards(before, "touchpoint", ["One", "Two", "Three", "Four", "Five"], Cell(lane.id, step.id)), before
    )
    options = since(before)
    _, report = poster_pdf(now, options)
    assert not report.kept
    assert report.sheets == report.changed
    with speaking("en"):
        assert any("laid out anew" in sentence for sentence in remarks(report, options))


def test_a_save_alone_prints_nothing(before: Document) -> None:
    with speaking("en"), pytest.raises(ExportError, match="No sheet has changed"):
        poster_pdf(before.saved_as(before.revision + 3), since(before))


def test_only_tiles_can_be_printed_one_by_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, before: Document
) -> None:
    """And the earlier map may be its file, or the poster that was made of it."""
    monkeypatch.chdir(tmp_path)
    save(with_text(before, "Asks a friend"), "new.journey")
    old = str(example_path("en"))
    assert cli.main(["export", "new.journey", "a.pdf", "--changed-since", old, "--lang", "en"]) == 2
    assert "--tile A4" in capsys.readouterr().err
    assert cli.main(["export", old, "old.pdf", "--paper", "A2", "--tile", "A4", "--lang", "en"]) == 0
    told = []
    for earlier in (old, "old.pdf"):
        arguments = ["export", "new.journey", "a.pdf", "--paper", "A2", "--tile", "A4", "--changed-since", earlier]
        assert cli.main([*arguments, "--lang", "en"]) == 0
        told.append(next(line for line in capsys.readouterr().err.splitlines() if "changed" in line))
    assert told[0] == told[1]


# -- what counts as changed -----------------------------------------------------------------------------------------

TILES = [Tile(column, row, column * 90.0, row * 90.0, 100.0, 100.0) for row in range(2) for column in range(3)]


def test_a_stretch_of_a_line_changes_the_sheets_that_it_crosses() -> None:
    points = [(x, 50.0) for x in range(5, 275, 10)]
    moved = [(x, 60.0 if 120 < x < 140 else y) for x, y in points]
    before = (Outline(polyline(points), stroke="ink.1"),)
    now = (Outline(polyline(moved), stroke="ink.1"),)
    assert changed_sheets(before, now, TILES, 1.0) == ("B1",)
    assert changed_sheets(before, before, TILES, 1.0) == ()


def test_a_shade_that_grows_changes_the_sheets_that_it_covers_not_only_its_edge() -> None:
    def shade(bottom: float) -> tuple[Outline]:
        points = [(x, 20.0) for x in range(10, 270, 10)] + [(260.0, bottom), (10.0, bottom)]
        return (Outline(polyline(points, close=True), fill="ink.1"),)

    assert changed_sheets(shade(60), shade(70), TILES, 1.0) == ("A1", "B1", "C1")
    assert changed_sheets(shade(60), shade(185), TILES, 1.0) == ("A1", "B1", "C1", "A2", "B2", "C2")


def test_what_moves_changes_where_it_was_and_where_it_is() -> None:
    def at(x: float, y: float) -> tuple[Group]:
        return (Group((Rect(0, 0, 8, 8, fill="ink.1"),), x, y),)

    assert changed_sheets(at(10, 10), at(260, 150), TILES, 1.0) == ("A1", "C2")
    assert changed_sheets(at(93, 10), at(94, 10), TILES, 1.0) == ("A1", "B1"), "the glue edge is on both"
    hidden = (Group(at(10, 10), paper=False),)
    assert changed_sheets(hidden, (), TILES, 1.0) == ()


def test_the_whole_poster_of_changed_sheets_is_shown_in_the_places_in_which_they_hang(before: Document) -> None:
    """Without the note with a picture and the last below it the lane would be lower; it hangs with the old height."""
    (pictured,) = [note for note in before.touchpoints if note.pictures]
    column = before.cells[pictured.lane_id or "", pictured.step_id or ""]
    now = apply(delete_cards(before, [pictured.id, column[-1].id]), before)
    options = since(before)
    _, report = poster_pdf(now, options)
    assert report.kept and report.tiling is not None and report.changed
    assert uncut_pdf(now, OPTIONS) != uncut_pdf(now, options)
    hangs, shown = picture(uncut_pdf(before, OPTIONS)), picture(uncut_pdf(now, options))
    k, same = 2.0 / report.scale, 0
    for tile in report.tiling.tiles:
        if tile.name not in report.changed:
            window = [round(side * k) for side in (tile.x + 12, tile.y + 12, tile.w - 14, tile.h - 14)]
            assert shown.cut(*window).difference(hangs.cut(*window)) <= 8, tile.name
            same += 1
    assert same, "some sheets are as they were"
