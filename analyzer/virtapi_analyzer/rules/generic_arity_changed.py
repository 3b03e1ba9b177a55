"""The class takes another number of type arguments.

`Driver[Guest]` names no type any more, or `Driver` alone leaves something open, and Python refuses the first when it
is not generic at all.

## What to do instead

Give a new type parameter a default, and keep the old ones.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The number of type parameters of a class changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Generic[_T]): ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(Generic[_T]): ...",
            new='_U = TypeVar("_U")\n@driver_interface\nclass Driver(Generic[_U]): ...',
            because="The name of a type variable is nobody's business.",
        ),
        Miss(
            old="@driver_interface\nclass Driver(Generic[_T]): ...",
            new='_U = TypeVar("_U", default=int)\n@driver_interface\nclass Driver(Generic[_T, _U]): ...',
            because="Who gives one argument gets the default for the other.",
        ),
    ),
)
def generic_arity_changed(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = (len(side.parameters) for side in pair.both)
    needed = [len(side.parameters) - side.optional_parameters for side in pair.both]
    if new < old or needed[1] > needed[0]:
        yield fact(pair, f"the number of type parameters of `{pair.name}` was {old} and is now {new}")
