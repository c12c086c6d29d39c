"""The check of the map: what ``journeywall check`` finds in it, each finding with its place and the way there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.check import Finding, Level, check_document
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP, language, translate
from model.records import Action, Emotion
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.controls.lines_button import LINE, LinesButton
from widgets.controls.texts import name_for_readers
from widgets.look import paint
from widgets.look.fonts import sized_font, wrapped
from widgets.look.icons import paint_icon
from widgets.look.theme import look
from widgets.panels.page import Page, Tools, go_to_card
from widgets.panels.pieces import Group, KeyedColumn, walked

WAIT = 250
"""ms of quiet after an edit before the map is looked over again: that takes longer than an edit may."""
_LEFT, _TOP = 24.0, 5.0
_SIGNS: dict[Level, tuple[str, str]] = {
    "error": ("alert-circle", "state.danger"),
    "warning": ("alert-triangle", "state.warn"),
    "info": ("info-circle", "state.info"),
}
_TITLES: dict[Level, str] = {
    "error": QT_TRANSLATE_NOOP("CheckPage", "Wrong"),
    "warning": QT_TRANSLATE_NOOP("CheckPage", "Looks like a slip"),
    "info": QT_TRANSLATE_NOOP("CheckPage", "Not finished yet"),
}

Key = tuple[str, str, str, str]
"""Rule, table, id and words: what makes one finding another one."""


class FindingRow(LinesButton):
    """A finding: its sign, where it is, and what it is; a press goes there."""

    def __init__(self) -> None:
        super().__init__(10 + LINE)
        self._finding: Finding | None = None

    @property
    def words(self) -> str:
        """What is found."""
        return self._finding.text if self._finding is not None else ""

    @property
    def place(self) -> str:
        """Where it is found."""
        return self._finding.place if self._finding is not None else ""

    def show_finding(self, finding: Finding) -> None:
        """Show another finding."""
        self._finding = finding
        name_for_readers(self, f"{finding.place}: {finding.text}", translate("Panels", "Enter goes there."))
        self.grow()
        self.update()

    def grow(self) -> None:
        """The place may take several lines as well."""
        self._around = 10 + LINE * self._place_lines()
        super().grow()

    def _place_lines(self) -> int:
        layout = wrapped(self.place, self._bold(), self.text_width(max(self.width(), 120)), line=LINE)
        return max(1, layout.lineCount())

    @staticmethod
    def _bold() -> QFont:
        return sized_font(13, 600)

    def text_width(self, width: int) -> float:
        """What the sign leaves."""
        return max(40.0, width - _LEFT - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, the place, the words."""
        if self._finding is None:
            return
        painter = QPainter(self)
        if self.underMouse():
            paint.outlined(painter, QRectF(self.rect()), 3, fill="surface.hover")
        sign, color = _SIGNS[self._finding.level]
        paint_icon(painter, sign, QRectF(3, _TOP + 1, 15, 15), look().color(color))
        painter.setPen(look().color("ink.1"))
        wrapped(self.place, self._bold(), self.text_width(self.width()), line=LINE).draw(painter, QPointF(_LEFT, _TOP))
        painter.setPen(look().color("ink.2"))
        self.lines(self.width()).draw(painter, QPointF(_LEFT, _TOP + LINE * self._place_lines()))
        painter.end()


