"""Glyphs, fonts and directions of a line."""

from __future__ import annotations

import pytest
import uharfbuzz as hb

from model.text import FONTS, GlyphRun, TextLine, TextStyle, layout_text, measure, missing_characters, shape_line
from model.text.bidi import levels, visual_order
from model.text.fonts import hb_font
from model.text.pieces import _letters

_NOTE = TextStyle(14, 17)


def _fonts(text: str, style: TextStyle = _NOTE) -> list[tuple[str, str]]:
    return [(run.font, "".join(run.clusters)) for run in shape_line(text, style).runs]


def _glyph_count(text: str) -> int:
    return sum(len(run.glyphs) for run in shape_line(text, _NOTE).runs)


def _in_reading_order(line: TextLine) -> str:
    """The text of a line whose runs all have the paragraph's direction."""
    runs = reversed(line.runs) if line.rtl else line.runs
    return "".join("".join(reversed(run.clusters) if run.rtl else run.clusters) for run in runs)


@pytest.mark.parametrize("font", [key for key in FONTS if key.startswith("atkinson")])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_plain_letters_are_set_as_harfbuzz_sets_them(font: str, lang: str) -> None:
    """The characters set without HarfBuzz have the same glyphs and advances beside any other of them."""
    glyphs, advances = _letters(font)
    letters = sorted(glyphs)
    of = hb_font(font)
    for first in letters:
        text = "".join(first + second for second in letters)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.language = "ltr", lang
        buffer.guess_segment_properties()
        hb.shape(of, buffer, {"kern": False, "liga": False})
        assert [info.codepoint for info in buffer.glyph_infos] == [glyphs[char] for char in text]
        assert [place.x_advance for place in buffer.glyph_positions] == [advances[char] for char in text]
        assert not any(place.x_offset or place.y_offset for place in buffer.glyph_positions)


def test_each_cluster_takes_the_first_font_that_has_it() -> None:
    assert _fonts("Klant Привет → ★ ⇒ 😀 漢") == [
        ("atkinson-400", "Klant "),
        ("noto-400", "Привет"),
        ("atkinson-400", " "),
        ("symbols", "→"),
        ("atkinson-400", " "),
        ("symbols2", "★"),
        ("atkinson-400", " "),
        ("math", "⇒"),
        ("atkinson-400", " "),
        ("emoji", "😀"),
        ("atkinson-400", " 漢"),
    ]
    assert _fonts("é")[0][0] == _fonts("e\u0301")[0][0] == "atkinson-400"


def test_fallback_fonts_stand_at_their_scale_and_follow_the_weight() -> None:
    (run,) = shape_line("Привет", TextStyle(14, 17, 700)).runs
    assert run.font == "noto-700"
    assert run.size == pytest.approx(14 * 0.93)
    assert shape_line("א", _NOTE).runs[0].size == pytest.approx(14 * 0.93)
    assert shape_line("ا", _NOTE).runs[0].size == pytest.approx(14)
    assert shape_line("😀", _NOTE).runs[0].size == pytest.approx(14 * 0.95)


@pytest.mark.parametrize(
    ("weight", "italic", "font"),
    [(400, False, "400"), (400, True, "400i"), (500, False, "500"), (600, False, "600"), (700, True, "700")],
)
def test_each_style_has_its_font(weight: int, italic: bool, font: str) -> None:
    assert shape_line("a", TextStyle(14, 17, weight, italic)).runs[0].font == f"atkinson-{font}"


def test_what_the_first_font_lacks_and_has_all_the_same() -> None:
    hyphen = shape_line("-", _NOTE).runs[0]
    for char in "\u2010\u2011":
        (run,) = shape_line(char, _NOTE).runs
        assert (run.font, run.glyphs, run.clusters) == (hyphen.font, hyphen.glyphs, (char,))
    assert _fonts("µ") == [("noto-400", "µ")]
    narrow = shape_line("\u202f", _NOTE)
    assert narrow.runs[0].font == "atkinson-400"
    assert 0 < narrow.width <= measure(" ", _NOTE)
    assert shape_line("a\u00adb", _NOTE).runs[0].glyphs == shape_line("ab", _NOTE).runs[0].glyphs


