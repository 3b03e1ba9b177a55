"""A name does not say in which unit a value is counted, which values are accepted, or what None stands for.

Asked of the methods of classes with a role, construction included, where they have a docstring.

## What to do instead

Name every parameter in the section `Args:` of the docstring, one a line, with its meaning, unit and range.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.docstrings import asked, entries


@interface_rule(
    summary="The documentation of a method does not name exactly its parameters.",
    examples=(
        Wrong(
            source=(
                "@driver_interface\nclass Driver:\n    def resize(self, name: str, /, *, size: str) -> None:\n"
                '        """Resize it.\n\n        Args:\n            name: which.\n            sizes: far.\n        """'
            ),
            at=("Driver.resize", "Driver.resize"),
            right=(
                "@driver_interface\nclass Driver:\n    def resize(self, name: str, /, *, size: str) -> None:\n"
                '        """Resize it.\n\n        Args:\n            name: which one.\n            size: how far,\n'
                '                in MiB: 1 or more.\n        """'
            ),
        ),
        Right(
            source=(
                '@driver_interface\nclass Driver:\n    def start(self) -> None:\n        """Start."""\n'
                'class Size:\n    def times(self, factor: str) -> None:\n        """Multiply."""'
            ),
            because="Without parameters there is nothing to say, and the other class has no role.",
        ),
    ),
)
def args_undocumented(part: MethodPart) -> Iterator[Fault]:
    docstring = asked(part)
    if docstring is None:
        return
    wanted = [parameter.name for parameter in part.element.signature.parameters]
    named = {name.lstrip("*") for name in entries(docstring, "Args")}
    for name in wanted:
        if name not in named:
            yield fault(part, f"the section `Args` does not explain `{name}`")
    for name in sorted(named.difference(wanted)):
        yield fault(part, f"the section `Args` explains `{name}`, which is no parameter")
