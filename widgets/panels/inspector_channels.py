"""The channels of a touchpoint: chips, the map's other channels in a menu, and a small form for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from model.draw.icons import ICON_NAMES
from model.fields import ItemField
from model.i18n import translate
from model.records import Channel, Item, Medium
from widgets.controls.buttons import Button, IconButton
from widgets.controls.chip import Chip
from widgets.controls.choice import ChoiceToggles, Option
from widgets.controls.flow import FlowLayout
from widgets.controls.icon_picker import IconPicker, icon_title
from widgets.controls.labels import PlainLabel
from widgets.controls.segmented import Segment, Segmented
from widgets.look.icons import icon
from widgets.panels.edits import add_channel_to, toggle_channel
from widgets.panels.field_editors import FieldEditor, Host
from widgets.panels.fields import LineField, one_line
from widgets.panels.page import Tools
from widgets.panels.pieces import Group


def medium_segments() -> list[Segment]:
    """Online, offline, both."""
    return [
        Segment("online", lambda: translate("Panels", "Online")),
        Segment("offline", lambda: translate("Panels", "Offline")),
        Segment("both", lambda: translate("Panels", "Both")),
    ]


class IconChoice(IconButton):
    """The icon of a channel; opens the picker."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self.icon_name = "world"
        super().__init__("world", self._title, small=True)
        self.setProperty("controlSize", "small")
        self._picker: IconPicker | None = None
        self.clicked.connect(lambda _checked=False: self.picker().open_below(self))

    def _title(self) -> str:
        return translate("Panels", "Icon: {name}").format(name=icon_title(self.icon_name))

    def show_icon(self, name: str) -> None:
        """Show an icon; one that this version does not have is shown as a question mark."""
        self.icon_name = name
        try:
            self.set_icon(name)
        except KeyError:
            self.set_icon("help")
        self.retranslate()

    def picker(self) -> IconPicker:
        """The popup."""
        if self._picker is None:
            self._picker = IconPicker(lambda: translate("Panels", "Icon of the channel"), parent=self)
            self._picker.icon_chosen.connect(self.chosen)
        self._picker.set_value(self.icon_name)
        return self._picker


class ChannelForm(QWidget):
    """Name, icon and medium of a new channel."""

    made = Signal(str, str, str)
    """(name, icon, medium)."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.icon = IconChoice()
        self.icon.chosen.connect(self.icon.show_icon)
        self.name = LineField(
            lambda: translate("Panels", "Name of the channel"), lambda: translate("Panels", "Name of the channel")
        )
        self.medium = Segmented(medium_segments(), lambda: translate("Panels", "Medium"), outlined=True)
        self.medium.set_value("online")
        self.take = Button(lambda: translate("Panels", "Add channel"), small=True)
        self.leave = Button(lambda: translate("Panels", "Cancel"), "quiet", small=True)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.icon)
        first.addWidget(self.name, 1)
        last = QHBoxLayout()
        last.setSpacing(6)
        last.addWidget(self.take)
        last.addWidget(self.leave)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.medium)
        column.addLayout(last)
        self.name.returnPressed.connect(self._take)
        self.take.clicked.connect(lambda _checked=False: self._take())
        self.leave.clicked.connect(lambda _checked=False: self.close_form())
        self.hide()

    def open_form(self) -> None:
        """Show the empty form and take the keyboard."""
        self.name.show_value("")
        self.name.clear()
        self.icon.show_icon("world")
        self.medium.set_value("online")
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Make no channel."""
        self.hide()
        self.closed.emit()

    def _take(self) -> None:
        name = one_line(self.name.text())
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.made.emit(name, self.icon.icon_name, self.medium.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)


