"""Signatures: parameters, and what they are made of. Who looks at signatures alone need not know of elements."""

from dataclasses import dataclass, field
from enum import IntEnum

from virtapi_analyzer.model.contract import NOTHING_DECLARED, Contract
from virtapi_analyzer.model.type_variable import TypeVariable


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """An annotation.

    `text` is as written; `normal` is the normal form, in which what is only respelled is equal; `names` are the dotted
    paths that it mentions; `metadata` is the normal form of what `Annotated` adds. In the normal form type variables
    are numbered (`~1`; `~class1` for a parameter of the class around it); `variables` is what they accept, and `marks`
    are their numbers, in the same order.
    """

    text: str
    normal: str
    names: frozenset[str] = frozenset()
    metadata: tuple[str, ...] = ()
    variables: tuple[TypeVariable, ...] = ()
    marks: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A default or the value of a constant: as written, and evaluated (`normal`; None where nobody can know: `...`)."""

    text: str
    normal: str | None


def values_differ(old: Value | None, new: Value | None) -> bool:
    """Whether both values are known and unequal. What is unknown (`...`) equals everything."""
    return (
        old is not None
        and new is not None
        and old.normal is not None
        and new.normal is not None
        and old.normal != new.normal
    )


class ParameterKind(IntEnum):
    """How an argument is passed, in the order in which Python wants the parameters."""

    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    @property
    def variadic(self) -> bool:
        """Whether it is `*args` or `**kwargs`."""
        return self in (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)

    @property
    def positional(self) -> bool:
        """Whether one argument may be passed to it by position."""
        return self <= ParameterKind.POSITIONAL_OR_KEYWORD

    @property
    def named(self) -> bool:
        """Whether an argument may be passed to it by its name."""
        return self in (ParameterKind.POSITIONAL_OR_KEYWORD, ParameterKind.KEYWORD_ONLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter; the receiver (`self`, `cls`) is not one."""

    name: str
    kind: ParameterKind
    type: Type | None = None
    default: Value | None = None
    contract: Contract = NOTHING_DECLARED

    @property
    def required(self) -> bool:
        """Whether a call must pass it."""
        return self.default is None and not self.kind.variadic


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a call may pass, in order, and what it gets back (`returns`, None where nothing is annotated)."""

    parameters: tuple[Parameter, ...]
    returns: Type | None = None
