"""Dialogs about templates: a new map, keeping a map as a template, renaming and deleting one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from model.i18n import translate
from model.owntemplates import KEEP_DAYS, MAX_LINE, MAX_NAME, one_line
from widgets.controls.buttons import Button
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.labels import PlainLabel
from widgets.controls.switch import Switch
from widgets.controls.texts import TextSource
from widgets.dialogs.base import BaseDialog, shortened
from widgets.templates.chooser import TemplateChooser, TemplateSource

_WIDTH, _HEIGHT = 1040, 760
_MARGIN = 48
"""px of the window that stay free around the dialog of a new map."""


class NewMapDialog(BaseDialog):
    """The chooser over a window that has a map already."""

    def __init__(
        self, templates: TemplateSource, problems: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(lambda: translate("Start", "New map"), parent, width=640)
        self.chooser = TemplateChooser(templates, problems=problems, heading=False)
        self.body.addWidget(self.chooser, 1)
        cancel = self.add_button(Button(lambda: translate("Dialogs", "Cancel")))
        cancel.clicked.connect(lambda _checked=False: self.reject())
        if parent is not None:
            room = parent.window().size()
            self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))

    def showEvent(self, event: QShowEvent) -> None:
        """The title has the keyboard."""
        super().showEvent(event)
        self.chooser.title.setFocus()


class _TextsDialog(BaseDialog):
    """A template's name and its line; the button waits for a name."""

    def __init__(self, heading: TextSource, name: str, line: str, done: TextSource, parent: QWidget | None) -> None:
        super().__init__(heading, parent, width=520)
        self.name_field = QLineEdit(name)
        self.name_field.setMaxLength(MAX_NAME)
        self.name_row = FormRow(lambda: translate("Templates", "Name"), self.name_field)
        self.line_field = QLineEdit(line)
        self.line_field.setMaxLength(MAX_LINE)
        self.line_row = FormRow(
            lambda: translate("Templates", "What is it for?"),
            self.line_field,
            hint=lambda: translate("Templates", "One line; it stands below the picture."),
        )
        self.body.addWidget(self.name_row)
        self.body.addWidget(self.line_row)
        cancel = self.add_button(Button(lambda: translate("Dialogs", "Cancel")))
        cancel.clicked.connect(lambda _checked=False: self.reject())
        self.done_button = self.add_button(Button(done, "filled"))
        self.done_button.clicked.connect(lambda _checked=False: self.finish())
        self.set_default(self.done_button)
        self.name_field.textChanged.connect(lambda _text: self._named())
        self.name_field.selectAll()
        self.name_field.setFocus()

    @property
    def chosen_name(self) -> str:
        """The name, as it will be kept."""
        return one_line(self.name_field.text(), MAX_NAME)

    @property
    def chosen_line(self) -> str:
        """The line, as it will be kept."""
        return one_line(self.line_field.text(), MAX_LINE)

    def finish(self) -> None:
        """Close, if there is a name."""
        if self.chosen_name:
            self.accept()
        else:
            self.name_row.set_error(lambda: translate("Templates", "Give the template a name."))
            self.name_field.setFocus()

    def _named(self) -> None:
        if self.chosen_name:
            self.name_row.set_error("")


class KeepTemplateDialog(_TextsDialog):
    """Keep a map as a template.  ``taken`` are the names there are: one of these is replaced."""

    def __init__(self, name: str, taken: Collection[str], *, personas: bool, channels: bool, parent: QWidget) -> None:
        self._taken = {known.casefold() for known in taken}
        super().__init__(
            lambda: translate("Templates", "Save as template"),
            name,
            "",
            lambda: translate("Templates", "Save template"),
            parent,
        )
        self.body.insertWidget(
            0,
            PlainLabel(
                lambda: translate(
                    "Templates", "Phases, steps and lanes stay as they are. Choose what else the next map begins with."
                ),
                "body2",
                wrap=True,
            ),
        )
        self.replaces = PlainLabel(
            lambda: translate(
                "Templates", "You have a template with this name. It is replaced; the old one is kept for %n day(s).",
                n=KEEP_DAYS,
            ),
            "small",
            wrap=True,
        )  # fmt: skip
        self.body.insertWidget(2, self.replaces)
        self.personas = self._switch(lambda: translate("Templates", "Keep the personas"), personas)
        self.channels = self._switch(lambda: translate("Templates", "Keep the channels"), channels)
        self.notes = self._switch(
            lambda: translate("Templates", "With the notes"),
            False,
            lambda: translate("Templates", "Then personas and channels stay as well."),
        )
        self.personas.setEnabled(personas)
        self.channels.setEnabled(channels)
        self._there = personas, channels
        self.notes.toggled.connect(self._with_notes)
        self._named()

    def _switch(self, label: TextSource, on: bool, hint: TextSource = "") -> Switch:
        switch = Switch(label, checked=on)
        self.body.addWidget(SwitchRow(label, switch, hint=hint))
        return switch

    def _with_notes(self, on: bool) -> None:
        for switch, there in zip((self.personas, self.channels), self._there, strict=True):
            if on and there:
                switch.setChecked(True)
            switch.setEnabled(there and not on)

    def _named(self) -> None:
        super()._named()
        known = self.chosen_name.casefold() in self._taken
        self.replaces.setVisible(known)
        self.done_button.set_source(
            (lambda: translate("Templates", "Replace template"))
            if known
            else (lambda: translate("Templates", "Save template"))
        )


class RenameTemplateDialog(_TextsDialog):
    """Another name and another line for a template."""

    def __init__(self, name: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda: translate("Templates", "Rename template"),
            name,
            line,
            lambda: translate("Templates", "Rename"),
            parent,
        )


class DeleteTemplateDialog(BaseDialog):
    """Whether to delete a template."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda: translate("Templates", "Delete the template “{name}”?").format(name=shortened(name)),
            parent,
            width=480,
        )
        self.body.addWidget(
            PlainLabel(
                lambda: translate("Templates", "Maps that you made with it stay as they are."), "body2", wrap=True
            )
        )
        cancel = self.add_button(Button(lambda: translate("Dialogs", "Cancel")))
        cancel.clicked.connect(lambda _checked=False: self.reject())
        delete = self.add_button(Button(lambda: translate("Templates", "Delete template"), "filled"))
        delete.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(delete)
