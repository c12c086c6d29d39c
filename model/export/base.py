"""The exporters, by kind and by a file's suffix.  The command line and the editor's dialog read this table.

What an exporter needs (reportlab, openpyxl, PDFium) is imported when it runs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from model.document import Document
from model.export.errors import ExportError
from model.export.missing import missing_sentences
from model.files.atomic import FileStamp, write_atomic
from model.files.errors import shown_name
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass, replace

if TYPE_CHECKING:
    from datetime import date

    from model.actionlist import Grouping
    from model.export.actions_pdf import ActionListOptions
    from model.export.pdf import ExportReport, PosterOptions
    from model.export.readable import Reading
    from model.finding import Filter
    from model.records import Asset

Option = Literal[
    "paper",
    "orientation",
    "tile",
    "overlap_mm",
    "blank",
    "lang",
    "dpi",
    "links",
    "evidence",
    "aimed",
    "blind_spots",
    "borders",
    "fields",
    "part",
    "group",
    "scale",
    "note_mm",
    "roll_mm",
    "margin_mm",
    "marks",
    "lanes",
    "phases",
    "personas",
    "found",
    "numbers",
    "attach",
    "before",
    "bw",
    "day",
    "logo",
    "accent",
    "title_block",
    "legend",
    "assembly",
    "fewer_sheets",
    "anew",
]
Part = Literal["poster", "actions"]
"""What of a map is printed: the poster, or the list of actions."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What may be asked of an export; None is the kind's own default.

    ``paper`` and ``tile`` are papers as :func:`model.export.papers.sheet` reads them, ``overlap_mm`` the glue edge of
    tiles in mm, ``marks`` their crop marks, ``scale``, ``note_mm``, ``roll_mm`` and ``margin_mm`` as in
    :class:`model.export.pdf.PosterOptions`, ``dpi`` the dots per inch of a picture, ``lang`` the language of the words
    that are not the map's own (else the map's).  ``source`` are the bytes of the map's file, where the caller has them.

    On the poster: ``lanes``, ``phases``, ``personas`` and ``found`` as in :func:`model.export.part.part_of`,
    ``numbers`` of cards; ``links`` between touchpoints ("paths"), all of them, or none; ``evidence`` "auto" where the
    map uses it; ``aimed`` the feelings aimed for; ``blind_spots`` the signs of them; ``borders`` those between
    departments; ``fields`` what is written on cards below their text, ids of :func:`model.cardlines.line_ids`.
    ``attach`` is whether the map itself goes along; ``before`` the map of an earlier print in tiles, of which only
    the sheets that changed are printed. ``bw`` is for a printer without colour; ``day`` is the date at the foot,
    ``logo`` and ``accent`` ("#RRGGBB", "" for none) those of the organisation for this print; ``title_block``,
    ``legend``, ``assembly``, ``fewer_sheets`` and ``anew`` as in :class:`model.export.pdf.PosterOptions`.

    ``part`` is what is printed; ``group`` how the action list is grouped.
    """

    paper: str | None = None
    orientation: Literal["auto", "portrait", "landscape"] | None = None
    tile: str | None = None
    overlap_mm: float | None = None
    blank: bool | None = None
    lang: str | None = None
    dpi: float | None = None
    source: bytes | None = None
    links: Literal["none", "paths", "all"] | None = None
    evidence: Literal["auto", "on", "off"] | None = None
    aimed: bool | None = None
    blind_spots: bool | None = None
    borders: bool | None = None
    fields: tuple[str, ...] | None = None
    part: Part | None = None
    group: Grouping | None = None
    scale: Literal["fit", "true"] | float | None = None
    note_mm: tuple[float, float] | None = None
    roll_mm: float | None = None
    margin_mm: float | None = None
    marks: bool | None = None
    lanes: tuple[str, ...] | None = None
    phases: tuple[str, ...] | None = None
    personas: tuple[str, ...] | None = None
    found: str | Filter | None = None
    numbers: bool | None = None
    attach: bool | None = None
    before: Document | None = None
    bw: bool | None = None
    day: date | None = None
    logo: Asset | None = None
    accent: str | None = None
    title_block: bool | None = None
    legend: bool | None = None
    assembly: bool | None = None
    fewer_sheets: bool | None = None
    anew: tuple[str, ...] | None = None

    def given(self) -> set[Option]:
        """The names of the options that were asked for."""
        return {name for name in get_args(Option) if getattr(self, name) is not None}


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of an export, and sentences that must be read: what could not be printed or was left out.

    ``remarks`` are worth knowing, and nothing is wrong; ``report`` is for other programs, where the kind has one;
    ``reading`` is what the remarks about reading are of, where there can be any.
    """

    data: bytes
    findings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    report: Mapping[str, object] | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Exporter:
    """A kind of export.

    ``label`` is a source string of the context "Export"; ``options`` are those it understands; ``text`` says that its
    bytes may go to a terminal.  ``make`` raises ExportError for a request that cannot be met.
    """

    id: str
    label: str
    suffixes: tuple[str, ...]
    options: frozenset[Option]
    make: Callable[[Document, ExportOptions], Made]
    text: bool = False

    @property
    def title(self) -> str:
        """The kind's name in the current language."""
        return translate("Export", self.label)


