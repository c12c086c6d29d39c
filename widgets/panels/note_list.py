"""The inbox and the parking lot: the same notes as on the map, in a list to be sorted, written and dragged.

Cards go out of and into a list by drag and drop, also to and from other windows and programs.  The keys are those
of the map: Enter and F2 write, Delete deletes, Ctrl+X, C and V cut, copy and paste, Ctrl+Up and Down sort.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from model.changes import ChangeSet
from model.commands.cards import add_cards, delete_cards, move_cards, set_text
from model.commands.places import Listing
from model.document import Document
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.canvas.mime import card_mime, clipboard_mime
from widgets.controls.texts import language_changed
from widgets.look.theme import look
from widgets.panels import note_drag
from widgets.panels.card_menu import fill_card_menu
from widgets.panels.note_landing import LandingList
from widgets.panels.note_row import DRAFT, NoteDelegate, NoteEditor, NoteModel
from widgets.panels.page import Tools
from widgets.panels.rowfocus import came_by_key
from widgets.selection import Selection

ListPlace = Literal["inbox", "parking"]
NEW_KIND: dict[ListPlace, str] = {"inbox": "touchpoint", "parking": "note"}
"""What a card that is made in a list is: the inbox waits for a place on the map, the parking lot for later."""
DRAFT_MS = 700


class NoteList(LandingList):
    """The cards of one list of the map."""

    height_changed = Signal()
    """The notes take more or less height now."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        editor: MapEditor,
        place: ListPlace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._selection, self._editor = bridge, selection, editor
        self.place = place
        self._tools = Tools(bridge, selection, editor, editor.reveal)
        self._following = False
        self._high: tuple[int, int] | None = None
        self.by_keyboard = False
        self.notes = NoteModel(bridge, place, self)
        self.setModel(self.notes)
        self.delegate = NoteDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setProperty("flat", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self._drafting = QTimer(self)
        self._drafting.setInterval(DRAFT_MS)
        self._drafting.timeout.connect(self._tell_draft)
        self.selectionModel().selectionChanged.connect(self._chosen)
        bridge.changed.connect(self._document_changed)
        selection.changed.connect(self.follow_selection)
        look().theme_changed.connect(self.viewport().update)
        self.notes.text_changed.connect(self._grown)
        self.retranslate()
        self.follow_selection()

    # -- following -------------------------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """Today's document."""
        return self._bridge.document

    def ids(self) -> list[str]:
        """The cards of the list, from top to bottom."""
        return self.notes.ids()

    def chosen_ids(self) -> list[str]:
        """The chosen cards of this list, from top to bottom."""
        return [card_id for card_id in self.ids() if card_id in self._selection.cards]

    def _document_changed(self, changes: ChangeSet) -> None:
        if not self.notes.concerned(changes):
            return
        field = self.note_editor
        if field is not None and field.card_id != DRAFT:
            item = self.document.item_table.get(field.card_id)
            if item is None or item.place != self.place:
                self.commit_edit()  # its row goes; the text must not go with it
        self._following = True
        self.notes.refresh()
        self._following = False
        self.follow_selection()
        self._grown()

    def _grown(self) -> None:
        self._high = None
        self.scheduleDelayedItemsLayout()
        self.height_changed.emit()
        field = self.delegate.field
        if field is not None:
            self.executeDelayedItemsLayout()
            self.scrollTo(self.notes.find(field.card_id))

    def follow_selection(self) -> None:
        """Light what is chosen."""
        wanted = QItemSelection()
        current = QModelIndex()
        for card_id in self._selection.cards:
            index = self.notes.find(card_id)
            if index.isValid():
                wanted.select(index, index)
                if card_id == self._selection.current:
                    current = index
        self._following = True
        model = self.selectionModel()
        if current.isValid() and self.note_editor is None:  # another current row would end the writing
            model.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(current)
        model.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False

    def _chosen(self) -> None:
        if self._following:
            return
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ids = [self.notes.rows[row] for row in rows if self.notes.rows[row] != DRAFT]
        current = self.currentIndex().row()
        now = self.notes.rows[current] if 0 <= current < len(self.notes.rows) else None
        self._following = True
        if ids:
            self._selection.choose_cards(ids, now)
        elif self.chosen_anywhere():
            self._selection.clear()
        self._following = False

    def chosen_anywhere(self) -> bool:
        """Whether a card of this list is chosen."""
        return any(self.notes.find(card_id).isValid() for card_id in self._selection.cards)

    # -- size ------------------------------------------------------------------------------------------------

    def content_height(self) -> int:
        """As high as all notes."""
        width = self.viewport().width()
        if self._high is None or self._high[0] != width:
            high = sum(self.notes.row_height(row, width) for row in range(len(self.notes.rows)))
            self._high = (width, high)
        return self._high[1]

    def sizeHint(self) -> QSize:
        """All notes."""
        return QSize(200, self.content_height())

    def minimumSizeHint(self) -> QSize:
        """One note."""
        return QSize(120, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grown()

    # -- writing ---------------------------------------------------------------------------------------------

    def write_new(self) -> None:
        """Write a new card at the end of the list."""
        self.commit_edit()
        self._following = True
        self.notes.add_draft()
        self._following = False
        self._grown()
        self._write(self.notes.find(DRAFT))

    def write(self, card_id: str) -> None:
        """Write a card of the list."""
        self.commit_edit()
        self._write(self.notes.find(card_id))

    def _write(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notes.begin(index.row())
        self._grown()
        self.executeDelayedItemsLayout()
        self.scrollTo(index)
        # A card that does not exist yet cannot be chosen; what was chosen stays so.
        self._following = self.notes.rows[index.row()] == DRAFT
        self.setCurrentIndex(index)
        self._following = False
        self.edit(index)
        self._drafting.start()

    @property
    def note_editor(self) -> NoteEditor | None:
        """The field in which a card is being written."""
        return self.delegate.field

    def commit_edit(self) -> None:
        """Keep what is being typed and end typing."""
        field = self.note_editor
        if field is not None:
            self.delegate.finish(field)

    def written(self, card_id: str, text: str, *, following: bool) -> None:
        """Typing ended: keep ``text``, and go on with a new card where one is ``following``."""
        self._drafting.stop()
        self._following = True
        self.notes.end()
        self._following = False
        new = card_id == DRAFT
        if new:
            if text.strip():
                made = self._bridge.run(add_cards, NEW_KIND[self.place], [text.rstrip()], Listing(self.place))
                self._selection.choose_cards(made.added("items"))
        elif card_id in self.document.item_table:
            if text.rstrip() != self.document.item_table[card_id].text:
                self._bridge.run(set_text, card_id, text.rstrip())
        elif text.strip():
            self._editor.stage.rescue(NEW_KIND[self.place], text)
        self._editor.draft.emit("", "")
        self._grown()
        if new and following and text.strip():
            self.write_new()
        else:
            self.follow_selection()

    def _tell_draft(self) -> None:
        field = self.note_editor
        if field is None:
            self._drafting.stop()
        elif field.toPlainText() != field.begun:
            card_id = field.card_id
            self._editor.draft.emit(self.place if card_id == DRAFT else card_id, field.toPlainText())

    # -- keys ------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The keys of the list are not for the window's commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        return super().event(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        standard = QKeySequence.StandardKey
        if any(event.matches(key) for key in (standard.Cut, standard.Copy, standard.Paste, standard.SelectAll)):
            return True
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (
            Qt.Key.Key_F2,
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Insert,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by Tab sees where the keyboard is."""
        super().focusInEvent(event)
        if came_by_key(self, event):
            self.by_keyboard = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module."""
        self.by_keyboard = True
        key, standard = event.key(), QKeySequence.StandardKey
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            current = self.currentIndex()
            if current.isValid():
                self.write(self.notes.rows[current.row()])
        elif key == Qt.Key.Key_Insert:
            self.write_new()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_chosen()
        elif event.matches(standard.Cut):
            if self.copy_chosen():
                self.delete_chosen(quiet=True)
        elif event.matches(standard.Copy):
            self.copy_chosen()
        elif event.matches(standard.Paste):
            self.paste()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_chosen(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; the mouse shows no ring."""
        self.by_keyboard = False
        self.commit_edit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on one of several chosen notes leaves the others, those on the map and in other lists as well."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._chosen()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the card, or a new one below the last."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if index.isValid():
            self.write(self.notes.rows[index.row()])
        else:
            self.write_new()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chosen cards."""
        if self.chosen_ids():
            fill_card_menu(self, self._tools).popup(event.globalPos())

    # -- what is done with the chosen cards ------------------------------------------------------------------

    def delete_chosen(self, *, quiet: bool = False) -> None:
        """Delete the chosen cards and choose the one after them."""
        ids = self.chosen_ids()
        if not ids:
            return
        all_ids = self.ids()
        stays = [card_id for card_id in all_ids[all_ids.index(ids[0]) :] if card_id not in ids]
        stays += [card_id for card_id in reversed(all_ids) if card_id not in ids]
        if self._bridge.run(delete_cards, ids):
            if stays:
                self._selection.choose_cards([stays[0]])
            if not quiet:
                self._editor.toast.emit(translate("Panels", "%n note(s) deleted", n=len(ids)), True)

    def copy_chosen(self) -> bool:
        """Copy the chosen cards; False when none are."""
        ids = self.chosen_ids()
        if ids:
            QGuiApplication.clipboard().setMimeData(card_mime(self.document, ids))
        return bool(ids)

    def paste(self) -> None:
        """Paste cards, or lines as cards, behind the current card."""
        current = self.currentIndex()
        at = current.row() + 1 if current.isValid() else len(self.ids())
        self.take(clipboard_mime(), at, copy=True)

    def shift_chosen(self, by: int) -> None:
        """Move the chosen cards up or down by one place."""
        ids, rows = self.chosen_ids(), self.ids()
        if not ids:
            return
        first, last = rows.index(ids[0]), rows.index(ids[-1])
        if by < 0 and first > 0:
            self._bridge.run(move_cards, ids, Listing(self.place, rows[first - 1]))
        elif by > 0 and last + 1 < len(rows):
            after = rows[last + 2] if last + 2 < len(rows) else None
            self._bridge.run(move_cards, ids, Listing(self.place, after))

    # -- dragging --------------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the chosen cards, with a picture of them."""
        ids = self.chosen_ids()
        if not ids:
            return
        note_drag.drag(self, card_mime(self.document, ids), *self.drag_picture(ids))
        self.show_landing(None)
        note_drag.leave_hover(self)

    def drag_picture(self, ids: list[str]) -> tuple[QPixmap, QPoint]:
        """The cards under the hand, and where the hand holds them."""
        return note_drag.picture(self, self.notes, self.delegate, ids)

    def take(self, mime: QMimeData, at: int, *, copy: bool) -> bool:
        """Cards, lines of text or pictures come to the place ``at``; False when there is nothing to take."""
        rows = self.ids()
        target = Listing(self.place, rows[at] if at < len(rows) else None)
        found = note_drag.taking(self.document, mime, target, NEW_KIND[self.place], copy=copy)
        if found is None:
            return self._editor.pictures.take(mime, target)
        command, moved = found
        changes = self._bridge.run(command)
        chosen = moved or changes.added("items")
        if chosen:
            self._selection.choose_cards(chosen, chosen[0])
        return bool(changes)

    # -- words -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Ask for the name again."""
        name = translate("Panels", "Inbox") if self.place == "inbox" else translate("Panels", "Parking lot")
        self.setAccessibleName(name)
        self.notes.forget()
        self._high = None
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
