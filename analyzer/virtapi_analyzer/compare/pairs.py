"""Everything of two interfaces, side by side."""

from collections.abc import Iterator

from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.pair import CallablePair, ParameterPair


def parameter_pairs(pair: CallablePair) -> Iterator[ParameterPair]:
    """The parameters of a function or method that is there on both sides, with what each is charged with."""
    if pair.old is None or pair.new is None:
        return
    for old, new, charged in charge(pair.old.signature, pair.new.signature):
        name = (old or new).name  # type: ignore[union-attr]  # one of the two is there
        yield ParameterPair(
            path=f"{pair.path}({name})",
            old=old,
            new=new,
            roles=pair.roles,
            flow=pair.flow,
            callable=pair,
            charge=charged,
        )
