"""What stands around the calls of a host: who expects that a driver leaves out a method."""

import pytest

from tests.compare.host_texts import became, host, told
from virtapi_analyzer.compare.fates import Fates
from virtapi_analyzer.model.guarding import Became

BARE = "def f(driver):\n    driver.boil()"
GUARDED = "def f(driver):\n    try:\n        driver.boil()\n    except NotImplementedError:\n        pass"


def held(source) -> tuple[str, str]:
    """How the refusal of a driver to boil is held: at least, and at most."""
    seen = host(source)
    fates = Fates(around=seen.surroundings)
    found = [fates.of(call, "NotImplementedError") for call in seen.of("boil")]
    assert found
    return min(each.least for each in found).name, min(each.most for each in found).name


@pytest.mark.parametrize(
    "source",
    [
        GUARDED,
        """\
        def f(driver):
            try:
                driver.boil()
            except (OSError, NotImplementedError):
                pass
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except OSError:
                raise
            except NotImplementedError:
                pass
        """,
        """\
        LEFT_OUT = NotImplementedError
        def f(driver):
            try:
                driver.boil()
            except LEFT_OUT:
                pass
        """,
        """\
        LEFT_OUT = (OSError,) + (NotImplementedError,)
        class Host:
            def f(self):
                try:
                    self.driver.boil()
                except LEFT_OUT:
                    pass
        """,
        """\
        class Host:
            left_out = (NotImplementedError, OSError)
            def f(self):
                try:
                    self.driver.boil()
                except self.left_out:
                    pass
        """,
        """\
        def f(driver):
            left_out = NotImplementedError
            try:
                driver.boil()
            except left_out:
                pass
        """,
        """\
        import builtins
        def f(driver):
            try:
                driver.boil()
            except builtins.NotImplementedError:
                pass
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except RuntimeError:
                pass
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError as error:
                raise Unsupported() from error
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except Exception as error:
                if isinstance(error, NotImplementedError):
                    return
                raise
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except Exception as error:
                if not isinstance(error, (NotImplementedError, OSError)):
                    raise
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError:
                with excutils.save_and_reraise_exception() as context:
                    context.reraise = False
        """,
        """\
        from contextlib import suppress
        def f(driver):
            with suppress(OSError, NotImplementedError):
                driver.boil()
        """,
        """\
        import contextlib
        def f(driver):
            with lock, contextlib.suppress(NotImplementedError):
                driver.boil()
        """,
        """\
        import contextlib
        def f(driver):
            optional = contextlib.suppress(NotImplementedError)
            with optional:
                driver.boil()
        """,
        """\
        from contextlib import contextmanager
        @contextmanager
        def optional():
            try:
                yield
            except NotImplementedError:
                log()
        def f(driver):
            with optional():
                driver.boil()
        """,
        """\
        import functools
        def optional(function):
            @functools.wraps(function)
            def inner(*args):
                try:
                    return function(*args)
                except NotImplementedError:
                    return None
            return inner
        @optional
        def f(driver):
            driver.boil()
        """,
        """\
        @messaging.expected_exceptions(NotImplementedError)
        def f(driver):
            driver.boil()
        """,
        """\
        def f(driver):
            try:
                g(driver)
            except NotImplementedError:
                pass
        def g(driver):
            h(driver)
        def h(driver):
            driver.boil()
        """,
        """\
        class Host:
            def f(self):
                try:
                    self._g()
                except NotImplementedError:
                    pass
            def _g(self):
                self.driver.boil()
        """,
        """\
        class Base:
            def f(self):
                try:
                    self._g()
                except NotImplementedError:
                    pass
        class Host(Base):
            def _g(self):
                self.driver.boil()
        """,
        """\
        class Base:
            def _g(self):
                self.driver.boil()
        class Host(Base):
            def f(self):
                try:
                    super()._g()
                except NotImplementedError:
                    pass
        """,
        """\
        def f(driver):
            def g():
                driver.boil()
            try:
                g()
            except NotImplementedError:
                pass
        """,
        """\
        def f(driver):
            try:
                retried(lambda: driver.boil())
            except NotImplementedError:
                pass
        """,
        """\
        def f(driver):
            for _ in range(3):
                try:
                    if ready():
                        with lock:
                            driver.boil()
                except NotImplementedError:
                    break
        """,
        """\
        async def f(driver):
            try:
                await driver.boil()
            except NotImplementedError:
                pass
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except* NotImplementedError:
                pass
        """,
        """\
        def f(driver):
            if driver.can_boil:
                driver.boil()
        """,
        """\
        def f(driver):
            if not driver.capabilities.get("boils", False):
                return
            driver.boil()
        """,
        """\
        def f(self):
            able = hasattr(self.driver, "boil")
            if able and ready():
                self.driver.boil()
        """,
        """\
        def f(driver):
            return driver.boil() if "boil" in driver.abilities else None
        """,
        """\
        def f(driver):
            return driver.can_boil and driver.boil()
        """,
        """\
        from kettle import Boiling
        def f(driver):
            if Boiling.offered_by(driver):
                g(driver)
        def g(driver):
            driver.boil()
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError:
                f(driver)
        def g(driver):
            f(driver)
        """,
        """\
        def f(driver):
            try:
                try:
                    driver.boil()
                except NotImplementedError:
                    log()
                    raise
            except NotImplementedError:
                pass
        """,
    ],
)
def test_a_driver_may_leave_it_out(source):
    assert held(source) == ("NAMED", "NAMED")


