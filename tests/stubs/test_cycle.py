"""In the cycle of a transition both sides may use either; when it is over the old is gone, and nobody moved at once."""

import pytest

from tests.stubs.releases import LESS, MORE, RELEASE, Say

DRIVER = """
from tests.memory_driver.driver import MemoryDriver
from virtapi.capabilities.power import Pausable
from virtapi.driver import ComputeDriver
done = []
class Old(Pausable):
    def pause(self, call, instance, /):
        done.append("paused")
    def unpause(self, call, instance, /): ...
class New(Pausable):
    def freeze(self, call, instance, /):
        done.append("frozen")
        return False
    def unpause(self, call, instance, /): ...
class Neither(Pausable):
    def unpause(self, call, instance, /): ...
"""

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("Old().freeze(None, None), done", "True ['paused']"),
        ("New().pause(None, None), done", "None ['frozen']"),
        ("Old().pause(None, None), done", "None ['paused']"),
        ("New().freeze(None, None), done", "False ['frozen']"),
        (
            "Neither()",
            "TypeError Can't instantiate Neither: it implements neither Pausable.freeze nor pause, which that replaces",
        ),
    ],
)
def test_in_the_cycle_either_method_may_be_called_and_either_implemented(say: Say, expression: str, said: str) -> None:
    assert say(MORE, expression, DRIVER).startswith(said)


def test_after_the_cycle_the_old_method_is_gone_and_the_new_one_abstract(say: Say) -> None:
    assert say(RELEASE, "Old().pause(None, None), done", DRIVER) == "None ['paused']"
    assert say(LESS, "New().freeze(None, None), done", DRIVER) == "False ['frozen']"
    assert say(LESS, "Old()", DRIVER).startswith("TypeError Can't instantiate abstract class Old with abstract method")
    assert say(LESS, "hasattr(Pausable, 'pause')", DRIVER) == "False"


INFO = "info = InstanceInfo(state=PowerState.PAUSED)\nother = InstanceInfo(condition=Condition.PAUSED)"


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("info == other and hash(info) == hash(other)", "True"),
        ("other.state, info.condition", "PowerState.PAUSED Condition.PAUSED"),
        ("replace(info, state=PowerState.CRASHED).condition", "Condition.CRASHED"),
        ("replace(info, condition=Condition.CRASHED).state", "PowerState.CRASHED"),
        ("InstanceInfo(state='paused')", "InvalidValue InstanceInfo.state is 'paused': expected one of PowerState"),
        ("InstanceInfo()", "TypeError InstanceInfo.__init__() missing 1 required keyword-only argument: 'condition'"),
        ("__import__('pickle').loads(__import__('pickle').dumps(info)) == info", "True"),
    ],
)
def test_in_the_cycle_an_object_is_made_of_either_field_and_has_both(say: Say, expression: str, said: str) -> None:
    assert say(MORE, expression, INFO).startswith(said)


@pytest.mark.parametrize(("older", "newer"), [(RELEASE, MORE), (MORE, LESS)])
def test_neighbours_hand_each_other_what_one_of_them_names_anew(say: Say, older: str, newer: str) -> None:
    old = "InstanceInfo(state=PowerState.PAUSED)"
    new = "InstanceInfo(condition=Condition.PAUSED)"
    there = say(older, f"to_wire({old})")
    assert say(newer, f"from_wire({there!r}, InstanceInfo) == {new}") == "True"
    back = say(newer, f"to_wire({new}, target={older!r})")
    assert say(older, f"from_wire({back!r}, InstanceInfo) == {old}") == "True"


def test_releases_that_are_further_apart_say_so(say: Say) -> None:
    said = say(LESS, f"to_wire(InstanceInfo(condition=Condition.PAUSED), target={RELEASE!r})")
    assert said == (
        f"UnsupportedRelease InstanceInfo.condition, from {LESS} to {RELEASE}: it came with {MORE}, in the place of what "
        "is gone"
    )
    text = say(RELEASE, "to_wire(InstanceInfo(state=PowerState.PAUSED))")
    said = say(LESS, f"from_wire({text!r}, InstanceInfo)")
    assert said == (
        f"UnsupportedRelease InstanceInfo.condition, from {RELEASE} to {LESS}: it came with {MORE}, and is needed"
    )
