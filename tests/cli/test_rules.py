"""`virtapi rules` and `virtapi explain`: whatever stands in the folder of rules."""

import json
from pathlib import Path

import virtapi_analyzer.rules
from virtapi_analyzer.rules import catalogue

FOLDER = Path(virtapi_analyzer.rules.__file__).parent


def test_every_rule_has_its_line(virtapi):
    lines = virtapi("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in catalogue()]
    assert lines == sorted(lines)


def test_every_rule_is_an_object(virtapi):
    described = {entry["rule"]: entry for entry in json.loads(virtapi("rules", "--format", "json").out)}
    assert set(described) == {rule.id for rule in catalogue()}
    assert described["param-added-optional"]["severity"] == {
        "caller": "non-breaking",
        "implementer": "breaking",
        "producer": "non-breaking",
        "consumer": "non-breaking",
    }


def test_the_page_links_every_rule_to_its_file(virtapi, tmp_path):
    page = tmp_path / "README.md"
    assert virtapi("rules", "--format", "markdown", "-o", str(page)).status == 0
    text = page.read_text()
    assert "| [param-added-optional](param_added_optional.py) | An optional parameter was added" in text
    assert text.endswith("|\n")
    links = [line.partition("](")[2].partition(")")[0] for line in text.splitlines() if line.startswith("| [")]
    assert len(links) == len(catalogue())
    assert all((FOLDER / link).is_file() for link in links)


def test_a_rule_is_explained_with_its_advice_its_victims_and_its_examples(virtapi):
    outcome = virtapi("explain", "param-added-optional")
    assert outcome.status == 0
    assert outcome.out.startswith("param-added-optional: An optional parameter was added to a method.\n\nA driver ")
    assert "\nWhat to do instead\n" in outcome.out
    assert "in what drivers implement    breaks drivers\n" in outcome.out
    assert "in what the host implements  breaks the host\n" in outcome.out
    assert "in anything else             breaks nobody\n" in outcome.out
    assert "Reported at Driver.get_info(use_cache)\n  old\n    @driver_interface\n    class Driver:\n" in outcome.out
    assert "Not reported: Nobody overrides a function.\n" in outcome.out
    assert "Seen in\n  nova 19cb828023" in outcome.out


def test_a_beginning_and_underscores_will_do(virtapi):
    whole = virtapi("explain", "param-added-optional").out
    assert virtapi("explain", "param_added_opt").out == whole


def test_every_rule_can_be_explained(virtapi):
    for rule in catalogue():
        outcome = virtapi("explain", rule.id)
        assert (outcome.status, outcome.err) == (0, "")
        assert rule.title in outcome.out
