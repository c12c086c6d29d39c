"""Hyphenation by pyphen's patterns, for words that are longer than a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_PATTERNS = {"nl": "nl_NL", "en": "en_GB"}
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_PROSE = re.compile(r"[@\\_]|\w\.\w|\d[^\W\d_]|[^\W\d_]\d")  # a hyphen would change an address or a code
_LEAST_WORD = 5
_LEAST_BEFORE, _LEAST_AFTER = 2, 3  # letters left standing before and after the hyphen
_LONGEST_WORD = 120
_DIAERESIS = frozenset("äëïöüÄËÏÖÜ")  # goes when Dutch breaks before it: reëel, re-eel


@cache
def _hyphenator(lang: str) -> Any:
    import pyphen

    main = lang.replace("-", "_").lower().split("_")[0]
    name = _PATTERNS.get(main) or pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=_LEAST_BEFORE, right=_LEAST_AFTER) if name else None


@lru_cache(maxsize=4096)
def hyphen_points(text: str, lang: str) -> tuple[int, ...]:
    """Offsets in ``text`` at which a line may end with a hyphen, in the language ``lang`` (nl, en, ...).

    Points at which the spelling would change are left out.  A language without patterns has none, an address neither.
    """
    hyphenator = _hyphenator(lang)
    if hyphenator is None or _NO_PROSE.search(text):
        return ()
    dutch = lang[:2].lower() == "nl"
    found: list[int] = []
    for match in _LETTERS.finditer(text):
        word = match.group()
        if _LEAST_WORD <= len(word) <= _LONGEST_WORD:
            for point in hyphenator.positions(word):
                if point.data is None and not (dutch and word[point] in _DIAERESIS):
                    found.append(match.start() + int(point))
    return tuple(found)
