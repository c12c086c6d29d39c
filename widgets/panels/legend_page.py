"""The legend: what the map draws now, as it stands on the poster, and switches for what may be drawn besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from model.cardlines import lines_used
from model.draw.displaylist import Clip, Group, Op, Text, moved
from model.draw.poster_head import Setter
from model.draw.poster_legend import legend_blocks
from model.evidence import evidence_used, percents, share_of_map
from model.i18n import language, translate
from widgets.canvas.qt_painter import paint_ops
from widgets.controls.card_lines import CardLineChoice
from widgets.controls.labels import PlainLabel
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.switch import Switch
from widgets.controls.texts import TextSource
from widgets.look.theme import look
from widgets.panels.page import Page, Tools
from widgets.panels.pieces import Group as PanelGroup
from widgets.panels.pieces import keep_in_sight

SCALE = 0.9
"""Of the poster's sizes: its 14 px become nearly 13, the size of a panel's words."""
GAP = 18.0
"""px between two parts."""


class LegendPicture(QWidget):
    """The parts of the legend below each other, painted from the poster's own display list."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._ops: tuple[Op, ...] = ()
        self._made_of: tuple[object, ...] = ()
        self._height = 40
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_legend(self, width: int) -> None:
        """Make the legend of what is drawn now, ``width`` px wide."""
        stage, document = self._tools.editor.stage, self._tools.bridge.document
        made_of = (stage.layout, document, width, language())
        if self._made_of[2:] == made_of[2:] and all(a is b for a, b in zip(self._made_of, made_of[:2], strict=False)):
            return
        self._made_of = made_of
        wanted = stage.options.persona_ids
        lines = [
            (place, persona)
            for place, persona in enumerate(document.personas)
            if persona.id in document.feeling and (wanted is None or persona.id in wanted)
        ]
        setter = Setter(SCALE, language())
        y = 0.0
        ops: list[Op] = []
        for block in legend_blocks(setter, document, stage.layout, lines, float(width)):
            ops += [moved(op, 0, y) for op in block.ops]
            y += block.h + GAP
        self._ops = tuple(ops)
        self._height = max(1, round(y))
        self.setAccessibleName(translate("Panels", "Legend"))
        self.setAccessibleDescription(", ".join(_words(ops)))
        self.setFixedHeight(self._height)
        self.update()

    @property
    def words(self) -> list[str]:
        """The lines of text in it."""
        return list(_words(self._ops))

    def sizeHint(self) -> QSize:
        """As high as its parts."""
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts."""
        painter = QPainter(self)
        paint_ops(painter, self._ops, look().theme, 1.0, paper=True)
        painter.end()


def _words(ops: Sequence[Op]) -> Iterator[str]:
    for op in ops:
        if isinstance(op, Text):
            yield op.line.text.strip()
        elif isinstance(op, Group | Clip):
            yield from _words(op.ops)


class LegendPage(Page):
    """What is drawn, and what may be."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.evidence = Segmented(
            [
                Segment("auto", lambda: translate("Legend", "Where used")),
                Segment("on", lambda: translate("Legend", "Always")),
                Segment("off", lambda: translate("Legend", "Never")),
            ],
            lambda: translate("Legend", "Evidence"),
            outlined=True,
        )
        self.links = Segmented(
            [
                Segment("none", lambda: translate("Legend", "Of the choice")),
                Segment("paths", lambda: translate("Legend", "Paths")),
                Segment("all", lambda: translate("Legend", "All")),
            ],
            lambda: translate("Legend", "Links"),
            outlined=True,
        )
        self.aimed = Switch(lambda: translate("Legend", "Feelings aimed for"))
        self.blind_spots = Switch(lambda: translate("Legend", "Blind spots"))
        self.borders = Switch(lambda: translate("Legend", "Borders between departments"))
        self.share = PlainLabel("", "small", wrap=True)
        self.picture = LegendPicture(tools)
        shown = PanelGroup(lambda: translate("Legend", "On the map"))
        evidence = PanelGroup(lambda: translate("Legend", "Evidence"))
        evidence.add(self.evidence, self.share)
        links = PanelGroup(lambda: translate("Legend", "Links"))
        links.add(self.links)
        shown.add(
            _row(lambda: translate("Legend", "Feelings aimed for"), self.aimed),
            _row(lambda: translate("Legend", "Blind spots"), self.blind_spots),
            _row(lambda: translate("Legend", "Borders between departments"), self.borders),
        )
        self.fields = CardLineChoice()
        self.on_notes = PanelGroup(lambda: translate("Legend", "On notes"))
        self.on_notes.add(self.fields)
        for widget in (shown, evidence, links, self.on_notes, self.picture):
            self.column.addWidget(widget)
        view = tools.editor.stage
        wishes: dict[str, bool | None] = {"auto": None, "on": True, "off": False}
        self.evidence.chosen.connect(lambda value: view.set_view(evidence=wishes[value]))
        self.links.chosen.connect(lambda value: view.set_view(links=value))
        self.aimed.toggled.connect(lambda on: view.set_view(aimed=on))
        self.blind_spots.toggled.connect(lambda on: view.set_view(blind_spots=on))
        self.borders.toggled.connect(lambda on: view.set_view(borders=on))
        self.fields.changed.connect(lambda fields: view.set_view(fields=fields))
        view.view_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is drawn now."""
        options = self.tools.editor.stage.options
        self.evidence.set_value({None: "auto", True: "on", False: "off"}[options.evidence])
        self.links.set_value(options.links)
        drawn = (self.aimed, options.aimed), (self.blind_spots, options.blind_spots), (self.borders, options.borders)
        for switch, on in drawn:
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        document = self.document
        self.fields.show_choice(lines_used(document), options.fields)
        self.on_notes.setVisible(bool(self.fields.offered))
        shares = percents(share_of_map(document))
        self.share.setVisible(evidence_used(document))
        text = translate("Legend", "{measured} % measured, {observed} % observed, {assumption} % assumption")
        self.share.set_source(
            text.format(measured=shares.measured, observed=shares.observed, assumption=shares.assumption)
        )
        margins = self.column.contentsMargins()
        self.picture.show_legend(max(200, self.width() - margins.left() - margins.right()))

    def go_to_fields(self) -> None:
        """Give the keyboard to the choice of what notes say."""
        chips = self.fields.offered
        if chips:
            first = self.fields.toggles.button(chips[0])
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            keep_in_sight(first)

    def resizeEvent(self, event: object) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.refresh()

    def first_field(self) -> QWidget | None:
        """The first switch."""
        return self.aimed


def _row(text: TextSource, control: QWidget) -> QWidget:
    row = QWidget()
    row.setProperty("clear", True)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(PlainLabel(text), 1)
    line.addWidget(control)
    return row
