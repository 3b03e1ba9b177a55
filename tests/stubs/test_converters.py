"""Of the two fields that a cycle has for one thing each is made of the other, and nothing is lost on the way."""

from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stubs.test_objects import EVERY
from virtapi._superseding import SupersededField, superseded_fields, superseded_hints
from virtapi.objects.boot import BootPlan, EvacuatedDisks, EvacuationPlan

PAIRS = [(kind, name, pair) for kind in EVERY for name, pair in superseded_fields(kind).items()]


@pytest.mark.parametrize(("kind", "name", "pair"), PAIRS, ids=lambda part: part if isinstance(part, str) else "")
def test_the_converters_of_a_pair_are_each_others_inverse(kind: type[Any], name: str, pair: SupersededField) -> None:
    hints = get_type_hints(kind, include_extras=True)

    @given(st.from_type(superseded_hints(kind)[name]), st.from_type(hints[pair.by]))
    def come_back(old: Any, new: Any) -> None:
        assert pair.to_old(pair.to_new(old)) == old
        assert pair.to_new(pair.to_old(new)) == new

    come_back()


@pytest.mark.parametrize(("kind", "name", "pair"), PAIRS, ids=lambda part: part if isinstance(part, str) else "")
def test_an_object_that_is_made_of_the_old_field_is_the_one_that_is_made_of_the_new(
    kind: type[Any], name: str, pair: SupersededField
) -> None:
    @given(st.builds(kind))
    def same(made: Any) -> None:
        kept = {each: getattr(made, each) for each in kind.__dataclass_fields__ if each != pair.by}
        assert kind(**kept, **{name: getattr(made, name)}) == made

    same()


def test_where_neither_is_given_both_have_the_default() -> None:
    plan = EvacuationPlan(boot=BootPlan())
    assert (plan.disks, plan.keep_disks) == (EvacuatedDisks.MADE_ANEW, False)
    assert plan == EvacuationPlan(boot=BootPlan(), keep_disks=False)
    assert plan != EvacuationPlan(boot=BootPlan(), keep_disks=True)
