"""The trace of a card: what it rests on, what is done about it, and what in the map has no support.

It follows the choice on the map, unless it is held: then one may walk along its rows and come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.fields import STATUSES, day_text
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.records import Action, Item
from model.trace import Standing, Trace, standing, trace_back, trace_forward, unanswered, unsupported
from model.values import dataclass
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.controls.lines_button import LinesButton
from widgets.controls.switch import Switch
from widgets.controls.texts import name_for_readers
from widgets.look import paint
from widgets.look.icons import paint_icon
from widgets.look.theme import look
from widgets.panels.note_chip import NoteChip
from widgets.panels.page import Page, Tools, go_to_card
from widgets.panels.pieces import Group, KeyedColumn, walked

INDENT = 14
"""px of a row for each step away from the card whose trace it is."""
DEEPEST = 6
"""Steps from which on rows are not moved in any further, so that their words have room."""

_STANDINGS: dict[Standing, str] = {
    "nothing": QT_TRANSLATE_NOOP("Trace", "Nothing is done about it yet."),
    "opportunity": QT_TRANSLATE_NOOP("Trace", "There is an idea, no solution yet."),
    "solution": QT_TRANSLATE_NOOP("Trace", "There is a solution, nobody acts on it yet."),
    "planned": QT_TRANSLATE_NOOP("Trace", "Actions are planned."),
    "doing": QT_TRANSLATE_NOOP("Trace", "It is being worked on."),
    "done": QT_TRANSLATE_NOOP("Trace", "All actions are done."),
}


def standing_text(value: Standing) -> str:
    """How far what is done about a card came, in the current language."""
    return translate("Trace", _STANDINGS[value])


def status_title(status: str) -> str:
    """The name of an action's status; one of a newer version by its own id."""
    known = next((choice for choice in STATUSES if choice.id == (status or STATUSES[0].id)), None)
    return known.title if known is not None else status


def action_words(action: Action) -> str:
    """An action in one line: text, status, owner, day."""
    parts = [action.text or translate("Trace", "(no text)"), status_title(action.status), action.owner]
    parts.append(day_text(action.due))
    return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place in the trace (ids from the first row on), how deep it is, what it shows."""

    key: tuple[str, ...]
    depth: int
    trace: Trace


def rows_of(trace: Trace) -> list[Row]:
    """The rows below the first one, in reading order."""
    found: list[Row] = []
    path: list[str] = []
    for depth, row in trace.walk():
        link = row.link.id if row.link is not None else ""
        path[depth:] = [f"{row.id}/{link}/{row.carried}/{row.from_source}"]
        if depth:
            found.append(Row(tuple(path), depth, row))
    return found


class ActionLine(LinesButton):
    """An action in words, in as many lines as they need; a press goes to its card."""

    def __init__(self) -> None:
        super().__init__(8)
        self._words = ""

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        name_for_readers(self, words, translate("Panels", "Enter goes there."))
        self.grow()
        self.update()

    def text_width(self, width: int) -> float:
        """What the tick leaves."""
        return max(40.0, width - 26.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tick, and the words."""
        painter = QPainter(self)
        if self.underMouse():
            paint.outlined(painter, QRectF(self.rect()), 3, fill="surface.hover")
        paint_icon(painter, "checkbox", QRectF(3, 5.5, 14, 14), look().color("ink.2"))
        painter.setPen(look().color("ink.1"))
        self.lines(self.width()).draw(painter, QPointF(23, 4))
        painter.end()


