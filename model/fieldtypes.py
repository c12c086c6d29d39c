"""What a field of a record may hold: a table of types that two judges read.

Each type is the annotation of fields (to a type checker ``Score`` is ``int``) and carries a description.  From it comes
a quick check, made here, that says yes to what is right as it stands; and the type of :mod:`model.judge`, by which
pydantic says what becomes of everything else.  The quick check never takes what the judge would refuse or change
otherwise; a test holds both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

from model.order import is_key
from model.plaintext import clean_text
from model.values import dataclass

MAX_TEXT = 20_000
"""The longest text of one field, in characters (a card of 20,000 characters is a mistake, not a note)."""

MAX_PICTURE_TEXT = 16_000_000
"""The longest base64 text of a picture, 12 MB of bytes; the program's own pictures stay far below."""

MAX_LISTED = 500
"""The most values of one field that holds several, such as tags or channels of a card."""


class BadRecord(ValueError):
    """A value that a record cannot hold.  ``fields`` names the fields concerned, as they stand in a row."""

    fields: frozenset[str] = frozenset()


UNSURE: Any = object()
"""What a quick check returns for a value that is not plainly right."""

Check = Callable[[Any], Any]
"""A quick check: the value to keep, or :data:`UNSURE`."""


@dataclass(frozen=True, slots=True)
class TextType:
    """A text of ``least`` to ``most`` characters.

    ``pattern`` is a regular expression of ASCII characters for the whole of it; ``cleaned``: by
    :func:`model.plaintext.clean_text`, before anything else; ``rule`` says whether a text is right that fits so far.
    """

    most: int | None = None
    least: int = 0
    pattern: str = ""
    cleaned: bool = False
    rule: Callable[[str], bool] | None = None

    def check(self) -> Check:
        """The quick check."""
        least, most, rule = self.least, self.most, self.rule
        fits = re.compile(self.pattern, re.ASCII).fullmatch if self.pattern else None

        def cleaned(value: Any) -> Any:
            if type(value) is not str:
                return UNSURE
            if not value.isprintable():
                value = clean_text(value)
            return value if most is None or len(value) <= most else UNSURE

        def checked(value: Any) -> Any:
            if type(value) is not str or len(value) < least or (most is not None and len(value) > most):
                return UNSURE
            if fits is None:
                if not value.isascii() and not _whole(value):
                    return UNSURE
            elif fits(value) is None:
                return UNSURE
            return value if rule is None or rule(value) else UNSURE

        return cleaned if self.cleaned else checked


