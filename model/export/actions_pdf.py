"""The action list as a PDF, tagged and with a bookmark for each heading."""

from __future__ import annotations

from datetime import date, datetime

from model.actionlist import Grouping, action_lines
from model.document import Document
from model.draw.actionsheet import PT_PER_MM, compose_action_sheets
from model.draw.house import dressed
from model.draw.theme import load_theme
from model.export.errors import ExportError
from model.export.missing import missing_texts
from model.export.pages import Orientation, turned
from model.export.papers import paper
from model.export.pdf import ExportReport, read_font
from model.export.pdf_fonts import FontBook
from model.export.pdf_painted import MissingCharacter
from model.export.pdf_painter import Painter
from model.i18n import speaking, translate
from model.records import Asset
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class ActionListOptions:
    """What is asked of a printed action list.

    ``paper`` is a key of :data:`model.export.pages.PAPERS`; "auto" is upright.  ``by`` is how it is grouped, ``lang``
    the language of its words (None: the map's own).  ``day`` stands at its top and says what is overdue (None: today);
    ``created`` is written as the file's date.  ``logo`` is that of this print (None: the map's own).
    """

    paper: str = "A4"
    orientation: Orientation = "auto"
    by: Grouping = "solution"
    lang: str | None = None
    day: date | None = None
    created: datetime | None = None
    logo: Asset | None = None


def action_list_pdf(document: Document, options: ActionListOptions) -> tuple[bytes, ExportReport]:
    """The list's bytes and the report of it.  Raises ExportError for a map without actions, or an unknown paper."""
    from model.export.pdf_file import PdfFile, Shown

    size = turned(paper(options.paper), "landscape" if options.orientation == "landscape" else "portrait")
    if not action_lines(document):
        raise ExportError(
            translate("Export", "This map has no actions yet. Give a solution its first action, then print the list.")
        )
    lang = options.lang or document.info.language
    with speaking(lang):
        day = options.day or date.today()  # noqa: DTZ011 - the day on the user's own calendar
        sheets = compose_action_sheets(dressed(document, options.logo, None), *size, lang=lang, by=options.by, day=day)
        title = document.info.title.strip() or translate("Export", "Journey map")
        told = f"{title} · {translate('Lists', 'Action list')}"
    theme, fonts = load_theme("poster"), FontBook(read_font)
    file = PdfFile(fonts, title=told, lang=document.info.language, created=options.created)
    painter, plain = Painter(theme.color, fonts), Painter(theme.color, fonts, tagged=False)
    missing: list[MissingCharacter] = []
    for page, (ops, frame) in enumerate(zip(sheets.pages, sheets.frames, strict=True)):
        name = f"frame-{page}"
        file.form(name, plain.paint(frame), sheets.width, sheets.height)
        painted = painter.paint(ops)
        missing += painted.missing
        file.page(
            sheets.width,
            sheets.height,
            shown=[Shown(name, 1.0, 0.0, sheets.height, reads=False)],
            over=painted,
            label=str(page + 1),
            bookmarks={
                f"group-{i}": (0.0, sheets.height - mark.y) for i, mark in enumerate(sheets.marks) if mark.page == page
            },
        )
    file.outline([(mark.title, f"group-{i}", 0) for i, mark in enumerate(sheets.marks)])
    data = file.save()
    return data, ExportReport(
        pages=len(sheets.pages),
        sheets=(),
        width_mm=sheets.width / PT_PER_MM,
        height_mm=sheets.height / PT_PER_MM,
        mm_per_px=1 / PT_PER_MM,
        scale=1.0,
        unscaled_sheets=len(sheets.pages),
        missing=missing_texts(document, missing),
        size=len(data),
    )
