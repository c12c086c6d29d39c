"""Reading the journey diagram of a Markdown page: the first ``mermaid`` block that is one."""

from __future__ import annotations

import re

from model.document import Document
from model.files.errors import shown_name
from model.i18n import translate
from model.importers.mermaid import read_mermaid, starts_journey
from model.importers.report import ImportReport, NotImportable
from model.records import Language
from model.values import dataclass

_FENCE = re.compile(r"([ \t>]*)(`{3,}|~{3,}|:{3,})[ \t]*(?:mermaid|\{[^}`]*\bmermaid\b[^}`]*\})[^`]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its text and the number of its first line."""

    text: str
    line: int


def mermaid_blocks(text: str) -> list[Block]:
    """The fenced ``mermaid`` blocks of a page, in lists and quotations too; one that is never closed ends the page."""
    blocks: list[Block] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    index = 0
    while index < len(lines):
        match = _FENCE.fullmatch(lines[index])
        index += 1
        if match is None:
            continue
        prefix, fence = match.group(1).rstrip(), match.group(2)
        start, inside = index, []
        while index < len(lines):
            line = lines[index].lstrip()
            if prefix and line.startswith(prefix.lstrip()):
                line = line[len(prefix.lstrip()) :]
            index += 1
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                break
            inside.append(line)
        blocks.append(Block("\n".join(inside), start + 1))
    return blocks


def read_markdown(text: str, language: Language, name: str = "") -> tuple[Document, ImportReport]:
    """The map of a page's first journey diagram; each further one is a finding, other diagrams a notice.

    A file that is a bare diagram is read as one.  Raises NotImportable when there is no journey diagram.
    """
    blocks = mermaid_blocks(text)
    journeys = [block for block in blocks if starts_journey(block.text)]
    if not journeys:
        if starts_journey(text, alone=True):
            return read_mermaid(text, language, name=name)
        sentence = translate("Import", "“{name}” holds no Mermaid journey; choose a page with a journey diagram.")
        raise NotImportable(name, sentence.format(name=shown_name(name)))
    first = journeys[0]
    document, report = read_mermaid(first.text, language, first.line, name)
    for block in blocks:
        if block in journeys[1:]:
            report.add(
                block.line,
                translate("Import", "Here begins another journey; only the first one of a page is read."),
            )
        elif block is not first:
            report.tell(block.line, translate("Import", "This diagram is no journey and was left out."))
    report.finish()
    return document, report
