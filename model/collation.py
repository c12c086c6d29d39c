"""The order in which people expect words: as in a Dutch or English dictionary, and numbers by their size."""

from __future__ import annotations

import re
from functools import lru_cache

from model.finding import folded

_DIGITS = re.compile("([0-9]+)")
_BEFORE = " \t\n\"'‘’“”„«»()[]…-–—¿¡"
"""What may stand before the first word without counting."""

SortKey = tuple[tuple[object, ...], str]


@lru_cache(maxsize=16384)
def collated(text: str) -> SortKey:
    """What ``text`` is sorted by: case and accents do not count, nor a quotation mark before the first word; "stap 2"
    comes before "stap 10".  The Dutch IJ is an I and a J, as in dictionaries.

    Texts that are alike so far keep the order of their letters, so that the key tells them apart.
    """
    parts = _DIGITS.split(" ".join(folded(text).split()).lstrip(_BEFORE))
    # At odd places stand digits, compared by how many there are first: a number of any length is one.
    key = tuple((len(part.lstrip("0")), part.lstrip("0")) if place % 2 else part for place, part in enumerate(parts))
    return key, text
