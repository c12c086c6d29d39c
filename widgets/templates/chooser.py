"""Choosing what a new map starts from: the templates, what there is to know of the chosen one, a title, a language.

Stands on the start screen and in the dialog of a new map.  Signals only: it makes, reads and writes nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from model.i18n import translate
from model.owntemplates import one_line
from model.templates import Template, audience_text, list_templates, spoken_language
from widgets.controls.buttons import Button, IconButton
from widgets.controls.chip import Chip
from widgets.controls.flow import FlowLayout
from widgets.controls.labels import PlainLabel, Surface
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import TextSource, language_changed, name_for_readers
from widgets.look.icons import icon
from widgets.templates.card import TemplateCard
from widgets.templates.grid import RING_ROOM, TemplateGrid

if TYPE_CHECKING:
    from model.records import Language
    from widgets.controls.toast import ToastStack

TemplateSource = Callable[["Language"], Sequence[Template]]

_MOST_DELETED, _MOST_NAME = 20, 60
"""Deleted templates in the menu, and characters of their names."""
_ROOMY = 520
"""px of height from which the source of a model is shown."""


class TemplateChooser(QWidget):
    """See the module.

    ``templates`` gives the templates in a language, ``problems`` a sentence for each file that was to be one and cannot
    be read; ``heading`` shows what this is.
    """

    create_requested = Signal(str, str, str)
    """Make a map: the template's id, the title (may be empty), the map's language."""
    file_requested = Signal()
    """Let the user choose a template's file."""
    rename_requested = Signal(str)
    """Rename one's own template with this id."""
    delete_requested = Signal(str)
    """Delete one's own template with this id, after asking."""
    share_requested = Signal(str)
    """Save one's own template with this id to a file."""
    restore_requested = Signal(str)
    """Put the deleted template back whose file this is."""
    path_dropped = Signal(str)
    """A file was dropped here."""

    def __init__(
        self,
        templates: TemplateSource = list_templates,
        *,
        problems: Callable[[], Sequence[str]] = tuple,
        heading: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._templates = templates
        self._problems = problems
        self._discarded: Callable[[], Sequence[Template]] = tuple
        self._toasts: ToastStack | None = None
        self._map_language = spoken_language()
        self._language_picked = False
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head(heading))
        column.addSpacing(12)
        self.grid = TemplateGrid()
        self.grid.chosen.connect(self._show_chosen)
        self.grid.activated.connect(self.ask_for_map)
        self.grid.written.connect(self._begin_title)
        self.grid.file_requested.connect(self.file_requested)
        self.grid.deleted_requested.connect(self._open_deleted)
        self.grid.menu_requested.connect(self._open_menu)
        self.grid.rename_requested.connect(self.rename_requested)
        self.grid.delete_requested.connect(self.delete_requested)
        column.addWidget(self.grid, 1)
        column.addSpacing(12)
        form = QHBoxLayout()
        form.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        form.addWidget(self._make_form())
        column.addLayout(form)
        self.retranslate()

    # -- what is there ---------------------------------------------------------------------------------------

    def cards(self) -> list[TemplateCard]:
        """The cards of the templates."""
        return self.grid.cards()

    def template(self) -> Template | None:
        """The chosen template."""
        return self.grid.template()

    def chosen(self) -> str:
        """The id of the chosen template."""
        template = self.template()
        return template.id if template is not None else ""

    def choose(self, template_id: str) -> None:
        """Choose a template; one that the filter hides comes back into sight."""
        if any(card.template_id == template_id and card.isHidden() for card in self.cards()):
            self.filter.set_value("all")
            self._filtered("all")
        self.grid.choose(template_id)

    def set_discarded(self, source: Callable[[], Sequence[Template]]) -> None:
        """Offer what ``source`` gives to be put back: deleted templates, the latest first."""
        self._discarded = source
        self.refresh()

    def refresh(self) -> None:
        """Ask for the templates again."""
        self.grid.blockSignals(True)  # what is chosen is shown once, below
        self.grid.set_templates(self._templates(spoken_language()))
        self.grid.blockSignals(False)
        self.grid.set_problems(self._problems())
        self.grid.deleted_button.setVisible(bool(self._discarded()))
        self.order_tabs()
        self._show_chosen()

    def say(self, text: TextSource, action: TextSource = "", run: Callable[[], object] | None = None) -> None:
        """Say what happened to a template; ``action`` and ``run`` are the way back."""
        from widgets.controls.toast import ToastStack

        if self._toasts is None:
            self._toasts = ToastStack(self.grid)
        self._toasts.show_message(text, kind="done", action=action, run=run)

    def ask_for_map(self) -> None:
        """Ask for a map of the chosen template."""
        if self.chosen():
            self.create_requested.emit(self.chosen(), self.title.text().strip(), self.language.value())

    def tab_chain(self) -> list[QWidget]:
        """What Tab reaches, in the order of the eye."""
        return [
            self.filter.button("all"),
            *self.cards(),
            self.grid.deleted_button,
            self.grid.file_button,
            self.more,
            self.title,
            self.language.button("nl"),
            self.make,
        ]

    def order_tabs(self) -> None:
        """Tab goes as the eye does, also to cards that came later."""
        for before, after in itertools.pairwise(self.tab_chain()):
            QWidget.setTabOrder(before, after)

    # -- making ----------------------------------------------------------------------------------------------

    def _make_head(self, heading: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        row.setSpacing(16)
        said: TextSource = lambda: translate(  # noqa: E731 - asked for again in each language
            "Start", "Phases and lanes are ready. You can change everything later, nothing gets lost."
        )
        texts = QVBoxLayout()
        texts.setSpacing(6)
        if heading:
            texts.addWidget(PlainLabel(lambda: translate("Start", "Begin with a template"), "display", wrap=True))
        texts.addWidget(PlainLabel(said, "body2", wrap=True))
        row.addLayout(texts, 1)
        self.filter = Segmented(
            [
                Segment("all", lambda: translate("Start", "All")),
                Segment("b2c", lambda: translate("Templates", "Consumers")),
                Segment("b2b", lambda: translate("Templates", "B2B")),
                Segment("own", lambda: translate("Start", "Own")),
            ],
            lambda: translate("Start", "Which templates to show"),
        )
        self.filter.set_value("all")
        self.filter.chosen.connect(self._filtered)
        row.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_form(self) -> QWidget:
        card = Surface("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._name = PlainLabel("", "heading", wrap=True)
        self._count = PlainLabel("", "small")
        self.more = IconButton("dots", lambda: translate("Start", "More for this template"), small=True)
        self.more.clicked.connect(
            lambda _checked=False: self._open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        head.addWidget(self._name, 1)
        head.addWidget(self._count)
        head.addWidget(self.more)
        column.addLayout(head)
        self._when = PlainLabel("", "body2", wrap=True)
        column.addWidget(self._when)
        column.addSpacing(8)
        self._phases = QWidget()
        self._flow = FlowLayout(self._phases, 6, between=2)
        column.addWidget(self._phases)
        column.addSpacing(4)
        self._source = PlainLabel("", "small", wrap=True)
        column.addWidget(self._source)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.title = QLineEdit()
        self.title.setMaxLength(300)
        self.title.setAcceptDrops(False)  # it would take a dropped file for text
        self.title.installEventFilter(self)
        self.title.setAcceptDrops(False)  # a file dropped here is opened, not written down
        self.language = Segmented(
            [Segment("nl", "Nederlands"), Segment("en", "English")],
            lambda: translate("Start", "Language of the map"),
        )
        self.language.set_value(self._map_language)
        self.language.chosen.connect(self._language_chosen)
        self.make = Button(lambda: translate("Start", "Make map"), "filled", key=lambda: translate("Start", "Enter"))
        self.make.clicked.connect(lambda _checked=False: self.ask_for_map())
        row.addWidget(self.title, 1)
        row.addWidget(self.language)
        row.addWidget(self.make)
        column.addLayout(row)
        return card

    # -- showing ---------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Ask for the texts of the templates again; labels and buttons do so themselves."""
        name_for_readers(self, translate("Start", "Templates"))
        name_for_readers(self.title, translate("Start", "Title of the map"))
        self.title.setPlaceholderText(translate("Start", "What is the journey about?"))
        if not self._language_picked:
            self._map_language = spoken_language()
        self.refresh()

    def _filtered(self, value: str) -> None:
        fits: dict[str, Callable[[Template], bool]] = {
            "all": lambda _template: True,
            "own": lambda template: template.own,
        }
        self.grid.show_only(fits.get(value, lambda template: value in template.audience))
        self._show_chosen()

    def _language_chosen(self, code: str) -> None:
        template = self.template()
        if template is None or not template.own:
            self._map_language = "nl" if code == "nl" else "en"
            self._language_picked = True
            self._show_chosen()

    def _in_map_language(self, template: Template) -> Template:
        """The template as its map will be: a model has its phases in both languages."""
        if template.own or self._map_language == template.language:
            return template
        return next((t for t in self._templates(self._map_language) if t.id == template.id), template)

    def _show_chosen(self) -> None:
        template = self.template()
        if template is None:
            return
        self.language.set_value(template.language if template.own and template.language else self._map_language)
        self._name.set_source(template.name)
        self._when.set_source(template.when or template.description)
        self._when.setVisible(bool(template.when or template.description))
        phases = translate("Start", "%n phase(s)", n=len(template.phases))
        lanes = translate("Start", "%n lane(s)", n=len(template.lanes))
        self._count.set_source(" · ".join(part for part in (phases, lanes, audience_text(template)) if part))
        self.more.setVisible(template.own)
        self._show_source()
        named = [name for name in self._in_map_language(template).phases if name]
        self._flow.clear()
        for number, name in enumerate(named, start=1):
            self._flow.addWidget(Chip(name, prefix=str(number)))
        self._phases.setVisible(bool(named))

    def _begin_title(self, letters: str) -> None:
        """Choose a template with the mouse, type what the journey is about: the keyboard goes there by itself."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.end(False)
        self.title.insert(letters)

    def _show_source(self) -> None:
        template = self.template()
        source = template.source if template is not None else ""
        self._source.set_source(translate("Start", "Source: {source}").format(source=source) if source else "")
        self._source.setVisible(bool(source) and self.height() >= _ROOMY)

    def _open_menu(self, at: QPoint) -> None:
        template = self.template()
        if template is None or not template.own:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, picture, signal in (
            (translate("Start", "Rename…"), "pencil", self.rename_requested),
            (translate("Start", "Save to a file…"), "download", self.share_requested),
            (translate("Start", "Delete…"), "trash", self.delete_requested),
        ):
            action = menu.addAction(icon(picture, 18, "state.danger" if picture == "trash" else "ink.1"), name)
            action.triggered.connect(lambda _checked=False, told=signal, which=template.id: told.emit(which))
        menu.popup(at)

    def _open_deleted(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for template in self._discarded()[:_MOST_DELETED]:
            words = translate("Start", "Put back “{name}”").format(name=one_line(template.name, _MOST_NAME))
            action = menu.addAction(icon("arrow-back-up", 18, "ink.1"), words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=template.path: self.restore_requested.emit(path))
        menu.popup(self.grid.deleted_button.mapToGlobal(self.grid.deleted_button.rect().bottomLeft()))

    # -- events ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the map, from the title and from the choices; on a button it does what the button says."""
        on_button = isinstance(self.focusWidget(), QPushButton | QToolButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self.ask_for_map()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows leave out the source."""
        super().resizeEvent(event)
        self._show_source()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the title go along the templates."""
        if watched is self.title and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.grid.step(by)
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped."""
        if _dropped(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        path = _dropped(event)
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)  # for a move the file manager would delete the file
            event.accept()
            self.path_dropped.emit(path)


def _dropped(event: QDropEvent) -> str:
    """The path of the one file of this computer that is dragged; "" otherwise."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
