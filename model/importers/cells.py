"""What other programs put on the clipboard, as rows of cells: text with tabs, or the tables and lists of HTML.

CE1  Rows end with a line end, cells with a tab.  A cell that spreadsheets have put in quotes, because it holds a line
     end, a tab or a quote, is taken out of them; quotes round anything else are part of the text.
CE2  Of HTML the first table with two columns counts; without one, every block of text is a row.  A cell over several
     columns or rows is written in the first of them, the others are empty.  Where the text beside such a table is
     ragged, since a word processor wrote line ends of cells into it, the table is read.
CE3  Empty rows go, and empty columns at both sides.
CE4  No more than :data:`MOST_CHARACTERS`, :data:`MOST_TAGS`, :data:`MOST_CELLS` of a table, :data:`MOST_ROWS` and
     :data:`MOST_COLUMNS` are read; ``left_out`` counts the rows of a text beyond.

The time that reading takes grows with the text and no faster, whatever the text is: the clipboard belongs to everybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.plaintext import clean_text
from model.records import MAX_TEXT
from model.values import dataclass

MOST_CHARACTERS = 1_000_000
"""More than this is not read of a text, and four times as much of HTML, most of which is not text."""
MOST_TAGS = 200_000
MOST_CELLS = 100_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200

Row = tuple[str, ...]

# Possessive: what was read once is not tried again (CE1).
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)')
_END = re.compile(r"[\t\n]")
_BLANKS = re.compile(r"[ \t\r\f\v\n]+")
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE)
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")

_UNSEEN = frozenset({"style", "script", "title", "head", "template", "noscript"})
_BREAKS = frozenset(
    {"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr", "dt", "dd"}
)


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows of equally many cells, each a text without blanks at its ends, of one or more lines."""

    rows: tuple[Row, ...]
    left_out: int = 0

    @property
    def columns(self) -> int:
        """How many cells a row has."""
        return len(self.rows[0]) if self.rows else 0


def cells_on_clipboard(text: str, html: str = "") -> Cells:
    """The cells of what was copied, from its text or, where that says less, from its HTML (CE2)."""
    if not html:
        return cells_from_text(text)
    if not text.strip():
        return cells_from_html(html)
    rows, left_out = _text_rows(text)
    if "\t" in text and len({len(row) for row in rows if any(row)}) > 1:
        table = cells_from_html(html)
        if table.columns > 1:
            return table
    return _tidy(rows, left_out)


def cells_from_text(text: str) -> Cells:
    """The cells of a text (CE1)."""
    return _tidy(*_text_rows(text))


def lines_of(cell: str) -> list[str]:
    """The lines of a cell that say something."""
    return [line.strip() for line in cell.split("\n") if line.strip()]


def _text_rows(text: str) -> tuple[list[list[str]], int]:
    """(rows, how many lines were left out)."""
    text = clean_text(text[:MOST_CHARACTERS].removeprefix("\ufeff"))
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text) and len(rows) <= MOST_ROWS:
        while text.startswith("\n", at) and not rows[-1]:
            at += 1  # an empty row
        cell = _quoted(text, at) if text.startswith('"', at) else None
        if cell is None:
            end = found.start() if (found := _END.search(text, at)) else len(text)
            cell = text[at:end], end
        rows[-1].append(cell[0])
        at = cell[1] + 1
        if cell[1] < len(text) and text[cell[1]] == "\n":
            rows.append([])
    left = text[at:].split("\n", MOST_CHARACTERS) if len(rows) > MOST_ROWS else []
    return rows, sum(bool(line.strip()) for line in left)


def _quoted(text: str, at: int) -> tuple[str, int] | None:
    """(what a quoted cell holds, where it ends); None where the quotes are text (CE1)."""
    found = _QUOTED.match(text, at)
    if found is None:
        return None
    inner = found[1]
    if "\n" not in inner and "\t" not in inner and '""' not in inner:
        return None
    return inner.replace('""', '"').replace("\t", " "), found.end()


