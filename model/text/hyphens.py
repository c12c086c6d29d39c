"""Hyphenation, for words that are longer than a line.

The patterns are the dictionaries that come with pyphen.  They are looked up here, because pyphen takes a tenth of a
second to read one, which the first map would wait for; a dictionary with more than plain patterns is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_PATTERNS = {"nl": "nl_NL", "en": "en_GB"}
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_PROSE = re.compile(r"[@\\_]|\w\.\w|\d[^\W\d_]|[^\W\d_]\d")  # a hyphen would change an address or a code
_LEAST_WORD = 5
_LEAST_BEFORE, _LEAST_AFTER = 2, 3  # letters left standing before and after the hyphen
_LONGEST_WORD = 120
_SEAMS: dict[str, dict[str, tuple[int, ...]]] = {
    "nl": {"contactmoment": (7,), "contactmomenten": (7,)},
    "en": {"opportunities": (9,)},
}
"""Words of the field that stand in narrow columns of every map: they part where one reads on without a stumble."""
_KNOWN: dict[str, dict[str, tuple[int, ...]]] = {"nl": {"oplossingen": (2, 5, 8)}, "en": {"touchpoints": (5,)}}
"""What the patterns say of the other words in them: else the first map would wait for a dictionary for their sake."""
_DIAERESIS = frozenset("äëïöüÄËÏÖÜ")  # goes when Dutch breaks before it: reëel, re-eel

Points = Callable[[str], list[int]]


class _Patterns:
    """Liang's patterns: letters -> the same letters with digits between them, of which odd ones allow a hyphen.

    ``body`` holds one in each line.  Its comments and settings are no words in small letters, so they are never found
    and need not be sorted out; and all digits go at once: the first map waits for this.
    """

    def __init__(self, body: bytes, encoding: str) -> None:
        letters = body.translate(None, b"0123456789").decode(encoding).split("\n")
        self._patterns = dict(zip(letters, body.decode(encoding).split("\n"), strict=True))
        self._patterns.pop("", None)
        self._longest = max(map(len, self._patterns), default=0)

    def points(self, word: str) -> list[int]:
        framed = f".{word.lower()}."
        values = [0] * (len(framed) + 1)
        for start in range(len(framed) - 1):
            for end in range(start + 1, min(start + self._longest, len(framed)) + 1):
                pattern = self._patterns.get(framed[start:end])
                if pattern is None:
                    continue
                at = start
                for char in pattern:
                    if char.isdecimal():
                        values[at] = max(values[at], int(char))
                    else:
                        at += 1
        return [at - 1 for at, value in enumerate(values) if value % 2]


def _dictionary(name: str) -> Path | None:
    """pyphen's file for a language, found without loading pyphen; None where it lies elsewhere."""
    spec = find_spec("pyphen")
    path = Path(spec.origin or "").with_name("dictionaries") / f"hyph_{name}.dic" if spec is not None else Path()
    return path if path.is_file() else None


@cache
def _hyphenator(lang: str) -> Points | None:
    main = lang.replace("-", "_").lower().split("_")[0]
    name = _PATTERNS.get(main)
    path = _dictionary(name) if name else None
    if path is None:
        import pyphen  # not above: it looks through all its dictionaries

        name = name or pyphen.language_fallback(lang.replace("-", "_"))
        if not name:
            return None
        path = Path(str(pyphen.LANGUAGES[name]))
    data = path.read_bytes()
    encoding, _, body = data.replace(b"\r", b"").partition(b"\n")
    if b"/" in body or b"^^" in body:
        import pyphen

        whole = pyphen.Pyphen(lang=name, left=1, right=1)
        return lambda word: [int(point) for point in whole.positions(word) if point.data is None]
    return _Patterns(body, encoding.decode().strip()).points


@lru_cache(maxsize=4096)
def hyphen_points(text: str, lang: str) -> tuple[int, ...]:
    """Offsets in ``text`` at which a line may end with a hyphen, in the language ``lang`` (nl, en, ...).

    Points at which the spelling would change are left out.  A language without patterns has none, an address neither.
    """
    main = lang[:2].lower()
    seams = _SEAMS.get(main, {})
    known = seams.get(text.lower()) or _KNOWN.get(main, {}).get(text.lower())
    if known is not None:
        return known
    points = _hyphenator(lang)
    if points is None or _NO_PROSE.search(text):
        return ()
    dutch = main == "nl"
    found: list[int] = []
    for match in _LETTERS.finditer(text):
        word = match.group()
        if not _LEAST_WORD <= len(word) <= _LONGEST_WORD or len(word.lower()) != len(word):
            continue
        seam = seams.get(word.lower())
        for point in points(word) if seam is None else seam:
            if _LEAST_BEFORE <= point <= len(word) - _LEAST_AFTER and not (dutch and word[point] in _DIAERESIS):
                found.append(match.start() + point)
    return tuple(found)
