"""Looking a map over: findings, each with its rule and its place.  docs/rules.md lists the rules.

Levels: "error" is broken, lost or cannot be printed; "warning" is most likely a slip; "info" is not finished yet.
Errors always count as problems, warnings when the check is strict, infos never.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from model.checks.base import Finding, Level, as_json, counts, place_of, whole
from model.checks.pictures import damaged_pictures, unused_pictures
from model.checks.silent import silent
from model.checks.slips import slips
from model.checks.texts import unprintable
from model.checks.unfinished import unfinished
from model.document import Document
from model.files.atomic import read_file
from model.files.native import dumps
from model.i18n import number, translate
from model.invariants import violations

if TYPE_CHECKING:
    from model.files.native import Loaded

__all__ = ["Finding", "Level", "as_json", "check_document", "check_file", "counts", "place_of"]


def check_file(loaded: Loaded, *, strict: bool = False) -> list[Finding]:
    """What was found while reading a map's file, then what is found in the map.

    ``strict`` also compares the file with what saving it again would write (K2).  Raises ReadError.
    """
    levels: dict[str, Level] = {"error": "error", "warning": "error", "notice": "info"}
    found = [
        Finding("K1", levels[p.severity], p.place or whole(), p.text, p.table, p.id, p.line)
        for p in loaded.report.problems
    ]
    if strict:
        found += _same_bytes(loaded)
    return found + check_document(loaded.document)


def _same_bytes(loaded: Loaded) -> Iterator[Finding]:
    written, _ = read_file(loaded.path)
    again = dumps(loaded.document, saved_by=loaded.report.saved_by)
    if written == again:
        return
    pairs = zip(written.split(b"\n"), again.split(b"\n"), strict=False)
    line = next((i for i, (old, new) in enumerate(pairs, 1) if old != new), 1)
    place = translate("Check", "line {line}").format(line=number(line))
    text = translate("Check", "Saving this map again would write it differently from here on.")
    yield Finding("K2", "error", place, text, line=line)


def check_document(document: Document) -> list[Finding]:
    """Everything found in a map, errors first, each level in map order."""
    found = [
        *_broken(document),
        *unprintable(document),
        *damaged_pictures(document),
        *slips(document),
        *unused_pictures(document),
        *unfinished(document),
        *silent(document),
    ]
    rank = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda finding: rank[finding.level])


def _broken(document: Document) -> Iterator[Finding]:
    for violation in violations(document):
        text = translate("Check", "This breaks the rule {rule} of every map; open and save it to have it mended.")
        yield Finding(
            violation.rule,
            "error",
            place_of(document, violation.table, violation.id),
            text.format(rule=violation.rule),
            violation.table,
            violation.id,
        )
