"""Spreadsheets and lists on the clipboard become cards where their names say (rules CE, NM and PT)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.changes import apply
from model.commands.cards import add_cards
from model.commands.places import Cell, Listing, Target
from model.document import Document
from model.i18n import set_language
from model.importers.cells import MOST_ROWS, cells_from_html, cells_from_text, cells_on_clipboard
from model.importers.names import Names
from model.importers.tablepaste import paste_table, told
from model.importers.tables import Table, recognise
from model.invariants import violations
from model.newmap import new_map

INBOX = Listing("inbox")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def document() -> Document:
    return new_map("Kaart", "nl", ("Oriëntatie", "Koop", "Gebruik"), ("touchpoints", "emotion", "pain_points"))


class Pasted:
    """What came of a pasted table."""

    def __init__(self, before: Document, text: str, target: Target = INBOX, make: bool = False) -> None:
        table = recognise(before, cells_from_text(text))
        assert table is not None
        self.table: Table = table
        changes = paste_table(before, table, target, make)
        self.after = apply(changes, before)
        self.told = told(table, changes, self.after)
        assert violations(self.after) == []
        self.new = [self.after.item_table[i] for i in changes.added("items")]
        self.lanes = len(changes.added("lanes"))

    def where(self) -> dict[str, str]:
        """Text -> "kind in phase", or the list."""
        found = {}
        for item in self.new:
            phase = self.after.phase_of(item)
            found[item.text] = f"{item.kind} in {phase.name}" if phase is not None else f"{item.kind} {item.place}"
        return found

    def feelings(self) -> dict[str, tuple[int | None, str]]:
        items = self.after.item_table
        return {items[e.touchpoint_id].text: (e.score, e.word) for e in self.after.emotion_table.values()}


# -- cells ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ('"one\ntwo"\tb\n', (("one\ntwo", "b"),)),  # as Excel and LibreOffice quote a line end
        ('"say ""yes"""\tb', (('say "yes"', "b"),)),
        ('"quoted"\t"half', (('"quoted"', '"half'),)),  # quotes that people wrote
        ('"one\ntwo" and more\tb', (('"one', ""), ('two" and more', "b"))),
        ("\t\n\ta\t\n\t\tb\n", (("a", ""), ("", "b"))),  # empty rows and columns round it go
        ("\ufeffa\u00a0\tb", (("a", "b"),)),
    ],
)
def test_cells_of_text(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert cells_from_text(text).rows == rows


def test_cells_of_html_as_excel_word_and_google_write_it() -> None:
    html = (
        "<html><head><style>td {x: y}</style></head><body><!--StartFragment--><table><tr><th colspan=2>A &amp; B</th>"
        "<th>C</th></tr><tr><td rowspan='2'>1<br>2</td><td><p>3</p><p>4</p></td><td>5\n   6</td></tr>"
        "<tr><td>7<table><tr><td>in</td><td>side</td></tr></table></td><td>8</table>"
    )
    assert cells_from_html(html).rows == (("A & B", "", "C"), ("1\n2", "3\n4", "5 6"), ("", "7\ninside", "8"))
    assert cells_from_html("<ul><li>one<li>t&lt;w&gt;o</ul>").rows == (("one",), ("t<w>o",))
    assert cells_from_html("<script>alert(1)</script><b>x</b>").rows == (("x",),)


def test_the_text_counts_unless_it_is_missing_or_torn() -> None:
    html = "<table><tr><td>a</td><td>b<br>c</td></tr><tr><td>d</td><td>e</td></tr></table>"
    assert cells_on_clipboard("x\ty\nz\tw", html).rows == (("x", "y"), ("z", "w"))
    assert cells_on_clipboard("", html).rows == (("a", "b\nc"), ("d", "e"))
    torn = "a\tb\nc\nd\te"  # a word processor writes the line end inside a cell as one between rows
    assert cells_on_clipboard(torn, html).rows == (("a", "b\nc"), ("d", "e"))


def test_no_more_is_read_than_a_map_can_hold() -> None:
    cells = cells_from_text("a\tb\n" * (MOST_ROWS + 7))
    assert (len(cells.rows), cells.left_out) == (MOST_ROWS, 7)
    assert len(cells_from_html("<table>" + "<tr><td>a<td>b" * 6000).rows) <= MOST_ROWS
    assert cells_from_text("\t" * 1000 + "a\tb").columns == 0, "beyond the columns that are read"


@given(st.text(alphabet=st.sampled_from('ab"\t\n <>/&;td-!'), max_size=60))
def test_any_cells(text: str) -> None:
    for cells in (cells_from_text(text), cells_from_html(text), cells_on_clipboard(text, text)):
        assert len({len(row) for row in cells.rows}) <= 1
        assert all(any(row) for row in cells.rows)


# -- names ------------------------------------------------------------------------------------------------------------


def test_phases_are_known_by_name_number_and_beginning(document: Document) -> None:
    names = Names(document)
    steps = {phase.name: tuple(s.id for s in document.steps_by_phase[phase.id]) for phase in document.phases}
    for said in ("oriëntatie", "ORIENTATIE", "1. Oriëntatie", "Oriëntatiefase", "Fase 1", "1"):
        assert names.steps_of(said) == steps["Oriëntatie"], said
    for said in ("Nazorg", "9", "", "O", "fase 0"):
        assert names.steps_of(said) == (), said
    assert not names.names_phase("2"), "a number alone does not say that it means a phase"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Contactmomenten", "touchpoint"),
        ("touch-points", "touchpoint"),
        ("Pijn", "pain_point"),
        ("Frustrations", "pain_point"),
        ("Gedachten", "thought"),
        ("Klantacties", "action"),
        ("Ideeën", "solution"),
        ("Behoeften", "need"),
        ("Backstage", None),
    ],
)
def test_lanes_are_known_in_both_languages(document: Document, said: str, kind: str | None) -> None:
    assert Names(document).kind(said) == kind


