"""That an exception may come is half of what its catcher must know: under which condition it does is the other half.

Asked of the methods of classes with a role that declare what they may raise, where they have a docstring. The two lists
must be one: what `@raises` names and the text does not, and the other way round.

## What to do instead

Name in the section `Raises:` of the docstring exactly what `@raises` names, each with its condition.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.docstrings import asked, entries


@interface_rule(
    summary="The documentation of a method does not explain exactly the exceptions that it declares.",
    examples=(
        Wrong(
            source=(
                "@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def stop(self) -> None:\n"
                '        """Stop.\n\n        Raises:\n            OSError: it cannot be reached.\n        """\n'
            ),
            at=("Driver.stop", "Driver.stop"),
            right=(
                "@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def stop(self) -> None:\n"
                '        """Stop.\n\n        Raises:\n            KeyError: it is not there.\n        """\n'
            ),
        ),
        Right(
            source=(
                '@driver_interface\nclass Driver:\n    @raises()\n    def start(self) -> None:\n        """Start."""\n'
                '    def stop(self) -> None:\n        """Stop."""\n'
            ),
            because="One raises nothing, and of the other `raises-missing` speaks.",
        ),
    ),
)
def raises_undocumented(part: MethodPart) -> Iterator[Fault]:
    docstring, declared = asked(part), part.element.contract.raises
    if docstring is None or declared is None:
        return
    wanted, explained = [path.rpartition(".")[2] for path in declared], entries(docstring, "Raises")
    for name in wanted:
        if name not in explained:
            yield fault(part, f"the section `Raises` does not say when `{name}` is raised")
    for name in sorted(explained.difference(wanted)):
        yield fault(part, f"the section `Raises` explains `{name}`, which `@raises` does not name")
