"""Rows of a form: a label above its field, and below it a hint or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve, set_property


class FormRow(QWidget):
    """A field with its label; ``set_error`` marks it red and says why, in one sentence with what to do."""

    def __init__(
        self,
        label: TextSource,
        field: QWidget,
        *,
        hint: TextSource = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = label
        self._hint = hint
        self._error: TextSource = ""
        self.field = field
        self.label = PlainLabel(label, "section" if small else "label", wrap=True)
        self.label.setBuddy(field)
        self._mark = IconMark("alert-triangle", 13, "state.danger")
        self._below = PlainLabel(hint, "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.label)
        column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._below, 1)
        column.addLayout(row)
        if field.sizePolicy().verticalPolicy() != QSizePolicy.Policy.Expanding:
            column.addStretch(1)  # room to spare goes below the row, not between its parts
        self._show()
        self.retranslate()

    def set_error(self, error: TextSource) -> None:
        """Say what is wrong; "" when all is well."""
        self._error = error
        self._show()
        self.retranslate()

    def error(self) -> str:
        """What is wrong; "" when all is well."""
        return resolve(self._error)

    def retranslate(self) -> None:
        """Name the field for screen readers; the labels look after themselves."""
        name_for_readers(self.field, resolve(self._text))
        self.field.setAccessibleDescription(resolve(self._error) or resolve(self._hint))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._show()
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        wrong = bool(resolve(self._error))
        set_property(self.field, "invalid", wrong)
        set_property(self._below, "textRole", "danger" if wrong else "small")
        self._below.set_source(self._error if wrong else self._hint)
        self._below.setVisible(wrong or bool(resolve(self._hint)))
        self._mark.setVisible(wrong)


class SwitchRow(QWidget):
    """Words at the left, perhaps a small sentence below them, a switch (or another control) at the right."""

    def __init__(
        self, label: TextSource, control: QWidget, *, hint: TextSource = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._hint = label, hint
        self.control = control
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(PlainLabel(label, "label", wrap=True))
        if hint:
            words.addWidget(PlainLabel(hint, "small", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(control)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the control for screen readers."""
        name_for_readers(self.control, resolve(self._text), resolve(self._hint))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
