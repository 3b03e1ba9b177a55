"""What a host calls, read from its syntax: source text, and the calls in it."""

import ast
import textwrap

import pytest

from virtapi_analyzer.interface.call_sites import call_sites
from virtapi_analyzer.interface.receivers import Vocabulary
from virtapi_analyzer.model.call import Call

KETTLES = Vocabulary(
    package="kettle",
    classes=frozenset({"Driver", "Pausable"}),
    methods=frozenset({"boil", "pour", "pause", "pause_all"}),
)


def read(source: str, *, module: str = "host.manager", vocabulary: Vocabulary = KETTLES):
    tree = ast.parse(textwrap.dedent(source))
    return list(call_sites(tree, module=module, file="manager.py", vocabulary=vocabulary))


def told(source: str, **options) -> list[str]:
    """The calls, as `boil(2, hot, lid?, *, **)`: two by position, one by name, one on some path, perhaps more."""
    return [written(found) for found in read(source, **options)]


def written(found) -> str:
    if not isinstance(found, Call):
        return f"? at {found.line}"
    passed = found.arguments
    parts = [str(passed.positional), *passed.keywords, *(f"{name}?" for name in passed.possible)]
    parts += (["*"] if passed.more_positional else []) + (["**"] if passed.more_keywords else [])
    return f"{found.method}({', '.join(parts)})"


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("driver.boil(1, hot=True)", ["boil(1, hot)"]),
        ("virt_driver.boil()", ["boil(0)"]),
        ("_driver.boil()", ["boil(0)"]),
        ("self.driver.boil(a, b)", ["boil(2)"]),
        ("self._driver.boil()", ["boil(0)"]),
        ("self.tracker.compute_driver.boil()", ["boil(0)"]),
        ("self.get_driver(node).boil()", ["boil(0)"]),
        ("self.drivers[node].boil()", ["boil(0)"]),
        ("for each in self.drivers.values(): each.boil()", ["boil(0)"]),
        ("[each.boil(1) for each in drivers]", ["boil(1)"]),
        ("for node, each in self.drivers.items(): each.boil(node)", ["boil(1)"]),
        ("[each.boil(1) for node, each in self.nodes.items()]", []),
        ("(self.driver or other).boil()", ["boil(0)"]),
        ("await driver.boil()", ["boil(0)"]),
        ("driver.boil(driver.pour(1, 2))", ["boil(1)", "pour(2)"]),
    ],
)
def test_a_name_says_what_is_a_driver(source, calls):
    body = f"async def f(self):\n    {source}"
    assert told(body) == calls


@pytest.mark.parametrize(
    "source",
    [
        "self.drive.boil()",
        "driver_of.boil()",
        "self.boil()",
        "driver.load('boil')",
        "driver.boiler()",
        "screwdriver.boil()",
        "driver.boil = None",
        "del driver.boil",
    ],
)
def test_what_is_no_driver_or_no_method_of_it_is_no_call(source):
    assert told(source) == []


def test_a_module_of_that_name_is_no_driver():
    assert told("from kettle import driver\ndriver.boil()\ndef f(driver): driver.pour()") == ["pour(0)"]
    assert told("import kettle.driver\nkettle.driver.boil()") == []


@pytest.mark.parametrize(
    "source",
    [
        "from kettle import Driver\ndef f(k: Driver): k.boil(1)",
        "from kettle.api import Driver as D\ndef f(k: D | None = None): k.boil(1)",
        "from kettle import driver\ndef f(k: driver.Driver): k.boil(1)",
        "import kettle\ndef f(k: 'kettle.driver.Driver'): k.boil(1)",
        "from typing import Optional\nfrom kettle import Driver\ndef f(k: Optional[Driver]): k.boil(1)",
        "from kettle import Driver\nk: Driver = load()\nk.boil(1)",
        "from kettle import Driver\nk = Driver(host)\nk.boil(1)",
        "from typing import cast\nfrom kettle import Driver\nk = cast('Driver', load())\nk.boil(1)",
        "from kettle import Driver\ndef make() -> Driver: ...\nk = make()\nk.boil(1)",
        "from kettle import Driver\ndef f(ks: list[Driver]):\n    for k in ks: k.boil(1)",
        "from kettle import Driver\ndef f(ks: dict[str, Driver]): ks['a'].boil(1)",
        "from kettle import Driver\nclass H:\n    k: Driver\n    def f(self): self.k.boil(1)",
        "from kettle import Driver\nclass H:\n    def __init__(self, k: Driver): self.k = k\n    def f(self): self.k.boil(1)",
        "from kettle import Driver\nclass H:\n    @property\n    def k(self) -> Driver: ...\n    def f(self): self.k.boil(1)",
        "from kettle import Driver\ndef f(k: Driver):\n    def g(): k.boil(1)",
    ],
)
def test_a_type_says_what_is_a_driver(source):
    assert told(source) == ["boil(1)"]


def test_the_type_of_something_else_says_nothing():
    assert told("from pots import Driver\ndef f(k: Driver): k.boil(1)") == []
    assert told("from kettle import Driver\ndef f(k: type[Driver]): k.boil(1)") == []


