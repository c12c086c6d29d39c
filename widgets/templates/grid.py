"""The templates as cards in a grid that scrolls: the models first, then one's own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.i18n import translate
from model.templates import Template
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.templates.card import CARD_HEIGHT, TemplateCard

_GAP = 14
_USUAL_COLUMNS = 4
_WIDEST = 380
"""px that a card has at most before there are more columns than usual: their pictures do not grow."""
_NARROWEST = 196
"""px that a card has at least, with its gap, before there is one column less."""
_TYPING_S = 1.0
"""After so many seconds a letter begins a new name."""

_Fits = Callable[[Template], bool]

RING_ROOM = 4
"""px round the cards: the focus ring of one lies outside it."""


class TemplateGrid(QScrollArea):
    """The cards; one of them is chosen.

    The user's own stand under a heading, with the way to those that are files.
    """

    chosen = Signal()
    """Another template is chosen."""
    activated = Signal()
    """Make a map of the chosen one."""
    written = Signal(str)
    """Somebody who chose one with the mouse begins to type what the journey is about."""
    file_requested = Signal()
    """Let the user choose a template's file."""
    deleted_requested = Signal()
    """Offer the deleted templates."""
    menu_requested = Signal(QPoint)
    """A menu for the chosen template, which is the user's own, is wanted at this place of the screen."""
    rename_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[TemplateCard] = []
        self._fits: _Fits = lambda _template: True
        self._columns = 0
        self._typed, self._typed_at = "", 0.0
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(CARD_HEIGHT + 12)
        self._ground = QWidget()
        self._ground.setProperty("clear", True)
        self._ground.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(RING_ROOM, RING_ROOM, 10, RING_ROOM)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column.addLayout(self._grid)
        self._heading = QWidget()
        head = QHBoxLayout(self._heading)
        head.setContentsMargins(2, 6, 0, 0)
        head.setSpacing(12)
        head.addWidget(PlainLabel(lambda: translate("Start", "Your own templates"), "section"))
        self._problems: tuple[str, ...] = ()
        self._hint = PlainLabel("", "small", wrap=True)
        head.addWidget(self._hint, 1)
        self.deleted_button = Button(lambda: translate("Start", "Deleted templates…"), "link", icon_name="history")
        self.deleted_button.clicked.connect(lambda _checked=False: self.deleted_requested.emit())
        self.deleted_button.hide()
        head.addWidget(self.deleted_button)
        self.file_button = Button(lambda: translate("Start", "Open a template file…"), "link", icon_name="folder-open")
        self.file_button.clicked.connect(lambda _checked=False: self.file_requested.emit())
        head.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.setWidget(self._ground)
        self.viewport().installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as there is room; one row is seen in any case."""
        return QSize(640, CARD_HEIGHT + 12)

    # -- what is there ---------------------------------------------------------------------------------------

    def cards(self) -> list[TemplateCard]:
        """Every card, in the order of the grid."""
        return list(self._cards)

    def template(self) -> Template | None:
        """The chosen template."""
        return next((card.template for card in self._cards if card.isChecked()), None)

    def set_templates(self, templates: Sequence[Template]) -> None:
        """Show these; the chosen one stays chosen, where it is still there."""
        before = self.template()
        known = [card.template_id for card in self._cards]
        if known == [template.id for template in templates]:
            for card, template in zip(self._cards, templates, strict=True):
                card.show_template(template)
        else:
            for card in self._cards:
                card.hide()
                card.deleteLater()
            self._cards = [self._card(template) for template in templates]
            self._arrange()
            self.choose(before.id if before is not None else "")
        self.set_problems(self._problems)

    def set_problems(self, sentences: Sequence[str]) -> None:
        """Say what cannot be read among one's own; where there is nothing at all, how to get some."""
        self._problems = tuple(sentences)
        none = not any(card.template.own for card in self._cards)
        hint = translate("Start", "Save a map as a template, and it stands here.") if none else ""
        self._hint.set_source(" ".join(self._problems) or hint)

    def choose(self, template_id: str) -> None:
        """Choose a template; where it is not to be seen, the first."""
        shown = [card for card in self._cards if not card.isHidden()]
        target = next((card for card in shown if card.template_id == template_id), shown[0] if shown else None)
        if target is not None:
            target.setChecked(True)
            self.ensureWidgetVisible(target, 0, _GAP)

    def show_only(self, fits: _Fits) -> None:
        """Show the templates that fit."""
        self._fits = fits
        self._arrange()
        current = self.template()
        self.choose(current.id if current is not None else "")

    def step(self, by: int) -> None:
        """Choose the next template, or the one before."""
        shown = [card for card in self._cards if not card.isHidden()]
        places = [place for place, card in enumerate(shown) if card.isChecked()]
        if shown:
            self.choose(shown[max(0, min(len(shown) - 1, (places[0] if places else 0) + by))].template_id)

    def type(self, letters: str) -> None:
        """Choose the template whose name, or a word of it, begins with what was typed in the last second."""
        now = time.monotonic()
        if now - self._typed_at > _TYPING_S:
            self._typed = ""
        self._typed_at = now
        self._typed += letters.casefold()
        shown = [card for card in self._cards if not card.isHidden()]
        here = next((place for place, card in enumerate(shown) if card.isChecked()), 0)
        from_here = 1 if len(self._typed) == 1 else 0
        order = shown[here + from_here :] + shown[: here + from_here]
        for match in (_begins, _word_begins):
            found = next((card for card in order if match(card.template.name.casefold(), self._typed)), None)
            if found is not None:
                self.choose(found.template_id)
                found.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # -- within ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As many columns as there is room for."""
        if watched is self.viewport() and event.type() == QEvent.Type.Resize and self._room() != self._columns:
            self._arrange()
        return super().eventFilter(watched, event)

    def _card(self, template: Template) -> TemplateCard:
        card = TemplateCard(template, self._ground)
        card.toggled.connect(lambda on: self.chosen.emit() if on else None)
        card.activated.connect(self.activated)
        card.typed.connect(self.type)
        card.written.connect(self.written)
        card.reached.connect(lambda: self.ensureWidgetVisible(card, 0, _GAP))
        card.rename_asked.connect(lambda: self.rename_requested.emit(card.template_id))
        card.delete_asked.connect(lambda: self.delete_requested.emit(card.template_id))
        if template.own:
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            card.customContextMenuRequested.connect(lambda at: self._menu(card, at))
        return card

    def _menu(self, card: TemplateCard, at: QPoint) -> None:
        card.setChecked(True)
        self.menu_requested.emit(card.mapToGlobal(at))

    def _room(self) -> int:
        room = self.viewport().width() - 14 + _GAP
        return max(2, min(_USUAL_COLUMNS, room // _NARROWEST), -(-room // (_WIDEST + _GAP)))

    def _arrange(self) -> None:
        self._columns = self._room()
        while self._grid.count():
            self._grid.takeAt(0)
        shown = [card for card in self._cards if self._fits(card.template)]
        for card in self._cards:
            card.setVisible(card in shown)
        row = self._add([card for card in shown if not card.template.own], 0)
        self._grid.addWidget(self._heading, row, 0, 1, self._columns)
        self._add([card for card in shown if card.template.own], row + 1)
        for column in range(max(self._columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _add(self, cards: Sequence[TemplateCard], row: int) -> int:
        """Put cards into the grid from a row on; the row below them."""
        for place, card in enumerate(cards):
            self._grid.addWidget(card, row + place // self._columns, place % self._columns)
        return row + -(-len(cards) // self._columns)


def _begins(name: str, typed: str) -> bool:
    return name.startswith(typed)


def _word_begins(name: str, typed: str) -> bool:
    return any(word.startswith(typed) for word in name.split())
