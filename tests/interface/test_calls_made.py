"""Python itself judges what is read of calls: random hosts, really run with a driver that writes down what it gets."""

import ast
import sys
from contextlib import suppress
from functools import partial
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from virtapi_analyzer.interface.call_sites import call_sites
from virtapi_analyzer.interface.receivers import Vocabulary
from virtapi_analyzer.model.call import Call

METHODS = ("boil", "pour")
KETTLES = Vocabulary(package="kettle", classes=frozenset({"Driver"}), methods=frozenset(METHODS))
NAMES = ("hot", "lid", "size")
Made = tuple[str, int | None, int, frozenset[str]]
"""A call as it was made; its line is None where the host had handed the method on."""


class Recorder:
    """Every method writes down the line that called it, how many arguments came by position, and the keywords."""

    def __init__(self) -> None:
        self.made: list[Made] = []

    def __getattr__(self, method: str):
        if method not in METHODS:
            raise AttributeError(method)

        def record(*args: object, **keywords: object) -> None:
            caller = sys._getframe(1)
            line = caller.f_lineno if caller.f_code.co_filename == "host" else None
            self.made.append((method, line, len(args), frozenset(keywords)))

        return record


class Host:
    """Writes the statements of one function, one a line, that end in calls."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.lines = ["def host(driver, partial, flag, spawn):"]
        self.dicts: list[str] = []
        self.sequences: list[str] = []
        self.methods: list[str] = []
        self.drivers = ["driver"]

    def source(self) -> str:
        for _ in range(self.random.randint(3, 14)):
            self.random.choice(
                (self.call, self.call, self.dict, self.add, self.sequence, self.take, self.alias, self.hand_on)
            )()
        return "\n".join([*self.lines, "    return driver"])

    def write(self, statement: str) -> None:
        guard = "if flag: " if self.random.random() < 0.2 else ""
        self.lines.append(f"    {guard}{statement}")

    def new(self, kept: list[str]) -> str:
        """A name, sometimes one that is there already."""
        if kept and self.random.random() < 0.3:
            return self.random.choice(kept)
        return f"{'abcdefgh'[len(self.lines) % 8]}{len(self.lines)}"

    def bind(self, kept: list[str], value: str) -> None:
        """Bound in any case, so that no run ends in a NameError; perhaps once more on some path."""
        name = self.new(kept)
        self.lines.append(f"    {name} = {value}")
        if name not in kept:
            kept.append(name)

    def keywords(self, count: int) -> list[str]:
        return [f"{name}=1" for name in self.random.sample(NAMES, count)]

    def literal(self) -> str:
        names = self.random.sample(NAMES, self.random.randint(0, 2))
        if self.random.random() < 0.5:
            return f"dict({', '.join(f'{name}=1' for name in names)})"
        return f"{{{', '.join(f'{name!r}: 1' for name in names)}}}"

    def dict(self) -> None:
        self.bind(self.dicts, self.literal())
        if self.random.random() < 0.2:
            self.write(f"{self.dicts[-1]} = {self.literal()}")

    def add(self) -> None:
        if self.dicts:
            name, key = self.random.choice(self.dicts), self.random.choice(NAMES)
            added = (f"{name}[{key!r}] = 1", f"{name}.update({key}=1)", f"{name}.setdefault({key!r}, 1)")
            self.write(self.random.choice((*added, f"{name}.pop({key!r}, None)", f"{name} |= {{{key!r}: 1}}")))

    def sequence(self) -> None:
        self.bind(self.sequences, self.random.choice(("(1, 2)", "[1]", "()", "[1, 2, 3]")))
        if self.random.random() < 0.3:
            self.write(f"{self.sequences[-1]} = [*{self.sequences[-1]}, 4]")

    def alias(self) -> None:
        self.bind(self.drivers, self.random.choice(self.drivers))

    def take(self) -> None:
        method = f"{self.random.choice(self.drivers)}.{self.random.choice(METHODS)}"
        self.bind(
            self.methods,
            self.random.choice((
                method,
                f"partial({method}, {'**' + self.dicts[-1] if self.dicts else 1})",
                f"partial({method}, {', '.join(['1'] * self.random.randint(0, 2) + self.keywords(1))})",
                f"getattr({method.replace('.', ', ', 1).replace(', ', ', ' + chr(39), 1)}{chr(39)})",
                f"{method} if flag else driver.boil",
            )),
        )  # fmt: skip

    def hand_on(self) -> None:
        taken = [f"{self.random.choice(self.drivers)}.{self.random.choice(METHODS)}", *self.methods]
        self.write(f"spawn({self.random.choice(taken)}, 1)")

    def call(self) -> None:
        called = self.random.choice(
            [*(f"{each}.{method}" for each in self.drivers for method in METHODS), *self.methods]
        )
        arguments = ["1"] * self.random.randint(0, 3)
        if self.sequences and self.random.random() < 0.3:
            arguments.append(f"*{self.random.choice(self.sequences)}")
        if self.random.random() < 0.5:
            arguments += self.keywords(1)
        elif self.dicts and self.random.random() < 0.7:
            arguments.append(f"**{self.random.choice(self.dicts)}")
        self.write(f"{called}({', '.join(arguments)})")


def run(source: str, *, flag: bool) -> list[Made]:
    """What a driver really gets from a host. A call that passes a keyword twice ends it."""
    recorder = Recorder()
    namespace: dict[str, object] = {}
    exec(compile(source, "host", "exec"), namespace)

    def spawn(method, *args):
        method(*args)

    with suppress(TypeError):  # the same keyword twice
        namespace["host"](recorder, partial, flag, spawn)
    return recorder.made


def fits(made: Made, call: Call) -> bool:
    """Whether what was read of a call allows what was made."""
    method, _, count, keywords = made
    passed = call.arguments
    positional = count == passed.positional or (passed.more_positional and count >= passed.positional)
    named = keywords <= {*passed.keywords, *passed.possible} or passed.more_keywords
    return call.method == method and positional and named and set(passed.keywords) <= keywords


@given(st.integers(min_value=0, max_value=2**32))
def test_what_a_host_makes_was_read(seed):
    source = Host(Random(seed)).source()
    read = list(call_sites(ast.parse(source), module="host", file="host", vocabulary=KETTLES))
    for flag in (True, False):
        for made in run(source, flag=flag):
            places = [call for call in read if isinstance(call, Call) and made[1] in (None, call.location.line)]
            where = [call for call in places if call.arguments.open] if made[1] is None else places
            assert any(fits(made, call) for call in where), f"{source}\n{made}\n{read}"