# -- phases across, lanes down ----------------------------------------------------------------------------------------

GRID = (
    '\t1. Oriëntatie\tKoopfase\tNazorg\nContactmomenten\t"a\nb"\tc\td\n'
    "Emotie\t-1\tblij\t2\nPijn\tp\t\tq\nBackstage\tx\t\t"
)


def test_a_grid_goes_where_its_names_say(document: Document) -> None:
    pasted = Pasted(document, GRID)
    assert pasted.where() == {
        "a": "touchpoint in Oriëntatie",
        "b": "touchpoint in Oriëntatie",
        "c": "touchpoint in Koop",
        "p": "pain_point in Oriëntatie",
        "d": "touchpoint inbox",
        "q": "pain_point inbox",
        "x": "note inbox",
    }
    assert pasted.feelings() == {"a": (-1, ""), "c": (None, "blij"), "d": (2, "")}
    assert pasted.told == "4 notes in 2 phases; 3 in the inbox: no phase “Nazorg”, no lane “Backstage”"


def test_the_phases_that_lack_can_be_made(document: Document) -> None:
    pasted = Pasted(document, GRID, make=True)
    assert [phase.name for phase in pasted.after.phases] == ["Oriëntatie", "Koop", "Gebruik", "Nazorg"]
    assert pasted.where()["d"] == "touchpoint in Nazorg"
    assert pasted.told == "6 notes in 3 phases; 1 in the inbox: no lane “Backstage”"


def test_a_grid_turned_round_is_the_same(document: Document) -> None:
    pasted = Pasted(document, "Fase\tContactmoment\tPijnpunt\tEmotie\nKoop\tKassa\trij\t-2\n\tPin\tstuk\t1")
    assert set(pasted.where().values()) == {"touchpoint in Koop", "pain_point in Koop"}
    assert pasted.feelings() == {"Kassa": (-2, ""), "Pin": (1, "")}


def test_without_lanes_the_cards_go_to_the_lane_one_pastes_into(document: Document) -> None:
    pain = next(lane for lane in document.lanes if lane.kind == "pain_points")
    text = "Oriëntatie\tKoop\na\tb\nc\td"
    there = Pasted(document, text, Cell(pain.id, document.steps[0].id))
    assert set(there.where().values()) == {"pain_point in Oriëntatie", "pain_point in Koop"}
    assert set(Pasted(document, text).where().values()) == {"touchpoint in Oriëntatie", "touchpoint in Koop"}