def _whole(text: str) -> bool:
    """Whether there is no half of a surrogate pair in it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class NumberType:
    """A whole number from ``least`` to ``most``; ``strict``: 3.0 and "3" are none."""

    least: int
    most: int | None = None
    strict: bool = False

    def check(self) -> Check:
        """The quick check."""
        least, most = self.least, self.most

        def checked(value: Any) -> Any:
            return value if type(value) is int and least <= value and (most is None or value <= most) else UNSURE

        return checked


class SwitchType:
    """Yes or no."""

    __slots__ = ()

    def check(self) -> Check:
        """The quick check."""
        return lambda value: value if type(value) is bool else UNSURE


@dataclass(frozen=True, slots=True)
class ChoiceType:
    """One of ``words``, and no other."""

    words: tuple[str, ...]

    def check(self) -> Check:
        """The quick check."""
        words = self.words
        return lambda value: value if type(value) is str and value in words else UNSURE


@dataclass(frozen=True, slots=True)
class SeveralType:
    """Up to :data:`MAX_LISTED` values of one type: a tuple, a list in a file."""

    each: TextType

    def check(self) -> Check:
        """The quick check."""
        check = quick_check(self.each)

        def checked(values: Any) -> Any:
            if type(values) not in (list, tuple) or len(values) > MAX_LISTED:
                return UNSURE
            found = tuple([check(value) for value in values])
            return UNSURE if UNSURE in found else found

        return checked


@dataclass(frozen=True, slots=True)
class EitherType:
    """A value of any of ``types``, which have no value in common, or None."""

    types: tuple[TextType | NumberType | ChoiceType, ...]

    def check(self) -> Check:
        """The quick check."""
        checks = [quick_check(each) for each in self.types]

        def checked(value: Any) -> Any:
            if value is None:
                return None
            for check in checks:
                kept = check(value)
                if kept is not UNSURE:
                    return kept
            return UNSURE

        return checked


FieldType = TextType | NumberType | SwitchType | ChoiceType | SeveralType | EitherType

_checks: dict[FieldType, Check] = {}


def quick_check(kind: FieldType) -> Check:
    """The quick check of a type, made once."""
    check = _checks.get(kind)
    if check is None:
        check = _checks[kind] = kind.check()
    return check


def field_type(annotation: str, names: dict[str, Any]) -> FieldType:
    """The type that an annotation of a record's field tells, such as ``"Id | None"``; ``names`` are its module's.

    Raises TypeError for one that no record can hold.
    """
    known = _BUILTIN.get(annotation)
    if known is not None:
        return known
    name, _, rest = annotation.partition(" | ")
    if rest not in ("", "None"):
        raise TypeError(f"no type of a record's field: {annotation}")
    named = names.get(name)
    told = ChoiceType(get_args(named)) if get_origin(named) is Literal else getattr(named, "__metadata__", (None,))[0]
    if not isinstance(told, FieldType):
        raise TypeError(f"no type of a record's field: {annotation}")
    if not rest:
        return told
    if isinstance(told, SwitchType | SeveralType | EitherType):
        raise TypeError(f"a field that may be None holds one value else: {annotation}")
    return EitherType((told,))


_BUILTIN: dict[str, FieldType] = {"str": TextType(), "bool": SwitchType()}


def is_day(text: str) -> bool:
    """Whether ``text`` is a day of the calendar in ISO 8601, or empty."""
    if not text:
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_TEXT = TextType(MAX_TEXT, cleaned=True)
_ID = TextType(80, least=1, pattern=r"^[a-z0-9_-]+$")
_WORD = TextType(60, pattern=r"^[a-z0-9_-]*$")
_ASSET_ID = TextType(pattern=r"^[0-9a-f]{64}$")

Text = Annotated[str, _TEXT]
"""A text of the user's, cleaned: no control characters but tab and newline, no broken Unicode."""
Id = Annotated[str, _ID]
Word = Annotated[str, _WORD]
"""One of a list of choices (:mod:`model.fields`), "" for none; a choice of a newer version is kept."""
AssetId = Annotated[str, _ASSET_ID]
"""A picture: the SHA-256 of its bytes, in lower-case hex."""
Texts = Annotated[tuple[str, ...], SeveralType(_TEXT)]
Words = Annotated[tuple[str, ...], SeveralType(_WORD)]
Ids = Annotated[tuple[str, ...], SeveralType(_ID)]
AssetIds = Annotated[tuple[str, ...], SeveralType(_ASSET_ID)]
"""Several of them, each field up to :data:`MAX_LISTED`."""

KindName = Annotated[str, TextType(60, least=1)]
"""A key of the kinds of cards or links, or one of a newer version."""
ShortName = Annotated[str, TextType(60)]
Day = Annotated[str, TextType(pattern=r"^(\d{4}-\d{2}-\d{2})?$", rule=is_day)]
"""A day as YYYY-MM-DD (ISO 8601), "" where it is not known."""
OrderKey = Annotated[str, TextType(400, rule=is_key)]
"""A place in an order (:mod:`model.order`)."""
Base64 = Annotated[str, TextType(MAX_PICTURE_TEXT)]

Score = Annotated[int, NumberType(-2, 2, strict=True)]
"""A feeling, -2 (very bad) .. +2 (very good)."""
Severity = Annotated[int, NumberType(1, 5, strict=True)]
"""How bad a pain is, 1 (a nuisance) .. 5 (the customer leaves)."""
Level = Annotated[int, NumberType(1, 5, strict=True)]
"""Impact or effort, 1 (little) .. 5 (much)."""
Percent = Annotated[int, NumberType(0, 100, strict=True)]
"""A share of customers, in %."""
Minutes = Annotated[int, NumberType(0, 10_000_000, strict=True)]
"""A duration in whole minutes."""
CardNumber = Annotated[int, NumberType(1)]
NextNumber = Annotated[int, NumberType(1, 10_000_000)]
Pixels = Annotated[int, NumberType(1, 100_000)]

Colour = Annotated[str | int | None, EitherType((TextType(pattern=r"^#[0-9A-Fa-f]{6}$"), NumberType(0, 63)))]
"""A colour: a place in the theme's palette (so that it follows light, dark and paper), #RRGGBB, or None (default)."""
HexColour = Annotated[str, TextType(pattern=r"^(#[0-9A-Fa-f]{6})?$")]
"""A colour of somebody's own, #RRGGBB, "" for none."""
Language = Literal["nl", "en"]
EmotionScale = Literal["signed", "five", "faces"]
Medium = Literal["online", "offline", "both"]
Alignment = Literal["step", "phase"]
Place = Literal["map", "inbox", "parking"]
