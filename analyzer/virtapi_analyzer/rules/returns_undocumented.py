"""A type does not say what a value means: of which moment it is, in which order, what an empty one stands for.

Asked of the methods of classes with a role that return something, where they have a docstring.

## What to do instead

Say it in the section `Returns:` of the docstring.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.docstrings import asked, sections


@interface_rule(
    summary="The documentation of a method does not say what it returns.",
    examples=(
        Wrong(
            source=(
                '@driver_interface\nclass Driver:\n    def get_info(self) -> str:\n        """Tell what it does."""\n'
            ),
            at=("Driver.get_info",),
            right=(
                "@driver_interface\nclass Driver:\n    def get_info(self) -> str:\n"
                '        """Tell what it does.\n\n        Returns:\n            What it does now.\n        """\n'
            ),
        ),
        Wrong(
            source=(
                "@driver_interface\nclass Driver:\n    def start(self) -> None:\n"
                '        """Start.\n\n        Returns:\n            Whether it runs.\n        """\n'
            ),
            at=("Driver.start",),
            right='@driver_interface\nclass Driver:\n    def start(self) -> None:\n        """Start."""',
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver:\n    @property\n    def name(self) -> str:\n"
                '        """What it is called."""\n'
            ),
            because="The text of a property says what it is.",
        ),
    ),
)
def returns_undocumented(part: MethodPart) -> Iterator[Fault]:
    docstring, returns = asked(part), part.element.signature.returns
    if docstring is None:
        return
    said = bool(sections(docstring).get("Returns", "").strip())
    gives = returns is not None and returns.normal not in ("None", "typing.Never", "typing.NoReturn")
    if gives and not said:
        yield fault(part, "the section `Returns` is missing")
    elif said and not gives:
        yield fault(part, "the section `Returns` explains what is not returned")
