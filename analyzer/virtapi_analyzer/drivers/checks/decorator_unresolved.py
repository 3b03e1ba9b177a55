"""A decorator of an overriding method cannot be found: nobody can say which calls the method takes.

## What to do instead

Install the package that is named into the environment, and name that with `--python`.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.drivers.wording import nowhere
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A decorator of an override is unknown.", rank=Rank.MISSING, weight=Weight.UNKNOWN)
def decorator_unresolved(part: MemberPart) -> Iterator[Found]:
    if part.theirs is not None and part.missing_decorator is not None:
        name, module = part.missing_decorator
        yield Found(
            key=f"{part.path}:{name}",
            path=part.path,
            location=part.location,
            message=f"the decorator `{name}` cannot be found: {nowhere(module)}",
        )
