"""What a proof is asked of: each audience that a change breaks, by the terms that say so."""

from tests.compare.texts import changes
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.policy.claims import claims
from virtapi_analyzer.prove.claim import Claim, Term


def claimed(old: str, new: str) -> list[Claim]:
    return [claim for change in changes(old, new) for claim in claims(change, {})]


def test_who_overrides_is_hurt_by_a_new_parameter_and_who_calls_is_not() -> None:
    old = "@driver_interface\nclass Driver:\n    def boil(self, litres): ..."
    (claim,) = claimed(old, old.replace("litres", "litres, hot=True"))
    assert (claim.audience, claim.terms) == (Role.DRIVER, (Term.IMPLEMENTER,))


def test_of_what_the_host_implements_the_sides_are_swapped() -> None:
    old = "@host_interface\nclass Services:\n    def boil(self, litres): ..."
    (claim,) = claimed(old, old.replace("litres", "litres, hot=True"))
    assert (claim.audience, claim.terms) == (Role.HOST, (Term.IMPLEMENTER,))


def test_both_are_hurt_by_a_parameter_that_must_be_given() -> None:
    old = "@driver_interface\nclass Driver:\n    def boil(self, litres): ..."
    found = claimed(old, old.replace("litres", "litres, hot"))
    assert {(each.audience, each.terms) for each in found} == {
        (Role.HOST, (Term.CALLER,)),
        (Role.DRIVER, (Term.IMPLEMENTER,)),
    }


def test_what_breaks_nobody_needs_no_proof() -> None:
    assert claimed("def boil(litres): ...", "def boil(litres, hot=True): ...") == []
