"""Grapheme clusters (UAX #29): what a reader sees as one character, and what is never torn apart.

Letters with marks from the common scripts are found by a pattern; everything else (emoji sequences, flags, Indic
scripts, Hangul jamo) by uniseg, in slices, because its cost grows with the square of a run of marks.
"""

from __future__ import annotations

from functools import lru_cache

from model.latepattern import late

# Marks that always belong to the character before them, in the scripts that need no further rule.
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_MARKS += "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u20d0-\u20dc\u200c\ufe00-\ufe0e"

# Characters with rules of their own, for uniseg.
_OTHER = "\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u0700-\u1dff\u200b\u200d-\u200f\u2028-\u202e\u2060-\u206f"
_OTHER += "\u20dd-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6ff\ua800-\uabff"
_OTHER += "\ud7b0-\udfff\ufb1e\ufe0f\ufe20-\ufe2f\ufeff\uff9e-\uffa0\ufff0-\uffff"
_OTHER += "\U00010000-\U0001f2ff\U0001f3fb-\U0001f3ff\U00020000-\U0010ffff"

_CLUSTER = late(f"[^{_MARKS}{_OTHER}][{_MARKS}]*")
_SIMPLE = late(f"(?:[^{_MARKS}{_OTHER}][{_MARKS}]*)*")
_FIRST_MARK = "\u0300"
_SLICE = 256


@lru_cache(maxsize=8192)
def grapheme_clusters(text: str) -> tuple[str, ...]:
    """``text`` cut into its grapheme clusters; joined they are ``text`` again."""
    if text.isprintable() and max(text, default="") < _FIRST_MARK:
        return tuple(text)
    if _SIMPLE().fullmatch(text):
        return tuple(_CLUSTER().findall(text))
    from uniseg.graphemecluster import grapheme_clusters as by_uniseg

    found: list[str] = []
    for start in range(0, len(text), _SLICE):
        found.extend(by_uniseg(text[start : start + _SLICE]))
    return tuple(found)