def poster_options(options: ExportOptions) -> PosterOptions:
    """The poster that an export with ``options`` makes; for its preview as well."""
    from model.export.pdf import PosterOptions

    default = PosterOptions()
    return PosterOptions(
        paper=options.paper or ("" if options.scale not in (None, "fit") else default.paper),
        orientation=options.orientation or default.orientation,
        tile=options.tile,
        overlap_mm=default.overlap_mm if options.overlap_mm is None else options.overlap_mm,
        lang=options.lang,
        blank=bool(options.blank),
        source=options.source,
        evidence={"on": True, "off": False}.get(options.evidence or "auto"),
        aimed=bool(options.aimed),
        blind_spots=bool(options.blind_spots),
        borders=bool(options.borders),
        links=options.links or default.links,
        fields=options.fields or (),
        scale=options.scale or default.scale,
        note_mm=options.note_mm,
        roll_mm=options.roll_mm,
        margin_mm=options.margin_mm,
        marks=options.marks is not False,
        lanes=options.lanes or (),
        phases=options.phases or (),
        personas=options.personas or (),
        found=options.found or "",
        numbers=options.numbers is not False,
        attach=options.attach is not False,
        before=options.before,
        bw=bool(options.bw),
        day=options.day,
        logo=options.logo,
        accent=options.accent,
        title_block=options.title_block is not False,
        legend=options.legend is not False,
        assembly=options.assembly is not False,
        fewer_sheets=options.fewer_sheets is not False,
        anew=options.anew or (),
    )


def action_list_options(options: ExportOptions) -> ActionListOptions:
    """The action list that an export with ``options`` makes; for its preview as well."""
    from model.export.actions_pdf import ActionListOptions

    default = ActionListOptions()
    return ActionListOptions(
        paper=options.paper or default.paper,
        orientation=options.orientation or default.orientation,
        by=options.group or default.by,
        lang=options.lang,
        day=options.day,
        logo=options.logo,
    )


def _pdf(document: Document, options: ExportOptions) -> Made:
    from model.export.pdf import poster_pdf

    if options.part == "actions":
        from model.export.actions_pdf import action_list_pdf

        data, report = action_list_pdf(document, action_list_options(options))
        return Made(data, _unprintable(report))

    wanted = poster_options(options)
    data, report = poster_pdf(document, wanted)
    return _poster(document, data, report, wanted)


def _poster(document: Document, data: bytes, report: ExportReport, wanted: PosterOptions) -> Made:
    """A poster with what there is to tell of it."""
    from model.export.readable import as_json, remarks

    said = (*_left_out(document, report, wanted), *remarks(report, wanted))
    reading = report.reading if report.changed is None else None
    return Made(data, _unprintable(report), said, as_json(report, said), reading)


def _left_out(document: Document, report: ExportReport, wanted: PosterOptions) -> tuple[str, ...]:
    """That lanes which were asked for are not there, since nothing stands in them."""
    from model.export.part import chosen_lanes
    from model.overview import lane_name

    if not wanted.lanes or report.reading is None:
        return ()
    shown = {lane.lane_id for lane in report.reading.lanes}
    empty = [lane for lane in chosen_lanes(document, wanted.lanes) if lane.id not in shown]
    if not empty:
        return ()
    names = ", ".join(f"“{lane_name(lane, document.info.language) or lane.kind}”" for lane in empty)
    text = translate("Reading", "%n lane(s) with nothing in them left out: {lanes}.", n=len(empty))
    return (text.format(lanes=names),)


