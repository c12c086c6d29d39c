"""What comes out of a printer, measured: every page of an export at 100 %, as lines and letters."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from action_maps import map_with_actions
from model.document import Document
from model.draw.displaylist import Picture, Rect, Text
from model.draw.theme import load_theme
from model.export.actions_pdf import ActionListOptions
from model.export.kit.pdf import KitOptions
from model.export.leaves import Leaf, Leaves, batches, keeping_leaves
from model.export.pdf import PosterOptions, poster_pdf
from model.pictures import read_picture
from model.text.breaking import shape_line
from model.text.shape import TextStyle
from print_room import MM, grey, places, printed, sizes
from small_maps import MapMaker
from widgets.canvas.paper_painter import printed_font
from widgets.dialogs.exports.print_run import PrintRun, paper_file
from widgets.dialogs.exports.printing import pages_of

WORDS = ("Zoeken", "Aankoop", "Kijkt", "Zag", "Orderlijst")


@pytest.fixture(scope="module")
def shoes() -> Document:
    """A map of a few cards, whose words are each on it once."""
    maker = MapMaker(title="Schoenen")
    maker.columns(("Zoeken", [""]), ("Aankoop", [""]), ("Nazorg", [""])).lanes(
        "touchpoints", "pain_points", "solutions"
    )
    maker.card("touchpoint", "s0", "Kijkt in de etalage")
    maker.card("touchpoint", "s1", "Zag de prijs pas aan de balie")
    maker.card("pain_point", "s1", "Voorraad klopt niet", severity=4)
    maker.card("solution", "s2", "Orderlijst op tablet")
    return maker.document()


def made(document: Document, options: PosterOptions) -> tuple[bytes, Leaves]:
    """The PDF that would be saved, and its pages as the printer gets them."""
    with keeping_leaves() as leaves:
        data, _ = poster_pdf(document, options)
    return data, leaves


def turned(place: tuple[float, float], height: float) -> tuple[float, float]:
    """Where a place of a page that is turned by a quarter comes on the upright paper."""
    return height - place[1], place[0]


def test_a_poster_is_on_paper_of_its_own_size_upright(shoes: Document, qtbot: QtBot, tmp_path: Path) -> None:
    for options, paper in (
        (PosterOptions(paper="A2"), (420.0, 594.0)),
        (PosterOptions(paper="A3", orientation="portrait"), (297.0, 420.0)),
        (PosterOptions(paper="letter"), (215.9, 279.4)),
        (PosterOptions(paper="700x333.5"), (333.5, 700.0)),
    ):
        _, leaves = made(shoes, options)
        out = printed(tmp_path / "out.pdf", leaves)
        assert [pytest.approx(paper, abs=0.2)] == sizes(out)


def test_text_stands_where_the_saved_pdf_has_it(shoes: Document, qtbot: QtBot, tmp_path: Path) -> None:
    """Within half a millimetre, on the page as it is held, turned or not."""
    for orientation in ("landscape", "portrait"):
        own, leaves = made(shoes, PosterOptions(paper="A2", orientation=orientation))
        out = printed(tmp_path / "out.pdf", leaves)
        height = sizes(own)[0][1]
        there, here = places(own, 0, WORDS), places(out, 0, WORDS)
        assert set(there) == set(here) == set(WORDS)
        for word, place in there.items():
            expected = turned(place, height) if orientation == "landscape" else place
            assert here[word] == pytest.approx(expected, abs=0.5), word


def test_the_ruler_is_100_mm_and_sheets_are_whole(shoes: Document, qtbot: QtBot, tmp_path: Path) -> None:
    """The assembly page and each sheet of a poster in parts, on A4: as many, as large, the ruler as long."""
    own, leaves = made(shoes, PosterOptions(paper="A2", tile="A4"))
    out = printed(tmp_path / "out.pdf", leaves)
    assert len(sizes(out)) == len(sizes(own)) > 3
    assert all(size == pytest.approx((210, 297), abs=0.2) for size in sizes(out))
    lying = sizes(own)[0][0] > sizes(own)[0][1]
    assert lying
    across = grey(own, 0, 10).run_across((210 - 17.5, 210 - 14.5))
    down = grey(out, 0, 10).run_down((14.5, 17.5))
    assert across == pytest.approx((12, 100), abs=0.4)
    assert down == pytest.approx(across, abs=0.2)


def test_cards_are_as_large_as_they_say(qtbot: QtBot, tmp_path: Path) -> None:
    """Rectangles of the two usual notes, on a page that is turned and on one that is not."""
    for width, height in ((210.0, 297.0), (297.0, 210.0)):
        ops = tuple(
            Rect(x / MM, y / MM, w / MM, h / MM, fill="#000000")
            for x, y, w, h in ((20.0, 15.0, 76.0, 76.0), (20.0, 100.0, 127.0, 76.0))
        )
        leaves = Leaves()
        leaves.pages.append(Leaf(width / MM, height / MM, (), ops, True))
        page = grey(printed(tmp_path / "out.pdf", leaves), 0, 20)
        if width < height:
            assert page.run_across((40, 41)) == pytest.approx((20, 76), abs=0.2)
            assert page.run_across((140, 141)) == pytest.approx((20, 127), abs=0.2)
            assert page.run_down((120, 121)) == pytest.approx((100, 76), abs=0.2)
        else:
            assert page.run_down((210 - 41, 210 - 40)) == pytest.approx((20, 76), abs=0.2)
            assert page.run_down((210 - 141, 210 - 140)) == pytest.approx((20, 127), abs=0.2)
            assert page.run_across((120, 121)) == pytest.approx((210 - 176, 76), abs=0.2)


def test_notes_at_true_size_measure_as_in_the_saved_pdf(shoes: Document, qtbot: QtBot, tmp_path: Path) -> None:
    """The pain point's ground on the poster with notes of 76 mm, between its edges."""
    own, leaves = made(shoes, PosterOptions(paper="", scale="true"))
    out = printed(tmp_path / "out.pdf", leaves)
    words = ("Voorraad",)
    place = places(own, 0, words)["Voorraad"]
    y = (place[1] - 4.0, place[1] - 3.9)
    ground = (185, 200)  # the grey of a pain point's pink
    saved = grey(own, 0, 5).run_across((place[1] + 12, place[1] + 13), ground)
    assert 60 < saved[1] <= 76.2, y
    width, height = sizes(own)[0]
    page = grey(out, 0, 5)
    if width > height:
        middle = height - place[1] - 12.5
        assert page.run_down((middle - 0.5, middle + 0.5), ground) == pytest.approx(saved, abs=0.4)
    else:
        assert page.run_across((place[1] + 12, place[1] + 13), ground) == pytest.approx(saved, abs=0.4)


