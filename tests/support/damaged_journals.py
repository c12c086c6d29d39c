"""A journal of more than 2 KB with every kind of record, and what its damage leaves: the good beginning."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from maps import Builder
from model.changes import ChangeSet, apply, changes_to_rows
from model.commands import cards, grid
from model.commands.places import Listing
from model.document import Document
from model.files import native, recovery, sessions
from model.files.journal_lines import encode_record, read_records
from model.newmap import new_map


@dataclass(frozen=True)
class Sample:
    """A base, the journal's bytes, where each record ends, and the map after each number of edits."""

    base: bytes
    data: bytes
    ends: tuple[int, ...]
    edits: tuple[int, ...]
    """After each record: how many edits there were so far."""
    states: tuple[Document, ...]


def sample() -> Sample:
    """Edits of cards, phases, steps, personas, channels, feelings and order, an undo, and texts being typed."""
    builder = Builder(new_map("Reis", "nl", ("A",)))
    document = builder.document
    step = document.steps[0].id
    touchpoint = builder.card("touchpoint", "Contact — مرحبا 😀", 0)
    builder.do(grid.add_persona(builder.document, "Sanne"))
    builder.do(grid.add_channel(builder.document, "Winkel", "shop", "offline"))
    builder.do(cards.set_emotion(builder.document, touchpoint, builder.document.personas[0].id, score=-2))
    builder.do(cards.add_cards(builder.document, "note", ["kaart"], Listing("inbox")))
    states, data = [document], b""
    edits: list[int] = []
    ends: list[int] = []

    def put(record: dict[str, object]) -> None:
        nonlocal data
        data += encode_record({"n": len(ends), **record})
        ends.append(len(data))
        edits.append(len(states) - 1)

    put({"op": "begin", "format": "journeywall-journal", "version": 1, "unsaved": 0})
    for i, changes in enumerate(builder.edits):
        states.append(apply(changes, states[-1]))
        put({"op": "edit", "source": "undo" if i == 3 else "user", "changes": changes_to_rows(changes)})
        if i in (0, 4):
            put({"op": "draft", "id": touchpoint if i else step, "text": f"wordt getypt {i}"})
    put({"op": "draft", "id": "", "text": ""})
    last: ChangeSet = cards.set_card(states[-1], [touchpoint], text="Klaar")
    states.append(apply(last, states[-1]))
    put({"op": "edit", "source": "user", "changes": changes_to_rows(last)})
    return Sample(native.dumps(document), data, tuple(ends), tuple(edits), tuple(states))


def check_reading(made: Sample, wounded: bytes, hurt: int) -> None:
    """The records that end before ``hurt`` are read as they were, and none after; never an error."""
    whole = read_records(made.data).records
    read = read_records(wounded)
    sound = sum(end <= hurt for end in made.ends)
    assert read.records[:sound] == whole[:sound]
    if len(read.records) > sound:
        assert read.records == whole  # a letter of a checksum's digits in the other case
    elif wounded != made.data[: made.ends[sound - 1] if sound else 0]:
        assert read.damaged or read.torn


def check_recovery(made: Sample, wounded: bytes, hurt: int, folder: Path) -> None:
    """The whole recovery: the map after the sound edits and the text being typed then; the raw file is untouched."""
    session = folder / "document-session"
    if not session.exists():
        session.mkdir()
        sessions.base_file(session, 1).write_bytes(made.base)
    sessions.journal_file(session, 1).write_bytes(wounded)
    found = recovery.find_sessions(folder)
    if not found:
        assert sum(end <= hurt for end in made.ends) <= 1  # not one edit was left
        return
    recovered = recovery.recover(found[0])
    sound = sum(end <= hurt for end in made.ends)
    assert recovered.edits in (made.edits[sound - 1] if sound else 0, len(made.states) - 1)
    if not recovered.drafts:
        assert recovered.document.same_content(made.states[recovered.edits])
    assert sessions.journal_file(session, 1).read_bytes() == wounded
    if found[0].damaged:
        assert any(problem.code == "journal_damaged" for problem in recovered.report.problems)


def forget(folder: Path) -> None:
    """Remove what :func:`check_recovery` made."""
    shutil.rmtree(folder / "document-session", ignore_errors=True)