def _png(document: Document, options: ExportOptions) -> Made:
    import io

    from model.export.png import DEFAULT_DPI, export_png

    target = io.BytesIO()
    wanted = poster_options(options)
    report = export_png(document, target, wanted, DEFAULT_DPI if options.dpi is None else options.dpi)
    made = _poster(document, target.getvalue(), report, wanted)
    return replace(made, remarks=_left_out(document, report, wanted), reading=None)  # the others are about paper


def _xlsx(document: Document, options: ExportOptions) -> Made:
    from model.export.xlsx import workbook_bytes

    data, _ = workbook_bytes(document, lang=options.lang, blank=bool(options.blank))
    return Made(data)


def _mermaid(document: Document, _options: ExportOptions) -> Made:
    from model.export.mermaid import mermaid_text

    text, left_out = mermaid_text(document)
    return Made(text.encode("utf-8", "replace"), tuple(left_out))


def _unprintable(report: ExportReport) -> tuple[str, ...]:
    """A sentence for each card with characters that no font here can draw."""
    return missing_sentences(report.missing)


_PAGE: frozenset[Option] = frozenset(
    ("paper", "orientation", "blank", "lang", "scale", "note_mm", "roll_mm", "margin_mm")
)
_TILES: frozenset[Option] = frozenset(("tile", "overlap_mm", "marks", "before", "anew", "assembly", "fewer_sheets"))
_ON_A_LIST: frozenset[Option] = frozenset(("paper", "orientation", "lang", "part", "group", "day", "logo"))
_PARTS: frozenset[Option] = frozenset(("part", "group"))
_SHOWN: frozenset[Option] = frozenset(
    (
        *("links", "evidence", "aimed", "blind_spots", "borders", "fields"),
        *("lanes", "phases", "personas", "found", "numbers", "bw", "title_block", "legend"),
        *("day", "logo", "accent"),
    )
)
_FILE: frozenset[Option] = frozenset(("attach",))

EXPORTERS: dict[str, Exporter] = {
    exporter.id: exporter
    for exporter in (
        Exporter(
            "pdf",
            QT_TRANSLATE_NOOP("Export", "PDF poster"),
            (".pdf",),
            _PAGE | _SHOWN | _TILES | _PARTS | _FILE,
            _pdf,
        ),
        Exporter(
            "xlsx", QT_TRANSLATE_NOOP("Export", "Excel workbook"), (".xlsx",), frozenset(("blank", "lang")), _xlsx
        ),
        Exporter("png", QT_TRANSLATE_NOOP("Export", "Picture"), (".png",), _PAGE | _SHOWN | frozenset(("dpi",)), _png),
        Exporter(
            "mermaid",
            QT_TRANSLATE_NOOP("Export", "Mermaid journey"),
            (".mmd", ".mermaid"),
            frozenset(("lang",)),
            _mermaid,
            text=True,
        ),
    )
}
"""Every exporter by its id."""


def exporter_for(path: str | os.PathLike[str], kind: str | None = None) -> Exporter:
    """The exporter of ``kind`` (an id, or a suffix without its dot), or else of the file's suffix.

    Raises ExportError.
    """
    wanted = kind.lower() if kind is not None else Path(path).suffix.lower()
    for exporter in EXPORTERS.values():
        if wanted == exporter.id or wanted in exporter.suffixes or f".{wanted}" in exporter.suffixes:
            return exporter
    if kind is not None:
        text = translate("Export", "“{kind}” cannot be exported; choose one of these: {kinds}.")
        raise ExportError(text.format(kind=kind, kinds=", ".join(EXPORTERS)))
    known = ", ".join(suffix for exporter in EXPORTERS.values() for suffix in exporter.suffixes)
    text = translate("Export", "“{name}” is of a kind that cannot be exported; end the name in one of these: {kinds}.")
    raise ExportError(text.format(name=shown_name(path), kinds=known))