def test_a_kind_without_a_lane_gets_one(document: Document) -> None:
    pasted = Pasted(document, "\tKoop\tGebruik\nKansen\tx\ty")
    assert set(pasted.where().values()) == {"opportunity in Koop", "opportunity in Gebruik"}
    assert pasted.lanes == 1


# -- one row per card -------------------------------------------------------------------------------------------------


def test_rows_say_what_there_is_to_say(document: Document) -> None:
    text = (
        "Nr\tFase\tContactmoment\tPersona\tGevoel\tKanaal\tEigenaar\tMoment van de waarheid\tDuur\tPrijs\n"
        "1\tKoop\tKassa\tAnna\t4\tWinkel, Web\tJan\tja\t2 uur\t12\n"
        "2\t3\tBellen\tBart\t1\t\t\tnee\teeuwig\t\n"
    )
    pasted = Pasted(document, text)
    till, call = pasted.new
    assert pasted.where() == {"Kassa": "touchpoint in Koop", "Bellen": "touchpoint in Gebruik"}
    assert (till.owner, till.moment_of_truth, till.duration) == ("Jan", True, 120)
    assert [pasted.after.channel_table[c].name for c in till.channel_ids] == ["Winkel", "Web"]
    assert till.description == "Prijs: 12"
    assert call.description == "Moment van de waarheid: nee\nDuur: eeuwig"
    assert pasted.feelings() == {"Kassa": (1, ""), "Bellen": (-2, "")}, "above 2: a scale of 1 to 5"
    assert {p.name for p in pasted.after.personas} == {"Anna", "Bart"}


def test_notes_name_whom_they_concern(document: Document) -> None:
    """PT11: what is no touchpoint has a place for personas; those that the map lacks are made, each once."""
    first = Pasted(document, "Soort\tTekst\tFase\tPersona\tGevoel\ncontactmoment\tKassa\tKoop\tAnna\t-1\n")
    rows = (
        "Soort\tTekst\tFase\tPersona\tGevoel\n"
        "pijnpunt\tRij\tKoop\tanna, Bart; Anna\t\n"
        "notitie\tLater\t\tBart\t\n"
        "raar\tLos\tKoop\tBart\t\n"
        "pijnpunt\tBoos\tKoop\tBart\t-2\n"
        "pijnpunt\tVan niemand\tKoop\t\t\n"
        "contactmoment\tBellen\tKoop\tBart\t\n"
    )
    pasted = Pasted(first.after, rows)
    names = {p.id: p.name for p in pasted.after.personas}
    assert list(names.values()) == ["Anna", "Bart"]
    concerned = {item.text: [names[i] for i in item.persona_ids] for item in pasted.new}
    assert concerned == {
        "Rij": ["Anna", "Bart"],
        "Later": ["Bart"],
        "Los": ["Bart"],
        "Boos": ["Bart"],
        "Van niemand": [],
        "Bellen": [],
    }
    described = {item.text: item.description for item in pasted.new if item.description}
    assert described == {"Los": "Soort: raar", "Boos": "Gevoel: -2", "Bellen": "Persona: Bart"}, "nothing said twice"


def test_rows_hang_on_each_other(document: Document) -> None:
    text = (
        "nr;type;text;phase;attach_to\n1;touchpoint;Kassa;Koop;\n2;pain_point;rij;;1\n3;kans;extra kassa;;rij\n"
        "4;oplossing;koop er een;Gebruik;3\n5;insight;los;;99\n"
    ).replace(";", "\t")
    pasted = Pasted(document, text)
    items = {item.text: item for item in pasted.new}
    links = {(r.kind, pasted.after.item_table[r.source_id].text) for r in pasted.after.link_table.values()}
    assert links == {("attach", "rij"), ("based_on", "extra kassa"), ("solves", "koop er een")}
    assert pasted.where()["rij"] == "pain_point in Koop"
    assert pasted.where()["koop er een"] == "solution in Gebruik"
    assert items["los"].place == "inbox"
    assert items["los"].description == "Belongs to: 99"


