"""A change: a fact about one element, no judgement."""

from dataclasses import dataclass, field
from enum import IntEnum

from virtapi_analyzer.model.charge import Charge, Failing, Failure
from virtapi_analyzer.model.guarding import Told
from virtapi_analyzer.model.pair import AnyPair, ParameterPair
from virtapi_analyzer.model.proof import Proof


class Severity(IntEnum):
    """What a change does to one side, the harmless first.

    `BREAKING`: an ordinary correct program of that side, written against the old version, fails with the new one.
    `POTENTIALLY_BREAKING`: it fails if it does something that we can name and did not see.
    """

    EQUIVALENT = 0
    NON_BREAKING = 1
    POTENTIALLY_BREAKING = 2
    BREAKING = 3

    def __str__(self) -> str:
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who is hurt, in a rule's own terms: of a class, who calls it and who implements it; of a value, who makes it
    and who reads it. Roles and flow turn these into host and driver."""

    caller: Severity = Severity.NON_BREAKING
    implementer: Severity = Severity.NON_BREAKING
    producer: Severity = Severity.NON_BREAKING
    consumer: Severity = Severity.NON_BREAKING


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a rule yields.

    `message` says in one sentence what changed and how that shows. `old` and `new` are the two definitions for
    people, None where a side is absent. `removal` says that something that was promised is gone, `completes` that what
    could be left out is demanded, `withdraws` that something is taken from what may be let out. `rule` and `sides` are
    filled in by the catalogue, from the rule or, where the change carries the exact relation's `charge`, from that;
    `rests_on_any` says that a type checker would say otherwise, were every `Any` known. `hint` takes the place of the
    rule's general advice where the pair knows better. `told` is what hosts say of it. `proofs` are there where proofs
    were asked for.
    """

    pair: AnyPair
    message: str
    path: str
    old: str | None = None
    new: str | None = None
    removal: bool = False
    completes: bool = False
    withdraws: bool = False
    hint: str | None = None
    charge: Charge | None = None
    told: Told | None = None
    rests_on_any: bool = False
    rule: str = ""
    sides: Sides = field(default_factory=Sides)
    proofs: tuple[Proof, ...] = ()


def charged(pair: ParameterPair, message: str) -> Change:
    """The change of a signature that the exact relation charges to this parameter: its sides are the relation's.

    The pair must carry a charge.
    """
    return Change(
        pair=pair,
        message=message,
        path=pair.path,
        old=pair.callable.old.text if pair.callable.old else None,
        new=pair.callable.new.text if pair.callable.new else None,
        charge=pair.charge,
    )


def sides_of(charge: Charge) -> Sides:
    """Who is hurt by what the exact relation found."""
    return Sides(caller=_severity(charge.caller), implementer=_severity(charge.implementer))


def _severity(failure: Failure | None) -> Severity:
    if failure is None:
        return Severity.NON_BREAKING
    doubtful = failure.failing in (Failing.PERMUTED, Failing.RETYPED, Failing.JOINED)
    return Severity.POTENTIALLY_BREAKING if doubtful else Severity.BREAKING
