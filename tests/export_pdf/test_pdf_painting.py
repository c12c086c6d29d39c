"""What is painted: every text, the right one when it is read back, in embedded fonts, with its tags."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from model.draw.displaylist import Clip, Group, Icon, Op, Path, Rect, Text, ellipse
from model.draw.theme import load_theme
from model.export.pdf import read_font
from model.export.pdf_fonts import FontBook, code_of
from model.export.pdf_operators import pdf_string, show
from model.export.pdf_painted import Painted
from model.export.pdf_painter import Painter
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextStyle
from posters import NOTE, Picture, as_pdf, card, filled, picture, placed_texts, poster, texts_of, without_texts

TEXTS = (
    "Zoekt ‘schoen voor zere knie’ op de site",
    "Ontevreden 😀 over de levering",
    "👩‍👩‍👧 koopt samen 🇳🇱 en 👍🏽",
    "Österreich: „Größe“ — 50 % … (haakjes) \\ streep",
    "ČŁŐ žluťoučký Ελληνικά Привет",
    "→ ★ ✓ ≥ ½",
    "e\u0301e\u0301n cafe\u0301",
)
RIGHT_TO_LEFT = ("مرحبا بالعالم الجديد", "السلام عليكم", "שלום עולם", "متجر الأحذية")


def paint(ops: list[Op]) -> Painted:
    return Painter(load_theme("poster").color, FontBook(read_font)).paint(ops)


def objects(pdf: bytes) -> Iterator[bytes]:
    """Every object's bytes, those in object streams included; streams are unpacked."""
    for match in re.finditer(rb"\d+ 0 obj\n(.*?)\nstream\n(.*?)\nendstream\nendobj", pdf, re.S):
        head, data = match.groups()
        body = zlib.decompress(data) if b"/FlateDecode" in head else data
        if b"/ObjStm" in head:
            first = int(re.search(rb"/First (\d+)", head).group(1))  # type: ignore[union-attr]  # ours always has it
            numbers = [int(n) for n in body[:first].split()]
            starts = [first + n for n in numbers[1::2]] + [len(body)]
            yield from (body[a:b] for a, b in pairwise(starts))
        else:
            yield head + b"\n" + body


@pytest.mark.parametrize("text", TEXTS + RIGHT_TO_LEFT)
def test_text_is_read_back_as_it_was_written(text: str) -> None:
    line = shape_line(text, NOTE)
    pdf, report = as_pdf(poster([Text(20, 40, line, "ink.1"), Text(20, 80, shape_line("Einde", NOTE), "ink.1")]))
    assert texts_of(pdf) == [text, "Einde"]
    assert report.missing == ()


def test_text_in_two_directions_is_read_back_in_pieces() -> None:
    """Within one line of both directions every word is found."""
    line = shape_line("bestelling ‘شكرا جزيلا’ ontvangen", NOTE)
    (read,) = texts_of(as_pdf(poster([Text(20, 40, line, "ink.1")]))[0])
    assert all(word in read for word in ("bestelling", "ontvangen", "شكرا", "جزيلا"))


def test_a_line_broken_with_a_hyphen_says_so_softly() -> None:
    lines = layout_text("arbeidsongeschiktheidsverzekeringsvragen", NOTE, 120, lang="nl")
    assert len(lines) > 1
    pdf, _ = as_pdf(poster([Text(20, 40 + 17 * i, line, "ink.1") for i, line in enumerate(lines)]))
    read = "".join(texts_of(pdf))
    assert re.sub("[\u00ad\ufffe\u0002-]", "", read) == "arbeidsongeschiktheidsverzekeringsvragen"


def test_every_text_leaves_ink() -> None:
    """Each line, and each run of it, is compared with the same poster without its texts."""
    made = filled([*TEXTS, *RIGHT_TO_LEFT, *(f"Kaart {i} 😀" for i in range(30))])
    bare = poster(without_texts(made.ops))
    with_text, without = (as_pdf(p)[0] for p in (made, bare))
    per_mm = 3.0
    mine, empty = picture(with_text, per_mm=per_mm), picture(without, per_mm=per_mm)
    k = made.px_to_mm * per_mm
    runs = 0
    for text, x, y in placed_texts(made.ops):
        for run in text.line.runs:
            if not "".join(run.clusters).strip():
                continue
            left, right = x + min(run.xs), x + max(a + b for a, b in zip(run.xs, run.advances, strict=True))
            box = (int(left * k), int((y - 0.8 * run.size) * k), int((right - left) * k) + 1, int(1.1 * run.size * k))
            difference = mine.cut(*box).difference(empty.cut(*box))
            assert difference > 60, (text.line.text, run.font)
            runs += 1
    assert runs > 60


