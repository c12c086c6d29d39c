"""What can be looked for: words, and chips of what the notes of this map say.  All counts at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.document import Document
from model.fields import EVIDENCE
from model.finding import Offer, meant, offered, wanted_by
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.personas import persona_name
from model.values import replace
from widgets.bridge import SessionBridge
from widgets.controls.buttons import Button
from widgets.controls.choice import ChoiceToggles, Option
from widgets.controls.labels import PlainLabel, SectionHeader, Surface
from widgets.controls.popup import Popup
from widgets.controls.search_field import SearchField
from widgets.controls.texts import TextSource
from widgets.filters.saved import SavedFilters
from widgets.filters.state import MapFilter

WIDTH = 360
"""px."""
_HIGHEST = 420
"""px of what can be asked for; more of it scrolls."""
_PARTS = ("kinds", "severity", "persona_ids", "channel_ids", "departments", "evidence", "tags")


class _Words(SearchField):
    """The words looked for.  Esc closes the popup and leaves them: a filter is taken away by what says so."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the popup's."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FilterPopup(Popup):
    """Shows and sets what ``state`` looks for.  Enter goes to the next note that fits and closes."""

    def __init__(self, bridge: SessionBridge, state: MapFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._state = bridge, state
        self.setAccessibleName(translate("Filter", "Find notes"))
        self.words = _Words(lambda: translate("Filter", "Words, or a number"))
        self.words.setText(state.wanted.words)
        self.words.search_changed.connect(lambda text: self._set(words=text))
        self.words.returnPressed.connect(self._next)
        self.count = PlainLabel("", "small")
        self.meant = Button(self._meant_text, "link")
        self.meant.clicked.connect(self._take_meant)
        self.parts: dict[str, ChoiceToggles] = {}
        inner = Surface("raised")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(6)
        self.saved = SavedFilters(bridge, state)
        self.saved.applied.connect(self.apply)
        box.addWidget(self.saved)
        for part, title, options in _parts(bridge.document, offered(bridge.document)):
            toggles = ChoiceToggles(options, title)
            toggles.show_values(self._values(part))
            toggles.changed.connect(partial(self._choose, part))
            self.parts[part] = toggles
            box.addWidget(SectionHeader(title))
            box.addWidget(toggles)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it comes into sight with the keyboard
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._clear = Button(lambda: translate("Filter", "Show all"), "quiet", small=True)
        self._clear.clicked.connect(lambda _checked=False: self._show_all())
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addWidget(self.meant)
        foot.addStretch(1)
        foot.addWidget(self._clear)
        self.column.addWidget(self.words)
        self.column.addWidget(area)
        self.column.addLayout(foot)
        self.setFixedWidth(WIDTH)
        self._inner, self._area = inner, area
        self.saved.changed.connect(self._fit)
        self._fit()
        state.changed.connect(self._tell)
        self._tell()

    def open_below(self, anchor: QWidget) -> None:
        """Open, ready to type."""
        super().open_below(anchor)
        self.words.setFocus()
        self.words.selectAll()

    def _fit(self) -> None:
        """Be as high as what is inside, within reason."""
        layout, margins = self._inner.layout(), self.column.contentsMargins()
        if layout is not None:
            layout.activate()
            # Chips go on below each other: a hint that knows no width counts one row of them.
            wanted = layout.totalHeightForWidth(WIDTH - margins.left() - margins.right())
            self._area.setMinimumHeight(min(_HIGHEST, wanted + 4))
        if self.isVisible():
            self.adjustSize()

    # -- choosing --------------------------------------------------------------------------------------------

    def _values(self, part: str) -> tuple[str, ...]:
        value = getattr(self._state.wanted, part)
        if part == "severity":
            return (str(value),) if value is not None else ()
        return tuple(value)

    def _choose(self, part: str, values: tuple[str, ...]) -> None:
        if part != "severity":
            self._set(**{part: tuple(values)})
            return
        before = self._state.wanted.severity
        # One bound makes sense: the one clicked last.
        chosen = next((int(v) for v in values if int(v) != before), None)
        self.parts[part].show_values((str(chosen),) if chosen is not None else ())
        self._set(severity=chosen)

    def _set(self, **fields: Any) -> None:
        self._state.look_for(replace(self._state.wanted, **fields))

    def _show_all(self) -> None:
        self._state.clear()
        self._show_wanted()
        self.words.setFocus()

    def apply(self, filter_id: str) -> None:
        """Look for what a saved filter asks for."""
        self._state.look_for(wanted_by(self._bridge.document.filter_table[filter_id]))
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Let words and chips say what is looked for."""
        self.words.setText(self._state.wanted.words)
        for part, toggles in self.parts.items():
            toggles.show_values(self._values(part))

    def _next(self) -> None:
        if self._state.go(1) is not None:
            self.close()

    # -- telling ---------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        state = self._state
        self._clear.setEnabled(state.active)
        better = meant(self._bridge.document, state.wanted.words) if state.active and not state.found else ""
        self._better = better
        self.meant.setVisible(bool(better))
        self.meant.retranslate()
        self.count.set_source(count_text(state, self._bridge.document))

    def _meant_text(self) -> str:
        better = getattr(self, "_better", "")
        return translate("Filter", "Do you mean “{word}”?").format(word=better) if better else ""

    def _take_meant(self) -> None:
        self.words.setText(self._better)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the filter stays, the bar says so."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


def count_text(state: MapFilter, document: Document) -> str:
    """How many of the map's notes fit, in words."""
    if not state.active:
        return ""
    return translate("Filter", "{found} of {all} notes").format(found=len(state.found), all=len(document.item_table))


def _parts(document: Document, offer: Offer) -> list[tuple[str, TextSource, list[Option]]]:
    """The sorts of things that can be asked for here, with what of each; a sort without a choice is left out."""

    def fixed(text: str) -> Callable[[], str]:
        return lambda: text

    people, channels = document.persona_table, document.channel_table
    evidence = [choice for choice in EVIDENCE if choice.id in offer.evidence]
    found: list[tuple[str, TextSource, list[Option]]] = [
        (
            "kinds",
            lambda: translate("Filter", "Kind"),
            [Option(kind, partial(_kind_title, kind)) for kind in offer.kinds],
        ),
        (
            "severity",
            lambda: translate("Filter", "Severity at least"),
            [Option(str(s), fixed(str(s))) for s in offer.severities],
        ),
        (
            "persona_ids",
            lambda: translate("Filter", "Persona"),
            [Option(i, partial(persona_name, people[i])) for i in offer.persona_ids],
        ),
        (
            "channel_ids",
            lambda: translate("Filter", "Channel"),
            [Option(i, fixed(channels[i].name)) for i in offer.channel_ids],
        ),
        (
            "departments",
            lambda: translate("Filter", "Department"),
            [Option(name, fixed(name)) for name in offer.departments],
        ),
        (
            "evidence",
            lambda: translate("Filter", "Evidence"),
            [Option(choice.id, partial(_choice_title, choice.id)) for choice in evidence],
        ),
        ("tags", lambda: translate("Filter", "Tag"), [Option(tag, fixed(tag)) for tag in offer.tags]),
    ]
    return [(part, title, options) for part, title, options in found if options]


def _kind_title(kind: str) -> str:
    return ITEM_KINDS[kind].title


def _choice_title(choice: str) -> str:
    return next(known.title for known in EVIDENCE if known.id == choice)
