"""What the options of the command line hold: each function reads one, and refuses in a sentence what it is not."""

from __future__ import annotations

import argparse

from model.i18n import translate


def millimetres(text: str) -> float:
    """A length in mm; a decimal comma will do."""
    return _number(text, 0, 10_000, translate("CommandLine", "“{text}” is no length in mm"))


def dots_per_inch(text: str) -> float:
    """A resolution in dots per inch."""
    return _number(text, 1, 2400, translate("CommandLine", "“{text}” is no number of dots per inch from 1 to 2400"))


def card_lines(text: str) -> tuple[str, ...]:
    """What is written on cards below their text: ids, "all" or "none"."""
    from model.cardlines import parse_lines  # the other commands need none of it

    try:
        return parse_lines(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def word(text: str) -> str:
    """A name of something, which is not empty."""
    if not text.strip():
        raise argparse.ArgumentTypeError(translate("CommandLine", "“{text}” names nothing").format(text=text))
    return text


def count(text: str) -> int:
    """How many."""
    sentence = translate("CommandLine", "“{text}” is no whole number")
    value = _number(text, -1_000_000, 1_000_000, sentence)
    if not value.is_integer():
        raise argparse.ArgumentTypeError(sentence.format(text=text))
    return int(value)


def names(text: str) -> tuple[str, ...]:
    """Names with commas between them."""
    found = tuple(name.strip() for name in text.split(",") if name.strip())
    if not found:
        raise argparse.ArgumentTypeError(translate("CommandLine", "“{text}” names nothing").format(text=text))
    return found


def poster_scale(text: str) -> str | float:
    """The scale of a poster: "fit", "true", or a percentage."""
    plain = text.strip().lower().rstrip("% ")
    if plain in ("fit", "true"):
        return plain
    sentence = translate("CommandLine", "“{text}” is no scale; give fit, true, or a percentage from 1 to 400")
    return _number(plain, 1, 400, sentence)


def note_size(text: str) -> tuple[float, float]:
    """The width and height of a note in mm."""
    from model.export.papers import sides

    found = sides(text)
    if found is None:
        sentence = translate("CommandLine", "“{text}” is no size of notes in mm; give 76x76 or 127x76")
        raise argparse.ArgumentTypeError(sentence.format(text=text))
    return found


def _number(text: str, low: float, high: float, sentence: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(sentence.format(text=text))
    return value
