"""What both sides changed, one by one: mine or theirs, before two maps are merged.

MC1  Mine everywhere until something else is chosen; nothing is merged before "Merge" (Enter), and nothing by Esc.
MC2  In the list Left is mine, as it stands on the left, Right is theirs, and Space takes the other one.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from model.difference import Difference, Entry
from model.document import Document
from model.i18n import translate
from model.merge import Choice
from widgets.controls.buttons import Button
from widgets.controls.segmented import Segment, Segmented
from widgets.dialogs.compare import CompareDialog


class MergeDialog(CompareDialog):
    """Both maps beside each other with what both changed; ``run(taken)`` gets the choices where theirs is wanted.

    ``offered`` says what can be chosen, each as a difference from ours to theirs; ``taken`` what is theirs at first.
    """

    def __init__(
        self,
        ours: Document,
        theirs: Document,
        offered: Mapping[Choice, Entry],
        run: Callable[[frozenset[Choice]], object],
        parent: QWidget | None = None,
        *,
        taken: Container[Choice] = (),
    ) -> None:
        self._offered = {entry: choice for choice, entry in offered.items()}
        self._theirs = {entry for entry, choice in self._offered.items() if choice in taken}
        self.sides = Segmented(
            (
                Segment("mine", lambda: translate("Merge", "Mine")),
                Segment("theirs", lambda: translate("Merge", "Theirs")),
            ),
            lambda: translate("Merge", "Which one comes into the map"),
            outlined=True,
        )
        super().__init__(
            ours,
            theirs,
            lambda: translate("Merge", "Mine"),
            lambda: translate("Merge", "Theirs, in the file"),
            parent,
            title=lambda: translate("Merge", "Changed in both places"),
            difference=Difference(tuple(self._offered)),
        )
        self.sentence.set_source(self._said)
        self.model.below = self._below
        self.model.told = self._told
        self.sides.chosen.connect(lambda side: self._take(side == "theirs"))
        self.side.addWidget(self.sides)
        self.list.installEventFilter(self)
        for theirs_too, text in ((False, lambda: translate("Merge", "All mine")), (True, self._all_theirs_text)):
            button = self.add_button(Button(text))
            button.clicked.connect(partial(self._take_all, theirs_too))
        self.add_choice(lambda: translate("Merge", "Merge"), lambda: run(self.taken), "filled")
        QWidget.setTabOrder(self._detail_area, self.sides.button("mine"))

    @property
    def taken(self) -> frozenset[Choice]:
        """Where theirs is chosen."""
        return frozenset(self._offered[entry] for entry in self._theirs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left, Right and Space in the list (MC2)."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, entry = event.key(), self.chosen
            if entry is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
                self._take(entry not in self._theirs if key == Qt.Key.Key_Space else key == Qt.Key.Key_Right)
                return True
        return super().eventFilter(watched, event)

    def _take(self, theirs: bool) -> None:
        if self.chosen is not None:
            (self._theirs.add if theirs else self._theirs.discard)(self.chosen)
            self._changed()

    def _take_all(self, theirs: bool, _checked: bool = False) -> None:
        self._theirs = set(self._offered) if theirs else set()
        self._changed()

    def _changed(self) -> None:
        self._tell(self.chosen)
        self.sentence.set_source(self._said)
        self.model.dataChanged.emit(self.model.index(0), self.model.index(self.model.rowCount() - 1))

    def _tell(self, entry: Entry | None) -> None:
        self.sides.setVisible(entry is not None)
        self._detail_area.setVisible(entry is not None)
        if entry is not None:
            text = translate("Merge", "{field}\nMine: {mine}\nTheirs: {theirs}")
            empty = translate("Compare", "empty")
            told = [
                text.format(field=field, mine=mine or empty, theirs=theirs or empty)
                for field, mine, theirs in entry.fields
            ]
            self.details.set_source("\n\n".join(told))
            self._detail_area.verticalScrollBar().setValue(0)
            self.sides.set_value("theirs" if entry in self._theirs else "mine")

    def _said(self) -> str:
        count = translate("Merge", "%n thing(s) changed here and in the file.", n=len(self._offered))
        how = translate("Merge", "Choose which one comes into the map: yours ({left}) or theirs ({right}).")
        left, right = translate("Merge", "Left arrow"), translate("Merge", "Right arrow")
        return f"{count} {how.format(left=left, right=right)}"

    def _below(self, entry: Entry) -> str:
        theirs = entry in self._theirs
        parts = []
        for title, mine, other in entry.fields:
            said = " ".join((other if theirs else mine).split()) or translate("Compare", "empty")
            parts.append(translate("Compare", "{field}: {value}").format(field=title, value=said))
        text = translate("Merge", "Theirs · {what}") if theirs else translate("Merge", "Mine · {what}")
        return text.format(what=" · ".join(parts))

    def _told(self, entry: Entry) -> str:
        return f"{entry.title}. {self._below(entry)}"

    def _all_theirs_text(self) -> str:
        return translate("Merge", "All theirs")
