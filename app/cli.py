"""The command line.  No Qt is imported here, except by opening the editor.

Exit statuses: 0 done; 1 done, with findings to read; 2 the request or the input could not be used: one sentence on
standard error, and no output file left behind; 70 an internal error, its details in the log.
docs/command-line.md describes every command.
"""

from __future__ import annotations

import argparse
import errno
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from app.cli_parser import UsageError, parse
from app.cli_streams import give_up_stdout, print_json, print_lines, soften_streams, write_stdout
from model.i18n import LANGUAGES, speaking, translate

if TYPE_CHECKING:
    from model.document import Document
    from model.files.native import Loaded
    from model.files.report import LoadReport
    from model.records import Language

DONE, FINDINGS, REFUSED, INTERRUPTED, INTERNAL = 0, 1, 2, 130, 70

_STREAM_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    soften_streams()
    with speaking(language_of(arguments)):
        try:
            status = _run(arguments)
            sys.stdout.flush()  # here, where a full disk can still be told
            return status
        except SystemExit as leaving:  # argparse, after --help and --version
            return leaving.code if isinstance(leaving.code, int) else DONE
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            give_up_stdout()  # whoever reads has had enough
            return DONE
        except OSError as error:
            if error.errno not in _STREAM_ERRORS:  # files have errors of their own, so this is no file of the user's
                return _internal(error, arguments)
            give_up_stdout()
            text = translate(
                "CommandLine", "Standard output could not be written ({reason}); give a file name instead."
            )
            return _refuse(text.format(reason=error.strerror))
        except Exception as error:
            return _internal(error, arguments)


