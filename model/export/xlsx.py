"""Export to an Excel workbook: the filled map, or an empty template with drop-down lists.

openpyxl writes; three of its habits are guarded here: text that starts with ``=`` would become a formula, text over
32,767 characters is cut in silence, and names of sheets and tables are hardly checked.  What a workbook holds is
decided in :mod:`model.export.xlsx_plan`.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from model.document import Document
from model.draw.house import House, house_of
from model.draw.theme import load_theme
from model.export.xlsx_parts import CELL_LIMIT, Column, Sheet, Value, lane_title, persona_title
from model.export.xlsx_pictures import Thumbnails, most_beside, put_pictures
from model.export.xlsx_plan import Plan, plan_workbook
from model.files.atomic import write_atomic
from model.i18n import speaking, translate
from model.kinds import ITEM_KINDS
from model.scale import SCORES, score_text
from model.values import dataclass

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

FORMAT_VERSION = 1
"""Of the workbook's form; written into it, so that a later program knows what it reads."""

_LINE_HEIGHT = 15.0
"""pt of one line in the workbook's font."""
_PHASE_WIDTH = 30.0
"""Characters of a phase's column in the overview."""
_PAGE_WIDTH = 260.0
"""Characters beside each other that can still be read on a sheet of A3; what is wider goes on beside it."""
_MOST_HEIGHT = 409.0
"""pt of the highest row (Excel specifications and limits, Microsoft)."""

KEY_ROW, HEAD_ROW = 1, 2
"""Row 1, hidden, holds the columns' keys; row 2 their titles; records follow."""

LISTS, ABOUT = "_lists", "_journeywall"
"""Hidden sheets: the lists of choices, and what this workbook is."""


@dataclass(frozen=True, slots=True)
class WorkbookReport:
    """What was written: ``cards`` rows, ``sheets`` that people see, ``bytes`` of the file."""

    cards: int
    sheets: tuple[str, ...]
    bytes: int


def export_xlsx(
    document: Document, path: str | os.PathLike[str], *, lang: str | None = None, blank: bool = False
) -> WorkbookReport:
    """Write the workbook to ``path``, whole or not at all, in ``lang`` or the map's own language.

    ``blank``: a template with the map's phases, lanes, personas and channels and no cards.
    Raises model.files.errors.WriteError when the file cannot be written.
    """
    data, report = workbook_bytes(document, lang=lang, blank=blank)
    write_atomic(path, data)
    return report


def workbook_bytes(document: Document, *, lang: str | None = None, blank: bool = False) -> tuple[bytes, WorkbookReport]:
    """The workbook as bytes."""
    with speaking(lang or document.info.language):
        plan = plan_workbook(document, blank=blank)
        book = _build(document, plan, blank=blank)
    stream = io.BytesIO()
    book.save(stream)
    shown = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")
    data = stream.getvalue()
    return data, WorkbookReport(len(plan.sheets[0].rows), shown, len(data))


def _build(document: Document, plan: Plan, *, blank: bool) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    styles = _Styles(book, house_of(document))
    if not blank:
        _overview(book, document, styles)
    for sheet in plan.sheets:
        _write_sheet(book, sheet, styles)
    _write_lists(book, plan)
    _write_about(book, document, plan, blank=blank)
    book.active = book.worksheets[0] if blank else book.worksheets[1]
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is book.active
    book.properties.title = document.info.title or translate("Workbook", "Customer journey map")
    book.properties.creator = "Journeywall"
    book.properties.language = document.info.language
    return book


