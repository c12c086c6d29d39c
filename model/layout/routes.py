"""The ways of links over the map: straight up, down and to the side, in the gutters, never over a card or a text.

Between two columns of cards there is an upright gutter, at the edge between two lanes a level one.  A way leaves a card
at its side, runs in upright and level gutters by turns, and ends at the side of the other card.

RT1  Of the ways that cross no text the shortest is taken; of equal ones the one that turns where less is drawn yet.
RT2  Links of one kind that share a card leave it at one place and share their way as far as it is the same: a tree
     that can be read, because each branch leads to that card.
RT3  In a gutter each way has a track of its own, in the order in which the fewest of them cross.  Where there are
     more ways than tracks, some share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from heapq import heappop, heappush
from itertools import pairwise

from model.layout import metrics as px
from model.layout.boxes import CardBox, CurveLabel
from model.layout.maplayout import MapLayout
from model.values import dataclass

PITCH = 3.5
"""px between two tracks of a gutter."""
CLEAR = 2.5
"""px from the middle of a line to a card or a text."""
PORT_INSET, PORT_PITCH = 7.0, 8.0
"""px from the corner of a card to the first place where a line may leave it, and between two such places."""
_BEND = 8.0
_CROWD = 24.0
_STAR = 100.0
"""What it costs to run under the star of a moment of truth, which stands in the gutter above its card."""
_EPSILON = 0.01

Point = tuple[float, float]
Span = tuple[float, float]
End = tuple[float, int]
"""Where a way leaves a gutter, and to which side: -1 to the left or up, +1 to the right or down."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A link to be drawn: from card to card; ``flow`` whether it is a path (these keep to the right)."""

    id: str
    kind: str
    source: CardBox
    target: CardBox
    flow: bool


class Ground:
    """The gutters of a laid out map.

    ``uprights`` are the gutters between the columns, from the left edge to the right one, each as (left, right) px;
    ``levels`` those at the edges of the lanes, from below the headers to the bottom, each as (top, bottom).
    ``texts`` are the rectangles (x, y, w, h) of texts that stand on the map outside of cards; ``starred`` the (level,
    column) where a star stands in a level gutter.
    """

    def __init__(self, layout: MapLayout) -> None:
        columns, lanes = list(layout.steps.values()), list(layout.lanes.values())
        self.column = {box.id: i for i, box in enumerate(columns)}
        self.lane = {box.id: i for i, box in enumerate(lanes)}
        edges = [layout.header_width]
        for box in columns:
            side = (box.w - px.CARD_W) / 2
            edges += [box.x + side, box.right - side]
        edges.append(layout.width)
        self.uprights: list[Span] = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        self.lane_edges = [layout.header_height, *(box.bottom for box in lanes)]
        # Labels of a curve stand close to the edges of their lane, cards do not.
        bare = [box.kind == "emotion" for box in lanes]
        self.levels: list[Span] = []
        for i, y in enumerate(self.lane_edges):
            above = 0.0 if i == 0 or bare[i - 1] else px.CELL_PAD
            below = 0.0 if i == len(lanes) or bare[i] else px.CELL_PAD
            self.levels.append((y - above, y + below))
        self.starred = {(self.lane[lane_id], self.column[step_id]) for lane_id, step_id in starred_cells(layout)}
        self.texts = texts_of(layout)
        self.blocked = self._blocked()

    def _blocked(self) -> frozenset[tuple[int, int]]:
        """(upright gutter, lane) where a text stands in the way."""
        found = set()
        for x, y, w, h in self.texts:
            for g, (left, right) in enumerate(self.uprights):
                if x < right and left < x + w:
                    for i in range(len(self.lane_edges) - 1):
                        if y < self.lane_edges[i + 1] and self.lane_edges[i] < y + h:
                            found.add((g, i))
        return frozenset(found)

    def passes(self, gutter: int, low: int, high: int) -> bool:
        """Whether nothing stands in an upright gutter in the lanes from ``low`` up to but not with ``high``."""
        blocked = self.blocked
        return not blocked or all((gutter, lane) not in blocked for lane in range(low, high))


