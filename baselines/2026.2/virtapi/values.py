"""What values of the interface are made of: checked construction, frozen mappings, secrets, exceptions from fields.

Every data object is a frozen dataclass whose construction ends in `check_fields`: each field is of the kind and within
the range that its type says, and every mapping, sequence and set in it is frozen. A value that does not fit raises
`InvalidValue`, which names the object, the field, the value and what would fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from enum import Enum
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Final,
    TypeAlias,
    TypeGuard,
    TypeVar,
    cast,
    dataclass_transform,
)

from virtapi.contract import Since

if TYPE_CHECKING:
    from annotated_types import Predicate

__all__ = [
    "Converted",
    "FieldError",
    "FrozenMapping",
    "InvalidValue",
    "JsonValue",
    "Secret",
    "check_fields",
    "converted",
    "matches",
    "raisable",
]

_Key = TypeVar("_Key")
_Value_co = TypeVar("_Value_co", covariant=True)
_Error = TypeVar("_Error", bound="FieldError")

if TYPE_CHECKING:
    JsonValue: TypeAlias = bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"] | None
    """What JSON can hold; numbers are finite."""
else:

    class JsonValue:
        """What JSON can hold; numbers are finite. At run time a name that construction knows how to check."""


class InvalidValue(ValueError):
    """A value does not fit the field that it was given for. Nothing was constructed."""

    def __init__(self, *, owner: str, field: str, value: str, expected: str) -> None:
        """Name the object, its field, the value as it may be shown, and what would fit."""
        super().__init__(owner, field, value, expected)
        self.owner: Final = owner
        """The class of the object."""
        self.field: Final = field
        """The field that the value was given for."""
        self.value: Final = value
        """The value, as it may be shown."""
        self.expected: Final = expected
        """What would fit."""

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.owner}.{self.field} is {self.value}: expected {self.expected}"

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling and copying."""
        return _invalid_value, (self.owner, self.field, self.value, self.expected)


def _invalid_value(owner: str, field: str, value: str, expected: str) -> InvalidValue:
    return InvalidValue(owner=owner, field=field, value=value, expected=expected)


