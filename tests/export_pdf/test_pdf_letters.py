"""Lines of plain letters are written by a shorter way, which says byte for byte what the long one says."""

from __future__ import annotations

import pytest

from model.draw.displaylist import DisplayList, Group, Op, Text
from model.draw.theme import load_theme
from model.export.pdf import read_font
from model.export.pdf_fonts import FontBook
from model.export.pdf_painted import Painted
from model.export.pdf_painter import Painter
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle
from model.values import replace

NOTE, HEAD = TextStyle(14, 17), TextStyle(13, 16, 700)
CARDS = (
    ("zoekt schoen voor zere knie op de site", "N1"),
    ("woord", "nog een woord", "derde"),
    ("(haakjes) en \\ streep", "‘één’ — Größe 50 %"),
    ("arbeidsongeschiktheidsverzekeringsvragen van Sanne",),
    ("Ontevreden 😀 over de levering van gisteren", "daarna"),
    ("een\n\ntwee   drie", " begint met wit"),
    ("vast\u00a0wit", "los wit", "zacht\u00adstreepje"),
    ("x" * 98, "y" * 99, "z" * 100, "lang " * 40),
    ("AVATAR Wave", "مرحبا", "na het Arabisch"),
    ("í Í met een streepje", "e\u0301 los"),
    ("heen/terug-en-weer",),
)


def plainly(line: TextLine) -> TextLine:
    """The line as if nothing were known of its letters."""
    return replace(line, runs=tuple(replace(run, letters=False) for run in line.runs))


def ops_of(texts: tuple[str, ...], width: float, *, short: bool) -> DisplayList:
    """A card of these texts in lines, the last of them in another weight and colour."""
    ops: list[Op] = []
    for index, text in enumerate(texts):
        style, ink = (HEAD, "ink.2") if index and index == len(texts) - 1 else (NOTE, "ink.1")
        lines = layout_text(text, style, width, lang="nl") if width else (shape_line(text, style),)
        for line in lines:
            ops.append(Text(9.37, 17.005 * (len(ops) + 1), line if short else plainly(line), ink))
    return (Group(tuple(ops), 20, 30, source_id="i1", role="card"),)


def painted(lists: list[DisplayList], *, tagged: bool = True) -> tuple[list[Painted], dict[int, str]]:
    """The lists painted one after the other with fonts that they share, and what their glyphs stand for."""
    fonts = FontBook(read_font)
    made = [Painter(load_theme("poster").color, fonts, tagged=tagged).paint(ops) for ops in lists]
    found = {hash((font.name, glyph)): text for font in fonts.fonts() for glyph, text in font.text_of.items()}
    return made, found


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("width", [0.0, 60.0, 140.0, 900.0])
def test_the_short_way_writes_the_same_bytes(width: float, tagged: bool) -> None:
    """Card after card with the same fonts, since what a glyph stands for is settled by the first text that has it."""
    for order in (CARDS, CARDS[::-1]):
        short, short_texts = painted([ops_of(card, width, short=True) for card in order], tagged=tagged)
        plain, plain_texts = painted([ops_of(card, width, short=False) for card in order], tagged=tagged)
        assert [each.code for each in short] == [each.code for each in plain]
        assert [each.marks for each in short] == [each.marks for each in plain]
        assert short_texts == plain_texts


def test_lines_of_latin_words_are_letters_and_others_are_not() -> None:
    for text in ("zoekt schoen", "één", "‘vandaag’", "50 %"):
        assert [run.letters for run in shape_line(text, NOTE).runs] == [True], text
    for text in ("e\u0301en", "😀", "مرحبا", "שלום", "中文", "í"):
        assert not any(run.letters for run in shape_line(text, NOTE).runs), text
    first, *_ = layout_text("arbeidsongeschiktheidsverzekeringsvragen", NOTE, 120, lang="nl")
    assert first.text.endswith("\u00ad")
    assert not first.runs[0].letters, "its hyphen reads as a soft one"


def test_letters_stand_where_the_widths_of_the_font_put_them() -> None:
    """What the short way relies on: no place differs from the sum of the widths that the file says."""
    book = FontBook(read_font)
    for text in ("Zoekt ‘schoen voor zere knie’ op de site", "AVATAR Wave To", "x" * 99, "één … (haakjes) — 50 %"):
        for style in (NOTE, HEAD, TextStyle(13.3, 16, 400, italic=True), TextStyle(72, 80, 500)):
            (run,) = shape_line(text, style).runs
            assert run.letters
            font = book.font(run.font)
            pen = 0.0
            for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
                assert abs(x - pen) < run.size / 2000
                assert y == 0
                pen += font.width(glyph) * run.size / 1000
