"""A field in which one names a note by its number or by its words; what it could mean is offered below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.commands.links import find_link, usual_kind
from model.document import Document, card_number
from model.i18n import translate
from model.kinds import ITEM_KINDS, LINK_KINDS, LinkKind, link_kinds_between
from model.layout.cards import icon_of
from model.records import Item
from widgets.controls.form import FormRow
from widgets.controls.fuzzy import rank
from widgets.controls.suggest import Suggestion, Suggestions
from widgets.controls.texts import TextSource
from widgets.panels.fields import AddField
from widgets.panels.pieces import card_line, kind_title

_NUMBER = re.compile(r"\s*[nN]?\s*([0-9]{1,9})\s*")
_MOST = 40
_FEW = 3
"""Where so few notes fit, all kinds of links to them are offered and not the usual one alone."""


def ranked(items: Iterable[Item], typed: str) -> list[Item]:
    """The notes that answer what was typed, best first: that number, then numbers that begin so, then words."""
    match = _NUMBER.fullmatch(typed)
    found: list[tuple[int, int, Item]] = []
    for item in items:
        fits = rank(typed, f"{item.text} {kind_title(item.kind)}") if typed.strip() else 0
        if match is not None and str(item.number).startswith(match.group(1)):
            fits = -2 if str(item.number) == match.group(1) else -1
        if fits is not None:
            found.append((fits, item.number, item))
    return [item for _, _, item in sorted(found, key=lambda row: row[:2])]


def possible_links(document: Document, item: Item, other: Item) -> list[tuple[LinkKind, bool]]:
    """The kinds of links from ``item`` to ``other`` that are not there yet, the usual one first; each with whether the
    link runs the other way.  Where one path leads there no second one is offered: a path can be made another kind.
    Hanging a card on a touchpoint has its own place on the page of that card."""
    own = ITEM_KINDS.get(item.kind)
    found = []
    paths = [kind for kind in LINK_KINDS.values() if kind.flow]
    led = any(find_link(document, kind, item.id, other.id) is not None for kind in paths)
    for kind, backwards in link_kinds_between(item.kind, other.kind):
        ends = (other.id, item.id) if backwards else (item.id, other.id)
        if (kind.id == "attach" and own is not None and own.attaches) or (kind.flow and led):
            continue
        if find_link(document, kind, *ends) is None:
            found.append((kind, backwards))
    usual = usual_kind(document, item.id, other.id) if found and item.id != other.id else None
    return sorted(found, key=lambda row: row[0].id != usual)


def link_offers(document: Document, item: Item, typed: str) -> list[Suggestion]:
    """What a card can be linked to, and how; the value of each is (kind of link, the other card's id)."""
    others = [other for other in document.item_table.values() if other.id != item.id]
    fitting = []
    for other in ranked(others, typed):
        kinds = possible_links(document, item, other)
        if kinds:
            fitting.append((other, kinds))
        if len(fitting) == _MOST:
            break
    rows = []
    for other, kinds in fitting:
        for kind, backwards in kinds if len(fitting) <= _FEW else kinds[:1]:
            verb = kind.backward_title if backwards else kind.forward_title
            rows.append(Suggestion((kind.id, other.id), card_words(other), icon_of(other.kind) or "pointer", verb))
    return rows


def card_words(item: Item) -> str:
    """A card's number and text."""
    return f"{card_number(item)} {card_line(item)}"


class _Field(AddField):
    """What is not taken from the list stays in the field: half a name is no note."""

    def flush(self) -> None:
        """Nothing is added by leaving."""

    def _enter(self) -> None:
        if self.text().strip():
            self.added.emit(self.text())
        else:
            self._close()


class LinkField(QWidget):
    """The field, its list, and what is wrong with what was typed.  Enter takes the first row and waits for the next."""

    taken = Signal(object)
    """The value of the row that was taken."""
    closed = Signal()

    def __init__(
        self, name: TextSource, placeholder: TextSource, offers: Callable[[str], Sequence[Suggestion]]
    ) -> None:
        super().__init__()
        self._unknown = ""
        self.line = _Field(name, placeholder)
        self.row = FormRow(name, self.line, small=True)
        self.row.label.hide()
        self.suggestions = Suggestions(self.line, offers, eager=True)
        self.suggestions.taken.connect(self._take)
        self.line.added.connect(self._miss)
        self.line.closed.connect(self._closed)
        self.line.textEdited.connect(lambda _text: self._judge(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.hide()

    def open(self) -> None:
        """Show the empty field and take the keyboard."""
        self._judge("")
        self.show()
        self.line.open()

    def shut(self) -> None:
        """Put the field away."""
        self.line.clear()
        self.line.hide()
        self.hide()

    def _take(self, suggestion: Suggestion) -> None:
        self.line.clear()
        self._judge("")
        self.taken.emit(suggestion.value)
        if not self.isHidden():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _miss(self, text: str) -> None:
        self.suggestions.open()
        if not self.suggestions.is_open():
            self._judge(text.strip())

    def _judge(self, unknown: str) -> None:
        self._unknown = unknown
        self.row.set_error(self.sentence)

    def sentence(self) -> str:
        """What is wrong; "" when all is well."""
        if not self._unknown:
            return ""
        return translate("Panels", "No note that can be linked fits “{text}”. Type a number or other words.").format(
            text=self._unknown
        )

    def _closed(self) -> None:
        self.hide()
        self.closed.emit()
