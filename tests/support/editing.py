"""A machine that edits like a room full of people: after every step all invariants hold and every way back leads back.

Rules of docs and docstrings that it holds: CH1, CH4, SE2, SE3, SE4, I1 to I12, PL2 (as I6), GR1, LK1, LK2, AC1, PI1,
TR2.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from model.carry import VIEWS
from model.changes import ChangeSet, Edit, apply, changes_to_rows, diff, invert, rows_to_changes
from model.check import check_document
from model.commands import cards, clipboard, grid, links, pictures
from model.commands.following import resettle, spot
from model.commands.places import Cell, Listing, Target, item_kind_of
from model.document import Document
from model.fields import ITEM_FIELDS, ItemField
from model.files import native
from model.ids import new_id
from model.invariants import repair, violations
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS, link_kinds_between
from model.newmap import new_map
from model.order import between
from model.overview import overview
from model.records import Asset, Lane, Link, row_to_record
from model.session import Session
from model.trace import trace_back, trace_forward

TEXTS = st.text(max_size=30)
PICK = st.integers(min_value=0, max_value=10_000)
KINDS = st.sampled_from(sorted(ITEM_KINDS))


ASSETS = [Asset(id=letter * 64, mime="image/png", w=2, h=3, base64="iVBO") for letter in "abc"]
WORDS = st.sampled_from(["", "a", "Inkoop", "x"])


def values_of(field: ItemField) -> st.SearchStrategy[Any]:
    """Values that a card may hold in a field (channels, personas and pictures are those of the map, so not here)."""
    choices = [choice.id for choice in field.choices] + ["of_a_newer_version"]
    return {
        "text": WORDS,
        "line": WORDS,
        "choice": st.sampled_from(["", *choices]),
        "choices": st.lists(st.sampled_from(choices), max_size=3, unique=True).map(tuple),
        "scale": st.none() | st.integers(field.low, field.high),
        "percent": st.none() | st.integers(0, 100),
        "duration": st.none() | st.integers(0, 100_000),
        "date": st.just("") | st.dates().map(lambda day: day.isoformat()),
        "switch": st.booleans(),
        "tags": st.lists(WORDS.filter(bool), max_size=3, unique=True).map(tuple),
    }[field.type]


_PLAIN = [field for field in ITEM_FIELDS.values() if field.type not in ("channels", "personas", "pictures")]
SAYING = st.sampled_from(_PLAIN).flatmap(lambda field: st.tuples(st.just(field.id), values_of(field)))


def pick(rows: Any, number: int) -> Any:
    """One of ``rows`` by a drawn number."""
    return rows[number % len(rows)]


def from_later(document: Document, n: int) -> ChangeSet:
    """What a program of a later version may have written: kinds and fields that this one does not know."""
    edit = Edit(document)
    number = document.info.next_number
    lane = next((lane for lane in document.lanes if lane.kind == "of_later"), None)
    if lane is None:
        lane = Lane(id=new_id("lane"), kind="of_later", order=between(document.lanes[-1].order, None))
        edit.put(lane)
    place = spot(Cell(lane.id, pick(document.steps, n).id) if n % 3 and document.steps else Listing("inbox"), "V")
    card = row_to_record(
        "items",
        {
            "id": new_id("item"),
            "kind": "of_later",
            "number": number,
            "mood": {"deep": [n, None]},
            "shades": ["a"],
            **place,
        },
    )
    edit.put(card, document.info.changed(next_number=number + 1, season="later"))
    others = sorted(document.item_table)
    if others:
        other = document.item_table[pick(others, n)]
        edit.put(other.changed(mood=[n]))
        edit.put(
            row_to_record(
                "links", {"id": new_id("link"), "kind": "of_later", "source_id": other.id, "target_id": card.id}
            )
        )
        if other.kind == "touchpoint":  # what a later kind hangs on, and what may hang on it
            edit.put(Link(id=new_id("link"), source_id=card.id, target_id=other.id))
            resettle(edit, card.id)
    return edit.result("Later")


class Editing(RuleBasedStateMachine):
    """Commands, undo, redo, save and load in any order."""

    session: Session

    @initialize(phases=st.integers(min_value=1, max_value=4), lanes=st.permutations(sorted(LANE_KINDS)), n=PICK)
    def open_map(self, phases: int, lanes: list[str], n: int) -> None:
        self.session = Session(new_map("Machine", "nl", [f"F{i}" for i in range(phases)], lanes[: 1 + n % len(lanes)]))
        self.clipboard: dict[str, Any] | None = None

    # -- helpers ---------------------------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        return self.session.document

    def target(self, number: int) -> Target:
        holding = [lane for lane in self.document.lanes if item_kind_of(lane) is not None]
        if not holding or not self.document.steps or number % 5 == 0:
            listing = pick(("inbox", "parking"), number)
            standing = self.document.listed(listing)
            return Listing(listing, pick(standing, number).id if standing and number % 2 else None)
        lane, step = pick(holding, number), pick(self.document.steps, number // 7)
        there = self.document.cell(lane.id, step.id)
        return Cell(lane.id, step.id, pick(there, number).id if there and number % 2 else None)

    def some(self, number: int) -> list[str]:
        ids = sorted(self.document.item_table)
        return [] if not ids else ids[number % len(ids) :: 1 + number % 5][:4]

    def touchpoint(self, number: int) -> str | None:
        found = sorted(i.id for i in self.document.item_table.values() if i.kind == "touchpoint")
        return pick(found, number) if found else None

    def flows(self) -> int:
        links = self.document.link_table.values()
        return sum(LINK_KINDS[link.kind].flow for link in links if link.kind in LINK_KINDS)

    def do(self, command: Any, *args: Any, **kwargs: Any) -> None:
        before = self.document
        steps = len(self.session.history.done)
        changes = self.session.run(command, *args, **kwargs)
        assert bool(changes) == (self.document is not before)
        assert len(self.session.history.done) == steps + bool(changes)
        if changes:
            assert changes.label is not None
            assert apply(invert(changes), self.document).same_content(before)
            assert apply(diff(before, self.document), before).same_content(self.document)
            assert apply(rows_to_changes(changes_to_rows(changes)), before).same_content(self.document)

    # -- cards -----------------------------------------------------------------------------------------------

    @rule(kind=KINDS, texts=st.lists(TEXTS, min_size=1, max_size=3), n=PICK)
    def add(self, kind: str, texts: list[str], n: int) -> None:
        self.do(cards.add_cards, kind, texts, self.target(n))

    @rule(n=PICK, text=TEXTS)
    def write(self, n: int, text: str) -> None:
        for item_id in self.some(n)[:1]:
            others = {k: v for k, v in self.document.item_table.items() if k != item_id}
            self.do(cards.set_text, item_id, text)
            assert {k: v for k, v in self.document.item_table.items() if k != item_id} == others

    @rule(n=PICK, m=PICK)
    def move(self, n: int, m: int) -> None:
        texts = sorted(i.text for i in self.document.item_table.values())
        self.do(cards.move_cards, self.some(n), self.target(m))
        assert sorted(i.text for i in self.document.item_table.values()) == texts

    @rule(n=PICK)
    def duplicate(self, n: int) -> None:
        if len(self.document.item_table) < 60:
            flows = self.flows()
            alone = self.some(n)[:1]
            self.do(cards.duplicate_cards, alone)
            assert self.flows() == flows
            self.do(cards.duplicate_cards, self.some(n))

    @rule(n=PICK)
    def delete(self, n: int) -> None:
        gone = set(self.some(n)[:2])
        kept = set(self.document.item_table) - gone
        self.do(cards.delete_cards, sorted(gone))
        assert set(self.document.item_table) == kept

    @rule(n=PICK, kind=KINDS)
    def change_kind(self, n: int, kind: str) -> None:
        self.do(cards.change_kind, self.some(n), kind)

    @rule(n=PICK, m=PICK)
    def attach(self, n: int, m: int) -> None:
        host = self.touchpoint(m)
        able = sorted(
            i.id for i in self.document.item_table.values() if i.kind in ITEM_KINDS and ITEM_KINDS[i.kind].attaches
        )
        if host is not None and able:
            self.do(cards.attach_cards, [pick(able, n)], host)

    @rule(n=PICK)
    def detach(self, n: int) -> None:
        links = sorted(self.document.link_table.values(), key=lambda r: r.id)
        if links:
            link = pick(links, n)
            self.do(cards.detach_card, link.source_id, link.target_id)

    @rule(n=PICK, kind=st.sampled_from(["insight", "pain_point", "opportunity", "solution"]), text=TEXTS)
    def add_attached(self, n: int, kind: str, text: str) -> None:
        host = self.touchpoint(n)
        if host is not None:
            self.do(cards.add_attached, kind, text, host)

    @rule(n=PICK, m=PICK, score=st.none() | st.integers(min_value=-2, max_value=2), word=st.sampled_from(["", "blij"]))
    def feel(self, n: int, m: int, score: int | None, word: str) -> None:
        host = self.touchpoint(n)
        if host is not None:
            self.do(cards.set_emotion, host, pick(self.document.personas, m).id, score=score, word=word)

    @rule(n=PICK, severity=st.none() | st.integers(min_value=1, max_value=5))
    def rate(self, n: int, severity: int | None) -> None:
        self.do(cards.set_card, self.some(n), severity=severity)

    @rule(n=PICK)
    def copy(self, n: int) -> None:
        self.clipboard = clipboard.copy_cards(self.document, self.some(n))

    @precondition(lambda self: self.clipboard is not None)
    @rule(n=PICK)
    def paste(self, n: int) -> None:
        if len(self.document.item_table) < 60 and self.clipboard is not None:
            count = len(self.document.item_table) + len(self.clipboard["items"])
            self.do(clipboard.paste_cards, self.clipboard, self.target(n))
            assert len(self.document.item_table) == count

    # -- frame -----------------------------------------------------------------------------------------------

    @rule(n=PICK, name=TEXTS)
    def add_to_frame(self, n: int, name: str) -> None:
        phases = self.document.phases
        if n % 4 == 0 and len(phases) < 6:
            self.do(grid.add_phase, name, pick(phases, n).id if phases and n % 2 else None)
        elif n % 4 == 1 and phases and len(self.document.steps) < 12:
            self.do(grid.add_step, pick(phases, n).id, name)
        elif n % 4 == 2 and len(self.document.lanes) < 12:
            self.do(grid.add_lane, pick(sorted(LANE_KINDS), n), name)
        else:
            self.do(grid.add_persona, name)

    @rule(n=PICK)
    def remove_from_frame(self, n: int) -> None:
        texts = sorted(i.text for i in self.document.item_table.values())
        document = self.document
        if n % 4 == 0 and document.phases:
            self.do(grid.remove_phase, pick(document.phases, n).id)
        elif n % 4 == 1 and document.lanes:
            self.do(grid.remove_lane, pick(document.lanes, n).id)
        elif n % 4 == 2:
            several = [s for s in document.steps if len(document.steps_by_phase[s.phase_id]) > 1]
            if several:
                self.do(grid.remove_step, pick(several, n).id)
        else:
            self.do(grid.remove_persona, pick(document.personas, n).id)
        assert sorted(i.text for i in self.document.item_table.values()) == texts

    @rule(n=PICK, m=PICK, table=st.sampled_from(["phases", "lanes", "personas", "steps"]))
    def reorder(self, n: int, m: int, table: str) -> None:
        rows = getattr(self.document, table)
        if rows:
            record = pick(rows, n)
            among = rows if table != "steps" else self.document.steps_by_phase[record.phase_id]
            before = pick([*(r.id for r in among), None], m)
            self.do(grid.reorder, table, record.id, before)

    @rule(n=PICK, name=TEXTS, alignment=st.sampled_from(["step", "phase"]))
    def change_lane(self, n: int, name: str, alignment: str) -> None:
        if self.document.lanes:
            self.do(grid.set_fields, "lanes", pick(self.document.lanes, n).id, name=name, alignment=alignment)

    @rule(n=PICK, name=TEXTS)
    def channels(self, n: int, name: str) -> None:
        if n % 3 and len(self.document.channels) < 6:
            self.do(grid.add_channel, name)
        elif self.document.channels:
            self.do(grid.remove_channel, pick(self.document.channels, n).id)

    @rule(n=PICK, m=PICK)
    def use_channel(self, n: int, m: int) -> None:
        host = self.touchpoint(n)
        if host is not None and self.document.channels:
            self.do(cards.set_card, [host], channel_ids=(pick(self.document.channels, m).id,))

    @rule(n=PICK, m=PICK)
    def name_a_persona(self, n: int, m: int) -> None:
        if self.document.item_table:
            item = pick(tuple(self.document.item_table.values()), n)
            self.do(cards.set_card, [item.id], persona_ids=(pick(self.document.personas, m).id,))

    # -- time ------------------------------------------------------------------------------------------------

    # -- what is said of cards, links, actions, pictures -------------------------------------------------------

    @rule(n=PICK, said=SAYING)
    def say(self, n: int, said: tuple[str, Any]) -> None:
        field, value = said
        ids = self.some(n)
        self.do(cards.set_card, ids, **{field: value})
        assert all(getattr(self.document.item_table[i], field) == value for i in ids)

    @rule(n=PICK, m=PICK, aimed=st.none() | st.integers(-2, 2))
    def aim(self, n: int, m: int, aimed: int | None) -> None:
        host = self.touchpoint(n)
        if host is not None:
            persona = pick(self.document.personas, m).id
            was = self.document.emotions.get((host, persona))
            self.do(cards.set_aimed, host, persona, aimed)
            now = self.document.emotions.get((host, persona))
            assert (now.aimed if now else None) == aimed
            assert (now.score if now else None) == (was.score if was else None)

    @rule(n=PICK, m=PICK, which=PICK)
    def link(self, n: int, m: int, which: int) -> None:
        ids = sorted(self.document.item_table)
        if len(ids) < 2:
            return
        table = self.document.item_table
        pairs = [(a, b) for a in ids for b in ids if a != b and link_kinds_between(table[a].kind, table[b].kind)]
        if not pairs:
            return
        source, target = pick(pairs, n * 10_007 + m)
        kind, _ = pick(link_kinds_between(table[source].kind, table[target].kind), which)
        assert links.usual_kind(self.document, source, target) in LINK_KINDS
        before = len(self.document.link_table)
        self.do(links.link_cards, kind.id, [source], target)
        assert len(self.document.link_table) - before in (0, 1)
        self.do(links.link_cards, kind.id, [source], target)
        assert len(self.document.link_table) - before in (0, 1)

    @rule(n=PICK, m=PICK, text=TEXTS, what=st.sampled_from(["text", "kind", "pains", "turn", "remove"]))
    def change_link(self, n: int, m: int, text: str, what: str) -> None:
        found = sorted(self.document.link_table)
        if not found:
            return
        link = self.document.link_table[pick(found, n)]
        if what == "remove":
            self.do(links.unlink, [link.id])
            assert link.id not in self.document.link_table
        elif what == "text":
            self.do(links.set_link, link.id, text=text)
        elif link.kind in LINK_KINDS and LINK_KINDS[link.kind].flow:
            paths = [kind.id for kind in LINK_KINDS.values() if kind.flow]
            pains = sorted(i.id for i in self.document.item_table.values() if i.kind == "pain_point")
            if what == "kind":
                self.do(links.set_link, link.id, kind=pick(paths, m))
            elif what == "pains":
                self.do(links.set_link, link.id, pain_point_ids=tuple(pains[: m % 3]))
            else:
                self.do(links.reverse_link, link.id)

    @rule(n=PICK, m=PICK, text=TEXTS, what=st.sampled_from(["add", "add", "set", "move", "remove"]))
    def act(self, n: int, m: int, text: str, what: str) -> None:
        owners, actions = sorted(self.document.item_table), sorted(self.document.action_table)
        if what == "add" and owners:
            before = [r.id for r in self.document.actions_of.get(pick(owners, n), ())]
            self.do(
                links.add_action, pick(owners, n), text, pick(before, m) if before and m % 2 else None, due="2026-03-01"
            )
        elif actions and what == "set":
            self.do(links.set_actions, [pick(actions, n)], text=text, status="doing")
        elif actions and what == "move":
            self.do(links.move_action, pick(actions, n), pick(owners, m))
        elif actions and what == "remove":
            self.do(links.remove_actions, [pick(actions, n)])

    @rule(n=PICK, m=PICK, what=st.sampled_from(["add", "remove", "portrait", "no portrait", "logo", "no logo"]))
    def picture(self, n: int, m: int, what: str) -> None:
        ids = sorted(self.document.item_table)
        persona = pick(self.document.personas, n).id
        if what == "portrait":
            self.do(pictures.set_portrait, persona, pick(ASSETS, m))
        elif what == "no portrait":
            self.do(pictures.set_portrait, persona, None)
        elif what == "logo":
            self.do(pictures.set_logo, pick(ASSETS, m))
        elif what == "no logo":
            self.do(pictures.set_logo, None)
        elif ids and what == "add":
            self.do(pictures.add_pictures, pick(ids, n), [pick(ASSETS, m), ASSETS[0]])
        elif ids:
            card = self.document.item_table[pick(ids, n)]
            if card.pictures:
                self.do(pictures.remove_picture, card.id, pick(card.pictures, m))

    @rule(n=PICK, m=PICK)
    def loop_phases(self, n: int, m: int) -> None:
        if len(self.document.phases) > 1:
            phase, other = pick(self.document.phases, n), pick(self.document.phases, n + 1 + m % 2)
            if phase is not other:
                self.do(grid.set_fields, "phases", phase.id, loop_to=other.id if m % 3 else None)

    @rule(n=PICK)
    def open_what_is_of_later(self, n: int) -> None:
        if self.document.lanes:
            self.do(from_later, n)

    @rule(n=PICK)
    def follow_check_and_tell(self, n: int) -> None:
        found = {finding.rule for finding in check_document(self.document)}
        assert not {rule for rule in found if rule.startswith("I")}
        assert set(overview(self.document, 1)["kinds"]) >= set(ITEM_KINDS)
        ids = sorted(self.document.item_table)
        if ids:
            begin = pick(ids, n)
            for _, row in trace_forward(self.document, begin).walk():
                assert begin in {back.item.id for _, back in trace_back(self.document, row.item.id).walk()}

    @rule(n=st.integers(min_value=1, max_value=4))
    def undo_and_redo(self, n: int) -> None:
        before = self.document
        done = 0
        while done < n and self.session.undo():
            done += 1
        for _ in range(done):
            assert self.session.redo()
        assert self.document.same_content(before)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def save_and_load(self) -> None:
        stamp = {"program": "test"}
        data = native.dumps(self.document, saved_by=stamp)
        loaded, report = native.loads(data)
        assert not report.problems
        assert loaded.same_content(self.document)
        assert native.dumps(loaded, saved_by=stamp) == data

    @invariant()
    def everything_holds(self) -> None:
        if hasattr(self, "session"):
            assert violations(self.document) == []
            assert not repair(self.document)
            shown = {i for item in self.document.item_table.values() for i in item.pictures}
            anew = Document(self.document.tables)
            for view in VIEWS:  # asked for here, so that the next document carries them on
                assert getattr(self.document, view) == getattr(anew, view), view
            shown |= {r.portrait for r in self.document.personas if r.portrait}
            shown |= {self.document.info.logo} if self.document.info.logo else set()
            assert shown == set(self.document.asset_table)