class _Styles:
    """Shared styles: one object for all cells that look the same keeps the file small and the writing quick."""

    def __init__(self, book: Workbook, house: House) -> None:
        from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

        theme = load_theme("light")

        def argb(token: str) -> str:
            return "FF" + theme.color(token)[1:7]

        hair = Side(style="thin", color=argb("line.hair"))
        border = Border(left=hair, right=hair, top=hair, bottom=hair)
        self._fill: dict[str, Any] = {}
        self._argb = argb
        self._pattern = PatternFill

        def style(name: str, **parts: Any) -> str:
            book.add_named_style(NamedStyle(name=name, **parts))
            return name

        top = Alignment(vertical="top", wrap_text=True)
        self.text = style("jw text", alignment=top, border=border, font=Font(name="Calibri", size=11))
        self.number = style(
            "jw number", alignment=Alignment(vertical="top", horizontal="center"), border=border, number_format="0"
        )
        self.score = style(
            "jw score", alignment=Alignment(vertical="top", horizontal="center"), border=border, number_format="+0;−0;0"
        )
        self.date = style(
            "jw date",
            alignment=Alignment(vertical="top", horizontal="center"),
            border=border,
            number_format="d mmm yyyy",
        )
        self.told = style(
            "jw told", alignment=top, border=border, font=Font(name="Calibri", size=11, color=argb("ink.3"))
        )
        self.head = style(
            "jw head",
            alignment=Alignment(vertical="center", wrap_text=True),
            border=border,
            font=Font(name="Calibri", size=11, bold=True, color=argb("phase.ink")),
            fill=PatternFill("solid", fgColor=argb(house.shade or "phase.fill")),
        )
        self.title = style("jw title", font=Font(name="Calibri", size=18, bold=True))
        self.quiet = style("jw quiet", font=Font(name="Calibri", size=10, color=argb("ink.3")), alignment=top)
        self.line = style("jw line", font=Font(name="Calibri", size=10, color=argb("ink.3")))
        self.lane = style("jw lane", font=Font(name="Calibri", size=11, bold=True), alignment=top, border=border)

    def of(self, column: Column) -> str:
        """The style of a column's cells."""
        if column.scale == "score" and 0 not in column.levels:
            return self.number  # a sign would say too much of 1 to 5, and nothing of words
        own = {"score": self.score, "date": self.date, "": self.told if column.told else self.text}
        return own.get(column.scale, self.number)

    def fill(self, kind: str) -> Any:
        """The colour of a kind of card, as on the map."""
        if kind not in self._fill:
            token = ITEM_KINDS[kind].token if kind in ITEM_KINDS else "note"
            self._fill[kind] = self._pattern("solid", fgColor=self._argb(f"note.{token}.fill"))
        return self._fill[kind]


def _put(sheet: Worksheet, row: int, column: int, value: Value, style: str) -> Any:
    """Write one value; text is text, whatever it begins with."""
    cell = sheet.cell(row=row, column=column)
    cell.style = style
    if isinstance(value, str):
        if len(value) > CELL_LIMIT:
            raise ValueError(f"a text of {len(value)} characters does not fit a cell")
        cell.value = value
        cell.data_type = "s"
        if value[:1] in {"=", "+", "-", "@", "'", "\t"}:
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
    return cell


