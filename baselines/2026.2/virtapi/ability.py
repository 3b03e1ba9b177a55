"""How a capability is asked for: a capability is a class that a driver inherits, and a flag that goes with it."""

from __future__ import annotations

from abc import ABC
from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from virtapi.contract import declared

if TYPE_CHECKING:
    from typing import Self

    from typing_extensions import TypeIs

    from virtapi.flags import Capability

__all__ = ["Ability", "declared_capabilities"]


class Ability(ABC):  # noqa: B024 - the capability classes add the abstract methods
    """The root of the capability classes.

    A driver has an ability by inheriting its class. No ability subclasses another.

    A host holds a `ComputeDriver` and asks before it calls:

        if Pausable.offered_by(driver):
            driver.pause(call, instance)
    """

    __slots__ = ()

    @classmethod
    def offered_by(cls, driver: object, /) -> TypeIs[Self]:
        """Whether the driver inherits this class and offers its flag now; a type checker then knows its methods.

        It answers from what the driver knows already, and lets out nothing.

        The flag may be missing where the class is inherited, because the hypervisor below the driver lacks it. Hold the
        driver as a `ComputeDriver`: of a concrete driver type a checker takes the other branch for unreachable. To ask
        without narrowing, use `DriverBase.offers`.
        """
        return isinstance(driver, cls) and _offers(driver, cls.declared_capability())

    @classmethod
    def declared_capability(cls) -> Capability:
        """The flag of this ability, or of the one ability that a driver class inherits here first.

        Raises:
            TypeError: the class is not an ability and inherits none.
        """
        flag = next((own for base in cls.__mro__ if (own := declared(base).capability) is not None), None)
        if flag is None:
            raise TypeError(f"{cls.__name__} declares no capability: put @capability(Capability.X) on it")
        return flag


@cache
def declared_capabilities(driver: type, /) -> frozenset[Capability]:
    """The flags of all abilities that a driver class inherits, together with its `FLAGS`."""
    flags: frozenset[Capability] = getattr(driver, "FLAGS", frozenset())
    return flags | {own for base in driver.__mro__ if (own := declared(base).capability) is not None}


def _offers(driver: object, flag: Capability) -> bool:
    return isinstance(driver, _Offering) and driver.offers(flag)


@runtime_checkable
class _Offering(Protocol):
    """What can be asked for its flags: every driver, but this module needs none of their classes."""

    def offers(self, capability: Capability, /) -> bool: ...
