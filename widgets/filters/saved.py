"""The filters saved with the map, in the popup: apply, rename, remove, and save the one of now.

Every row is reached by Tab: Enter and Space apply, F2 renames, Delete removes.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from model.commands.filters import named_filter, remove_filter, rename_filter, save_filter
from model.finding import saved_as, told, wanted_by
from model.i18n import translate
from model.records import SavedFilter
from widgets.bridge import SessionBridge
from widgets.controls.buttons import Button, IconButton
from widgets.controls.labels import PlainLabel, SectionHeader
from widgets.controls.texts import TextSource, name_for_readers, resolve
from widgets.filters.state import MapFilter

MOST_NAME = 80
"""Characters of a name: it has to stand in a list."""


class NameField(QLineEdit):
    """A name being typed.  Enter takes it, Esc leaves all as it was."""

    taken = Signal(str)
    given_up = Signal()

    def __init__(self, name: TextSource) -> None:
        super().__init__()
        self.setMaxLength(MOST_NAME)
        self.setProperty("controlSize", "small")
        name_for_readers(self, resolve(name))
        self.setPlaceholderText(resolve(name))
        self.returnPressed.connect(lambda: self.taken.emit(" ".join(self.text().split())))

    def ask(self, text: str) -> None:
        """Show ``text`` to be changed, and take the keyboard."""
        self.setText(text[:MOST_NAME])
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up; the popup stays open.  Enter is the field's."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class NameButton(Button):
    """A name in a row, cut with an ellipsis where the row is too narrow; its tip says what is looked for."""

    def __init__(self, name: str, what: str) -> None:
        self._words = name
        super().__init__(name, "footer", icon_name="bookmark", description=what)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(60, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the name as there is room for."""
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 42)
        self.setText(shown.replace("&", "&&"))


