"""What the role of a group makes of it in the tag tree of a PDF (PDF 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.draw.displaylist import Clip, Group, Op, Text

WHOLE_ROLES = frozenset({"card", "curve", "title", "subtitle", "legend", "persona", "figure"})
"""Roles that are one element of the tag tree, whatever groups they hold."""

PLACED = frozenset({"phase", "lane"})
"""Roles whose rectangle on the page is given along with what was painted."""

_TOLD = frozenset({"curve", "figure", "evidence", "loop", "link"})
"""Roles that are read aloud by their label, whatever text is in them."""


def holds_roles(ops: Iterable[Op]) -> bool:
    """Whether a group with a role of its own stands among ``ops``, at any depth."""
    for op in ops:
        if isinstance(op, Group):
            if op.paper and (op.role or holds_roles(op.ops)):
                return True
        elif isinstance(op, Clip) and holds_roles(op.ops):
            return True
    return False


def _holds_text(ops: Sequence[Op]) -> bool:
    for op in reversed(ops):  # a card ends with its number
        if isinstance(op, Text):
            return True
        if (isinstance(op, Clip) or (isinstance(op, Group) and op.paper)) and _holds_text(op.ops):
            return True
    return False


def kind_of(group: Group) -> str:
    """The structure type of a group that is one element of the tag tree, "" for a decoration."""
    if group.role in _TOLD and group.label:
        return "Figure"
    if _holds_text(group.ops):
        return {"title": "H1", "phase": "H2", "lane": "H2"}.get(group.role, "P")
    return "Figure" if group.label else ""
