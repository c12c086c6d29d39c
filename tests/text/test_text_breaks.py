"""The breaks of texts as they stand on notes, checked by eye; a changed font or rule shows here."""

from __future__ import annotations

import pytest

from model.text import HYPHEN, TextStyle, layout_text, measure, shape_line

_NOTE = TextStyle(14, 17)

# text, width in px, language, room for an icon, lines; "|" stands for a hyphen that the breaking put there
_SET: list[tuple[str, float, str, float, list[str]]] = [
    (
        "De klant belt de winkel en vraagt waar het pakket blijft",
        129,
        "nl",
        0,
        ["De klant belt de", "winkel en vraagt", "waar het pakket", "blijft"],
    ),
    ("Klant wacht op een monteur", 129, "nl", 0, ["Klant wacht op een", "monteur"]),
    ("Klant wacht op een monteur", 129, "nl", 18, ["Klant wacht op", "een monteur"]),
    (
        "Arbeidsongeschiktheidsverzekeringsvragen",
        129,
        "nl",
        18,
        ["Arbeidsonge|", "schiktheidsverzeke|", "ringsvragen"],
    ),
    (
        "Over een arbeidsongeschiktheidsverzekering",
        129,
        "nl",
        0,
        ["Over een arbeidson|", "geschiktheidsverze|", "kering"],
    ),
    (
        "Incomprehensibilities of an institutionalisation",
        100,
        "en",
        0,
        ["Incomprehens|", "ibilities of an", "institutionalisa|", "tion"],
    ),
    (
        "Zoekt op www.verzekeraar.nl/contact naar hulp",
        100,
        "nl",
        0,
        ["Zoekt op", "www.verzekeraa", "r.nl/contact", "naar hulp"],
    ),
    (
        "Mailt naar klantenservice@verzekeraar-nederland.nl",
        100,
        "nl",
        0,
        ["Mailt naar", "klantenservice@", "verzekeraar-", "nederland.nl"],
    ),
    ("ver\u00adzeker\u00adings\u00admaat\u00adschappij", 70, "nl", 0, ["verzeker|", "ingsmaat|", "schappij"]),
    ("ver\u00adzeker\u00adings\u00admaat\u00adschappij", 400, "nl", 0, ["verzekeringsmaatschappij"]),
    ("kort\u00ad woord", 40, "nl", 0, ["kort", "woord"]),
    (
        'Belt na 12:30, krijgt (weer) een bandje: "er zijn 7 wachtenden voor u"',
        129,
        "nl",
        18,
        ["Belt na 12:30,", "krijgt (weer) een", 'bandje: "er zijn 7', 'wachtenden voor u"'],
    ),
    ("e-mail en/of app-melding", 60, "nl", 0, ["e-mail", "en/of", "app-", "melding"]),
    (
        "Eerste regel\n\nDerde regel is langer dan de baan breed is",
        129,
        "nl",
        0,
        ["Eerste regel", "", "Derde regel is", "langer dan de baan", "breed is"],
    ),
    ("97,5 % van 1.000 klanten", 90, "nl", 0, ["97,5 % van", "1.000 klanten"]),
    ("’s Avonds zegt ’ie: ‘ik wil ’t niet’", 80, "nl", 0, ["’s Avonds", "zegt ’ie: ‘ik", "wil ’t niet’"]),
    ("Wow!   Veel     spaties   hier", 60, "nl", 0, ["Wow!", "Veel", "spaties", "hier"]),
    ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 100, "nl", 0, ["xxxxxxxxxxxxxx", "xxxxxxxxxxxxxx", "xxxx"]),
    ("reëel geïnteresseerd", 60, "nl", 0, ["reëel", "geïnte|", "resseerd"]),
    ("Klant 👩‍👩‍👧 woont in 🇳🇱🇧🇪 👍🏽", 70, "nl", 0, ["Klant 👩‍👩‍👧", "woont in", "🇳🇱🇧🇪 👍🏽"]),
    ("السلام عليكم ورحمة الله وبركاته", 80, "nl", 0, ["السلام عليكم", "ورحمة الله", "وبركاته"]),
    ("Zegt שלום עולם tegen de balie", 80, "nl", 0, ["Zegt שלום", "עולם tegen", "de balie"]),
    ("日本語の文章は、どこでも折り返せます。", 70, "nl", 0, ["日本語の文章は、ど", "こでも折り返せま", "す。"]),
    ("Ελληνικά και Привет → мир", 80, "nl", 0, ["Ελληνικά και", "Привет →", "мир"]),
    ("10\u00a0000 klanten", 60, "nl", 0, ["10\u00a0000", "klanten"]),
    ("a\r\nb\u2028c", 60, "nl", 0, ["a", "b", "c"]),
]


