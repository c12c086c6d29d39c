"""The personas whom notes concern: all of the map's as chips, those lit whom each of the notes names."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from model.fields import ItemField
from model.records import Persona
from widgets.controls.choice import ChoiceToggles, Option
from widgets.controls.labels import PlainLabel
from widgets.panels.field_editors import FieldEditor, Host
from widgets.panels.inspector_feeling import spoken_name


class PersonasEditor(FieldEditor):
    """Any of the map's personas, as chips.  Of several notes those are lit that all of them name."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.column.addWidget(PlainLabel(lambda: field.title, "section"))
        self._offered: tuple[Persona, ...] = ()
        self._common: tuple[str, ...] = ()
        self.control = self._made()

    def _made(self) -> ChoiceToggles:
        """Chips of the personas of now."""
        document = self.host.document
        self._offered = document.personas
        options = [Option(persona.id, spoken_name(document, persona.id), "user") for persona in self._offered]
        control = ChoiceToggles(options, lambda: self.field.title)
        control.changed.connect(self._changed)
        self.column.insertWidget(1, control)
        return control

    def show_values(self, values: list[Any]) -> None:
        """Show whom the notes name."""
        if self.host.document.personas != self._offered:
            old = self.control
            self.control = self._made()
            old.hide()
            self.column.removeWidget(old)
            old.deleteLater()
        self._common = tuple(key for key in self.shared(values) if key in self.host.document.persona_table)
        self.control.show_values(self._common, mixed=self._mixed)

    def target(self) -> QWidget:
        """The first persona."""
        return self.control.button(self._offered[0].id)

    def _changed(self, now: tuple[str, ...]) -> None:
        add = [key for key in now if key not in self._common]
        self.host.change_members(self.field, add, [key for key in self._common if key not in now])
