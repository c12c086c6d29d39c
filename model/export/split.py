"""A map on several posters: neighbouring phases together, as equally wide as they can be.

SP1  The posters are in the order of the phases, and every phase is on one.
SP2  Each file carries what it shows, as any filtered export does.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from model.document import Document
from model.export.base import Exporter, ExportOptions, Made, make_export
from model.export.errors import ExportError, NothingChanged
from model.export.part import chosen_phases
from model.export.readable import as_json, reading_remarks
from model.files.atomic import write_atomic
from model.i18n import translate
from model.progress import step
from model.records import Phase
from model.values import replace

MOST_POSTERS = 12
"""More posters of one map nobody hangs."""


def phase_groups(document: Document, phases: tuple[str, ...], posters: int) -> tuple[tuple[Phase, ...], ...]:
    """The phases of each poster (SP1); ``phases`` are those that are shown, as words or ids, none for all.

    Raises ExportError for a phase that there is not, and for more posters than phases.
    """
    shown = chosen_phases(document, phases) if phases else document.phases
    if not 1 <= posters <= max(1, min(len(shown), MOST_POSTERS)):
        text = translate("Export", "%n phase(s) cannot be put on {posters} posters; take fewer posters.", n=len(shown))
        raise ExportError(text.format(posters=posters))
    steps: dict[str, int] = {}
    for row in document.step_table.values():
        steps[row.phase_id] = steps.get(row.phase_id, 0) + 1
    widths = [max(1, steps.get(phase.id, 0)) for phase in shown]
    most = _least_width(widths, posters)
    groups: list[tuple[Phase, ...]] = []
    group: list[Phase] = []
    wide = 0
    for i, (phase, width) in enumerate(zip(shown, widths, strict=True)):
        must_close = len(shown) - i <= posters - len(groups) - 1  # as many phases are left as posters
        if group and (wide + width > most or must_close):
            groups.append(tuple(group))
            group, wide = [], 0
        group.append(phase)
        wide += width
    if group:
        groups.append(tuple(group))
    return tuple(groups)


def _least_width(widths: list[int], posters: int) -> int:
    """The least width of the widest poster."""
    low, high = max(widths, default=1), sum(widths)
    while low < high:
        middle = (low + high) // 2
        needed, wide = 1, 0
        for width in widths:
            if wide + width > middle:
                needed, wide = needed + 1, 0
            wide += width
        low, high = (low, middle) if needed <= posters else (middle + 1, high)
    return low


def split_options(document: Document, options: ExportOptions, posters: int) -> tuple[ExportOptions, ...]:
    """What is asked of each of so many posters.  Raises ExportError, as :func:`phase_groups` does."""
    if posters == 1:
        return (options,)
    groups = phase_groups(document, options.phases or (), posters)
    return tuple(replace(options, source=None, phases=tuple(phase.id for phase in group)) for group in groups)


def poster_names(path: str | os.PathLike[str], posters: int) -> tuple[Path, ...]:
    """The files of so many posters: "wall-1.pdf", "wall-2.pdf" for "wall.pdf"."""
    file = Path(path)
    if posters == 1:
        return (file,)
    return tuple(file.with_name(f"{file.stem}-{i}{file.suffix}") for i in range(1, posters + 1))


def make_split(
    exporter: Exporter, document: Document, options: ExportOptions, posters: int = 1, *, may_lack: bool = False
) -> tuple[Made, ...]:
    """So many posters, each a file of its own.  ``may_lack``: one of which no sheet changed has no bytes.

    Raises ExportError for a request that cannot be met, and without ``may_lack`` where no sheet changed.
    """
    if posters != 1 and ("phases" not in exporter.options or options.part == "actions"):
        raise ExportError(translate("Export", "Only a poster can be put on several files; leave --posters out."))
    wanted = split_options(document, options, posters)
    made = []
    for i, each in enumerate(wanted):
        if len(wanted) > 1:
            step(i, len(wanted))
        try:
            made.append(make_export(exporter, document, each))
        except NothingChanged as nothing:
            if not may_lack:
                raise
            said = (str(nothing),)
            made.append(Made(b"", (), (), as_json(nothing.report, said)))
    return tuple(made)


def together(files: Sequence[Made]) -> Made:
    """What there is to tell of several files, each sentence once; one file is what it is."""
    if len(files) == 1:
        return files[0]
    findings = dict.fromkeys(sentence for one in files for sentence in one.findings)
    reports = [dict(one.report) for one in files if one.report is not None]
    return Made(b"", tuple(findings), _remarks(files), {"posters": reports} if reports else None)


def _remarks(files: Sequence[Made]) -> tuple[str, ...]:
    """What holds of all posters, then what holds of one, with its number, then what reads badly on the worst."""
    readings = [one.reading for one in files if one.reading is not None]
    own = [
        [text for text in one.remarks if one.reading is None or text not in reading_remarks([one.reading])]
        for one in files
    ]
    shared = [text for text in own[0] if all(text in texts for texts in own)]
    text = translate("Reading", "Poster {n}: {remark}")
    single = [text.format(n=n, remark=each) for n, texts in enumerate(own, 1) for each in texts if each not in shared]
    return (*dict.fromkeys(shared), *single, *reading_remarks(readings))


def write_split(path: str | os.PathLike[str], files: Sequence[Made]) -> None:
    """Write what was made, each file replaced only when the new one is whole; of what has no bytes none is written, and
    one that is there stays.  Raises WriteError."""
    for name, made in zip(poster_names(path, len(files)), files, strict=True):
        if made.data:
            write_atomic(name, made.data)