def test_a_character_without_a_glyph_is_framed_and_reported() -> None:
    made = poster([card(100, 100, "abc \U00012000 def", "item-1")])
    pdf, report = as_pdf(made)
    assert [(entry.characters, entry.number) for entry in report.missing] == [("\U00012000", "")]
    text, x, y = next(iter(placed_texts(made.ops)))
    run = text.line.runs[0]
    at = run.glyphs.index(0)
    k = made.px_to_mm * 4
    shown = picture(pdf, per_mm=4).cut(
        int((x + run.xs[at]) * k), int((y - run.size) * k), max(1, int(run.advances[at] * k)), int(1.1 * run.size * k)
    )
    assert min(min(row) for row in shown.rows) < 120


def test_ignorable_characters_are_not_missing() -> None:
    _, report = as_pdf(poster([Text(20, 40, shape_line("a\u200db\ufe0f\u2060c\u00add", NOTE), "ink.1")]))
    assert report.missing == ()


def test_fonts_are_ours_embedded_and_subset() -> None:
    pdf, _ = as_pdf(filled([*TEXTS, *RIGHT_TO_LEFT]))
    found = list(objects(pdf))
    fonts = [body for body in found if b"/Type /Font " in body and b"/Type0" in body]
    descriptors = [body for body in found if b"/Type /FontDescriptor" in body]
    assert len(fonts) == len(descriptors) >= 5
    assert all(b"/Identity-H" in body and b"/ToUnicode" in body for body in fonts)
    assert all(re.search(rb"/FontName /[A-Z]{6}\+", body) and b"/FontFile2" in body for body in descriptors)
    assert not any(b"Helvetica" in body for body in found)
    assert not any(b"/Trans " in body for body in found)
    assert not any(b"ASCII85" in body for body in found)


def test_a_subset_holds_no_more_than_is_used() -> None:
    small, _ = as_pdf(poster([Text(20, 40, shape_line("abc", NOTE), "ink.1")]))
    assert len(small) < 12_000


def instructions(code: str) -> list[Any]:
    """The operators of a stream with their operands, as pikepdf reads them."""
    with pikepdf.new() as pdf:
        return list(pikepdf.parse_content_stream(pdf.make_stream(code.encode("latin-1"))))


def shown_parts(code: str) -> list[float | list[int]]:
    """What is shown, in order: the glyphs of each string, and the kerns between them."""
    parts: list[float | list[int]] = []
    for instruction in instructions(code):
        if str(instruction.operator) not in {"Tj", "TJ"}:
            continue
        shown = instruction.operands[0]
        for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
            if isinstance(part, pikepdf.String):
                data = bytes(part)
                parts.append([int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)])
            else:
                parts.append(float(part))
    return parts


def test_every_glyph_id_is_read_as_it_was_written() -> None:
    """Also where a byte of it is a parenthesis, a backslash or an end of line, which mean something in a string."""
    every = list(range(0x10000))
    for start in range(0, 0x10000, 0x1000):
        some = every[start : start + 0x1000]
        assert shown_parts(f"({''.join(map(code_of, some))}) Tj") == [some]


