"""Words for feelings, offered where one names what a persona feels; each map may have a list of its own.

The words are ours, in pairs from bad to good; a list is short so that one finds the word at a glance.
"""

from __future__ import annotations

from model.records import Language, MapInfo

DEFAULT_WORDS: dict[Language, tuple[str, ...]] = {
    "nl": (
        "boos",
        "gefrustreerd",
        "teleurgesteld",
        "bezorgd",
        "onzeker",
        "verward",
        "ongeduldig",
        "verveeld",
        "kalm",
        "nieuwsgierig",
        "hoopvol",
        "opgelucht",
        "verrast",
        "tevreden",
        "vertrouwd",
        "trots",
        "blij",
        "enthousiast",
    ),
    "en": (
        "angry",
        "frustrated",
        "disappointed",
        "worried",
        "unsure",
        "confused",
        "impatient",
        "bored",
        "calm",
        "curious",
        "hopeful",
        "relieved",
        "surprised",
        "satisfied",
        "at ease",
        "proud",
        "happy",
        "enthusiastic",
    ),
}
"""The list of each language, from bad to good."""


def emotion_words(info: MapInfo) -> tuple[str, ...]:
    """The words that a map offers: its own, or those of its language."""
    return info.emotion_words or DEFAULT_WORDS[info.language]
