"""Of the commands that make paper: the look of the organisation, the date, and what is told before anything is written.

No Qt.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli_parser import UsageError
from model.i18n import translate

if TYPE_CHECKING:
    from model.export.base import Made
    from model.records import Asset

NONE, TODAY = "none", "today"


def logo_of(options: argparse.Namespace) -> Asset | None:
    """The picture that was asked for as the logo, None for the map's own.  Raises UsageError for none that is one."""
    from model.pictures import NotAPicture, read_picture_file

    if options.logo is None:
        return None
    try:
        return read_picture_file(options.logo)
    except NotAPicture as error:
        raise UsageError(str(error)) from None


def colour(text: str) -> str:
    """A colour as "#RRGGBB"; "" for "none"."""
    from model.draw.house import BadColour, accent_from

    try:
        return "" if text.strip().lower() == NONE else accent_from(text)
    except BadColour as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def day(text: str) -> date | str:
    """A day of the calendar: YYYY-MM-DD, "today", or the word "none"."""
    plain = text.strip().lower()
    if plain == NONE:
        return NONE
    if plain == TODAY:
        return date.today()  # noqa: DTZ011 - the day on the user's own calendar
    try:
        found = date.fromisoformat(plain)
    except ValueError:
        found = None
    if found is None or found.isoformat() != plain:  # other ways of ISO 8601 are nobody's
        sentence = translate("CommandLine", "“{text}” is no date; write it as 2026-05-21, or today, or none")
        raise argparse.ArgumentTypeError(sentence.format(text=text))
    return found


def settled_day(options: argparse.Namespace, *, may_lack: bool) -> date | None:
    """The date that was asked for, None for none.  Raises UsageError for none of paper that always has one."""
    if options.day != NONE:
        found: date | None = options.day
        return found
    if not may_lack:
        text = translate("CommandLine", "This paper always has a date; write it as 2026-05-21, or leave --date out.")
        raise UsageError(text)
    return None


def add_house(parser: argparse.ArgumentParser, *, once: bool) -> None:
    """The options of logo and accent colour; ``once``: for one print, the map keeps its own."""
    logo = translate("CommandLine", "a picture of the organisation’s logo, for the map")
    accent = translate("CommandLine", "the organisation’s colour, #RRGGBB, for the map")
    if once:
        logo = translate("CommandLine", "another logo for this print, a picture; the map keeps its own")
        accent = translate("CommandLine", "another accent colour for this print, #RRGGBB or none")
    parser.add_argument("--logo", metavar="FILE", help=logo)
    parser.add_argument("--accent", type=colour, metavar="COLOUR", help=accent)


def add_day(parser: argparse.ArgumentParser, text: str, **more: Any) -> None:
    """The option of the date."""
    parser.add_argument("--date", dest="day", type=day, metavar="YYYY-MM-DD|today|none", help=text, **more)


def tell(files: Sequence[Made]) -> None:
    """Print what was left out or cannot be printed, and what is worth knowing, each sentence once."""
    from model.export.split import together

    made = together(files)
    for sentence in dict.fromkeys((*made.findings, *made.remarks)):
        print(sentence, file=sys.stderr)


def tell_before_writing(files: Sequence[Made], *, strict: bool) -> None:
    """The same, of what is about to be written.

    Raises UsageError with ``strict`` where a character cannot be printed or a text is too small to be read (RD4).
    """
    from model.export.readable import LEAST_MM, size_shown

    tell(files)
    if not strict:
        return
    if any(made.findings for made in files):
        raise UsageError(translate("CommandLine", "Nothing was written: mend this first, or leave --strict out."))
    told = [made.report.get("smallest_text_mm") for made in files if made.report is not None]
    sizes = [size for size in told if isinstance(size, float) and size < LEAST_MM]
    if sizes:
        text = translate(
            "CommandLine",
            "Nothing was written: the smallest text would be {size} mm high (its x), less than the {least} mm that can "
            "be read. Take larger paper or a larger scale, or leave --strict out.",
        )
        raise UsageError(text.format(size=size_shown(min(sizes)), least=size_shown(LEAST_MM)))


def write(out: str, files: Sequence[Made]) -> None:
    """Write what was made, and say of each file for which no sheet changed that there is none, or that an earlier one
    is as it was.  Raises WriteError."""
    from model.export.split import poster_names, write_split
    from model.files.errors import shown_name

    write_split(out, files)
    for path, made in zip(poster_names(out, len(files)), files, strict=True):
        if made.data:
            continue
        text = translate(
            "CommandLine",
            "No sheet has changed since the earlier map: there is nothing to print, and “{name}” was not made.",
        )
        if path.exists():
            text = translate(
                "CommandLine",
                "No sheet has changed since the earlier map: there is nothing to print, and “{name}” stays as it was.",
            )
        print(text.format(name=shown_name(path)), file=sys.stderr)