def _tidy(rows: Sequence[Sequence[str]], left_out: int = 0) -> Cells:
    kept = [[_bare(cell) for cell in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    kept = [row for row in kept if any(row)]
    if not kept:
        return Cells((), left_out)
    used = [place for row in kept for place, cell in enumerate(row) if cell]
    first, last = min(used), max(used)
    return Cells(
        tuple(tuple(row[first : last + 1]) + ("",) * (last + 1 - max(first, len(row))) for row in kept), left_out
    )


def _bare(cell: str) -> str:
    """A cell's text: no blanks at the ends of its lines, no more than a card can hold."""
    return "\n".join(lines_of(cell.replace("\u00a0", " ")))[:MAX_TEXT]


# -- HTML -------------------------------------------------------------------------------------------------------


def cells_from_html(html: str) -> Cells:
    """The cells of HTML (CE2)."""
    reader = _HtmlReader()
    reader.read(html[: 4 * MOST_CHARACTERS])
    for table in reader.tables:
        cells = _tidy(table)
        if cells.columns > 1:
            return cells
    return _tidy([[line] for line in clean_text("".join(reader.text)).split("\n")])


class _HtmlReader:
    """Reads HTML as much as a clipboard needs: tables, blocks, words.  Nothing in it can be wrong."""

    def __init__(self) -> None:
        self.tables: list[list[list[str]]] = []
        self.text: list[str] = []
        self._depth = 0  # tables inside tables are text of their cell
        self._cell: list[str] | None = None
        self._at = 0  # the place of the cell in its row
        self._under: dict[int, int] = {}  # column -> rows that a cell above still covers
        self._open_head = False
        self._cells = 0

    def read(self, html: str) -> None:
        at = tags = 0
        while at < len(html) and tags < MOST_TAGS and self._cells < MOST_CELLS:
            tags += 1
            start = html.find("<", at)
            self._say(html[at : start if start >= 0 else len(html)])
            if start < 0:
                break
            at = self._tag(html, start)
        self._end_cell()

    def _tag(self, html: str, start: int) -> int:
        """Take the tag that begins at ``start``; where what follows it begins."""
        if html.startswith("<!--", start):
            end = html.find("-->", start + 4)
            return len(html) if end < 0 else end + 3
        named = _NAME.match(html, start + 1)
        if named is None:
            if html.startswith(("<!", "<?", "</"), start):
                end = html.find(">", start)
                return len(html) if end < 0 else end + 1
            self._say("<")
            return start + 1
        end = html.find(">", named.end())
        if end < 0:
            return len(html)
        name = named[0].lower()
        if name in _UNSEEN and not self._open_head:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(html, end)
            if closing is not None:
                return closing.start()
            if name != "head":
                return len(html)
            self._open_head = True  # it may stay open
        self._act(name, html[named.end() : min(end, named.end() + 2_000)])
        return end + 1

    def _say(self, words: str) -> None:
        if words:
            from html import unescape  # not above: it is a large table of names

            said = _BLANKS.sub(" ", unescape(words))
            (self._cell if self._cell is not None else self.text).append(said)

    def _act(self, name: str, attributes: str) -> None:
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
                self._under = {}
        elif name == "/table":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self._end_cell()
        elif self._depth == 1 and name == "tr":
            self._end_cell()
            if len(self.tables[-1]) < MOST_ROWS:
                self.tables[-1].append([])
        elif self._depth == 1 and name in ("td", "th"):
            self._begin_cell(attributes)
        elif self._depth == 1 and name in ("/td", "/th", "/tr"):
            self._end_cell()
        if name.removeprefix("/") in _BREAKS:
            (self._cell if self._cell is not None else self.text).append("\n")

    def _begin_cell(self, attributes: str) -> None:
        self._end_cell()
        table = self.tables[-1]
        if not table:
            table.append([])
        row = table[-1]
        while self._under.get(len(row), 0) and len(row) < MOST_COLUMNS:
            self._under[len(row)] -= 1
            self._cells += 1
            row.append("")
        spans = {key.lower(): int(value) for key, value in _SPAN.findall(attributes)}
        self._cell = []
        wide = max(1, min(spans.get("colspan", 1), MOST_COLUMNS - len(row)))
        down = max(1, min(spans.get("rowspan", 1), MOST_ROWS))
        for place in range(len(row), len(row) + wide):
            self._under[place] = down - 1
        row += [""] * wide
        self._cells += wide
        self._at = len(row) - wide

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        self.tables[-1][-1][self._at] = clean_text("".join(self._cell))
        self._cell = None
