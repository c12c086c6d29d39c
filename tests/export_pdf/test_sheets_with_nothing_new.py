"""A sheet is printed only for what does not stand on a neighbour already; the numbers that are told are those of the
sheets that come out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import kit_maps
from model.document import Document
from model.draw.displaylist import Rect
from model.draw.theme import load_theme
from model.export.cutting import Saving, cut_poster
from model.export.extent import ink
from model.export.kit.ink import K
from model.export.kit.pdf import KitOptions, composed_parts
from model.export.pages import plan_tiles
from model.export.papers import paper
from model.export.pdf import PosterOptions, poster_pdf
from model.export.readable import remarks
from model.export.sheets import glue_edges, tile_marks
from model.files.native import load
from model.i18n import speaking
from model.templates import example_path
from posters import WIDTH, as_pdf, placed_texts, poster, texts_of

PLAN = plan_tiles(841.0, 594.0, paper("A4"), least_scale=1.0)
PX = WIDTH / 841.0
"""px of the hand-made poster in a mm of it."""


def black(*boxes: tuple[float, float, float, float]) -> list[Rect]:
    """Left, top, right, bottom in mm."""
    return [Rect(a * PX, b * PX, (c - a) * PX, (d - b) * PX, fill="#000000") for a, b, c, d in boxes]


def test_a_sheet_whose_all_lies_in_its_glue_edge_is_left_out() -> None:
    """The second row begins in the last 10 mm of the first; a mark there is whole on the first."""
    second = next(tile for tile in PLAN.tiles if tile.name == "A2")
    edge = second.y + PLAN.overlap
    inside = [*black((20, 20, 60, 60), (20, second.y + 1, 40, edge - 0.01))]
    _, report = as_pdf(poster(inside), tile="A4", fewer_sheets=False)
    assert report.sheets == report.hung == ("A1",)
    beyond = [*black((20, 20, 60, 60), (20, second.y + 1, 40, edge + 0.5))]
    _, report = as_pdf(poster(beyond), tile="A4", fewer_sheets=False)
    assert report.sheets == ("A1", "A2"), "half a millimetre of it would be lost"


def test_what_stands_in_glue_edges_only_is_on_a_sheet_that_is_printed() -> None:
    """Where four sheets meet, the one that lies on top has it, and nobody else needs to."""
    last = next(tile for tile in PLAN.tiles if tile.name == "B2")
    corner = black((last.x + 2, last.y + 2, last.x + 8, last.y + 8))
    pdf, report = as_pdf(poster(corner), tile="A4", fewer_sheets=False)
    assert report.sheets == ("A1",)
    said = " ".join(texts_of(pdf, 0))
    assert "1 vel A4, 1 × 1. Samen 287 bij 200 mm" in said, "what hangs is said, not what was planned"
    assert "lege" not in said
    assert "rij 1 van 1, kolom 1 van 1" in " ".join(texts_of(pdf, 1))


def test_a_sheet_that_is_not_printed_is_nobodys_neighbour() -> None:
    """Its name is on no edge, and no edge waits for it."""
    middle = next(tile for tile in PLAN.tiles if tile.name == "B2")

    def named(hung: set[str]) -> set[str]:
        with speaking("en"):
            found = placed_texts(tile_marks(PLAN, middle, "", "en", hung=hung))
            return {text.line.text.removeprefix("sheet ") for text, _, _ in found}

    assert {"A2", "B1", "C2", "B3"} <= named({"A2", "B1", "C2", "B3", "B2"})
    assert named({"B1", "B2"}) & {"A2", "B1", "C2", "B3"} == {"B1"}
    [strip] = glue_edges(PLAN, middle, {"B1", "B2"})
    assert strip.w == pytest.approx(middle.w * K) and strip.h == pytest.approx(PLAN.overlap * K)
    assert glue_edges(PLAN, middle, {"B2"}) == ()


def test_a_smaller_scale_is_taken_only_where_fewer_sheets_come_out() -> None:
    """The plan at 100 % has more sheets, but those are empty: nothing is saved, and nothing is said of it."""
    theme = load_theme("poster")
    little = poster(black((20, 20, 60, 60)))
    cut = cut_poster(little, PosterOptions(tile="A4"), theme)
    assert plan_tiles(841.0, 594.0, paper("A4")).scale < 1
    assert cut.tiling.scale == 1.0 and cut.saving is None and set(cut.hung) == {"A1"}
    full = poster(black((0, 0, 841, 594)))
    taken = cut_poster(full, PosterOptions(tile="A4"), theme)
    assert taken.saving == Saving(0.976, 3, 3, 9, 12)
    assert (taken.tiling.scale, len(taken.hung)) == (0.976, 9)
    offered = cut_poster(full, PosterOptions(tile="A4", fewer_sheets=False), theme)
    assert offered.saving == taken.saving
    assert (offered.tiling.scale, len(offered.hung)) == (1.0, 12)


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("en")).document


def test_instead_of_is_what_would_really_be_printed(example: Document) -> None:
    options = PosterOptions(paper="A2", tile="A4", lang="en")
    pdf, report = poster_pdf(example, options)
    _, plain = poster_pdf(example, replace(options, fewer_sheets=False))
    assert report.saving is not None and report.saving == plain.saving
    assert (report.saving.sheets, report.saving.instead_of) == (len(report.sheets), len(plain.sheets))
    assert report.unscaled_sheets == plain.unscaled_sheets == len(plain.sheets)
    with speaking("en"):
        [said, *_] = remarks(report, options)
    assert said.startswith(f"{len(report.sheets)} sheets instead of {len(plain.sheets)}")
    saved = len(plain.sheets) - len(report.sheets)
    assert f"which saves {saved} sheets" in " ".join(texts_of(pdf, 0))


def test_a_change_in_a_glue_edge_prints_the_sheet_that_has_it(example: Document) -> None:
    """And not one that never hung."""
    options = PosterOptions(paper="A1", tile="A4")
    _, first = poster_pdf(example, options)
    assert first.tiling is not None and len(first.sheets) < len(first.tiling.tiles), "some hold nothing"
    item = example.touchpoints[1]
    later = example.with_changes([("items", item.id, item.changed(text="Asks a friend"))]).saved_as(7)
    later = later.with_changes([("map", "map", later.info.changed(subtitle="Another day"))])
    _, again = poster_pdf(later, replace(options, before=example))
    assert again.kept and 0 < len(again.sheets) < len(first.sheets)
    assert set(again.sheets) <= set(first.sheets)
    assert again.hung == first.hung


@pytest.mark.parametrize("sheet", ["A4", "A3", "letter"])
def test_a_rule_does_not_cost_the_wall_map_a_row_of_sheets(sheet: str, example: Document) -> None:
    """Every sheet of it has something of its own, 2 mm at least beyond the glue edges; nothing of it is lost."""
    for document in (example, kit_maps.five_cards()):
        [(_, composed)] = composed_parts(document, KitOptions(parts=("wall",), paper=sheet))
        form = dict(composed.forms)["wall"]
        boxes = list(ink(form.ops, load_theme("poster"), 1 / K))
        least, most = min(box[1] for box in boxes), max(box[3] for box in boxes)
        assert least >= 0 and most <= form.height / K
        assert min(box[0] for box in boxes) >= 0 and max(box[2] for box in boxes) <= form.width / K
        for page in composed.pages[1:]:
            stamp = next(stamp for stamp in page.shown if stamp.form == "wall")
            assert stamp.window is not None
            top, bottom = stamp.window[1] - stamp.y, stamp.window[1] + stamp.window[3] - stamp.y
            own = top / K + (10 if top > 1 else 0)
            assert most - own > 2, page.label
            assert bottom / K <= form.height / K + 0.01


def test_the_wall_map_of_the_example_is_three_rows_of_a3(example: Document) -> None:
    [(_, composed)] = composed_parts(example, KitOptions(parts=("wall",), paper="A3"))
    assert [page.label[-1] for page in composed.pages[1:]].count("4") == 0
    assert len(composed.pages) == 13, "twelve sheets and the assembly page"


def test_the_plan_of_names_is_that_of_the_windows() -> None:
    """What joins a sheet at the left and the top, by name."""
    names = {tile.name: (tile.left, tile.above) for tile in PLAN.tiles}
    assert names["A1"] == (None, None)
    assert names["B2"] == ("A2", "B1")
