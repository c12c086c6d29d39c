"""Translation for every part of the program, with or without Qt: one catalogue, read straight from the .ts files.

``translate("Context", "English text")`` is the only way a text reaches a user.  packaging/translations.py
finds the calls and keeps the committed .ts files in step; Qt Linguist opens them; nothing is compiled.
The language is a context variable: an export in the document's language does not change the editor's.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from resources import read_text

LANGUAGES = ("nl", "en")
"""The languages the program speaks."""

PSEUDO = "xx"
"""The pseudo-language of the tests: every translated text stands in ⟦brackets⟧."""

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ENTITY = re.compile("&(amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);")

_language: ContextVar[str] = ContextVar("journeywall_language", default="en")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation without translating it yet."""
    return text


def language() -> str:
    """The current language's code."""
    return _language.get()


_unread: set[str] = set()


def texts_unread() -> bool:
    """Whether the texts of the language spoken were asked for and could not be read: English stands in."""
    return _language.get() in _unread


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
    return {(name, source): forms for name in _contexts(code) for source, forms in _texts(code, name).items()}


@cache
def _contexts(code: str) -> dict[str, str]:
    """What the file says in each context.

    It is looked through by the words of Linguist's format, context by context: to parse all of it as XML took a tenth
    of an empty window's start, and most contexts are not shown before the first map.
    """
    contexts: dict[str, str] = {}
    try:
        text = read_text("i18n", f"journeywall_{code}.ts")
    except (OSError, UnicodeError) as error:
        # A sentence in English is better than none: whoever asks for one may be about to say that work is not saved.
        logging.getLogger(__name__).error("the texts of %s cannot be read, English stands in: %s", code, error)
        _unread.add(code)
        return contexts
    for part in text.split("<context>")[1:]:
        name = _plain(_inner(part, "name"))
        contexts[name] = contexts.get(name, "") + part
    return contexts


@cache
def _texts(code: str, context: str) -> dict[str, tuple[str, ...]]:
    texts: dict[str, tuple[str, ...]] = {}
    for message in _contexts(code).get(context, "").split("<message")[1:]:
        opening, _, rest = message.partition("<translation")[2].partition(">")
        if not any(f'"{state}"' in opening for state in ("unfinished", "vanished", "obsolete")):
            inner = "" if opening.endswith("/") else rest.partition("</translation>")[0]
            plurals = inner.split("<numerusform")[1:]
            forms = tuple(_plain(_inner(f"<numerusform{form}", "numerusform")) for form in plurals)
            texts[_plain(_inner(message, "source"))] = forms or (_plain(inner),)
    return texts


def _inner(text: str, tag: str) -> str:
    """What stands in the first ``tag`` of ``text``."""
    return text.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]


def _plain(text: str) -> str:
    """XML's five characters with a name of their own, and those that are numbered, as they are meant."""
    return _ENTITY.sub(_meant, text) if "&" in text else text


def _meant(entity: re.Match[str]) -> str:
    name = entity[1]
    if not name.startswith("#"):
        return _NAMED[name]
    return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))


def translate(context: str, text: str, comment: str = "", n: int | None = None) -> str:
    """``text`` in the current language; ``%n`` becomes ``n`` in the right plural form, {names} stay for .format().

    Dutch and English both have two forms: one, and all others (0 included).
    """
    code = _language.get()
    if code == PSEUDO:
        return "⟦" + (text if n is None else text.replace("%n", str(n))) + "⟧"
    forms = _texts(code, context).get(text)
    found = text if not forms else forms[0] if n is None or n == 1 else forms[-1]
    return found if n is None else found.replace("%n", str(n))


def number(value: float, digits: int = 0) -> str:
    """``value`` as the current language writes it: 97,5 in Dutch, 97.5 in English; a real minus sign."""
    text = f"{value:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if language() == "nl" else text


def ordinal(value: int) -> str:
    """A place in a row: 2nd in English, 2e in Dutch."""
    if language() == "nl":
        return f"{value}e"
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def signed(score: int) -> str:
    """A score with its sign: −2, −1, 0, +1, +2."""
    return f"+{score}" if score > 0 else f"−{-score}" if score < 0 else "0"
