"""The poster for a printer without colour: no colour is left, and nothing is told by colour alone."""

from __future__ import annotations

import pypdfium2
import pytest

from model.document import Document
from model.draw.displaylist import Group, Path, Rect, Text, walk
from model.draw.mono import STRIP, strip_ops
from model.draw.poster import Poster, compose_poster
from model.draw.theme import load_theme, tokens
from model.export.pdf import PosterOptions, poster_pdf
from model.i18n import speaking
from model.kinds import ITEM_KINDS
from model.layout.maplayout import LayoutOptions
from small_maps import every_kind_map


@pytest.fixture(scope="module")
def every_kind() -> Document:
    return every_kind_map()


@pytest.fixture(scope="module")
def poster(every_kind: Document) -> Poster:
    return compose_poster(every_kind, 420, 297, lang="en", show=LayoutOptions(card_strip=STRIP))


def test_no_colour_is_left_on_the_page(every_kind: Document) -> None:
    """Rendered, red, green and blue of every pixel are as good as equal; the same poster in colour is not so."""

    def most_colour(bw: bool) -> int:
        pdf, _ = poster_pdf(every_kind, PosterOptions(paper="A4", bw=bw))
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[0].render(scale=1.0)
            data = bytes(bitmap.buffer)
            pixels = range(0, bitmap.stride * bitmap.height, bitmap.n_channels)
            return max(max(data[i : i + 3]) - min(data[i : i + 3]) for i in pixels)
        finally:
            document.close()

    assert most_colour(True) <= 12
    assert most_colour(False) > 60


def test_every_card_has_the_letter_and_the_pattern_of_its_kind(every_kind: Document, poster: Poster) -> None:
    strips = {
        op.source_id: next(inner for inner in op.ops if isinstance(inner, Group) and inner.role == "strip")
        for op, _, _ in walk(poster.ops)
        if isinstance(op, Group) and op.role == "card"
    }
    assert set(strips) == set(poster.layout.cards)
    letters = {kind.token: tokens()["types"][kind.token]["letter_en"] for kind in ITEM_KINDS.values()}
    for card in poster.layout.cards.values():
        ops = strips[card.id].ops
        (letter,) = [op.line.text for op in ops if isinstance(op, Text)]
        known = ITEM_KINDS.get(card.body.kind)
        if known is None:
            assert letter == "?", "a kind of a later version"
        else:
            assert letter == letters.get(known.token) or known.title.startswith(letter)


def test_the_text_of_a_card_stands_beside_its_strip(poster: Poster) -> None:
    for card in poster.layout.cards.values():
        body = card.body
        placed = [*body.lines, *body.said, *body.foot.words, body.number]
        assert min(line.x for line in placed) > STRIP
        assert max(line.x + line.line.width for line in body.lines) <= body.w
        assert body.icon_at[0] > STRIP


def test_strips_of_different_kinds_look_different() -> None:
    """By pattern as well as by letter, in both languages."""
    for lang in ("en", "nl"):
        with speaking(lang):
            found = {}
            for kind in ITEM_KINDS:
                ops = strip_ops(kind, 60.0, lang)
                letter = next(op.line.text for op in ops if isinstance(op, Text))
                found[kind] = (letter, [op for op in ops if not isinstance(op, Text)])
            kinds = list(found)
            for i, one in enumerate(kinds):
                for other in kinds[i + 1 :]:
                    assert found[one] != found[other], (one, other)


def test_headers_of_phases_are_outlines(poster: Poster) -> None:
    headers = [op for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role == "phase"]
    assert headers
    for header in headers:
        arrow = next(op for op in header.ops if isinstance(op, Path))
        assert (arrow.fill, arrow.stroke) == ("#FFFFFF", "ink.1")


def test_text_is_black_and_ground_is_white() -> None:
    mono = load_theme("mono")
    for kind in ITEM_KINDS.values():
        assert mono.color(f"note.{kind.token}.fill") == "#FFFFFF"
        assert mono.color(f"note.{kind.token}.ink") == "#1B1D21"
    assert mono.color("#FF000080") == "#4C4C4C80"
    assert load_theme("poster").color("note.pain.fill") != "#FFFFFF"


def test_the_legend_shows_the_patterns(poster: Poster) -> None:
    legends = [op for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role == "legend"]
    plates = [op for op, _, _ in walk(legends) if isinstance(op, Rect) and op.fill == "#FFFFFF"]
    assert len(plates) >= len({card.body.kind for card in poster.layout.cards.values()})
