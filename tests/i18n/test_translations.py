"""Translations are complete, fit their places, and are Dutch."""

from __future__ import annotations

import re

import pytest

import translations
from model.i18n import PSEUDO, catalogue, language, number, set_language, signed, speaking, translate

SAME_IN_DUTCH = {
    *("&Help", "Start", "Enter", "Open", "Open…", "Zoom", "Zoom in", "Medium", "online", "offline", "inbox"),
    *("Online", "Offline", "Inbox"),
    *("Persona", "persona {number}", "App", "Chat", "Chatbot", "Computer", "E-mail", "Post", "School", "Tablet"),
    *("Video", "Website", "Bank", "Aubergine", "Petrol", "Status", "Status: {name}"),
    *("Poster", "Excel", "Overlap", "Later", "{width} × {height} pixels", "{number} min", "Status", "Status: {name}"),
}
"""Texts that may be the same in both languages; every other one that is must be looked at."""


def keys() -> list[tuple[str, str]]:
    return translations.texts_in_code()


def test_the_files_hold_every_text_of_the_code_and_no_other() -> None:
    assert translations.problems() == []


def test_placeholders_and_menu_keys_survive_translation() -> None:
    wrong = []
    for (context, source), forms in catalogue("nl").items():
        for form in forms:
            if sorted(re.findall(r"\{\w*\}", form)) != sorted(re.findall(r"\{\w*\}", source)):
                wrong.append((context, source, "placeholders"))
            if ("%n" in form) < ("%n" in source) and form == forms[-1]:
                wrong.append((context, source, "%n"))
            if context == "Menus" and form.count("&") != source.count("&"):
                wrong.append((context, source, "&"))
    assert wrong == []


def test_dutch_is_dutch() -> None:
    same = {
        source
        for (_, source), forms in catalogue("nl").items()
        if forms[0] == source and re.search(r"[A-Za-z]{3}", re.sub(r"\{\w*\}|%n", "", source))
    }
    assert same - SAME_IN_DUTCH == set()


def test_one_word_for_one_thing() -> None:
    """The words of the glossary: a note is never called a card, the inbox has one name in Dutch."""
    english = [text for _, text in keys()] + [form for forms in catalogue("en").values() for form in forms]
    dutch = [form for forms in catalogue("nl").values() for form in forms]
    assert [text for text in english if re.search(r"\bcards?\b", text, re.IGNORECASE)] == []
    assert [text for text in dutch if re.search(r"\bpostvak\b", text, re.IGNORECASE)] == []


def test_both_plural_forms_are_there_and_differ_from_the_pattern() -> None:
    for code in ("nl", "en"):
        for (context, source), forms in catalogue(code).items():
            if "%n" in source:
                assert len(forms) == 2, (code, context, source)
                assert not any("(s)" in form for form in forms), (code, context, source)


def test_a_text_that_no_tool_can_find_is_refused() -> None:
    code = 'translate("A", f"{x}")'
    with pytest.raises(SystemExit, match="whole"):
        translations.texts_in(code, "a.py")
    with pytest.raises(SystemExit, match="another name"):
        translations.texts_in('_N = QT_TRANSLATE_NOOP\nTEXT = _N("A", "B")', "a.py")
    assert translations.texts_in('translate("A", "B", n=3)', "a.py") == [("A", "B")]


def test_plurals_in_both_languages() -> None:
    with speaking("nl"):
        assert [translate("Undo", "Move %n note(s)", n=n) for n in (0, 1, 3)] == [
            "Verplaats 0 kaartjes",
            "Verplaats 1 kaartje",
            "Verplaats 3 kaartjes",
        ]
    with speaking("en"):
        assert [translate("Undo", "Move %n note(s)", n=n) for n in (1, 3)] == ["Move 1 note", "Move 3 notes"]
    with speaking(PSEUDO):
        assert translate("Undo", "Move %n note(s)", n=3) == "⟦Move 3 note(s)⟧"


def test_speaking_ends_with_its_block_and_unknown_languages_are_refused() -> None:
    before = language()
    with speaking("nl"):
        assert language() == "nl"
        assert number(97.5, 1) == "97,5"
    assert language() == before
    with pytest.raises(ValueError, match="no such language"):
        set_language("fr")
    assert [signed(n) for n in (-2, 0, 1)] == ["−2", "0", "+1"]