class ChannelsGroup(Group):
    """The channels of one touchpoint."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "Channels"))
        self._tools = tools
        self._item = ""
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self.chips: dict[str, Chip] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 6)
        self.plus = IconButton("plus", lambda: translate("Panels", "Add a channel"), small=True)
        self.plus.clicked.connect(lambda _checked=False: self.open_menu())
        self._flow.addWidget(self.plus)
        self.form = ChannelForm()
        self.form.made.connect(self._made)
        self.form.closed.connect(lambda: self.plus.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add(self._row, self.form)

    def show_card(self, item_id: str) -> None:
        """Show the channels of the touchpoint ``item_id``."""
        if item_id != self._item:
            self._item = item_id
            self.form.hide()
        document = self._tools.bridge.document
        item = document.item_table[item_id]
        found = [document.channel_table[c] for c in item.channel_ids if c in document.channel_table]
        shown = tuple((channel.id, channel.name, channel.icon) for channel in found)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((i for i, chip in enumerate(self.chips.values()) if chip.hasFocus()), None)
        for chip in self.chips.values():
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self.plus)
        self.chips = {}
        for channel_id, name, icon_name in shown:
            chip = Chip(name or _unnamed, "outlined", icon_name=_known(icon_name), removable=True)
            chip.removed.connect(partial(self._remove, channel_id))
            self.chips[channel_id] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.plus)
        if focused is not None:
            rows: list[QWidget] = [*self.chips.values(), self.plus]
            rows[min(focused, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._row.updateGeometry()

    def menu(self) -> QMenu:
        """The map's channels, those in use ticked, and the way to a new one."""
        document = self._tools.bridge.document
        used = document.item_table[self._item].channel_ids
        menu = QMenu(self.plus)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for channel in document.channels:
            action = menu.addAction(icon(_known(channel.icon), 16), (channel.name or _unnamed()).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(channel.id in used)
            action.setData(channel.id)
            action.triggered.connect(partial(self._toggle, channel.id))
        if document.channels:
            menu.addSeparator()
        new = menu.addAction(icon("plus", 16), translate("Panels", "New channel…"))
        new.setData("")
        new.triggered.connect(self.form.open_form)
        return menu

    def open_menu(self) -> QMenu:
        """Open the menu under the plus."""
        menu = self.menu()
        menu.popup(self.plus.mapToGlobal(self.plus.rect().bottomLeft()))
        return menu

    def _toggle(self, channel_id: str, _checked: bool = False) -> None:
        self._tools.bridge.run(toggle_channel, self._item, channel_id)

    def _remove(self, channel_id: str) -> None:
        self._tools.bridge.run(toggle_channel, self._item, channel_id)

    def _made(self, name: str, icon_name: str, medium: Medium) -> None:
        if self._item in self._tools.bridge.document.item_table:
            self._tools.bridge.run(add_channel_to, self._item, name, icon_name, medium)
        self.plus.setFocus(Qt.FocusReason.OtherFocusReason)


def _unnamed() -> str:
    return translate("Panels", "Channel without a name")


def _known(icon_name: str) -> str:
    return icon_name if icon_name in ICON_NAMES else "help"


class ChannelsEditor(FieldEditor):
    """The channels of a touchpoint; of several, those of the map, with those lit that all of them have."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.group = ChannelsGroup(host.tools)
        self.column.addWidget(self.group)
        self._several: ChoiceToggles | None = None
        self._heading = PlainLabel(lambda: field.title, "section")
        self.column.addWidget(self._heading)
        self._offered: tuple[Channel, ...] = ()
        self._common: tuple[str, ...] = ()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show the channels."""
        one = len(items) == 1
        self.group.setVisible(one)
        self._heading.setVisible(not one)
        if one:
            self.tell_mixed(False)
            self.group.show_card(items[0].id)
            if self._several is not None:
                self._several.hide()
        else:
            super().show_items(items)

    def show_values(self, values: list[Any]) -> None:
        """Show the channels of several touchpoints."""
        channels = self.host.document.channels
        if self._several is None or channels != self._offered:
            if self._several is not None:
                self._several.hide()
                self.column.removeWidget(self._several)
                self._several.deleteLater()
            self._offered = channels
            options = [Option(row.id, row.name or _unnamed, _known(row.icon)) for row in channels]
            self._several = ChoiceToggles(options, lambda: self.field.title)
            self._several.changed.connect(self._changed)
            self.column.addWidget(self._several)
        self._common = tuple(key for key in self.shared(values) if key in self.host.document.channel_table)
        self._several.show_values(self._common, mixed=self._mixed)
        self._several.setVisible(bool(channels))
        self._heading.setVisible(bool(channels))

    @property
    def several(self) -> ChoiceToggles | None:
        """The chips of several touchpoints."""
        return self._several

    def target(self) -> QWidget:
        """The button that adds one."""
        return self.group.plus

    def _changed(self, now: tuple[str, ...]) -> None:
        add = [key for key in now if key not in self._common]
        self.host.change_members(self.field, add, [key for key in self._common if key not in now])
