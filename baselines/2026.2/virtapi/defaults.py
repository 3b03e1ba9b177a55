"""What is derived from other methods: the bodies of the concrete methods of the interface, one function each.

`default_for` names the method that a function is the body of; `virtapi runtime` makes the produced method call it. A
driver may override such a method, because it knows a better way.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from virtapi.ability import declared_capabilities
from virtapi.contract import declared, default_for

if TYPE_CHECKING:
    from virtapi.driver import ComputeDriver, DriverBase
    from virtapi.flags import Capability
    from virtapi.host import Call
    from virtapi.objects.instance import Instance

__all__ = ["capabilities", "instance_exists", "offers", "requires"]


@default_for("DriverBase.capabilities")
def capabilities(driver: DriverBase) -> frozenset[Capability]:
    """All that the driver's class declares: its abilities' flags and its `FLAGS`."""
    return declared_capabilities(type(driver))


@default_for("DriverBase.offers")
def offers(driver: DriverBase, capability: Capability, /) -> bool:
    """Whether the class declares it, the driver has not dropped it, and the same holds for all that it requires."""
    return capability in _complete(declared_capabilities(type(driver)) & driver.capabilities())


@default_for("ComputeDriver.instance_exists")
def instance_exists(driver: ComputeDriver, call: Call, instance: Instance, /) -> bool:
    """Whether the list of the instance's node has it."""
    return instance.uuid in driver.list_instances(call, instance.node)


@default_for("Capability.requires")
def requires(capability: Capability) -> frozenset[Capability]:
    """What `@requires` on the enum says of the member."""
    members = type(capability)
    return frozenset(members[name] for name in declared(members).requires.get(capability.name, ()))


@lru_cache(maxsize=1024)
def _complete(flags: frozenset[Capability]) -> frozenset[Capability]:
    """The flags less those of which something is missing that they require, until nothing changes any more."""
    complete = frozenset(flag for flag in flags if flag.requires <= flags)
    return complete if complete == flags else _complete(complete)
