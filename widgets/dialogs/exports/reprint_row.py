"""Printing tiles again: all of them, or those that changed since the last print or since a map that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.document import Document
from model.i18n import number, translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import language_changed, name_for_readers


class ReprintRow(QWidget):
    """ "Sheets: All 9 | Changed 2".  What changed is counted by others, who are asked by ``counted``."""

    changed = Signal()
    """All, or those that changed."""
    file_wanted = Signal()
    """Another earlier map or PDF is to be chosen."""
    settings_wanted = Signal()
    """The settings of the last print are to be taken."""

    def __init__(self) -> None:
        super().__init__()
        self._earlier: Document | None = None
        self._from = ""
        self._counts: tuple[int, int | None] = (0, None)
        self._other = False
        self._kept = True
        self._anew: tuple[str, ...] = ()
        self.which = Segmented(
            [Segment("all", self._all_text), Segment("changed", self._changed_text)],
            lambda: translate("ExportDialog", "Sheets"),
            outlined=True,
        )
        self.which.set_value("all")
        self.which.chosen.connect(lambda _which: self.changed.emit())
        self.told = PlainLabel("", "small", wrap=True)
        self.file = Button(lambda: translate("ExportDialog", "Choose earlier map or PDF…"), "link", small=True)
        self.file.clicked.connect(lambda _checked=False: self.file_wanted.emit())
        self.take = Button(lambda: translate("ExportDialog", "Print as then"), "link", small=True)
        self.take.clicked.connect(lambda _checked=False: self.settings_wanted.emit())
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(lambda: translate("ExportDialog", "Sheets"), "label"), 1)
        head.addWidget(self.which)
        links = QHBoxLayout()
        links.setSpacing(12)
        links.addWidget(self.file)
        links.addWidget(self.take)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addLayout(links)
        self._show()

    @property
    def earlier(self) -> Document | None:
        """The map of the earlier print."""
        return self._earlier

    @property
    def anew(self) -> tuple[str, ...]:
        """The sheets of it that were printed again since."""
        return self._anew

    @property
    def kept(self) -> bool:
        """Whether the notes have the places of then."""
        return self._kept

    @property
    def other(self) -> bool:
        """Whether that was printed with other settings."""
        return self._other

    @property
    def before(self) -> Document | None:
        """The map since which only what changed is to be printed; None for all sheets."""
        return self._earlier if self.which.value() == "changed" and not self._other else None

    def set_earlier(
        self, document: Document | None, told: str, *, other: bool = False, anew: tuple[str, ...] = ()
    ) -> None:
        """Compare with this map, which is ``told`` in words; ``other``: it was printed with other settings; ``anew``:
        these sheets of it were printed again since."""
        self._earlier, self._from, self._other, self._anew = document, told, other, anew
        self._counts = (self._counts[0], None)
        if document is None or other:
            self.which.set_value("all")
        self._show()

    def set_counts(self, sheets: int, changed: int | None, *, kept: bool = True) -> None:
        """So many sheets, of which so many changed (None: not counted yet); ``kept``: in the places of then."""
        self._counts, self._kept = (sheets, changed), kept
        if changed == 0:
            self.which.set_value("all")
        self._show()

    def _show(self) -> None:
        changed = self._counts[1]
        self.which.button("changed").setEnabled(bool(changed) and not self._other)
        self.which.setVisible(self._earlier is not None)
        self.take.setVisible(self._other)
        self.which.retranslate()
        for value in ("all", "changed"):
            self.which.button(value).updateGeometry()
            self.which.button(value).update()
        self.told.set_source(self._told)
        name_for_readers(self.which, translate("ExportDialog", "Sheets"), self._told())

    def _all_text(self) -> str:
        return translate("ExportDialog", "All {count}").format(count=number(self._counts[0]))

    def _changed_text(self) -> str:
        count = self._counts[1]
        return translate("ExportDialog", "Changed {count}").format(count="…" if count is None else number(count))

    def _told(self) -> str:
        if self._earlier is None:
            return translate("ExportDialog", "Nothing of this map was printed on sheets here yet.")
        if self._other:
            return translate("ExportDialog", "{print}: with other settings, so all sheets differ.").format(
                print=self._from
            )
        count = self._counts[1]
        if count is None:
            return self._from
        if not self._kept:
            text = translate(
                "ExportDialog", "{print}: the notes do not fit their places of then; %n sheet(s) differ.", n=count
            )
        else:
            text = translate("ExportDialog", "{print}: %n sheet(s) differ.", n=count)
        return text.format(print=self._from)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._show()
        super().changeEvent(event)
