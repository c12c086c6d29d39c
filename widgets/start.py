"""The start screen: go on where you were, look at an example, or make a map in under a minute.

Signals only: it opens, reads and writes nothing.  The title has the keyboard, and Enter makes the map.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.i18n import LANGUAGES, language, translate
from model.templates import list_templates
from model.values import dataclass
from widgets.controls.buttons import Button
from widgets.controls.empty import EmptyState
from widgets.controls.labels import PlainLabel, Surface
from widgets.controls.texts import TextSource, language_changed, name_for_readers
from widgets.look.logo import LogoMark
from widgets.start_parts import MapRow, PictureSource
from widgets.templates.card import TemplateCard
from widgets.templates.chooser import TemplateChooser, TemplateSource
from widgets.templates.grid import RING_ROOM

LANGUAGE_NAMES: dict[str, str] = {"nl": "Nederlands", "en": "English"}
"""Every language by its own name: who cannot read the others must find it."""

EXAMPLE = "example:"
"""The picture of an example is asked for by this and the language's code."""

_WIDE = 1280
"""From this width on the panel at the left has its full width."""


@dataclass(frozen=True, slots=True)
class RecentMap:
    """A map that was open before: where it is, its title, and a line that tells it from others (date, size)."""

    path: str
    title: str
    detail: TextSource = ""