@pytest.mark.parametrize("emoji", ["👩‍👩‍👧", "🇳🇱", "👍🏽", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_an_emoji_sequence_is_one_picture(emoji: str) -> None:
    line = shape_line(emoji, _NOTE)
    assert [run.font for run in line.runs] == ["emoji"]
    drawn = [advance for run in line.runs for advance in run.advances if advance]
    assert len(drawn) == 1
    assert missing_characters(emoji) == []


def test_a_sign_is_a_picture_only_when_asked_for() -> None:
    assert _fonts("❤️")[0][0] == "emoji"
    assert _fonts("☎")[0][0] == "symbols2"
    assert _fonts("☎️")[0][0] == "emoji"
    assert _fonts("⌚")[0][0] == "emoji"
    assert _fonts("⌚\ufe0e")[0][0] != "emoji"


def test_a_missing_character_is_a_box_and_is_reported() -> None:
    (run,) = shape_line("漢\ue000", _NOTE).runs
    assert run.glyphs == (0, 0)
    assert all(advance > 4 for advance in run.advances)
    assert hb_font(run.font).get_glyph_extents(0).width > 0
    assert missing_characters("漢 a 漢 \ue000\x01") == ["漢", "\ue000", "\x01"]


def test_ignorable_characters_and_line_ends_are_never_missing() -> None:
    assert missing_characters("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0f\ufeff\n\r\t\u2028") == []
    assert measure("a\u200b\u2060\ufeffb", _NOTE) == pytest.approx(measure("ab", _NOTE))


def test_kerning_is_off_so_that_a_word_is_as_wide_as_its_letters() -> None:
    for text in ("Tonijn AVATAR To Va", "Привет ГА", "Ελλάδα ΑΥ"):
        assert measure(text, _NOTE) == pytest.approx(sum(measure(char, _NOTE) for char in text))


def test_marks_stand_on_their_letters() -> None:
    (run,) = shape_line("x\u0302", _NOTE).runs
    assert run.clusters == ("x\u0302", "")
    assert run.advances[1] == 0
    assert run.xs[1] != sum(run.advances[:1]) or run.ys[1] != 0
    assert measure("x\u0302", _NOTE) == pytest.approx(measure("x", TextStyle(14 * 0.93, 17)), rel=0.2)


def test_arabic_joins_and_runs_from_the_right() -> None:
    line = shape_line("مرحبا", _NOTE)
    (run,) = line.runs
    assert line.rtl
    assert run.rtl
    assert _in_reading_order(line) == "مرحبا"
    alone = [shape_line(char, _NOTE).runs[0].glyphs[0] for char in "مرحبا"]
    assert list(reversed(run.glyphs)) != alone
    assert line.width < sum(measure(char, _NOTE) for char in "مرحبا")


def test_arabic_still_joins_where_a_word_is_cut() -> None:
    word = "م" * 30
    lines = layout_text(word, _NOTE, 60)
    whole = shape_line(word, _NOTE).runs[0]
    middle = whole.glyphs[10]
    assert lines[1].runs[0].glyphs == (middle,) * len(lines[1].text)
    assert lines[0].runs[0].glyphs[-1] == whole.glyphs[-1]
    assert lines[0].runs[0].glyphs[0] == middle


def test_numbers_and_latin_keep_their_direction_in_a_line_from_the_right() -> None:
    line = shape_line("שלום abc 123 (טקסט)", _NOTE)
    assert line.rtl
    assert [("".join(run.clusters), run.rtl) for run in line.runs] == [
        (")", True),
        ("טסקט", True),
        ("( ", True),
        ("abc 123", False),
        (" ", True),
        ("םולש", True),
    ]
    left = [run.xs[0] for run in line.runs]
    assert left == sorted(left)


def test_brackets_are_mirrored_from_the_right() -> None:
    opened, closed = (shape_line(char, _NOTE).runs[0].glyphs[0] for char in "()")
    runs = shape_line("(א)", _NOTE).runs
    assert (runs[0].glyphs[0], runs[-1].glyphs[-1]) == (opened, closed)
    assert (runs[0].clusters[0], runs[-1].clusters[-1]) == (")", "(")


def test_a_paragraph_from_the_left_holds_words_from_the_right() -> None:
    line = shape_line("Klant (مرحبا) belt", _NOTE)
    assert not line.rtl
    assert [run.rtl for run in line.runs] == [False, True, False]
    assert "".join(line.runs[0].clusters) == "Klant ("


def test_each_broken_line_is_ordered_by_itself() -> None:
    lines = layout_text("שלום עולם this is mixed", _NOTE, 75)
    assert [line.text for line in lines] == ["שלום עולם", "this is", "mixed"]
    assert all(line.rtl for line in lines)
    assert "".join(lines[1].runs[0].clusters) == "this is"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", (0, [0, 0, 0])),
        ("אב 12", (1, [1, 1, 1, 2, 2])),
        ("a אב 12", (0, [0, 0, 1, 1, 1, 2, 2])),
        ("א (b) א", (1, [1, 1, 1, 2, 1, 1, 1])),
        ("a (א) b", (0, [0, 0, 0, 1, 0, 0, 0])),
        ("א (a ב) c", (1, [1, 1, 1, 2, 1, 1, 1, 1, 2])),
        ("a \u2067b א\u2069 c", (0, [0, 0, 0, 2, 1, 1, 1, 0, 0])),
        ("\u202eabc\u202c", (0, [0, 1, 1, 1, 1])),
        ("א\ud83dב", (1, [1, 2, 1])),
    ],
)
def test_levels(text: str, expected: tuple[int, list[int]]) -> None:
    base, found = levels(text)
    assert (base, list(found)) == expected


def test_visual_order_turns_the_highest_levels_first() -> None:
    assert visual_order("abcdef", [1, 1, 2, 2, 1, 0]) == list("ecdbaf")
    assert visual_order("abc", [0, 0, 0]) == list("abc")
    assert visual_order("", []) == []


def test_indic_letters_are_joined_in_their_script() -> None:
    (run,) = shape_line("क्षि", _NOTE).runs
    assert run.font == "noto-400"
    assert len([advance for advance in run.advances if advance]) < 4
    assert _glyph_count("नमस्ते") < len("नमस्ते")


def test_a_run_says_where_each_glyph_is() -> None:
    run = shape_line("Klant", _NOTE).runs[0]
    assert isinstance(run, GlyphRun)
    assert run.xs[0] == 0
    for at in range(1, 5):
        assert run.xs[at] == pytest.approx(run.xs[at - 1] + run.advances[at - 1])
    assert set(run.ys) == {0.0}