def make_export(exporter: Exporter, document: Document, options: ExportOptions) -> Made:
    """Make an export.  Raises ExportError, also for an option that this kind does not know."""
    words = {
        "paper": translate("Export", "a paper size"),
        "orientation": translate("Export", "an orientation"),
        "tile": translate("Export", "tiles"),
        "overlap_mm": translate("Export", "an overlap"),
        "blank": translate("Export", "an empty template"),
        "lang": translate("Export", "a language"),
        "dpi": translate("Export", "dots per inch"),
        "links": translate("Export", "links"),
        "evidence": translate("Export", "evidence"),
        "aimed": translate("Export", "feelings aimed for"),
        "blind_spots": translate("Export", "blind spots"),
        "borders": translate("Export", "borders between departments"),
        "fields": translate("Export", "fields"),
        "scale": translate("Export", "a scale"),
        "note_mm": translate("Export", "a size of notes"),
        "roll_mm": translate("Export", "a roll"),
        "margin_mm": translate("Export", "a margin"),
        "marks": translate("Export", "crop marks"),
        "lanes": translate("Export", "lanes"),
        "phases": translate("Export", "phases"),
        "personas": translate("Export", "personas"),
        "found": translate("Export", "a filter"),
        "numbers": translate("Export", "numbers"),
        "attach": translate("Export", "an attached map"),
        "before": translate("Export", "an earlier map"),
        "bw": translate("Export", "black and white"),
        "day": translate("Export", "a date"),
        "logo": translate("Export", "a logo"),
        "accent": translate("Export", "an accent colour"),
        "title_block": translate("Export", "a title block"),
        "legend": translate("Export", "a legend"),
        "assembly": translate("Export", "an assembly page"),
        "fewer_sheets": translate("Export", "fewer sheets"),
        "anew": translate("Export", "an earlier map"),
        "part": translate("Export", "parts"),
        "group": translate("Export", "groups"),
    }
    for name in sorted(options.given() - exporter.options):
        text = translate("Export", "The kind “{kind}” knows no {option}; leave that out.")
        raise ExportError(text.format(kind=exporter.title, option=words[name]))
    if options.part == "actions":
        for name in sorted(options.given() - _ON_A_LIST):
            raise ExportError(
                translate("Export", "The action list knows no {option}; leave that out.").format(option=words[name])
            )
    elif options.group is not None:
        raise ExportError(translate("Export", "Groups are for the action list; ask for it: --part actions."))
    if options.roll_mm is not None and options.paper is not None:
        raise ExportError(translate("Export", "A poster is on a paper or on a roll; leave one of them out."))
    free = options.paper is None and options.roll_mm is None and options.scale not in (None, "fit")
    if free and options.part != "actions" and options.orientation not in (None, "auto"):
        text = translate(
            "Export",
            "At a scale of its own a poster is as large as its notes need, whichever way it lies; name a paper, or "
            "leave the orientation out.",
        )
        raise ExportError(text)
    if options.before is not None and options.tile is None:
        text = translate(
            "Export", "Only sheets can be printed anew one by one; say on which paper: --tile A4 or --tile A3."
        )
        raise ExportError(text)
    if (options.assembly is not None or options.fewer_sheets is not None) and options.tile is None:
        text = translate(
            "Export", "An assembly page and fewer sheets are for tiles; say on which paper: --tile A4 or --tile A3."
        )
        raise ExportError(text)
    if options.marks is not None and options.tile is None:
        raise ExportError(translate("Export", "Crop marks are for tiles; say on which paper: --tile A4 or --tile A3."))
    if options.overlap_mm is not None and options.tile is None:
        raise ExportError(translate("Export", "An overlap is for tiles; say on which paper: --tile A4 or --tile A3."))
    return exporter.make(document, options)


def export_file(
    document: Document,
    path: str | os.PathLike[str],
    options: ExportOptions,
    kind: str | None = None,
    expected: FileStamp | None = None,
) -> Made:
    """Export to ``path``, which is replaced only when the new content is whole.

    Raises ExportError for a request that cannot be met and WriteError for a file that cannot be written.
    """
    made = make_export(exporter_for(path, kind), document, options)
    write_atomic(path, made.data, expected=expected)
    return made
