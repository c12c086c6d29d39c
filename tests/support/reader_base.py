"""What a reader of the table is: how an input is staged, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from model.document import Document
from model.invariants import violations
from mutants import (
    Mutator,
    any_bytes,
)

Outcome = Literal["opened", "listed", "refused"]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an input, the map that was opened, to be looked over, and what must hold of it besides."""

    outcome: Outcome
    document: Document | None = None
    holds: Callable[[], None] = lambda: None


Call = Callable[[], Result]


@dataclass(frozen=True, slots=True)
class Reader:
    """One way in.

    ``samples`` are sound inputs by name.  ``stage(data, room)`` puts the input where it belongs, in the empty folder
    ``room`` if it is a file, and gives the call that reads it; only the call is watched and timed.  ``writes`` says
    that reading may change files of the room (a broken settings file is set aside).
    """

    name: str
    doors: tuple[str, ...]
    samples: Callable[[], Mapping[str, bytes]]
    stage: Callable[[bytes, Path], Call]
    mutators: tuple[Mutator, ...] = (any_bytes,)
    writes: bool = False
    home: bool = False
    """Whether the program's own folders are in the room while it reads."""
    weight: int = 2
    """How often it is taken, beside the others."""
    given: Callable[[bytes, Path], tuple[str, ...]] = lambda _data, _room: ()
    """The files elsewhere that the input is a list of: whoever drops them asks for them to be read."""
    starts: Callable[[], Sequence[str]] = tuple
    """The one process, by its words, that it starts to read in."""


def sentence(error: BaseException, name: str = "") -> None:
    """An error's text is one sentence for a user, and names the file where there is one."""
    text = str(error)
    assert text.strip(), "no sentence"
    assert "\n" not in text, text
    assert len(text) < 1_000, text[:200]
    assert "Traceback" not in text
    assert name in text, (name, text[:200])


def opened_or_listed(document: Document, serious: object) -> Result:
    assert violations(document) == []
    return Result("listed" if serious else "opened", document)
