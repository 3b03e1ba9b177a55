"""What a host knows of a call (who asks, until when, whether it is still wanted) has no way into the method.

It can only come as another parameter later, and that breaks every driver.

Asked of the methods of classes with a role. The first parameter is named `call`, is passed by place and always, and its
class is one that the host implements. That class's own methods do not take another, nor do questions about abilities:
those that give flags of the enum that `@capability` names, or take nothing else. Construction, properties and questions
to a class are no calls.

## What to do instead

Take `call: Call, /` first.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A method between host and drivers does not take the call that it works for.",
    examples=(
        Wrong(
            source=(
                "@host_interface\nclass Call: ...\n"
                "@driver_interface\nclass Driver:\n    def pause(self, instance: str, /) -> None: ...\n"
                "    def stop(self, instance: str, call: Call, /) -> None: ..."
            ),
            at=("Driver.pause", "Driver.stop"),
            right=(
                "@host_interface\nclass Call: ...\n"
                "@driver_interface\nclass Driver:\n    def pause(self, call: Call, instance: str, /) -> None: ...\n"
                "    def stop(self, call: Call, instance: str, /) -> None: ..."
            ),
        ),
        Wrong(
            source=(
                "@host_interface\nclass Call: ...\n"
                "@driver_interface\nclass Driver:\n    def pause(self, *, call: Call) -> None: ...\n"
                "    def stop(self, call: Call = ..., /) -> None: ...\n"
                "    def __call__(self, name: str, /) -> None: ..."
            ),
            at=("Driver.__call__", "Driver.pause", "Driver.stop"),
            right=(
                "@host_interface\nclass Call: ...\n"
                "@driver_interface\nclass Driver:\n    def pause(self, call: Call, /) -> None: ...\n"
                "    def stop(self, call: Call, /) -> None: ...\n"
                "    def __call__(self, call: Call, name: str, /) -> None: ..."
            ),
        ),
        Wrong(
            source=(
                "@host_interface\nclass Call: ...\n"
                'class Flag(Enum):\n    PAUSE = "pause"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable:\n"
                "    def pause(self, instance: str, flag: Flag, /) -> None: ..."
            ),
            at=("Pausable.pause",),
            right=(
                "@host_interface\nclass Call: ...\n"
                'class Flag(Enum):\n    PAUSE = "pause"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable:\n"
                "    def pause(self, call: Call, instance: str, flag: Flag, /) -> None: ..."
            ),
        ),
        Right(
            source=(
                "@host_interface\nclass Call:\n    def cancelled(self) -> bool: ...\n"
                'class Flag(Enum):\n    PAUSE = "pause"\n'
                "@driver_interface\nclass Driver:\n    def __init__(self, options: str, /) -> None: ...\n"
                "    def offers(self, flag: Flag, /) -> bool: ...\n    def start(self, call: Call, /) -> None: ...\n"
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ..."
            ),
            because="One is a method of the call itself, one constructs, and one asks about an ability.",
        ),
    ),
)
def call_missing(part: MethodPart) -> Iterator[Fault]:
    if part.operation and not (part.of_call or part.asks_for_flags) and part.named_call is None:
        yield fault(part, f"`{part.name}` does not take `call` first")
