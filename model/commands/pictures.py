"""Commands on pictures: of cards, of personas, and the logo of the map.

PI1  A picture is in the map once, however many cards show it; it goes with the last record that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.changes import ChangeSet, Edit
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.records import Asset


def drop_unused(edit: Edit, asset_ids: Iterable[str]) -> None:
    """Remove those of the pictures that no record shows any more (PI1)."""
    asked = {i for i in asset_ids if i in edit.document.asset_table}
    if not asked:
        return
    used = {i for item in edit.document.item_table.values() for i in item.pictures}
    used |= {persona.portrait for persona in edit.document.persona_table.values() if persona.portrait}
    used |= {edit.document.info.logo} if edit.document.info.logo else set()
    edit.remove(*(edit.document.asset_table[i] for i in asked - used))


def add_pictures(document: Document, item_id: str, assets: Sequence[Asset]) -> ChangeSet:
    """Add pictures to a card, after those it has; one that it has already stays where it is."""
    edit = Edit(document)
    item = document.item_table[item_id]
    edit.put(*(asset for asset in assets if asset.id not in document.asset_table))
    edit.put(item.changed(pictures=tuple(dict.fromkeys((*item.pictures, *(a.id for a in assets))))))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add %n picture(s)"), len(assets))


def remove_picture(document: Document, item_id: str, asset_id: str) -> ChangeSet:
    """Take a picture off a card (PI1)."""
    edit = Edit(document)
    item = document.item_table[item_id]
    edit.put(item.changed(pictures=tuple(i for i in item.pictures if i != asset_id)))
    drop_unused(edit, [asset_id])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove picture"))


def set_portrait(document: Document, persona_id: str, asset: Asset | None) -> ChangeSet:
    """Give a persona a portrait, or take it away (PI1)."""
    edit = Edit(document)
    persona = document.persona_table[persona_id]
    if asset is not None and asset.id not in document.asset_table:
        edit.put(asset)
    edit.put(persona.changed(portrait=asset.id if asset else None))
    drop_unused(edit, [persona.portrait] if persona.portrait else [])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change portrait"))


def set_logo(document: Document, asset: Asset | None) -> ChangeSet:
    """Give the map a logo, or take it away (PI1)."""
    edit = Edit(document)
    info = document.info
    if asset is not None and asset.id not in document.asset_table:
        edit.put(asset)
    edit.put(info.changed(logo=asset.id if asset else None))
    drop_unused(edit, [info.logo] if info.logo else [])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change logo"))
