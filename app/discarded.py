"""What was closed without saving in the last days, to be opened again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from model.files.recovery import DISCARD_DAYS, FoundSession
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.recovery import RecoveryRow, fit_rows


class DiscardedDialog(BaseDialog):
    """A row for each discarded session; opening one makes an unsaved copy of it."""

    opened = Signal(object)
    """Open this FoundSession."""

    def __init__(self, found: Sequence[FoundSession], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Shell", "Recently discarded work"), parent, width=640)
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "Shell", "Maps that were closed without saving stay here for %n day(s).", n=DISCARD_DAYS
                ),
                "body2",
                wrap=True,
            )
        )
        listed = QWidget()
        listed.setProperty("clear", True)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 4, 4, 4)  # the focus ring of a button lies outside it
        column.setSpacing(8)
        self.rows = [RecoveryRow(session) for session in found]
        for row in self.rows:
            row.discard.hide()
            if row.both is not None:
                row.both.hide()
            row.open.clicked.connect(lambda _checked=False, session=row.session: self._open(session))
            column.addWidget(row)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(listed)
        self.body.addWidget(area)
        fit_rows(area, self.minimumWidth())
        close = self.add_button(Button(lambda: translate("Shell", "Close")))
        close.clicked.connect(lambda _checked=False: self.reject())
        self.set_default(close)

    def showEvent(self, event: QShowEvent) -> None:
        """The texts have their fonts now."""
        fit_rows(self._area, max(self.width(), self.minimumWidth()))
        super().showEvent(event)

    def _open(self, session: FoundSession) -> None:
        self.accept()
        self.opened.emit(session)
