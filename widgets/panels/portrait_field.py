"""One picture of a record, a portrait or the logo: what is shown, and the buttons, the pasting and the dropping that
fill it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.i18n import translate
from model.pictures import read_picture_file
from model.records import Asset
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.controls.picture import LogoView, Portrait
from widgets.controls.texts import TextSource, name_for_readers, resolve
from widgets.panels.field_pictures import choose_pictures
from widgets.picture_reader import Job, PictureReader, PictureTarget, pictures_in


class OnePictureField(QWidget):
    """A picture with its buttons; ``name`` says what it is, ``add`` and ``remove`` what the buttons say."""

    taken = Signal(object)
    """An Asset, or None: no picture."""

    def __init__(self, view: Portrait | LogoView, name: TextSource, add: TextSource, remove: TextSource) -> None:
        super().__init__()
        self._name = name
        PictureTarget(self).given.connect(lambda data: self._read(pictures_in(data)))
        self.disc = view
        self.add = Button(add, small=True, icon_name="photo-plus")
        self.remove = Button(remove, "quiet", small=True)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self.reader = PictureReader(self)
        self.reader.done.connect(self._done)
        self.reader.refused.connect(lambda _record_id, sentence: self._refuse(sentence))
        self.add.clicked.connect(lambda _checked=False: self._ask())
        self.remove.clicked.connect(lambda _checked=False: self.taken.emit(None))
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.error)

    def show_picture(self, asset: Asset | None) -> None:
        """Show a picture, or none."""
        self.disc.show_picture(asset)
        name_for_readers(self.disc, resolve(self._name))
        self.remove.setVisible(asset is not None)

    def take_files(self, paths: list[str]) -> None:
        """Take the picture in a file."""
        if paths:
            self._read(lambda: [read_picture_file(paths[0])])

    def _ask(self) -> None:
        self.take_files(choose_pictures(self, several=False))

    def _read(self, job: Job) -> None:
        self._refuse("")
        self.reader.read("", job)

    def _done(self, _record_id: str, assets: list[Asset]) -> None:
        if assets:
            self.taken.emit(assets[0])

    def _refuse(self, sentence: str) -> None:
        self.error.set_source(sentence)
        self.error.setVisible(bool(sentence))
        self.add.setAccessibleDescription(sentence)


class PortraitField(OnePictureField):
    """The portrait of a persona in a disc; ``name`` says whose."""

    def __init__(self, name: TextSource) -> None:
        super().__init__(
            Portrait(56),
            name,
            lambda: translate("Panels", "Choose a portrait"),
            lambda: translate("Panels", "No portrait"),
        )


class LogoField(OnePictureField):
    """The logo of the map, whole, on the white of paper."""

    def __init__(self) -> None:
        super().__init__(
            LogoView(),
            lambda: translate("Panels", "Logo"),
            lambda: translate("Panels", "Choose a logo"),
            lambda: translate("Panels", "No logo"),
        )