@pytest.mark.parametrize(
    "source",
    [
        BARE,
        "driver.boil()",
        """\
        def f(driver):
            try:
                driver.boil()
            except OSError:
                pass
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError:
                log()
                raise
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError as error:
                raise error
        """,
        """\
        from oslo_utils import excutils
        def f(driver):
            try:
                driver.boil()
            except Exception:
                with excutils.save_and_reraise_exception():
                    log()
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError as error:
                with excutils.save_and_reraise_exception(reraise=False) as context:
                    if isinstance(error, OSError):
                        raise error.inner
                    context.reraise = True
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except NotImplementedError:
                raise
            except Exception:
                pass
        """,
        """\
        def f(driver):
            try:
                ready()
            except NotImplementedError:
                driver.boil()
            else:
                driver.boil()
            finally:
                driver.boil()
        """,
        """\
        def f(driver):
            try:
                driver.boil()
            except Exception as error:
                if isinstance(error, NotImplementedError):
                    raise
        """,
        """\
        def f(driver):
            if not driver.can_boil:
                driver.boil()
        """,
        """\
        def f(driver):
            if driver.can_pour:
                driver.pour()
            else:
                driver.boil()
        """,
        """\
        def f(driver):
            if driver.pour():
                driver.boil()
        """,
        """\
        def f(driver):
            try:
                g(driver)
            except NotImplementedError:
                pass
        def g(driver):
            driver.boil()
        def h(driver):
            g(driver)
        """,
        """\
        def f(driver):
            def g():
                driver.boil()
            try:
                g
            except OSError:
                pass
        """,
        """\
        def f(driver):
            driver.boil()
            g(driver)
        def g(driver):
            f(driver)
        """,
    ],
)
def test_a_driver_must_have_it(source):
    assert held(source) == ("NONE", "NONE")


@pytest.mark.parametrize(
    ("source", "least", "most"),
    [
        ("def f(driver):\n    try:\n        driver.boil()\n    except Exception:\n        pass", "NEAR", "NEAR"),
        ("def f(driver):\n    try:\n        driver.boil()\n    except BaseException:\n        pass", "NEAR", "NEAR"),
        ("def f(driver):\n    try:\n        driver.boil()\n    except:\n        pass", "NEAR", "NEAR"),
        ("def f(driver):\n    try:\n        driver.boil()\n    finally:\n        return", "NEAR", "NEAR"),
        (
            ("def f(driver):\n    try:\n        g(driver)\n    except Exception:\n        pass\n"
            "def g(driver):\n    driver.boil()"),
            "FAR", "FAR",
        ),
        ("def f(driver, kinds):\n    try:\n        driver.boil()\n    except kinds:\n        pass", "NONE", "NAMED"),
        (
            ("def f(driver):\n    try:\n        driver.boil()\n    except NotImplementedError:\n"
            "        if strict():\n            raise"),
            "NONE", "NAMED",
        ),
        (
            ("class A:\n    def g(self):\n        self.driver.boil()\n"
            "def f(thing):\n    try:\n        thing.g()\n    except NotImplementedError:\n        pass"),
            "NONE", "NAMED",
        ),
        (
            ("def g(driver):\n    driver.boil()\n"
            "def f(driver):\n    try:\n        spawn(g, driver)\n    except NotImplementedError:\n        pass"),
            "NONE", "NAMED",
        ),
        (
            ("class Quiet:\n    def __exit__(self, kind, error, trace):\n        return is_quiet(kind)\n"
            "def f(driver):\n    with Quiet():\n        driver.boil()"),
            "NONE", "NAMED",
        ),
    ],
)  # fmt: skip
def test_how_surely_it_is_held(source, least, most):
    assert held(source) == (least, most)


