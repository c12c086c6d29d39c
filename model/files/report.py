"""What a reader found: problems, each with its place, and how the file was opened."""

from __future__ import annotations

from typing import Any, Literal

from model.i18n import number, translate
from model.values import dataclass

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    ``severity``: "error" something could not be read and was put aside, "warning" something was mended, "notice" good
    to know.  ``code`` is stable, for programs; ``text`` one translated sentence.  ``table``, ``id`` and ``line`` (from
    1) say where; empty or None where the whole file is meant.
    """

    severity: Severity
    code: str
    text: str
    table: str = ""
    id: str = ""
    line: int | None = None

    @property
    def place(self) -> str:
        """Where, in words: "line 12, items item-7k2m"; "" for the whole file."""
        parts = []
        if self.line is not None:
            parts.append(translate("Files", "line {line}").format(line=number(self.line)))
        if self.table:
            parts.append(f"{self.table} {self.id}".rstrip())
        return ", ".join(parts)

    def as_json(self) -> dict[str, Any]:
        """The problem as plain values."""
        return {
            "severity": self.severity,
            "code": self.code,
            "text": self.text,
            "table": self.table,
            "id": self.id,
            "line": self.line,
        }


class LoadReport:
    """How a file was read.

    ``damaged`` means that it was no sound JSON and its whole lines were picked out: open it as an unsaved copy.
    ``mended`` means that the document is not quite what the file says (something was put aside or repaired).
    ``format_version`` is the file's; ``saved_by`` its save stamp; ``migrated`` names the steps it went through.
    """

    __slots__ = ("damaged", "format_version", "mended", "migrated", "problems", "saved_by")

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.damaged = False
        self.mended = False
        self.format_version = 1
        self.saved_by: dict[str, Any] = {}
        self.migrated: list[str] = []

    def add(
        self, severity: Severity, code: str, text: str, table: str = "", id: str = "", line: int | None = None
    ) -> None:
        """Note a problem; a name that it quotes may hold line ends, a sentence may not."""
        self.problems.append(Problem(severity, code, " ".join(text.split("\n")), table, id, line))

    @property
    def serious(self) -> list[Problem]:
        """The problems that are more than a notice."""
        return [problem for problem in self.problems if problem.severity != "notice"]
