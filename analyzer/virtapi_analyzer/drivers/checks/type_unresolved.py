"""A type in the signature of an overriding method cannot be found: nobody can say whether it fits.

## What to do instead

Install the package that is named into the environment, and name that with `--python`.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.drivers.wording import nowhere
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A type in the signature of an override is unknown.", rank=Rank.MISSING, weight=Weight.UNKNOWN)
def type_unresolved(part: MemberPart) -> Iterator[Found]:
    if part.theirs is not None and part.missing_type is not None:
        name, module = part.missing_type
        yield Found(
            key=f"{part.path}:{name}",
            path=part.path,
            location=part.location,
            message=f"the type `{name}` cannot be found: {nowhere(module)}",
        )