def _write_sheet(book: Workbook, plan: Sheet, styles: _Styles) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table, TableStyleInfo

    sheet = book.create_sheet(plan.title)
    small = Thumbnails()
    by_column = [styles.of(column) for column in plan.columns]
    for c, column in enumerate(plan.columns, 1):
        _put(sheet, KEY_ROW, c, column.key, styles.quiet)
        _put(sheet, HEAD_ROW, c, column.title, styles.head)
        letter = get_column_letter(c)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].hidden = column.hidden
    for r, row in enumerate(plan.rows, HEAD_ROW + 1):
        for c, (value, style) in enumerate(zip(row, by_column, strict=True), 1):
            _put(sheet, r, c, value, style)
        shown = [(value, c.width) for value, c in zip(row, plan.columns, strict=True) if not c.hidden]
        _fit_height(sheet, r, shown)
        if plan.pictures:
            _show_pictures(sheet, r, plan, small, by_column)
        if plan.kinds:
            sheet.cell(row=r, column=column_index(plan.columns, "kind")).fill = styles.fill(
                plan.kinds[r - HEAD_ROW - 1]
            )
    last = HEAD_ROW + len(plan.rows) + plan.blank_rows
    for r in range(HEAD_ROW + len(plan.rows) + 1, last + 1):
        for c, style in enumerate(by_column, 1):
            sheet.cell(row=r, column=c).style = style
    table_end = HEAD_ROW + (len(plan.rows) or plan.blank_rows or 1)
    table = Table(displayName=f"jw_{plan.key}", ref=f"A{HEAD_ROW}:{get_column_letter(len(plan.columns))}{table_end}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.row_dimensions[HEAD_ROW].height = 32
    first_free = next((i for i, column in enumerate(plan.columns, 1) if column.key in {"phase", "name"}), 2)
    sheet.freeze_panes = sheet.cell(row=HEAD_ROW + 1, column=first_free)
    _choices(sheet, plan, max(last, table_end))
    _scales(sheet, plan, max(last, table_end))
    _print_setup(sheet, HEAD_ROW)
    width = sum(column.width for column in plan.columns if not column.hidden)
    if width > _PAGE_WIDTH:
        sheet.page_setup.fitToWidth = ceil(width / _PAGE_WIDTH)
        sheet.print_title_cols = f"A:{get_column_letter(first_free - 1)}"


def _show_pictures(sheet: Worksheet, row: int, plan: Sheet, made: Thumbnails, styles: Sequence[str]) -> None:
    """Put a row's pictures into its cell, and make the row as high as they need (XP1)."""
    column = column_index(plan.columns, "pictures")
    name, pictures = plan.pictures[row - HEAD_ROW - 1]
    if not pictures:
        return
    beside = most_beside([own for _, own in plan.pictures])
    height, said = put_pictures(sheet, row, column, pictures, name, made, beside)
    if said:
        _put(sheet, row, column, said, styles[column - 1])
    usual = sheet.row_dimensions[row].height or _LINE_HEIGHT
    sheet.row_dimensions[row].height = min(max(usual, height), _MOST_HEIGHT)


def _fit_height(sheet: Worksheet, row: int, cells: list[tuple[Value, float]]) -> None:
    """Make a row as high as its wrapped texts need: programs that only open a file do not work that out again."""
    lines = max((_lines(value, width) for value, width in cells), default=1)
    if lines > 1:
        sheet.row_dimensions[row].height = min(lines * _LINE_HEIGHT + 2, _MOST_HEIGHT)


def _lines(value: Value, width: float) -> int:
    """How many lines a text takes in a column of ``width`` characters: an estimate on the safe side."""
    if not isinstance(value, str):
        return 1
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in value.split("\n"))


def _choices(sheet: Worksheet, plan: Sheet, last: int) -> None:
    """Drop-down lists and hints for every row that may be filled in."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for c, column in enumerate(plan.columns, 1):
        limited = column.limits is not None or column.scale == "date"
        if not column.choices and not column.hint and not limited:
            continue
        rule = DataValidation(
            type="list" if column.choices else None,
            formula1=f"jw_{column.choices}" if column.choices else None,
            allow_blank=True,
            showErrorMessage=column.strict or limited,
            showInputMessage=bool(column.hint),
        )
        if limited:
            _limit(rule, column)
        elif column.strict:
            rule.errorStyle = "stop"
            rule.errorTitle = translate("Workbook", "Choose from the list")
            rule.error = translate("Workbook", "This column takes a value of its list, or nothing.")
        if column.hint:
            rule.promptTitle = column.title[:32]
            rule.prompt = column.hint[:255]
        letter = get_column_letter(c)
        rule.add(f"{letter}{HEAD_ROW + 1}:{letter}{last}")
        sheet.add_data_validation(rule)


def _limit(rule: DataValidation, column: Column) -> None:
    """Take whole numbers within the column's limits only, or days only."""
    if column.limits is not None:
        low, high = column.limits
        rule.type, rule.operator, rule.formula1, rule.formula2 = "whole", "between", str(low), str(high)
        text = translate("Workbook", "This column takes a whole number from {low} to {high}, or nothing.")
        rule.error = text.format(low=low, high=high)
    else:
        # 1 is the first day that every spreadsheet program knows (1 January 1900).
        rule.type, rule.operator, rule.formula1 = "date", "greaterThanOrEqual", "1"
        rule.error = translate("Workbook", "This column takes a date, or nothing.")
    rule.errorStyle = "stop"
    rule.errorTitle = translate("Workbook", "Not that")


