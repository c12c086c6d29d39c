"""The system that records a touchpoint; where there is none, the blind spot is named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.document import Document
from model.fields import ItemField
from model.i18n import translate
from model.journey import missed_systems
from model.records import Item
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.panels.field_editors import Host, LineEditor


def is_blind_spot(document: Document, item: Item) -> bool:
    """Whether no system records a touchpoint, in a map that says of others which one does (rules BS1, BS2)."""
    return item.id in missed_systems(document)


class SystemEditor(LineEditor):
    """One line; below it, where it is empty and others are not, that nobody sees this contact."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.blind = QWidget()
        row = QHBoxLayout(self.blind)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconMark("eye-off", 14, "state.warn"))
        row.addWidget(PlainLabel(lambda: translate("Panels", "Nowhere: a blind spot"), "warn", wrap=True), 1)
        self.blind.hide()
        self.column.addWidget(self.blind)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show the system, and whether it is missed."""
        super().show_items(items)
        self.blind.setVisible(len(items) == 1 and is_blind_spot(self.host.document, items[0]))
