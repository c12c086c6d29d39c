"""What hangs on a touchpoint, and the touchpoints that a card hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from model.commands.cards import add_attached, detach_card
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.form import FormRow
from widgets.controls.texts import TextSource
from widgets.panels.edits import UnknownTarget, attach_one, target_named
from widgets.panels.fields import AddField
from widgets.panels.note_chip import NoteChip, keep
from widgets.panels.page import Tools, go_to_card
from widgets.panels.pieces import KIND_ADDS, Group, KeyedColumn, kind_title


class AttachedGroup(Group):
    """The cards of some kinds that hang on a touchpoint, and a button for each kind that adds one more."""

    def __init__(self, tools: Tools, text: TextSource, kinds: Sequence[str]) -> None:
        super().__init__(text)
        self._tools = tools
        self.kinds = tuple(kinds)
        self._host = ""
        self._adding = kinds[0]
        self.buttons: dict[str, Button] = {}
        for kind in kinds:
            self.buttons[kind] = self.header.add_link(_kind_name(kind), partial(self.open_field, kind))
        self.chips: KeyedColumn[str, NoteChip] = KeyedColumn(self._chip, again=keep)
        self.field = AddField(self._field_name, lambda: translate("Panels", "Type, then Enter"))
        self.field.added.connect(self._add)
        self.add(self.chips, self.field)

    def _chip(self, _item_id: str) -> NoteChip:
        chip = NoteChip(lambda: translate("Panels", "Delete takes it off this touchpoint."))
        chip.clicked.connect(lambda _checked=False: go_to_card(self._tools, chip.item_id))
        chip.removed.connect(lambda: self._detach(chip.item_id))
        return chip

    def show_host(self, host: str) -> None:
        """Show what hangs on the touchpoint ``host``."""
        document = self._tools.bridge.document
        if host != self._host:
            self._host = host
            self.field.hide()
        found = [item for item in document.attachments.get(host, ()) if item.kind in self.kinds]
        found.sort(key=lambda item: self.kinds.index(item.kind))
        self.chips.show_keys([item.id for item in found])
        for item in found:
            self.chips.rows[item.id].show_card(document, item)

    def open_field(self, kind: str) -> None:
        """Show the field for a new card of ``kind``."""
        if not self.field.isHidden():
            self.field.flush()
        self._adding = kind
        self.field.retranslate()
        self.field.open()

    def _field_name(self) -> str:
        return translate("Panels", "New: {kind}").format(kind=_kind_name(self._adding)())

    def _add(self, text: str) -> None:
        if self._host in self._tools.bridge.document.item_table:
            self._tools.bridge.run(add_attached, self._adding, text, self._host)

    def _detach(self, item_id: str) -> None:
        self._tools.bridge.run(detach_card, item_id, self._host)


def _kind_name(kind: str) -> Callable[[], str]:
    if kind not in KIND_ADDS:  # one that was added from outside
        return lambda: kind_title(kind)
    return lambda: translate("Panels", KIND_ADDS[kind])


class TargetsGroup(Group):
    """The touchpoints that a card hangs on; the first is the one that it stands under.  More are added by number."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "Attached to"))
        self._tools = tools
        self._item = ""
        self._wrong: UnknownTarget | None = None
        self.chips: KeyedColumn[str, NoteChip] = KeyedColumn(self._chip, again=keep)
        self.number = AddNumber(self)
        self.row = FormRow(
            lambda: translate("Panels", "Number of a touchpoint"),
            self.number,
            hint=self._hint,
            small=True,
        )
        self.row.label.hide()
        self.add(self.chips, self.row)
        self.number.returnPressed.connect(self.take_number)
        self.number.textEdited.connect(lambda _text: self._all_well())

    def _hint(self) -> str:
        targets = self._tools.bridge.document.targets.get(self._item, ())
        if targets:
            return ""
        return translate("Panels", "Type the number of a touchpoint, such as N28.")

    def _chip(self, _target_id: str) -> NoteChip:
        chip = NoteChip(lambda: translate("Panels", "Delete takes this note off it."))
        chip.clicked.connect(lambda _checked=False: go_to_card(self._tools, chip.item_id))
        chip.removed.connect(lambda: self._tools.bridge.run(detach_card, self._item, chip.item_id))
        return chip

    def show_card(self, item_id: str) -> None:
        """Show what the card ``item_id`` hangs on."""
        if item_id != self._item:
            self._item = item_id
            self.number.clear()
            self._all_well()
        document = self._tools.bridge.document
        targets = document.targets.get(item_id, ())
        self.chips.show_keys([target.id for target in targets])
        for place, target in enumerate(targets):
            mark: TextSource = (lambda: translate("Panels", "first")) if not place and len(targets) > 1 else ""
            self.chips.rows[target.id].show_card(document, target, mark, numbered=True)
        self.row.set_error(self._sentence)

    def _all_well(self) -> None:
        self._wrong = None
        self.row.set_error("")

    def _sentence(self) -> str:
        return str(self._wrong) if self._wrong is not None else ""

    def take_number(self) -> None:
        """Hang the card on the touchpoint whose number was typed, or say what is wrong with the number."""
        text = self.number.text()
        if not text.strip():
            return
        try:
            target = target_named(self._tools.bridge.document, self._item, text)
        except UnknownTarget as error:
            self._wrong = error
            self.row.set_error(self._sentence)
            return
        self.number.clear()
        self._all_well()
        self._tools.bridge.run(attach_one, self._item, target.id)


class AddNumber(AddField):
    """The field for a number: it stays, and what cannot be understood stays in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            lambda: translate("Panels", "Number of a touchpoint"),
            lambda: translate("Panels", "Attach to N…"),
            parent,
        )
        self.show()

    def flush(self) -> None:
        """A number counts when Enter is pressed."""

    def _enter(self) -> None:
        return

    def _close(self) -> None:
        return