class FrozenMapping(Mapping[_Key, _Value_co]):
    """A mapping that cannot change, can be hashed, pickled and copied, and equals any mapping of the same items."""

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[_Key, _Value_co], /) -> None:
        """Take the items as they are now; a later change of `items` does not reach this mapping."""
        self._items: dict[_Key, _Value_co] = dict(items)
        self._hash: int | None = None

    def __getitem__(self, key: _Key, /) -> _Value_co:
        """The value of `key`, or `KeyError`."""
        return self._items[key]

    def __iter__(self) -> Iterator[_Key]:
        """The keys, in the order in which they were given."""
        return iter(self._items)

    def __len__(self) -> int:
        """How many items there are."""
        return len(self._items)

    def __hash__(self) -> int:
        """Of the items whatever their order; `TypeError` where a value cannot be hashed."""
        if self._hash is None:
            self._hash = hash(frozenset(self._items.items()))
        return self._hash

    def __repr__(self) -> str:
        """The items as a dict would show them."""
        return f"FrozenMapping({self._items!r})"

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling and copying; the hash is not carried along, as that of text differs between processes."""
        return FrozenMapping, (self._items,)


class Secret:
    """Text that must not be shown: masked in `repr`, `str` and formatting, and so in messages and logs.

    `reveal` gives it out, to be used at once. Pickling carries it, because drivers on two hosts may have to.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str, /) -> None:
        """Keep the text. What is no text is refused without being shown."""
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - whoever calls may be untyped
            raise InvalidValue(owner="Secret", field="text", value=f"a {type(text).__name__}", expected="text")
        self._text: Final = text

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def __repr__(self) -> str:
        """A mask of constant length."""
        return "Secret('***')"

    def __str__(self) -> str:
        """A mask of constant length."""
        return "***"

    def __format__(self, spec: str, /) -> str:
        """The mask, whatever the format asks for."""
        return format("***", spec)

    def __eq__(self, other: object, /) -> bool:
        """Whether it is a secret of the same text."""
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        """Of the text."""
        return hash((Secret, self._text))

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling and copying."""
        return Secret, (self._text,)


class _Plain(type):
    """Lets an exception have subclasses that are plain classes, or made by `raisable`, and refuses all others."""

    def __setattr__(cls, name: str, value: object) -> None:
        """Refuse what `dataclass` sets first, with the options that it was given."""
        if name == "__dataclass_params__" and (getattr(value, "frozen", True) or getattr(value, "eq", True)):
            raise TypeError(f"{cls.__name__} is an exception: write it as a plain class, without @dataclass and fields")
        super().__setattr__(name, value)


class FieldError(Exception, metaclass=_Plain):
    """An exception made by keyword from typed fields, which make its message and survive pickling.

    Subclasses are dataclasses, frozen and keyword-only for who uses them, as `raisable` makes them. `MESSAGE` names
    their fields in braces. A driver's own are plain classes, without `@dataclass` and without fields.
    """

    MESSAGE: ClassVar[str] = "{details}"
    """The message, with the names of fields in braces."""

    def __str__(self) -> str:
        """`MESSAGE` with the fields in it, and `details` behind it where there are any."""
        shown = {"details": ""} | {name: _spoken(value) for name, value in _field_values(self).items()}
        message, details = self.MESSAGE.format_map(shown), shown["details"]
        return f"{message}: {details}" if details and "{details}" not in self.MESSAGE else message

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling and copying, with the notes that were added."""
        notes = {"__notes__": list(self.__notes__)} if hasattr(self, "__notes__") else None
        return _remade, (type(self), _field_values(self)), notes

    def __repr__(self) -> str:
        """As it is constructed."""
        given = ", ".join(f"{name}={value!r}" for name, value in _field_values(self).items())
        return f"{type(self).__qualname__}({given})"

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change a field; what Python sets on a raised exception (its traceback, notes) it may set."""
        if name in vars(self) and name in _field_values(self):
            raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        """Refuse to delete a field."""
        if name in _field_values(self):
            raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")
        super().__delattr__(name)


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(field,))
def raisable(cls: type[_Error]) -> type[_Error]:
    """Make an exception of typed fields: what a stub says as `@dataclass(frozen=True, kw_only=True, eq=False)`.

    A frozen dataclass refuses every attribute, and Python must be able to set the traceback and notes of an exception.
    So it is `FieldError` that refuses: to change a field once it is set. Nor does each exception get methods of its own
    that are the same for all: there are many, and each is compiled whenever the interface is imported.
    """
    return dataclass(kw_only=True, eq=False, repr=False)(cls)


def _remade(cls: type[FieldError], values: Mapping[str, object]) -> FieldError:
    return cls(**values)


def _field_values(value: object) -> dict[str, object]:
    if not is_dataclass(value):
        return {}
    return {each.name: getattr(value, each.name) for each in fields(value) if hasattr(value, each.name)}


def _spoken(value: object) -> str:
    """A value in a message for a person: an enum's value, and everything else as text."""
    if isinstance(value, Enum):
        return str(value.value)
    if _is_several(value):
        return ", ".join(sorted(_spoken(each) for each in value))
    return str(value)


def _is_several(value: object) -> TypeGuard[frozenset[object] | tuple[object, ...]]:
    return isinstance(value, (frozenset, tuple))


def matches(pattern: str, /) -> Predicate:
    """A range for text, in `Annotated`: all of it must match the regular expression."""
    from annotated_types import Predicate

    return Predicate(cast("Callable[[Any], bool]", re.compile(pattern).fullmatch))


@dataclass(frozen=True, slots=True)
class Converted:
    """The default of a field and of the one that it supersedes: each is made of the other where only that is given."""

    by: str = ""
    """The successor of the field; empty: it is the successor."""
    to_new: Callable[[Any], Any] | None = None
    """What makes the value of the successor of that of this field."""
    to_old: Callable[[Any], Any] | None = None
    """What makes the value of this field of that of the successor."""
    default: Annotated[object, Since("2026.2")] = field(default_factory=lambda: MISSING)
    """What a successor has where neither field is given; MISSING: one of both must be given."""


def converted(
    by: str = "",
    to_new: Callable[[Any], Any] | None = None,
    to_old: Callable[[Any], Any] | None = None,
    /,
    *,
    default: object = MISSING,
) -> Any:
    """Stand as the default of a superseded field and of its successor; a stub names no converters.

    These stand in `virtapi.fallbacks`, one for each direction; `virtapi runtime` names them here. An object
    is made of either field, and has both. Where both are given the superseded one counts, because `dataclasses.replace`
    hands over the other. Where neither is given the object has the `default` that the successor names here, so that a
    field with a default is superseded by one with its like; without a `default` one of both must be given.
    """
    return Converted(by, to_new, to_old, default)


def check_fields(value: object, /) -> None:
    """Check every field of a dataclass against its type, and freeze what it holds. Ends each construction.

    Raises:
        InvalidValue: a field is of another kind (an enum is an enum; a number is finite, and neither a `bool` nor text;
            a time has its zone), or outside its range.
    """
    from virtapi._checking import fit_fields

    fit_fields(value)
