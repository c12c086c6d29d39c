"""The question before a map is taken over from somebody who has it open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog


class TakeOverQuestion(BaseDialog):
    """Whether to take a map over from ``who`` ("Anna on laptop-3"); accepted when the user says so.

    Esc, the cross and Enter leave it: what the other one has not saved cannot come into this file any more.
    """

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Dialogs", "Take over from {who}?").format(who=who), parent, width=500)
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "Dialogs",
                    "You can edit the map then. {who} can no longer save into this file; work that is not saved yet is "
                    "kept there, and can be saved elsewhere.",
                ).format(who=who),
                "body2",
                wrap=True,
            )
        )
        leave = self.add_button(Button(lambda: translate("Dialogs", "Only look")))
        take = self.add_button(Button(lambda: translate("Dialogs", "Take over")))
        leave.clicked.connect(lambda _checked=False: self.reject())
        take.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(leave)