class CheckPage(Page):
    """The findings by how much they matter, those of one weight in the order of the map, as the command lists them."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._checked: tuple[Document, str] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self.check_now)
        self.count = PlainLabel("", "small", wrap=True)
        self.fine = QWidget()
        self.fine.setProperty("clear", True)
        line = QHBoxLayout(self.fine)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconMark("circle-check", 18, "state.ok"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            PlainLabel(lambda: translate("CheckPage", "Nothing is wrong, and nothing is unfinished."), wrap=True), 1
        )
        self.column.addWidget(self.count)
        self.column.addWidget(self.fine)
        self.groups: dict[Level, Group] = {}
        self.rows: dict[Level, KeyedColumn[Key, FindingRow]] = {}
        for level, title in _TITLES.items():
            group = self.groups[level] = Group(partial(translate, "CheckPage", title))
            self.rows[level] = KeyedColumn(self._make_row, 2)
            group.add(self.rows[level])
            self.column.addWidget(group)

    # -- what is shown ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look the map over: at once when the page comes, and after an edit as soon as there is quiet."""
        now = (self.document, language())
        if self._checked is None or self._checked[1] != now[1] or not self.isVisible():
            self.check_now()
        elif self._checked[0] is not now[0]:
            self._wait.start()

    def check_now(self) -> None:
        """Look the map over."""
        self._wait.stop()
        document = self.document
        if self._checked is not None and self._checked[0] is document and self._checked[1] == language():
            return
        self._checked = (document, language())
        found = check_document(document)
        for level, rows in self.rows.items():
            mine = {_key(one): one for one in found if one.level == level}
            rows.show_keys(mine)
            for key, finding in mine.items():
                rows.rows[key].show_finding(finding)
            self.groups[level].setVisible(bool(mine))
        serious = sum(one.level != "info" for one in found)
        self.fine.setVisible(not found)
        self.count.setVisible(bool(found))
        problems = translate("CheckPage", "%n problem(s)", n=serious)
        remarks = translate("CheckPage", "%n remark(s)", n=len(found) - serious)
        self.count.set_source(
            translate("CheckPage", "{problems}, {remarks}").format(problems=problems, remarks=remarks)
        )
        self.order_keyboard()

    def findings(self) -> list[tuple[str, str]]:
        """(place, words) of every row, as they are seen."""
        return [(row.place, row.words) for row in self._in_order()]

    # -- the way there ---------------------------------------------------------------------------------------

    def _go(self, key: Key) -> None:
        """Choose what the finding is about and show it on the map."""
        _, table, record_id, _ = key
        document, selection = self.document, self.tools.selection
        card = _card_of(document, table, record_id)
        if card:
            go_to_card(self.tools, card)
        elif table == "links" and (link := document.link_table.get(record_id)) is not None:
            selection.choose("link", [record_id])
            self.tools.reveal(link.source_id)
        elif table == "phases" and record_id in document.phase_table:
            selection.choose("phase", [record_id])
            self.tools.reveal(record_id)
        elif table == "steps" and record_id in document.step_table:
            selection.choose("step", [record_id])
            self.tools.reveal(record_id)
        elif table == "lanes" and record_id in document.lane_table:
            selection.choose("lane", [record_id])
            self.tools.reveal(record_id)
        elif table in ("personas", "channels", "assets"):
            self.tools.show_mode("people")
        else:
            selection.clear()
            self.tools.show_mode("details")

    # -- keyboard --------------------------------------------------------------------------------------------

    def _in_order(self) -> list[FindingRow]:
        return [row for rows in self.rows.values() for row in rows.rows.values()]

    def first_field(self) -> QWidget | None:
        """The first finding."""
        return next(iter(self._in_order()), None)

    def _make_row(self, key: Key) -> FindingRow:
        row = FindingRow()
        row.clicked.connect(lambda _checked=False: self._go(key))
        row.installEventFilter(self)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go from finding to finding."""
        return walked(self._in_order(), watched, event) or super().eventFilter(watched, event)


def _key(finding: Finding) -> Key:
    return finding.rule, finding.table, finding.id, finding.text


def _card_of(document: Document, table: str, record_id: str) -> str:
    """The card at which a finding about a record is seen; "" for none."""
    found = ""
    if table == "items":
        found = record_id
    elif table == "emotions":
        emotion = document.emotion_table.get(record_id)
        found = emotion.touchpoint_id if isinstance(emotion, Emotion) else ""
    elif table == "actions":
        action = document.action_table.get(record_id)
        found = action.item_id if isinstance(action, Action) else ""
    elif table == "assets":
        found = next((item.id for item in document.item_table.values() if record_id in item.pictures), "")
    return found if found in document.item_table else ""
