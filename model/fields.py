"""What may be said of a card, as one table: inspector, workbook, checks, ``info`` and the schema read it.

A field is a value of :class:`model.records.Item` (or, for a kind of card that is added later, a field of its own that
records keep by themselves).  Which kinds of cards have it stands in ``ItemKind.fields``.  Choices are open: a value
that a newer version wrote is kept and shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass

FieldType = Literal[
    "text",
    "line",
    "choice",
    "choices",
    "scale",
    "percent",
    "duration",
    "date",
    "switch",
    "tags",
    "channels",
    "personas",
    "pictures",
]
"""text: several lines; line: one line; choice: one of ``choices``, "" for none; choices: any of them; scale: a whole
number of ``low`` .. ``high``; percent: 0 .. 100; duration: whole minutes; date: a day as YYYY-MM-DD, "" for none;
switch: yes or no; tags: words; channels, personas, pictures: ids of these."""

SEVERAL = frozenset({"choices", "tags", "channels", "personas", "pictures"})
"""The types of fields that hold any number of values."""
NAMED = frozenset({"channels", "personas"})
"""The types of fields that name records of the table of that name; their words stand in the document."""

Group = Literal["first", "about", "people", "worth", "evidence"]
"""Where a field stands in the inspector; "first" is shown unfolded, the others when used or asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field of choices.  ``name`` is a source text of the context "Fields"."""

    id: str
    name: str
    icon: str = ""

    @property
    def title(self) -> str:
        """The choice's name in the current language."""
        return translate("Fields", self.name)


@dataclass(frozen=True, slots=True)
class ItemField:
    """Something that may be said of a card.

    ``id`` is the attribute of the record and the key in the file.  ``name`` and ``hint`` (what to write there) are
    source texts of the context "Fields".  ``suggest``: offer what other cards of the map say there.
    """

    id: str
    name: str
    type: FieldType
    group: Group = "about"
    choices: tuple[Choice, ...] = ()
    low: int = 1
    high: int = 5
    hint: str = ""
    suggest: bool = False

    @property
    def title(self) -> str:
        """The field's name in the current language."""
        return translate("Fields", self.name)

    @property
    def prompt(self) -> str:
        """What to write there, in the current language; may be empty."""
        return translate("Fields", self.hint) if self.hint else ""

    @property
    def empty(self) -> Any:
        """The value of a card that says nothing here."""
        if self.type in SEVERAL:
            return ()
        if self.type in ("scale", "percent", "duration"):
            return None
        return False if self.type == "switch" else ""

    def choice(self, value: str) -> Choice | None:
        """The choice of that id; None for one of a newer version."""
        return next((choice for choice in self.choices if choice.id == value), None)


ITEM_FIELDS: dict[str, ItemField] = {}


def register_item_field(field: ItemField) -> ItemField:
    """Add a field; a second one with the same id raises ValueError."""
    if field.id in ITEM_FIELDS:
        raise ValueError(f"item field {field.id!r} is registered already")
    ITEM_FIELDS[field.id] = field
    return field


EVIDENCE = (
    Choice("assumption", QT_TRANSLATE_NOOP("Fields", "Assumption")),
    Choice("observed", QT_TRANSLATE_NOOP("Fields", "Observed")),
    Choice("measured", QT_TRANSLATE_NOOP("Fields", "Measured")),
)
"""How sure a card is, weakest first: thought up, seen or heard, counted."""
ACTORS = (
    Choice("customer", QT_TRANSLATE_NOOP("Fields", "Customer"), "user"),
    Choice("prospect", QT_TRANSLATE_NOOP("Fields", "Prospect"), "user-search"),
    Choice("influencer", QT_TRANSLATE_NOOP("Fields", "Influencer"), "speakerphone"),
    Choice("employee", QT_TRANSLATE_NOOP("Fields", "Employee"), "id-badge"),
    Choice("partner", QT_TRANSLATE_NOOP("Fields", "Partner"), "heart-handshake"),
    Choice("competitor", QT_TRANSLATE_NOOP("Fields", "Competitor"), "swords"),
)
"""Who takes part in a touchpoint, and what a persona is."""
NEED_TYPES = (
    Choice("stated", QT_TRANSLATE_NOOP("Fields", "Stated")),
    Choice("latent", QT_TRANSLATE_NOOP("Fields", "Latent")),
)
INSIGHT_TYPES = (
    Choice("quote", QT_TRANSLATE_NOOP("Fields", "Quote")),
    Choice("finding", QT_TRANSLATE_NOOP("Fields", "Finding")),
)
SOLUTION_TYPES = (
    Choice("property", QT_TRANSLATE_NOOP("Fields", "Product feature")),
    Choice("content", QT_TRANSLATE_NOOP("Fields", "Content")),
    Choice("process", QT_TRANSLATE_NOOP("Fields", "Process")),
    Choice("experiment", QT_TRANSLATE_NOOP("Fields", "Experiment")),
    Choice("other", QT_TRANSLATE_NOOP("Fields", "Other")),
)
STATUSES = (
    Choice("open", QT_TRANSLATE_NOOP("Fields", "To do"), "circle"),
    Choice("doing", QT_TRANSLATE_NOOP("Fields", "In progress"), "progress"),
    Choice("done", QT_TRANSLATE_NOOP("Fields", "Done"), "circle-check"),
    Choice("dropped", QT_TRANSLATE_NOOP("Fields", "Dropped"), "circle-x"),
)
"""How far an action is."""

