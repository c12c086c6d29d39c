"""The command ``kit``: paper for a workshop, made of a map.  No Qt."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli_export import add_day, add_house, logo_of, settled_day, tell_before_writing
from app.cli_parser import Parser, UsageError
from app.cli_values import count, names, note_size
from model.i18n import translate

if TYPE_CHECKING:
    from model.document import Document
    from model.export.base import Made
    from model.export.kit.pdf import KitOptions

OF_NOTES = ("wall", "stickies", "blanks")
"""The parts that are as large as the notes are."""


def add_options(parser: Parser) -> None:
    """The options of the command, beside the map."""

    def add(name: str, text: str, **more: Any) -> None:
        parser.add_argument(name, help=text, **more)

    add(
        "out",
        translate("CommandLine", "the .pdf file to make, or a folder for a PDF of each part"),
        nargs="?",
        metavar="OUT",
    )
    add(
        "--parts",
        translate("CommandLine", "which parts, with commas (all that the map has the notes for; see --list)"),
        type=names,
        metavar="NAMES",
    )
    add("--split", translate("CommandLine", "a PDF of each part, in the folder OUT"), action="store_true")
    add("--paper", translate("CommandLine", "A4, A3 or letter (A4)"), default="A4", metavar="SIZE")
    add(
        "--note-size",
        translate("CommandLine", "the notes in the room, in mm: 76x76 or 127x76 (76x76)"),
        dest="note_mm",
        type=note_size,
        metavar="SIZE",
    )
    add(
        "--wall",
        translate("CommandLine", "the wall map on tiles, on one page, or on a roll so many mm wide (tiles)"),
        metavar="tiles|page|MM",
    )
    add(
        "--across",
        translate("CommandLine", "notes side by side in a phase of the wall map (2)"),
        type=count,
        metavar="N",
    )
    add(
        "--down",
        translate("CommandLine", "notes below each other in a lane of the wall map (1)"),
        type=count,
        metavar="N",
    )
    add_house(parser, once=True)
    add_day(parser, translate("CommandLine", "the date at the foot of every page (today)"))
    add(
        "--strict",
        translate("CommandLine", "write nothing where a character cannot be printed"),
        action="store_true",
    )
    add("--bw", translate("CommandLine", "in black and white, with little ink"), action="store_true")
    add(
        "--list",
        translate("CommandLine", "only say which parts there are, with their pages"),
        action="store_true",
        dest="listing",
    )
    add("--json", translate("CommandLine", "the list as JSON, for other programs"), action="store_true")


def kit_options(options: argparse.Namespace) -> KitOptions:
    """What the export is told.  Raises UsageError for settings of parts that are not made."""
    from model.export.kit.pdf import KitOptions

    of_wall = {name: getattr(options, name) for name in ("wall", "across", "down")}
    asked = {name: value for name, value in of_wall.items() if value is not None}
    named = {part.casefold() for part in options.parts or ("wall",)}
    if asked and not named & {"wall", "all"} and not options.listing:
        text = translate("CommandLine", "{option} is for the wall map; add it to the parts (--parts wall,…).")
        raise UsageError(text.format(option=f"--{next(iter(asked))}"))
    if options.note_mm is not None:
        if not named & {*OF_NOTES, "all"} and not options.listing:
            text = translate("CommandLine", "{option} is for {parts}; add one of them to the parts.")
            raise UsageError(text.format(option="--note-size", parts=", ".join(OF_NOTES)))
        asked["note_mm"] = options.note_mm
    return KitOptions(
        **asked,
        parts=options.parts,
        paper=options.paper,
        lang=getattr(options, "lang", None),
        bw=options.bw,
        day=settled_day(options, may_lack=False),
        logo=logo_of(options),
        accent=options.accent,
    )


def listed(document: Document, wanted: KitOptions) -> list[dict[str, Any]]:
    """Every part with its pages, or why there is none."""
    from model.export.kit.pdf import ready_parts

    return [
        {
            "part": ready.part.id,
            "title": ready.part.title,
            "about": ready.part.description,
            "pages": ready.pages,
            "why_not": ready.reason,
        }
        for ready in ready_parts(document, wanted)
    ]


def lines(rows: list[dict[str, Any]]) -> list[str]:
    """The list for people to read."""
    wide = max(len(row["part"]) for row in rows)
    found = []
    for row in rows:
        pages = translate("CommandLine", "%n page(s)", n=row["pages"])
        found.append(f"{row['part']:{wide}}  {row['title']}: {row['why_not'] or pages}")
    return found


def check_target(options: argparse.Namespace) -> None:
    """Raises UsageError where there is nothing to write to."""
    if options.json:
        raise UsageError(translate("CommandLine", "--json is for the list of parts; ask for it: --list --json"))
    if options.out is None or options.out == "-":
        raise UsageError(translate("CommandLine", "Give the kit a file name that ends in .pdf, or a folder."))


def write(document: Document, out: str, options: argparse.Namespace) -> Sequence[str]:
    """Make the kit; answers the sentences about characters that cannot be printed, which are told before it is written.

    Raises UsageError, ExportError and WriteError; nothing is written before everything is made.
    """
    from model.export.kit.write import write_kit
    from model.files.errors import shown_name

    target = Path(out)
    split = options.split or target.is_dir()
    if not split and target.suffix.lower() != ".pdf":
        text = translate("CommandLine", "“{name}” is no name for a kit; end it in .pdf, or give a folder with --split.")
        raise UsageError(text.format(name=shown_name(out)))

    def tell(made: Made) -> None:
        tell_before_writing([made], strict=options.strict)

    return write_kit(document, target, kit_options(options), split=split, before=tell).findings
