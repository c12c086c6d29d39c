"""What dialogs say and show: untranslated, unnamed or cut texts."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableWidget, QWidget

from widgets.controls.buttons import Button
from widgets.controls.labels import ElidedLabel
from widgets.dialogs.exports.parts import ChoiceCard

QTS_OWN = {"ScrollLeftButton", "ScrollRightButton"}
"""Parts that Qt makes and names itself, from its own translations."""
LETTERS = re.compile(r"[^\W\d_]{2,}")


def texts(dialog: QWidget) -> list[str]:
    """Everything that is to be read, seen or spoken, of what is visible."""
    found = [dialog.windowTitle(), dialog.accessibleName()]
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisibleTo(dialog) or widget.objectName() in QTS_OWN:
            continue
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            found += [widget.itemText(row) for row in range(widget.count())]
        elif isinstance(widget, QTableWidget) and not widget.horizontalHeader().isHidden():
            for column in range(widget.columnCount()):
                head = widget.horizontalHeaderItem(column)
                found.append(head.text() if head is not None else "")
    return [text for text in found if text]


def untranslated(dialog: QWidget, *own: str) -> list[str]:
    """Texts with letters outside the brackets of the pseudo-language; ``own`` are the user's words and names."""
    found = []
    for text in texts(dialog):
        rest = text
        while rest != (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", rest)):
            rest = inner
        for words in own:
            rest = rest.replace(words, "")
        if LETTERS.search(rest):
            found.append(text)
    return found


def unnamed(dialog: QWidget) -> list[str]:
    """Controls that the keyboard reaches and a screen reader could not name."""
    return [
        type(widget).__name__
        for widget in dialog.findChildren(QWidget)
        if widget.isVisibleTo(dialog)
        and widget.focusPolicy().value & 1  # Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parentWidget(), QComboBox)
        and widget.objectName() != "qt_spinbox_lineedit"
    ]


def cut(dialog: QWidget) -> list[str]:
    """Texts that do not fit where they stand."""
    found = []
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisibleTo(dialog):
            continue
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and widget.text():
            if widget.wordWrap():
                fits = widget.height() >= widget.heightForWidth(widget.width())
            else:
                fits = widget.width() >= widget.sizeHint().width()
        elif isinstance(widget, Button | ChoiceCard):
            fits = widget.width() >= widget.minimumSizeHint().width()
        else:
            continue
        if not fits:
            found.append(f"{widget.text() or widget.accessibleName()} in {widget.width()} x {widget.height()}")
    return found