def test_unknown_kinds_and_phases_wait_in_the_inbox_and_are_named(document: Document) -> None:
    rows = [
        f"{kind}\t{n}\t{phase}" for n, (kind, phase) in enumerate([("raar", "Koop"), ("pijn", "Nergens"), ("", "")])
    ]
    pasted = Pasted(document, "\n".join(["Type\tTekst\tFase", *rows]))
    assert [item.place for item in pasted.new] == ["inbox"] * 3
    assert pasted.new[0].description == "Type: raar"
    assert pasted.told == "3 notes in the inbox: no phase “Nergens”, no lane “raar”"
    assert Pasted(document, "Type\tTekst\tFase\npijn\tx\tNergens", make=True).where() == {"x": "pain_point in Nergens"}


def test_rows_without_a_phase_go_where_one_pastes(document: Document) -> None:
    cell = Cell(document.lanes[0].id, document.steps[2].id)
    pasted = Pasted(document, "Soort\tTekst\npijnpunt\tx\ncontactmoment\ty", cell)
    assert pasted.where() == {"x": "pain_point in Gebruik", "y": "touchpoint in Gebruik"}


def test_a_title_may_stand_above_the_names(document: Document) -> None:
    pasted = Pasted(document, "Klantreis 2026\t\t\n\nSanne\t\t\n\tOriëntatie\tKoop\nContactmomenten\ta\tb\n")
    assert pasted.where()["a"] == "touchpoint in Oriëntatie"
    assert [item.text for item in pasted.after.inbox] == ["Klantreis 2026", "Sanne"]


def test_lines_with_semicolons_are_rows(document: Document) -> None:
    pasted = Pasted(document, "fase;type;tekst\nKoop;pijnpunt;rij\nGebruik;contactmoment;aanzetten\n")
    assert pasted.where() == {"rij": "pain_point in Koop", "aanzetten": "touchpoint in Gebruik"}


@pytest.mark.parametrize(
    "text", ["a;b\nc;d", "a\nb", "a\tb\nc\td", "Koffie\t3\nThee\t4", "Fase\nKoop", "Tekst\nKoop", "a\tb"]
)
def test_what_names_nothing_is_a_list(document: Document, text: str) -> None:
    assert recognise(document, cells_from_text(text)) is None


def test_a_sheet_may_have_been_written_by_this_map(document: Document) -> None:
    """A number without a table's own numbers means a card of the map."""
    cell = Cell(document.lanes[0].id, document.steps[1].id)
    document = apply(add_cards(document, "touchpoint", ["Kassa"], cell), document)
    pasted = Pasted(document, "type\ttekst\thoort bij\npijn\trij\tN1")
    assert [t.text for t in pasted.after.targets[pasted.new[0].id]] == ["Kassa"]
    assert pasted.where() == {"rij": "pain_point in Koop"}


@given(st.data())
def test_any_table_keeps_the_map_whole_and_loses_no_word(data: st.DataObject) -> None:
    known = [
        "Koop",
        "Gebruik",
        "Fase",
        "Type",
        "Tekst",
        "Gevoel",
        "Pijn",
        "Contactmoment",
        "Kanaal",
        "Bij",
        "Ernst",
        "nr",
    ]
    cell = st.one_of(st.sampled_from([*known, "", "1", "-2", "9", "a\nb", "12 %"]), st.text(max_size=3))
    width = data.draw(st.integers(2, 4))
    rows = data.draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=2, max_size=5))
    document = new_map("Kaart", "nl", ("Koop", "Gebruik"), ("touchpoints", "emotion", "pain_points"))
    quoted = ["\t".join('"' + c.replace('"', '""') + '"' if "\n" in c else c for c in row) for row in rows]
    table = recognise(document, cells_from_text("\n".join(quoted)))
    if table is None:
        return
    for make in (False, True):
        changes = paste_table(document, table, INBOX, make)
        after = apply(changes, document)
        assert violations(after) == []
        assert len(changes.added("items")) == len(table.cards)
        assert told(table, changes, after)
