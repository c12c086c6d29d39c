"""Pieces: text that stands together on a line, shaped by HarfBuzz and kept, because words come back.

A :class:`Shaper` belongs to one size, weight, slant and language.  Kerning is off for all but the scripts that
cannot do without positioning (docs/decisions/0011-text-set-once.md): then a word is as wide as its parts, which
makes the breaks independent of where a word was cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from model.latepattern import late
from model.text.clusters import grapheme_clusters
from model.text.fonts import (
    FONTS,
    SAME_SHAPE,
    chain,
    font_for,
    hb_font,
    is_ignorable,
    scale_of,
    units_per_em,
)
from model.text.sfnt import read_letters
from model.values import dataclass, replace

_MOST_PIECES = 20_000
_REPLACEMENT = 0xFFFD

# Clusters that are meant as pictures: sequences, flags, skin tones, keycaps, and what is a picture by itself.
_EMOJI_SEQUENCE = late("[\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")
_EMOJI_ALONE = frozenset(
    "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗\u2795\u2796\u2797➰➿⬛⬜⭐⭕"
)
_JOINED_SCRIPTS = late("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefe]")
_PLAIN_LANGUAGES = ("nl", "en")  # the font has other letters for some languages, none for these
_PLAIN_SIGNS = frozenset(map(ord, "–—‘’“”„†•…€™−"))
_LETTERS = frozenset({*range(0x20, 0x300), *_PLAIN_SIGNS} - {ord("í"), ord("Í")})
_DEVANAGARI = late("[\u0900-\u097f\ua8e0-\ua8ff]")


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs of one font, left to right, in px; ``dxs`` and ``dys`` (y down) move marks and are empty without any.

    ``letters`` as in :class:`model.text.shape.GlyphRun`.
    """

    font: str
    size: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[str, ...]
    dxs: tuple[float, ...]
    dys: tuple[float, ...]
    level: int = 0
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Parts in reading order and their ``width`` in px.  ``plain``: one part, left to right, nothing moved."""

    parts: tuple[Part, ...]
    width: float
    plain: bool


@lru_cache(maxsize=64)
def shaper(size: float, weight: int, italic: bool, lang: str) -> Shaper:
    """The one shaper for this look."""
    return Shaper(size, weight, italic, lang)


@lru_cache(maxsize=8192)
def cluster_font(cluster: str, fonts: tuple[str, ...]) -> str:
    """The font of a grapheme cluster; the chain's first one, with its box, when none can draw it."""
    emoji = "\ufe0e" not in cluster and (
        _EMOJI_SEQUENCE().search(cluster) is not None or (cluster[0] in _EMOJI_ALONE and len(cluster) <= 2)
    )
    found = font_for(cluster, fonts, emoji=emoji)
    if found is None:  # some of it may be there: a letter under a mark that nobody has, a flag within a sequence
        lead = next((char for char in cluster if not is_ignorable(char)), cluster[0])
        found = font_for(lead, fonts, emoji=emoji)
    return found or fonts[0]


