"""What is read rather than hung: parking lot, a handout for each phase, pain points by severity, actions."""

from __future__ import annotations

from model.actionlist import action_lines
from model.document import Document, card_number
from model.draw import marks
from model.draw.actionsheet import compose_action_sheets
from model.draw.displaylist import Group
from model.export.kit.heads import lane_name
from model.export.kit.ink import LINE_OF_EM, SOFT, Ink, K, broken, em
from model.export.kit.report import SIDE, Cell, Report, Signs
from model.export.kit.sheet import Composed, Kit, KitPage, Mark
from model.fields import ITEM_FIELDS, says, shown, value_of
from model.i18n import QT_TRANSLATE_NOOP, number, translate
from model.personas import persona_name
from model.records import Item, Phase
from model.scale import score_text
from model.trace import standing

STANDINGS = {
    "nothing": QT_TRANSLATE_NOOP("Kit", "nothing yet"),
    "opportunity": QT_TRANSLATE_NOOP("Kit", "an opportunity"),
    "solution": QT_TRANSLATE_NOOP("Kit", "a solution, without an action"),
    "planned": QT_TRANSLATE_NOOP("Kit", "planned"),
    "doing": QT_TRANSLATE_NOOP("Kit", "in progress"),
    "done": QT_TRANSLATE_NOOP("Kit", "done"),
}
"""How far the answers to a pain point came (TR10)."""
_SIGN = 4.6
_NUMBER = 13.0
_FACE = 6.8
_MOST_BESIDE = 120.0
"""mm of a touchpoint and its faces that stand together; a longer text has them below its end."""


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def or_none(text: str) -> str:
    """A note's text, or a word where it has none."""
    return flat(text) or translate("Kit", "(no text yet)")


# -- the parking lot -----------------------------------------------------------------------------------------------


def parking_pages(kit: Kit) -> Composed:
    """The notes that were parked, and lines to write on."""
    name = translate("Kit", "Parking lot")
    report = Report(kit, name)
    report.title(name, translate("Kit", "What matters, but not here and not now. We come back to it."))
    for item in kit.document.parking:
        report.row(
            [
                Cell(card_number(item), 9, _NUMBER, 4.4, 700),
                Cell(or_none(item.text), 9 + _NUMBER, report.room - 9 - _NUMBER, 4.6, lang=kit.map_lang),
            ],
            source_id=item.id,
            signs=_letter(item.kind),
            least=_SIGN,
        )
    report.y += 2
    report.writing(60.0, 14.0)
    return report.finish()


def _letter(kind: str, x: float = 0.0) -> Signs:
    """The letter and pattern of a kind of note."""

    def draw(ink: Ink, left: float, top: float) -> None:
        ink.sign(kind, left + x, top + 0.3, _SIGN)

    return draw


# -- pain points ---------------------------------------------------------------------------------------------------


def pain_points(document: Document) -> list[Item]:
    """The pain points on the map and in the inbox, the most severe first, those without a severity last."""
    cards = [item for item in (*document.placed, *document.inbox) if item.kind == "pain_point"]
    return sorted(cards, key=lambda item: -(item.severity or 0))


def pain_pages(kit: Kit) -> Composed:
    """The pain points by severity: where each stands, why it happens, and what is done about it."""
    document = kit.document
    name = translate("Kit", "Pain points by severity")
    report = Report(kit, name)
    cards = pain_points(document)
    report.title(name, f"{kit.title}\n" + translate("Kit", "%n pain point(s)", n=len(cards)))
    last: int | None = -1
    for item in cards:
        if item.severity != last:
            last = item.severity
            words = translate("Kit", "Severity {number} of 5").format(number=number(last)) if last else ""
            report.heading(words or translate("Kit", "Severity not said yet"))
        left = 12 + _NUMBER
        wide = report.room - left - 52
        below = [
            f"{field.title}: {flat(shown(field, value_of(item, field)))}"
            for field in (ITEM_FIELDS["cause"], ITEM_FIELDS["reach"])
            if says(item, field)
        ]
        where = _where(kit, item)
        about = translate("Kit", "Done about it: {what}").format(
            what=translate("Kit", STANDINGS[standing(document, item.id)])
        )
        report.row(
            [
                Cell(card_number(item), 12, _NUMBER, 4.2, 700, down=0.2),
                (
                    Cell(or_none(item.text), left, wide, 4.6, 600, lang=kit.map_lang),
                    Cell("\n".join(below), left, wide, 3.8, color=SOFT, lang=kit.map_lang, down=0.6),
                ),
                Cell("\n".join(filter(None, (where, about))), left + wide + 4, 48, 3.6, color=SOFT, lang=kit.map_lang),
            ],
            source_id=item.id,
            signs=_severity(item),
            least=6,
        )
    return report.finish()


def _severity(item: Item) -> Signs:
    """Severity as bars, as on the map."""

    def draw(ink: Ink, left: float, top: float) -> None:
        ops = marks.severity_ops(item.severity or 0, "note.pain.edge", 0.36 * K)
        ink.ops.append(Group(ops, left * K, (top + 0.8) * K))

    return draw


def _where(kit: Kit, item: Item) -> str:
    """The phase of a note and the touchpoints on which it hangs."""
    document = kit.document
    phase = document.phase_of(item)
    found = []
    if phase is not None:
        order = number(document.phases.index(phase) + 1)
        found.append(f"{order} {flat(phase.name)}".strip())
    for target in document.targets.get(item.id, ()):
        found.append(f"{card_number(target)} {flat(target.text)}".strip())
    return "\n".join(found)


# -- handouts ------------------------------------------------------------------------------------------------------


