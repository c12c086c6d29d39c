"""A kind of card with fields, a lane and a link of its own is a matter of tables: no other module knows of it.

docs/architecture.md ("How to add an item kind") shows the same registration.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from jsonschema import Draft202012Validator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.cli import main
from model.changes import ChangeSet, apply
from model.check import check_document
from model.commands import cards, grid, links
from model.commands.places import Cell
from model.details import details
from model.document import Document
from model.draw.card_painter import paint_card
from model.evidence import share_of_map
from model.export.base import EXPORTERS, ExportOptions, make_export
from model.fields import ITEM_FIELDS
from model.files.native import dumps, loads, save
from model.files.schema import file_schema
from model.i18n import set_language, speaking
from model.kinds import ITEM_KINDS, ItemKind, link_kinds_between
from model.layout.arrange import lay_out
from model.layout.cards import UNKNOWN_TOKEN
from model.newmap import new_map
from model.trace import trace_back, unsupported
from new_kind import TABLES, added_kind, kept_tables
from panel_room import Room
from widgets.canvas.plus_menu import plus_menu
from widgets.look.theme import install
from widgets.panels.card_menu import fill_card_menu
from widgets.panels.field_editors import ChoiceEditor, FieldEditor
from widgets.panels.inspector_card import CardPage
from widgets.panels.page import Tools

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def prop() -> Iterator[ItemKind]:
    with added_kind() as kind:
        yield kind


class Map:
    """A small map, edited by commands."""

    def __init__(self) -> None:
        self.document = new_map("Shoes", "en", ["Buy", "Use"], ["touchpoints", "insights", "props"])
        lanes = {lane.kind: lane.id for lane in self.document.lanes}
        self.buy, self.use = self.document.steps
        self.till = self.do(
            cards.add_cards(self.document, "touchpoint", ["Till"], Cell(lanes["touchpoints"], self.buy.id))
        ).added("items")[0]
        self.bag = self.do(cards.add_attached(self.document, "prop", "Paper bag", self.till)).added("items")[0]
        self.fields = {"material": "paper", "wording": "Thank you", "sizes": ("S", "XL"), "weight": 2, "owner": "Kees"}
        self.do(cards.set_card(self.document, [self.bag], **self.fields))
        insight = cards.add_attached(self.document, "insight", "People keep the bag", self.till)
        self.insight = self.do(insight).added("items")[0]
        self.do(links.link_cards(self.document, "shows", [self.bag], self.insight))

    def do(self, changes: ChangeSet) -> ChangeSet:
        """Apply a command's result."""
        self.document = apply(changes, self.document)
        return changes


@pytest.fixture
def made(prop: ItemKind) -> Map:
    return Map()


def test_commands_place_it_in_its_lane_hang_it_on_touchpoints_and_link_it(made: Map) -> None:
    bag = made.document.item_table[made.bag]
    lane = made.document.lane_table[bag.lane_id or ""]
    assert (bag.kind, lane.kind, bag.step_id) == ("prop", "props", made.buy.id)
    assert made.document.attachments[made.till][0].id in (made.bag, made.insight)
    assert [kind.id for kind, _ in link_kinds_between("prop", "insight")] == ["shows"]
    with pytest.raises(ValueError):
        links.link_cards(made.document, "shows", [made.insight], made.till)


def test_a_lane_is_added_for_it_and_a_card_becomes_one_and_back(prop: ItemKind) -> None:
    document = new_map("Shoes", "en", ["Buy"], ["touchpoints"])
    lane = document.lanes[0]
    document = apply(cards.add_cards(document, "touchpoint", ["Bag"], Cell(lane.id, document.steps[0].id)), document)
    document = apply(grid.add_lane(document, "props"), document)
    changed = apply(cards.change_kind(document, [document.placed[0].id], "prop"), document)
    assert changed.lane_table[changed.placed[0].lane_id or ""].kind == "props"
    assert changed.placed[0].kind == "prop"


def test_it_is_laid_out_painted_and_printed(made: Map) -> None:
    layout = lay_out(made.document)
    assert layout.cards[made.bag].h > 10
    with speaking("en"):
        data = make_export(EXPORTERS["pdf"], made.document, ExportOptions(lang="en")).data
    text = _pdf_text(data)
    assert "Paper bag" in text
    assert "Things in hand" in text  # the lane's name, and the legend's


def _pdf_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())


