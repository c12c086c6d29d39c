"""What a crash left, offered at the next start.  Opening one makes an unsaved copy; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.files.recovery import DISCARD_DAYS, FoundSession
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel, Surface
from widgets.dialogs.base import BaseDialog


class RecoveryDialog(BaseDialog):
    """A row for each session that was found; each can be opened or discarded, and "Later" leaves all as it is."""

    opened = Signal(object)
    """Open this FoundSession."""
    discarded = Signal(object)
    """Keep this FoundSession as recently discarded, and offer it no more."""

    def __init__(self, found: Sequence[FoundSession], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Dialogs", "Work was found that is not saved"), parent, width=600)
        self._left = len(found)
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
        first: Button | None = None
        for session in found:
            row, button = self._row(session)
            self.body.addWidget(row)
            first = first or button
        later = self.add_button(Button(lambda: translate("Dialogs", "Later")))
        later.clicked.connect(lambda _checked=False: self.reject())
        if first is not None:
            self.set_default(first)

    def _row(self, session: FoundSession) -> tuple[QWidget, Button]:
        frame = Surface("card", "all")
        line = QHBoxLayout(frame)
        line.setContentsMargins(14, 10, 12, 10)
        line.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        name = session.title or (Path(session.path).stem if session.path else "")
        texts.addWidget(PlainLabel(name or (lambda: translate("Dialogs", "Map without a title")), "strong", wrap=True))
        texts.addWidget(PlainLabel(lambda: _facts(session), "small", wrap=True))
        line.addLayout(texts, 1)
        discard = Button(lambda: translate("Dialogs", "Discard"), "quiet", small=True)
        open_button = Button(
            lambda: translate("Dialogs", "Open"),
            "outlined",
            small=True,
            description=lambda: translate("Dialogs", "Open as an unsaved copy"),
        )
        discard.setToolTip(translate("Dialogs", "It stays on this computer for %n day(s).", n=DISCARD_DAYS))

        def opened() -> None:
            self.opened.emit(session)
            self._done(frame)

        def discarded() -> None:
            self.discarded.emit(session)
            self._done(frame)

        open_button.clicked.connect(lambda _checked=False: opened())
        discard.clicked.connect(lambda _checked=False: discarded())
        line.addWidget(discard)
        line.addWidget(open_button)
        return frame, open_button

    def _done(self, row: QWidget) -> None:
        row.hide()
        self._left -= 1
        if self._left == 0:
            self.accept()


def _facts(session: FoundSession) -> str:
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
