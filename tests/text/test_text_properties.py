"""What holds for every text: nothing is lost, nothing is doubled, no line is too wide."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.text import HYPHEN, TextLine, TextStyle, layout_text, measure, missing_characters, shape_line
from model.text.breaking import _letters_only, _Paragraph
from model.text.pieces import shaper

_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_TINY = 1e-6

_words = st.sampled_from(
    [
        *["de", "klant", "belt,", "“waar”", "blijft", "pakket?", "e-mail", "en/of", "97,5%", "(13:30)", "€12", "C++"],
        *["-1", "---", "...", "’s", "avonds"],
        "Arbeidsongeschiktheidsverzekeringsvragen",
        "ver\u00adzeker\u00adings\u00admaat\u00adschappij",
        "https://www.verzekeraar.nl/contact/formulier?x=1&y=2",
        "مرحبا",
        "بِالعَالَمِ",
        "می\u200cخواهم",
        "שלום",
        "(נ)",
        "١٢٣",
        "Ελλάδα",
        "приве\u0301т",
        "मनुष्य",
        "ไทย",
        "漢字かな「混」じり。",
        "한국어",
        "👩‍👩‍👧",
        "🇳🇱🇧🇪",
        "👍🏽",
        "❤️",
        "1️⃣",
        "→",
        "⇒",
        "★",
        "✓",
        "\u202fa\u00a0b\u2011c",
        "x\u0300\u0301\u0302",
        "\u200b",
        "\u200f",
        "\u2067abc\u2069",
        "\u202eabc\u202c",
        "\ud83d",
        "\x01",
        "\ufffe",
        "\ufdfd",
        "\n",
        "  ",
        "\t",
        "\u00ad",
        "\u2028",
    ]
)
_texts = st.one_of(
    st.text(max_size=60),
    st.lists(_words, max_size=14).map(" ".join),
    st.lists(_words, max_size=14).map("".join),
    st.text(alphabet="ab \u00ad\u0300\u05d0\u0627👩\u200d🇳-/1.\n(“", max_size=40),
)
_styles = st.sampled_from(
    [
        TextStyle(14, 17),
        TextStyle(14, 17, 500),
        TextStyle(14, 17, italic=True),
        TextStyle(11, 14, 600),
        TextStyle(26, 32, 700),
    ]
)
_widths = st.one_of(st.floats(1, 400), st.sampled_from([129.0, 0.0, -5.0]))
_indents = st.sampled_from([0.0, 18.0, 60.0])


def _held(lines: tuple[TextLine, ...], text: str) -> None:
    """The lines hold all of ``text`` but the ends of its paragraphs, in order, once."""
    at = 0
    for line in lines:
        if line.start != at:
            end = _END.match(text, at)
            assert end is not None
            assert line.start == end.end()
        assert line.end >= line.start
        assert not _END.search(text[line.start : line.end])
        at = line.end
    assert at == len(text)


def _shown(line: TextLine, text: str) -> None:
    """A line shows its characters, except soft hyphens and the spaces that hang; its clusters are its text."""
    shown = line.text.removesuffix(HYPHEN)
    assert HYPHEN not in shown
    assert shown.strip(" \t") == text[line.start : line.end].replace(HYPHEN, "").strip(" \t")
    clusters = [cluster for run in line.runs for cluster in run.clusters]
    assert sorted("".join(clusters)) == sorted(line.text)
    if not line.rtl and not any(run.rtl for run in line.runs):
        assert "".join(clusters) == line.text


def _placed(line: TextLine) -> None:
    x = 0.0
    for run in line.runs:
        count = len(run.glyphs)
        assert count == len(run.xs) == len(run.ys) == len(run.advances) == len(run.clusters) > 0
        x += sum(run.advances)
    assert x == pytest.approx(line.width, abs=1e-4)


@settings(max_examples=400, deadline=None)
@given(_texts, _styles, _widths, _indents, st.sampled_from(["nl", "en", "de", "ar", "xx"]))
@example("Arbeidsongeschiktheidsverzekeringsvragen", TextStyle(14, 17), 100.0, 18.0, "nl")
@example("   Arbeidsongeschiktheidsverzekeringsvragen", TextStyle(14, 17), 100.0, 18.0, "nl")
@example(" " * 400, TextStyle(14, 17), 100.0, 0.0, "nl")
@example("👩‍👩‍👧‍👦" * 9, TextStyle(14, 17), 20.0, 0.0, "nl")
@example("a" + "\u0300" * 300, TextStyle(14, 17), 20.0, 0.0, "nl")
@example("م" * 90, TextStyle(14, 17), 60.0, 0.0, "nl")
def test_every_text_is_held_within_the_width(
    text: str, style: TextStyle, width: float, indent: float, lang: str
) -> None:
    lines = layout_text(text, style, width, lang=lang, first_indent=indent)
    assert lines
    _held(lines, text)
    for number, line in enumerate(lines):
        room = max(width, 1.0)
        assert line.width <= (max(room - indent, 0.0) if number == 0 else room) + _TINY
        _shown(line, text)
        _placed(line)


@settings(max_examples=200, deadline=None)
@given(_texts, _styles)
def test_one_line_shows_everything(text: str, style: TextStyle) -> None:
    line = shape_line(text, style)
    assert line.width == measure(text, style)
    flat = _END.sub(lambda found: " " * len(found.group()), text)
    assert line.text == flat.replace(HYPHEN, "")
    _placed(line)


@settings(max_examples=200, deadline=None)
@given(_texts)
def test_missing_characters_are_characters_of_the_text(text: str) -> None:
    missing = missing_characters(text)
    assert len(set(missing)) == len(missing)
    assert set(missing) <= set(text)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["de", "klant", "vraagt", "waar-blijft", "a/b", "pakket,", "(nu)", "97,5%", "'ja'", "nee…", "’s"]
        ),
        min_size=1,
    ),
    _styles,
    st.floats(30, 400),
    _indents,
)
def test_the_quick_way_gives_the_same_lines(words: list[str], style: TextStyle, width: float, indent: float) -> None:
    text = " ".join(words)
    shapes = shaper(style.size, style.weight, style.italic, "nl")
    quick = _letters_only(text, 0, shapes, width, indent)
    if quick:
        thorough = _Paragraph(text, 0, shapes, "nl").lines(width, indent)
        assert [(line.text, line.start, line.end) for line in quick] == [
            (line.text, line.start, line.end) for line in thorough
        ]
        for one, other in zip(quick, thorough, strict=True):
            assert one.width == pytest.approx(other.width)
            assert one.runs[0].glyphs == other.runs[0].glyphs
            assert one.runs[0].xs == pytest.approx(other.runs[0].xs)
