"""What this program is, under which licences, and where it keeps work and logs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.files.paths import log_folder, sessions_folder
from model.i18n import translate
from model.version import __version__
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog


class AboutDialog(BaseDialog):
    """Version, licences and folders; the folders can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Dialogs", "About Journeywall"), parent, width=520)
        lines = (
            (lambda: translate("Dialogs", "Version {version}").format(version=__version__), "strong"),
            (
                lambda: translate("Dialogs", "Journey maps in a room without a network. Nothing leaves this computer."),
                "",
            ),
            (
                lambda: translate(
                    "Dialogs",
                    "Journeywall is free software under the MIT licence. Its fonts are under the SIL Open Font "
                    "License, its icons are Tabler Icons under the MIT licence.",
                ),
                "body2",
            ),
            (
                lambda: translate("Dialogs", "Every edit is kept at once in {folder}").format(folder=sessions_folder()),
                "small",
            ),
            (lambda: translate("Dialogs", "Log files are in {folder}").format(folder=log_folder()), "small"),
        )
        for source, role in lines:
            label = PlainLabel(source, role, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)
        close = self.add_button(Button(lambda: translate("Dialogs", "Close"), "filled"))
        close.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(close)
