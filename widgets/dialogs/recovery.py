"""What a crash left, offered at the next start.  Opening one makes an unsaved copy; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.files.recovery import DISCARD_DAYS, FoundSession
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel, Surface
from widgets.dialogs.base import BaseDialog, shortened

_MOST_HEIGHT = 380
"""px of the list before it scrolls."""


class RecoveryRow(Surface):
    """One session: what it is, and what to do with it."""

    def __init__(self, session: FoundSession) -> None:
        super().__init__("card")
        self.session = session
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 12, 10)
        line.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(self._name, "strong", wrap=True))
        texts.addWidget(PlainLabel(lambda: facts(session), "small", wrap=True))
        line.addLayout(texts, 1)
        self.discard = Button(
            lambda: translate("Dialogs", "Discard"),
            "quiet",
            small=True,
            description=lambda: translate(
                "Dialogs", "“{title}” stays on this computer for %n day(s).", n=DISCARD_DAYS
            ).format(title=self._name()),
        )
        self.open = Button(
            lambda: translate("Dialogs", "Open"),
            small=True,
            description=lambda: translate("Dialogs", "Open “{title}” as an unsaved copy").format(title=self._name()),
        )
        line.addWidget(self.discard)
        line.addWidget(self.open)

    def _name(self) -> str:
        name = self.session.title or (Path(self.session.path).stem if self.session.path else "")
        return shortened(name) or translate("Dialogs", "Map without a title")


class RecoveryDialog(BaseDialog):
    """A row for each session that was found; each can be opened or discarded, and "Later" leaves all as it is."""

    opened = Signal(object)
    """Open this FoundSession."""
    discarded = Signal(object)
    """Keep this FoundSession as recently discarded, and offer it no more."""

    def __init__(self, found: Sequence[FoundSession], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Dialogs", "Work was found that is not saved"), parent, width=640)
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "Dialogs",
                    "Journeywall did not close normally. What you open is an unsaved copy; no file is changed.",
                ),
                "body2",
                wrap=True,
            )
        )
        self.rows = [RecoveryRow(session) for session in found]
        self._list = QWidget()
        self._list.setProperty("clear", True)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 4, 4, 4)  # the focus ring of a button lies outside it
        column.setSpacing(8)
        for row in self.rows:
            column.addWidget(row)
            row.open.clicked.connect(lambda _checked=False, row=row: self._take(row, self.opened))
            row.discard.clicked.connect(lambda _checked=False, row=row: self._take(row, self.discarded))
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._list)
        self.body.addWidget(self._area, 1)
        later = self.add_button(Button(lambda: translate("Dialogs", "Later")))
        later.clicked.connect(lambda _checked=False: self.reject())
        self._fit()
        if self.rows:
            self.set_default(self.rows[0].open)

    def _take(self, row: RecoveryRow, signal: SignalInstance) -> None:
        """Say what was chosen for a row, which goes; the last one closes the dialog."""
        self.rows.remove(row)
        row.hide()
        if self.rows:
            self._fit()
            self.set_default(self.rows[0].open)
        else:
            self.accept()
        signal.emit(row.session)

    def _fit(self) -> None:
        """As high as the rows that are left."""
        width = self.minimumWidth() - 64
        column = self._list.layout()
        wanted = column.heightForWidth(width) if column is not None and column.hasHeightForWidth() else 0
        self._area.setFixedHeight(min(_MOST_HEIGHT, max(wanted, 64)))


def facts(session: FoundSession) -> str:
    """When, how much, and what to beware of."""
    when = session.last_edit.strftime("%d-%m-%Y %H:%M")
    parts = [when, translate("Dialogs", "%n edit(s)", n=session.edits)]
    if session.draft:
        parts.append(translate("Dialogs", "with a text that was being typed"))
    if session.path:
        parts.append(Path(session.path).name)
    if session.file_changed:
        parts.append(translate("Dialogs", "the file was changed since"))
    if session.damaged:
        parts.append(translate("Dialogs", "partly damaged"))
    return " · ".join(parts)