def test_the_workbook_has_its_fields_and_links(made: Map) -> None:
    data = make_export(EXPORTERS["xlsx"], made.document, ExportOptions(lang="en")).data
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    cells = {str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    assert {"Material", "Wording", "Sizes", "Weight"} <= cells
    assert {"Thing in hand", "Paper bag", "Paper", "Thank you"} <= cells
    assert any("XL" in cell for cell in cells)
    assert any("shows" in cell.lower() for cell in cells)


def test_info_tells_everything_of_it(made: Map) -> None:
    held = details(made.document)
    item = next(item for item in held["items"] if item["id"] == made.bag)
    assert {key: item[key] for key in made.fields} == {**made.fields, "sizes": ["S", "XL"]}
    assert held["kinds"]["prop"] == 1
    assert {link["kind"] for link in held["links"] if link["source"] == made.bag} == {"attach", "shows"}
    assert share_of_map(made.document).total == 3  # touchpoint, insight, thing in hand


def test_the_check_knows_its_fields(made: Map) -> None:
    def rules(document: Document) -> set[str]:
        with speaking("en"):
            return {f"{f.rule} {f.text}" for f in check_document(document) if f.id == made.bag}

    assert rules(made.document) == set()
    broken = apply(cards.set_card(made.document, [made.bag], material="glass", wording="\U00012000"), made.document)
    assert {rule.split()[0] for rule in rules(broken)} == {"K3", "K12"}
    unusable = made.document.item_table[made.bag].changed(weight=17, sizes="XL")
    found = rules(made.document.with_changes([("items", made.bag, unusable)]))
    assert found == {"K16 What is written there cannot be used: Sizes, Weight."}
    elsewhere = apply(cards.set_card(made.document, [made.till], material="paper"), made.document)
    assert [f.rule for f in check_document(elsewhere) if f.id == made.till and f.level == "warning"] == ["K13"]


def test_it_is_traced_and_its_support_is_asked_for(made: Map) -> None:
    assert [row.id for _, row in trace_back(made.document, made.bag).walk()] == [
        made.bag,
        made.till,
        made.insight,
        made.till,
    ]
    assert unsupported(made.document) == ()
    lone = apply(links.unlink(made.document, [r.id for r in made.document.links_from[made.bag]]), made.document)
    assert [(each.rule, each.item.id) for each in unsupported(lone)] == [("TR12", made.bag)]


def test_the_schema_describes_it_and_the_file_fits(made: Map) -> None:
    schema = file_schema()
    values = schema["$defs"]["items"]["properties"]
    assert "prop" in [choice["id"] for choice in values["kind"]["x-choices"]]
    assert values["material"]["x-choices"] == [{"id": "paper", "name": "Paper"}, {"id": "cloth", "name": "Cloth"}]
    assert values["material"]["x-kinds"] == ["prop"]
    assert values["owner"]["x-kinds"] == ["touchpoint", "solution", "prop"]
    import json

    file = json.loads(dumps(made.document))
    assert list(Draft202012Validator(schema).iter_errors(file)) == []
    next(row for row in file["items"] if row["id"] == made.bag)["weight"] = 17
    assert list(Draft202012Validator(schema).iter_errors(file))


def test_it_is_saved_and_read_and_survives_a_program_without_it(made: Map, tmp_path: Path) -> None:
    written = dumps(made.document)
    again, report = loads(written)
    assert again.same_content(made.document) and not report.serious
    assert dumps(again, saved_by=report.saved_by) == written


def test_a_program_without_it_keeps_it_and_shows_a_plain_card(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with added_kind():
        made = Map()
        path = tmp_path / "later.journey"
        save(made.document, path)
        written = path.read_bytes()
    assert "prop" not in ITEM_KINDS and "material" not in ITEM_FIELDS
    document, report = loads(written)
    assert not report.serious
    assert dumps(document, saved_by=report.saved_by) == written
    bag = document.item_table[made.bag]
    assert (bag.kind, bag.extra) == (
        "prop",
        {"material": "paper", "wording": "Thank you", "sizes": ["S", "XL"], "weight": 2},
    )
    moved = apply(
        cards.move_cards(document, [made.till], Cell(document.placed[0].lane_id or "", made.use.id)), document
    )
    assert moved.item_table[made.bag].extra == bag.extra
    shown = lay_out(document).cards[made.bag]
    assert shown.h > 10
    assert f"note.{UNKNOWN_TOKEN}." in repr(paint_card(shown, document))
    data = make_export(EXPORTERS["pdf"], document, ExportOptions(lang="en")).data
    assert "Paper bag" in _pdf_text(data)
    assert main(["check", str(path), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    for what in ("kind of note “prop”", "kind of lane “props”", "kind of link “shows”"):
        assert what in out
    with added_kind():
        assert loads(dumps(document))[0].same_content(made.document)


# -- the editor -------------------------------------------------------------------------------------------------


@pytest.fixture
def room(qtbot: QtBot, made: Map) -> Iterator[Room]:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install(app, "light")
    set_language("en")
    found = Room(qtbot, made.document)
    yield found
    found.close()


def test_the_inspector_shows_and_changes_its_fields(room: Room, made: Map) -> None:
    room.choose("Paper bag")
    assert isinstance(room.inspector.page, CardPage)
    words = {label.text() for label in room.inspector.page.findChildren(QLabel) if label.isVisible()}
    assert {"Material", "Wording", "Sizes", "Weight", "Owner"} <= words
    editors = {editor.field.id: editor for editor in room.inspector.page.findChildren(FieldEditor)}
    wording, material = editors["wording"].target(), editors["material"]
    assert isinstance(material, ChoiceEditor)
    room.retype(wording, "Sale!")
    with room.one_step():
        room.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with room.one_step():
        room.click(material.control.button("cloth"))
    bag = room.document.item_table[made.bag]
    assert bag.extra == {"material": "cloth", "wording": "Sale!", "sizes": ["S", "XL"], "weight": 2}
    assert loads(dumps(room.document))[0].same_content(room.document)


def test_menus_offer_it(room: Room) -> None:
    room.choose("Till")
    assert "prop" in [action.data() for action in plus_menu(room.editor).actions()]
    menu = fill_card_menu(room.window, Tools(room.bridge, room.selection, room.editor, lambda _id: None))
    kinds = next(action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu))
    assert isinstance(kinds, QMenu)
    assert "prop" in [action.data() for action in kinds.actions()]


# -- the guide --------------------------------------------------------------------------------------------------


def test_the_guide_shows_this_very_registration() -> None:
    guide = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (example,) = [block for block in re.findall(r"```python\n(.*?)```", guide, re.DOTALL) if "register_" in block]

    def rows() -> list[object]:
        """What is registered beyond what the program has."""
        return [
            {key: row for key, row in table.items() if key not in old} for table, old in zip(TABLES, had, strict=True)
        ]

    had = [set(table) for table in TABLES]
    with added_kind():
        wanted = rows()
    with kept_tables():
        exec(compile(example, "architecture.md", "exec"), {})  # noqa: S102 - our own guide
        assert rows() == wanted
    assert rows() == [{}, {}, {}, {}, {}]
