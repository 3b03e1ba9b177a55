"""The call gives a context manager where it did not, or no longer gives one.

`with driver.locked():` fails on what is none, and so does `for` on what is one. The annotation may be the same on both
sides: `@contextmanager` turns the iterator that a function declares into something else.

## What to do instead

Add a method beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Function
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact

ENTERED = {"contextlib.contextmanager": "with", "contextlib.asynccontextmanager": "async with"}
RETURNED = {"contextlib.AbstractContextManager": "with", "contextlib.AbstractAsyncContextManager": "async with"}
GENERATED = frozenset({"Iterator", "Iterable", "Generator", "AsyncIterator", "AsyncIterable", "AsyncGenerator"})
OPEN = "unknown"


@rule(
    summary="A function or method became a context manager by decorator, or is none any more.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unseen="mypy knows nothing of what a method without annotations gives back",
    examples=(
        Hit(
            old=(
                "from contextlib import contextmanager\n@driver_interface\nclass Driver:\n"
                "    @contextmanager\n    def locked(self) -> Iterator[None]: ..."
            ),
            new="@driver_interface\nclass Driver:\n    def locked(self) -> Iterator[None]: ...",
            at=("Driver.locked",),
        ),
        Miss(
            old="from contextlib import contextmanager\n@contextmanager\ndef locked() -> Iterator[None]: ...",
            new="from contextlib import AbstractContextManager\ndef locked() -> AbstractContextManager[None]: ...",
            because="That is what the decorator makes.",
        ),
    ),
)
def context_manager_changed(pair: CallablePair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = (_entered(side) for side in pair.both)
    if old != new and OPEN not in (old, new):
        change = f"is a context manager now, to be entered by `{new}`" if new else "is no context manager any more"
        yield fact(pair, f"`{pair.name}` {change}")


def _entered(function: Function) -> str | None:
    """By which statement what a call gives is entered: None where it is a mere iterator, or nothing says what it is;
    OPEN where its type may say."""
    for decorator, statement in ENTERED.items():
        if decorator in function.decorators:
            return statement
    returns = function.signature.returns
    if returns is None:
        return None
    head = returns.normal.partition("[")[0]
    return RETURNED.get(head, None if head.rpartition(".")[2] in GENERATED else OPEN)