def starred_cells(layout: MapLayout) -> tuple[tuple[str, str], ...]:
    """(lane, step) of the cells whose first card is a moment of truth: its star stands above the card."""
    return tuple(cell for cell, stack in layout.stacks.items() if stack and stack[0].body.key.truth)


def texts_of(layout: MapLayout) -> tuple[tuple[float, float, float, float], ...]:
    """The rectangles (x, y, w, h) of the texts on the map that are in no card and in no header."""
    found: list[tuple[float, float, float, float]] = []
    for box in layout.emotions.values():
        for name in box.__match_args__:
            value = getattr(box, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, CurveLabel):
                    found.append((one.x, one.y, one.w, one.h))
    for lane in layout.lanes.values():
        if lane.prompt:
            left = min(line.x for line in lane.prompt)
            right = max(line.x + line.line.width for line in lane.prompt)
            top, bottom = lane.prompt_icon[1], lane.prompt[-1].y + px.PROMPT.line / 2
            found.append((left - 4, lane.y + top - 2, right - left + 8, bottom - top + 4))
    return tuple(found)


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


class _Run:
    """A stretch of a net in one gutter; ``low`` and ``high`` along it, ``place`` across it."""

    __slots__ = ("ends", "high", "low", "place")

    def __init__(self) -> None:
        self.low, self.high = float("inf"), float("-inf")
        self.ends: list[End] = []
        self.place = 0.0

    def add(self, start: End, end: End) -> None:
        self.low = min(self.low, start[0], end[0])
        self.high = max(self.high, start[0], end[0])
        self.ends += (start, end)


class Plan:
    """The way of one link, in gutters: ``turns`` are the upright gutters and level ones by turns, upright first."""

    __slots__ = ("net", "turns", "wish")

    def __init__(self, wish: Wish, turns: tuple[int, ...]) -> None:
        self.wish = wish
        self.turns = turns
        self.net = wish.id


