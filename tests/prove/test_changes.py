"""Changes in unusual spellings are proved too, all but those of which a judge knows nothing by their kind."""

from textwrap import dedent

import pytest

from tests.changes.cases import read_cases
from tests.compare.texts import IMPORTS, Sources
from tests.prove.batch import Step, proved
from virtapi_analyzer.model.proof import Status


def files(sources: Sources) -> dict[str, str]:
    told = {"__init__.pyi": IMPORTS + dedent(sources)} if isinstance(sources, str) else sources
    return {file: text if isinstance(text, str) else text.decode() for file, text in told.items()}


@pytest.mark.slow
def test_what_is_breaking_is_proved_or_has_its_reason() -> None:
    drivers = ("pkg.Driver", "pkg.driver.Driver")
    steps = [
        Step(name=case.name, old=files(case.old), new=files(case.new), driver_interfaces=drivers)
        for case in read_cases()
        if not case.newer
    ]
    found = proved(steps)
    assert [each.told for each in found if each.proof.status is Status.NOT_PROVED] == []
    assert len([each for each in found if each.proof.status is Status.PROVED]) > 140
