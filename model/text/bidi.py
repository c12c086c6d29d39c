"""Direction of text: embedding levels of a paragraph and the order of its parts on a line (UAX #9).

The steps X1 to I2 are python-bidi's; what it lacks is added here: isolates are treated as embeddings, and bracket
pairs take one direction (rule N0).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any, TypeVar
from unicodedata import bidirectional

from model.latepattern import late

T = TypeVar("T")

# Right-to-left scripts, and the controls that can ask for that direction.
_NEEDS_BIDI = late(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATES = {"LRI": "LRE", "RLI": "RLE", "PDI": "PDF"}
_CLOSERS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "〈": "〉",
    "《": "》",
    "「": "」",
    "『": "』",
    "【": "】",
    "⟨": "⟩",
    "⟪": "⟫",
}
_OPENERS = {close: opened for opened, close in _CLOSERS.items()}
_MOST_PAIRS = 63  # the limit of BD16


def needs_bidi(text: str) -> bool:
    """Whether any character of ``text`` can make it run from right to left."""
    return not text.isascii() and _NEEDS_BIDI().search(text) is not None


def levels(text: str) -> tuple[int, tuple[int, ...]]:
    """The level of the paragraph (0 or 1, from its first strong character) and of each of its characters."""
    from bidi import algorithm

    base = int(algorithm.get_base_level(text))
    chars: list[dict[str, Any]] = []
    for at, char in enumerate(text):
        kind = bidirectional(char) or "L"
        if kind == "FSI":
            kind = "RLE" if algorithm.get_base_level(text[at + 1 :].partition("\u2069")[0]) else "LRE"
        kind = _ISOLATES.get(kind, kind)
        chars.append({"ch": char, "level": base, "type": kind, "orig": kind, "at": at})
    storage: dict[str, Any] = {"base_level": base, "base_dir": "LR"[base], "chars": chars, "runs": deque()}
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found: list[int | None] = [None] * len(text)
    for char in storage["chars"]:
        found[char["at"]] = char["level"]
    resolved: list[int] = []
    for level in found:  # what rule X9 took out goes along with the character before it
        resolved.append(level if level is not None else resolved[-1] if resolved else base)
    return base, tuple(resolved)


def _resolve_brackets(storage: dict[str, Any]) -> None:
    """Rule N0: both brackets of a pair get the direction of what they hold, or of what stands before them."""
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        opened: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for at, char in enumerate(chars):
            if char["type"] != "ON":
                continue
            if char["ch"] in _CLOSERS:
                if len(opened) == _MOST_PAIRS:
                    break
                opened.append((char["ch"], at))
            elif char["ch"] in _OPENERS:
                match = next((i for i in reversed(range(len(opened))) if opened[i][0] == _OPENERS[char["ch"]]), None)
                if match is not None:
                    pairs.append((opened[match][1], at))
                    del opened[match:]
        for first, last in sorted(pairs):
            own = "LR"[chars[first]["level"] % 2]
            inside = {_strong(char["type"]) for char in chars[first + 1 : last]} - {None}
            if own in inside:
                chars[first]["type"] = chars[last]["type"] = own
            elif inside:
                before = next((kind for char in reversed(chars[:first]) if (kind := _strong(char["type"]))), run["sor"])
                chars[first]["type"] = chars[last]["type"] = before


def _strong(kind: str) -> str | None:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else None


def visual_order(parts: Sequence[T], part_levels: Sequence[int]) -> list[T]:
    """``parts`` of one line from left to right (rule L2): runs of each level from the highest down are turned."""
    order = list(range(len(parts)))
    if part_levels and max(part_levels) > 0:
        odd = [level for level in part_levels if level % 2]
        for level in range(max(part_levels), (min(odd) if odd else max(part_levels) + 1) - 1, -1):
            start = 0
            while start < len(order):
                if part_levels[order[start]] < level:
                    start += 1
                    continue
                end = start
                while end < len(order) and part_levels[order[end]] >= level:
                    end += 1
                order[start:end] = reversed(order[start:end])
                start = end
    return [parts[i] for i in order]