class SavedRow(QWidget):
    """One saved filter."""

    asked_for = Signal()
    """Apply it."""
    renamed = Signal(str)
    removed = Signal()

    def __init__(self, saved: SavedFilter, what: str) -> None:
        super().__init__()
        self.saved = saved
        self.button = NameButton(saved.name, what)
        self.button.clicked.connect(lambda _checked=False: self.asked_for.emit())
        self.field = NameField(lambda: translate("Filter", "Name of the filter"))
        self.field.hide()
        self.field.taken.connect(self.renamed)
        self.field.given_up.connect(self.show_name)
        rename = translate("Filter", "Rename “{name}”").format(name=saved.name)
        remove = translate("Filter", "Remove “{name}”").format(name=saved.name)
        self.pencil = IconButton("pencil", rename, small=True)
        self.bin = IconButton("trash", remove, small=True)
        self.pencil.clicked.connect(lambda _checked=False: self.ask_name())
        self.bin.clicked.connect(lambda _checked=False: self.removed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self.pencil)
        row.addWidget(self.bin)

    def ask_name(self) -> None:
        """Let its name be changed."""
        self.button.hide()
        self.field.show()
        self.field.ask(self.saved.name)

    def show_name(self) -> None:
        """As it is."""
        self.field.hide()
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Delete removes, Enter applies."""
        if event.key() == Qt.Key.Key_F2:
            self.ask_name()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.hasFocus():
            self.asked_for.emit()
        else:
            super().keyPressEvent(event)


class SavedFilters(QWidget):
    """The saved filters of the map that ``bridge`` holds, and the way to save what ``state`` looks for."""

    applied = Signal(str)
    """A filter (its id) is to be looked for."""
    changed = Signal()
    """The rows are others: there may be more or fewer."""

    def __init__(self, bridge: SessionBridge, state: MapFilter) -> None:
        super().__init__()
        self._bridge, self._state = bridge, state
        self._last = ""
        """The name of the filter applied last: what is changed then is mostly saved under it."""
        self.rows: dict[str, SavedRow] = {}
        self.header = SectionHeader(lambda: translate("Filter", "Saved with the map"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.save = Button(lambda: translate("Filter", "Save this filter"), "footer", icon_name="bookmark")
        self.save.clicked.connect(lambda _checked=False: self.ask_name())
        self.field = NameField(lambda: translate("Filter", "Name of the filter"))
        self.field.textChanged.connect(lambda _text: self._tell_replacing())
        self.field.taken.connect(self._save)
        self.field.given_up.connect(self._put_away)
        self.take = Button(self._take_text, small=True)
        self.take.clicked.connect(lambda _checked=False: self._save(" ".join(self.field.text().split())))
        self.hint = PlainLabel("", "small", wrap=True)
        naming = QHBoxLayout()
        naming.setSpacing(6)
        naming.addWidget(self.field, 1)
        naming.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addLayout(self._list)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(naming)
        column.addWidget(self.hint)
        self.field.hide()
        self.take.hide()
        self.hint.hide()
        self._fill()
        bridge.changed.connect(self._document_changed)
        state.changed.connect(self.tell)

    # -- rows ------------------------------------------------------------------------------------------------

    def _document_changed(self, *_: object) -> None:
        shown = tuple(row.saved for row in self.rows.values())
        if shown != self._bridge.document.filters:
            self._fill()
            self.changed.emit()

    def _fill(self) -> None:
        """Make the rows anew; the keyboard goes to the row that stands where the old one stood."""
        document = self._bridge.document
        held = QApplication.focusWidget()
        rows = list(self.rows.values())
        at = next((i for i, row in enumerate(rows) if held and row.isAncestorOf(held)), None)
        for row in self.rows.values():
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = {}
        for saved in document.filters:
            row = SavedRow(saved, told(document, wanted_by(saved)))
            row.asked_for.connect(partial(self._apply, saved.id))
            row.renamed.connect(partial(self._rename, saved.id))
            row.removed.connect(partial(self._remove, saved.id))
            self.rows[saved.id] = row
            self._list.addWidget(row)
            row.show()
        if at is not None:
            rows = list(self.rows.values())
            target = rows[min(at, len(rows) - 1)].button if rows else self.save
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell()

    def tell(self) -> None:
        """Show which of them is looked for, and whether there is something to save."""
        now = saved_as(self._bridge.document, self._state.wanted)
        for row in self.rows.values():
            row.button.setChecked(now is not None and row.saved.id == now.id)
        if now is not None:
            self._last = now.name
        self.header.setVisible(bool(self.rows))
        naming = not self.field.isHidden()
        self.save.setVisible(not naming and self._state.active and now is None)
        if naming and not self._state.active:
            self._put_away()

    def _apply(self, filter_id: str) -> None:
        self.applied.emit(filter_id)
        self.tell()

    def _rename(self, filter_id: str, name: str) -> None:
        row = self.rows[filter_id]
        other = named_filter(self._bridge.document, name)
        if not name or name == row.saved.name:
            row.show_name()
        elif other is not None and other.id != filter_id:
            self._say(translate("Filter", "Another filter is called “{name}”. Choose another name.").format(name=name))
        else:
            self._say("")
            self._bridge.run(rename_filter, filter_id, name)

    def _remove(self, filter_id: str) -> None:
        if filter_id in self._bridge.document.filter_table:
            self._bridge.run(remove_filter, filter_id)

    # -- saving ----------------------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask under what name to save: the one applied last, else what is looked for, in words."""
        document = self._bridge.document
        known = named_filter(document, self._last) if self._last else None
        self.save.hide()
        self.field.show()
        self.take.show()
        self.field.ask(known.name if known is not None else _suggested(told(document, self._state.wanted)))
        self._tell_replacing()
        self.changed.emit()

    def _take_text(self) -> str:
        there = named_filter(self._bridge.document, self.field.text()) is not None
        return translate("Filter", "Replace") if there else translate("Filter", "Save")

    def _tell_replacing(self) -> None:
        name = self.field.text().strip()
        self.take.setEnabled(bool(name))
        self.take.retranslate()
        there = named_filter(self._bridge.document, name) if name and not self.field.isHidden() else None
        self._say(
            translate("Filter", "“{name}” is there already and is changed.").format(name=there.name) if there else ""
        )

    def _say(self, words: str) -> None:
        self.hint.set_source(words)
        self.hint.setVisible(bool(words))

    def _save(self, name: str) -> None:
        if name and self._state.active:
            self._bridge.run(save_filter, name, self._state.wanted)
            self._put_away()

    def _put_away(self) -> None:
        held = self.field.hasFocus() or self.take.hasFocus()
        self.field.hide()
        self.take.hide()
        self._say("")
        self.tell()
        now = saved_as(self._bridge.document, self._state.wanted)
        if held:
            target = self.rows[now.id].button if now is not None else self.save
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _suggested(words: str) -> str:
    """A name for what is looked for: its words without the marks round those that are typed."""
    return words.replace("“", "").replace("”", "")
