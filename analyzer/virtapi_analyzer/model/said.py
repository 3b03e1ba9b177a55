"""What a type checker said, read: which kind of mistake it is, and the names in it."""

from dataclasses import dataclass
from enum import Enum


class SaidKind(Enum):
    """What a message is about."""

    SIGNATURE = "an override has another signature"
    PARAMETER_TYPE = "a parameter of an override has a narrower type"
    RETURN_TYPE = "an override returns another type"
    ATTRIBUTE_TYPE = "an attribute has another type than in its base"
    KIND = "an override is of another kind"
    FINAL = "what is final is overridden"
    NO_BASE = "nothing is overridden"
    SUPER = "nothing is above"
    BASES = "bases do not go together"
    READ_ONLY = "what is read-only is set"
    ASSIGNED = "a variable is set to another type"
    DEFAULT = "a default has another type than its parameter"
    ATTRIBUTE = "an attribute is not there"
    NAME = "a module does not have a name"
    MODULE = "a module is not there"
    UNTYPED_MODULE = "a module has no types"
    CALL = "a call does not bind"
    ARGUMENT = "an argument has another type"
    ITEM = "an item has another type"
    NOT_CALLABLE = "what cannot be called is called"
    NOT_INDEXABLE = "what has no items is asked for one"
    NOT_ITERABLE = "what is no collection is gone through"
    NOT_AWAITABLE = "what need not be awaited is awaited"
    OPERATOR = "an operator does not know its operands"
    COMPARED = "what can never be equal is compared"
    RETURNED = "another type is returned than declared"
    ABSTRACT = "an abstract class is instantiated"
    DEPRECATED = "what is used is deprecated"
    OTHER = "anything else"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message, read.

    `name` is what it is about (a method, an attribute, a parameter, a module), `owner` the class, function or module
    that has it or should, `given` and `wanted` two types; None where it names none. `mentions` are all names in it.
    `optional` is the attribute of the interface that may be `None` and whose value it is about, by dotted path.
    """

    kind: SaidKind
    text: str
    code: str
    file: str
    line: int
    end_line: int
    name: str | None = None
    owner: str | None = None
    given: str | None = None
    wanted: str | None = None
    near: str | None = None
    optional: str | None = None
    mentions: frozenset[str] = frozenset()
