"""A kind of card that the program does not have: the worked example of docs/architecture.md.

Service blueprints have a lane of what the customer sees and touches (the physical evidence): a bag, a receipt, a sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from model import fields, kinds, trace
from model.fields import Choice, ItemField, register_item_field
from model.kinds import ItemKind, LaneKind, LinkKind, register_item_kind, register_lane_kind, register_link_kind
from model.trace import SupportRule, register_support_rule

TABLES: tuple[dict[str, Any], ...] = (
    fields.ITEM_FIELDS,
    kinds.ITEM_KINDS,
    kinds.LANE_KINDS,
    kinds.LINK_KINDS,
    trace.SUPPORT_RULES,
)


@contextmanager
def kept_tables() -> Iterator[None]:
    """What is registered inside is taken away again."""
    before = [dict(table) for table in TABLES]
    try:
        yield
    finally:
        for table, rows in zip(TABLES, before, strict=True):
            table.clear()
            table.update(rows)


@contextmanager
def added_kind() -> Iterator[ItemKind]:
    """The kind "prop" with fields, a lane, a link and a rule of its own; taken away again at the end."""
    with kept_tables():
        yield _register()


def _register() -> ItemKind:
    material = (Choice("paper", "Paper", "file"), Choice("cloth", "Cloth"))
    register_item_field(ItemField("material", "Material", "choice", "first", material))
    register_item_field(ItemField("wording", "Wording", "text", hint="What is printed on it"))
    register_item_field(ItemField("sizes", "Sizes", "tags"))
    register_item_field(ItemField("weight", "Weight", "scale"))
    prop = register_item_kind(
        ItemKind(
            "prop",
            "Thing in hand",
            "Things in hand",
            "note",
            "note",
            attaches=True,
            claims=True,
            own=("material", "wording", "sizes", "weight", "owner"),
        )
    )
    register_lane_kind(LaneKind("props", "Things in hand", "note", "prop", "What does the customer hold here?"))
    register_link_kind(LinkKind("shows", "Shows", "shows", "is shown by", ("prop",), ("insight",), "bulb"))
    register_support_rule(SupportRule("TR12", "prop", "Nobody gets this thing anywhere.", links=("attach",)))
    return prop
