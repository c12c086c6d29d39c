"""What an import has to tell: sentences, each with its line; and why a text was refused altogether."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from model.files.errors import ContentError
from model.i18n import number, translate


class Finding(NamedTuple):
    """One sentence about a line (from 1) of the source; 0 where the whole source is meant."""

    line: int
    sentence: str

    @property
    def text(self) -> str:
        """The sentence with its line number before it, for a list."""
        if not self.line:
            return self.sentence
        return translate("Import", "Line {line}: {sentence}").format(line=number(self.line), sentence=self.sentence)


@dataclass(slots=True)
class ImportReport:
    """How a source was read.

    ``findings`` must be read: something was changed, guessed or left out.  ``notices`` are good to know: what has no
    place in a map and was not meant for it, such as comments.
    """

    findings: list[Finding] = field(default_factory=list)
    notices: list[Finding] = field(default_factory=list)

    def add(self, line: int, sentence: str) -> None:
        """Note a finding."""
        self.findings.append(Finding(line, _one_line(sentence)))

    def tell(self, line: int, sentence: str) -> None:
        """Note something good to know."""
        self.notices.append(Finding(line, _one_line(sentence)))

    def finish(self) -> None:
        """Put findings and notices in the order of their lines."""
        self.findings.sort(key=lambda finding: finding.line)
        self.notices.sort(key=lambda finding: finding.line)


def _one_line(sentence: str) -> str:
    """What a sentence names from the source may hold line ends; a sentence is one line of a list."""
    return " ".join(sentence.splitlines())


class NotImportable(ContentError):
    """The source is not what the importer reads; nothing was made of it."""