def _scales(sheet: Worksheet, plan: Sheet, last: int) -> None:
    """Scores and severities in the colours of the map, by rule, so that new rows get them too."""
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    theme = load_theme("light")
    for c, column in enumerate(plan.columns, 1):
        letter = get_column_letter(c)
        span = f"{letter}{HEAD_ROW + 1}:{letter}{last}"
        if column.scale == "score":
            for score, value in zip(SCORES, column.levels, strict=True):
                if not score:
                    continue
                colour, ink = theme.color(f"emotion.{score}.fill")[1:7], theme.color(f"emotion.{score}.ink")[1:7]
                sheet.conditional_formatting.add(
                    span,
                    CellIsRule(
                        operator="equal",
                        formula=[f'"{value}"' if isinstance(value, str) else str(value)],
                        fill=PatternFill("solid", bgColor=f"FF{colour}"),
                        font=Font(color=f"FF{ink}"),
                    ),
                )
        elif column.scale == "severity":
            fill = PatternFill("solid", bgColor="FF" + theme.color("note.pain.fill")[1:7])
            sheet.conditional_formatting.add(
                span, CellIsRule(operator="greaterThanOrEqual", formula=["4"], fill=fill, font=Font(bold=True))
            )


def _print_setup(sheet: Worksheet, repeat_to: int) -> None:
    """A3 landscape, as wide as one page, headings on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3 in the numbering of Office Open XML (18.3.1.63)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if repeat_to:
        sheet.print_title_rows = f"1:{repeat_to}"
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "&P / &N"


def _overview(book: Workbook, document: Document, styles: _Styles) -> None:
    """The map as people know it from a wall: phases across, lanes down; to read and print, not to come back."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(translate("Workbook", "Overview"))
    _put(sheet, 1, 1, document.info.title or translate("Workbook", "Customer journey map"), styles.title)
    _put(sheet, 2, 1, document.info.subtitle or None, styles.line)
    hint = translate("Workbook", "Made from the sheet “Notes”. Change notes there.")
    _put(sheet, 3, 1, hint, styles.line)
    head = 4
    _put(sheet, head, 1, None, styles.head)
    sheet.column_dimensions["A"].width = 20
    for c, phase in enumerate(document.phases, 2):
        _put(sheet, head, c, f"{c - 1} {phase.name}".strip(), styles.head)
        sheet.column_dimensions[get_column_letter(c)].width = _PHASE_WIDTH
    row = head + 1
    for lane in document.lanes:
        columns = [document.phase_cell(lane.id, phase.id) for phase in document.phases]
        if lane.kind == "channels":
            names = [_channel_names(document, phase.id) for phase in document.phases]
            _put(sheet, row, 1, lane_title(lane), styles.lane)
            for c, text in enumerate(names, 2):
                _put(sheet, row, c, text or None, styles.text)
            _fit_height(sheet, row, [(text, _PHASE_WIDTH) for text in names])
            row += 1
            continue
        if lane.kind == "emotion":
            row = _feelings(sheet, document, lane_title(lane), row, styles)
            continue
        height = max((len(cards) for cards in columns), default=0)
        for i in range(max(height, 1)):
            _put(sheet, row, 1, lane_title(lane) if i == 0 else None, styles.lane)
            for c, cards in enumerate(columns, 2):
                item = cards[i] if i < len(cards) else None
                cell = _put(sheet, row, c, item.text if item else None, styles.text)
                if item is not None:
                    cell.fill = styles.fill(item.kind)
            _fit_height(sheet, row, [(cards[i].text, _PHASE_WIDTH) for cards in columns if i < len(cards)])
            row += 1
    sheet.freeze_panes = sheet.cell(row=head + 1, column=2)
    sheet.print_title_cols = "A:A"
    _print_setup(sheet, head)


