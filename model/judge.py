"""The judge of records: pydantic, which says what becomes of values that are not plainly right, and what a schema says.

It converts what can be converted (a list to a tuple) and refuses the rest.  It is a large library, so that
only who needs it imports this module; a sound map of ours opens without it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from types import GenericAlias, ModuleType
from typing import Annotated, Any, Literal

from model.fieldtypes import (
    MAX_LISTED,
    BadRecord,
    ChoiceType,
    FieldType,
    NumberType,
    SeveralType,
    SwitchType,
    TextType,
)
from model.plaintext import clean_text


def _spare_plugins() -> None:
    """Tell pydantic that it has no plug-ins, in place of the module that would look for them.

    To look, it reads what every installed package announces, and to be able to look, which no setting switches off, it
    loads a mail parser: a tenth of what an empty window costs.  This program has none.
    """
    finder = ModuleType("pydantic.plugin._loader", "Finds no plug-ins.")
    vars(finder)["get_plugins"] = lambda: ()
    sys.modules.setdefault(finder.__name__, finder)


_spare_plugins()

# Only now may pydantic be imported.
from pydantic import (  # noqa: E402
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
)
from pydantic_core import to_jsonable_python  # noqa: E402

_models: dict[tuple[str, tuple[str, ...]], type[BaseModel]] = {}


def model_of(name: str, types: Mapping[str, FieldType], defaults: Mapping[str, Any]) -> type[BaseModel]:
    """The model of a class of records, made once."""
    key = (name, tuple(types))
    if key not in _models:
        fields: dict[str, Any] = {
            field: (pydantic_type(told), defaults.get(field, ...)) for field, told in types.items()
        }
        config = ConfigDict(frozen=True, extra="allow", strict=False)
        _models[key] = create_model(name, __config__=config, **fields)
    return _models[key]


def judge(
    name: str, types: Mapping[str, FieldType], defaults: Mapping[str, Any], row: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The values of a record's fields in order, and those of unknown ones if any.  Raises BadRecord."""
    try:
        made = model_of(name, types, defaults).model_validate(dict(row))
    except ValidationError as error:
        raise _refusal(name, error) from None  # its own text tells what stands in the map
    values = vars(made)
    return {field: values[field] for field in types}, made.model_extra or None


def _refusal(name: str, error: ValidationError) -> BadRecord:
    wrong = error.errors(include_url=False, include_context=False, include_input=False)
    said = {str(each["loc"][0]): each["msg"] for each in wrong if each["loc"]}
    refusal = BadRecord("; ".join(f"{name}.{field}: {text}" for field, text in said.items()))
    refusal.fields = frozenset(said)
    return refusal


def jsonable(value: Any) -> Any:
    """A value that is not plain JSON as plain JSON.  Raises ValueError for one that JSON cannot say."""
    return to_jsonable_python(value, inf_nan_mode="null")


def pydantic_type(told: FieldType) -> Any:
    """A type of :mod:`model.fieldtypes` as pydantic has it."""
    if isinstance(told, TextType):
        return _text(told)
    if isinstance(told, NumberType):
        return Annotated[int, Field(ge=told.least, le=told.most, strict=told.strict or None)]
    if isinstance(told, SwitchType):
        return bool
    if isinstance(told, ChoiceType):
        return Literal.__getitem__(told.words)
    if isinstance(told, SeveralType):
        several: Any = GenericAlias(tuple, (pydantic_type(told.each), ...))
        return Annotated[several, Field(max_length=MAX_LISTED)]
    either: Any = reduce(or_, [*map(pydantic_type, told.types), None])
    return either


def _text(told: TextType) -> Any:
    limits = StringConstraints(min_length=told.least or None, max_length=told.most, pattern=told.pattern or None)
    kind: Any = Annotated[str, limits]
    if told.cleaned:
        kind = Annotated[str, BeforeValidator(_clean), limits]
    if told.rule is not None:
        kind = Annotated[kind, AfterValidator(_ruled(told.rule))]
    return kind


def _clean(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


def _ruled(rule: Callable[[str], bool]) -> Callable[[str], str]:
    def checked(value: str) -> str:
        if not rule(value):
            raise ValueError("against the rule of the field")
        return value

    return checked