class Router:
    """Finds ways on one ground.  Links routed later keep off the tracks of those before."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._load: list[list[Span]] = [[] for _ in ground.levels]
        self._taken: dict[tuple[bool, int], list[tuple[float, float, float]]] = {}

    def route(self, wishes: Sequence[Wish]) -> dict[str, tuple[Point, ...]]:
        """The corners of each link's way, from its source to its target; one without a way is left out."""
        plans = [plan for wish in wishes if (plan := self._plan(wish)) is not None]
        _bundle(plans)
        ports = self._ports(plans)
        runs = self._runs(plans, ports)
        self._tracks(runs)
        return {plan.wish.id: self._points(plan, ports, runs) for plan in plans}

    # -- which gutters ---------------------------------------------------------------------------------------

    def _plan(self, wish: Wish) -> Plan | None:
        ground = self.ground
        a, b = ground.column[wish.source.step_id], ground.column[wish.target.step_id]
        low, high = ground.lane[wish.source.lane_id], ground.lane[wish.target.lane_id]
        if a == b:
            facing = [(a + 1, a + 1), (a, a)] if wish.flow else [(a, a), (a + 1, a + 1)]
        else:
            facing = [(a + 1, b)] if a < b else [(a, b + 1)]
        turns = self._direct(wish, facing, low, high)
        if turns is None:
            every = [(i, j) for i in (a, a + 1) for j in (b, b + 1)]
            turns = self._direct(wish, every, low, high) or self._round(wish, low, high)
        if turns is None:
            return None
        for i in range(1, len(turns), 2):
            sides = ground.uprights[turns[i - 1]], ground.uprights[turns[i + 1]]
            self._load[turns[i]].append((min(sides[0][0], sides[1][0]), max(sides[0][1], sides[1][1])))
        return Plan(wish, turns)

    def _direct(self, wish: Wish, pairs: Sequence[tuple[int, int]], low: int, high: int) -> tuple[int, ...] | None:
        """The cheapest way with at most one level stretch, in one of these pairs of gutters."""
        ground = self.ground
        top, bottom = min(low, high), max(low, high)
        y0, y1 = wish.source.y + wish.source.h / 2, wish.target.y + wish.target.h / 2
        best: tuple[int, ...] | None = None
        least = float("inf")
        for rank, (i, j) in enumerate(pairs):
            if i == j:
                cost = abs(y0 - y1) + rank
                if cost < least and ground.passes(i, top + 1, bottom):
                    best, least = (i,), cost
                continue
            across = abs(_middle(ground.uprights[i]) - _middle(ground.uprights[j])) + 2 * _BEND
            for k in range(top if low == high else top + 1, bottom + 2 if low == high else bottom + 1):
                edge = ground.lane_edges[k]
                cost = abs(y0 - edge) + abs(y1 - edge) + across + rank + self._crowd(k, i, j)
                cost += abs(k - (low + (high > low)))
                if ground.starred and any((k, c) in ground.starred for c in range(min(i, j), max(i, j))):
                    cost += _STAR
                if cost < least and self._reaches(i, low, k) and self._reaches(j, high, k):
                    best, least = (i, k, j), cost
        return best

    def _reaches(self, gutter: int, lane: int, level: int) -> bool:
        """Whether the way from a card's lane to a level gutter is free."""
        return self.ground.passes(gutter, min(lane + 1, level), max(lane, level))

    def _crowd(self, level: int, i: int, j: int) -> float:
        """What a level stretch costs where others run: nothing as long as there is room for a track of its own."""
        drawn = self._load[level]
        if not drawn:
            return 0.0
        uprights = self.ground.uprights
        left, right = min(uprights[i][0], uprights[j][0]), max(uprights[i][1], uprights[j][1])
        count = sum(1 for a, b in drawn if a < right and left < b)
        return _CROWD * count / _room(self.ground.levels[level])

    def _round(self, wish: Wish, low: int, high: int) -> tuple[int, ...] | None:
        """The cheapest way round texts, through any gutters; None where there is none."""
        ground = self.ground
        a, b = ground.column[wish.source.step_id], ground.column[wish.target.step_id]
        y0, y1 = wish.source.y + wish.source.h / 2, wish.target.y + wish.target.h / 2
        goals = {(g, k) for g in (b, b + 1) for k in (high, high + 1)}
        heap: list[tuple[float, tuple[int, int], tuple[tuple[int, int], ...]]] = []
        for g in (a, a + 1):
            for k in (low, low + 1):
                heappush(heap, (abs(y0 - ground.lane_edges[k]), (g, k), ((g, k),)))
        done: set[tuple[int, int]] = set()
        while heap:
            cost, node, way = heappop(heap)
            if node in done:
                continue
            done.add(node)
            if node in goals:
                return _turns(way)
            g, k = node
            for h in (g - 1, g + 1):
                if 0 <= h < len(ground.uprights):
                    step = abs(_middle(ground.uprights[g]) - _middle(ground.uprights[h])) + _BEND
                    heappush(heap, (cost + step, (h, k), (*way, (h, k))))
            for m, lane in ((k - 1, k - 1), (k + 1, k)):
                if 0 <= m < len(ground.lane_edges) and (g, lane) not in ground.blocked:
                    step = abs(ground.lane_edges[m] - ground.lane_edges[k]) + _BEND / 4
                    end = abs(y1 - ground.lane_edges[m]) if (g, m) in goals else 0.0
                    heappush(heap, (cost + step + end, (g, m), (*way, (g, m))))
        return None

    # -- where on the cards ----------------------------------------------------------------------------------

    def _ports(self, plans: Sequence[Plan]) -> dict[tuple[str, bool], float]:
        """(link, at its target) -> the height at which its way leaves the card."""
        ground = self.ground
        sides: dict[tuple[str, int], dict[str, list[tuple[str, bool, float]]]] = {}
        boxes: dict[str, CardBox] = {}
        for plan in plans:
            wish, turns = plan.wish, plan.turns
            for at_target, card, other in ((False, wish.source, wish.target), (True, wish.target, wish.source)):
                gutter, level = (turns[-1], turns[-2:-1]) if at_target else (turns[0], turns[1:2])
                far = ground.lane_edges[level[0]] if level else other.y + other.h / 2
                boxes[card.id] = card
                nets = sides.setdefault((card.id, gutter), {})
                nets.setdefault(plan.net, []).append((wish.id, at_target, far))
        found: dict[tuple[str, bool], float] = {}
        for (card_id, _), nets in sides.items():
            card = boxes[card_id]
            middle = card.y + card.h / 2

            def order(net: str, nets: dict[str, list[tuple[str, bool, float]]] = nets, middle: float = middle) -> End:
                far = sum(row[2] for row in nets[net]) / len(nets[net])
                return (0 if far < middle else 1), -round(far)

            names = sorted(nets, key=order)
            inset = min(PORT_INSET, card.h / 3)
            pitch = min(PORT_PITCH, (card.h - 2 * inset) / max(1, len(names) - 1))
            first = middle - pitch * (len(names) - 1) / 2
            for n, name in enumerate(names):
                for link_id, at_target, _ in nets[name]:
                    found[link_id, at_target] = first + n * pitch
        self._straighten(plans, found, sides)
        return found

    def _straighten(
        self,
        plans: Sequence[Plan],
        ports: dict[tuple[str, bool], float],
        sides: dict[tuple[str, int], dict[str, list[tuple[str, bool, float]]]],
    ) -> None:
        """Give neighbours that are the only ones at their sides one height, so that their line is straight."""
        for plan in plans:
            source, target = plan.wish.source, plan.wish.target
            if len(plan.turns) != 1 or source.step_id == target.step_id:
                continue
            gutter = plan.turns[0]
            alone = all(sum(map(len, sides[card.id, gutter].values())) == 1 for card in (source, target))
            top, bottom = max(source.y, target.y), min(source.bottom, target.bottom)
            if alone and bottom - top >= 2 * PORT_INSET:
                ports[plan.wish.id, False] = ports[plan.wish.id, True] = (top + bottom) / 2

    # -- tracks ----------------------------------------------------------------------------------------------

    def _runs(
        self, plans: Sequence[Plan], ports: dict[tuple[str, bool], float]
    ) -> dict[tuple[bool, int], dict[str, _Run]]:
        """(whether level, gutter) -> net -> its stretch there."""
        ground = self.ground
        runs: dict[tuple[bool, int], dict[str, _Run]] = {}
        for plan in plans:
            turns, wish = plan.turns, plan.wish
            first, last = ground.column[wish.source.step_id], ground.column[wish.target.step_id]
            for i, gutter in enumerate(turns):
                level = bool(i % 2)
                spans = ground.uprights if level else ground.levels
                if i:
                    start = (_middle(spans[turns[i - 1]]), self._side(plan, i, -1))
                else:
                    start = (ports[wish.id, False], -1 if first < gutter else 1)
                if i < len(turns) - 1:
                    end = (_middle(spans[turns[i + 1]]), self._side(plan, i, 1))
                else:
                    end = (ports[wish.id, True], -1 if last < gutter else 1)
                runs.setdefault((level, gutter), {}).setdefault(plan.net, _Run()).add(start, end)
        return runs

    def _side(self, plan: Plan, i: int, step: int) -> int:
        """To which side the way leaves its gutter ``i`` backwards (``step`` -1) or onwards (+1)."""
        turns, beyond = plan.turns, i + 2 * step
        if 0 <= beyond < len(turns):
            return -1 if turns[beyond] < turns[i] else 1
        card = plan.wish.source if step < 0 else plan.wish.target
        return -1 if self.ground.lane[card.lane_id] < turns[i] else 1

    def _tracks(self, runs: dict[tuple[bool, int], dict[str, _Run]]) -> None:
        for (level, gutter), nets in runs.items():
            span = (self.ground.levels if level else self.ground.uprights)[gutter]
            taken = self._taken.setdefault((level, gutter), [])
            rows = [nets[name] for name in sorted(nets, key=lambda name: (nets[name].low, nets[name].high, name))]
            _place(rows, span)
            if taken:
                for run in rows:
                    _dodge(run, span, taken)
            taken += [(run.low, run.high, run.place) for run in rows]

    def _points(
        self,
        plan: Plan,
        ports: dict[tuple[str, bool], float],
        runs: dict[tuple[bool, int], dict[str, _Run]],
    ) -> tuple[Point, ...]:
        wish, turns = plan.wish, plan.turns
        places = [runs[bool(i % 2), gutter][plan.net].place for i, gutter in enumerate(turns)]
        starts, ends = ports[wish.id, False], ports[wish.id, True]
        ground = self.ground
        left = wish.source.x if turns[0] == ground.column[wish.source.step_id] else wish.source.right
        right = wish.target.x if turns[-1] == ground.column[wish.target.step_id] else wish.target.right
        points: list[Point] = [(left, starts)]
        y = starts
        for i in range(0, len(places), 2):
            points.append((places[i], y))
            y = places[i + 1] if i + 1 < len(places) else ends
            points.append((places[i], y))
        points.append((right, ends))
        return _plain(points)


