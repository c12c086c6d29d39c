"""How the columns of the lists were left: kept in the settings for each kind of list, between starts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal

from app.settings import Settings
from widgets.lists.columns import Arrangement

_KEY = "list_arrangements"
ListKind = Literal["list", "actions"]
log = logging.getLogger(__name__)


def read_arrangement(settings: Settings, kind: ListKind) -> Arrangement:
    """How the columns of a list are arranged; as usual where nothing was kept, or nothing that makes sense."""
    kept = settings.get(_KEY)
    try:
        if kept is not None and not isinstance(kept, dict):
            raise ValueError("no object")
        return Arrangement.from_json((kept or {}).get(kind))
    except ValueError as error:
        log.warning("the columns of a list are as usual, since the settings make no sense: %s: %s", kind, error)
        return Arrangement()


def keep_arrangement(
    settings: Settings, keep: Callable[[str, object], None], kind: ListKind, chosen: Arrangement
) -> None:
    """Keep how the columns of a list are arranged; ``keep`` sets a setting."""
    kept = settings.get(_KEY)
    others = {name: value for name, value in kept.items() if name != kind} if isinstance(kept, dict) else {}
    keep(_KEY, others | ({kind: chosen.as_json()} if chosen else {}))