def test_letters_are_fonts_and_nothing_is_a_picture(shoes: Document, qtbot: QtBot, tmp_path: Path) -> None:
    _, leaves = made(shoes, PosterOptions(paper="A2"))
    out = printed(tmp_path / "out.pdf", leaves)
    document = pypdfium2.PdfDocument(out)
    kinds = {each.type for each in document[0].get_objects()}
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_TEXT in kinds
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
    assert b"/FontFile2" in out, "the fonts go along"


@pytest.mark.parametrize("text", ["Wachten duurt", "ملاحظة", "הערה", "😀 ok", "→ ★"])
def test_every_script_is_printed_by_a_font_that_goes_along(text: str, qtbot: QtBot, tmp_path: Path) -> None:
    """Each run of a line is drawn by number from the font that set it, so it needs that very font."""
    line = shape_line(text, TextStyle(40, 48), "nl")
    for run in line.runs:
        file = run.font
        assert printed_font(file, run.size).pixelSize() == pytest.approx(run.size)
    leaves = Leaves()
    leaves.pages.append(Leaf(400, 200, (), (Text(40, 100, line, "#000000"),), True))
    out = printed(tmp_path / "out.pdf", leaves)
    assert out.count(b"/FontFile2") == len({run.font for run in line.runs})
    left, length = grey(out, 0, 5).run_across((0, 60))
    assert left > 40 * MM - 3 and length > 0.2, "something is drawn"