def handed_out(document: Document) -> list[Phase]:
    """The phases with a note: those that have a handout."""
    full = {phase.id for item in document.placed if (phase := document.phase_of(item)) is not None}
    return [phase for phase in document.phases if phase.id in full]


def handout_pages(kit: Kit) -> Composed:
    """For each phase its touchpoints with all that hangs on them, then its other notes, and lines to write on."""
    document = kit.document
    report = Report(kit, translate("Kit", "Handouts"))
    for index, phase in enumerate(handed_out(document)):
        if index:
            report.new_page()
        order = document.phases.index(phase) + 1
        title = f"{number(order)} {flat(phase.name)}".strip()
        report.title(title, kit.title, mark=True, source_id=phase.id)
        if phase.prompt.strip():
            report.paragraph(phase.prompt.strip(), 4.8, italic=True)
            report.y += 1
        cards = [item for item in document.placed if document.phase_of(item) == phase]
        told: set[str] = set()
        touchpoints = [item for item in cards if item.kind == "touchpoint"]
        if touchpoints:
            report.heading(translate("Kit", "Touchpoints, with what hangs on them"))
        for item in touchpoints:
            _touchpoint(report, kit, item, told)
        for lane in document.lanes:
            rest = [item for item in cards if item.lane_id == lane.id and item.id not in told]
            if rest:
                report.heading(lane_name(lane))
            for item in rest:
                _note(report, kit, item, 0.0)
        report.y += 3
        report.writing(34.0, 10.0, translate("Kit", "Your notes"))
    return report.finish()


def _touchpoint(report: Report, kit: Kit, item: Item, told: set[str]) -> None:
    document = kit.document
    told.add(item.id)
    left = 9 + _NUMBER
    wide = report.room - left - 56
    channels = [document.channel_table[c].name.strip() for c in item.channel_ids if c in document.channel_table]
    words = [", ".join(filter(None, channels))]
    if item.moment_of_truth:
        words.append(ITEM_FIELDS["moment_of_truth"].title)
    felt = [
        (place, persona, emotion)
        for place, persona in enumerate(document.personas)
        if (emotion := document.emotions.get((item.id, persona.id))) is not None
    ]
    said = []
    for _place, persona, emotion in felt:
        parts = [persona_name(persona)]
        if emotion.score is not None:
            parts.append(score_text(emotion.score, document.info.emotion_scale))
        parts += filter(None, (flat(emotion.word), flat(emotion.quote)))
        said.append(" ".join(parts))
    scores = [(place, e.score) for place, _persona, e in felt if e.score is not None]
    high = len(broken(or_none(item.text), em(4.6, 600), wide, kit.map_lang)) * 4.6 * LINE_OF_EM
    across = max(1, int(wide / _FACE))
    deep = -(-len(scores) // across) * _FACE

    beside = high + deep <= _MOST_BESIDE

    def faces(ink: Ink, x: float, y: float) -> None:
        for i, (place, score) in enumerate(scores):
            row, column = divmod(i, across)
            ink.face(score, place, x + left + column * _FACE, y + 0.8 + row * _FACE, _FACE - 1.4)

    def signs(ink: Ink, x: float, y: float) -> None:
        _letter(item.kind)(ink, x, y)
        if beside:
            faces(ink, x, y + high)

    report.row(
        [
            Cell(card_number(item), 9, _NUMBER, 4.2, 700, down=0.2),
            Cell(or_none(item.text), left, wide, 4.6, 600, lang=kit.map_lang),
            Cell("\n".join([*filter(None, words), *said]), left + wide + 4, 52, 3.6, color=SOFT, lang=kit.map_lang),
        ],
        source_id=item.id,
        signs=signs,
        least=high + deep if beside else _SIGN,
        rule=False,
        gap=1.1,
    )
    if scores and not beside:
        report.row([], signs=faces, least=deep, rule=False, gap=0.5)
    for hanging in document.attachments.get(item.id, ()):
        told.add(hanging.id)
        _note(report, kit, hanging, 9 + _NUMBER)
    report.page.line(SIDE, report.y + 0.5, SIDE + report.room, report.y + 0.5, "line.hair", 0.25)
    report.y += 1.2


def _note(report: Report, kit: Kit, item: Item, indent: float) -> None:
    """A note on a row of its own, ``indent`` mm from the left."""
    left = indent + 9 + _NUMBER
    text = or_none(item.text)
    if item.kind == "pain_point" and item.severity:
        text += f" ({ITEM_FIELDS['severity'].title.lower()} {number(item.severity)})"
    report.row(
        [
            Cell(card_number(item), indent + 9, _NUMBER, 3.8, 600, down=0.3),
            Cell(text, left, report.room - left, 4.2, lang=kit.map_lang),
        ],
        source_id=item.id,
        signs=_letter(item.kind, indent),
        least=_SIGN,
        rule=False,
        gap=0.9,
    )


# -- actions -------------------------------------------------------------------------------------------------------


def has_actions(document: Document) -> bool:
    """Whether the map has any action."""
    return bool(action_lines(document))


def action_pages(kit: Kit) -> Composed:
    """The list of actions, as it is printed by itself (rules AS1 to AS4)."""
    width, height = min(kit.sheet), max(kit.sheet)
    sheets = compose_action_sheets(kit.document, width, height, lang=kit.lang, day=kit.day)
    pages = []
    for page, (ops, frame) in enumerate(zip(sheets.pages, sheets.frames, strict=True)):
        found = tuple(Mark(mark.title, mark.y / K) for mark in sheets.marks if mark.page == page)
        pages.append(KitPage(width, height, ops, frame, marks=found))
    return Composed(tuple(pages))
