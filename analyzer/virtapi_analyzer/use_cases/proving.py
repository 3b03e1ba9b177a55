"""The findings of two versions, proved where they are breaking."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from virtapi_analyzer.compare.types import renamed, texts
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.library import module_name
from virtapi_analyzer.interface.record import Read
from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.policy.claims import claims
from virtapi_analyzer.prove.proving import prove
from virtapi_analyzer.prove.spelling import Versions


def proved(
    changes: Iterable[Change], pairs: Sequence[AnyPair], old: Interface, new: Interface, before: Read, after: Read
) -> tuple[Change, ...]:
    """The changes, each with a proof for every audience that it breaks. `before` and `after` are the files that the
    two interfaces were read from."""
    told = tuple(changes)
    made = {number: tuple(claims(change, old.classes)) for number, change in enumerate(told)}
    every = [claim for each in made.values() for claim in each]
    if not every:
        return told
    versions = Versions(
        old=old, new=new, modules=frozenset(module_name(file) for file in before.files), renamed=renamed(pairs)
    )
    found = iter(prove(every, versions, texts(before), texts(after), cache=cache_folder() / "proofs"))
    proofs = {number: tuple(next(found) for _ in each) for number, each in made.items()}
    return tuple(replace(change, proofs=proofs[number]) for number, change in enumerate(told))
