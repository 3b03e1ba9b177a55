"""What griffe reports, we report, or the list says why not."""

from pathlib import Path

import pytest

from tests.corpus.cases import read_cases
from tests.measured import unreachable
from tests.parity import parity
from tests.parity.comparisons import Comparison, answered, between_baselines, between_novas, in_corpus
from tests.parity.listed import read_reasons, stale, unexplained
from tests.parity.matching import Answer, says
from tests.parity.reported import Reported
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import SourceError
from virtapi_analyzer.model.finding import Finding, Level
from virtapi_analyzer.policy.configuration import InterfaceConfiguration

METHOD = "pkg.Driver.boil"


def finding(path: str, message: str = "something changed", *, element: str | None = None) -> Finding:
    return Finding(
        rule="any", path=path, element=element or path.partition("(")[0], host=Severity.NON_BREAKING,
        driver=Severity.NON_BREAKING, level=Level.ALLOW, message=message, instead=None, old="old", new="new",
        location=None,
    )  # fmt: skip


def report(path: str, kind: str = "PARAMETER_REMOVED", parameter: str | None = None) -> Reported:
    return Reported(kind=kind, paths=(path,), parameter=parameter)


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (report(METHOD, "OBJECT_REMOVED"), finding(METHOD)),
        (Reported(kind="OBJECT_REMOVED", paths=("pkg.Kettle.boil", METHOD)), finding(METHOD)),
        (report(METHOD, "RETURN_CHANGED_TYPE"), finding(f"{METHOD}(return)")),
        (report(METHOD, parameter="litres"), finding(f"{METHOD}(litres)")),
        (report(METHOD, parameter="litres"), finding(f"{METHOD}(water)", "is now called `litres`")),
        (report(METHOD, "PARAMETER_MOVED", "litres"), finding(f"{METHOD}(hot)")),
        (report(METHOD, parameter="self"), finding(METHOD)),
        (report("pkg.Info.__init__", parameter="size"), finding("pkg.Info.size")),
    ],
)
def test_a_finding_says_what_griffe_reports(of, found):
    assert says(found, of)


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (report(METHOD, "OBJECT_REMOVED"), finding("pkg.Driver.boils")),
        (report(METHOD, "OBJECT_REMOVED"), finding(f"{METHOD}(litres)")),
        (report(METHOD, parameter="litres"), finding(f"{METHOD}(hot)")),
        (report(METHOD, parameter="litres"), finding("pkg.Driver.pour(litres)")),
        (report(METHOD, parameter="litres"), finding(f"{METHOD}(hot)", "in the call `boil(litres, hot)`")),
        (report("pkg.Info.__init__", parameter="size"), finding("pkg.Info.name")),
    ],
)
def test_a_finding_about_something_else_does_not(of, found):
    assert not says(found, of)


def test_the_list_explains_what_it_names_and_nothing_for_nothing():
    silent = Answer(comparison="a b", reported=report(METHOD, "OBJECT_REMOVED"), findings=())
    told = Answer(comparison="a b", reported=report(METHOD, parameter="hot"), findings=(finding(METHOD),))
    assert unexplained([silent, told], {}) == [f"a b OBJECT_REMOVED {METHOD}: griffe reports it and we do not"]
    reasons = {silent.key: "for a reason"}
    assert unexplained([silent, told], reasons) == []
    assert stale([silent, told], reasons, compared=["a b"]) == []
    assert stale([told], reasons, compared=["a b"]) == [f"a b OBJECT_REMOVED {METHOD}: nothing to explain"]
    assert stale([], reasons, compared=["c d"]) == []


def test_an_entry_stands_in_the_list_once(tmp_path):
    entry = '[[unreported]]\ncomparison = "a"\nkind = "b"\npath = "c"\nbecause = "d"\n'
    file = tmp_path / "list.toml"
    file.write_text(entry)
    assert read_reasons(file) == {("a", "b", "c"): "d"}
    file.write_text(entry * 2)
    with pytest.raises(ValueError, match="twice"):
        read_reasons(file)


def write_package(folder: Path, **modules: str) -> str:
    package = folder / "pkg"
    package.mkdir(parents=True)
    package.joinpath("__init__.py").touch()
    for name, text in modules.items():
        package.joinpath(f"{name}.py").write_text(text)
    return str(folder)


def test_only_the_modules_of_the_interface_are_compared(tmp_path):
    old = write_package(tmp_path / "old", driver="def boil(): ...\ndef pour(): ...\n", host="def serve(): ...\n")
    new = write_package(tmp_path / "new", driver="def pour(): ...\n", host="")
    interface = InterfaceConfiguration(name="pkg", package="pkg", modules=("pkg.driver",))
    (answer,) = answered(Comparison(name="kettles", old=old, new=new, interface=interface))
    assert answer.key == ("kettles", "OBJECT_REMOVED", "pkg.driver.boil")
    assert [each.rule for each in answer.findings] == ["symbol-removed"]


def test_a_page_shows_each_report_with_what_we_say():
    answer = Answer(comparison="nova", reported=report(METHOD, parameter="hot"), findings=(finding(f"{METHOD}(hot)"),))
    text = parity.page({"nova": [answer], "corpus x": []}, {("corpus x", "GONE", "pkg.a"): "it is still there"})
    assert "| nova       | PARAMETER_REMOVED | `boil(hot)` | any at `boil(hot)` |\n" in text
    assert text.endswith("- corpus x, GONE `pkg.a`: it is still there\n")


def explained(comparison: Comparison) -> list[str]:
    found, reasons = answered(comparison), read_reasons()
    return [*unexplained(found, reasons), *stale(found, reasons, compared=[comparison.name])]


def test_the_list_names_only_comparisons_that_are_made(shared):
    made = {comparison.name for comparison in (*between_baselines(), *between_novas(), *parity.corpus())}
    assert {comparison for comparison, *_ in read_reasons()} <= made


@pytest.mark.slow
def test_what_griffe_reports_in_the_corpus_is_reported_or_explained(shared):
    assert [told for case in read_cases(shared / "corpus") for told in explained(in_corpus(case))] == []


@pytest.mark.slow
def test_what_griffe_reports_between_baselines_is_reported_or_explained():
    assert [told for comparison in between_baselines() for told in explained(comparison)] == []


@pytest.mark.network
@pytest.mark.slow
@pytest.mark.parametrize(
    "comparison", list(between_novas()), ids=lambda comparison: comparison.name.replace(" → ", "-")
)
def test_what_griffe_reports_between_releases_of_nova_is_reported_or_explained(comparison):
    try:
        assert explained(comparison) == []
    except SourceError as error:
        if not unreachable(error):
            raise
        pytest.skip(str(error))
