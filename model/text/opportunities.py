"""Where a line may end (UAX #14).

The rules are uniseg's.  It takes about 0.1 ms per character, so what the words of a workshop are made of (letters,
digits, quotes, hyphens, slashes) is decided by patterns that give the same answer; the tests hold the two together.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from model.latepattern import late
from model.text.clusters import grapheme_clusters

SOFT_HYPHEN = "\u00ad"

# Letters of class AL with the marks that join them, and Hebrew letters (HL), which have rules of their own.
_ALPHABETIC = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u034e\u0386\u0388-\u03ce\u0400-\u0481\u048a-\u052f"
    "\u0620-\u065f\u0670-\u06d3"
)
_HEBREW = "\u05d0-\u05ea"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"

# Ideographs and kana between which a line may end, and the signs that stay with what is before or after them.
_IDEOGRAPH = "\u3042\u3044\u3046\u3048\u304a-\u3062\u3064-\u3082\u3084\u3086\u3088-\u308d\u308f-\u3094"
_IDEOGRAPH += "\u30a2\u30a4\u30a6\u30a8\u30aa-\u30c2\u30c4-\u30e2\u30e4\u30e6\u30e8-\u30ed\u30ef-\u30f4"
_IDEOGRAPH += "\u3400-\u4dbf\u4e00-\u9fff"

# The last and first characters of neighbouring words between which a space always lets the line end.
_SAFE_END = late(f"[{_ALPHABETIC}{_HEBREW}0-9.,;:!?)\"'”’…&*+=<>@#$%^|~_€/–-]")
_SAFE_START = late(f"[{_ALPHABETIC}{_HEBREW}0-9(\"'‘“&*+=<>@#$%^|~_€–-]")
_PICTURE = late("[\u231a-\u23ff\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001f64f\U0001f680-\U0001faff]")

_SLICE = 256
_MOST_BY_UNISEG = 2048  # beyond, a stretch without spaces is no language and may break anywhere


class _Words(NamedTuple):
    """Patterns of words of letters and digits, with quotes and brackets around them and stops behind them.

    ``unbroken``: a word that stays together; ``plain``: words with one space between them, whose parts are joined by
    hyphens and slashes; ``after_join``: where the line may end in these.
    """

    unbroken: re.Pattern[str]
    plain: re.Pattern[str]
    after_join: re.Pattern[str]


def _patterns(alphabetic: str, hebrew: str, opening: str, apostrophes: str, closing: str) -> _Words:
    letters, opened, closed = f"[{alphabetic}0-9]+", f"[{opening}(]*", f"(?:(?<=[0-9])%)?[.,;:!?){closing}]*"
    others = f"|[{hebrew}]+" if hebrew else ""
    compound = f"{opened}{letters}(?:[-/{apostrophes}.,:]{letters})*{closed}"
    return _Words(
        re.compile(f"{opened}(?:{letters}(?:[{apostrophes}.,:]{letters})*{others}){closed}"),
        re.compile(f"(?:(?>{compound})(?:(?: (?! ))|\\Z))+(?<! )"),
        re.compile(f"(?<=[-/])(?=[{alphabetic}])|(?<=[{alphabetic}]/)(?=[0-9])"),
    )


@cache
def _latin_words() -> _Words:
    """For characters below U+0100, of which it says the same as :func:`_all_words`: most maps have no others."""
    return _patterns(_LATIN, "", "\"'", "'", "\"'")


@cache
def _all_words() -> _Words:
    """For the letters of all alphabets named above, and the quotes of print."""
    return _patterns(_ALPHABETIC, _HEBREW, "\"'‘’“", "'’", "\"'”’…")


def _words_of(text: str) -> _Words:
    """The patterns that know the characters of ``text``."""
    return _latin_words() if text.isascii() or max(text) < "\u0100" else _all_words()


def plain_words(text: str) -> list[tuple[int, int]] | None:
    """Where each stretch of ``text`` that stays together ends, and where the next one begins, by a quick look.

    None when ``text`` is not simply words of letters and digits with one space between them.
    """
    if not _words_of(text).plain.fullmatch(text):
        return None
    found: list[tuple[int, int]] = []
    at = 0
    if "-" not in text and "/" not in text:
        for word in text.split(" "):
            at += len(word) + 1
            found.append((at - 1, at))
        return found
    for word in text.split(" "):
        found += [(at + inner, at + inner) for inner in inner_breaks(word)]
        at += len(word) + 1
        found.append((at - 1, at))
    return found


@lru_cache(maxsize=16384)
def inner_breaks(word: str) -> tuple[int, ...]:
    """The offsets inside ``word``, which holds no space, at which a line may end."""
    words = _words_of(word)
    if not word or words.unbroken.fullmatch(word):
        return ()
    if words.plain.fullmatch(word):
        return tuple(match.start() for match in words.after_join.finditer(word))
    if "\u3000" < word[0] < "\ua000" and (found := _between_ideographs(word)) is not None:
        return found
    if SOFT_HYPHEN in word:
        return _around_soft_hyphens(word)
    return _by_uniseg(word)


@cache
def _ideographs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = re.compile(f"(?:「*[{_IDEOGRAPH}]+[、。」]*)+")
    return words, re.compile(f"(?<=[{_IDEOGRAPH}、。」])(?=[「{_IDEOGRAPH}])")


def _between_ideographs(word: str) -> tuple[int, ...] | None:
    """The breaks of ``word`` if it is ideographs and kana with their commas, stops and corner brackets."""
    words, between = _ideographs()
    return tuple(match.start() for match in between.finditer(word)) if words.fullmatch(word) else None


def _around_soft_hyphens(word: str) -> tuple[int, ...]:
    found: list[int] = []
    at = 0
    for part in re.split(f"(?<={SOFT_HYPHEN})(?!{SOFT_HYPHEN})", word):
        if at:
            found.append(at)
        found.extend(at + offset for offset in inner_breaks(part.rstrip(SOFT_HYPHEN)))
        at += len(part)
    return tuple(offset for offset in dict.fromkeys(found) if 0 < offset < len(word))


def _by_uniseg(word: str) -> tuple[int, ...]:
    from uniseg.linebreak import line_break_boundaries

    found: list[int] = []
    for start in range(0, min(len(word), _MOST_BY_UNISEG), _SLICE):
        # A slice begins within the one before it, so that no rule misses what stands before its first character.
        lead = min(start, 16)
        part = word[start - lead : start + _SLICE]
        found.extend(start - lead + offset for offset in line_break_boundaries(part) if lead < offset < len(part))
        if start + _SLICE < len(word):
            found.append(start + _SLICE)
    if len(word) > _MOST_BY_UNISEG:
        at = _MOST_BY_UNISEG
        for cluster in grapheme_clusters(word[at:]):
            found.append(at)
            at += len(cluster)
    return tuple(offset for offset in dict.fromkeys(found) if 0 < offset < len(word))


def breaks_at_space(before: str, after: str) -> bool:
    """Whether a line may end at the spaces between two words (not after "(" or before "!", for example)."""
    if (_SAFE_END().match(before[-1]) or _PICTURE().match(before[-1])) and (
        _SAFE_START().match(after[0]) or _PICTURE().match(after[0])
    ):
        return True
    return _space_by_uniseg(before[-24:], after[:24])


@lru_cache(maxsize=4096)
def _space_by_uniseg(before: str, after: str) -> bool:
    from uniseg.linebreak import line_break_boundaries

    return len(before) + 1 in line_break_boundaries(f"{before} {after}")
