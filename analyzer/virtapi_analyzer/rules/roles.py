"""Who implemented a class before its role was declared, as far as its values say so."""

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.owners import DATA

IMPLEMENTED_BY = {Role.DRIVER: "drivers implement", Role.HOST: "the host implements"}


def implementer_before(pair: ClassPair) -> Role | None:
    """The declared role of the old side; without one, the side that all values of the class flow from. The values of
    a data class are made, not implemented."""
    if pair.old is None:
        return None
    if pair.old.contract.role is not None or pair.old.kind in DATA:
        return pair.old.contract.role
    return {Flow.TO_HOST: Role.DRIVER, Flow.TO_DRIVER: Role.HOST}.get(pair.flow.sure)