def test_callers_in_other_modules_are_followed():
    files = {
        "host/__init__.py": "",
        "host/edge.py": (
            "from host import inner\nfrom host.inner import Worker\n"
            "def f(driver):\n    try:\n        inner.g(driver)\n    except NotImplementedError:\n        pass\n"
            "def h(driver):\n    try:\n        Worker(driver)\n    except NotImplementedError:\n        pass"
        ),
        "host/inner.py": (
            "def g(driver):\n    driver.boil()\nclass Worker:\n    def __init__(self, driver):\n        driver.boil()"
        ),
    }
    assert held(files) == ("NAMED", "NAMED")


def test_the_default_of_the_interface_is_called_by_whoever_calls_it():
    source = "class Driver:\n    def boil(self):\n        raise NotImplementedError()\n    def tea(self):\n        self.boil()"
    guarded = "def f(driver):\n    try:\n        driver.tea()\n    except NotImplementedError:\n        pass"
    found = told({"kettle.py": source, "host.py": guarded}, {"kettle.py": source, "host.py": "def f(driver):\n    driver.tea()"}, old=source, new=source)  # fmt: skip
    assert found["kettle.Driver.boil"].guarding.became is Became.MANDATORY


def broad(handler: str) -> str:
    return f"def f(driver):\n    try:\n        driver.boil()\n    {handler}:\n        pass"


FAR = "def e(driver):\n    try:\n        f(driver)\n    except Exception:\n        pass\n" + BARE


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (GUARDED, BARE, ("mandatory", True)),
        (GUARDED, GUARDED, None),
        (BARE, BARE, None),
        (BARE, GUARDED, ("optional", True)),
        (BARE, broad("except Exception"), ("optional", True)),
        (BARE, FAR, None),
        (GUARDED, broad("except Exception"), ("mandatory", False)),
        (GUARDED, FAR, ("mandatory", True)),
        (broad("except"), BARE, ("mandatory", True)),
        (broad("except"), FAR, ("mandatory", False)),
        (FAR, BARE, ("mandatory", False)),
        (broad("except"), GUARDED, None),
        # What was open before is no promise, and what is open now is no proof.
        (broad("except kinds"), BARE, None),
        (GUARDED, broad("except kinds"), ("mandatory", False)),
        # The call moved.
        (GUARDED, BARE.replace("def f", "def g"), ("mandatory", True)),
        (GUARDED, GUARDED.replace("def f", "def g"), None),
        # One more call, of something new.
        (GUARDED, GUARDED + "\n" + BARE.replace("def f", "def g"), ("mandatory", False)),
        # Another call was bare already.
        (GUARDED + "\n" + BARE.replace("def f", "def g"), BARE + "\n" + BARE.replace("def f", "def g"), ("mandatory", False)),
        # Nothing to hold against each other.
        ("def f(driver): pass", BARE, None),
        (GUARDED, "def f(driver): pass", None),
    ],
)  # fmt: skip
def test_what_became_of_a_guard(old, new, expected):
    assert became(old, new) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("        raise NotImplementedError()", ("mandatory", True)),
        ("        pass", ("mandatory", False)),
        ("        return self.heat()", None),
    ],
)
def test_who_leaves_it_out_inherits_what_the_interface_has(body, expected):
    kettle = f"class Driver:\n    def boil(self):\n{body}"
    assert became(GUARDED, BARE, old=kettle, new=kettle) == expected


def test_whoever_inherits_what_does_nothing_needs_no_broad_guard():
    kettle = "class Driver:\n    def boil(self): ..."
    assert became(broad("except Exception"), BARE, old=kettle, new=kettle) is None


def test_an_abstract_method_is_left_out_by_refusing():
    kettle = "from abc import ABC, abstractmethod\nclass Driver(ABC):\n    @abstractmethod\n    def boil(self): ..."
    assert became(GUARDED, BARE, old=kettle, new=kettle) == ("mandatory", True)


def test_where_roles_are_declared_nothing_is_sure():
    kettle = (
        "from virtapi.contract import driver_interface\n@driver_interface\nclass Driver:\n"
        "    def boil(self):\n        raise NotImplementedError()"
    )
    assert became(GUARDED, BARE, old=kettle, new=kettle) == ("mandatory", False)


def test_where_it_was_guarded_is_told():
    guarding = told(GUARDED, BARE)["kettle.Driver.boil"].guarding
    assert [(guard.location.file, guard.location.line) for guard in guarding.guards] == [("host.py", 4)]
    assert [(call.location.line, call.function) for call in guarding.calls] == [(2, "f")]
