"""A form is there in another shape.

Calls that no new form takes fail, and old overrides do not take those that no old form took. Where all calls still
bind, it depends on the types who is hurt. Where several forms became one that takes the same calls, only an override
that is overloaded itself is in danger: it runs, but none of its forms takes all that the one does, and a type checker
refuses it.

## What to do instead

Keep the old form beside the new one for a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_forms, forms


@rule(
    summary="A form of an overload set was replaced by another.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: float) -> str: ..."
            ),
            at=("Driver.connect",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int, port: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, address: bytes, *, retries: int) -> str: ..."
            ),
            at=("Driver.connect",),
            host=Severity.BREAKING,
            driver=Severity.BREAKING,
        ),
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: str, timeout: int) -> bytes: ..."
            ),
            new="@driver_interface\nclass Driver:\n    def connect(self, uri: str, timeout: int = 0) -> bytes: ...",
            at=("Driver.connect",),
            host=Severity.NON_BREAKING,
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> bytes: ..."
            ),
            new="@driver_interface\nclass Driver:\n    def connect(self, uri: str | int) -> bytes: ...",
            because="Callers see no difference, and a type checker takes an override with the two forms for the one.",
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str, timeout: int = 0) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int, timeout: int = 0) -> str: ..."
            ),
            because="The same parameter was added to each form, which is what is told, once.",
            others=("param-added-optional",),
        ),
        Miss(
            old=(
                "@overload\ndef connect(uri: str) -> bytes: ...\n"
                "@overload\ndef connect(uri: str, timeout: int) -> bytes: ..."
            ),
            new="def connect(uri: str, timeout: int = 0) -> bytes: ...",
            because="Nobody overrides a function.",
        ),
        Miss(
            old=(
                '_M = TypeVar("_M", bound=int)\n'
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: _M) -> _M: ...\n    @overload\n"
                "    def connect(self, uri: str) -> str: ..."
            ),
            new=(
                '_N = TypeVar("_N", bound=int)\n'
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: _N) -> _N: ...\n    @overload\n"
                "    def connect(self, uri: str) -> str: ..."
            ),
            because="The name of a type variable is nobody's.",
        ),
        Hit(
            old=(
                '_N = TypeVar("_N", bound=int)\n'
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: _N) -> _N: ...\n    @overload\n"
                "    def connect(self, uri: str) -> str: ..."
            ),
            new=(
                '_N = TypeVar("_N", bound=float)\n'
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: _N) -> _N: ...\n    @overload\n"
                "    def connect(self, uri: str) -> str: ..."
            ),
            at=("Driver.connect",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def overload_changed(pair: OverloadPair) -> Iterator[Change]:
    told = pair.gone or pair.came or pair.reordered or pair.by_parameter or pair.private
    if not told and _retyped(pair):
        yield failing_forms(pair, f"the types of the forms of `{pair.name}` are others than before")
    if pair.gone and pair.came and not pair.private:
        yield failing_forms(
            pair, f"`{pair.name}` was called as {forms(pair.gone)} and is now called as {forms(pair.came)}"
        )


def _retyped(pair: OverloadPair) -> bool:
    """Whether the forms read alike, and a type checker finds other types in them: a bound, or what was `Any`."""
    alike = pair.both is not None and len(pair.both[0].overloads) == len(pair.both[1].overloads)
    charge = pair.charge
    overridden = charge is not None and charge.implementer is not None and pair.owner is not None
    return alike and charge is not None and (charge.caller is not None or overridden)
