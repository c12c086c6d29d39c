"""What the scribe line writes: send, correct, split and merge notes.  Pure: a document in, a ChangeSet out.

The rules (SC1 to SC6) stand in :mod:`model.scribe`, and so does the :class:`~model.scribe.Aim`; the next one is
returned beside the changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.changes import ChangeSet, Edit
from model.commands.cards import (
    add_attached,
    add_cards,
    attach_cards,
    change_kind,
    delete_cards,
    detach_card,
    duplicate_cards,
    ensure_lane,
    move_cards,
    set_card,
    set_emotion,
    set_text,
)
from model.commands.following import follow
from model.commands.places import Cell, Listing, first_target
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.kinds import ITEM_KINDS, lane_kind_of
from model.records import Item
from model.scribe import (
    PARKED,
    Aim,
    destination,
    host_of,
    lane_of,
    names_people,
    plain,
    recall,
    released,
    sent_notes,
    stood,
    taken,
    waiting,
    whom,
)
from model.values import replace


def send(document: Document, aim: Aim, text: str) -> tuple[ChangeSet, Aim]:
    """Put a note with ``text`` where the aim says, as one step of history; and the aim for the next one (SC1, SC2).

    While a note is corrected it gets the text and place instead.  An empty text changes nothing.  Raises ValueError
    when the map has no phase.
    """
    words = plain(text)
    if aim.corrects:
        return _corrected(document, aim, words)
    if not words:
        return ChangeSet(), aim
    edit = Edit(document)
    made = _add(edit, aim, words)
    item = edit.document.item_table[made]
    host = made if item.kind == "touchpoint" else aim.host_id
    after = replace(waiting(aim, _unsaid(aim, item)), number=None, named=None, host_id=host, sent=(*aim.sent, made))
    if not aim.kept:
        after = replace(after, kind="touchpoint", lane_id="")
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add %n note(s)"), 1), after


def send_lines(document: Document, aim: Aim, lines: Sequence[str]) -> tuple[ChangeSet, Aim]:
    """Put a note for each line where the aim says, as if it had been typed and sent (SC5), as one step of history.

    Raises ValueError when the map has no phase.
    """
    edit, count = Edit(document), 0
    for line in lines:
        aim, text = taken(edit.document, aim, line)
        changes, aim = send(edit.document, aim, text.strip())
        edit.take(changes)
        count += bool(changes)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add %n note(s)"), count), aim


def _take(edit: Edit, changes: ChangeSet) -> ChangeSet:
    edit.document = edit.document.with_changes((c.table, c.id, c.new) for c in changes)
    return changes


def _add(edit: Edit, aim: Aim, text: str) -> str:
    host = host_of(edit.document, aim)
    if host is not None and ITEM_KINDS[aim.item_kind].attaches:
        made = _take(edit, add_attached(edit.document, aim.item_kind, text, host.id)).added("items")[0]
    else:
        if aim.kind != PARKED and lane_kind_of(aim.item_kind) is not None:
            ensure_lane(edit, aim.item_kind)
        place = destination(edit.document, aim)
        if place is None:
            if not edit.document.steps:
                raise ValueError("there is no phase to write in")
            place = Listing("inbox")
        made = _take(edit, add_cards(edit.document, aim.item_kind, [text], place)).added("items")[0]
    _say(edit, aim, made)
    return made


def _say(edit: Edit, aim: Aim, item_id: str) -> None:
    """What is said with the note: channel, whom it concerns, and feeling."""
    item = edit.document.item_table[item_id]
    kind = ITEM_KINDS[item.kind]
    if aim.channel_id and "channel_ids" in kind.own and aim.channel_id not in item.channel_ids:
        _take(edit, set_card(edit.document, [item_id], channel_ids=(*item.channel_ids, aim.channel_id)))
    if names_people(aim) and (aim.named is not None or not aim.corrects):
        persona = whom(edit.document, aim)
        _take(edit, set_card(edit.document, [item_id], persona_ids=(persona,) if persona else ()))
    if aim.score is not None and _unsaid(aim, item) is None:
        was = edit.document.emotions.get((item_id, aim.persona_id))
        words = (was.word, was.quote) if was is not None else ("", "")
        felt = set_emotion(edit.document, item_id, aim.persona_id, score=aim.score, word=words[0], quote=words[1])
        _take(edit, felt)


def _unsaid(aim: Aim, item: Item) -> int | None:
    """The feeling that was chosen and is not said of ``item``: it waits for the next touchpoint (SC2)."""
    return None if item.kind == "touchpoint" and aim.persona_id else aim.score


# -- notes sent before -----------------------------------------------------------------------------------------------


def _go_along(edit: Edit, item_id: str, host: Item) -> None:
    """What hangs on ``host`` first of all stands with it (PL2)."""
    item = edit.document.item_table[item_id]
    first = first_target(edit.document, item_id)
    if first is not None and first.id == host.id and (item.place, item.step_id) != (host.place, host.step_id):
        follow(edit, item, host)


def _corrected(document: Document, aim: Aim, text: str) -> tuple[ChangeSet, Aim]:
    item = document.item_table[aim.corrects]
    if not text:
        return delete_cards(document, [item.id]), released(aim)
    edit = Edit(document)
    if text != item.text:
        _take(edit, set_text(edit.document, item.id, text))
    if aim.kind == PARKED:
        if item.place != "parking":
            _take(edit, move_cards(edit.document, [item.id], Listing("parking")))
    elif item.kind != aim.item_kind:
        ensure_lane(edit, aim.item_kind)
        _take(edit, change_kind(edit.document, [item.id], aim.item_kind))
    if aim.number is not None:
        host = host_of(edit.document, aim)
        if host is not None and host.kind == "touchpoint" and ITEM_KINDS[aim.item_kind].attaches:
            for other in edit.document.targets.get(item.id, ()):
                if other.id != host.id:
                    _take(edit, detach_card(edit.document, item.id, other.id))
            _take(edit, attach_cards(edit.document, [item.id], host.id))
    elif aim.kind != PARKED and (item.place == "parking" or aim.step_id != stood(aim, item)):
        lane = lane_of(edit.document, aim)
        if lane is not None and aim.step_id in edit.document.step_table:
            _take(edit, move_cards(edit.document, [item.id], Cell(lane, aim.step_id)))
    _say(edit, aim, item.id)
    now = edit.document.item_table[item.id]
    changes = edit.result(QT_TRANSLATE_NOOP("Undo", "Correct note"))
    unsaid, after = _unsaid(aim, now), released(aim)
    after = after if unsaid is None else waiting(after, unsaid)
    return changes, replace(after, host_id=now.id if now.kind == "touchpoint" else aim.host_id)


def split(document: Document, aim: Aim, left: str, right: str) -> tuple[ChangeSet, Aim]:
    """Make two notes of the one that is corrected: it keeps ``left``, a new one of its kind beside it gets ``right``;
    the line goes on with the new one.  Raises ValueError unless both halves say something and a note is corrected."""
    if not aim.corrects or not plain(left) or not right.strip():
        raise ValueError("a note is split in two halves that say something")
    edit = Edit(document)
    made = _take(edit, duplicate_cards(edit.document, [aim.corrects])).added("items")[0]
    # The copy is a note that hangs where the first one hangs; what was felt or done was said of the first one.
    edit.remove(*(r for r in edit.document.emotion_table.values() if r.touchpoint_id == made))
    edit.remove(*(r for r in edit.document.action_table.values() if r.item_id == made))
    _take(edit, set_text(edit.document, aim.corrects, plain(left)))
    _take(edit, set_text(edit.document, made, right.strip()))
    at = aim.sent.index(aim.corrects) + 1 if aim.corrects in aim.sent else len(aim.sent)
    after = replace(aim, corrects=made, named=None, sent=(*aim.sent[:at], made, *aim.sent[at:]))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Split note")), after


def merge(document: Document, aim: Aim, text: str) -> tuple[ChangeSet, Aim, int]:
    """Put what stands in the line at the end of the note sent before the one that is corrected, and let that one go:
    its links, feelings, actions and pictures pass to the other where they can.  Third is the length of the text
    before the seam, for the caret.  Nothing changes where there is no earlier note.

    :raises BadRecord: when the two texts are longer than one note may be."""
    sent = [item.id for item in sent_notes(document, aim)]
    index = sent.index(aim.corrects) if aim.corrects in sent else 0
    if index == 0:
        return ChangeSet(), aim, 0
    into, gone = document.item_table[sent[index - 1]], document.item_table[sent[index]]
    edit = Edit(document)
    for link in edit.document.link_table.values():
        if link.target_id == gone.id and link.source_id != into.id and into.kind == gone.kind:
            double = any(
                (r.source_id, r.target_id, r.kind) == (link.source_id, into.id, link.kind)
                for r in edit.document.link_table.values()
            )
            if not double:
                edit.put(link.changed(target_id=into.id))
                _go_along(edit, link.source_id, into)
    if into.kind == "touchpoint":
        for feeling in document.emotion_table.values():
            if feeling.touchpoint_id == gone.id and (into.id, feeling.persona_id) not in document.emotions:
                edit.put(feeling.changed(touchpoint_id=into.id))
    for action in document.action_table.values():
        if action.item_id == gone.id and ITEM_KINDS[into.kind].actions:
            edit.put(action.changed(item_id=into.id))
    if gone.persona_ids:
        held_by = edit.document.item_table[into.id]
        edit.put(held_by.changed(persona_ids=tuple(dict.fromkeys((*into.persona_ids, *gone.persona_ids)))))
    if gone.pictures:
        edit.put(
            edit.document.item_table[into.id].changed(pictures=tuple(dict.fromkeys((*into.pictures, *gone.pictures))))
        )
    _take(edit, delete_cards(edit.document, [gone.id]))
    whole = f"{into.text} {plain(text)}".strip()
    _take(edit, set_text(edit.document, into.id, whole))
    left = [i for i in sent if i != gone.id]
    held, _ = recall(edit.document, replace(aim, corrects=""), -len(left) + left.index(into.id))
    host_id = into.id if into.kind == "touchpoint" else aim.host_id
    held = replace(held, host_id=host_id, way_back=aim.way_back)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Merge notes")), held, len(into.text)