class StartScreen(QWidget):
    """See the module.  ``templates`` gives the templates in a language; ``picture`` a small picture of a map."""

    open_requested = Signal(str)
    """Open the map at this path; "" means: let the user choose a file."""
    import_requested = Signal()
    """Read a map in from another format."""
    create_requested = Signal(str, str, str)
    """Make a map: the template's id, the title (may be empty), the map's language."""
    example_requested = Signal(str)
    """Open the example in this language."""
    forget_requested = Signal(str)
    """Forget the map at this path, after asking."""
    language_chosen = Signal(str)
    """Speak this language from now on."""

    def __init__(
        self,
        *,
        templates: TemplateSource = list_templates,
        problems: Callable[[], Sequence[str]] = tuple,
        picture: PictureSource | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._recents: list[RecentMap] = []
        self._first_show = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._make_side()
        self.chooser = TemplateChooser(templates, problems=problems)
        self._main = self._make_main()
        row.addWidget(self._side)
        row.addWidget(self._main, 1)
        self._show_recents()
        self.retranslate()
        self._order_tabs()

    def set_recents(self, recents: Sequence[RecentMap]) -> None:
        """Show these maps, the latest first."""
        self._recents = list(recents)
        self._show_recents()
        self._order_tabs()

    def show_pictures(self) -> None:
        """There are pictures that were not there before."""
        for row in (*self.recent_rows(), *self.example_rows()):
            row.update()

    def title_field(self) -> QLineEdit:
        """Where the title is typed."""
        return self.chooser.title

    def recent_rows(self) -> list[MapRow]:
        """The rows of maps that were open before."""
        return self._rows_of(self._recent_rows)

    def example_rows(self) -> list[MapRow]:
        """The rows of the examples."""
        return self._rows_of(self._example_rows)

    def template_cards(self) -> list[TemplateCard]:
        """The cards of the templates."""
        return self.chooser.cards()

    def chosen_template(self) -> str:
        """The id of the chosen template."""
        return self.chooser.chosen()

    def retranslate(self) -> None:
        """Ask for the names again; labels, buttons and the templates do so themselves."""
        name_for_readers(self, translate("Start", "Start"))
        self._language.set_source(LANGUAGE_NAMES.get(language(), language()))
        self._language.setAccessibleDescription(translate("Start", "Language of the program"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard goes to the title when the screen first comes up."""
        super().showEvent(event)
        if self._first_show:
            self._first_show = False
            self.chooser.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get a narrow panel and smaller margins."""
        super().resizeEvent(event)
        width = self.width()
        self._side.setFixedWidth(
            396 if width >= _WIDE + 200 else 380 if width >= _WIDE else 288 if width >= 900 else 232
        )
        self._ways.setDirection(
            QBoxLayout.Direction.LeftToRight if width >= _WIDE else QBoxLayout.Direction.TopToBottom
        )
        self._sign.setVisible(self.height() >= 520)
        side = (36 if width >= _WIDE else 20) - RING_ROOM
        top = 30 if self.height() >= 720 else 18
        self._content.setContentsMargins(side, top, side, top)
        self._side_column.setContentsMargins(20 if width < _WIDE else 28, top, 16 if width < _WIDE else 24, 12)

    def _make_side(self) -> QWidget:
        panel = Surface("panel", "right")
        column = self._side_column = QVBoxLayout(panel)
        column.setSpacing(0)
        self._sign = QWidget()
        sign = QHBoxLayout(self._sign)
        sign.setContentsMargins(0, 0, 0, 22)
        sign.setSpacing(12)
        sign.addWidget(LogoMark())
        sign.addWidget(PlainLabel("Journeywall", "program"))
        sign.addStretch(1)
        column.addWidget(self._sign)
        ways = self._ways = QHBoxLayout()
        ways.setSpacing(8)
        self._open = Button(lambda: translate("Start", "Open a map"), icon_name="folder-open")
        self._open.clicked.connect(lambda: self.open_requested.emit(""))
        self._import = Button(lambda: translate("Start", "Import"), icon_name="download")
        self._import.clicked.connect(lambda _checked=False: self.import_requested.emit())
        for button in (self._open, self._import):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            ways.addWidget(button)
        column.addLayout(ways)
        column.addSpacing(18)
        lists = QWidget()
        lists.setProperty("clear", True)
        inner = QVBoxLayout(lists)
        inner.setContentsMargins(4, 4, 4, 4)  # the focus ring of a row lies outside it
        inner.setSpacing(0)
        inner.addWidget(_section(lambda: translate("Start", "Go on where you were")))
        self._recent_rows = QVBoxLayout()
        self._recent_rows.setSpacing(0)
        inner.addLayout(self._recent_rows)
        inner.addSpacing(14)
        inner.addWidget(_section(lambda: translate("Start", "Examples to look into")))
        self._example_rows = QVBoxLayout()
        self._example_rows.setSpacing(0)
        inner.addLayout(self._example_rows)
        inner.addStretch(1)
        column.addWidget(_scrolled(lists), 1)
        self._language = Button("", "footer", icon_name="language")
        menu = QMenu(self._language)
        for code in LANGUAGES:
            action = menu.addAction(LANGUAGE_NAMES[code])
            action.setCheckable(True)
            action.setData(code)
        menu.aboutToShow.connect(self._mark_language)
        menu.triggered.connect(lambda action: self.language_chosen.emit(str(action.data())))
        self._language.setMenu(menu)
        column.addSpacing(8)
        column.addWidget(self._language, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_examples()
        return panel

    def _make_main(self) -> QWidget:
        ground = Surface("window")
        column = self._content = QVBoxLayout(ground)
        column.setSpacing(0)
        column.addWidget(self.chooser)
        self.chooser.create_requested.connect(self.create_requested)
        return _scrolled(ground)

    def _order_tabs(self) -> None:
        """Tab goes as the eye does, also to rows that came later."""
        chain: list[QWidget] = [self._open, self._import, *self.recent_rows(), *self.example_rows(), self._language]
        chain += self.chooser.tab_chain()
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show_recents(self) -> None:
        _empty_out(self._recent_rows)
        if not self._recents:
            self._recent_rows.addWidget(
                EmptyState(
                    "map-2",
                    lambda: translate("Start", "Your maps will be listed here"),
                    lambda: translate("Start", "Make your first one at the right, or open one that you were given."),
                )
            )
            return
        for recent in self._recents:
            row = MapRow(recent.path, recent.title or _untitled, recent.detail, self._picture)
            row.clicked.connect(lambda _checked=False, path=recent.path: self.open_requested.emit(path))
            row.add_menu(partial(self._fill_menu, recent.path))
            self._recent_rows.addWidget(row)

    def _fill_menu(self, path: str, menu: QMenu) -> None:
        """What can be done with a map of the list."""
        menu.addAction(translate("Start", "Open")).triggered.connect(
            lambda _checked=False: self.open_requested.emit(path)
        )
        menu.addAction(translate("Start", "Forget this document…")).triggered.connect(
            lambda _checked=False: self.forget_requested.emit(path)
        )

    def _show_examples(self) -> None:
        _empty_out(self._example_rows)
        titles: dict[str, TextSource] = {
            "nl": "Sportschoenen kopen, ophalen in de winkel",
            "en": "Buying sports shoes, picking them up in the shop",
        }
        details: dict[str, TextSource] = {
            "nl": lambda: translate("Start", "In Dutch, with everything in it"),
            "en": lambda: translate("Start", "In English, with everything in it"),
        }
        for code in LANGUAGES:
            row = MapRow(f"{EXAMPLE}{code}", titles[code], details[code], self._picture)
            row.clicked.connect(lambda _checked=False, code=code: self.example_requested.emit(code))
            self._example_rows.addWidget(row)

    def _mark_language(self) -> None:
        menu = self._language.menu()
        for action in menu.actions():
            action.setChecked(action.data() == language())

    @staticmethod
    def _rows_of(layout: QVBoxLayout) -> list[MapRow]:
        found = []
        for place in range(layout.count()):
            item = layout.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, MapRow):
                found.append(widget)
        return found


def _untitled() -> str:
    return translate("Start", "Map without a title")


def _section(text: TextSource) -> PlainLabel:
    label = PlainLabel(text, "section")
    label.setContentsMargins(8, 0, 8, 6)
    return label


def _scrolled(content: QWidget) -> QScrollArea:
    """``content`` with a scroll bar where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def _empty_out(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
