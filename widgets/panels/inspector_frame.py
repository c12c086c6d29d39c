"""The page of a phase, a step or a lane: name, question, way back, colour, place in its row, and its removal."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.changes import apply
from model.commands.grid import remove_lane, remove_phase, remove_step, set_fields
from model.document import Document
from model.files.drafts import field_key
from model.i18n import speaking, translate
from model.kinds import LANE_KINDS
from model.layout.headers import palette
from model.records import Lane, Phase, Step
from widgets.controls.buttons import Button
from widgets.controls.color_picker import PHASE_SWATCHES
from widgets.controls.disc import NumberDisc
from widgets.controls.empty import IconMark
from widgets.controls.form import FormRow
from widgets.controls.labels import PlainLabel
from widgets.controls.segmented import Segment, Segmented
from widgets.look.icons import icon
from widgets.panels.edits import row_of, shifted
from widgets.panels.field_texts import TextField
from widgets.panels.fields import LineField
from widgets.panels.page import Page, Tools
from widgets.panels.pick_field import PickField
from widgets.panels.pieces import ColorButton, Group
from widgets.panels.scale_choice import ScaleChoice, scale_row

TABLES = {"phase": "phases", "step": "steps", "lane": "lanes"}


class FramePage(Page):
    """A phase, a step or a lane."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._table, self._id = "phases", ""
        self._make_head()
        self.name = LineField(lambda: translate("Panels", "Name"), self._placeholder, small=False)
        self.name.committed.connect(self._named)
        self.name.draft_of = lambda: field_key(self._table, (self._id,), "name")
        self.name_row = FormRow(lambda: translate("Panels", "Name"), self.name, small=True)
        self.color = ColorButton(PHASE_SWATCHES, lambda: translate("Panels", "Colour"))
        self.color.color_chosen.connect(self._colored)
        self.color_row = Group(lambda: translate("Panels", "Colour"))
        self.color_row.add(self.color)
        self.alignment = Segmented(
            [
                Segment("step", lambda: translate("Panels", "Per step")),
                Segment("phase", lambda: translate("Panels", "Whole phase")),
            ],
            lambda: translate("Panels", "Cells of the lane"),
            outlined=True,
        )
        self.alignment.chosen.connect(self._aligned)
        self.alignment_row = FormRow(lambda: translate("Panels", "Cells of the lane"), self.alignment, small=True)
        self.prompt = TextField(lambda: translate("Panels", "Question to ask here"), self._question)
        self.prompt.committed.connect(lambda text: self._set(prompt=text))
        self.prompt.draft_of = lambda: field_key(self._table, (self._id,), "prompt")
        self.prompt_row = FormRow(lambda: translate("Panels", "Question to ask here"), self.prompt, small=True)
        self.loop = PickField(lambda: translate("Panels", "Goes back to"))
        self.loop.chosen.connect(lambda phase_id: self._set(loop_to=phase_id or None))
        self.loop_row = FormRow(
            lambda: translate("Panels", "Goes back to"),
            self.loop,
            hint=lambda: translate("Panels", "For a journey that begins again, such as a loyalty loop."),
            small=True,
        )
        self.column.addWidget(self.name_row)
        self.column.addWidget(self.prompt_row)
        self.column.addWidget(self.loop_row)
        self.column.addWidget(self.color_row)
        self.column.addWidget(self.alignment_row)
        self.scale = ScaleChoice()
        self.scale.chosen.connect(lambda scale: self.run(set_fields, "map", "map", emotion_scale=scale))
        self.scale_row = scale_row(self.scale)
        self.column.addWidget(self.scale_row)
        self._make_place()
        self._make_removal()

    def _make_head(self) -> None:
        self.disc = NumberDisc(1, 22)
        self.icon = IconMark("note", 18, "ink.2")
        self.kind = PlainLabel("", "heading", wrap=True)
        self.where = PlainLabel("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.disc)
        row.addWidget(self.icon)
        row.addWidget(self.kind, 1)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addLayout(row)
        head.addWidget(self.where)
        self.column.addLayout(head)

    def _make_place(self) -> None:
        self.place = Group(lambda: translate("Panels", "Place"))
        self.back = Button(self._back_text, small=True, icon_name="chevron-left")
        self.on = Button(self._on_text, small=True, icon_name="chevron-right")
        self.back.clicked.connect(lambda _checked=False: self._shift(-1))
        self.on.clicked.connect(lambda _checked=False: self._shift(1))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.addStretch(1)
        self.place.column.addLayout(row)
        self.column.addWidget(self.place)

    def _make_removal(self) -> None:
        self.remove = Button(self._remove_text, "danger", icon_name="trash")
        self.remove.clicked.connect(lambda _checked=False: self.tools.editor.remove_current())
        self.consequence = PlainLabel("", "small", wrap=True)
        box = QVBoxLayout()
        box.setSpacing(5)
        box.addWidget(self.remove)
        box.addWidget(self.consequence)
        self.column.addLayout(box)

    # -- showing ---------------------------------------------------------------------------------------------

    def record(self) -> Phase | Step | Lane | None:
        """What is shown."""
        found = self.document.tables[self._table].get(self._id)
        return found if isinstance(found, Phase | Step | Lane) else None

    def refresh(self) -> None:
        """Show the phase, step or lane."""
        selection = self.tools.selection
        if selection.kind not in TABLES or selection.current is None:
            return
        self._table, self._id = TABLES[selection.kind], selection.current
        record = self.record()
        if record is None:
            return
        row = row_of(self.document, self._table, self._id)
        at = row.index(self._id)
        self.kind.set_source(self._title())
        self.where.set_source(self._place_text(at, len(row)))
        self.disc.setVisible(isinstance(record, Phase))
        self.disc.set_number(at + 1)
        self.icon.setVisible(isinstance(record, Lane))
        if isinstance(record, Lane):
            known = LANE_KINDS.get(record.kind)
            self.icon.set_icon(known.icon if known is not None else "help")
            self.alignment.set_value(record.alignment)
        self.alignment_row.setVisible(isinstance(record, Lane) and self._holds_cards(record))
        self.scale_row.setVisible(isinstance(record, Lane) and record.kind == "emotion")
        self.scale.set_value(self.document.info.emotion_scale)
        self.name.retranslate()
        self.name.show_value(record.name)
        self.prompt_row.setVisible(not isinstance(record, Step))
        if not isinstance(record, Step):
            self.prompt.retranslate()
            self.prompt.show_value(record.prompt)
        self._show_loop(record, at)
        token = palette(record.color, "phase.fill" if isinstance(record, Phase) else None)
        self.color.show_color(record.color, token or "")
        self.back.retranslate()
        self.on.retranslate()
        # Lanes lie one below the other.
        for button, (side, above) in ((self.back, ("left", "up")), (self.on, ("right", "down"))):
            button.setIcon(icon(f"chevron-{above if isinstance(record, Lane) else side}", 15))
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at + 1 < len(row))
        self.remove.retranslate()
        only = isinstance(record, Step) and len(row) == 1
        self.remove.setEnabled(not only)
        self.consequence.set_source(
            translate("Panels", "A phase keeps one step. Remove the phase instead.")
            if only
            else self._consequence(record)
        )

    def _show_loop(self, record: Phase | Step | Lane, at: int) -> None:
        """Offer the phases before this one, and the one that is chosen wherever it stands now."""
        loop_to = record.loop_to if isinstance(record, Phase) else None
        rows = [("", translate("Panels", "No phase"))]
        for place, phase in enumerate(self.document.phases):
            if phase.id == loop_to or (place < at and phase.id != record.id):
                name = phase.name.strip() or translate("Panels", "Phase without a name")
                rows.append((phase.id, f"{place + 1} {name}"))
        self.loop_row.setVisible(isinstance(record, Phase) and len(rows) > 1)
        self.loop.show_rows(rows, loop_to or "")

    def _question(self) -> str:
        """What a lane asks by itself, in the language of the map."""
        record = self.record()
        known = LANE_KINDS.get(record.kind) if isinstance(record, Lane) else None
        if known is not None and known.prompt:
            with speaking(self.document.info.language):
                return known.question
        return translate("Panels", "What do you ask the room?")

    def _holds_cards(self, record: Lane) -> bool:
        known = LANE_KINDS.get(record.kind)
        return known is not None and known.item is not None

    def _title(self) -> str:
        record = self.record()
        if isinstance(record, Lane):
            known = LANE_KINDS.get(record.kind)
            kind = known.title if known is not None else record.kind
            return translate("Panels", "Lane: {kind}").format(kind=kind)
        return translate("Panels", "Phase") if isinstance(record, Phase) else translate("Panels", "Step")

    def _place_text(self, at: int, count: int) -> str:
        text = translate("Panels", "{place} of {count}").format(place=at + 1, count=count)
        record = self.record()
        if not isinstance(record, Step):
            return text
        phase = self.document.phase_table[record.phase_id]
        number = [p.id for p in self.document.phases].index(phase.id) + 1
        name = phase.name.strip() or translate("Panels", "Phase without a name")
        return translate("Panels", "{place} in {phase}").format(place=text, phase=f"{number} {name}")

    def _placeholder(self) -> str:
        record = self.record()
        if isinstance(record, Lane):
            known = LANE_KINDS.get(record.kind)
            # A lane without a name is called after its kind, in the language of the map.
            with speaking(self.document.info.language):
                return known.title if known is not None else record.kind
        if isinstance(record, Step):
            return translate("Panels", "A step needs no name")
        return translate("Panels", "Name of the phase")

    def _consequence(self, record: Phase | Step | Lane) -> str:
        count = len(leaving(self.document, record))
        if not count:
            return translate("Panels", "No note stands in it.")
        return translate("Panels", "%n note(s) will go to the inbox.", n=count)

    def _back_text(self) -> str:
        return translate("Panels", "Up") if self._table == "lanes" else translate("Panels", "Back")

    def _on_text(self) -> str:
        return translate("Panels", "Down") if self._table == "lanes" else translate("Panels", "On")

    def _remove_text(self) -> str:
        if self._table == "lanes":
            return translate("Panels", "Remove lane")
        return translate("Panels", "Remove phase") if self._table == "phases" else translate("Panels", "Remove step")

    def first_field(self) -> QWidget | None:
        """The name."""
        return self.name

    # -- edits -----------------------------------------------------------------------------------------------

    def _set(self, **fields: object) -> None:
        if self.record() is not None:
            self.run(set_fields, self._table, self._id, **fields)

    def _named(self, name: str) -> None:
        self._set(name=name)

    def _colored(self, color: object) -> None:
        self._set(color=color)

    def _aligned(self, alignment: str) -> None:
        self._set(alignment=alignment)

    def _shift(self, by: int) -> None:
        if self.record() is not None and self.run(shifted, self._table, self._id, by):
            self.tools.reveal(self._id)


def leaving(document: Document, record: Phase | Step | Lane) -> list[str]:
    """The cards that go to the inbox when ``record`` is removed."""
    command = {Phase: remove_phase, Step: remove_step, Lane: remove_lane}[type(record)]
    after = apply(command(document, record.id), document)
    return [i for i in (item.id for item in after.inbox) if document.item_table[i].place == "map"]
