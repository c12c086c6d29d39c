"""What sheets say of themselves, read where numbers differ: a place that is told the wrong way round hangs wrong."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import pdfa

import kit_maps
from model.draw.displaylist import DisplayList, Text, walk
from model.export.kit.pdf import KitOptions, kit_pdf
from model.export.pages import Tiling, plan_tiles
from model.export.papers import paper
from model.export.pdf import PosterOptions, poster_pdf
from model.export.readable import LEAST_MM
from model.export.sheets import assembly_page, tile_marks
from model.i18n import speaking
from model.legibility import x_of


def said_on(ops: DisplayList) -> list[str]:
    return [op.line.text for op, _, _ in walk(ops) if isinstance(op, Text)]


def wide() -> Tiling:
    """Two rows of seven sheets, held upright."""
    plan = plan_tiles(1300.0, 560.0, paper("A4"), least_scale=1.0)
    assert (plan.columns, plan.rows) == (7, 2)
    return plan


def test_a_sheet_tells_its_row_and_column_and_of_how_many() -> None:
    plan = wide()
    tile = next(tile for tile in plan.tiles if tile.name == "C2")
    for lang, place in (("en", "row 2 of 2, column 3 of 7"), ("nl", "rij 2 van 2, kolom 3 van 7")):
        with speaking(lang):
            said = said_on(tile_marks(plan, tile, "Map", lang))
        (own,) = [line for line in said if place in line]
        assert "C2" in own and "Map" in own
        named = " ".join(line for line in said if line != own)
        assert all(name in named for name in ("B2", "C1", "D2")), "left, above and right"
        assert "C3" not in named, "below there is none"


def test_the_assembly_page_tells_rows_and_columns_and_the_size_on_the_wall() -> None:
    plan = wide()
    with speaking("en"):
        page = assembly_page(plan, plan.tiles, paper_name="A4", title="", version=0, lang="en")
    read = " ".join(said_on(page.ops)).replace("\u00a0", " ")
    assert "14 sheets of A4, 2 × 7. Together 1300 by 560 mm, overlap 10 mm." in read


def test_a_number_stands_on_one_line_with_what_it_counts() -> None:
    """The Dutch page had "100" at the end of a line and "mm" on the next."""
    plan = wide()
    for lang in ("nl", "en"):
        with speaking(lang):
            page = assembly_page(plan, plan.tiles, paper_name="A4", title="", version=0, lang=lang)
        lines = said_on(page.ops)
        assert not [line for line in lines if line.startswith(("mm ", "mm.", "% ", "%."))]
        assert not [line for line in lines[1:] if line.endswith("100") and len(line) > 3]


def sides(pdf: bytes) -> str | None:
    """On which sides of the paper a file asks to be printed."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert list(pdfa.validate_written(io.BytesIO(pdf), "3b").findings) == []
        wanted = read.Root.ViewerPreferences.get("/Duplex")
        return None if wanted is None else str(wanted)


def test_what_is_hung_or_cut_asks_for_one_side_and_what_is_read_does_not() -> None:
    """A printer that prints on both sides puts half the sheets on the backs of others."""
    document = kit_maps.five_cards()
    assert sides(poster_pdf(document, PosterOptions(tile="A4", paper="A2"))[0]) == "/Simplex"
    assert sides(poster_pdf(document, PosterOptions(paper="A4"))[0]) is None
    assert sides(kit_pdf(document, KitOptions(parts=("stickies", "handouts"))).data) == "/Simplex"
    assert sides(kit_pdf(document, KitOptions(parts=("handouts", "pains"))).data) is None


@pytest.mark.parametrize(("overlap", "left", "top"), [(10.0, 0.0, 0.0), (0.0, 5.0, 5.0)])
def test_the_trim_box_is_what_the_steps_leave_of_a_sheet(overlap: float, left: float, top: float) -> None:
    """Without a glue edge the white is cut off on all sides; the file said that it stays at the left and the top."""
    data, report = poster_pdf(kit_maps.five_cards(), PosterOptions(tile="A4", paper="A2", overlap_mm=overlap))
    assert report.tiling is not None
    tile = next(tile for tile in report.tiling.tiles if tile.name == report.sheets[0])
    height = report.tiling.sheet[1]
    with pikepdf.open(io.BytesIO(data)) as read:
        box = [float(side) * 25.4 / 72 for side in read.pages[1].TrimBox.as_list()]
    assert box == pytest.approx([left, height - 5 - tile.h, 5 + tile.w, height - top], abs=0.01)


def test_what_stays_on_a_sheet_after_cutting_can_be_read() -> None:
    """RD4 holds for a sheet's own name as well, where it does not stand in a glue edge too narrow for that."""
    for overlap in (0.0, 4.0, 9.0, 10.0, 50.0):
        plan = plan_tiles(1300.0, 560.0, paper("A4"), overlap=overlap, least_scale=1.0)
        for tile in plan.tiles:
            for op, _, _ in walk(tile_marks(plan, tile, "Map", "en")):
                if isinstance(op, Text) and "row" in op.line.text:
                    small = min(x_of(run.font, run.size) for run in op.line.runs) * 25.4 / 72
                    assert small >= LEAST_MM or 5 <= overlap < 9, (overlap, tile.name)
