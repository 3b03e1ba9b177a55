"""Changes in unusual spellings hurt whom they hurt, and what is only respelled is silent."""

from dataclasses import replace

import pytest

from tests.changes.cases import Case, judged, read_cases

CASES = [
    pytest.param(
        case,
        id=case.name,
        marks=[pytest.mark.skipif(case.newer, reason="only a later Python reads it")],
    )
    for case in read_cases()
]


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in read_cases()]
    assert len(names) == len(set(names)) > 100


@pytest.mark.parametrize("case", CASES)
def test_a_change_hurts_whom_it_hurts(case: Case) -> None:
    judgement = judged(case)
    assert judgement.verdict == case.verdict, judgement.told


@pytest.mark.parametrize("case", CASES)
def test_each_version_against_itself_is_silent(case: Case) -> None:
    for side in (case.old, case.new):
        assert judged(replace(case, old=side, new=side)).told == ()
