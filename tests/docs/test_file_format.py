"""docs/file-format.md and docs/rules.md say what the tables of the program say."""

from __future__ import annotations

import re
from pathlib import Path

from model import evidence, invariants, journey, trace
from model.fields import COMMON, ITEM_FIELDS
from model.files.schema import file_schema
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS
from model.records import MAX_LISTED, TABLES
from model.trace import SUPPORT_RULES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def rows(page: str, heads: str) -> list[list[str]]:
    """The rows of the table with these column heads."""
    table = page[page.index(f"| {heads} |\n") :].split("\n\n", maxsplit=1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")[2:] if line]


def test_every_field_of_notes_with_the_kinds_that_show_it() -> None:
    said: dict[str, list[str]] = {}
    for names, _value, kinds in rows(PAGE, "field | value | shown by"):
        for name in re.findall(r"`(\w+)`", names):
            said[name] = kinds.split(", ")
    shown = {
        field.id: ["all"] if field.id in COMMON else [k.id for k in ITEM_KINDS.values() if field.id in k.own]
        for field in ITEM_FIELDS.values()
    }
    assert said == shown


def test_every_choice_and_limit() -> None:
    for field in ITEM_FIELDS.values():
        if field.type in ("choice", "choices"):
            assert all(f"`{choice.id}`" in PAGE for choice in field.choices), field.id
    assert f"up to {MAX_LISTED}" in PAGE


def test_every_kind_of_link_with_its_ends() -> None:
    told = {
        re.findall(r"`(\w+)`", name)[0]: ("↔" in name, tuple(ends.split(", ")), tuple(targets.split(", ")))
        for name, ends, targets, _says in rows(PAGE, "kind | from | to | says")
    }
    assert told == {kind.id: (kind.symmetric, kind.sources, kind.targets) for kind in LINK_KINDS.values()}


def test_every_table_and_value_is_named() -> None:
    for table, record in file_schema()["$defs"].items():
        section = PAGE[PAGE.index(f"**{table}**" if table != "assets" else "`assets` -") :].split("\n\n**")[0]
        if table == "items":
            section = PAGE[PAGE.index("**items**") : PAGE.index("**links**")]
        missing = [name for name in record["properties"] if f"`{name}`" not in section and f'"{name}"' not in section]
        assert set(missing) <= {"id"}, (table, missing)
    assert all(f"`{kind}`" in PAGE for kind in (*ITEM_KINDS, *LANE_KINDS))
    assert set(TABLES) == set(file_schema()["$defs"])


def test_every_rule_of_a_module_is_on_the_page_of_rules_and_the_other_way_round() -> None:
    on_page = set(re.findall(r"^\| ((?:TR|CV|BS|FL|EV)\d+) \|", RULES, re.MULTILINE))
    in_modules = {
        rule
        for module in (trace, journey, evidence)
        for rule in re.findall(r"^((?:TR|CV|BS|FL|EV)\d+) ", module.__doc__ or "", re.MULTILINE)
    }
    assert on_page == in_modules
    assert {rule.rule for rule in SUPPORT_RULES.values()} <= on_page
    last = max(int(n) for n in re.findall(r"^I(\d+) ", invariants.__doc__ or "", re.MULTILINE))
    assert f"I1 to I{last} " in RULES