def _turns(way: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """A way from crossing to crossing as gutters by turns."""
    found = [way[0][0]]
    level = False
    for before, (g, k) in pairwise(way):
        across = g != before[0]
        if across and level:
            found[-1] = g
        elif across:
            found += [k, g]
        level = across
    return tuple(found)


def _bundle(plans: Sequence[Plan]) -> None:
    """Give links of one kind that share a card one net, each link to the end where there are more of them (RT2)."""
    counts: dict[tuple[str, bool, str], int] = {}
    for plan in plans:
        wish = plan.wish
        for key in ((wish.source.id, False, wish.kind), (wish.target.id, True, wish.kind)):
            counts[key] = counts.get(key, 0) + 1
    for plan in plans:
        wish = plan.wish
        at_target, at_source = (wish.target.id, True, wish.kind), (wish.source.id, False, wish.kind)
        hub = at_target if counts[at_target] >= counts[at_source] else at_source
        if counts[hub] > 1:
            plan.net = f"{hub[0]}/{hub[2]}/{int(hub[1])}"


def _room(span: Span) -> int:
    """How many tracks a gutter has."""
    return max(1, int((span[1] - span[0] - 2 * CLEAR) / PITCH + _EPSILON) + 1)


def _crossings(a: _Run, b: _Run) -> int:
    """How often two stretches cross when ``a`` runs left of (or above) ``b``."""
    return sum(1 for at, side in a.ends if side > 0 and b.low < at < b.high) + sum(
        1 for at, side in b.ends if side < 0 and a.low < at < a.high
    )


def _by_crossings(a: _Run, b: _Run) -> int:
    return _crossings(a, b) - _crossings(b, a)


def _place(runs: list[_Run], span: Span) -> None:
    """Give each stretch its track (RT3)."""
    middle = _middle(span)
    if len(runs) == 1:
        runs[0].place = middle
        return
    ordered = sorted(runs, key=cmp_to_key(_by_crossings))
    tracks: list[int] = []
    group = list(range(len(ordered)))

    def root(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, run in enumerate(ordered):
        track = 0
        for j in range(i):
            other = ordered[j]
            if run.low - PITCH < other.high and other.low - PITCH < run.high:
                track = max(track, tracks[j] + 1)
                a, b = root(i), root(j)
                group[max(a, b)] = min(a, b)
        tracks.append(track)
    counts: dict[int, int] = {}
    for i, track in enumerate(tracks):
        counts[root(i)] = max(counts.get(root(i), 0), track + 1)
    most = _room(span)
    for i, run in enumerate(ordered):
        count = counts[root(i)]
        track = tracks[i] if count <= most else tracks[i] * most // count
        run.place = middle + (track - (min(count, most) - 1) / 2) * PITCH


def _dodge(run: _Run, span: Span, taken: Sequence[tuple[float, float, float]]) -> None:
    """Move a stretch to the nearest track where nothing is drawn, if there is one."""
    beside = [place for low, high, place in taken if low < run.high and run.low < high]
    middle, most = _middle(span), _room(span)
    tracks = [middle + (n / 2 - (most - 1) / 2) * PITCH for n in range(2 * most - 1)]
    for place in sorted([run.place, *tracks], key=lambda place: abs(place - run.place)):
        if all(abs(place - other) >= CLEAR for other in beside):
            run.place = place
            return


def _plain(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners without points that are no corners."""
    found: list[Point] = []
    for point in points:
        if found and abs(found[-1][0] - point[0]) < _EPSILON and abs(found[-1][1] - point[1]) < _EPSILON:
            continue
        if len(found) >= 2:
            (ax, ay), (bx, by) = found[-2], found[-1]
            if (ax == bx == point[0]) or (ay == by == point[1]):
                found[-1] = point
                continue
        found.append(point)
    return tuple(found)
