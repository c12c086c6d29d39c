"""Older files: numbered steps from one format version to the next, on plain values.

A step is a pure function of the file's JSON object; it never imports today's records, since those move on.  It has a
name, and notes for the user where something changes in what they see.  There is none yet: version 1 is the first.  A
released version's step is never changed again; tests keep an input and an output of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from model.values import dataclass

FORMAT_VERSION = 1
"""The version that this program writes."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The step from version ``source`` to ``source + 1``.

    ``notes`` are source texts of the context "Migrations".
    """

    source: int
    name: str
    step: Callable[[dict[str, Any]], dict[str, Any]]
    notes: tuple[str, ...] = ()


class MigrationError(ValueError):
    """A step is missing, or one failed; ``str()`` names it, for the log."""


def register(steps: dict[int, Migration], migration: Migration) -> Migration:
    """Add a step to ``steps``; a second one from the same version raises ValueError."""
    if migration.source in steps:
        raise ValueError(f"two migrations from version {migration.source}")
    steps[migration.source] = migration
    return migration


MIGRATIONS: dict[int, Migration] = {}


def migrate(
    data: dict[str, Any],
    version: int,
    target: int = FORMAT_VERSION,
    steps: Mapping[int, Migration] = MIGRATIONS,
) -> tuple[dict[str, Any], list[Migration]]:
    """``data`` of ``version`` as ``target`` writes it, and the steps taken.  ``data`` itself is not changed.

    Raises MigrationError; the file is untouched in any case.
    """
    taken: list[Migration] = []
    while version < target:
        migration = steps.get(version)
        if migration is None:
            raise MigrationError(f"no migration from version {version}")
        try:
            data = migration.step(_copied(data))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise MigrationError(f"migration {migration.name} failed: {error!r}") from error
        version += 1
        data["format_version"] = version
        taken.append(migration)
    return data, taken


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_copied(inner) for inner in value]
    return value
