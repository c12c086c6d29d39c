"""Fields that make one edit when one leaves them: Enter, the focus going elsewhere, or :meth:`flush`.

A field shows a value of the document.  While something is half typed, a newer value does not overwrite it; what was
typed is never thrown away.  Esc keeps it, too, as it does on the map: the inspector gives the keyboard back to the
map, and the field commits as the focus leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from model.i18n import translate
from model.plaintext import clean_text
from model.records import MAX_TEXT
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look.fonts import wrapped

_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})
"""The keyboard comes back by itself from these."""


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


def _leaves_undo_to_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether an undo key has nothing to do in a field, so that the window's own undo is meant."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo


class LineField(QLineEdit):
    """A field of one line; ``committed`` carries a value other than the one shown."""

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
        """Leave undo to the window when there is nothing to undo here."""
        if _leaves_undo_to_window(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless the keyboard comes back by itself."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class LimitedEdit(QPlainTextEdit):
    """A field of several lines that never takes more than a card can hold: what does not fit stays where it was."""

    def _refuse(self) -> None:
        place = self.mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(place, translate("Panels", "That is too much text for one note."), self)

    def _room(self) -> int:
        """How many characters may still come, those that are selected counted as gone."""
        cursor = self.textCursor()
        return MAX_TEXT - self.document().characterCount() + 1 + abs(cursor.position() - cursor.anchor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, if it fits."""
        if len(source.text()) > self._room():
            self._refuse()
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, if it fits."""
        types = event.text() and (event.text().isprintable() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
        if types and self._room() < 1:
            self._refuse()
        else:
            super().keyPressEvent(event)


class TextField(LimitedEdit):
    """A field of several lines, as high as its text up to ``most`` px.  Ctrl+Enter commits, Tab goes on.

    ``heading`` shows the text as a heading and its frame only under the pointer and while one writes.
    """

    committed = Signal(str)
    typed = Signal(str)
    """What stands in the field, after each key."""
    draft_of: Callable[[], str] | None = None
    """The key of this field in the journal, which keeps what is half typed (:mod:`widgets.panels.drafts`)."""

    def __init__(
        self,
        name: TextSource,
        placeholder: TextSource = "",
        *,
        heading: bool = False,
        most: int = 220,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._placeholder = name, placeholder
        self._shown = ""
        self._dirty = False
        self._showing = False
        self._most = most
        if heading:
            self.setProperty("bare", True)
        else:
            self.setProperty("controlSize", "small")
            self.setViewportMargins(3, 0, 3, 0)  # as far from the edge as in a field of one line
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._text_changed)
        self.retranslate()
        self._grow()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not committed."""
        return self._dirty

    def half_typed(self) -> str:
        """What stands in the field."""
        return self.toPlainText()

    @property
    def shown(self) -> str:
        """The document's value."""
        return self._shown

    def show_value(self, text: str) -> None:
        """Show the document's value, unless something else is half typed."""
        self._shown = text
        if not self._dirty and self.toPlainText() != text:
            self._reset(text)

    def flush(self) -> None:
        """Commit what was typed."""
        if not self._dirty:
            return
        self._dirty = False
        value = clean_text(self.toPlainText()).rstrip()
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
        self._grow()

    def _text_changed(self) -> None:
        self._grow()
        if not self._showing:
            self._dirty = True
            self.typed.emit(self.toPlainText())

    def _reset(self, text: str) -> None:
        self._showing = True
        place = self.textCursor().position()
        self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText())))
            self.setTextCursor(cursor)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self._showing = False

    def _grow(self) -> None:
        self.ensurePolished()
        lines = max(1, int(self.document().size().height()))
        if self.document().isEmpty() and self.placeholderText():  # it wraps as a text does
            lines = max(lines, wrapped(self.placeholderText(), self.font(), self.viewport().width()).lineCount())
        wanted = lines * self.fontMetrics().lineSpacing() + self._frame()
        high = min(wanted, self._most)
        bars = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != bars:
            self.setVerticalScrollBarPolicy(bars)
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def _frame(self) -> int:
        # Border and padding of the stylesheet above and below, whatever the state: 1 + 3 px for a heading, else 1 + 5.
        return 8 if self.property("bare") else 12

    def sizeHint(self) -> QSize:
        """As high as its text."""
        return QSize(120, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(40, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel scrolls, unless the field itself has more than it shows."""
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when there is nothing to undo here."""
        document = self.document()
        if _leaves_undo_to_window(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter commits; Esc is the panel's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.flush()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless the keyboard comes back by itself."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language or of the font."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()


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
        if event.reason() not in _STAYS:
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
        if event.reason() not in _STAYS:
            self.flush()
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self._close()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