class Shaper:
    """Shapes text at ``size`` px for one style and language and remembers what it made.

    ``letters`` are the characters that HarfBuzz would set one by one, each as ``glyphs`` and ``advances`` (px) say,
    whatever stands beside them, in the style's first font, ``font``.
    """

    def __init__(self, size: float, weight: int, italic: bool, lang: str) -> None:
        self.size = size
        self._fonts = chain(weight, italic)
        self._lang = lang
        self._pieces: dict[tuple[str, str, str, tuple[int, ...] | None], Piece] = {}
        self._words: dict[str, Piece] = {}
        self.glyphs, units = _letters(self._fonts[0]) if lang[:2].lower() in _PLAIN_LANGUAGES else ({}, {})
        scale = size / units_per_em(self._fonts[0])
        self.advances = {char: advance * scale for char, advance in units.items()}
        self.letters = frozenset(self.glyphs)
        self.font = self._fonts[0]
        self.space = self.word(" ")
        self.hyphen = self.word("-")

    def word(self, text: str) -> Piece:
        """The piece for ``text`` that runs from left to right."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _MOST_PIECES:
                self._words.clear()
            found = self._words[text] = self._make(text, "", "", None)
        return found

    def piece(self, text: str, before: str = "", after: str = "", levels: tuple[int, ...] | None = None) -> Piece:
        """The piece for ``text`` whose neighbours are ``before`` and ``after`` (they decide how Arabic joins).

        ``levels`` are the embedding levels of its characters; None means left to right.
        """
        if text.isascii() or not _JOINED_SCRIPTS().search(text):
            before = after = ""
            if levels is None:
                return self.word(text)
        key = (text, before, after, levels)
        found = self._pieces.get(key)
        if found is None:
            if len(self._pieces) >= _MOST_PIECES:
                self._pieces.clear()
            found = self._pieces[key] = self._make(*key)
        return found

    def put_hyphen(self, level: int) -> Piece:
        """The hyphen at the end of a line, which is in the text's clusters as a soft hyphen."""
        part = replace(self.hyphen.parts[0], clusters=("\u00ad",), level=level, letters=False)
        return Piece((part,), self.hyphen.width, not level)

    def _make(self, text: str, before: str, after: str, levels: tuple[int, ...] | None) -> Piece:
        if levels is None and self.letters.issuperset(text):
            advances = tuple(map(self.advances.__getitem__, text))
            glyphs = tuple(map(self.glyphs.__getitem__, text))
            part = Part(self._fonts[0], self.size, glyphs, advances, tuple(text), (), (), 0, True)
            return Piece((part,) if text else (), sum(advances), bool(text))
        whole = [_drawable(char) for char in before + text + after]
        shift = len(before)
        parts = tuple(
            self._shape(font, text, whole, shift, start, end, levels[start] if levels else 0)
            for font, start, end in self._items(text, levels)
        )
        width = sum(sum(part.advances) for part in parts)
        plain = len(parts) == 1 and not parts[0].dxs and not parts[0].level
        return Piece(parts, width, plain)

    def _items(self, text: str, levels: Sequence[int] | None) -> list[tuple[str, int, int]]:
        """(font, start, end) of the stretches of ``text`` with one font, level and kind of script."""
        items: list[tuple[str, int, int]] = []
        last: object = None
        at = 0
        for cluster in grapheme_clusters(text):
            font = cluster_font(cluster, self._fonts)
            kind = (font, levels[at] if levels else 0, _DEVANAGARI().search(cluster) is not None)
            if items and kind == last:
                items[-1] = (font, items[-1][1], at + len(cluster))
            else:
                items.append((font, at, at + len(cluster)))
            last = kind
            at += len(cluster)
        return items

    def _shape(self, font: str, text: str, whole: list[int], shift: int, start: int, end: int, level: int) -> Part:
        import uharfbuzz as hb

        codes = whole
        if font.startswith("atkinson"):
            codes = [SAME_SHAPE.get(code, code) for code in whole]
        buffer = hb.Buffer()
        buffer.add_codepoints(codes, start + shift, end - start)
        buffer.direction = "rtl" if level % 2 else "ltr"
        buffer.language = self._lang
        buffer.guess_segment_properties()
        hb.shape(hb_font(font), buffer, _features(font))
        size = self.size * scale_of(font)
        scale = size / units_per_em(font)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        firsts = [*sorted({info.cluster for info in infos}), end + shift]
        spans = {first: text[first - shift : last - shift] for first, last in pairwise(firsts)}
        clusters = tuple(spans.pop(info.cluster, "") for info in infos)
        moved = any(place.x_offset or place.y_offset for place in places)
        return Part(
            font,
            size,
            tuple(info.codepoint for info in infos),
            tuple(place.x_advance * scale for place in places),
            clusters,
            tuple(place.x_offset * scale for place in places) if moved else (),
            tuple(-place.y_offset * scale for place in places) if moved else (),
            level,
        )


@cache
def _letters(font: str) -> tuple[dict[str, int], dict[str, int]]:
    """Glyph and advance in font units of the Latin characters that have one glyph in every company.

    Left out are the accented i (Dutch writes an accented ij with one shape) and what is drawn as something else.
    """
    found = read_letters(FONTS[font].path, _LETTERS)
    return (
        {chr(code): glyph for code, (glyph, _) in found.items()},
        {chr(code): advance for code, (_, advance) in found.items()},
    )


def _drawable(char: str) -> int:
    """The code point HarfBuzz is given; half a surrogate pair is no character."""
    code = ord(char)
    return _REPLACEMENT if 0xD800 <= code <= 0xDFFF else code


@cache
def _features(font: str) -> dict[str, Any]:
    return {"kern": False, "liga": False} if font.startswith(("atkinson", "noto-", "hebrew", "cjk")) else {}