@pytest.mark.parametrize(
    "source",
    [
        "k = self.driver\nk.boil(1)",
        "a, k = 1, self.driver\nk.boil(1)",
        "k = getattr(self, 'driver', None)\nk.boil(1)",
        "k = a if b else self.driver\nk.boil(1)",
        "with self.driver as k: k.boil(1)",
        "if k := self.driver: k.boil(1)",
        "k = other = self.driver\nk.boil(1)",
    ],
)
def test_an_assignment_says_what_is_a_driver(source):
    assert told("def f(self):\n" + textwrap.indent(source, "    ")) == ["boil(1)"]


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("boil = driver.boil\nboil(1, hot=2)", ["boil(1, hot)"]),
        ("f = driver.boil if a else driver.pour\nf(1)", ["boil(1)", "pour(1)"]),
        ("getattr(driver, 'boil')(1)", ["boil(1)"]),
        ("f = getattr(driver, 'boil', None)\nf(1)", ["boil(1)"]),
        ("functools.partial(driver.boil, 1, hot=2)(3)", ["boil(2, hot)"]),
        ("f = partial(driver.boil, 1)\nf(2, lid=3)", ["boil(2, lid)"]),
        ("lambda: driver.boil(1)", ["boil(1)"]),
    ],
)
def test_a_method_may_be_taken_before_it_is_called(source, calls):
    assert told(source) == calls


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("spawn(driver.boil, 1)", ["boil(0, *, **)"]),
        ("spawn(functools.partial(driver.boil, 1, hot=2))", ["boil(1, hot, *, **)"]),
        ("self.later = driver.boil", ["boil(0, *, **)"]),
        ("f = driver.boil\nspawn(f)", ["boil(0, *, **)"]),
        ("f = driver.boil\nf(1)\nspawn(f)", ["boil(1)", "boil(0, *, **)"]),
    ],
)
def test_a_method_that_is_handed_on_is_a_call_that_may_pass_more(source, calls):
    assert told(source) == calls


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("driver.boil(*args)", ["boil(0, *)"]),
        ("driver.boil(1, *args, hot=2)", ["boil(1, hot, *)"]),
        ("driver.boil(**options)", ["boil(0, **)"]),
        ("driver.boil(**{'hot': 1}, lid=2)", ["boil(0, hot, lid)"]),
        ("options = dict(hot=1, lid=2)\ndriver.boil(**options)", ["boil(0, hot, lid)"]),
        ("options = {'hot': 1}\nif a: options['lid'] = 2\ndriver.boil(**options)", ["boil(0, hot, lid?)"]),
        ("options = {'hot': 1}\noptions.update(lid=2)\ndriver.boil(**options)", ["boil(0, hot, lid?)"]),
        ("options = {'hot': 1}\noptions.update(more)\ndriver.boil(**options)", ["boil(0, hot, **)"]),
        ("options = {'hot': 1, **more}\ndriver.boil(**options)", ["boil(0, hot, **)"]),
        ("options = {'hot': 1}\noptions[key] = 2\ndriver.boil(**options)", ["boil(0, hot, **)"]),
        (
            "if a: options = dict(hot=1, lid=2)\nelse: options = dict(hot=1)\ndriver.boil(**options)",
            ["boil(0, hot, lid?)"],
        ),
        ("options = dict(hot=1)\noptions = load()\ndriver.boil(**options)", ["boil(0, **)"]),
        ("args = (1, 2)\ndriver.boil(*args)", ["boil(2)"]),
        ("args = [1, 2]\nargs.append(3)\ndriver.boil(*args)", ["boil(0, *)"]),
        ("driver.boil(*(1, 2), 3)", ["boil(3)"]),
    ],
)
def test_stars_pass_what_the_function_has_written_down(source, calls):
    assert told("def f():\n" + textwrap.indent(source, "    ")) == calls


def test_a_method_by_a_name_that_nobody_can_see_is_told_as_such():
    assert told("def f(name):\n    getattr(driver, name)(1)") == ["? at 2"]


def test_a_call_says_where_it_is():
    (call,) = read(
        """
        class Manager:
            def start(self):
                def now():
                    (self.driver
                         .boil(1))
        """
    )
    assert (call.location.file, call.location.line, call.function) == ("manager.py", 6, "Manager.start.now")


def test_a_call_that_answers_an_exception_of_the_same_method_says_so():
    first, second, third = read(
        """
        try:
            driver.boil(1)
        except (NotHot, TooHot):
            driver.boil(1, again=True)
            driver.pour(1)
        """
    )
    assert (first.after, second.after, third.after) == ((), ("(NotHot, TooHot)",), ())


def test_the_defaults_of_the_interface_call_the_driver_too():
    source = "class Driver:\n    def pause_all(self):\n        self.pause(1)\n    def drink(self, pot): pot.boil()"
    assert told(source, module="kettle.driver") == ["pause(1)"]
    assert told(source, module="other.driver") == []


def test_the_names_of_drivers_are_the_projects_to_choose():
    backends = Vocabulary(
        package="kettle", classes=frozenset(), methods=frozenset({"boil"}), names=("backend", "*_backend")
    )
    assert told("self.backend.boil()\nself.driver.boil()", vocabulary=backends) == ["boil(0)"]
