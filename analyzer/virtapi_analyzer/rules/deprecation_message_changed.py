"""What is said of an element's end is another thing than before; everything works as before.

Another successor or another release means other work for those who still use the element. The release that superseded
it is part of the promise of a cycle, so a later one gives more time and an earlier one takes it away.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared, ending, quoted


@rule(
    summary="The text of a deprecation, its successor or its release changed.",
    examples=(
        Hit(
            old='@superseded(by="halt", since="2026.2")\n@deprecated("Use halt.")\ndef pause(instance): ...',
            new='@superseded(by="stop", since="2026.2")\n@deprecated("Use stop.")\ndef pause(instance): ...',
            at=("pause",),
        ),
        Hit(
            old='@dataclass\nclass Disk:\n    path: Annotated[str, Superseded(by="image", since="2026.2")]',
            new='@dataclass\nclass Disk:\n    path: Annotated[str, Superseded(by="image", since="2027.1")]',
            at=("Disk.path",),
        ),
        Hit(
            old='@deprecated("Use halt.")\ndef pause(instance): ...',
            new='@superseded(by="halt", since="2026.2")\n@deprecated("Use halt.")\ndef pause(instance): ...',
            at=("pause",),
        ),
        Miss(
            old='@deprecated("Use halt.")\ndef pause(instance): ...',
            new="@deprecated('Use ' 'halt.')\ndef pause(instance): ...",
            because="The text is the same.",
        ),
        Miss(
            old='@since("2026.1")\ndef pause(instance): ...',
            new='@since("2026.2")\ndef pause(instance): ...',
            because="When an element came is no word about its end; whether it is true, only the releases can say.",
        ),
    ),
)
def deprecation_message_changed(pair: AnyPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and all(map(ending, contracts)) and (parts := list(_changed(*contracts))):
        yield fact(pair, f"what is announced of `{pair.name}` changed: {', '.join(parts)}")


def _changed(old: Contract, new: Contract) -> Iterator[str]:
    before, after = old.superseded, new.superseded
    if before is None or after is None:
        if after is not None:
            yield f"it is superseded {f'by `{after.by}`' if after.by else 'without a successor'}"
        elif before is not None:
            yield "it is deprecated still, but no longer superseded"
    else:
        if before.by != after.by:
            yield f"its successor was {_successor(before.by)} and is now {_successor(after.by)}"
        if before.since != after.since:
            yield f"it was superseded by {before.since or 'no release'} and is now by {after.since or 'no release'}"
    if old.deprecated != new.deprecated:
        yield f"it says {quoted(new.deprecated)}" if new.deprecated is not None else "it is no longer `deprecated`"


def _successor(by: str | None) -> str:
    return f"`{by}`" if by is not None else "nothing"
