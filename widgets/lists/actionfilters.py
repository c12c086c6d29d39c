"""The row over the action list: a new action, and which ones are shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from model.actionlist import Filter, said, status_title
from model.fields import STATUSES
from model.i18n import number, translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.labels import PlainLabel, Surface
from widgets.controls.search_field import SearchField
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.lists.actionmodel import ActionTable
from widgets.look.icons import icon

HEIGHT = 48
_ALL, _NONE = "", "\0none"
"""Values of a box: every row, and those that say nothing there; no name is a control character."""


class FilterBox(QComboBox):
    """A box with one value of a column, or all of them; what can be chosen follows the rows."""

    def __init__(self, name: TextSource, every: TextSource) -> None:
        super().__init__()
        self._name, self._every = name, every
        self._choices: list[tuple[str, TextSource]] = []
        self.setProperty("controlSize", "small")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(190)
        self.setMaxVisibleItems(14)

    def value(self) -> str:
        """The chosen value; "" for all."""
        return str(self.currentData() or _ALL)

    def show_choices(self, choices: Sequence[tuple[str, TextSource]]) -> None:
        """Offer other values; what is chosen stays chosen, also when no row says it any more."""
        now = self.value()
        wanted = [(_ALL, self._every), *choices]
        if now and now not in [value for value, _ in wanted]:
            wanted.append((now, now))
        self._choices = wanted
        self._fill(now)

    def choose(self, value: str) -> None:
        """Choose, silently."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)

    def _fill(self, now: str) -> None:
        texts = [(value, resolve(text)) for value, text in self._choices]
        if texts != [(self.itemData(i), self.itemText(i)) for i in range(self.count())]:
            self.blockSignals(True)
            self.clear()
            for value, text in texts:
                self.addItem(text, value)
            self.setCurrentIndex(max(0, self.findData(now)))
            self.blockSignals(False)
        name_for_readers(self, resolve(self._name))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._fill(self.value())
        super().changeEvent(event)


class FilterRow(Surface):
    """Filters at once with every choice."""

    add_wanted = Signal()

    def __init__(self, table: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        self._table = table
        self.setFixedHeight(HEIGHT)
        self.add = Button(lambda: translate("Lists", "Action"), icon_name="plus", small=True)
        self.add.setToolTip(translate("Lists", "New action"))
        self.search = SearchField(lambda: translate("Lists", "Search in the list"), small=True)
        self.search.setMaximumWidth(240)
        self.status = FilterBox(lambda: translate("Lists", "Status"), lambda: translate("Lists", "Every status"))
        self.owner = FilterBox(lambda: translate("Lists", "Owner"), lambda: translate("Lists", "Every owner"))
        self.department = FilterBox(
            lambda: translate("Lists", "Department"), lambda: translate("Lists", "Every department")
        )
        self.overdue = IconButton(
            "alert-triangle",
            lambda: translate("Lists", "Only what is overdue"),
            words=lambda: translate("Lists", "Overdue"),
            small=True,
        )
        self.overdue.setCheckable(True)
        self.count = PlainLabel("", "small")
        self.all = Button(lambda: translate("Lists", "Show all"), "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self.add, self.search, self.status, self.owner, self.department, self.overdue):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.all)
        self.add.clicked.connect(lambda _checked=False: self.add_wanted.emit())
        self.search.search_changed.connect(lambda _text: self._filter())
        for box in (self.status, self.owner, self.department):
            box.activated.connect(lambda _row: self._filter())
        self.overdue.toggled.connect(lambda _on: self._filter())
        self.all.clicked.connect(lambda _checked=False: self.show_all())
        table.rows_changed.connect(self.refresh)
        self.refresh()

    def wanted(self) -> Filter:
        """What is chosen."""
        owner, department = self.owner.value(), self.department.value()
        return Filter(
            text=self.search.text().strip(),
            status=self.status.value(),
            owner=None if owner == _NONE else owner,
            department=None if department == _NONE else department,
            overdue=self.overdue.isChecked(),
        )

    def show_all(self) -> None:
        """Ask for nothing any more."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for box in (self.status, self.owner, self.department):
            box.choose(_ALL)
        self.overdue.blockSignals(True)
        self.overdue.setChecked(False)
        self.overdue.blockSignals(False)
        self._filter()

    def refresh(self) -> None:
        """Offer what the rows say now, and say how many are shown."""
        table = self._table
        lines = table.every_line
        self.status.show_choices([(choice.id, partial(status_title, choice.id)) for choice in STATUSES])
        for box, column in ((self.owner, "owner"), (self.department, "department")):
            names: list[tuple[str, TextSource]] = [(name, name) for name in said(lines, column)]
            if names and any(not getattr(line.action, column).strip() for line in lines):
                names.append((_NONE, lambda: translate("Lists", "None")))
            box.show_choices(names)
            box.setVisible(bool(names) or bool(box.value()))
        late = sum(line.overdue(table.today) for line in lines)
        self.overdue.setVisible(bool(late) or self.overdue.isChecked())
        filtered = bool(table.filter)
        self.all.setVisible(filtered)
        shown, total = len(table.lines), table.total

        def told() -> str:
            if filtered:
                return translate("Lists", "{shown} of %n action(s)", n=total).format(shown=number(shown))
            return translate("Lists", "%n action(s)", n=total)

        self.count.set_source(told if total else "")

    def _filter(self) -> None:
        self._table.set_filter(self.wanted())

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.add.setToolTip(translate("Lists", "New action"))
            self.overdue.setIcon(icon("alert-triangle", 16, "ink.1", "accent.ink"))
        super().changeEvent(event)