def test_what_no_font_has_is_a_frame(qtbot: QtBot, tmp_path: Path) -> None:
    line = shape_line("\U000105c0", TextStyle(100, 120), "nl")
    leaves = Leaves()
    leaves.pages.append(Leaf(400, 400, (), (Text(50, 200, line, "#000000"),), True))
    page = grey(printed(tmp_path / "out.pdf", leaves), 0, 5)
    assert page.run_down((0, 100))[1] == pytest.approx(0.76 * 100 * MM, abs=0.8)


def test_pictures_are_as_fine_as_paper_shows(qtbot: QtBot, tmp_path: Path) -> None:
    """A picture of 40 mm takes some 500 dots, however large it is, and stands where it should."""
    buffer = io.BytesIO()
    Image.new("RGB", (1600, 1600), "#202020").save(buffer, "PNG")
    asset = read_picture(buffer.getvalue())
    side = 40 / MM
    leaves = Leaves()
    leaves.pages.append(Leaf(300, 400, (), (Picture(asset, 10 / MM, 20 / MM, side, side),), True))
    out = printed(tmp_path / "out.pdf", leaves)
    document = pypdfium2.PdfDocument(out)
    [image] = [each for each in document[0].get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert 470 <= image.get_px_size()[0] <= 560
    document.close()
    assert grey(out, 0, 10).run_down((20, 21)) == pytest.approx((20, 40), abs=0.2)


def test_kits_and_lists_are_printed_page_by_page(shoes: Document, qtbot: QtBot, tmp_path: Path) -> None:
    kit = pages_of(shoes, KitOptions(parts=("headers", "stickies"), paper="A4"))
    assert {paper for paper, _ in batches(kit)} == {(210.0, 297.0)}
    assert len(sizes(printed(tmp_path / "kit.pdf", kit))) == len(kit.pages)
    actions = pages_of(map_with_actions(30).document, ActionListOptions(paper="A4"))
    out = printed(tmp_path / "list.pdf", actions)
    assert len(sizes(out)) == len(actions.pages) > 1
    assert places(out, 0, ("Actie",)), "and its words are text"


def test_pages_of_two_papers_are_two_prints(shoes: Document) -> None:
    leaves = pages_of(shoes, KitOptions(parts=("wall", "headers"), paper="A4", wall="914"))
    found = batches(leaves)
    assert len(found) == 2
    assert [914.0 in paper for paper, _ in found].count(True) == 1
    assert [paper == (210.0, 297.0) for paper, _ in found].count(True) == 1
    assert sum(len(pages) for _, pages in found) == len(leaves.pages)


def test_a_page_stands_in_the_middle_of_a_larger_paper(qtbot: QtBot, tmp_path: Path) -> None:
    leaves = Leaves()
    block = Rect(0, 0, 100 / MM, 50 / MM, fill="#000000")
    leaves.pages.append(Leaf(100 / MM, 150 / MM, (), (block,), True))
    page = grey(printed(tmp_path / "out.pdf", leaves, paper=(210.0, 297.0)), 0, 10)
    assert page.run_across((90, 91)) == pytest.approx((55, 100), abs=0.2)


def test_the_interface_answers_while_it_prints(
    shoes: Document, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no time at all for a slice, one step is painted between two looks at what else there is."""
    monkeypatch.setattr("widgets.dialogs.exports.print_run._SLICE", 0.0)
    _, leaves = made(shoes, PosterOptions(paper="A2", tile="A4"))
    path = tmp_path / "out.pdf"
    run = PrintRun(leaves, leaves.pages, paper_file(str(path), (210.0, 297.0), "Proef"), load_theme("poster"))
    heard: list[int] = []
    done: list[int] = []
    beat = QTimer()
    beat.setInterval(0)
    beat.timeout.connect(lambda: heard.append(len(done)))
    run.progressed.connect(done.append)
    beat.start()
    with qtbot.waitSignal(run.finished):
        run.start()
    beat.stop()
    assert done == list(range(1, len(leaves.pages) + 1))
    assert set(heard) >= set(range(len(leaves.pages))), "heard before, while and after each page is painted"
    assert len(heard) > 3 * len(leaves.pages), "and within pages"
