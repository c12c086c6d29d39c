"""Translation for every part of the program, with or without Qt: one catalogue, read straight from the .ts files.

``translate("Context", "English text")`` is the only way a text reaches a user.  packaging/translations.py
finds the calls and keeps the committed .ts files in step; Qt Linguist opens them; nothing is compiled.
The language is a context variable: an export in the document's language does not change the editor's.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from resources import read_bytes

LANGUAGES = ("nl", "en")
"""The languages the program speaks."""

PSEUDO = "xx"
"""The pseudo-language of the tests: every translated text stands in ⟦brackets⟧."""

_language: ContextVar[str] = ContextVar("journeywall_language", default="en")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation without translating it yet."""
    return text


def language() -> str:
    """The current language's code."""
    return _language.get()


def set_language(code: str) -> None:
    """Speak ``code`` from now on in this thread and the contexts made from it.  Raises ValueError if unknown."""
    if code not in (*LANGUAGES, PSEUDO):
        raise ValueError(f"no such language: {code}")
    _language.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak ``code`` inside a ``with`` block."""
    if code not in (*LANGUAGES, PSEUDO):
        raise ValueError(f"no such language: {code}")
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def catalogue(code: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, source) -> translation, or its plural forms, of one language's .ts file; unfinished ones left out."""
    root = ET.fromstring(read_bytes("i18n", f"journeywall_{code}.ts"))  # noqa: S314 - our own bundled file
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    name = source = ""
    # One walk in the file's order: a name comes before its messages, a source before its translation.
    for element in root.iter():
        if element.tag == "translation":
            if element.get("type") not in {"unfinished", "vanished", "obsolete"}:
                forms = tuple(form.text or "" for form in element)
                texts[name, source] = forms or (element.text or "",)
        elif element.tag == "source":
            source = element.text or ""
        elif element.tag == "name":
            name = element.text or ""
    return texts


def translate(context: str, text: str, comment: str = "", n: int | None = None) -> str:
    """``text`` in the current language; ``%n`` becomes ``n`` in the right plural form, {names} stay for .format().

    Dutch and English both have two forms: one, and all others (0 included).
    """
    code = _language.get()
    if code == PSEUDO:
        return "⟦" + (text if n is None else text.replace("%n", str(n))) + "⟧"
    forms = catalogue(code).get((context, text))
    found = text if not forms else forms[0] if n is None or n == 1 else forms[-1]
    return found if n is None else found.replace("%n", str(n))


def number(value: float, digits: int = 0) -> str:
    """``value`` as the current language writes it: 97,5 in Dutch, 97.5 in English; a real minus sign."""
    text = f"{value:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if language() == "nl" else text


def signed(score: int) -> str:
    """A score with its sign: −2, −1, 0, +1, +2."""
    return f"+{score}" if score > 0 else f"−{-score}" if score < 0 else "0"
