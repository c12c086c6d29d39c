"""The words of the command line: commands, options and help, in the user's language.

argparse keeps its own few sentences in gettext; :func:`speaking_argparse` lets it ask our catalogue instead, so that a
Dutch user is told in Dutch which option is wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from app.cli_values import card_lines, count, dots_per_inch, millimetres, names, note_size, poster_scale, word
from model.i18n import LANGUAGES, QT_TRANSLATE_NOOP, translate
from model.version import __version__

PROG = "journeywall"

COMMANDS = ("new", "templates", "template", "info", "check", "import", "export", "kit", "schema", "versions")
"""What the first argument may be besides a map; a map of such a name is opened as ./NAME."""

# Sentences of argparse 3.11 to 3.14; one that changes there is shown in English.
_ARGPARSE = (
    QT_TRANSLATE_NOOP("CommandLine", "usage: "),
    QT_TRANSLATE_NOOP("CommandLine", "positional arguments"),
    QT_TRANSLATE_NOOP("CommandLine", "options"),
    QT_TRANSLATE_NOOP("CommandLine", "show this help message and exit"),
    QT_TRANSLATE_NOOP("CommandLine", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("CommandLine", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("CommandLine", "expected one argument"),
    QT_TRANSLATE_NOOP("CommandLine", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("CommandLine", "ambiguous option: %(option)s could match %(matches)s"),
    QT_TRANSLATE_NOOP("CommandLine", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("CommandLine", "argument %(argument_name)s: %(message)s"),
)


class UsageError(Exception):
    """The request makes no sense; ``str()`` is the sentence for the user."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with one sentence."""
        text = translate("CommandLine", "{problem}. See: {program} --help")
        problem = message[:1].upper() + message[1:].rstrip(".")
        raise UsageError(text.format(problem=problem, program=self.prog))


