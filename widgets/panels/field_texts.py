"""Fields of several lines that make one edit when one leaves them, as those of :mod:`widgets.panels.fields` do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from model.i18n import translate
from model.plaintext import clean_text
from model.records import MAX_TEXT
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look.fonts import wrapped
from widgets.panels.fields import STAYS, leaves_undo_to_window


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
        if leaves_undo_to_window(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
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
        if event.reason() not in STAYS:
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language or of the font."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()
