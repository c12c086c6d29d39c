"""The look of an organisation on a poster: logo, bar, rules and headers, and that words on its colour can be read."""

from __future__ import annotations

import io
import re
import zlib
from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from model.changes import apply
from model.commands.grid import set_fields
from model.commands.pictures import set_logo
from model.document import Document
from model.draw.displaylist import Group, Op, Path, Picture, Rect, walk
from model.draw.house import INK, contrast, house_of, logo_words, readable_shade
from model.draw.poster import compose_poster
from model.draw.theme import load_theme
from model.export.pdf import PosterOptions, poster_pdf
from model.files.native import load
from model.i18n import speaking
from model.importers.posterfile import read_poster
from model.pictures import read_picture
from model.records import Asset
from model.templates import example_path
from small_maps import MapMaker


def logo_of(width: int = 1_800, height: int = 600, color: tuple[int, int, int] = (227, 6, 19)) -> Asset:
    made = io.BytesIO()
    Image.new("RGB", (width, height), color).save(made, "PNG")
    return read_picture(made.getvalue())


def a_map(accent: str = "#E30613", logo: Asset | None = None) -> Document:
    maker = MapMaker(title="Schoenen kopen")
    maker.columns(("Zoeken", [""]), ("Kopen", [""])).lanes("touchpoints")
    maker.card("touchpoint", "s0", "Belt de winkel")
    document = maker.document()
    document = apply(set_fields(document, "map", "map", accent=accent), document)
    return apply(set_logo(document, logo), document) if logo is not None else document


def ops_of(document: Document, **more: object) -> list[Op]:
    poster = compose_poster(document, 841, 594, lang="nl", **more)  # type: ignore[arg-type]  # keyword pass-through
    return [op for op, _, _ in walk(poster.ops)]


def arrows(document: Document) -> list[Path]:
    heads = [op for op in ops_of(document) if isinstance(op, Group) and op.role == "phase"]
    return [next(part for part, _, _ in walk(head.ops) if isinstance(part, Path)) for head in heads]


@given(st.integers(0, 0xFFFFFF))
def test_white_words_can_be_read_on_every_colour_that_becomes_a_header(color: int) -> None:
    shade = readable_shade(f"#{color:06X}")
    assert contrast(load_theme("poster").color(shade), "#FFFFFF") >= 4.5


def test_a_colour_that_can_be_read_stays_as_it_is_and_others_become_darker_or_ink() -> None:
    assert readable_shade("#E30613") == "#E30613"
    lighter = readable_shade("#00AEEF")
    assert lighter not in ("#00AEEF", INK) and contrast(lighter, "#FFFFFF") < 4.7, "no darker than it must be"
    assert readable_shade("#FFDD00") == INK, "no olive for yellow"
    assert readable_shade("#FFFFFF") == INK


def test_headers_take_the_colour_but_those_with_a_colour_of_their_own() -> None:
    document = a_map("#e30613")
    phase = document.phases[1]
    document = apply(set_fields(document, "phases", phase.id, color=3), document)
    assert [arrow.fill for arrow in arrows(document)] == ["#E30613", "phase.palette.3"]
    assert [arrow.fill for arrow in arrows(a_map(""))] == ["phase.fill", "phase.fill"]
    assert [arrow.fill for arrow in arrows(a_map("#FFDD00"))] == [INK, INK]


def test_the_bar_above_the_title_is_exactly_the_colour_and_goes_without_one() -> None:
    assert any(isinstance(op, Rect) and op.fill == "#FFDD00" for op in ops_of(a_map("#FFDD00")))
    literal = [op for op in ops_of(a_map("")) if isinstance(op, Rect) and (op.fill or "").startswith("#")]
    assert literal == []


@pytest.mark.parametrize(("width", "height"), [(1_800, 600), (600, 1_800), (40, 40), (2_000, 20)])
def test_the_logo_keeps_its_proportions_in_its_box(width: int, height: int) -> None:
    document = a_map("", logo_of(width, height))
    (group,) = [op for op in ops_of(document) if isinstance(op, Group) and op.role == "logo"]
    (shown,) = group.ops
    assert isinstance(shown, Picture) and group.label == "Logo van de organisatie achter ‘Schoenen kopen’"
    kept = document.asset_table[document.info.logo or ""]
    assert shown.w / shown.h == pytest.approx(kept.w / kept.h)
    head = compose_poster(document, 841, 594, lang="nl").plan.head
    assert shown.h <= 56 * head + 1e-6 and shown.w <= 220 * head + 1e-6
    assert max(shown.h / (56 * head), shown.w / (220 * head)) == pytest.approx(1.0), "it fills the box one way"


