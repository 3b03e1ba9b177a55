"""A call of the host reaches no driver as it is meant, whichever version the driver was written for.

The arguments do not bind to the method, neither as it is nor as it was, or one of them bears the name of a parameter
that gets another one. Every driver fails there, or works on the wrong object without any exception.

## What to do instead

Mend the call: pass what the method takes.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import CallPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

_DRIVER = "class Driver:\n    def power_off(self, instance, timeout=0, retry_interval=0): ..."


@interface_rule(
    summary="A call of the host fits neither the old nor the new version of the method.",
    evidence=("nova 31.0.0 to 33.0.2 call power_off(context, instance) in _cleanup_running_deleted_instances",),
    examples=(
        Wrong(
            source=_DRIVER,
            hosts=(
                "def clean(driver, context, instance):\n    driver.power_off(context, instance)",
                "def clean(driver, context, instance):\n    driver.power_off(instance)",
            ),
            at=("Driver.power_off",),
            right=_DRIVER,
        ),
        Wrong(
            source=_DRIVER,
            hosts=(
                "def clean(driver, instance):\n    driver.power_off(instance, force=True)",
                "def clean(driver, instance):\n    driver.power_off(instance, timeout=60)",
            ),
            at=("Driver.power_off",),
            right=_DRIVER,
        ),
        Right(
            source=_DRIVER,
            host="def clean(driver, machine, seconds):\n    driver.power_off(machine, seconds, *rest)",
            because="The names of the arguments say nothing against it, and nobody can see the rest.",
        ),
        Right(
            source=_DRIVER,
            host="def clean(driver, old):\n    driver.power_off(old.instance, old.timeout)",
            because="What is passed has the name of the parameter that it reaches.",
        ),
    ),
)
def call_misfit(part: CallPart) -> Iterator[Fault]:
    if part.misfit is not None and part.before is not None:
        where = f" in `{part.call.function}`" if part.call.function else ""
        yield fault(
            part, f"a call of `{part.name}`{where} fits no version: {part.misfit.reason}", host=part.call.location
        )
