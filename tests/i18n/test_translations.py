"""Translations are complete, fit their places, and are Dutch."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

import translations
from model import i18n
from model.i18n import PSEUDO, catalogue, language, number, set_language, signed, speaking, translate
from resources import read_text

SAME_IN_DUTCH = {
    *(
        "&Help",
        "&Workshop",
        "Poster {n}: {remark}",
        "Start",
        "Enter",
        "Open",
        "Open…",
        "Zoom",
        "Zoom in",
        "Medium",
        "online",
        "offline",
        "inbox",
    ),
    *("Online", "Offline", "Inbox", "Logo", "Percentage", "Poster, mm", "Persona {n}"),
    *("Persona", "persona {number}", "App", "Chat", "Chatbot", "Computer", "E-mail", "Post", "School", "Tablet"),
    *("Video", "Website", "Bank", "Aubergine", "Petrol", "Status", "Status: {name}"),
    *("Poster", "Excel", "Overlap", "Later", "{width} × {height} pixels", "{number} min", "Status", "Status: {name}"),
    *("Filter", "Filter: {what}.", "Filter “{name}”: {what}.", "Filter: {name}", "Persona: {name}"),
    *("filter {number} “{name}”", "filter {number}"),
    *("Timer", "Timer…"),
}
"""Texts that may be the same in both languages; every other one that is must be looked at."""


def keys() -> list[tuple[str, str]]:
    return translations.texts_in_code()


def test_the_files_hold_every_text_of_the_code_and_no_other() -> None:
    assert translations.problems() == []


def as_xml(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """What the parser of the standard library finds in a .ts file."""
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.fromstring(text.encode()).iter("context"):  # noqa: S314 - our own
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") is None:
                forms = tuple(form.text or "" for form in translation)
                key = (context.findtext("name", ""), message.findtext("source", ""))
                texts[key] = forms or (translation.text or "",)
    return texts


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing is remembered of the files, before and after."""

    def forget() -> None:
        for remembered in (i18n.catalogue, i18n._contexts, i18n._texts):
            remembered.cache_clear()

    forget()
    yield
    forget()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_files_are_read_as_a_parser_reads_them(code: str, fresh: None) -> None:
    found = catalogue(code)
    assert found == as_xml(read_text("i18n", f"journeywall_{code}.ts"))
    assert len(found) > 100


LINGUIST = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>A &amp; B</name>
    <message>
        <location filename="../app/shell.py" line="12"/>
        <source>&lt;b&gt; &quot;one&quot; &apos;two&apos; &#233; &#x1F600; &amp;amp;</source>
        <oldsource>before</oldsource>
        <comment>for somebody</comment>
        <translatorcomment>looked at</translatorcomment>
        <translation>&lt;i&gt; &amp;lt; een
tweede regel</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n kaartje</numerusform>
            <numerusform>%n kaartjes &amp; meer</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished">Nog niet</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation></translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation/>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Gone</source>
        <translation type="vanished">Weg</translation>
    </message>
</context>
<context>
    <name>Empty</name>
</context>
<context>
    <name>A &amp; B</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
</TS>
"""


def test_a_file_that_linguist_wrote_is_read_as_well(monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    monkeypatch.setattr(i18n, "read_text", lambda *parts: LINGUIST)
    found = catalogue("nl")
    assert found == as_xml(LINGUIST)
    assert found["A & B", "%n note(s)"] == ("%n kaartje", "%n kaartjes & meer")
    with speaking("nl"):
        assert translate("A & B", "More") == "Meer"
        assert translate("A & B", "Not yet") == "Not yet"
        assert translate("Nowhere", "More") == "More"


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
    """The words of the glossary: a note is never called a card, the inbox has one name in Dutch.

    In the paper kit a card is a piece of paper to cut out: of a persona, a phase, or a note.
    """
    english = [text for context, text in keys() if context != "Kit"]
    english += [form for (context, _), forms in catalogue("en").items() if context != "Kit" for form in forms]
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
