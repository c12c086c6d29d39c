"""Export of a map as a PDF poster: one page, or sheets for a home printer with a page that says how they hang.

The poster itself is composed by :mod:`model.draw.poster`; this module puts it on paper.  The map is stored once,
as a form, however many sheets show it.  reportlab is loaded when an export begins.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from model.document import Document
from model.draw.house import dressed
from model.draw.poster import DoesNotFit, Poster
from model.draw.theme import Theme, load_theme
from model.export.cutting import Cut, Drawing, Saving, cut_poster
from model.export.errors import ExportError, NothingChanged
from model.export.missing import MissingText, missing_texts
from model.export.pages import DEFAULT_OVERLAP, Orientation, Tiling
from model.export.papers import LONGEST, paper_name, too_long
from model.export.part import Part, part_before, part_of
from model.export.pdf_fonts import FontBook
from model.export.pdf_packing import Packing
from model.export.pdf_painted import Painted, Place
from model.export.pdf_painter import Painter
from model.export.placing import check_paper, compose_on_paper
from model.export.readable import Reading, reading_of
from model.export.reading_order import reading_order
from model.export.reprint import changed_sheets
from model.export.sheets import PT_PER_MM, assembly_page, glue_edges, tile_marks, trim_box
from model.files.atomic import write_atomic
from model.finding import Filter
from model.i18n import speaking, translate
from model.progress import checkpoint, step
from model.text.fonts import FONTS

if TYPE_CHECKING:
    from model.export.pdf_file import PdfFile
    from model.records import Asset

_MAP = "map"


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """What is asked of a poster.

    ``paper`` is the size of the whole poster, as :func:`model.export.papers.sheet` reads it, "" for as large as the
    content at a ``scale`` of its own: "fit", "true" for notes of the size of sticky notes (``note_mm``, 76 x 76), or a
    percentage of their width.  ``roll_mm`` is the width of a roll instead of a paper.  ``tile`` is the paper on which
    the poster is printed in parts with ``overlap_mm`` of glue edge, None for one page; ``marks`` are their crop marks.
    ``margin_mm`` is the white round one page, or round each sheet what its printer leaves white.

    ``lang`` is the language of the words round the map (None: the map's own).  ``blank`` leaves the cards out.
    ``attach`` puts the map's own document into the file, ``source`` being its bytes where the caller has them.
    ``day`` is the date at the foot, ``created`` that of the file, whose day stands at the foot where ``day`` is None;
    without them there is none, and the same map gives the same bytes.  ``logo`` and ``accent`` are those of the
    organisation for this print (None: the map's own; "" for no colour); the map that goes along keeps its own.

    What is on the poster: ``evidence`` the bar and the marks of evidence (None: where the map uses it), ``aimed``
    the feelings aimed for, ``blind_spots`` the signs of blind spots, ``borders`` those between departments,
    ``links`` those between touchpoints ("paths"), all of them, or none; ``fields`` what is written on cards below
    their text (:func:`model.cardlines.line_ids`); ``numbers`` those of cards. ``lanes``, ``phases``, ``personas``
    and ``found`` name the part of the map that is shown, as :func:`model.export.part.part_of` reads them; the file
    then carries no more than that.

    ``before`` is the map of an earlier print in tiles: only the sheets that changed since are printed; with ``anew``,
    the sheets of it that were printed anew since, and hang beside the others.  ``bw`` is for a
    printer without colour: patterns and letters say what colours say.

    ``title_block`` is the title with the personas beside the map, ``legend`` what the signs mean; ``assembly`` the page
    that says how tiles hang; ``fewer_sheets`` lets a poster that is to fit be made a little smaller to save some.
    """

    paper: str = "A1"
    orientation: Orientation = "auto"
    tile: str | None = None
    overlap_mm: float = DEFAULT_OVERLAP
    lang: str | None = None
    blank: bool = False
    attach: bool = True
    source: bytes | None = None
    created: datetime | None = None
    evidence: bool | None = None
    aimed: bool = False
    blind_spots: bool = False
    borders: bool = False
    links: Literal["none", "paths", "all"] = "none"
    fields: tuple[str, ...] = ()
    scale: Literal["fit", "true"] | float = "fit"
    note_mm: tuple[float, float] | None = None
    roll_mm: float | None = None
    margin_mm: float | None = None
    marks: bool = True
    lanes: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    found: str | Filter = ""
    numbers: bool = True
    before: Document | None = None
    bw: bool = False
    day: date | None = None
    logo: Asset | None = None
    accent: str | None = None
    title_block: bool = True
    legend: bool = True
    assembly: bool = True
    fewer_sheets: bool = True
    anew: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export made.

    ``pages`` counts all pages, ``sheets`` the tiles among them by name.  ``width_mm`` and ``height_mm`` are the
    printed poster, ``mm_per_px`` the size of a canvas px on it, ``scale`` what tiling made of 100 %;
    ``unscaled_sheets`` how many would be printed at 100 %.  ``missing`` is empty when every character is drawn.
    ``paper_mm`` is the size of a page, ``reading`` what can be read (None for what is no poster), ``changed`` the
    sheets that differ from those of an earlier map, ``attached`` the count of notes in the map that the file carries
    (None for none), ``kept`` whether the print has the scale and the places of the earlier one.  ``hung`` are all the
    sheets on the wall, ``saving`` what a little smaller saves of them, taken or not (None: nothing).
    """

    pages: int
    sheets: tuple[str, ...]
    width_mm: float
    height_mm: float
    mm_per_px: float
    scale: float
    unscaled_sheets: int
    missing: tuple[MissingText, ...]
    size: int
    tiling: Tiling | None = None
    paper_mm: tuple[float, float] = (0.0, 0.0)
    reading: Reading | None = None
    changed: tuple[str, ...] | None = None
    attached: int | None = None
    kept: bool = True
    hung: tuple[str, ...] = ()
    saving: Saving | None = None

    @property
    def paper_m2(self) -> float:
        """How much paper the pages take, in square metres."""
        return self.pages * self.paper_mm[0] * self.paper_mm[1] / 1e6


def export_pdf(document: Document, target: str | os.PathLike[str] | BinaryIO, options: PosterOptions) -> ExportReport:
    """Write the poster of ``document`` to a path, replaced only when the new file is whole, or to a stream.

    Raises ExportError for a request that cannot be met and model.files.errors.WriteError for a file that cannot be
    written; what stood there before then still stands there.
    """
    data, report = poster_pdf(document, options)
    if isinstance(target, str | os.PathLike):
        write_atomic(Path(target), data)
    else:
        target.write(data)
    return report


def poster_pdf(document: Document, options: PosterOptions) -> tuple[bytes, ExportReport]:
    """The poster's bytes and the report of it.  Raises ExportError for a request that cannot be met."""
    lang = options.lang or document.info.language
    check_paper(options)  # what is refused is told in the user's language; what is drawn speaks the map's
    part = _part(document, options)
    changed: tuple[str, ...] | None = None
    cut: Cut | None = None
    kept = True
    if options.before is None:
        composed = _compose(part.drawn, options, lang, part)
    else:
        composed, cut, changed, kept = poster_since(document, part, options.before, options, lang)
    with speaking(lang):
        data, report = render(part.drawn, composed, options, part.attached, changed, whole=part.whole, cut=cut)
        return data, replace(report, kept=kept)


def poster_since(
    document: Document, part: Part, before: Document, options: PosterOptions, lang: str
) -> tuple[Poster, Cut, tuple[str, ...], bool]:
    """The poster as it was printed before where the notes fit (RP1), how it is cut, the sheets that differ, and whether
    it is so.

    Raises ExportError where no sheet differs.
    """
    theme = theme_of(options)
    # The version at the foot changes with every save, and nobody prints a sheet for that (RP3).
    old = _part_before(before.saved_as(part.drawn.revision), document, options)
    if old is None:
        poster = compose_on_paper(part.drawn, options, lang, part=part)
        cut = cut_poster(poster, options, theme)
        return poster, cut, tuple(tile.name for tile in cut.tiling.tiles if tile.name in cut.hung), False
    printed = compose_on_paper(old.drawn, options, lang, part=old)
    try:
        poster, kept = compose_on_paper(part.drawn, options, lang, part=part, like=printed), True
    except DoesNotFit:
        poster, kept = compose_on_paper(part.drawn, options, lang, part=part), False
    hanging = cut_poster(printed, options, theme)
    cut = cut_poster(poster, options, theme, like=hanging.tiling if kept else None)
    tiling, before_it = cut.tiling, hanging.tiling
    same = abs(poster.px_to_mm - printed.px_to_mm) < 1e-9 and tiling.scale == before_it.scale
    if kept or (same and tiling.sheet == before_it.sheet):
        differ = set(changed_sheets(printed.ops, poster.ops, tiling.tiles, poster.px_to_mm * tiling.scale))
        # What only differs in a glue edge of a sheet that never hung is on its neighbour; a sheet that a new neighbour
        # joins has a new glue edge.
        differ &= hanging.hung | cut.hung
        differ |= {tile.name for tile in tiling.tiles if tile.name in cut.hung and tile.joins(cut.hung - hanging.hung)}
    else:
        differ = set(cut.hung)
    if kept:
        differ |= set(options.anew)
    changed = tuple(tile.name for tile in tiling.tiles if tile.name in differ)
    if not changed:
        text = translate("Export", "No sheet has changed since the earlier map; there is nothing to print.")
        raise NothingChanged(text, _unprinted(part.drawn, poster, cut, kept=kept))
    return poster, cut, changed, kept


def _unprinted(document: Document, poster: Poster, cut: Cut, *, kept: bool) -> ExportReport:
    """What there is to tell of a poster of which no sheet is printed."""
    tiling = cut.tiling
    per_mm = poster.px_to_mm * tiling.scale
    return ExportReport(
        pages=0,
        sheets=(),
        width_mm=poster.width_px * per_mm,
        height_mm=poster.height_px * per_mm,
        mm_per_px=per_mm,
        scale=tiling.scale,
        unscaled_sheets=tiling.unscaled,
        missing=(),
        size=0,
        tiling=tiling,
        paper_mm=tiling.sheet,
        reading=reading_of(document, poster, tiling.scale),
        changed=(),
        kept=kept,
        hung=tuple(tile.name for tile in tiling.tiles if tile.name in cut.hung),
    )


def _part(document: Document, options: PosterOptions) -> Part:
    part = part_of(document, lanes=options.lanes, phases=options.phases, personas=options.personas, found=options.found)
    return replace(part, drawn=dressed(part.drawn, options.logo, options.accent))


def _part_before(before: Document, document: Document, options: PosterOptions) -> Part | None:
    part = part_before(
        before,
        document,
        lanes=options.lanes,
        phases=options.phases,
        personas=options.personas,
        found=options.found,
    )
    return part and replace(part, drawn=dressed(part.drawn, options.logo, options.accent))


def _compose(document: Document, options: PosterOptions, lang: str, part: Part | None = None) -> Drawing:
    """The poster on its paper."""
    return compose_on_paper(document, options, lang, part=part)


def render(
    document: Document,
    poster: Drawing,
    options: PosterOptions,
    attached: Document | None = None,
    changed: tuple[str, ...] | None = None,
    *,
    whole: bool = True,
    cut: Cut | None = None,
) -> tuple[bytes, ExportReport]:
    """A composed poster as PDF, in the language that is spoken now.

    ``attached`` is the map that goes along; None for ``document``.  ``whole``: it goes in the bytes of its file where
    they are known.
    ``changed`` are the sheets to print, None for all with something on them; ``cut`` says how it is cut, where
    that is known.
    """
    from model.export.pdf_file import MAX_SIDE, PdfFile, Shown

    lang = options.lang or document.info.language
    # The document's language is that of the notes; ``lang`` is only that of the words round them.
    theme = theme_of(options)
    fonts = FontBook(read_font)
    checkpoint()
    if options.tile:
        cut = cut or cut_poster(poster, options, theme)
        if isinstance(poster, Poster):
            poster = poster.printed(cut.tiling.scale)
    along = document if attached is None else attached
    inside: Packing | None = None
    if options.attach and not options.blank:
        known = options.source if whole else None
        inside = Packing(known or _source(along, options.created), 7)  # packed while the poster is painted
    painted = _painter(theme, fonts).paint(poster.ops)
    title = document.info.title.strip() or translate("Export", "Journey map")
    hung_in_parts = options.tile is not None
    file = PdfFile(fonts, title=title, lang=document.info.language, created=options.created, one_sided=hung_in_parts)
    width_mm, height_mm = poster.width_px * poster.px_to_mm, poster.height_px * poster.px_to_mm
    file.form(_MAP, painted, poster.width_px, poster.height_px)
    names = _names(document)
    tiling: Tiling | None = None
    hung: tuple[str, ...] = ()
    if options.tile and cut is not None:
        tiling = cut.tiling
        # A sheet that became empty is printed over what hangs there.
        hung = tuple(tile.name for tile in tiling.tiles if tile.name in cut.hung.union(changed or ()))
        sheets = _tiled(file, document, poster, painted, tiling, paper_name(options.tile), options, lang, hung, changed)
        pages, scale, unscaled = len(sheets) + options.assembly, tiling.scale, tiling.unscaled
        page_mm = tiling.sheet
    else:
        width, height = (min(side * PT_PER_MM, MAX_SIDE) for side in (width_mm, height_mm))
        if max(width_mm, height_mm) > LONGEST + 0.5:
            raise ExportError(too_long(max(width_mm, height_mm)))
        k = poster.px_to_mm * PT_PER_MM
        places = _titled(painted.places, names)
        marks = {f"{i}": (p.x * k, height - p.y * k) for i, (p, _) in enumerate(places)}
        file.page(
            width,
            height,
            shown=[Shown(_MAP, k, 0, height)],
            label=_page_label(options, width_mm, height_mm),
            bookmarks=marks,
        )
        file.outline(_outline(places))
        sheets, pages, scale, unscaled, page_mm = (), 1, 1.0, 1, (width_mm, height_mm)
    checkpoint()
    if inside is not None:
        file.attach(_file_name(title), inside, description=title)
    reading = reading_of(document, poster, scale) if isinstance(poster, Poster) else None
    data = file.save(reading_order(document), lanes=translate("Export", "Lanes"))
    report = ExportReport(
        pages=pages,
        sheets=tuple(sheets),
        width_mm=width_mm * scale,
        height_mm=height_mm * scale,
        mm_per_px=poster.px_to_mm * scale,
        scale=scale,
        unscaled_sheets=unscaled,
        missing=missing_texts(document, painted.missing),
        size=len(data),
        tiling=tiling,
        paper_mm=page_mm,
        changed=changed,
        hung=hung,
        saving=cut.saving if cut is not None else None,
        attached=len(along.item_table) if inside is not None else None,
        reading=reading,
    )
    return data, report


def _page_label(options: PosterOptions, width_mm: float, height_mm: float) -> str:
    """The name of the one page: that of its paper, or its size."""
    if options.paper and options.roll_mm is None:
        return paper_name(options.paper)
    return f"{round(width_mm)} × {round(height_mm)} mm"


def theme_of(options: PosterOptions) -> Theme:
    """The colours of paper."""
    return load_theme("mono" if options.bw else "poster")


def read_font(key: str) -> bytes:
    """The file of a font key."""
    return FONTS[key].path.read_bytes()


def _painter(theme: Theme, fonts: FontBook, *, tagged: bool = True) -> Painter:
    return Painter(theme.color, fonts, tagged=tagged, grey=theme.name == "mono")


def _source(document: Document, created: datetime | None) -> bytes:
    """The map's file as the attachment has it: its stamp says the time only when the export was told one."""
    from model.files.native import dumps, save_stamp

    stamp = save_stamp(created)
    return dumps(document, saved_by=stamp if created else {"program": stamp["program"]})


def _file_name(title: str) -> str:
    """The attachment's name: the title without what file systems forbid."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return (" ".join(kept.split())[:80].strip(" .") or "map") + ".journey"


def _names(document: Document) -> dict[str, str]:
    """What phases and lanes are called in the bookmarks."""
    found = {phase.id: phase.name.strip() for phase in document.phases}
    found.update({lane.id: lane.name.strip() for lane in document.lanes})
    return found


def _titled(places: Sequence[Place], names: dict[str, str]) -> list[tuple[Place, str]]:
    """The places that have a name, phases first, each once."""
    found: dict[tuple[str, str | None], tuple[Place, str]] = {}
    for place in sorted(places, key=lambda p: p.role != "phase"):
        title = names.get(place.source_id or "") or place.label
        if title:
            found.setdefault((place.role, place.source_id), (place, title))
    return list(found.values())


def _outline(places: Sequence[tuple[Place, str]]) -> list[tuple[str, str, int]]:
    return [(title, f"{i}", 0) for i, (_, title) in enumerate(places)]


def _tiled(
    file: PdfFile,
    document: Document,
    poster: Drawing,
    painted: Painted,
    tiling: Tiling,
    sheet_name: str,
    options: PosterOptions,
    lang: str,
    hung: tuple[str, ...],
    changed: tuple[str, ...] | None,
) -> tuple[str, ...]:
    """The assembly page where it is wanted, and a page for each sheet that hangs or changed; answers their names."""
    from model.export.pdf_file import Shown

    theme = theme_of(options)
    painter, title = _painter(theme, file.fonts, tagged=False), document.info.title.strip()
    on_wall = [tile for tile in tiling.tiles if tile.name in hung]
    tiles = on_wall if changed is None else [tile for tile in on_wall if tile.name in changed]
    version = document.revision
    per_px = poster.px_to_mm * tiling.scale
    if options.assembly:
        plan = assembly_page(
            tiling,
            on_wall,
            paper_name=sheet_name,
            title=title,
            version=version,
            lang=lang,
            changed=changed,
            crop=options.marks,
        )
        small = Shown(_MAP, per_px * plan.map_scale, plan.map_x, plan.height - plan.map_y, reads=False)
        file.page(
            plan.width,
            plan.height,
            shown=[small],
            over=_painter(theme, file.fonts).paint(plan.ops),
            label=translate("Tiles", "Assembly"),
            bookmarks={"plan": (0, plan.height)},
        )
    places = _titled(painted.places, _names(document))
    titled = title
    if version:  # a sheet of an earlier print is known by it
        numbered = translate("Poster", "version {n}").format(n=version)
        titled = f"{numbered}  ·  {title}" if title else numbered  # a long title is cut off, and nothing before it
    k, sheet_h = PT_PER_MM, tiling.sheet[1] * PT_PER_MM
    pending = {f"{i}": place for i, (place, _) in enumerate(places)}
    glued: set[str] = set()
    for number, tile in enumerate(tiles, 1 + options.assembly):
        step(number, len(tiles) + options.assembly)
        x, top = (tiling.margin - tile.x) * k, sheet_h - (tiling.margin - tile.y) * k
        window = (tiling.margin * k, sheet_h - (tiling.margin + tile.h) * k, tile.w * k, tile.h * k)
        marks = {"tile-" + tile.name: (0.0, sheet_h)}
        for key, place in list(pending.items()):
            px, py = place.x * per_px, place.y * per_px
            if tile.x <= px < tile.x + tile.w and tile.y <= py < tile.y + tile.h:
                marks[key] = (x + px * k, top - py * k)
                del pending[key]
        strips: list[Shown] = []
        for strip in glue_edges(tiling, tile, hung):
            if strip.name not in glued:
                glued.add(strip.name)
                file.form(strip.name, painter.paint(strip.ops), strip.w, strip.h)
            strips.append(Shown(strip.name, 1.0, strip.x, sheet_h - strip.y))
        file.page(
            tiling.sheet[0] * k,
            sheet_h,
            shown=[Shown(_MAP, per_px * k, x, top, window), *strips],
            over=painter.paint(tile_marks(tiling, tile, titled, lang, crop=options.marks, hung=hung)),
            label=translate("Tiles", "Sheet {name}").format(name=tile.name),
            trim=trim_box(tiling, tile),
            bookmarks=marks,
        )
    entries = [(translate("Tiles", "How the map hangs"), "plan", 0)] if options.assembly else []
    entries += [entry for entry in _outline(places) if entry[1] not in pending]
    entries += [(translate("Tiles", "Sheet {name}").format(name=tile.name), "tile-" + tile.name, 0) for tile in tiles]
    file.outline(entries)
    return tuple(tile.name for tile in tiles)
