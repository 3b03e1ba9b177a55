"""Type variables, without the names that nobody but their author knows them by."""

from dataclasses import dataclass
from enum import Enum


class VariableKind(Enum):
    """What a type variable stands for."""

    TYPE = "TypeVar"
    PARAMETERS = "ParamSpec"
    TYPES = "TypeVarTuple"


class Variance(Enum):
    """How a generic class follows its argument; a function's variable has none that matters."""

    INVARIANT = "invariant"
    COVARIANT = "covariant"
    CONTRAVARIANT = "contravariant"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeVariable:
    """What a type variable accepts, in normal form; None and empty where its definition does not say."""

    kind: VariableKind
    bound: str | None = None
    constraints: tuple[str, ...] = ()
    default: str | None = None
    variance: Variance = Variance.INVARIANT

    @property
    def accepts(self) -> tuple[VariableKind, str | None, tuple[str, ...], str | None]:
        """All but the variance, which is a fact of the class and of no signature."""
        return self.kind, self.bound, self.constraints, self.default
