"""The paper kit as PDF files: one of all parts, or one for each.

PK10 A part is printed at true size: nothing is scaled, and the file asks viewers not to scale it either.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from model.document import Document
from model.draw.house import dressed
from model.draw.theme import load_theme
from model.export.errors import ExportError
from model.export.kit.ink import K
from model.export.kit.parts import PARTS, KitPart, chosen_parts
from model.export.kit.sheet import Composed, Kit
from model.export.missing import MissingText, missing_texts
from model.export.papers import millimetres, note_size, paper, paper_name
from model.export.pdf import read_font
from model.export.pdf_fonts import FontBook
from model.export.pdf_painted import MissingCharacter
from model.export.pdf_painter import Painter
from model.i18n import number, speaking, translate
from model.progress import checkpoint, step
from model.records import Asset
from model.values import dataclass

READ = frozenset(("handouts", "pains", "actions"))
"""Parts that are read, and may have a back; the others are hung or cut."""
PAPERS = ("A4", "A3", "letter")
"""What a kit may be printed on."""
MOST_ACROSS = 8
LEAST_NOTE = 38.0
"""mm; the smallest sticky notes on which one writes more than a word."""


@dataclass(frozen=True, slots=True)
class KitOptions:
    """What is asked of a kit.

    ``parts`` are ids of :data:`model.export.kit.parts.PARTS`, None for all that the map has the data for; ``paper`` one
    of :data:`PAPERS`; ``lang`` the language of the words (None: the map's own).  ``note_mm`` is the size of the notes
    in the room; ``across`` and ``down`` how many of them a phase and a lane of the wall map hold at least; ``wall``
    what the wall map is printed on: "tiles", "page", or the width of a roll in mm.  ``bw``: in black and white.
    ``day`` stands on every page (None: today); ``created`` is written as the file's date.  ``logo`` and ``accent`` are
    those of the organisation for this print (None: the map's own; "" for no colour).
    """

    parts: tuple[str, ...] | None = None
    paper: str = "A4"
    lang: str | None = None
    note_mm: tuple[float, float] = (76.0, 76.0)
    across: int = 2
    down: int = 1
    wall: str = "tiles"
    bw: bool = False
    day: date | None = None
    created: datetime | None = None
    logo: Asset | None = None
    accent: str | None = None


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part as it was made: its id, how many pages it takes, and on which page of its file it begins, from 0."""

    id: str
    pages: int
    start: int


@dataclass(frozen=True, slots=True)
class KitFile:
    """A PDF of one or more parts; ``missing`` are the characters that no font here can draw."""

    data: bytes
    parts: tuple[MadePart, ...]
    missing: tuple[MissingText, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(part.pages for part in self.parts)


def kit_of(document: Document, options: KitOptions) -> Kit:
    """The settings, looked at.  Raises ExportError, in the language that is spoken, for what cannot be."""
    name = paper_name(options.paper)
    if name not in PAPERS:
        text = translate("Kit", "A kit is printed on {papers}, not on {name}.")
        raise ExportError(text.format(papers=", ".join(PAPERS), name=name))
    for count in (options.across, options.down):
        if not 1 <= count <= MOST_ACROSS:
            text = translate("Kit", "A cell of the wall map holds 1 to {most} notes beside or below each other.")
            raise ExportError(text.format(most=number(MOST_ACROSS)))
    if options.wall not in ("tiles", "page"):
        try:
            float(options.wall)
        except ValueError:
            text = translate("Kit", "A wall map is printed on tiles, page, or a roll of so many mm; “{name}” is none.")
            raise ExportError(text.format(name=options.wall)) from None
    note = note_size(options.note_mm)
    if min(note) < LEAST_NOTE:
        text = translate(
            "Kit", "A note of the kit is {least} mm at least each way, to hold its number and place; {given} is not."
        )
        given = f"{millimetres(note[0])}x{millimetres(note[1])}"
        raise ExportError(text.format(least=number(LEAST_NOTE), given=given))
    return Kit(
        document=dressed(document, options.logo, options.accent),
        sheet=paper(name),
        paper=name,
        lang=options.lang or document.info.language,
        day=options.day or date.today(),  # noqa: DTZ011 - the day on the user's own calendar
        note=note,
        across=options.across,
        down=options.down,
        wall=options.wall,
        bw=options.bw,
    )


def composed_parts(document: Document, options: KitOptions) -> list[tuple[KitPart, Composed]]:
    """The parts as pages, without a file yet.  Raises ExportError for what cannot be printed."""
    kit = kit_of(document, options)
    parts = chosen_parts(document, options.parts)
    found = []
    for part in parts:
        checkpoint()
        found.append((part, _composed(part, kit)))
    return found


def _composed(part: KitPart, kit: Kit) -> Composed:
    """The part's pages, in the kit's language.  Raises ExportError, in the language that is spoken."""
    try:
        with speaking(kit.lang):
            return part.pages(kit)
    except ExportError:
        return part.pages(kit)  # refuses again, in the language of whoever asked


@dataclass(frozen=True, slots=True)
class Ready:
    """A part as pages; or, where it cannot be printed so, None and the reason."""

    part: KitPart
    composed: Composed | None
    reason: str = ""

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self.composed.pages) if self.composed is not None else 0


def ready_parts(document: Document, options: KitOptions) -> list[Ready]:
    """Every part of the table, whatever is asked for, as the settings make it.  Raises ExportError for bad settings."""
    kit = kit_of(document, options)
    found = []
    for part in PARTS.values():
        checkpoint()
        if not part.offered(document):
            found.append(Ready(part, None, part.reason))
            continue
        try:
            found.append(Ready(part, _composed(part, kit)))
        except ExportError as error:
            found.append(Ready(part, None, str(error)))
    return found


def kit_pdf(document: Document, options: KitOptions) -> KitFile:
    """All parts in one file.  Raises ExportError for what cannot be printed."""
    return kit_file(document, options, composed_parts(document, options))


def kit_files(document: Document, options: KitOptions) -> list[tuple[str, KitFile]]:
    """Each part as a file of its own, by the part's id.  Raises ExportError for what cannot be printed."""
    parts = composed_parts(document, options)
    return [(part.id, kit_file(document, options, [(part, composed)])) for part, composed in parts]


def kit_file(document: Document, options: KitOptions, parts: Iterable[tuple[KitPart, Composed]]) -> KitFile:
    """Parts that are composed with these settings, at least one, in one file."""
    from model.export.pdf_file import PdfFile, Shown

    lang = options.lang or document.info.language
    rows = list(parts)
    with speaking(lang):
        name = document.info.title.strip() or translate("Kit", "Journey map")
        told = rows[0][0].title if len(rows) == 1 else translate("Kit", "Paper kit")
        titles = {part.id: part.title for part, _ in rows}
    color = load_theme("mono" if options.bw else "poster").color
    fonts = FontBook(read_font)
    file = PdfFile(
        fonts,
        title=f"{name} · {told}",
        lang=document.info.language,
        created=options.created,
        one_sided=any(part.id not in READ for part, _ in rows),
    )
    painter = Painter(color, fonts, grey=options.bw)
    plain = Painter(color, fonts, tagged=False, grey=options.bw)
    missing: list[MissingCharacter] = []
    outline: list[tuple[str, str, int]] = []
    made: list[MadePart] = []
    total = sum(len(composed.pages) for _, composed in rows)
    for part, composed in rows:
        made.append(MadePart(part.id, len(composed.pages), sum(each.pages for each in made)))
        glue: set[str] = set()
        for form_name, form in composed.forms:
            # What is not the map itself are marks, which are no content.
            painted = (painter if form_name == part.id else plain).paint(form.ops)
            missing += painted.missing
            file.form(f"{part.id}-{form_name}", painted, form.width, form.height)
            glue.add(form_name)
        for index, page in enumerate(composed.pages):
            step(made[-1].start + index + 1, total)
            height = page.height * K
            shown = [
                Shown(
                    f"{part.id}-{stamp.form}", stamp.scale, stamp.x, height - stamp.y,
                    None if stamp.window is None
                    else (stamp.window[0], height - stamp.window[1] - stamp.window[3], *stamp.window[2:]),
                    stamp.reads,
                )
                for stamp in page.shown
            ]  # fmt: skip
            if page.frame:
                frame = f"{part.id}-frame-{index}"
                file.form(frame, plain.paint(page.frame), page.width * K, height)
                shown.append(Shown(frame, 1.0, 0.0, height, reads=False))
            painted = painter.paint(page.ops)
            missing += painted.missing
            places = {f"{part.id}-{index}-{i}": (0.0, height - mark.y * K) for i, mark in enumerate(page.marks)}
            if index == 0:
                places[part.id] = (0.0, height)
                outline.append((titles[part.id], part.id, 0))
            outline += [(mark.title, f"{part.id}-{index}-{i}", 1) for i, mark in enumerate(page.marks)]
            label = page.label or number(index + 1)
            trim = None
            if page.trim is not None:
                left, top, right, bottom = (side * K for side in page.trim)
                trim = (left, height - bottom, right, height - top)
            file.page(
                page.width * K,
                height,
                shown=shown,
                over=painted,
                label=f"{titles[part.id]} {label}",
                trim=trim,
                bookmarks=places,
            )
    file.outline(outline)
    return KitFile(file.save(), tuple(made), missing_texts(document, missing))
