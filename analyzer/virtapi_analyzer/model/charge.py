"""What the exact relation of two signatures says of one parameter: the calls that do not survive."""

from dataclasses import dataclass
from enum import Enum


class Failing(Enum):
    """How a call fails to survive the way from one signature to the other."""

    UNBOUND = "does not bind"
    MISDIRECTED = "binds, and an argument lands on another parameter"
    PERMUTED = "binds, and an argument lands where another parameter stood that nobody can pass by name"
    UNTYPED = "binds, and no form has the types of its arguments and of its result"
    RETYPED = "binds, and whether a form that came has its types, only the types' own relation can say"
    JOINED = "binds, and what is one form now was several, of which a type checker takes none for it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One call that does not survive: the arguments of the call, and how it fails."""

    call: str
    failing: Failing


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What the exact relation charges one parameter with.

    `caller` is a call of the old signature that does not survive in the new one, `implementer` a call of the new
    signature that does not survive in the old one; None where all survive. `moved` says that the parameter itself
    changed its place among the others; `shifted` names the parameters whose place changed because of it.
    """

    caller: Failure | None = None
    implementer: Failure | None = None
    moved: bool = False
    shifted: tuple[str, ...] = ()