@pytest.mark.parametrize(("text", "width", "lang", "indent", "lines"), _SET)
def test_breaks(text: str, width: float, lang: str, indent: float, lines: list[str]) -> None:
    found = layout_text(text, _NOTE, width, lang=lang, first_indent=indent)
    assert [line.text.replace(HYPHEN, "|") for line in found] == lines


def test_a_line_that_just_fits_is_not_broken() -> None:
    width = measure("Klant wacht", _NOTE)
    assert [line.text for line in layout_text("Klant wacht", _NOTE, width)] == ["Klant wacht"]
    assert [line.text for line in layout_text("Klant wacht", _NOTE, width - 0.01)] == ["Klant", "wacht"]


def test_an_empty_text_is_one_empty_line() -> None:
    (line,) = layout_text("", _NOTE, 100)
    assert (line.text, line.start, line.end, line.width, line.runs) == ("", 0, 0, 0.0, ())


def test_the_put_hyphen_is_drawn_as_the_hyphen_of_the_font_and_counts_for_the_width() -> None:
    line = layout_text("Arbeidsongeschiktheidsverzekeringsvragen", _NOTE, 100)[0]
    hyphen = shape_line("-", _NOTE).runs[0]
    assert line.runs[-1].glyphs[-1] == hyphen.glyphs[0]
    assert line.runs[-1].clusters[-1] == HYPHEN
    shown = line.text.removesuffix(HYPHEN)
    assert line.width == pytest.approx(measure(shown, _NOTE) + measure("-", _NOTE))


def test_spaces_hang_beyond_the_line() -> None:
    first, second = layout_text("wacht        klant", _NOTE, measure("wacht", _NOTE))
    assert (first.text, first.start, first.end) == ("wacht", 0, 13)
    assert first.width == pytest.approx(measure("wacht", _NOTE))
    assert (second.text, second.start, second.end) == ("klant", 13, 18)


def test_a_word_without_hyphenation_goes_below_the_icon_whole() -> None:
    word = "CRM2024-XL"
    width = measure(word, _NOTE) + 4
    assert [line.text for line in layout_text("XXXXXXXX", _NOTE, measure("XXXXXXXX", _NOTE) + 4, first_indent=18)] == [
        "",
        "XXXXXXXX",
    ]
    assert [line.text for line in layout_text(word, _NOTE, width, first_indent=18)] == ["CRM2024-", "XL"]


def test_a_character_wider_than_the_line_is_drawn_smaller() -> None:
    (line,) = layout_text("W", _NOTE, 5)
    assert line.width == 5
    assert line.runs[0].size == pytest.approx(14 * 5 / measure("W", _NOTE))


def test_one_line_keeps_its_spaces_and_takes_line_ends_for_spaces() -> None:
    assert shape_line("twee \nregels ", _NOTE).text == "twee  regels "
    assert measure("a ", _NOTE) == pytest.approx(measure("a", _NOTE) + measure(" ", _NOTE))


def test_setting_a_text_again_gives_the_same_lines() -> None:
    style = TextStyle(14, 17, 500)
    assert layout_text("Klant wacht op een monteur", style, 100) is layout_text(
        "Klant wacht op een monteur", style, 100
    )
