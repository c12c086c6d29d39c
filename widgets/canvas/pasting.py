"""Text and tables of other programs on the map: put there at once, with a sentence that says what was done, the way
back, and what else may have been meant.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from model.changes import ChangeSet
from model.commands.places import Cell, Target
from model.document import Document
from model.i18n import translate
from model.importers.cells import Cells
from model.importers.tablepaste import paste_table, told
from model.importers.tables import Table, recognise
from widgets.canvas.edits import paste_columns
from widgets.canvas.mime import MAX_LINES, columns_of, list_of
from widgets.canvas.stage import Stage

Command = Callable[[Document], ChangeSet]
Tell = Callable[[ChangeSet], None]


def put_cells(stage: Stage, cells: Cells, target: Target) -> ChangeSet:
    """Put what was pasted or dropped at ``target``: a table that names phases or lanes goes where its names say (rules
    PT1 to PT9), other text becomes cards there."""
    table = recognise(stage.bridge.document, cells)
    if table is not None:
        return _put_table(stage, table, cells, target)
    columns = columns_of(cells)
    if not columns:
        return ChangeSet()
    return _run(stage, partial(_columns, columns, target), partial(_tell_columns, stage, cells, columns, target))


def _put_table(stage: Stage, table: Table, cells: Cells, target: Target, make_phases: bool = False) -> ChangeSet:
    return _run(stage, partial(_table, table, target, make_phases), partial(_tell_table, stage, table, cells, target))


def _run(stage: Stage, command: Command, tell: Tell) -> ChangeSet:
    changes = stage.bridge.run(command)
    made = changes.added("items")
    if made:
        stage.selection.choose_cards(made, made[0])
        tell(changes)
    return changes


def _table(table: Table, target: Target, make_phases: bool, document: Document) -> ChangeSet:
    return paste_table(document, table, target, make_phases)


def _columns(columns: list[list[str]], target: Target, document: Document) -> ChangeSet:
    return paste_columns(document, columns, target)


# -- what is told ----------------------------------------------------------------------------------------------------


def _tell_table(stage: Stage, table: Table, cells: Cells, target: Target, changes: ChangeSet) -> None:
    document = stage.bridge.document
    choices: list[tuple[Callable[[], str], Callable[[], object]]] = []
    if table.phases and not changes.added("phases"):
        count = len(table.phases)
        words = lambda: translate("Canvas", "Make %n phase(s)", n=count)  # noqa: E731 - it follows the language
        choices.append((words, partial(_again, stage, changes, table, cells, target)))
    choices.append(_as_list(stage, changes, cells, target))
    stage.offered.emit(told(table, changes, document), tuple(choices))


def _tell_columns(stage: Stage, cells: Cells, columns: list[list[str]], target: Target, changes: ChangeSet) -> None:
    items = stage.bridge.document.item_table
    made = changes.added("items")
    said = []
    astray = sum(items[i].place == "inbox" for i in made)
    if cells.left_out or any(len(column) == MAX_LINES for column in columns):
        sentence = translate("Canvas", "That is too much at once. The first {count} lines became notes.")
        said.append(sentence.format(count=len(made)))
    if len(columns) > 1 and len(made) > astray:
        said.append(translate("Canvas", "%n note(s), one column in each step.", n=len(made)))
    if astray and isinstance(target, Cell):
        said.append(translate("Canvas", "%n note(s) went to the inbox.", n=astray))
    if len(columns) > 1:
        stage.offered.emit(" ".join(said), (_as_list(stage, changes, cells, target),))
    elif said:
        stage.toast.emit(" ".join(said), True)


def _as_list(
    stage: Stage, changes: ChangeSet, cells: Cells, target: Target
) -> tuple[Callable[[], str], Callable[[], object]]:
    return (lambda: translate("Canvas", "As a list")), partial(_list_instead, stage, changes, cells, target)


def _again(stage: Stage, changes: ChangeSet, table: Table, cells: Cells, target: Target) -> None:
    """Paste once more, with the phases that the map lacks."""
    if _taken_back(stage, changes):
        _put_table(stage, table, cells, target, make_phases=True)


def _list_instead(stage: Stage, changes: ChangeSet, cells: Cells, target: Target) -> None:
    """Paste once more, every line as a card of its own, one below the other."""
    if _taken_back(stage, changes):
        columns = [list_of(cells)]
        single = Cells(tuple((text,) for text in columns[0]))
        _run(stage, partial(_columns, columns, target), partial(_tell_columns, stage, single, columns, target))


def _taken_back(stage: Stage, changes: ChangeSet) -> bool:
    """Undo the paste, if nothing was done since: both together are one step of history then."""
    done = stage.bridge.session.history.done
    if done and done[-1].changes is changes:
        return bool(stage.bridge.undo())
    stage.toast.emit(translate("Canvas", "The map was changed after that. Undo until there, then paste again."), False)
    return False
