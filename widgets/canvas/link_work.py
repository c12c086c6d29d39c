"""What is done with the links of a map: to go along them, word, turn and change them, and what they carry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from model.commands.links import reverse_link, set_link, unlink
from model.document import card_number
from model.draw.link_painter import link_label
from model.i18n import translate
from model.kinds import PAIN_POINT
from widgets.canvas.edits import carry_new_pain
from widgets.canvas.link_field import LinkField
from widgets.canvas.linking import making, paths_between
from widgets.look.icons import icon

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor

_LONGEST = 48


class LinkWork:
    """Commands on the chosen link."""

    def __init__(self, editor: MapEditor) -> None:
        self._editor = editor
        self._stage = editor.stage
        self.field = LinkField(editor.view.viewport())
        self._asked = ("", False)
        """(link, whether a new pain point is asked for) of the field."""
        self.menu: QMenu | None = None
        self.field.submitted.connect(self._submit)
        self.field.left.connect(self._left)
        editor.selection.changed.connect(self._keep_and_close)

    @property
    def chosen(self) -> str | None:
        """The chosen link."""
        selection = self._editor.selection
        there = selection.kind == "link" and selection.current in self._stage.bridge.document.link_table
        return selection.current if there else None

    # -- going along -----------------------------------------------------------------------------------------

    def walk(self, step: int) -> bool:
        """Tab: from a card to its links, from link to link, and on; False where the keyboard leaves the map."""
        stage, selection = self._stage, self._editor.selection
        home = stage.home if selection.kind == "link" else selection.current if selection.kind == "cards" else None
        if home is None:
            return False
        links = [box.id for box in stage.layout.links.values() if home in (box.source_id, box.target_id)]
        at = links.index(selection.current) if selection.current in links else -1
        if at + step < -1 or at + step >= len(links):
            return False
        if at + step == -1:
            selection.choose_cards([home])
        else:
            selection.choose("link", [links[at + step]])
        return True

    def go_to_end(self, *, target: bool) -> None:
        """Choose the card at which the link begins, or to which it leads."""
        link = self._stage.bridge.document.link_table.get(self.chosen or "")
        if link is not None:
            card = link.target_id if target else link.source_id
            self._editor.selection.choose_cards([card])
            self._editor.reveal(card)

    def leave(self) -> None:
        """Back to the card from which the link was chosen."""
        home = self._stage.home
        if home is not None:
            self._editor.selection.choose_cards([home])

    # -- changing --------------------------------------------------------------------------------------------

    def remove(self) -> None:
        """Remove the chosen link; its card gets the keyboard."""
        link_id, home = self.chosen, self._stage.home
        if link_id is None or not self._stage.bridge.run(unlink, [link_id]):
            return
        if home is not None:
            self._editor.selection.choose_cards([home])
        self._editor.toast.emit(translate("Canvas", "Link removed."), True)

    def reverse(self) -> None:
        """Turn the chosen path round."""
        if self.chosen is not None:
            self._stage.bridge.run(reverse_link, self.chosen)

    def edit_text(self) -> bool:
        """Write the words at the chosen link."""
        link_id = self.chosen
        if link_id is None:
            return False
        link = self._stage.bridge.document.link_table[link_id]
        heading = link_label(link.id, self._stage.bridge.document, self._stage.home).partition(";")[0]
        self._ask(link_id, heading, link.text, translate("Canvas", "A word at the line"), pain=False)
        return True

    def _ask(self, link_id: str, heading: str, text: str, hint: str, *, pain: bool) -> None:
        self._asked = (link_id, pain)
        self.field.ask(heading, text, hint, self._anchor(link_id))

    def _anchor(self, link_id: str) -> QRectF:
        """Where the words or the middle of a link are in the viewport."""
        box = self._stage.layout.links.get(link_id)
        if box is None:
            return QRectF(8, 8, 1, 1)
        at = QRectF(*box.room) if box.room is not None else QRectF(*box.middle, 1, 1)
        self._stage.reveal_rect(at)
        return self._stage.view.viewportTransform().mapRect(at)

    def _submit(self, text: str) -> None:
        link_id, pain = self._asked
        self._close()
        bridge = self._stage.bridge
        if link_id not in bridge.document.link_table:
            return
        if not pain:
            if text.strip() != bridge.document.link_table[link_id].text:
                bridge.run(partial(set_link, text=text.strip()), link_id)
        elif text.strip():
            bridge.run(carry_new_pain, link_id, text.strip())
        self._editor.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self, dropped: bool) -> None:
        if dropped:
            self._close()
            self._editor.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keep_and_close()

    def _keep_and_close(self) -> None:
        """What stands in the field is kept when something else is done meanwhile."""
        if not self.field.isHidden() and self.chosen != self._asked[0]:
            self._submit(self.field.edit.text())

    def _close(self) -> None:
        self.field.hide()

    def commit(self) -> None:
        """Keep what is being typed in the field."""
        if not self.field.isHidden():
            self._submit(self.field.edit.text())

    # -- menus -----------------------------------------------------------------------------------------------

    def offer_kinds(self, link_id: str, at: QPoint, *, new: bool = False) -> None:
        """A menu of the kinds of paths that a path may be, where there is a choice; ``new``: of one just made, whose
        making and kind are one step of history."""
        document = self._stage.bridge.document
        link = document.link_table.get(link_id)
        if link is None:
            return
        kinds = paths_between(document, link.source_id, link.target_id)
        if link.kind not in {kind.id for kind in kinds}:
            return
        menu = self._fresh_menu()
        group = QActionGroup(menu)
        for kind in kinds:
            action = QAction(icon(kind.icon, 16), kind.title, menu)
            action.setCheckable(True)
            action.setChecked(kind.id == link.kind)
            action.setData(kind.id)
            action.triggered.connect(partial(self._set_kind, link_id, kind.id, new))
            group.addAction(action)
            menu.addAction(action)
            if kind.id == link.kind:
                menu.setActiveAction(action)
        menu.popup(at)

    def _set_kind(self, link_id: str, kind: str, new: bool, _checked: bool = False) -> None:
        bridge = self._stage.bridge
        if link_id in bridge.document.link_table and bridge.document.link_table[link_id].kind != kind:
            bridge.apply(set_link(bridge.document, link_id, kind=kind), merge_key=making(link_id) if new else None)

    def offer_pains(self, at: QPoint) -> None:
        """A menu of the pain points that the chosen path may carry: those of its two cards first, and a new one."""
        link_id, document = self.chosen, self._stage.bridge.document
        if link_id is None:
            return
        link = document.link_table[link_id]
        near = [
            item
            for end in (link.source_id, link.target_id)
            for item in document.attachments.get(end, ())
            if item.kind == PAIN_POINT.id
        ]
        carried = [document.item_table[i] for i in link.pain_point_ids if i in document.item_table]
        rest = [item for item in document.placed if item.kind == PAIN_POINT.id]
        menu = self._fresh_menu()
        made = QAction(icon("plus", 16), translate("Canvas", "New pain point…"), menu)
        made.triggered.connect(partial(self._new_pain, link_id))
        menu.addAction(made)
        rows = list({item.id: item for item in (*carried, *near)}.values())
        for group in (rows, [item for item in rest if item not in rows]):
            if group:
                menu.addSeparator()
            for item in group:
                text = " ".join(item.text.split())
                text = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
                action = QAction(f"{card_number(item)}  {text}".replace("&", "&&"), menu)
                action.setCheckable(True)
                action.setChecked(item.id in link.pain_point_ids)
                action.setData(item.id)
                action.triggered.connect(lambda checked, pain_id=item.id: self._carry(link_id, pain_id, checked))
                menu.addAction(action)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)

    def _carry(self, link_id: str, pain_id: str, carried: bool) -> None:
        bridge = self._stage.bridge
        link = bridge.document.link_table.get(link_id)
        if link is not None:
            others = tuple(i for i in link.pain_point_ids if i != pain_id)
            bridge.run(partial(set_link, pain_point_ids=(*others, pain_id) if carried else others), link_id)

    def _new_pain(self, link_id: str, _checked: bool = False) -> None:
        hint = translate("Canvas", "What goes wrong on the way")
        self._ask(link_id, translate("Canvas", "New pain point on this path"), "", hint, pain=True)

    def menu_place(self) -> QPoint:
        """Where a menu of the chosen link opens when it is asked for by key: at its middle."""
        at = self._anchor(self.chosen or "").center()
        return self._stage.view.viewport().mapToGlobal(at.toPoint())

    def _fresh_menu(self) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self._editor)
        return self.menu