def language_of(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> Language:
    """The language of ``--lang``, or else of the system: Dutch where it speaks Dutch, English otherwise."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang":
            value = arguments[index + 1] if index + 1 < len(arguments) else ""
        if value in LANGUAGES:
            return cast("Language", value)
    spoken = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "nl" if spoken.lower().startswith("nl") else "en"


def _run(arguments: Sequence[str]) -> int:
    try:
        options = parse(arguments)
    except UsageError as error:
        return _refuse(str(error))
    if options.command == "open":
        return _open(options.map, getattr(options, "lang", None))
    from model.export.errors import ExportError
    from model.files.errors import FileError
    from model.importers.base import UnknownKind
    from model.templates import UnknownTemplate

    command = {
        "new": _new,
        "templates": _templates,
        "template": _template,
        "info": _info,
        "check": _check,
        "import": _import,
        "export": _export,
        "kit": _kit,
        "schema": _schema,
        "versions": _versions,
    }[options.command]
    try:
        return command(options)
    except (UsageError, FileError, ExportError, UnknownKind, UnknownTemplate) as error:
        return _refuse(str(error))


# -- commands ---------------------------------------------------------------------------------------------------


def _open(path: str | None, spoken: Language | None) -> int:
    gc.disable()  # what is loaded from now on stays: looking through it again and again only costs time
    try:
        return _open_window(path, spoken)
    finally:
        gc.enable()


def _open_window(path: str | None, spoken: Language | None) -> int:
    from app.qtloading import loading
    from app.systemlibs import display, why_no_display, why_no_libraries

    shown_on = display()
    reason = why_no_display(shown_on)
    if reason is not None:
        return _refuse(reason)
    # Which libraries the system lacks is looked at only where Qt did not load: looking costs a start a tenth more.
    try:
        with loading():
            from app.gui import can_show, run
    except ImportError:
        reason = why_no_libraries()
        if reason is None:
            raise
        return _refuse(reason)
    if not can_show(shown_on) and (reason := why_no_libraries()) is not None:
        return _refuse(reason)
    return run(Path(path) if path is not None else None, spoken)


def _new(options: argparse.Namespace) -> int:
    from app.cli_export import logo_of
    from model.draw.house import dressed
    from model.owntemplates import new_from
    from model.plaintext import clean_text
    from model.records import MAX_TEXT
    from model.templates import DEFAULT

    title = " ".join(clean_text(options.title).split())
    if len(title) > MAX_TEXT:
        raise UsageError(translate("CommandLine", "The title is too long; give a shorter one."))
    chosen = getattr(options, "lang", None)
    document, report = new_from(options.template or DEFAULT, title, chosen, _language(options))
    document = dressed(document, logo_of(options), options.accent)
    _write_map(document, options.out, force=options.force)
    return _tell_report(report)


def _template(options: argparse.Namespace) -> int:
    from model.files.errors import ChangedOnDisk, shown_name
    from model.files.native import dumps
    from model.owntemplates import MAX_LINE, MAX_NAME, SUFFIX, as_template, one_line, write_template

    if options.out != "-" and Path(options.out).suffix.lower() != SUFFIX:
        text = translate("CommandLine", "“{name}” is no name for a template; end it in .journeytemplate.")
        raise UsageError(text.format(name=shown_name(options.out)))
    _not_onto_itself(options.map, options.out)
    loaded = _load(options.map)
    name = one_line(options.name, MAX_NAME) or one_line(loaded.document.info.title, MAX_NAME)
    template = as_template(
        loaded.document,
        name or one_line(Path(options.map).stem, MAX_NAME),
        one_line(options.about, MAX_LINE),
        notes=options.with_notes,
        personas=not options.without_personas,
        channels=not options.without_channels,
    )
    if options.out == "-":
        write_stdout(dumps(template.saved_as(1)))
        return _tell_problems(loaded)
    try:
        write_template(template, options.out, replace=options.force)
    except ChangedOnDisk as error:
        text = translate("CommandLine", "“{name}” exists already; choose another name, or replace it with --force.")
        raise UsageError(text.format(name=shown_name(options.out))) from error
    return _tell_problems(loaded)


def _templates(options: argparse.Namespace) -> int:
    from model.owntemplates import own_templates
    from model.templates import as_json, list_templates

    own, problems = own_templates()
    templates = [*list_templates(_language(options)), *own]
    if options.json:
        print_json([as_json(template) for template in templates])
    else:
        width = max(len(template.id) for template in templates)
        for template in templates:
            said = [f"{template.name}. {template.description}".rstrip(" .") + "."]
            said += [translate("CommandLine", "(your own)")] if template.own else [template.when]
            print(f"{template.id:{width}}  {' '.join(said)}")
    for sentence in problems:
        print(sentence, file=sys.stderr)
    return FINDINGS if problems else DONE


def _info(options: argparse.Namespace) -> int:
    from model.overview import overview, overview_lines

    loaded = _load(options.map, newer=True)
    if options.json:
        print_json(overview(loaded.document, loaded.report.format_version))
    else:
        print_lines(overview_lines(loaded.document))
    return _tell_problems(loaded)


def _check(options: argparse.Namespace) -> int:
    from model.check import as_json, check_file, counts

    findings = check_file(_load(options.map, newer=True), strict=options.strict)
    serious = [finding for finding in findings if counts(finding, strict=options.strict)]
    if options.json:
        print_json({"ok": not serious, "problems": [as_json(finding) for finding in findings]})
    else:
        print_lines(finding.line_text for finding in findings)
        if serious:
            print(translate("CommandLine", "%n problem(s).", n=len(serious)))
        elif findings:
            print(translate("CommandLine", "No problems; %n remark(s).", n=len(findings)))
        else:
            print(translate("CommandLine", "No problems."))
    return FINDINGS if serious else DONE


def _import(options: argparse.Namespace) -> int:
    from model.importers.base import import_file

    _not_onto_itself(options.source, options.out)
    _map_name(options.out)
    document, report = import_file(options.source, options.kind, _language(options))
    _write_map(document, options.out, force=options.force)
    for finding in (*report.findings, *report.notices):
        print(finding.text, file=sys.stderr)
    return FINDINGS if report.findings else DONE


def _export(options: argparse.Namespace) -> int:
    from app.cli_export import logo_of, settled_day, tell, tell_before_writing, write
    from model.export.base import ExportOptions, Option, exporter_for
    from model.export.presets import with_preset
    from model.export.split import make_split, together
    from model.files.atomic import read_file
    from model.files.native import SUFFIXES

    options.day, options.logo = settled_day(options, may_lack=options.part != "actions"), logo_of(options)
    to_stdout = options.out == "-"
    if to_stdout and options.kind is None:
        raise UsageError(translate("CommandLine", "Say which kind should go to standard output: --to mermaid"))
    exporter = exporter_for(options.out, options.kind)
    if to_stdout and not exporter.text:
        text = translate("CommandLine", "The kind “{kind}” is no text; give a file name instead of -.")
        raise UsageError(text.format(kind=exporter.title))
    _not_onto_itself(options.map, options.out)
    if Path(options.out).suffix.lower() in SUFFIXES:
        text = translate("CommandLine", "“{name}” is the name of a map; give the export another ending.")
        raise UsageError(text.format(name=Path(options.out).name))
    loaded = _load(options.map, newer=True)
    data, stamp = read_file(options.map)
    whole = stamp == loaded.stamp and not loaded.report.mended
    asked = ExportOptions(
        **{name: getattr(options, name, None) for name in get_args(Option) if name not in ("lang", "before")},
        lang=getattr(options, "lang", None),
        source=data if whole else None,
        before=None if options.changed_since is None else _earlier(options.changed_since),
    )
    files = make_split(exporter, loaded.document, with_preset(options.preset, asked), options.posters, may_lack=True)
    made = together(files)
    if options.report and made.report is None:
        text = translate("CommandLine", "Of the kind “{kind}” there is no report; leave --report out.")
        raise UsageError(text.format(kind=exporter.title))
    early = options.strict or not exporter.text  # what a diagram has no words for is no fault of the map
    if early:
        tell_before_writing(files, strict=options.strict)
    write_stdout(made.data) if to_stdout else write(options.out, files)
    if not early:
        tell(files)
    if options.report:
        print_json(made.report)
    return FINDINGS if _tell_problems(loaded) or made.findings else DONE


def _kit(options: argparse.Namespace) -> int:
    from app.cli_kit import check_target, kit_options, lines, listed, write

    loaded = _load(options.map, newer=True)
    if options.listing:
        rows = listed(loaded.document, kit_options(options))
        if options.json:
            print_json(rows)
        else:
            print_lines(lines(rows))
        return _tell_problems(loaded)
    check_target(options)
    _not_onto_itself(options.map, options.out)
    sentences = write(loaded.document, options.out, options)
    return FINDINGS if _tell_problems(loaded) or sentences else DONE


def _earlier(path: str) -> Document:
    """The map of an earlier print, from its own file or from the poster that was made of it."""
    if Path(path).suffix.lower() == ".pdf":
        from model.importers.base import import_file

        return import_file(path)[0]
    return _load(path, newer=True).document


def _schema(options: argparse.Namespace) -> int:
    from model.files.atomic import ABSENT, write_atomic
    from model.files.errors import ChangedOnDisk
    from model.files.schema import schema_text

    data = schema_text().encode("utf-8")
    if options.out is None or options.out == "-":
        write_stdout(data)
        return DONE
    try:
        write_atomic(options.out, data, expected=None if options.force else ABSENT)
    except ChangedOnDisk as error:
        raise UsageError(_exists(options.out)) from error
    return DONE


def _versions(options: argparse.Namespace) -> int:
    from app.cli_versions import lines, listed, map_of, versions_of
    from model.files.atomic import ABSENT, write_atomic
    from model.files.errors import ChangedOnDisk

    found = versions_of(Path(options.map))
    if options.restore is not None:
        number, out = options.restore
        data = map_of(found, number)
        if out == "-":
            write_stdout(data)
            return DONE
        try:
            write_atomic(out, data, expected=None if options.force else ABSENT)
        except ChangedOnDisk as error:
            raise UsageError(_exists(out)) from error
        return DONE
    rows = listed(found)
    if options.json:
        print_json(rows)
    else:
        print_lines(lines(rows))
    if not rows:
        text = translate("CommandLine", "No earlier version of this map is kept on this computer.")
        print(text, file=sys.stderr)
    return DONE if all(row["readable"] for row in rows) else FINDINGS


# -- reading and writing ----------------------------------------------------------------------------------------


def _language(options: argparse.Namespace) -> Language:
    from model.i18n import language

    return cast("Language", getattr(options, "lang", language()))


def _load(path: str, *, newer: bool = False) -> Loaded:
    """Read a map.  Raises FileError, and UsageError for a file that must be imported first.

    ``newer`` reads also one for newer programs, as far as it is understood: for what writes no map of it.
    """
    from model.files.errors import ContentError, shown_name
    from model.files.native import SUFFIXES, load, view

    try:
        return view(path) if newer else load(path)
    except ContentError:
        from model.importers.base import IMPORTERS

        suffix = Path(path).suffix.lower()
        if suffix in SUFFIXES or not any(suffix in importer.suffixes for importer in IMPORTERS.values()):
            raise
        text = translate("CommandLine", "“{name}” is no map yet; make one of it: journeywall import {name} OUT.journey")
        raise UsageError(text.format(name=shown_name(path))) from None


def _tell_problems(loaded: Loaded) -> int:
    """Print what had to be put aside or mended while reading; FINDINGS if there was anything."""
    return _tell_report(loaded.report)


def _tell_report(report: LoadReport) -> int:
    for problem in report.problems:
        print(f"{problem.place}: {problem.text}" if problem.place else problem.text, file=sys.stderr)
    return FINDINGS if report.serious else DONE


def _map_name(out: str) -> None:
    """Raise UsageError where ``out`` is not the name of a map."""
    from model.files.errors import shown_name
    from model.files.native import SUFFIXES

    if out != "-" and Path(out).suffix.lower() not in SUFFIXES:
        text = translate("CommandLine", "“{name}” is no name for a map; end it in .journey or .json.")
        raise UsageError(text.format(name=shown_name(out)))


def _not_onto_itself(source: str, out: str) -> None:
    """Raise UsageError where the result would replace what it is made of."""
    try:
        same = out != "-" and Path(source).samefile(out)
    except (OSError, ValueError):
        same = False  # one of them is not there, or no name at all: reading and writing say which
    if same:
        raise UsageError(translate("CommandLine", "The result would replace its source; give it another name."))


def _write_map(document: Document, out: str, *, force: bool) -> None:
    """Save a new map; an existing one is replaced only by ``force``.  Raises UsageError and WriteError."""
    from model.files.atomic import ABSENT
    from model.files.errors import ChangedOnDisk
    from model.files.native import dumps, save

    if out == "-":
        write_stdout(dumps(document.saved_as(document.revision + 1)))
        return
    _map_name(out)
    try:
        save(document, out, expected=None if force else ABSENT)
    except ChangedOnDisk as error:
        raise UsageError(_exists(out)) from error


def _exists(out: str) -> str:
    from model.files.errors import shown_name

    text = translate("CommandLine", "“{name}” exists already; choose another name, or replace it with --force.")
    return text.format(name=shown_name(out))


# -- refusing -----------------------------------------------------------------------------------------------------


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED


def _internal(error: Exception, arguments: Sequence[str]) -> int:
    """An error of ours: its details go to the log, without any text of the map."""
    from app.cli_parser import COMMANDS
    from app.errorlog import write_log

    doing = next((argument for argument in arguments if argument in COMMANDS), "open")
    path = write_log(error, doing)
    if path is None:
        sentence = translate(
            "CommandLine", "Something went wrong inside Journeywall ({kind}); your files are unchanged."
        )
    else:
        sentence = translate(
            "CommandLine", "Something went wrong inside Journeywall; your files are unchanged. Details: {path}"
        )
    print(sentence.format(kind=type(error).__name__, path=path), file=sys.stderr)
    return INTERNAL
