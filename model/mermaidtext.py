"""Letters of Mermaid: entities, comments and line breaks inside a text, both ways.

Mermaid's lexer ends a text at ``#``, ``;``, a line end and, by field, ``:`` or ``,``.  What is meant literally is
written as an entity (``#58;`` or ``#colon;``), which its library swaps before parsing; so does :class:`Entities`, by
letting one private character stand for each entity while a line is taken apart.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

from model.plaintext import clean_text

MARK = "journeywall"
"""The first word of the comments by which we say what Mermaid's grammar cannot (``%% journeywall same``)."""

NEUTRAL = 3
"""The score of a neutral face, 1..5; on a map it is 0."""

_ENTITY = re.compile(r"&?#([A-Za-z0-9_]+);|&([A-Za-z][A-Za-z0-9]*);")
_PRIVATE = 0x100000
_LAST_PRIVATE = 0x10FFFD
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_KEYWORD = re.compile(r"(journey|title|section|acctitle|accdescr|---)", re.IGNORECASE)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


class Entities:
    """The entities of one text: :meth:`hide` puts one private character for each, :meth:`show` what it stands for."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}
        self._hidden: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """``text`` with every entity, and every private character that was there, as one private character."""
        if any(ord(character) >= _PRIVATE for character in text):
            text = "".join(self._hide(c, c) if ord(c) >= _PRIVATE else c for c in text)
        return _ENTITY.sub(self._entity, text)

    def show(self, text: str) -> str:
        """The text that a part of a hidden text stands for, cleaned as all text from outside is."""
        if self._shown:
            text = "".join(self._shown.get(c, c) for c in text)
        return clean_text(text)

    def _entity(self, match: re.Match[str]) -> str:
        written = match.group()
        number, name = match.group(1), match.group(2)
        if number is not None and number.isdecimal():
            meant = html.unescape(f"&#{number};")
        else:
            meant = html5.get(f"{number or name};", "")
        if not clean_text(meant) or "\n" in clean_text(meant):
            meant = written  # unknown, or a control character: the reader of the map had better see it
        return self._hide(written, meant)

    def _hide(self, written: str, meant: str) -> str:
        if written not in self._hidden:
            code = _PRIVATE + len(self._hidden)
            if code > _LAST_PRIVATE:
                return written
            self._hidden[written] = chr(code)
            self._shown[chr(code)] = meant
        return self._hidden[written]


def card_text(text: str, entities: Entities) -> str:
    """A card's text: ``<br>`` becomes a line end, spaces at the ends of lines go."""
    lines = entities.show(_BREAK.sub("\n", text)).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def name_text(text: str, entities: Entities) -> str:
    """A name on one line: ``<br>``, tabs and runs of spaces become one space."""
    return _SPACES.sub(" ", entities.show(_BREAK.sub(" ", text))).strip()


def escape(text: str, also: str = "") -> str:
    """``text`` (one line) so that Mermaid reads it back as it is; ``also`` are further characters its field forbids.

    Escaped always: ``#`` and ``;``, which end every field, ``%%``, which may begin a comment, ``<`` of a tag, and ``&``
    where an entity follows.
    """
    escaped = "".join(f"#{ord(c)};" if c in "#;" or c in also else c for c in text)
    escaped = escaped.replace("&#", "#38;#").replace("%%", "#37;#37;")
    return _TAG.sub("#60;", escaped)


def escape_card(text: str) -> str:
    """A card's text as a task's name: line ends as ``<br>``, no keyword at its beginning, never empty."""
    lines = [escape(line.strip(), ":") for line in clean_text(text).strip().split("\n")]
    name = "<br>".join(lines)
    if _KEYWORD.match(name):
        name = f"#{ord(name[0])};{name[1:]}"
    return name or BLANK


def escape_name(text: str, also: str = ":") -> str:
    """A name of a section or actor on one line; never empty."""
    return escape(_SPACES.sub(" ", clean_text(text)).strip(), also) or BLANK


BLANK = "#160;"
"""A no-break space: how an empty name is written where the grammar wants one; it is read back as empty."""