def pictures_of(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        return [one.get_bitmap(render=False).to_pil() for one in found if isinstance(one, pypdfium2.PdfImage)]
    finally:
        document.close()


def test_no_more_dots_are_stored_than_300_for_an_inch() -> None:
    pdf, report = poster_pdf(a_map("", logo_of(2_000, 1_000)), PosterOptions(paper="A3"))
    (picture,) = pictures_of(pdf)
    poster = compose_poster(a_map("", logo_of(2_000, 1_000)), 420, 297, lang="nl")
    (shown,) = [op for op, _, _ in walk(poster.ops) if isinstance(op, Picture)]
    inches = shown.w * report.mm_per_px / 25.4
    assert 290 <= picture.width / inches <= 302


def test_the_logo_is_a_figure_with_words_for_readers() -> None:
    pdf, _ = poster_pdf(a_map("", logo_of()), PosterOptions())
    assert b"Logo" not in pdf, "objects are packed"
    text = packed_objects(pdf)
    assert "/S /Figure" in text and "Logo" in text


def test_whose_logo_it_is_is_told_on_every_kind_of_paper() -> None:
    """The word alone says nothing to who does not see it."""
    with speaking("en"):
        assert logo_words("Shoes") == "Logo of the organisation behind “Shoes”"
        assert logo_words("") == "Logo of the organisation"
    document = a_map("", logo_of())
    said = {group.label for group in ops_of(document) if isinstance(group, Group) and group.role == "logo"}
    assert said == {f"Logo van de organisatie achter ‘{document.info.title}’"}
    untitled = document.with_changes([("map", "map", document.info.changed(title=" "))])
    said = {group.label for group in ops_of(untitled) if isinstance(group, Group) and group.role == "logo"}
    assert said == {"Logo van de organisatie"}


def packed_objects(pdf: bytes) -> str:
    found = ""
    for start in re.finditer(rb"/ObjStm[^>]*>>\s*stream\r?\n", pdf):
        end = pdf.index(b"endstream", start.end())
        found += zlib.decompress(pdf[start.end() : end].rstrip(b"\r\n")).decode("latin-1")
    return found


def test_without_colour_there_is_no_colour_and_the_logo_is_grey_and_stored_once() -> None:
    document = a_map("#E30613", logo_of())
    assert house_of(document, bw=True).accent == ""
    pdf, _ = poster_pdf(document, PosterOptions(bw=True))
    (picture,) = pictures_of(pdf)
    assert picture.mode == "L"
    level = picture.getpixel((picture.width // 2, picture.height // 2))
    assert level == pytest.approx(0.299 * 227 + 0.587 * 6 + 0.114 * 19, abs=2)
    page = pypdfium2.PdfDocument(pdf)
    image = page[0].render(scale=0.5).to_pil().convert("RGB")
    page.close()
    assert all(max(pixel) - min(pixel) <= 6 for _, pixel in image.getcolors(1_000_000) or [])


def test_another_logo_and_colour_for_one_print_leave_the_map_that_goes_along_as_it_is() -> None:
    document = a_map("#E30613", logo_of())
    other = logo_of(300, 300, (0, 0, 200))
    shown = PosterOptions(logo=other, accent="")
    pdf, _ = poster_pdf(document, shown)
    (picture,) = pictures_of(pdf)
    assert picture.getpixel((3, 3)) == (0, 0, 200)
    back = read_poster(pdf, "a.pdf")[0]
    assert back.info == document.info and set(back.asset_table) == set(document.asset_table)


def test_the_date_stands_at_the_foot_only_where_it_was_asked_for() -> None:
    document = a_map("")
    plain, _ = poster_pdf(document, PosterOptions())
    again, _ = poster_pdf(document, PosterOptions())
    dated, _ = poster_pdf(document, PosterOptions(day=date(2026, 5, 21)))
    assert plain == again
    page = pypdfium2.PdfDocument(dated)
    words = page[0].get_textpage().get_text_range()
    page.close()
    assert "21 mei 2026" in words


def test_every_picture_of_a_poster_without_colour_is_grey_and_stored_once() -> None:
    example = load(example_path("nl")).document
    assert any(picture.mode == "RGB" for picture in pictures_of(poster_pdf(example, PosterOptions())[0]))
    grey = pictures_of(poster_pdf(example, PosterOptions(bw=True))[0])
    assert len(grey) == len(example.asset_table), "portraits and pictures of notes"
    assert {picture.mode for picture in grey} == {"L"}
