"""Before a document is forgotten: what goes, and that its file stays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.files.forget import Traces
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel, Surface
from widgets.dialogs.base import BaseDialog, shortened


class ForgetDialog(BaseDialog):
    """Asks whether this computer may forget a map; Esc, the cross and Enter keep everything.

    ``path`` is its file, "" for a map without one; ``shown`` says that it is open and will be closed, ``unsaved``
    that work in it is in no file.
    """

    agreed = Signal()
    """Forget it."""

    def __init__(
        self, title: str, path: str, traces: Traces, *, shown: bool, unsaved: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            lambda: translate("Forget", "Forget “{title}” on this computer?").format(title=shortened(title)),
            parent,
            width=560,
        )
        self.body.addWidget(
            PlainLabel(lambda: translate("Forget", "This goes, and cannot be put back:"), "body2", wrap=True)
        )
        card = Surface("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(14, 10, 14, 10)
        lines.setSpacing(4)
        for text in _what_goes(traces, shown=shown, unsaved=unsaved):
            lines.addWidget(PlainLabel("• " + text, wrap=True))
        self.body.addWidget(card)
        if shown:
            self.body.addWidget(
                PlainLabel(lambda: translate("Forget", "The map is closed first, without being saved."), wrap=True)
            )
        self.body.addWidget(
            PlainLabel(
                lambda: (
                    translate("Forget", "The file itself stays as it is: {path}").format(path=path)
                    if path
                    else translate("Forget", "This map is in no file: nothing of it stays.")
                ),
                "strong",
                wrap=True,
            )
        )
        forget = self.add_button(Button(lambda: translate("Forget", "Forget"), "danger"))
        keep = self.add_button(Button(lambda: translate("Forget", "Cancel")))
        forget.clicked.connect(lambda _checked=False: self._agree())
        keep.clicked.connect(lambda _checked=False: self.reject())
        self.set_default(keep)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def _what_goes(traces: Traces, *, shown: bool, unsaved: bool) -> list[str]:
    """A line for each kind of thing that is kept."""
    found = []
    if unsaved:
        found.append(translate("Forget", "Work in the open map that is not saved"))
    left = traces.work - shown
    if left > 0:
        found.append(translate("Forget", "Work that was found after a crash: %n time(s)", n=left))
    if traces.discarded:
        found.append(translate("Forget", "Work that was closed without saving: %n time(s)", n=traces.discarded))
    if traces.versions:
        found.append(translate("Forget", "%n earlier version(s)", n=traces.versions))
    if traces.picture:
        found.append(translate("Forget", "Its picture on the start screen"))
    if traces.prints:
        found.append(translate("Forget", "Its settings for printing, and what was printed last"))
    if traces.recent:
        found.append(translate("Forget", "Its place in the list of recent maps"))
    found.append(translate("Forget", "Lines of the log that name it"))
    return found