for _field in (
    ItemField("severity", QT_TRANSLATE_NOOP("Fields", "Severity"), "scale", "first"),
    ItemField("need_type", QT_TRANSLATE_NOOP("Fields", "Kind of need"), "choice", "first", NEED_TYPES),
    ItemField("insight_type", QT_TRANSLATE_NOOP("Fields", "Kind of insight"), "choice", "first", INSIGHT_TYPES),
    ItemField("solution_type", QT_TRANSLATE_NOOP("Fields", "Kind of solution"), "choice", "first", SOLUTION_TYPES),
    ItemField("channel_ids", QT_TRANSLATE_NOOP("Fields", "Channels"), "channels", "first"),
    ItemField(
        "description",
        QT_TRANSLATE_NOOP("Fields", "Description"),
        "text",
        hint=QT_TRANSLATE_NOOP("Fields", "What the note is too short for"),
    ),
    ItemField(
        "cause", QT_TRANSLATE_NOOP("Fields", "Cause"), "text", hint=QT_TRANSLATE_NOOP("Fields", "Why does this happen?")
    ),
    ItemField(
        "goal",
        QT_TRANSLATE_NOOP("Fields", "Conversion goal"),
        "line",
        hint=QT_TRANSLATE_NOOP("Fields", "What should the customer do next?"),
    ),
    ItemField("moment_of_truth", QT_TRANSLATE_NOOP("Fields", "Moment of truth"), "switch"),
    ItemField(
        "time",
        QT_TRANSLATE_NOOP("Fields", "Time"),
        "line",
        hint=QT_TRANSLATE_NOOP("Fields", "For example: Saturday morning"),
    ),
    ItemField(
        "duration",
        QT_TRANSLATE_NOOP("Fields", "Duration"),
        "duration",
        hint=QT_TRANSLATE_NOOP("Fields", "For example: 20 min, 2 h, 3 d"),
    ),
    ItemField("pictures", QT_TRANSLATE_NOOP("Fields", "Pictures"), "pictures"),
    ItemField("tags", QT_TRANSLATE_NOOP("Fields", "Tags"), "tags", suggest=True),
    ItemField(
        "persona_ids",
        QT_TRANSLATE_NOOP("Fields", "Personas"),
        "personas",
        "people",
        hint=QT_TRANSLATE_NOOP("Fields", "Whom does this concern?"),
    ),
    ItemField("actors", QT_TRANSLATE_NOOP("Fields", "Actors"), "choices", "people", ACTORS),
    ItemField("owner", QT_TRANSLATE_NOOP("Fields", "Owner"), "line", "people", suggest=True),
    ItemField("department", QT_TRANSLATE_NOOP("Fields", "Department"), "line", "people", suggest=True),
    ItemField(
        "system",
        QT_TRANSLATE_NOOP("Fields", "Recorded in"),
        "line",
        "people",
        hint=QT_TRANSLATE_NOOP("Fields", "The system that knows of this contact"),
        suggest=True,
    ),
    ItemField(
        "reach",
        QT_TRANSLATE_NOOP("Fields", "Reach"),
        "percent",
        "worth",
        hint=QT_TRANSLATE_NOOP("Fields", "Share of customers, in %"),
    ),
    ItemField("impact", QT_TRANSLATE_NOOP("Fields", "Impact"), "scale", "worth"),
    ItemField("effort", QT_TRANSLATE_NOOP("Fields", "Effort"), "scale", "worth"),
    ItemField("evidence", QT_TRANSLATE_NOOP("Fields", "Evidence"), "choice", "evidence", EVIDENCE),
    ItemField(
        "source",
        QT_TRANSLATE_NOOP("Fields", "Source"),
        "line",
        "evidence",
        hint=QT_TRANSLATE_NOOP("Fields", "Who said it, or where it was counted"),
        suggest=True,
    ),
    ItemField("source_date", QT_TRANSLATE_NOOP("Fields", "Date of the source"), "date", "evidence"),
):
    register_item_field(_field)
del _field

COMMON = ("description", "pictures", "tags", "evidence", "source", "source_date")
"""The fields of every kind of card."""


