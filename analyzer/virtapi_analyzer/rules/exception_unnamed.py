"""No method says that it may raise it, so nobody has a reason to catch it, and whoever does waits in vain.

Asked of the exceptions that derive from the same root as those that `@raises` names, where they are neither named by
one nor the base of one that is. An exception that every method may let out says so itself (`@implicit`).

## What to do instead

Name it in the `@raises` of the methods that may let it out, mark it `@implicit` where every method may, or delete it.
"""

from collections.abc import Iterable, Iterator

from virtapi_analyzer.model.element import Class, Function
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.part import Whole
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="No method declares that it may raise the exception.",
    examples=(
        Wrong(
            source=(
                "class Error(Exception): ...\nclass Gone(Error): ...\nclass Busy(Error): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Gone)\n    def stop(self) -> None: ..."
            ),
            at=("Busy",),
            right=(
                "class Error(Exception): ...\nclass Gone(Error): ...\nclass Busy(Error): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Busy, Gone)\n    def stop(self) -> None: ..."
            ),
        ),
        Right(
            source=(
                "class Error(Exception): ...\nclass Gone(Error): ...\n@implicit\nclass Down(Error): ...\n"
                "class BadValue(ValueError): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Gone)\n    def stop(self) -> None: ..."
            ),
            because="Every method may let out one of them, and the other has nothing to do with the methods.",
        ),
    ),
)
def exception_unnamed(part: Whole) -> Iterator[Fault]:
    classes = part.interface.classes
    named = {path for path in _named(classes.values()) if path in classes}
    roots = {[path, *(base for base in classes[path].mro if base in classes)][-1] for path in named}
    covered = named.union(*(classes[path].mro for path in named))
    for path, kind in sorted(classes.items()):
        implicit = kind.contract.implicit or path in roots
        if not implicit and path not in covered and not roots.isdisjoint(kind.mro):
            yield Fault(element=kind, path=path, message=f"no `@raises` names `{kind.name}`, nor one below it")


def _named(classes: Iterable[Class]) -> Iterator[str]:
    for kind in classes:
        for member in kind.members.values():
            if isinstance(member.element, Function):
                yield from member.element.contract.raises or ()
