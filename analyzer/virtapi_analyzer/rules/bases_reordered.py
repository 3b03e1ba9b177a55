"""Another base now answers first.

Where two bases define the same name, another definition is taken. A subclass that names the bases in the old order
cannot even be defined.

## What to do instead

Keep the order.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ClassPair, is_private
from virtapi_analyzer.rules.ancestry import ordinary_bases
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="The order in which the bases of a class are searched changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unprovable="which of two bases comes first is no matter of types",
    examples=(
        Hit(
            old="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Timed, Named): ...",
            new="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Named, Timed): ...",
            at=("Driver",),
        ),
        Miss(
            old="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Timed): ...",
            new="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Named, Timed): ...",
            because="What both sides have stands in the same order.",
            others=("base-added",),
        ),
        Miss(
            old="class _Timed:\n    def age(self): ...\nclass _Named:\n    def name(self): ...\n"
            "@driver_interface\nclass Driver(_Timed, _Named): ...",
            new="class _Timed:\n    def age(self): ...\nclass _Named:\n    def name(self): ...\n"
            "@driver_interface\nclass Driver(_Named, _Timed): ...",
            because="Nobody can name these bases, and they define nothing in common.",
        ),
    ),
)
def bases_reordered(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = (ordinary_bases(side.mro) for side in pair.both)
    before, after = [base for base in old if base in new], [base for base in new if base in old]
    known = [[base for base in order if not is_private(base.rpartition(".")[2])] for order in (before, after)]
    if before != after and (known[0] != known[1] or _answers_differ(pair.both[0], pair.both[1])):
        yield fact(pair, f"`{pair.name}` is now searched in the order {names(after)}, no longer {names(before)}")


def _answers_differ(old: Class, new: Class) -> bool:
    """Whether another base now defines some member."""
    return any(name in new.members and new.members[name].owner != member.owner for name, member in old.members.items())
