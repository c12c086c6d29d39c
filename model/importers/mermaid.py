"""Reading a Mermaid ``journey`` diagram: lines to sections, tasks, scores and actors, each surprise with its line.

The grammar is that of ``journey.jison`` and ``journeyDb.js`` of Mermaid itself.  Where Mermaid would refuse a line or
read it otherwise than it was meant, this reader takes what was meant and says so:

MI1  Sections become phases, also two of the same name; tasks before any section go to one phase without a name.
MI2  Tasks become touchpoints, in order; score minus 3 becomes the feeling of each actor, or of the unnamed persona.
MI3  Scores outside 1..5 are clamped, fractions rounded away from 3 (so that the face stays the same); words and empty
     scores set no feeling.  Each is a finding.
MI4  A colon in a name ("10:30 Breakfast: 3: Me"): the score is the first number that can be one.  A finding.
MI5  What follows a bare ``#``, and parts behind the actors, are no part of the diagram: left out, a finding that quotes
     the text.
MI6  A line that is nothing of this goes to the inbox as a note.  A finding.
MI7  ``%%`` and ``#`` lines are comments; drawing settings have no place in a map.  Notices.
MI8  The comments that :mod:`model.export.mermaid` writes (``%% journeywall ...``) say what the grammar cannot.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from model.document import Document
from model.files.errors import shown_name
from model.files.reading import MAX_RECORDS
from model.i18n import translate
from model.importers.diagram import Diagram, Section, Task, to_document
from model.importers.report import ImportReport, NotImportable
from model.mermaidtext import MARK, Entities, card_text, name_text
from model.records import MAX_TEXT, Language

_TITLE = re.compile(r"title(?=\s|:|$)\s*(.*)", re.IGNORECASE)
_SECTION = re.compile(r"section(?=\s|:|$)\s*(.*)", re.IGNORECASE)
_ACC_TITLE = re.compile(r"acctitle\s*:\s*(.*)", re.IGNORECASE)
_ACC_DESCR = re.compile(r"accdescr\s*([:{])\s*(.*)", re.IGNORECASE)
_HEADER = re.compile(r"journey\b\s*(.*)", re.IGNORECASE)
_TASK = re.compile(r"[^:]+:\s*[-+]?\d[\d.,]*\s*(:.*)?")
_SCORED_WITH_ACTORS = re.compile(r"[^:]+:\s*[-+]?\d[\d.,]*\s*:.*\S.*")
_NUMBER = re.compile(r"[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_CLOCK = re.compile(r".*\d:\d\d(?!\d)", re.DOTALL)
_FRONT_KEY = re.compile(r"([A-Za-z_][\w-]*)\s*:\s*(.*)")
_OTHER_DIAGRAM = re.compile(
    r"(flowchart|graph|sequencediagram|classdiagram|statediagram|erdiagram|gantt|pie|gitgraph|mindmap|timeline"
    r"|quadrantchart|requirementdiagram|c4\w+|sankey|xychart|block|packet|architecture|kanban|zenuml|radar|treemap)\b",
    re.IGNORECASE,
)


def read_mermaid(text: str, language: Language, first_line: int = 1, name: str = "") -> tuple[Document, ImportReport]:
    """The map of a journey diagram, and what there is to tell about it.

    ``first_line`` is the number of the text's first line in its file, ``name`` the file, for sentences.  Any text is
    read to its end; raises NotImportable only when it is no journey diagram at all.
    """
    reader = _Reader(text, first_line, name)
    diagram = reader.read()
    if diagram.size > MAX_RECORDS:
        raise _too_much(name)
    return to_document(diagram, language), reader.report


def _too_much(name: str) -> NotImportable:
    sentence = translate("Import", "“{name}” holds more than a map can; import it in parts.")
    return NotImportable(name, sentence.format(name=shown_name(name)))


def starts_journey(text: str, *, alone: bool = False) -> bool:
    """Whether ``text`` is a journey diagram, judged by its first word that says anything.

    ``alone`` asks for that word on a line of its own and no heading before it: for text that may be prose.
    """
    lines = _lines(text)
    for line in lines[_after_front_matter(lines) :]:
        stripped = line.strip()
        if not stripped or stripped.startswith("%%") or (stripped.startswith("#") and not alone):
            continue
        return stripped.lower() == "journey" if alone else _HEADER.match(stripped) is not None
    return False


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _after_front_matter(lines: list[str]) -> int:
    """The index of the first line behind YAML front matter; 0 where there is none or it is never closed."""
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if first < len(lines) and lines[first].strip() == "---":
        for i in range(first + 1, len(lines)):
            if lines[i].strip() == "---":
                return i + 1
    return 0


@dataclass(slots=True)
class _Marks:
    """What our own comments say of the next task (MI8)."""

    same: bool = False
    unscored: bool = False


@dataclass(slots=True)
class _Reader:
    """One reading of one diagram."""

    text: str
    first_line: int
    name: str
    report: ImportReport = field(default_factory=ImportReport)
    diagram: Diagram = field(default_factory=Diagram)
    entities: Entities = field(default_factory=Entities)
    marks: _Marks = field(default_factory=_Marks)
    comments: int = 0
    line: int = 0
    records: int = 0
    """Of tasks and feelings: a source with more of them than a map can hold is not read to its end."""

    def read(self) -> Diagram:
        """The diagram.  Raises NotImportable."""
        lines = _lines(self.text)
        index = _after_front_matter(lines)
        self._front_matter(lines[:index])
        index = self._header(lines, index)
        while index < len(lines):
            index = self._statement(lines, index)
        if self.comments:
            self.report.tell(0, translate("Import", "%n comment line(s) were left out.", n=self.comments))
        self.report.finish()
        return self.diagram

    # -- before the diagram ----------------------------------------------------------------------------------

    def _front_matter(self, lines: list[str]) -> None:
        for index, line in enumerate(lines):
            match = _FRONT_KEY.fullmatch(line.strip()) if line[:1].strip() else None
            if match is None:
                continue
            self.line = self.first_line + index
            key, value = match.group(1), _yaml_text(match.group(2))
            if key != "title":
                text = translate("Import", "“{key}” says how Mermaid draws; it has no place in a map and was left out.")
                self.report.tell(self.line, text.format(key=key))
            elif value in {"|", ">", "|-", ">-"}:
                self._find(translate("Import", "a title over several lines was left out; type it in the editor."))
            else:
                self.diagram.title = self._fit(name_text(value, Entities()))

    def _header(self, lines: list[str], start: int) -> int:
        """The index of the first line behind ``journey``; what follows that word on its line is put there."""
        index = start
        while index < len(lines):
            stripped = lines[index].strip()
            match = _HEADER.match(stripped)
            if match is not None:
                lines[index] = match.group(1)
                return index
            if stripped.startswith(("%%", "#")) or not stripped:
                index = self._comment(lines, index) if stripped else index + 1
                continue
            other = _OTHER_DIAGRAM.match(stripped)
            if other is not None:
                text = translate("Import", "“{name}” holds a Mermaid diagram of the kind “{kind}”; choose a journey.")
                sentence = text.format(name=shown_name(self.name), kind=other.group(1))
                raise NotImportable(self.name, sentence, self.first_line + index)
            break
        text = translate("Import", "“{name}” holds no Mermaid journey: it should begin with the word “journey”.")
        raise NotImportable(
            self.name, text.format(name=shown_name(self.name)), self.first_line + min(index, len(lines))
        )

    # -- statements ------------------------------------------------------------------------------------------

    def _statement(self, lines: list[str], index: int) -> int:
        """Read the statement that begins at ``index``; the index of the line behind it."""
        self.line = self.first_line + index
        stripped = lines[index].strip()
        if not stripped:
            return index + 1
        if stripped.startswith("%%"):
            return self._comment(lines, index)
        whole = self.entities.hide(stripped)
        if whole.startswith("#"):
            self.comments += 1
            return index + 1
        described = _ACC_DESCR.fullmatch(whole)
        if described is not None and described.group(1) == "{":
            return self._description(lines, index, described.group(2))
        if described is not None:
            self._scope(self._card(described.group(2)))
            return index + 1
        accessible = _ACC_TITLE.fullmatch(whole)
        if accessible is not None:
            self._subtitle(self._name(accessible.group(1)))
            return index + 1
        self._line(self._cut(whole))
        return index + 1

    def _line(self, text: str) -> None:
        """A title, section or task; comments are cut off already."""
        started = bool(self.diagram.sections)
        title, section = _TITLE.fullmatch(text), _SECTION.fullmatch(text)
        header = _HEADER.fullmatch(text)
        if title is not None and self._is_title(title.group(1), started):
            self._title(title.group(1))
        elif section is not None and not _SCORED_WITH_ACTORS.fullmatch(section.group(1).removeprefix(":")):
            self._section(section.group(1))
        elif header is not None and ":" not in text:
            self._find(translate("Import", "a second “journey” was read as part of the first one."))
            if header.group(1):
                self._line(header.group(1))
        elif ":" in text:
            if title is not None or section is not None or header is not None:
                text_of = translate(
                    "Import", "Mermaid reads “{word}” as a keyword here; it was taken as a task’s name."
                )
                self._find(text_of.format(word=text.split(None, 1)[0].split(":", 1)[0]))
            self._task(text)
        else:
            self._unknown(text)

    def _is_title(self, text: str, started: bool) -> bool:
        """Whether a line beginning with "title" is the title: not when it has a task's shape amid tasks."""
        if text.startswith(":"):
            return _TASK.fullmatch("title" + text) is None
        return not (started and _TASK.fullmatch(text))

    def _title(self, text: str) -> None:
        title = self._name(text.removeprefix(":"))
        if _TASK.fullmatch(text) or text.startswith(":"):
            sentence = translate("Import", "“{text}” was taken as the title; add it as a note if a task was meant.")
            self._find(sentence.format(text=title))
        if not title:
            self._find(translate("Import", "the title is empty."))
            return
        if self.diagram.title and self.diagram.title != title:
            text_of = translate("Import", "this title replaces the one before it, “{title}”.")
            self._find(text_of.format(title=self.diagram.title))
        self.diagram.title = title

    def _section(self, text: str) -> None:
        name = self._name(self._semicolons(text.removeprefix(":")))
        if ":" in text:
            self._find(
                translate("Import", "Mermaid allows no colon in a section’s name; it was kept: “{name}”.").format(
                    name=name
                )
            )
        if not text.strip():
            self._find(translate("Import", "this section has no name; it became a phase without one."))
        elif name and any(section.name == name for section in self.diagram.sections):
            text_of = translate("Import", "there are two sections “{name}”; they stay two phases.")
            self.report.tell(self.line, text_of.format(name=name))
        self.diagram.sections.append(Section(name))

    def _task(self, text: str) -> None:
        text = self._semicolons(text)
        parts = text.split(":")
        at = _score_at(parts)
        name = self._card(":".join(parts[:at]))
        written = self.entities.show(parts[at]).strip() if at < len(parts) else ""
        people = self._people(parts[at + 1]) if at + 1 < len(parts) else []
        if at > 1:
            sentence = translate(
                "Import",
                "Mermaid reads a task “{short}” here, because of the colon; it was taken as “{name}”. Check the score.",
            )
            self._find(sentence.format(short=self._card(parts[0]), name=_one_line(name)))
        elif not parts[0].strip():
            self._find(translate("Import", "this task has no name; it became an empty note."))
        surplus = [part for part in (self.entities.show(p).strip() for p in parts[at + 2 :]) if part]
        if surplus:
            text_of = translate("Import", "what stands behind the actors was left out: “{text}”.")
            self._find(text_of.format(text=":".join(surplus)))
        score = None if self.marks.unscored else self._score(written, name)
        self._add(Task(name, dict.fromkeys(people or [""], score)))

    def _add(self, task: Task) -> None:
        self.records += 1 + len(task.scores)
        if self.records > MAX_RECORDS:
            raise _too_much(self.name)
        if not self.diagram.sections:
            self.diagram.sections.append(Section(""))
        tasks = self.diagram.sections[-1].tasks
        if self.marks.same and tasks and tasks[-1].name == task.name:
            tasks[-1].scores.update(task.scores)
        else:
            tasks.append(task)
        for person, score in task.scores.items():
            if person or score is not None:
                self.diagram.add_person(person)
        self.marks = _Marks()

    def _score(self, written: str, name: str) -> int | None:
        """1..5 for what stands in a score's place, or None (MI3)."""
        task = _one_line(name)
        if not written:
            self._find(translate("Import", "“{task}” has no score; its feeling stays open.").format(task=task))
            return None
        if not _NUMBER.fullmatch(written):
            text = translate("Import", "“{score}” is no number; the feeling of “{task}” stays open.")
            self._find(text.format(score=written, task=task))
            return None
        value = float(written.replace(",", "."))
        if not 1 <= value <= 5:
            clamped = 1 if value < 1 else 5
            text = translate("Import", "the score {score} of “{task}” lies outside 1 to 5; it became {taken}.")
            self._find(text.format(score=written, task=task, taken=clamped))
            return clamped
        rounded = math.floor(value + 0.5) if value > 3 else math.ceil(value - 0.5)
        if rounded != value:
            text = translate("Import", "the score {score} of “{task}” is no whole number; it became {taken}.")
            self._find(text.format(score=written, task=task, taken=rounded))
        return rounded

    def _people(self, text: str) -> list[str]:
        """The actors of a task, each once; empty names between commas are none."""
        names = [name for name in (self._name(part) for part in text.split(",")) if name]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self._find(translate("Import", "“{name}” is named twice; once counts.").format(name=name))
        return list(dict.fromkeys(names))

    def _scope(self, text: str) -> None:
        if self.diagram.scope and text:
            self._find(translate("Import", "there is more than one description; they were put together."))
        self.diagram.scope = self._fit("\n".join(part for part in (self.diagram.scope, text) if part))

    def _subtitle(self, text: str) -> None:
        if self.diagram.subtitle and text and self.diagram.subtitle != text:
            text_of = translate("Import", "this title replaces the one before it, “{title}”.")
            self._find(text_of.format(title=self.diagram.subtitle))
        self.diagram.subtitle = text or self.diagram.subtitle

    def _description(self, lines: list[str], index: int, first: str) -> int:
        """``accDescr { ... }`` over several lines; the index of the line behind it."""
        parts = []
        rest, at = first, index
        while "}" not in rest:
            parts.append(rest)
            at += 1
            if at == len(lines):
                self._find(translate("Import", "the description is never closed; it was read to the end."))
                break
            rest = self.entities.hide(lines[at])
        else:
            inside, _, behind = rest.partition("}")
            parts.append(inside)
            if behind.strip():
                lines[at] = behind
                at -= 1
        self._scope(self._card("\n".join(parts)))
        return at + 1

    def _comment(self, lines: list[str], index: int) -> int:
        """A comment, one of our own marks, or drawing settings ``%%{ ... }%%``; the index of the line behind it."""
        self.line = self.first_line + index
        stripped = lines[index].strip()
        if stripped.startswith("%%{"):
            end = next((i for i in range(index, min(len(lines), index + 500)) if "}%%" in lines[i]), index)
            text = translate("Import", "“{key}” says how Mermaid draws; it has no place in a map and was left out.")
            self.report.tell(self.line, text.format(key=_one_line(stripped)))
            return end + 1
        words = stripped.removeprefix("%%").split(None, 2)
        if len(words) > 1 and words[0] == MARK:
            self.marks.same = self.marks.same or words[1] == "same"
            self.marks.unscored = self.marks.unscored or words[1] == "unscored"
            if words[1] == "persona":
                name = self.entities.hide(words[2]) if len(words) > 2 else ""
                self.diagram.add_person(self._name(name))
        else:
            self.comments += 1
        return index + 1

    def _unknown(self, text: str) -> None:
        note = self._card(text)
        if note:
            self.diagram.notes.append(note)
            sentence = translate(
                "Import", "this is no part of a journey diagram; it lies in the inbox as a note: “{text}”."
            )
            self._find(sentence.format(text=_one_line(note)))

    # -- characters ------------------------------------------------------------------------------------------

    def _card(self, text: str) -> str:
        return self._fit(card_text(text, self.entities))

    def _name(self, text: str) -> str:
        return self._fit(name_text(text, self.entities))

    def _fit(self, text: str) -> str:
        """``text`` no longer than a field may be; more is a mistake of the source, and told."""
        if len(text) <= MAX_TEXT:
            return text
        sentence = translate(
            "Import", "a text is too long; its last %n character(s) were left out.", n=len(text) - MAX_TEXT
        )
        self._find(sentence)
        return text[:MAX_TEXT].rstrip()

    def _cut(self, text: str) -> str:
        """``text`` up to a bare ``#``, behind which Mermaid sees a comment (MI5)."""
        kept, sharp, comment = text.partition("#")
        comment = self.entities.show(comment).strip()
        if sharp and comment:
            sentence = translate("Import", "Mermaid reads “#” as the start of a comment; “{text}” was left out.")
            self._find(sentence.format(text=comment))
        return kept.strip()

    def _semicolons(self, text: str) -> str:
        """``text`` without semicolons at its end; one inside is kept, though Mermaid refuses it."""
        bare = text.rstrip("; \t")
        if ";" in bare:
            self._find(translate("Import", "Mermaid allows no “;” here; it was kept."))
        elif ";" in text:
            self._find(translate("Import", "Mermaid allows no “;” at the end of a line; it was left out."))
        return bare

    def _find(self, sentence: str) -> None:
        self.report.add(self.line, sentence[:1].upper() + sentence[1:])


def _score_at(parts: list[str]) -> int:
    """Which of the parts between colons is the score (MI4): the second, unless the colons tell otherwise."""
    if len(parts) < 3:
        return 1
    if _CLOCK.fullmatch(f"{parts[0]}:{parts[1][:2]}") and _is_score(parts[2]) and parts[1][:1].isdecimal():
        return 2
    if parts[1].strip() and not _NUMBER.fullmatch(parts[1].strip()):
        return next((i for i in range(2, len(parts)) if _NUMBER.fullmatch(parts[i].strip())), 1)
    return 1


def _is_score(part: str) -> bool:
    return _NUMBER.fullmatch(part.strip()) is not None


def _one_line(text: str) -> str:
    """``text`` short enough to be quoted in a sentence."""
    joined = " ".join(text.split())
    return joined if len(joined) <= 60 else joined[:59] + "…"


def _yaml_text(value: str) -> str:
    """A plain or quoted YAML scalar on one line."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return re.sub(r"\s+#.*", "", value)
