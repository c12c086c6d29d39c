"""Values behave as ``@dataclass(frozen=True, slots=True)`` makes them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import ClassVar

import pytest

from model.values import dataclass, maker, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    LEAST: ClassVar[float] = 2.0

    x: float
    y: float = 1.0

    @property
    def sum(self) -> float:
        return self.x + self.y


@dataclass(frozen=True, slots=True)
class NamedBox(Box):
    """A rectangle with a name."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class One:
    """One field."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Equal by its own rule."""

    key: str
    rest: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same as Box, by the standard library."""

    x: float
    y: float = 1.0


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    assert (Box(3).x, Box(3).y, Box(3, 4).y, Box(y=5, x=4).y) == (3, 1.0, 4, 5)
    assert NamedBox(1, name="a").name == "a"
    assert NamedBox(1, 2, "b").sum == 3
    assert Box.LEAST == 2.0


@pytest.mark.parametrize("made", [Box, lambda: Box(1, 2, 3), lambda: Box(1, z=2)])  # type: ignore[call-arg]  # wrong
def test_wrong_fields_are_refused(made: object) -> None:
    with pytest.raises(TypeError):
        made()  # type: ignore[operator]  # wrong on purpose


@pytest.mark.parametrize("value", [Box(1), NamedBox(1), One((1,)), Same("a", 1)])
def test_a_value_cannot_be_changed(value: object) -> None:
    name = dataclasses.fields(value)[0].name  # type: ignore[arg-type]  # all of them are
    with pytest.raises(AttributeError, match="cannot be changed"):
        setattr(value, name, 2)
    with pytest.raises(AttributeError, match="cannot be changed"):
        delattr(value, name)
    with pytest.raises(AttributeError):
        setattr(value, "other", 2)  # noqa: B010 - the attribute is unknown on purpose
    assert not hasattr(value, "__dict__")


def test_equal_values_are_equal_and_hash_alike_but_not_across_classes() -> None:
    assert Box(1) == Box(1, 1.0)
    assert Box(1) != Box(2)
    assert Box(1) != NamedBox(1)
    assert Box(1).__eq__((1, 1.0)) is NotImplemented
    assert len({Box(1), Box(1), Box(2), One((1,)), One((1,))}) == 3
    assert Same("a", 1) == Same("a", 2)
    assert len({Same("a", 1), Same("a", 2)}) == 1
    with pytest.raises(TypeError):
        hash(One([1]))  # type: ignore[arg-type]  # a list has no hash


def test_it_is_shown_as_the_standard_one_shows_it() -> None:
    assert repr(Box(1.5)) == repr(Standard(1.5)).replace("Standard", "Box")
    assert repr(One((1,))) == "One(items=(1,))"


@pytest.mark.parametrize("value", [Box(1), NamedBox(1, 2, "x"), One((1, 2)), Same("a", 1)])
def test_it_can_be_copied_pickled_and_replaced(value: object) -> None:
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301 - our own
        assert again == value
        assert type(again) is type(value)
    assert replace(NamedBox(1, 2, "x"), name="y") == NamedBox(1, 2, "y")
    assert dataclasses.replace(NamedBox(1, 2, "x"), x=0) == NamedBox(0, 2, "x")
    with pytest.raises(TypeError):
        replace(Box(1), z=1)  # type: ignore[call-arg]  # no such field


def test_the_standard_library_sees_a_dataclass() -> None:
    assert dataclasses.is_dataclass(NamedBox)
    assert [field.name for field in dataclasses.fields(NamedBox)] == ["x", "y", "name"]
    assert [field.name for field in dataclasses.fields(Box)] == ["x", "y"]
    assert dataclasses.asdict(NamedBox(1)) == {"x": 1, "y": 1.0, "name": ""}
    match NamedBox(1, 2, "x"):
        case NamedBox(x, y, name):
            assert (x, y, name) == (1, 2, "x")


def test_what_it_cannot_do_is_refused_where_it_is_written() -> None:
    def declare(**members: object) -> None:
        kinds = members.pop("kinds")
        dataclass(frozen=True, slots=True)(type("Wrong", (), {**members, "__annotations__": kinds}))

    declare(kinds={"a": "int"}, a=1)
    for kinds, members in (
        ({"a": "list[int]"}, {"a": []}),
        ({"a": "int", "b": "int"}, {"a": 1}),
        ({"a": "int"}, {"__post_init__": print}),
        ({"a": "list[int]"}, {"a": dataclasses.field(default_factory=list)}),
        ({}, {}),
    ):
        with pytest.raises(TypeError):
            declare(kinds=kinds, **members)
    with pytest.raises(TypeError):
        dataclass(frozen=False, slots=True)(type("Wrong", (), {"__annotations__": {"a": "int"}}))


def test_a_maker_makes_what_the_class_makes_also_as_the_first_to_do_so() -> None:
    @dataclass(frozen=True, slots=True)
    class New(Box):
        """Nobody made one yet."""

        name: str = "n"

    make = maker(New)
    assert make(1) == New(1)
    assert make(1, y=2.0, name="a") == New(1, 2.0, "a")
    assert type(make(1)) is New
    with pytest.raises(AttributeError, match="cannot be changed"):
        make(1).x = 2  # type: ignore[misc]  # wrong on purpose
    with pytest.raises(TypeError):
        make(1, z=2)  # type: ignore[call-arg]  # wrong on purpose


def test_classes_with_as_many_fields_keep_their_own_names_and_defaults() -> None:
    @dataclass(frozen=True, slots=True)
    class Point:
        """Two fields, as Box has."""

        left: float
        top: float = 7.0

    assert (Point(1).left, Point(1).top, Point(top=2, left=3).top) == (1, 7.0, 2)
    assert (Box(1).x, Box(1).y) == (1, 1.0)
    with pytest.raises(TypeError, match="left"):
        Point()  # type: ignore[call-arg]  # wrong on purpose
