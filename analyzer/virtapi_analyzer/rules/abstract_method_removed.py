"""The host can no longer call the method; what drivers define of it is dead.

The method was abstract, or did nothing but raise `NotImplementedError`, so every driver that offers it has a definition
of its own. That definition stays and is no longer called. It fails only where it is marked `@override` or calls
`super()`.

## What to do instead

Keep the method and mark it as superseded; remove it a cycle later, when the method that follows it is there.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_before


@rule(
    summary="A method that drivers define themselves was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    evidence=("nova 72efb45907 removed get_traits: drivers went on defining it, and nobody called it",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def get_traits(self, node): ...",
            new="@driver_interface\nclass Driver(ABC): ...",
            at=("Driver.get_traits",),
        ),
        Hit(
            old={
                "__init__.py": (
                    "@driver_interface\nclass Driver:\n"
                    "    def get_traits(self, node):\n        raise NotImplementedError"
                )
            },
            new={"__init__.py": "@driver_interface\nclass Driver:\n    pass"},
            at=("Driver.get_traits",),
        ),
    ),
)
def abstract_method_removed(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.new is not None or pair.renamed is not None or pair.private:
        return
    if pair.old.optional_by_convention and not protocol_before(pair):
        yield fact(pair, f"the method `{pair.name}` is gone, and an old override of it is dead", removal=True)