@contextmanager
def speaking_argparse() -> Iterator[None]:
    """argparse speaks the current language inside the block."""
    names = vars(argparse)
    known: Callable[[str], str] = names["_"]
    names["_"] = lambda text: translate("CommandLine", text) if text in _ARGPARSE else known(text)
    try:
        yield
    finally:
        names["_"] = known


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for; ``command`` is "open" or one of COMMANDS.

    Raises UsageError, and SystemExit(0) after --help and --version.
    """
    if len(arguments) <= 1 and not any(word.startswith("-") or word in COMMANDS for word in arguments):
        # The usual start of the editor needs none of the parsers, which take a tenth of its time.
        return argparse.Namespace(command="open", map=next(iter(arguments), None), lang=None)
    with speaking_argparse():
        main = _main_parser()
        if _first_word(arguments) in COMMANDS:
            return main.parse_args(arguments)
        if any(argument in {"-h", "--help"} for argument in arguments):
            main.parse_args(["--help"])
        opening = Parser(prog=PROG, add_help=False, allow_abbrev=False)
        opening.set_defaults(command="open")
        _version(opening)
        _lang(opening)
        opening.add_argument("map", nargs="?", metavar="MAP")
        return opening.parse_args(arguments)


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor the value of --lang."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--lang":
            skip = True
        elif not argument.startswith("-"):
            return argument
    return None


def _main_parser() -> Parser:
    parser = Parser(
        prog=PROG,
        usage="journeywall [MAP]\n       journeywall COMMAND ...",
        description=translate("CommandLine", "Open a customer journey map in the editor, or work on it without one."),
        epilog=translate(
            "CommandLine",
            "Exit status: 0 done; 1 done, with findings to read; 2 the request or the input could not be used; "
            "70 an internal error.",
        ),
        allow_abbrev=False,
    )
    _version(parser)
    _lang(parser)
    commands = parser.add_subparsers(
        dest="command", prog=PROG, required=True, metavar="COMMAND", title=translate("CommandLine", "commands")
    )

    def add(name: str, text: str) -> Parser:
        command = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        _lang(command)
        return command

    _new(add("new", translate("CommandLine", "make a new map")))
    listing = add("templates", translate("CommandLine", "list what a new map may start from"))
    _json(listing)
    _template(add("template", translate("CommandLine", "make a template of a map, to start other maps from")))
    info = add("info", translate("CommandLine", "say what a map holds"))
    _map(info)
    _json(info)
    check = add("check", translate("CommandLine", "list a map’s problems, each with its place"))
    _map(check)
    check.add_argument(
        "--strict",
        action="store_true",
        help=translate("CommandLine", "warnings count too, and saving the map again must give the same bytes"),
    )
    _json(check)
    _import(add("import", translate("CommandLine", "make a map of a Mermaid journey, a poster or another map")))
    _export(add("export", translate("CommandLine", "make a poster, workbook, picture or Mermaid journey of a map")))
    _kit(add("kit", translate("CommandLine", "make paper for a workshop of a map: wall map, notes to cut, lists")))
    schema = add("schema", translate("CommandLine", "print the JSON Schema of map files"))
    schema.add_argument("--out", metavar="FILE", help=translate("CommandLine", "write it to this file instead"))
    _force(schema)
    _versions(add("versions", translate("CommandLine", "list the earlier versions of a map, or bring one back")))
    return parser


def _version(parser: argparse.ArgumentParser) -> None:
    text = translate("CommandLine", "show the version and exit")
    parser.add_argument("--version", action="version", version=f"Journeywall {__version__}", help=text)


def _lang(parser: argparse.ArgumentParser) -> None:
    text = translate("CommandLine", "the language of messages and of what is made (else the system’s)")
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=text)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=translate("CommandLine", "as JSON, for other programs"))


def _map(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("map", metavar="MAP", help=translate("CommandLine", "a .journey or .json file"))


def _force(parser: argparse.ArgumentParser) -> None:
    text = translate("CommandLine", "replace the file if it exists already")
    parser.add_argument("--force", action="store_true", help=text)


def _new(parser: argparse.ArgumentParser) -> None:
    from app.cli_export import add_house

    parser.add_argument(
        "out", metavar="OUT", help=translate("CommandLine", "the new .journey or .json file; - is standard output")
    )
    parser.add_argument(
        "--template",
        metavar="ID",
        help=translate("CommandLine", "what to start from: an id (see: templates) or a .journeytemplate file"),
    )
    parser.add_argument("--title", metavar="TEXT", default="", help=translate("CommandLine", "the map’s title"))
    add_house(parser, once=False)
    _force(parser)


def _template(parser: argparse.ArgumentParser) -> None:
    _map(parser)
    parser.add_argument(
        "out", metavar="OUT", help=translate("CommandLine", "the new .journeytemplate file; - is standard output")
    )
    parser.add_argument(
        "--name",
        metavar="TEXT",
        default="",
        help=translate("CommandLine", "the template’s name (else the map’s title)"),
    )
    parser.add_argument(
        "--about", metavar="TEXT", default="", help=translate("CommandLine", "one line on what it is for")
    )
    for option, text in (
        ("--with-notes", translate("CommandLine", "keep the notes, and all that hangs on them")),
        ("--without-personas", translate("CommandLine", "leave the personas out")),
        ("--without-channels", translate("CommandLine", "leave the channels out")),
    ):
        parser.add_argument(option, action="store_true", help=text)
    _force(parser)


def _versions(parser: argparse.ArgumentParser) -> None:
    text = translate("CommandLine", "the map’s file; it may be damaged, or gone")
    parser.add_argument("map", metavar="MAP", help=text)
    parser.add_argument(
        "--restore",
        nargs=2,
        metavar=("N", "OUT"),
        help=translate("CommandLine", "write version N, by its number in the list, to OUT; - is standard output"),
    )
    _json(parser)
    _force(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source",
        metavar="SOURCE",
        help=translate("CommandLine", "a .mmd, .mermaid, .md, .json file, or a .pdf of a poster"),
    )
    parser.add_argument(
        "out", metavar="OUT", help=translate("CommandLine", "the new .journey or .json file; - is standard output")
    )
    parser.add_argument(
        "--from",
        dest="kind",
        metavar="KIND",
        help=translate("CommandLine", "mermaid, markdown, poster or json (else by suffix)"),
    )
    _force(parser)


def _kit(parser: Parser) -> None:
    from app.cli_kit import add_options

    _map(parser)
    add_options(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    from app.cli_export import add_day, add_house

    def add(name: str, text: str, **more: Any) -> None:
        parser.add_argument(name, help=text, **more)

    _map(parser)
    add(
        "out",
        translate("CommandLine", "the .pdf, .xlsx, .png or .mmd file to make; - is standard output, for text"),
        metavar="OUT",
    )
    add(
        "--to",
        translate("CommandLine", "pdf, xlsx, png or mermaid (else by suffix)"),
        dest="kind",
        type=word,
        metavar="KIND",
    )
    add(
        "--preset",
        translate("CommandLine", "the settings for home (A4 sheets), shop (A0), plotter (a roll) or handout (A3)"),
        type=word,
        metavar="NAME",
    )
    add(
        "--posters",
        translate("CommandLine", "on so many posters, some phases on each: OUT-1.pdf, OUT-2.pdf (1)"),
        type=count,
        default=1,
        metavar="N",
    )
    add(
        "--part",
        translate("CommandLine", "what to print: the poster, or the action list on A4"),
        choices=("poster", "actions"),
    )
    add(
        "--group",
        translate("CommandLine", "how the action list is grouped (solution)"),
        choices=("solution", "owner", "due"),
    )
    add(
        "--paper",
        translate("CommandLine", "the poster’s paper: A0 to A5, letter, legal, tabloid, or mm: 1200x800 (A1)"),
        type=word,
        metavar="SIZE",
    )
    add(
        "--roll",
        translate("CommandLine", "a roll of so many mm instead of a paper: 610, 914, 1067; the map says how long"),
        dest="roll_mm",
        type=millimetres,
        metavar="MM",
    )
    add(
        "--scale",
        translate("CommandLine", "fit: as large as the paper; true: notes as large as sticky notes; or %% of that"),
        type=poster_scale,
        metavar="SCALE",
    )
    add(
        "--note-size",
        translate("CommandLine", "how large notes are at true size, in mm: 76x76 or 127x76 (76x76)"),
        dest="note_mm",
        type=note_size,
        metavar="SIZE",
    )
    add(
        "--margin",
        translate("CommandLine", "the white round the poster, or round each sheet what the printer leaves, in mm"),
        dest="margin_mm",
        type=millimetres,
        metavar="MM",
    )
    add(
        "--orientation",
        translate("CommandLine", "how the paper is held (auto: as the map comes out largest)"),
        choices=("auto", "portrait", "landscape"),
    )
    add(
        "--tile",
        translate("CommandLine", "print the poster in parts on this paper: A4, A3, letter, tabloid"),
        type=word,
        metavar="SIZE",
    )
    add(
        "--changed-since",
        translate("CommandLine", "only the parts that changed since this earlier map, or poster of it"),
        type=word,
        metavar="OLDMAP",
    )
    add(
        "--report",
        translate("CommandLine", "print as JSON what came of it: sheets, smallest text, how far it reads"),
        action="store_true",
    )
    add(
        "--marks",
        translate("CommandLine", "with or without crop marks on the parts (with)"),
        action=argparse.BooleanOptionalAction,
    )
    for name, text in (
        ("--assembly", translate("CommandLine", "with or without the page that says how the parts hang (with)")),
        ("--fewer-sheets", translate("CommandLine", "up to 5 %% smaller where that saves sheets, or not (smaller)")),
        ("--title-block", translate("CommandLine", "with or without the title and the personas (with)")),
        ("--legend", translate("CommandLine", "with or without what the signs mean (with)")),
    ):
        add(name, text, action=argparse.BooleanOptionalAction)
    add(
        "--overlap",
        translate("CommandLine", "the glue edge between parts, in mm (10)"),
        dest="overlap_mm",
        type=millimetres,
        metavar="MM",
    )
    add("--dpi", translate("CommandLine", "a picture’s dots per inch (96)"), type=dots_per_inch, metavar="DPI")
    add(
        "--links",
        translate("CommandLine", "the links drawn on the poster: paths between touchpoints, or all (none)"),
        choices=("none", "paths", "all"),
    )
    add(
        "--evidence",
        translate("CommandLine", "the evidence on the poster (auto: where the map says any)"),
        choices=("auto", "on", "off"),
    )
    for name, key, text in (
        ("--lanes", "lanes", translate("CommandLine", "only these lanes, by name or kind, with commas")),
        ("--phases", "phases", translate("CommandLine", "only these phases, by number or name, such as 1,3-5")),
        ("--personas", "personas", translate("CommandLine", "only these personas, by name, with commas")),
    ):
        add(name, text, dest=key, type=names, metavar="NAMES")
    add(
        "--filter",
        translate("CommandLine", "only the notes that a saved filter of this name finds, or these words"),
        dest="found",
        type=word,
        metavar="TEXT",
    )
    add(
        "--numbers",
        translate("CommandLine", "with or without the numbers of the notes (with)"),
        action=argparse.BooleanOptionalAction,
    )
    add(
        "--attach",
        translate("CommandLine", "with or without the map itself in the PDF, to open it from there (with)"),
        action=argparse.BooleanOptionalAction,
    )
    add(
        "--fields",
        translate("CommandLine", "what notes on the poster say below their text: all, none, or names with commas"),
        type=card_lines,
        metavar="NAMES",
    )
    for name, text in (
        ("--bw", translate("CommandLine", "for a printer without colour: patterns and letters beside the colours")),
        ("--aimed", translate("CommandLine", "with the feelings aimed for on the poster")),
        (
            "--blind-spots",
            translate("CommandLine", "with the blind spots on the poster: what no system records"),
        ),
        ("--borders", translate("CommandLine", "with the borders between departments, and the hand-overs")),
        ("--blank", translate("CommandLine", "without notes: a workbook or poster to fill in")),
    ):
        add(name, text, action="store_true", default=None)
    add_house(parser, once=True)
    add_day(parser, translate("CommandLine", "the date on the poster (none), or on the action list (today)"))
    add(
        "--strict",
        translate("CommandLine", "write nothing where a character cannot be printed or a text is too small"),
        action="store_true",
    )
