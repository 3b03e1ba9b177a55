"""The end of an element is announced; everything works as before.

`@deprecated` and `superseded` are one announcement, whichever of them comes, and on whatever takes them: a class, a
function, a parameter, a field, a constant, a member of an enum. mypy `--strict` lets calls of what is deprecated pass.
A project that asks for more (`--enable-error-code deprecated`, pyright's strict mode, `-W error` at run time) has asked
to be stopped here.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import announcement, declared, ending


@rule(
    summary="An element was deprecated or superseded.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            new=(
                '@driver_interface\nclass Driver:\n    @superseded(by="halt", since="2026.2")\n'
                '    @deprecated("Use halt.")\n    def pause(self, instance): ...'
            ),
            at=("Driver.pause",),
        ),
        Hit(
            old="class Driver:\n    @property\n    def uptime(self) -> int: ...\ndef connect(uri): ...",
            new=(
                '@deprecated("Use Host.")\nclass Driver:\n    @property\n    @deprecated("Ask the host.")\n'
                '    def uptime(self) -> int: ...\n@deprecated("Use open.")\ndef connect(uri): ...'
            ),
            at=("Driver", "Driver.uptime", "connect"),
        ),
        Hit(
            old="RETRIES: int = 3\n@dataclass\nclass Disk:\n    size: int\n    path: str",
            new=(
                'RETRIES: Annotated[int, Superseded(by=None, since="2026.2")] = 3\n'
                "@dataclass\nclass Disk:\n    size: int\n"
                '    path: Annotated[str, Superseded(by="image", since="2026.2")]'
            ),
            at=("Disk.path", "RETRIES"),
        ),
        Hit(
            old="class State(Enum):\n    ON = 1\n    HALTED = 2",
            new=(
                '@superseded_members(HALTED=Superseded(by="ON", since="2026.2"))\n'
                "class State(Enum):\n    ON = 1\n    HALTED = 2"
            ),
            at=("State.HALTED",),
        ),
        Miss(
            old="def connect(uri): ...",
            new='def connect(uri): ...\n@deprecated("Use connect.")\ndef dial(uri): ...',
            because="What is new has never been anything else.",
            others=("symbol-added",),
        ),
        Miss(
            old="@dataclass\nclass Disk:\n    size: int\n    path: str",
            new='@dataclass\nclass Disk:\n    size: int\n    path: Annotated[str, Since("2026.1")]',
            because="When an element came is no word about its end; whether it is true, only the releases can say.",
        ),
        Miss(
            old="@overload\ndef load(x: int) -> int: ...\n@overload\ndef load(x: str) -> str: ...",
            new=(
                '@overload\n@deprecated("Use text.")\ndef load(x: int) -> int: ...\n'
                "@overload\ndef load(x: str) -> str: ..."
            ),
            because="One form of several is deprecated, the function is not.",
        ),
    ),
)
def deprecated_added(pair: AnyPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and ending(contracts[1]) and not ending(contracts[0]):
        yield fact(pair, f"`{pair.name}` {announcement(contracts[1])}")
