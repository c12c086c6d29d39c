"""What a crash left, offered at the next start.  Opening one makes an unsaved copy; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.files.recovery import DISCARD_DAYS, FoundSession, grouped
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel, Surface
from widgets.dialogs.base import BaseDialog, shortened

_MOST_PATH = 120
"""Characters of a path in a row."""
_SIDES = 50
"""px of the dialog at the left and right of its list, lines included."""
_MOST_HEIGHT = 380
"""px of the list before it scrolls."""


class RecoveryRow(Surface):
    """One session: what it is, and what to do with it."""

    def __init__(self, session: FoundSession) -> None:
        super().__init__("card")
        self.session = session
        self.heading: PlainLabel | None = None
        """What stands above the rows of its map, where there are several."""
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 12, 10)
        line.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(self._name, "strong", wrap=True))
        texts.addWidget(PlainLabel(lambda: facts(session), "small", wrap=True))
        if session.path:
            texts.addWidget(PlainLabel(shortened(session.path, _MOST_PATH), "small", wrap=True))
        line.addLayout(texts, 1)
        self.both: Button | None = None
        if session.file_changed:
            self.both = Button(
                lambda: translate("Dialogs", "Show both"),
                "quiet",
                small=True,
                description=lambda: translate("Dialogs", "Lay what was found beside the file as it is now"),
            )
            line.addWidget(self.both)
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
    compared = Signal(object)
    """Lay this FoundSession beside its file, which was changed since."""

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
        self.rows: list[RecoveryRow] = []
        self._list = QWidget()
        self._list.setProperty("clear", True)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 4, 4, 4)  # the focus ring of a button lies outside it
        column.setSpacing(8)
        for group in grouped(found):
            heading = _heading(group) if len(group) > 1 else None
            if heading is not None:
                column.addWidget(heading)
            for session in group:
                self._add(session, column).heading = heading
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

    def _add(self, session: FoundSession, column: QVBoxLayout) -> RecoveryRow:
        row = RecoveryRow(session)
        self.rows.append(row)
        column.addWidget(row)
        row.open.clicked.connect(lambda _checked=False: self._take(row, self.opened))
        row.discard.clicked.connect(lambda _checked=False: self._take(row, self.discarded))
        if row.both is not None:
            row.both.clicked.connect(lambda _checked=False: self.compared.emit(session))
        return row

    def open_session(self, session: FoundSession) -> None:
        """As if its row's "Open" had been pressed."""
        for row in self.rows:
            if row.session is session:
                self._take(row, self.opened)
                return

    def _take(self, row: RecoveryRow, signal: SignalInstance) -> None:
        """Say what was chosen for a row, which goes; the last one closes the dialog."""
        self.rows.remove(row)
        row.hide()
        if row.heading is not None and sum(other.heading is row.heading for other in self.rows) < 2:
            row.heading.hide()  # one is left, which is no group
        if self.rows:
            self._fit()
            self.set_default(self.rows[0].open)
        else:
            self.accept()
        signal.emit(row.session)

    def showEvent(self, event: QShowEvent) -> None:
        """The texts have their fonts now."""
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """As high as the rows that are left."""
        fit_rows(self._area, max(self.width(), self.minimumWidth()))


def fit_rows(area: QScrollArea, width: int) -> None:
    """Make a list of rows as high as these are in a dialog of ``width`` px, up to where it scrolls."""
    listed = area.widget()
    column = listed.layout() if listed is not None else None
    wanted = column.heightForWidth(width - _SIDES) if column is not None and column.hasHeightForWidth() else 0
    area.setFixedHeight(min(_MOST_HEIGHT, max(wanted, 64)))


def _heading(group: Sequence[FoundSession]) -> PlainLabel:
    """What several rows are of one map."""
    return PlainLabel(
        lambda: translate("Dialogs", "Found %n time(s) for one map, the newest first", n=len(group)),
        "section",
        wrap=True,
    )


def facts(session: FoundSession) -> str:
    """When, how much, and what to beware of."""
    when = session.last_edit.strftime("%d-%m-%Y %H:%M")
    parts = [when]
    if session.edits or not session.draft:
        parts.append(translate("Dialogs", "%n edit(s)", n=session.edits))
    if session.draft:
        parts.append(translate("Dialogs", "with a text that was being typed"))
    if session.file_changed:
        parts.append(translate("Dialogs", "the file was changed since"))
    if session.damaged:
        parts.append(translate("Dialogs", "partly damaged"))
    return " · ".join(parts)
