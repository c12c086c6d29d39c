"""What bars say of a map that is open elsewhere, or whose file was changed, moved or cannot be reached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.filebars import make_bar
from model.files.errors import shown_name
from model.files.holder import Holder
from model.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.documents import OpenDocument
    from app.window import MainWindow
    from model.files.watch import Seen
    from model.merge import Merged
    from widgets.controls.bar import Bar

Run = Callable[[], object]


def held(holder: Holder, seen: Seen, *, show: Run, copy: Run, take: Run, edit: Run) -> Bar:
    """Somebody else has the map open: what can be done, and what has happened since."""
    changed = seen.kind == "changed"
    bar = make_bar(
        "info" if seen.free else "warn",
        "lock",
        lambda: _held_title(holder, seen.free),
        lambda: _held_sentence(seen),
    )
    if changed and not seen.free:
        bar.add_button(lambda: translate("Underneath", "Show"), show)
    bar.add_button(lambda: translate("Underneath", "Open a copy"), copy, quiet=True)
    if seen.free:
        bar.add_button(lambda: translate("Underneath", "Edit"), edit)
    else:
        bar.add_button(lambda: translate("Underneath", "Take over…"), take, quiet=changed)
    return bar


def _held_title(holder: Holder, free: bool) -> str:
    if free:
        return translate("Underneath", "This map is free now.")
    if not holder.known or not holder.when:
        return translate("Underneath", "{who} has this map open.").format(who=holder.who)
    text = translate("Underneath", "{who} has this map open since {time}.")
    return text.format(who=holder.who, time=holder.when)


def _held_sentence(seen: Seen) -> str:
    if seen.free:
        return translate("Underneath", "Nobody else has it open any more. You see it as it was when you opened it.")
    parts = [translate("Underneath", "You can look, not change. You are told when it is free.")]
    if seen.kind == "changed" and seen.since is not None:
        text = translate("Underneath", "It was changed at {time}.")
        parts.append(text.format(time=seen.since.strftime("%H:%M")))
    if seen.quiet:
        parts.append(translate("Underneath", "Nothing was heard from there for some minutes."))
    return " ".join(parts)


def newer() -> Bar:
    """Only a newer program understands the whole map."""
    return make_bar(
        "warn",
        "lock",
        lambda: translate("Underneath", "Read only."),
        lambda: translate(
            "Underneath",
            "A newer Journeywall made this map. You see what this one understands; an export holds no more than that. "
            "The file itself is never changed.",
        ),
    )


def no_lock(document: OpenDocument, window: MainWindow) -> Bar:
    """The map could not be locked."""
    problem = document.lock.problem if document.lock is not None else ""
    bar = make_bar("neutral", "lock", lambda: translate("Underneath", "Not locked."), problem)
    bar.add_button(lambda: translate("Underneath", "Fine"), lambda: window.bars.remove_bar("nolock"), quiet=True)
    return bar


def taken(by: Holder, back: Run, save_as: Run) -> Bar:
    """Somebody else took the map over."""

    def title() -> str:
        if not by.known or not by.when:
            return translate("Underneath", "{who} took this map over.").format(who=by.who)
        return translate("Underneath", "{who} took this map over at {time}.").format(who=by.who, time=by.when)

    bar = make_bar(
        "danger",
        "lock",
        title,
        lambda: translate(
            "Underneath",
            "What you change is kept on this computer, and not saved into this file. Save it elsewhere.",
        ),
    )
    bar.add_button(lambda: translate("Underneath", "Take back"), back, quiet=True)
    bar.add_button(lambda: translate("Underneath", "Save elsewhere"), save_as)
    return bar


def changed(seen: Seen, modified: bool, *, compare: Run, load: Run, merge: Run | None, keep: Run) -> Bar:
    """Another program or machine changed the file; both states are there."""
    time = seen.since.strftime("%H:%M") if seen.since is not None else ""
    bar = make_bar(
        "warn" if modified else "info",
        "refresh",
        lambda: translate("Underneath", "The file was changed elsewhere at {time}.").format(time=time),
        lambda: (
            translate("Underneath", "Your work is not in it yet. Both are kept: theirs in the file, yours here.")
            if modified
            else translate("Underneath", "You see the map as it was before.")
        ),
    )
    bar.add_button(lambda: translate("Underneath", "What is different…"), compare, quiet=True)
    if modified:
        bar.add_button(lambda: translate("Underneath", "Save mine beside it"), keep, quiet=True)
        if merge is not None:
            bar.add_button(lambda: translate("Underneath", "Merge"), merge)
    else:
        bar.add_button(lambda: translate("Underneath", "Load"), load)
    return bar


def copies(
    window: MainWindow, found: tuple[Path, ...], left: tuple[Path, ...], compare: Callable[[Path], object]
) -> Bar:
    """A sync program laid other versions of the map beside it: ``found`` all of them, ``left`` those that were not
    dealt with yet.  ``compare`` shows one: the first of ``left``, or any by the menu."""
    first = shown_name(left[0])

    def title() -> str:
        if len(found) == 1:
            return translate("Underneath", "There is another version of this map.")
        if len(left) < len(found):
            return translate("Underneath", "%n other version(s) of this map left to look at.", n=len(left))
        return translate("Underneath", "There are %n other versions of this map.", n=len(found))

    def sentence() -> str:
        if len(found) == 1:
            text = translate("Underneath", "“{name}” lies beside it: a sync program made it.")
        else:
            text = translate("Underneath", "A sync program laid them beside it. The next one is “{name}”.")
        return text.format(name=first)

    bar = make_bar("info", "copy", title, sentence)
    bar.add_button(lambda: translate("Underneath", "Not now"), lambda: window.bars.remove_bar("copies"), quiet=True)
    if len(found) > 1:
        choose = bar.add_button(
            lambda: translate("Underneath", "Choose one…"),
            lambda: _copies_menu(choose, found, left, compare),
            quiet=True,
        )
    bar.add_button(lambda: translate("Underneath", "What is different…"), lambda: compare(left[0]))
    return bar


def _copies_menu(
    anchor: QWidget, found: tuple[Path, ...], left: tuple[Path, ...], compare: Callable[[Path], object]
) -> None:
    """All versions that lie beside the map, below ``anchor``; those that were dealt with have a mark."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMenu

    menu = QMenu(anchor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for path in found:
        action = menu.addAction(shown_name(path).replace("&", "&&"))
        action.setCheckable(len(left) < len(found))
        action.setChecked(path not in left)
        action.triggered.connect(lambda _checked=False, path=path: compare(path))
    menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])  # the keyboard goes on from there


