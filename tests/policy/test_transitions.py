"""The transitions that a report tells of: those that the newer version announces, and those that end with it."""

from tests.rules.test_examples import PACKAGE, interface
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.transition import Transition
from virtapi_analyzer.policy.transitions import transitions
from virtapi_analyzer.rules.declaration import Sources

PLAIN = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
BOTH = """\
@driver_interface
class Driver(ABC):
    @superseded(by="halt", since="2026.2")
    @deprecated("Use halt.")
    def stop(self) -> None: ...
    @since("2026.2")
    def halt(self) -> bool: ...
"""
MOVED = '@driver_interface\nclass Driver(ABC):\n    @since("2026.2")\n    @abstractmethod\n    def halt(self) -> bool: ...\n'


def found(old: Sources | None, new: Sources) -> tuple[Transition, ...]:
    return tuple(transitions(interface(old, "old") if old is not None else None, interface(new, "new")))


ANNOUNCED = Transition(
    path=f"{PACKAGE}.Driver.stop",
    text="def stop(self) -> None",
    role=Role.DRIVER,
    by="halt",
    successor=f"{PACKAGE}.Driver.halt",
    successor_text="def halt(self) -> bool",
    since="2026.2",
    note="Use halt.",
)


def test_an_end_that_is_announced_names_its_successor_and_its_code() -> None:
    assert found(PLAIN, BOTH) == found(None, BOTH) == (ANNOUNCED,)


def test_it_says_whether_the_older_version_announced_it_already() -> None:
    (transition,) = found(BOTH, BOTH)
    assert (transition.announced, transition.gone) == (True, False)


def test_what_is_gone_has_its_successor_from_the_newer_version() -> None:
    (transition,) = found(BOTH, MOVED)
    assert (transition.announced, transition.gone) == (True, True)
    assert (transition.path, transition.successor_text) == (ANNOUNCED.path, "def halt(self) -> bool")


def test_what_goes_unannounced_is_no_transition() -> None:
    assert found(PLAIN, "@driver_interface\nclass Driver(ABC): ...") == ()


def test_what_is_deprecated_without_a_release_has_its_text_alone() -> None:
    (transition,) = found(None, '@deprecated("Use open.")\ndef connect(uri: str) -> None: ...')
    assert (transition.note, transition.since, transition.by, transition.successor) == ("Use open.", None, None, None)


def test_it_is_called_as_the_changes_are() -> None:
    """By the first module that exports its class, from which most import it."""
    exported = {"__init__.pyi": "from .power import Driver as Driver", "power.pyi": BOTH}
    (transition,) = found(None, exported)
    assert (transition.path, transition.successor) == (ANNOUNCED.path, ANNOUNCED.successor)