def test_kerning_and_marks_stand_where_shaping_put_them() -> None:
    """The page shows each glyph at its place: the pen's own steps and the kerns add up to the shaped places."""
    for text in ("AVATAR Wave", "مُحَمَّد", "é́x"):
        line = shape_line(text, TextStyle(40, 48))
        book = FontBook(read_font)
        Painter(load_theme("poster").color, book).paint([Text(0, 0, line, "ink.1")])
        for run in line.runs:
            font = book.font(run.font)
            places, pen = [], run.xs[0]
            for part in shown_parts(show(font, run, 0, len(run.glyphs))):
                if isinstance(part, float):
                    pen -= part * run.size / 1000
                    continue
                for glyph in part:
                    places.append(pen)
                    pen += font.width(glyph) * run.size / 1000
            drawn = sorted(range(len(run.glyphs)), key=lambda i: run.ys[i] != 0)
            assert places == pytest.approx([run.xs[i] for i in drawn], abs=run.size / 1500)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a(b)c\\", "(a\\(b\\)c\\\\)"),
        ("één ‘x’ …", "(\\351\\351n \\217x\\220 \\203)"),
        ("x😀", "<FEFF0078D83DDE00>"),
        ("\ud800", "<FEFFFFFD>"),
        ("\ud83d\ude00", "<FEFFD83DDE00>"),
        ("één\ud800", "<FEFF00E900E9006EFFFD>"),
        ("a\tb", "<FEFF006100090062>"),
        ("", "()"),
        ("a\u00adb", "<FEFF006100AD0062>"),
    ],
)
def test_strings(text: str, expected: str) -> None:
    assert pdf_string(text) == expected


def test_shapes_clips_opacity_dashes_and_holes() -> None:
    ops: list[Op] = [
        Rect(100, 100, 200, 200, fill="#000000"),
        Group((Rect(0, 0, 200, 200, fill="#000000"),), x=400, y=100, opacity=0.5),
        Clip(700, 100, 100, 200, (Rect(700, 100, 200, 200, fill="#000000"),)),
        Path(ellipse(1100, 200, 100) + ellipse(1100, 200, 50), fill="#000000", even_odd=True),
        Path((("M", (100, 500)), ("L", (900, 500))), stroke="#000000", width=40, dash=(100, 100)),
        Rect(1300, 100, 200, 200, fill="#000000", radius=60),
        Rect(100, 700, 200, 100, fill="#00000080"),
        Group((Rect(0, 0, 300, 300, fill="#000000"),), x=1300, y=700, paper=False),
        Group((Rect(0, 0, 100, 100, fill="#000000"),), x=500, y=700, min_zoom=3.0),
    ]
    made = poster(ops)
    page = picture(as_pdf(made)[0], per_mm=2)

    def grey(x: float, y: float) -> int:
        k = made.px_to_mm * 2
        return page.rows[int(y * k)][int(x * k)]

    assert grey(200, 200) < 10 and grey(90, 90) > 245
    assert 110 < grey(500, 200) < 145
    assert grey(750, 200) < 10 and grey(850, 200) > 245
    assert grey(1100, 200) > 245 and grey(1100, 125) < 10
    assert grey(150, 500) < 10 and grey(250, 500) > 245 and grey(350, 500) < 10
    assert grey(1305, 105) > 245 and grey(1400, 105) < 20
    assert 110 < grey(200, 750) < 145
    assert grey(1400, 800) > 245, "a group that is not for paper"
    assert grey(550, 750) < 10, "paper knows no zoom"


def test_marks_follow_the_roles() -> None:
    painted = paint(
        [
            Rect(0, 0, 10, 10, fill="#000000"),
            Group((Text(0, 10, shape_line("Titel", NOTE), "ink.1"),), role="title"),
            Group((card(10, 10, "een", "i1"), card(10, 90, "twee", "i2")), role="lane", source_id="l1", label="Pijn"),
            Group((Path(ellipse(0, 0, 5), stroke="#000000"),), role="curve", source_id="p1", label="Sanne: +1, −2"),
            Text(0, 300, shape_line("los", NOTE), "ink.1"),
        ]
    )
    assert [(m.kind, m.source_id, m.label) for m in painted.marks] == [
        ("H1", None, ""),
        ("P", "i1", "een"),
        ("P", "i2", "twee"),
        ("Figure", "p1", "Sanne: +1, −2"),
        ("P", None, ""),
    ]
    assert painted.code.count("BDC") + painted.code.count("BMC") == painted.code.count("EMC")
    assert [(place.role, place.source_id, place.x, place.y) for place in painted.places] == [("lane", "l1", 9.5, 9.5)]


