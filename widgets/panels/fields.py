"""Fields of one line that make one edit when one leaves them: Enter, the focus going elsewhere, or :meth:`flush`.

A field shows a value of the document.  While something is half typed, a newer value does not overwrite it; what was
typed is never thrown away.  Esc keeps it, too, as it does on the map: the inspector gives the keyboard back to the
map, and the field commits as the focus leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QToolTip, QWidget

from model.plaintext import clean_text
from model.records import MAX_TEXT
from widgets.controls.texts import TextSource, language_changed, long_tooltip, name_for_readers, resolve

STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})
"""The keyboard comes back by itself from these."""
_BESIDE = 2
"""px that Qt leaves at either end of a text in a field of one line."""


@runtime_checkable
class Flushable(Protocol):
    """A field that can be told to commit now."""

    def flush(self) -> None: ...


def flush_focused(panel: QWidget) -> None:
    """Commit what is half typed in ``panel``: only the field with the keyboard can hold that."""
    widget: QWidget | None = panel.window().focusWidget()
    while widget is not None and widget is not panel:
        if isinstance(widget, Flushable) and panel.isAncestorOf(widget):
            widget.flush()
            return
        widget = widget.parentWidget()


def one_line(text: str) -> str:
    """``text`` cleaned, as one line."""
    return " ".join(clean_text(text).split())


def leaves_undo_to_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether an undo key has nothing to do in a field, so that the window's own undo is meant."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo


class LineField(QLineEdit):
    """A field of one line; ``committed`` carries a value other than the one shown.

    While nobody writes in it, a text that is too long ends in an ellipsis, and its tooltip says all of it.
    """

    committed = Signal(str)
    draft_of: Callable[[], str] | None = None
    """The key of this field in the journal, which keeps what is half typed (:mod:`widgets.panels.drafts`)."""

    def __init__(
        self, name: TextSource, placeholder: TextSource = "", *, small: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._placeholder = name, placeholder
        self._shown = ""
        self._dirty = False
        if small:
            self.setProperty("controlSize", "small")
        self.setMaxLength(MAX_TEXT)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.flush)
        self.retranslate()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not committed."""
        return self._dirty

    def half_typed(self) -> str:
        """What stands in the field."""
        return self.text()

    def show_value(self, text: str) -> None:
        """Show the document's value, unless something else is half typed."""
        self._shown = text
        if not self._dirty and self.text() != text:
            self._reset(text)

    def flush(self) -> None:
        """Commit what was typed."""
        if not self._dirty:
            return
        self._dirty = False
        value = one_line(self.text())
        if value != self._shown:
            self.committed.emit(value)
        if value == self._shown:
            self._reset(value)

    def set_texts(self, name: TextSource, placeholder: TextSource = "") -> None:
        """Be called otherwise."""
        self._name, self._placeholder = name, placeholder
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the name and the placeholder again."""
        name_for_readers(self, resolve(self._name))
        self.setPlaceholderText(resolve(self._placeholder))

    def _edited(self) -> None:
        self._dirty = True

    def _reset(self, text: str) -> None:
        place = self.cursorPosition()
        self.setText(text)
        if self.hasFocus():
            self.setCursorPosition(min(place, len(text)))
        else:
            self.setCursorPosition(0)  # the beginning of a long text says most

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when there is nothing to undo here; say a text that is cut."""
        if leaves_undo_to_window(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            return False
        mute = event.type() != QEvent.Type.ToolTip or bool(self.toolTip())
        if isinstance(event, QHelpEvent) and not mute and self._cut():
            QToolTip.showText(event.globalPos(), long_tooltip(self.text()), self)
            return True
        return super().event(event)

    def _room(self) -> QRect:
        """Where the text stands."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins()).adjusted(_BESIDE, 0, -_BESIDE, 0)

    def _cut(self) -> str:
        """The text with an ellipsis, where it is too long and nobody writes; else ""."""
        if self.hasFocus() or self.hasSelectedText() or not self.text():
            return ""
        room = self._room().width()
        if self.fontMetrics().horizontalAdvance(self.text()) <= room:
            return ""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, cut with an ellipsis where that is due."""
        cut = self._cut()
        if not cut:
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._room(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless the keyboard comes back by itself."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class WordField(QComboBox):
    """A word to be typed or taken from a list."""

    committed = Signal(str)
    draft_of: Callable[[], str] | None = None
    """The key of this field in the journal, which keeps what is half typed (:mod:`widgets.panels.drafts`)."""

    def __init__(self, name: TextSource, placeholder: TextSource = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._placeholder = name, placeholder
        self._shown = ""
        self._dirty = False
        self._words: tuple[str, ...] = ()
        self.setProperty("controlSize", "small")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # What was typed is meant as typed, not as the next word of the list that begins like it.
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none, and then completes nothing
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        edit = self._edit()
        edit.setMaxLength(MAX_TEXT)
        edit.textEdited.connect(self._edited)
        edit.returnPressed.connect(self.flush)
        self.activated.connect(self._taken)
        self.retranslate()

    def _edit(self) -> QLineEdit:
        edit = self.lineEdit()
        if edit is None:
            raise AssertionError("an editable combo box has a line edit")
        return edit

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not committed."""
        return self._dirty

    def half_typed(self) -> str:
        """What stands in the field."""
        return self.currentText()

    def set_words(self, words: Sequence[str]) -> None:
        """Offer these words."""
        if tuple(words) != self._words:
            self._words = tuple(words)
            typed = self.currentText()
            self.clear()
            self.addItems(list(words))
            self.setCurrentIndex(-1)
            self.setEditText(typed)

    def show_value(self, text: str) -> None:
        """Show the document's value, unless something else is half typed."""
        self._shown = text
        if not self._dirty and self.currentText() != text:
            self._reset(text)

    def flush(self) -> None:
        """Commit what was typed."""
        if not self._dirty:
            return
        self._dirty = False
        self._commit(one_line(self.currentText()))

    def _commit(self, value: str) -> None:
        if value != self._shown:
            self.committed.emit(value)
        if value == self._shown:
            self._reset(value)

    def _reset(self, text: str) -> None:
        self.setCurrentIndex(-1)
        self.setEditText(text)

    def _edited(self) -> None:
        self._dirty = True

    def _taken(self, index: int) -> None:
        self._dirty = False
        self._commit(self.itemText(index))

    def retranslate(self) -> None:
        """Ask for the name and the placeholder again."""
        name_for_readers(self, resolve(self._name))
        name_for_readers(self._edit(), resolve(self._name))
        self._edit().setPlaceholderText(resolve(self._placeholder))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel and never changes a word."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless the keyboard comes back by itself."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class AddField(QLineEdit):
    """A field that adds what is typed: Enter adds and waits for the next one; left, it adds and goes."""

    added = Signal(str)
    closed = Signal()
    draft_of: Callable[[], str] | None = None
    """The key of the list in the journal, which keeps what is half typed (:mod:`widgets.panels.drafts`)."""

    def __init__(self, name: TextSource, placeholder: TextSource = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._placeholder = name, placeholder
        self.setProperty("controlSize", "small")
        self.setMaxLength(MAX_TEXT)
        self.returnPressed.connect(self._enter)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the empty field and take the keyboard."""
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not added."""
        return bool(one_line(self.text()))

    def half_typed(self) -> str:
        """What stands in the field."""
        return self.text()

    def flush(self) -> None:
        """Add what was typed."""
        text = one_line(self.text())
        self.clear()
        if text:
            self.added.emit(text)

    def set_texts(self, name: TextSource, placeholder: TextSource = "") -> None:
        """Be called otherwise."""
        self._name, self._placeholder = name, placeholder
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the name and the placeholder again."""
        name_for_readers(self, resolve(self._name))
        self.setPlaceholderText(resolve(self._placeholder))

    def _enter(self) -> None:
        if one_line(self.text()):
            self.flush()
        else:
            self._close()

    def _close(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc adds what was typed and closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Add and go, unless the keyboard comes back by itself."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.flush()
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self._close()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