def trouble(path: Path, seen: Seen, kept: bool, window: MainWindow) -> Bar:
    """The file cannot be reached or written: since when, what is kept, what to do."""
    name = shown_name(path)
    time = seen.since.strftime("%H:%M") if seen.since is not None else ""

    def title() -> str:
        titles = {
            "gone": translate("Underneath", "The file is gone since {time}."),
            "away": translate("Underneath", "The disk or folder is away since {time}."),
            "unwritable": translate("Underneath", "The file cannot be written since {time}."),
            "full": translate("Underneath", "The disk is full since {time}."),
            "silent": translate("Underneath", "The disk does not answer since {time}."),
        }
        return titles[seen.kind].format(time=time)

    def sentence() -> str:
        to_do = {
            "gone": translate("Underneath", "Save to write “{name}” again."),
            "away": translate("Underneath", "Bring it back to save into “{name}”, or save elsewhere."),
            "unwritable": translate("Underneath", "Allow writing “{name}” and its folder, or save elsewhere."),
            "full": translate("Underneath", "Make room for “{name}”, or save elsewhere."),
            "silent": translate("Underneath", "Look at the cable or the network of “{name}”, or save elsewhere."),
        }[seen.kind].format(name=name)
        if kept:
            return " ".join((translate("Underneath", "What you change is kept on this computer."), to_do))
        return " ".join((translate("Underneath", "What you change is kept nowhere."), to_do))

    icons = {"away": "device-usb", "silent": "cloud-off", "unwritable": "lock"}
    bar = make_bar("warn" if kept else "danger", icons.get(seen.kind, "alert-triangle"), title, sentence)
    if seen.kind == "gone":
        bar.add_button(lambda: translate("Underneath", "Save it again"), window.handlers.save, quiet=True)
    bar.add_button(lambda: translate("Underneath", "Save elsewhere"), window.handlers.save_as)
    return bar


def back(path: Path, window: MainWindow) -> Bar:
    """The file can be reached again, and there is work for it."""
    bar = make_bar(
        "info",
        "device-floppy",
        lambda: translate("Underneath", "“{name}” is back.").format(name=shown_name(path)),
        lambda: translate("Underneath", "What you changed meanwhile is not in it yet."),
    )
    bar.add_button(lambda: translate("Underneath", "Save"), window.handlers.save)
    return bar


def lost_rows(merged: Merged) -> list[tuple[int, str]]:
    """What nothing in the merged map could hold any more, for a list of remarks."""
    text = translate("Underneath", "{table} {id} of the file has no place in the map any more.")
    return [(0, text.format(table=clash.table, id=clash.id)) for clash in merged.clashes if not clash.field]
