"""How feelings are written: as -2 to +2, as 1 to 5, or as what the face says.  Each map has one of these.

ES1  What is stored, exchanged and told by ``info`` is -2..+2, whatever the scale.
ES2  1 to 5 is the score plus three, the middle is 3.  Faces have words and no numbers.
ES3  Differences (a fall, a gap) count scores and are the same in -2..+2 and in 1..5; a map of faces names none.
ES4  Everything that writes a score for people asks here, and what is written can be read back.
"""

from __future__ import annotations

from model.i18n import QT_TRANSLATE_NOOP, number, signed, translate
from model.records import EmotionScale

SCALES: tuple[EmotionScale, ...] = ("signed", "five", "faces")
SCORES = (-2, -1, 0, 1, 2)
MIDDLE = 3
"""What the score 0 is in 1 to 5."""

WORDS = {
    -2: QT_TRANSLATE_NOOP("Controls", "very bad"),
    -1: QT_TRANSLATE_NOOP("Controls", "bad"),
    0: QT_TRANSLATE_NOOP("Controls", "neutral"),
    1: QT_TRANSLATE_NOOP("Controls", "good"),
    2: QT_TRANSLATE_NOOP("Controls", "very good"),
}
"""What each face says; source texts of the context "Controls"."""

_TITLES: dict[EmotionScale, str] = {
    "signed": QT_TRANSLATE_NOOP("Scale", "−2 to +2"),
    "five": QT_TRANSLATE_NOOP("Scale", "1 to 5"),
    "faces": QT_TRANSLATE_NOOP("Scale", "Faces"),
}


def scale_title(scale: EmotionScale) -> str:
    """What a scale is called, in the current language."""
    return translate("Scale", _TITLES[scale])


def scale_range(scale: EmotionScale) -> str:
    """From what to what a scale goes, for a heading: "−2 to +2", "very bad to very good"."""
    if scale != "faces":
        return scale_title(scale)
    return translate("Scale", "{worst} to {best}").format(worst=score_word(-2), best=score_word(2))


def score_word(score: int) -> str:
    """What the face of a score -2..+2 says, in the current language."""
    return translate("Controls", WORDS[score])


def score_text(score: int, scale: EmotionScale) -> str:
    """A score -2..+2 in a map's scale: "−2", "1", "very bad"."""
    if scale == "faces":
        return score_word(score)
    return str(score + MIDDLE) if scale == "five" else signed(score)


def score_said(score: int, scale: EmotionScale) -> str:
    """A score with its word: "−2 very bad"; the word alone on a map of faces."""
    return score_word(score) if scale == "faces" else f"{score_text(score, scale)} {score_word(score)}"


def score_value(score: int, scale: EmotionScale) -> int | str:
    """A score as a cell of a sheet holds it: a number to count with, or a word."""
    return score_word(score) if scale == "faces" else score + MIDDLE if scale == "five" else score


def score_of(value: object, scale: EmotionScale) -> int | None:
    """The score -2..+2 that was written as ``value`` (a number or a text) in a scale; None for what is none."""
    if isinstance(value, bool):
        return None
    text = str(value).strip().replace("−", "-").casefold()
    return next((score for score in SCORES if text in _written(score, scale)), None)


def _written(score: int, scale: EmotionScale) -> tuple[str, ...]:
    if scale == "faces":
        return (score_word(score).casefold(),)
    shown = score + MIDDLE if scale == "five" else score
    return (str(shown), f"{shown:+d}", f"{shown}.0")


def mean_text(mean: float, scale: EmotionScale) -> str:
    """The mean of some scores, -2..+2, in a map's scale: "−0.4", "2.6", "neutral"."""
    if scale == "faces":
        return score_word(round(mean))
    if scale == "five":
        return number(mean + MIDDLE, 1)
    sign = "+" if mean >= 0.05 else "−" if mean <= -0.05 else ""
    return sign + number(abs(mean), 1)


def fall_text(size: int, scale: EmotionScale) -> str:
    """A steepest fall of ``size`` scores (below 0) in words (ES3)."""
    if scale == "faces":
        return translate("Map", "steepest fall")
    return translate("Map", "steepest fall {size}").format(size=signed(size))