class TraceRow(QWidget):
    """A row: how it follows from the one above, and the card, or the words of the action."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._item = ""
        self.setProperty("clear", True)
        self.relation = PlainLabel("", "small", wrap=True)
        self.chip = NoteChip()
        self.chip.clicked.connect(lambda _checked=False: go_to_card(tools, self._item))
        self.act = ActionLine()
        self.act.clicked.connect(lambda _checked=False: go_to_card(tools, self._item))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        for widget in (self.relation, self.chip, self.act):
            self._box.addWidget(widget)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self.act if self.chip.isHidden() else self.chip

    def show_row(self, row: Row) -> None:
        """Show a row of the trace."""
        trace = row.trace
        self._item = trace.item.id
        self._box.setContentsMargins(INDENT * (min(row.depth, DEEPEST) - 1), 0, 0, 0)
        again = translate("Trace", "shown above already")
        self.relation.set_source(f"{trace.relation} ({again})" if trace.again else trace.relation)
        self.chip.setVisible(trace.action is None)
        self.act.setVisible(trace.action is not None)
        if trace.action is None:
            self.chip.show_card(self._tools.bridge.document, trace.item, numbered=True)
        else:
            self.act.show_words(action_words(trace.action))


class CardRow(QWidget):
    """A card of a list, and what there is to say of it."""

    def __init__(self, tools: Tools, item_id: str) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self.chip = NoteChip()
        self.chip.clicked.connect(lambda _checked=False: go_to_card(tools, item_id))
        self.words = PlainLabel("", "small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(self.chip)
        box.addWidget(self.words)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self.chip


class TracePage(Page):
    """The trace of the chosen card, and the lists of the whole map."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._held = ""
        self.empty = QWidget()
        self.empty.setProperty("clear", True)
        hint = QHBoxLayout(self.empty)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(8)
        hint.addWidget(IconMark("git-merge", 18), 0, Qt.AlignmentFlag.AlignTop)
        sentence = PlainLabel(
            lambda: translate("Trace", "Pick a note to see what it rests on and what is done about it."),
            "small",
            wrap=True,
        )
        hint.addWidget(sentence, 1)
        self.root = NoteChip()
        self.root.installEventFilter(self)
        self.root.clicked.connect(lambda _checked=False: go_to_card(tools, self._root_id()))
        self.standing = PlainLabel("", "small", wrap=True)
        self.hold = Switch(lambda: translate("Trace", "Hold this trace while I go along its notes"))
        self.hold.toggled.connect(self._hold_changed)
        self.hold_row = QWidget()
        self.hold_row.setProperty("clear", True)
        holding = QHBoxLayout(self.hold_row)
        holding.setContentsMargins(0, 0, 0, 0)
        words = PlainLabel(lambda: translate("Trace", "Hold this trace while I go along its notes"), "small", wrap=True)
        holding.addWidget(words, 1)
        holding.addWidget(self.hold)
        self.back = Group(lambda: translate("Trace", "What it rests on"))
        self.forward = Group(lambda: translate("Trace", "What is done about it"))
        self.back_rows: KeyedColumn[tuple[str, ...], TraceRow] = KeyedColumn(self._make_row, 6)
        self.forward_rows: KeyedColumn[tuple[str, ...], TraceRow] = KeyedColumn(self._make_row, 6)
        self.no_ground = PlainLabel(lambda: translate("Trace", "It rests on nothing yet."), "small", wrap=True)
        self.no_follow = PlainLabel(lambda: translate("Trace", "Nothing rests on it yet."), "small", wrap=True)
        self.back.add(self.back_rows, self.no_ground)
        self.forward.add(self.forward_rows, self.no_follow)
        self.loose = Group(lambda: translate("Trace", "No support"))
        self.loose_rows: KeyedColumn[str, CardRow] = KeyedColumn(self._make_card, 6)
        self.no_loose = PlainLabel(
            lambda: translate("Trace", "Every note that should rest on something does."), "small"
        )
        self.no_loose.setWordWrap(True)
        self.loose.add(self.loose_rows, self.no_loose)
        self.open = Group(lambda: translate("Trace", "Pain points without an action"))
        self.open_rows: KeyedColumn[str, CardRow] = KeyedColumn(self._make_card, 6)
        self.no_open = PlainLabel(lambda: translate("Trace", "Something is done about every pain point."), "small")
        self.no_open.setWordWrap(True)
        self.open.add(self.open_rows, self.no_open)
        for widget in (
            *(self.empty, self.root, self.standing, self.hold_row),
            *(self.back, self.forward, self.loose, self.open),
        ):
            self.column.addWidget(widget)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _root_id(self) -> str:
        """The card whose trace is shown; "" for none."""
        if self._held in self.document.item_table:
            return self._held
        chosen = self.tools.selection
        ids = chosen.ids if chosen.kind == "cards" else ()
        return ids[0] if len(ids) == 1 and ids[0] in self.document.item_table else ""

    def refresh(self) -> None:
        """Show the trace and the lists."""
        document = self.document
        if self._held and self._held not in document.item_table:
            self._held = ""
            self.hold.setChecked(False)
        root = document.item_table.get(self._root_id())
        self.empty.setVisible(root is None)
        for widget in (self.root, self.standing, self.hold_row, self.back, self.forward):
            widget.setVisible(root is not None)
        if root is not None:
            self._show_trace(root)
        self._show_cards(self.loose_rows, [(found.item, found.text) for found in unsupported(document)])
        worst = sorted(unanswered(document), key=lambda found: -(found.item.severity or 0))
        self._show_cards(self.open_rows, [(found.item, standing_text(found.standing)) for found in worst])
        self.no_loose.setVisible(not self.loose_rows.rows)
        self.no_open.setVisible(not self.open_rows.rows)

    def _show_trace(self, root: Item) -> None:
        document = self.document
        self.root.show_card(document, root, numbered=True)
        self.standing.set_source(partial(standing_text, standing(document, root.id)))
        for rows, trace, nothing in (
            (self.back_rows, trace_back(document, root.id), self.no_ground),
            (self.forward_rows, trace_forward(document, root.id), self.no_follow),
        ):
            found = rows_of(trace)
            rows.show_keys([row.key for row in found])
            for row in found:
                rows.rows[row.key].show_row(row)
            nothing.setVisible(not found)

    def _show_cards(self, column: KeyedColumn[str, CardRow], cards: Iterable[tuple[Item, str]]) -> None:
        found: dict[str, tuple[Item, list[str]]] = {}
        for item, words in cards:
            found.setdefault(item.id, (item, []))[1].append(words)
        column.show_keys(found)
        for item_id, (item, sentences) in found.items():
            row = column.rows[item_id]
            row.chip.show_card(self.document, item, numbered=True)
            row.words.set_source(" ".join(sentences))

    def _hold_changed(self, on: bool) -> None:
        self._held = self._root_id() if on else ""
        self.refresh()

    # -- keyboard --------------------------------------------------------------------------------------------

    def controls(self) -> list[QWidget]:
        """The rows that take the keyboard, as they are seen."""
        rows: list[QWidget] = [self.root] if self.root.isVisible() else []
        for column in (self.back_rows, self.forward_rows, self.loose_rows, self.open_rows):
            rows += [row.control for row in column.rows.values() if row.isVisible()]
        return rows

    def first_field(self) -> QWidget | None:
        """The first row."""
        return next(iter(self.controls()), None)

    def _make_row(self, _key: tuple[str, ...]) -> TraceRow:
        row = TraceRow(self.tools)
        row.chip.installEventFilter(self)
        row.act.installEventFilter(self)
        return row

    def _make_card(self, item_id: str) -> CardRow:
        row = CardRow(self.tools, item_id)
        row.chip.installEventFilter(self)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go from row to row."""
        return walked(self.controls(), watched, event) or super().eventFilter(watched, event)
