"""Links in the PDF: where the poster shows them their lines are there, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from model.document import Document
from model.draw.link_painter import link_label
from model.draw.poster import compose_poster
from model.draw.theme import load_theme
from model.export.pdf import PosterOptions, poster_pdf, read_font, render
from model.export.pdf_fonts import FontBook
from model.export.pdf_painter import Painter
from model.files.native import load
from model.i18n import speaking
from model.layout.maplayout import LayoutOptions
from posters import picture
from resources import resource_path

PER_MM = 4.0
DARK = 150
"""Grey up to which a pixel counts as part of a line; cards' grounds and hairlines are lighter."""


@pytest.fixture(scope="module")
def example() -> Document:
    return load(resource_path("templates", "example_en.journey")).document


def test_the_lines_are_on_the_paper(example: Document) -> None:
    poster = compose_poster(example, 841.0, 594.0, show=LayoutOptions(links="paths"))
    assert poster.layout.links
    page = picture(render(example, poster, PosterOptions())[0], per_mm=PER_MM)
    scale = poster.px_to_mm * PER_MM
    for box in poster.layout.links.values():
        (ax, ay), (bx, by) = max(pairwise(box.points), key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
        dark = 0
        for n in range(1, 40):
            x = round((poster.map_x + ax + (bx - ax) * n / 40) * scale)
            y = round((poster.map_y + ay + (by - ay) * n / 40) * scale)
            dark += min(min(row[x - 2 : x + 3]) for row in page.rows[y - 2 : y + 3]) < DARK
        assert dark >= (38 if box.stroke in ("solid", "double") else 12), (box.kind, dark)


def test_the_poster_shows_no_links_unless_asked(example: Document) -> None:
    plain, asked, none = (
        picture(poster_pdf(example, options)[0]).rows
        for options in (PosterOptions(), PosterOptions(links="all"), PosterOptions(links="none"))
    )
    assert plain == none
    assert plain != asked


def test_a_link_is_read_aloud_in_words(example: Document) -> None:
    """Also one with a text at its line, whose words alone would say nothing."""
    poster = compose_poster(example, 841.0, 594.0, lang="en", show=LayoutOptions(links="paths"))
    with speaking("en"):
        wanted = {i: link_label(i, example) for i in poster.layout.links}
    marks = Painter(load_theme("poster").color, FontBook(read_font)).paint(list(poster.ops)).marks
    assert {mark.source_id: mark.label for mark in marks if mark.role == "link"} == wanted
    assert {mark.kind for mark in marks if mark.role == "link"} == {"Figure"}
    assert any(box.label for box in poster.layout.links.values())
