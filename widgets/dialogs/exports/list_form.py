"""What can be chosen for a printed action list: paper, direction, and how it is grouped."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from model.actionlist import GROUPINGS, Grouping, action_lines, tell_counts
from model.document import Document
from model.export.actions_pdf import ActionListOptions
from model.export.base import ExportOptions
from model.i18n import translate
from widgets.controls.form import FormRow
from widgets.controls.labels import Rule
from widgets.dialogs.exports.forms import Form
from widgets.dialogs.exports.paper_fields import Direction, paper_text
from widgets.dialogs.exports.parts import Choice, Note
from widgets.dialogs.exports.remembered import State, put_choice

LIST_PAPERS = ("A4", "A3", "A5", "letter")


class ListForm(Form):
    """The actions on pages of an ordinary printer."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        default = ActionListOptions()
        self.group = Choice([(by, partial(translate, "Lists", text)) for by, text in GROUPINGS.items()])
        self.group.set_value(default.by)
        self.paper = Choice([(name, paper_text(name)) for name in LIST_PAPERS])
        self.paper.set_value(default.paper)
        self.direction = Choice(
            [
                ("portrait", lambda: translate("ExportDialog", "Portrait")),
                ("landscape", lambda: translate("ExportDialog", "Landscape")),
            ]
        )
        for choice in (self.group, self.paper, self.direction):
            choice.changed.connect(self.changed)
        self.column.addWidget(FormRow(lambda: translate("ExportDialog", "Under headings"), self.group))
        self.pair(
            FormRow(lambda: translate("ExportDialog", "Paper, mm"), self.paper),
            FormRow(lambda: translate("ExportDialog", "Direction"), self.direction),
        )
        self.column.addWidget(
            FormRow(
                lambda: translate("ExportDialog", "Language"),
                self.language,
                hint=lambda: translate("ExportDialog", "Of headings and states; actions stay as you wrote them"),
            )
        )
        self.column.addWidget(Rule())
        note = Note("plain", role="small", sign="list")
        note.say(
            lambda: translate("ExportDialog", "What is filtered or selected makes no difference."),
            lambda: tell_counts(action_lines(document), date.today()),  # noqa: DTZ011 - the user's own calendar
        )
        self.column.addWidget(note)
        self.column.addStretch(1)

    def state(self) -> State:
        """See the base."""
        own = {"group": self.group.value(), "paper": self.paper.value(), "direction": self.direction.value()}
        return super().state() | own

    def restore(self, state: State) -> None:
        """See the base."""
        super().restore(state)
        for name in ("group", "paper", "direction"):
            put_choice(getattr(self, name), state.get(name))

    def cards(self) -> int:
        """Actions are no notes."""
        return 0

    def options(self) -> ExportOptions:
        """See the base."""
        return ExportOptions(
            part="actions",
            paper=self.paper.value(),
            orientation=cast(Direction, self.direction.value()),
            group=cast(Grouping, self.group.value()),
            lang=self.language.value(),
        )