def _channel_names(document: Document, phase_id: str) -> str:
    names: dict[str, None] = {}
    for step in document.steps_by_phase[phase_id]:
        names.update((channel.name, None) for channel in document.channels_by_step.get(step.id, ()))
    return ", ".join(names)


def _feelings(sheet: Worksheet, document: Document, title: str, row: int, styles: _Styles) -> int:
    """A row per persona with its scores in each phase, in order.  Returns the next free row."""
    scale = document.info.emotion_scale
    for persona in document.personas:
        _put(sheet, row, 1, f"{title}: {persona_title(persona)}", styles.lane)
        for c, phase in enumerate(document.phases, 2):
            steps = {step.id for step in document.steps_by_phase[phase.id]}
            felt = [document.emotions.get((t.id, persona.id)) for t in document.touchpoints if t.step_id in steps]
            scores = [score_text(e.score, scale) for e in felt if e is not None and e.score is not None]
            _put(sheet, row, c, (", " if scale == "faces" else "   ").join(scores) or None, styles.text)
        row += 1
    return row


def _write_lists(book: Workbook, plan: Plan) -> None:
    """The hidden sheet of choices, each a column with a name that the drop-down lists use."""
    from openpyxl.utils import get_column_letter
    from openpyxl.workbook.defined_name import DefinedName

    sheet = book.create_sheet(LISTS)
    sheet.sheet_state = "hidden"
    for c, (name, values) in enumerate(plan.choices.items(), 1):
        _put(sheet, 1, c, name, "jw quiet")
        for r, value in enumerate(values, 2):
            _put(sheet, r, c, value, "jw text")
        letter = get_column_letter(c)
        last = max(len(values) + 1, 2)
        book.defined_names[f"jw_{name}"] = DefinedName(
            f"jw_{name}", attr_text=f"'{LISTS}'!${letter}$2:${letter}${last}"
        )
    _print_setup(sheet, 1)


def _write_about(book: Workbook, document: Document, plan: Plan, *, blank: bool) -> None:
    """What this workbook is, twice: as custom properties and on a hidden sheet, since some programs drop the one."""
    from openpyxl.packaging.custom import IntProperty, StringProperty

    facts: dict[str, str | int] = {
        "journeywall_workbook": FORMAT_VERSION,
        "document_id": document.document_id,
        "revision": document.revision,
        "language": document.info.language,
        "kind": "template" if blank else "map",
    }
    sheet = book.create_sheet(ABOUT)
    sheet.sheet_state = "hidden"
    for r, (key, value) in enumerate(facts.items(), 1):
        _put(sheet, r, 1, key, "jw text")
        _put(sheet, r, 2, value, "jw text")
        prop = IntProperty if isinstance(value, int) else StringProperty
        book.custom_doc_props.append(prop(name=key, value=value))
    for r, part in enumerate(plan.sheets, len(facts) + 1):
        _put(sheet, r, 1, f"sheet:{part.key}", "jw text")
        _put(sheet, r, 2, part.title, "jw text")
    _print_setup(sheet, 0)


def column_index(columns: tuple[Column, ...], key: str) -> int:
    """The place of a column by its key, from 1.  Raises KeyError."""
    for i, column in enumerate(columns, 1):
        if column.key == key:
            return i
    raise KeyError(key)
