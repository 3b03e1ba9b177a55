"""Which witnesses a finding may have: chosen by the kind of element, and by whose program is to fail."""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import CallablePair, OverloadPair, ParameterPair
from virtapi_analyzer.prove import callables
from virtapi_analyzer.prove.claim import Term
from virtapi_analyzer.prove.spelling import Versions
from virtapi_analyzer.prove.witness import Witness


def witnesses(versions: Versions, change: Change, term: Term) -> Iterator[Witness]:
    """What a program of that side may look like, the most telling first; nothing where no program is known."""
    charge = change.charge
    match change.pair:
        case ParameterPair() | CallablePair() | OverloadPair() as pair:
            if term is Term.IMPLEMENTER:
                yield from callables.overridden(versions, pair, charge.implementer if charge else None)
            else:
                yield from callables.called(versions, pair, charge.caller if charge else None)