def value_of(record: Any, field: ItemField) -> Any:
    """What ``record`` says there, or the field's empty value, also for what is no value of the field."""
    try:
        return record.__dict__[field.id]
    except KeyError:  # a field of a kind that was added later: records keep it unseen
        extra = record.extra
        return fitting(field, extra[field.id]) if field.id in extra else field.empty


def fitting(field: ItemField, value: Any) -> Any:
    """``value`` as a value of ``field``; the field's empty value where it is none."""
    if field.type in SEVERAL:
        listed = isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
        return tuple(value) if listed else ()
    if field.type in ("scale", "percent", "duration"):
        low, high = {"percent": (0, 100), "duration": (0, MAX_MINUTES)}.get(field.type, (field.low, field.high))
        return value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else None
    if field.type == "switch":
        return value is True
    if not isinstance(value, str):
        return ""
    if field.type == "date" and value:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            return ""
    return value


def says(record: Any, field: ItemField) -> bool:
    """Whether ``record`` says anything there."""
    return bool(value := value_of(record, field)) or (value == 0 and value is not False and value is not None)


def shown(field: ItemField, value: Any) -> str:
    """A value in words of the current language, as a list or a sheet shows it.

    Channels, personas and pictures are not told here, since their names stand in the document: an empty text.
    """
    if field.type == "choice":
        known = field.choice(value)
        return known.title if known else str(value)
    if field.type == "choices":
        return ", ".join(known.title if (known := field.choice(each)) else str(each) for each in value)
    if field.type == "tags":
        return ", ".join(value)
    if field.type == "switch":
        return translate("Fields", "yes") if value else ""
    if field.type == "percent":
        return "" if value is None else translate("Fields", "{number} %").format(number=value)
    if field.type == "duration":
        return "" if value is None else duration_text(value)
    if field.type == "date":
        return day_text(value)
    if field.type in NAMED or field.type == "pictures":
        return ""
    return "" if value is None else str(value)


_MINUTES = {
    "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "minuut": 1, "minuten": 1,
    "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60, "u": 60, "uur": 60, "uren": 60,
    "d": 1440, "day": 1440, "days": 1440, "dag": 1440, "dagen": 1440,
    "w": 10_080, "wk": 10_080, "week": 10_080, "weeks": 10_080, "weken": 10_080,
}  # fmt: skip
"""How people write units of time in both languages, in minutes."""

MAX_MINUTES = 10_000_000
"""About nineteen years: a longer duration is a slip."""


def duration_text(minutes: int) -> str:
    """A duration in words: "20 min", "2 h 30 min", "3 d"."""
    days, rest = divmod(minutes, 1440)
    hours, left = divmod(rest, 60)
    parts = []
    if days:
        parts.append(translate("Fields", "{number} d").format(number=days))
    if hours:
        parts.append(translate("Fields", "{number} h").format(number=hours))
    if left or not parts:
        parts.append(translate("Fields", "{number} min").format(number=left))
    return " ".join(parts)


def parse_duration(text: str) -> int | None:
    """The minutes of "20 min", "2 u 30", "1,5 h", "3 dagen" (both languages); a bare number is minutes, or, after
    hours, the minutes of it.  None for an empty text.  Raises ValueError with a sentence for the user."""
    import re

    rest = text.strip().casefold().replace(",", ".")
    if not rest:
        return None
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*([a-z]*)\.?\s*", rest)
    whole = re.fullmatch(r"(?:\d+(?:\.\d+)?\s*[a-z]*\.?\s*)+", rest)
    total = 0.0
    if whole is None or any(unit and unit not in _MINUTES for _, unit in parts):
        raise ValueError(translate("Fields", "“{text}” is no duration; write 20 min, 2 h or 3 d.").format(text=text))
    for number, unit in parts:
        total += float(number) * _MINUTES.get(unit, 1)
    if total > MAX_MINUTES:
        raise ValueError(translate("Fields", "“{text}” is too long for a duration.").format(text=text))
    return round(total)


def day_text(value: str) -> str:
    """A day "2026-03-01" as people write it in the current language: 1-3-2026, or 1 Mar 2026."""
    if not value:
        return ""
    day = date.fromisoformat(value)
    months = translate("Fields", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return translate("Fields", "{day} {month} {year}").format(day=day.day, month=months[day.month - 1], year=day.year)


def fields_named(names: Iterable[str]) -> tuple[ItemField, ...]:
    """The fields with these ids, in the order of the table.  Raises KeyError for an unknown one."""
    wanted = set(names)
    unknown = wanted - ITEM_FIELDS.keys()
    if unknown:
        raise KeyError(f"no such field: {', '.join(sorted(unknown))}")
    return tuple(field for field in ITEM_FIELDS.values() if field.id in wanted)
