"""Paper of every kind, and a map at the scale that is asked for: fit, true, a percentage, a roll."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from model.document import Document
from model.export.errors import ExportError
from model.export.papers import LONGEST, PAPERS, ROLLS, sheet
from model.export.pdf import PosterOptions, poster_pdf
from model.export.placing import compose_on_paper, taller_notes
from model.i18n import speaking
from posters import picture
from small_maps import MapMaker


@pytest.fixture(scope="module")
def small() -> Document:
    """Six phases, two touchpoints in each, and feelings."""
    maker = MapMaker(title="Schoenen kopen")
    maker.columns(*((f"Fase {i}", [""]) for i in range(6))).lanes("touchpoints", "emotion", "pain_points")
    maker.persona("Sanne", "sanne")
    for i in range(6):
        for n in range(2):
            maker.card("touchpoint", f"s{i}", "Belt de winkel", feelings={"sanne": (i + n) % 5 - 2})
    maker.card("pain_point", "s2", "Winkel neemt niet op", severity=2)
    return maker.document()


def size_of(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page in mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    return width / 72 * 25.4, height / 72 * 25.4


@pytest.mark.parametrize(
    ("text", "name", "size"),
    [
        ("a0", "A0", (841, 1189)),
        ("LEGAL", "legal", (215.9, 355.6)),
        ("Ansi E", "ANSI-E", (863.6, 1117.6)),
        ("arch-e1", "ARCH-E1", (762, 1066.8)),
        ("1200x800", "1200 × 800 mm", (800, 1200)),
        ("1200,5 × 800 mm", "1200.5 × 800 mm", (800, 1200.5)),
    ],
)
def test_paper_by_name_and_by_size(text: str, name: str, size: tuple[float, float]) -> None:
    with speaking("en"):
        found = sheet(text)
    assert (found.name, found.size) == (name, size)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A9", "There is no paper “A9”"),
        ("", "There is no paper"),
        ("6000x800", "6.00 m; print it in tiles"),
        ("1200x20", "must be 50 mm at least"),
        ("1200xx800", "There is no paper"),
    ],
)
def test_paper_that_is_none_is_refused_with_what_would_do(text: str, words: str) -> None:
    with speaking("en"), pytest.raises(ExportError, match=words.replace("(", "\\(")):
        sheet(text)


def test_every_paper_has_its_standard_size() -> None:
    for i in range(5):
        wide, high = PAPERS[f"A{i}"], PAPERS[f"A{i + 1}"]
        assert abs(wide[0] - high[1]) <= 1
    assert all(short < long for short, long in PAPERS.values())
    assert ROLLS == (610, 914, 1067)


@pytest.mark.parametrize("note", [None, (127.0, 76.0)])
def test_true_size_makes_notes_as_large_as_sticky_notes(small: Document, note: tuple[float, float] | None) -> None:
    """Without a paper the poster is as large as it has to be."""
    poster = compose_on_paper(small, PosterOptions(paper="", scale="true", note_mm=note), "nl")
    width, height = note or (76.0, 76.0)
    for card in poster.layout.cards.values():
        assert card.body.w * poster.px_to_mm == pytest.approx(width, abs=0.01)
        assert card.body.h * poster.px_to_mm == pytest.approx(height, abs=0.01)
    assert taller_notes(poster) == ()
    right = (poster.map_x + poster.layout.width) * poster.px_to_mm
    assert right == pytest.approx(poster.width_px * poster.px_to_mm - 14, abs=0.1), "no more white than the margin"


@pytest.mark.parametrize("note", [(76.0, 76.0), (127.0, 76.0)])
def test_notes_at_true_size_measure_right_on_the_page(small: Document, note: tuple[float, float]) -> None:
    """The outlines of a touchpoint stand as far apart in the rendered page as the sides of the note."""
    width, height = note
    options = PosterOptions(paper="", scale="true", note_mm=note)
    poster = compose_on_paper(small, options, "nl")
    pdf, report = poster_pdf(small, options)
    per_mm = 10
    page = picture(pdf, per_mm=per_mm)
    card = next(iter(poster.layout.cards.values()))
    k = poster.px_to_mm * per_mm
    left, top = (poster.map_x + card.x) * k, (poster.map_y + card.y) * k
    down = page.rows[round(top + 38 * per_mm)]
    from_left = next(x for x in range(round(left) - 8, round(left) + 20) if down[x] < 235)
    from_right = next(x for x in range(round(left + width * per_mm) + 8, 0, -1) if down[x] < 235)
    assert (from_right - from_left + 1) / per_mm == pytest.approx(width, abs=0.2)
    column = [row[round(left + 70 * per_mm)] for row in page.rows]
    above = next(y for y in range(round(top) - 8, round(top) + 20) if column[y] < 235)
    below = next(y for y in range(round(top + height * per_mm) + 8, 0, -1) if column[y] < 235)
    assert (below - above + 1) / per_mm == pytest.approx(height, abs=0.2)
    assert report.mm_per_px == pytest.approx(width / 148)


def test_a_note_of_many_words_comes_out_higher_and_is_named(small: Document) -> None:
    item = next(iter(small.touchpoints))
    long = small.with_changes([("items", item.id, item.changed(text="Een heel lang verhaal over de winkel. " * 12))])
    poster = compose_on_paper(long, PosterOptions(paper="", scale="true"), "nl")
    assert taller_notes(poster) == (item.number,)
    assert poster.layout.cards[item.id].body.h * poster.px_to_mm > 80


def test_a_percentage_is_of_the_width_of_notes(small: Document) -> None:
    half = compose_on_paper(small, PosterOptions(paper="", scale=50), "nl")
    card = next(iter(half.layout.cards.values()))
    assert card.body.w * half.px_to_mm == pytest.approx(38)
    assert card.body.h < card.body.w, "the shape of the screen"
    shaped = compose_on_paper(small, PosterOptions(paper="", scale=50, note_mm=(76, 76)), "nl")
    card = next(iter(shaped.layout.cards.values()))
    assert card.body.h * shaped.px_to_mm == pytest.approx(38)


def test_a_scale_on_a_paper_leaves_the_paper_as_it_is(small: Document) -> None:
    poster = compose_on_paper(small, PosterOptions(paper="A1", scale=40), "nl")
    assert (poster.width_px * poster.px_to_mm, poster.height_px * poster.px_to_mm) == pytest.approx((841, 594))
    assert poster.px_to_mm == pytest.approx(0.4 * 76 / 148)


def test_what_does_not_fit_is_refused_with_a_scale_that_does(small: Document) -> None:
    with speaking("en"), pytest.raises(ExportError) as refused:
        compose_on_paper(small, PosterOptions(paper="A3", scale="true"), "nl")
    words = str(refused.value)
    assert "does not fit on A3" in words
    percent = int(words.partition("--scale ")[2].split(maxsplit=1)[0])
    compose_on_paper(small, PosterOptions(paper="A3", scale=percent, note_mm=(76, 76)), "nl")


@pytest.mark.parametrize("orientation", ["auto", "landscape", "portrait"])
@pytest.mark.parametrize("scale", ["fit", "true"])
def test_a_roll_has_its_width_and_the_length_of_the_content(small: Document, orientation: str, scale: str) -> None:
    options = PosterOptions(roll_mm=914, orientation=orientation, scale=scale, paper="")  # type: ignore[arg-type]  # parameters
    poster = compose_on_paper(small, options, "nl")
    width, height = poster.width_px * poster.px_to_mm, poster.height_px * poster.px_to_mm
    assert (width if orientation == "portrait" else height) == pytest.approx(914)
    if orientation != "portrait":
        end = (poster.map_x + poster.layout.width) * poster.px_to_mm
        assert end == pytest.approx(width - 14, abs=0.1), "the paper ends with the map"
    if scale == "true":
        assert poster.px_to_mm == pytest.approx(76 / 148)


def test_a_page_of_more_than_5_metres_is_refused_and_its_tiles_are_not() -> None:
    maker = MapMaker(title="Lang")
    maker.columns(*((f"Fase {i}", [""]) for i in range(70))).lanes("touchpoints")
    maker.card("touchpoint", "s0", "Belt")
    long = maker.document()
    with speaking("en"), pytest.raises(ExportError, match=r"longer than 5\.08 m, and this one would be 6"):
        poster_pdf(long, PosterOptions(paper="", scale="true"))
    _, report = poster_pdf(long, PosterOptions(paper="", scale="true", tile="tabloid"))
    assert report.width_mm > LONGEST
    assert report.scale == 1
    with speaking("en"), pytest.raises(ExportError, match=r"On sheets a poster is 30 m long at most") as refused:
        poster_pdf(long, PosterOptions(paper="", scale=400.0, note_mm=(127, 76), tile="A3"))
    assert "--tile" not in str(refused.value), "they were asked for"
    pdf, report = poster_pdf(long, PosterOptions(roll_mm=1067, paper=""))
    assert size_of(pdf)[0] == pytest.approx(report.width_mm, abs=0.1)
    assert report.width_mm <= LONGEST + 0.5


def test_margins(small: Document) -> None:
    wide = compose_on_paper(small, PosterOptions(paper="A2", margin_mm=40), "nl")
    assert wide.map_y * wide.px_to_mm >= 40 - 0.01
    for options in (PosterOptions(paper="A5", margin_mm=90), PosterOptions(margin_mm=-1)):
        with pytest.raises(ExportError):
            compose_on_paper(small, options, "nl")
            poster_pdf(small, options)
    _, near = poster_pdf(small, PosterOptions(paper="A2", tile="A4", margin_mm=3))
    _, far = poster_pdf(small, PosterOptions(paper="A2", tile="A4", margin_mm=20))
    assert near.tiling is not None
    assert far.tiling is not None
    assert (near.tiling.margin, far.tiling.margin) == (3, 20)
    assert len(far.sheets) > len(near.sheets)


@pytest.mark.parametrize(
    "options",
    [
        PosterOptions(paper="", scale="true", bw=True),
        PosterOptions(roll_mm=610, paper="", phases=("2-4",), numbers=False),
        PosterOptions(paper="", scale=60, tile="A4", marks=False, margin_mm=8),
    ],
)
def test_every_way_is_valid_and_gives_the_same_bytes_twice(
    small: Document, options: PosterOptions, tmp_path: Path
) -> None:
    pdf, _ = poster_pdf(small, options)
    assert poster_pdf(small, options)[0] == pdf
    try:
        from pikepdf import pdfa
    except ImportError:
        return
    out = tmp_path / "poster.pdf"
    out.write_bytes(pdf)
    assert list(pdfa.validate_written(out, "3b").findings) == []
