"""Finding a command by a few letters of its name."""

from __future__ import annotations

from model.finding import folded


def rank(query: str, text: str) -> int | None:
    """How well ``text`` answers ``query``: smaller is better, None when it does not.

    Best is the text's own beginning, then the beginning of a word, then anywhere in it; then the first letters
    of its words ("dpa" finds "Druk poster af"); last, the letters in order, near each other.  Every word of the
    query must be found.
    """
    body = folded(text)
    total = 0
    for word in folded(query).split():
        found = _rank_word(word, body)
        if found is None:
            return None
        total += found
    return total


def _rank_word(word: str, body: str) -> int | None:
    if body.startswith(word):
        return 0
    words = body.split()
    if any(part.startswith(word) for part in words):
        return 10 + next(place for place, part in enumerate(words) if part.startswith(word))
    at = body.find(word)
    if at >= 0:
        return 30 + at
    initials = "".join(part[0] for part in words)
    if len(word) > 1 and word in initials:
        return 60 + initials.find(word)
    return _scattered(word, body)


def _scattered(word: str, body: str) -> int | None:
    """The letters in order, at most as far apart as the word is long."""
    if len(word) < 3:
        return None
    start = body.find(word[0])
    while start >= 0:
        at = start
        for letter in word[1:]:
            at = body.find(letter, at + 1)
            if at < 0:
                break
        else:
            if at - start < 2 * len(word):
                return 100 + at - start
        start = body.find(word[0], start + 1)
    return None
