"""Fractional order keys: strings that sort as text, between any two of which another one fits.

Moving a record changes that one record only, so two people's moves merge and a move is one line in a file's
diff.  The idea is David Greenspan's "implementing fractional indexing" (2020); a key here is a plain fraction
in base 62 without the integer part, which keeps the code small; keys grow by about one digit per 6 bits of
repeated insertion at one spot and are renumbered by :func:`spread` when a command places many records.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: i for i, digit in enumerate(DIGITS)}
_BASE = len(DIGITS)


def is_key(text: str) -> bool:
    """Whether ``text`` is a key: digits of base 62, not empty, not ending in 0 (so that one fits below it)."""
    return bool(text) and text[-1] != "0" and not text.strip(DIGITS)


def between(low: str | None, high: str | None) -> str:
    """A key after ``low`` and before ``high``; ``None`` is the open end.

    Raises ValueError when ``low`` is not before ``high`` or one of them is no key.
    """
    for key in (low, high):
        if key is not None and not is_key(key):
            raise ValueError(f"not an order key: {key!r}")
    if low is not None and high is not None and low >= high:
        raise ValueError(f"no key fits between {low!r} and {high!r}")
    prefix = ""
    while True:
        i = len(prefix)
        below = _VALUE[low[i]] if low is not None and i < len(low) else 0
        above = _VALUE[high[i]] if high is not None and i < len(high) else _BASE
        if above - below > 1:
            # Appending at the end is the usual case: a small step there keeps keys short for long lists.
            step = below + 1 if high is None and low is not None and below + 1 < _BASE - 1 else (below + above) // 2
            return prefix + DIGITS[step]
        prefix += DIGITS[below]
        if above > below:
            high = None


def spread(count: int, low: str | None = None, high: str | None = None) -> list[str]:
    """``count`` keys in order between ``low`` and ``high``, evenly spread so that they stay short."""
    if count <= 0:
        return []
    middle = between(low, high) if count == 1 or low is not None or high is not None else None
    if count == 1 and middle is not None:
        return [middle]
    if middle is None:
        width = 1
        while _BASE**width < 2 * (count + 1):
            width += 1
        keys = []
        for i in range(1, count + 1):
            number = _BASE**width * i // (count + 1)
            digits = ""
            for _ in range(width):
                number, digit = divmod(number, _BASE)
                digits = DIGITS[digit] + digits
            keys.append(digits.rstrip("0"))
        return keys
    half = count // 2
    return [*spread(half, low, middle), middle, *spread(count - half - 1, middle, high)]
