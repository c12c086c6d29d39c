"""Questions and messages: closing with unsaved work, and an error of the program."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from model.files.recovery import DISCARD_DAYS
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog, shortened

Answer = Literal["save", "discard", "cancel"]


class SaveQuestion(BaseDialog):
    """Whether to save a map before it is closed; ``answer`` is "cancel" until a button says otherwise.

    Esc and the cross answer "cancel", Enter "save".
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda: translate("Dialogs", "Save “{title}” first?").format(title=shortened(title)), parent, width=500
        )
        self.answer: Answer = "cancel"
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "Dialogs", "Work that you do not save is kept on this computer for %n day(s).", n=DISCARD_DAYS
                ),
                "body2",
                wrap=True,
            )
        )
        discard = self.add_button(Button(lambda: translate("Dialogs", "Do not save"), "quiet"))
        cancel = self.add_button(Button(lambda: translate("Dialogs", "Cancel")))
        save = self.add_button(Button(lambda: translate("Dialogs", "Save"), "filled"))
        discard.clicked.connect(lambda _checked=False: self._answered("discard"))
        cancel.clicked.connect(lambda _checked=False: self.reject())
        save.clicked.connect(lambda _checked=False: self._answered("save"))
        self.set_default(save)

    def _answered(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def ask_to_save(parent: QWidget | None, title: str) -> Answer:
    """Ask, and wait for the answer."""
    question = SaveQuestion(title, parent)
    question.exec()
    return question.answer


class ErrorMessage(BaseDialog):
    """A fault of the program: what it means, where the log is, and the report to copy.  No note's text is in it."""

    def __init__(self, report: str, log_path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Dialogs", "Something went wrong in Journeywall"), parent, width=560)
        self._report = report
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "Dialogs", "Your work is kept. Save the map now; if it happens again, send us the report below."
                ),
                wrap=True,
            )
        )
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFixedHeight(160)
        self.name(text, lambda: translate("Dialogs", "Report"))
        self.body.addWidget(text)
        if log_path is not None:
            self.body.addWidget(
                PlainLabel(
                    lambda: translate("Dialogs", "It is also in {path}.").format(path=log_path), "small", wrap=True
                )
            )
        copy = self.add_button(Button(lambda: translate("Dialogs", "Copy report"), icon_name="copy"))
        copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self._report))
        close = self.add_button(Button(lambda: translate("Dialogs", "Go on"), "filled"))
        close.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(close)


def tell_error(parent: QWidget | None, report: str, log_path: Path | None) -> ErrorMessage:
    """Tell of an error of the program; the message that is shown."""
    message = ErrorMessage(report, log_path, parent)
    message.open()
    return message