def element_text(text: str, width: float, *more: str) -> str:
    """What the glyphs of a card read as, without a look at where they stand."""
    lines = [*layout_text(text, NOTE, width, lang="nl"), *(shape_line(one, NOTE) for one in more)]
    book = FontBook(read_font)
    ops = tuple(Text(0, 17 * i, line, "ink.1") for i, line in enumerate(lines))
    code = Painter(load_theme("poster").color, book).paint([Group(ops, role="card", source_id="i")]).code
    (font,) = book.fonts()
    parts = [part for part in shown_parts(code) if not isinstance(part, float)]
    return "".join(font.text_of[glyph] for part in parts for glyph in part)


def test_words_of_two_lines_do_not_run_together() -> None:
    """Readers of the tags do not see that a line ended: a space is written there that paper does not show."""
    assert element_text("wacht op de bestelling in de winkel", 80, "N12") == "wacht op de bestelling in de winkel N12"
    assert element_text("een\ntwee", 80) == "een twee"


def test_a_word_in_two_lines_stays_one() -> None:
    assert element_text("heen/terug", 45) == "heen/terug"
    (mark,) = paint([card(0, 0, "arbeidsongeschiktheidsverzekeringsvragen 😀 wil Sanne niet", "i")]).marks
    assert mark.text == "arbeidsongeschiktheidsverzekeringsvragen 😀 wil Sanne niet"


@pytest.mark.parametrize("first", ["👩‍👩‍👧", "😀😀", "a 😀", "e\u0301", "→ x", "مرحبا"])
def test_a_line_after_any_other_keeps_the_stream_whole(first: str) -> None:
    ops = (Text(9, 20, shape_line(first, NOTE), "ink.1"), Text(9, 40, shape_line("daarna", NOTE), "ink.1"))
    pdf, _ = as_pdf(poster([Group(ops, role="card", source_id="i")]))
    read = texts_of(pdf)
    assert [line.strip() for line in read] == [first, "daarna"]
    code = paint([Group(ops, role="card", source_id="i")]).code
    assert code.count("BT") == code.count("ET")


def test_every_mark_is_closed_inside_its_own_state() -> None:
    """Marked content and saved states nest: a reader that drops a state never loses the end of a mark."""
    painted = paint(list(filled(["een", "twee", "drie"]).ops))
    open_now: list[str] = []
    tokens = [str(instruction.operator) for instruction in instructions(painted.code)]
    for token in [token for token in tokens if token in {"BDC", "BMC", "EMC", "BT", "ET", "q", "Q"}]:
        if token in {"q", "BT"}:
            open_now.append(token)
        elif token in {"BDC", "BMC"}:
            open_now.append("MC")
        else:
            assert open_now.pop() == {"Q": "q", "ET": "BT", "EMC": "MC"}[token]
    assert open_now == []


def test_equal_icons_are_stored_once() -> None:
    cards = [card(10 + 200 * i, 10, "x", f"i{i}") for i in range(4)]
    painted = paint([*cards, card(900, 10, "x", "i9", kind="insight"), Icon("star", 0, 500, 32, "ink.1")])
    assert len(painted.icons) == 3
    assert painted.code.count(f"/{painted.icons[0].name} Do") == 4
    assert all(" m\n" in icon.code for icon in painted.icons)


def test_an_icon_is_where_it_should_be_and_in_its_opacity() -> None:
    ops: list[Op] = [Icon("star-filled", 200, 200, 200, "#000000")]
    faint = Group((Icon("star-filled", 800, 200, 200, "#000000"),), opacity=0.5)
    made = poster([*ops, faint])
    page = picture(as_pdf(made)[0], per_mm=2)
    k = made.px_to_mm * 2
    dark, light = (page.rows[int(310 * k)][int(x * k)] for x in (300, 900))
    assert dark < 10
    assert 110 < light < 145
    assert page.rows[int(310 * k)][int(190 * k)] > 245


def test_pictures_are_compared_rightly() -> None:
    """The helper that the ink test stands on sees one changed pixel."""
    white = Picture((b"\xff\xff", b"\xff\xff"))
    assert white.difference(Picture((b"\xff\xff", b"\xff\x00"))) == 255
    assert white.difference(white) == 0
