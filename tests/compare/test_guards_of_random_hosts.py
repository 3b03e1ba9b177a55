"""What holds of guards in any host: functions that call each other and the driver, with handlers around some calls."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.host_texts import became, host
from virtapi_analyzer.compare.fates import Fates
from virtapi_analyzer.model.shelter import Hold

HANDLERS = (
    None,
    "except NotImplementedError",
    "except Exception",
    "except OSError",
    "except (OSError, NotImplementedError)",
    "except kinds",
)


@st.composite
def programs(draw, *, circles=True):
    """For each function the calls that it makes: of the driver (-1) or of another function, each with its handler.

    Without circles a function calls only those behind it, so that the host comes to an end when it runs.
    """
    size = draw(st.integers(min_value=1, max_value=4))
    functions = []
    for number in range(size):
        targets = [-1, *(range(size) if circles else range(number + 1, size))]
        call = st.tuples(st.sampled_from(targets), st.sampled_from(HANDLERS))
        functions.append(draw(st.lists(call, min_size=1, max_size=3)))
    functions[0].append((-1, draw(st.sampled_from(HANDLERS))))
    return functions


def rendered(functions) -> str:
    lines = []
    for number, calls in enumerate(functions):
        lines.append(f"def f{number}(driver, kinds):")
        for target, handler in calls:
            made = "driver.boil()" if target < 0 else f"f{target}(driver, kinds)"
            lines += (
                [f"    {made}"]
                if handler is None
                else ["    try:", f"        {made}", f"    {handler}:", "        pass"]
            )
    return "\n".join(lines)


def guarded_more(functions, draw):
    """The same host with one more guard somewhere."""
    function = draw(st.integers(min_value=0, max_value=len(functions) - 1))
    place = draw(st.integers(min_value=0, max_value=len(functions[function]) - 1))
    target, _ = functions[function][place]
    changed = [list(calls) for calls in functions]
    changed[function][place] = (target, "except NotImplementedError")
    return changed


@given(st.data())
def test_a_guard_that_is_added_never_makes_a_method_mandatory(data):
    functions = data.draw(programs())
    found = became(rendered(functions), rendered(guarded_more(functions, data.draw)))
    assert found is None or found[0] == "optional"


@given(programs(), programs())
def test_what_one_way_makes_surely_mandatory_the_other_way_never_does(first, second):
    there, back = became(rendered(first), rendered(second)), became(rendered(second), rendered(first))
    assert not (there == back == ("mandatory", True))


@given(programs())
def test_the_same_host_changed_nothing(functions):
    assert became(rendered(functions), rendered(functions)) is None


@given(programs(circles=False))
def test_what_is_surely_held_never_reaches_the_edge_when_it_runs(functions):
    """Python itself runs the host, entered by every function that no other one calls."""
    source = rendered(functions)
    seen = host(source)
    fates = Fates(around=seen.surroundings)
    if any(fates.of(call, "NotImplementedError").least is Hold.NONE for call in seen.of("boil")):
        return
    namespace: dict[str, object] = {}
    exec(textwrap.dedent(source), namespace)

    class Refusing:
        def boil(self):
            raise NotImplementedError

    called = {target for calls in functions for target, _ in calls}
    for number in set(range(len(functions))) - called:
        namespace[f"f{number}"](Refusing(), ())
