"""Pictures of a note: thumbnails, added by button, by pasting and by dropping, opened large."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from model.document import card_number
from model.fields import ItemField
from model.i18n import translate
from model.pictures import SUFFIXES, read_picture_file
from model.records import Asset, Item
from widgets.controls.buttons import Button
from widgets.controls.flow import FlowLayout
from widgets.controls.labels import PlainLabel
from widgets.controls.picture import Thumbnail
from widgets.controls.texts import TextSource
from widgets.panels.field_editors import FieldEditor, Host
from widgets.panels.pieces import Group
from widgets.picture_reader import Job, PictureReader, PictureTarget, pictures_in


def choose_pictures(parent: QWidget, *, several: bool) -> list[str]:
    """Ask for picture files; the paths, none when the user went back."""
    title = translate("Panels", "Add a picture")
    names = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in SUFFIXES)
    kinds = translate("Panels", "Pictures") + f" ({names})"
    if several:
        return list(QFileDialog.getOpenFileNames(parent.window(), title, "", kinds)[0])
    path = QFileDialog.getOpenFileName(parent.window(), title, "", kinds)[0]
    return [path] if path else []


class PicturesEditor(FieldEditor):
    """The pictures of one note."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        PictureTarget(self).given.connect(self.take_data)
        self._keys: tuple[str, ...] = ()
        self._number = ""
        self.thumbs: dict[str, Thumbnail] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 6)
        self.group = Group(lambda: field.title)
        self.add_button = Button(
            lambda: translate("Panels", "Add a picture"),
            small=True,
            icon_name="photo-plus",
            description=lambda: translate("Panels", "Choose a file, paste one, or drop one here"),
        )
        self.add_button.clicked.connect(lambda _checked=False: self.begin())
        self._flow.addWidget(self.add_button)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self.reading = PlainLabel(lambda: translate("Panels", "Reading the picture…"), "small")
        self.reading.hide()
        self._errors: dict[str, str] = {}
        self.reader = PictureReader(self)
        self.reader.done.connect(host.add_pictures)
        self.reader.refused.connect(self._refused)
        self.reader.busy_changed.connect(lambda _busy: self._tell())
        self.group.add(self._row, self.reading, self.error)
        self.column.addWidget(self.group)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show the pictures of a note."""
        self._number = card_number(items[0]) if items else ""
        super().show_items(items)

    def show_values(self, values: list[Any]) -> None:
        """Show the pictures."""
        table = self.host.document.asset_table
        keys = tuple(key for key in (values[0] if values else ()) if key in table)
        if keys != self._keys:
            self._keys = keys
            focused = next((i for i, thumb in enumerate(self.thumbs.values()) if thumb.hasFocus()), None)
            for thumb in self.thumbs.values():
                thumb.hide()
                self._flow.removeWidget(thumb)
                thumb.deleteLater()
            self._flow.removeWidget(self.add_button)
            self.thumbs = {}
            for key in keys:
                self.thumbs[key] = self._thumb(table[key])
                self._flow.addWidget(self.thumbs[key])
                self.thumbs[key].show()
            self._flow.addWidget(self.add_button)
            if focused is not None:
                rows: list[QWidget] = [*self.thumbs.values(), self.add_button]
                rows[min(focused, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
            self._row.updateGeometry()
        for place, thumb in enumerate(self.thumbs.values()):
            thumb.set_name(self._name(place))

    def leave(self, ids: tuple[str, ...]) -> None:
        """What was wrong has been read when the note comes back."""
        for item_id in ids:
            self._errors.pop(item_id, None)

    def arrive(self, ids: tuple[str, ...]) -> None:
        """What went wrong meanwhile for this note is said now."""
        self._tell()

    def _thumb(self, asset: Asset) -> Thumbnail:
        thumb = Thumbnail(asset, "")
        thumb.clicked.connect(lambda _checked=False: self.open_large(asset.id))
        thumb.removed.connect(lambda: self.host.remove_picture(asset.id))
        return thumb

    def _name(self, place: int) -> TextSource:
        # Said of the note as it is now: the number of a note never changes.
        number, count = self._number, len(self._keys)
        return lambda: translate("Panels", "Picture {place} of {count} of {number}").format(
            place=place + 1, count=count, number=number
        )

    def open_large(self, asset_id: str) -> QWidget:
        """Show a picture as large as the window allows."""
        # Dialogs stand beside the panels, and are taken when one is asked for.
        from widgets.dialogs.picture import PictureDialog

        asset = self.host.document.asset_table[asset_id]
        dialog = PictureDialog(asset, self._name(self._keys.index(asset_id)), self.window())
        dialog.open()
        return dialog

    def target(self) -> QWidget:
        """The button that adds one."""
        return self.add_button

    def begin(self) -> None:
        """Ask for files."""
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.take_files(choose_pictures(self, several=True))

    def take_files(self, paths: Sequence[str]) -> None:
        """Add the pictures in some files."""
        if paths:
            self._read(lambda: [read_picture_file(path) for path in paths])

    def take_data(self, data: QMimeData) -> None:
        """Add what was pasted or dropped."""
        self._read(pictures_in(data))

    def _read(self, job: Job) -> None:
        for item_id in self._shown:
            self._errors.pop(item_id, None)
            self.reader.read(item_id, job)
        self._tell()

    def _refused(self, item_id: str, sentence: str) -> None:
        self._errors[item_id] = sentence
        self._tell()

    def _tell(self) -> None:
        """Say that pictures are being read, or what is wrong with them."""
        sentence = next((self._errors[i] for i in self._shown if i in self._errors), "")
        self.error.set_source(sentence)
        self.error.setVisible(bool(sentence))
        self.add_button.setAccessibleDescription(sentence)
        self.reading.setVisible(self.reader.busy)
