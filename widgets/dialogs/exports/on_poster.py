"""What of the map is on the poster, folded away until somebody asks: evidence, links, feelings aimed for, blind spots,
and what notes say below their text.

A row stands there only where the map has something for it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.cardlines import lines_used
from model.document import Document
from model.i18n import translate
from model.journey import borders
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.layout.maplayout import LayoutOptions
from widgets.controls.buttons import Button
from widgets.controls.card_lines import CardLineChoice
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.switch import Switch
from widgets.look.icons import icon


class OnPoster(QWidget):
    """A heading that unfolds to the choices; ``changed`` comes with every choice of the user."""

    changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.head = Button(lambda: translate("ExportDialog", "On the poster"), "link", icon_name="chevron-right")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._unfold)
        self.body = QWidget()
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(12)
        self.evidence = Segmented(
            [
                Segment("auto", lambda: translate("ExportDialog", "Where used")),
                Segment("on", lambda: translate("ExportDialog", "Always")),
                Segment("off", lambda: translate("ExportDialog", "Never")),
            ],
            lambda: translate("ExportDialog", "Evidence"),
            outlined=True,
        )
        self.evidence.set_value("auto")
        self.links = Segmented(
            [
                Segment("none", lambda: translate("ExportDialog", "None")),
                Segment("paths", lambda: translate("ExportDialog", "Paths")),
                Segment("all", lambda: translate("ExportDialog", "All")),
            ],
            lambda: translate("ExportDialog", "Links"),
            outlined=True,
        )
        self.links.set_value("none")
        self.aimed = Switch(lambda: translate("ExportDialog", "Feelings aimed for"))
        self.blind_spots = Switch(lambda: translate("ExportDialog", "Blind spots"))
        self.borders = Switch(lambda: translate("ExportDialog", "Borders between departments"))
        claims = {kind.id for kind in ITEM_KINDS.values() if kind.claims}
        if any(item.kind in claims for item in document.placed):
            rows.addWidget(FormRow(lambda: translate("ExportDialog", "Evidence"), self.evidence))
        if document.link_table:
            rows.addWidget(
                FormRow(
                    lambda: translate("ExportDialog", "Links"),
                    self.links,
                    hint=lambda: translate("ExportDialog", "Paths lead from touchpoint to touchpoint"),
                )
            )
        if any(felt.aimed is not None for felt in document.emotion_table.values()):
            rows.addWidget(SwitchRow(lambda: translate("ExportDialog", "Feelings aimed for"), self.aimed))
        if document.touchpoints:
            rows.addWidget(
                SwitchRow(
                    lambda: translate("ExportDialog", "Blind spots"),
                    self.blind_spots,
                    hint=lambda: translate("ExportDialog", "Touchpoints that no system records"),
                )
            )
        kinds = {link.kind for link in document.link_table.values()} & LINK_KINDS.keys()
        if borders(document) or any(LINK_KINDS[kind].crosses for kind in kinds):
            rows.addWidget(
                SwitchRow(
                    lambda: translate("ExportDialog", "Borders between departments"),
                    self.borders,
                    hint=lambda: translate("ExportDialog", "With both names, and with the hand-overs"),
                )
            )
        self.fields = CardLineChoice()
        self.fields.show_choice(lines_used(document, beside=True), ())
        if self.fields.offered:
            rows.addWidget(
                FormRow(
                    lambda: translate("ExportDialog", "On notes"),
                    self.fields,
                    hint=lambda: translate("ExportDialog", "Notes that say something there grow by it"),
                )
            )
        self.offers = rows.count() > 0
        """Whether there is anything to choose."""
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        for choice in (self.evidence, self.links):
            choice.chosen.connect(lambda _value: self.changed.emit())
        for switch in (self.aimed, self.blind_spots, self.borders):
            switch.toggled.connect(lambda _on: self.changed.emit())
        self.fields.changed.connect(lambda _fields: self.changed.emit())

    def begin_with(self, shown: LayoutOptions) -> None:
        """Begin with what is drawn on the map, of what the map has."""
        evidence = shown.evidence if self.body.isAncestorOf(self.evidence) else None
        self.evidence.set_value({None: "auto", True: "on", False: "off"}[evidence])
        self.links.set_value(shown.links if self.body.isAncestorOf(self.links) else "none")
        drawn = (self.aimed, shown.aimed), (self.blind_spots, shown.blind_spots), (self.borders, shown.borders)
        for switch, on in drawn:
            switch.setChecked(on and self.body.isAncestorOf(switch))
        self.fields.show_choice(self.fields.offered, shown.fields)

    def options(self) -> dict[str, Any]:
        """What was chosen, as options of an export; what was left as it is, is not named."""
        found: dict[str, Any] = {}
        if self.evidence.value() != "auto":
            found["evidence"] = self.evidence.value()
        if self.links.value() != "none":
            found["links"] = self.links.value()
        if self.aimed.isChecked():
            found["aimed"] = True
        if self.blind_spots.isChecked():
            found["blind_spots"] = True
        if self.borders.isChecked():
            found["borders"] = True
        if self.fields.values():
            found["fields"] = self.fields.values()
        return found

    def _unfold(self, on: bool) -> None:
        self.body.setVisible(on)
        self.head.setIcon(icon("chevron-down" if on else "chevron-right", 13, "accent.ink"))
